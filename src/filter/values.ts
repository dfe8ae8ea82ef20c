import { parseHex, parseIpv4, parseIpv6 } from "../core/addresses.ts";
import type { Field, FieldType } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { NameEntry, Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { bigOf, bytesOf, isWide, numberOf, stringOf, timeOf } from "../core/value.ts";
import { resolve } from "./ranges.ts";
import type { Range } from "./syntax.ts";

/** A value while it is compared; times and durations are nanoseconds. */
export type Value = number | bigint | string | Uint8Array;

/** The types values are read and compared as. */
export type ValueType = FieldType | "protocol";

/** How values of a type are compared: those of different classes never are. */
export type ValueClass = "number" | "string" | "bytes" | "time" | "duration" | "none";

const classes: Readonly<Record<ValueType, ValueClass>> = {
  uint: "number",
  int: "number",
  bool: "number",
  double: "number",
  frame: "number",
  string: "string",
  ipv4: "bytes",
  ipv6: "bytes",
  ether: "bytes",
  eui64: "bytes",
  bytes: "bytes",
  protocol: "bytes",
  time: "time",
  duration: "duration",
  none: "none",
};

/** The class of a type. */
export const classOf = (type: ValueType): ValueClass => classes[type];

/** Adds the values an operand has in a frame to a list. */
export type Collect = (frame: Frame, into: Value[]) => void;

/** Which bytes of a protocol count: its own, or those from its header to the end of the frame. */
export type Extent = "own" | "to the end";

/** Collects the values of a name, perhaps only those of some layers. */
export function collectName(
  registry: Registry,
  rows: Rows,
  entry: NameEntry,
  layers: readonly Range[] | undefined,
  extent: Extent,
): Collect {
  return (frame, into) => {
    rows.select(frame, entry);
    for (let i = 0; i < rows.count; i++) {
      if (layers === undefined || inLayers(frame, rows.layer[i]!, layers))
        into.push(valueAt(registry, frame, rows, i, extent));
    }
  };
}

/** True where the layer headed by `layer` is one of those meant among the frame's layers of its protocol, from 1. */
function inLayers(frame: Frame, layer: number, ranges: readonly Range[]): boolean {
  const { tape } = frame;
  const protocol = tape.nodes[layer];
  let index = 0;
  let count = 0;
  for (let row = 0; row < tape.count; row++) {
    if (tape.nodes[row] !== protocol) continue;
    if (row < layer) index++;
    count++;
  }
  return ranges.some((range) => {
    // The outermost layer is 1.
    if (range.from === 0 && range.length) return false;
    const to = shift(range);
    // Layers that are not there do not keep those that are from being found.
    const last = to !== undefined && !range.length && to >= 0 ? Math.min(to, count - 1) : to;
    const found = resolve(range.from < 0 ? range : { ...range, from: Math.max(0, range.from - 1), to: last }, count);
    return found !== undefined && index >= found[0] && index < found[1];
  });
}

/** The end of a range of layers, counted from 0 as its start is. */
const shift = ({ to, length }: Range) => (to === undefined || length || to < 0 ? to : to - 1);

function valueAt(registry: Registry, frame: Frame, rows: Rows, i: number, extent: Extent): Value {
  const node = rows.nodes[i]!;
  if (node.kind === PROTOCOL) {
    const { bytes, end } = frame.source(rows.source[i]!);
    const all = extent === "to the end" || node === registry.root;
    return bytes.subarray(rows.start[i]!, all ? end : rows.end[i]!);
  }
  const { type } = node as Field;
  switch (classOf(type)) {
    case "number":
      return isWide(rows, i) ? bigOf(frame, rows, i) : numberOf(frame, rows, i);
    case "string":
      return stringOf(frame, rows, i);
    case "time":
    case "duration": {
      const { seconds, nanoseconds } = timeOf(rows, i);
      return BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
    }
    case "none":
      return 1;
    default:
      return addressBytes(rows, i, type) ?? bytesOf(frame, rows, i);
  }
}

/** The bytes of an address that was computed as text. */
function addressBytes(rows: Rows, i: number, type: FieldType): Uint8Array | undefined {
  const given = rows.computed[i];
  if (typeof given !== "string") return undefined;
  return (
    (type === "ipv4" ? parseIpv4(given) : type === "ipv6" ? parseIpv6(given) : parseHex(given)) ?? new Uint8Array(0)
  );
}

/** Below, at or above 0 as `a` stands before, at or after `b`; both of one class. */
export function order(a: Value, b: Value): number {
  if (typeof a === "object" && typeof b === "object") {
    const size = Math.min(a.length, b.length);
    for (let i = 0; i < size; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
    return a.length - b.length;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
