import type { Cursor } from "../../core/cursor.ts";
import { frameNumber, none, number } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { handshakeTypes } from "../../names/tls.ts";
import { within } from "../shared/parts.ts";
import { FINISHED, handshake, handshakeHead, KEY_UPDATE, partOf, SERVER_HELLO } from "./messages.ts";
import { passOver } from "./parts.ts";
import { type Session, SSL3, sideOf, TLS13, type Unfinished } from "./sessions.ts";

const HEAD_SIZE = 4;
/** What is in a Finished message (RFC 5246 section 7.4.9, RFC 6101 section 5.6.9). */
const FINISHED_SIZE = 12;
const OLD_FINISHED_SIZE = 36;
/** A message that says it is longer is taken for encrypted bytes. */
const LONGEST = 1 << 18;

/** Values of the row of a message that cannot be read, of the beginning of one, of a further part of one. */
export const ENCRYPTED = 1;
export const BEGINNING = 2;
export const FRAGMENT = 3;

/** How a message is put together from records. */
export const fragments = fields("tls", {
  "handshake.fragments": none("Reassembled Handshake Fragments", { many: true }),
  "handshake.fragment": frameNumber("Handshake Fragment", { many: true }),
  "handshake.fragment.count": number("Handshake Fragment count", { many: true }),
});

/** Reads the messages of a record that fills the layer from the cursor on, and may have been decrypted. */
export function readHandshake(c: Cursor, session: Session, isDecrypted = false): void {
  const side = sideOf(c);
  if (!isDecrypted && session.encrypted[side] && session.version !== TLS13) {
    if (isFinished(c, session)) message(c, session);
    else add(c, ENCRYPTED);
    return;
  }
  const begun = session.unfinished[side];
  if (begun === undefined || c.captured < c.left) {
    messages(c, session);
    return;
  }
  collect(c, begun);
  add(c, FRAGMENT);
  if (begun.needed === 0 || begun.needed > begun.size) return;
  session.unfinished[side] = undefined;
  const joined = join(begun);
  c.inSource("Reassembled Handshake", joined, 0, joined.length, () => {
    const row = c.open(fragments["handshake.fragments"]);
    for (const frame of begun.frames) c.put(fragments["handshake.fragment"], frame);
    c.put(fragments["handshake.fragment.count"], begun.frames.length);
    c.close(row, joined.length);
    messages(c, session);
  });
}

/** True where a Finished message can be read though the cipher was changed: to one that only authenticates. */
function isFinished(c: Cursor, session: Session): boolean {
  const size = session.version === SSL3 ? OLD_FINISHED_SIZE : FINISHED_SIZE;
  return c.captured >= HEAD_SIZE + size && c.u32(c.at) === ((FINISHED << 24) | size);
}

/** Shows what is left of the record as one message that cannot be read here. */
function add(c: Cursor, kind: number): void {
  c.add(handshake.handshake, c.at, c.end, kind);
  passOver(c);
}

/** Reads messages to the end of the record; what is not complete goes on in the next one. */
function messages(c: Cursor, session: Session): void {
  while (c.left > 0 && !c.broken) {
    if (c.left < HEAD_SIZE) return begin(c, session, 0);
    if (!c.has(HEAD_SIZE)) return;
    const size = HEAD_SIZE + (c.u32(c.at) & 0xffffff);
    if (handshakeTypes[c.u8(c.at)] === undefined || size > LONGEST) return add(c, ENCRYPTED);
    if (size > c.left) return begin(c, session, size);
    message(c, session);
  }
}

/** Reads one complete message. */
function message(c: Cursor, session: Session): void {
  const type = c.u8(c.at);
  session.resumes = type === SERVER_HELLO;
  const row = c.open(handshake.handshake);
  const at = c.place(handshakeHead);
  const length = handshakeHead["handshake.length"];
  within(c, c.at + c.get(at, length), length, partOf(type, session));
  c.close(row);
  if (type === FINISHED) session.decryption?.finish(sideOf(c));
  else if (type === KEY_UPDATE) session.decryption?.update(sideOf(c));
}

/** Keeps the beginning of a message of `needed` bytes, 0 where that is not known. */
function begin(c: Cursor, session: Session, needed: number): void {
  if (c.captured === c.left && c.left > 0) {
    const begun: Unfinished = { parts: [], frames: [], size: 0, needed };
    collect(c, begun);
    session.unfinished[sideOf(c)] = begun;
  }
  add(c, BEGINNING);
}

/** Adds the rest of a record to the message it belongs to. */
function collect(c: Cursor, begun: Unfinished): void {
  begun.parts.push(c.bytes.slice(c.at, c.end));
  begun.frames.push(c.frame.number);
  begun.size += c.left;
  if (begun.needed > 0 || begun.size < HEAD_SIZE) return;
  const head = join(begun);
  begun.needed = HEAD_SIZE + ((head[1]! << 16) | (head[2]! << 8) | head[3]!);
}

function join({ parts, size }: Unfinished): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
