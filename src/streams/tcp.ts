import type { Frame } from "../core/frame.ts";
import type { Protocol } from "../core/protocol.ts";
import { Conversations } from "./conversations.ts";
import { distance, Unfinished } from "./reassembly.ts";

/** No SYN was seen: whether the window is scaled is not known. */
export const SCALE_UNKNOWN = -1;
/** The handshake agreed on no scaling. */
export const SCALE_NONE = -2;

const FIN = 1;
const SYN = 2;
const ACK = 16;

/**
 * What is known of every TCP conversation. State is kept by direction: index `2 * stream`, plus 1 for the endpoint
 * that sorts last.
 */
export class TcpStreams {
  private readonly conversations = new Conversations();
  private base = new Uint32Array(1024);
  private hasBase = new Uint8Array(1024);
  private scale = new Int8Array(1024).fill(SCALE_UNKNOWN);
  /** The sequence number after the last one seen, by direction. */
  private next = new Uint32Array(1024);
  private hasNext = new Uint8Array(1024);
  /** Messages that wait for more segments. */
  readonly unfinished = new Unfinished();
  /** Who reads a stream, once that is known. */
  readonly protocols: (Protocol | undefined)[] = [];

  /** Results of {@link follow}: the stream's number and this segment's direction index. */
  stream = 0;
  direction = 0;
  /** The segment as {@link follow} was told: ports, sequence number, whether it ends its direction. */
  sourcePort = 0;
  destinationPort = 0;
  seq = Number.NaN;
  closes = false;
  /** Results of {@link advance}: the segment begins before the last byte seen; it only asks whether the peer is there. */
  repeated = false;
  keepsAlive = false;
  /** Sequence and acknowledgement number relative to the first of each direction. */
  relativeSeq = Number.NaN;
  relativeAck = Number.NaN;
  /** Shift of the window, {@link SCALE_UNKNOWN} or {@link SCALE_NONE}. */
  windowShift = SCALE_UNKNOWN;

  /**
   * Takes in one segment. `scale` is the shift its window scale option offers, -1 where it has none.
   */
  follow(
    frame: Frame,
    source: number,
    destination: number,
    seq: number,
    ack: number,
    flags: number,
    scale: number,
  ): void {
    const { conversations } = this;
    this.sourcePort = source;
    this.destinationPort = destination;
    this.seq = seq;
    this.closes = (flags & FIN) !== 0;
    this.stream = conversations.find(frame, source, destination);
    if (this.stream * 2 >= this.base.length) this.grow();
    const own = this.stream * 2 + (conversations.forward ? 0 : 1);
    const other = own ^ 1;
    this.direction = own;
    const syn = (flags & SYN) !== 0;
    if (syn && (flags & ACK) === 0 && this.hasBase[own] && this.base[own] !== seq) this.forget(own, other);
    if (!this.hasBase[own]) this.setBase(own, syn ? seq : seq - 1);
    if (flags & ACK && !this.hasBase[other]) this.setBase(other, ack - 1);
    if (syn) this.offer(own, other, flags, scale);
    this.relativeSeq = (seq - this.base[own]!) >>> 0;
    this.relativeAck = flags & ACK ? (ack - this.base[other]!) >>> 0 : 0;
    this.windowShift = syn ? SCALE_UNKNOWN : this.scale[own]!;
  }

  /** Moves the direction on by the `length` bytes of payload of the segment {@link follow} was told. */
  advance(length: number, flags: number): void {
    const { direction, seq } = this;
    const behind = this.hasNext[direction] ? distance(this.next[direction]!, seq) : 0;
    this.repeated = behind > 0 && length > 0;
    this.keepsAlive = behind === 1 && length === 1;
    const after = (seq + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0;
    if (this.hasNext[direction] && distance(after, this.next[direction]!) <= 0) return;
    this.next[direction] = after;
    this.hasNext[direction] = 1;
  }

  private setBase(direction: number, seq: number): void {
    this.base[direction] = seq;
    this.hasBase[direction] = 1;
  }

  /** Scaling is on only when both SYNs offer it (RFC 7323 section 2.2). */
  private offer(own: number, other: number, flags: number, scale: number): void {
    this.scale[own] = scale < 0 ? SCALE_NONE : Math.min(scale, 14);
    if (flags & ACK && (scale < 0 || this.scale[other] === SCALE_NONE))
      this.scale[own] = this.scale[other] = SCALE_NONE;
  }

  private forget(own: number, other: number): void {
    for (const direction of [own, other]) {
      this.hasBase[direction] = 0;
      this.scale[direction] = SCALE_UNKNOWN;
      this.hasNext[direction] = 0;
      this.unfinished.forget(direction);
    }
  }

  private grow(): void {
    const size = this.base.length * 2;
    const copy = <T extends Uint32Array | Uint8Array | Int8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.base = copy(new Uint32Array(size), this.base);
    this.hasBase = copy(new Uint8Array(size), this.hasBase);
    this.next = copy(new Uint32Array(size), this.next);
    this.hasNext = copy(new Uint8Array(size), this.hasNext);
    this.scale = copy(new Int8Array(size).fill(SCALE_UNKNOWN), this.scale);
  }
}
