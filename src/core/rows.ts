import type { Cursor } from "./cursor.ts";
import type { Field, Value } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { LayoutNode } from "./layout.ts";
import { FIELD, GROUP, LAYOUT, MENTION, type Node, PROTOCOL } from "./node.ts";
import type { Group, Protocol } from "./protocol.ts";
import type { NameEntry } from "./registry.ts";
import { MAX_DEPTH, placeOf, Tape } from "./tape.ts";

/** Makes the cursor that expands rows of a frame; see `Dissector.expander`. */
export type Expander = (frame: Frame, row: number, into: (c: Cursor) => void) => Tape;

const everything = () => true;

function expands(tape: Tape): boolean {
  for (let row = 0; row < tape.count; row++) if (tape.nodes[row]!.expand !== undefined) return true;
  return false;
}

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
  /** The row of the frame's tape it stands for or was expanded from, and the layer's. */
  readonly row: number[] = [];
  readonly layer: number[] = [];
  readonly flags: number[] = [];
  /** What `compute` gave; undefined for rows that are read from bytes or the tape. */
  readonly computed: (Value | undefined)[] = [];
  private readonly expander: Expander | undefined;
  /** The tape {@link expanded} fills. */
  private readonly flat = new Tape();
  /** The rows of the frame's tape that those of {@link flat} come from. */
  private readonly owners: number[] = [];

  constructor(expander?: Expander) {
    this.expander = expander;
  }

  /**
   * Unrolls what people are shown of the frame, layer by layer: all but hidden fields and protocols. `wanted` leaves
   * out further layers.
   */
  unroll(frame: Frame, wanted: (protocol: Protocol) => boolean = everything): this {
    this.count = 0;
    const tape = this.expanded(frame);
    for (let layer = 0; layer < tape.count; layer++) {
      const node = tape.nodes[layer]!;
      if (node.kind !== PROTOCOL || (node as Protocol).hidden || !wanted(node as Protocol)) continue;
      if (tape.isNominal(layer)) continue;
      for (let row = layer; row < tape.count; row++) {
        if (tape.layer(row) === layer) this.unrollRow(frame, tape, row);
        else if (!tape.footers) break;
      }
    }
    return this;
  }

  /** Collects only the values of one name, in tape order. */
  select(frame: Frame, entry: NameEntry): this {
    this.count = 0;
    const { origins, protocol, expandedBy } = entry;
    const tape = expandedBy.length > 0 ? this.expanded(frame) : frame.tape;
    for (let row = 0; row < tape.count; row++) {
      const node = tape.nodes[row]!;
      if (protocol === node && !tape.isNominal(row)) this.push(node, tape, row, tape.start(row), tape.end(row), 0);
      for (let i = 0; i < origins.length; i++) {
        const origin = origins[i]!;
        if (origin.node !== node) continue;
        if (node.kind === LAYOUT) this.unrollField(frame, tape, row, origin.field, 0);
        else this.freeField(frame, tape, row, origin.field, 0);
      }
    }
    return this;
  }

  /** Collects one field of one row of a tape that {@link expanded} gave; false where the row does not hold it. */
  single(frame: Frame, tape: Tape, row: number, field: Field): boolean {
    this.count = 0;
    if (tape.nodes[row]!.kind === LAYOUT) this.unrollField(frame, tape, row, field, 0);
    else this.freeField(frame, tape, row, field, 0);
    return this.count > 0;
  }

  /** The frame's tape, or where a row of it expands, one that holds the rows inside too. */
  expanded(frame: Frame): Tape {
    const { tape } = frame;
    const { flat, owners, expander } = this;
    if (expander === undefined || !expands(tape)) return tape;
    flat.clear();
    flat.footers = tape.footers;
    const moved: number[] = [];
    const copy = (from: Tape, row: number, layer: number, deeper: number) => {
      const depth = Math.min(MAX_DEPTH, from.depth(row) + deeper);
      flat.push(
        from.nodes[row]!,
        from.start(row),
        from.end(row),
        from.value(row),
        placeOf(layer, depth, from.source(row), from.flags(row)),
      );
    };
    for (let row = 0; row < tape.count; row++) {
      moved[row] = flat.count;
      owners[flat.count] = row;
      const layer = moved[tape.layer(row)]!;
      const node = tape.nodes[row]!;
      const isDeferred = node.kind === GROUP && (node as Group).deferred;
      if (!isDeferred) copy(tape, row, layer, 0);
      const { expand } = node;
      if (expand === undefined) continue;
      const inside = expander(frame, row, (c) => expand(c, tape.value(row)));
      for (let i = 0; i < inside.count; i++) {
        owners[flat.count] = row;
        copy(inside, i, layer, tape.depth(row) + (isDeferred ? 0 : 1));
      }
    }
    return flat;
  }

  private unrollRow(frame: Frame, tape: Tape, row: number): void {
    const node = tape.nodes[row]!;
    if (node.kind === LAYOUT) {
      const { fields, group } = node as LayoutNode;
      if (group !== undefined) this.push(group, tape, row, tape.start(row), tape.end(row), 0);
      for (let i = 0; i < fields.length; i++) {
        const field = fields[i]!;
        if (!field.hidden) this.unrollField(frame, tape, row, field, group === undefined ? 0 : 1);
      }
    } else if (node.kind === MENTION) return;
    else if (node.kind !== FIELD) this.push(node, tape, row, tape.start(row), tape.end(row), 0);
    else if (!(node as Field).hidden) this.freeField(frame, tape, row, node as Field, 0);
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
    frame: Frame,
    tape: Tape,
    row: number,
    field: Field,
    start: number,
    end: number,
    deeper: number,
  ): void {
    const bytes = frame.source(tape.source(row)).bytes;
    const value = field.compute!({
      bytes,
      start,
      end,
      value: tape.value(row),
      frame,
      row: this.owner(tape, row),
      rows: this,
    });
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
    this.row[i] = this.owner(tape, row);
    this.layer[i] = this.owner(tape, tape.layer(row));
    this.flags[i] = tape.flags(row);
    this.computed[i] = undefined;
  }

  private owner(tape: Tape, row: number): number {
    return tape === this.flat ? this.owners[row]! : row;
  }

  /** True for a row that is a field. */
  isField(i: number): boolean {
    return this.nodes[i]!.kind === FIELD;
  }
}
