import { type Cursor, ENOUGH, MORE, NOTHING, UNTIL_CLOSE } from "../../core/cursor.ts";
import type { Memory } from "../../core/memory.ts";
import type { Settings } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { FOLLOWING, SILENT } from "../../core/tape.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { oneLine } from "../shared/text.ts";
import { entity, plain, readBody } from "./body.ts";
import { Chunks, chunkFields, measureChunks } from "./chunks.ts";
import { Connection, connections, Tunnel } from "./connections.ts";
import { Head, OTHER, REQUEST, RESPONSE } from "./head.ts";
import { headerFields, otherHeaders, requestHeaders, responseHeaders } from "./headers.ts";
import { lineEnd, named, startsWith } from "./lines.ts";
import { exchange, proxied, start } from "./message.ts";
import { preferred, Wishes } from "./preferences.ts";
import { putMessage } from "./rows.ts";
import { summary } from "./summary.ts";
import { uri } from "./uri.ts";

const ports = table("tcp.port");
const upgrades = table("http.upgrade");
const CR = 13;
const LF = 10;
const SWITCHING_PROTOCOLS = 101;
/** What makes a proxy pass bytes through; other codes that tell of success do not. */
const CONNECTED = 200;
const NO_CONTENT = 204;
const NOT_MODIFIED = 304;
const VERSION_SIZE = 8;
const SPACE = 32;
const LAST_PRINTABLE = 126;
/** A message whose header fields have no end by then is shown as far as it goes. */
const LONGEST_HEAD = 1 << 16;
/** No method is longer. */
const LONGEST_WORD = 20;

/** What HTTP keeps during a run. */
class State {
  readonly connections: StreamStates<Connection>;
  readonly head = new Head();
  readonly chunks = new Chunks();
  readonly wishes: Wishes;
  /** True while bytes that HTTP only passes through are dissected. */
  passing = false;
  /** The connection behind a proxy whose bytes are dissected. */
  inside: Tunnel | undefined;

  constructor(memory: Memory, settings: Settings) {
    this.connections = connections(memory);
    this.wishes = new Wishes(settings);
  }
}

const http: Protocol<State> = protocol({
  name: "http",
  title: "Hypertext Transfer Protocol",
  spec: "RFC 9112",
  column: "HTTP",
  fields: [start, exchange, entity, proxied],
  expands: [...headerFields, uri, ...chunkFields],
  on: {
    "tcp.port": [80, 631, 1900, 2710, 2869, 3128, 3132, 3689, 5985, 8080, 8088, 11371],
    "tls.port": 443,
    "tls.alpn": ["http/0.9", "http/1.0", "http/1.1"],
  },
  sniffsOn: ["tcp.port", "tls.port"],
  sniffs,
  preferences: preferred,
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const state = c.state(http);
    if (state.inside !== undefined) return inside(c, state, state.inside);
    if (state.passing) return false;
    const connection = state.connections.of(c.conversation >> 1, c.frame.number);
    if (connection.tunnel !== undefined || connection.upgrade !== "") return pass(c, state, connection);
    const verdict = message(c, state, connection);
    state.connections.holds(connection.textSize);
    return verdict;
  },
  summary,
});

/** Reads a message of the connection behind a proxy. */
function inside(c: Cursor, state: State, tunnel: Tunnel): false | void {
  tunnel.taker = http;
  tunnel.connection ??= new Connection();
  return message(c, state, tunnel.connection);
}

/** A first line that ends or begins with a version of HTTP/1. */
function sniffs(c: Cursor): boolean {
  const { bytes, at } = c;
  const to = at + c.captured;
  if (!beginsWithWord(bytes, at, Math.min(to, at + LONGEST_WORD))) return false;
  const end = lineEnd(bytes, at, to);
  if (end - at < VERSION_SIZE) return false;
  return startsWith(bytes, end - VERSION_SIZE, end, "http/1.") || startsWith(bytes, at, end, "http/1.");
}

/** True where `at..to` begins with printable characters and a blank. */
function beginsWithWord(bytes: Uint8Array, at: number, to: number): boolean {
  let i = at;
  while (i < to && bytes[i]! > SPACE && bytes[i]! <= LAST_PRINTABLE) i++;
  return i > at && i < to && bytes[i] === SPACE;
}

/** What reads messages. */
type Reading = Pick<State, "head" | "chunks" | "wishes">;

