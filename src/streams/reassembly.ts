import { BATCH } from "../core/frame.ts";
import type { Memory } from "../core/memory.ts";
import { Buffers } from "./buffers.ts";

/** The most bytes kept of one message; what lies beyond is counted, not kept. */
const LONGEST = 16 * 1024 * 1024;
/** The most parts of a message that are remembered one by one. */
const MOST_PARTS = 1 << 16;
/** The most gaps of a message; what would make more is left out. */
const MOST_GAPS = 1 << 12;
/** The part of all memory for unfinished messages, of which the oldest are given up first, and for spare buffers. */
const SHARE = 1 / 4;
const SPARE = 1 / 16;
/** About how many bytes a part takes, and a stretch beyond a gap. */
const PART_BYTES = 48;
const STRETCH_BYTES = 64;
/** The most room made for a message at first, and how much more each time: many never get past their first segments. */
const FIRST_ROOM = 1 << 12;
const GROWTH = 4;
/** The most unfinished messages of one direction; more come only of damaged captures. */
const MOST_PER_DIRECTION = 16;

/** Signed distance from sequence number `b` to `a`, across the wrap at 2^32. */
export function distance(a: number, b: number): number {
  return (a - b) | 0;
}

/** What of a segment was there already: nothing, bytes that are the same, bytes that differ. */
export const NEW = 0;
export const OVERLAPS = 1;
export const CONFLICTS = 2;

/** A segment's share of a message: where it begins, the frame that brought it, and what of it was there already. */
interface Part {
  readonly offset: number;
  readonly frame: number;
  readonly overlap: number;
}

/**
 * Collects one message of one direction of a byte stream by sequence number: parts may come in any order, overlap or
 * repeat; what came first is kept.
 */
export class Reassembly {
  /** Sequence number of the message's first byte. */
  readonly seq: number;
  /** How many bytes the message is known to need; `Infinity` while that is not known. */
  needed: number;
  /** True where the next segment is taken whole, and the dissector asked again. */
  open: boolean;
  /** The bytes; the first {@link kept} are there without a gap. */
  bytes: Uint8Array = new Uint8Array(0);
  /** How many bytes came without a gap. */
  length = 0;
  /** Who brought what, in the order of the stream, and how many there are; of very many, only the first are named. */
  readonly parts: Part[] = [];
  count = 0;
  /** Stretches beyond a gap, as [from, to), sorted. */
  private readonly later: [number, number][] = [];
  private readonly buffers: Buffers;

  constructor(seq: number, needed: number, open: boolean, buffers = new Buffers(BATCH)) {
    this.buffers = buffers;
    this.seq = seq >>> 0;
    this.needed = needed;
    this.open = open;
  }

  /** How much memory it takes, in bytes. */
  get size(): number {
    return this.bytes.length + this.parts.length * PART_BYTES + this.later.length * STRETCH_BYTES;
  }

  /** How many of the bytes that came without a gap were kept. */
  get kept(): number {
    return Math.min(this.length, LONGEST);
  }

  /** Where a segment at `seq` would go, or -1 when it belongs before or after this message. */
  offsetOf(seq: number): number {
    const offset = distance(seq, this.seq);
    return offset >= 0 && offset < this.needed && (!this.open || offset <= this.length) ? offset : -1;
  }

  /** Takes bytes `start..end` of a segment at `offset`; true when some of them were missing. */
  add(offset: number, from: Uint8Array, start: number, end: number, frame: number): boolean {
    const { later } = this;
    const to = offset + end - start;
    if (offset === this.length && later.length === 0 && to > offset && to <= LONGEST) {
      this.note(offset, frame, NEW);
      this.reserve(to, frame);
      this.bytes.set(from.subarray(start, end), offset);
      this.length = to;
      return true;
    }
    let after = later.length;
    while (after > 0 && later[after - 1]![0] > to) after--;
    let first = after;
    while (first > 0 && later[first - 1]![1] >= offset) first--;
    const touched = later.slice(first, after);
    const missing = this.missing(offset, to, touched);
    if (missing.length === 0 && to > offset) return false;
    if (touched.length === 0 && later.length === MOST_GAPS) return false;
    this.note(offset, frame, this.overlap(offset, to, missing, from, start));
    this.reserve(Math.min(to, LONGEST), frame);
    for (const [low, high] of missing) {
      const most = Math.min(high, LONGEST);
      if (most > low) this.bytes.set(from.subarray(start - offset + low, start - offset + most), low);
    }
    if (to > offset) later.splice(first, after - first, around(touched, offset, to));
    while (later.length > 0 && later[0]![0] <= this.length) this.length = Math.max(this.length, later.shift()![1]);
    return true;
  }

