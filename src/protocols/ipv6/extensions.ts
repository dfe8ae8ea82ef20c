import type { Cursor } from "../../core/cursor.ts";
import { ascii, putBytes, putDecimal, putHexBytes } from "../../core/encode.ts";
import { bit, bits, computed, none, u8, u32 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import type { Memory } from "../../core/memory.ts";
import type { Node } from "../../core/node.ts";
import { preferences, type Settings, toggle } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { ipProtocols } from "../../names/ip-protocols.ts";
import { Fragments } from "../../streams/fragments.ts";
import { fragmentFields, inDatagram } from "../shared/fragments.ts";
import { nextHeader, withoutOthers } from "../shared/ip-payload.ts";
import { optionFields, readOptions } from "./options.ts";
import { readRoute, routeFields, routing } from "./routing.ts";

/**
 * Reads a header whose second byte counts its 8-byte units beyond the first. The layer ends where the header does,
 * which lets the chain go on; a header that is not whole leaves the cursor at its start, which ends the chain.
 */
function extension(c: Cursor, head: Layout, body: (c: Cursor, end: number) => unknown): void {
  const { at } = c;
  const layer = c.tape.top;
  if (!c.has(head.$node.size)) return;
  c.place(head);
  const end = at + 8 + 8 * c.u8(at + 1);
  body(c, end);
  if (!c.broken && c.has(end - c.at)) {
    c.tape.setEnd(layer, end);
    c.at = c.end = end;
  } else c.at = at;
}

/**  0               8              16                      31
 *  +---------------+--------------+------------------------+
 *  |  Next Header  | Hdr Ext Len  |       Options ...      |   RFC 8200 sections 4.3 and 4.6
 *  +---------------+--------------+------------------------+ */
const optionsRows = {
  nxt: u8(0, "Next Header", { names: ipProtocols }),
  len: u8(1, "Length"),
  len_oct: computed("uint", "Length", (r) => 8 + 8 * r.bytes[r.start + 1]!, { unit: "bytes" }),
};
const hopByHop = layout("ipv6.hopopts", 2, optionsRows);
const destination = layout("ipv6.dstopts", 2, optionsRows);
const misplaced = fields("ipv6.hopopts", {
  not_first: none("Hop-by-hop options not immediately after the IPv6 header"),
});

/** Options for every node on the way. */
export const hopopts = protocol({
  name: "ipv6.hopopts",
  title: "IPv6 Hop-by-Hop Option",
  spec: "RFC 8200 section 4.3",
  fields: [hopByHop, misplaced],
  expands: optionFields,
  on: { "ipv6.nxt": 0 },
  dissect(c) {
    const outer = c.tape.layerBefore(c.tape.top);
    if (c.tape.nodes[outer]!.name.startsWith("ipv6.")) c.add(misplaced.not_first, c.at, c.at);
    extension(c, hopByHop, readOptions);
  },
});

/** Options for the destination. */
export const dstopts = protocol({
  name: "ipv6.dstopts",
  title: "Destination Options for IPv6",
  spec: "RFC 8200 section 4.6",
  fields: [destination],
  expands: optionFields,
  on: { "ipv6.nxt": 60 },
  dissect: (c) => extension(c, destination, readOptions),
});

/** Nodes to visit on the way. */
export const route = protocol({
  name: "ipv6.routing",
  title: "Routing Header for IPv6",
  spec: "RFC 8200 section 4.4",
  fields: routeFields,
  on: { "ipv6.nxt": 43 },
  dissect: (c) => extension(c, routing, (inside, end) => inside.has(end - inside.at) && readRoute(inside, end)),
});

const titles = new Map<Node, string>([
  [hopopts, "IPv6 hop-by-hop options"],
  [dstopts, "IPv6 destination options"],
  [route, "IPv6 routing"],
]);

/**  0               8              16            29      31
 *  +---------------+--------------+-------------+---+---+
 *  |  Next Header  |   Reserved   |   Offset    |Res| M |
 *  |                  Identification                    |   RFC 8200 section 4.5
 *  +----------------------------------------------------+ */
/** What a fragment's offset counts, in bytes. */
const UNIT = 8;
const fragment = layout("ipv6.fraghdr", 8, {
  nxt: u8(0, "Next header", { names: ipProtocols }),
  reserved_octet: u8(1, "Reserved octet", { show: "hex" }),
  offset: bits(16, 13, "Offset"),
  reserved_bits: bits(29, 2, "Reserved bits"),
  more: bit(31, "More Fragments"),
  ident: u32(4, "Identification", { show: "hex" }),
});

const fragments = fragmentFields("ipv6", "IPv6", none);

/** What users may decide about fragments. */
const preferred = preferences("ipv6", { defragment: toggle("Put packets together that came in fragments", true) });

/** The fragments that wait for others; undefined where nobody wants them put together. */
class State {
  readonly fragments: Fragments | undefined;

  constructor(memory: Memory, settings: Settings) {
    if (settings.get(preferred.defragment)) this.fragments = new Fragments(memory);
  }
}

/** True for a fragment header that came in fragments itself. */
function isInFragments({ tape }: Cursor): boolean {
  const outer = tape.layerBefore(tape.top);
  return tape.nodes[outer] === fraghdr && tape.source(outer) !== tape.source(tape.top);
}

/**
 * Collects the fragment whose header is at `at`, quoted ones, too; the one that completes its packet shows what is in
 * it.
 */
function readFragment(c: Cursor, at: number): void {
  const { fragments: kept } = c.state(fraghdr);
  const offset = c.get(at, fragment.offset) * UNIT;
  const next = c.get(at, fragment.nxt);
  if (kept === undefined || isInFragments(c)) return withoutOthers(c, offset, next);
  if (c.left <= 0 || c.captured < c.left) return c.rest();
  const more = c.get(at, fragment.more) === 1;
  const packet = kept.add(c.frame, c.get(at, fragment.ident), offset, more, c.bytes, c.at, c.end);
  if (packet === undefined) c.rest();
  else inDatagram(c, fragments, "IPv6", packet, () => nextHeader(c, next));
}

/** One fragment of a packet. */
export const fraghdr: Protocol<State> = protocol({
  name: "ipv6.fraghdr",
  title: "Fragment Header for IPv6",
  spec: "RFC 8200 section 4.5",
  fields: [fragment, fragments],
  preferences: preferred,
  on: { "ipv6.nxt": 44 },
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const at = c.place(fragment);
    if (at < 0) return;
    c.tape.setEnd(c.tape.top, c.at);
    if (c.get(at, fragment.offset) === 0 && c.get(at, fragment.more) === 0) c.end = c.at;
    else {
      readFragment(c, at);
      c.at = at;
    }
  },
});

