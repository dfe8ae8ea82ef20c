import type { Cursor } from "../../core/cursor.ts";
import { frameNumber, number, truth } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import type { Head } from "./headers.ts";

/** The most transactions remembered; of more, those begun first are forgotten. */
const MOST = 8192;
const FINAL = 200;
const SECOND = 1000;
const MILLISECOND = 1e6;

/** What earlier messages tell about one: RFC 3261 section 17 */
export const exchange = fields("sip", {
  resend: truth("Resent Packet"),
  "resend-original": frameNumber("Suspected resend of frame"),
  "response-request": frameNumber("Request Frame"),
  "response-time": number("Response Time (ms)"),
  "release-time": number("Release Time (ms)"),
});

/** The last message of a call one way. */
interface Sent {
  sequence: number;
  method: string;
  /** The last final status; 0 for a request, or while there was none. */
  status: number;
  frame: number;
  seconds: number;
  nanoseconds: number;
}

/** The calls of a run, each way by itself: who sent it to whom, and what the call is called. */
export class Transactions {
  private readonly sent = new Map<string, Sent>();

  /**
   * Puts down what is known of the message: whether it was sent before, and which request it belongs to. `status` is 0
   * for a request with `method`; `call` names the call. Returns whether it was sent before.
   */
  follow(c: Cursor, head: Head, call: string, status: number, method: string): boolean {
    if (c.isQuoted || c.streaming || head.sequence < 0) {
      c.put(exchange.resend, 0);
      return false;
    }
    const source = end(c, c.frame.sourceAt, c.sourcePort);
    const destination = end(c, c.frame.destinationAt, c.destinationPort);
    const key = `${source} ${destination} ${call}`;
    const isRequest = status === 0;
    const asked = isRequest ? undefined : this.sent.get(`${destination} ${source} ${call}`);
    const known = this.sent.get(key);
    const before = known?.sequence === head.sequence ? known : undefined;
    const name = isRequest ? method : head.method;
    const isResend = before?.method === name && name !== "ACK" && (isRequest || isAgain(before, status));
    const isAnswer = asked !== undefined && asked.sequence === head.sequence && asked.method === head.method;
    const request = method === "ACK" ? before : isAnswer ? asked : undefined;
    c.put(exchange.resend, isResend ? 1 : 0);
    if (isResend) c.put(exchange["resend-original"], before.frame);
    if (request) this.answered(c, request);
    if (!isResend) this.keep(c, key, { sequence: head.sequence, method: before?.method ?? name, status });
    return isResend;
  }

  private answered(c: Cursor, request: Sent): void {
    const { seconds, nanoseconds } = c.frame;
    const part = Math.trunc((nanoseconds - request.nanoseconds) / MILLISECOND);
    const time = ((seconds - request.seconds) * SECOND + part) >>> 0;
    c.put(exchange["response-request"], request.frame);
    c.put(exchange["response-time"], time);
    if (request.method === "BYE") c.put(exchange["release-time"], time);
  }

  private keep(c: Cursor, key: string, sent: Pick<Sent, "sequence" | "method" | "status">): void {
    const { number: frame, seconds, nanoseconds } = c.frame;
    if (!this.sent.has(key) && this.sent.size === MOST) this.sent.delete(this.sent.keys().next().value!);
    this.sent.set(key, { ...sent, frame, seconds, nanoseconds });
  }
}

/** True where a final status comes again. */
const isAgain = (before: Sent, status: number) => status >= FINAL && before.status === status;

function end(c: Cursor, at: number, port: number): string {
  const { addressBytes, addressSize } = c.frame;
  return `${at < 0 ? "" : addressBytes.subarray(at, at + Math.max(0, addressSize)).join(".")} ${port}`;
}
