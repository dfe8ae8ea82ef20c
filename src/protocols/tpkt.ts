import { type Cursor, MORE } from "../core/cursor.ts";
import { bytes, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";

const payloads = table("tpkt.payload");
const HEAD_SIZE = 4;
const VERSION = 3;

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |Version |Reserved|     Length      |   RFC 1006 section 6
 *  +--------+--------+-----------------+ */
const header = layout("tpkt", HEAD_SIZE, {
  version: u8(0, "Version"),
  reserved: u8(1, "Reserved"),
  length: u16(2, "Length"),
});
const content = fields("tpkt", { continuation_data: bytes("Continuation data") });

const isPacket = (c: Cursor) => c.captured > 0 && c.u8(c.at) === VERSION && (c.captured < 2 || c.u8(c.at + 1) === 0);

/** Reads one packet, or what stands where one should begin. */
function dissect(c: Cursor): false | void {
  if (!isPacket(c)) return void c.take(content.continuation_data, c.left);
  const missing = c.captured < HEAD_SIZE ? MORE : c.u16(c.at + 2) - c.left;
  if (c.streaming && !c.alone && (missing === MORE || missing > 0)) {
    c.line = "";
    return c.need(missing);
  }
  const at = c.place(header);
  if (at >= 0 && c.bound(at, header.length)) c.next(payloads, 0);
}

export default protocol({
  name: "tpkt",
  title: "TPKT, Version: 3",
  spec: "RFC 1006",
  column: "TPKT",
  fields: [header, content],
  on: { "tcp.port": [102, 3389] },
  dissect,
  summary(frame, row, info) {
    if (frame.find(row, content.continuation_data) >= 0) info.set().text("Continuation");
  },
});
