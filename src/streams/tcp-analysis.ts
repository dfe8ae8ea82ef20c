import type { Memory } from "../core/memory.ts";
import { distance } from "./reassembly.ts";
import { ACK, FIN, PSH, RST, type Segment, SYN } from "./segment.ts";
import type { Column, Table } from "./table.ts";
import { Unacknowledged } from "./unacknowledged.ts";

/** What a segment is, told by those before it: bits of {@link TcpAnalysis.marks}. */
export const RETRANSMISSION = 1;
export const FAST_RETRANSMISSION = 2;
export const SPURIOUS_RETRANSMISSION = 4;
export const OUT_OF_ORDER = 8;
export const REUSED_PORTS = 0x10;
export const LOST_SEGMENT = 0x20;
export const ACK_LOST_SEGMENT = 0x40;
export const WINDOW_UPDATE = 0x80;
export const WINDOW_FULL = 0x100;
export const KEEP_ALIVE = 0x200;
export const KEEP_ALIVE_ACK = 0x400;
export const DUPLICATE_ACK = 0x800;
export const ZERO_WINDOW_PROBE = 0x1000;
export const ZERO_WINDOW = 0x2000;
export const ZERO_WINDOW_PROBE_ACK = 0x4000;

/** State of a direction, in words. Sequence numbers are 0 while they are not known. */
const WORDS = 16;
/** One past the highest sequence number sent, and the frame that reached it. */
const NEXT = 0;
const NEXT_FRAME = 1;
/** One past the highest sequence number sent without a gap: what the peer can acknowledge. */
const SENT = 2;
/** The last segment's acknowledgement number, window, shift of that window and marks. */
const LAST_ACK = 3;
const LAST_WINDOW = 4;
const LAST_SHIFT = 5;
const LAST_MARKS = 6;
/** How often the last acknowledgement was repeated, and the frame that gave it first. */
const REPEATS = 7;
const FIRST_ACK_FRAME = 8;
/** Bytes since the last segment that was pushed, and whether that was the last one. */
const PUSHED = 9;
const PUSHED_LAST = 10;
/** 1 while bytes of the direction were lost and nothing was acknowledged since: bytes in flight are not known. */
const UNSURE = 11;

/** How many blocks the last SACK option had. */
const BLOCKS = 12;
/** 1 where it was said that the direction acknowledges more than was captured, and the peer acknowledged nothing since. */
const AHEAD = 13;

/** Words kept of a SACK option: the edges of its first blocks, as many as fit beside timestamps (RFC 2018 section 3). */
const EDGES = 6;

/** Times of a direction: when {@link NEXT} and when {@link LAST_ACK} was reached. */
const TIMES = 2;

/** No window was seen; its shift is not known. */
const NO_WINDOW = -1;
const UNKNOWN = -1;
/** A retransmission this soon after the last duplicate ACK answers it (20 ms). */
const FAST = 20_000_000;
/** A segment this late is out of order where the round trip time is not known (3 ms). */
const REORDERED = 3_000_000;
/** Duplicate ACKs that ask for a retransmission, with the one that began them not counted. */
const ENOUGH_REPEATS = 2;

/**
 * Tells of each segment whether it repeats, overtakes or misses others, what it acknowledges and what is on its way,
 * from the two directions of its stream so far.
 */
export class TcpAnalysis {
  private readonly states: Column<Int32Array>;
  private readonly moments: Column<Float64Array>;
  private readonly edges: Column<Int32Array>;
  private readonly unacknowledged: Unacknowledged;

  /** Results of {@link judge}: what the segment is, and whether anything at all is known of it. */
  marks = 0;
  isKnown = false;
  /** Its first byte is the first one missing of its direction, or the next. */
  fillsGap = false;
  /** The frame it acknowledges (0 for none) and how long ago that was sent, in nanoseconds. */
  ackedFrame = 0;
  roundTrip = Number.NaN;
  /** For a duplicate ACK: how many there are by now, and the frame of the first of them. */
  repeats = 0;
  repeatedFrame = 0;
  /** For a retransmission: the frame that probably sent it first (0 where unknown), and how long ago. */
  originalFrame = 0;
  timeout = Number.NaN;
  /** Bytes sent and not acknowledged, and bytes sent since the last push; 0 where they are not known. */
  inFlight = 0;
  sincePush = 0;

  /** Analyses the streams in `table`. */
  constructor(table: Table, memory: Memory) {
    this.states = table.ints(2 * WORDS);
    this.moments = table.floats(2 * TIMES);
    this.edges = table.ints(2 * EDGES);
    this.unacknowledged = new Unacknowledged(table, memory);
  }

  /** Begins the stream at `place`. */
  begin(place: number): void {
    const { data: state } = this.states;
    for (let at = place * 2 * WORDS; at <= (place * 2 + 1) * WORDS; at += WORDS) {
      state[at + LAST_WINDOW] = NO_WINDOW;
      state[at + LAST_SHIFT] = UNKNOWN;
    }
  }

  /** Gives up what is kept elsewhere of the stream at `place`. */
  forget(place: number): void {
    this.unacknowledged.forget(place * 2);
    this.unacknowledged.forget(place * 2 + 1);
  }

