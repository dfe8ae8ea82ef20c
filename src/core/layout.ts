import { Field, type Row } from "./field.ts";
import { LAYOUT, type Node } from "./node.ts";
import type { Group } from "./protocol.ts";

type Rows = Readonly<Record<string, Row>>;
type Fields<T> = { readonly [K in keyof T]: Field };

/** A header as a table of fields at constant offsets; `udp.length` is the field, `udp.$node` what goes on the tape. */
export type Layout<T = object> = Fields<T> & { readonly $node: LayoutNode };

/** Fields that are placed one by one, under one prefix. */
export type FieldSet<T = object> = Fields<T>;

/** What the tape holds of a layout: its size in bytes and its fields in table order. */
export class LayoutNode implements Node {
  readonly kind = LAYOUT;
  readonly expand = undefined;
  readonly name: string;
  readonly size: number;
  readonly fields: readonly Field[];
  /** How many of the fields are numbers that come with the row. */
  readonly numbers: number;
  /** Set where the layout is one entry of a list: its fields stand in a group of their own. */
  readonly group: Group | undefined;

  constructor(name: string, size: number, fields: readonly Field[], group: Group | undefined) {
    this.group = group;
    this.numbers = fields.filter((field) => field.slot >= 0).length;
    this.name = name;
    this.size = size;
    this.fields = fields;
  }
}

/**
 * Declares a header of `size` bytes. Keys are Wireshark names without the prefix; `flags.df` nests under `flags`.
 * With `entryOf`, each placement is one entry of that group.
 * Throws at start-up where the rows leave a gap, overlap or pass the end, or a nested row leaves its parent.
 */
export function layout<const T extends Rows>(prefix: string, size: number, rows: T, entryOf?: Group): Layout<T> {
  checkRows(prefix, size, rows);
  const made = makeFields(prefix, rows);
  return { ...made, $node: new LayoutNode(prefix, size, Object.values(made), entryOf) } as Layout<T>;
}

/**
 * Declares a table of numbers that are not in the bytes but learnt: stream numbers, relative sequence numbers. A
 * dissector places it with `found()` and writes its numbers by `field.slot`.
 */
export function numbers<const T extends Rows>(prefix: string, rows: T): Layout<T> {
  const named = Object.keys(rows);
  const made = makeFields(prefix, rows, (key) => named.indexOf(key));
  return { ...made, $node: new LayoutNode(prefix, 0, Object.values(made), undefined) } as Layout<T>;
}

/** Declares fields without a constant place, under one prefix. */
export function fields<const T extends Rows>(prefix: string, rows: T): FieldSet<T> {
  return makeFields(prefix, rows) as FieldSet<T>;
}

function makeFields(prefix: string, rows: Rows, slotOf = (_key: string) => -1): Record<string, Field> {
  const named = (key: string) => (key === "" ? prefix : `${prefix}.${key}`);
  return Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, new Field(row, named(key), depthOf(key, rows), slotOf(key))]),
  );
}

function parentOf(key: string, rows: Rows): string | undefined {
  for (let dot = key.lastIndexOf("."); dot > 0; dot = key.lastIndexOf(".", dot - 1)) {
    const parent = key.slice(0, dot);
    if (parent in rows) return parent;
  }
  return undefined;
}

function depthOf(key: string, rows: Rows): number {
  const { offset, firstBit, options } = rows[key]!;
  const isPlaced = offset >= 0 || firstBit >= 0 || options.compute !== undefined || options.generated === true;
  const parent = isPlaced ? parentOf(key, rows) : undefined;
  return parent === undefined ? 0 : 1 + depthOf(parent, rows);
}

/** First bit and one past the last bit a row names, counted from the layout's start; of a little-endian number all bits. */
function span(row: Row): [number, number] {
  return row.firstBit >= 0 && row.options.little !== true
    ? [row.firstBit, row.firstBit + row.bitCount]
    : [row.offset * 8, (row.offset + row.size) * 8];
}

/** True for a row that makes something else of bytes another row shows. */
function isDerived({ options }: Row): boolean {
  return options.hidden === true && options.compute !== undefined;
}

function checkRows(prefix: string, size: number, rows: Rows): void {
  const top: [string, number, number][] = [];
  for (const [key, row] of Object.entries(rows)) {
    if (row.offset < 0 || isDerived(row)) continue;
    const [from, to] = span(row);
    const parent = parentOf(key, rows);
    if (parent === undefined || rows[parent]!.offset < 0) top.push([key, from, to]);
    else {
      const [low, high] = span(rows[parent]!);
      if (from < low || to > high) throw new Error(`layout ${prefix}: ${key} lies outside ${parent}`);
    }
  }
  top.sort((a, b) => a[1] - b[1]);
  let at = 0;
  for (const [key, from, to] of top) {
    if (from !== at)
      throw new Error(
        `layout ${prefix}: ${from > at ? "gap before" : "overlap at"} ${key} (bit ${from}, expected ${at})`,
      );
    at = to;
  }
  if (at !== size * 8) throw new Error(`layout ${prefix}: rows cover ${at} bits of ${size * 8}`);
}
