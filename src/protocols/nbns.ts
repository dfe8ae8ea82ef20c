import type { Cursor } from "../core/cursor.ts";
import {
  bit,
  bits,
  bytes,
  computed,
  ether,
  ipv4,
  none,
  octets,
  type Reading,
  type Row,
  u8,
  u16,
  u32,
} from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { type Group, group, protocol } from "../core/protocol.ts";
import { netbiosServices } from "../names/netbios.ts";
import { nameAsText, nameEnd } from "./shared/domain-names.ts";
import { decodedName, netbiosText } from "./shared/netbios.ts";

const SIZE = 12;
const RESPONSE = 0x8000;
const OPCODE_SHIFT = 11;
/** Acknowledges that the answer takes time: its data are the flags of the request (RFC 1002 section 4.2.16). */
const WAIT = 7;
const NB = 32;
const NBSTAT = 33;
const many = { many: true } as const;

const opcodes: Readonly<Record<number, string>> = {
  0: "Name query",
  5: "Registration",
  6: "Release",
  [WAIT]: "Wait for acknowledgment",
  8: "Refresh",
  9: "Refresh (alternate opcode)",
  15: "Multi-homed registration",
};
const replies: Readonly<Record<number, string>> = {
  0: "No error",
  1: "Request was invalidly formatted",
  2: "Server failure",
  3: "Requested name does not exist",
  4: "Request is not implemented",
  5: "Request was refused",
  6: "Name is owned by another node",
  7: "Name is in conflict",
};
const types = { [NB]: "NB", [NBSTAT]: "NBSTAT" } as const;
const classes = { 1: "IN" } as const;
const nodes = { 0: "B-node", 1: "P-node", 2: "M-node", 3: "H-node" } as const;

/** The flags of a message, whose first bit is bit `at` of the layout. */
const query = (at: number) => ({
  "flags.response": bit(at, "Response", many),
  "flags.opcode": bits(at + 1, 4, "Opcode", { names: opcodes, many: true }),
  "flags.truncated": bit(at + 6, "Truncated", many),
  "flags.recdesired": bit(at + 7, "Recursion desired", many),
  "flags.broadcast": bit(at + 11, "Broadcast", many),
});
const answer = (at: number) => ({
  "flags.response": bit(at, "Response", many),
  "flags.opcode": bits(at + 1, 4, "Opcode", { names: opcodes, many: true }),
  "flags.authoritative": bit(at + 5, "Authoritative", many),
  "flags.truncated": bit(at + 6, "Truncated", many),
  "flags.recdesired": bit(at + 7, "Recursion desired", many),
  "flags.recavail": bit(at + 8, "Recursion available", many),
  "flags.broadcast": bit(at + 11, "Broadcast", many),
  "flags.rcode": bits(at + 12, 4, "Reply code", { names: replies, many: true }),
});

/**  0                16 1       5     8     B       31
 *  +-----------------+-+-------+-+-+-+-+-+-+-------+
 *  |  Transaction ID |R|Opcode |A|T|R|R|0 0|B|Rcode|
 *  |    Questions    |         |A|C|D|A|   | |     |   RFC 1002 section 4.2.1
 *  |                 |            Answers          |
 *  |   Authorities   |          Additionals        |
 *  +-----------------+-----------------------------+ */
const head = <const T extends Readonly<Record<string, Row>>>(more: T) =>
  layout("nbns", SIZE, {
    id: u16(0, "Transaction ID", { show: "hex" }),
    flags: u16(2, "Flags", { show: "hex", many: true }),
    ...more,
    "count.queries": u16(4, "Questions"),
    "count.answers": u16(6, "Answer RRs"),
    "count.auth_rr": u16(8, "Authority RRs"),
    "count.add_rr": u16(10, "Additional RRs"),
  });
const queryHeader = head(query(16));
const answerHeader = head(answer(16));

const queries = group("Query", { list: "nbns.queries" });
const sections = [
  group("Answer", { list: "nbns.answers" }),
  group("Authority", { list: "nbns.authorities" }),
  group("Additional", { list: "nbns.additionals" }),
] as const;

/** The frame's rows begin with the header, from whose first byte pointers in names count. */
const messageAt = ({ frame, row }: Reading) => {
  const { tape } = frame as Frame;
  return tape.start(tape.layer(row));
};

const nameOf = (r: Reading) => decodedName(nameAsText(r.bytes, r.start, messageAt(r)));

/** The name, and what it is used for where it is the owner of addresses. */
function ownerOf(r: Reading): string {
  const name = nameOf(r);
  if (((r.bytes[r.end]! << 8) | r.bytes[r.end + 1]!) !== NB) return name;
  const [, kind = "-1"] = /<(..)>(?:\.|$)/.exec(name) ?? [];
  return `${name} (${netbiosServices[Number.parseInt(kind, 16)] ?? "Unknown"})`;
}

