import { bigAt } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { marks } from "../../core/marks.ts";
import type { Protocol } from "../../core/protocol.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { alertDescriptions, alertLevels, handshakeTypes } from "../../names/tls.ts";
import { BEGINNING, ENCRYPTED, FRAGMENT } from "./handshake.ts";
import { isRetry } from "./hello.ts";
import { handshake } from "./messages.ts";
import { segments } from "./payload.ts";
import {
  ALERT,
  alert,
  CHANGE_CIPHER_SPEC,
  content,
  continuation,
  APPLICATION_DATA as DATA,
  HANDSHAKE,
  HEARTBEAT,
  heartbeat,
  opaqueRecord,
  record,
} from "./records.ts";
import { oldHello, SSL2 } from "./ssl2.ts";

/** Bytes before what a record and a handshake message hold; their last ones say how long that is. */
const RECORD_HEAD = 5;
const MESSAGE_HEAD = 4;
const COMMA = ascii(", ");
const SEGMENT = ascii("[TLS segment of a reassembled PDU]");
const APPLICATION_DATA = ascii("Application Data");
const CIPHER_CHANGE = ascii("Change Cipher Spec");
const ENCRYPTED_ALERT = ascii("Encrypted Alert");
const ENCRYPTED_MESSAGE = ascii("Encrypted Handshake Message");
const ENCRYPTED_HEARTBEAT = ascii("Encrypted Heartbeat");
const CONTINUATION = ascii("Continuation Data");
const UNKNOWN = ascii("Ignored Unknown Record");
const RETRY = ascii("Hello Retry Request");
const OPENING = ascii("[");
const FRAGMENT_END = ascii(" Fragment]");
const MESSAGES = Array.from({ length: 256 }, (_, type) => ascii(handshakeTypes[type] ?? ""));

/** The Protocol column of each version a record's row may carry. */
const columns: Readonly<Record<number, string>> = {
  2: "SSLv2",
  768: "SSLv3",
  769: "TLSv1",
  770: "TLSv1.1",
  771: "TLSv1.2",
  772: "TLSv1.3",
};

/** The version the record was of, as the Protocol column names it. */
export function column(frame: Frame, row: number): string {
  const { tape } = frame;
  if (row + 1 >= tape.count) return "SSL";
  if (tape.nodes[row + 1] === marks.short) {
    const before = tape.layerBefore(row);
    return tape.nodes[before] === tape.nodes[row] ? column(frame, before) : "SSL";
  }
  return columns[tape.value(row + 1) || (tape.nodes[row + 1] === oldHello.$node ? SSL2 : 0)] ?? "SSL";
}

/** Writes what the record holds, behind a comma where others of the frame came before. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const first = row + 1;
  if (first >= tape.count || tape.layer(first) !== row) return;
  const node = tape.nodes[first]!;
  if (node === marks.short) return;
  // In TLS 1.3 the type of a record is encrypted, too.
  const hidden = node === opaqueRecord.$node ? frame.find(row, content["record.content_type"]) : -1;
  const type = hidden < 0 ? frame.bytesOf(first)[tape.start(first)]! : tape.value(hidden);
  const isCut = (node === record.$node || node === opaqueRecord.$node) && !isHeld(frame, first, RECORD_HEAD, 2);
  if ((node === record.$node || hidden >= 0) && type === HANDSHAKE) return writeMessages(frame, row, isCut, info);
  if (isCut || (type === DATA && isHandedOn(frame, row))) return;
  separate(info);
  if (node === continuation) info.put(CONTINUATION);
  else if (node === oldHello.$node) info.put(MESSAGES[1]!);
  else if (node === content.ignored_unknown_record) info.put(UNKNOWN);
  else writeRecord(frame, row, type, info);
}

/** True where the capture holds all that row `row` begins with: `head` bytes, which end with the length of the rest. */
function isHeld(frame: Frame, row: number, head: number, lengthSize: number): boolean {
  const end = frame.tape.start(row) + head;
  const source = frame.source(frame.tape.source(row));
  return end <= source.end && end + bigAt(source.bytes, end - lengthSize, lengthSize) <= source.end;
}

function separate(info: Info): void {
  if (!info.isEmpty) info.put(COMMA);
}

function writeRecord(frame: Frame, row: number, type: number, info: Info): void {
  if (type === CHANGE_CIPHER_SPEC) info.put(CIPHER_CHANGE);
  else if (type === ALERT) writeAlert(frame, row, info);
  else if (type === HEARTBEAT) writeHeartbeat(frame, row, info);
  else info.put(frame.find(row, segments["segment.data"]) < 0 ? APPLICATION_DATA : SEGMENT);
}

/** True for a record whose data were decrypted, and dissected in the layer behind it. */
function isHandedOn({ tape }: Frame, row: number): boolean {
  const inside = tape.layerEnd(row);
  if (inside === tape.count || tape.source(inside) === tape.source(row)) return false;
  return (tape.nodes[inside] as Protocol).fallback === undefined;
}

/**
 * Names the messages of a record; one that takes several records is named where it begins, and where it is complete.
 * Of a record that is cut, whole messages only.
 */
function writeMessages(frame: Frame, row: number, isCut: boolean, info: Info): void {
  const { tape } = frame;
  const last = tape.layerEnd(row);
  for (let i = row + 1; i < last; i++) {
    const kind = tape.value(i);
    if (tape.nodes[i] !== handshake.handshake || kind === FRAGMENT) continue;
    if (isCut && (kind === ENCRYPTED || kind === BEGINNING || !isHeld(frame, i, MESSAGE_HEAD, 3))) continue;
    separate(info);
    const bytes = frame.bytesOf(i);
    const start = tape.start(i);
    const name = MESSAGES[bytes[start]!]!;
    if (kind === ENCRYPTED) info.put(ENCRYPTED_MESSAGE);
    else if (kind === BEGINNING) info.put(OPENING).put(name).put(FRAGMENT_END);
    else info.put(isRetry(bytes, start, tape.end(i)) ? RETRY : name);
  }
}

function writeAlert(frame: Frame, row: number, info: Info): void {
  const found = frame.find(row, alert);
  if (found < 0) {
    info.put(ENCRYPTED_ALERT);
    return;
  }
  const level = alertLevels[frame.get(found, alert["alert_message.level"])];
  const description = alertDescriptions[frame.get(found, alert["alert_message.desc"])];
  info.text(`Alert (Level: ${level}, Description: ${description})`);
}

function writeHeartbeat(frame: Frame, row: number, info: Info): void {
  const found = frame.find(row, heartbeat);
  if (found < 0) info.put(ENCRYPTED_HEARTBEAT);
  else
    info.text(frame.get(found, heartbeat["heartbeat_message.type"]) === 1 ? "Heartbeat Request" : "Heartbeat Response");
}
