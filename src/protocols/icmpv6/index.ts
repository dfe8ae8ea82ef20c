import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, frameNumber, ipv6, none } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import type { Info } from "../../core/writer.ts";
import { icmpv6Codes, icmpv6Types } from "../../names/icmpv6.ts";
import { pseudoSum, status, statusValue, wrong } from "../shared/checksum.ts";
import { dataSum, Echoes } from "../shared/echoes.ts";
import { extensionsAt, readExtensions } from "../shared/icmp-extensions.ts";
import { hopLimit } from "../shared/ip-payload.ts";
import {
  certificationAnswer,
  certificationPath,
  duplicateAddress,
  echo,
  extendedReply,
  extendedRequest,
  header,
  headers,
  mobile,
  mobilePrefix,
  multicastRouter,
  neighborAdvertisement,
  neighborSolicitation,
  nodeInformation,
  noLength,
  parameter,
  redirect,
  routerAdvertisement,
  solicitation,
  tooBig,
  withLength,
} from "./header.ts";
import { multicastFields, readListener, readQuery, readReport } from "./multicast.ts";
import { optionFields, free as optionFree, readOptions } from "./options.ts";

const etherTypes = table("ethertype");
const IPV6 = 0x86dd;
const IPV6_HEADER = 40;
const ICMPV6 = 58;
/** Types (RFC 4443, RFC 4861). */
const UNREACHABLE = 1;
const EXCEEDED = 3;
const ECHO = 128;
const NEIGHBOR_SOLICITATION = 135;
const NEIGHBOR_ADVERTISEMENT = 136;

const found = fields("icmpv6", {
  "checksum.status": status(),
  checksum_bad: wrong("Bad checksum"),
  resp_to: frameNumber("Response To"),
  resptime: computed("double", "Response Time", (r) => r.frame.numbers[r.value], { unit: "ms" }),
  data: bytes("Data"),
  "mip6.home_agent_address": ipv6("Home Agent Address", { many: true }),
  "undecoded.type": none("Undecoded type"),
});

type Reader = (c: Cursor, start: number) => void;

/** Reads an error message: its second word, the packet it quotes, then extensions (RFC 4884). */
const error =
  (second: (c: Cursor) => Layout): Reader =>
  (c, start) => {
    const at = c.place(second(c));
    if (at < 0 || c.left <= 0) return;
    const { end } = c;
    const type = c.u8(start);
    const length = type === UNREACHABLE || type === EXCEEDED ? c.u8(at) * 8 : 0;
    const quotedLength = c.captured >= 6 ? IPV6_HEADER + c.u16(c.at + 4) : 0;
    const extensions = length === 0 ? end : extensionsAt(c, length, quotedLength);
    c.end = extensions;
    if (c.isQuoted) c.rest();
    else c.quoted(quote);
    c.end = end;
    if (extensions === end) return;
    c.at = extensions;
    readExtensions(c);
  };

const quote = (c: Cursor) => void c.next(etherTypes, IPV6);
const lengthOrNone = (c: Cursor) => (c.captured > 0 && c.u8(c.at) !== 0 ? withLength : noLength);

function readEcho(c: Cursor, start: number): void {
  const at = c.place(echo);
  if (at < 0) return;
  if (!c.isQuoted) match(c, start, c.u32(at));
  c.rest();
}

function match(c: Cursor, start: number, id: number): void {
  const echoes = c.state(icmpv6);
  const type = c.u8(start);
  const sum = dataSum(type, c.get(start, header.checksum));
  if (type === ECHO) echoes.request(c.frame, id, sum);
  else {
    const request = echoes.reply(c.frame, id, sum);
    if (request === 0) return;
    c.put(found.resp_to, request);
    c.put(found.resptime, echoes.elapsed / 1e6);
  }
}

/** Reads a message of one layout, and the options behind it. */
const only =
  (body: Layout): Reader =>
  (c) =>
    void c.place(body);
const withOptions =
  (body: Layout): Reader =>
  (c) => {
    if (c.place(body) >= 0 && c.left > 0) readOptions(c);
  };

function readHomeAgents(c: Cursor): void {
  if (c.place(mobile) < 0) return;
  while (c.left > 0 && c.take(found["mip6.home_agent_address"], 16));
}

function readExtended(c: Cursor): void {
  if (c.place(extendedRequest) >= 0 && c.left > 0) readExtensions(c);
}

function readUnknown(c: Cursor, start: number): void {
  if (icmpv6Codes[c.u8(start)] === undefined) c.add(found["undecoded.type"], start, start + 1);
  if (c.left > 0) c.take(found.data, c.left);
}

