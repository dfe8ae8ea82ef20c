import { bigAt, type Field } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { marks } from "./marks.ts";
import type { Node } from "./node.ts";
import type { Group } from "./protocol.ts";
import { DEEPER, layerOf, QUOTED, SILENT, type Tape } from "./tape.ts";

/**
 * Reads numbers, checks bounds and places what a dissector finds: it never slices, copies or throws. All offsets are
 * absolute in `bytes`. `C` is what list items are given: the cursor.
 */
export class Placer<C> {
  /** The current source: the frame's buffer, or a reassembled or decoded one. */
  bytes: Uint8Array = new Uint8Array(0);
  /** The next byte to read. */
  at = 0;
  /** One past the layer's last byte as the lengths say; may lie past what was captured. */
  end = 0;
  /** One past the last byte that was captured. */
  have = 0;
  /** The field that set `end`; undefined where the frame did. */
  limitedBy: Field | undefined;
  /** True once a mark was set in this frame. */
  broken = false;
  /** The frame being dissected and its tape. */
  tape: Tape;
  frame: Frame;
  /** The place of the next row: layer, depth, source and flags in one word (see tape.ts). */
  protected rowPlace = 0;

  constructor(frame: Frame) {
    this.frame = frame;
    this.tape = frame.tape;
  }

  /** True inside a packet quoted by another: dissect what is there, analyse nothing. */
  get isQuoted(): boolean {
    return (this.rowPlace & QUOTED) !== 0;
  }

  /** Bytes from the cursor to the end the lengths give. */
  get left(): number {
    return this.end - this.at;
  }

  /** Bytes from the cursor to the end of what was captured. */
  get captured(): number {
    return (this.end < this.have ? this.end : this.have) - this.at;
  }

  u8(at: number): number {
    return this.bytes[at]!;
  }
  u16(at: number): number {
    return (this.bytes[at]! << 8) | this.bytes[at + 1]!;
  }
  u32(at: number): number {
    return bigAt(this.bytes, at, 4);
  }

  /** The number in a fixed field of a layout placed at `at`. */
  get(at: number, field: Field): number {
    return field.read(this.bytes, at);
  }

  /** True when `size` bytes follow the cursor; otherwise marks the layer truncated or malformed. */
  has(size: number): boolean {
    if (this.at + size <= this.end && this.at + size <= this.have) return true;
    this.fault(size);
    return false;
  }

  /** Marks the layer: `size` bytes were wanted at the cursor and are not there. A packet may be quoted in part. */
  fault(size: number): void {
    const truncated = this.at + size <= this.end;
    if (this.isQuoted && !truncated) return;
    this.mark(truncated ? marks.short : marks.malformed, size);
  }

  /** Marks the layer malformed: a length of `size` bytes at the cursor contradicts what stands around it. */
  malformed(size: number): void {
    if (!this.isQuoted) this.mark(marks.malformed, size);
  }

  /** Leaves the columns of the packet line to the layer around this one, which is cut before it could say anything. */
  silence(): void {
    this.tape.flag(layerOf(this.rowPlace), SILENT);
  }

  protected mark(kind: Field, wanted: number): void {
    const { frame, tape } = this;
    const left = Math.max(0, this.captured);
    const protocol = tape.nodes[layerOf(this.rowPlace)]?.name ?? "frame";
    frame.faults.push({ protocol, truncated: kind === marks.short, wanted, left, limitedBy: this.limitedBy });
    this.broken = true;
    const at = this.at < this.have ? this.at : this.have;
    this.push(kind, at, at, frame.faults.length - 1);
  }

  /**
   * Places a layout at the cursor and steps over it. Returns its offset, or -1 when it is cut short: then what
   * is there stays visible and the mark is set.
   */
  place(layout: Layout): number {
    const node = layout.$node;
    const { at } = this;
    const to = at + node.size;
    if (to <= this.end && to <= this.have) {
      this.push(node, at, to, 0);
      this.at = to;
      return at;
    }
    const there = Math.min(this.end, this.have);
    if (there > at) this.push(node, at, there, 0);
    this.fault(node.size);
    return -1;
  }