  /** What of the bytes for [offset, to), which begin at `start`, is not `missing`. */
  private overlap(offset: number, to: number, missing: [number, number][], from: Uint8Array, start: number): number {
    let at = offset;
    let found = NEW;
    for (const [low, high] of [...missing, [to, to]] as const) {
      for (; at < low; at++) {
        if (this.bytes[at] !== from[start - offset + at]) return CONFLICTS;
        found = OVERLAPS;
      }
      at = high;
    }
    return found;
  }

  /** Remembers who brought the bytes from `offset` on. */
  private note(offset: number, frame: number, overlap: number): void {
    const { parts } = this;
    this.count++;
    if (parts.length === MOST_PARTS) return;
    let i = parts.length;
    while (i > 0 && parts[i - 1]!.offset > offset) i--;
    if (i === parts.length) parts.push({ offset, frame, overlap });
    else parts.splice(i, 0, { offset, frame, overlap });
  }

  /** True when everything needed is there. */
  get complete(): boolean {
    return this.length >= this.needed || this.open;
  }

  /** True for a message that ends where the stream does. */
  get lasts(): boolean {
    return this.needed === Number.POSITIVE_INFINITY && !this.open;
  }

  /** The stretches of [offset, to) that are not there yet; those beyond a gap that touch it are `touched`. */
  private missing(offset: number, to: number, touched: readonly [number, number][]): [number, number][] {
    let at = Math.max(offset, this.length);
    const found: [number, number][] = [];
    for (const [low, high] of touched) {
      if (at >= to) return found;
      if (at < low) found.push([at, Math.min(low, to)]);
      at = Math.max(at, high);
    }
    if (at < to) found.push([at, to]);
    return found;
  }

  private reserve(size: number, frame: number): void {
    const { bytes } = this;
    if (size <= bytes.length) return;
    const room = Math.min(this.needed, Math.max(FIRST_ROOM, bytes.length * GROWTH));
    const larger = this.buffers.take(Math.max(size, room), frame);
    larger.set(bytes);
    if (bytes.length > 0) this.buffers.release(bytes, frame);
    this.bytes = larger;
  }

  /** Lets the bytes be used for other messages; rows of frame `frame` may still point into them. */
  release(frame: number): void {
    if (this.bytes.length > 0) this.buffers.release(this.bytes, frame);
    this.bytes = new Uint8Array(0);
  }
}

/** The stretch from the first byte of all to the last: `touched` have no gap between them and `low..high`. */
function around(touched: readonly [number, number][], low: number, high: number): [number, number] {
  return [Math.min(low, touched[0]?.[0] ?? low), Math.max(high, touched.at(-1)?.[1] ?? high)];
}

/** The unfinished messages of a run, by direction of a stream. */
export class Unfinished {
  /** Where messages get their room. */
  readonly buffers: Buffers;
  private readonly byDirection = new Map<number, Reassembly[]>();
  private held = 0;
  private readonly memory: Memory;
  private readonly most: number;

  constructor(memory: Memory) {
    this.memory = memory;
    this.most = memory.share(SHARE);
    this.buffers = new Buffers(BATCH, memory.share(SPARE));
  }

  /** The message the byte at `seq` belongs to: of several, the one that began last. */
  find(direction: number, seq: number): Reassembly | undefined {
    if (this.byDirection.size === 0) return undefined;
    const messages = this.byDirection.get(direction);
    return messages?.findLast((message) => message.offsetOf(seq) >= 0);
  }

  /** Keeps a message, and its room in mind. */
  keep(direction: number, message: Reassembly): void {
    const messages = this.byDirection.get(direction) ?? [];
    this.byDirection.delete(direction);
    this.byDirection.set(direction, messages);
    messages.push(message);
    this.held += message.size;
    if (messages.length > MOST_PER_DIRECTION) this.held -= messages.shift()!.size;
    for (const [oldest, { length }] of this.byDirection) {
      if (this.held <= this.most) break;
      this.memory.forget("unfinished messages", length);
      this.forget(oldest);
    }
  }

  /** Takes a message out, to be added to or because it is done. */
  take(direction: number, message: Reassembly): void {
    const messages = this.byDirection.get(direction);
    const index = messages?.indexOf(message) ?? -1;
    if (messages === undefined || index < 0) return;
    messages.splice(index, 1);
    this.held -= message.size;
    if (messages.length === 0) this.byDirection.delete(direction);
  }

  /** Gives up all messages of a direction. */
  forget(direction: number): void {
    if (this.byDirection.size === 0) return;
    for (const message of this.byDirection.get(direction) ?? []) this.held -= message.size;
    this.byDirection.delete(direction);
  }

  /** The message of a direction that lasts until the stream closes and has no gap before `seq`. */
  lasting(direction: number, seq: number): Reassembly | undefined {
    return this.byDirection
      .get(direction)
      ?.findLast((message) => message.lasts && distance(seq, message.seq) === message.length);
  }
}
