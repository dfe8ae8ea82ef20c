/** The smallest buffer handed out, as a power of 2, and the largest that is kept for another use. */
const SMALLEST = 12;
const LARGEST = 22;

/** A buffer that is done with, and the frame whose rows may point into it. */
interface Released {
  readonly bytes: Uint8Array;
  readonly frame: number;
}

/**
 * Buffers for messages that are put together, used again and again: the memory of a run is then what is unfinished at
 * one time, not what the collector has not come to yet.
 */
export class Buffers {
  /** Free buffers of 2^i bytes. */
  private readonly free: Uint8Array[][] = [];
  private readonly released: Released[] = [];
  private readonly lifetime: number;
  private readonly most: number;
  /** Bytes in free and in released buffers. */
  private spare = 0;

  /** Rows may point into a released buffer for `lifetime` more frames. No more than `most` bytes wait for another use. */
  constructor(lifetime: number, most = Number.POSITIVE_INFINITY) {
    this.lifetime = lifetime;
    this.most = most;
  }

  /** A buffer of at least `size` bytes, whatever is in them, for use from frame `frame` on. */
  take(size: number, frame: number): Uint8Array {
    const power = powerOf(size);
    if (power > LARGEST) return new Uint8Array(size);
    while (this.released.length > 0 && this.released[0]!.frame + this.lifetime <= frame) this.reclaim();
    const found = this.free[power]?.pop();
    if (found === undefined) return new Uint8Array(2 ** power);
    this.spare -= found.length;
    return found;
  }

  /** Gives back a buffer that {@link take} gave and that no frame after `frame` looks at. */
  release(bytes: Uint8Array, frame: number): void {
    const { length } = bytes;
    if (length !== 2 ** powerOf(length) || this.spare + length > this.most) return;
    this.spare += length;
    this.released.push({ bytes, frame });
  }

  private reclaim(): void {
    const { bytes } = this.released.shift()!;
    const power = powerOf(bytes.length);
    this.free[power] ??= [];
    this.free[power].push(bytes);
  }
}

/** The power of 2 that holds `size` bytes. */
function powerOf(size: number): number {
  return Math.max(SMALLEST, 32 - Math.clz32(size - 1));
}
