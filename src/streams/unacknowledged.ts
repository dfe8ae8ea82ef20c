import { grown } from "../core/grown.ts";
import type { Memory } from "../core/memory.ts";
import { distance } from "./reassembly.ts";
import type { Column, Table } from "./table.ts";

/** The most segments remembered of one direction; a capture of one side alone never sees them acknowledged. */
const MOST_PER_DIRECTION = 10_000;
/** The part of all memory for them. When it is used up, all are given up, and measuring begins anew. */
const SHARE = 1 / 32;

/** As many bytes cannot be on their way: no window is larger than 1 GiB (RFC 7323 section 2.3). */
const TOO_MUCH = 2e9;

/** State of a direction, in words: its oldest and newest segment, their number, and the range they span. */
const OLDEST = 0;
const NEWEST = 1;
const COUNT = 2;
const LOW = 3;
const HIGH = 4;
/** 1 once a segment was sent that does not follow those before it: then all must be looked at. */
const MIXED = 5;
const WORDS = 6;

/** Words of a segment: where it begins and ends, its frame, and the segment sent after it. */
const FROM = 0;
const TO = 1;
const FRAME = 2;
const LATER = 3;
const SEGMENT_WORDS = 4;
/** Bytes of a segment: its words and its time. */
const SEGMENT_BYTES = 24;

/**
 * The segments of every direction that wait for an acknowledgement, oldest first, as lists in one pool of bounded
 * size. Number 0 is no segment.
 */
export class Unacknowledged {
  private readonly columns: Column<Int32Array>;
  private segments = new Int32Array(256 * SEGMENT_WORDS);
  private times = new Float64Array(256);
  private used = 1;
  private free = 0;

  /** Results of {@link acknowledge} and {@link first}: frame and time of the segment found; frame 0 for none. */
  frame = 0;
  time = Number.NaN;

  private readonly memory: Memory;
  private readonly most: number;

  /** Remembers them for the streams in `table`. */
  constructor(table: Table, memory: Memory) {
    this.memory = memory;
    this.columns = table.ints(2 * WORDS);
    this.most = Math.max(this.times.length, memory.share(SHARE) / SEGMENT_BYTES);
  }

  /** Remembers that `from..to` was sent in frame `frame` at `time`. */
  add(direction: number, from: number, to: number, frame: number, time: number): void {
    const { data: directions } = this.columns;
    const at = direction * WORDS;
    if (directions[at + COUNT]! >= MOST_PER_DIRECTION) return;
    const segment = this.take();
    const { segments } = this;
    const words = segment * SEGMENT_WORDS;
    segments[words + FROM] = from;
    segments[words + TO] = to;
    segments[words + FRAME] = frame;
    segments[words + LATER] = 0;
    this.times[segment] = time;
    const newest = directions[at + NEWEST]!;
    if (newest === 0) {
      directions[at + OLDEST] = segment;
      directions[at + LOW] = from;
      directions[at + HIGH] = to;
      directions[at + MIXED] = 0;
    } else {
      const before = newest * SEGMENT_WORDS;
      segments[before + LATER] = segment;
      if (distance(from, segments[before + FROM]!) < 0 || distance(to, segments[before + TO]!) < 0) {
        directions[at + MIXED] = 1;
      }
      if (distance(from, directions[at + LOW]!) < 0) directions[at + LOW] = from;
      if (distance(to, directions[at + HIGH]!) > 0) directions[at + HIGH] = to;
    }
    directions[at + NEWEST] = segment;
    directions[at + COUNT]!++;
  }

  /**
   * Bytes from the first to the last that waits, gaps included; 0 where nothing does, or where numbers must be wrong:
   * those before `base`, from which the direction counts, and more than any window takes.
   */
  inFlight(direction: number, base: number): number {
    const at = direction * WORDS;
    const { data: directions } = this.columns;
    if (directions[at + COUNT] === 0) return 0;
    const low = (directions[at + LOW]! - base) >>> 0;
    const high = (directions[at + HIGH]! - base) >>> 0;
    const sent = high - low;
    return sent > 0 && sent < TOO_MUCH ? sent : 0;
  }

