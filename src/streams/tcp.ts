import type { Announced } from "../core/announced.ts";
import type { Frame } from "../core/frame.ts";
import type { Memory } from "../core/memory.ts";
import type { Protocol } from "../core/protocol.ts";
import { Conversations } from "./conversations.ts";
import { distance, Unfinished } from "./reassembly.ts";
import { ACK, FIN, NO_SCALE, RST, Segment, SYN } from "./segment.ts";
import type { Column } from "./table.ts";
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
const HAS_MESSAGE = 16;

/**
 * State of a direction, in words: its first sequence number, the one after the last seen, what is known of it, the
 * shift of its window; in the first of a stream also what of the stream was seen; where its last message of several
 * segments began and ended. Two directions fill a cache line.
 */
const BASE = 0;
const NEXT = 1;
const KNOWN = 2;
const SCALE = 3;
const SEEN = 4;
const MESSAGE = 5;
const MESSAGE_END = 6;
const WORDS = 8;

/** Times of a stream, in nanoseconds since it began: its last SYN, -1 for none; and how long the handshake took. */
const SYN_TIME = 0;
const HANDSHAKE = 1;
const TIMES = 2;

/** Bytes of a reference. */
const POINTER = 8;

/** What is asked of {@link TcpStreams}. */
export interface TcpOptions {
  /** Sequence numbers are judged. */
  readonly analyzes: boolean;
  /** Sequence and acknowledgement numbers count from the first of each direction, not as they stand in the header. */
  readonly relative: boolean;
}

/**
 * What is known of every TCP conversation. The index of a direction is twice the place of its conversation, plus 1 for
 * the endpoint that sorts last.
 */
export class TcpStreams {
  readonly analyzes: boolean;
  readonly relative: boolean;
  /** Bits of a direction's first number that are taken off: all or none. */
  private readonly baseMask: number;
  private readonly conversations: Conversations;
  private readonly times: StreamTimes;
  private readonly states: Column<Int32Array>;
  private readonly moments: Column<Float64Array>;
  /** Messages that wait for more segments. */
  readonly unfinished: Unfinished;
  /** Who reads the stream at a place, once that is known. */
  readonly protocols: (Protocol | undefined)[];
  /** Bytes of each message that a segment completes, gathered while it is dissected. */
  readonly sizes: number[] = [];
  /** What the segments of a stream say about each other. */
  readonly analysis: TcpAnalysis;

  /** The segment to {@link follow}. */
  readonly segment = new Segment();
  /** Results of {@link follow}: the stream's number, its place, and the index of this segment's direction. */
  stream = 0;
  place = 0;
  direction = 0;
  /** The same of its direction, for good: twice the stream's number, plus 1 for the endpoint that sorts last. */
  conversation = 0;
  /** The segment ends its direction, begins before the last byte seen, only asks whether the peer is there. */
  closes = false;
  repeated = false;
  keepsAlive = false;
  /** Its direction was the first to close. */
  closesFirst = false;
  /** Sequence and acknowledgement number, relative to the first of each direction where that is asked for. */
  relativeSeq = Number.NaN;
  relativeAck = Number.NaN;
  /** Shift of the window, {@link SCALE_UNKNOWN} or {@link SCALE_NONE}. */
  windowShift = SCALE_UNKNOWN;
  /** What was seen of the stream before the segment: SYN 1, SYN and ACK 2, ACK 4, data 8, FIN 16, RST 32. */
  completeness = 0;
  /** The first segment of a stream that another conversation announced: it was there before it. */
  private isExpected = false;
  /** A SYN begins another stream between the ports of one that was. */
  private isRenewed = false;
  /** A SYN with the number its direction began with, and one acknowledged by another number than before. */
  private isSentAgain = false;
  private isAnsweredAnew = false;
  /** Nanoseconds since the stream's first frame and since its last, and those the handshake took (0: not known). */
  sinceFirst = Number.NaN;
  sinceLast = Number.NaN;
  initialRoundTrip = Number.NaN;

  constructor(memory: Memory, { analyzes, relative }: TcpOptions) {
    this.analyzes = analyzes;
    this.relative = relative;
    this.baseMask = relative ? -1 : 0;
    const conversations = new Conversations(memory);
    this.conversations = conversations;
    this.times = new StreamTimes(conversations);
    this.states = conversations.ints(2 * WORDS);
    this.moments = conversations.floats(TIMES);
    this.protocols = conversations.objects(POINTER);
    this.analysis = new TcpAnalysis(conversations, memory);
    this.unfinished = new Unfinished(memory);
    conversations.onForget = (place) => {
      this.analysis.forget(place);
      this.unfinished.forget(place * 2);
      this.unfinished.forget(place * 2 + 1);
    };
  }

