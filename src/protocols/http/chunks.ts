import { type Cursor, ENOUGH, MORE } from "../../core/cursor.ts";
import { computed, bytes as octets, type Reading } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { asciiText } from "../shared/text.ts";
import { isSpace, lineEnd, pastLineEnd } from "./lines.ts";

const PLUS = 43;
const MINUS = 45;
const DIGIT_0 = 48;
const X = 120;
/** Sizes count modulo 2^32; from half of that on, they are negative in the eyes of who waits for more. */
const NEGATIVE = 0x80000000;
/** Line end behind the data of a chunk. */
const BOUNDARY_SIZE = 2;

const rows = fields("http", {
  chunk_size: computed("uint", "Chunk size", (r: Reading) => sizeOf(r.bytes, r.start, r.end), {
    unit: "octets",
    many: true,
  }),
  chunk_data: octets("Chunk data", { many: true }),
  chunk_boundary: octets("Chunk boundary", { many: true }),
  chunked_trailer_part: asciiText("trailer-part", { many: true }),
});

const chunk = group("Data chunk", { list: "http.chunks" });

/** Every field and list a chunked body expands to. */
export const chunkFields = [rows, chunk];

/** A chunked body (RFC 9112 section 7.1): sizes and boundaries are rows once somebody looks. */
export const chunkedBody = group("HTTP chunked body", { expand: expandChunks });

/** Where the digits of a size at `at..to` begin: behind blanks and a sign. */
function digitsAt(bytes: Uint8Array, at: number, to: number): number {
  let from = at;
  while (from < to && isSpace(bytes[from])) from++;
  return from < to && (bytes[from] === MINUS || bytes[from] === PLUS) ? from + 1 : from;
}

/** The hexadecimal number at `at..to` modulo 2^32; what follows it is an extension. */
function sizeOf(bytes: Uint8Array, at: number, to: number): number {
  let from = digitsAt(bytes, at, to);
  const isNegative = from > at && bytes[from - 1] === MINUS;
  if (from + 2 < to && bytes[from] === DIGIT_0 && (bytes[from + 1]! | 32) === X && digit(bytes[from + 2]!) >= 0)
    from += 2;
  let size = 0;
  for (let i = from, value = 0; i < to && value >= 0; i++) {
    value = digit(bytes[i]!);
    if (value >= 0) size = size * 16 + value;
  }
  if (size > Number.MAX_SAFE_INTEGER) size = -1;
  return (isNegative ? -size : size) >>> 0;
}

/** The value of a hexadecimal digit; -1 for what is none. */
function digit(byte: number): number {
  const value = byte - DIGIT_0;
  if (value >= 0 && value <= 9) return value;
  const letter = (byte | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/** How far the body of an incomplete message was measured: bytes from the message's start. */
export interface Progress {
  at: number;
}

/**
 * What is missing of the chunks at `at..to` of the message that starts at `start`, as `Cursor.need` takes it:
 * {@link ENOUGH} from the line behind the last chunk on, or at a line that tells no size. Begins where `progress` says, and notes there how far it came.
 */
export function measureChunks(bytes: Uint8Array, start: number, at: number, to: number, progress: Progress): number {
  for (let from = Math.max(at, start + progress.at); ; ) {
    progress.at = from - start;
    const end = lineEnd(bytes, from, to);
    if (end < 0) return MORE;
    const digits = digitsAt(bytes, from, end);
    if (digits === end || digit(bytes[digits]!) < 0) return ENOUGH;
    const size = sizeOf(bytes, from, end);
    const data = pastLineEnd(bytes, end, to);
    if (size === 0) return lineEnd(bytes, data, to) < 0 ? MORE : ENOUGH;
    if (size >= NEGATIVE) return ENOUGH;
    from = data + size + BOUNDARY_SIZE;
    if (from > to) return MORE;
  }
}

/** A chunked body read. One instance serves all bodies of a run. */
export class Chunks {
  /** One past what was read: the body, or the chunks that are whole. */
  end = 0;
  /** Bytes of data in them. */
  size = 0;
  /** True where not even the line of a first chunk is there. */
  isNone = false;
  /** The chunk at {@link end} is said to reach this far, beyond what is there; otherwise 0. */
  missing = 0;

  /** Reads the chunks at `at..to`, up to the last or a line that is none. */
  read(bytes: Uint8Array, at: number, to: number): void {
    this.size = this.missing = 0;
    this.isNone = true;
    this.end = at;
    while (this.end < to) {
      const line = lineEnd(bytes, this.end, to);
      if (line <= this.end) return;
      this.isNone = false;
      const size = sizeOf(bytes, this.end, line);
      const data = pastLineEnd(bytes, line, to);
      const next = data + size + BOUNDARY_SIZE;
      if (next > to) {
        this.missing = next;
        return;
      }
      this.size += size;
      this.end = size === 0 ? pastTrailer(bytes, data, to) : next;
      if (size === 0) return;
    }
  }

  /** The data of the chunks at `at` that were read, put together. */
  join(bytes: Uint8Array, at: number): Uint8Array {
    const joined = new Uint8Array(this.size);
    for (let from = at, to = 0; to < this.size; ) {
      const line = lineEnd(bytes, from, this.end);
      const size = sizeOf(bytes, from, line);
      const data = pastLineEnd(bytes, line, this.end);
      joined.set(bytes.subarray(data, data + size), to);
      to += size;
      from = data + size + BOUNDARY_SIZE;
    }
    return joined;
  }
}

/** Where the trailer fields behind the last chunk end: at the empty line, or the first that is not whole. */
function trailerEnd(bytes: Uint8Array, at: number, to: number): number {
  let from = at;
  for (let end = lineEnd(bytes, from, to); end > from; end = lineEnd(bytes, from, to))
    from = pastLineEnd(bytes, end, to);
  return from;
}

/** One past the trailer fields and the empty line behind them, as far as they are there. */
function pastTrailer(bytes: Uint8Array, at: number, to: number): number {
  const end = trailerEnd(bytes, at, to);
  return lineEnd(bytes, end, to) === end ? pastLineEnd(bytes, end, to) : end;
}

function expandChunks(c: Cursor): void {
  const { bytes, end } = c;
  while (c.at < end) {
    const line = lineEnd(bytes, c.at, end);
    if (line < 0) return;
    const size = sizeOf(bytes, c.at, line);
    const data = pastLineEnd(bytes, line, end);
    const row = c.open(chunk);
    c.add(rows.chunk_size, c.at, data);
    if (size > 0) expandData(c, data, data + size);
    else {
      const trailer = trailerEnd(bytes, data, end);
      if (trailer > data) c.add(rows.chunked_trailer_part, data, trailer);
      c.at = end;
    }
    c.close(row);
  }
}

function expandData(c: Cursor, data: number, end: number): void {
  c.add(rows.chunk_data, data, end);
  c.at = end + BOUNDARY_SIZE;
  c.add(rows.chunk_boundary, end, c.at);
}
