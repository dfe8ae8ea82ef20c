import { bit, bits, eui64, ipv6, octets, u8, u16, u32, u64 } from "../../core/field.ts";
import { layout } from "../../core/layout.ts";
import { icmpv6Types } from "../../names/icmpv6.ts";

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |  Type  |  Code  |    Checksum     |   RFC 4443 section 2.1
 *  +--------+--------+-----------------+ */
export const header = layout("icmpv6", 4, {
  type: u8(0, "Type", { names: icmpv6Types }),
  code: u8(1, "Code"),
  checksum: u16(2, "Checksum", { show: "hex" }),
});

const reserved = octets(0, 4, "Reserved");

/** RFC 4443 section 3; the length counts 64-bit words of the quoted packet (RFC 4884 section 4). */
export const noLength = layout("icmpv6", 4, { reserved });
export const withLength = layout("icmpv6", 4, {
  length: u8(0, "Length of original datagram"),
  reserved: octets(1, 3, "Reserved"),
});
export const tooBig = layout("icmpv6", 4, { mtu: u32(0, "MTU") });
export const parameter = layout("icmpv6", 4, { pointer: u32(0, "Pointer") });

/** RFC 4443 section 4 */
export const echo = layout("icmpv6", 4, {
  "echo.identifier": u16(0, "Identifier", { show: "hex" }),
  "echo.sequence_number": u16(2, "Sequence"),
});

/** RFC 8335 sections 2 and 3 */
const extendedHead = {
  "echo.identifier": u16(0, "Identifier", { show: "hex" }),
  "ext.echo.seq": u8(2, "Sequence number", { show: "dec_hex" }),
};
export const extendedRequest = layout("icmpv6", 4, {
  ...extendedHead,
  "ext.echo.req.res": bits(24, 7, "Reserved", { show: "hex" }),
  "ext.echo.req.local": bit(31, "Local bit"),
});
export const extendedReply = layout("icmpv6", 4, {
  ...extendedHead,
  "ext.echo.rsp.state": bits(24, 3, "State", {
    names: { 0: "Reserved", 1: "Incomplete", 2: "Reachable", 3: "Stale", 4: "Delay", 5: "Probe", 6: "Failed" },
  }),
  "ext.echo.rsp.res": bits(27, 2, "Reserved", { show: "hex" }),
  "ext.echo.rsp.active": bit(29, "Active bit"),
  "ext.echo.rsp.ipv4": bit(30, "IPv4 bit"),
  "ext.echo.rsp.ipv6": bit(31, "IPv6 bit"),
});

/** RFC 4861 section 4.1; also how inverse discovery begins (RFC 3122). */
export const solicitation = layout("icmpv6", 4, { reserved });
/** RFC 4861 section 4.2 */
export const routerAdvertisement = layout("icmpv6.nd.ra", 12, {
  cur_hop_limit: u8(0, "Cur hop limit"),
  flag: u8(1, "Flags", { show: "hex" }),
  "flag.m": bit(8, "Managed address configuration"),
  "flag.o": bit(9, "Other configuration"),
  "flag.h": bit(10, "Home Agent"),
  "flag.prf": bits(11, 2, "Prf (Default Router Preference)", {
    names: { 0: "Medium", 1: "High", 2: "Reserved", 3: "Low" },
  }),
  "flag.p": bit(13, "Proxy"),
  "flag.rsv": bits(14, 2, "Reserved"),
  router_lifetime: u16(2, "Router lifetime (s)"),
  reachable_time: u32(4, "Reachable time (ms)"),
  retrans_timer: u32(8, "Retrans timer (ms)"),
});
/** RFC 4861 section 4.3 */
export const neighborSolicitation = layout("icmpv6", 20, {
  reserved,
  "nd.ns.target_address": ipv6(4, "Target Address"),
});
/** RFC 4861 section 4.4 */
export const neighborAdvertisement = layout("icmpv6.nd.na", 20, {
  flag: u32(0, "Flags", { show: "hex" }),
  "flag.r": bit(0, "Router"),
  "flag.s": bit(1, "Solicited"),
  "flag.o": bit(2, "Override"),
  "flag.rsv": bits(3, 29, "Reserved"),
  target_address: ipv6(4, "Target Address"),
});
/** RFC 4861 section 4.5 */
export const redirect = layout("icmpv6", 36, {
  reserved,
  "nd.rd.target_address": ipv6(4, "Target Address"),
  "rd.na.destination_address": ipv6(20, "Destination Address"),
});

/** RFC 6275 sections 6.5 to 6.8 */
export const mobile = layout("icmpv6", 4, {
  "mip6.identifier": u16(0, "Identifier", { show: "dec_hex" }),
  reserved: octets(2, 2, "Reserved"),
});
export const mobilePrefix = layout("icmpv6.mip6", 4, {
  identifier: u16(0, "Identifier", { show: "dec_hex" }),
  flag: u16(2, "Flags", { show: "hex" }),
  "flag.m": bit(16, "Managed address configuration"),
  "flag.o": bit(17, "Other configuration"),
  "flag.rsv": bits(18, 14, "Reserved"),
});

/** RFC 3971 section 6.4 */
export const certificationPath = layout("icmpv6.send", 4, {
  identifier: u16(0, "Identifier"),
  component: u16(2, "Component"),
});
export const certificationAnswer = layout("icmpv6.send", 8, {
  identifier: u16(0, "Identifier"),
  all_components: u16(2, "All Components"),
  component: u16(4, "Component"),
  reserved: octets(6, 2, "Reserved", { name: "icmpv6.reserved" }),
});

/** RFC 4286 section 2 */
export const multicastRouter = layout("icmpv6.mcast_ra", 4, {
  query_interval: u16(0, "Query Interval"),
  robustness_variable: u16(2, "Robustness Variable"),
});

/** RFC 6775 section 4.4 */
export const duplicateAddress = layout("icmpv6.6lowpannd.da", 28, {
  status: u8(0, "Status", { names: { 0: "Success", 1: "Duplicate Exists", 2: "Neighbor Cache Full" } }),
  rsv: u8(1, "Reserved"),
  lifetime: u16(2, "Lifetime"),
  eui64: eui64(4, "EUI-64"),
  reg_addr: ipv6(12, "Registered Address"),
});

/** RFC 4620 section 4 */
export const nodeInformation = layout("icmpv6.ni", 12, {
  qtype: u16(0, "Qtype", { names: { 0: "NOOP", 2: "Node Name", 3: "Node Addresses", 4: "IPv4 Addresses" } }),
  flag: u16(2, "Flags", { show: "hex" }),
  "flag.rsv": bits(16, 10, "Reserved", { show: "hex" }),
  "flag.g": bit(26, "Global-scope addresses"),
  "flag.s": bit(27, "Site-local addresses"),
  "flag.l": bit(28, "Link-local addresses"),
  "flag.c": bit(29, "Compression"),
  "flag.a": bit(30, "Unicast Addresses"),
  "flag.t": bit(31, "Truncated"),
  nonce: u64(4, "Nonce", { show: "hex" }),
});

/** Every layout of the header. */
export const headers = [
  header,
  noLength,
  withLength,
  tooBig,
  parameter,
  echo,
  extendedRequest,
  extendedReply,
  solicitation,
  routerAdvertisement,
  neighborSolicitation,
  neighborAdvertisement,
  redirect,
  mobile,
  mobilePrefix,
  certificationPath,
  certificationAnswer,
  multicastRouter,
  duplicateAddress,
  nodeInformation,
];
