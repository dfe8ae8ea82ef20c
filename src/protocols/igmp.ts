import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, computed, ipv4, octets, type Reading, u8, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, type Layout, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { status, statusValue, wrong } from "./shared/checksum.ts";

const QUERY = 0x11;
const REPORT_1 = 0x12;
const REPORT_2 = 0x16;
const LEAVE = 0x17;
const REPORT_3 = 0x22;
/** A query this long or longer is version 3 (RFC 3376 section 7.1). */
const QUERY_3_SIZE = 12;

const kind = u8(0, "Type", {
  show: "hex",
  names: {
    17: "Membership Query",
    18: "Membership Report",
    22: "Membership Report",
    23: "Leave Group",
    34: "Membership Report",
  },
});
const checksum = u16(2, "Checksum", { show: "hex" });
const version = (number: number) => computed("uint", "IGMP Version", () => number);
const group1 = ipv4(4, "Multicast Address", { many: true });

/** RFC 1112 appendix I */
const version1 = layout("igmp", 8, {
  version: version(1),
  type: kind,
  reserved: octets(1, 1, "Reserved", { many: true }),
  checksum,
  maddr: group1,
});

/**  0       8               16                31
 *  +-------+---------------+-----------------+
 *  | Type  | Max Resp Time |    Checksum     |
 *  |              Group Address              |   RFC 2236 section 2
 *  +-------+---------------+-----------------+ */
const version2 = layout("igmp", 8, {
  version: version(2),
  type: kind,
  max_resp: u8(1, "Max Resp Time"),
  checksum,
  maddr: group1,
});

/** Values from 128 on are an exponent and a mantissa (RFC 3376 section 4.1.1), in tenths of a second. */
function responseTime({ bytes: b, start }: Reading): number {
  const code = b[start]!;
  return code < 128 ? code : ((code & 15) | 16) << (((code >> 4) & 7) + 3);
}
const ifFloating =
  (shift: number, mask: number) =>
  ({ bytes: b, start }: Reading) =>
    b[start + 1]! < 128 ? undefined : (b[start + 1]! >> shift) & mask;

/** RFC 3376 section 4.1 */
const query3 = layout("igmp", 12, {
  version: version(3),
  type: kind,
  max_resp: u8(1, "Max Resp Time", { compute: responseTime }),
  "max_resp.exp": computed("uint", "Exponent", ifFloating(4, 7), { show: "hex", width: 8 }),
  "max_resp.mant": computed("uint", "Mantissa", ifFloating(0, 15), { show: "hex", width: 8 }),
  checksum,
  maddr: group1,
  resv: bits(64, 4, "Reserved", { name: "igmp.resv" }),
  s: bit(68, "S"),
  qrv: bits(69, 3, "QRV"),
  qqic: u8(9, "QQIC"),
  num_src: u16(10, "Num Src", { many: true }),
});

/** RFC 3376 section 4.2 */
const report3 = layout("igmp", 8, {
  version: version(3),
  type: kind,
  reserved: octets(1, 1, "Reserved", { many: true }),
  checksum,
  reserved2: octets(4, 2, "Reserved", { name: "igmp.reserved", many: true }),
  num_grp_recs: u16(6, "Num Group Records"),
});
const record = layout("igmp", 8, {
  record_type: u8(0, "Record Type", {
    many: true,
    names: {
      1: "Mode Is Include",
      2: "Mode Is Exclude",
      3: "Change To Include Mode",
      4: "Change To Exclude Mode",
      5: "Allow New Sources",
      6: "Block Old Sources",
    },
  }),
  aux_data_len: u8(1, "Aux Data Len", { many: true }),
  num_src: u16(2, "Num Src", { many: true }),
  maddr: group1,
});
const other = layout("igmp", 1, { type: kind });

const free = fields("igmp", {
  saddr: ipv4("Source Address", { many: true }),
  aux_data: bytes("Aux Data", { many: true }),
  data: bytes("Data"),
  "checksum.status": status(),
  bad_checksum: wrong(),
});
const entry = group("Group Record", { list: "igmp.records" });

function bodyOf(c: Cursor): Layout {
  switch (c.u8(c.at)) {
    case QUERY:
      return c.left >= QUERY_3_SIZE ? query3 : c.captured > 1 && c.u8(c.at + 1) !== 0 ? version2 : version1;
    case REPORT_1:
      return version1;
    case REPORT_2:
    case LEAVE:
      return version2;
    case REPORT_3:
      return report3;
    default:
      return other;
  }
}

function readSources(c: Cursor, count: number): boolean {
  let left = count;
  while (left > 0 && c.take(free.saddr, 4)) left--;
  return left === 0;
}

function readRecord(c: Cursor): void {
  const row = c.open(entry);
  const at = c.place(record);
  if (at >= 0 && readSources(c, c.get(at, record.num_src))) {
    const size = c.get(at, record.aux_data_len) * 4;
    if (size > 0) c.take(free.aux_data, size);
  }
  c.close(row);
}

function readRecords(c: Cursor, count: number): void {
  const marked = c.frame.faults.length;
  for (let left = count; left > 0 && c.frame.faults.length === marked; left--) {
    const { at } = c;
    readRecord(c);
    if (c.at === at) return;
  }
}

