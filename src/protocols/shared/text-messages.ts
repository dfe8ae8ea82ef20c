import { type Cursor, MORE } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { asciiIn } from "./text.ts";

const LF = 10;
const CR = 13;
/** Longer heads than this are no heads. */
const LONGEST = 65536;

/** One past the empty line that ends the head at the cursor, -1 where it has not come yet. */
function headEnd(c: Cursor): number {
  const end = c.at + Math.min(c.captured, LONGEST);
  for (let i = c.at; i < end; i++) {
    if (c.u8(i) !== LF) continue;
    const next = i + 1 < end && c.u8(i + 1) === CR ? i + 2 : i + 1;
    if (next < end && c.u8(next) === LF) return next + 1;
  }
  return -1;
}

/**
 * How long the message at the cursor is: lines up to an empty one, and a body as long as a Content-Length among them says
 * (RFC 2326 section 4.4, RFC 3261 section 18.3). -1 while the head is not whole.
 */
export function messageSize(c: Cursor): number {
  const end = headEnd(c);
  if (end < 0) return MORE;
  const [, length] = /\n(?:content-length|l)[ \t]*:[ \t]*(\d+)/i.exec(asciiIn(c.bytes, c.at, end)) ?? [];
  return end - c.at + Number(length ?? 0);
}

/** The first line of the message in `bytes` from `start` to `end`, without what ends it. */
export function firstLine(bytes: Uint8Array, start: number, end: number): string {
  return asciiIn(bytes, start, end).split(/\r?\n/, 1)[0]!;
}

/**
 * Takes the first line at the cursor, `line`, and what ends it: its first word as `first`, unless that is no field, and
 * its second as `second`.
 */
export function takeFirstLine(c: Cursor, line: string, first: Field | undefined, second: Field): void {
  const [word = "", other = ""] = line.split(" ");
  const at = c.at + word.length + 1;
  if (first !== undefined) c.add(first, c.at, c.at + word.length);
  if (other !== "") c.add(second, at, at + other.length);
  c.at = Math.min(c.at + line.length + 2, c.at + c.captured);
}
