import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { table } from "../../core/registry.ts";

/** Values up to here in a type's place are a length (IEEE 802.3 section 3.2.6). */
export const MAX_LENGTH = 1500;

/** Keys of the table "eth.llc": what a frame with a length instead of a type holds. */
export const LLC = 0;
/** Novell's IPX straight after the length, known by its unused checksum of all ones. */
export const IPX = 1;

const payloads = table("eth.llc");

/**
 * Hands on a payload of the `length` that field `by`, the last two bytes read, tells; places `pastEnd` there when it
 * passes the end of the layer. Returns where the payload ends.
 */
export function nextLength(c: Cursor, length: number, by: Field, pastEnd: Field): number {
  const { end } = c;
  const payloadEnd = c.at + length;
  if (payloadEnd > end) c.add(pastEnd, c.at - 2, c.at);
  else c.limit(payloadEnd, by);
  const stop = c.end;
  c.next(payloads, c.captured >= 2 && c.u16(c.at) === 0xffff ? IPX : LLC);
  c.end = end;
  return stop;
}
