import type { Cursor } from "../../core/cursor.ts";
import type { Layout } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { answer, counts, exchange, framing, llmnrAnswer, llmnrQuery, query, updateCounts } from "./header.ts";
import { dataFields } from "./rdata.ts";
import { readSections, recordFields } from "./records.ts";
import { summary } from "./summary.ts";

const RESPONSE = 0x8000;
const OPCODE_SHIFT = 11;
const UPDATE = 5;

/** Reads a message; `heads` are the first words of a query and of an answer. */
function dissect(c: Cursor, heads: readonly [Layout, Layout], multicast: boolean): void {
  const flags = c.captured >= 4 ? c.u16(c.at + 2) : 0;
  if (c.place(heads[flags & RESPONSE ? 1 : 0]) < 0) return;
  const at = c.place(((flags >> OPCODE_SHIFT) & 15) === UPDATE ? updateCounts : counts);
  if (at >= 0) readSections(c, at, multicast);
}

const shared = { fields: [framing, query, answer, llmnrQuery, llmnrAnswer, counts, updateCounts, exchange, ...recordFields, ...dataFields], summary };

export const dns: Protocol = protocol({
  ...shared,
  name: "dns", title: "Domain Name System", spec: "RFC 1035", column: "DNS",
  on: { "udp.port": 53, "tcp.port": [53, 5353] },
  stream: { header: framing, length: (c) => 2 + c.u16(c.at) },
  dissect: (c) => dissect(c, [query, answer], false),
});

export const mdns: Protocol = protocol({
  ...shared,
  name: "mdns", title: "Multicast Domain Name System", spec: "RFC 6762", column: "MDNS",
  on: { "udp.port": 5353 },
  dissect: (c) => dissect(c, [query, answer], true),
});

export const llmnr: Protocol = protocol({
  ...shared,
  name: "llmnr", title: "Link-local Multicast Name Resolution", spec: "RFC 4795", column: "LLMNR",
  on: { "udp.port": 5355 },
  dissect: (c) => dissect(c, [llmnrQuery, llmnrAnswer], false),
});
