import type { Cursor } from "../../core/cursor.ts";
import type { Reading } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import type { Tape } from "../../core/tape.ts";
import { nameAsText, nameEnd } from "../shared/domain-names.ts";
import { framing } from "./header.ts";

const POINTER = 0xc0;

/** Offset of the message's first byte, from which pointers count: the layer's, after the length TCP puts in front. */
export function messageStart(tape: Tape, layer: number): number {
  const first = layer + 1;
  return tape.nodes[first] === framing.$node ? tape.end(first) : tape.start(layer);
}

/** Steps through the name at the cursor; where it ends, or -1 with a mark (see {@link nameEnd}). */
export const endOfName = (c: Cursor): number => nameEnd(c, messageStart(c.tape, c.tape.top));

/** The name at the start of a row, as text. */
export function nameText(r: Reading): string {
  const { tape } = r.frame as Frame;
  return nameAsText(r.bytes, r.start, messageStart(tape, tape.layer(r.row)));
}

/** Bytes of the name as text, escapes not counted, and how many labels the dots in it make. */
export function nameSize(r: Reading): { length: number; labels: number } {
  const name = nameText(r);
  if (name.startsWith("<")) return { length: name.length, labels: 1 };
  const { tape } = r.frame as Frame;
  const message = messageStart(tape, tape.layer(r.row));
  let length = -1;
  for (let at = r.start, size = r.bytes[at]!; size !== 0; size = r.bytes[at]!) {
    if (size < POINTER) length += size + 1;
    at = size < POINTER ? at + size + 1 : message + (((size & ~POINTER) << 8) | r.bytes[at + 1]!);
  }
  return { length, labels: name.split(".").length };
}
