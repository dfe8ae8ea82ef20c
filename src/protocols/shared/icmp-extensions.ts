import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, type Field, ipv4, ipv6, none, octets, text, u8, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { status, UNSET, wrong } from "./checksum.ts";

const VERSION = 2;
/** Versions whose objects can be read; senders of drafts wrote 1. */
const KNOWN_VERSIONS = [1, VERSION];
/** Bytes a quoted packet is padded to before extensions, where no length tells (RFC 4884 section 5.5). */
const PADDED = 128;
/** Bytes of the header before its checksum, and of an object's head before its C-Type. */
const CHECKSUM = 2;
const C_TYPE = 3;
const MPLS = 1;
const STACK = 1;
const INTERFACE = 2;
const IDENTIFICATION = 3;
const AFI_IPV4 = 1;
const AFI_IPV6 = 2;

/**  0       4               16                31
 *  +-------+---------------+-----------------+
 *  |Version|   Reserved    |    Checksum     |   RFC 4884 section 7
 *  +-------+---------------+-----------------+ */
const header = layout("icmp.ext", 4, {
  version: bits(0, 4, "Version"),
  res: bits(4, 12, "Reserved", { show: "hex" }),
  checksum: u16(2, "Checksum", { show: "hex" }),
});

/**  0                16        24       31
 *  +----------------+---------+---------+
 *  |     Length     |  Class  | C-Type  |   RFC 4884 section 8
 *  +----------------+---------+---------+ */
const objectHead = layout("icmp.ext", 4, {
  length: u16(0, "Length", { many: true }),
  class: u8(2, "Class", {
    many: true,
    names: { 1: "MPLS Label Stack Class", 2: "Interface Information Class", 3: "Interface Identification Class" },
  }),
  ctype: u8(3, "C-Type", { many: true }),
});

/** RFC 4950 section 3 */
const label = layout("icmp.mpls", 4, {
  label: bits(0, 20, "Label", { many: true }),
  exp: bits(20, 3, "Experimental", { many: true }),
  s: bit(23, "Stack bit", { many: true }),
  ttl: u8(3, "Time to live", { many: true }),
});

/** The C-Type of interface information says what is there (RFC 5837 section 4.1). */
const interfaceKind = layout("icmp.int_info", 1, {
  role: bits(0, 2, "Interface Role", {
    many: true,
    names: {
      0: "IP interface on which the packet arrived",
      1: "sub-IP component of the incoming interface",
      2: "outgoing interface",
      3: "next hop",
    },
  }),
  reserved: bits(2, 2, "Reserved", { many: true }),
  ifindex: bit(4, "ifIndex", { many: true }),
  ipaddr: bit(5, "IP Address", { many: true }),
  name_present: bit(6, "Interface Name", { many: true }),
  mtu_present: bit(7, "MTU", { many: true }),
});
const family = layout("icmp.int_info", 4, {
  afi: u16(0, "Address Family Identifier", { many: true }),
  reserved2: octets(2, 2, "Reserved", { name: "icmp.reserved", many: true }),
});
/** RFC 8335 section 2.1 */
const identified = layout("icmp.int_ident", 4, {
  afi: u16(0, "Address Family Identifier", { many: true }),
  addr_length: u8(2, "Address Length", { many: true }),
  reserved: octets(3, 1, "Reserved", { many: true }),
});

const found = fields("icmp", {
  ext: none("ICMP Extensions"),
  "ext.checksum.status": status(),
  "ext.checksum_bad": wrong(),
  "ext.data": bytes("Data", { many: true }),
  "mpls.data": bytes("Data", { many: true }),
  "int_info.index": u32("Interface Index", { many: true }),
  "int_info.ipv4": ipv4("Source", { many: true }),
  "int_info.ipv6": ipv6("Source", { many: true }),
  "int_info.name_length": u8("Name Length", { many: true }),
  "int_info.name": text("Name", { many: true }),
  "int_info.mtu": u32("Maximum Transmission Unit", { many: true }),
  "int_ident.name": text("Name", { many: true }),
  "int_ident.index": u32("Interface Index", { many: true }),
  "int_ident.ipv4": ipv4("Address", { many: true }),
  "int_ident.ipv6": ipv6("Address", { many: true }),
  "int_ident.address": bytes("Address", { many: true }),
});

const object = group("Object", { list: "icmp.ext_list" });

/** Every set of fields of the extensions. */
export const extensionFields: readonly object[] = [
  header,
  object,
  objectHead,
  label,
  interfaceKind,
  family,
  identified,
  found,
];

/**
 * Where the extensions of an error message begin that quotes the packet at the cursor: behind `length` bytes where the
 * message says so, or behind the 128 bytes that older routers pad to, when the quoted packet itself, by its total of
 * `quotedLength` bytes, ends before. The layer's end where there are none.
 */