/** Reads one message, or asks for what is missing of it. False: the bytes are none. */
export function message(c: Cursor, reading: Reading, connection: Connection): false | void {
  const { head, chunks, wishes } = reading;
  const to = c.at + c.captured;
  const { bytes } = c;
  const layer = c.tape.top;
  const from = skipLineEnd(bytes, c.at, to);
  const waits = c.streaming && !c.alone;
  const mayWait = waits && wishes.joinsHeaders && to - from < LONGEST_HEAD;
  if (!c.resumed) connection.progress[c.conversation & 1 ? 1 : 0].at = 0;
  const hasLine = head.readLine(bytes, from, to);
  if (!hasLine && mayWait && isPrintable(bytes[from]!)) return c.need(MORE);
  if (head.kind === OTHER) return continuation(c, reading, connection, to);
  const hasFields = head.readFields(bytes, head.lineEnd, to);
  const missing = hasFields ? measure(c, head, connection, to) : MORE;
  if (missing !== ENOUGH && (hasFields ? waits && !c.closing && wishes.joinsBodies : mayWait)) {
    c.line = `${oneLine(bytes, head.start, head.textEnd)} `;
    return c.need(missing);
  }
  if (from > c.at) c.add(start.leading_crlf, c.at, from);
  if (hasFields || head.isBroken) findEnd(c, head, chunks, to);
  putMessage(c, head, connection);
  headers(c, head);
  readRest(c, reading);
  if (c.have < c.end && !c.broken) cut(c);
  // Half a first line tells nothing that could be shown, but that a message goes on.
  if (!hasLine && c.broken && !connection.asked) c.tape.flag(layer, SILENT);
  follow(c, head, connection);
}

/** Where a message begins: behind the empty line some senders put before it (RFC 9112 section 2.2). */
function skipLineEnd(bytes: Uint8Array, at: number, to: number): number {
  return at + 3 < to && bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at;
}

function isPrintable(byte: number): boolean {
  return byte >= SPACE && byte <= LAST_PRINTABLE;
}

/** What is missing of the message whose header fields are read (RFC 9112 section 6.3), as `Cursor.need` takes it. */
function measure(c: Cursor, head: Head, connection: Connection, to: number): number {
  const { toldChunks, toldLength } = head.framing;
  if (isBare(head) || (head.kind === RESPONSE && connection.asksHead)) return ENOUGH;
  if (toldChunks)
    return measureChunks(c.bytes, c.at, head.emptyEnd, to, connection.progress[c.conversation & 1 ? 1 : 0]);
  if (toldLength >= 0) return Math.max(0, head.emptyEnd + toldLength - c.end);
  if (head.kind !== RESPONSE) return ENOUGH;
  return head.code >= 200 && head.code < 300 && connection.connects !== "" ? ENOUGH : UNTIL_CLOSE;
}

/** True for answers that have no body of their own accord. */
function isBare({ kind, code }: Head): boolean {
  return kind === RESPONSE && ((code >= 100 && code < 200) || code === NO_CONTENT || code === NOT_MODIFIED);
}

/** Sets where the message ends, which may be somewhere else than where it was waited for. */
function findEnd(c: Cursor, head: Head, chunks: Chunks, to: number): void {
  const { kind, framing, end } = head;
  if (framing.length >= 0 && !framing.hasCoding) c.end = Math.min(c.end, end + framing.length);
  else if (isBare(head) || (kind === REQUEST && !framing.hasCoding)) c.end = Math.min(c.end, end);
  else if (framing.chunked) {
    chunks.read(c.bytes, end, to);
    if (!chunks.isNone && chunks.missing === 0 && to >= c.end) c.end = chunks.end;
  }
}

function headers(c: Cursor, head: Head): void {
  c.at = head.lineEnd;
  const row = c.open(head.kind === RESPONSE ? responseHeaders : head.kind === REQUEST ? requestHeaders : otherHeaders);
  c.close(row, head.fieldsEnd);
  c.at = head.end;
  for (let i = 0; i < head.framing.unknownCodings; i++) c.add(start.te_unknown, c.at, c.at);
  for (let i = 0; i < head.framing.contradictions; i++) c.add(start.te_and_length, c.at, c.at);
}

/** Marks a message that the capture cut short. */
function cut(c: Cursor): void {
  c.at = c.have;
  c.fault(c.end - c.have);
}

