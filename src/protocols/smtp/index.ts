import { type Cursor, MORE } from "../../core/cursor.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { textEnd } from "../shared/lines.ts";
import { isUpgraded } from "../shared/starttls.ts";
import { readClient } from "./client.ts";
import { type Conversation, conversations } from "./conversation.ts";
import { continuation, noReply, smtp } from "./fields.ts";
import { lineEnd, lineLimit } from "./lines.ts";
import { summary } from "./summary.ts";

const PORTS = [25, 587];
const DASH = 45;
const ZERO = 48;
const NINE = 57;
const CODE_SIZE = 3;
/** The reply that asks for more of what AUTH needs (RFC 4954 section 4). */
const AUTH_INPUT = 334;

/** The three digits at `at`, or -1. */
function codeAt(b: Uint8Array, at: number, last: number): number {
  if (last - at < CODE_SIZE) return -1;
  let code = 0;
  for (let i = at; i < at + CODE_SIZE; i++) {
    if (b[i]! < ZERO || b[i]! > NINE) return -1;
    code = code * 10 + b[i]! - ZERO;
  }
  return code;
}

/** Reads the lines of replies (RFC 5321 section 4.2): those of one reply have a dash behind the code, but for the last. */
function readServer(c: Cursor, state: Conversation): void {
  const { bytes: b } = c;
  c.put(smtp.rsp, 1);
  let expected = -1;
  let response = -1;
  while (c.captured > 0) {
    const { at } = c;
    const end = lineLimit(b, at, at + c.captured);
    const last = textEnd(b, at, end);
    const code = codeAt(b, at, last);
    const goesOn = code >= 0 && last > at + CODE_SIZE && b[at + CODE_SIZE] === DASH;
    const isNext = expected >= 0;
    if (!isNext && response >= 0) c.close(response, c.tape.end(response));
    if (!isNext) response = code < 0 ? -1 : c.open(smtp.response);
    readReply(c, end, last, code, expected);
    if (!isNext && response >= 0) c.tape.setEnd(response, end);
    if (code >= 0 && !goesOn && code !== AUTH_INPUT && !c.isQuoted) state.awaited = [];
    expected = goesOn ? (isNext ? expected : code) : -1;
    c.at = end;
  }
  if (response >= 0) c.close(response, c.tape.end(response));
}

/** Reads one line of a reply; `expected` is the code that the reply began with, -1 for its first line. */
function readReply(c: Cursor, end: number, last: number, code: number, expected: number): void {
  const { at } = c;
  if (code < 0) return c.close(c.open(noReply), end);
  if (expected < 0) c.add(smtp["response.code"], at, at + CODE_SIZE);
  else {
    const row = c.open(continuation);
    if (code !== expected) c.add(smtp["response.code.unexpected"], at, at + CODE_SIZE);
    if (last > at + CODE_SIZE) c.add(smtp["rsp.parameter"], at + CODE_SIZE + 1, last);
    return c.close(row, end);
  }
  if (last > at + CODE_SIZE) c.add(smtp["rsp.parameter"], at + CODE_SIZE + 1, last);
}

const protocolSmtp: Protocol<StreamStates<Conversation>> = protocol({
  name: "smtp",
  title: "Simple Mail Transfer Protocol",
  spec: "RFC 5321",
  column: "SMTP",
  fields: [smtp],
  on: { "tcp.port": PORTS, "tls.port": 465 },
  state: conversations,
  dissect(c) {
    const states = c.state(protocolSmtp);
    const state = states.of(c.conversation >> 1, c.frame.number);
    if (!state.inData && isUpgraded(c, state)) return false;
    if (c.streaming && !c.alone && lineEnd(c.bytes, c.at, c.at + c.captured) < 0) return c.need(MORE);
    if (PORTS.includes(c.sourcePort)) return readServer(c, state);
    readClient(c, state);
    states.holds(state.size);
  },
  summary,
});

export default protocolSmtp;
