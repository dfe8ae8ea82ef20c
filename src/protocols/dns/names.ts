import type { Cursor } from "../../core/cursor.ts";
import type { Reading } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import type { Tape } from "../../core/tape.ts";
import { ascii, ByteWriter } from "../../core/writer.ts";
import { framing } from "./header.ts";

/** The two high bits of a label's first byte: a pointer, or a length when they are zero (RFC 1035 section 4.1.4). */
const POINTER = 0xc0;
const POINTER_SIZE = 2;
const DOT = 46;
const DELETE = 127;
/** Bytes of a name as text, at most (RFC 1035 section 2.3.4). */
const LONGEST = 255;
/** The most one byte becomes: `\177`. */
const ESCAPED = 4;
const ROOT = ascii("<Root>");
const TOO_LONG = ascii("<Name too long>");
const UTF8 = new TextDecoder();

/** Offset of the message's first byte, from which pointers count: the layer's, after the length TCP puts in front. */
export function messageStart(tape: Tape, layer: number): number {
  const first = layer + 1;
  return tape.nodes[first] === framing.$node ? tape.end(first) : tape.start(layer);
}

/**
 * Checks the name at the cursor and returns where it ends in place, or -1 with a mark. A pointer must lead before the
 * labels that lead to it, so neither a loop nor a pointer forward passes (RFC 1035 section 4.1.4: a prior occurrence).
 */
export function nameEnd(c: Cursor): number {
  const { bytes } = c;
  const message = messageStart(c.tape, c.tape.top);
  const stop = c.at + c.captured;
  let end = -1;
  for (let from = c.at, at = from; ; ) {
    const size = at < stop ? bytes[at]! : 0;
    const next = at + (size < POINTER ? 1 + size : POINTER_SIZE);
    if (next > stop) return refuse(c, next);
    if (size === 0) return end < 0 ? next : end;
    if (size < POINTER) {
      if (size > 63) return refuse(c, c.at);
      at = next;
      continue;
    }
    if (end < 0) end = next;
    const target = message + (((size & ~POINTER) << 8) | bytes[at + 1]!);
    if (target >= from) return refuse(c, c.at);
    from = at = target;
  }
}

/** Marks a name that needs bytes up to `end`, or (`end` not beyond the cursor) contradicts itself. */
function refuse(c: Cursor, end: number): number {
  if (end > c.at) c.fault(end - c.at);
  else c.malformed(POINTER_SIZE);
  return -1;
}

/** Writes the name at `at`, which {@link nameEnd} has passed; `message` is where pointers count from. */
export function writeName(w: ByteWriter, bytes: Uint8Array, at: number, message: number): void {
  w.reserve((LONGEST + 1) * ESCAPED);
  const begun = w.at;
  const out = w.buffer;
  let to = begun;
  let length = 0;
  let wide = 0;
  for (let size = bytes[at]!; size !== 0; size = bytes[at]!) {
    if (size >= POINTER) {
      at = message + (((size & ~POINTER) << 8) | bytes[at + 1]!);
      continue;
    }
    length += size + 1;
    if (length > LONGEST) {
      w.put(TOO_LONG);
      return;
    }
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

/** The name at the start of a row, as text. */
export function nameText(r: Reading): string {
  const w = new ByteWriter((LONGEST + 1) * ESCAPED);
  const { tape } = r.frame as Frame;
  writeName(w, r.bytes, r.start, messageStart(tape, tape.layer(r.row)));
  return w.toString();
}

/** Bytes of the name as text, escapes not counted, and how many labels the dots in it make. */
export function nameSize(r: Reading): { length: number; labels: number } {
  const { tape } = r.frame as Frame;
  const message = messageStart(tape, tape.layer(r.row));
  let length = -1;
  let dots = -1;
  for (let at = r.start, size = r.bytes[at]!; size !== 0; size = r.bytes[at]!) {
    if (size >= POINTER) {
      at = message + (((size & ~POINTER) << 8) | r.bytes[at + 1]!);
      continue;
    }
    for (let i = at + 1; i <= at + size; i++) if (r.bytes[i] === DOT) dots++;
    dots++;
    length += size + 1;
    at += size + 1;
  }
  const shown = length < 0 ? ROOT.length : length >= LONGEST ? TOO_LONG.length : length;
  return { length: shown, labels: length < 0 || length >= LONGEST ? 1 : dots + 1 };
}