const asked = fields("nbns", { name: computed("string", "Name", nameOf, many) });
const content = fields("nbns", {
  name: computed("string", "Name", ownerOf, many),
  addr: ipv4("Addr", many),
  number_of_names: u8("Number of names", many),
  data: bytes("Data", many),
  incomplete_entry: none("incomplete entry", many),
});

const question = layout("nbns", 4, {
  type: u16(0, "Type", { names: types, many: true }),
  class: u16(2, "Class", { names: classes, many: true }),
});

/** RFC 1002 section 4.2.1.3 */
const record = layout("nbns", 10, {
  type: u16(0, "Type", { names: types, many: true }),
  class: u16(2, "Class", { names: classes, many: true }),
  ttl: u32(4, "Time to live", many),
  data_length: u16(8, "Data length", many),
});

/** Whose the address after it is: RFC 1002 section 4.2.2 */
const owner = layout("nbns", 2, {
  nb_flags: u16(0, "Name flags", { show: "hex", many: true }),
  "nb_flags.group": bit(0, "Name type", many),
  "nb_flags.ont": bits(1, 2, "ONT", { names: nodes, many: true }),
});

/** The flags of the request that a node is to wait for. */
const awaited = layout("nbns", 2, { flags: u16(0, "Flags", { show: "hex", many: true }), ...query(0) });
const awaitedAnswer = layout("nbns", 2, { flags: u16(0, "Flags", { show: "hex", many: true }), ...answer(0) });

/** One of a node's names: RFC 1002 section 4.2.18 */
const named = layout("nbns", 18, {
  netbios_name: {
    ...octets(0, 16, "Name", { compute: (r) => netbiosText(r.bytes.subarray(r.start, r.end - 1)), many: true }),
    type: "string" as const,
  },
  name_flags: u16(16, "Name flags", { show: "hex", many: true }),
  "name_flags.group": bit(128, "Name type", many),
  "name_flags.ont": bits(129, 2, "ONT", { names: nodes, many: true }),
  "name_flags.drg": bit(131, "Name is being deregistered", many),
  "name_flags.cnf": bit(132, "Name is in conflict", many),
  "name_flags.act": bit(133, "Name is active", many),
  "name_flags.prm": bit(134, "Permanent node name", many),
});

/** A node's statistics: RFC 1002 section 4.2.18. What they are called is Wireshark's choice. */
const statistics = layout("nbns", 42, {
  unit_id: ether(0, "Unit ID"),
  jumpers: u8(6, "Jumpers", { show: "hex" }),
  test_result: u8(7, "Test result", { show: "hex" }),
  version_number: u16(8, "Version number", { show: "hex" }),
  period_of_statistics: u16(10, "Period of statistics", { show: "hex" }),
  num_crcs: u16(12, "Number of CRCs"),
  num_alignment_errors: u16(14, "Number of alignment errors"),
  num_collisions: u16(16, "Number of collisions"),
  num_send_aborts: u16(18, "Number of send aborts"),
  num_good_sends: u32(20, "Number of good sends"),
  num_good_receives: u32(24, "Number of good receives"),
  numretransmits: u16(28, "Number of retransmits"),
  num_no_resource_conditions: u16(30, "Number of no resource conditions"),
  numcommand_blocks: u16(32, "Number of command blocks"),
  numpending_sessions: u16(34, "Number of pending sessions"),
  max_num_pending_sessions: u16(36, "Max number of pending sessions"),
  max_total_sessions_possible: u16(38, "Max total sessions possible"),
  session_data_packet_size: u16(40, "Session data packet size"),
});

/** Where the name at the cursor ends, if it and the `size` bytes behind it are whole; else -1 and a mark. */
function endBefore(c: Cursor, message: number, size: number): number {
  const end = nameEnd(c, message);
  return end >= 0 && c.has(end + size - c.at) ? end : -1;
}

/** Reads a question; false when it is cut short: then nothing is shown of it. */
function readQuestion(c: Cursor, message: number): boolean {
  const end = endBefore(c, message, question.$node.size);
  if (end < 0) return false;
  const row = c.open(queries);
  c.take(asked.name, end - c.at);
  c.place(question);
  c.close(row);
  return true;
}

/** Reads a resource record; false when it is cut short: then nothing is shown of it. */
function readRecord(c: Cursor, section: Group, message: number, opcode: number): boolean {
  const end = endBefore(c, message, record.$node.size);
  const dataAt = end + record.$node.size;
  if (end < 0 || !c.has(dataAt + c.u16(dataAt - 2) - c.at)) return false;
  const row = c.open(section);
  c.take(content.name, end - c.at);
  const at = c.place(record);
  const last = c.end;
  c.limit(dataAt + c.get(at, record.data_length), record.data_length);
  readData(c, c.get(at, record.type), opcode);
  c.end = last;
  c.close(row);
  if (section === sections[0] && c.get(at, record.type) === NB && opcode !== WAIT) hasAddress(c, dataAt);
  return !c.broken;
}

