import type { Frame } from "../../core/frame.ts";
import { group } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import type { Info } from "../../core/writer.ts";

const NUL = 0;
const TAB = 9;
const VT = 11;
const CR = 13;
const SPACE = 32;
const SEMICOLON = 59;
/** No registered media type comes near; what is longer is cut. */
const LONGEST = 128;

/** Who reads bodies of which media type: keys are lower-case `type/subtype`. */
export const mediaTypes = table("media_type");

/**
 * The media type of the body that follows, with its parameters (RFC 9110 section 8.3). Who carries a body places it over
 * the bytes of the type; who reads the body finds it before its own layer.
 */
export const mediaType = group("Media type of the body");

/** The lower-case `type/subtype` of a media type at `from..to`, parameters cut off. */
export function essence(bytes: Uint8Array, from: number, to: number): string {
  let end = from;
  while (end < to && !isEnd(bytes[end]!)) end++;
  return String.fromCharCode(...bytes.subarray(from, Math.min(end, from + LONGEST))).toLowerCase();
}

/** The row of the media type that the layer at or around `row` is the body of, or -1. */
export function mediaTypeRow(frame: Frame, row: number): number {
  const { tape } = frame;
  let i = row;
  while (i >= 0 && tape.nodes[i] !== mediaType) i--;
  return i;
}

function isEnd(byte: number): boolean {
  return byte === SEMICOLON || byte === SPACE || byte === NUL || (byte >= TAB && byte <= CR && byte !== VT);
}

/** The lower-case `type/subtype` of the layer at or around `row`; empty where none was told. */
export function mediaTypeOf(frame: Frame, row: number): string {
  const { tape } = frame;
  const i = mediaTypeRow(frame, row);
  return i < 0 ? "" : essence(frame.bytesOf(i), tape.start(i), tape.end(i));
}

/** Writes ` (text/html)`: the media type of the layer at `row`. */
export function writeMediaType(frame: Frame, row: number, info: Info): void {
  if (mediaTypeRow(frame, row) >= 0)
    info
      .text(info.isEmpty ? "(" : " (")
      .text(mediaTypeOf(frame, row))
      .text(")");
}
