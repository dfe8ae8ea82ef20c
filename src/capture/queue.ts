/** Bytes beyond which an emptied queue gives its memory back. */
const KEEP = 1 << 22;

/** Bytes on their way: put in at the end, taken from the front. They are `bytes[from..to)`. */
export class Queue {
  bytes = new Uint8Array(1 << 16);
  from = 0;
  to = 0;

  get size(): number {
    return this.to - this.from;
  }

  /** Makes room for `size` bytes at `to`; those held may move. */
  reserve(size: number): void {
    if (this.size === 0) this.clear();
    if (this.to + size <= this.bytes.length) return;
    const held = this.bytes.subarray(this.from, this.to);
    if (held.length + size > this.bytes.length / 2) this.bytes = new Uint8Array((held.length + size) * 2);
    this.bytes.set(held);
    this.to = held.length;
    this.from = 0;
  }

  /** Moves as many bytes as are there and fit to `into[at..]`; returns how many. */
  take(into: Uint8Array, at: number): number {
    const part = this.bytes.subarray(this.from, Math.min(this.to, this.from + into.length - at));
    into.set(part, at);
    this.from += part.length;
    return part.length;
  }

  private clear(): void {
    this.from = this.to = 0;
    if (this.bytes.length > KEEP) this.bytes = new Uint8Array(1 << 16);
  }
}