/** What follows the first word, by type; it is told where the message starts. */
const readers: Readonly<Record<number, Reader>> = {
  [UNREACHABLE]: error(lengthOrNone),
  2: error(() => tooBig),
  [EXCEEDED]: error(lengthOrNone),
  4: error(() => parameter),
  [ECHO]: readEcho,
  129: readEcho,
  130: readQuery,
  131: readListener,
  132: readListener,
  143: readReport,
  133: withOptions(solicitation),
  134: withOptions(routerAdvertisement),
  [NEIGHBOR_SOLICITATION]: withOptions(neighborSolicitation),
  [NEIGHBOR_ADVERTISEMENT]: withOptions(neighborAdvertisement),
  137: withOptions(redirect),
  139: only(nodeInformation),
  140: only(nodeInformation),
  141: withOptions(solicitation),
  142: withOptions(solicitation),
  144: only(mobile),
  145: readHomeAgents,
  146: only(mobile),
  147: withOptions(mobilePrefix),
  148: withOptions(certificationPath),
  149: withOptions(certificationAnswer),
  151: only(multicastRouter),
  152: () => {},
  153: () => {},
  157: only(duplicateAddress),
  158: only(duplicateAddress),
  160: readExtended,
  161: only(extendedReply),
};

const FLAGS: readonly [Field, string][] = [
  [neighborAdvertisement["flag.r"], "rtr"],
  [neighborAdvertisement["flag.s"], "sol"],
  [neighborAdvertisement["flag.o"], "ovr"],
];

/** Writes whose neighbor is meant, and what an advertisement says of it. */
function neighbor(frame: Frame, row: number, type: number, info: Info): void {
  const body = frame.find(row, type === NEIGHBOR_SOLICITATION ? neighborSolicitation : neighborAdvertisement);
  if (body < 0 || !frame.holds(body, neighborAdvertisement.target_address)) return;
  if (type === NEIGHBOR_SOLICITATION) info.text(" for");
  info.byte(32).ipv6(frame.bytesOf(body), frame.tape.start(body) + neighborAdvertisement.target_address.offset);
  if (type === NEIGHBOR_SOLICITATION) return;
  const set = FLAGS.filter(([flag]) => frame.get(body, flag)).map(([, name]) => name);
  info.text(` (${set.length > 0 ? set.join(", ") : "none"})`);
}

/** Writes the link-layer addresses of the options. */
function linkAddresses(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  for (let i = row + 1; i < tape.count; i++) {
    const node = tape.nodes[i];
    const source = node === optionFree.src_linkaddr || node === optionFree.src_linkaddr_eui64;
    const target = node === optionFree.target_linkaddr || node === optionFree.target_linkaddr_eui64;
    if (tape.layer(i) !== row || !(source || target)) continue;
    info.text(source ? " from " : " is at ").hexBytes(frame.bytesOf(i), tape.start(i), tape.end(i), 58);
  }
}

function writeEcho(frame: Frame, row: number, info: Info): void {
  const head = frame.find(row, echo);
  if (head < 0 || !frame.holds(head, echo["echo.sequence_number"])) return;
  info.text(" id=0x").hex(frame.get(head, echo["echo.identifier"]), 4);
  info.text(", seq=").decimal(frame.get(head, echo["echo.sequence_number"]));
  const limit = hopLimit(frame, row, "ipv6");
  if (limit !== undefined) info.text(", hop limit=").decimal(limit);
  const request = frame.find(row, found.resp_to);
  if (request >= 0) info.text(" (request in ").decimal(frame.numbers[frame.tape.value(request)]!).byte(41);
}

const icmpv6 = protocol({
  name: "icmpv6",
  title: "Internet Control Message Protocol v6",
  spec: "RFC 4443",
  column: "ICMPv6",
  fields: [...headers, found, ...multicastFields, ...optionFields],
  on: { "ip.proto": ICMPV6 },
  state: (memory) => new Echoes(memory),
  dissect(c) {
    const { at } = c;
    if (c.place(header) < 0) return;
    const sum = statusValue(c, c.end, pseudoSum(c, c.end - at, ICMPV6));
    c.add(found["checksum.status"], at, c.end, sum);
    c.add(found.checksum_bad, at, c.end, sum);
    (readers[c.u8(at)] ?? readUnknown)(c, at);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.type)) return;
    const type = frame.get(row + 1, header.type);
    info.set().text(icmpv6Types[type] ?? `Unknown (${type})`);
    if (!frame.holds(row + 1, header.code)) return;
    const code = frame.get(row + 1, header.code);
    const codes = icmpv6Codes[type];
    if (codes) info.text(` (${codes[code] ?? (type === UNREACHABLE ? "Unknown" : `Unknown (${code})`)})`);
    if (type === NEIGHBOR_SOLICITATION || type === NEIGHBOR_ADVERTISEMENT) neighbor(frame, row, type, info);
    writeEcho(frame, row, info);
    linkAddresses(frame, row, info);
  },
});

export default icmpv6;
