import type { Cursor } from "../../core/cursor.ts";
import { takeVarint } from "../shared/varint.ts";
import {
  APPLICATION,
  CLIENT,
  type Connection,
  HANDSHAKE,
  INITIAL,
  type Level,
  LONGEST_ID,
  type Phases,
  SERVER,
  type Side,
} from "./connections.ts";
import { readFrames } from "./frames.ts";
import { HIDDEN, long, longOf2, negotiation, packet, short, TYPE_ONLY } from "./header.ts";
import {
  EARLY_PACKET,
  HANDSHAKE_PACKET,
  INITIAL_PACKET,
  NEGOTIATION_PACKET,
  RETRY_PACKET,
  SHORT_PACKET,
} from "./outline.ts";
import { fullNumber, type Header, isRetryOf, type Protection } from "./protection.ts";
import type { State } from "./state.ts";
import { dialectOf } from "./versions.ts";

const TAG_SIZE = 16;
const VERSION_SIZE = 4;
/** What is decrypted, as a source of bytes. */
const DECRYPTED = "Decrypted QUIC";

/** Reads the packet at the cursor, which ends with the layer or before. */
export function readPacket(c: Cursor, state: State): void {
  const { outline } = state;
  const { end } = c;
  if (!outline.look(c)) {
    c.silence();
    c.fault(c.captured + 1);
    return;
  }
  c.put(packet.packet_length, outline.end - c.at);
  c.end = outline.end;
  if (outline.kind === SHORT_PACKET) readShort(c, state);
  else readLong(c, state);
  c.at = c.end;
  c.end = end;
}

/** RFC 9000 section 17.2 */
function readLong(c: Cursor, state: State): void {
  const { kind, dialect, idSize, ownSize } = state.outline;
  const { at } = c;
  const head = c.tape.count;
  c.place(kind === NEGOTIATION_PACKET ? negotiation : dialect?.isSecond === true ? longOf2 : long);
  c.tape.setValue(head, kind === RETRY_PACKET ? TYPE_ONLY : HIDDEN);
  if (idSize > 0) c.take(packet.dcid, idSize);
  c.take(packet.scil, 1);
  if (ownSize > 0) c.take(packet.scid, ownSize);
  if (kind === NEGOTIATION_PACKET) readVersions(c);
  else if (kind === RETRY_PACKET) readRetry(c, state, at);
  else readProtected(c, state, at, head);
}

/** RFC 9000 section 17.2.1 */
function readVersions(c: Cursor): void {
  while (c.left > 0 && c.take(packet.supported_version, VERSION_SIZE));
}

/** RFC 9000 section 17.2.5; in early drafts without a tag. */
function readRetry(c: Cursor, { outline: { dialect }, asked }: State, at: number): void {
  if (dialect !== undefined && dialect.retry === undefined) {
    const sizeAt = c.at;
    if (c.take(packet.odcil, 1) && c.take(packet.odcid, c.u8(sizeAt)) && c.left > 0) c.take(packet.retry_token, c.left);
    return;
  }
  if (!c.has(TAG_SIZE)) return;
  const tagAt = c.end - TAG_SIZE;
  c.take(packet.retry_token, tagAt - c.at);
  c.take(packet.retry_integrity_tag, TAG_SIZE);
  const isRight =
    dialect !== undefined &&
    asked !== undefined &&
    isRetryOf(dialect, asked, c.bytes.subarray(at, tagAt), c.bytes.subarray(tagAt, c.end));
  if (!isRight) c.add(packet.bad_retry, tagAt, c.end);
}

/** Reads an Initial, 0-RTT or Handshake packet from its token or length on (RFC 9000 sections 17.2.2 to 17.2.4). */
function readProtected(c: Cursor, state: State, at: number, head: number): void {
  const { connection, side, outline } = state;
  const { kind } = outline;
  if (kind === INITIAL_PACKET) {
    const size = takeVarint(c, packet.token_length);
    if (size < 0 || (size > 0 && !c.take(packet.token, size))) return;
  }
  if (takeVarint(c, packet.length) < 0) return;
  const protection = connection && protectionOf(c, state, connection);
  const header = protection?.header(c.bytes, at, c.at, c.end);
  if (connection === undefined || protection === undefined || header === undefined) return passOver(c);
  c.tape.setValue(head, header.first);
  const level = kind === INITIAL_PACKET ? INITIAL : kind === HANDSHAKE_PACKET ? HANDSHAKE : APPLICATION;
  const index = level * 2 + side;
  const full = fullNumber(header.number, header.size, connection.largest[index]!);
  const plain = protection.open(c.bytes, at, c.at, c.end, header, full);
  addNumber(c, header, full);
  c.take(packet.payload, c.left);
  if (plain === undefined) c.add(packet.decryption_failed, c.at, c.at);
  else readPlain(c, state, connection, level, full, plain);
}

