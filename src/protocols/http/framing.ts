import { isSpace, named, startsWith } from "./lines.ts";

const NUL = 0;
const TAB = 9;
const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const DIGIT_0 = 48;
const CHUNKED = "chunked";

/** Transfer codings besides chunks (RFC 9112 section 7), and whether they leave a body as it is. */
const CODINGS: readonly (readonly [name: string, isPlain: boolean])[] = [
  ["compress", false],
  ["deflate", false],
  ["gzip", false],
  ["identity", true],
  ["x-compress", false],
  ["x-gzip", false],
];

/**
 * What the header fields of one message say of where it ends (RFC 9112 section 6). How many bytes to wait for is `told`
 * by all of them, how the body is read by those before the first line that is no header field.
 */
export class Framing {
  /** The length told; -1 where there is none. */
  toldLength = -1;
  /** Chunks are told. */
  toldChunks = false;
  /** The length of the body; -1 where there is none. */
  length = -1;
  /** A transfer coding is named, known or not: then the length means nothing. */
  hasCoding = false;
  /** The body is in chunks. */
  chunked = false;
  /** The body, its chunks put together, is in another transfer coding, which nobody undoes. */
  isPacked = false;
  /** How many header fields name a transfer coding that is not known. */
  unknownCodings = 0;
  /** How often a length and a transfer coding were both there when one of them was read. */
  contradictions = 0;

  clear(): void {
    this.toldLength = this.length = -1;
    this.toldChunks = this.hasCoding = this.chunked = this.isPacked = false;
    this.unknownCodings = this.contradictions = 0;
  }

  /** Takes in the header field with the name `at..colon` and the value up to `end`; `counts` where the body is read by it. */
  read(bytes: Uint8Array, at: number, colon: number, end: number, counts: boolean): void {
    const size = colon - at;
    if (size === 14 && named(bytes, at, colon, "content-length")) this.readLength(bytes, colon + 1, end, counts);
    else if (size === 17 && named(bytes, at, colon, "transfer-encoding"))
      this.readCodings(bytes, colon + 1, end, counts);
  }

  private readLength(bytes: Uint8Array, at: number, end: number, counts: boolean): void {
    const told = lengthOf(bytes, at, end, false);
    if (told >= 0) this.toldLength = told;
    if (!counts) return;
    this.length = lengthOf(bytes, at, end);
    if (this.hasCoding && this.length >= 0) this.contradictions++;
  }

  private readCodings(bytes: Uint8Array, at: number, end: number, counts: boolean): void {
    let from = at;
    while (from < end && (bytes[from] === SPACE || bytes[from] === TAB)) from++;
    this.toldChunks ||= startsWith(bytes, from, end, CHUNKED);
    if (!counts) return;
    if (this.length >= 0) this.contradictions++;
    this.hasCoding = true;
    this.isPacked = false;
    if (!this.readNames(textOf(bytes, at, end))) this.unknownCodings++;
  }

  /**
   * Reads names of codings, told by how they begin: chunks anywhere, one other at the most. False where there is one
   * more, or one that is not known.
   */
  private readNames(text: string): boolean {
    let other: (typeof CODINGS)[number] | null | undefined;
    for (let at = nameAt(text, 0); at < text.length; at = nameAt(text, at)) {
      if (text.startsWith(CHUNKED, at)) {
        this.chunked = true;
        at += CHUNKED.length;
      } else if (other !== undefined) return false;
      else {
        other = CODINGS.find(([name]) => text.startsWith(name, at)) ?? null;
        this.isPacked = other !== null && !other[1];
        at = other === null ? pastName(text, at) : at + other[0].length;
      }
    }
    return other !== null;
  }
}

function pastName(text: string, at: number): number {
  const comma = text.indexOf(",", at);
  return comma < 0 ? text.length : comma;
}

/** Where the next name in a list begins. */
function nameAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBetween(text.charCodeAt(at))) at++;
  return at;
}

function isBetween(code: number): boolean {
  return code === SPACE || code === TAB || code === COMMA;
}

/** The text `at..end` up to the first NUL. */
function textOf(bytes: Uint8Array, at: number, end: number): string {
  const text = String.fromCharCode(...bytes.subarray(at, end));
  const stop = text.indexOf("\0");
  return stop < 0 ? text : text.slice(0, stop);
}

/**
 * A length in decimal (RFC 9110 section 8.6); -1 where there is none. What follows behind a blank is left out, or makes it
 * none unless something `mayFollow`.
 */
export function lengthOf(bytes: Uint8Array, at: number, end: number, mayFollow = true): number {
  let from = at;
  while (from < end && isSpace(bytes[from])) from++;
  if (from < end && bytes[from] === PLUS) from++;
  let value = -1;
  let to = from;
  for (; to < end && isDigit(bytes[to]!); to++) value = (value < 0 ? 0 : value) * 10 + bytes[to]! - DIGIT_0;
  if (to < end && bytes[to] !== NUL && !isSpace(bytes[to])) return -1;
  while (!mayFollow && to < end && isSpace(bytes[to])) to++;
  if (!mayFollow && to < end && bytes[to] !== NUL) return -1;
  return value <= Number.MAX_SAFE_INTEGER ? value : -1;
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_0 && byte <= DIGIT_0 + 9;
}
