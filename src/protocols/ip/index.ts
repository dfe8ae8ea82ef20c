import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, computed, derived, freeBits, ipv4, none, type Reading, u8, u16 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import type { Memory } from "../../core/memory.ts";
import { preferences, type Settings, toggle } from "../../core/preference.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import type { Info } from "../../core/writer.ts";
import { dscpNames, ecnNames } from "../../names/dscp.ts";
import { ipProtocolName, ipProtocols } from "../../names/ip-protocols.ts";
import { Fragments } from "../../streams/fragments.ts";
import { INCOMPLETE, unverified, verdict, verify } from "../shared/checksum.ts";
import { fragmentFields, inDatagram } from "../shared/fragments.ts";
import { isUnclaimed, nextHeader, withoutOthers } from "../shared/ip-payload.ts";
import { nameAt } from "../shared/names.ts";
import { finalAddress, NOWHERE, optionFields, readOption } from "./options.ts";
import { strayTtl, tooSmallTtl } from "./ttl.ts";

const etherTypes = table("ethertype");
const IPV6 = 0x86dd;
const SHORTEST = 20;
/** Offsets of fields that are read before the header is placed. */
const LENGTH = 2;
const SOURCE = 12;
const DESTINATION = 16;
/** The flags and fragment offset of a whole packet, but for "don't fragment" and the reserved bit. */
const FRAGMENT = 0x3fff;
/** What a fragment's offset counts, in bytes. */
const UNIT = 8;

/** What users may decide about IPv4. */
const preferred = preferences("ip", {
  defragment: toggle("Put datagrams together that came in fragments", true),
  check_checksum: toggle("Verify the header's checksum", false),
});

/** What IPv4 keeps during a run: the fragments that wait for others, and what users want to know. */
class State {
  readonly fragments: Fragments;
  readonly joins: boolean;
  readonly verifies: boolean;

  constructor(memory: Memory, settings: Settings) {
    this.fragments = new Fragments(memory);
    this.joins = settings.get(preferred.defragment);
    this.verifies = settings.get(preferred.check_checksum);
  }
}

/**  0       4       8              16  19                   31
 *  +-------+-------+---------------+------------------------+
 *  |Version|  IHL  | Diff. services|      Total Length      |
 *  |        Identification         |Flags|  Fragment Offset |
 *  | Time to Live  |   Protocol    |    Header Checksum     |   RFC 791 section 3.1
 *  |                    Source Address                      |
 *  |                 Destination Address                    |
 *  +-------+-------+---------------+------------------------+ */
const rows = {
  version: bits(0, 4, "Version"),
  hdr_len: bits(4, 4, "Header Length", { scale: 4, unit: "bytes" }),
  dsfield: u8(1, "Differentiated Services Field", { show: "hex" }),
  "dsfield.dscp": bits(8, 6, "Differentiated Services Codepoint", { names: dscpNames }),
  "dsfield.ecn": bits(14, 2, "Explicit Congestion Notification", { names: ecnNames }),
  len: u16(LENGTH, "Total Length"),
  id: u16(4, "Identification", { show: "hex" }),
  flags: bits(48, 3, "Flags", { show: "hex" }),
  "flags.rb": bit(48, "Reserved bit"),
  "flags.df": bit(49, "Don't fragment"),
  "flags.mf": bit(50, "More fragments"),
  frag_offset: bits(51, 13, "Fragment Offset"),
  ttl: u8(8, "Time to Live"),
  "ttl.too_small": computed("none", "Time To Live too small", tooSmallTtl),
  "ttl.lncb": computed("none", "Time To Live not what the local network control block asks", strayTtl),
  proto: u8(9, "Protocol", { names: ipProtocols }),
  checksum: u16(10, "Header Checksum", { show: "hex" }),
  "checksum.status": unverified(10, "Header checksum status"),
  src: ipv4(SOURCE, "Source Address", { also: "ip.addr" }),
  src_host: derived(SOURCE, 4, "Source Host", nameAt(0, 4), { also: "ip.host" }),
};
const arrival = {
  dst: ipv4(DESTINATION, "Destination Address", { also: "ip.addr" }),
  dst_host: derived(DESTINATION, 4, "Destination Host", nameAt(0, 4), { also: "ip.host" }),
};
const header = layout("ip", SHORTEST, { ...rows, ...arrival });

