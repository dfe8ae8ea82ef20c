import type { Cursor } from "../../core/cursor.ts";
import { bigAt, computed, frameNumber, littleAt, type Reading, type Time } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { durationParts } from "../../core/value.ts";
import type { Info } from "../../core/writer.ts";
import { icmpCodes, icmpTypes } from "../../names/icmp.ts";
import { status, statusValue, wrong } from "../shared/checksum.ts";
import { dataSum, Echoes } from "../shared/echoes.ts";
import { extensionFields, extensionsAt, readExtensions } from "../shared/icmp-extensions.ts";
import { hopLimit } from "../shared/ip-payload.ts";
import {
  advertisement,
  echo,
  extendedReply,
  extendedRequest,
  header,
  headers,
  mask,
  noLength,
  parameter,
  parameterWithLength,
  quench,
  redirect,
  router,
  timestamps,
  tooBig,
  tooBigWithLength,
  withLength,
} from "./header.ts";
import { mobileFields, readExtension } from "./mobile.ts";

const etherTypes = table("ethertype");
const IPV4 = 0x0800;
/** Types (RFC 792, RFC 1256, RFC 950, RFC 8335). */
const ECHO_REPLY = 0;
const UNREACHABLE = 3;
const QUENCH = 4;
const REDIRECT = 5;
const ECHO = 8;
const ADVERTISEMENT = 9;
const EXCEEDED = 11;
const PARAMETER = 12;
const TIMESTAMP = 13;
const TIMESTAMP_REPLY = 14;
const INFORMATION = 15;
const INFORMATION_REPLY = 16;
const MASK = 17;
const MASK_REPLY = 18;
const EXTENDED_ECHO = 42;
const EXTENDED_REPLY = 43;
/** Bytes a {@link REDIRECT} quotes of what a packet holds. */
const TOLD = 8;
/** The code of {@link UNREACHABLE} that tells an MTU. */
const TOO_BIG = 4;
/** Codes of {@link ADVERTISEMENT} that mobility agents use (RFC 5944 section 2.1). */
const AGENT_CODES = [0, 16];
/** Bytes of a message before which nothing is known of it. */
const SPEAKING = 6;
/** Info pads the title of a message to this. */
const TITLE_WIDTH = 20;

const found = fields("icmp", {
  "checksum.status": status(),
  checksum_bad: wrong(),
  resp_to: frameNumber("Request frame"),
  resptime: computed("double", "Response time", (r) => r.frame.numbers[r.value], { unit: "ms" }),
  data_time: computed("time", "Timestamp from icmp data", timeIn),
  data_time_relative: computed("duration", "Timestamp from icmp data (relative)", sinceTimeIn),
});

/** Senders put the time of sending in front of an echo's data; one further off than this is not a time. */
const A_DAY = 86400;

/** Which of both byte orders, if any, makes a time near the frame's of 8 bytes: seconds and microseconds. */
function clockOrder(frame: Frame, b: Uint8Array, at: number): typeof bigAt | undefined {
  return [bigAt, littleAt].find(
    (read) => read(b, at + 4, 4) < 1e6 && Math.abs(read(b, at, 4) - frame.seconds) <= A_DAY,
  );
}

function timeIn({ frame, bytes, start }: Reading): Time {
  const read = clockOrder(frame, bytes, start) ?? bigAt;
  return { seconds: read(bytes, start, 4), nanoseconds: read(bytes, start + 4, 4) * 1000 };
}

function sinceTimeIn(r: Reading): Time {
  const sent = timeIn(r);
  const elapsed = (r.frame.seconds - sent.seconds) * 1e9 + r.frame.nanoseconds - sent.nanoseconds;
  return durationParts(elapsed);
}

/** Reads an echo or its reply, and finds the one for the other. */
function readEcho(c: Cursor, start: number): void {
  const at = c.place(echo);
  if (at < 0) return;
  if (!c.isQuoted) match(c, start, at);
  if (c.captured >= 8 && clockOrder(c.frame, c.bytes, c.at) !== undefined) {
    c.add(found.data_time, c.at, c.at + 8);
    c.add(found.data_time_relative, c.at, c.at + 8);
    c.at += 8;
  }
  c.rest();
}

function match(c: Cursor, start: number, at: number): void {
  const echoes = c.state(icmp);
  const type = c.u8(start);
  const id = c.u32(at);
  const sum = dataSum(type, c.get(start, header.checksum));
  if (type === ECHO) echoes.request(c.frame, id, sum);
  else {
    const request = echoes.reply(c.frame, id, sum);
    if (request === 0) return;
    c.put(found.resp_to, request);
    c.put(found.resptime, echoes.elapsed / 1e6);
  }
}

/** Reads what is asked or told beside identifier and sequence number. */
const readPair = (body: Layout) => (c: Cursor) => {
  if (c.place(echo) >= 0) c.place(body);
};