  /** Places a layout of computed fields over bytes `start..end`, without moving. */
  span(layout: Layout, start: number, end: number): number {
    return this.push(layout.$node, start, end < this.have ? end : this.have, 0);
  }

  /** Adds a field over bytes `start..end`, as far as they were captured; `value` is a small integer for its `compute`. Returns the row. */
  add(field: Field, start: number, end: number, value = 0): number {
    return this.push(field, start, end < this.have ? end : this.have, value);
  }

  /** Adds a generated field that lies in no byte. Returns the row. */
  put(field: Field, value: number): number {
    return this.push(field, this.at, this.at, this.frame.addNumber(value));
  }

  /** Places a table of numbers that come with the row; returns where in {@link numbers} the first of them goes. */
  found(layout: Layout): number {
    const { frame } = this;
    const node = layout.$node;
    const base = frame.takeNumbers(node.numbers);
    this.push(node, this.at, this.at, base);
    return base;
  }

  /** Takes `size` bytes as one field and steps over them; false (and a mark) when they are not there. */
  take(field: Field, size: number): boolean {
    const to = this.at + size;
    const there = Math.min(this.end, this.have);
    if (to <= there) {
      this.push(field, this.at, to, 0);
      this.at = to;
      return true;
    }
    if (there > this.at && field.size === 0) this.push(field, this.at, there, 0);
    this.fault(size);
    return false;
  }

  /** Takes what was captured of the rest of the layer as one row; none where nothing was. */
  takeRest(node: Group | Field): void {
    if (this.captured <= 0) return;
    const to = this.at + this.captured;
    this.push(node, this.at, to, 0);
    this.at = to;
  }

  protected push(node: Node, start: number, end: number, value: number): number {
    const { tape } = this;
    if (layerOf(this.rowPlace) !== tape.top) tape.footers = true;
    return tape.push(node, start, end, value, this.rowPlace);
  }

  /** Opens a row that nests the following ones until {@link close}. */
  open(node: Group | Field, start = this.at): number {
    const row = this.push(node, start, start, 0);
    this.rowPlace += DEEPER;
    return row;
  }

  /** Closes the row `open` returned, at the cursor. */
  close(row: number, end = this.at): void {
    this.tape.setEnd(row, end);
    this.rowPlace -= DEEPER;
  }

  /**
   * Ends the layer where the field of a placed layout says, counted from the layout's start. False when that lies
   * before the cursor: the length is shorter than the header that holds it.
   */
  bound(at: number, length: Field): boolean {
    return this.limit(at + this.get(at, length), length);
  }

  /** Ends the layer at `end`, as told by `by`. False (and a mark) when that lies before the cursor. */
  limit(end: number, by: Field): boolean {
    if (end < this.at) {
      this.limitedBy = by;
      this.malformed(this.at - end);
      return false;
    }
    if (end <= this.end) {
      this.end = end;
      this.limitedBy = by;
    }
    return true;
  }

  /**
   * Reads items until `end` (no further than the layer), as told by `by`. Stops when an item makes no progress or
   * is cut short, and leaves the cursor at `end` when all went well. Returns whether it did.
   */
  items(end: number, by: Field | undefined, item: (c: C) => void): boolean {
    const { end: outerEnd, limitedBy: outerBy } = this;
    const marked = this.frame.faults.length;
    if (end <= outerEnd) {
      this.end = end;
      this.limitedBy = by;
    }
    while (this.at < this.end) {
      const before = this.at;
      item(this as unknown as C);
      if (this.at <= before || this.frame.faults.length > marked) break;
    }
    const whole = this.at === this.end;
    this.end = outerEnd;
    this.limitedBy = outerBy;
    return whole;
  }
}
