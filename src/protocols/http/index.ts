import { type Cursor, ENOUGH, MORE, NOTHING, UNTIL_CLOSE } from "../../core/cursor.ts";
import type { Memory } from "../../core/memory.ts";
import type { Settings } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { SILENT } from "../../core/tape.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { oneLine } from "../shared/text.ts";
import { entity, plain, readBody } from "./body.ts";
import { Chunks, chunkFields } from "./chunks.ts";
import { type Connection, connections } from "./connections.ts";
import { Head, lineEnd, NOTIFICATION, named, OTHER, RESPONSE, startsWith } from "./head.ts";
import { headerFields, otherHeaders, requestHeaders, responseHeaders } from "./headers.ts";
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
  on: { "tcp.port": [80, 631, 1900, 2710, 2869, 3128, 3132, 3689, 5985, 8080, 8088, 11371] },
  sniffsOn: "tcp.port",
  sniffs,
  preferences: preferred,
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const state = c.state(http);
    if (state.passing) return false;
    const connection = state.connections.of(c.conversation >> 1, c.frame.number);
    if (connection.tunnel !== undefined || connection.upgrade !== "") return pass(c, state, connection);
    const verdict = message(c, state, connection);
    state.connections.holds(connection.textSize);
    return verdict;
  },
  summary,
});

/** A first line that ends or begins with a version of HTTP/1. */
function sniffs(c: Cursor): boolean {
  const { bytes, at } = c;
  const to = at + c.captured;
  if (!beginsWithWord(bytes, at, Math.min(to, at + LONGEST_WORD)) || c.state(http).passing) return false;
  const line = lineEnd(bytes, at, to);
  const end = line < 0 ? to : line;
  if (end - at < VERSION_SIZE) return false;
  return startsWith(bytes, end - VERSION_SIZE, end, "http/1.") || startsWith(bytes, at, end, "http/1.");
}

/** True where `at..to` begins with printable characters and a blank. */
function beginsWithWord(bytes: Uint8Array, at: number, to: number): boolean {
  let i = at;
  while (i < to && bytes[i]! > SPACE && bytes[i]! <= LAST_PRINTABLE) i++;
  return i > at && i < to && bytes[i] === SPACE;
}

/** Reads one message, or asks for what is missing of it. False: the bytes are none. */
export function message(
  c: Cursor,
  { head, chunks, wishes }: Pick<State, "head" | "chunks" | "wishes">,
  connection: Connection,
): false | void {
  const to = c.at + c.captured;
  const { bytes } = c;
  const from = skipLineEnd(bytes, c.at, to);
  const waits = c.streaming && !c.closing && !c.alone;
  const mayWait = waits && wishes.joinsHeaders && to - from < LONGEST_HEAD;
  if (!c.resumed) connection.progress[c.conversation & 1 ? 1 : 0].at = 0;
  const hasLine = head.readLine(bytes, from, to);
  if (!hasLine && mayWait && isPrintable(bytes[from]!)) return c.need(MORE);
  if (head.kind === OTHER) return continuation(c, head, connection, to);
  const hasFields = head.readFields(bytes, head.lineEnd, to);
  const missing = hasFields ? measure(c, head, chunks, connection, to) : MORE;
  if (missing !== ENOUGH && (hasFields ? waits && wishes.joinsBodies : mayWait)) {
    c.line = `${oneLine(bytes, head.start, head.textEnd)} `;
    return c.need(missing);
  }
  if (from > c.at) c.add(start.leading_crlf, c.at, from);
  c.end = Math.min(c.end, missing === UNTIL_CLOSE || !hasFields ? c.end : head.bodyEnd);
  putMessage(c, head, connection);
  headers(c, head);
  if (head.chunked && (missing !== ENOUGH || chunks.isBroken)) c.fault(c.captured + 1);
  else if (c.captured > 0) readBody(c, head, chunks, wishes);
  if (c.have < c.end && !c.broken) cut(c);
  follow(c, head, connection);
}

/** Where a message begins: behind the empty line some senders put before it (RFC 9112 section 2.2). */
function skipLineEnd(bytes: Uint8Array, at: number, to: number): number {
  return at + 2 < to && bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at;
}

function isPrintable(byte: number): boolean {
  return byte >= SPACE && byte <= LAST_PRINTABLE;
}

/**
 * What is missing of the message whose header fields are read (RFC 9112 section 6.3), as `Cursor.need` takes it; sets
 * where its body ends.
 */
