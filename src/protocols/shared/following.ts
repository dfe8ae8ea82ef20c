import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";

/** True where the layer at `row` is one more message of the protocol whose message stands before it. */
export function follows({ tape }: Frame, row: number): boolean {
  const before = tape.layerBefore(row);
  return before >= 0 && tape.nodes[before] === tape.nodes[row];
}

/** Begins what Info says of the layer at `row`: behind `separator` where it {@link follows} a message, otherwise anew. */
export function beginInfo(frame: Frame, row: number, info: Info, separator = ""): void {
  if (follows(frame, row)) info.text(separator);
  else info.set();
}
