import type { Cursor } from "../../core/cursor.ts";
import type { Memory } from "../../core/memory.ts";
import { type Column, Table } from "../../streams/table.ts";
import { exchange } from "./header.ts";

/** An unanswered request that comes again within this many nanoseconds is the same one repeated. */
const REPEATS_WITHIN = 5e9;

/** Words of an exchange: the frames of its request and of its answer, 0 for none. */
const REQUEST = 0;
const RESPONSE = 1;
const WORDS = 2;
/** When the request was made. */
const SECONDS = 0;
const NANOSECONDS = 1;
const TIMES = 2;

/** The exchanges of a run, by conversation and transaction ID: which request an answer belongs to. */
export class Exchanges {
  private readonly table: Table;
  private readonly frames: Column<Int32Array>;
  private readonly times: Column<Float64Array>;

  /** Results of {@link follow}: frames the message refers to, 0 for none, and how long ago the first was. */
  private answered = 0;
  private repeatedRequest = 0;
  private repeatedResponse = 0;
  private elapsed = Number.NaN;
  private unsolicited = false;

  constructor(memory: Memory) {
    this.table = new Table(memory, "DNS exchanges", 2);
    this.frames = this.table.ints(WORDS);
    this.times = this.table.floats(TIMES);
  }

  /**
   * Takes in the message with `id`. `framed` tells TCP's conversations from UDP's. One that is quoted belongs to no
   * exchange.
   */
  follow(c: Cursor, id: number, isResponse: boolean, framed: boolean): void {
    const { table } = this;
    this.answered = this.repeatedRequest = this.repeatedResponse = 0;
    this.unsolicited = isResponse;
    if (c.isQuoted) return;
    table.key[0] = (c.conversation & ~1) | (framed ? 1 : 0);
    table.key[1] = id;
    const place = isResponse ? table.get(2) : table.find(2, c.frame.number);
    const isKnown = isResponse ? place >= 0 : !table.isNew;
    this.unsolicited = isResponse && !isKnown;
    if (!isKnown) {
      if (!isResponse) this.ask(c, place);
      return;
    }
    const { data: times } = this.times;
    const at = place * TIMES;
    this.elapsed = (c.frame.seconds - times[at + SECONDS]!) * 1e9 + c.frame.nanoseconds - times[at + NANOSECONDS]!;
    const { data: frames } = this.frames;
    if (isResponse) this.answer(c, place);
    else if (frames[place * WORDS + RESPONSE] === 0 && this.elapsed < REPEATS_WITHIN)
      this.repeatedRequest = frames[place * WORDS + REQUEST]!;
    else this.ask(c, place);
  }

  private ask(c: Cursor, place: number): void {
    const { data: frames } = this.frames;
    const { data: times } = this.times;
    frames[place * WORDS + REQUEST] = c.frame.number;
    frames[place * WORDS + RESPONSE] = 0;
    times[place * TIMES + SECONDS] = c.frame.seconds;
    times[place * TIMES + NANOSECONDS] = c.frame.nanoseconds;
  }

  private answer(c: Cursor, place: number): void {
    const { data: frames } = this.frames;
    const at = place * WORDS;
    if (frames[at + RESPONSE] === 0) {
      frames[at + RESPONSE] = c.frame.number;
      this.answered = frames[at + REQUEST]!;
    } else this.repeatedResponse = frames[at + RESPONSE]!;
  }

  /** Puts down what {@link follow} found of the message. */
  report(c: Cursor): void {
    if (this.unsolicited) c.put(exchange.unsolicited, 1);
    if (this.answered !== 0) {
      c.put(exchange.response_to, this.answered);
      c.put(exchange.time, this.elapsed);
    }
    if (this.repeatedRequest !== 0) {
      c.add(exchange.retransmit_request, c.at, c.at);
      c.put(exchange.retransmit_request_in, this.repeatedRequest);
    }
    if (this.repeatedResponse !== 0) {
      c.add(exchange.retransmit_response, c.at, c.at);
      c.put(exchange.retransmit_response_in, this.repeatedResponse);
    }
    if (this.repeatedRequest + this.repeatedResponse !== 0) c.put(exchange.retransmission, 1);
  }
}
