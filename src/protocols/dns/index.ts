import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, none } from "../../core/field.ts";
import { fields, type Layout } from "../../core/layout.ts";
import { preferences, toggle } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { Exchanges } from "./exchanges.ts";
import { answer, counts, exchange, framing, llmnrAnswer, llmnrQuery, query, updateCounts } from "./header.ts";
import { dataFields } from "./rdata.ts";
import { readSections, recordFields } from "./records.ts";
import { readStateful, statefulFields } from "./stateful.ts";
import { summary } from "./summary.ts";

const RESPONSE = 0x8000;
const OPCODE_SHIFT = 11;
const UPDATE = 5;
const STATEFUL = 6;

const extraneous = fields("dns", {
  extraneous: none("Extraneous data"),
  "extraneous.data": bytes("Extraneous Data Bytes"),
  "extraneous.length": computed("int", "Extraneous Data Length", (r) => r.value),
});

/** Reads a message; `heads` are the first words of a query and of an answer. */
function dissect(c: Cursor, family: Protocol<Exchanges>, heads: readonly [Layout, Layout], multicast: boolean): void {
  if (!c.has(heads[0].$node.size)) return;
  const flags = c.u16(c.at + 2);
  const isResponse = (flags & RESPONSE) !== 0;
  const head = c.place(heads[isResponse ? 1 : 0]);
  const opcode = (flags >> OPCODE_SHIFT) & 15;
  const at = c.place(opcode === UPDATE ? updateCounts : counts);
  const exchanges = c.state(family);
  exchanges.follow(c, c.u16(head), isResponse, head !== c.tape.start(c.tape.top));
  if (at < 0 || !readSections(c, at, multicast)) return;
  if (opcode === STATEFUL && c.left > 0 && c.at === at + counts.$node.size) readStateful(c);
  if (c.left > 0 && !readExtraneous(c)) return;
  exchanges.report(c);
}

const SHORTEST = 13;
const OPCODE = 0x7800;
const MOST_ANSWERS = 100;
const MOST_OTHERS = 10;

/** Whether the bytes look like a plain query, or the answer to one, on a port nobody claims. */
function looksLikeMessage(c: Cursor): boolean {
  if (c.captured < SHORTEST || c.u16(c.at + 2) & OPCODE) return false;
  const [questions, answers, authorities, additionals] = [
    c.u16(c.at + 4),
    c.u16(c.at + 6),
    c.u16(c.at + 8),
    c.u16(c.at + 10),
  ];
  if ((c.u16(c.at + 2) & RESPONSE) === 0)
    return questions === 1 && answers === 0 && authorities === 0 && additionals <= MOST_OTHERS;
  return questions <= 1 && answers <= MOST_ANSWERS && authorities <= MOST_OTHERS && additionals <= MOST_OTHERS;
}

/** What follows the last record. */
function readExtraneous(c: Cursor): boolean {
  const row = c.open(extraneous.extraneous);
  c.add(extraneous["extraneous.length"], c.at, c.at, c.left);
  const whole = c.take(extraneous["extraneous.data"], c.left);
  c.close(row);
  return whole;
}

/** What users may decide about DNS. */
const preferred = preferences("dns", {
  desegment_dns_messages: toggle("Put messages together that span several TCP segments", true),
});

export const dns: Protocol<Exchanges> = protocol({
  name: "dns",
  title: "Domain Name System",
  spec: "RFC 1035",
  column: "DNS",
  // Those of the whole family.
  fields: [
    framing,
    query,
    answer,
    llmnrQuery,
    llmnrAnswer,
    counts,
    updateCounts,
    exchange,
    extraneous,
    ...recordFields,
    ...dataFields,
    ...statefulFields,
  ],
  on: { "udp.port": 53, "tcp.port": [53, 5353], "tls.port": 853, "tls.alpn": "dot" },
  sniffsOn: "udp.port",
  sniffs: looksLikeMessage,
  stream: { header: framing, length: (c) => 2 + c.u16(c.at), joins: preferred.desegment_dns_messages },
  preferences: preferred,
  state: (memory) => new Exchanges(memory),
  dissect: (c) => dissect(c, dns, [query, answer], false),
  summary,
});

export const mdns: Protocol<Exchanges> = protocol({
  name: "mdns",
  title: "Multicast Domain Name System",
  spec: "RFC 6762",
  column: "MDNS",
  on: { "udp.port": 5353 },
  state: (memory) => new Exchanges(memory),
  dissect: (c) => dissect(c, mdns, [query, answer], true),
  summary,
});

export const llmnr: Protocol<Exchanges> = protocol({
  name: "llmnr",
  title: "Link-local Multicast Name Resolution",
  spec: "RFC 4795",
  column: "LLMNR",
  on: { "udp.port": 5355 },
  state: (memory) => new Exchanges(memory),
  dissect: (c) => dissect(c, llmnr, [llmnrQuery, llmnrAnswer], false),
  summary,
});
