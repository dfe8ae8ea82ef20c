import { type FieldOptions, lowBit, lowBits, type Row, u8, u16, u32 } from "../../core/field.ts";

interface BitOptions extends FieldOptions {
  /** One bit that is a number all the same. */
  readonly number?: boolean;
}

/** Bits of a word: how many, the name behind the word's, the label. */
export type Bits = readonly [count: number, name?: string, label?: string, options?: BitOptions];

const sized = { 1: u8, 2: u16, 4: u32 } as const;

/**
 * A little-endian word of `size` bytes at `offset` and its parts, from the least significant bit on, as the figures of
 * IEEE 802.11 number them; parts without a name are reserved. Numbers show in hexadecimal unless they say otherwise.
 * The names of the parts begin with `prefix` where that is not the word's.
 */
export function word<K extends string>(
  offset: number,
  size: 1 | 2 | 4,
  key: K,
  label: string,
  parts: readonly Bits[],
  prefix?: string,
): Readonly<Record<K, Row<"uint">>> {
  const rows: Record<string, Row> = { [key]: sized[size](offset, label, { show: "hex", little: true }) };
  let low = 0;
  for (const [count, name, text = "", options = {}] of parts) {
    const { number = count > 1, ...rest } = options;
    const whole = prefix === undefined ? rest : { name: `${prefix}.${name}`, ...rest };
    if (name !== undefined) {
      rows[`${key}.${name}`] = number
        ? lowBits(offset, size, low, count, text, { show: "hex", ...whole })
        : lowBit(offset, size, low, text, whole);
    }
    low += count;
  }
  return rows as Record<K, Row<"uint">>;
}

/** The number reads in decimal. */
export const DECIMAL = { show: "dec" } as const;
