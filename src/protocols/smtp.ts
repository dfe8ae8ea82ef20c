import { type Cursor, MORE } from "../core/cursor.ts";
import { type Field, text, truth } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import type { Node } from "../core/node.ts";
import { group, type Protocol, protocol } from "../core/protocol.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { isUpgraded, type Upgradable } from "./shared/starttls.ts";
import { asciiIn, oneLine } from "./shared/text.ts";

const LF = 10;
const CR = 13;
const DOT = 46;
const WORD_SIZE = 4;
const CODE_SIZE = 3;
const PORTS = [25, 587];
/** About how many bytes a conversation takes. */
const SIZE = 40;

const many = { many: true };
const smtp = fields("smtp", {
  req: truth("Request"),
  rsp: truth("Response"),
  command_line: text("Command Line", many),
  "req.command": text("Command", many),
  "req.parameter": text("Request parameter", many),
  response: text("Response", many),
  "response.code": text("Response code", many),
  "rsp.parameter": text("Response parameter", many),
  "auth.username": text("Username", many),
  "auth.password": text("Password", many),
  "auth.username_password": text("Username/Password", many),
});

const mail = group("Message");
const continuation = group("Continuation");

/** What the client sends line by line after an AUTH command, by its mechanism. */
const credentials: Readonly<Record<string, readonly Field[]>> = {
  LOGIN: [smtp["auth.username"], smtp["auth.password"]],
  PLAIN: [smtp["auth.username_password"]],
};

/** Rows that stand in Info. */
const lines: readonly Node[] = [smtp.command_line, smtp.response, continuation, ...Object.values(credentials).flat()];

/** What is known of one conversation. */
class Conversation implements Upgradable {
  usesTls = false;
  /** The client sends a mail, not commands. */
  inData = false;
  /** What the next lines of the client are. */
  awaited: readonly Field[] = [];
}

/** One past the end of the line at `at`, or -1 where it goes on beyond `end`. A CR may be the first half of a CR LF. */
function lineEnd(b: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (b[i] === LF) return i + 1;
    if (b[i] === CR && i + 1 < end) return b[i + 1] === LF ? i + 2 : i + 1;
  }
  return -1;
}

/** Where the text of the line `at..end` ends. */
function textEnd(b: Uint8Array, at: number, end: number): number {
  let last = end;
  while (last > at && (b[last - 1] === LF || b[last - 1] === CR)) last--;
  return last;
}

/** Reads the lines of commands from the cursor on, up to the one that announces a mail. */
function readClient(c: Cursor, state: Conversation): void {
  c.put(smtp.req, 1);
  while (c.captured > 0 && !state.inData) {
    const end = lineLimit(c);
    const last = textEnd(c.bytes, c.at, end);
    const [secret, ...awaited] = state.awaited;
    state.awaited = awaited;
    if (secret !== undefined) {
      c.add(secret, c.at, last);
      c.at = end;
      continue;
    }
    const word = Math.min(c.at + WORD_SIZE, last);
    const line = c.open(smtp.command_line);
    c.add(smtp["req.command"], c.at, word);
    if (word + 1 < last) c.add(smtp["req.parameter"], word + 1, last);
    const [verb, parameter] = asciiIn(c.bytes, c.at, last).toUpperCase().split(" ", 2);
    state.inData = verb === "DATA";
    if (verb === "AUTH" && parameter !== undefined && last - c.at === verb.length + 1 + parameter.length)
      state.awaited = credentials[parameter] ?? [];
    c.at = end;
    c.close(line);
  }
}

/** Reads lines of a mail, up to the dot that ends it (RFC 5321 section 4.1.1.4). */
function readMail(c: Cursor, state: Conversation): void {
  const row = c.open(mail);
  while (c.captured > 0 && state.inData) {
    const end = lineLimit(c);
    state.inData = !(c.u8(c.at) === DOT && textEnd(c.bytes, c.at, end) === c.at + 1);
    c.at = end;
  }
  c.close(row);
}

/** Reads the lines of replies (RFC 5321 section 4.2). */
function readServer(c: Cursor): void {
  c.put(smtp.rsp, 1);
  for (let isFirst = true; c.captured > 0; isFirst = false) {
    const end = lineLimit(c);
    const last = textEnd(c.bytes, c.at, end);
    const code = Math.min(c.at + CODE_SIZE, last);
    const line = isFirst ? c.open(smtp.response) : c.open(continuation);
    if (isFirst) c.add(smtp["response.code"], c.at, code);
    if (code + 1 < last) c.add(smtp["rsp.parameter"], code + 1, last);
    c.at = end;
    c.close(line);
  }
}

/** Where the line at the cursor ends, or what there is of it. */
function lineLimit(c: Cursor): number {
  const end = lineEnd(c.bytes, c.at, c.at + c.captured);
  return end < 0 ? c.at + c.captured : end;
}

const protocolSmtp: Protocol<StreamStates<Conversation>> = protocol({
  name: "smtp",
  title: "Simple Mail Transfer Protocol",
  spec: "RFC 5321",
  column: "SMTP",
  fields: [smtp],
  on: { "tcp.port": PORTS },
  state: (memory) => new StreamStates(memory, "SMTP conversations", SIZE, () => new Conversation()),
  dissect(c) {
    const state = c.state(protocolSmtp).of(c.conversation >> 1, c.frame.number);
    if (!state.inData && isUpgraded(c, state)) return false;
    if (c.streaming && !c.alone && lineEnd(c.bytes, c.at, c.at + c.captured) < 0) return c.need(MORE);
    if (PORTS.includes(c.sourcePort)) return readServer(c);
    do {
      if (state.inData) readMail(c, state);
      else readClient(c, state);
    } while (c.captured > 0);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const b = frame.bytesOf(row + 1);
    info.set();
    if (tape.nodes[row + 1] === mail)
      return void info.text(`C: DATA fragment, ${tape.end(row + 1) - tape.start(row + 1)} bytes`);
    info.text(frame.find(row, smtp.rsp) >= 0 ? "S: " : "C: ");
    let isFirst = true;
    for (let i = row + 1; i < tape.layerEnd(row); i++) {
      if (!lines.includes(tape.nodes[i]!)) continue;
      const [start, end] = [tape.start(i), tape.end(i)];
      const from = tape.nodes[i] === continuation ? start + CODE_SIZE + 1 : start;
      info.text(`${isFirst ? "" : " | "}${oneLine(b, from, textEnd(b, start, end))}`);
      isFirst = false;
    }
  },
});

export default protocolSmtp;
