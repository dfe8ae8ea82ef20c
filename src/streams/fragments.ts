import type { Frame } from "../core/frame.ts";

/** The most unfinished datagrams of a run, and the most bytes they may hold; the oldest are given up first. */
const MOST_DATAGRAMS = 1024;
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
  bytes: Uint8Array = new Uint8Array(0);
  /** How many bytes it has, told by the first of its last parts; -1 before that came. */
  length = -1;
  /** The bytes all parts hold. */
  held = 0;
  /** Both addresses, and the number the sender gave the datagram. */
  private readonly addresses: Uint8Array;
  private readonly id: number;

  constructor(frame: Frame, id: number) {
    const { addressBytes, sourceAt, destinationAt, addressSize: size } = frame;
    this.addresses = new Uint8Array(size * 2);
    this.addresses.set(addressBytes.subarray(sourceAt, sourceAt + size));
    this.addresses.set(addressBytes.subarray(destinationAt, destinationAt + size), size);
    this.id = id;
  }

  /** True for the datagram that the frame's addresses and `id` name. */
  isNamed({ addressBytes, sourceAt, destinationAt, addressSize: size }: Frame, id: number): boolean {
    const { addresses } = this;
    if (this.id !== id || addresses.length !== size * 2) return false;
    for (let i = 0; i < size; i++) {
      if (addresses[i] !== addressBytes[sourceAt + i] || addresses[size + i] !== addressBytes[destinationAt + i])
        return false;
    }
    return true;
  }

  /** Makes `data` the only part and the whole of the datagram, without a copy. */
  hold(data: Uint8Array, frame: number): this {
    this.parts.push({ offset: 0, bytes: data, frame, marks: 0 });
    this.bytes = data;
    this.length = data.length;
    return this;
  }

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
  /** By a hash of what names them; the few that share one stand side by side. */
  private readonly datagrams = new Map<number, Datagram[]>();
  private count = 0;
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
    const key = hashOf(frame, id);
    const data = bytes.subarray(start, end);
    let datagram = this.datagrams.get(key)?.find((known) => known.isNamed(frame, id));
    if (datagram === undefined) {
      datagram = new Datagram(frame, id);
      if (offset === 0 && !more) return datagram.hold(data, frame.number);
      this.keep(key, datagram);
    }
    const isWhole = datagram.add(offset, data, more, frame.number);
    this.held += data.length;
    if (isWhole || datagram.parts.length === MOST_PARTS) this.forget(key, datagram);
    if (this.count > MOST_DATAGRAMS || this.held > BUDGET) this.forgetOldest();
    return isWhole ? datagram : undefined;
  }

  private keep(key: number, datagram: Datagram): void {
    const known = this.datagrams.get(key);
    if (known === undefined) this.datagrams.set(key, [datagram]);
    else known.push(datagram);
    this.count++;
  }

  private forget(key: number, datagram: Datagram): void {
    const known = this.datagrams.get(key)!;
    known.splice(known.indexOf(datagram), 1);
    if (known.length === 0) this.datagrams.delete(key);
    this.count--;
    this.held -= datagram.held;
  }

  /** Makes room for a quarter of what may be held: going through the oldest costs, so it is done seldom. */
  private forgetOldest(): void {
    for (const [key, known] of this.datagrams) {
      if (this.count <= MOST_DATAGRAMS * 0.75 && this.held <= BUDGET * 0.75) return;
      while (known.length > 0) this.forget(key, known[0]!);
    }
  }
}

function hashOf({ addressBytes: b, sourceAt, destinationAt, addressSize: size }: Frame, id: number): number {
  let hash = id | 0;
  for (let i = 0; i < size; i++)
    hash = Math.imul(hash ^ b[sourceAt + i]! ^ (b[destinationAt + i]! << 8), 0x9e3779b1) ^ (hash >>> 15);
  return hash;
}
