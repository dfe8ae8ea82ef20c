import { text } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields } from "../../core/layout.ts";
import { table } from "../../core/registry.ts";
import type { Info } from "../../core/writer.ts";

/** Who reads bodies of which media type: keys are lower-case `type/subtype`. */
export const mediaTypes = table("media_type");

/** The media type of the body that follows, with its parameters (RFC 9110 section 8.3); placed by who carries a body. */
export const media = fields("media", { type: text("Media type", { hidden: true, many: true, name: "media_type" }) });

/** One past the last byte of `type/subtype` in a media type at `from..to`: parameters are cut off. */
export function essenceEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && bytes[end] !== 59 && bytes[end] !== 44 && bytes[end]! > 32) end++;
  return end;
}

/** The lower-case `type/subtype` of a media type at `from..to`. */
export function essence(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(essenceEnd(bytes, from, to), from + 128))).toLowerCase();
}

/** Writes ` (text/html)`: the media type of the layer at `row`, which its parent placed before. */
export function writeMediaType(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  let i = row - 1;
  while (i > 0 && tape.nodes[i] !== media.type) i--;
  if (i <= 0) return;
  info.text(" (").text(essence(frame.bytesOf(i), tape.start(i), tape.end(i))).text(")");
}
