import type { Frame } from "../core/frame.ts";
import { LAYOUT, type Node } from "../core/node.ts";
import type { NameEntry, Origin } from "../core/registry.ts";

/** A number that fits. */
export type Fits = (value: number) => boolean;

const MOST_BYTES = 6;
const readable = ["uint", "bool", "frame", "ipv4"];

/** True where every value of the name is a number that can be read from its place alone. */
export function isFixed({ origins, expandedBy }: NameEntry): boolean {
  return (
    origins.length > 0 &&
    expandedBy.length === 0 &&
    origins.every(
      ({ field }) => readable.includes(field.type) && field.compute === undefined && field.size <= MOST_BYTES,
    )
  );
}

/**
 * A test of the numbers of a fixed name (see {@link isFixed}), IPv4 addresses as theirs: true when one of them fits,
 * or with `all` when there is one and all do. It looks at the frame's rows and reads; nothing else.
 */
export function scan({ origins }: NameEntry, fits: Fits, all: boolean): (frame: Frame) => boolean {
  const nodes: Node[] = [...new Set(origins.map(({ node }) => node))];
  const fieldsOf = nodes.map((node) => origins.filter((origin) => origin.node === node));
  return (frame) => {
    const { tape } = frame;
    let found = false;
    for (let row = 0; row < tape.count; row++) {
      const node = tape.nodes[row]!;
      for (let n = 0; n < nodes.length; n++) {
        if (nodes[n] !== node) continue;
        const fields = fieldsOf[n]!;
        for (let i = 0; i < fields.length; i++) {
          const value = numberIn(frame, row, fields[i]!);
          if (Number.isNaN(value)) continue;
          if (fits(value) !== all) return !all;
          found = true;
        }
      }
    }
    return all && found;
  };
}

/** The number an origin has in a row of its node; NaN where it is not there. */
function numberIn(frame: Frame, row: number, { field, node }: Origin): number {
  const { tape } = frame;
  if (field.slot >= 0) return frame.numbers[tape.value(row) + field.slot]!;
  if (node.kind === LAYOUT) return frame.holds(row, field) ? frame.get(row, field) : Number.NaN;
  if (field.generated) return frame.numbers[tape.value(row)]!;
  return field.numberAt(frame.bytesOf(row), tape.start(row), tape.end(row) - tape.start(row));
}
