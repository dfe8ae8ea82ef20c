import type { Frame } from "../../core/frame.ts";
import { FOLLOWING, SILENT, type Tape } from "../../core/tape.ts";
import type { Info } from "../../core/writer.ts";
import { opcodes } from "../../names/websocket.ts";

/** Bits of the first byte of a frame and of its second. */
export const FIN = 0x80;
export const MASKED = 0x80;

/** Writes what the frame at `row` is. Of several in the same bytes the last one speaks. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const after = nextAfter(tape, row);
  if (after >= 0 && tape.value(after) === FOLLOWING) return;
  if (!isAfterOthers(tape, row)) info.set();
  const b = frame.bytesOf(row + 1);
  const at = tape.start(row + 1);
  info
    .text(`WebSocket ${opcodes[b[at]! & 15] ?? "Unknown Opcode"}`)
    .text(b[at]! & FIN ? " [FIN] " : "[FRAGMENT]  ")
    .text(b[at + 1]! & MASKED ? "[MASKED]" : "");
}

/** The row of the next frame of the same protocol, or -1. */
function nextAfter(tape: Tape, row: number): number {
  for (let i = row + 1; i < tape.count; i++) if (tape.nodes[i] === tape.nodes[row]) return i;
  return -1;
}

/** True where a message of HTTP, or frames in other bytes, stand before those that the frame at `row` is one of. */
function isAfterOthers(tape: Tape, row: number): boolean {
  const own = tape.nodes[row];
  let first = row;
  while (tape.value(first) === FOLLOWING) {
    do first = tape.layerBefore(first);
    while (tape.nodes[first] !== own);
  }
  const carrier = tape.nodes[tape.layerBefore(first)];
  for (let before = tape.layerBefore(first); before >= 0; before = tape.layerBefore(before)) {
    if (tape.nodes[before] === own || (tape.nodes[before] === carrier && (tape.flags(before) & SILENT) === 0))
      return true;
  }
  return false;
}
