import type { Time } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import type { ByteWriter } from "../core/writer.ts";

const MINUS = 45;
const POINT = 46;
/** Columns of the packet line's time. */
const WIDTH = 10;
const DAY = 86_400_000;

/** The forms `-t` offers, by their letters, with what help says of them. */
export const timeModes = {
  r: "seconds since the first frame",
  d: "seconds since the frame before",
  dd: "seconds since the printed frame before",
  e: "seconds since 1970",
  a: "local time", ad: "local date and time", adoy: "local time, year and day of the year",
  u: "UTC", ud: "UTC, with the date", udoy: "UTC, year and day of the year",
} as const;

/** How the packet line shows times. */
export type TimeMode = keyof typeof timeModes;

/** `later - earlier`, the sign on both parts. */
export function difference(
  seconds: number, nanoseconds: number, earlierSeconds: number, earlierNanoseconds: number,
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
  private clock = "";

  constructor(mode: TimeMode) {
    this.mode = mode;
  }

  /** Writes a frame's time with `decimals` (6 or 9) digits of the second; blanks where it has none. */
  write(w: ByteWriter, frame: Frame, decimals: number): void {
    const { seconds, nanoseconds } = frame;
    if (!frame.hasTime) w.padTo(w.at, WIDTH);
    else {
      switch (this.mode) {
        case "r":
          span(w, seconds - frame.firstSeconds, nanoseconds - frame.firstNanoseconds, decimals);
          break;
        case "d":
          span(w, seconds - frame.previousSeconds, nanoseconds - frame.previousNanoseconds, decimals);
          break;
        case "dd":
          if (Number.isNaN(this.printedSeconds)) span(w, 0, 0, decimals);
          else span(w, seconds - this.printedSeconds, nanoseconds - this.printedNanoseconds, decimals);
          this.printedSeconds = seconds;
          this.printedNanoseconds = nanoseconds;
          break;
        case "e":
          span(w, seconds, nanoseconds, decimals);
          break;
        default:
          if (this.clockOf !== seconds) this.clock = clockText(seconds, this.mode);
          this.clockOf = seconds;
          fraction(w.text(this.clock), nanoseconds, decimals);
      }
    }
  }
}

function fraction(w: ByteWriter, nanoseconds: number, decimals: number): void {
  w.byte(POINT);
  if (decimals === 9) w.digits(nanoseconds, 9);
  else w.digits((nanoseconds / 1000) | 0, 6);
}

/** Writes a span of time whose parts may differ in sign. */
function span(w: ByteWriter, wholeSeconds: number, wholeNanoseconds: number, decimals: number): void {
  const from = w.at;
  let seconds = wholeSeconds;
  let nanoseconds = wholeNanoseconds;
  if (seconds < 0 || (seconds === 0 && nanoseconds < 0)) {
    w.byte(MINUS);
    seconds = -seconds;
    nanoseconds = -nanoseconds;
  }
  if (nanoseconds < 0) {
    seconds--;
    nanoseconds += 1e9;
  }
  const negative = w.at > from;
  if (negative || seconds > 0x7fffffff) w.decimal(seconds);
  else w.padded(seconds, WIDTH - 1 - decimals);
  fraction(w, nanoseconds, decimals);
  if (negative) w.alignRight(from, WIDTH);
}
