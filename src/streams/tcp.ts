import type { Frame } from "../core/frame.ts";
import { grown } from "../core/grown.ts";
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

/** Bits of {@link KNOWN}: what of a direction is known, and whether it sent a FIN, before the other. */
const HAS_BASE = 1;
const HAS_NEXT = 2;
const CLOSED_FIRST = 4;
const CLOSED = 8;

/**
 * State of a direction, in words: its first sequence number, the one after the last seen, what is known of it, the
 * shift of its window; in the first of a stream also what of the stream was seen. Two directions fill a cache line.
 */
const BASE = 0;
const NEXT = 1;
const KNOWN = 2;
const SCALE = 3;
const SEEN = 4;
const WORDS = 8;

/** Times of a stream, in nanoseconds since it began: its last SYN, -1 for none; and how long the handshake took. */
const SYN_TIME = 0;
const HANDSHAKE = 1;
const TIMES = 2;

/**
 * What is known of every TCP conversation. A direction's index is twice its stream's number, plus 1 for the endpoint
 * that sorts last.
 */
export class TcpStreams {
  private readonly conversations = new Conversations();
  /** The stream of each conversation: another one each time its ports are used again. */
  private current = new Int32Array(512);
  private count = 0;
  private readonly times = new StreamTimes();
  private state = new Int32Array(512 * 2 * WORDS);
  private moments = new Float64Array(512 * TIMES);
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
    this.number(own * WORDS, (own ^ 1) * WORDS);
    analysis.judge(
      segment,
      own,
      frame.number,
      this.sinceFirst,
      this.windowShift,
      this.moments[stream * TIMES + HANDSHAKE]!,
    );
    this.shake(stream, isFirst);
    if (isReused) this.completeness = SAW_SYN;
    if (isReused || this.isAnsweredAnew) analysis.mark(REUSED_PORTS);
    this.advance(own);
  }

  /** True for a SYN that begins another stream between the same ports. */
  private isReused(own: number): boolean {
    const { flags, seq } = this.segment;
    const at = own * WORDS;
    if (flags & ACK || (this.state[at + KNOWN]! & HAS_BASE) === 0) return false;
    if (seq !== this.state[at + BASE]) return true;
    this.analysis.restart(own);
    return false;
  }

  /** Numbers a new stream. */
  private open(conversation: number): void {
    const stream = this.count++;
    if (stream * TIMES === this.moments.length) {
      this.state = grown(this.state);
      this.moments = grown(this.moments);
    }
    if (conversation >= this.current.length) this.current = grown(this.current);
    this.current[conversation] = stream;
    this.moments[stream * TIMES + SYN_TIME] = -1;
    for (const direction of [0, 1]) this.state[(stream * 2 + direction) * WORDS + SCALE] = SCALE_UNKNOWN;
    this.analysis.begin(stream * 2);
  }

  /** Makes numbers relative, and learns how windows are scaled. */
  private number(own: number, other: number): void {
    const { state } = this;
    const { seq, ack, flags, scale } = this.segment;
    const isSyn = (flags & SYN) !== 0;
    const isAnswer = isSyn && (flags & ACK) !== 0;
    if ((state[own + KNOWN]! & HAS_BASE) === 0) this.setBase(own, isSyn ? seq : seq - 1);
    this.isAnsweredAnew = isAnswer && state[own + BASE] !== seq;
    if (this.isAnsweredAnew) state[own + BASE] = seq;
    if (flags & ACK && (state[other + KNOWN]! & HAS_BASE) === 0) this.setBase(other, ack - 1);
    if (isSyn) this.offer(own, other, flags, scale);
    this.relativeSeq = (seq - state[own + BASE]!) >>> 0;
    this.relativeAck = flags & ACK ? (ack - state[other + BASE]!) >>> 0 : ack >>> 0;
    this.windowShift = isSyn ? SCALE_UNKNOWN : state[own + SCALE]!;
  }

  /** Notes the end of a direction. */
  private close(own: number, flags: number): void {
    const { state } = this;
    const at = own * WORDS + KNOWN;
    this.closes = (flags & FIN) !== 0;
    if (this.closes && (state[at]! & CLOSED) === 0) {
      state[at]! |= state[(own ^ 1) * WORDS + KNOWN]! & CLOSED ? CLOSED : CLOSED | CLOSED_FIRST;
    }
    this.closesFirst = (state[at]! & CLOSED_FIRST) !== 0;
  }

  /** Notes what was seen of the stream, and how long its handshake took. */
  private shake(stream: number, isFirst: boolean): void {
    const { flags, length } = this.segment;
    const { moments } = this;
    const at = stream * TIMES;
    let seen = this.state[stream * 2 * WORDS + SEEN]!;
    this.completeness = seen;
    if (flags & SYN) {
      seen |= flags & ACK ? SAW_SYN_ACK : SAW_SYN;
      if ((flags & ACK) === 0) moments[at + SYN_TIME] = this.sinceFirst;
    } else if (flags & ACK) {
      if (length === 0) seen |= SAW_ACK;
      if (moments[at + HANDSHAKE] === 0 && moments[at + SYN_TIME]! >= 0) {
        moments[at + HANDSHAKE] = this.sinceFirst - moments[at + SYN_TIME]!;
      }
    }
    if (length > 0) seen |= SAW_DATA;
    if (flags & FIN) seen |= SAW_FIN;
    if (flags & RST) seen |= SAW_RST;
    this.state[stream * 2 * WORDS + SEEN] = isFirst && (flags & (SYN | ACK)) !== SYN ? 0 : seen;
    this.initialRoundTrip = moments[at + HANDSHAKE]!;
  }

  /** Moves the direction on by what the segment holds. */
  private advance(direction: number): void {
    const { seq, length, span } = this.segment;
    const { state } = this;
    const at = direction * WORDS;
    const hasNext = (state[at + KNOWN]! & HAS_NEXT) !== 0;
    const behind = hasNext ? distance(state[at + NEXT]!, seq) : 0;
    this.repeated = behind > 0 && length > 0;
    this.keepsAlive = behind === 1 && length === 1;
    if (hasNext && behind >= span) return;
    state[at + NEXT] = seq + span;
    state[at + KNOWN]! |= HAS_NEXT;
  }

  private setBase(at: number, seq: number): void {
    this.state[at + BASE] = seq;
    this.state[at + KNOWN]! |= HAS_BASE;
  }

  /** Scaling is on only when both SYNs offer it (RFC 7323 section 2.2). */
  private offer(own: number, other: number, flags: number, scale: number): void {
    const { state } = this;
    const isOff = scale === NO_SCALE || (flags & ACK && state[other + SCALE] === SCALE_NONE);
    if (isOff) state[own + SCALE] = state[other + SCALE] = SCALE_NONE;
    else state[own + SCALE] = Math.min(scale, LARGEST_SHIFT);
  }
}
