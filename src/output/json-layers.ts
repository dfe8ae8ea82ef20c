import type { Field, FieldType } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import type { LayoutNode } from "../core/layout.ts";
import { FIELD, GROUP, LAYOUT, type Node, PROTOCOL } from "../core/node.ts";
import type { Group } from "../core/protocol.ts";
import type { Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import type { Tape } from "../core/tape.ts";
import { ascii, type ByteWriter } from "../core/writer.ts";
import { closeList, nextKey } from "./json-text.ts";

const COMMA = 44;
const QUOTE = 34;
const OPEN = 123;
const CLOSE = 125;
const TRUE = ascii("true");
const FALSE = ascii("false");

/** How the object of a layer is written. */
export interface LayerStyle {
  /** The member's name for a field under one of its names. */
  nameOf(name: string, field: Field): string;
  /** Hidden fields are written too. */
  readonly hidden: boolean;
  /** Lists are not told from their records, and a name with one value is no array. */
  readonly flat: boolean;
  /** Writes a whole number below 2^48 that needs no looking up. */
  number(w: ByteWriter, field: Field, value: number): void;
  /** Writes the value of row `i`. */
  value(w: ByteWriter, frame: Frame, rows: Rows, i: number): void;
}

/** A member of JSON objects: one name, or a list of records. */
interface Member {
  /** Its name with the comma before and the colon after. */
  readonly key: Uint8Array;
  /** It can have several values and is written at the end of its object, as an array unless the style says otherwise. */
  readonly many: boolean;
  /** The last object it was written to, for a name is written once. */
  object: number;
}

/** Ways to write a value; all but the last read it from its place without anything in between. */
const NUMBER = 0;
const TRUTH = 1;
const IPV4 = 2;
const ETHER = 3;
const FOUND = 4;
const ANY = 5;

/** One field of a node and how it is written. */
interface Step {
  readonly field: Field;
  readonly members: readonly Member[];
  readonly way: number;
}

/** What a tape row of a node becomes. */
interface Plan {
  readonly steps: readonly Step[];
  /** The list the row is a record of. */
  readonly list: Member | undefined;
}

/** Writes layers' fields as JSON objects straight from the tape. */
export class JsonLayers {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly registry: Registry;
  private readonly kept: ReadonlySet<string>;
  private readonly style: LayerStyle;
  private readonly plans = new Map<Node, Plan>();
  private readonly members = new Map<string, Member>();
  private objects = 0;
  // What waits for the end of its object, because it shares an array: members with the first and last link of their
  // chains, and the links, each a row and the step in it.
  private waiting = 0;
  private readonly waitingMembers: Member[] = [];
  private readonly heads: number[] = [];
  private readonly tails: number[] = [];
  private links = 0;
  private readonly nextLink: number[] = [];
  private readonly linkRow: number[] = [];
  private readonly linkStep: (Step | undefined)[] = [];

  /** `kept`: names of the fields to write; empty for all. */
  constructor(out: ByteWriter, rows: Rows, registry: Registry, kept: ReadonlySet<string>, style: LayerStyle) {
    this.out = out;
    this.rows = rows;
    this.registry = registry;
    this.kept = kept;
    this.style = style;
  }

  /** Writes the layer headed by a row of the tape that `rows.expanded` gave; false when it has no field to write. */
  layer(frame: Frame, tape: Tape, layer: number): boolean {
    return this.object(frame, tape, layer, layer + 1, tape.footers ? tape.count : tape.layerEnd(layer), -1);
  }

  /** Writes rows `from..to` of a layer as one object; `record` is the row among them whose list this is a record of. */
  private object(frame: Frame, tape: Tape, layer: number, from: number, to: number, record: number): boolean {
    const { out } = this;
    const waitingBefore = this.waiting;
    const linksBefore = this.links;
    const begun = out.at;
    const object = ++this.objects;
    for (let row = from; row < to; row++) {
      if (tape.layer(row) !== layer) continue;
      const plan = this.plans.get(tape.nodes[row]!) ?? this.plan(tape.nodes[row]!);
      if (plan.list !== undefined && row !== record) {
        this.wait(plan.list, row, undefined, waitingBefore);
        row = recordEnd(tape, row, to) - 1;
        continue;
      }
      const { steps } = plan;
      for (let i = 0; i < steps.length; i++) this.step(frame, tape, row, steps[i]!, object, waitingBefore);
    }
    for (let w = waitingBefore; w < this.waiting; w++) this.array(frame, tape, layer, w, to);
    this.waiting = waitingBefore;
    this.links = linksBefore;
    const empty = out.at === begun;
    // Every member begins with a comma: the first one's place is the bracket's.
    if (empty) out.byte(OPEN);
    else out.buffer[begun] = OPEN;
    out.byte(CLOSE);
    return !empty;
  }

  private step(frame: Frame, tape: Tape, row: number, step: Step, object: number, waitingBefore: number): void {
    const { members } = step;
    for (let m = 0; m < members.length; m++) {
      const member = members[m]!;
      if (member.many) this.wait(member, row, step, waitingBefore);
      else if (member.object !== object) {
        const before = this.out.at;
        this.out.put(member.key);
        if (this.value(frame, tape, row, step)) member.object = object;
        else this.out.at = before;
      }
    }
  }

  private wait(member: Member, row: number, step: Step | undefined, waitingBefore: number): void {
    const link = this.links++;
    this.nextLink[link] = -1;
    this.linkRow[link] = row;
    this.linkStep[link] = step;
    for (let w = waitingBefore; w < this.waiting; w++) {
      if (this.waitingMembers[w] !== member) continue;
      this.nextLink[this.tails[w]!] = link;
      this.tails[w] = link;
      return;
    }
    const w = this.waiting++;
    this.waitingMembers[w] = member;
    this.heads[w] = this.tails[w] = link;
  }

  private array(frame: Frame, tape: Tape, layer: number, w: number, to: number): void {
    const { out } = this;
    const before = out.at;
    out.put(this.waitingMembers[w]!.key);
    const begun = out.at;
    let written = 0;
    for (let link = this.heads[w]!; link >= 0; link = this.nextLink[link]!) {
      const item = out.at;
      const row = this.linkRow[link]!;
      const step = this.linkStep[link];
      out.byte(COMMA);
      const holds =
        step !== undefined
          ? this.value(frame, tape, row, step)
          : this.object(frame, tape, layer, row, recordEnd(tape, row, to), row) || this.kept.size === 0;
      if (holds) written++;
      else out.at = item;
    }
    if (out.at === begun) out.at = before;
    else closeList(out, begun, this.style.flat && written === 1);
  }

  /** Writes the value a step has in a row; false where the row does not hold it. */
  private value(frame: Frame, tape: Tape, row: number, step: Step): boolean {
    const { out, rows } = this;
    const { field, way } = step;
    if (way === FOUND) {
      const value = frame.numbers[tape.value(row) + field.slot]!;
      if (!Number.isNaN(value)) this.style.number(out, field, value);
      return !Number.isNaN(value);
    }
    if (way === ANY) {
      if (!rows.single(frame, tape, row, field)) return false;
      this.style.value(out, frame, rows, 0);
      return true;
    }
    const start = tape.start(row);
    if (start + field.offset + field.size > tape.end(row)) return false;
    const { bytes } = frame.source(tape.source(row));
    if (way === NUMBER) this.style.number(out, field, field.read(bytes, start));
    else if (way === TRUTH) out.put(field.read(bytes, start) === 0 ? FALSE : TRUE);
    else if (way === IPV4)
      out
        .byte(QUOTE)
        .ipv4(bytes, start + field.offset)
        .byte(QUOTE);
    else
      out
        .byte(QUOTE)
        .ether(bytes, start + field.offset)
        .byte(QUOTE);
    return true;
  }

  private plan(node: Node): Plan {
    let plan: Plan = { steps: [], list: undefined };
    if (node.kind === FIELD) plan = { steps: this.steps([node as Field], ANY), list: undefined };
    else if (node.kind === GROUP) plan = { steps: [], list: this.list(node as Group) };
    else if (node.kind === LAYOUT) {
      const { fields, group } = node as LayoutNode;
      plan = { steps: this.steps(fields), list: group && this.list(group) };
    }
    this.plans.set(node, plan);
    return plan;
  }

  private steps(fields: readonly Field[], way?: number): Step[] {
    return fields
      .filter(({ hidden }) => !hidden || this.style.hidden)
      .map((field) => ({
        field,
        way: way ?? wayOf(field),
        members: [field.name, ...field.also]
          .filter((name) => this.kept.size === 0 || this.kept.has(name))
          .map((name) => this.member(this.style.nameOf(name, field), this.registry.find(name)?.many ?? false)),
      }));
  }

  private list({ list }: Group): Member | undefined {
    return list === undefined || this.style.flat ? undefined : this.member(list, true);
  }

  /** Rows that share a name share its member, which is how their values find to one another. */
  private member(name: string, many: boolean): Member {
    const known = this.members.get(name);
    if (known) return known;
    const made: Member = { key: nextKey(name), many, object: 0 };
    this.members.set(name, made);
    return made;
  }
}

/** Types whose values JSON holds as numbers. */
const NUMERIC: ReadonlySet<FieldType> = new Set(["uint", "int", "frame"]);

function wayOf(field: Field): number {
  if (field.slot >= 0 && NUMERIC.has(field.type)) return FOUND;
  if (field.slot >= 0 || field.compute !== undefined || field.offset < 0 || field.size > 6) return ANY;
  switch (field.type) {
    case "uint":
    case "frame":
      return NUMBER;
    case "bool":
      return TRUTH;
    case "ipv4":
      return IPV4;
    case "ether":
      return ETHER;
    default:
      return ANY;
  }
}

/** One past the rows nested under a row, which are the record it begins. */
function recordEnd(tape: Tape, row: number, to: number): number {
  const depth = tape.depth(row);
  let end = row + 1;
  while (end < to && tape.nodes[end]!.kind !== PROTOCOL && tape.depth(end) > depth) end++;
  return end;
}