/** A packet whose sender chose its route: the header tells where to next, an option where to in the end. */
const routed = layout("ip", SHORTEST, {
  ...rows,
  cur_rt: ipv4(DESTINATION, "Current Route"),
  cur_rt_host: derived(DESTINATION, 4, "Current Route Host", nameAt(0, 4)),
});

/** A packet that its sender left to the network card to cut up: its length is 0, and the frame tells it. */
const offloaded = layout("ip", SHORTEST, {
  ...rows,
  ...arrival,
  len: u16(LENGTH, "Total Length", { compute: lengthInFrame }),
});

function lengthInFrame({ frame, row, start }: Reading): number {
  const source = frame.tape.source(row);
  const own = frame.source(source);
  const at = start - LENGTH;
  return source === 0 ? frame.originalLength - at + own.start : own.end - at;
}

const noted = fields("ip", {
  version: freeBits(1, 0, 4, "Version"),
  bogus_ip_version: none("Bogus IP version"),
  bogus_header_length: none("Bogus IP header length"),
  bogus_ip_length: none("Bogus IP length"),
});

const verified = verdict("ip", 10, "checksum_bad.expert", "Header checksum status");
const fragments = fragmentFields("ip", "IPv4", bytes);

/** Reads what is no IPv4: IPv6 in IPv4's place, or something else. */
function readOther(c: Cursor): void {
  const { at } = c;
  c.add(noted.version, at, at + 1);
  c.add(noted.bogus_ip_version, at, at + 1);
  if (c.u8(at) >> 4 === 6) c.next(etherTypes, IPV6);
}

/** True for a header whose lengths cannot be: then only what stands up to them is shown. */
function isBogus(c: Cursor, at: number): boolean {
  const size = (c.u8(at) & 15) * 4;
  const length = c.u16(at + LENGTH);
  if (size >= SHORTEST && (length >= size || length === 0)) return false;
  c.span(header, at, at + (size < SHORTEST ? 1 : 4));
  c.add(size < SHORTEST ? noted.bogus_header_length : noted.bogus_ip_length, at, at + 4);
  return true;
}

/** Which table the header at the cursor is read by. */
function kindOf(c: Cursor, arrivesAt: number): Layout {
  if (arrivesAt !== NOWHERE) return routed;
  return c.captured >= LENGTH + 2 && c.u16(c.at + LENGTH) === 0 ? offloaded : header;
}

/** True where the capture ends in the options: where the packet goes is not known without them. */
function isCut(c: Cursor): boolean {
  const { at } = c;
  const size = (c.u8(at) & 15) * 4;
  if (c.captured >= size || c.left < size) return false;
  c.span(header, at, at + DESTINATION);
  c.fault(size);
  return true;
}

function readPacket(c: Cursor): void {
  const { at } = c;
  if (c.captured > 0 && c.u8(at) >> 4 !== 4) return readOther(c);
  if (c.captured >= 4 && isBogus(c, at)) return;
  const row = c.tape.count;
  const hasOptions = c.captured >= SHORTEST && (c.u8(at) & 15) * 4 > SHORTEST;
  if (hasOptions && isCut(c)) return;
  const arrivesAt = hasOptions ? finalAddress(c, at + SHORTEST, at + (c.u8(at) & 15) * 4) : NOWHERE;
  if (c.place(kindOf(c, arrivesAt)) < 0) return;
  c.endpoints(at + SOURCE, arrivesAt === NOWHERE ? at + DESTINATION : arrivesAt, 4);
  const headerEnd = at + c.get(at, header.hdr_len);
  const state = c.state(ip);
  if (state.verifies) verify(c, verified, row, at, headerEnd, headerEnd > c.have ? INCOMPLETE : 0);
  if (headerEnd > c.at && !(c.has(headerEnd - c.at) && c.items(headerEnd, header.hdr_len, readOption))) return;
  const length = c.get(at, header.len);
  if (length !== 0) {
    if (at + length > c.end && !c.isQuoted) c.add(noted.bogus_ip_length, at + LENGTH, at + LENGTH + 2);
    c.limit(at + length, header.len);
  }
  if ((c.u16(at + 6) & FRAGMENT) !== 0) readFragment(c, state, at);
  else if (c.left > 0) nextHeader(c, c.get(at, header.proto));
}

