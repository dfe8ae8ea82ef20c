import type { Field } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import type { Layout } from "../../core/layout.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { dnsOpcodes, dnsRcodes, dnsTypes } from "../../names/dns.ts";
import { writeName, writePlain } from "../shared/domain-names.ts";
import { a, aaaa, kx, mx, names, naptr, plain, srv, wks } from "./classic.ts";
import { signedNames } from "./dnssec.ts";
import { framing } from "./header.ts";
import { messageStart } from "./names.ts";
import {
  cutRecord,
  multicastOptions,
  multicastQuestion,
  multicastRecord,
  options,
  question,
  record,
} from "./records.ts";

const BLANK = 32;
const IDENTIFIER = ascii(" 0x");
const RESPONSE = ascii(" response 0x");
const TOP_BIT = 0x80;
const OPT = 41;
const MULTICAST = ascii(', "QM" question');
const UNICAST = ascii(', "QU" question');
const CACHE_FLUSH = ascii(", cache flush");
const OPCODES = Array.from({ length: 16 }, (_, code) => ascii(dnsOpcodes[code] ?? `Unknown operation (${code})`));
const RCODES = Array.from({ length: 16 }, (_, code) =>
  ascii(code === 0 ? "" : ` ${dnsRcodes[code] ?? `Unknown error (${code})`}`),
);
const TYPES = Array.from({ length: 258 }, (_, code) => ascii(` ${dnsTypes[code] ?? `Unknown (${code})`}`));

function writeType(info: Info, type: number): void {
  if (type < TYPES.length) info.put(TYPES[type]!);
  else info.text(` ${dnsTypes[type] ?? `Unknown (${type})`}`);
}

/** Writes something of a record's data, whose first row is `row`, if that is the one expected. */
type Shown = (info: Info, frame: Frame, row: number, message: number) => void;

/** The name in the row. */
const named =
  (field: Field): Shown =>
  (info, frame, row, message) => {
    const { tape } = frame;
    if (tape.nodes[row] === field) writeName(info.byte(BLANK), frame.bytesOf(row), tape.start(row), message);
  };

/** The numbers of a table, then the name in the row after it. */
const numbered =
  (table: Layout, fields: readonly Field[], field?: Field): Shown =>
  (info, frame, row, message) => {
    if (!whole(frame, row, table) || (field && frame.tape.nodes[row + 1] !== field)) return;
    for (const number of fields) info.byte(BLANK).decimal(frame.get(row, number));
    if (field) named(field)(info, frame, row + 1, message);
  };

const whole = ({ tape }: Frame, row: number, table: Layout): boolean =>
  tape.nodes[row] === table.$node && tape.end(row) - tape.start(row) === table.$node.size;

/** The IPv4 address a table begins with. */
const address =
  (table: Layout): Shown =>
  (info, frame, row) => {
    if (whole(frame, row, table)) info.byte(BLANK).ipv4(frame.bytesOf(row), frame.tape.start(row));
  };

/** The text in the row. */
function written(info: Info, frame: Frame, row: number): void {
  const { tape } = frame;
  writePlain(info.byte(BLANK), frame.bytesOf(row), tape.start(row), tape.end(row));
}

const prefixed: Shown = (info, frame, row, message) => {
  const { tape } = frame;
  if (tape.nodes[row + 1] !== plain["a6.address_suffix"]) return;
  const suffix = plain["a6.address_suffix"].compute!({
    bytes: frame.bytesOf(row + 1),
    start: tape.start(row + 1),
    end: tape.end(row + 1),
    value: 0,
    row: row + 1,
    frame,
  }) as Uint8Array;
  info.byte(BLANK).decimal(frame.bytesOf(row)[tape.start(row)]!).byte(BLANK).ipv6(suffix, 0);
  named(names["a6.prefix_name"])(info, frame, row + 2, message);
};

