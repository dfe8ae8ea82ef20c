const MIB = 2 ** 20;

/** How many bytes a run keeps at most where nobody says otherwise: 256 MiB. */
export const DEFAULT_MEMORY = 256 * MIB;

/** The part of all bytes that is for what grows with the number of things known, such as conversations. */
const GROWTH = 1 / 2;
/** The part each kind of such things is sure of, however much the others have taken. */
const SURE = 1 / 128;

/**
 * What the frames of a run may leave behind beyond themselves: how many bytes, and what was forgotten to keep to that.
 * Buffers have a fixed share each; what grows with the number of things known takes from one half first come, first
 * served, and uses its own oldest places again once there is nothing left.
 */
export class Memory {
  /** Bytes in all. */
  readonly limit: number;
  private left: number;
  private readonly lost = new Map<string, number>();

  /** Throws `RangeError` where `limit` is no number above 0. */
  constructor(limit = DEFAULT_MEMORY) {
    if (!(limit > 0)) throw new RangeError(`${limit}: a number of bytes above 0 is needed`);
    this.limit = limit;
    this.left = limit * GROWTH;
  }

  /** A fixed part of all bytes, in bytes. */
  share(part: number): number {
    return Math.floor(this.limit * part);
  }

  /** Asks for `bytes` more, for good, for somebody who has `own` bytes. */
  take(bytes: number, own: number): boolean {
    if (bytes > this.left && own + bytes > this.limit * SURE) return false;
    this.left -= bytes;
    return true;
  }

  /** Counts things that were forgotten; `what` is their name in the plural, as users read it. */
  forget(what: string, count: number): void {
    this.lost.set(what, (this.lost.get(what) ?? 0) + count);
  }

  /** How many of what were forgotten so far. */
  get forgotten(): ReadonlyMap<string, number> {
    return this.lost;
  }
}
