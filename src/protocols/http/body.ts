import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Cursor } from "../../core/cursor.ts";
import { none } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { essence, mediaType, mediaTypes } from "../shared/media.ts";
import { asciiText } from "../shared/text.ts";
import { type Chunks, chunkedBody } from "./chunks.ts";
import { type Head, named } from "./head.ts";

/** A decoded body may be this long; one that would grow beyond stays encoded. */
const LONGEST = 16 * 1024 * 1024;
const DEFLATED = 8;
/** The media type that says nothing (RFC 2046 section 4.5.1). */
const UNSPECIFIED = "application/octet-stream";
/** A body the capture cut short is decoded as far as it goes. */
const options = { maxOutputLength: LONGEST, finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { maxOutputLength: LONGEST, finishFlush: constants.BROTLI_OPERATION_FLUSH };

export const entity = fields("http", {
  file_data: asciiText("File Data"),
  decompression_failed: none("Decompression failed"),
});

/** Decodes a body by its content coding (RFC 9110 section 8.4.1); undefined where that fails. */
function decode(body: Uint8Array, is: (coding: string) => boolean): Uint8Array | undefined {
  try {
    if (is("gzip") || is("x-gzip") || is("deflate") || is("x-deflate")) return plainArray(inflate(body));
    if (is("br")) return plainArray(brotliDecompressSync(body, brotli));
  } catch {
    // Damaged, or too long.
  }
  return undefined;
}

/** All buffers of frames are of one class: code that meets two would be compiled again, and stay slower. */
function plainArray({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** Undoes gzip or deflate, whichever it is; some senders leave out the zlib header that "deflate" stands for. */
function inflate(body: Uint8Array): Uint8Array {
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, options);
  return (body[0]! & 15) === DEFLATED ? inflateSync(body, options) : inflateRawSync(body, options);
}

/** Reads the body at the cursor: puts chunks together, undoes the content coding, hands on by media type. */
export function readBody(c: Cursor, head: Head, chunks: Chunks): void {
  const { type, encoding, chunked } = head;
  const name = type.isEmpty ? undefined : essence(c.bytes, type.from, type.to);
  if (name !== undefined) c.close(c.open(mediaType, type.from), type.to);
  const { bytes } = c;
  const is = (coding: string) => named(bytes, encoding.from, encoding.to, coding);
  const isCoded = !encoding.isEmpty && !is("identity");
  const whole = (inner: Cursor) => (isCoded ? coded(inner, is, name) : plain(inner, name));
  if (!chunked) {
    whole(c);
    return;
  }
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
