import type { Cursor } from "../core/cursor.ts";
import {
  bytes,
  computed,
  duration,
  frameNumber,
  ipv4,
  ipv6,
  none,
  number,
  octets,
  text,
  u8,
  u16,
  u32,
} from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import type { Memory } from "../core/memory.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { type Column, Table } from "../streams/table.ts";

const SIZE = 20;
const HEAD_SIZE = 4;
const COOKIE = 0x2112a442;
const IPV4 = 1;
const IPV6 = 2;
/** Where in a message its number begins. */
const NUMBER = 4;
const many = { many: true } as const;

/** Messages: RFC 3489 section 11.1, and the drafts of TURN before RFC 5766. */
const types: Readonly<Record<number, string>> = {
  1: "Binding Request",
  2: "Shared Secret Request",
  3: "Allocate Request",
  4: "Send Request",
  6: "Set Active Destination Request",
  257: "Binding Response",
  258: "Shared Secret Response",
  259: "Allocate Response",
  260: "Send Response",
  262: "Set Active Destination Response",
  273: "Binding Error Response",
  275: "Allocate Error Response",
  276: "Send Error Response",
  277: "Data Indication",
  278: "Set Active Destination Error Response",
  4370: "Shared Secret Error Response",
};
/** Types below this are requests. */
const FIRST_RESPONSE = 0x0100;

/** Attributes: RFC 3489 section 11.2, and the same drafts. */
const attributeTypes: Readonly<Record<number, string>> = {
  1: "MAPPED-ADDRESS",
  2: "RESPONSE-ADDRESS",
  3: "CHANGE-REQUEST",
  4: "SOURCE-ADDRESS",
  5: "CHANGED-ADDRESS",
  6: "USERNAME",
  7: "PASSWORD",
  8: "MESSAGE-INTEGRITY",
  9: "ERROR-CODE",
  10: "UNKNOWN-ATTRIBUTES",
  11: "REFLECTED-FROM",
  13: "LIFETIME",
  14: "ALTERNATE_SERVER",
  15: "MAGIC_COOKIE",
  16: "BANDWIDTH",
  17: "DESTINATION_ADDRESS",
  18: "REMOTE_ADDRESS",
  19: "DATA",
  20: "NONCE",
  21: "REALM",
  22: "REQUESTED_ADDRESS_TYPE",
  32800: "XOR_MAPPED_ADDRESS",
  32801: "XOR_ONLY",
  32802: "SERVER",
};

/**  0                16                31
 *  +-----------------+-----------------+
 *  |       Type      |     Length      |
 *  |       Transaction (128 bits)      |   RFC 3489 section 11.1
 *  +-----------------------------------+ */
const header = layout("classicstun", SIZE, {
  type: u16(0, "Message Type", { show: "hex", names: types }),
  length: u16(2, "Message Length", { show: "hex" }),
  id: octets(NUMBER, 16, "Message Transaction ID"),
});

/** RFC 3489 section 11.2 */
const head = layout("classicstun.att", HEAD_SIZE, {
  type: u16(0, "Attribute Type", { show: "hex", names: attributeTypes, many: true }),
  length: u16(2, "Attribute Length", many),
});

/** RFC 3489 section 11.2.1 */
const address = layout("classicstun.att", 4, {
  family: u16(0, "Protocol Family", { show: "hex", names: { [IPV4]: "IPv4", [IPV6]: "IPv6" }, many: true }),
  port: u16(2, "Port", many),
});
const masked = layout("classicstun.att", 4, {
  family: u16(0, "Protocol Family", { show: "hex", names: { [IPV4]: "IPv4", [IPV6]: "IPv6" }, many: true }),
  "port-xord": u16(2, "Port (XOR-d)", many),
});
const errorCode = layout("classicstun.att", 4, {
  reserved: octets(0, 2, "Reserved", { hidden: true, many: true }),
  class: u8(2, "Error Class", {
    name: "classicstun.att.error.class",
    compute: (r) => r.bytes[r.start]! & 7,
    many: true,
  }),
  error: u8(3, "Error Code", many),
});

const value = fields("classicstun.att", {
  value: bytes("Value", many),
  ipv4: ipv4("IP", many),
  ipv6: ipv6("IP", many),
  "ipv4-xord": ipv4("IP (XOR-d)", many),
  "ipv6-xord": ipv6("IP (XOR-d)", many),
  "change.ip": computed("bool", "Change IP", (r) => (r.bytes[r.end - 1]! & 4) !== 0, many),
  "change.port": computed("bool", "Change Port", (r) => (r.bytes[r.end - 1]! & 2) !== 0, many),
  unknown: u16("Unknown Attribute", { show: "hex", many: true }),
  "error.reason": text("Error Reason Phase", many),
  server: text("Server version", many),
  lifetime: u32("Lifetime", many),
  "magic.cookie": u32("Magic Cookie", { show: "hex", many: true }),
  bandwidth: u32("Bandwidth", many),
  data: bytes("Data", many),
});
const unmasked = fields("classicstun.att", {
  port: number("Port", many),
  ipv4: computed(
    "ipv4",
    "IP",
    (r) => r.bytes.subarray(r.start, r.end).map((byte, i) => byte ^ r.bytes[r.value + i]!),
    many,
  ),
});