/**
 * Collects the fragment whose header is at `at`, quoted ones, too; the one that completes its datagram shows what is in
 * it.
 */
function readFragment(c: Cursor, { fragments: kept, joins }: State, at: number): void {
  const offset = c.get(at, header.frag_offset) * UNIT;
  const proto = c.get(at, header.proto);
  const end = at + c.get(at, header.len);
  if (c.left <= 0 || c.at + c.captured < end || !joins) return withoutOthers(c, offset, proto);
  const id = (proto << 16) | c.get(at, header.id);
  const more = c.get(at, header["flags.mf"]) === 1;
  const datagram = kept.add(c.frame, id, offset, more, c.bytes, c.at, c.end);
  if (datagram === undefined) c.rest();
  else inDatagram(c, fragments, "IPv4", datagram, () => nextHeader(c, proto));
}

const ip = protocol({
  name: "ip",
  title: "Internet Protocol Version 4",
  spec: "RFC 791",
  column: "IPv4",
  headline: { Src: header.src, Dst: header.dst },
  fields: [header, routed, offloaded, noted, verified, fragments, ...optionFields],
  preferences: preferred,
  on: { ethertype: 0x0800, "ip.proto": 4, linktype: 228 },
  state: (memory, settings) => new State(memory, settings),
  dissect: readPacket,
  summary(frame: Frame, row: number, info: Info) {
    const head = row + 1;
    if (frame.tape.end(head) === frame.tape.start(head)) return;
    info.set();
    if (!frame.holds(head, header.dst)) return bogus(frame, head, info);
    const proto = frame.get(head, header.proto);
    const offset = frame.get(head, header.frag_offset) * UNIT;
    const name = ipProtocolName(proto);
    const joined = frame.find(row, fragments.fragments);
    if (joined >= 0 && frame.tape.value(joined) !== 0) {
      info.text("[Illegal IPv4 fragments]");
      return;
    }
    const isCut = frame.tape.start(head) + frame.get(head, header.len) > frame.source(frame.tape.source(row)).end;
    if (joined >= 0 || (offset === 0 && (isCut || frame.get(head, header["flags.mf"]) === 0))) {
      if (isUnclaimed(frame, row)) info.text(name).text(" (").decimal(proto).byte(41);
      return;
    }
    info.text("Fragmented IP protocol (proto=").text(name).byte(32).decimal(proto).text(", off=").decimal(offset);
    info.text(", ID=").hex(frame.get(head, header.id), 4).byte(41);
  },
});

export default ip;

/** Writes why a header could not be read. */
function bogus(frame: Frame, head: number, info: Info): void {
  const { tape } = frame;
  if (tape.nodes[head] === noted.version) {
    info.text(`Bogus IPv4 version (${frame.get(head, header.version)}, must be 4)`);
    return;
  }
  const size = frame.get(head, header.hdr_len);
  const why = tape.nodes[head + 1];
  if (why === noted.bogus_header_length) info.text(`Bogus IP header length (${size}, must be at least ${SHORTEST})`);
  else if (why === noted.bogus_ip_length) {
    info.text(`Bogus IP length (${frame.get(head, header.len)}, less than header length ${size})`);
  }
}
