import { half } from "./records.ts";

/** Codes that mean the same in every block: the end of the options, and a comment. */
const END = 0;
export const COMMENT = 1;

const UTF8 = new TextDecoder();

/**
 * Hands each option between `at` and `to` to `each`: its code, the offset of its value and the value's size in bytes.
 * Stops at the end mark and at an option that does not fit (draft-ietf-opsawg-pcapng section 3.5).
 */
export function eachOption(
  b: Uint8Array,
  at: number,
  to: number,
  little: boolean,
  each: (code: number, value: number, size: number) => void,
): void {
  for (let o = at; o + 4 <= to; ) {
    const code = half(b, o, little);
    const size = half(b, o + 2, little);
    if (code === END || o + 4 + size > to) return;
    each(code, o + 4, size);
    o += 4 + ((size + 3) & ~3);
  }
}

/** The text of an option, without the zeros some writers end it with. */
export function optionText(b: Uint8Array, value: number, size: number): string {
  return UTF8.decode(b.subarray(value, value + size)).replace(/\0+$/, "");
}
