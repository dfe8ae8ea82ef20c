import { type Capture, LiveCapture } from "../index.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What signals do: a live capture is stopped and ends by itself, a file is left where reading it stands. */
export class Interruption {
  /** Resolves when a file is to be left. */
  readonly came: Promise<void>;
  /** True once a signal came. */
  isOver = false;
  private readonly stop: () => void;
  private readonly signals: readonly NodeJS.Signals[];

  constructor(capture: Capture) {
    let leave = () => {};
    this.came = new Promise((resolve) => {
      leave = resolve;
    });
    this.stop = () => {
      this.isOver = true;
      if (capture instanceof LiveCapture) capture.stop();
      else leave();
    };
    // Node.js forgets that nohup switched SIGHUP off.
    const isKept = /(^|\/)nohup$/.test(process.env["_"] ?? "");
    this.signals = SIGNALS.filter((signal) => !(isKept && signal === "SIGHUP"));
    for (const signal of this.signals) process.once(signal, this.stop);
    if (isKept) process.on("SIGHUP", ignore);
  }

  /** A signal ends the program at once from now on. */
  release(): void {
    for (const signal of this.signals) process.removeListener(signal, this.stop);
  }
}

const ignore = () => {};
