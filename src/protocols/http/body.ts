import type { BrotliOptions, ZlibOptions } from "node:zlib";
import type { Cursor } from "../../core/cursor.ts";
import { littleAt, none } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { zlib } from "../../core/zlib.ts";
import { essence, mediaType, mediaTypes } from "../shared/media.ts";
import { asciiText } from "../shared/text.ts";
import { type Chunks, chunkedBody } from "./chunks.ts";
import type { Head } from "./head.ts";
import { named } from "./lines.ts";
import type { Wishes } from "./preferences.ts";

/** A decoded body may be this long; one that would grow beyond stays encoded. */
const LONGEST = 16 * 1024 * 1024;
/** Of a gzip header (RFC 1952 section 2.3.1): its fixed part, the method, and flags of the parts that may follow. */
const GZIP_HEADER_SIZE = 10;
const DEFLATED = 8;
const GZIP_EXTRA = 4;
const GZIP_NAME = 8;
const GZIP_COMMENT = 16;
/** The media type that says nothing (RFC 2046 section 4.5.1). */
const UNSPECIFIED = "application/octet-stream";
/** The least room made for what is decoded. */
const LEAST_ROOM = 1 << 10;
/** Deflate makes bytes this many times as many at the most. */
const MOST_GAIN = 1032;

export const entity = fields("http", {
  file_data: asciiText("File Data"),
  decompression_failed: none("Decompression failed"),
  subdissector_failed: none("HTTP body subdissector failed, trying heuristic subdissector"),
});

/** Decodes a body by its content coding (RFC 9110 section 8.4.1); undefined where that fails. */
function decode(body: Uint8Array, is: (coding: string) => boolean): Uint8Array | undefined {
  if (is("gzip") || is("x-gzip") || is("deflate") || is("x-deflate")) return inflate(body);
  return is("br") ? attempt(zlib().brotliDecompressSync, body, zlib().constants.BROTLI_OPERATION_FLUSH) : undefined;
}

/**
 * Undoes gzip or deflate, whichever it is; some senders leave out the zlib header that "deflate" stands for. Of gzip's
 * header only its length matters, and nothing is verified. A body the capture cut short is decoded as far as it goes.
 */
function inflate(body: Uint8Array): Uint8Array | undefined {
  const { constants, inflateSync, inflateRawSync } = zlib();
  const flush = constants.Z_SYNC_FLUSH;
  const at = gzipHeaderEnd(body);
  if (at > 0) return attempt(inflateRawSync, body.subarray(at), flush, roomFor(body));
  return attempt(inflateSync, body, flush) ?? attempt(inflateRawSync, body, flush);
}

/** Runs a decoder; undefined where the body is damaged, or too long. */
function attempt(
  decoder: (body: Uint8Array, options: ZlibOptions & BrotliOptions) => Uint8Array,
  body: Uint8Array,
  finishFlush: number,
  chunkSize = roomFor(body),
): Uint8Array | undefined {
  try {
    const decoded = plainArray(decoder(body, { maxOutputLength: LONGEST, finishFlush, chunkSize }));
    // Nothing is what a whole body may hold; of a part of one, it says that the part is too short.
    if (decoded.length === 0) decoder(body, {});
    return decoded;
  } catch {
    return undefined;
  }
}

function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}

/** Where the header of a gzip member ends (RFC 1952 section 2.3); 0 where there is none. */
function gzipHeaderEnd(body: Uint8Array): number {
  if (!isGzip(body) || body[2] !== DEFLATED) return 0;
  const flags = body[3] ?? 0;
  let at = GZIP_HEADER_SIZE;
  if (flags & GZIP_EXTRA) at += 2 + ((body[at] ?? 0) | ((body[at + 1] ?? 0) << 8));
  for (const flag of [GZIP_NAME, GZIP_COMMENT]) {
    if (flags & flag) at = body.indexOf(0, at) + 1 || body.length;
  }
  return Math.min(at, body.length);
}

/**
 * Room for the decoded body in one piece, if its last four bytes tell the truth (RFC 1952 section 2.3.1) and that can
 * be: in pieces it would take twice the memory.
 */
function roomFor(body: Uint8Array): number {
  const { length } = body;
  const told = isGzip(body) && length > 4 ? littleAt(body, length - 4, 4) : 0;
  return Math.max(LEAST_ROOM, Math.min(told + 1, length * MOST_GAIN, LONGEST));
}

/** All buffers of frames are of one class: code that meets two would be compiled again, and stay slower. */
function plainArray({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** Reads the body at the cursor: puts chunks together, undoes the content coding, hands on by media type. */
export function readBody(c: Cursor, head: Head, chunks: Chunks, { joinsChunks, decodes }: Wishes): void {
  const { type, encoding, framing } = head;
  const name = type.isAbsent ? undefined : essence(c.bytes, type.from, type.to);
  if (name !== undefined) c.close(c.open(mediaType, type.from), type.to);
  const { bytes } = c;
  const is = (coding: string) => named(bytes, encoding.from, encoding.to, coding);
  const isCoded = !encoding.isAbsent && !is("identity");
  const whole = (inner: Cursor) => {
    if (framing.isPacked) inner.rest();
    else if (!isCoded) plain(inner, name);
    else if (decodes) coded(inner, is, name);
    else inner.rest();
  };
  if (!framing.chunked) whole(c);
  else if (joinsChunks) inChunks(c, chunks, whole);
  else c.rest();
}

/** Puts the chunks at the cursor together, which were read, and runs `whole` on their data. */
function inChunks(c: Cursor, chunks: Chunks, whole: (inner: Cursor) => void): void {
  if (chunks.isNone) return;
  c.close(c.open(chunkedBody), chunks.end);
  if (chunks.missing === 0 && chunks.size > 0) {
    const joined = chunks.join(c.bytes, c.at);
    c.inSource("De-chunked entity body", joined, 0, joined.length, whole);
    return;
  }
  c.at = chunks.end;
  if (chunks.missing > 0) c.fault(chunks.missing - c.at);
  else whole(c);
}

function coded(c: Cursor, is: (coding: string) => boolean, type: string | undefined): void {
  const end = c.at + c.captured;
  const decoded = decode(c.bytes.subarray(c.at, end), is);
  if (decoded === undefined) {
    c.add(entity.decompression_failed, c.at, end);
    c.rest();
  } else if (decoded.length > 0) {
    c.inSource("Uncompressed entity body", decoded, 0, decoded.length, (inner) => plain(inner, type));
  }
}

/** A body as it is: all of it, then whoever reads its media type. */
export function plain(c: Cursor, type: string | undefined): void {
  c.add(entity.file_data, c.at, c.at + c.captured);
  if (type === undefined || type === UNSPECIFIED || c.captured === 0) c.rest();
  else c.next(mediaTypes, type, entity.subdissector_failed);
}
