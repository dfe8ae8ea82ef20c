import { computed, type Field } from "../../core/field.ts";
import { type FieldSet, fields, type Layout, layout } from "../../core/layout.ts";
import { type Part, type Rows, repeated } from "../shared/parts.ts";
import { endOfName, nameText } from "./names.ts";

/** A table of `size` bytes that a record may hold. */
export const block = <const T extends Rows>(size: number, rows: T): Layout<T> => layout("dns", size, repeated(rows));

/** Fields of a record without a constant place. */
export const free = <const T extends Rows>(rows: T): FieldSet<T> => fields("dns", repeated(rows));

/** A field whose bytes are a domain name. */
export const domain = (label: string) => computed("string", label, nameText);

/** Takes a domain name. */
export const name =
  (field: Field): Part =>
  (c) => {
    const end = endOfName(c);
    if (end < 0) return false;
    c.add(field, c.at, end);
    c.at = end;
    return true;
  };
