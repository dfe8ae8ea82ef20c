import type { Cursor } from "../core/cursor.ts";
import { text, truth } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { asciiIn } from "./shared/text.ts";

const LF = 10;
const CR = 13;
const PORT = 21;
/** Bytes of an IPv4 address, in text too: decimal numbers with commas between them, then two of the port. */
const IPV4_BYTES = 4;

const line = fields("ftp", {
  request: truth("Request"),
  "request.command": text("Request command", { many: true }),
  "request.arg": text("Request arg", { many: true }),
  response: truth("Response"),
  "response.code": text("Response code", { many: true }),
  "response.arg": text("Response arg", { many: true }),
});

/** `PORT 10,0,0,1,19,137`, and the answer to PASV (RFC 959 section 4.1.2). */
const numbered = /(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)/;
/** The answer to EPSV, `(|||5001|)`: the address is that of the server (RFC 2428 section 3). */
const extended = /\((\W)\1\1(\d+)\1\)/;

/** Where the data of a transfer will go, as the text of a command or an answer tells it. */
function announce(c: Cursor, told: string): void {
  const parts = numbered.exec(told)?.slice(1).map(Number);
  if (parts !== undefined) {
    c.announced.add(Uint8Array.from(parts.slice(0, IPV4_BYTES)), parts[4]! * 256 + parts[5]!);
    return;
  }
  const port = Number(extended.exec(told)?.[2]);
  const { addressBytes, sourceAt, addressSize } = c.frame;
  if (port > 0) c.announced.add(addressBytes.subarray(sourceAt, sourceAt + addressSize), port);
}

/** Commands and codes of answers that tell where data will go. */
const ANNOUNCING = new Set(["PORT", "227", "229"]);

/** Where the line ends that begins at `at`: its LF, or `to`. */
function lineEnd(bytes: Uint8Array, at: number, to: number): number {
  let end = at;
  while (end < to && bytes[end] !== LF) end++;
  return end;
}

/** Where the text of the line `at..end` ends: before a CR. */
function textEnd(bytes: Uint8Array, at: number, end: number): number {
  return end > at && bytes[end - 1] === CR ? end - 1 : end;
}

/** Reads one line: a command or the code of an answer, a blank, and what belongs to it. */
function readLine(c: Cursor, isRequest: boolean): void {
  const { bytes, at } = c;
  const end = lineEnd(bytes, at, at + c.captured);
  const last = textEnd(bytes, at, end);
  const whole = asciiIn(bytes, at, last);
  const word = /^[^ -]*/.exec(whole)![0];
  c.add(line[isRequest ? "request.command" : "response.code"], at, at + word.length);
  if (last > at + word.length) c.add(line[isRequest ? "request.arg" : "response.arg"], at + word.length + 1, last);
  if (ANNOUNCING.has(word.toUpperCase()) && !c.isQuoted) announce(c, whole);
  c.at = Math.min(end + 1, c.end, c.have);
}

export default protocol({
  name: "ftp",
  title: "File Transfer Protocol",
  spec: "RFC 959",
  column: "FTP",
  fields: [line],
  on: { "tcp.port": PORT },
  dissect(c) {
    const isRequest = c.destinationPort === PORT;
    c.put(line[isRequest ? "request" : "response"], 1);
    c.items(c.end, undefined, (inside) => readLine(inside, isRequest));
  },
  summary(frame, row, info) {
    const isRequest = frame.find(row, line.request) >= 0;
    const { tape } = frame;
    const bytes = frame.bytesOf(row);
    const start = tape.start(row);
    const last = textEnd(bytes, start, lineEnd(bytes, start, tape.end(row)));
    info
      .set()
      .text(isRequest ? "Request: " : "Response: ")
      .text(asciiIn(bytes, start, last));
  },
});
