import { type Capture, LiveCapture } from "../index.ts";
import { summary } from "./live.ts";
import { say } from "./output.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Milliseconds in which a second signal is the first once more: timeout(1) sends one to the process and its group. */
const ONE_MOMENT = 500;

/**
 * What signals do: a live capture is stopped and ends by itself, a file is left where reading it stands; SIGUSR1 asks
 * for the counts so far. It is made before the capture, so that none comes too early.
 */
export class Interruption {
  /** Resolves when a file is to be left. */
  readonly came: Promise<void>;
  /** True once a signal came. */
  isOver = false;
  private since = 0;
  private capture: Capture | undefined;
  private leave = () => {};

  constructor() {
    this.came = new Promise((resolve) => {
      this.leave = resolve;
    });
    // Node.js forgets that nohup switched SIGHUP off.
    const isKept = /(^|\/)nohup$/.test(process.env["_"] ?? "");
    for (const signal of SIGNALS) process.on(signal, signal === "SIGHUP" && isKept ? ignore : this.stop);
    if (process.platform !== "win32") process.on("SIGUSR1", this.answer);
  }

  /** Ends this capture when a signal comes or has come. */
  watch(capture: Capture): void {
    this.capture = capture;
    if (this.isOver) this.end(capture);
  }

  /** A signal ends the program at once from now on. */
  release(): void {
    for (const signal of SIGNALS) process.removeListener(signal, this.stop);
    process.removeListener("SIGUSR1", this.answer);
  }

  private readonly stop = (signal: NodeJS.Signals) => {
    if (this.isOver) {
      this.insist(signal);
      return;
    }
    this.isOver = true;
    this.since = performance.now();
    if (this.capture !== undefined) this.end(this.capture);
  };

  private readonly answer = () => {
    if (this.capture instanceof LiveCapture) say(summary(this.capture.counts));
  };

  private end(capture: Capture): void {
    if (capture instanceof LiveCapture) capture.stop();
    else this.leave();
  }

  /** Somebody asks again: there is no more waiting. */
  private insist(signal: NodeJS.Signals): void {
    if (performance.now() < this.since + ONE_MOMENT) return;
    this.release();
    process.kill(process.pid, signal);
  }
}

const ignore = () => {};
