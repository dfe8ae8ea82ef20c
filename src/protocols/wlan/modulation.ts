import type { Reception } from "./reception.ts";

/** What of IEEE 802.11n's modulation is known, and its flags (radiotap.org, MCS). */
export const KNOWS_BANDWIDTH = 0x01;
export const KNOWS_INDEX = 0x02;
export const KNOWS_GUARD = 0x04;
export const KNOWS_FORMAT = 0x08;
export const KNOWS_CODING = 0x10;
export const KNOWS_STBC = 0x20;
export const KNOWS_EXTENSION = 0x40;
export const BANDWIDTH = 0x03;
export const SHORT_GUARD = 0x04;
export const GREENFIELD = 0x08;
export const LDPC = 0x10;
const WIDE = 1;

/** Microseconds of a symbol. */
const SYMBOL = 4;
const SHORT_SYMBOL = 3.6;
/** Data bits of a symbol of one stream, 20 and 40 MHz wide, by the modulation's index (IEEE 802.11 section 19.5). */
const SYMBOL_BITS = [26, 52, 78, 104, 156, 208, 234, 260];
const WIDE_SYMBOL_BITS = [54, 108, 162, 216, 324, 432, 486, 540];
const MODULATIONS = SYMBOL_BITS.length;
const MOST_INDEX = 31;
/** Digits that a number of 32 bits holds. */
const DIGITS = 6;

/** True where enough is known to tell how long a symbol is and what it holds. */
export function isKnown({ mcsIndex, mcsKnown }: Reception): boolean {
  const needed = KNOWS_BANDWIDTH | KNOWS_GUARD;
  return mcsIndex <= MOST_INDEX && (mcsKnown & needed) === needed;
}

/** How many streams are sent at a time. */
export const streamsOf = (r: Reception): number => Math.floor(r.mcsIndex / MODULATIONS) + 1;

/** Data bits of a symbol of all streams. */
export function symbolBits(r: Reception): number {
  const bits = (r.mcsFlags & BANDWIDTH) === WIDE ? WIDE_SYMBOL_BITS : SYMBOL_BITS;
  return bits[r.mcsIndex % MODULATIONS]! * streamsOf(r);
}

/** Microseconds of a symbol. */
export const symbolTime = (r: Reception): number => ((r.mcsFlags & SHORT_GUARD) !== 0 ? SHORT_SYMBOL : SYMBOL);

/** Mb/s; `NaN` where that is not known. */
export function rateOf(r: Reception): number {
  return isKnown(r) ? Number((symbolBits(r) / symbolTime(r)).toPrecision(DIGITS)) : Number.NaN;
}