/** The step to the dissector of a version, which Wireshark counts among the protocols of a frame. */
const step = protocol({ name: "igmp", title: "IGMP version", hidden: true, dissect: () => {} });

export default protocol({
  name: "igmp",
  title: "Internet Group Management Protocol",
  spec: "RFC 3376",
  column: (frame, row) => {
    const number = versionOf(frame, row);
    return number === 0 ? "IGMP" : `IGMPv${number}`;
  },
  fields: [version1, version2, query3, report3, record, entry, other, free],
  on: { "ip.proto": 2 },
  dissect(c) {
    if (!c.has(1)) return c.silence();
    const { at } = c;
    const body = bodyOf(c);
    const whole = c.place(body) >= 0;
    if (body === other) {
      if (c.left > 0) c.take(free.data, c.left);
      return;
    }
    const sum = statusValue(c, c.end, 0);
    c.add(free["checksum.status"], at, c.end, sum);
    c.add(free.bad_checksum, at, c.end, sum);
    if (whole && body === query3) readSources(c, c.get(at, query3.num_src));
    else if (whole && body === report3) readRecords(c, c.get(at, report3.num_grp_recs));
    c.passing(step);
  },
  summary(frame: Frame, row: number, info: Info) {
    const { tape } = frame;
    const head = row + 1;
    if (tape.end(head) <= tape.start(head)) return;
    const bytesOf = frame.bytesOf(head);
    const start = tape.start(head);
    const type = bytesOf[start]!;
    const whole = frame.holds(head, version2.maddr);
    info.set();
    if (tape.nodes[head] === other.$node) info.text("Unknown Type:0x").hex(type, 2);
    else if (type === QUERY) {
      info.text("Membership Query");
      if (!whole || tape.nodes[head] === version1.$node) return;
      const isGeneral = bytesOf.subarray(start + 4, start + 8).every((byte) => byte === 0);
      if (isGeneral) info.text(", general");
      else info.text(", specific for group ").ipv4(bytesOf, start + 4);
      if (tape.nodes[head] === query3.$node) sources(frame, head, row, ", source", info);
    } else if (type === REPORT_3) reports(frame, row, info);
    else {
      info.text(type === LEAVE ? "Leave Group" : "Membership Report");
      if (type !== REPORT_1 && whole) info.text(type === LEAVE ? " " : " group ").ipv4(bytesOf, start + 4);
    }
  },
});

function versionOf(frame: Frame, row: number): number {
  switch (frame.tape.nodes[row + 1]) {
    case version1.$node:
      return 1;
    case version2.$node:
      return 2;
    case query3.$node:
    case report3.$node:
      return 3;
    default:
      return 0;
  }
}

/** How many sources follow row `at`, before the next record. */
function countSources(frame: Frame, at: number, layer: number): number {
  const { tape } = frame;
  let count = 0;
  for (let i = at + 1; i < tape.count && tape.layer(i) === layer && tape.nodes[i] !== record.$node; i++) {
    if (tape.nodes[i] === free.saddr) count++;
  }
  return count;
}

/** Writes ` {a, b}` behind `title`, an s in between where there are several; nothing where there is none. */
function sources(frame: Frame, at: number, layer: number, title: string, info: Info, plural = "s"): void {
  const { tape } = frame;
  const count = countSources(frame, at, layer);
  if (count === 0) return;
  info
    .text(title)
    .text(count > 1 ? plural : "")
    .text(" {");
  let left = count;
  for (let i = at + 1; left > 0; i++) {
    if (tape.nodes[i] !== free.saddr) continue;
    info.ipv4(frame.bytesOf(i), tape.start(i));
    if (--left > 0) info.text(", ");
  }
  info.byte(125);
}

/** What a record does to a group, by its type: with sources (title and plural) and without. */
const changes: Readonly<Record<number, readonly [before: string, listed: string, plural: string, empty: string]>> = {
  1: ["Join group ", " for source", "s in", "Leave group "],
  3: ["Join group ", " for source", "s in", "Leave group "],
  2: ["Join group ", ", for source not", "", " for any sources"],
  4: ["Join group ", ", for source not", "", " for any sources"],
  5: ["Group ", ", new source", "s", ", ALLOW_NEW_SOURCES but no source specified (?)"],
  6: ["Group ", ", block source", "s", ", BLOCK_OLD_SOURCES but no source specified (?)"],
};
const unknown = ["Group ", ", unknown record type (?), sources", "", ", unknown record type (?)"] as const;

function reports(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  info.text("Membership Report");
  for (let i = row + 1; i < tape.count && tape.layer(i) === row; i++) {
    if (tape.nodes[i] !== record.$node || !frame.holds(i, record.maddr)) continue;
    const [before, listed, plural, empty] = changes[frame.get(i, record.record_type)] ?? unknown;
    const none = countSources(frame, i, row) === 0;
    info
      .text(" / ")
      .text(none && empty === "Leave group " ? empty : before)
      .ipv4(frame.bytesOf(i), tape.start(i) + 4);
    if (!none) sources(frame, i, row, listed, info, plural);
    else if (empty !== "Leave group ") info.text(empty);
  }
  const head = row + 1;
  const isEmpty = frame.holds(head, report3.num_grp_recs) && frame.get(head, report3.num_grp_recs) === 0;
  if (isEmpty) info.text(" - General query");
}
