import type { Cursor } from "../../core/cursor.ts";
import { bits, derived, freeBits, ipv6, none, u8, u16 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { dscpNames, ecnNames } from "../../names/dscp.ts";
import { ipProtocolName, ipProtocols } from "../../names/ip-protocols.ts";
import { isUnclaimed, nextHeader } from "../shared/ip-payload.ts";
import { nameAt } from "../shared/names.ts";
import { derivedFrom } from "./addresses.ts";
import { chainSummary, isExtension } from "./extensions.ts";
import { jumboLength } from "./options.ts";

/** Bytes of the fixed header. */
const SIZE = 40;
const VERSION = 6;
const HOP_BY_HOP = 0;
const NO_NEXT_HEADER = 59;
const SOURCE = 8;
const DESTINATION = 24;

/**  0       4              12                              31
 *  +-------+---------------+---------------------------------+
 *  |Version| Traffic Class |           Flow Label            |
 *  |     Payload Length    |  Next Header   |   Hop Limit    |
 *  |                                                         |
 *  +                      Source Address                     +   RFC 8200 section 3
 *  |                                                         |
 *  +                    Destination Address                  +
 *  |                                                         |
 *  +---------------------------------------------------------+ */
const header = layout("ipv6", SIZE, {
  version: bits(0, 4, "Version", { also: "ip.version" }),
  tclass: bits(4, 8, "Traffic Class", { show: "hex", width: 32 }),
  "tclass.dscp": bits(4, 6, "Differentiated Services Codepoint", { names: dscpNames }),
  "tclass.ecn": bits(10, 2, "Explicit Congestion Notification", { names: ecnNames }),
  flow: bits(12, 20, "Flow Label", { show: "hex", width: 24 }),
  plen: u16(4, "Payload Length", { unit: "bytes" }),
  nxt: u8(6, "Next Header", { names: ipProtocols }),
  hlim: u8(7, "Hop Limit"),
  src: ipv6(SOURCE, "Source Address", { also: "ipv6.addr" }),
  src_host: derived(SOURCE, 16, "Source Host", nameAt(0, 16), { also: "ipv6.host" }),
  ...derivedFrom("src", SOURCE),
  dst: ipv6(DESTINATION, "Destination Address", { also: "ipv6.addr" }),
  dst_host: derived(DESTINATION, 16, "Destination Host", nameAt(0, 16), { also: "ipv6.host" }),
  ...derivedFrom("dst", DESTINATION),
});

const noted = fields("ipv6", {
  version: freeBits(1, 0, 4, "Version", { also: "ip.version" }),
  bogus_ipv6_version: none("Bogus IPv6 version"),
  plen_exceeds_framing: none("Payload length does not match expected framing length"),
  plen_zero: none("Payload length equals 0"),
  invalid_header: none("Invalid IPv6 header"),
});

/** Reads what stands where an IPv6 packet should. */
function readOther(c: Cursor): void {
  const { at } = c;
  c.add(noted.version, at, at + 1);
  c.add(noted.bogus_ipv6_version, at, at + 1);
  c.rest();
}

function readPacket(c: Cursor): void {
  const at = c.place(header);
  if (at < 0) {
    if (c.left < SIZE) c.add(noted.invalid_header, c.at, c.at);
    return;
  }
  c.endpoints(at + SOURCE, at + DESTINATION, 16);
  const next = c.get(at, header.nxt);
  // Zero before hop-by-hop options: a jumbogram, whose length stands in an option (RFC 2675).
  const length = c.get(at, header.plen) || (next === HOP_BY_HOP ? jumboLength(c) : 0);
  if (c.at + length > c.end && !c.isQuoted) c.add(noted.plen_exceeds_framing, at + 4, at + 6);
  if (length > 0 || next !== HOP_BY_HOP) {
    if (length === 0 && next !== NO_NEXT_HEADER) c.add(noted.plen_zero, at + 4, at + 6);
    c.limit(c.at + length, header.plen);
  }
  nextHeader(c, next);
}

export default protocol({
  name: "ipv6",
  title: "Internet Protocol Version 6",
  spec: "RFC 8200",
  column: "IPv6",
  headline: { Src: header.src, Dst: header.dst },
  fields: [header, noted],
  on: { ethertype: 0x86dd, "ip.proto": 41, linktype: 229 },
  dissect: (c) => (c.captured > 0 && c.u8(c.at) >> 4 !== VERSION ? readOther(c) : readPacket(c)),
  summary(frame: Frame, row: number, info: Info) {
    const { tape } = frame;
    if (tape.nodes[row + 1] === noted.version) info.set().text("IPv6");
    if (!frame.holds(row + 1, header.dst)) return invalid(frame, row, info);
    info.set();
    let last = tape.top;
    while (last > row && !isExtension(tape.nodes[last]!)) last = tape.layerBefore(last);
    const isSilent = tape.top > last && !isUnclaimed(frame, last);
    if ((last > row && chainSummary(frame, last, isSilent, info)) || isSilent) return;
    while (last > row && tape.end(last) === tape.start(last)) last = tape.layerBefore(last);
    const next = last > row ? frame.bytesOf(last)[tape.start(last)]! : frame.get(row + 1, header.nxt);
    if (next === NO_NEXT_HEADER) info.text("IPv6 no next header");
    else info.text("Unknown IP Protocol: ").text(ipProtocolName(next)).text(" (").decimal(next).byte(41);
  },
});

/** Writes how much there is of a header that the packet has no room for. */
function invalid({ tape, faults }: Frame, row: number, info: Info): void {
  const size = tape.end(row) - tape.start(row);
  if (size === 0 || tape.nodes[row + 1] !== header.$node || faults.some((fault) => fault.truncated)) return;
  info.set().text(`Invalid IPv6 header (${size} bytes, need exactly ${SIZE})`);
}
