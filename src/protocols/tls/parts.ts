import { bigAt, type Field } from "../../core/field.ts";
import { type FieldSet, fields, type Layout, layout } from "../../core/layout.ts";
import { all, type Part, type Rows, repeated, within } from "../shared/parts.ts";

export { under } from "../shared/parts.ts";

/** A table of `size` bytes that a record may hold several times. */
export const block = <const T extends Rows>(size: number, rows: T): Layout<T> => layout("tls", size, repeated(rows));

/** Fields of a message without a constant place. */
export const free = <const T extends Rows>(rows: T): FieldSet<T> => fields("tls", repeated(rows));

/** A vector (RFC 8446 section 3.4): its length in bytes, then what it holds. */
export const vector =
  (length: Field, ...parts: readonly Part[]): Part =>
  (c) => {
    const { at } = c;
    if (!c.take(length, length.size)) return false;
    within(c, c.at + bigAt(c.bytes, at, length.size), length, all(...parts));
    return !c.broken;
  };

/** What nothing is known of, or nobody can read. */
export const passOver: Part = (c) => {
  if (!c.has(c.left)) return false;
  c.at = c.end;
  return true;
};

/** A vector of bytes; one that is empty has no row of its own. */
export const opaque = (length: Field, value: Field): Part =>
  vector(length, (c) => c.left === 0 || c.take(value, c.left));

/** A list of numbers of `size` bytes each, as one row that expands to them. */
export const numbersOf =
  (listed: Field, size: number): Part =>
  (c) => {
    if (c.left % size === 0) return c.take(listed, c.left);
    c.malformed(size);
    return false;
  };
