/** A stream waits for at most this many bytes of one message; beyond, its parts are shown as they come. */
const LIMIT = 16 * 1024 * 1024;

/** Signed distance from sequence number `b` to `a`, across the wrap at 2^32. */
export function distance(a: number, b: number): number {
  return (a - b) | 0;
}

/**
 * Collects one message of one direction of a byte stream by sequence number: parts may come in any order, overlap or
 * repeat; what came first is kept.
 */
export class Reassembly {
  /** Sequence number of the message's first byte. */
  readonly seq: number;
  /** How many bytes the message is known to need; `Infinity` until the stream closes. */
  needed: number;
  /** True while the length is not known: the next segment is taken whole, and the dissector asked again. */
  open: boolean;
  /** The bytes; the first `length` are there without a gap. */
  bytes = new Uint8Array(4096);
  length = 0;
  /** Numbers of the frames that brought a part. */
  readonly frames: number[] = [];
  /** Parts beyond a gap, as [from, to), sorted. */
  private later: [number, number][] = [];

  constructor(seq: number, needed: number, open: boolean) {
    this.seq = seq;
    this.needed = needed;
    this.open = open;
  }

  /** Where a segment at `seq` would go, or -1 when it belongs before or after this message. */
  offsetOf(seq: number): number {
    const offset = distance(seq, this.seq);
    return offset >= 0 && (offset < this.needed || (this.open && offset <= this.length)) ? offset : -1;
  }

  /** Takes bytes `start..end` of a segment at `offset`. False when the limit is passed. */
  add(offset: number, from: Uint8Array, start: number, end: number, frame: number): boolean {
    const to = offset + end - start;
    if (to > LIMIT) return false;
    this.reserve(to);
    if (this.frames[this.frames.length - 1] !== frame) this.frames.push(frame);
    this.write(offset, to, from, start - offset);
    return true;
  }

  /** True when everything needed is there. */
  get complete(): boolean {
    return this.length >= this.needed || (this.open && this.length > 0 && this.later.length === 0);
  }

  /** Copies the parts of [offset, to) that are not there yet; byte `i` of the message is `from[shift + i]`. */
  private write(offset: number, to: number, from: Uint8Array, shift: number): void {
    let at = Math.max(offset, this.length);
    const missing: [number, number][] = [];
    for (const [low, high] of this.later) {
      if (at < low) missing.push([at, Math.min(low, to)]);
      at = Math.max(at, high);
      if (at >= to) break;
    }
    if (at < to) missing.push([at, to]);
    for (const [low, high] of missing) {
      if (high > low) this.bytes.set(from.subarray(shift + low, shift + high), low);
    }
    this.later.push(...missing.filter(([low, high]) => high > low));
    this.later.sort((a, b) => a[0] - b[0]);
    while (this.later.length > 0 && this.later[0]![0] <= this.length) {
      this.length = Math.max(this.length, this.later.shift()![1]);
    }
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(size, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
