import type { Cursor } from "../core/cursor.ts";
import { bit, bits, freeBits, none, u16, u32 } from "../core/field.ts";
import { fields, type Layout, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ascii } from "../core/writer.ts";

const linkTypes = table("linktype");
const ETHERNET = 1;
const TYPE_II = 1;
const TYPE_III = 2;
/** GRE's bit for a sequence number, in the first byte of its header: type I goes without, and has no header either. */
const SEQUENCE = 0x10;
const PREFIX = ascii("ERSPAN:");

const first = {
  version: bits(0, 4, "Version", { names: { [TYPE_II]: "Type II", [TYPE_III]: "Type III" } }),
  vlan: bits(4, 12, "VLAN"),
  cos: bits(16, 3, "Class of Service"),
};
const session = {
  truncated: bits(21, 1, "Truncated", { names: { 0: "Not truncated", 1: "Truncated" } }),
  spanid: bits(22, 10, "Session ID"),
};
const encapsulations = {
  0: "Originally without VLAN tag",
  1: "Originally ISL encapsulated",
  2: "Originally 802.1Q encapsulated",
  3: "VLAN tag preserved in frame",
};

/**  0       4          12      16   19 21  22                  32
 *  +-------+------------------+-----+---+--+-------------------+
 *  |Version|       VLAN       | COS |En |T |     Session ID    |
 *  |         Reserved         |             Index              |   draft-foschiano-erspan section 4.2
 *  +--------------------------+--------------------------------+ */
const typeTwo = layout("erspan", 8, {
  ...first,
  encap: bits(19, 2, "Encapsulation", { names: encapsulations }),
  ...session,
  reserved: bits(32, 12, "Reserved"),
  index: bits(44, 20, "Index"),
});

const integrity = {
  0: "Good or unknown integrity",
  1: "Short frame",
  2: "Oversized frame",
  3: "CRC or alignment error",
};
const granularities = { 0: "100 microseconds", 1: "100 nanoseconds", 2: "IEEE 1588", 3: "Custom granularity" };

/**  0       4          12      16   19 21  22                  32
 *  +-------+------------------+-----+---+--+-------------------+
 *  |Version|       VLAN       | COS |BSO|T |     Session ID    |
 *  |                        Timestamp                          |
 *  |   Security Group Tag     |P| Frame type |HW ID|D|Gra|O|    |   draft-foschiano-erspan section 4.3
 *  +--------------------------+-+------------+-----+-+---+-+---+ */
const typeThree = layout("erspan", 12, {
  ...first,
  bso: bits(19, 2, "Bad/Short/Oversized", { names: integrity }),
  ...session,
  timestamp: u32(4, "Timestamp"),
  sgt: u16(8, "Security Group Tag"),
  p: bits(80, 1, "Has Ethernet PDU"),
  ft: bits(81, 5, "Frame Type", { names: { 0: "Ethernet", 2: "IP" } }),
  hw: bits(86, 6, "Hardware ID"),
  direction: bit(92, "Egress"),
  gra: bits(93, 2, "Timestamp granularity", { names: granularities }),
  o: bits(95, 1, "Optional sub-header"),
});

/** What a platform adds to type III: 6 bits of its number and 58 of its own. */
const ofPlatform = <const R extends Parameters<typeof layout>[2]>(rows: R) =>
  layout("erspan", 8, { platid: bits(0, 6, "Platform ID"), ...rows });
const numbered = ofPlatform({
  "pid1.rsvd1": bits(6, 14, "Reserved"),
  "pid1.vsmid": bits(20, 12, "VSM Domain ID"),
  "pid1.port_index": u32(4, "Port ID/Index"),
});
const stamped = ofPlatform({
  "pid3.rsvd1": bits(6, 12, "Reserved"),
  "pid3.port_index": bits(18, 14, "Port ID/Index"),
  "pid3.timestamp": u32(4, "Upper 32 bits of the timestamp"),
});
const reserved = ofPlatform({
  "pid4.rsvd1": bits(6, 12, "Reserved"),
  "pid4.rsvd2": bits(18, 14, "Reserved"),
  "pid4.rsvd3": u32(4, "Reserved"),
});
const switched = ofPlatform({
  "pid5.switchid": bits(6, 10, "Switch ID"),
  "pid5.port_index": bits(16, 16, "Port ID/Index"),
  "pid5.timestamp": u32(4, "Timestamp in seconds"),
});
const indexed = ofPlatform({
  "pid7.rsvd1": bits(6, 6, "Reserved"),
  "pid7.source_index": bits(12, 20, "Source Index"),
  "pid7.timestamp": u32(4, "Upper 32 bits of the timestamp"),
});
const platforms: readonly (Layout | undefined)[] = [
  indexed,
  numbered,
  undefined,
  stamped,
  reserved,
  switched,
  switched,
  indexed,
];

const free = fields("erspan", {
  platid: freeBits(4, 0, 6, "Platform ID"),
  "pid.rsvd": freeBits(4, 6, 26, "Reserved"),
  version: freeBits(2, 0, 4, "Version"),
  "version.unknown": none("Unknown version"),
});

/** True where the GRE header around numbers its packets. */
function isNumbered(c: Cursor): boolean {
  const outer = c.tape.layerBefore(c.tape.top);
  return c.tape.nodes[outer]!.name !== "gre" || (c.bytes[c.tape.start(outer)]! & SEQUENCE) !== 0;
}

/** Reads what a platform adds; false where it is cut. */
function readPlatform(c: Cursor): boolean {
  if (!c.has(8)) return false;
  const known = platforms[c.u8(c.at) >> 2];
  if (known !== undefined) return c.place(known) >= 0;
  return c.take(free.platid, 4) && c.take(free["pid.rsvd"], 4);
}

/** Reads a header of type III; what it mirrors is a frame of Ethernet, or something else. */
function readTypeThree(c: Cursor): void {
  const at = c.place(typeThree);
  if (at < 0 || (c.get(at, typeThree.o) === 1 && !readPlatform(c))) return;
  if (c.get(at, typeThree.ft) === 0) c.next(linkTypes, ETHERNET);
  else c.rest();
}

export default protocol({
  name: "erspan",
  title: "Encapsulated Remote Switch Packet Analysis",
  spec: "draft-foschiano-erspan",
  column: "ERSPAN",
  fields: [typeTwo, typeThree, numbered, stamped, reserved, switched, indexed, free],
  on: { ethertype: [0x88be, 0x22eb] },
  dissect(c) {
    if (!isNumbered(c)) {
      c.next(linkTypes, ETHERNET);
      return;
    }
    if (!c.has(2)) return;
    const version = c.u8(c.at) >> 4;
    if (version === TYPE_III) readTypeThree(c);
    else if (version !== TYPE_II) {
      c.add(free.version, c.at, c.at + 2);
      c.add(free["version.unknown"], c.at, c.at + 2);
    } else if (c.place(typeTwo) >= 0) c.next(linkTypes, ETHERNET);
  },
  summary: (_frame, _row, info) => void info.set().put(PREFIX),
});
