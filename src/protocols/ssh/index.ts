import { type Cursor, MORE } from "../../core/cursor.ts";
import type { Memory } from "../../core/memory.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { codes, exchange, keys, packet, ssh as rows } from "./fields.ts";
import { offered } from "./offer.ts";
import { packetSize, readEncrypted, readOldPacket, readPacket } from "./packets.ts";
import { CLIENT, SERVER, type Session, type Side, sessions } from "./session.ts";
import { column, summary } from "./summary.ts";

const ports = table("tcp.port");
const NEW_LINE = 10;
const RETURN = 13;
/** The longest version allowed, its line end included (RFC 4253 section 4.2). */
const LONGEST_VERSION = 255;
const GREETING = "ssh-";
const LOWER_CASE = 0x20;
const VERSION_2 = /^ssh-(2\.|1\.99-)/i;
const VERSION_1 = /^ssh-1\./i;

interface State {
  readonly sessions: StreamStates<Session>;
}

const ssh: Protocol<State> = protocol<State>({
  name: "ssh",
  title: "SSH Protocol",
  spec: "RFC 4253",
  column,
  fields: [packet, codes, rows, offered, exchange, keys],
  on: { "tcp.port": [22, 29418] },
  state: (memory: Memory) => ({ sessions: sessions(memory) }),
  dissect,
  summary,
});

/** Reads packets as long as they are whole; the last one of a segment may go on in the next. */
function dissect(c: Cursor): false | void {
  const session = c.state(ssh).sessions.of(c.conversation >> 1, c.frame.number);
  const side = ports.in(c.registry).get(c.destinationPort) === ssh ? CLIENT : SERVER;
  const first = c.at;
  const { version } = session;
  while (c.left > 0 && !c.broken) {
    const missing = c.streaming && !c.alone ? missingOf(c, session, side) : 0;
    if (missing !== 0) {
      if (c.at === first) return wait(c, missing);
      c.end = c.at;
      noteVersion(c, version);
      return;
    }
    const before = c.at;
    read(c, session, side);
    if (c.at <= before) break;
  }
  noteVersion(c, version);
  if (!c.broken) c.put(rows.direction, side);
}

/** Waits for the rest of a packet, of which the line says nothing. */
function wait(c: Cursor, missing: number): void {
  c.line = "";
  c.need(missing);
  c.silence();
}

/** Notes with the layer's first row which version the Protocol column shows: what was known before. */
function noteVersion({ tape }: Cursor, version: number): void {
  tape.setValue(tape.top, version << 1);
}

const isGreeting = (c: Cursor, session: Session, side: Side) => {
  const { versionFrame } = session.speakers[side];
  if ((versionFrame !== 0 && versionFrame !== c.frame.number) || c.captured < GREETING.length) return false;
  for (let i = 0; i < GREETING.length; i++) if ((c.u8(c.at + i) | LOWER_CASE) !== GREETING.charCodeAt(i)) return false;
  return true;
};

/** How many bytes are missing of what begins at the cursor; 0 where it is whole, or where no length tells. */
function missingOf(c: Cursor, session: Session, side: Side): number {
  if (isGreeting(c, session, side)) return lineEnd(c) < 0 && c.left < LONGEST_VERSION ? MORE : 0;
  const { version } = session;
  if (version === 0 || (version === 2 && session.speakers[side].isEncrypted)) return 0;
  const size = packetSize(c, version);
  if (size === 0) return MORE;
  return size > c.left ? size - c.left : 0;
}

/** Where the line at the cursor ends; -1 where it does not. */
function lineEnd(c: Cursor): number {
  const at = c.bytes.subarray(c.at, c.at + c.captured).indexOf(NEW_LINE);
  return at < 0 ? -1 : c.at + at;
}

function read(c: Cursor, session: Session, side: Side): void {
  if (isGreeting(c, session, side)) readGreeting(c, session, side);
  else if (session.version === 2) readPacket(c, session, side);
  else if (session.version === 1) readOldPacket(c, session, side);
  else readEncrypted(c, session.speakers[side]);
}

/** The line in which a side says its version; the client's counts. */
function readGreeting(c: Cursor, session: Session, side: Side): void {
  const found = lineEnd(c);
  const end = found < 0 ? c.at + c.captured : found;
  const to = c.u8(end - 1) === RETURN ? end - 1 : end;
  if (side === CLIENT) {
    const text = String.fromCharCode(...c.bytes.subarray(c.at, Math.min(to, c.at + 9)));
    if (VERSION_2.test(text)) session.version = 2;
    else if (VERSION_1.test(text)) session.version = 1;
  }
  session.speakers[side].versionFrame = c.frame.number;
  c.take(rows.protocol, to - c.at);
  if (found >= 0) c.at = found + 1;
  else if (c.has(c.left)) c.at = c.end;
}

export default ssh;
