import { parseIpv4, parseIpv6 } from "../core/addresses.ts";
import type { Cursor } from "../core/cursor.ts";
import { type Field, none, type Reading, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { payloadTypes } from "../names/rtp.ts";
import { addedColumn } from "./shared/column.ts";
import { digits } from "./shared/digits.ts";
import { AGAIN, ANSWER, call, generated, MediaStream } from "./shared/media-streams.ts";
import { TextRows } from "./shared/text-rows.ts";

const many = { many: true } as const;
const UTF8 = new TextDecoder();
/** Before a line's value: its letter and an equals sign. */
const HEAD = 2;
/** The most calls whose offers are remembered. */
const MOST = 4096;
/** The most calls remembered of one port. */
const MORE = 8;

/** A line's value. */
const valueOf = (r: Reading) => UTF8.decode(r.bytes.subarray(r.start + HEAD, r.end));
const line = (label: string) => text(label, { many: true, compute: valueOf });

/** Lines by their letter: RFC 8866 section 5 */
const lines = fields("sdp", {
  version: line("Session Description Protocol Version (v)"),
  owner: line("Owner/Creator, Session Id (o)"),
  session_name: line("Session Name (s)"),
  session_info: line("Session Information (i)"),
  uri: line("URI of Description (u)"),
  email: line("E-mail Address (e)"),
  phone: line("Phone Number (p)"),
  connection_info: line("Connection Information (c)"),
  bandwidth: line("Bandwidth Information (b)"),
  time: line("Time Description, active time (t)"),
  repeat_time: line("Repeat Time (r)"),
  timezone: line("Time Zone Adjustments (z)"),
  encryption_key: line("Encryption Key (k)"),
  session_attr: line("Session Attribute (a)"),
  media: line("Media Description, name and address (m)"),
  media_title: line("Media Title (i)"),
  media_attr: line("Media Attribute (a)"),
  unknown: text("Unknown", many),
  invalid: text("Invalid line", many),
  "invalid_line.no_equal": none("Invalid SDP line (no '=' delimiter)", many),
});

/** What the words of a line are. */
const words = fields("sdp", {
  "owner.username": text("Owner Username"),
  "owner.sessionid": text("Session ID"),
  "owner.version": text("Session Version"),
  "owner.network_type": text("Owner Network Type"),
  "owner.address_type": text("Owner Address Type"),
  "owner.address": text("Owner Address"),
  "connection_info.network_type": text("Connection Network Type", many),
  "connection_info.address_type": text("Connection Address Type", many),
  "connection_info.address": text("Connection Address", many),
  "connection_info.ttl": text("Connection TTL", many),
  "connection_info.num_addr": text("Connection Number of Addresses", many),
  "bandwidth.modifier": text("Bandwidth Modifier", many),
  "bandwidth.value": text("Bandwidth Value", many),
  "time.start": text("Session Start Time", many),
  "time.stop": text("Session Stop Time", many),
  "repeat_time.interval": text("Repeat Interval", many),
  "repeat_time.duration": text("Repeat Duration", many),
  "repeat_time.offset": text("Repeat Offset", many),
  "timezone.time": text("Timezone Time", many),
  "timezone.offset": text("Timezone Offset", many),
  "encryption_key.type": text("Key Type", many),
  "encryption_key.data": text("Key Data", many),
  "session_attr.field": text("Session Attribute Fieldname", many),
  "session_attr.value": text("Session Attribute Value", many),
  "media.media": text("Media Type", many),
  "media.port": digits("Media Port"),
  "media.port_string": text("Media Port", { hidden: true, many: true }),
  "media.portcount": text("Media Port Count", many),
  "media.proto": text("Media Protocol", many),
  "media.format": text("Media Format", { many: true, compute: formatOf }),
  "media_attribute.field": text("Media Attribute Fieldname", many),
  "media_attribute.value": text("Media Attribute Value", many),
  "mime.type": text("MIME Type", many),
  sample_rate: text("Sample Rate", many),
  "fmtp.parameter": text("Media format specific parameters", many),
  "ice_candidate.foundation": text("Foundation", many),
  "ice_candidate.componentid": text("Component ID", many),
  "ice_candidate.transport": text("Transport", many),
  "ice_candidate.priority": text("Priority", many),
  "ice_candidate.address": text("Connection Address", many),
  "ice_candidate.port": text("Candidate Port", many),
  "ice_candidate.type": text("Candidate Type", many),
});

/** A format by what it means, where its row says that it is a payload type. */
function formatOf(r: Reading): string {
  const written = UTF8.decode(r.bytes.subarray(r.start, r.end));
  return r.value === 0 || !/^\d+$/.test(written) ? written : payloadTypes(Number(written));
}

const CONNECTION = [
  words["connection_info.network_type"],
  words["connection_info.address_type"],
  words["connection_info.address"],
];

/** Lines that are words in a row, by their letter, and what stands between the words. */
const inWords: Readonly<Record<string, readonly [Field, string, readonly Field[]]>> = {
  v: [lines.version, " ", []],
  o: [
    lines.owner,
    " ",
    [
      words["owner.username"],
      words["owner.sessionid"],
      words["owner.version"],
      words["owner.network_type"],
      words["owner.address_type"],
      words["owner.address"],
    ],
  ],
  s: [lines.session_name, " ", []],
  u: [lines.uri, " ", []],
  e: [lines.email, " ", []],
  p: [lines.phone, " ", []],
  b: [lines.bandwidth, ":", [words["bandwidth.modifier"], words["bandwidth.value"]]],
  t: [lines.time, " ", [words["time.start"], words["time.stop"]]],
  r: [
    lines.repeat_time,
    " ",
    [words["repeat_time.interval"], words["repeat_time.duration"], words["repeat_time.offset"]],
  ],
  z: [lines.timezone, " ", [words["timezone.time"], words["timezone.offset"]]],
  k: [lines.encryption_key, ":", [words["encryption_key.type"], words["encryption_key.data"]]],
};

const CANDIDATE = [
  words["ice_candidate.foundation"],
  words["ice_candidate.componentid"],
  words["ice_candidate.transport"],
  words["ice_candidate.priority"],
  words["ice_candidate.address"],
  words["ice_candidate.port"],
];

/** Who reads the media of which profile. */
const takers = table("sdp.proto");
const RTP = /^(UDP\/TLS\/)?RTP\//;

/** One medium a description tells of. */
interface Medium {
  readonly port: number;
  readonly profile: string;
  /** Where it goes; undefined while only the session says. */
  address: Uint8Array | undefined;
  readonly formats: Map<number, string>;
}

/** A description while it is read. */
interface Session {
  address: Uint8Array | undefined;
  readonly media: Medium[];
}

/** Adds `fields` over the words of characters `from..to`, the last of them over all that is left of them. */
function addWords(rows: TextRows, from: number, to: number, separator: string, fields: readonly Field[]): void {
  let at = from;
  for (const [i, field] of fields.entries()) {
    const end = i === fields.length - 1 ? to : rows.until(separator, at, to);
    if (end > at) rows.add(field, at, end);
    at = Math.min(to, end + 1);
  }
}

function readConnection(rows: TextRows, from: number, to: number, session: Session): void {
  const slash = rows.until("/", from, to);
  addWords(rows, from, slash, " ", CONNECTION);
  if (slash < to) {
    addWords(rows, slash + 1, to, "/", [words["connection_info.ttl"], words["connection_info.num_addr"]]);
  }
  const written = rows.text.slice(from, slash).split(" ").at(-1)!;
  const address = parseIpv4(written) ?? parseIpv6(written);
  const medium = session.media.at(-1);
  if (medium) medium.address = address;
  else session.address = address;
}

function readMedia(rows: TextRows, from: number, to: number, session: Session): void {
  const type = rows.until(" ", from, to);
  const ports = rows.until(" ", type + 1, to);
  const port = rows.until("/", type + 1, ports);
  const profile = rows.until(" ", ports + 1, to);
  rows.addSome(words["media.media"], from, type);
  rows.addSome(words["media.port_string"], type + 1, port);
  rows.addSome(words["media.port"], type + 1, port);
  rows.addSome(words["media.portcount"], port + 1, ports);
  rows.addSome(words["media.proto"], ports + 1, profile);
  const name = rows.text.slice(ports + 1, profile);
  const isRtp = RTP.test(name);
  for (let at = profile + 1; at < to; ) {
    const end = rows.until(" ", at, to);
    if (end > at) rows.add(words["media.format"], at, end, isRtp ? 1 : 0);
    at = end + 1;
  }
  const number = Number.parseInt(rows.text.slice(type + 1, port), 10) || 0;
  session.media.push({ port: number, profile: name, address: undefined, formats: new Map() });
}

function readAttribute(rows: TextRows, from: number, to: number, session: Session): void {
  const colon = rows.until(":", from, to);
  if (colon >= to) return;
  const name = rows.text.slice(from, colon);
  const medium = session.media.at(-1);
  rows.add(words[medium ? "media_attribute.field" : "session_attr.field"], from, colon);
  const at = colon + 1;
  if (!medium) return rows.addSome(words["session_attr.value"], at, to);
  if (name === "rtpmap") readMap(rows, at, to, medium);
  else if (name === "fmtp") readParameters(rows, at, to);
  else if (name === "candidate") readCandidate(rows, at, to);
  else rows.addSome(words["media_attribute.value"], at, to);
}

/** What a dynamic payload type means: RFC 8866 section 6.6 */
function readMap(rows: TextRows, from: number, to: number, medium: Medium): void {
  const type = rows.until(" ", from, to);
  const name = rows.skip(" ", type, to);
  const nameEnd = rows.until("/", name, to);
  const rateEnd = rows.until("/", nameEnd + 1, to);
  rows.addSome(words["media.format"], from, type);
  rows.addSome(words["mime.type"], name, nameEnd);
  rows.addSome(words.sample_rate, nameEnd + 1, rateEnd);
  const number = Number.parseInt(rows.text.slice(from, type), 10);
  if (nameEnd > name && number >= 0) medium.formats.set(number, rows.text.slice(name, nameEnd));
}

function readParameters(rows: TextRows, from: number, to: number): void {
  const type = rows.until(" ", from, to);
  rows.addSome(words["media.format"], from, type);
  for (let at = type + 1; at < to; ) {
    const start = rows.skip(" ", at, to);
    const end = rows.until(";", start, to);
    rows.addSome(words["fmtp.parameter"], start, end);
    at = end + 1;
  }
}

/** RFC 8839 section 5.1 */
function readCandidate(rows: TextRows, from: number, to: number): void {
  let at = from;
  for (const field of CANDIDATE) {
    const end = rows.until(" ", at, to);
    rows.addSome(field, at, end);
    at = Math.min(to, end + 1);
  }
  if (rows.text.startsWith("typ ", at)) rows.addSome(words["ice_candidate.type"], at + 4, rows.until(" ", at + 4, to));
}

/** Reads the line in characters `from..to`. */
function readLine(rows: TextRows, from: number, to: number, session: Session): void {
  if (rows.text[from + 1] !== "=" || to < from + HEAD) {
    rows.add(lines.invalid, from, to);
    return rows.add(lines["invalid_line.no_equal"], from, to);
  }
  const inMedia = session.media.length > 0;
  const at = from + HEAD;
  const letter = rows.text[from]!;
  const simple = inWords[letter];
  if (simple) {
    const [field, separator, parts] = simple;
    rows.nest(field, from, to, () => addWords(rows, at, to, separator, parts));
  } else if (letter === "c") rows.nest(lines.connection_info, from, to, () => readConnection(rows, at, to, session));
  else if (letter === "m") rows.nest(lines.media, from, to, () => readMedia(rows, at, to, session));
  else if (letter === "i") rows.add(inMedia ? lines.media_title : lines.session_info, from, to);
  else if (letter !== "a") rows.add(lines.unknown, from, to);
  else {
    const field = inMedia ? lines.media_attr : lines.session_attr;
    rows.nest(field, from, to, () => readAttribute(rows, at, to, session));
  }
}

/** The row that tells the call, and the call's name; "" where nothing tells. */
function callOf({ frame, tape }: Cursor): { name: string; role: number } {
  for (let row = tape.count - 1; row >= 0; row--) {
    if (tape.nodes[row] !== call) continue;
    const name = UTF8.decode(frame.bytesOf(row).subarray(tape.start(row), tape.end(row)));
    return { name, role: tape.value(row) };
  }
  return { name: "", role: 0 };
}

/** Announces the media of a description. */
function announce(c: Cursor, session: Session, offers: Map<string, number>): readonly string[] {
  const { name, role } = callOf(c);
  const calls = name === "" ? [] : [name];
  if (role === AGAIN) return calls;
  const { number } = c.frame;
  const isAnswer = role === ANSWER;
  const frame = isAnswer ? (offers.get(name) ?? number) : number;
  if (!isAnswer) {
    if (offers.size === MOST) offers.delete(offers.keys().next().value!);
    offers.set(name, number);
  }
  for (const { port, profile, address = session.address, formats } of session.media) {
    // Where a fax is to come (ITU-T T.38), no sound comes any more.
    const taker = takers.in(c.registry).get(profile) ?? (/^udptl$/i.test(profile) ? c.registry.fallback : undefined);
    if (port === 0 || address === undefined || taker === undefined) continue;
    const stream = new MediaStream(frame, "SDP", calls, formats);
    const before = c.announced.add(address, port, { taker, told: stream })?.told;
    if (before instanceof MediaStream)
      stream.calls = [...before.calls.filter((other) => other !== name), ...calls].slice(-MORE);
  }
  return calls;
}

const sdp = protocol({
  name: "sdp",
  title: "Session Description Protocol",
  spec: "RFC 8866",
  column: addedColumn("/SDP"),
  fields: [lines, words, generated],
  on: { media_type: "application/sdp" },
  state: () => ({ offers: new Map<string, number>() }),
  dissect(c) {
    const rows = new TextRows(c, c.at, c.at + c.captured);
    const session: Session = { address: undefined, media: [] };
    const to = rows.text.length;
    for (let at = 0; at < to; ) {
      const end = rows.until("\r\n", at, to);
      if (end > at) readLine(rows, at, end, session);
      at = rows.text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    c.at += to;
    if (c.isQuoted) return;
    const { offers } = c.state(sdp);
    for (const name of announce(c, session, offers))
      c.add(generated.call_id_generated, c.at, c.at, c.frame.addText(name));
  },
});

export default sdp;
