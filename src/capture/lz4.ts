import { Transform } from "node:stream";
import { littleAt } from "../core/field.ts";

/** How a frame begins (LZ4 Frame Format 1.6), and how one that is to be skipped does, but for its last four bits. */
const MAGIC = 0x184d2204;
const SKIPPABLE = 0x184d2a50;
const SKIPPABLE_BITS = 0xfffffff0;
/** Bits of the frame descriptor's first byte: its version, then what else there is. */
const VERSION = 0xc0;
const VERSION_1 = 0x40;
const HAS_BLOCK_CHECKSUMS = 0x10;
const HAS_CONTENT_SIZE = 0x08;
const HAS_CONTENT_CHECKSUM = 0x04;
const HAS_DICTIONARY = 0x01;
/** Set in the size of a block that is not compressed. */
const PLAIN = 0x80000000;
/** How far back a match may reach, and its least length (LZ4 Block Format). */
const REACH = 1 << 16;
const LEAST_MATCH = 4;
/** A length of 4 bits that goes on in the bytes behind, and one of those that goes on. */
const LONG = 15;
const MORE = 255;

/** Makes the stream that undoes LZ4's frames, one after another. */
export function createLz4Decompress(): Transform {
  const frames = new Lz4Frames();
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      try {
        frames.push(piece, (bytes) => this.push(bytes));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      done(frames.isBetween ? null : new Error("unexpected end of file"));
    },
  });
}

/** Reads frames from pieces of any size; memory holds one block at a time and what later ones may refer to. */
class Lz4Frames {
  /** What was not read yet, and how many bytes must be there to read on. */
  private pending: Uint8Array[] = [];
  private held = 0;
  private wanted = 0;
  /** Bytes of a skippable frame still to be passed over. */
  private skipping = 0;
  private inFrame = false;
  private largest = 0;
  private blockChecksum = 0;
  private contentChecksum = 0;
  /** The end of what was decoded, for matches of the next block. */
  private history: Uint8Array = new Uint8Array(0);

  /** True where the data may end. */
  get isBetween(): boolean {
    return !this.inFrame && this.skipping === 0 && this.held === 0;
  }

  /** Takes a piece and gives what it completes. Throws where it is damaged. */
  push(piece: Uint8Array, give: (bytes: Uint8Array) => void): void {
    this.pending.push(piece);
    this.held += piece.length;
    if (this.held < this.wanted) return;
    const bytes = Buffer.concat(this.pending);
    let at = 0;
    for (;;) {
      const skipped = Math.min(this.skipping, bytes.length - at);
      this.skipping -= skipped;
      at += skipped;
      const size = this.inFrame ? this.block(bytes, at, give) : this.begin(bytes, at);
      if (size === 0) break;
      at += size;
    }
    this.pending = [bytes.subarray(at)];
    this.held = bytes.length - at;
  }

  /** True where `size` bytes are there from `at` on; else no piece is looked at before they are. */
  private has(bytes: Uint8Array, at: number, size: number): boolean {
    this.wanted = size;
    return bytes.length - at >= size;
  }

  /** Reads the start of a frame at `at`; returns its size, 0 while it is not all there. */
  private begin(bytes: Uint8Array, at: number): number {
    if (!this.has(bytes, at, 7)) return 0;
    const magic = littleAt(bytes, at, 4);
    if ((magic & SKIPPABLE_BITS) >>> 0 === SKIPPABLE) {
      if (!this.has(bytes, at, 8)) return 0;
      this.skipping = littleAt(bytes, at + 4, 4);
      return 8;
    }
    const flags = bytes[at + 4]!;
    if (magic !== MAGIC || (flags & VERSION) !== VERSION_1) throw new Error("no frame where one should be");
    if (flags & HAS_DICTIONARY) throw new Error("it needs a dictionary");
    const size = flags & HAS_CONTENT_SIZE ? 15 : 7;
    if (!this.has(bytes, at, size)) return 0;
    this.largest = 1 << (8 + 2 * ((bytes[at + 5]! >> 4) & 7));
    this.blockChecksum = flags & HAS_BLOCK_CHECKSUMS ? 4 : 0;
    this.contentChecksum = flags & HAS_CONTENT_CHECKSUM ? 4 : 0;
    this.history = new Uint8Array(0);
    this.inFrame = true;
    return size;
  }

  /** Reads the block at `at`, or the end of the frame; returns its size, 0 while it is not all there. */
  private block(bytes: Uint8Array, at: number, give: (bytes: Uint8Array) => void): number {
    if (!this.has(bytes, at, 4)) return 0;
    const word = littleAt(bytes, at, 4);
    const size = word % PLAIN;
    if (size > this.largest) throw new Error("a block larger than its frame allows");
    const whole = 4 + size + (word === 0 ? this.contentChecksum : this.blockChecksum);
    if (!this.has(bytes, at, whole)) return 0;
    if (word === 0) this.inFrame = false;
    else {
      const from = bytes.subarray(at + 4, at + 4 + size);
      const decoded = word >= PLAIN ? from.slice() : this.decode(from);
      this.history = Buffer.concat([this.history, decoded]).subarray(-REACH);
      give(decoded);
    }
    return whole;
  }

  /** Decodes a block: runs of literals, each followed by a copy of what came before. */
  private decode(from: Uint8Array): Uint8Array {
    const before = this.history.length;
    const to = new Uint8Array(before + this.largest);
    to.set(this.history);
    let at = 0;
    let end = before;
    /** The length whose first four bits are `bits`; it goes on at `at`. */
    const length = (bits: number): number => {
      let n = bits;
      for (let byte = bits === LONG ? MORE : 0; byte === MORE; n += byte) byte = from[at++] ?? 0;
      return n;
    };
    while (at < from.length) {
      const token = from[at++]!;
      const literals = length(token >> 4);
      if (at + literals > from.length || end + literals > to.length) throw new Error("a run past the end of its block");
      to.set(from.subarray(at, at + literals), end);
      at += literals;
      end += literals;
      if (at >= from.length) break;
      const back = littleAt(from, at, 2);
      at += 2;
      const copied = length(token & LONG) + LEAST_MATCH;
      if (back === 0 || back > end || end + copied > to.length) throw new Error("a match outside what was decoded");
      // Byte by byte: a match may reach into what it writes.
      for (const stop = end + copied; end < stop; end++) to[end] = to[end - back]!;
    }
    return to.slice(before, end);
  }
}
