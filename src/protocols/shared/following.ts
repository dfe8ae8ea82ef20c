import type { Frame } from "../../core/frame.ts";

/** True where the layer at `row` is one more message of the protocol whose message stands before it. */
export function follows({ tape }: Frame, row: number): boolean {
  const before = tape.layerBefore(row);
  return before >= 0 && tape.nodes[before] === tape.nodes[row];
}
