import { bit, bits, type Reading, u8, u16, u24 } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";

const linkTypes = table("linktype");
const types = table("ethertype");
const ETHERNET = 1;
const PORT = 4789;
const EXTENDED_PORT = 4790;
/** The bits of the flags that mean nothing, in both versions. */
const RESERVED = 0x77b7;
const EXTENDED_RESERVED = 0xc2;

const reserved = { name: "vxlan.flags_reserved" };
const reservedOf = (r: Reading) => ((r.bytes[r.start]! << 8) | r.bytes[r.start + 1]!) & RESERVED;
const extendedReservedOf = (r: Reading) => (r.bytes[r.start]! & EXTENDED_RESERVED) >> 1;

/**  0 1     4 5       9 10   12 13     16               24         32
 *  +-+-----+-+-------+-+----+--+------+-----------------+----------+
 *  |G|  R  |I|   R   |D| R  |A |  R   |       Group Policy ID      |
 *  |        VXLAN Network Identifier (VNI)              | Reserved |   RFC 7348 section 5
 *  +----------------------------------------------------+----------+   draft-smith-vxlan-group-policy for G, D, A */
const header = layout("vxlan", 8, {
  flags: u16(0, "Flags", { show: "hex" }),
  "flags.g": bit(0, "GBP Extension", { name: "vxlan.flag_g" }),
  "flags.i": bit(4, "VXLAN Network ID (VNI)", { name: "vxlan.flag_i" }),
  "flags.d": bit(9, "Don't Learn", { name: "vxlan.flag_d" }),
  "flags.a": bit(12, "Policy Applied", { name: "vxlan.flag_a" }),
  "flags.r": u16(0, "Reserved(R)", { ...reserved, compute: reservedOf, show: "hex" }),
  gbp: u16(2, "Group Policy ID"),
  vni: u24(4, "VXLAN Network Identifier (VNI)"),
  reserved8: u8(7, "Reserved"),
});

const nextProtocols = { 1: "IPv4", 2: "IPv6", 3: "Ethernet", 4: "Network Service Header", 5: "MPLS" };

/**  0   2   4 5 6 7 8                          24              32
 *  +---+---+-+-+-+-+--------------------------+---------------+
 *  | R |Ver|I|P|R|O|         Reserved         | Next Protocol |
 *  |     VXLAN Network Identifier (VNI)       |   Reserved    |   draft-ietf-nvo3-vxlan-gpe section 3
 *  +------------------------------------------+---------------+ */
const extended = layout("vxlan", 8, {
  flags: u8(0, "Flags", { show: "hex" }),
  "flags.ver": bits(2, 2, "Version", { name: "vxlan.ver" }),
  "flags.i_bit": bits(4, 1, "Instance", { name: "vxlan.i_bit" }),
  "flags.p_bit": bits(5, 1, "Next Protocol Bit", { name: "vxlan.p_bit" }),
  "flags.o_bit": bits(7, 1, "OAM bit", { name: "vxlan.o_bit" }),
  "flags.r": u8(0, "Reserved(R)", { ...reserved, compute: extendedReservedOf }),
  reserved_16: u16(1, "Reserved"),
  next_proto: u8(3, "Next Protocol", { names: nextProtocols }),
  vni: u24(4, "VXLAN Network Identifier (VNI)"),
  reserved8: u8(7, "Reserved"),
});

/** Next protocols that have an EtherType. */
const etherTypeOf: Readonly<Record<number, number>> = { 1: 0x0800, 2: 0x86dd, 4: 0x894f, 5: 0x8847 };
const NEXT_ETHERNET = 3;

export default protocol({
  name: "vxlan",
  title: "Virtual eXtensible Local Area Network",
  spec: "RFC 7348",
  column: "VxLAN",
  fields: [header, extended],
  on: { "udp.port": [PORT, EXTENDED_PORT] },
  dissect(c) {
    const isExtended = c.destinationPort === EXTENDED_PORT || c.sourcePort === EXTENDED_PORT;
    const at = c.place(isExtended ? extended : header);
    if (at < 0) return;
    const next = isExtended ? c.get(at, extended.next_proto) : NEXT_ETHERNET;
    const type = etherTypeOf[next];
    if (next === NEXT_ETHERNET) c.next(linkTypes, ETHERNET);
    else if (type !== undefined) c.next(types, type);
    else c.rest();
  },
  summary: (_frame, _row, info) => void info.set(),
});
