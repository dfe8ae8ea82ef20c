import type { Frame } from "../core/frame.ts";
import type { Column, Table } from "./table.ts";

/** Seconds and nanoseconds of the first frame, then of the last. */
const WORDS = 4;

/** Remembers when each stream was seen, to tell a frame's time since its first and since its last. */
export class StreamTimes {
  /** Results of {@link note}, in nanoseconds. */
  sinceFirst = Number.NaN;
  sinceLast = Number.NaN;
  private readonly times: Column<Float64Array>;

  /** Remembers it for the streams in `table`. */
  constructor(table: Table) {
    this.times = table.floats(WORDS);
  }

  /** Lets the next frame be the first of the stream at `place`. */
  restart(place: number): void {
    this.times.data[place * WORDS] = Number.NaN;
  }

  /** Notes a frame of the stream at `place`, which may be its first. */
  note(place: number, isFirst: boolean, { seconds, nanoseconds }: Frame): void {
    const at = place * WORDS;
    const { data: times } = this.times;
    if (isFirst || Number.isNaN(times[at]!)) {
      times[at] = times[at + 2] = seconds;
      times[at + 1] = times[at + 3] = nanoseconds;
    }
    this.sinceFirst = (seconds - times[at]!) * 1e9 + nanoseconds - times[at + 1]!;
    this.sinceLast = (seconds - times[at + 2]!) * 1e9 + nanoseconds - times[at + 3]!;
    times[at + 2] = seconds;
    times[at + 3] = nanoseconds;
  }
}
