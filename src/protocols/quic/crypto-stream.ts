/** The most that is kept of what came too early, in bytes and in pieces (RFC 9000 section 7.5 asks for 4096 bytes). */
const MOST_BYTES = 1 << 17;
const MOST_PIECES = 1024;
/** About what a piece takes besides its bytes. */
const PIECE_SIZE = 120;

/** A stretch of the stream, and the frame that brought it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  readonly frame: number;
}

/** A piece as people are told of it: who brought it, and whether some of it was there already. */
export interface Fragment {
  readonly frame: number;
  readonly overlaps: boolean;
}

/** What can be read now that a piece has come. */
export interface Delivery {
  /** Where the piece begins in what was delivered before: it repeats, wholly or in part. */
  readonly isRepeated: boolean;
  readonly overlaps: boolean;
  /** Bytes `start..end` of `bytes` follow what was delivered before; `start` and `end` are the same where there are none. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Who brought them, where that was not one piece alone. */
  readonly fragments: readonly Fragment[] | undefined;
}

/**
 * One direction of the stream of handshake messages at one level of encryption (RFC 9000 section 19.6): hands on what
 * comes in order, and keeps what comes too early until nothing is missing before the last byte of it.
 */
export class CryptoStream {
  /** How many bytes were handed on. */
  delivered = 0;
  private pieces: Piece[] = [];
  private held = 0;

  /** About how many bytes it takes. */
  get size(): number {
    return this.held + this.pieces.length * PIECE_SIZE;
  }

  /** Takes bytes `from..to` of a buffer, which stand at `offset` in the stream. */
  add(offset: number, bytes: Uint8Array, from: number, to: number, frame: number): Delivery {
    const { delivered, pieces } = this;
    const end = offset + to - from;
    const nothing = { isRepeated: false, overlaps: false, bytes, start: to, end: to, fragments: undefined };
    if (end <= delivered) return { ...nothing, isRepeated: end > offset || offset < delivered };
    const overlaps = offset < delivered;
    const start = overlaps ? from + delivered - offset : from;
    const first = Math.max(offset, delivered);
    if (first === delivered && pieces.length === 0) {
      this.delivered = end;
      return { ...nothing, overlaps, start, end: to };
    }
    if (pieces.length === MOST_PIECES || this.held + to - start > MOST_BYTES) return { ...nothing, overlaps };
    pieces.push({ start: first, end, bytes: new Uint8Array(bytes.subarray(start, to)), frame });
    this.held += to - start;
    return { ...nothing, overlaps, ...this.join() };
  }

  /** All that was kept, where no gap is left in it. */
  private join(): Partial<Delivery> {
    const sorted = this.pieces.toSorted((a, b) => a.start - b.start);
    let end = this.delivered;
    for (const piece of sorted) {
      if (piece.start > end) return {};
      end = Math.max(end, piece.end);
    }
    const bytes = new Uint8Array(end - this.delivered);
    const fragments: Fragment[] = [];
    let reached = this.delivered;
    for (const { start, end: to, bytes: part, frame } of sorted) {
      fragments.push({ frame, overlaps: start < reached });
      if (to > reached) bytes.set(part.subarray(reached - start), reached - this.delivered);
      reached = Math.max(reached, to);
    }
    this.pieces = [];
    this.held = 0;
    this.delivered = end;
    return { bytes, start: 0, end: bytes.length, fragments };
  }
}
