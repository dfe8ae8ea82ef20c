import { isatty } from "node:tty";
import type { LiveCapture } from "../index.ts";
import { closingWords } from "./live.ts";
import { ERASE, tell } from "./output.ts";
import type { Savefile } from "./savefile.ts";

const STDERR = 2;
/** Milliseconds between two looks at the counters. */
const TICK = 1000;

/** What may be seen of a live capture besides its frames: a line that moves on a terminal, the counts at the end. */
export class Watch {
  private readonly capture: LiveCapture;
  private readonly savefile: Savefile | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private before = 0;

  /** `shows`: a line a second says how it goes. Ends the capture after `seconds`. */
  constructor(capture: LiveCapture, savefile: Savefile | undefined, shows: boolean, seconds: number) {
    this.capture = capture;
    this.savefile = savefile;
    if (shows && isatty(STDERR)) this.timers.push(setInterval(() => this.show(), TICK));
    if (seconds < Number.POSITIVE_INFINITY) this.timers.push(setTimeout(() => capture.stop(), seconds * 1000));
    for (const timer of this.timers) timer.unref();
  }

  /** Says what became of all frames; `captured` where not all that were captured were handed on. */
  end(captured?: number): void {
    for (const timer of this.timers) clearInterval(timer);
    const { counts } = this.capture;
    if (captured !== undefined) counts.captured = captured;
    tell(`${isatty(STDERR) ? ERASE : ""}${closingWords(counts)}`);
  }

  private show(): void {
    const { captured, dropped, droppedByInterface } = this.capture.counts;
    const size = this.savefile?.size ?? 0;
    const rate = Math.round(((captured - this.before) * 1000) / TICK);
    this.before = captured;
    const words = [
      `${captured.toLocaleString("en")} packets`,
      `${rate.toLocaleString("en")}/s`,
      `${(size / 1e6).toFixed(1)} MB`,
      `${(dropped + droppedByInterface).toLocaleString("en")} dropped`,
    ];
    tell(`${ERASE}${words.join(", ")}`);
  }
}
