import type { Frame } from "../core/frame.ts";
import type { Memory } from "../core/memory.ts";
import { ENDS_ELSEWHERE, FragmentParts, type Part } from "./fragment-parts.ts";

/** The most unfinished datagrams of a run, a power of 2; the oldest are given up first. */
const MOST_DATAGRAMS = 1024;
/** The part of all memory that they may hold: room is made for four times as much. */
const SHARE = 1 / 64;
/** The most parts of one datagram: as many as can differ, since offsets count 8 bytes in 13 bits. */
const MOST_PARTS = 8192;
/** Buckets of the look-up: sparse, so that nearly all hold one datagram. */
const BUCKETS = MOST_DATAGRAMS * 4;
/** Bytes of one name in {@link Fragments.names}: both addresses. */
const NAME = 32;
const NONE = -1;

/** A datagram that is whole. */
export interface Datagram {
  /** The fragments, by offset; those of the same offset as they came. */
  readonly parts: readonly Part[];
  /** Its bytes, {@link length} of them from `start` on. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly length: number;
}

/**
 * The unfinished datagrams of a run, in arrays that are reused: a flood of fragments leaves nothing behind to collect.
 * A datagram's index is its number, counted up, modulo {@link MOST_DATAGRAMS}: who comes round to it gives up the oldest.
 */
export class Fragments {
  private readonly parts = new FragmentParts();
  /** First datagram of each bucket and the next one of the same bucket. */
  private readonly buckets = new Int32Array(BUCKETS).fill(NONE);
  private readonly next = new Int32Array(MOST_DATAGRAMS);
  /** By datagram: its bucket ({@link NONE} where there is no datagram), identification, address size and addresses. */
  private readonly bucketOf = new Int32Array(MOST_DATAGRAMS).fill(NONE);
  private readonly ids = new Uint32Array(MOST_DATAGRAMS);
  private readonly sizes = new Uint8Array(MOST_DATAGRAMS);
  private readonly names = new Uint8Array(MOST_DATAGRAMS * NAME);
  /** By datagram: its length, told by the first of its last parts, {@link NONE} before that came. */
  private readonly lengths = new Int32Array(MOST_DATAGRAMS);
  /** By datagram: its parts and how many bytes they hold. */
  private readonly first = new Int32Array(MOST_DATAGRAMS);
  private readonly counts = new Int32Array(MOST_DATAGRAMS);
  private readonly held = new Int32Array(MOST_DATAGRAMS);
  /** Numbers of the next datagram and of the oldest that may be there. */
  private number = 0;
  private oldest = 0;
  private readonly memory: Memory;
  private readonly most: number;

  constructor(memory: Memory) {
    this.memory = memory;
    this.most = memory.share(SHARE);
  }

  /**
   * Takes the fragment in bytes `start..end` of `bytes`, which belongs at `offset` of the datagram that the frame's
   * innermost addresses and `id` (32 bits, unsigned) name. Returns the datagram when that completes it, and forgets it.
   */
  add(
    frame: Frame,
    id: number,
    offset: number,
    more: boolean,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): Datagram | undefined {
    const bucket = bucketOf(frame, id);
    let index = this.find(bucket, frame, id);
    if (index === NONE) {
      if (offset === 0 && !more) return wholeOf(frame.number, bytes, start, end);
      index = this.keep(bucket, frame, id);
    }
    const size = end - start;
    if (!more && this.lengths[index] === NONE) this.lengths[index] = offset + size;
    const marks = !more && offset + size !== this.lengths[index] ? ENDS_ELSEWHERE : 0;
    this.first[index] = this.parts.insert(this.first[index]!, offset, bytes, start, end, frame.number, marks);
    this.held[index]! += size;
    this.counts[index]!++;
    const datagram = this.join(index);
    if (datagram !== undefined || this.counts[index] === MOST_PARTS) this.forget(index);
    while (this.parts.size > this.most) this.forgetOldest();
    return datagram;
  }

  /** The datagram of a bucket that the frame's addresses and `id` name. */
  private find(bucket: number, frame: Frame, id: number): number {
    let index = this.buckets[bucket]!;
    while (index !== NONE && !this.isNamed(index, frame, id)) index = this.next[index]!;
    return index;
  }

  private isNamed(index: number, frame: Frame, id: number): boolean {
    const { addressBytes, sourceAt, destinationAt, addressSize: size } = frame;
    if (this.ids[index] !== id || this.sizes[index] !== size) return false;
    const { names } = this;
    const at = index * NAME;
    for (let i = 0; i < size; i++) {
      if (names[at + i] !== addressBytes[sourceAt + i]) return false;
      if (names[at + size + i] !== addressBytes[destinationAt + i]) return false;
    }
    return true;
  }

  private keep(bucket: number, frame: Frame, id: number): number {
    if (this.number - this.oldest === MOST_DATAGRAMS) this.forgetOldest();
    const index = this.number++ % MOST_DATAGRAMS;
    const { addressBytes, sourceAt, destinationAt, addressSize: size } = frame;
    const { names } = this;
    const at = index * NAME;
    for (let i = 0; i < size; i++) {
      names[at + i] = addressBytes[sourceAt + i]!;
      names[at + size + i] = addressBytes[destinationAt + i]!;
    }
    this.ids[index] = id;
    this.sizes[index] = size;
    this.lengths[index] = this.first[index] = NONE;
    this.held[index] = this.counts[index] = 0;
    this.bucketOf[index] = bucket;
    this.next[index] = this.buckets[bucket]!;
    this.buckets[bucket] = index;
    return index;
  }

  private forgetOldest(): void {
    const index = this.oldest++ % MOST_DATAGRAMS;
    if (this.bucketOf[index] === NONE) return;
    this.memory.forget("unfinished datagrams", 1);
    this.forget(index);
  }

  private forget(index: number): void {
    const { buckets, next } = this;
    const bucket = this.bucketOf[index]!;
    if (buckets[bucket] === index) buckets[bucket] = next[index]!;
    else {
      let before = buckets[bucket]!;
      while (next[before] !== index) before = next[before]!;
      next[before] = next[index]!;
    }
    this.bucketOf[index] = NONE;
    this.parts.remove(this.first[index]!);
  }

  /** Puts the parts of a datagram together where none is missing. */
  private join(index: number): Datagram | undefined {
    const length = this.lengths[index]!;
    const first = this.first[index]!;
    if (length === NONE || this.held[index]! < length || !this.parts.reach(first, length)) return undefined;
    const bytes = new Uint8Array(length);
    return { parts: this.parts.join(first, bytes), bytes, start: 0, length };
  }
}

/** A fragment that is a whole datagram by itself. */
function wholeOf(frame: number, bytes: Uint8Array, start: number, end: number): Datagram {
  const size = end - start;
  return { parts: [{ offset: 0, size, frame, marks: 0 }], bytes, start, length: size };
}

function bucketOf({ addressBytes: b, sourceAt, destinationAt, addressSize: size }: Frame, id: number): number {
  let hash = id;
  for (let i = 0; i < size; i += 2) {
    const word = (b[sourceAt + i]! << 24) | (b[sourceAt + i + 1]! << 16) | (b[destinationAt + i]! << 8);
    hash = Math.imul(hash ^ word ^ b[destinationAt + i + 1]!, 0x9e3779b1) ^ (hash >>> 15);
  }
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
