import type { Cursor } from "../../core/cursor.ts";
import { bytes, none, u16, u32 } from "../../core/field.ts";
import { type Part, place, rest, within } from "../shared/parts.ts";
import { block, free } from "./parts.ts";

/**  0                16                31
 *  +-----------------+-----------------+
 *  |    DSO-TYPE     |   DSO-LENGTH    |   RFC 8490 section 5.4.4
 *  +-----------------+-----------------+ */
const head = block(4, { "dso.tlv.type": u16(0, "Type"), "dso.tlv.length": u16(2, "Length") });

/** RFC 8490 section 7.1 */
const keepalive = block(8, {
  "dso.tlv.keepalive.inactivity": u32(0, "Inactivity Timeout"),
  "dso.tlv.keepalive.interval": u32(4, "Keepalive Interval"),
});
/** RFC 8490 section 7.2 */
const retryDelay = block(4, { "dso.tlv.retrydelay.retrydelay": u32(0, "Retry Delay") });
const values = free({
  dso: none("DNS Stateful Operation"),
  "dso.tlv": none("DSO TLV"),
  "dso.tlv.encpad.padding": bytes("Padding"),
  "dso.tlv.data": bytes("Data"),
});

const kinds: Readonly<Record<number, Part>> = {
  1: place(keepalive),
  2: place(retryDelay),
  3: rest(values["dso.tlv.encpad.padding"]),
};
const unknown = rest(values["dso.tlv.data"]);

function readValue(c: Cursor): void {
  const row = c.open(values["dso.tlv"]);
  const at = c.place(head);
  if (at >= 0) {
    const end = c.at + c.get(at, head["dso.tlv.length"]);
    within(c, end, head["dso.tlv.length"], kinds[c.get(at, head["dso.tlv.type"])] ?? unknown);
  }
  c.close(row);
}

/** Reads the body of a stateful message (RFC 8490 section 5.4). */
export function readStateful(c: Cursor): void {
  const row = c.open(values.dso);
  c.items(c.end, undefined, readValue);
  c.close(row);
}

/** Every set of fields a stateful message can place. */
export const statefulFields = [head, keepalive, retryDelay, values];
