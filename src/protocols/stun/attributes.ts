import { crc32 } from "node:zlib";
import type { Cursor } from "../../core/cursor.ts";
import {
  bits,
  blank,
  bytes,
  computed,
  type Field,
  freeBits,
  ipv4,
  ipv6,
  none,
  number,
  octets,
  type Reading,
  text,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { stunAttributes } from "../../names/stun.ts";
import { algorithm, channel, errorCode, errorStart, network, quality, sequence, transport } from "./tables.ts";

/** Type and length. */
export const HEAD_SIZE = 4;
const IPV4 = 1;
const IPV6 = 2;
const IPV4_BYTES = 4;
const IPV6_BYTES = 16;
/** What the fingerprint's checksum is changed with: RFC 8489 section 14.7 */
const FINGERPRINT_MASK = 0x5354554e;
const many = { many: true } as const;
const families = { [IPV4]: "IPv4", [IPV6]: "IPv6" } as const;

/** Types of attributes whose values others than their readers look at. */
export const USERNAME = 6;
export const ERROR_CODE = 9;
export const DATA = 0x13;

/**  0                16                31
 *  +-----------------+-----------------+
 *  |C|A|    Type     |     Length      |   RFC 8489 section 14
 *  +-----------------+-----------------+ */
export const head = layout("stun.att", HEAD_SIZE, {
  type: u16(0, "Attribute Type", { show: "hex", names: stunAttributes, many: true }),
  "type.comprehension": bits(0, 1, "Attribute Type Comprehension", {
    show: "hex",
    width: 16,
    names: { 0: "Required", 1: "Optional" },
    many: true,
  }),
  "type.assignment": bits(1, 1, "Attribute Type Assignment", {
    show: "hex",
    width: 16,
    names: { 0: "IETF Review", 1: "Designated Expert" },
    many: true,
  }),
  length: u16(2, "Attribute Length", many),
});

/** The same of an attribute nobody knows: Wireshark shows no type of it. */
const unknownHead = layout("stun.att", HEAD_SIZE, {
  type: blank(0, 2, "Attribute unknown", { name: "stun.unknown_attribute", many: true }),
  length: u16(2, "Attribute Length", many),
});

/** A plain address: RFC 8489 section 14.1 */
export const plain = layout("stun.att", 4, {
  reserved: octets(0, 1, "Reserved", many),
  family: u8(1, "Protocol Family", { show: "hex", names: families, many: true }),
  port: u16(2, "Port", many),
});

/** An address that no translator recognises as one: RFC 8489 section 14.2 */
export const masked = layout("stun.att", 4, {
  reserved: octets(0, 1, "Reserved", many),
  family: u8(1, "Protocol Family", { show: "hex", names: families, many: true }),
  "port-xord": octets(2, 2, "Port (XOR-d)", many),
});

const versions = {
  1: "ICE",
  2: "MS-ICE2",
  3: "MS-ICE2 with SHA256",
  4: "MS-ICE2 with SHA256 and IPv6",
  5: "MULTIPLEXED TURN over UDP only",
  6: "MULTIPLEXED TURN over UDP and TCP",
} as const;

export const value = fields("stun.att", {
  ipv4: ipv4("IP", many),
  ipv6: ipv6("IP", many),
  "ipv4-xord": bytes("IP (XOR-d)", many),
  "ipv6-xord": bytes("IP (XOR-d)", many),
  username: text("Username", many),
  password: bytes("Password", many),
  padding: number("Padding", many),
  hmac: bytes("HMAC-SHA1", many),
  crc32: u32("CRC-32", { show: "hex", many: true }),
  "crc32.status": number("CRC-32 Status", { names: { 0: "Bad", 1: "Good" }, many: true }),
  "error.reason": text("Error Reason Phrase", many),
  realm: text("Realm", many),
  nonce: text("Nonce", many),
  unknown: u16("Unknown Attribute", { show: "hex", many: true }),
  unknown8006: bytes("Unknown8006", many),
  software: text("Software", { many: true, compute: untilNul }),
  priority: u32("Priority", many),
  "tie-breaker": bytes("Tie breaker", many),
  lifetime: u32("Lifetime", many),
  "change-ip": computed("bool", "Change IP", (r) => (r.bytes[r.end - 1]! & 4) !== 0, many),
  "change-port": computed("bool", "Change Port", (r) => (r.bytes[r.end - 1]! & 2) !== 0, many),
  "even-port.reserve-next": freeBits(1, 0, 1, "Reserve next", {
    names: { 0: "No reservation", 1: "Reserve next port number" },
    many: true,
  }),
  "cache-timeout": u32("Cache timeout", many),
  token: bytes("Token", many),
  reserved: bytes("Reserved", many),
  family: u8("Protocol Family", { show: "hex", names: families, many: true }),
  magic_cookie: u32("Magic Cookie", { show: "hex", many: true }),
  "ms.version": u32("MS Version", { names: versions, many: true }),
  "ms.version.ice": u32("MS ICE Version", {
    names: {
      1: "Supports only RFC3489bis-02 message formats",
      2: "Supports RFC5389 message formats",
    },
    many: true,
  }),
  "ms.foundation": text("Foundation", many),
  "icmp.type": u8("ICMP type", many),
  "icmp.code": u8("ICMP code", many),
  sip_call_id: bytes("SIP Call ID", many),
  sip_dialog_id: bytes("SIP Dialog ID", many),
  "lp.peer_location": u8("Peer Location", { names: { 0: "Unknown", 1: "Internet", 2: "Intranet" }, many: true }),
  "lp.seft_location": u8("Self Location", { names: { 0: "Unknown", 1: "Internet", 2: "Intranet" }, many: true }),
  "lp.federation": u8("Federation", {
    names: { 0: "No Federation", 1: "Enterprise Federation", 2: "Public Cloud Federation" },
    many: true,
  }),
});

/** What the masked port and addresses are. */
const unmasked = fields("stun.att", {
  port: number("Port", many),
  ipv4: computed("ipv4", "IP", (r) => unmask(r), many),
  ipv6: computed("ipv6", "IP", (r) => unmask(r), many),
});

export const other = fields("stun", {
  attributes: none("Attributes"),
  attribute: computed("uint", "Attribute Type", (r) => (r.bytes[r.start]! << 8) | r.bytes[r.start + 1]!, {
    show: "hex",
    width: 16,
    names: stunAttributes,
    many: true,
  }),
  value: bytes("Value", many),
  "port.bandwidth": u32("Bandwidth", many),
});

/** An attribute nobody knows. */
const unknownAttribute = group("Unknown attribute");

/** Every set of fields here. */
export const attributeSets = [
  head,
  unknownHead,
  unknownAttribute,
  plain,
  masked,
  errorCode,
  errorStart,
  channel,
  transport,
  algorithm,
  sequence,
  quality,
  network,
  value,
  unmasked,
  other,
];

const UTF8 = new TextDecoder();

function untilNul({ bytes: b, start, end }: Reading): string {
  const nul = b.subarray(start, end).indexOf(0);
  return UTF8.decode(b.subarray(start, nul < 0 ? end : start + nul));
}

/** An address without its mask: cookie and transaction, which begin where the row's value says. */
function unmask({ bytes: b, start, end, value: mask }: Reading): Uint8Array {
  return Uint8Array.from(b.subarray(start, end), (byte, i) => byte ^ b[mask + i]!);
}

/** Reads the value at the cursor, which ends at the layer's end; `message` is where the message begins. */
type Reader = (c: Cursor, message: number) => void;

const one =
  (field: Field): Reader =>
  (c) => {
    if (field.size === 0 ? c.left > 0 : c.left >= field.size) c.take(field, field.size || c.left);
  };
const placed =
  (table: Layout): Reader =>
  (c) => {
    if (c.left >= table.$node.size) c.place(table);
  };
const address: Reader = (c) => {
  if (c.left < 4) return;
  const at = c.place(plain);
  const family = c.get(at, plain.family);
  if (family === IPV4 && c.left >= IPV4_BYTES) c.take(value.ipv4, IPV4_BYTES);
  else if (family === IPV6 && c.left >= IPV6_BYTES) c.take(value.ipv6, IPV6_BYTES);
};
const maskedAddress: Reader = (c, message) => {
  if (c.left < 4) return;
  const at = c.place(masked);
  const family = c.get(at, masked.family);
  const port = c.u16(at + 2) ^ c.u16(message + 4);
  c.add(unmasked.port, at + 2, at + 4, c.frame.addNumber(port));
  const size = family === IPV4 ? IPV4_BYTES : family === IPV6 ? IPV6_BYTES : 0;
  if (size === 0 || c.left < size) return;
  c.take(value[size === IPV4_BYTES ? "ipv4-xord" : "ipv6-xord"], size);
  c.add(unmasked[size === IPV4_BYTES ? "ipv4" : "ipv6"], c.at - size, c.at, message + 4);
};

const error: Reader = (c) => {
  if (c.left < 4) return placed(errorStart)(c, 0);
  c.place(errorCode);
  one(value["error.reason"])(c, 0);
};

const fingerprint: Reader = (c, message) => {
  if (c.left < 4) return;
  const { at, bytes: b } = c;
  c.take(value.crc32, 4);
  const sum = (crc32(b.subarray(message, at - HEAD_SIZE)) ^ FINGERPRINT_MASK) >>> 0;
  c.add(value["crc32.status"], at, at, c.frame.addNumber(sum === c.u32(at) ? 1 : 0));
};

const changes: Reader = (c) => {
  if (c.left < 4) return;
  c.add(value["change-ip"], c.at, c.at + 4);
  c.add(value["change-port"], c.at, c.at + 4);
  c.at += 4;
};

/** A byte, and three that are reserved where they are there. */
const byteOf =
  (field: Field): Reader =>
  (c) => {
    if (c.left < 1) return;
    c.take(field, 1);
    c.takeRest(value.reserved);
  };

const all =
  (reader: Reader, size: number): Reader =>
  (c, message) => {
    while (c.left >= size) reader(c, message);
  };

const PLAIN_ADDRESSES = [0x0001, 0x0002, 0x0004, 0x0005, 0x000b, 0x000e, 0x0011, 0x8023, 0x802b, 0x802c, 0x8090];
const MASKED_ADDRESSES = [0x0012, 0x0016, 0x0020, 0x0027, 0x0028, 0x8020];
/** Microsoft's addresses of sites, which are masked too. */
const SITES = [0x8059, 0x805a, 0x805b, 0x805c, 0x805d, 0x805e, 0x805f, 0x8060];

const readers: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  ...PLAIN_ADDRESSES.map((type) => [type, address] as const),
  ...[...MASKED_ADDRESSES, ...SITES].map((type) => [type, maskedAddress] as const),
  [0x0003, changes],
  [USERNAME, one(value.username)],
  [0x0007, one(value.password)],
  [0x0008, one(value.hmac)],
  [ERROR_CODE, error],
  [0x000a, all(one(value.unknown), 2)],
  [0x000c, placed(channel)],
  [0x000d, one(value.lifetime)],
  [0x000f, one(value.magic_cookie)],
  [0x0010, one(other["port.bandwidth"])],
  [0x0014, one(value.realm)],
  [0x0015, one(value.nonce)],
  [0x0017, byteOf(value.family)],
  [0x0018, one(value["even-port.reserve-next"])],
  [0x0019, placed(transport)],
  [0x001d, placed(algorithm)],
  [0x0022, one(value.token)],
  [0x0024, one(value.priority)],
  [0x0026, (c) => c.add(value.padding, c.at, c.end, c.frame.addNumber(c.left))],
  [0x8002, all(placed(algorithm), 4)],
  [0x8004, icmp],
  [0x8006, one(value.unknown8006)],
  [0x8008, one(value["ms.version"])],
  [0x8022, one(value.software)],
  [0x8027, one(value["cache-timeout"])],
  [0x8028, fingerprint],
  [0x8029, one(value["tie-breaker"])],
  [0x802a, one(value["tie-breaker"])],
  [0x8050, placed(sequence)],
  [0x8054, one(value["ms.foundation"])],
  [0x8055, placed(quality)],
  [0x8061, one(value.sip_dialog_id)],
  [0x8062, one(value.sip_call_id)],
  [0x8068, locations],
  [0x8070, one(value["ms.version.ice"])],
  [0xc057, placed(network)],
]);

