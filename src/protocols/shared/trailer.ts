import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, none, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";

/** Bytes of the shortest Ethernet frame, its frame check sequence left out (IEEE 802.3 section 4.4.2). */
const SHORTEST = 60;
/** Bytes of a frame check sequence, and of the shortest frame that ends with one. */
const CHECK_SIZE = 4;
const SHORTEST_CHECKED = SHORTEST + CHECK_SIZE;
const UNVERIFIED = 2;

/** What an Ethernet frame holds after its payload to reach the shortest length allowed. */
export const padding = fields("eth", {
  padding: bytes("Padding"),
  padding_bad: none("Padding identification may be inaccurate and impact trailer dissector"),
});

/** The frame check sequence that ends an Ethernet frame, where it was captured (IEEE 802.3 section 3.2.9). */
export const check = layout("eth", CHECK_SIZE, {
  fcs: u32(0, "Frame check sequence", { show: "hex" }),
  "fcs.status": computed("uint", "FCS Status", () => UNVERIFIED, { names: { 2: "Unverified" } }),
});

/**
 * Divides what follows the payload at `start`, up to the end of the layer that began at `from`, into padding,
 * `trailer` and frame check sequence. `fcsLength` is how many bytes of the latter the capture says there are, -1 where
 * it does not say: then one is assumed in a frame that is long enough for one.
 */
export function addTrailer(c: Cursor, from: number, start: number, trailer: Field, fcsLength: number): void {
  const captured = Math.min(c.end, c.have);
  if (start >= captured) return;
  const payloadLength = c.frame.originalLength - (c.end - start);
  const pad = c.frame.originalLength < SHORTEST ? 0 : Math.max(0, SHORTEST - payloadLength);
  const zeros = countZeros(c.bytes, start, Math.min(start + pad, captured));
  c.at = start;
  if (start + pad <= captured && zeros === pad) {
    if (pad > 0) c.take(padding.padding, pad);
  } else if (start + zeros === captured) {
    c.fault(pad);
    return;
  }
  const checked =
    fcsLength === CHECK_SIZE || (fcsLength !== 0 && c.end - from >= SHORTEST_CHECKED && c.end - c.at >= CHECK_SIZE);
  if (checked && c.end - c.at < CHECK_SIZE) {
    c.fault(CHECK_SIZE);
    return;
  }
  const end = checked ? c.end - CHECK_SIZE : c.end;
  if (c.at < Math.min(end, captured)) {
    c.add(trailer, c.at, Math.min(end, captured));
    if (zeros < pad) c.add(padding.padding_bad, c.at, c.at);
  }
  if (!checked) return;
  c.at = end;
  c.place(check);
}

function countZeros(b: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && b[at] === 0) at++;
  return at - start;
}
