import { type Cursor, MORE } from "../core/cursor.ts";
import { duration, frameNumber, text, truth } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { lineEnd, textEnd, wordEnd } from "./shared/lines.ts";
import { MAIL, mails } from "./shared/mail.ts";
import { isUpgraded, type Upgradable } from "./shared/starttls.ts";
import { asciiIn, escaped } from "./shared/text.ts";

const PORT = 143;
const STAR = 42;
/** About how many bytes a session takes, and a command that waits for its answer. */
const SIZE = 80;
const COMMAND_SIZE = 100;
/** Commands that wait for answers at most; of more, the oldest are forgotten. */
const MOST_COMMANDS = 256;
/** Longer tags name no command whose answer is looked for. */
const LONGEST_TAG = 64;

const many = { many: true };
const imap = fields("imap", {
  isrequest: truth("Request", { hidden: true }),
  line: text("Line", many),
  request: text("Request", many),
  request_tag: text("Request Tag", many),
  "request.command": text("Request Command", many),
  "request.command.uid": truth("Request isUID", many),
  "request.folder": text("Request Folder", many),
  "request.username": text("Request Username", many),
  "request.password": text("Request Password", many),
  response: text("Response", many),
  response_tag: text("Response Tag", many),
  "response.status": text("Response Status", many),
  "response.command": text("Response Command", many),
  response_to: frameNumber("Request In", many),
  time: duration("Response Time", many),
  tag: text("Tag", { many: true, hidden: true }),
  command: text("Command", { many: true, hidden: true }),
});

/** When a command was sent, and in which frame. */
interface Sent {
  readonly frame: number;
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** What is known of one session. */
class Session implements Upgradable {
  usesTls = false;
  /** Commands that wait for their answers, by tag. */
  readonly sent = new Map<string, Sent>();

