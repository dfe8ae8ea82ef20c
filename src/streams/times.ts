import type { Frame } from "../core/frame.ts";
import { grown } from "../core/grown.ts";

/** Seconds and nanoseconds of the first frame, then of the last. */
const WORDS = 4;

/** Remembers when each stream was seen, to tell a frame's time since its first and since its last. */
export class StreamTimes {
  /** Results of {@link note}, in nanoseconds. */
  sinceFirst = Number.NaN;
  sinceLast = Number.NaN;
  private times = new Float64Array(256 * WORDS).fill(Number.NaN);

  /** Notes a frame of stream `stream`. */
  note(stream: number, { seconds, nanoseconds }: Frame): void {
    const at = stream * WORDS;
    if (at >= this.times.length) this.grow(at);
    const { times } = this;
    if (Number.isNaN(times[at])) {
      times[at] = times[at + 2] = seconds;
      times[at + 1] = times[at + 3] = nanoseconds;
    }
    this.sinceFirst = (seconds - times[at]!) * 1e9 + nanoseconds - times[at + 1]!;
    this.sinceLast = (seconds - times[at + 2]!) * 1e9 + nanoseconds - times[at + 3]!;
    times[at + 2] = seconds;
    times[at + 3] = nanoseconds;
  }

  private grow(at: number): void {
    const { length } = this.times;
    this.times = grown(this.times, at * 2).fill(Number.NaN, length);
  }
}