/** Reads an error message: its second word, the packet it quotes, then extensions (RFC 4884). */
function readError(c: Cursor, start: number): void {
  const type = c.u8(start);
  const at = c.place(errorHead(c, type, c.u8(start + 1)));
  if (at < 0 || c.left <= 0) return;
  const { end } = c;
  const quotedLength = c.captured >= 4 ? c.u16(c.at + 2) : 0;
  const extensions = extensionsAt(c, type in lengthAt ? c.u8(at + 1) * 4 : 0, quotedLength);
  c.end = type === REDIRECT && c.captured > 0 ? Math.min(end, c.at + (c.u8(c.at) & 15) * 4 + TOLD) : extensions;
  if (c.isQuoted) c.rest();
  else c.quoted(quote);
  c.end = end;
  if (extensions === end) return;
  c.at = extensions;
  readExtensions(c);
}

const quote = (c: Cursor) => void c.next(etherTypes, IPV4);

/** Types whose second word has a length. */
const lengthAt = { [UNREACHABLE]: true, [EXCEEDED]: true, [PARAMETER]: true };

function errorHead(c: Cursor, type: number, code: number): Layout {
  const hasLength = type in lengthAt && c.captured >= 2 && c.u8(c.at + 1) !== 0;
  if (type === QUENCH) return quench;
  if (type === REDIRECT) return redirect;
  if (type === PARAMETER) return hasLength ? parameterWithLength : parameter;
  if (type === UNREACHABLE && code === TOO_BIG) return hasLength ? tooBigWithLength : tooBig;
  return hasLength ? withLength : noLength;
}

/** Reads the routers of an advertisement, whose entries may be longer than what is known of them. */
function readAdvertisement(c: Cursor): void {
  const at = c.place(advertisement);
  if (at < 0) return;
  const size = c.get(at, advertisement.addr_entry_size) * 4;
  for (let left = c.get(at, advertisement.num_addrs); left > 0 && size >= 8; left--) {
    const from = c.at;
    if (!c.has(size) || c.place(router) < 0) return;
    c.at = from + size;
  }
  if (c.left > 0) c.items(c.end, undefined, readExtension);
}

function readExtended(c: Cursor, start: number): void {
  const request = c.u8(start) === EXTENDED_ECHO;
  if (c.place(request ? extendedRequest : extendedReply) >= 0 && request) readExtensions(c);
}

/** What follows the first word, by type; it is told where the message starts. */
const readers: Readonly<Record<number, (c: Cursor, start: number) => void>> = {
  [ECHO_REPLY]: readEcho,
  [ECHO]: readEcho,
  [UNREACHABLE]: readError,
  [QUENCH]: readError,
  [REDIRECT]: readError,
  [EXCEEDED]: readError,
  [PARAMETER]: readError,
  [ADVERTISEMENT]: readAdvertisement,
  [TIMESTAMP]: readPair(timestamps),
  [TIMESTAMP_REPLY]: readPair(timestamps),
  [INFORMATION]: (c) => void c.place(echo),
  [INFORMATION_REPLY]: (c) => void c.place(echo),
  [MASK]: readPair(mask),
  [MASK_REPLY]: readPair(mask),
  [EXTENDED_ECHO]: readExtended,
  [EXTENDED_REPLY]: readExtended,
};

function titleOf(type: number, code: number): string {
  if (type === ADVERTISEMENT && AGENT_CODES.includes(code)) return "Mobile IP Advertisement";
  return icmpTypes[type] ?? "Unknown ICMP (obsolete or malformed?)";
}

const icmp = protocol({
  name: "icmp",
  title: "Internet Control Message Protocol",
  spec: "RFC 792",
  column: "ICMP",
  fields: [...headers, found, ...mobileFields, ...extensionFields],
  on: { "ip.proto": 1 },
  state: (memory) => new Echoes(memory),
  dissect(c) {
    const { at } = c;
    if (!c.has(SPEAKING)) return;
    c.place(header);
    const sum = statusValue(c, c.end, 0);
    c.add(found["checksum.status"], at, c.end, sum);
    c.add(found.checksum_bad, at, c.end, sum);
    const read = readers[c.u8(at)];
    if (read !== undefined) read(c, at);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (frame.tape.nodes[row + 1] !== header.$node) return;
    const type = frame.get(row + 1, header.type);
    const code = frame.get(row + 1, header.code);
    info.set();
    const from = info.at;
    info.text(titleOf(type, code)).padTo(from, TITLE_WIDTH);
    const head = frame.find(row, echo);
    if (head >= 0 && frame.holds(head, echo.seq)) {
      const id = frame.get(head, echo.ident);
      const seq = frame.get(head, echo.seq);
      info
        .text(" id=0x")
        .hex(id, 4)
        .text(", seq=")
        .decimal(seq)
        .byte(47)
        .decimal((seq >> 8) | ((seq & 255) << 8));
      const ttl = hopLimit(frame, row, "ip");
      if (ttl !== undefined) info.text(", ttl=").decimal(ttl);
      const request = frame.find(row, found.resp_to);
      if (request >= 0) info.text(" (request in ").decimal(frame.numbers[frame.tape.value(request)]!).byte(41);
    } else if (type in icmpCodes)
      info
        .text(" (")
        .text(icmpCodes[type]![code] ?? `Unknown code: ${code}`)
        .byte(41);
  },
});

export default icmp;
