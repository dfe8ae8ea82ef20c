import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, computed, type Reading, u8, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { type Group, group } from "../../core/protocol.ts";
import { dnsClasses, dnsTypes } from "../../names/dns.ts";
import { nameAsText } from "../shared/domain-names.ts";
import { endOfName, messageStart, nameSize, nameText } from "./names.ts";
import { readData } from "./rdata.ts";

const A = 1;
const AAAA = 28;
const OPT = 41;
/** A record's class, without the bit that means something else in mDNS. */
const CLASS = 0x7fff;
const INTERNET = 1;
const SRV = 33;
const many = { many: true } as const;

const queries = group("Query", { list: "dns.queries" });
const sections = [
  group("Answer", { list: "dns.answers" }),
  group("Authority", { list: "dns.authorities" }),
  group("Additional", { list: "dns.additionals" }),
] as const;
/** A record whose data are cut short, from its name to their length. */
export const cutRecord = group("Record cut short");

/** A question's name (RFC 1035 section 4.1.2). */
const questionName = layout("dns", 0, {
  "qry.name": computed("string", "Name", nameText, many),
  "qry.name.len": computed("uint", "Name Length", (r) => nameSize(r).length, many),
  "count.labels": computed("uint", "Label Count", (r) => nameSize(r).labels, many),
});

const qryType = u16(0, "Type", { names: dnsTypes, many: true });
const respType = u16(0, "Type", { names: dnsTypes, many: true });

/** Type and class of a question. */
export const question = layout("dns", 4, {
  "qry.type": qryType,
  "qry.class": u16(2, "Class", { show: "hex", names: dnsClasses, many: true }),
});

/** The same in mDNS, where the class has 15 bits (RFC 6762 section 18.12). */
export const multicastQuestion = layout("dns", 4, {
  "qry.type": qryType,
  "qry.qu": bit(16, '"QU" question', many),
  "qry.class": bits(17, 15, "Class", { show: "hex", width: 16, names: dnsClasses, many: true }),
});

const owner = fields("dns", { "resp.name": computed("string", "Name", nameText, many) });

/** The owner of an SRV record: service, protocol and domain in one name (RFC 2782). */
const service = layout("dns", 0, {
  "srv.service": computed("string", "Service", (r) => nameText(r).split(".")[0], many),
  "srv.proto": computed("string", "Protocol", (r) => nameText(r).split(".")[1], many),
  "srv.name": computed("string", "Name", (r) => nameText(r).split(".").slice(2).join(".") || undefined, many),
});

/** A TTL counts as 31 bits (RFC 2181 section 8). */
const tooLong = (r: Reading) => (r.bytes[r.start + 4]! & 0x80 ? true : undefined);

/** What the records of a section have in common after type and class. */
const rest = {
  "resp.ttl": u32(4, "Time to live", many),
  "ttl.high_bit_set": computed("none", "The uppermost bit of the TTL is set", tooLong, many),
  "resp.len": u16(8, "Data length", many),
};

/**  0                16                31
 *  +-----------------+-----------------+
 *  |      TYPE       |      CLASS      |
 *  |                TTL                |   RFC 1035 section 4.1.3, after the name
 *  |    RDLENGTH     |     RDATA ...
 *  +-----------------+ */
export const record = layout("dns", 10, {
  "resp.type": respType,
  "resp.class": u16(2, "Class", { show: "hex", names: dnsClasses, many: true }),
  ...rest,
});

/** The same in mDNS, where the class has 15 bits (RFC 6762 section 18.13). */
export const multicastRecord = layout("dns", 10, {
  "resp.type": respType,
  "resp.cache_flush": bit(16, "Cache flush", many),
  "resp.class": bits(17, 15, "Class", { show: "hex", width: 16, names: dnsClasses, many: true }),
  ...rest,
});

