import { type Cursor, MORE } from "../../core/cursor.ts";
import { bytes as octets, computed, type Reading } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { asciiText } from "../shared/text.ts";
import { find, pastLineEnd } from "./head.ts";

const LF = 10;
/** Sizes beyond are garbage; offsets stay small integers. */
const LARGEST = 0x1fffffff;

const rows = fields("http", {
  chunk_size: computed("uint", "Chunk size", (r: Reading) => sizeOf(r.bytes, r.start, r.end), { unit: "octets", many: true }),
  chunk_data: octets("Chunk data", { many: true }),
  chunk_boundary: octets("Chunk boundary", { many: true }),
  chunked_trailer_part: asciiText("trailer-part", { many: true }),
});

/** Every field a chunked body expands to. */
export const chunkFields = rows;

const chunk = group("Data chunk", { list: "http.chunks" });

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

/** One past the trailer fields and the empty line behind the last chunk; -1 where they are not all there. */
function trailerEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let from = at; from < to; ) {
    const past = pastLineEnd(bytes, from, to);
    if (past > from) return past;
    const lf = find(bytes, from, to, LF);
    if (lf < 0) return -1;
    from = lf + 1;
  }
  return -1;
}

/** A chunked body measured. One instance serves all bodies of a run. */
export class Chunks {
  /** One past the body, once it is complete. */
  end = 0;
  /** Bytes of data in its chunks. */
  size = 0;

  /** Measures the body at `at..to`: 0 when it is complete, otherwise what is missing, as `Cursor.need` takes it. */
  measure(bytes: Uint8Array, at: number, to: number): number {
    this.size = 0;
    for (let from = at; ; ) {
      const lf = find(bytes, from, to, LF);
      if (lf < 0) return MORE;
      const size = sizeOf(bytes, from, lf);
      if (size === 0) return this.finish(bytes, from, lf + 1, to);
      this.size += size;
      from = lf + 1 + size;
      if (from + 2 > to) return from + 2 - to;
      from = pastLineEnd(bytes, from, to);
    }
  }

  /** Ends the body at the chunk line `at..next`; only a size of zero has trailers. */
  private finish(bytes: Uint8Array, at: number, next: number, to: number): number {
    const end = bytes[at] === 48 ? trailerEnd(bytes, next, to) : next;
    this.end = end;
    return end < 0 ? MORE : 0;
  }

  /** The data of the chunks of a complete body at `at`, put together. */
  join(bytes: Uint8Array, at: number): Uint8Array {
    const joined = new Uint8Array(this.size);
    let to = 0;
    for (let from = at; to < this.size; ) {
      const lf = find(bytes, from, this.end, LF);
      const size = sizeOf(bytes, from, lf);
      joined.set(bytes.subarray(lf + 1, lf + 1 + size), to);
      to += size;
      from = pastLineEnd(bytes, lf + 1 + size, this.end);
    }
    return joined;
  }
}

function expandChunks(c: Cursor): void {
  const { bytes, end } = c;
  while (c.at < end) {
    const lf = find(bytes, c.at, end, LF);
    if (lf < 0) return;
    const size = sizeOf(bytes, c.at, lf);
    const row = c.open(chunk);
    c.add(rows.chunk_size, c.at, lf + 1);
    c.at = Math.min(lf + 1 + size, end);
    if (size > 0) {
      c.add(rows.chunk_data, lf + 1, c.at);
      const past = pastLineEnd(bytes, c.at, end);
      c.add(rows.chunk_boundary, c.at, past);
      c.at = past;
    } else {
      const trailer = pastLineEnd(bytes, c.at, end) > c.at ? c.at : find(bytes, c.at, end, LF) < 0 ? c.at : lastLine(bytes, c.at, end);
      if (trailer > c.at) c.add(rows.chunked_trailer_part, c.at, trailer);
      c.at = end;
    }
    c.close(row);
  }
}

/** Where the empty line begins that ends at `end`. */
function lastLine(bytes: Uint8Array, at: number, end: number): number {
  const crlf = end - 2 >= at && bytes[end - 2] === 13;
  return crlf ? end - 2 : end - 1;
}
