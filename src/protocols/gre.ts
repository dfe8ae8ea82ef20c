import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, none, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";
import { status, statusValue, wrong } from "./shared/checksum.ts";

const types = table("ethertype");
/** Bits of the first word. */
const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGMENT = 0x0080;
const VERSION = 7;
/** The version PPTP uses, which has its own key and an acknowledgment number. */
const ENHANCED = 1;
/** Tunnels of wireless controllers number their links from here in steps of 16. */
const WLAN = 0x8200;
const LAST_WLAN = 0x8370;

const names: Readonly<Record<number, string>> = {
  0: "Possible GRE keepalive packet",
  254: "OSI",
  2048: "IP",
  2054: "ARP",
  8192: "CDP (Cisco)",
  8193: "NHRP",
  8939: "ERSPAN III",
  25600: "MIKROTIK EoIP",
  25944: "Transparent Ethernet bridging",
  25945: "Frame Relay",
  33079: "IPX",
  34525: "IPv6",
  34827: "PPP",
  34878: "WCCP",
  34887: "MPLS label switched packet",
  34945: "CDMA2000 A10 Unstructured byte stream",
  35006: "ERSPAN",
  35026: "CDMA2000 A10 3GPP2 Packet",
  35081: "CiscoMetaData",
  35151: "Network Service Header",
  36864: "ARUBA WLAN",
  47082: "Huawei GRE bonding",
  65198: "AIROHIVE AP AP",
};
const nameOf = (type: number) =>
  names[type] ?? (type >= WLAN && type <= LAST_WLAN && type % 16 === 0 ? "ARUBA WLAN" : undefined);

const flags = {
  flags: u16(0, "Flags and Version", { show: "hex", name: "gre.flags_and_version" }),
  "flags.checksum": bit(0, "Checksum Bit"),
  "flags.routing": bit(1, "Routing Bit"),
  "flags.key": bit(2, "Key Bit"),
  "flags.sequence_number": bit(3, "Sequence Number Bit"),
  "flags.strict_source_route": bit(4, "Strict Source Route Bit"),
  "flags.recursion_control": bits(5, 3, "Recursion control"),
};
const versions = { 0: "GRE", 1: "Enhanced GRE" };
const last = {
  "flags.version": bits(13, 3, "Version", { names: versions }),
  proto: u16(2, "Protocol Type", { show: "hex", names: nameOf }),
};

/**  0 1 2 3 4 5   8         13  16                 32
 *  +-+-+-+-+-+---+---------+---+------------------+
 *  |C|R|K|S|s|Rec| Reserved|Ver|   Protocol Type  |   RFC 2784, 2890; RFC 1701 for R, s and Rec
 *  +-+-+-+-+-+---+---------+---+------------------+ */
const header = layout("gre", 4, { ...flags, "flags.reserved": bits(8, 5, "Flags (Reserved)"), ...last });

/** The same with a bit for the acknowledgment number: RFC 2637 section 4.1 */
const enhanced = layout("gre", 4, {
  ...flags,
  "flags.ack": bit(8, "Acknowledgment"),
  "flags.reserved": bits(9, 4, "Flags (Reserved)"),
  ...last,
});

const checked = fields("gre", {
  checksum: u16("Checksum", { show: "hex" }),
  "checksum.status": status(),
  "checksum.incorrect": wrong("Incorrect GRE Checksum"),
  offset: u16("Offset"),
});

const found = fields("gre", {
  key: u32("Key", { show: "hex" }),
  "key.payload_length": u16("Payload Length"),
  "key.call_id": u16("Call ID"),
  sequence_number: u32("Sequence Number"),
  ack_number: u32("Acknowledgment Number"),
  routing: none("Routing", { many: true }),
  "routing.information": bytes("Routing Information", { many: true }),
});

/** A source route entry; one of no length ends the list (RFC 1701). */
const entry = layout(
  "gre",
  4,
  {
    "routing.address_family": u16(0, "Address Family", { many: true }),
    "routing.sre_offset": u8(2, "SRE Offset", { many: true }),
    "routing.src_length": u8(3, "SRE Length", { many: true }),
  },
  group("Routing", { list: "gre.source_routes" }),
);

/** Takes the optional words that follow the header at `from`, in the order of their bits; false where they are cut. */
function takeOptions(c: Cursor, from: number, bitsSet: number): boolean {
  const isEnhanced = (bitsSet & VERSION) === ENHANCED;
  const hasKey = (bitsSet & KEY) !== 0;
  return (
    ((bitsSet & (CHECKSUM | ROUTING)) === 0 || takeChecksum(c, from, (bitsSet & CHECKSUM) !== 0)) &&
    (!hasKey || (isEnhanced ? takeCall(c) : c.take(found.key, 4))) &&
    ((bitsSet & SEQUENCE) === 0 || c.take(found.sequence_number, 4)) &&
    (!isEnhanced || (bitsSet & ACKNOWLEDGMENT) === 0 || c.take(found.ack_number, 4)) &&
    ((bitsSet & ROUTING) === 0 || takeRoutes(c))
  );
}

/** The checksum covers header and payload; without its bit only its place is there. */
function takeChecksum(c: Cursor, from: number, isSet: boolean): boolean {
  if (!c.take(checked.checksum, 2)) return false;
  const value = isSet ? statusValue(c, c.end, 0) : -1;
  c.add(checked["checksum.status"], from, c.end, value);
  c.add(checked["checksum.incorrect"], from, c.end, value);
  return c.take(checked.offset, 2);
}

/** PPTP's key: the payload's length and the call (RFC 2637 section 4.1). */
const takeCall = (c: Cursor) => c.take(found["key.payload_length"], 2) && c.take(found["key.call_id"], 2);

function takeRoutes(c: Cursor): boolean {
  for (;;) {
    c.add(found.routing, c.at, c.at);
    const at = c.place(entry);
    if (at < 0) return false;
    const size = c.get(at, entry["routing.src_length"]);
    if (size === 0) return true;
    if (!c.take(found["routing.information"], size)) return false;
  }
}

export default protocol({
  name: "gre",
  title: "Generic Routing Encapsulation",
  spec: "RFC 2784, RFC 2890, RFC 2637",
  column: "GRE",
  fields: [header, enhanced, checked, found, entry],
  on: { "ip.proto": 47, "udp.port": 4754 },
  dissect(c) {
    if (!c.has(header.$node.size)) return c.silence();
    const isEnhanced = (c.u16(c.at) & VERSION) === ENHANCED;
    const at = c.place(isEnhanced ? enhanced : header);
    const bitsSet = c.get(at, header.flags);
    if (!takeOptions(c, at, bitsSet)) return;
    // What has no sequence number may be an acknowledgment alone (RFC 2637 section 4.1).
    if (c.left > 0 || (bitsSet & SEQUENCE) !== 0) c.end = c.next(types, c.get(at, header.proto));
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.proto)) return;
    const type = frame.get(row + 1, header.proto);
    const name = nameOf(type) ?? `0x${type.toString(16).toUpperCase().padStart(4, "0")} (unknown)`;
    info.set().text("Encapsulated ").text(name);
  },
});
