import { writeSync } from "node:fs";
import { Info } from "../index.ts";

/** Bytes that are collected before they are written, where more are at hand. */
const FULL = 1 << 16;
const STDOUT = 1;
/** Milliseconds between tries while the reader of a pipe is busy. */
const PAUSE = 2;

/** Whoever read standard output has gone; nobody is told, for nobody is there. */
export class ClosedPipe extends Error {}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Standard output: what sinks write to, and the one place that passes it on. */
export class Output {
  readonly writer = new Info(2 * FULL);

  /** Writes what was collected once it is much. */
  flushFull(): void {
    if (this.writer.at >= FULL) this.flush();
  }

  /** Writes what was collected. Throws {@link ClosedPipe} when nobody reads it. */
  flush(): void {
    const { writer } = this;
    for (let at = 0; at < writer.at; ) at += this.write(at);
    writer.at = 0;
  }

  private write(at: number): number {
    try {
      return writeSync(STDOUT, this.writer.buffer, at, this.writer.at - at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") throw new ClosedPipe();
      if (code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, PAUSE);
      return 0;
    }
  }
}
