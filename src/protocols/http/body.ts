import type { Cursor } from "../../core/cursor.ts";
import { littleAt, none } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { zlib } from "../../core/zlib.ts";
import { essence, mediaType, mediaTypes } from "../shared/media.ts";
import { asciiText } from "../shared/text.ts";
import { type Chunks, chunkedBody } from "./chunks.ts";
import { type Head, named } from "./head.ts";
import type { Wishes } from "./preferences.ts";

/** A decoded body may be this long; one that would grow beyond stays encoded. */
const LONGEST = 16 * 1024 * 1024;
const DEFLATED = 8;
/** The media type that says nothing (RFC 2046 section 4.5.1). */
const UNSPECIFIED = "application/octet-stream";
/** The least room made for what is decoded. */
const LEAST_ROOM = 1 << 10;
/** Deflate makes bytes this many times as many at the most. */
const MOST_GAIN = 1032;

export const entity = fields("http", {
  file_data: asciiText("File Data"),
  decompression_failed: none("Decompression failed"),
});

/** Decodes a body by its content coding (RFC 9110 section 8.4.1); undefined where that fails. */
function decode(body: Uint8Array, is: (coding: string) => boolean): Uint8Array | undefined {
  try {
    if (is("gzip") || is("x-gzip") || is("deflate") || is("x-deflate")) return plainArray(inflate(body));
    if (is("br")) return plainArray(unbrotli(body));
  } catch {
    // Damaged, or too long.
  }
  return undefined;
}

function unbrotli(body: Uint8Array): Uint8Array {
  const { brotliDecompressSync, constants } = zlib();
  return brotliDecompressSync(body, { maxOutputLength: LONGEST, finishFlush: constants.BROTLI_OPERATION_FLUSH });
}

/**
 * Undoes gzip or deflate, whichever it is; some senders leave out the zlib header that "deflate" stands for. A body the
 * capture cut short is decoded as far as it goes.
 */
function inflate(body: Uint8Array): Uint8Array {
  const { constants, gunzipSync, inflateSync, inflateRawSync } = zlib();
  const options = { maxOutputLength: LONGEST, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: roomFor(body) };
  if (isGzip(body)) return gunzipSync(body, options);
  return (body[0]! & 15) === DEFLATED ? inflateSync(body, options) : inflateRawSync(body, options);
}

function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
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
  const { type, encoding, chunked } = head;
  const name = type.isEmpty ? undefined : essence(c.bytes, type.from, type.to);
  if (name !== undefined) c.close(c.open(mediaType, type.from), type.to);
  const { bytes } = c;
  const is = (coding: string) => named(bytes, encoding.from, encoding.to, coding);
  const isCoded = !encoding.isEmpty && !is("identity");
  const whole = (inner: Cursor) => {
    if (!isCoded) plain(inner, name);
    else if (decodes) coded(inner, is, name);
    else inner.rest();
  };
  if (!chunked) {
    whole(c);
    return;
  }
  if (!joinsChunks) return c.rest();
  const row = c.open(chunkedBody);
  c.close(row, head.bodyEnd);
  const joined = chunks.join(bytes, c.at);
  if (joined.length > 0) c.inSource("De-chunked entity body", joined, 0, joined.length, whole);
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
  if (type === undefined || type === UNSPECIFIED) c.rest();
  else c.next(mediaTypes, type);
}
