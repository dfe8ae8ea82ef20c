import type { Cursor } from "./cursor.ts";
import type { Field, Value } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { LayoutNode } from "./layout.ts";
import { FIELD, GROUP, LAYOUT, type Node, PROTOCOL } from "./node.ts";
import type { Protocol } from "./protocol.ts";
import type { NameEntry } from "./registry.ts";
import type { Tape } from "./tape.ts";

/** Makes the cursor that expands rows of a frame; see `Dissector.expander`. */
export type Expander = (frame: Frame, row: number, into: (c: Cursor) => void) => Tape;

const everything = () => true;

/**
 * A frame's tape unrolled: protocols, groups and single fields in reading order, each with its bytes and value. The
 * same shape holds all rows of a frame or only those of one name. Reused from frame to frame.
 */
export class Rows {
  count = 0;
  readonly nodes: Node[] = [];
  /** Offsets in the row's source buffer. */
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** The number that came with the row. */
  readonly value: number[] = [];
  /** 0 for protocols, 1 for their fields, more for what is nested. */
  readonly depth: number[] = [];
  readonly source: number[] = [];
  /** The row's index on the tape, and the layer's. */
  readonly row: number[] = [];
  readonly layer: number[] = [];
  readonly flags: number[] = [];
  /** What `compute` gave; undefined for rows that are read from bytes or the tape. */
  readonly computed: (Value | undefined)[] = [];
  private readonly expander: Expander | undefined;
  /** Whether hidden fields are collected too. */
  private hidden = false;

  constructor(expander?: Expander) {
    this.expander = expander;
  }

  /**
   * Unrolls what people are shown of the frame, layer by layer: all but hidden fields and protocols. `wanted` leaves
   * out further layers.
   */
  unroll(frame: Frame, wanted: (protocol: Protocol) => boolean = everything): this {
    this.count = 0;
    this.hidden = false;
    const { tape } = frame;
    for (let layer = 0; layer < tape.count; layer++) {
      const node = tape.nodes[layer]!;
      if (node.kind !== PROTOCOL || (node as Protocol).hidden || !wanted(node as Protocol)) continue;
      this.unrollLayer(frame, layer);
    }
    return this;
  }

  private unrollLayer(frame: Frame, layer: number): void {
    const { tape } = frame;
    for (let row = layer; row < tape.count; row++) {
      if (tape.layer(row) === layer) this.unrollRow(frame, tape, row, 0);
      else if (!tape.footers) return;
    }
  }

  /** Collects only the values of one name, in tape order. */
  select(frame: Frame, entry: NameEntry): this {
    this.count = 0;
    const { tape } = frame;
    const { origins, protocol, expandedBy } = entry;
    if (expandedBy.length > 0 && expandedBy.some((owner) => tape.has(owner))) return this.selectExpanded(frame, entry);
    for (let row = 0; row < tape.count; row++) {
      const node = tape.nodes[row]!;
      if (protocol === node) this.push(node, tape, row, tape.start(row), tape.end(row), 0);
      for (let i = 0; i < origins.length; i++) {
        const origin = origins[i]!;
        if (origin.node !== node) continue;
        if (node.kind === LAYOUT) this.unrollField(frame, tape, row, origin.field, 0);
        else this.freeField(frame, tape, row, origin.field, 0);
      }
    }
    return this;
  }

