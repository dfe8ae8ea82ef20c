import type { Frame } from "../core/frame.ts";
import type { Protocol } from "../core/protocol.ts";
import { Conversations } from "./conversations.ts";
import { distance, Unfinished } from "./reassembly.ts";
import { ACK, FIN, NO_SCALE, RST, Segment, SYN } from "./segment.ts";
import { REUSED_PORTS, TcpAnalysis } from "./tcp-analysis.ts";
import { StreamTimes } from "./times.ts";

/** No SYN was seen: whether the window is scaled is not known. */
export const SCALE_UNKNOWN = -1;
/** The handshake agreed on no scaling. */
export const SCALE_NONE = -2;
/** The largest window shift that means anything (RFC 7323 section 2.3). */
const LARGEST_SHIFT = 14;

/** What of a stream was seen: bits of {@link TcpStreams.completeness}. */
const SAW_SYN = 1;
const SAW_SYN_ACK = 2;
const SAW_ACK = 4;
const SAW_DATA = 8;
const SAW_FIN = 16;
const SAW_RST = 32;

/** Marks of a direction: what of it is known, and whether it sent a FIN, before the other. */
const HAS_BASE = 1;
const HAS_NEXT = 2;
const CLOSED_FIRST = 4;
const CLOSED = 8;

/**
 * What is known of every TCP conversation. State is kept by stream or by direction: index `2 * stream`, plus 1 for the
 * endpoint that sorts last.
 */
export class TcpStreams {
  private readonly conversations = new Conversations();
  /** The stream of each conversation: another one each time its ports are used again. */
  private current = new Int32Array(512);
  private count = 0;
  private readonly times = new StreamTimes();
  /** When the last SYN was seen and how long the handshake took, in nanoseconds since the stream began. */
  private synTime = new Float64Array(512);
  private handshake = new Float64Array(512);
  private seen = new Uint8Array(512);
  /** By direction: its first sequence number, and the one after the last seen. */
  private base = new Int32Array(1024);
  private next = new Int32Array(1024);
  private known = new Uint8Array(1024);
  private scale = new Int8Array(1024);
  /** Messages that wait for more segments. */
  readonly unfinished = new Unfinished();
  /** Who reads a stream, once that is known. */
  readonly protocols: (Protocol | undefined)[] = [];
  /** What the segments of a stream say about each other. */
  readonly analysis = new TcpAnalysis();

  /** The segment to {@link follow}. */
  readonly segment = new Segment();
  /** Results of {@link follow}: the stream's number and this segment's direction index. */
  stream = 0;
  direction = 0;
  /** The segment ends its direction, begins before the last byte seen, only asks whether the peer is there. */
  closes = false;
  repeated = false;
  keepsAlive = false;
  /** Its direction was the first to close. */
  closesFirst = false;
  /** Sequence and acknowledgement number relative to the first of each direction. */
  relativeSeq = Number.NaN;
  relativeAck = Number.NaN;
  /** Shift of the window, {@link SCALE_UNKNOWN} or {@link SCALE_NONE}. */
  windowShift = SCALE_UNKNOWN;
  /** What was seen of the stream before the segment: SYN 1, SYN and ACK 2, ACK 4, data 8, FIN 16, RST 32. */
  completeness = 0;
  /** A SYN is acknowledged by another number than before. */
  private isAnsweredAnew = false;
  /** Nanoseconds since the stream's first frame and since its last, and those the handshake took (0: not known). */
  sinceFirst = Number.NaN;
  sinceLast = Number.NaN;
  initialRoundTrip = Number.NaN;

  /** Takes in {@link segment}. */
  follow(frame: Frame): void {
    const { conversations, segment, analysis } = this;
    const { flags } = segment;
    const conversation = conversations.find(frame, segment.sourcePort, segment.destinationPort);
    const side = conversations.forward ? 0 : 1;
    if (conversations.isNew) this.open(conversation);
    const isReused =
      !conversations.isNew && (flags & SYN) !== 0 && this.isReused(this.current[conversation]! * 2 + side);
    if (isReused) this.open(conversation);
    const stream = this.current[conversation]!;
    const own = stream * 2 + side;
    this.stream = stream;
    this.direction = own;
    this.close(own, flags);
    const isFirst = conversations.isNew || isReused;
    this.times.note(stream, frame);
    this.sinceFirst = this.times.sinceFirst;
    this.sinceLast = this.times.sinceLast;
    this.number(own, own ^ 1);
    analysis.judge(segment, own, frame.number, this.sinceFirst, this.windowShift, this.handshake[stream]!);
    this.shake(stream, isFirst);
    if (isReused) this.completeness = SAW_SYN;
    if (isReused || this.isAnsweredAnew) analysis.mark(REUSED_PORTS);
    this.advance(own);
  }

