import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, type Row } from "../../core/field.ts";
import { type FieldSet, fields, type Layout, layout } from "../../core/layout.ts";
import { nameEnd, nameText } from "./names.ts";

/** One step through a record's data, whose end the cursor knows; false when it is cut short. */
export type Part = (c: Cursor) => boolean;

type Rows = Readonly<Record<string, Row>>;

/** Rows of a record, of which a message has many. */
function repeated<T extends Rows>(rows: T): T {
  const entries = Object.entries(rows).map(([key, row]) => [key, { ...row, options: { ...row.options, many: true } }]);
  return Object.fromEntries(entries) as T;
}

/** A table of `size` bytes that a record may hold. */
export const block = <const T extends Rows>(size: number, rows: T): Layout<T> => layout("dns", size, repeated(rows));

/** Fields of a record without a constant place. */
export const free = <const T extends Rows>(rows: T): FieldSet<T> => fields("dns", repeated(rows));

/** A field whose bytes are a domain name. */
export const domain = (label: string) => computed("string", label, nameText);

/** Places a table. */
export const place = (node: Layout): Part => (c) => c.place(node) >= 0;

/** Takes a domain name. */
export const name = (field: Field): Part => (c) => {
  const end = nameEnd(c);
  if (end < 0) return false;
  c.add(field, c.at, end);
  c.at = end;
  return true;
};

/** Takes `size` bytes. */
export const take = (field: Field, size: number): Part => (c) => c.take(field, size);

/** Takes a string with its length in the byte before it (RFC 1035 section 3.3). */
export const string = (length: Field, value: Field): Part => (c) => {
  const { at } = c;
  return c.take(length, 1) && c.take(value, c.u8(at));
};

/** Takes what is left. */
export const rest = (field: Field): Part => (c) => c.take(field, c.left);

/** Takes the same again and again until nothing is left. */
export const list = (part: Part): Part => (c) => c.items(c.end, c.limitedBy, part as (c: Cursor) => void);

/** Takes `inner` if anything is left. */
export const optional = (inner: Part): Part => (c) => c.left <= 0 || inner(c);

/** Reads a part that ends at `end`, as told by `by`; what it leaves is passed over. */
export function within(c: Cursor, end: number, by: Field, part: Part): void {
  const { end: outer, limitedBy } = c;
  if (end > outer) return c.fault(end - c.at);
  c.end = end;
  c.limitedBy = by;
  if (part(c)) c.at = end;
  c.end = outer;
  c.limitedBy = limitedBy;
}
