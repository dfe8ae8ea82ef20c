import type { Cursor } from "../../core/cursor.ts";
import { computed, type Reading, u16 } from "../../core/field.ts";
import { type Layout, layout } from "../../core/layout.ts";

/** Values of the checksum.status fields. */
export const BAD = 0;
export const GOOD = 1;
export const UNVERIFIED = 2;
const NOT_PRESENT = 3;

/** Names of the values of checksum.status. */
export const statusNames: Readonly<Record<number, string>> = { 0: "Bad", 1: "Good", 2: "Unverified", 3: "Not present" };

/** Adds the 16-bit words of bytes `start..end` to `sum`, without folding the carries (RFC 1071 section 4.1). */
export function addWords(sum: number, b: Uint8Array, start: number, end: number): number {
  let i = start;
  for (; i + 1 < end; i += 2) sum += (b[i]! << 8) | b[i + 1]!;
  return i < end ? sum + (b[i]! << 8) : sum;
}

/** Folds the carries of a sum into 16 bits, ones' complement; 0xffff for data that includes its right checksum. */
export function fold(sum: number): number {
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return sum;
}

/** A row's value that says: the bytes are not all there, there is nothing to verify. */
export const INCOMPLETE = -1;
/** A row's value that says: the sender set no checksum. */
export const UNSET = -2;

/**
 * Whether the checksum over the row's bytes is right; the row's value is the sum of what is counted in besides them
 * (a pseudo-header), {@link INCOMPLETE} or {@link UNSET}.
 */
function statusOf({ bytes, start, end, value }: Reading): number {
  if (value < 0) return value === UNSET ? NOT_PRESENT : UNVERIFIED;
  return fold(addWords(value, bytes, start, end)) === 0xffff ? GOOD : BAD;
}

/** Declares a checksum.status field; {@link statusValue} makes the value of its row. */
export const status = (label = "Checksum Status") => computed("uint", label, statusOf, { names: statusNames });

/** Declares the field that is there where the checksum is wrong, for the same row. */
export const wrong = (label = "Bad checksum") =>
  computed("none", label, (r) => (statusOf(r) === BAD ? true : undefined));

/** The value of a header's row whose checksum was verified, and of one where it is wrong. */
export const VERIFIED = 1;
export const WRONG = 2;

/** Declares the checksum.status field of a header whose checksum, `at`, is only verified where users want it. */
export const unverified = (at: number, label = "Checksum Status") =>
  u16(at, label, { compute: (r) => (r.value === 0 ? UNVERIFIED : undefined), names: statusNames });

/**
 * Declares what verifying finds, as a row over all that the checksum is of; {@link verify} places it. The checksum
 * stands `offset` bytes from its start.
 */
export function verdict(prefix: string, offset: number, expert: string, label?: string) {
  return layout(prefix, 0, {
    "checksum.status": status(label),
    checksum_calculated: computed("uint", "Calculated Checksum", (r) => calculated(r, offset), {
      show: "hex",
      width: 16,
    }),
    [expert]: wrong(),
  });
}

/** What the checksum should be; undefined where that cannot be told. */
function calculated({ bytes, start, end, value }: Reading, offset: number): number | undefined {
  if (value < 0) return undefined;
  const stands = (bytes[start + offset]! << 8) | bytes[start + offset + 1]!;
  return 0xffff - fold(addWords(value + (0xffff - stands), bytes, start, end));
}

/**
 * Verifies the checksum of bytes `at..end`, whose header's row is `row`, with `sum` counted in besides them, or
 * {@link INCOMPLETE}. True unless it is wrong.
 */
export function verify(c: Cursor, found: Layout, row: number, at: number, end: number, sum: number): boolean {
  c.tape.setValue(c.span(found, at, end), sum);
  const isWrong = sum >= 0 && fold(addWords(sum, c.bytes, at, end)) !== 0xffff;
  c.tape.setValue(row, isWrong ? WRONG : VERIFIED);
  return !isWrong;
}

/** The value of a status row over bytes up to `end`: `sum`, or that bytes are missing. */
export function statusValue(c: Cursor, end: number, sum: number): number {
  return c.isQuoted || end > c.have ? INCOMPLETE : sum;
}

/**
 * The sum of the pseudo-header of an upper layer of `length` bytes and protocol `next`, from the frame's addresses
 * (RFC 8200 section 8.1).
 */
export function pseudoSum(c: Cursor, length: number, next: number): number {
  const { addressBytes: b, sourceAt, destinationAt, addressSize } = c.frame;
  if (sourceAt < 0 || destinationAt < 0) return 0;
  const sum = addWords(next + length, b, sourceAt, sourceAt + addressSize);
  return addWords(sum, b, destinationAt, destinationAt + addressSize);
}