function measure(c: Cursor, head: Head, chunks: Chunks, connection: Connection, to: number): number {
  const { code, end } = head;
  const isResponse = head.kind === RESPONSE;
  head.bodyEnd = end;
  if (
    isResponse &&
    ((code >= 100 && code < 200) || code === NO_CONTENT || code === NOT_MODIFIED || connection.asksHead)
  ) {
    head.chunked = false;
    return ENOUGH;
  }
  const missing = framed(c, head, chunks, connection, to);
  if (head.isBroken) {
    head.chunked = false;
    head.bodyEnd = isResponse ? c.end : end;
  }
  if (missing !== UNTIL_CLOSE || (isResponse && connection.connects === "")) return missing;
  if (head.unknownCodings > 0 || isResponse) head.bodyEnd = c.end;
  return ENOUGH;
}

/** What is missing as the header fields tell it, {@link UNTIL_CLOSE} where they do not. */
function framed(c: Cursor, head: Head, chunks: Chunks, connection: Connection, to: number): number {
  if (head.chunked) {
    const missing = chunks.measure(c.bytes, c.at, head.emptyEnd, to, connection.progress[c.conversation & 1 ? 1 : 0]);
    head.bodyEnd = missing === ENOUGH ? chunks.end : c.end;
    return missing;
  }
  if (head.contentLength < 0) return UNTIL_CLOSE;
  head.bodyEnd = head.emptyEnd + head.contentLength;
  return Math.max(0, head.bodyEnd - c.end);
}

function headers(c: Cursor, head: Head): void {
  c.at = head.lineEnd;
  const row = c.open(
    head.kind === RESPONSE ? responseHeaders : head.kind === NOTIFICATION ? otherHeaders : requestHeaders,
  );
  c.close(row, head.fieldsEnd);
  c.at = head.end;
  for (let i = 0; i < head.unknownCodings; i++) c.add(start.te_unknown, c.at, c.at);
  for (let i = 0; i < head.contradictions; i++) c.add(start.te_and_length, c.at, c.at);
}

/** Marks a message that the capture cut short. */
function cut(c: Cursor): void {
  c.at = c.have;
  c.fault(c.end - c.have);
}

/** Bytes that begin no message: part of one whose beginning was lost, or not HTTP at all. */
function continuation(c: Cursor, head: Head, connection: Connection, to: number): false | void {
  const isText = isPrintable(c.bytes[head.start]!);
  const isField = isText && head.isField(c.bytes);
  if (!connection.asked && !isField) return c.need(NOTHING);
  if (!connection.asked) c.tape.flag(c.tape.top, SILENT);
  if (isText) c.at = head.start;
  if (isField) {
    head.readFields(c.bytes, head.start, to);
    const row = c.open(otherHeaders);
    c.close(row, head.fieldsEnd);
    c.at = head.end;
  }
  if (!isText) c.rest();
  else if (c.captured > 0) plain(c, undefined);
  if (c.have < c.end) cut(c);
}

/** Notes what a message means for those after it. */
function follow(c: Cursor, head: Head, connection: Connection): void {
  if (head.kind !== RESPONSE) {
    if (head.kind === NOTIFICATION) return;
    const { from, to } = head.first;
    connection.asked = true;
    connection.asksHead = named(c.bytes, from, to, "head");
    connection.connects = named(c.bytes, from, to, "connect") ? oneLine(c.bytes, head.second.from, head.second.to) : "";
  } else if (head.code === SWITCHING_PROTOCOLS && !head.upgrade.isEmpty) {
    connection.upgrade = oneLine(c.bytes, head.upgrade.from, head.upgrade.to).toLowerCase();
  } else if (connection.connects !== "") {
    const [host, port] = connection.connects.split(/:(?=\d+$)/) as [string, string?];
    if (head.code >= 200 && head.code < 300) connection.tunnel = { host, port: Number(port ?? 0) };
    connection.connects = "";
  }
}

/** Hands on bytes that are another protocol's: of the connection a proxy made, or after an upgrade. */
function pass(c: Cursor, state: State, connection: Connection): void {
  c.tape.flag(c.tape.top, SILENT);
  state.passing = true;
  if (connection.tunnel !== undefined) {
    const { host, port } = connection.tunnel;
    c.add(proxied.proxy_connect_host, c.at, c.at, c.frame.addText(host));
    c.put(proxied.proxy_connect_port, port);
    c.end = c.nextPort(ports, port, port);
  } else if (c.try(upgrades.in(c.registry).get(connection.upgrade)) === undefined) c.rest();
  state.passing = false;
}

export default http;
