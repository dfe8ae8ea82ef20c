import type { Cursor } from "../../core/cursor.ts";
import type { Layout } from "../../core/layout.ts";
import { marks } from "../../core/marks.ts";
import type { Memory } from "../../core/memory.ts";
import { preferences, type Settings, toggle } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { alertDescriptions, alertLevels, heartbeatTypes } from "../../names/tls.ts";
import { KeyLog, keyLogPreference } from "../shared/key-log.ts";
import { Decryption } from "./decryption.ts";
import { entry, extension, extensionHead } from "./extensions.ts";
import { fragments, readHandshake } from "./handshake.ts";
import { helloFields } from "./hello.ts";
import { keys } from "./keys.ts";
import { lists, numbers, scheme } from "./lists.ts";
import { handshake, handshakeHead } from "./messages.ts";
import { passOver } from "./parts.ts";
import { DECRYPTED, finish, handOn, segments } from "./payload.ts";
import {
  ALERT,
  APPLICATION_DATA,
  alert,
  CHANGE_CIPHER_SPEC,
  content,
  continuation,
  HANDSHAKE,
  HEARTBEAT,
  heartbeat,
  opaqueRecord,
  record,
  recordFields,
} from "./records.ts";
import { type Session, type Sessions, SSL3, sessions, sideOf, TLS12, TLS13 } from "./sessions.ts";
import { isOldHello, oldHelloFields, oldHelloSize, readOldHello } from "./ssl2.ts";
import { column, summary } from "./summary.ts";
import { timestampFields, timestampReaders } from "./timestamps.ts";
import { parameterFields } from "./transport-parameters.ts";

/** Where another protocol brings handshake messages without records (RFC 9001 section 4). */
const BARE = "tls";
const HEAD_SIZE = 5;
const CLIENT_HELLO = 1;
const CLOSE_NOTIFY = 0;
const WORD_SIZE = 4;
const FIRST_PRINTABLE = 32;
const LAST_PRINTABLE = 126;
/** The longest record any version allows: 2^14 bytes, and what compression and encryption may add (RFC 5246 section 6.2). */
const LONGEST = (1 << 14) + 2048;

/** What users may decide about TLS. */
const preferred = {
  ...keyLogPreference,
  ...preferences("tls", { desegment_ssl_records: toggle("Put records together that span several segments", true) }),
};

/** The sessions of a run, and the secrets that read them. */
class State {
  readonly sessions: Sessions;
  /** Those of which others bring the messages, by the numbers they give them. */
  readonly bare: Sessions;
  readonly log: KeyLog;

  constructor(memory: Memory, settings: Settings) {
    this.sessions = sessions(memory);
    this.bare = sessions(memory);
    this.log = new KeyLog(settings.get(preferred.keylog_file));
  }

  /** The session of the stream at the cursor. */
  of({ conversation, frame }: Cursor): Session {
    const session = this.sessions.of(conversation >> 1, frame.number);
    if (session.decryption === undefined && this.log.isKept(frame.secrets))
      session.decryption = new Decryption(this.log);
    return session;
  }
}

const tls: Protocol<State> = protocol({
  name: "tls",
  title: "Transport Layer Security",
  spec: "RFC 8446",
  column,
  fields: [
    ...recordFields,
    handshakeHead,
    handshake,
    fragments,
    segments,
    ...helloFields,
    entry,
    extensionHead,
    extension,
    lists,
    keys,
    ...oldHelloFields,
    ...parameterFields,
  ],
  expands: [numbers, scheme, ...timestampFields],
  reads: () => timestampReaders,
  on: {
    "tcp.port": [
      324, 443, 465, 636, 802, 853, 993, 995, 1300, 2221, 2443, 3249, 3250, 3251, 3252, 3496, 5061, 5671, 5684, 5868,
      8883, 11207, 19999, 27017,
    ],
    "quic.crypto": BARE,
  },
  sniffsOn: "tcp.port",
  sniffs,
  stream: { header: HEAD_SIZE, length: recordSize, claimsInfo: true, joins: preferred.desegment_ssl_records },
  preferences: preferred,
  state: (memory, settings) => new State(memory, settings),
  dissect,
  summary,
});

