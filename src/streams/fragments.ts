import type { Frame } from "../core/frame.ts";

/** The most unfinished datagrams of a run, and the most bytes they may hold; the oldest are given up first. */
const MOST_DATAGRAMS = 4096;
const BUDGET = 64 * 1024 * 1024;
/** The most parts of one datagram: as many as can differ, since offsets count 8 bytes in 13 bits. */
const MOST_PARTS = 8192;

/** Marks of a part: it covers bytes another brought, and with other values. */
export const OVERLAPS = 1;
export const CONFLICTS = 2;
/** It is a last part, and another one told another end. */
export const ENDS_ELSEWHERE = 4;
/** It goes on where the datagram has ended. */
export const TOO_LONG = 8;

/** A fragment's share of a datagram: where it belongs, what it brought, and the frame that did. */
export interface Part {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly frame: number;
  /** {@link OVERLAPS}, {@link CONFLICTS}, {@link ENDS_ELSEWHERE} and {@link TOO_LONG}. */
  marks: number;
}

/** One datagram: its parts by offset, those of the same offset as they came. */
export class Datagram {
  readonly parts: Part[] = [];
  /** The whole, once it is complete. */
  bytes = new Uint8Array(0);
  /** How many bytes it has, told by the first of its last parts; -1 before that came. */
  length = -1;
  /** The bytes all parts hold. */
  held = 0;

  /** Takes a copy of a part; true when nothing is missing any more. */
  add(offset: number, data: Uint8Array, more: boolean, frame: number): boolean {
    const end = offset + data.length;
    if (!more && this.length < 0) this.length = end;
    const marks = !more && end !== this.length ? ENDS_ELSEWHERE : 0;
    const { parts } = this;
    let i = parts.length;
    while (i > 0 && parts[i - 1]!.offset > offset) i--;
    parts.splice(i, 0, { offset, bytes: data.slice(), frame, marks });
    this.held += data.length;
    if (this.length < 0 || !this.isWhole()) return false;
    this.join();
    return true;
  }

  private isWhole(): boolean {
    let filled = 0;
    for (const { offset, bytes } of this.parts) {
      if (offset > filled) break;
      filled = Math.max(filled, offset + bytes.length);
    }
    return filled >= this.length;
  }

  /** Puts the parts together: where two overlap, the one of the lower offset counts, then the one that came first. */
  private join(): void {
    this.bytes = new Uint8Array(this.length);
    let filled = 0;
    for (const part of this.parts) {
      const { offset, bytes } = part;
      const end = Math.min(offset + bytes.length, this.length);
      if (offset + bytes.length > this.length) part.marks |= TOO_LONG;
      if (offset < filled) part.marks |= this.compare(part, Math.min(filled, end));
      const from = Math.max(offset, filled);
      if (end <= from) continue;
      this.bytes.set(bytes.subarray(from - offset, end - offset), from);
      filled = end;
    }
  }

  /** The marks of a part whose bytes up to `end` were there before it. */
  private compare({ offset, bytes }: Part, end: number): number {
    for (let at = offset; at < end; at++) if (this.bytes[at] !== bytes[at - offset]) return OVERLAPS | CONFLICTS;
    return OVERLAPS;
  }
}

/** The unfinished datagrams of a run. */
export class Fragments {
  private readonly datagrams = new Map<string, Datagram>();
  private held = 0;

  /**
   * Takes the fragment in bytes `start..end` of `bytes`, which belongs at `offset` of the datagram that the frame's
   * innermost addresses and `id` name. Returns the datagram when that completes it, and forgets it.
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
    const key = keyOf(frame, id);
    const datagram = this.datagrams.get(key) ?? new Datagram();
    if (datagram.parts.length === 0) this.datagrams.set(key, datagram);
    const isWhole = datagram.add(offset, bytes.subarray(start, end), more, frame.number);
    this.held += end - start;
    if (isWhole || datagram.parts.length === MOST_PARTS) this.forget(key, datagram);
    for (const [oldest, unfinished] of this.datagrams) {
      if (this.datagrams.size <= MOST_DATAGRAMS && this.held <= BUDGET) break;
      this.forget(oldest, unfinished);
    }
    return isWhole ? datagram : undefined;
  }

  private forget(key: string, datagram: Datagram): void {
    this.datagrams.delete(key);
    this.held -= datagram.held;
  }
}

function keyOf({ addressBytes: b, sourceAt, destinationAt, addressSize: size }: Frame, id: number): string {
  const source = String.fromCharCode(...b.subarray(sourceAt, sourceAt + size));
  return source + String.fromCharCode(...b.subarray(destinationAt, destinationAt + size)) + id;
}
