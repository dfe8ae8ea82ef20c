import type { Cursor } from "../../core/cursor.ts";
import { bits, number, octets, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { stunClasses, stunMethods } from "../../names/stun.ts";
import { attributeSets, other, readAttribute } from "./attributes.ts";
import { Exchanges, exchange } from "./exchanges.ts";
import { summary } from "./summary.ts";

const SIZE = 20;
const COOKIE = 0x2112a442;
/** The bits of a message's type that tell its method and its class, and the highest method Wireshark takes. */
const METHOD = 0x3eef;
const CLASS = 0x0110;
const HIGHEST_METHOD = 0xff;
const CHANNEL_SIZE = 4;
/** Numbers of channels begin with the bits 01: RFC 8656 section 12 */
const CHANNELS = 0x4000;
const FIRST_BITS = 0xc000;
/** RFC 5389 and what came after it. */
const CURRENT = 3;

/**  0 1                16                31
 *  +-+----------------+-----------------+
 *  |0 0|     Type     |     Length      |
 *  |               Cookie               |   RFC 8489 section 5
 *  |         Transaction (96 bits)      |
 *  +------------------------------------+ */
export const header = layout("stun", SIZE, {
  type: u16(0, "Message Type", { show: "hex" }),
  "type.class": {
    ...bits(0, 16, "Message Class", {
      show: "hex",
      width: 16,
      names: stunClasses,
      compute: (r) => (((r.bytes[r.start]! << 8) | (r.bytes[r.start + 1]! & CLASS)) >> 4) & 0x11,
    }),
  },
  "type.method": bits(0, 16, "Message Method", {
    show: "hex",
    width: 16,
    names: stunMethods,
    compute: (r) => ((r.bytes[r.start]! << 8) | r.bytes[r.start + 1]!) & METHOD,
  }),
  "type.method-assignment": bits(2, 1, "Message Method Assignment", {
    show: "hex",
    width: 16,
    names: { 0: "IETF Review", 1: "Designated Expert" },
  }),
  length: u16(2, "Message Length"),
  cookie: octets(4, 4, "Message Cookie"),
  id: octets(8, 12, "Message Transaction ID"),
});

/** Data over a channel: RFC 8656 section 12.4 */
const channelData = layout("stun", CHANNEL_SIZE, {
  channel: u16(0, "Channel Number", { show: "hex" }),
  length: u16(2, "Message Length"),
});

const found = fields("stun", {
  network_version: number("STUN Network Version", {
    names: { 1: "MS-TURN", 2: "RFC-3489 and earlier", [CURRENT]: "RFC-5389/8489" },
  }),
});

/** The method in a type, its bits side by side. */
const methodOf = (type: number) => (type & 0xf) | ((type & 0xe0) >> 1) | ((type & 0x3e00) >> 2);

/** True where a message begins that is as long as what is there. */
function isMessage(c: Cursor): boolean {
  if (c.left < SIZE || c.captured < 8) return false;
  const type = c.u16(c.at);
  if ((type & FIRST_BITS) !== 0 || methodOf(type) > HIGHEST_METHOD) return false;
  return c.u32(c.at + 4) === COOKIE && c.left === SIZE + c.u16(c.at + 2);
}

/** True where data over a channel begin that are as long as what is there, perhaps padded. */
function isChannelData(c: Cursor): boolean {
  if (c.left < CHANNEL_SIZE || c.captured < CHANNEL_SIZE || (c.u16(c.at) & FIRST_BITS) !== CHANNELS) return false;
  const length = c.u16(c.at + 2);
  return c.left === CHANNEL_SIZE + length || c.left === CHANNEL_SIZE + ((length + 3) & ~3);
}

function readMessage(c: Cursor, exchanges: Exchanges): void {
  const at = c.place(header);
  if (at < 0) return;
  const kind = c.u16(at) & CLASS;
  exchanges.follow(c, at + 8, kind === 0, (kind & 0x100) !== 0);
  if (c.left <= 0) return;
  c.put(found.network_version, CURRENT);
  const row = c.open(other.attributes);
  c.items(c.end, header.length, (inner) => readAttribute(inner, at));
  c.close(row, Math.min(c.at, c.have));
}

function readChannelData(c: Cursor): void {
  const at = c.place(channelData);
  const end = c.at + c.get(at, channelData.length);
  const { end: outer } = c;
  c.limit(end, channelData.length);
  c.rest();
  c.end = outer;
}

const stun: Protocol<Exchanges> = protocol({
  name: "stun",
  title: "Session Traversal Utilities for NAT",
  spec: "RFC 8489",
  column: "STUN",
  fields: [header, channelData, exchange, found, ...attributeSets],
  on: { "udp.port": 3478 },
  sniffsOn: "udp.port",
  sniffs: (c) => isMessage(c) || isChannelData(c),
  state: (memory) => new Exchanges(memory),
  dissect(c) {
    if (isMessage(c)) return readMessage(c, c.state(stun));
    if (!isChannelData(c)) return false;
    readChannelData(c);
  },
  summary,
});

export default stun;
