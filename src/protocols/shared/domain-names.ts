import type { Cursor } from "../../core/cursor.ts";
import { ascii, ByteWriter } from "../../core/writer.ts";

/** The two high bits of a label's first byte: a pointer, or a length when they are zero (RFC 1035 section 4.1.4). */
const POINTER = 0xc0;
const POINTER_SIZE = 2;
const LONGEST_LABEL = 63;
/** First of the label types nothing is known of; the ones before are extended labels (RFC 6891 section 5). */
const RESERVED = 0x80;
const DOT = 46;
const DELETE = 127;
/** Bytes of a name as text, at most (RFC 1035 section 2.3.4). */
const LONGEST = 255;
/** The most one byte becomes: `\177`. */
const ESCAPED = 4;
const LOOPS = ascii("<Name contains a pointer that loops>");
const UNKNOWN_LABEL = ascii("<Unknown extended label>");
const ROOT = ascii("<Root>");
const TOO_LONG = ascii("<Name too long>");
const UTF8 = new TextDecoder();

/**
 * Steps through the name at the cursor and returns where it ends in place, or -1 with a mark where it is cut short. A
 * pointer must lead before the labels that lead to it (RFC 1035 section 4.1.4: a prior occurrence), so neither a loop
 * nor a pointer forward is followed; the name then reads as what is wrong with it. So does one with an extended label
 * after others, whose length nobody knows. `message` is where pointers count from.
 */
export function nameEnd(c: Cursor, message: number): number {
  const { bytes } = c;
  const stop = c.at + c.captured;
  let end = -1;
  for (let from = c.at, at = from; ; ) {
    const size = at < stop ? bytes[at]! : 0;
    const next = at + (size <= LONGEST_LABEL ? 1 + size : size < POINTER ? 1 : POINTER_SIZE);
    if (next > stop) return cutShort(c, next);
    if (size > LONGEST_LABEL && size < POINTER && (size >= RESERVED || at === c.at)) return cutShort(c, stop + 1);
    if (size === 0 || (size > LONGEST_LABEL && size < POINTER)) return end < 0 ? next : end;
    if (size < POINTER) {
      at = next;
      continue;
    }
    if (end < 0) end = next;
    const target = message + (((size & ~POINTER) << 8) | bytes[at + 1]!);
    if (target >= stop) return cutShort(c, target + 1);
    if (target >= from) return end;
    from = at = target;
  }
}

function cutShort(c: Cursor, end: number): number {
  c.fault(end - c.at);
  return -1;
}

/** Writes the name at `start`, which {@link nameEnd} has stepped through; `message` is where pointers count from. */
export function writeName(w: ByteWriter, bytes: Uint8Array, start: number, message: number): void {
  w.reserve((LONGEST + 1) * ESCAPED);
  const begun = w.at;
  const out = w.buffer;
  let to = begun;
  let length = 0;
  let wide = 0;
  for (let from = start, at = start, size = bytes[at]!; size !== 0; size = bytes[at]!) {
    if (size >= POINTER) {
      at = message + (((size & ~POINTER) << 8) | bytes[at + 1]!);
      if (at >= from) return void w.put(LOOPS);
      from = at;
      continue;
    }
    if (size > LONGEST_LABEL) return void w.put(UNKNOWN_LABEL);
    length += size + 1;
    if (length > LONGEST) return void w.put(TOO_LONG);
    if (to > begun) out[to++] = DOT;
    for (const end = at + size; at < end; ) {
      const char = bytes[++at]!;
      wide |= char;
      to = putPrintable(out, to, char);
    }
    at++;
  }
  w.at = to;
  if (length === 0) w.put(ROOT);
  else if (wide > DELETE) printable(w, begun);
}

/** Writes text of `start..end`, so that it stays on its line. */
export function writePlain(w: ByteWriter, bytes: Uint8Array, start: number, end: number): void {
  w.reserve((end - start) * ESCAPED);
  const begun = w.at;
  let wide = 0;
  for (let i = start; i < end; i++) {
    wide |= bytes[i]!;
    w.at = putPrintable(w.buffer, w.at, bytes[i]!);
  }
  if (wide > DELETE) printable(w, begun);
}

/** Writes a character, one of control as C does: `\n`, `\001`. */
function putPrintable(out: Uint8Array, at: number, char: number): number {
  if (char >= 32 && char !== DELETE) {
    out[at++] = char;
    return at;
  }
  out[at++] = 92;
  const letter = char >= 7 && char <= 13 ? "abtnvfr".charCodeAt(char - 7) : 0;
  if (letter !== 0) {
    out[at++] = letter;
    return at;
  }
  out[at++] = 48 + (char >> 6);
  out[at++] = 48 + ((char >> 3) & 7);
  out[at++] = 48 + (char & 7);
  return at;
}

/** Replaces what is no UTF-8 in the text from `begun` on, and escapes the controls beyond ASCII. */
function printable(w: ByteWriter, begun: number): void {
  const text = UTF8.decode(w.buffer.subarray(begun, w.at));
  w.at = begun;
  w.text(text.replace(/[\u0080-\u009f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

/** The name at `start` as text. */
export function nameAsText(bytes: Uint8Array, start: number, message: number): string {
  const w = new ByteWriter((LONGEST + 1) * ESCAPED);
  writeName(w, bytes, start, message);
  return w.toString();
}
