import type { Cursor } from "../../core/cursor.ts";
import {
  bit,
  bits,
  blank,
  bytes,
  computed,
  ether,
  eui64,
  type Field,
  ipv6,
  none,
  octets,
  type Reading,
  type Time,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { ByteWriter } from "../../core/writer.ts";

const etherTypes = table("ethertype");
const IPV6 = 0x86dd;
const MAC = 6;
const EUI64 = 8;

const optionNames: Readonly<Record<number, string>> = {
  1: "Source link-layer address",
  2: "Target link-layer address",
  3: "Prefix information",
  4: "Redirected header",
  5: "MTU",
  6: "NBMA Shortcut Limit",
  7: "Advertisement Interval",
  8: "Home Agent Information",
  9: "Source Address List",
  10: "Target Address List",
  11: "CGA",
  12: "RSA",
  13: "Timestamp",
  14: "Nonce",
  15: "Trust Anchor",
  16: "Certificate",
  17: "IP Address/Prefix",
  18: "New Router Prefix Information",
  19: "Link-layer Address",
  20: "Neighbor Advertisement Acknowledgment",
  23: "MAP",
  24: "Route Information",
  25: "Recursive DNS Server",
  26: "RA Flags Extension",
  27: "Handover Key Request",
  28: "Handover Key Reply",
  29: "Handover Assist Information",
  30: "Mobile Node Identifier",
  31: "DNS Search List",
  32: "Proxy Signature",
  33: "Address Registration",
  34: "6LoWPAN Context",
  35: "Authoritative Border Router",
  36: "6LoWPAN Capability Indication",
  37: "Captive Portal",
  38: "PREF64",
};
const preferences = { 0: "Medium", 1: "High", 2: "Reserved", 3: "Low" };
const many = { many: true } as const;
const hex = { many: true, show: "hex" } as const;

/** Reserved bytes at `at`; a key of its own for each, because one option may have them twice. */
const reserved = (at: number, size: number) => ({
  [`reserved${at}`]: blank(at, size, "Reserved", { name: "icmpv6.opt.reserved", many: true }),
});

const data = <T extends Parameters<typeof layout>[2]>(size: number, rows: T, prefix = "icmpv6.opt") =>
  layout(prefix, size, rows);

/**  0        8        16
 *  +--------+--------+------
 *  |  Type  | Length | ...      RFC 4861 section 4.6; the length counts units of 8 bytes
 *  +--------+--------+------ */
const head = layout("icmpv6.opt", 2, {
  type: u8(0, "Type", { names: optionNames, many: true }),
  length: u8(1, "Length", { many: true }),
});

/** Fields of an option that are placed one by one. */
export const free = fields("icmpv6.opt", {
  "": none("ICMPv6 Option", { name: "icmpv6.opt", many: true }),
  src_linkaddr: ether("Source Link-layer address", { also: "icmpv6.opt.linkaddr", many: true }),
  target_linkaddr: ether("Target Link-layer address", { also: "icmpv6.opt.linkaddr", many: true }),
  src_linkaddr_eui64: eui64("Source Link-layer address", { also: "icmpv6.opt.linkaddr_eui64", many: true }),
  target_linkaddr_eui64: eui64("Target Link-layer address", { also: "icmpv6.opt.linkaddr_eui64", many: true }),
  padding: none("Padding", many),
  redirected_packet: none("Redirected Packet", many),
  ipv6_address: ipv6("IPv6 Address", many),
  cga: bytes("CGA", many),
  digital_signature_padding: none("Digital Signature and Padding", many),
  timestamp: computed("time", "Timestamp", timeOf, many),
  nonce: bytes("Nonce", many),
  name_x501: bytes("DER Encoded X.501 Name", many),
  certificate_padding: none("Certificate and Padding", many),
  "lla.bytes": bytes("Link-Layer Address", many),
  prefix: computed("ipv6", "Prefix", padded, many),
  rdnss: ipv6("Recursive DNS Servers", many),
  dnssl: computed("string", "Domain Names", domainName, many),
  "6co.context_prefix": computed("ipv6", "Context Prefix", padded, many),
  captive_portal: computed("string", "Captive Portal", portal, many),
  "pref64.prefix": computed("ipv6", "Prefix", padded, many),
  unknown: bytes("Data", { name: "icmpv6.data", many: true }),
  undecoded: none("Undecoded option", { name: "icmpv6.undecoded.option", many: true }),
  invalid: none("Invalid Option Length", { name: "icmpv6.invalid_option_length", many: true }),
});

/** A prefix that is not sent to its end stands for an address with zeros behind. */
function padded({ bytes: b, start, end }: Reading): Uint8Array {
  const whole = new Uint8Array(16);
  whole.set(b.subarray(start, Math.min(end, start + 16)));
  return whole;
}

/** A domain name as labels with a length before each (RFC 1035 section 3.1). */
function domainName({ bytes: b, start, end }: Reading): string {
  const w = new ByteWriter(64);
  for (let at = start; at < end && b[at] !== 0; at += b[at]! + 1) {
    if (at > start) w.byte(46);
    w.copy(b, at + 1, Math.min(end, at + 1 + b[at]!));
  }
  return w.toString();
}

/** A URI, zeros behind it (RFC 8910 section 2.3). */
function portal({ bytes: b, start, end }: Reading): string {
  const w = new ByteWriter(64);
  let last = end;
  while (last > start && b[last - 1] === 0) last--;
  return w.copy(b, start, last).toString();
}

/** 48 bits of seconds, then 1/65536 seconds (RFC 3971 section 5.3.1). */
function timeOf({ bytes: b, start, end }: Reading): Time | undefined {
  if (end - start < 8) return undefined;
  const seconds = b.subarray(start, start + 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return { seconds, nanoseconds: Math.floor((((b[start + 6]! << 8) | b[start + 7]!) * 1e9) / 65536) };
}

/** What is in an option: a layout at its start, then a field or reader for what is left. */
interface Body {
  readonly layout?: Layout;
  readonly rest?: Field | ((c: Cursor) => void);
}

/** As many addresses as are there. */
const list = (field: Field) => (c: Cursor) => {
  while (c.left >= 16 && c.take(field, 16));
};

const linkAddress = (mac: Field, long: Field): Body => ({
  rest: (c) => {
    // Two bytes of IEEE 802.15.4's option are its head, six its padding (RFC 4944 section 8).
    if (c.left === MAC) c.take(mac, MAC);
    else if (c.left >= EUI64 && c.take(long, EUI64) && c.left > 0) c.take(free.padding, c.left);
  },
});

/** Domain names one after the other; zeros after the last (RFC 8106 section 5.2). */
function domainNames(c: Cursor): void {
  while (c.left > 0 && c.u8(c.at) !== 0) {
    let end = c.at;
    while (end < c.end && c.u8(end) !== 0) end += c.u8(end) + 1;
    if (!c.take(free.dnssl, end + 1 - c.at)) return;
  }
  if (c.left > 0) c.take(free.padding, c.left);
}

const quote = (c: Cursor) => void c.next(etherTypes, IPV6);

const prefixFlags = (at: number) => ({
  "prefix.flag": u8(at, "Flag", hex),
  "prefix.flag.l": bit(at * 8, "On-link flag(L)", many),
  "prefix.flag.a": bit(at * 8 + 1, "Autonomous address-configuration flag(A)", many),
  "prefix.flag.r": bit(at * 8 + 2, "Router address flag(R)", many),
  "prefix.flag.reserved": bits(at * 8 + 3, 5, "Reserved", many),
});

const bodies: Readonly<Record<number, Body>> = {
  1: linkAddress(free.src_linkaddr, free.src_linkaddr_eui64),
  2: linkAddress(free.target_linkaddr, free.target_linkaddr_eui64),
  3: {
    layout: data(30, {
      "prefix.length": u8(0, "Prefix Length", many),
      ...prefixFlags(1),
      "prefix.valid_lifetime": u32(2, "Valid Lifetime", many),
      "prefix.preferred_lifetime": u32(6, "Preferred Lifetime", many),
      ...reserved(10, 4),
      whole_prefix: ipv6(14, "Prefix", { name: "icmpv6.opt.prefix", many: true }),
    }),
  },
  4: {
    layout: data(6, reserved(0, 6)),
    rest: (c) => {
      c.add(free.redirected_packet, c.at, c.end);
      if (!c.isQuoted) c.quoted(quote);
    },
  },
  5: { layout: data(6, { ...reserved(0, 2), mtu: u32(2, "MTU", many) }) },
  6: {
    layout: data(6, { "nbma.shortcut_limit": u8(0, "Shortcut Limit", many), ...reserved(1, 1), ...reserved(2, 4) }),
  },
  7: { layout: data(6, { ...reserved(0, 2), advertisement_interval: u32(2, "Advertisement Interval", many) }) },
  8: {
    layout: data(6, {
      ...reserved(0, 2),
      home_agent_preference: u16(2, "Home Agent Preference", many),
      home_agent_lifetime: u16(4, "Home Agent Lifetime", many),
    }),
  },
  9: { layout: data(6, reserved(0, 6)), rest: list(free.ipv6_address) },
  10: { layout: data(6, reserved(0, 6)), rest: list(free.ipv6_address) },
  11: { layout: data(2, { "cga.pad_length": u8(0, "Pad Length", many), ...reserved(1, 1) }), rest: free.cga },
  12: {
    layout: data(18, { ...reserved(0, 2), "rsa.key_hash": octets(2, 16, "Key Hash", many) }),
    rest: free.digital_signature_padding,
  },
  13: { layout: data(6, reserved(0, 6)), rest: free.timestamp },
  14: { rest: free.nonce },
  15: {
    layout: data(2, { name_type: u8(0, "Name Type", many), "cga.pad_length": u8(1, "Pad Length", many) }),
    rest: free.name_x501,
  },
  16: { layout: data(2, reserved(0, 2)), rest: free.certificate_padding },
  17: {
    layout: data(22, {
      "ipa.option_code": u8(0, "Option-code", many),
      "ipa.prefix_len": u8(1, "Prefix Length", many),
      ...reserved(2, 4),
      "ipa.ipv6_address": ipv6(6, "IPv6 Address", many),
    }),
  },
  18: {
    layout: data(22, {
      "nrpi.option_code": u8(0, "Option-code", many),
      "nrpi.prefix_len": u8(1, "Prefix Length", many),
      ...reserved(2, 4),
      "nrpi.prefix": ipv6(6, "Prefix", many),
    }),
  },
  19: { layout: data(1, { "lla.option_code": u8(0, "Option-code", many) }), rest: free["lla.bytes"] },
  20: {
    layout: data(6, {
      "naack.option_code": u8(0, "Option-Code", many),
      "naack.status": u8(1, "Status", many),
      ...reserved(2, 4),
    }),
  },
  23: {
    layout: data(22, {
      "map.distance": bits(0, 4, "Distance", many),
      "map.preference": bits(4, 4, "Preference", many),
      "map.flag": u8(1, "Flag", hex),
      "map.flag.r": bit(8, "RCoA Flag", many),
      "map.flag.reserved": bits(9, 7, "Reserved", many),
      "map.valid_lifetime": u32(2, "Valid Lifetime", many),
      "map.global_address": ipv6(6, "Global Address", many),
    }),
  },
  24: {
    layout: data(6, {
      "prefix.length": u8(0, "Prefix Length", many),
      "route_info.flag": u8(1, "Flag", hex),
      "route_info.flag.route_preference": bits(11, 2, "Route Preference", { many: true, names: preferences }),
      "route_info.flag.reserved": computed("uint", "Reserved", (r) => r.bytes[r.start + 1]! & 0xe7, many),
      route_lifetime: u32(2, "Route Lifetime", many),
    }),
    rest: free.prefix,
  },
  25: { layout: data(6, { ...reserved(0, 2), "rdnss.lifetime": u32(2, "Lifetime", many) }), rest: list(free.rdnss) },
  26: {
    layout: data(6, {
      efo: u16(0, "Flags Expansion Option", hex),
      "efo.m": bit(0, "Managed address configuration", many),
      "efo.o": bit(1, "Other configuration", many),
      "efo.h": bit(2, "Home Agent", many),
      "efo.prf": bits(3, 2, "Prf (Default Router Preference)", { many: true, names: preferences }),
      "efo.p": bit(5, "Proxy", many),
      "efo.rsv": bits(6, 10, "Reserved", many),
      ...reserved(2, 4),
    }),
  },
  31: { layout: data(6, { ...reserved(0, 2), "dnssl.lifetime": u32(2, "Lifetime", many) }), rest: domainNames },
  33: {
    layout: data(14, {
      "aro.status": u8(0, "Status", many),
      ...reserved(1, 3),
      "aro.registration_lifetime": u16(4, "Registration Lifetime", many),
      "aro.eui64": eui64(6, "EUI-64", many),
    }),
  },
  34: {
    layout: data(6, {
      "6co.context_length": u8(0, "Context Length", many),
      "6co.flag": u8(1, "Flag", hex),
      "6co.flag.reserved": bits(8, 3, "Reserved", many),
      "6co.flag.c": bit(11, "Compression Flag", many),
      "6co.flag.cid": bits(12, 4, "CID", many),
      ...reserved(2, 2),
      "6co.valid_lifetime": u16(4, "Lifetime", many),
    }),
    rest: free["6co.context_prefix"],
  },
  35: {
    layout: data(22, {
      "abro.version_low": u16(0, "Version Low", many),
      "abro.version_high": u16(2, "Version", many),
      "abro.valid_lifetime": u16(4, "Valid Lifetime", many),
      "abro.6lbr_address": ipv6(6, "6LBR Address", many),
    }),
  },
  36: {
    layout: data(6, {
      "6cio.unassigned1": bits(0, 15, "Unassigned", hex),
      "6cio.flag_g": bits(15, 1, "G", { many: true, show: "hex", width: 16 }),
      "6cio.unassigned2": u32(2, "Unassigned", hex),
    }),
  },
  37: { rest: free.captive_portal },
  38: {
    layout: data(2, {
      "pref64.scaled_lifetime": bits(0, 13, "Scaled Lifetime", many),
      "pref64.plc": bits(13, 3, "PLC (Prefix Length Code)", { many: true, show: "hex", width: 16 }),
    }),
    rest: free["pref64.prefix"],
  },
};

const entry = group("ICMPv6 Option", { list: "icmpv6.opt_list" });

/** Every set of fields an option can place. */
export const optionFields: readonly object[] = [
  entry,
  head,
  free,
  ...Object.values(bodies).flatMap((body) => body.layout ?? []),
];

/** Reads options up to the layer's end. */
export function readOptions(c: Cursor): void {
  c.items(c.end, undefined, readOption);
}

function readOption(c: Cursor): void {
  const row = c.open(entry);
  const at = c.place(head);
  if (at >= 0) {
    const size = c.u8(at + 1) * 8;
    c.add(free[""], at, at);
    if (size === 0) {
      c.add(free.invalid, at + 1, at + 2);
      c.at = c.end;
    } else if (c.has(size - 2)) c.items(at + size, head.length, readBody);
  }
  c.close(row);
}

/** Reads the data of the option whose first two bytes stand before the cursor. */
function readBody(c: Cursor): void {
  const type = c.u8(c.at - 2);
  const { layout: fixed, rest } = bodies[type] ?? { rest: free.unknown };
  if (rest === free.unknown) c.add(free.undecoded, c.at, c.at);
  if (fixed !== undefined && c.place(fixed) < 0) return;
  if (c.left > 0) {
    if (typeof rest === "function") rest(c);
    else if (rest !== undefined) c.take(rest, c.left);
  }
  c.at = c.end;
}
