import { alignRight, ascii, padTo, putBytes, putDigits, putPadded, putUnsigned } from "../core/encode.ts";
import type { Time } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";

const MINUS = 45;
const POINT = 46;
/** Columns of the packet line's time. */
const WIDTH = 10;
const DAY = 86_400_000;
/** Nanoseconds in a unit of the last decimal, by the number of decimals. */
const UNITS = Uint32Array.from({ length: 10 }, (_, decimals) => 10 ** (9 - decimals));

/** The forms `-t` offers, by their letters, with what help says of them. */
export const timeModes = {
  r: "seconds since the first frame",
  d: "seconds since the frame before",
  dd: "seconds since the printed frame before",
  e: "seconds since 1970",
  a: "local time",
  ad: "local date and time",
  adoy: "local time, year and day of the year",
  u: "UTC",
  ud: "UTC, with the date",
  udoy: "UTC, year and day of the year",
} as const;

/** How the packet line shows times. */
export type TimeMode = keyof typeof timeModes;

/** `later - earlier`, the sign on both parts. */
export function difference(
  seconds: number,
  nanoseconds: number,
  earlierSeconds: number,
  earlierNanoseconds: number,
): Time {
  let s = seconds - earlierSeconds;
  let n = nanoseconds - earlierNanoseconds;
  if (s > 0 && n < 0) {
    s--;
    n += 1e9;
  } else if (s < 0 && n > 0) {
    s++;
    n -= 1e9;
  }
  return { seconds: s, nanoseconds: n };
}

/** A frame's time since the first frame, the sign on both parts. */
export function sinceFirst(frame: Frame): Time {
  return difference(frame.seconds, frame.nanoseconds, frame.firstSeconds, frame.firstNanoseconds);
}

const two = (n: number) => String(n).padStart(2, "0");

/** A point in time down to the second; `utc` or in the zone of the machine. */
function clockText(seconds: number, mode: TimeMode): string {
  const utc = mode.startsWith("u");
  const local = new Date(seconds * 1000);
  // Shifted so that the UTC getters answer with local time.
  const date = utc ? local : new Date(seconds * 1000 - local.getTimezoneOffset() * 60_000);
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const year = date.getUTCFullYear();
  if (mode.endsWith("oy")) {
    const day = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / DAY) + 1;
    return `${year}/${String(day).padStart(3, "0")} ${clock}`;
  }
  return mode.endsWith("d") ? `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${clock}` : clock;
}

/** Writes the Time column. */
export class TimeColumn {
  private readonly mode: TimeMode;
  private printedSeconds = Number.NaN;
  private printedNanoseconds = Number.NaN;
  private clockOf = Number.NaN;
  private clock = ascii("");

  constructor(mode: TimeMode) {
    this.mode = mode;
  }

  /** Writes a frame's time at `at`; blanks where it has none. */
  put(to: Uint8Array, at: number, frame: Frame): number {
    const { seconds, nanoseconds, decimals } = frame;
    if (!frame.hasTime) return padTo(to, at, at, WIDTH);
    switch (this.mode) {
      case "r":
        return putSpan(to, at, seconds - frame.firstSeconds, nanoseconds - frame.firstNanoseconds, decimals);
      case "d":
        return putSpan(to, at, seconds - frame.previousSeconds, nanoseconds - frame.previousNanoseconds, decimals);
      case "dd":
        return this.putSincePrinted(to, at, frame);
      case "e":
        return putSpan(to, at, seconds, nanoseconds, decimals);
      default:
        if (this.clockOf !== seconds) this.clock = ascii(clockText(seconds, this.mode));
        this.clockOf = seconds;
        return putFraction(to, putBytes(to, at, this.clock), nanoseconds, decimals);
    }
  }

  private putSincePrinted(to: Uint8Array, at: number, { seconds, nanoseconds, decimals }: Frame): number {
    const first = Number.isNaN(this.printedSeconds);
    const end = first
      ? putSpan(to, at, 0, 0, decimals)
      : putSpan(to, at, seconds - this.printedSeconds, nanoseconds - this.printedNanoseconds, decimals);
    this.printedSeconds = seconds;
    this.printedNanoseconds = nanoseconds;
    return end;
  }
}

function putFraction(to: Uint8Array, at: number, nanoseconds: number, decimals: number): number {
  if (decimals === 0) return at;
  to[at] = POINT;
  return putDigits(to, at + 1, Math.floor(nanoseconds / UNITS[decimals]!), decimals);
}

/** Writes a span of time whose parts may differ in sign. */
function putSpan(
  to: Uint8Array,
  from: number,
  wholeSeconds: number,
  wholeNanoseconds: number,
  decimals: number,
): number {
  let seconds = wholeSeconds;
  let nanoseconds = wholeNanoseconds;
  const negative = seconds < 0 || (seconds === 0 && nanoseconds < 0);
  if (negative) {
    seconds = -seconds;
    nanoseconds = -nanoseconds;
  }
  if (nanoseconds < 0) {
    seconds--;
    nanoseconds += 1e9;
  }
  if (!negative && seconds <= 0x7fffffff) {
    return putFraction(
      to,
      putPadded(to, from, seconds, decimals > 0 ? WIDTH - 1 - decimals : WIDTH),
      nanoseconds,
      decimals,
    );
  }
  let at = from;
  if (negative) to[at++] = MINUS;
  return alignRight(to, from, putFraction(to, putUnsigned(to, at, seconds), nanoseconds, decimals), WIDTH);
}