export function extensionsAt(c: Cursor, length: number, quotedLength: number): number {
  const start = c.at + (length > 0 ? length : PADDED);
  if (start + header.$node.size > c.end || start >= c.have) return c.end;
  const certain = length > 0 && c.u8(start) >> 4 === VERSION;
  return certain || quotedLength <= start - c.at ? start : c.end;
}

/** Reads an extension structure that reaches to the layer's end. Without all of it nothing is believed but its version. */
export function readExtensions(c: Cursor): void {
  const { at, end } = c;
  if (at >= end) return;
  const row = c.open(found.ext);
  if (c.left < header.$node.size) c.at = end;
  else if (end > c.have) {
    if (c.captured > 0) c.span(header, at, Math.min(at + CHECKSUM, c.have));
    c.fault(end - at);
  } else {
    c.place(header);
    const unset = c.get(at, header.checksum) === 0;
    c.add(found["ext.checksum.status"], at, end, unset ? UNSET : 0);
    if (!unset) c.add(found["ext.checksum_bad"], at, end, 0);
    if (KNOWN_VERSIONS.includes(c.get(at, header.version))) c.items(end, undefined, readObject);
  }
  c.close(row);
}

/** Reads an object. Fields that begin in it are read to their end, though that may lie past the object's. */
function readObject(c: Cursor): void {
  const { at, end } = c;
  const size = c.left < objectHead.$node.size ? 0 : c.get(at, objectHead.length);
  if (size < objectHead.$node.size) {
    // Nothing follows: neither an object whose length does not cover its head, nor bytes that are no head.
    if (c.left >= objectHead.$node.size) c.span(objectHead, at, at + C_TYPE);
    c.at = end;
    return;
  }
  const row = c.open(object);
  c.place(objectHead);
  const objectEnd = Math.min(at + size, end);
  const kind = c.get(at, objectHead.class);
  const type = c.get(at, objectHead.ctype);
  if (kind === INTERFACE) readInterface(c, objectEnd);
  else if (kind === IDENTIFICATION) {
    if (c.at < end) identifiers[type]?.(c, at + size);
  } else {
    const isStack = kind === MPLS && type === STACK;
    while (isStack && c.at + label.$node.size <= objectEnd) c.place(label);
    if (c.at < objectEnd) c.take(found[isStack ? "mpls.data" : "ext.data"], objectEnd - c.at);
  }
  if (!c.broken) c.at = objectEnd;
  c.close(row);
}

/** Reads interface information (RFC 5837 section 4): index, address, name and MTU, each if its bit is set. */
function readInterface(c: Cursor, end: number): void {
  const kind = c.at - 1;
  c.span(interfaceKind, kind, c.at);
  const tells = (bit: Field) => c.at <= end && c.get(kind, bit) !== 0;
  if (tells(interfaceKind.ifindex) && !c.take(found["int_info.index"], 4)) return;
  if (tells(interfaceKind.ipaddr) && !readAddress(c)) return;
  if (tells(interfaceKind.name_present) && !readName(c, end)) return;
  if (tells(interfaceKind.mtu_present)) c.take(found["int_info.mtu"], 4);
}

/** Takes an address with its family: all of both or nothing; false where the family is not known, too. */
function readAddress(c: Cursor): boolean {
  const head = family.$node.size;
  if (!c.has(head)) return false;
  const afi = c.get(c.at, family.afi);
  const size = afi === AFI_IPV4 ? 4 : afi === AFI_IPV6 ? 16 : 0;
  if (size === 0) c.malformed(head);
  if (size === 0 || !c.has(head + size)) return false;
  c.place(family);
  return c.take(found[afi === AFI_IPV4 ? "int_info.ipv4" : "int_info.ipv6"], size);
}

/** Takes a name, whose length counts itself: all of both or nothing. */
function readName(c: Cursor, end: number): boolean {
  const size = c.has(1) ? c.u8(c.at) : 0;
  if (c.broken || !c.has(size)) return false;
  c.take(found["int_info.name_length"], 1);
  return size <= 1 || (c.at + size - 1 <= end && c.take(found["int_info.name"], size - 1));
}

/** What an extended echo request asks for, by C-Type: an interface's name, index or address. */
const identifiers: Readonly<Record<number, (c: Cursor, end: number) => void>> = {
  1: (c, end) => void (c.has(end - c.at) && c.take(found["int_ident.name"], end - c.at)),
  2: (c) => void c.take(found["int_ident.index"], 4),
  3: (c) => {
    const at = c.place(identified);
    if (at < 0) return;
    const afi = c.get(at, identified.afi);
    if (afi === AFI_IPV4 && c.left >= 4) c.take(found["int_ident.ipv4"], 4);
    else if (afi === AFI_IPV6 && c.left >= 16) c.take(found["int_ident.ipv6"], 16);
    else if (afi !== AFI_IPV4 && afi !== AFI_IPV6) c.take(found["int_ident.address"], c.left);
  },
};
