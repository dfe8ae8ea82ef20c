import { type Field, type Reading, text } from "./field.ts";
import { fields } from "./layout.ts";

/** Why a layer could not be read to its end; kept on the frame, beside the tape. */
export interface Fault {
  /** The protocol that wanted more. */
  readonly protocol: string;
  /** True when the capture ended before the layer did; false when lengths disagree. */
  readonly truncated: boolean;
  /** Bytes it wanted and bytes there were. */
  readonly wanted: number;
  readonly left: number;
  /** The length field that set the limit; undefined where the frame itself ended. */
  readonly limitedBy: Field | undefined;
}

const faultOf = (r: Reading): Fault => r.frame.faults[r.value];

function explain(r: Reading): string {
  const { protocol, wanted, left, limitedBy } = faultOf(r);
  const limit = limitedBy === undefined ? "" : ` by ${limitedBy.name}`;
  return `${protocol}: ${wanted} more byte${wanted === 1 ? "" : "s"} needed, ${left} left${limit}`;
}

/**
 * The marks of a layer that could not be read to its end. Truncated: the capture stopped before the layer did.
 * Malformed: lengths contradict each other. Their text says who wanted how much and which field set the limit.
 */
export const marks = fields("_ws", {
  malformed: text("Malformed Packet", { generated: true, many: true, compute: explain }),
  short: text("Packet size limited during capture", { generated: true, many: true, compute: explain }),
});
