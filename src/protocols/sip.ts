import { type Cursor, NOTHING } from "../core/cursor.ts";
import { computed, none, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { asciiIn } from "./shared/text.ts";
import { firstLine, messageSize, takeFirstLine } from "./shared/text-messages.ts";

const VERSION = "SIP/2.0";
const CR = 13;
const LF = 10;

const sip = fields("sip", {
  "Request-Line": text("Request-Line"),
  "Status-Line": text("Status-Line"),
  Method: text("Method"),
  "r-uri": text("Request-URI"),
  "Status-Code": computed("uint", "Status-Code", (r) => Number(asciiIn(r.bytes, r.start, r.end))),
  msg_hdr: text("Message Header"),
  msg_body: none("Message Body"),
});

/** True where only the ends of lines are left, which keep a connection alive (RFC 5626 section 4.4.1). */
function isBlank(c: Cursor): boolean {
  for (let i = c.at; i < c.at + c.captured; i++) if (c.u8(i) !== CR && c.u8(i) !== LF) return false;
  return true;
}

/** Reads the first line at the cursor, `line`, and steps over it. */
function readLine(c: Cursor, line: string): void {
  const isReply = line.startsWith(VERSION);
  const row = c.open(sip[isReply ? "Status-Line" : "Request-Line"]);
  const end = c.at + line.length;
  takeFirstLine(c, line, isReply ? undefined : sip.Method, sip[isReply ? "Status-Code" : "r-uri"]);
  c.close(row, end);
}

/** Reads the message at the cursor, which is `text` and whose first line is `line`. */
function readMessage(c: Cursor, line: string, text: string): void {
  const start = c.at;
  readLine(c, line);
  const blank = /\r?\n\r?\n/.exec(text);
  const end = blank === null ? start + text.length : start + blank.index + blank[0].length;
  const last = start + text.length;
  c.add(sip.msg_hdr, c.at, last);
  if (end < last) c.add(sip.msg_body, end, last);
  c.at = last;
}

export default protocol({
  name: "sip",
  title: "Session Initiation Protocol",
  spec: "RFC 3261",
  column: "SIP",
  fields: [sip],
  on: { "tcp.port": 5060 },
  stream: { header: 1, length: (c) => (isBlank(c) ? c.left : messageSize(c)), sized: false },
  dissect(c) {
    if (isBlank(c)) return void (c.wanted = c.streaming ? NOTHING : c.wanted);
    const text = asciiIn(c.bytes, c.at, c.at + c.captured);
    const line = firstLine(c.bytes, c.at, c.at + c.captured);
    if (!line.startsWith(VERSION) && !line.endsWith(VERSION)) return false;
    return readMessage(c, line, text);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const at = row + 1;
    if (at >= tape.count) return;
    const b = frame.bytesOf(at);
    const line = firstLine(b, tape.start(at), tape.end(at));
    if (tape.nodes[at] === sip["Request-Line"]) info.set().text(`Request: ${line.slice(0, -VERSION.length)}| `);
    if (tape.nodes[at] !== sip["Status-Line"]) return;
    const fields = frame.find(row, sip.msg_hdr);
    const text = fields < 0 ? "" : asciiIn(b, tape.start(fields), tape.end(fields));
    const [, method] = /^cseq[ \t]*:[ \t]*\d+[ \t]+(\w+)/im.exec(text) ?? [];
    info.set().text(`Status:${line.slice(VERSION.length)} ${method === undefined ? "" : `(${method}) `}| `);
  },
});
