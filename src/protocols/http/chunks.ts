import { type Cursor, ENOUGH, MORE } from "../../core/cursor.ts";
import { computed, bytes as octets, type Reading } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { asciiText } from "../shared/text.ts";
import { lineEnd, pastLineEnd } from "./head.ts";

const DIGIT_0 = 48;
/** Sizes beyond are garbage; offsets stay small integers. */
const LARGEST = 0x1fffffff;

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

/** The hexadecimal number at `at..to`; what follows it is an extension. */
function sizeOf(bytes: Uint8Array, at: number, to: number): number {
  let size = 0;
  for (let i = at; i < to && size <= LARGEST; i++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[i]!), 16);
    if (Number.isNaN(digit)) break;
    size = size * 16 + digit;
  }
  return size;
}

/** Where the empty line behind the last chunk and its trailer fields begins; -1 where they are not all there. */
function trailerEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let from = at; from < to; ) {
    const end = lineEnd(bytes, from, to);
    if (end === from || end < 0) return end;
    from = pastLineEnd(bytes, end, to);
  }
  return -1;
}

/** How far the body of an incomplete message was measured: bytes from the message's start, and of chunk data in them. */
export interface Progress {
  at: number;
  size: number;
}

/** A chunked body measured. One instance serves all bodies of a run. */
export class Chunks {
  /** One past the body, once it is complete. */
  end = 0;
  /** Bytes of data in its chunks. */
  size = 0;
  /** A size no body can have stands in it. */
  isBroken = false;

  /**
   * Measures the body at `at..to` of the message that starts at `start`: {@link ENOUGH} when it is complete, otherwise
   * what is missing, as `Cursor.need` takes it. Begins where `progress` says, and notes there how far it came.
   */
  measure(bytes: Uint8Array, start: number, at: number, to: number, progress: Progress): number {
    this.isBroken = false;
    let from = Math.max(at, start + progress.at);
    this.size = progress.at === 0 ? 0 : progress.size;
    for (;;) {
      progress.at = from - start;
      progress.size = this.size;
      const end = lineEnd(bytes, from, to);
      if (end < 0) return MORE;
      const size = sizeOf(bytes, from, end);
      const data = pastLineEnd(bytes, end, to);
      if (size === 0) return this.finish(bytes, from, data, to);
      if (size > LARGEST) {
        this.isBroken = true;
        this.end = to;
        return ENOUGH;
      }
      if (data + size + 2 > to) return MORE;
      this.size += size;
      from = pastLineEnd(bytes, data + size, to);
    }
  }

  /** Ends the body at the chunk line `at..next`; only a size of zero has trailers. */
  private finish(bytes: Uint8Array, at: number, next: number, to: number): number {
    const end = bytes[at] === DIGIT_0 ? trailerEnd(bytes, next, to) : next;
    this.end = bytes[at] === DIGIT_0 ? pastLineEnd(bytes, end, to) : next;
    return end < 0 ? MORE : ENOUGH;
  }

  /** The data of the chunks of a complete body at `at`, put together. */
  join(bytes: Uint8Array, at: number): Uint8Array {
    const joined = new Uint8Array(this.size);
    let to = 0;
    for (let from = at; to < this.size; ) {
      const end = lineEnd(bytes, from, this.end);
      const size = Math.min(sizeOf(bytes, from, end), this.size - to);
      if (end < 0 || size === 0) break;
      const data = pastLineEnd(bytes, end, this.end);
      joined.set(bytes.subarray(data, data + size), to);
      to += size;
      from = pastLineEnd(bytes, data + size, this.end);
    }
    return joined.subarray(0, to);
  }
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
    if (size > 0) expandData(c, data, Math.min(data + size, end));
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
  c.at = pastLineEnd(c.bytes, end, c.end);
  c.add(rows.chunk_boundary, end, c.at);
}
