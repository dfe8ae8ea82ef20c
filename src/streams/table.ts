import { grown } from "../core/grown.ts";
import type { Memory } from "../core/memory.ts";

/** Places a table begins with. */
const FIRST = 256;
/** Words of an entry before its key: the frame it was last seen in, and the hash of its key. */
const SEEN = 0;
const HASH = 1;
const KEY = 2;
/** Instead of a frame: nothing is in the place, and the word after it is the next such place. */
const FREE = -1;
const NONE = -1;
/** The part of the entries that is forgotten at one time. */
const AT_ONCE = 1 / 8;
/** The part of all memory that the entries of a table may hold besides their columns. */
const WEIGHT = 1 / 32;

/** What is kept of each entry of a {@link Table}: `words` numbers from index `place * words` of {@link data} on. */
export interface Column<T extends Int32Array | Float64Array> {
  /** Another array once the table has grown. */
  data: T;
  readonly words: number;
}

/**
 * Things known by a key of a few words: conversations, exchanges, addresses. Open addressing over words in one array;
 * nothing is allocated for what is known already. What belongs to an entry lies in columns, by its place. A table grows
 * while there is memory; then it forgets what was seen least recently and uses those places again, cleared.
 */
export class Table {
  /** The key to find: to be filled in before {@link find}. Of two keys, none may be the beginning of the other. */
  readonly key: Int32Array;
  /** After {@link find}: true when the key was not known; its place is cleared then. */
  isNew = false;
  /** Is told each place whose entry goes. */
  onForget: ((place: number) => void) | undefined;

  private readonly memory: Memory;
  private readonly what: string;
  private readonly stride: number;
  private keys: Int32Array;
  /** By hash: places, counted from 1; 0 for none. */
  private slots = new Int32Array(FIRST * 2);
  private capacity = FIRST;
  /** Places that were ever used, and the first of those that are free again. */
  private used = 0;
  private free = NONE;
  /** Bytes of a place, and of all that were asked for. */
  private placeBytes: number;
  private taken = 0;
  private readonly columns: Column<Int32Array | Float64Array>[] = [];
  private readonly lists: unknown[][] = [];
  /** Bytes that entries hold besides their columns; undefined where none ever did. */
  private weights: Column<Int32Array> | undefined;
  private weight = 0;

  /** A table for keys of up to `words` words; `what` is what users read of what was forgotten. */
  constructor(memory: Memory, what: string, words: number) {
    this.memory = memory;
    this.what = what;
    this.key = new Int32Array(words);
    this.stride = KEY + words;
    this.keys = new Int32Array(FIRST * this.stride);
    this.placeBytes = (this.stride + 2) * 4;
  }

  /** Adds a column of integers. */
  ints(words: number): Column<Int32Array> {
    return this.column(new Int32Array(FIRST * words), words);
  }

  /** Adds a column of floating point numbers. */
  floats(words: number): Column<Float64Array> {
    return this.column(new Float64Array(FIRST * words), words);
  }

  /** Adds a column of objects, of about `bytes` bytes each. */
  objects<T>(bytes: number): (T | undefined)[] {
    const list: (T | undefined)[] = [];
    extend(list, FIRST);
    this.lists.push(list);
    this.placeBytes += bytes;
    return list;
  }

  private column<T extends Int32Array | Float64Array>(data: T, words: number): Column<T> {
    const column = { data, words };
    this.columns.push(column);
    this.placeBytes += data.BYTES_PER_ELEMENT * words;
    return column;
  }

  /** Says that the entry at `place` holds `bytes` bytes besides its columns; where all hold too many, the oldest go. */
  weigh(place: number, bytes: number): void {
    if (this.weights === undefined) {
      if (bytes === 0) return;
      this.weights = this.column(new Int32Array(this.capacity), 1);
    }
    const { data } = this.weights;
    this.weight += bytes - data[place]!;
    data[place] = bytes;
    while (this.weight > this.memory.share(WEIGHT)) this.forgetOldest();
  }

  /** The place of the key in the first `length` words of {@link key}, seen in frame `frame`. */
  find(length: number, frame: number): number {
    const { key, keys, stride } = this;
    const hash = hashOf(key, length);
    const place = this.look(hash, length);
    this.isNew = place < 0;
    if (place < 0) return this.insert(hash, length, frame);
    keys[place * stride + SEEN] = frame;
    return place;
  }