  /** Lets a SYN sent again find what it expects: a reset in between may have moved the numbers. */
  restart(direction: number): void {
    const at = direction * WORDS;
    const { data: state } = this.states;
    state[at + NEXT] = state[at + SENT]!;
  }

  /**
   * Judges a segment that `direction` sent in frame `frame`. `now` and `roundTrip` (0 where unknown) are nanoseconds,
   * `shift` is how its window is scaled, -1 where that is not known.
   */
  judge(segment: Segment, direction: number, frame: number, now: number, shift: number, roundTrip: number): void {
    const own = direction * WORDS;
    const peer = (direction ^ 1) * WORDS;
    const { data: state } = this.states;
    const { ack, flags, length } = segment;
    if (flags & ACK) state[peer + UNSURE] = 0;
    this.marks = this.window(segment, own, peer);
    const isAhead = (flags & ACK) !== 0 && state[peer + SENT] !== 0 && distance(ack, state[peer + SENT]!) > 0;
    if (isAhead) this.miss(own, peer);
    if (ack !== state[own + LAST_ACK]) {
      state[own + FIRST_ACK_FRAME] = frame;
      state[own + REPEATS] = 0;
      state[peer + AHEAD] = 0;
    }
    this.fillsGap = segment.seq === state[own + SENT];
    if (segment.span > 0) this.send(segment, direction, frame, now, roundTrip);
    if ((this.marks & ZERO_WINDOW_PROBE) === 0) this.move(segment, direction, frame, now);
    state[own + LAST_WINDOW] = segment.window;
    state[own + LAST_SHIFT] = flags & SYN ? 0 : shift;
    state[own + LAST_ACK] = ack;
    state[own + LAST_MARKS] = this.marks;
    this.moments.data[direction * TIMES + 1] = now;
    this.acknowledge(direction ^ 1, ack, now);
    if (segment.blocks > 0 || state[own + BLOCKS] !== 0) this.keepBlocks(segment, direction);
    this.inFlight = this.sincePush = 0;
    const isMeasured = length > 0 && state[own + UNSURE] === 0;
    if (isMeasured) this.measure(segment, direction, own);
    this.isKnown = isMeasured || isAhead || this.marks !== 0 || this.ackedFrame !== 0;
  }

  /** Adds to what the segment was judged to be. */
  mark(mark: number): void {
    this.marks |= mark;
    this.isKnown = true;
  }

  /** What the sequence number says next to the numbers and windows of the segments before; the marks. */
  private window(segment: Segment, own: number, peer: number): number {
    const { data: state } = this.states;
    const { seq, flags, length, window } = segment;
    const next = state[own + NEXT]!;
    const isPlain = (flags & (SYN | FIN | RST)) === 0;
    let marks = 0;
    if (length === 1 && seq === next && state[peer + LAST_WINDOW] === 0) return ZERO_WINDOW_PROBE;
    if (window === 0 && isPlain) marks |= ZERO_WINDOW;
    if (seq !== next && next !== 0) {
      if (distance(next, seq) < 0) {
        if ((flags & RST) === 0) {
          marks |= LOST_SEGMENT;
          state[own + UNSURE] = 1;
        }
      } else if (length <= 1 && isPlain && ((seq + 1) | 0) === next) marks |= KEEP_ALIVE;
    }
    if (!isPlain) return marks;
    if (length > 0) {
      const shift = state[peer + LAST_SHIFT]!;
      const room = state[peer + LAST_WINDOW]! << (shift > 0 ? shift : 0);
      if (shift !== UNKNOWN && ((seq + length) | 0) === ((state[peer + LAST_ACK]! + room) | 0)) marks |= WINDOW_FULL;
    } else if (seq === next) marks |= this.repeated(segment, own, peer);
    return marks;
  }

  /**
   * Marks a segment that acknowledges what was not captured. Where the peer sent nothing but what is known it may come
   * late: that is said once, until the peer acknowledges more.
   */
  private miss(own: number, peer: number): void {
    const { data: state } = this.states;
    const isKnown = state[peer + SENT] === state[peer + NEXT];
    if (!isKnown || state[own + AHEAD] === 0) this.marks |= ACK_LOST_SEGMENT;
    if (isKnown) state[own + AHEAD] = 1;
    state[peer + SENT] = state[peer + NEXT]!;
  }

  /** What an empty segment is that repeats the numbers of the one before. */
  private repeated({ ack, window }: Segment, own: number, peer: number): number {
    const { data: state } = this.states;
    const before = state[peer + LAST_MARKS]!;
    const isSame = ack === state[own + LAST_ACK];
    if (window !== state[own + LAST_WINDOW]) return isSame && window !== 0 ? WINDOW_UPDATE : 0;
    if (window === 0) {
      if ((before & ZERO_WINDOW_PROBE) === 0) return 0;
      const takesProbe = ack === ((state[own + LAST_ACK]! + 1) | 0);
      if (takesProbe) state[peer + NEXT] = state[peer + SENT] = ack;
      return isSame || takesProbe ? ZERO_WINDOW_PROBE_ACK : 0;
    }
    if (!isSame) return 0;
    if (before & KEEP_ALIVE) return KEEP_ALIVE_ACK;
    this.repeats = ++state[own + REPEATS]!;
    this.repeatedFrame = state[own + FIRST_ACK_FRAME]!;
    return DUPLICATE_ACK;
  }

