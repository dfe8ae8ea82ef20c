import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { isatty } from "node:tty";
import { Info } from "../index.ts";

/** Bytes that are collected before they are written, where more are at hand. */
const FULL = 1 << 16;
const STDOUT = 1;
const STDERR = 2;
/** Milliseconds between tries while the reader of a pipe is busy. */
const PAUSE = 2;
/** Milliseconds after which a reader who is to be left has had its chance. */
const PATIENCE = 1000;

/** Whoever read standard output has gone; nobody is told, for nobody is there. */
export class ClosedPipe extends Error {}

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tells the user something, on a line of its own. Nobody may be there to read it any more: a terminal that was closed
 * is no reason to end in another way.
 */
export function say(text: string): void {
  tell(`${isatty(STDERR) ? ERASE : ""}sniff: ${text}\n`);
}

/** Erases the terminal's line. */
export const ERASE = "\r\x1b[K";

/** Lets go of a terminal that was closed: Node.js would put it back to its old settings at the end, and abort. */
export function leaveClosedTerminal(): void {
  for (const descriptor of [0, STDOUT, STDERR]) {
    try {
      if (!fstatSync(descriptor).isCharacterDevice() || isatty(descriptor)) continue;
      closeSync(descriptor);
      openSync("/dev/null", "r+");
    } catch {
      // It is closed already.
    }
  }
}

/** Writes to standard error as it is. */
export function tell(text: string): void {
  try {
    writeSync(STDERR, text);
  } catch {
    // There is nobody to tell.
  }
}

/** Standard output: what sinks write to, and the one place that passes it on. */
export class Output {
  readonly writer = new Info(2 * FULL);
  private descriptor = STDOUT;

  /**
   * Lets {@link drain} do its work on a pipe or terminal: opened once more, it can say that its reader is behind,
   * and whoever shares it does not notice. Where the system cannot do that, writing waits for the reader.
   */
  unblock(): void {
    const { O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;
    try {
      this.descriptor = openSync(`/proc/self/fd/${STDOUT}`, O_WRONLY | O_NONBLOCK | O_NOCTTY);
    } catch {
      // It is a socket, or this is no Linux.
    }
  }

  /**
   * Writes what was collected; signals and timers get their turn while the reader is behind. Once `isOver` says that
   * the program is to end, a reader who takes nothing any more is left: throws {@link ClosedPipe}.
   */
  async drain(isOver: () => boolean): Promise<void> {
    const { writer } = this;
    let last = performance.now();
    for (let at = 0; at < writer.at; ) {
      const size = this.write(at);
      at += size;
      if (size > 0) last = performance.now();
      else if (isOver() && performance.now() > last + PATIENCE) {
        writer.at = 0;
        throw new ClosedPipe();
      } else await setTimeout(PAUSE);
    }
    writer.at = 0;
  }

  /** Writes what was collected once it is much. */
  flushFull(): void {
    if (this.writer.at >= FULL) this.flush();
  }

  /** Writes what was collected. Throws {@link ClosedPipe} when nobody reads it. */
  flush(): void {
    const { writer } = this;
    for (let at = 0; at < writer.at; ) {
      const size = this.write(at);
      if (size === 0) Atomics.wait(pause, 0, 0, PAUSE);
      at += size;
    }
    writer.at = 0;
  }

  /** Writes from `at` on; returns how much was taken, 0 while the reader is behind. */
  private write(at: number): number {
    try {
      return writeSync(this.descriptor, this.writer.buffer, at, this.writer.at - at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A terminal that was closed answers with EIO.
      if (code === "EPIPE" || code === "EIO") throw new ClosedPipe();
      if (code !== "EAGAIN") throw error;
      return 0;
    }
  }
}