  /** The place of the key in the first `length` words of {@link key}, -1 where it is not known. */
  get(length: number): number {
    return this.look(hashOf(this.key, length), length);
  }

  /** The places of all entries, in the order they were first used. */
  *places(): Generator<number> {
    for (let place = 0; place < this.used; place++) if (this.keys[place * this.stride + SEEN] !== FREE) yield place;
  }

  /** Word `i` of the key of the entry at `place`. */
  keyWord(place: number, i: number): number {
    return this.keys[place * this.stride + KEY + i]!;
  }

  private look(hash: number, length: number): number {
    const { slots, keys, stride } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot]! - 1;
      if (place < 0) return NONE;
      if (keys[place * stride + HASH] === hash && this.same(place * stride + KEY, length)) return place;
    }
  }

  private same(at: number, length: number): boolean {
    const { key, keys } = this;
    for (let i = 0; i < length; i++) if (keys[at + i] !== key[i]) return false;
    return true;
  }

  private insert(hash: number, length: number, frame: number): number {
    if (this.free === NONE && this.used === this.capacity && !this.grow()) this.forgetOldest();
    const place = this.free === NONE ? this.used++ : this.free;
    const at = place * this.stride;
    if (place === this.free) {
      this.free = this.keys[at + HASH]!;
      this.clear(place);
    }
    const { key, keys } = this;
    keys[at + SEEN] = frame;
    keys[at + HASH] = hash;
    for (let i = 0; i < length; i++) keys[at + KEY + i] = key[i]!;
    this.link(place, hash);
    return place;
  }

  /** Clears what is kept of the entry at `place`. */
  clear(place: number): void {
    for (const { data, words } of this.columns) {
      for (let at = place * words, end = at + words; at < end; at++) data[at] = 0;
    }
    for (const list of this.lists) list[place] = undefined;
  }

  private link(place: number, hash: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }

  private relink(): void {
    const { keys, stride } = this;
    for (let place = 0; place < this.used; place++) {
      if (keys[place * stride + SEEN] !== FREE) this.link(place, keys[place * stride + HASH]!);
    }
  }

  /** Makes room for twice as many entries; false where there is no memory for them. */
  private grow(): boolean {
    const bytes = this.capacity * this.placeBytes;
    if (!this.memory.take(bytes, this.taken)) return false;
    this.taken += bytes;
    this.capacity *= 2;
    this.keys = grown(this.keys);
    for (const column of this.columns) column.data = grown(column.data);
    for (const list of this.lists) extend(list, this.capacity);
    this.slots = new Int32Array(this.capacity * 2);
    this.relink();
    return true;
  }

  /** Forgets the part of the entries that was seen least recently. */
  private forgetOldest(): void {
    const { keys, stride, used } = this;
    const seen = (place: number) => keys[place * stride + SEEN]!;
    const frames = Int32Array.from({ length: used }, (_, place) => seen(place)).filter((frame) => frame !== FREE);
    const last = frames.sort()[Math.floor(frames.length * AT_ONCE)]!;
    for (let place = 0; place < used; place++) if (seen(place) !== FREE && seen(place) <= last) this.release(place);
    this.slots.fill(0);
    this.relink();
  }

  private release(place: number): void {
    const at = place * this.stride;
    this.onForget?.(place);
    for (const list of this.lists) list[place] = undefined;
    if (this.weights !== undefined) {
      this.weight -= this.weights.data[place]!;
      this.weights.data[place] = 0;
    }
    this.keys[at + SEEN] = FREE;
    this.keys[at + HASH] = this.free;
    this.free = place;
    this.memory.forget(this.what, 1);
  }
}

/** One by one: an array with holes costs more. */
function extend(list: unknown[], length: number): void {
  while (list.length < length) list.push(undefined);
}

/** Mixes a key; the high bits are folded down, because slots are chosen by the low ones. */
function hashOf(words: Int32Array, count: number): number {
  let hash = 0;
  for (let i = 0; i < count; i++) hash = Math.imul(hash ^ words[i]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 16);
}
