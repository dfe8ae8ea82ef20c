import type { Cursor } from "../../core/cursor.ts";
import { u8, u16 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { FOLLOWING } from "../../core/tape.ts";
import type { Info } from "../../core/writer.ts";
import { pppProtocols } from "../../names/ppp.ts";

const types = table("ethertype");
const protocols = table("ppp.protocol");
/** Link types: PPP, PPP in HDLC-like framing, PPP with the direction in front. */
const PPP = 9;
const PPP_HDLC = 50;
const PPP_WITH_DIRECTION = 204;
/** The first byte of HDLC-like framing, which no protocol begins with. */
const ALL_STATIONS = 0xff;
/** The EtherType that PPTP's tunnel gives. */
const TUNNELLED = 0x880b;
/** Protocols that have an EtherType. */
const etherTypeOf: Readonly<Record<number, number>> = { 33: 0x0800, 87: 0x86dd, 641: 0x8847, 643: 0x8848 };

/** HDLC-like framing, which may be left out: RFC 1662 section 3.1 */
const framing = layout("ppp", 2, {
  address: u8(0, "Address", { show: "hex" }),
  control: u8(1, "Control", { show: "hex" }),
});

/** RFC 1661 section 2. The protocol may be one byte, which is then odd. */
const found = fields("ppp", {
  direction: u8("Direction", { names: { 0: "DTE->DCE", 1: "DCE->DTE" } }),
  protocol: u16("Protocol", { show: "hex", names: pppProtocols }),
});

/** Value of the row of a frame whose protocol nobody knows; not that of a message that follows another. */
const UNKNOWN = FOLLOWING + 1;

function numberOf(frame: Frame, row: number): number {
  const at = frame.find(row, found.protocol);
  const { tape } = frame;
  return at < 0 ? -1 : found.protocol.numberAt(frame.bytesOf(at), tape.start(at), tape.end(at) - tape.start(at));
}

const isKnown = (c: Cursor, number: number) => protocols.in(c.registry).get(number) !== undefined;

export default protocol({
  name: "ppp",
  title: "Point-to-Point Protocol",
  spec: "RFC 1661",
  column: (frame, row) =>
    frame.tape.value(row) === 0 ? "PPP" : `0x${numberOf(frame, row).toString(16).padStart(4, "0")}`,
  fields: [framing, found],
  on: { linktype: [PPP, PPP_HDLC, PPP_WITH_DIRECTION], ethertype: TUNNELLED, "pppoe.session": 0 },
  dissect(c) {
    const row = c.tape.top;
    if (c.tape.layerBefore(row) === 0 && c.frame.linkType === PPP_WITH_DIRECTION && !c.take(found.direction, 1)) return;
    if (!c.has(1) || (c.u8(c.at) === ALL_STATIONS && c.place(framing) < 0) || !c.has(1)) return;
    const { at } = c;
    const size = c.u8(at) & 1 ? 1 : 2;
    if (!c.take(found.protocol, size)) return;
    const number = size === 1 ? c.u8(at) : c.u16(at);
    const type = etherTypeOf[number];
    if (type !== undefined) c.end = c.next(types, type);
    else {
      if (!isKnown(c, number)) c.tape.setValue(row, UNKNOWN);
      c.end = c.next(protocols, number);
    }
  },
  summary(frame: Frame, row: number, info: Info) {
    if (frame.tape.value(row) === 0) return;
    const number = numberOf(frame, row);
    info
      .set()
      .text("PPP ")
      .text(pppProtocols[number] ?? "Unknown")
      .text(" (0x")
      .hex(number, 4)
      .byte(41);
  },
});
