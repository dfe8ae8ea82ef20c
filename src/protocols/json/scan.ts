/** No value begins here. */
export const NONE = -1;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const UPPER_E = 69;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const LOWER_E = 101;
const LOWER_U = 117;
const OPEN = 123;
const CLOSE = 125;

/** Escapes of one character: `"`, `\`, `/`, b, f, n, r, t. */
const ESCAPES = Uint8Array.of(QUOTE, BACKSLASH, 47, 98, 102, 110, 114, 116);
const HEX_DIGITS = 4;

/** The constant values; NaN is none of RFC 8259, but common. */
const words = ["true", "false", "null", "NaN"].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)));

/**
 * How far values may nest: an item of an array takes {@link ITEM}, a member of an object {@link MEMBER}, and one after
 * the first {@link LATER} more. Wireshark counts the rules of its grammar and so gives up at the same depth.
 */
export const ROOM = 100;
const ITEM = 4;
const MEMBER = 5;
const LATER = 2;

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= ZERO && byte <= NINE;

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 32;
  return isDigit(byte) || (letter >= 97 && letter <= 102);
}

/** The first byte of `at..end` that is no white space. */
export function pastSpace(b: Uint8Array, at: number, end: number): number {
  while (at < end && (b[at] === SPACE || b[at] === LF || b[at] === CR || b[at] === TAB)) at++;
  return at;
}

/** True where an object or an array begins at `at`. */
export function isContainer(b: Uint8Array, at: number, end: number): boolean {
  return at < end && (b[at] === OPEN || b[at] === OPEN_LIST);
}

/** True where an object begins at `at`, which is inside the text. */
export function isObject(b: Uint8Array, at: number): boolean {
  return b[at] === OPEN;
}

/** True where a bracket at `at` ends an object or an array. */
export function isClose(b: Uint8Array, at: number): boolean {
  return b[at] === CLOSE || b[at] === CLOSE_LIST;
}

/** True where a string begins at `at`, which is inside the text. */
export function isString(b: Uint8Array, at: number): boolean {
  return b[at] === QUOTE;
}

/** One past the value (RFC 8259 section 3) that begins at `at`, or {@link NONE}; `room` as {@link ROOM} says. */
export function valueEnd(b: Uint8Array, at: number, end: number, room: number): number {
  if (at >= end || room <= 0) return NONE;
  switch (b[at]) {
    case OPEN:
      return itemsEnd(b, at + 1, end, CLOSE, room - MEMBER);
    case OPEN_LIST:
      return itemsEnd(b, at + 1, end, CLOSE_LIST, room - ITEM);
    case QUOTE:
      return stringEnd(b, at, end);
    default:
      return isDigit(b[at]) || b[at] === MINUS ? numberEnd(b, at, end) : wordEnd(b, at, end);
  }
}

/** One past the bracket `close` that ends an object or array with items from `at` on (RFC 8259 sections 4 and 5). */
function itemsEnd(b: Uint8Array, at: number, end: number, close: number, room: number): number {
  let i = pastSpace(b, at, end);
  if (i < end && b[i] === close) return i + 1;
  for (let inside = room; ; inside = room - LATER) {
    if (close === CLOSE) i = pastKey(b, i, end);
    if (i === NONE) return NONE;
    i = valueEnd(b, i, end, inside);
    if (i === NONE) return NONE;
    i = pastSpace(b, i, end);
    if (i < end && b[i] === close) return i + 1;
    if (i >= end || b[i] !== COMMA) return NONE;
    i = pastSpace(b, i + 1, end);
  }
}

/** Where the value of the member with its key at `at` begins, or {@link NONE}. */
export function pastKey(b: Uint8Array, at: number, end: number): number {
  if (at >= end || b[at] !== QUOTE) return NONE;
  const key = stringEnd(b, at, end);
  const colon = key === NONE ? end : pastSpace(b, key, end);
  return colon < end && b[colon] === COLON ? pastSpace(b, colon + 1, end) : NONE;
}

/** Where the item after the one that ends at `at` begins, or the bracket that ends them. */
export function nextItem(b: Uint8Array, at: number, end: number): number {
  const i = pastSpace(b, at, end);
  return i < end && b[i] === COMMA ? pastSpace(b, i + 1, end) : i;
}

/** One past the quote that ends the string at `at` (RFC 8259 section 7), or {@link NONE}. Control characters may stand in it. */
export function stringEnd(b: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (b[i] === QUOTE) return i + 1;
    if (b[i] !== BACKSLASH) continue;
    i++;
    if (i >= end) return NONE;
    if (b[i] === LOWER_U) {
      if (i + HEX_DIGITS >= end) return NONE;
      for (const last = i + HEX_DIGITS; i < last; i++) if (!isHex(b[i + 1])) return NONE;
    } else if (!ESCAPES.includes(b[i]!)) return NONE;
  }
  return NONE;
}

/** One past the number at `at` (RFC 8259 section 6), or {@link NONE}. */
function numberEnd(b: Uint8Array, at: number, end: number): number {
  const whole = b[at] === MINUS ? at + 1 : at;
  let i = digitsEnd(b, whole, end);
  if (i === NONE || (b[whole] === ZERO && i > whole + 1)) return NONE;
  if (i < end && b[i] === POINT) i = digitsEnd(b, i + 1, end);
  if (i === NONE || i >= end || (b[i] !== LOWER_E && b[i] !== UPPER_E)) return i;
  const isSigned = b[i + 1] === PLUS || b[i + 1] === MINUS;
  return digitsEnd(b, isSigned ? i + 2 : i + 1, end);
}

function digitsEnd(b: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && isDigit(b[i])) i++;
  return i > at ? i : NONE;
}

function wordEnd(b: Uint8Array, at: number, end: number): number {
  for (let w = 0; w < words.length; w++) {
    const word = words[w]!;
    let i = 0;
    while (i < word.length && at + i < end && b[at + i] === word[i]) i++;
    if (i === word.length) return at + i;
  }
  return NONE;
}
