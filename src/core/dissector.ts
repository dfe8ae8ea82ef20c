import { Cursor } from "./cursor.ts";
import { Frame } from "./frame.ts";
import { Memory } from "./memory.ts";
import type { Registry } from "./registry.ts";
import { Rows } from "./rows.ts";

/** Original lengths beyond this are garbage; offsets stay small integers. */
const LONGEST = 0x1fffffff;

/** Dissects the frames of one run, in order. Holds all state of the run. */
export class Dissector {
  readonly registry: Registry;
  private readonly cursor: Cursor;
  private readonly side: Cursor;
  private firstSeconds = Number.NaN;
  private firstNanoseconds = Number.NaN;
  private lastSeconds = Number.NaN;
  private lastNanoseconds = Number.NaN;

  constructor(registry: Registry, memory = new Memory()) {
    this.registry = registry;
    this.cursor = new Cursor(registry, new Frame(), memory);
    this.side = new Cursor(registry, new Frame(), memory);
  }

  /**
   * Dissects into `frame` the bytes that start at `start`; the caller has filled in the frame's number, time, lengths
   * and link type.
   */
  dissect(frame: Frame, bytes: Uint8Array, start: number): void {
    const { cursor } = this;
    if (frame.number === 1) {
      this.lastSeconds = this.firstSeconds = frame.seconds;
      this.lastNanoseconds = this.firstNanoseconds = frame.nanoseconds;
    }
    frame.firstSeconds = this.firstSeconds;
    frame.firstNanoseconds = this.firstNanoseconds;
    frame.previousSeconds = this.lastSeconds;
    frame.previousNanoseconds = this.lastNanoseconds;
    // A block that is no packet passes no time on.
    if (frame.custom === undefined) {
      this.lastSeconds = frame.seconds;
      this.lastNanoseconds = frame.nanoseconds;
    }
    frame.reset(bytes, start);
    const length = Math.min(Math.max(frame.originalLength, frame.capturedLength), LONGEST);
    cursor.begin(frame, bytes, start, start + frame.capturedLength, start + length);
    cursor.start(this.registry.root);
  }

  /** Rows that unroll this run's frames, expansions included. */
  rows(): Rows {
    const { side } = this;
    const inside = side.tape;
    return new Rows((frame, row, into) => {
      const { tape } = frame;
      inside.clear();
      side.begin(frame, frame.bytesOf(row), tape.start(row), tape.end(row), tape.end(row));
      side.tape = inside;
      side.expanding(tape.source(row), tape.layer(row), tape.flags(row));
      into(side);
      return inside;
    });
  }
}