  /** Finds out whose {@link segment} is, where nothing more is known of it. True for the first segment of a stream. */
  meet(frame: Frame, announced: Announced): boolean {
    const { conversations, segment } = this;
    const { flags } = segment;
    const place = conversations.between(frame, segment.sourcePort, segment.destinationPort);
    const own = place * 2 + (conversations.forward ? 0 : 1);
    this.isSentAgain = false;
    this.isRenewed = !conversations.isNew && (flags & SYN) !== 0 && this.isReused(own);
    const isFirst = conversations.isNew || this.isRenewed;
    if (this.isRenewed) conversations.renew(place);
    if (isFirst) this.open(place);
    const expected = conversations.isNew ? announced.of(frame, segment.sourcePort, segment.destinationPort) : undefined;
    this.isExpected = expected !== undefined;
    if (expected !== undefined) this.protocols[place] = expected.taker;
    this.stream = conversations.number(place);
    this.place = place;
    this.direction = own;
    this.conversation = this.stream * 2 + (own & 1);
    this.times.note(place, isFirst, frame);
    this.sinceFirst = this.times.sinceFirst;
    this.sinceLast = this.times.sinceLast;
    return isFirst;
  }

  /** Takes in {@link segment}. */
  follow(frame: Frame, announced: Announced): void {
    const isFirst = this.meet(frame, announced);
    const { segment, analysis, place, direction: own, isRenewed: isReused } = this;
    this.close(own, segment.flags);
    this.number(own * WORDS, (own ^ 1) * WORDS);
    if (this.analyzes) {
      analysis.judge(
        segment,
        own,
        frame.number,
        this.sinceFirst,
        this.windowShift,
        this.moments.data[place * TIMES + HANDSHAKE]!,
      );
    }
    this.shake(frame, isFirst && !this.isExpected, segment.length);
    if (isReused) this.completeness = SAW_SYN;
    if (this.isSentAgain) analysis.isKnown = true;
    if (this.analyzes && (isReused || this.isAnsweredAnew)) analysis.mark(REUSED_PORTS);
    this.advance(own);
  }

  /**
   * Takes in what the header of {@link segment} tells where nobody knows how long it is: it is cut, or quoted by
   * another packet. Its numbers are left as they stand.
   */
  glance(frame: Frame, announced: Announced): void {
    const isFirst = this.meet(frame, announced);
    const { segment, analysis, direction: own, isRenewed } = this;
    const { seq, ack, flags, scale } = segment;
    const { data: state } = this.states;
    const isSyn = (flags & SYN) !== 0;
    this.close(own, flags);
    if (isSyn) {
      this.answer(own * WORDS, segment);
      this.offer(own * WORDS, (own ^ 1) * WORDS, flags, scale);
    }
    this.relativeSeq = seq >>> 0;
    this.relativeAck = ack >>> 0;
    this.windowShift = isSyn ? SCALE_UNKNOWN : state[own * WORDS + SCALE]!;
    this.shake(frame, isFirst && !this.isExpected, 0);
    if (isRenewed) this.completeness = SAW_SYN;
    const isReused = isRenewed || this.isAnsweredAnew;
    analysis.isKnown = this.isSentAgain || isReused;
    analysis.marks = isReused ? REUSED_PORTS : 0;
  }

  /** Lets another stream follow the one of the last segment, between the same ports; `protocol` reads it. */
  renew(protocol: Protocol): void {
    const { place } = this;
    this.conversations.renew(place);
    this.open(place);
    this.times.restart(place);
    this.protocols[place] = protocol;
  }

  /** Notes the last message of the segment's direction that takes several segments: sequence numbers `from..to`. */
  noteMessage(from: number, to: number): void {
    const { data: state } = this.states;
    const at = this.direction * WORDS;
    state[at + MESSAGE] = from;
    state[at + MESSAGE_END] = to;
    state[at + KNOWN]! |= HAS_MESSAGE;
  }

  /** Offset in the message noted last of the first `size` bytes of the segment's payload; -1 where they are not in it. */
  offsetInMessage(size: number): number {
    const { data: state } = this.states;
    const at = this.direction * WORDS;
    const { payloadSeq } = this.segment;
    const offset = distance(payloadSeq, state[at + MESSAGE]!);
    const isIn = offset >= 0 && distance(state[at + MESSAGE_END]!, payloadSeq) >= size;
    return (state[at + KNOWN]! & HAS_MESSAGE) !== 0 && isIn ? offset : -1;
  }

  /** True for a SYN that begins another stream between the same ports. */
  private isReused(own: number): boolean {
    const { flags, seq } = this.segment;
    const at = own * WORDS;
    const { data: state } = this.states;
    if (flags & ACK || (state[at + KNOWN]! & HAS_BASE) === 0) return false;
    if (seq !== state[at + BASE]) return true;
    this.analysis.restart(own);
    this.isSentAgain = this.analyzes;
    return false;
  }

  /** Begins a stream. */
  private open(place: number): void {
    const { data: state } = this.states;
    this.moments.data[place * TIMES + SYN_TIME] = -1;
    for (const direction of [0, 1]) state[(place * 2 + direction) * WORDS + SCALE] = SCALE_UNKNOWN;
    this.analysis.begin(place);
  }

