import type { Cursor } from "../../core/cursor.ts";
import type { Field, Row } from "../../core/field.ts";
import type { Layout } from "../../core/layout.ts";
import type { Group } from "../../core/protocol.ts";

/** One step through a record or option, whose end the cursor knows; false when it is cut short. */
export type Part = (c: Cursor) => boolean;

/** Tables of rows, as `layout` and `fields` take them. */
export type Rows = Readonly<Record<string, Row>>;

/** Rows of an entry of which a message may have many. */
export function repeated<T extends Rows>(rows: T): T {
  const entries = Object.entries(rows).map(([key, row]) => [key, { ...row, options: { ...row.options, many: true } }]);
  return Object.fromEntries(entries) as T;
}

/** One part after the other. */
export const all =
  (...parts: readonly Part[]): Part =>
  (c) => {
    for (let i = 0; i < parts.length; i++) if (!parts[i]!(c)) return false;
    return true;
  };

/** Places a table. */
export const place =
  (node: Layout): Part =>
  (c) =>
    c.place(node) >= 0;

/** Takes `size` bytes. */
export const take =
  (field: Field, size: number): Part =>
  (c) =>
    c.take(field, size);

/** Takes text with its length in the byte before it: all of it or nothing. */
export const string =
  (length: Field, value: Field): Part =>
  (c) => {
    const { at } = c;
    return c.take(length, 1) && c.has(c.u8(at)) && c.take(value, c.u8(at));
  };

/** Takes what is left. */
export const rest =
  (field: Field): Part =>
  (c) =>
    c.take(field, c.left);

/** A part whose rows are nested under one of their own. */
export const under =
  (node: Field | Group, ...parts: readonly Part[]): Part =>
  (c) => {
    const row = c.open(node);
    const whole = all(...parts)(c);
    c.close(row);
    return whole;
  };

/** Takes the same again and again until nothing is left. */
export const list =
  (part: Part): Part =>
  (c) =>
    c.items(c.end, c.limitedBy, part as (c: Cursor) => void);

/** Takes `inner` if anything is left. */
export const optional =
  (inner: Part): Part =>
  (c) =>
    c.left <= 0 || inner(c);

/** Leaves a value to nobody: it has no row of its own. */
export const unread: Part = () => true;

/** Reads a part that ends at `end`, as told by `by`; what it leaves is passed over. */
export function within(c: Cursor, end: number, by: Field, part: Part): void {
  const { end: outer, limitedBy } = c;
  if (end > outer) {
    c.fault(end - c.at);
    return;
  }
  c.end = end;
  c.limitedBy = by;
  if (part(c)) c.at = end;
  c.end = outer;
  c.limitedBy = limitedBy;
}
