const LF = 10;
const CR = 13;
const SPACE = 32;

/** One past the LF that ends the line at `at`, or -1 where none stands before `end`. */
export function lineEnd(b: Uint8Array, at: number, end: number): number {
  const lf = b.subarray(at, end).indexOf(LF);
  return lf < 0 ? -1 : at + lf + 1;
}

/** The same, or `end` where the line goes on. */
export function lineLimit(b: Uint8Array, at: number, end: number): number {
  const to = lineEnd(b, at, end);
  return to < 0 ? end : to;
}

/** Where the text of the line `at..end` ends: every CR and LF behind it is left out. */
export function textEnd(b: Uint8Array, at: number, end: number): number {
  let last = end;
  while (last > at && (b[last - 1] === LF || b[last - 1] === CR)) last--;
  return last;
}

/** The same where no more than one LF, and one CR before it, are left out. */
export function beforeLineEnd(b: Uint8Array, at: number, end: number): number {
  let last = end;
  if (last > at && b[last - 1] === LF) last--;
  return last > at && b[last - 1] === CR ? last - 1 : last;
}

/** Where the word at `at` ends: at a blank or at `end`. */
export function wordEnd(b: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && b[i] !== SPACE) i++;
  return i;
}
