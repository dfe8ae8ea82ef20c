import { Buffer } from "node:buffer";
import { type Cursor, NOTHING } from "../../core/cursor.ts";
import { bytes, computed, none, text } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { essence, mediaType, mediaTypes } from "../shared/media.ts";
import { AGAIN, ANSWER, call, generated } from "../shared/media-streams.ts";
import { asciiIn } from "../shared/text.ts";
import { messageSize } from "../shared/text-messages.ts";
import { TextRows } from "../shared/text-rows.ts";
import { addressSets, readUri, targetAddress } from "./addresses.ts";
import { Head, headerSets, readHeaders } from "./headers.ts";
import { parameterSets } from "./parameters.ts";
import { exchange, Transactions } from "./transactions.ts";

const VERSION = "SIP/2.0";
const CR = 13;
const BLANK = 32;
/** No first line is shorter: `A b: SIP/2.0`. */
const SHORTEST = 12;
const LF = 10;
/** `SIP/2.0 200 `, and the digits in it. */
const STATUS = /^SIP\/2\.0 (\d{3})(?= )/;
const REQUEST = /^(\S+) ([^ ]*:[^ ]*) SIP\/2\.0$/;

/** Methods: RFC 3261 section 7.1, 3262, 3265, 3311, 3428, 3515, 3903, 6086, and Wireshark's. */
const METHODS = new Set(
  "ACK BYE CANCEL DO INFO INVITE MESSAGE NOTIFY OPTIONS PRACK QAUTH REFER REGISTER SPRACK SUBSCRIBE UPDATE PUBLISH".split(
    " ",
  ),
);
/** Those that begin a dialog, unless they are sent in one. */
const DIALOGS = new Set(["INVITE", "SUBSCRIBE", "REFER"]);

const sip = fields("sip", {
  "Request-Line": text("Request-Line"),
  "Status-Line": text("Status-Line"),
  Method: text("Method"),
  "Status-Code": computed("uint", "Status-Code", (r) => Number(asciiIn(r.bytes, r.start, r.end))),
  msg_hdr: text("Message Header"),
  msg_body: none("Message Body"),
  continuation: bytes("Continuation data"),
});

/** True where only the ends of lines are left, which keep a connection alive (RFC 5626 section 4.4.1). */
function isBlank(c: Cursor): boolean {
  for (let i = c.at; i < c.at + c.captured; i++) if (c.u8(i) !== CR && c.u8(i) !== LF) return false;
  return true;
}

/** The first line of the bytes at the cursor, if it begins a message; else "". */
function startLine(c: Cursor): string {
  const to = c.at + c.captured;
  let end = c.at;
  while (end < to && c.u8(end) >= BLANK) end++;
  if (end - c.at < SHORTEST || (end < to && c.u8(end) !== CR && c.u8(end) !== LF)) return "";
  if (!hasVersion(c, c.at) && !hasVersion(c, end - VERSION.length)) return "";
  const line = asciiIn(c.bytes, c.at, end);
  return STATUS.test(line) || REQUEST.test(line) ? line : "";
}

/** True where the version stands at `at`. */
function hasVersion(c: Cursor, at: number): boolean {
  for (let i = 0; i < VERSION.length; i++) if (c.u8(at + i) !== VERSION.charCodeAt(i)) return false;
  return true;
}

/** Reads the first line, `line`, and returns the status it tells; 0 for a request. */
function readStart(rows: TextRows, line: string): number {
  const [, code] = STATUS.exec(line) ?? [];
  if (code !== undefined) {
    rows.nest(sip["Status-Line"], 0, line.length, () => rows.add(sip["Status-Code"], 8, 11));
    return Number(code);
  }
  const [, method = "", uri = ""] = REQUEST.exec(line) ?? [];
  rows.nest(sip["Request-Line"], 0, line.length, () => {
    rows.add(sip.Method, 0, method.length);
    readUri(rows, method.length + 1, method.length + 1 + uri.length, targetAddress);
  });
  return 0;
}

/** Reads the message at the cursor, whose first line is `line`. */
function readMessage(c: Cursor, line: string, transactions: Transactions): void {
  const { at } = c;
  const to = c.captured;
  const rows = new TextRows(c, at, at + to);
  const status = readStart(rows, line);
  const start =
    rows.text[line.length] === "\r" && rows.text[line.length + 1] === "\n" ? line.length + 2 : line.length + 1;
  const head = new Head();
  const place = c.tape.count;
  const heads = c.open(sip.msg_hdr, at + Math.min(start, to));
  const bodyAt = readHeaders(rows, Math.min(start, to), to, head);
  const bodyEnd = head.length < 0 ? to : Math.min(to, bodyAt + head.length);
  c.close(heads, at + to);
  if (bodyAt < 0) return;
  // What is known of the exchange belongs to the first line, but only the header fields tell it.
  const isAgain = transactions.follow(
    c,
    head,
    rows.text.slice(head.callFrom, head.callTo),
    status,
    status === 0 ? methodOf(line) : "",
  );
  c.frame.tape.setValue(place, c.frame.addText(notes(head, status, line)) + 1);
  const isAnswer = head.method === "INVITE" && status === OK;
  c.at = at + bodyAt;
  if (bodyEnd > bodyAt) readBody(c, rows, head, isAgain ? AGAIN : isAnswer ? ANSWER : 0, at + bodyEnd);
  c.at = at + to;
}