const shown: Readonly<Record<number, Shown>> = {
  1: address(a),
  2: named(names.ns),
  5: named(names.cname),
  6: named(names["soa.mname"]),
  11: address(wks),
  12: named(names["ptr.domain_name"]),
  13: (info, frame, row) => {
    if (frame.tape.nodes[row + 3] !== plain["hinfo.os"]) return;
    written(info, frame, row + 1);
    written(info, frame, row + 3);
  },
  15: numbered(mx, [mx["mx.preference"]], names["mx.mail_exchange"]),
  28: (info, frame, row) => {
    if (whole(frame, row, aaaa)) info.byte(BLANK).ipv6(frame.bytesOf(row), frame.tape.start(row));
  },
  30: named(signedNames["nxt.next_domain_name"]),
  33: numbered(srv, [srv["srv.priority"], srv["srv.weight"], srv["srv.port"]], names["srv.target"]),
  35: (info, frame, row, message) => {
    if (frame.tape.nodes[row + 8] !== names["naptr.replacement"]) return;
    numbered(naptr, [naptr["naptr.order"], naptr["naptr.preference"]])(info, frame, row, message);
    written(info, frame, row + 2);
  },
  36: numbered(kx, [kx["kx.preference"]], names["kx.key_exchange"]),
  38: prefixed,
  39: named(names.dname),
  47: named(signedNames["nsec.next_domain_name"]),
  65282: (info, frame, row, message) => named(names["winsr.name_result_domain"])(info, frame, row + 2, message),
};

/** Types of which the owner's name is shown, and nothing of the data. */
const OWNERS = new Set([3, 4, 7, 8, 9, 10, 14, 17, 18, 19, 20, 21, 22, 23, 26, 27, 42, 49, 51, 52, 55]);

function writeQuestion(info: Info, frame: Frame, row: number, message: number): void {
  const { tape } = frame;
  if (!frame.holds(row, question["qry.class"])) return;
  const bytes = frame.bytesOf(row);
  const at = tape.start(row);
  writeType(info, (bytes[at]! << 8) | bytes[at + 1]!);
  writeName(info.byte(BLANK), bytes, tape.start(row - 1), message);
  if (tape.nodes[row] === multicastQuestion.$node) info.put(bytes[at + 2]! & TOP_BIT ? UNICAST : MULTICAST);
}

function writeRecord(info: Info, frame: Frame, row: number, message: number): void {
  const { tape } = frame;
  if (!frame.holds(row, record["resp.len"])) return;
  const bytes = frame.bytesOf(row);
  const at = tape.start(row);
  const type = (bytes[at]! << 8) | bytes[at + 1]!;
  writeType(info, type);
  if (tape.nodes[row] === multicastRecord.$node && bytes[at + 2]! & TOP_BIT) info.put(CACHE_FLUSH);
  if (OWNERS.has(type) && frame.get(row, record["resp.len"]) > 0)
    writeName(info.byte(BLANK), bytes, tape.start(row - 1), message);
  else shown[type]?.(info, frame, row + 1, message);
}

function writeCut(info: Info, frame: Frame, row: number): void {
  const bytes = frame.bytesOf(row);
  const at = frame.tape.end(row) - record.$node.size;
  writeType(info, (bytes[at]! << 8) | bytes[at + 1]!);
}

/** Writes `Standard query response 0x1234 A example.com CNAME www.example.com A 192.0.2.1`. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const head = tape.nodes[row + 1] === framing.$node ? row + 2 : row + 1;
  info.set();
  if (tape.layer(head) !== row || tape.end(head) - tape.start(head) < 4) return;
  const bytes = frame.bytesOf(head);
  const at = tape.start(head);
  const answers = (bytes[at + 2]! & TOP_BIT) !== 0;
  info
    .put(OPCODES[(bytes[at + 2]! >> 3) & 15]!)
    .put(answers ? RESPONSE : IDENTIFIER)
    .hex((bytes[at]! << 8) | bytes[at + 1]!, 4);
  if (answers) info.put(RCODES[bytes[at + 3]! & 15]!);
  const message = messageStart(tape, row);
  const last = tape.layerEnd(row);
  for (let i = head + 2; i < last; i++) {
    const node = tape.nodes[i]!;
    if (node === record.$node || node === multicastRecord.$node) writeRecord(info, frame, i, message);
    else if (node === question.$node || node === multicastQuestion.$node) writeQuestion(info, frame, i, message);
    else if (node === cutRecord) writeCut(info, frame, i);
    else if (node === options.$node || node === multicastOptions.$node) writeType(info, OPT);
  }
}