function icmp(c: Cursor): void {
  if (c.left < 2) return;
  c.take(value["icmp.type"], 1);
  c.take(value["icmp.code"], 1);
}

function locations(c: Cursor): void {
  if (c.left < 3) return;
  c.take(value["lp.peer_location"], 1);
  c.take(value["lp.seft_location"], 1);
  c.take(value["lp.federation"], 1);
  c.takeRest(value.reserved);
}

/** Attributes whose value Wireshark does not look into. */
const opaque = (c: Cursor) => c.takeRest(other.value);

/** Reads the value at the cursor, `length` bytes that are padded to words; what goes past the message's end is no value. */
function readValue(c: Cursor, type: number, length: number, message: number): void {
  const { end: outer } = c;
  const padding = -length & 3;
  if (type >= 0 && length + padding > c.left) {
    c.takeRest(other.value);
    c.at = outer;
    return;
  }
  const end = Math.min(outer, c.at + length);
  c.end = Math.min(end, c.have);
  (readers.get(type) ?? opaque)(c, message);
  if (c.left > 0 && type === DATA) c.rest();
  c.end = outer;
  c.at = Math.min(end, c.have);
  if (end > c.have) return c.fault(end - c.at);
  if (padding > 0) c.add(value.padding, c.at, Math.min(end + padding, outer), c.frame.addNumber(padding));
  c.at = Math.min(end + padding, outer);
}

/** Reads the attribute at the cursor of the message at `message`. */
export function readAttribute(c: Cursor, message: number): void {
  if (c.captured < HEAD_SIZE) return void c.place(head);
  const isKnown = stunAttributes[c.u16(c.at)] !== undefined;
  const row = c.open(isKnown ? other.attribute : unknownAttribute);
  const at = c.place(isKnown ? head : unknownHead);
  if (at >= 0) readValue(c, isKnown ? c.get(at, head.type) : -1, c.get(at, head.length), message);
  c.close(row, Math.min(c.at, c.have));
}