/** Marks a message that ends where an answer's address should stand: the line tells it. */
function hasAddress(c: Cursor, at: number): void {
  if (at + owner.$node.size + 4 > c.at + c.captured) c.fault(at + owner.$node.size + 4 - c.at);
}

function readData(c: Cursor, type: number, opcode: number): void {
  if (type === NBSTAT) readStatus(c);
  else if (type !== NB) c.takeRest(content.data);
  else if (opcode !== WAIT) readOwners(c);
  else if (c.left >= 2) c.place((c.u16(c.at) & RESPONSE) !== 0 ? awaitedAnswer : awaited);
  else c.takeRest(content.incomplete_entry);
}

function readOwners(c: Cursor): void {
  while (c.left > 0) {
    if (c.left >= 2) c.place(owner);
    if (c.left < 4) return c.takeRest(content.incomplete_entry);
    c.take(content.addr, 4);
  }
}

function readStatus(c: Cursor): void {
  if (c.left < 1) return;
  const count = c.u8(c.at);
  c.take(content.number_of_names, 1);
  for (let i = 0; i < count; i++) {
    if (c.left < named.$node.size) return incomplete(c);
    c.place(named);
  }
  if (c.place(statistics) >= 0) c.takeRest(content.data);
  else c.takeRest(content.incomplete_entry);
}

/** What is there of one more name. */
function incomplete(c: Cursor): void {
  const { left } = c;
  c.takeRest(content.incomplete_entry);
  c.malformed(left);
}

export default protocol({
  name: "nbns",
  title: "NetBIOS Name Service",
  spec: "RFC 1002",
  column: "NBNS",
  fields: [
    queryHeader,
    answerHeader,
    queries,
    ...sections,
    asked,
    content,
    question,
    record,
    owner,
    awaited,
    awaitedAnswer,
    named,
    statistics,
  ],
  on: { "udp.port": 137 },
  dissect(c) {
    if (!c.has(SIZE)) return;
    const flags = c.u16(c.at + 2);
    const at = c.place((flags & RESPONSE) !== 0 ? answerHeader : queryHeader);
    const opcode = (flags >> OPCODE_SHIFT) & 15;
    for (let i = c.get(at, queryHeader["count.queries"]); i > 0; i--) if (!readQuestion(c, at)) return;
    for (let s = 0; s < sections.length; s++) {
      for (let i = c.u16(at + 6 + 2 * s); i > 0; i--) if (!readRecord(c, sections[s]!, at, opcode)) return;
    }
    c.takeRest(content.data);
  },
  summary(frame, row, info) {
    const head = row + 1;
    if (frame.tape.layerEnd(row) === head || !frame.holds(head, queryHeader["count.add_rr"])) return void info.set();
    const flags = frame.get(head, queryHeader.flags);
    const opcode = (flags >> OPCODE_SHIFT) & 15;
    info.set().text(opcodes[opcode] ?? `Unknown operation (${opcode})`);
    if ((flags & RESPONSE) === 0)
      return eachOf(frame, row, queries, (at) => writeQuestion(frame, at, (s) => info.text(s)));
    info.text(" response");
    if ((flags & 15) !== 0) info.text(`, ${replies[flags & 15] ?? "Unknown error"}`);
    eachOf(frame, row, sections[0], (at) => writeAnswer(frame, at, opcode, (s) => info.text(s)));
  },
});

/** Calls `each` with the row after the name of each entry of a section. */
function eachOf(frame: Frame, row: number, section: Group, each: (row: number) => void): void {
  const { tape } = frame;
  const end = tape.layerEnd(row);
  for (let i = row + 1; i + 2 < end; i++) if (tape.nodes[i] === section) each(i + 2);
}

const typeOf = (frame: Frame, row: number) =>
  ({ [NB]: "NB", [NBSTAT]: "NBSTAT" })[frame.get(row, question.type)] ?? "Unknown";

function writeQuestion(frame: Frame, row: number, write: (text: string) => void): void {
  const { tape } = frame;
  if (tape.nodes[row] !== question.$node) return;
  const name = nameAsText(frame.bytesOf(row), tape.start(row - 1), tape.start(tape.layer(row)));
  write(` ${typeOf(frame, row)} ${decodedName(name)}`);
}

/** The address follows the type, whatever else the record holds. */
function writeAnswer(frame: Frame, row: number, opcode: number, write: (text: string) => void): void {
  const { tape } = frame;
  if (tape.nodes[row] !== record.$node) return;
  const type = frame.get(row, record.type);
  const at = tape.end(row) + 2;
  if (type !== NB) return write(` ${typeOf(frame, row)}`);
  if (opcode !== WAIT && at + 4 <= tape.end(tape.layer(row)))
    write(
      ` NB ${frame
        .bytesOf(row)
        .subarray(at, at + 4)
        .join(".")}`,
    );
}
