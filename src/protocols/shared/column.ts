import type { Frame } from "../../core/frame.ts";
import { PROTOCOL } from "../../core/node.ts";
import type { Protocol } from "../../core/protocol.ts";

const FROM_ASCII = new TextDecoder();

/** The Protocol column of what stands around the layer at `row`, and `added` behind it: `HTTP/JSON`. */
export const addedColumn =
  (added: string) =>
  (frame: Frame, row: number): string =>
    columnAround(frame, row) + added;

function columnAround(frame: Frame, row: number): string {
  const { tape } = frame;
  for (let outer = tape.layerBefore(row); outer >= 0; outer = tape.layerBefore(outer)) {
    const node = tape.nodes[outer]!;
    if (node.kind !== PROTOCOL) continue;
    const { columnBytes, columnOf } = node as Protocol;
    if (columnBytes !== undefined) return FROM_ASCII.decode(columnBytes);
    if (columnOf !== undefined) return columnOf(frame, outer);
  }
  return "";
}
