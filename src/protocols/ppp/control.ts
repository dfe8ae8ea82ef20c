import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, ether, type Field, ipv4, none, type Reading, u8, u16, u24, u32 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { type Group, group, protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { ccpOptions, ipcpOptions, lcpOptions, pppCodes, pppProtocols } from "../../names/ppp.ts";
import { optional, type Part, repeated, rest, take, within } from "../shared/parts.ts";
import { asciiText } from "../shared/text.ts";

const OPTION_HEADER = 2;

/**  0        8            16                  32
 *  +--------+------------+-------------------+
 *  |  Code  | Identifier |      Length       |   RFC 1661 section 5
 *  +--------+------------+-------------------+ */
const header = layout("ppp", 4, {
  code: u8(0, "Code", { names: pppCodes }),
  identifier: u8(1, "Identifier", { show: "dec_hex" }),
  length: u16(2, "Length"),
});

const noted = fields("ppp", {
  magic_number: u32("Magic Number", { show: "hex" }),
  oui: u24("OUI"),
  kind: u8("Kind", { show: "dec_hex" }),
  data: bytes("Data"),
  "opt.len.invalid": none("Invalid length for option", { many: true }),
});

/** An option's type and length: the same for every control protocol (RFC 1661 section 6). */
const optionHeader = (prefix: string, names: Readonly<Record<number, string>>) =>
  layout(prefix, OPTION_HEADER, {
    "opt.type": u8(0, "Type", { names, many: true }),
    "opt.length": u8(1, "Length", { many: true }),
  });

/** What one control protocol has of its own. */
interface Control {
  name: string;
  title: string;
  spec: string;
  column: string;
  /** Its number in PPP. */
  key: number;
  option: Layout<{ "opt.type": unknown; "opt.length": unknown }>;
  /** How options are read, by type. */
  options: Readonly<Record<number, Part>>;
  /** How packets are read that are not about options, by code. */
  codes: Readonly<Record<number, Part>>;
  fields: readonly object[];
}

const someData: Part = optional(rest(noted.data));

/** A protocol by which two ends of a link agree on options: all work alike. */
function control({ name, title, spec, column, key, option, options, codes, fields: own }: Control) {
  const entry: Group = group("Option", { list: `${name}.options` });
  function readOption(c: Cursor): void {
    const { at } = c;
    const size = c.left < OPTION_HEADER ? OPTION_HEADER : c.u8(at + 1);
    if (at + OPTION_HEADER > c.have) return c.fault(OPTION_HEADER);
    if (size < OPTION_HEADER || at + size > c.end) {
      c.add(noted["opt.len.invalid"], at, c.end);
      c.at = c.end;
      return;
    }
    const row = c.open(entry);
    c.place(option);
    within(
      c,
      at + size,
      option["opt.length"],
      options[c.u8(at)] ?? ((inner) => inner.left === 0 || inner.has(inner.left)),
    );
    c.close(row);
  }
  return protocol({
    name,
    title,
    spec,
    column,
    fields: [header, noted, entry, option, ...own],
    on: { "ppp.protocol": key },
    dissect(c) {
      const at = c.place(header);
      if (at < 0) return;
      const end = at + c.get(at, header.length);
      if (end > c.end) return c.malformed(end - c.at);
      if (!c.limit(end, header.length)) return;
      const code = c.get(at, header.code);
      if (code >= 1 && code <= 4) c.items(c.end, header.length, readOption);
      else (codes[code] ?? someData)(c);
    },
    summary(frame: Frame, row: number, info: Info) {
      if (frame.holds(row + 1, header.code)) info.set().text(pppCodes[frame.get(row + 1, header.code)] ?? "Unknown");
    },
  });
}

const lcpOption = optionHeader("lcp", lcpOptions);
const lcpValues = fields(
  "lcp",
  repeated({
    "opt.mru": u16("Maximum Receive Unit"),
    "opt.asyncmap": u32("Async Control Character Map", { show: "hex" }),
    "opt.auth_protocol": u16("Authentication Protocol", { show: "hex", names: pppProtocols }),
    "opt.algorithm": u8("Algorithm", { names: { 5: "CHAP with MD5", 128: "MS-CHAP", 129: "MS-CHAP-2" } }),
    "opt.quality_protocol": u16("Quality Protocol", { show: "hex", names: pppProtocols }),
    "opt.magic_number": u32("Magic Number", { show: "hex" }),
    "opt.operation": u8("Operation"),
    "opt.mrru": u16("MRRU"),
    "opt.ep_disc_class": u8("Class"),
    "opt.ip_address": ipv4("IP Address"),
    "opt.802_1_address": ether("IEEE 802.1 Address"),
    "opt.link_discrim": u16("Link Discriminator", { show: "dec_hex" }),
    "opt.data": bytes("Data"),
  }),
);
const IPV4_CLASS = 2;
const ETHERNET_CLASS = 3;

/** Who is at the other end of a bundle of links: RFC 1990 section 5.1.3 */
const endpoint: Part = (c) => {
  const { at } = c;
  if (!c.take(lcpValues["opt.ep_disc_class"], 1) || c.left === 0) return c.left === 0;
  const kind = c.u8(at);
  if (kind === IPV4_CLASS && c.left === 4) return c.take(lcpValues["opt.ip_address"], 4);
  if (kind === ETHERNET_CLASS && c.left === 6) return c.take(lcpValues["opt.802_1_address"], 6);
  return c.take(lcpValues["opt.data"], c.left);
};

const lcpPackets = fields("lcp", {
  magic_number: u32("Magic Number", { show: "hex" }),
  data: bytes("Data"),
  message: asciiText("Message"),
  secs_remaining: u32("Seconds Remaining", { unit: "seconds" }),
  rej_proto: u16("Rejected Protocol", { show: "hex", names: pppProtocols }),
});
const { magic_number: magic } = lcpPackets;
const message: Part = optional(rest(lcpPackets.message));
const echo: Part = (c) => c.take(magic, 4) && optional(rest(lcpPackets.data))(c);
const vendor: Part = (c) =>
  c.take(noted.magic_number, 4) && c.take(noted.oui, 3) && c.take(noted.kind, 1) && someData(c);

/** The link itself. */
export const lcp = control({
  name: "lcp",
  title: "PPP Link Control Protocol",
  spec: "RFC 1661",
  column: "PPP LCP",
  key: 0xc021,
  option: lcpOption,
  options: {
    1: take(lcpValues["opt.mru"], 2),
    2: take(lcpValues["opt.asyncmap"], 4),
    3: (c) => c.take(lcpValues["opt.auth_protocol"], 2) && optional(take(lcpValues["opt.algorithm"], 1))(c),
    4: (c) => c.take(lcpValues["opt.quality_protocol"], 2) && optional(rest(lcpValues["opt.data"]))(c),
    5: take(lcpValues["opt.magic_number"], 4),
    13: take(lcpValues["opt.operation"], 1),
    17: take(lcpValues["opt.mrru"], 2),
    19: endpoint,
    23: take(lcpValues["opt.link_discrim"], 2),
  },
  codes: {
    0: vendor,
    8: (c) => c.take(lcpPackets.rej_proto, 2) && someData(c),
    9: echo,
    10: echo,
    11: echo,
    12: (c) => c.take(magic, 4) && message(c),
    13: (c) => c.take(magic, 4) && c.take(lcpPackets.secs_remaining, 4) && message(c),
  },
  fields: [lcpValues, lcpPackets],
});

const VAN_JACOBSON = 0x002d;
const ipcpOption = optionHeader("ipcp", ipcpOptions);
const ipcpValues = fields(
  "ipcp.opt",
  repeated({
    src_address: ipv4("Source IP Address"),
    dst_address: ipv4("Destination IP Address"),
    compress_proto: u16("IP Compression Protocol", { show: "hex", names: { [VAN_JACOBSON]: "VJ compression" } }),
    max_slot_id: u8("Max Slot ID"),
    comp_slot_id: computed("bool", "Comp Slot ID", (r: Reading) => (r.bytes[r.start]! & 1) === 1),
    ip_address: ipv4("IP Address"),
    mobilenodehomeaddress: ipv4("Mobile Node's Home Address"),
    pri_dns_address: ipv4("Primary DNS Address"),
    pri_nbns_address: ipv4("Primary NBNS Address"),
    sec_dns_address: ipv4("Secondary DNS Address"),
    sec_nbns_address: ipv4("Secondary NBNS Address"),
  }),
);
const address = (field: Field): Part => take(field, 4);

/** RFC 1332 section 3.2 */
const compression: Part = (c) => {
  const { at } = c;
  if (!c.take(ipcpValues.compress_proto, 2) || c.u16(at) !== VAN_JACOBSON) return c.at > at;
  return c.take(ipcpValues.max_slot_id, 1) && c.take(ipcpValues.comp_slot_id, 1);
};

/** Addresses of the two ends. */
export const ipcp = control({
  name: "ipcp",
  title: "PPP IP Control Protocol",
  spec: "RFC 1332, RFC 1877",
  column: "PPP IPCP",
  key: 0x8021,
  option: ipcpOption,
  options: {
    1: (c) => c.take(ipcpValues.src_address, 4) && c.take(ipcpValues.dst_address, 4),
    2: compression,
    3: address(ipcpValues.ip_address),
    4: address(ipcpValues.mobilenodehomeaddress),
    129: address(ipcpValues.pri_dns_address),
    130: address(ipcpValues.pri_nbns_address),
    131: address(ipcpValues.sec_dns_address),
    132: address(ipcpValues.sec_nbns_address),
  },
  codes: {},
  fields: [ipcpValues],
});

const ipv6cpOption = optionHeader("ipv6cp", { 1: "Interface Identifier", 2: "IPv6 Compression Protocol" });
const ipv6cpValues = fields("ipv6cp", { interface_identifier: bytes("Interface Identifier", { many: true }) });

/** The interface identifiers of the two ends. */
export const ipv6cp = control({
  name: "ipv6cp",
  title: "PPP IPv6 Control Protocol",
  spec: "RFC 5072",
  column: "PPP IPV6CP",
  key: 0x8057,
  option: ipv6cpOption,
  options: { 1: take(ipv6cpValues.interface_identifier, 8) },
  codes: {},
  fields: [ipv6cpValues],
});

const ccpOption = optionHeader("ccp", ccpOptions);

/** How what the link carries is compressed. */
export const ccp = control({
  name: "ccp",
  title: "PPP Compression Control Protocol",
  spec: "RFC 1962",
  column: "PPP CCP",
  key: 0x80fd,
  option: ccpOption,
  options: {},
  codes: {},
  fields: [],
});
