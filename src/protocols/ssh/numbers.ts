import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { type Part, take } from "../shared/parts.ts";
import { exchange } from "./fields.ts";

const LENGTH_SIZE = 4;
/** Public values longer than this are of no method known. */
const LONGEST_KEY = 1024;

/** A string (RFC 4251 section 5): its length, then its bytes. */
export const blob = (length: Field, value: Field): Part => {
  const head = take(length, LENGTH_SIZE);
  return (c) => {
    const { at } = c;
    return head(c) && c.take(value, c.u32(at));
  };
};

/** A number of any length (mpint). */
export const mpint = (value: Field): Part => blob(exchange.mpint_length, value);

/** The same for a side's public value, which may be too long to be one. */
export const publicValue =
  (part: Part): Part =>
  (c: Cursor) => {
    if (c.captured >= LENGTH_SIZE && c.u32(c.at) > LONGEST_KEY)
      c.add(exchange["key_length.error"], c.at, c.at + LENGTH_SIZE);
    return part(c);
  };