  /** Takes in the sequence numbers of a segment that has some. */
  private send(segment: Segment, direction: number, frame: number, now: number, roundTrip: number): void {
    this.marks |= this.again(segment, direction, now, roundTrip);
    this.unacknowledged.add(direction, segment.seq, (segment.seq + segment.span) | 0, frame, now);
  }

  /** Moves the direction on to where the segment ends. */
  private move({ seq, span }: Segment, direction: number, frame: number, now: number): void {
    const { data: state } = this.states;
    const { data: times } = this.moments;
    const at = direction * WORDS;
    const end = (seq + span) | 0;
    if (state[at + NEXT] === 0 || distance(end, state[at + NEXT]!) > 0) {
      state[at + NEXT] = end;
      state[at + NEXT_FRAME] = frame;
      times[direction * TIMES] = now;
    }
    if (state[at + SENT] === 0 || state[at + SENT] === seq) state[at + SENT] = state[at + NEXT]!;
  }

  /** Whether a segment with sequence numbers has been sent before, or overtaken. */
  private again(segment: Segment, direction: number, now: number, roundTrip: number): number {
    const { data: state } = this.states;
    const { data: times } = this.moments;
    const own = direction * WORDS;
    const peer = (direction ^ 1) * WORDS;
    const { seq, length } = segment;
    const next = state[own + NEXT]!;
    const acked = state[peer + LAST_ACK]!;
    let isBehind = next !== 0 && distance(seq, next) < 0;
    if (isBehind && this.marks & KEEP_ALIVE) return 0;
    if (length > 1 && ((seq + 1) | 0) === next) isBehind = false;
    if (length > 0 && acked !== 0 && distance((seq + length) | 0, acked) <= 0) return SPURIOUS_RETRANSMISSION;
    if (!isBehind) return 0;
    // Where acknowledgements were not captured, those may be missing that asked for it.
    const isAsked = state[peer + REPEATS]! >= ENOUGH_REPEATS || state[own + AHEAD] !== 0;
    if (acked === seq && isAsked && isWithin(FAST, now - times[(direction ^ 1) * TIMES + 1]!))
      return FAST_RETRANSMISSION;
    const isSoon = isWithin(roundTrip > 0 ? roundTrip : REORDERED, now - times[direction * TIMES]!);
    if (isSoon && ((seq + segment.span) | 0) !== next) return OUT_OF_ORDER;
    this.unacknowledged.first(direction);
    const { frame, time } = this.unacknowledged;
    this.originalFrame = frame === 0 ? state[own + NEXT_FRAME]! : frame;
    this.timeout = now - (frame === 0 ? times[direction * TIMES]! : time);
    return RETRANSMISSION;
  }

  /** Finds out what `ack` acknowledges of what `direction` sent. */
  private acknowledge(direction: number, ack: number, now: number): void {
    const { unacknowledged } = this;
    unacknowledged.acknowledge(direction, ack);
    this.ackedFrame = unacknowledged.frame;
    this.roundTrip = now - unacknowledged.time;
  }

  /** Remembers which blocks beyond its acknowledgement number a segment acknowledges (RFC 2018). */
  private keepBlocks({ blocks, edges }: Segment, direction: number): void {
    this.states.data[direction * WORDS + BLOCKS] = blocks;
    for (let i = 0; i < blocks * 2; i++) this.edges.data[direction * EDGES + i] = edges[i]!;
  }

  /** Bytes in the blocks `direction` acknowledged last. */
  private blockBytes(direction: number): number {
    const { data: edges } = this.edges;
    const at = direction * EDGES;
    const end = at + this.states.data[direction * WORDS + BLOCKS]! * 2;
    let bytes = 0;
    for (let i = at; i < end; i += 2) bytes += distance(edges[i + 1]!, edges[i]!);
    return bytes;
  }

  /** Measures what is on its way once a segment with some bytes is. */
  private measure({ length, flags, base }: Segment, direction: number, at: number): void {
    const { data: state } = this.states;
    const peer = (direction ^ 1) * WORDS;
    state[at + PUSHED] = state[at + PUSHED_LAST] === 1 ? length : state[at + PUSHED]! + length;
    state[at + PUSHED_LAST] = flags & PSH ? 1 : 0;
    const sent = this.unacknowledged.inFlight(direction, base);
    const blocks = state[peer + BLOCKS] === 0 ? 0 : this.blockBytes(direction ^ 1);
    this.inFlight = Math.max(0, (sent > 0 && flags & (SYN | FIN) ? sent - 1 : sent) - blocks);
    if (this.inFlight > 0) this.sincePush = state[at + PUSHED]!;
  }
}

/** True for a time less than `most`, and not for one that runs backwards. */
function isWithin(most: number, time: number): boolean {
  return time >= 0 && time < most;
}
