import { bigAt, type Field } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { marks } from "./marks.ts";
import type { Node } from "./node.ts";
import type { Framing, Group, Key, Protocol } from "./protocol.ts";
import type { DispatchTable, Registry, TableName } from "./registry.ts";
import { DEEPER, inSource, layerOf, placeOf, QUOTED, type Tape } from "./tape.ts";

/** What a stream dissector still lacks: a number of bytes, or one of these. */
export const ENOUGH = 0;
/** One more segment, however long. */
export const MORE = -1;
/** Everything until the stream closes. */
export const UNTIL_CLOSE = -2;
/** None: the bytes are the dissector's, but there is nothing in them to show. */
export const NOTHING = -3;

/**
 * Where dissection stands in a frame. One instance serves all frames of a run; a dissector places what it finds and
 * never slices, copies or throws. All offsets are absolute in `bytes`.
 */
export class Cursor {
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
  /** True where the bytes are a stream: a dissector may say that it needs more of them. */
  streaming = false;
  /** Set by stream dissectors: {@link ENOUGH}, {@link MORE}, {@link UNTIL_CLOSE} or bytes missing. */
  wanted = ENOUGH;
  /** The stream the bytes belong to and its direction: twice the stream's number, plus 1 one way; -1 outside a stream. */
  conversation = -1;
  /** True where the dissector has seen the first bytes of the message at the cursor before, and wanted more. */
  resumed = false;
  /** First line of the message that is not complete, set by the dissector that wants more; "" where it is not known. */
  line = "";
  /** True in a stream whose end was seen: what is there is all there will be. */
  closing = false;
  /** True once a mark was set in this frame. */
  broken = false;
  /** The ports {@link nextPort} was last given: the innermost conversation's. */
  sourcePort = 0;
  destinationPort = 0;

  /** The frame being dissected and its tape. */
  tape: Tape;
  frame: Frame;
  readonly registry: Registry;
  private readonly stateOwners: Protocol[] = [];
  private readonly states: object[] = [];
  /** The place of the next row: layer, depth, source and flags in one word (see tape.ts). */
  private rowPlace = 0;

  constructor(registry: Registry, frame: Frame) {
    this.registry = registry;
    this.frame = frame;
    this.tape = frame.tape;
  }

  /** Stands at the first byte of a frame's bytes. `end` is where the frame ended on the wire. */
  begin(frame: Frame, bytes: Uint8Array, start: number, have: number, end: number): void {
    this.frame = frame;
    this.tape = frame.tape;
    this.bytes = bytes;
    this.at = start;
    this.have = have;
    this.end = end;
    this.limitedBy = undefined;
    this.wanted = ENOUGH;
    this.conversation = -1;
    this.resumed = false;
    this.streaming = this.closing = false;
    this.broken = false;
    this.rowPlace = 0;
  }

  /** Opens the frame's own row and dissects what is in it. */
  start(root: Protocol): void {
    this.rowPlace = this.tape.open(root, this.at, this.have, 0);
    root.dissect(this);
  }