/** What protects a packet; the version is the one that the connection began with. */
function protectionOf(c: Cursor, state: State, connection: Connection): Protection | undefined {
  const { outline, side, secrets } = state;
  const dialect = dialectOf(connection.version);
  if (dialect === undefined) return undefined;
  if (outline.kind === INITIAL_PACKET) return secrets.initial(connection, dialect, side);
  if (outline.kind === EARLY_PACKET) return secrets.early(connection, dialect, c.frame.secrets);
  return secrets.handshake(connection, dialect, side, c.frame.secrets);
}

/** Shows what is left of a packet that cannot be decrypted. */
function passOver(c: Cursor): void {
  c.add(packet.decryption_failed, c.at, c.at);
  if (c.left > 0) c.take(packet.remaining_payload, c.left);
}

function addNumber(c: Cursor, { size }: Header, full: number): void {
  const { at } = c;
  c.at += size;
  c.add(packet.packet_number, at, c.at, c.frame.addNumber(full));
}

/** Reads the frames that were in a packet. */
function readPlain(
  c: Cursor,
  { connections, side, outline }: State,
  connection: Connection,
  level: Level,
  full: number,
  plain: Uint8Array,
): void {
  const index = level * 2 + side;
  connection.largest[index] = Math.max(connection.largest[index]!, full);
  if (outline.dialect?.isGoogle === true) return;
  c.inSource(DECRYPTED, plain, 0, plain.length, () => readFrames(c, { connection, side, level }, connections));
}

/** RFC 9000 section 17.3.1 */
function readShort(c: Cursor, state: State): void {
  const { connection, side } = state;
  const { at } = c;
  const row = c.open(packet.short);
  const head = c.tape.count;
  const receiver: Side = side === CLIENT ? SERVER : CLIENT;
  const id = connection?.ids[receiver].match(c.bytes.subarray(at + 1, Math.min(c.end, at + 1 + LONGEST_ID)));
  c.place(short);
  c.tape.setValue(head, HIDDEN);
  if (id !== undefined && id.length > 0) c.take(packet.dcid, id.length);
  const dialect = connection && dialectOf(connection.version);
  const phases =
    connection === undefined || dialect === undefined || connection.isHidden
      ? undefined
      : state.secrets.application(connection, dialect, side, c.frame.secrets);
  const header = phases?.current.header(c.bytes, at, c.at, c.end);
  if (connection === undefined || phases === undefined || header === undefined) {
    c.close(row, c.end);
    readHidden(c, connection);
    return;
  }
  c.tape.setValue(head, header.first);
  const full = fullNumber(header.number, header.size, connection.largest[APPLICATION * 2 + side]!);
  const plain = openPhase(c, connection, side, phases, at, header, full);
  addNumber(c, header, full);
  c.take(packet.protected_payload, c.left);
  c.close(row);
  if (plain === undefined) c.add(packet.decryption_failed, c.at, c.at);
  else readPlain(c, state, connection, APPLICATION, full, plain);
}

/** Shows what is left of a packet that nobody has secrets for; that is said once a connection. */
function readHidden(c: Cursor, connection: Connection | undefined): void {
  if (connection !== undefined && !connection.isHidden) {
    c.add(packet.decryption_failed, c.at, c.at);
    connection.isHidden = connection.suite !== undefined;
  }
  if (c.left > 0) c.take(packet.remaining_payload, c.left);
}

/** Opens a packet under the keys of its phase, and goes on to the next ones where a side has (RFC 9001 section 6). */
function openPhase(
  c: Cursor,
  connection: Connection,
  side: Side,
  { phase, current, previous }: Phases,
  at: number,
  header: Header,
  full: number,
): Uint8Array | undefined {
  const open = (protection: Protection | undefined) => protection?.open(c.bytes, at, c.at, c.end, header, full);
  if (((header.first >> 2) & 1) === phase) return open(current);
  const late = open(previous);
  if (late !== undefined) return late;
  const next = current.next();
  const plain = open(next);
  if (plain !== undefined) connection.phases[side] = { phase: 1 - phase, current: next, previous: current };
  return plain;
}
