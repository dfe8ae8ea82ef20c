import type { Cursor } from "../core/cursor.ts";
import { bits, none, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ascii } from "../core/writer.ts";

const types = table("ethertype");
const linkTypes = table("linktype");
const channels = table("pwach.channel_type");
const pseudoWires = table("mpls.nibble");
const ETHERNET = 1;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** Keys of the table "mpls.nibble": what is carried, by its first four bits where they name no version of IP. */
const CONTROL_WORD = 0;
const CHANNEL = 1;
/** The label of what belongs to the path itself (RFC 5586 section 4). */
const ASSOCIATED_CHANNEL = 13;

const labels: Readonly<Record<number, string>> = {
  0: "IPv4 Explicit-Null",
  1: "Router Alert",
  2: "IPv6 Explicit-Null",
  3: "Implicit-Null",
  7: "Entropy Label Indicator (ELI)",
  13: "Generic Associated Channel Label (GAL)",
  14: "OAM Alert",
};

/**  0                    20    23 24       32
 *  +--------------------+-----+--+--------+
 *  |       Label        | Exp |S |  TTL   |   RFC 3032 section 2.1
 *  +--------------------+-----+--+--------+ */
const entry = layout(
  "mpls",
  4,
  {
    label: bits(0, 20, "MPLS Label", { show: "dec_hex", names: labels, many: true }),
    exp: bits(20, 3, "MPLS Experimental Bits", { many: true }),
    bottom: bits(23, 1, "MPLS Bottom Of Label Stack", { many: true }),
    ttl: bits(24, 8, "MPLS TTL", { many: true }),
  },
  group("Label", { list: "mpls.label_stack" }),
);

const TEXT = ascii("MPLS Label Switched Packet");

/** What is carried says itself what it is by its first four bits (RFC 4928 section 2). */
function nextByNibble(c: Cursor, label: number): number {
  if (!c.has(1)) return c.end;
  const nibble = c.u8(c.at) >> 4;
  if (label === ASSOCIATED_CHANNEL) return c.next(pseudoWires, CHANNEL);
  if (nibble === 4) return c.next(types, IPV4);
  if (nibble === 6) return c.next(types, IPV6);
  return c.next(pseudoWires, nibble);
}

export const mpls = protocol({
  name: "mpls",
  title: "MultiProtocol Label Switching Header",
  spec: "RFC 3032",
  column: "MPLS",
  fields: [entry],
  on: { ethertype: [0x8847, 0x8848], "udp.port": 6635, "ip.proto": 137 },
  dissect(c) {
    for (let at = c.place(entry); at >= 0; at = c.place(entry)) {
      if (c.get(at, entry.bottom) === 0) continue;
      c.end = nextByNibble(c, c.get(at, entry.label));
      return;
    }
  },
  summary: (_frame, _row, info) => void info.set().put(TEXT),
});

/**  0     4          16                    32
 *  +-----+----------+---------------------+
 *  |0 0 0|          |   Sequence Number   |   RFC 4448 section 4.6
 *  +-----+----------+---------------------+ */
const controlWord = layout("pweth.cw", 4, {
  reserved: u16(0, "Reserved"),
  sequence_number: u16(2, "PW sequence number (ethernet)"),
});

/** Ethernet frames behind a control word. */
export const pseudoWireEthernet = protocol({
  name: "pwethcw",
  title: "PW Ethernet Control Word",
  spec: "RFC 4448",
  fields: [controlWord],
  on: { "mpls.nibble": CONTROL_WORD },
  dissect(c) {
    if (c.place(controlWord) >= 0) c.end = c.next(linkTypes, ETHERNET);
  },
});

const channelTypes: Readonly<Record<number, string>> = {
  1: "Management Communication Channel (MCC)",
  2: "Signaling Communication Channel (SCC)",
  7: "BFD Control, PW-ACH-encapsulated (BFD Without IP/UDP Headers)",
  33: "IPv4 packet",
  34: "MPLS-TP CC message",
  35: "MPLS-TP CV message",
  36: "Protection State Coordination Protocol (PSC)",
  37: "On-Demand CV",
  39: "Pseudo-Wire OAM",
  87: "IPv6 packet",
  88: "Fault OAM",
};

/**  0      4     8          16               32
 *  +------+-----+----------+----------------+
 *  |0 0 0 1| Ver| Reserved |  Channel Type  |   RFC 4385 section 5
 *  +------+-----+----------+----------------+ */
const channel = layout("pwach", 4, {
  first: bits(0, 4, "First nibble", { hidden: true }),
  ver: bits(4, 4, "Channel Version"),
  res: u8(1, "Reserved", { show: "hex" }),
  channel_type: u16(2, "Channel Type", { show: "hex", names: channelTypes }),
});
const found = fields("pwach", { "res.not_zero": none("Error: this byte is reserved and must be 0") });
const etherTypeOf: Readonly<Record<number, number>> = { 33: IPV4, 87: IPV6 };

/** What belongs to the pseudowire or path itself: its control messages. */
export const associatedChannel = protocol({
  name: "pwach",
  title: "PW Associated Channel Header",
  spec: "RFC 4385",
  fields: [channel, found],
  on: { "mpls.nibble": CHANNEL },
  dissect(c) {
    const at = c.place(channel);
    if (at < 0) return;
    if (c.get(at, channel.res) !== 0) c.add(found["res.not_zero"], at + 1, at + 2);
    const type = c.get(at, channel.channel_type);
    const etherType = etherTypeOf[type];
    c.end = etherType === undefined ? c.next(channels, type) : c.next(types, etherType);
  },
});