/** What class and TTL are in an OPT record (RFC 6891 section 6.1.3). */
const extended = {
  "resp.ext_rcode": u8(4, "Higher bits in extended RCODE", { show: "hex", many: true }),
  "resp.edns0_version": u8(5, "EDNS0 version", many),
  "resp.z": u16(6, "Z", { show: "hex", many: true }),
  "resp.z.do": bit(48, "DO bit", many),
  "resp.z.reserved": bits(49, 15, "Reserved", { show: "hex", width: 16, many: true }),
  "resp.len": u16(8, "Data length", many),
} as const;

/** RFC 6891 section 6.1.2 */
export const options = layout("dns", 10, {
  "resp.type": respType,
  "rr.udp_payload_size": u16(2, "UDP payload size", many),
  ...extended,
});
export const multicastOptions = layout("dns", 10, {
  "resp.type": respType,
  "resp.cache_flush": bit(16, "Cache flush", many),
  "rr.udp_payload_size": bits(17, 15, "UDP payload size", { show: "hex", width: 16, many: true }),
  ...extended,
});

/** Every set of fields outside RDATA. */
export const recordFields = [
  queries,
  ...sections,
  cutRecord,
  questionName,
  question,
  multicastQuestion,
  owner,
  service,
  record,
  multicastRecord,
  options,
  multicastOptions,
];

/** Where the name at the cursor ends, if it and the `size` bytes behind it are whole; else -1 and a mark. */
function endOfNameBefore(c: Cursor, size: number): number {
  const end = endOfName(c);
  return end >= 0 && c.has(end + size - c.at) ? end : -1;
}

/** Reads one question; false when it is cut short: then nothing is shown of it. */
function readQuestion(c: Cursor, multicast: boolean): boolean {
  const table = multicast ? multicastQuestion : question;
  const end = endOfNameBefore(c, table.$node.size);
  if (end < 0) return false;
  const row = c.open(queries);
  c.span(questionName, c.at, end);
  c.at = end;
  c.place(table);
  c.close(row);
  return true;
}

/**
 * Reads one resource record; false when it is cut short. Where that is in its data, what stands before them tells Info
 * the type, and is no record yet.
 */
function readRecord(c: Cursor, section: Group, multicast: boolean): boolean {
  const end = endOfNameBefore(c, record.$node.size);
  if (end < 0) return false;
  const dataAt = end + record.$node.size;
  if (!c.has(dataAt + c.u16(dataAt - 2) - c.at)) {
    c.close(c.open(cutRecord), dataAt);
    return false;
  }
  const row = c.open(section);
  const type = c.u16(end);
  if (type === SRV) c.span(service, c.at, end);
  else c.add(owner["resp.name"], c.at, end);
  c.at = end;
  if (type === OPT) readBody(c, multicast ? multicastOptions : options, type);
  else {
    readBody(c, multicast ? multicastRecord : record, type);
    if (c.frame.names.learns) learn(c, type, c.tape.start(row), dataAt);
  }
  c.close(row);
  return !c.broken;
}

/** Tells whoever resolves names whose address stands at `data`, in the record that begins at `start`. */
function learn(c: Cursor, type: number, start: number, data: number): void {
  const size = type === A ? 4 : type === AAAA ? 16 : 0;
  if (size === 0 || c.broken || c.at - data !== size || (c.u16(data - 8) & CLASS) !== INTERNET) return;
  const { number, names } = c.frame;
  const name = nameAsText(c.bytes, start, messageStart(c.tape, c.tape.top));
  // The root, or what is wrong with the name.
  if (!name.startsWith("<")) names.learn(number, c.bytes, data, size, name);
}

function readBody(c: Cursor, layout: typeof record | typeof options, type: number): void {
  const at = c.place(layout);
  if (at >= 0) readData(c, type, c.at + c.get(at, layout["resp.len"]), layout["resp.len"]);
}

/** Reads the four sections, whose sizes stand at `at`; false when one is cut short. */
export function readSections(c: Cursor, at: number, multicast: boolean): boolean {
  for (let i = c.u16(at); i > 0; i--) if (!readQuestion(c, multicast)) return false;
  for (let s = 0; s < sections.length; s++) {
    for (let i = c.u16(at + 2 + 2 * s); i > 0; i--) if (!readRecord(c, sections[s]!, multicast)) return false;
  }
  return true;
}