  /** Makes numbers relative, and learns how windows are scaled. */
  private number(own: number, other: number): void {
    const { data: state } = this.states;
    const { seq, ack, flags, scale } = this.segment;
    const isSyn = (flags & SYN) !== 0;
    if ((state[own + KNOWN]! & HAS_BASE) === 0) this.setBase(own, isSyn ? seq : seq - 1);
    this.isAnsweredAnew = false;
    if (isSyn) this.answer(own, this.segment);
    this.segment.base = state[own + BASE]!;
    if (flags & ACK && (state[other + KNOWN]! & HAS_BASE) === 0) this.setBase(other, ack - 1);
    if (isSyn) this.offer(own, other, flags, scale);
    this.relativeSeq = (seq - (state[own + BASE]! & this.baseMask)) >>> 0;
    this.relativeAck = flags & ACK ? (ack - (state[other + BASE]! & this.baseMask)) >>> 0 : ack >>> 0;
    this.windowShift = isSyn ? SCALE_UNKNOWN : state[own + SCALE]!;
  }

  /** Notes that a SYN is acknowledged by another number than before, from which the direction counts then. */
  private answer(own: number, { seq, flags }: Segment): void {
    const { data: state } = this.states;
    const hasBase = (state[own + KNOWN]! & HAS_BASE) !== 0;
    this.isAnsweredAnew = (flags & ACK) !== 0 && hasBase && state[own + BASE] !== seq;
    if (this.isAnsweredAnew) state[own + BASE] = seq;
  }

  /** Notes the end of a direction. */
  private close(own: number, flags: number): void {
    const { data: state } = this.states;
    const at = own * WORDS + KNOWN;
    this.closes = (flags & FIN) !== 0;
    if (this.closes && (state[at]! & CLOSED) === 0) {
      state[at]! |= state[(own ^ 1) * WORDS + KNOWN]! & CLOSED ? CLOSED : CLOSED | CLOSED_FIRST;
    }
    this.closesFirst = (state[at]! & CLOSED_FIRST) !== 0;
  }

  /**
   * Notes what was seen of the stream, and how long its handshake took, from a segment with `length` bytes. When the
   * handshake began is told where the capture has a clock.
   */
  private shake(frame: Frame, isFirst: boolean, length: number): void {
    const { place } = this;
    const { flags } = this.segment;
    const { data: moments } = this.moments;
    const { data: state } = this.states;
    const at = place * TIMES;
    const seenAt = place * 2 * WORDS + SEEN;
    this.completeness = state[seenAt]!;
    state[seenAt] = isFirst ? begun(flags, length) : this.completeness | shown(flags, length);
    if (flags & SYN) {
      const hasClock = frame.seconds !== 0 || frame.nanoseconds !== 0;
      if ((flags & ACK) === 0) moments[at + SYN_TIME] = hasClock ? this.sinceFirst : -1;
    } else if (flags & ACK && moments[at + HANDSHAKE] === 0 && moments[at + SYN_TIME]! >= 0) {
      moments[at + HANDSHAKE] = this.sinceFirst - moments[at + SYN_TIME]!;
    }
    this.initialRoundTrip = moments[at + HANDSHAKE]!;
  }

  /** Moves the direction on by what the segment holds. */
  private advance(direction: number): void {
    const { seq, length, span } = this.segment;
    const { data: state } = this.states;
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
    const { data: state } = this.states;
    state[at + BASE] = seq;
    state[at + KNOWN]! |= HAS_BASE;
  }

  /** Scaling is on only when both SYNs offer it (RFC 7323 section 2.2). */
  private offer(own: number, other: number, flags: number, scale: number): void {
    const { data: state } = this.states;
    const isMissing = scale === NO_SCALE && state[own + SCALE] === SCALE_UNKNOWN;
    const isRefused = (flags & ACK) !== 0 && state[other + SCALE] === SCALE_NONE;
    if (isMissing || isRefused) state[own + SCALE] = state[other + SCALE] = SCALE_NONE;
    else if (scale !== NO_SCALE) state[own + SCALE] = Math.min(scale, LARGEST_SHIFT);
  }
}

/** What the segment that begins a stream shows of it: nothing but a SYN, and data that comes with it. */
function begun(flags: number, length: number): number {
  if ((flags & (SYN | ACK)) !== SYN) return 0;
  return length > 0 ? SAW_SYN | SAW_DATA : SAW_SYN;
}

/** What any other segment shows: a reset, and where it acknowledges something what it holds. */
function shown(flags: number, length: number): number {
  const reset = flags & RST ? SAW_RST : 0;
  if ((flags & ACK) === 0) return reset;
  const fin = flags & FIN ? SAW_FIN : 0;
  if (flags & SYN) return reset | fin | SAW_SYN_ACK;
  return reset | fin | (length > 0 ? SAW_DATA : SAW_ACK);
}