  /** Forgets what `ack` acknowledges; {@link frame} is then the oldest segment that ends there. */
  acknowledge(direction: number, ack: number): void {
    const { data: directions } = this.columns;
    const at = direction * WORDS;
    this.frame = 0;
    if (directions[at + COUNT] === 0 || distance(ack, directions[at + LOW]!) <= 0) return;
    if (directions[at + MIXED] === 1) this.sweep(at, ack);
    else this.advance(at, ack);
  }

  /** Finds the segment that waits longest. */
  first(direction: number): void {
    const segment = this.columns.data[direction * WORDS + OLDEST]!;
    this.frame = segment === 0 ? 0 : this.segments[segment * SEGMENT_WORDS + FRAME]!;
    this.time = this.times[segment]!;
  }

  /** Acknowledges in a direction whose segments lie one after the other: only the oldest can be done. */
  private advance(at: number, ack: number): void {
    const { data: directions } = this.columns;
    const { segments } = this;
    let segment = directions[at + OLDEST]!;
    while (segment !== 0) {
      const words = segment * SEGMENT_WORDS;
      const ahead = distance(segments[words + TO]!, ack);
      if (ahead > 0) {
        if (distance(ack, segments[words + FROM]!) > 0) segments[words + FROM] = ack;
        directions[at + LOW] = segments[words + FROM]!;
        break;
      }
      if (ahead === 0) this.note(segment);
      const later = segments[words + LATER]!;
      this.release(segment);
      directions[at + COUNT]!--;
      segment = later;
    }
    directions[at + OLDEST] = segment;
    if (segment === 0) directions[at + NEWEST] = 0;
  }

  /** Acknowledges in a direction whose segments overlap or lie in any order. */
  private sweep(at: number, ack: number): void {
    const { data: directions } = this.columns;
    const { segments } = this;
    let segment = directions[at + OLDEST]!;
    directions[at + OLDEST] = directions[at + NEWEST] = directions[at + COUNT] = 0;
    let last = 0;
    while (segment !== 0) {
      const words = segment * SEGMENT_WORDS;
      const later = segments[words + LATER]!;
      const to = segments[words + TO]!;
      const ahead = distance(to, ack);
      if (ahead <= 0) {
        if (ahead === 0) this.note(segment);
        this.release(segment);
      } else {
        if (distance(ack, segments[words + FROM]!) > 0) segments[words + FROM] = ack;
        const from = segments[words + FROM]!;
        if (last === 0) {
          directions[at + OLDEST] = segment;
          directions[at + LOW] = from;
          directions[at + HIGH] = to;
        } else {
          segments[last * SEGMENT_WORDS + LATER] = segment;
          if (distance(from, directions[at + LOW]!) < 0) directions[at + LOW] = from;
          if (distance(to, directions[at + HIGH]!) > 0) directions[at + HIGH] = to;
        }
        segments[words + LATER] = 0;
        directions[at + NEWEST] = last = segment;
        directions[at + COUNT]!++;
      }
      segment = later;
    }
  }

  /** Keeps the first segment found as the result. */
  private note(segment: number): void {
    if (this.frame !== 0) return;
    this.frame = this.segments[segment * SEGMENT_WORDS + FRAME]!;
    this.time = this.times[segment]!;
  }

  private take(): number {
    const { free } = this;
    if (free !== 0) {
      this.free = this.segments[free * SEGMENT_WORDS + LATER]!;
      return free;
    }
    if (this.used >= this.most) {
      this.memory.forget("unacknowledged segments", this.used - 1);
      this.columns.data.fill(0);
      this.used = 1;
    } else if (this.used === this.times.length) this.grow();
    return this.used++;
  }

  /** Forgets all segments of a direction. */
  forget(direction: number): void {
    const { data: directions } = this.columns;
    const at = direction * WORDS;
    let segment = directions[at + OLDEST]!;
    while (segment !== 0) {
      const later = this.segments[segment * SEGMENT_WORDS + LATER]!;
      this.release(segment);
      segment = later;
    }
    directions[at + OLDEST] = directions[at + NEWEST] = directions[at + COUNT] = 0;
  }

  private release(segment: number): void {
    this.segments[segment * SEGMENT_WORDS + LATER] = this.free;
    this.free = segment;
  }

  private grow(): void {
    this.segments = grown(this.segments);
    this.times = grown(this.times);
  }
}