/** Reads one record, or bytes that stand where one should begin; or messages that come without records. */
function dissect(c: Cursor): false | void {
  if (c.key === BARE) return readBare(c);
  const known = c.state(tls);
  const session = known.of(c);
  const head = c.tape.count;
  if (isRecord(c, session)) readRecord(c, session);
  else if (isOldHello(c)) readOldHello(c);
  else if (session.version === 0 && isText(c)) return false;
  else readOther(c, session);
  if (session.version > 0) putVersion(c, head, session.version);
  known.sessions.holds(session.waiting);
}

/** Reads the messages that fill the layer: another protocol encrypts them and has the packet line. */
function readBare(c: Cursor): void {
  const { bare } = c.state(tls);
  const session = bare.of(c.conversation >> 1, c.frame.number);
  session.version = TLS13;
  c.silence();
  readHandshake(c, session, true);
  bare.holds(session.waiting);
}

/** Notes the version that the Protocol column shows with the layer's first row, unless that is a mark. */
function putVersion({ tape }: Cursor, head: number, version: number): void {
  const node = tape.nodes[head];
  if (head < tape.count && node !== marks.short && node !== marks.malformed) tape.setValue(head, version);
}

/** A record of handshakes or data, not empty and of a length that can be. */
function sniffs(c: Cursor): boolean {
  if (c.left <= HEAD_SIZE || c.captured < HEAD_SIZE) return false;
  const type = c.u8(c.at);
  if (type !== HANDSHAKE && type !== APPLICATION_DATA) return isOldHello(c);
  const version = c.u16(c.at + 1);
  const length = c.u16(c.at + 3);
  return version >= SSL3 && version <= TLS12 && length > 0 && length < LONGEST;
}

const isType = (type: number) => type >= CHANGE_CIPHER_SPEC && type <= HEARTBEAT;

/** True where a record begins: by its type in a session whose version is known, otherwise by its version, too. */
function isRecord(c: Cursor, session: Session): boolean {
  if (c.captured < 1 || !isType(c.u8(c.at))) return false;
  if (session.version !== 0 || c.captured < 3) return true;
  const version = c.u16(c.at + 1);
  return version >= SSL3 && version <= TLS12;
}

/** Bytes that begin with a word are another protocol on a port of TLS. */
function isText(c: Cursor): boolean {
  if (c.captured < WORD_SIZE) return false;
  for (let at = c.at; at < c.at + WORD_SIZE; at++)
    if (c.u8(at) < FIRST_PRINTABLE || c.u8(at) > LAST_PRINTABLE) return false;
  return true;
}

/** How long the record at the cursor is; bytes that are none go together. */
function recordSize(c: Cursor): number {
  if (isRecord(c, c.state(tls).of(c))) return HEAD_SIZE + c.u16(c.at + 3);
  return isOldHello(c) ? oldHelloSize(c) : c.left;
}

/** Bytes that are no record. */
function readOther(c: Cursor, session: Session): void {
  if (session.version > SSL3 && session.version < TLS13) {
    c.take(content.ignored_unknown_record, c.left);
    return;
  }
  const row = c.open(continuation);
  passOver(c);
  c.close(row);
}

function readRecord(c: Cursor, session: Session): void {
  const type = c.u8(c.at);
  const layout: Layout = type === APPLICATION_DATA && session.version === TLS13 ? opaqueRecord : record;
  const head = c.tape.count;
  const at = c.place(layout);
  if (at < 0) return;
  const version = c.get(at, record["record.version"]);
  if (!c.limit(c.at + c.get(at, record["record.length"]), record["record.length"])) return;
  // Of a record without a byte of what it holds nothing is learnt.
  if (c.captured > 0) {
    if (session.version === 0) putVersion(c, head, version);
    if (type !== HANDSHAKE || c.u8(c.at) !== CLIENT_HELLO) learnVersion(session, version);
  }
  const plain = open(c, session, type, at);
  if (plain !== undefined) readOpened(c, session, type, plain);
  else if (type === APPLICATION_DATA) readData(c, session);
  else if (type === HANDSHAKE) readHandshake(c, session);
  else if (type === ALERT) readAlert(c, session);
  else if (type === CHANGE_CIPHER_SPEC) readCipherChange(c, session);
  else readHeartbeat(c);
}

