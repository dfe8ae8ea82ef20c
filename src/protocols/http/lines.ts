const NUL = 0;
const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const DIGIT_0 = 48;
/** Digits of a status code. */
export const DIGITS_OF_STATUS = 3;

/** Offset of the first byte `wanted` in `at..to`, or -1. */
export function find(bytes: Uint8Array, at: number, to: number, wanted: number): number {
  for (let i = at; i < to; i++) if (bytes[i] === wanted) return i;
  return -1;
}

/** True where `name`, in lower case, stands at `at`, in upper or lower case. */
export function startsWith(bytes: Uint8Array, at: number, to: number, name: string): boolean {
  if (to - at < name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const byte = bytes[at + i]!;
    if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** True where `text`, of ASCII, stands at `at`. */
export function beginsWith(bytes: Uint8Array, at: number, to: number, text: string): boolean {
  if (to - at < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** True where the bytes `at..to` are `name`, which is in lower case. */
export function named(bytes: Uint8Array, at: number, to: number, name: string): boolean {
  return to - at === name.length && startsWith(bytes, at, to, name);
}

/** Offset of the first CR or LF in `at..to`: where a line's text ends; -1 where the line does not. */
export function lineEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let i = at; i < to; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && i + 1 < to)) return i;
  }
  return -1;
}

/** One past the CR, LF or both that may stand at `at`. */
export function pastLineEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at < to && bytes[at] === LF) return at + 1;
  if (at >= to || bytes[at] !== CR) return at;
  return at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** The number the first three bytes of a status code spell, blanks before it left out; 0 where they are no digits. */
export function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + DIGITS_OF_STATUS);
  let at = from;
  while (at < end && isSpace(bytes[at])) at++;
  let code = 0;
  for (let i = at; i < end; i++) {
    const digit = bytes[i]! - DIGIT_0;
    if (digit < 0 || digit > 9) break;
    code = code * 10 + digit;
  }
  return code;
}

/** The bytes `from..to`, if they are anywhere. */
export class Span {
  from = 0;
  to = 0;
  isAbsent = false;

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  clear(): void {
    this.from = this.to = 0;
    this.isAbsent = true;
  }

  set(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.isAbsent = false;
  }

  /** Takes the value of a header field whose colon ends at `from`: text up to a NUL, without the blanks before it. */
  setValue(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    while (at < to && isBlank(bytes[at]!)) at++;
    const stop = find(bytes, at, to, NUL);
    this.set(at, stop < 0 ? to : stop);
  }
}

/** Blanks of any kind, line ends too. */
export function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || (byte !== undefined && byte >= TAB && byte <= CR);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}