const OFF = ascii("IPv6 fragment (off=");
const MORE = ascii(" more=y");
const LAST = ascii(" more=n");
const IDENT = ascii(" ident=0x");
const NEXT = ascii(" nxt=");
const CLOSE = ascii(")");
/** More than these and their numbers take. */
const LONGEST = 128;

/** True for a header of the chain between an IPv6 header and the payload. */
export function isExtension(node: Node): boolean {
  return node === hopopts || node === fraghdr || node === dstopts || node === route;
}

/**
 * Writes what a chain of extension headers that ends with the layer `row` says, where what it holds says nothing
 * although somebody takes it (`isSilent`) or nobody does; false where the chain says nothing either.
 */
export function chainSummary(frame: Frame, row: number, isSilent: boolean, info: Info): boolean {
  const node = frame.tape.nodes[row]!;
  if (node !== fraghdr) {
    const speaks = isSilent || frame.faults.some((fault) => fault.protocol === node.name);
    if (speaks) info.text(titles.get(node)!);
    return speaks;
  }
  const head = frame.find(row, fragment);
  if (head < 0 || !frame.holds(head, fragment.ident)) return false;
  const bytes = frame.bytesOf(head);
  const start = frame.tape.start(head);
  const offset = fragment.offset.read(bytes, start);
  const more = fragment.more.read(bytes, start);
  const isWhole = frame.find(row, fragments.fragments) >= 0 || frame.tape.layerEnd(row) === frame.tape.count;
  if (!isSilent && ((offset === 0 && more === 0) || isWhole)) return false;
  const { buffer } = info.reserve(LONGEST);
  let to = putDecimal(buffer, putBytes(buffer, info.at, OFF), offset * UNIT);
  to = putBytes(buffer, putBytes(buffer, to, more ? MORE : LAST), IDENT);
  to = putHexBytes(buffer, to, bytes, start + 4, start + 8, 0);
  to = putDecimal(buffer, putBytes(buffer, to, NEXT), fragment.nxt.read(bytes, start));
  info.at = putBytes(buffer, to, CLOSE);
  return true;
}