  private selectExpanded(frame: Frame, entry: NameEntry): this {
    this.hidden = true;
    for (let layer = 0; layer < frame.tape.count; layer++) {
      if (frame.tape.nodes[layer]!.kind === PROTOCOL) this.unrollLayer(frame, layer);
    }
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const node = this.nodes[i]!;
      if (node.kind !== FIELD) continue;
      if (node.name === entry.name || (node as Field).also.includes(entry.name)) this.move(i, kept++);
    }
    this.count = kept;
    return this;
  }

  private move(from: number, to: number): void {
    this.nodes[to] = this.nodes[from]!;
    this.start[to] = this.start[from]!;
    this.end[to] = this.end[from]!;
    this.value[to] = this.value[from]!;
    this.depth[to] = this.depth[from]!;
    this.source[to] = this.source[from]!;
    this.row[to] = this.row[from]!;
    this.layer[to] = this.layer[from]!;
    this.flags[to] = this.flags[from]!;
    this.computed[to] = this.computed[from];
  }

  private unrollRow(frame: Frame, tape: Tape, row: number, deeper: number): void {
    const node = tape.nodes[row]!;
    if (node.kind === LAYOUT) {
      const { fields, group } = node as LayoutNode;
      if (group !== undefined) this.push(group, tape, row, tape.start(row), tape.end(row), deeper);
      const nested = group === undefined ? deeper : deeper + 1;
      for (let i = 0; i < fields.length; i++) {
        const field = fields[i]!;
        if (!field.hidden || this.hidden) this.unrollField(frame, tape, row, field, nested);
      }
    } else if (node.kind === FIELD && (node as Field).hidden && !this.hidden) return;
    else if (node.kind === FIELD) this.freeField(frame, tape, row, node as Field, deeper);
    else this.push(node, tape, row, tape.start(row), tape.end(row), deeper);
    if (node.expand !== undefined && this.expander !== undefined && tape === frame.tape) {
      const { expand } = node;
      const more = this.expander(frame, row, (c) => expand(c, tape.value(row)));
      for (let i = 0; i < more.count; i++) this.unrollRow(frame, more, i, deeper + tape.depth(row) + 1);
    }
  }

  private unrollField(frame: Frame, tape: Tape, row: number, field: Field, deeper: number): void {
    const at = tape.start(row);
    const stop = tape.end(row);
    if (field.slot >= 0) {
      const value = frame.numbers[tape.value(row) + field.slot]!;
      if (Number.isNaN(value)) return;
      this.push(field, tape, row, at, stop, deeper + field.depth);
      this.value[this.count - 1] = value;
    } else if (field.offset < 0) {
      if (stop - at < (tape.nodes[row] as LayoutNode).size) return;
      this.computedField(frame, tape, row, field, at, stop, deeper + field.depth);
    } else if (at + field.offset + field.size <= stop) {
      const start = at + field.offset;
      if (field.compute) this.computedField(frame, tape, row, field, start, start + field.size, deeper + field.depth);
      else this.push(field, tape, row, start, start + field.size, deeper + field.depth);
    }
  }

  private freeField(frame: Frame, tape: Tape, row: number, field: Field, deeper: number): void {
    const start = tape.start(row);
    if (field.compute) this.computedField(frame, tape, row, field, start, tape.end(row), deeper);
    else {
      this.push(field, tape, row, start, tape.end(row), deeper);
      if (field.generated && field.type !== "string") this.value[this.count - 1] = frame.numbers[tape.value(row)]!;
    }
  }

  private computedField(
    frame: Frame, tape: Tape, row: number, field: Field, start: number, end: number, deeper: number,
  ): void {
    const bytes = frame.source(tape.source(row)).bytes;
    const value = field.compute!({ bytes, start, end, value: tape.value(row), frame, row });
    if (value === undefined) return;
    this.push(field, tape, row, start, end, deeper);
    this.computed[this.count - 1] = value;
  }

  private push(node: Node, tape: Tape, row: number, start: number, end: number, deeper: number): void {
    const i = this.count++;
    this.nodes[i] = node;
    this.start[i] = start;
    this.end[i] = end;
    this.value[i] = tape.value(row);
    this.depth[i] = tape.depth(row) + deeper;
    this.source[i] = tape.source(row);
    this.row[i] = row;
    this.layer[i] = tape.layer(row);
    this.flags[i] = tape.flags(row);
    this.computed[i] = undefined;
  }

  /** True for a row that is a field. */
  isField(i: number): boolean {
    return this.nodes[i]!.kind === FIELD;
  }

  /** True for a row that only nests others. */
  isGroup(i: number): boolean {
    return this.nodes[i]!.kind === GROUP;
  }
}