const found = fields("classicstun", {
  att: none("Attributes"),
  response_in: frameNumber("Response In"),
  response_to: frameNumber("Request In"),
  time: duration("Time"),
});

/** Attributes that hold one thing. */
const simple: Readonly<Record<number, (typeof value)[keyof typeof value]>> = {
  6: value.value,
  7: value.value,
  8: value.value,
  13: value.lifetime,
  15: value["magic.cookie"],
  16: value.bandwidth,
  19: value.data,
  32802: value.server,
};
const ADDRESSES = new Set([1, 2, 4, 5, 11, 14, 17, 18]);
const MASKED = 32800;

function readAddress(c: Cursor, message: number, isMasked: boolean): void {
  if (c.left < 4) return;
  const at = c.place(isMasked ? masked : address);
  const family = c.u16(at);
  if (isMasked) c.add(unmasked.port, at + 2, at + 4, c.frame.addNumber(c.u16(at + 2) ^ c.u16(message + NUMBER)));
  if (family === IPV6 && c.left >= 16) c.take(value[isMasked ? "ipv6-xord" : "ipv6"], 16);
  if (family !== IPV4 || c.left < 4) return;
  c.take(value[isMasked ? "ipv4-xord" : "ipv4"], 4);
  if (isMasked) c.add(unmasked.ipv4, c.at - 4, c.at, message + NUMBER);
}

/** Reads the value at the cursor, which ends where the layer does. */
function readValue(c: Cursor, type: number, message: number): void {
  const field = simple[type];
  if (field !== undefined && c.left >= Math.max(1, field.size)) c.take(field, field.size || c.left);
  else if (ADDRESSES.has(type)) readAddress(c, message, false);
  else if (type === MASKED) readAddress(c, message, true);
  else if (type === 3 && c.left >= 4) {
    c.add(value["change.ip"], c.at, c.at + 4);
    c.add(value["change.port"], c.at, c.at + 4);
    c.at += 4;
  } else if (type === 9 && c.left >= 4) {
    c.place(errorCode);
    if (c.left > 0) c.take(value["error.reason"], c.left);
  } else if (type === 10) while (c.left >= 2) c.take(value.unknown, 2);
  c.takeRest(value.value);
}

function readAttribute(c: Cursor, message: number): void {
  const at = c.place(head);
  if (at < 0) return;
  const length = c.get(at, head.length);
  if (!c.has(length)) return;
  const { end } = c;
  c.end = c.at + length;
  readValue(c, c.get(at, head.type), message);
  c.at = c.end;
  c.end = end;
}

/** The first request and response of each transaction of a run, and when the request came. */
class Exchanges {
  private readonly table: Table;
  private readonly frames: Column<Int32Array>;
  private readonly times: Column<Float64Array>;

  constructor(memory: Memory) {
    this.table = new Table(memory, "STUN transactions", 5);
    this.frames = this.table.ints(2);
    this.times = this.table.floats(2);
  }

  /** Takes in the message at `at`, and puts down what is known of it. */
  follow(c: Cursor, at: number): void {
    const { table, frames, times } = this;
    table.key[0] = c.conversation >> 1;
    for (let i = 0; i < 4; i++) table.key[1 + i] = c.u32(at + NUMBER + 4 * i) | 0;
    const place = table.find(5, c.frame.number);
    const isRequest = c.u16(at) < FIRST_RESPONSE;
    const own = place * 2 + (isRequest ? 0 : 1);
    if (isRequest && frames.data[own] === 0) {
      times.data[place * 2] = c.frame.seconds;
      times.data[place * 2 + 1] = c.frame.nanoseconds;
    }
    if (frames.data[own] === 0) frames.data[own] = c.frame.number;
    const partner = frames.data[place * 2 + (isRequest ? 1 : 0)]!;
    if (partner === 0) return;
    c.put(isRequest ? found.response_in : found.response_to, partner);
    if (isRequest) return;
    const seconds = c.frame.seconds - times.data[place * 2]!;
    c.put(found.time, seconds * 1e9 + c.frame.nanoseconds - times.data[place * 2 + 1]!);
  }
}

const classicstun: Protocol<Exchanges> = protocol({
  name: "classicstun",
  title: "Simple Traversal of UDP Through NAT",
  spec: "RFC 3489",
  column: "CLASSIC-STUN",
  fields: [header, head, address, masked, errorCode, value, unmasked, found],
  sniffsOn: "udp.port",
  sniffs: (c) =>
    c.left >= SIZE &&
    c.captured >= SIZE &&
    types[c.u16(c.at)] !== undefined &&
    c.left === SIZE + c.u16(c.at + 2) &&
    c.u32(c.at + NUMBER) !== COOKIE,
  state: (memory) => new Exchanges(memory),
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    c.state(classicstun).follow(c, at);
    if (c.left <= 0) return;
    const row = c.open(found.att);
    c.items(c.end, header.length, (inner) => readAttribute(inner, at));
    c.close(row, Math.min(c.at, c.have));
  },
  summary(frame, row, info) {
    if (frame.holds(row + 1, header.type)) info.set().text(`Message: ${types[frame.get(row + 1, header.type)]}`);
  },
});

export default classicstun;