/** Bytes that begin no message: part of one whose beginning was lost, or not HTTP at all. */
function continuation(c: Cursor, reading: Reading, connection: Connection, to: number): false | void {
  const { head, chunks } = reading;
  const isText = isPrintable(c.bytes[head.start]!);
  const isField = isText && head.isField(c.bytes);
  const isCut = isText && c.have < c.end;
  if (!connection.asked && !isField && !isCut) return c.need(NOTHING);
  if (!connection.asked) c.tape.flag(c.tape.top, SILENT);
  if (isText && head.start > c.at) c.add(start.leading_crlf, c.at, head.start);
  if (isText) c.at = head.start;
  if (isField) {
    head.lineEnd = head.start;
    head.readFields(c.bytes, head.start, to);
    findEnd(c, head, chunks, to);
    headers(c, head);
    readRest(c, reading);
  } else if (!isText) c.rest();
  else plain(c, undefined);
  if (isCut && !c.broken) cut(c);
}

/** Reads what follows the header fields. */
function readRest(c: Cursor, { head, chunks, wishes }: Reading): void {
  if (head.isCut) c.fault(c.captured + 1);
  else if (c.captured > 0) readBody(c, head, chunks, wishes);
}

/** Notes what a message means for those after it. */
function follow(c: Cursor, head: Head, connection: Connection): void {
  if (head.kind !== RESPONSE) {
    const { from, to } = head.first;
    connection.asked = true;
    connection.asksHead = named(c.bytes, from, to, "head");
    connection.connects = named(c.bytes, from, to, "connect") ? oneLine(c.bytes, head.second.from, head.second.to) : "";
  } else if (head.code === SWITCHING_PROTOCOLS && !head.upgrade.isEmpty) {
    connection.upgrade = oneLine(c.bytes, head.upgrade.from, head.upgrade.to).toLowerCase();
    connection.terms = oneLine(c.bytes, head.extensions.from, head.extensions.to);
  } else if (connection.connects !== "") {
    if (head.code === CONNECTED) connection.tunnel = new Tunnel(connection.connects, c.sourcePort);
    connection.connects = "";
  }
}

/** Hands on bytes that are another protocol's: of the connection a proxy made, or after an upgrade. */
function pass(c: Cursor, state: State, { tunnel, upgrade, terms }: Connection): false | void {
  c.tape.flag(c.tape.top, SILENT);
  if (tunnel !== undefined && tunnel.port === undefined) return c.need(NOTHING);
  state.passing = true;
  if (tunnel?.port !== undefined) proxy(c, state, tunnel, tunnel.port);
  else {
    c.tape.makeNominal(c.tape.top);
    upgraded(c, upgrades.in(c.registry).get(upgrade), terms);
  }
  state.passing = false;
  // What a message behind a proxy waits for is told in the tunnel's line.
  if (tunnel === undefined && c.wanted !== ENOUGH) return false;
}

/** Dissects what came after an upgrade, message by message, up to one that is not complete: unless it is the first, it waits. */
function upgraded(c: Cursor, protocol: Protocol | undefined, terms: string): void {
  const { tape, at: from } = c;
  c.terms = terms;
  while (c.at < c.end && c.at < c.have) {
    const start = c.at;
    const { count: row, top } = tape;
    const end = c.try(protocol);
    if (c.wanted !== ENOUGH && start > from) {
      tape.count = row;
      tape.top = top;
      c.wanted = ENOUGH;
      break;
    }
    if (c.wanted !== ENOUGH) return;
    if (end === undefined) return c.rest();
    if (start > from) tape.setValue(row, FOLLOWING);
    if (end <= start) break;
    c.at = end;
  }
  c.end = c.at;
}

/**
 * Dissects what is behind a proxy, message by message, as bytes of a connection to `port`. HTTP in there is recognised,
 * but only its first messages are read.
 */
function proxy(c: Cursor, state: State, tunnel: Tunnel, port: number): void {
  c.add(proxied.proxy_connect_host, c.at, c.at, c.frame.addText(tunnel.host));
  c.put(proxied.proxy_connect_port, port);
  if (tunnel.taker === http || ports.in(c.registry).get(port) === http) return c.rest();
  const { sourcePort, destinationPort, tape, at: from } = c;
  const isFromProxy = sourcePort === tunnel.proxyPort;
  state.inside = tunnel;
  while (c.at < c.end && c.at < c.have) {
    const start = c.at;
    const { count: row, top } = tape;
    const end = c.nextPort(ports, isFromProxy ? port : sourcePort, isFromProxy ? destinationPort : port, tunnel.taker);
    if (c.wanted !== ENOUGH) {
      if (start === from) break;
      tape.count = row;
      tape.top = top;
      c.wanted = ENOUGH;
      break;
    }
    const taker = tape.nodes[row] as Protocol;
    if (taker !== c.registry.fallback) tunnel.taker ??= taker;
    if (start > from) tape.setValue(row, FOLLOWING);
    if (end <= start) break;
    c.at = end;
  }
  state.inside = undefined;
  c.end = c.at;
}

export default http;