/** Takes the version of a record for the session's, unless that is TLS 1.3: its records hide it. */
function learnVersion(session: Session, version: number): void {
  if (session.version !== TLS13 && version >= SSL3 && version <= TLS12) session.version = version;
}

/** What is in the record that begins at `at`; undefined where it is not encrypted, or not for us to know. */
function open(c: Cursor, session: Session, type: number, at: number): Uint8Array | undefined {
  if (session.decryption === undefined || (session.version === TLS13 && type !== APPLICATION_DATA)) return undefined;
  return session.decryption.open(sideOf(c), c.bytes, at, c.end, c.captured === c.left);
}

/** Reads a record that was decrypted; in TLS 1.3 its type stands at its end, before any padding (RFC 8446 section 5.2). */
function readOpened(c: Cursor, session: Session, outer: number, plain: Uint8Array): void {
  let type = outer;
  let size = plain.length;
  if (session.version === TLS13) {
    while (size > 0 && plain[size - 1] === 0) size--;
    if (size > 0) type = plain[--size]!;
    c.add(content["record.content_type"], c.at - HEAD_SIZE, c.at - HEAD_SIZE + 1, type);
  }
  const held = plain.subarray(0, size);
  if (type === APPLICATION_DATA) readData(c, session, held);
  else c.inSource(DECRYPTED, held, 0, size, () => readPlain(c, session, type));
  c.at = c.end;
}

function readPlain(c: Cursor, session: Session, type: number): void {
  if (type === HANDSHAKE) readHandshake(c, session, true);
  else if (type === ALERT) readAlert(c, session);
  else if (type === CHANGE_CIPHER_SPEC) readCipherChange(c, session);
  else if (type === HEARTBEAT) readHeartbeat(c);
}

function readData(c: Cursor, session: Session, plain?: Uint8Array): void {
  const { at } = c;
  if (!c.take(content.app_data, c.left)) return;
  const application = session.applicationOn(c.sourcePort, c.destinationPort);
  if (application > 0) c.add(content.app_data_proto, at, c.at, application);
  if (plain !== undefined && plain.length > 0) handOn(c, session, plain);
}

function readCipherChange(c: Cursor, session: Session): void {
  const { at } = c;
  session.encrypted[sideOf(c)] = true;
  session.decryption?.change(sideOf(c));
  if (!c.take(content.change_cipher_spec, c.left)) return;
  if (session.resumes && session.version !== TLS13) c.add(content.resumed, at, c.at);
  session.resumes = false;
}

/** An alert is two bytes; one that is encrypted is longer, or means nothing. */
function readAlert(c: Cursor, session: Session): void {
  const row = c.open(content.alert_message);
  const isPlain =
    c.left === 2 &&
    (c.captured < 2 || (alertLevels[c.u8(c.at)] !== undefined && alertDescriptions[c.u8(c.at + 1)] !== undefined));
  const at = isPlain ? c.place(alert) : -1;
  if (!isPlain) passOver(c);
  c.close(row);
  if (at >= 0 && c.get(at, alert["alert_message.desc"]) === CLOSE_NOTIFY) finish(c, session);
}

function readHeartbeat(c: Cursor): void {
  const row = c.open(content.heartbeat_message);
  if (c.captured >= heartbeat.$node.size && heartbeatTypes[c.u8(c.at)] !== undefined) {
    const at = c.place(heartbeat);
    const length = c.get(at, heartbeat["heartbeat_message.payload_length"]);
    if (length > c.left) c.add(content["heartbeat_message.payload_length.invalid"], at + 1, at + 3);
    c.take(content["heartbeat_message.payload"], Math.min(length, c.left));
    if (c.left > 0) c.take(content["heartbeat_message.padding"], c.left);
  } else passOver(c);
  c.close(row);
}

export default tls;