const methodOf = (line: string) => line.slice(0, line.indexOf(" "));

/** Hands the body at the cursor, which ends at `to`, on by its media type; `role` is the message's in its call. */
function readBody(c: Cursor, rows: TextRows, head: Head, role: number, to: number): void {
  const { end } = c;
  c.add(sip.msg_body, c.at, to);
  if (head.typeTo === head.typeFrom) return;
  c.end = to;
  c.close(c.open(mediaType, rows.base + head.typeFrom), rows.base + head.typeTo);
  const type = essence(c.bytes, rows.base + head.typeFrom, rows.base + head.typeTo);
  if (head.callTo > head.callFrom) {
    const row = c.open(call, rows.base + head.callFrom);
    c.close(row, rows.base + head.callTo);
    c.tape.setValue(row, role);
  }
  if (mediaTypes.in(c.registry).get(type) !== undefined || type.endsWith("+xml")) {
    const { at } = c;
    c.next(mediaTypes, type);
    c.at = at;
  }
  c.end = end;
}

const OK = 200;

/** What Info tells of the message besides its first line. */
function notes(head: Head, status: number, line: string): string {
  if (status !== 0) {
    const method = status === OK ? ` (${head.method})` : "";
    return method + (status === OK && head.method === "REGISTER" ? `  ${kept(head)}` : "");
  }
  const method = methodOf(line);
  if (method === "REGISTER") return `  ${registered(head)}`;
  return head.hasToTag && DIALOGS.has(method) ? ", in-dialog" : "";
}

const count = (number: number) => `${number} binding${number === 1 ? "" : "s"}`;

/** How many of the addresses are to be forgotten, and how many are not. */
function bindings(head: Head): [number, number] {
  const forgotten = head.expires === 0 ? head.contacts - head.timed : head.forgotten;
  return [forgotten, head.contacts - forgotten];
}

function registered(head: Head): string {
  const [removed, added] = bindings(head);
  if (removed > 0) return `(remove ${count(removed)})${added > 0 ? ` (add ${count(added)})` : ""}`;
  if (added > 0) return `(${count(added)})`;
  return head.forgetsAll && head.expires === 0 ? "(remove all bindings)" : "(fetch bindings)";
}

function kept(head: Head): string {
  const [removed, left] = bindings(head);
  if (removed > 0) return `(removed ${count(removed)})${left > 0 ? ` (${count(left)} kept)` : ""}`;
  return `(${count(left)})`;
}

const protocolSip: Protocol<Transactions> = protocol({
  name: "sip",
  title: "Session Initiation Protocol",
  spec: "RFC 3261",
  column: "SIP",
  fields: [sip, generated, exchange, ...addressSets, ...headerSets, ...parameterSets],
  on: { "tcp.port": 5060, "udp.port": 5060 },
  sniffsOn: ["udp.port", "tcp.port"],
  sniffs: (c) => startLine(c) !== "",
  stream: { header: 1, length: (c) => (isBlank(c) ? c.left : messageSize(c)), sized: false },
  state: () => new Transactions(),
  dissect(c) {
    if (isBlank(c) && c.streaming) return void (c.wanted = NOTHING);
    const line = startLine(c);
    if (line !== "") return readMessage(c, line, c.state(protocolSip));
    if (!c.streaming) return false;
    c.take(sip.continuation, c.captured);
  },
  summary,
});

/** Writes `Request: REGISTER sip:example.com  (1 binding) | `, `Status: 200 OK (INVITE) | `, or that it is a continuation. */
function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const at = row + 1;
  if (at >= tape.count) return;
  const node = tape.nodes[at];
  if (node === sip.continuation) return void info.set().text("Continuation");
  const line = Buffer.from(frame.bytesOf(at).subarray(tape.start(at), tape.end(at))).toString();
  const heads = frame.find(row, sip.msg_hdr);
  const text = heads < 0 ? "" : frame.texts[tape.value(heads) - 1];
  const more = text === undefined ? "" : `${text} | `;
  if (node === sip["Status-Line"]) info.set().text(`Status:${line.slice(VERSION.length)}${more}`);
  else {
    const isKnown = METHODS.has(methodOf(line));
    info.set().text(`${isKnown ? "Request" : "Unknown request"}: ${line.slice(0, -VERSION.length - 1)}${more}`);
  }
}

export default protocolSip;
