import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, type FieldOptions, type Reading } from "../../core/field.ts";
import { all, type Part } from "./parts.ts";

/** Bits of the largest number, behind the two that tell its length. */
const VALUE_BITS = 62;

/** Bytes of the number whose first byte this is (RFC 9000 section 16). */
export const varintSize = (first: number): number => 1 << (first >> 6);

/** The number of variable length at `at`, the nearest double where it has more than 53 bits; bytes that are not there are 0. */
export function varintAt(b: Uint8Array, at: number): number {
  let value = b[at]! & 0x3f;
  const size = varintSize(b[at]!);
  for (let i = 1; i < size; i++) value = value * 256 + (b[at + i] ?? 0);
  return value;
}

/** The number of variable length a row begins with, exactly. */
export function varintOf(r: Reading): number | bigint {
  const value = varintAt(r.bytes, r.start);
  if (Number.isSafeInteger(value)) return value;
  const exact = r.bytes.subarray(r.start, r.end).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asUintN(VALUE_BITS, exact);
}

/** A field that holds a number of variable length (RFC 9000 section 16). */
export const varint = (label: string, options: FieldOptions = {}) =>
  computed("uint", label, varintOf, { width: 64, ...options });

/** Takes the number at the cursor as `field`; -1 and a mark where it is cut. */
export function takeVarint(c: Cursor, field: Field): number {
  const { at } = c;
  if (!c.has(1) || !c.has(varintSize(c.u8(at)))) return -1;
  c.at += varintSize(c.u8(at));
  c.add(field, at, c.at);
  return varintAt(c.bytes, at);
}

/** Takes one number of variable length. */
export const variable =
  (field: Field): Part =>
  (c) =>
    takeVarint(c, field) >= 0;

/** Takes numbers of variable length, one after the other. */
export const variables = (...fields: readonly Field[]): Part => all(...fields.map(variable));
