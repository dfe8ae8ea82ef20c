import type { Field } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { dnsOpcodes, dnsRcodes, dnsTypes } from "../../names/dns.ts";
import { framing } from "./header.ts";
import { messageStart, writeName } from "./names.ts";
import { a, aaaa, data } from "./rdata.ts";
import { multicastOptions, multicastQuestion, multicastRecord, options, question, record } from "./records.ts";

const BLANK = 32;
const IDENTIFIER = ascii(" 0x");
const RESPONSE = ascii(" response 0x");
const TOP_BIT = 0x80;
const MULTICAST = ascii(", \"QM\" question");
const UNICAST = ascii(", \"QU\" question");
const CACHE_FLUSH = ascii(", cache flush");
const OPCODES = Array.from({ length: 16 }, (_, code) => ascii(dnsOpcodes[code] ?? `Unknown operation (${code})`));
const RCODES = Array.from({ length: 16 }, (_, code) => ascii(code === 0 ? "" : ` ${dnsRcodes[code] ?? `Unknown error (${code})`}`));
const TYPES = Array.from({ length: 258 }, (_, code) => ascii(` ${dnsTypes[code] ?? `Unknown (${code})`}`));

function writeType(info: Info, type: number): void {
  if (type < TYPES.length) info.put(TYPES[type]!);
  else info.text(` ${dnsTypes[type] ?? `Unknown (${type})`}`);
}

/** Writes something of a record's data, whose first row is `row`. */
type Shown = (info: Info, frame: Frame, row: number, message: number) => void;

/** The name in the row, if it is there. */
const named = (field: Field): Shown => (info, frame, row, message) => {
  if (frame.tape.nodes[row] === field) writeName(info.byte(BLANK), frame.bytesOf(row), frame.tape.start(row), message);
};

const shown: Readonly<Record<number, Shown>> = {
  1: (info, frame, row) => {
    if (frame.tape.nodes[row] === a.$node && frame.holds(row, a.a)) info.byte(BLANK).ipv4(frame.bytesOf(row), frame.tape.start(row));
  },
  2: named(data.ns),
  5: named(data.cname),
  12: named(data["ptr.domain_name"]),
  28: (info, frame, row) => {
    if (frame.tape.nodes[row] === aaaa.$node && frame.holds(row, aaaa.aaaa)) info.byte(BLANK).ipv6(frame.bytesOf(row), frame.tape.start(row));
  },
};

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
  shown[type]?.(info, frame, row + 1, message);
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
  info.put(OPCODES[(bytes[at + 2]! >> 3) & 15]!).put(answers ? RESPONSE : IDENTIFIER).hex((bytes[at]! << 8) | bytes[at + 1]!, 4);
  if (answers) info.put(RCODES[bytes[at + 3]! & 15]!);
  const message = messageStart(tape, row);
  const last = tape.layerEnd(row);
  for (let i = head + 2; i < last; i++) {
    const node = tape.nodes[i]!;
    if (node === record.$node || node === multicastRecord.$node) writeRecord(info, frame, i, message);
    else if (node === question.$node || node === multicastQuestion.$node) writeQuestion(info, frame, i, message);
    else if (node === options.$node || node === multicastOptions.$node) writeType(info, 41);
  }
}
