import { Buffer } from "node:buffer";
import { type FieldOptions, type Reading, text } from "../../core/field.ts";

const UTF8 = new TextDecoder();
const NUL = 0;
const FIRST_PRINTABLE = 32;
const DELETE = 127;
const ESCAPES: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
};

/** The text of ASCII bytes up to the first NUL; any other byte becomes a replacement character. */
export function asciiOf(r: Reading): string {
  const end = r.bytes.subarray(r.start, r.end).indexOf(NUL);
  const size = end < 0 ? r.end - r.start : end;
  return asciiIn(r.bytes, r.start, r.start + size);
}

/** The text of ASCII bytes `from..to`; any other byte becomes a replacement character. */
export function asciiIn(bytes: Uint8Array, from: number, to: number): string {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
  return plain.replace(/[\x80-\xff]/g, "\ufffd");
}

/** A field of ASCII text. */
export const asciiText = (label: string, options: FieldOptions = {}) => text(label, { ...options, compute: asciiOf });

/** Bytes `from..to` as one line for Info: control characters as C or octal escapes, bytes that are no UTF-8 replaced. */
export function oneLine(bytes: Uint8Array, from: number, to: number): string {
  let plain = true;
  for (let i = from; i < to && plain; i++) plain = bytes[i]! >= FIRST_PRINTABLE && bytes[i]! < DELETE;
  const line = UTF8.decode(bytes.subarray(from, to));
  return plain ? line : escaped(line);
}

/** As {@link oneLine}, with a blank for each white space. */
export function blanked(bytes: Uint8Array, from: number, to: number): string {
  return escaped(UTF8.decode(bytes.subarray(from, to)).replace(/[\t-\r]/g, " "));
}

/** A text as one line: control characters as C or octal escapes. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/gu, (char) => escape(char.codePointAt(0)!));
}

function escape(code: number): string {
  if (code > DELETE) return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  return ESCAPES[code] ?? `\\${code.toString(8).padStart(3, "0")}`;
}

const hex = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, "0");
