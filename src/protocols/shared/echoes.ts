import type { Frame } from "../../core/frame.ts";
import { Conversations } from "../../streams/conversations.ts";

/** Requests that wait for a reply, at most; the oldest are forgotten. */
const MOST = 65536;

interface Request {
  readonly sum: number;
  readonly frame: number;
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Finds the request of an echo reply: same endpoints, identifier and sequence number, same data. */
export class Echoes {
  /** After {@link reply}: nanoseconds since the request. */
  elapsed = Number.NaN;
  private readonly conversations = new Conversations();
  private readonly waiting = new Map<number, Request>();

  /** Notes a request. `id` is identifier and sequence number as one word, `sum` tells its data from other data. */
  request(frame: Frame, id: number, sum: number): void {
    const key = this.keyOf(frame, id);
    this.waiting.delete(key);
    this.waiting.set(key, { sum, frame: frame.number, seconds: frame.seconds, nanoseconds: frame.nanoseconds });
    if (this.waiting.size > MOST) this.waiting.delete(this.waiting.keys().next().value!);
  }

  /** The number of the frame that asked for this reply, 0 where there is none or another reply was here before. */
  reply(frame: Frame, id: number, sum: number): number {
    const key = this.keyOf(frame, id);
    const request = this.waiting.get(key);
    if (request === undefined || request.sum !== sum) return 0;
    this.waiting.delete(key);
    this.elapsed = (frame.seconds - request.seconds) * 1e9 + frame.nanoseconds - request.nanoseconds;
    return request.frame;
  }

  private keyOf(frame: Frame, id: number): number {
    return this.conversations.find(frame, 0, 0) * 0x100000000 + id;
  }
}

/** The sum of an ICMP message's words but for type and checksum, worked out from its checksum: equal for equal data. */
export function dataSum(type: number, checksum: number): number {
  return (0x1fffe - checksum - (type << 8)) % 0xffff;
}
