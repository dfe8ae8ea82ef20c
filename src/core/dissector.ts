import { Cursor } from "./cursor.ts";
import { Frame } from "./frame.ts";
import type { Registry } from "./registry.ts";
import { Rows } from "./rows.ts";

/** Original lengths beyond this are garbage; offsets stay small integers. */
const LONGEST = 0x1fffffff;

/** Dissects the frames of one run, in order, into one reused {@link Frame}. Holds all state of the run. */
export class Dissector {
  readonly frame = new Frame();
  readonly registry: Registry;
  private readonly cursor: Cursor;
  private readonly side: Cursor;
  private lastSeconds = Number.NaN;
  private lastNanoseconds = Number.NaN;

  constructor(registry: Registry) {
    this.registry = registry;
    this.cursor = new Cursor(registry, this.frame);
    this.side = new Cursor(registry, new Frame());
  }

  /**
   * Dissects the frame whose bytes start at `start`; the caller has filled in the frame's number, time, lengths and
   * link type.
   */
  dissect(bytes: Uint8Array, start: number): Frame {
    const { frame, cursor } = this;
    if (frame.number === 1) {
      this.lastSeconds = frame.firstSeconds = frame.seconds;
      this.lastNanoseconds = frame.firstNanoseconds = frame.nanoseconds;
    }
    frame.previousSeconds = this.lastSeconds;
    frame.previousNanoseconds = this.lastNanoseconds;
    this.lastSeconds = frame.seconds;
    this.lastNanoseconds = frame.nanoseconds;
    frame.reset(bytes, start);
    const length = Math.min(Math.max(frame.originalLength, frame.capturedLength), LONGEST);
    cursor.begin(bytes, start, start + frame.capturedLength, start + length);
    cursor.start(this.registry.root);
    return frame;
  }

  /** Rows that unroll this run's frames, expansions included. */
  rows(): Rows {
    const { side } = this;
    return new Rows((frame, row, into) => {
      const { tape } = frame;
      side.tape.clear();
      side.begin(frame.bytesOf(row), tape.start(row), tape.end(row), tape.end(row));
      side.expanding(tape.source(row), tape.layer(row), tape.flags(row));
      into(side);
      return side.tape;
    });
  }
}

