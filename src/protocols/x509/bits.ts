import type { Cursor } from "../../core/cursor.ts";
import { type Field, u8 } from "../../core/field.ts";
import { BIT_STRING, type Type } from "../shared/asn1.ts";
import { rows } from "./rows.ts";

/** What Basic Encoding Rules add to a value. */
export const ber = rows("ber", { "bitstring.padding": u8("Padding", { unit: "bits" }) });

/** A string of bits: how many of the last octet are none, and the rest (X.690 section 8.6), with a row for each of `flags`. */
export const bitString = (row: Field, ...flags: readonly Field[]): Type => ({
  is: (tag) => tag === BIT_STRING,
  read(c) {
    if (c.captured < 1) return;
    c.add(ber["bitstring.padding"], c.at, ++c.at);
    bits(c, row, flags);
  },
});

function bits(c: Cursor, row: Field, flags: readonly Field[]): void {
  const opened = c.open(row);
  for (const flag of flags) c.add(flag, c.at, c.end);
  c.close(opened, c.end);
}
