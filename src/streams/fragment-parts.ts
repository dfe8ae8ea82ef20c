import { grown } from "../core/grown.ts";

const NONE = -1;
/** Words of a part: where it belongs, how long it is, where its bytes lie, who brought it, its marks, the one after it. */
const OFFSET = 0;
const SIZE = 1;
const AT = 2;
const FRAME = 3;
const MARKS = 4;
const NEXT = 5;
const WORDS = 6;

/** Marks of a part: it covers bytes another brought, and with other values. */
export const OVERLAPS = 1;
export const CONFLICTS = 2;
/** It is a last part, and another one told another end. */
export const ENDS_ELSEWHERE = 4;
/** It goes on where the datagram has ended. */
export const TOO_LONG = 8;

/** A fragment's share of a datagram: where it belongs, how long it is, and the frame that brought it. */
export interface Part {
  readonly offset: number;
  readonly size: number;
  readonly frame: number;
  /** {@link OVERLAPS}, {@link CONFLICTS}, {@link ENDS_ELSEWHERE} and {@link TOO_LONG}. */
  readonly marks: number;
}

/**
 * The parts of unfinished datagrams, linked by offset, and copies of their bytes. Bytes are laid one after the other;
 * where room runs out, those still needed are moved together.
 */
export class FragmentParts {
  /** How many bytes all parts hold, and how many parts there are. */
  held = 0;
  private parts = 0;
  private words = new Int32Array(64 * WORDS);
  private count = 0;
  /** First of the parts that were removed and can be used again. */
  private free = NONE;
  private bytes = new Uint8Array(1 << 16);
  private spare = new Uint8Array(1 << 16);
  private used = 0;

  /** How much memory they take, in bytes, the room between them not counted. */
  get size(): number {
    return this.held + this.parts * WORDS * 4;
  }

  /** Adds a part to those from `first` on (-1 for none); returns the first. Bytes `start..end` of `from` are copied. */
  insert(
    first: number,
    offset: number,
    from: Uint8Array,
    start: number,
    end: number,
    frame: number,
    marks: number,
  ): number {
    const part = this.take();
    const at = part * WORDS;
    const size = end - start;
    if (this.used + size > this.bytes.length) this.makeRoom(size);
    const { words, bytes, used } = this;
    for (let i = 0; i < size; i++) bytes[used + i] = from[start + i]!;
    words[at + OFFSET] = offset;
    words[at + SIZE] = size;
    words[at + AT] = used;
    words[at + FRAME] = frame;
    words[at + MARKS] = marks;
    this.used += size;
    this.held += size;
    this.parts++;
    if (first === NONE || words[first * WORDS + OFFSET]! > offset) {
      words[at + NEXT] = first;
      return part;
    }
    let before = first * WORDS;
    for (let next = words[before + NEXT]!; next !== NONE; next = words[before + NEXT]!) {
      if (words[next * WORDS + OFFSET]! > offset) break;
      before = next * WORDS;
    }
    words[at + NEXT] = words[before + NEXT]!;
    words[before + NEXT] = part;
    return first;
  }

  /** Removes the parts from `first` on. */
  remove(first: number): void {
    const { words } = this;
    for (let part = first; part !== NONE; ) {
      const next = words[part * WORDS + NEXT]!;
      this.held -= words[part * WORDS + SIZE]!;
      this.parts--;
      words[part * WORDS + SIZE] = 0;
      words[part * WORDS + NEXT] = this.free;
      this.free = part;
      part = next;
    }
  }

  /** True when the parts from `first` on cover bytes `0..length` without a gap. */
  reach(first: number, length: number): boolean {
    const { words } = this;
    let filled = 0;
    for (let part = first; part !== NONE; part = words[part * WORDS + NEXT]!) {
      const offset = words[part * WORDS + OFFSET]!;
      if (offset > filled) break;
      filled = Math.max(filled, offset + words[part * WORDS + SIZE]!);
    }
    return filled >= length;
  }

  /**
   * Fills `whole` from the parts from `first` on: where two overlap, the one of the lower offset counts, then the one
   * that came first. Returns the parts, marked.
   */
  join(first: number, whole: Uint8Array): Part[] {
    const { words } = this;
    const parts: Part[] = [];
    let filled = 0;
    for (let part = first * WORDS; part >= 0; part = words[part + NEXT]! * WORDS) {
      const offset = words[part + OFFSET]!;
      const size = words[part + SIZE]!;
      const end = Math.min(offset + size, whole.length);
      const bytes = this.bytes.subarray(words[part + AT]!, words[part + AT]! + size);
      let marks = words[part + MARKS]!;
      if (offset + size > whole.length) marks |= TOO_LONG;
      if (offset < filled) marks |= compare(whole, offset, bytes, Math.min(filled, end));
      const from = Math.max(offset, filled);
      if (end > from) {
        whole.set(bytes.subarray(from - offset, end - offset), from);
        filled = end;
      }
      parts.push({ offset, size, frame: words[part + FRAME]!, marks });
    }
    return parts;
  }

  private take(): number {
    if (this.free !== NONE) {
      const part = this.free;
      this.free = this.words[part * WORDS + NEXT]!;
      return part;
    }
    if (this.count * WORDS === this.words.length) {
      this.words = grown(this.words);
    }
    return this.count++;
  }

  /** Moves the bytes still held together, into twice the room where they would fill more than half of it. */
  private makeRoom(size: number): void {
    const { words, bytes } = this;
    let room = bytes.length;
    while ((this.held + size) * 2 > room) room *= 2;
    const to = room === bytes.length ? this.spare : new Uint8Array(room);
    this.spare = room === bytes.length ? bytes : new Uint8Array(room);
    let used = 0;
    for (let at = 0; at < this.count * WORDS; at += WORDS) {
      const from = words[at + AT]!;
      to.set(bytes.subarray(from, from + words[at + SIZE]!), used);
      words[at + AT] = used;
      used += words[at + SIZE]!;
    }
    this.bytes = to;
    this.used = used;
  }
}

/** The marks of a part at `offset` whose bytes up to `end` were there before it. */
function compare(whole: Uint8Array, offset: number, bytes: Uint8Array, end: number): number {
  for (let at = offset; at < end; at++) if (whole[at] !== bytes[at - offset]) return OVERLAPS | CONFLICTS;
  return OVERLAPS;
}
