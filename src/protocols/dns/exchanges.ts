import type { Cursor } from "../../core/cursor.ts";
import { Conversations } from "../../streams/conversations.ts";
import { exchange } from "./header.ts";

/** Requests remembered at most; a newer one takes the place of an old one. */
const MOST = 1 << 16;
/** An unanswered request that comes again within this many nanoseconds is the same one repeated. */
const REPEATS_WITHIN = 5e9;
/** An odd number that spreads conversations over the table: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;

/**
 * The exchanges of a run: which request an answer belongs to. A table of fixed size, looked up by conversation and
 * transaction ID, in which a newer exchange takes the slot of an older one.
 */
export class Exchanges {
  private readonly conversations = new Conversations();
  /** Conversation and ID of each slot's exchange, and the frames of its request and answer; frame 0 for none. */
  private readonly conversation = new Int32Array(MOST);
  private readonly id = new Uint16Array(MOST);
  private readonly request = new Int32Array(MOST);
  private readonly response = new Int32Array(MOST);
  /** When the request was made. */
  private readonly seconds = new Float64Array(MOST);
  private readonly nanoseconds = new Int32Array(MOST);

  /** Results of {@link follow}: frames the message refers to, 0 for none, and how long ago the first was. */
  private answered = 0;
  private repeatedRequest = 0;
  private repeatedResponse = 0;
  private elapsed = Number.NaN;
  private unsolicited = false;

  /** Takes in the message with `id`. `framed` tells TCP's conversations from UDP's. */
  follow(c: Cursor, id: number, isResponse: boolean, framed: boolean): void {
    const conversation = this.conversations.find(c.frame, c.sourcePort, c.destinationPort) * 2 + (framed ? 1 : 0);
    const slot = (Math.imul(conversation, SPREAD) ^ id) & (MOST - 1);
    const known = this.request[slot] !== 0 && this.conversation[slot] === conversation && this.id[slot] === id;
    this.answered = this.repeatedRequest = this.repeatedResponse = 0;
    this.unsolicited = isResponse && !known;
    if (known)
      this.elapsed = (c.frame.seconds - this.seconds[slot]!) * 1e9 + c.frame.nanoseconds - this.nanoseconds[slot]!;
    if (isResponse && known) this.answer(c, slot);
    else if (known && this.response[slot] === 0 && this.elapsed < REPEATS_WITHIN)
      this.repeatedRequest = this.request[slot]!;
    else if (!isResponse) this.ask(c, slot, conversation, id);
  }

  private ask(c: Cursor, slot: number, conversation: number, id: number): void {
    this.conversation[slot] = conversation;
    this.id[slot] = id;
    this.request[slot] = c.frame.number;
    this.response[slot] = 0;
    this.seconds[slot] = c.frame.seconds;
    this.nanoseconds[slot] = c.frame.nanoseconds;
  }

  private answer(c: Cursor, slot: number): void {
    if (this.response[slot] === 0) {
      this.response[slot] = c.frame.number;
      this.answered = this.request[slot]!;
    } else this.repeatedResponse = this.response[slot]!;
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