  /** Makes this the cursor of an expansion: its rows belong to a row of `layer`, and marks are not its business. */
  expanding(source: number, layer: number, flags: number): void {
    this.rowPlace = placeOf(layer, 0, source, flags | QUOTED);
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

  /** Marks the layer: `size` bytes were wanted at the cursor and are not there. */
  fault(size: number): void {
    if (this.isQuoted) return;
    const truncated = this.at + size <= this.end;
    this.mark(truncated ? marks.short : marks.malformed, size);
  }

  /** Marks the layer malformed: a length of `size` bytes at the cursor contradicts what stands around it. */
  malformed(size: number): void {
    if (!this.isQuoted) this.mark(marks.malformed, size);
  }

  private mark(kind: Field, wanted: number): void {
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
    if (!this.has(size)) {
      const there = Math.min(this.end, this.have);
      if (there > this.at && field.size === 0) this.push(field, this.at, there, 0);
      return false;
    }
    this.push(field, this.at, this.at + size, 0);
    this.at += size;
    return true;
  }

  private push(node: Node, start: number, end: number, value: number): number {
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
  items(end: number, by: Field | undefined, item: (c: Cursor) => void): boolean {
    const { end: outerEnd, limitedBy: outerBy } = this;
    const marked = this.frame.faults.length;
    if (end <= outerEnd) {
      this.end = end;
      this.limitedBy = by;
    }
    while (this.at < this.end) {
      const before = this.at;
      item(this);
      if (this.at <= before || this.frame.faults.length > marked) break;
    }
    const whole = this.at === this.end;
    this.end = outerEnd;
    this.limitedBy = outerBy;
    return whole;
  }

  /** Tells whose addresses these are: `size` bytes each (4, 16, 6), -1 for one that is not there. Innermost wins. */
  endpoints(source: number, destination: number, size: number): void {
    const { frame } = this;
    frame.addressBytes = this.bytes;
    frame.sourceAt = source;
    frame.destinationAt = destination;
    frame.addressSize = size;
  }

  /** The state `protocol` keeps during this run. */
  state<S extends object>(protocol: Protocol<S>): S {
    const asked = protocol as unknown as Protocol;
    for (let i = 0; i < this.stateOwners.length; i++) if (this.stateOwners[i] === asked) return this.states[i] as S;
    this.stateOwners.push(asked);
    this.states.push(protocol.state!());
    return this.states.at(-1) as S;
  }

  /**
   * Hands the rest of the layer to whoever claims `key` in `table`, or to the fallback. Returns where the claimant
   * says its data ends: what follows, up to this layer's end, is a footer.
   */
  next(table: TableName, key: Key): number {
    const { streaming } = this;
    const claims = table.in(this.registry);
    this.streaming = false;
    const end = this.try(claims.get(key)) ?? this.unclaimed(claims);
    this.streaming = streaming;
    return end;
  }

  /** As {@link next} for a payload named by two ports: the lower is asked first, then recognition by content. */
  nextPort(table: TableName, source: number, destination: number, known?: Protocol): number {
    const claims = table.in(this.registry);
    const low = source < destination ? source : destination;
    const high = source < destination ? destination : source;
    this.sourcePort = source;
    this.destinationPort = destination;
    return this.try(known) ?? this.try(claims.get(low)) ?? (low === high ? undefined : this.try(claims.get(high))) ??
      this.unclaimed(claims);
  }

  private unclaimed(claims: DispatchTable): number {
    const { sniffers } = claims;
    for (let i = 0; i < sniffers.length; i++) {
      const candidate = sniffers[i]!;
      if (!candidate.sniffs!(this)) continue;
      const end = this.try(candidate);
      if (end !== undefined) return end;
    }
    this.rest();
    return this.end;
  }

  /** Shows what is left of the layer as data. */
  rest(): void {
    const { fallback } = this.registry;
    const end = this.end < this.have ? this.end : this.have;
    if (fallback === undefined || end <= this.at) return;
    const { tape, rowPlace, at } = this;
    tape.setEnd(layerOf(rowPlace), at);
    const inside = tape.open(fallback, at, end, rowPlace);
    tape.push(fallback.fallback!.$node, at, end, 0, inside);
  }

  /** Runs a dissector on the rest of the layer; undefined when there is none or it refuses. */
  try(protocol: Protocol | undefined): number | undefined {
    if (protocol === undefined) return undefined;
    const { tape, at, end, limitedBy, rowPlace } = this;
    const { count, top } = tape;
    const layer = layerOf(rowPlace);
    const outerEnd = tape.end(layer);
    tape.setEnd(layer, at);
    this.rowPlace = tape.open(protocol, at, end < this.have ? end : this.have, rowPlace);
    const framed = !this.streaming || protocol.stream === undefined || this.frameMessage(protocol.stream);
    const verdict = framed ? protocol.dissect(this) : undefined;
    const claimed = this.end;
    this.rowPlace = rowPlace;
    this.end = end;
    this.limitedBy = limitedBy;
    if (verdict !== false && this.wanted === ENOUGH) return claimed;
    tape.count = count;
    tape.top = top;
    tape.setEnd(layer, outerEnd);
    this.at = at;
    return this.wanted === ENOUGH ? undefined : at;
  }

  /** Ends the layer where the message at the cursor ends and places its header; false when more bytes are needed. */
  private frameMessage(framing: Framing): boolean {
    const { size } = framing.header.$node;
    if (this.left < size) return this.need(MORE);
    const length = framing.length(this);
    if (length < size) this.malformed(size);
    else if (this.left < length) return this.need(length - this.left);
    else this.end = this.at + length;
    return length >= size && this.place(framing.header) >= 0;
  }

  /** Says that the message at the cursor is not complete: `bytes` are missing, {@link MORE} or {@link UNTIL_CLOSE}. */
  need(bytes: number): false {
    this.wanted = bytes;
    return false;
  }

  /** Adds a layer that only stands in the list of protocols; `value` is the key it passes on. */
  passing(protocol: Protocol, value = 0): void {
    this.tape.open(protocol, this.at, this.at, this.rowPlace, value);
  }

  /**
   * Runs `inner` on the packet quoted at the cursor: no analysis, no Info, running out of bytes is no fault, and its
   * addresses are not the frame's.
   */
  quoted(inner: (c: Cursor) => void): void {
    const { rowPlace, frame } = this;
    const { addressBytes, sourceAt, destinationAt, addressSize } = frame;
    this.rowPlace |= QUOTED;
    inner(this);
    this.rowPlace = rowPlace;
    frame.addressBytes = addressBytes;
    frame.sourceAt = sourceAt;
    frame.destinationAt = destinationAt;
    frame.addressSize = addressSize;
  }

  /** Runs `inner` with the cursor over another buffer, which must live until the next frame. */
  inSource(name: string, bytes: Uint8Array, start: number, end: number, inner: (c: Cursor) => void): void {
    const { bytes: outer, at, end: outerEnd, have, limitedBy, rowPlace, tape } = this;
    const layer = layerOf(rowPlace);
    this.rowPlace = inSource(rowPlace, this.frame.addSource(name, bytes, start, end));
    this.bytes = bytes;
    this.at = start;
    this.end = this.have = end;
    this.limitedBy = undefined;
    inner(this);
    // A layer inside ends the one around it where it begins, but here that offset counts in another source.
    tape.setEnd(layer, at);
    this.bytes = outer;
    this.at = at;
    this.end = outerEnd;
    this.have = have;
    this.limitedBy = limitedBy;
    this.rowPlace = rowPlace;
  }
}