  /** True for a SYN that begins another stream between the same ports. */
  private isReused(own: number): boolean {
    const { flags, seq } = this.segment;
    if (flags & ACK || (this.known[own]! & HAS_BASE) === 0) return false;
    if (seq !== this.base[own]) return true;
    this.analysis.restart(own);
    return false;
  }

  /** Numbers a new stream. */
  private open(conversation: number): void {
    const stream = this.count++;
    if (stream === this.seen.length) this.grow();
    if (conversation >= this.current.length) this.current = larger(Int32Array, this.current);
    this.current[conversation] = stream;
    this.synTime[stream] = -1;
    this.scale[stream * 2] = this.scale[stream * 2 + 1] = SCALE_UNKNOWN;
    this.analysis.begin(stream * 2);
  }

  /** Makes numbers relative, and learns how windows are scaled. */
  private number(own: number, other: number): void {
    const { seq, ack, flags, scale } = this.segment;
    const isSyn = (flags & SYN) !== 0;
    const isAnswer = isSyn && (flags & ACK) !== 0;
    if ((this.known[own]! & HAS_BASE) === 0) this.setBase(own, isSyn ? seq : seq - 1);
    this.isAnsweredAnew = isAnswer && this.base[own] !== seq;
    if (this.isAnsweredAnew) this.base[own] = seq;
    if (flags & ACK && (this.known[other]! & HAS_BASE) === 0) this.setBase(other, ack - 1);
    if (isSyn) this.offer(own, other, flags, scale);
    this.relativeSeq = (seq - this.base[own]!) >>> 0;
    this.relativeAck = flags & ACK ? (ack - this.base[other]!) >>> 0 : ack >>> 0;
    this.windowShift = isSyn ? SCALE_UNKNOWN : this.scale[own]!;
  }

  /** Notes the end of a direction. */
  private close(own: number, flags: number): void {
    const { known } = this;
    this.closes = (flags & FIN) !== 0;
    if (this.closes && (known[own]! & CLOSED) === 0) {
      known[own]! |= known[own ^ 1]! & CLOSED ? CLOSED : CLOSED | CLOSED_FIRST;
    }
    this.closesFirst = (known[own]! & CLOSED_FIRST) !== 0;
  }

  /** Notes what was seen of the stream, and how long its handshake took. */
  private shake(stream: number, isFirst: boolean): void {
    const { flags, length } = this.segment;
    let seen = this.seen[stream]!;
    this.completeness = seen;
    if (flags & SYN) {
      seen |= flags & ACK ? SAW_SYN_ACK : SAW_SYN;
      if ((flags & ACK) === 0) this.synTime[stream] = this.sinceFirst;
    } else if (flags & ACK) {
      if (length === 0) seen |= SAW_ACK;
      if (this.handshake[stream] === 0 && this.synTime[stream]! >= 0) {
        this.handshake[stream] = this.sinceFirst - this.synTime[stream]!;
      }
    }
    if (length > 0) seen |= SAW_DATA;
    if (flags & FIN) seen |= SAW_FIN;
    if (flags & RST) seen |= SAW_RST;
    this.seen[stream] = isFirst && (flags & (SYN | ACK)) !== SYN ? 0 : seen;
    this.initialRoundTrip = this.handshake[stream]!;
  }

  /** Moves the direction on by what the segment holds. */
  private advance(direction: number): void {
    const { seq, length, span } = this.segment;
    const hasNext = (this.known[direction]! & HAS_NEXT) !== 0;
    const behind = hasNext ? distance(this.next[direction]!, seq) : 0;
    this.repeated = behind > 0 && length > 0;
    this.keepsAlive = behind === 1 && length === 1;
    if (hasNext && behind >= span) return;
    this.next[direction] = seq + span;
    this.known[direction]! |= HAS_NEXT;
  }

  private setBase(direction: number, seq: number): void {
    this.base[direction] = seq;
    this.known[direction]! |= HAS_BASE;
  }

  /** Scaling is on only when both SYNs offer it (RFC 7323 section 2.2). */
  private offer(own: number, other: number, flags: number, scale: number): void {
    const isOff = scale === NO_SCALE || (flags & ACK && this.scale[other] === SCALE_NONE);
    if (isOff) this.scale[own] = this.scale[other] = SCALE_NONE;
    else this.scale[own] = Math.min(scale, LARGEST_SHIFT);
  }

  private grow(): void {
    this.synTime = larger(Float64Array, this.synTime);
    this.handshake = larger(Float64Array, this.handshake);
    this.seen = larger(Uint8Array, this.seen);
    this.base = larger(Int32Array, this.base);
    this.next = larger(Int32Array, this.next);
    this.known = larger(Uint8Array, this.known);
    this.scale = larger(Int8Array, this.scale);
  }
}

/** Twice as long a copy of an array of numbers. */
function larger<T extends Int32Array | Uint8Array | Int8Array | Float64Array>(
  type: new (length: number) => T,
  from: T,
): T {
  const to = new type(from.length * 2);
  to.set(from);
  return to;
}
