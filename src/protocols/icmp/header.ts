import { bit, bits, computed, i32, ipv4, littleAt, octets, u8, u16, u32 } from "../../core/field.ts";
import { layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { icmpTypes } from "../../names/icmp.ts";

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |  Type  |  Code  |    Checksum     |   RFC 792
 *  +--------+--------+-----------------+ */
export const header = layout("icmp", 4, {
  type: u8(0, "Type", { names: icmpTypes }),
  code: u8(1, "Code"),
  checksum: u16(2, "Checksum", { show: "hex" }),
});

/** How an echo is told from others; senders disagree about the byte order. */
export const echo = layout("icmp", 4, {
  ident: u16(0, "Identifier (BE)", { show: "dec_hex" }),
  ident_le: computed("uint", "Identifier (LE)", (r) => littleAt(r.bytes, r.start, 2), { show: "dec_hex" }),
  seq: u16(2, "Sequence Number (BE)", { show: "dec_hex" }),
  seq_le: computed("uint", "Sequence Number (LE)", (r) => littleAt(r.bytes, r.start + 2, 2), { show: "dec_hex" }),
});

/** RFC 8335 sections 2 and 3 */
const extendedHead = {
  ident: u16(0, "Identifier (BE)", { show: "dec_hex" }),
  ident_le: computed("uint", "Identifier (LE)", (r) => littleAt(r.bytes, r.start, 2), { show: "dec_hex" }),
  "ext.echo.seq": u8(2, "Sequence Number", { show: "dec_hex" }),
};
export const extendedRequest = layout("icmp", 4, {
  ...extendedHead,
  "ext.echo.req.res": bits(24, 7, "Reserved", { show: "hex" }),
  "ext.echo.req.local": bit(31, "Local bit"),
});
export const extendedReply = layout("icmp", 4, {
  ...extendedHead,
  "ext.echo.rsp.state": bits(24, 3, "State", {
    names: { 0: "Reserved", 1: "Incomplete", 2: "Reachable", 3: "Stale", 4: "Delay", 5: "Probe", 6: "Failed" },
  }),
  "ext.echo.rsp.res": bits(27, 2, "Reserved", { show: "hex" }),
  "ext.echo.rsp.active": bit(29, "Active bit"),
  "ext.echo.rsp.ipv4": bit(30, "IPv4 bit"),
  "ext.echo.rsp.ipv6": bit(31, "IPv6 bit"),
});

/** The second word of an error message. Its length counts 32-bit words of the quoted packet (RFC 4884 section 4). */
const unused = octets(0, 4, "Unused", { many: true });
const length = {
  length: u8(1, "Length"),
  "length.original_datagram": computed("uint", "Length of original datagram", (r) => r.bytes[r.start + 1]! * 4, {
    unit: "bytes",
  }),
};
export const noLength = layout("icmp", 4, { unused });
export const withLength = layout("icmp", 4, {
  unused: octets(0, 1, "Unused", { many: true }),
  ...length,
  unused2: octets(2, 2, "Unused", { name: "icmp.unused", many: true }),
});
const mtu = u16(2, "MTU of next hop");
export const tooBig = layout("icmp", 4, { unused: octets(0, 2, "Unused", { many: true }), mtu });
export const tooBigWithLength = layout("icmp", 4, { unused: octets(0, 1, "Unused", { many: true }), ...length, mtu });
const pointer = u8(0, "Pointer");
export const parameter = layout("icmp", 4, { pointer, unused: octets(1, 3, "Unused", { many: true }) });
export const parameterWithLength = layout("icmp", 4, {
  pointer,
  ...length,
  unused: octets(2, 2, "Unused", { many: true }),
});
/** A source quench has nothing to say there. */
export const quench = layout("icmp", 4, {
  "quench.unused": octets(0, 4, "Unused", { name: "icmp.reserved", many: true }),
});
export const redirect = layout("icmp", 4, { redir_gw: ipv4(0, "Gateway Address") });
export const timestamps = layout("icmp", 12, {
  originate_timestamp: u32(0, "Originate Timestamp"),
  receive_timestamp: u32(4, "Receive Timestamp"),
  transmit_timestamp: u32(8, "Transmit Timestamp"),
});
export const mask = layout("icmp", 4, { address_mask: ipv4(0, "Address Mask") });

/** RFC 1256 section 3 */
export const advertisement = layout("icmp", 4, {
  num_addrs: u8(0, "Number of addresses"),
  addr_entry_size: u8(1, "Address entry size"),
  lifetime: u16(2, "Lifetime", { unit: "seconds" }),
});
export const router = layout(
  "icmp",
  8,
  {
    router_address: ipv4(0, "Router address", { many: true }),
    pref_level: i32(4, "Preference level", { many: true }),
  },
  group("Router", { list: "icmp.routers" }),
);

/** Every layout of the header. */
export const headers = [
  header,
  echo,
  extendedRequest,
  extendedReply,
  noLength,
  withLength,
  tooBig,
  tooBigWithLength,
  parameter,
  parameterWithLength,
  quench,
  redirect,
  timestamps,
  mask,
  advertisement,
  router,
];
