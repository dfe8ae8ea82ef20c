import type { Cursor } from "../../core/cursor.ts";
import { duration, frameNumber } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import type { Memory } from "../../core/memory.ts";
import { type Column, Table } from "../../streams/table.ts";

/** Frames of the first request and of the first other message. */
const REQUEST = 0;
const RESPONSE = 1;
const WORDS = 2;
/** When the request came: seconds, nanoseconds. */
const TIMES = 2;

export const exchange = fields("stun", {
  "response-in": frameNumber("Response In"),
  "response-to": frameNumber("Request In"),
  time: duration("Time"),
  reqduplicate: frameNumber("Duplicated original message in"),
});

/** The transactions of a run, by conversation and number (RFC 8489 section 6.3.1). */
export class Exchanges {
  private readonly table: Table;
  private readonly frames: Column<Int32Array>;
  private readonly times: Column<Float64Array>;

  constructor(memory: Memory) {
    this.table = new Table(memory, "STUN transactions", 5);
    this.frames = this.table.ints(WORDS);
    this.times = this.table.floats(TIMES);
  }

  /** Takes in a message whose transaction's number is at `at`, and puts down what is known of it. */
  follow(c: Cursor, at: number, isRequest: boolean, isResponse: boolean): void {
    const { table, frames, times } = this;
    table.key[0] = c.conversation & ~1;
    table.key[1] = c.streaming ? 1 : 0;
    for (let i = 0; i < 3; i++) table.key[2 + i] = c.u32(at + 4 * i) | 0;
    const place = table.find(5, c.frame.number);
    const known = place * WORDS;
    const own = known + (isRequest ? REQUEST : RESPONSE);
    const before = frames.data[own]!;
    if (before === 0) frames.data[own] = c.frame.number;
    if (isRequest && before === 0) {
      times.data[place * TIMES] = c.frame.seconds;
      times.data[place * TIMES + 1] = c.frame.nanoseconds;
    }
    if (isRequest && frames.data[known + RESPONSE] !== 0)
      c.put(exchange["response-in"], frames.data[known + RESPONSE]!);
    if (isResponse && frames.data[known + REQUEST] !== 0) {
      c.put(exchange["response-to"], frames.data[known + REQUEST]!);
      const seconds = c.frame.seconds - times.data[place * TIMES]!;
      c.put(exchange.time, seconds * 1e9 + c.frame.nanoseconds - times.data[place * TIMES + 1]!);
    }
    if (before !== 0) c.put(exchange.reqduplicate, before);
  }
}
