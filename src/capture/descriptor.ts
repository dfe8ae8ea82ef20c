import { writeSync } from "node:fs";

/** Bytes gathered before they are written. */
const CAPACITY = 1 << 18;
/** Bytes after which a whole record is written, so that the system seldom holds a part of one. */
const FULL = 1 << 17;
/** How long to wait for a pipe whose reader is behind, in milliseconds. */
const PATIENCE = 2;

/** Writes to a file descriptor through one buffer, whatever the descriptor is: file, pipe or terminal. */
export class DescriptorWriter {
  /** The buffer; {@link reserve} says where in it to write. */
  readonly buffer = new Uint8Array(CAPACITY);
  readonly view = new DataView(this.buffer.buffer);
  /** Bytes given so far, those still in the buffer included. */
  total = 0;
  /** Of these, how many the system has taken that are whole records: where a file ends well after a failure. */
  whole = 0;
  private taken = 0;
  /** Where records end that the system has not taken completely. */
  private readonly ends: number[] = [];
  private at = 0;
  private descriptor: number;

  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  /** Makes room for `size` bytes (at most 64 KiB), which the caller then fills; returns their offset in the buffer. */
  reserve(size: number): number {
    if (this.at + size > CAPACITY) this.flush();
    const { at } = this;
    this.at += size;
    this.total += size;
    return at;
  }

  /** Adds bytes `start..end` of `from`. */
  copy(from: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.total += size;
    if (this.at + size > CAPACITY) this.flush();
    if (size > CAPACITY) this.write(from, start, end);
    else {
      const { buffer } = this;
      if (size > 64) buffer.set(from.subarray(start, end), this.at);
      else for (let i = 0; i < size; i++) buffer[this.at + i] = from[start + i]!;
      this.at += size;
    }
  }

  /** Says that what was given so far ends with a whole record. */
  endRecord(): void {
    this.ends.push(this.total);
    if (this.at >= FULL) this.flush();
  }

  /** Writes out what the buffer holds. Throws what the system says: no space left, a closed pipe. */
  flush(): void {
    const { at } = this;
    this.at = 0;
    this.write(this.buffer, 0, at);
  }

  /** Goes on with another descriptor, which gets what the buffer holds; the one before is left open. */
  turnTo(descriptor: number): void {
    this.descriptor = descriptor;
    this.total = this.at;
    this.whole = this.taken = 0;
  }

  /** Takes note of the records that the system has taken. */
  private settle(): void {
    const { ends, taken } = this;
    let count = 0;
    while (count < ends.length && ends[count]! <= taken) count++;
    if (count === 0) return;
    this.whole = ends[count - 1]!;
    ends.splice(0, count);
  }

  private write(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      try {
        const size = writeSync(this.descriptor, from, at, end - at);
        at += size;
        this.taken += size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
      }
      this.settle();
    }
  }
}