  /** Notes a command. */
  send(tag: string, { number, seconds, nanoseconds }: Cursor["frame"]): void {
    if (tag.length > LONGEST_TAG) return;
    if (this.sent.size === MOST_COMMANDS) this.sent.delete(this.sent.keys().next().value!);
    this.sent.set(tag, { frame: number, seconds, nanoseconds });
  }
}

/** The size of the mail behind the line `at..end` of a server: `* 1 FETCH (BODY[] {120}` (RFC 3501 section 4.3); -1 for none. */
function literalSize(b: Uint8Array, at: number, end: number): number {
  if (b[at] !== STAR) return -1;
  const [, size] = /^\* \d+ FETCH .*\{(\d{1,9})\+?\}\r?\n$/i.exec(asciiIn(b, at, end)) ?? [];
  return size === undefined ? -1 : Number(size);
}

/** Adds what a client asks: a tag, a command, and what some commands name (RFC 3501 section 2.2.1). */
function readRequest(c: Cursor, session: Session, at: number, last: number): void {
  const { bytes: b } = c;
  c.add(imap.request, at, last);
  let to = wordEnd(b, at, last);
  c.add(imap.request_tag, at, to);
  c.add(imap.tag, at, to);
  if (!c.isQuoted) session.send(asciiIn(b, at, to), c.frame);
  let from = to + 1;
  if (from >= last) return;
  to = wordEnd(b, from, last);
  c.add(imap.command, from, to);
  if (asciiIn(b, from, to).toLowerCase() === "uid") {
    c.put(imap["request.command.uid"], 1);
    from = to + 1;
    if (from >= last) return;
    to = wordEnd(b, from, last);
  }
  c.add(imap["request.command"], from, to);
  readArguments(c, asciiIn(b, from, to).toLowerCase(), to + 1, last);
}

const folders = new Set([
  "select",
  "examine",
  "create",
  "delete",
  "rename",
  "subscribe",
  "unsubscribe",
  "append",
  "status",
]);

function readArguments(c: Cursor, command: string, at: number, last: number): void {
  if (at >= last) return;
  const { bytes: b } = c;
  const to = wordEnd(b, at, last);
  if (folders.has(command)) c.add(imap["request.folder"], at, to);
  if (command !== "login") return;
  c.add(imap["request.username"], at, to);
  // Of the password Wireshark leaves out the first and the last letter, quotes or not.
  if (to + 2 < last - 1) c.add(imap["request.password"], to + 2, last - 1);
}

/** Adds what a server answers: a tag, a status, and the command (RFC 3501 section 7.1). */
function readResponse(c: Cursor, session: Session, at: number, last: number): void {
  const { bytes: b } = c;
  c.add(imap.response, at, last);
  let to = wordEnd(b, at, last);
  if (to === at) return;
  const tag = asciiIn(b, at, to);
  c.add(imap.response_tag, at, to);
  c.add(imap.tag, at, to);
  for (const field of [imap["response.status"], imap["response.command"]]) {
    const from = to + 1;
    if (from >= last) break;
    to = wordEnd(b, from, last);
    c.add(field, from, to);
    if (field === imap["response.command"]) c.add(imap.command, from, to);
  }
  const sent = session.sent.get(tag);
  if (sent === undefined) return;
  c.put(imap.response_to, sent.frame);
  c.put(imap.time, (c.frame.seconds - sent.seconds) * 1e9 + c.frame.nanoseconds - sent.nanoseconds);
}

/** Reads a line; untagged answers of a server are not looked into. */
function readLine(c: Cursor, session: Session, isRequest: boolean, end: number): void {
  const { bytes: b, at } = c;
  const last = textEnd(b, at, end);
  const row = c.open(imap.line);
  if (last > at) {
    if (isRequest) readRequest(c, session, at, last);
    else if (b[at] !== STAR) readResponse(c, session, at, last);
  }
  c.close(row, end);
  c.at = end;
}

/** True where the line at `at` is there, and the mail behind it, and the line behind that. */
function isWhole(c: Cursor, at: number, to: number, isRequest: boolean): boolean {
  for (let from = at; ; ) {
    const end = from < to ? lineEnd(c.bytes, from, to) : -1;
    if (end < 0) return false;
    const literal = isRequest ? -1 : literalSize(c.bytes, from, end);
    if (literal < 0) return true;
    from = end + literal;
  }
}

/** Commands and answers line by line, and the mails in answers (RFC 3501). */
const protocolImap: Protocol<StreamStates<Session>> = protocol({
  name: "imap",
  title: "Internet Message Access Protocol",
  spec: "RFC 3501",
  column: "IMAP",
  fields: [imap],
  on: { "tcp.port": PORT, "tls.port": 993 },
  state: (memory) => new StreamStates(memory, "IMAP sessions", SIZE, () => new Session()),
  dissect(c) {
    const states = c.state(protocolImap);
    const session = states.of(c.conversation >> 1, c.frame.number);
    if (isUpgraded(c, session)) return false;
    const isRequest = c.destinationPort === PORT;
    const { at: begin } = c;
    const to = begin + c.captured;
    const waits = c.streaming && !c.alone;
    const literals: [number, number][] = [];
    c.put(imap.isrequest, isRequest ? 1 : 0);
    while (c.at < to) {
      if (waits && !isWhole(c, c.at, to, isRequest)) {
        if (c.at === begin) return c.need(MORE);
        break;
      }
      const { at } = c;
      const end = lineEnd(c.bytes, at, to);
      const literal = isRequest || end < 0 ? 0 : literalSize(c.bytes, at, end);
      readLine(c, session, isRequest, end < 0 ? to : end);
      if (literal <= 0) continue;
      const literalEnd = Math.min(to, c.at + literal);
      literals.push([c.at, literalEnd]);
      c.at = literalEnd;
    }
    states.holds(session.sent.size * COMMAND_SIZE);
    return readMails(c, literals);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const b = frame.bytesOf(row);
    let last = -1;
    const isRequest = tape.value(row + 1) >= 0 && frame.numbers[tape.value(row + 1)] === 1;
    for (let i = row + 1; i < tape.layerEnd(row); i++) {
      const node = tape.nodes[i];
      if (last < 0 && node === imap.line) last = i;
      if (node === imap.response || (node === imap.request && tape.nodes[last] === imap.line)) last = i;
    }
    info.set().text(isRequest ? "Request: " : "Response: ");
    if (last >= 0) info.text(escaped(asciiIn(b, tape.start(last), textEnd(b, tape.start(last), tape.end(last)))));
  },
});

/** Reads the mails in `literals`; the layer goes on to where the last line ended. */
function readMails(c: Cursor, literals: readonly (readonly [number, number])[]): void {
  const { at: end, tape } = c;
  const { end: outer, limitedBy } = c;
  const own = tape.top;
  for (const [from, to] of literals) {
    c.at = from;
    c.end = to;
    c.limitedBy = undefined;
    c.next(mails, MAIL);
  }
  c.at = c.end = end;
  c.limitedBy = limitedBy;
  if (literals.length > 0) tape.setEnd(own, end);
  if (end > outer) c.end = outer;
}

export default protocolImap;
