import type { Cursor } from "../../core/cursor.ts";
import { bigAt, computed, type FieldOptions } from "../../core/field.ts";

/** Tags of universal types, and what marks one that holds others (X.690 section 8.1.2). */
export const BOOLEAN = 1;
export const INTEGER = 2;
export const OCTETS = 4;
export const NULL = 5;
export const OID = 6;
export const ENUMERATED = 10;
export const SEQUENCE = 0x30;
/** The bits of a tag octet that number the type. */
export const NUMBER = 0x1f;

/** Set in the first octet of a length that takes more of them; alone, two zero octets end the element. */
const LONG = 0x80;
/** More octets of length than anything has. */
const MOST_LENGTH_OCTETS = 4;

/**
 * How many octets tag and length of the element at `at` take; 0 where they are not whole before `end`, or of a kind
 * no protocol here uses: tags of several octets, indefinite lengths.
 */
export function headSize(b: Uint8Array, at: number, end: number): number {
  if (at + 2 > end || (b[at]! & NUMBER) === NUMBER) return 0;
  const first = b[at + 1]!;
  if (first < LONG) return 2;
  const octets = first - LONG;
  return octets === 0 || octets > MOST_LENGTH_OCTETS || at + 2 + octets > end ? 0 : 2 + octets;
}

/** The length in octets of what the element at `at` holds; its head of `size` octets is there. */
export function contentLength(b: Uint8Array, at: number, size: number): number {
  return size === 2 ? b[at + 1]! : bigAt(b, at + 2, size - 2);
}

/**
 * Steps over tag and length of the element at the cursor. Returns where its content ends, no farther than the layer
 * and what was captured, or -1 where it does not begin here.
 */
export function enter(c: Cursor, tag: number): number {
  const end = c.at + c.captured;
  if (c.captured < 1 || c.u8(c.at) !== tag) return -1;
  const size = headSize(c.bytes, c.at, end);
  if (size === 0) return -1;
  const to = c.at + size + contentLength(c.bytes, c.at, size);
  c.at += size;
  return Math.min(to, end);
}

/** Runs `read` on what ends at `end`, and leaves the cursor there. */
export function within(c: Cursor, end: number, read: (c: Cursor) => void): void {
  const outer = c.end;
  c.end = end;
  read(c);
  c.end = outer;
  c.at = end;
}

/** The object identifier in content octets `start..end` as numbers with dots (X.690 section 8.19). */
export function oidAt(b: Uint8Array, start: number, end: number): string {
  const parts: number[] = [];
  let part = 0;
  for (let i = start; i < end; i++) {
    part = part * 128 + (b[i]! & 127);
    if (b[i]! >= LONG) continue;
    if (parts.length === 0) {
      const root = Math.min(2, Math.floor(part / 40));
      parts.push(root, part - root * 40);
    } else parts.push(part);
    part = 0;
  }
  return parts.join(".");
}

/** A field of a number in content octets. */
export const integer = (label: string, options: FieldOptions = {}) =>
  computed("uint", label, (r) => bigAt(r.bytes, r.start, r.end - r.start), options);

/** A field of a truth value in content octets. */
export const truthValue = (label: string, options: FieldOptions = {}) =>
  computed("bool", label, (r) => bigAt(r.bytes, r.start, r.end - r.start) !== 0, options);

/** The bit of a tag whose element holds others. */
const CONSTRUCTED = 0x20;

/** How many octets the element at `at` takes, whatever its kind of length; -1 where that cannot be told before `end`. */
export function elementSize(b: Uint8Array, at: number, end: number): number {
  let open = 0;
  let i = at;
  do {
    if (i + 2 > end) return -1;
    const head = skipTag(b, i, end);
    if (head < 0 || head >= end) return -1;
    const isEnd = b[i] === 0 && b[head] === 0;
    if (b[head] === LONG && b[i]! & CONSTRUCTED) {
      open++;
      i = head + 1;
      continue;
    }
    const octets = b[head]! < LONG ? 0 : b[head]! - LONG;
    if (head + 1 + octets > end) return -1;
    i = head + 1 + octets + (octets === 0 ? b[head]! & (LONG - 1) : bigAt(b, head + 1, octets));
    if (isEnd && open > 0) open--;
  } while (open > 0);
  return i - at;
}

/** Where the length of the element at `at` begins; -1 where its tag goes on beyond `end`. */
function skipTag(b: Uint8Array, at: number, end: number): number {
  let i = at + 1;
  if ((b[at]! & NUMBER) === NUMBER) while (i < end && b[i++]! >= LONG);
  return i <= end ? i : -1;
}
