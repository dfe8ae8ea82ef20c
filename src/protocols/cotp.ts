import { Buffer } from "node:buffer";
import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, computed, type Field, type Reading, text, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { asciiIn } from "./shared/text.ts";

const FIRST_PRINTABLE = 32;
const LAST_PRINTABLE = 126;
const DATA = 0xf;
const CONNECT_REQUEST = 0xe;
const CONNECT_CONFIRM = 0xd;
const DISCONNECT_REQUEST = 0x8;

const types: Readonly<Record<number, string>> = {
  1: "ED Expedited Data",
  2: "EA Expedited Data Acknowledgement",
  5: "RJ Reject",
  6: "AK Data Acknowledgement",
  7: "ER TPDU Error",
  [DISCONNECT_REQUEST]: "DR Disconnect Request",
  12: "DC Disconnect Confirm",
  [CONNECT_CONFIRM]: "CC Connect Confirm",
  [CONNECT_REQUEST]: "CR Connect Request",
  [DATA]: "DT Data",
};
const shorts: Readonly<Record<number, string>> = {
  [DISCONNECT_REQUEST]: "DR",
  [CONNECT_CONFIRM]: "CC",
  [CONNECT_REQUEST]: "CR",
};

/**  0        8        16
 *  +--------+--------+- - -
 *  | Length |  Type  | Fixed part, variable part   ITU-T X.224 section 13.2
 *  +--------+--------+- - - */
const head = fields("cotp", {
  li: u8("Length"),
  type: u8("PDU Type", { show: "hex", names: types, compute: (r) => r.bytes[r.start]! >> 4 }),
});

/** ITU-T X.224 section 13.3.3 */
const connection = layout("cotp", 5, {
  destref: u16(0, "Destination reference", { show: "hex" }),
  srcref: u16(2, "Source reference", { show: "hex" }),
  class: bits(32, 6, "Class", { compute: (r) => r.bytes[r.start]! >> 4 }),
  extended: bit(38, "Extended formats", { name: "cotp.opts.extended_formats" }),
  explicit: bit(39, "No explicit flow control", { name: "cotp.opts.no_explicit_flow_control" }),
});

/** ITU-T X.224 section 13.7.3, in classes 0 and 1 */
const data = layout("cotp", 1, {
  eot: bit(0, "Last data unit"),
  number: bits(1, 7, "TPDU number", { name: "cotp.tpdu-number", show: "hex", width: 8 }),
});

const parameter = layout("cotp", 2, {
  parameter_code: u8(0, "Parameter code", { show: "hex", many: true }),
  parameter_length: u8(1, "Parameter length", { many: true }),
});
/** A transport selector: its text, or its bytes as a number where they are none. */
function selectorAt(r: Reading): string {
  const b = r.bytes.subarray(r.start, r.end);
  const isText = b.every((byte) => byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE);
  return isText ? asciiIn(r.bytes, r.start, r.end) : `0x${Buffer.from(b).toString("hex")}`;
}

const content = fields("cotp", {
  tpdu_size: computed("uint", "TPDU size", (r) => 2 ** r.bytes[r.start]!, { width: 16 }),
  "src-tsap": text("Source TSAP", { compute: selectorAt }),
  "src-tsap-bytes": bytes("Source TSAP", { hidden: true }),
  "dst-tsap": text("Destination TSAP", { compute: selectorAt }),
  "dst-tsap-bytes": bytes("Destination TSAP", { hidden: true }),
  parameter_value: bytes("Parameter value", { many: true }),
});

/** The rows of a parameter's value, by its code; each covers all of it. */
const values: Readonly<Record<number, readonly Field[]>> = {
  192: [content.tpdu_size],
  193: [content["src-tsap"], content["src-tsap-bytes"]],
  194: [content["dst-tsap"], content["dst-tsap-bytes"]],
};

/** Reads one parameter of the variable part (ITU-T X.224 section 13.2.4). */
function readParameter(c: Cursor): void {
  const at = c.place(parameter);
  if (at < 0) return;
  const size = c.get(at, parameter.parameter_length);
  const [first, ...others] = values[c.get(at, parameter.parameter_code)] ?? [content.parameter_value];
  for (const field of others) c.add(field, c.at, Math.min(c.at + size, c.end));
  c.take(first!, size);
}

export default protocol({
  name: "cotp",
  title: "ISO 8073/X.224 COTP Connection-Oriented Transport Protocol",
  spec: "ITU-T X.224",
  column: "COTP",
  fields: [head, connection, data, parameter, content],
  on: { "tpkt.payload": 0 },
  dissect(c) {
    if (!c.take(head.li, 1) || !c.take(head.type, 1)) return;
    const end = c.at - 1 + c.u8(c.at - 2);
    const type = c.u8(c.at - 1) >> 4;
    if (type === DATA) c.place(data);
    else if (type in shorts && c.place(connection) >= 0) {
      c.items(end, head.li, readParameter);
    }
    c.at = Math.min(Math.max(c.at, end), c.end);
    c.rest();
  },
  summary(frame, row, info) {
    const at = frame.find(row, head.type);
    if (at < 0) return;
    const { tape } = frame;
    const type = frame.bytesOf(at)[tape.start(at)]! >> 4;
    const found = frame.find(row, type === DATA ? data : connection);
    if (found < 0) return;
    const hex = (value: number) => `0x${value.toString(16).padStart(4, "0")}`;
    if (type === DATA && frame.holds(found, data.eot)) {
      info.set().text(`DT TPDU (${frame.get(found, data.number)}) ${frame.get(found, data.eot) ? "EOT" : ""}`);
    } else if (type !== DATA && frame.holds(found, connection.srcref)) {
      const [from, to] = [frame.get(found, connection.srcref), frame.get(found, connection.destref)];
      info.set().text(`${shorts[type]} TPDU src-ref: ${hex(from)} dst-ref: ${hex(to)}`);
    }
  },
});
