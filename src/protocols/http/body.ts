import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, constants } from "node:zlib";
import { named, type Span } from "./head.ts";

/** A decoded body may be this long; what would grow beyond is left encoded. */
const LIMIT = 16 * 1024 * 1024;
const options = { maxOutputLength: LIMIT, finishFlush: constants.Z_SYNC_FLUSH };

/** Decodes bytes `start..end` of a body by its content coding (RFC 9110 section 8.4.1); undefined where that fails. */
export function decode(bytes: Uint8Array, start: number, end: number, coding: Span): Uint8Array | undefined {
  const body = bytes.subarray(start, end);
  const is = (name: string) => named(codingBytes, coding.from, coding.to, name);
  const codingBytes = bytes;
  try {
    if (is("gzip") || is("x-gzip")) return gunzipSync(body, options);
    if (is("deflate")) return (body[0]! & 15) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
    if (is("br")) return brotliDecompressSync(body, { maxOutputLength: LIMIT });
  } catch {
    // Damaged or too long.
  }
  return undefined;
}
