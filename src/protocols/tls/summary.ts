import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { alertDescriptions, alertLevels, handshakeTypes } from "../../names/tls.ts";
import { ENCRYPTED } from "./handshake.ts";
import { isRetry } from "./hello.ts";
import { handshake } from "./messages.ts";
import { ALERT, alert, CHANGE_CIPHER_SPEC, content, continuation, HANDSHAKE, HEARTBEAT, heartbeat } from "./records.ts";
import { oldHello, SSL2 } from "./ssl2.ts";

const COMMA = ascii(", ");
const APPLICATION_DATA = ascii("Application Data");
const CIPHER_CHANGE = ascii("Change Cipher Spec");
const ENCRYPTED_ALERT = ascii("Encrypted Alert");
const ENCRYPTED_MESSAGE = ascii("Encrypted Handshake Message");
const ENCRYPTED_HEARTBEAT = ascii("Encrypted Heartbeat");
const CONTINUATION = ascii("Continuation Data");
const UNKNOWN = ascii("Ignored Unknown Record");
const RETRY = ascii("Hello Retry Request");
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
export function column({ tape }: Frame, row: number): string {
  if (row + 1 >= tape.count) return "SSL";
  return columns[tape.value(row + 1) || (tape.nodes[row + 1] === oldHello.$node ? SSL2 : 0)] ?? "SSL";
}

/** Writes what the record holds, behind a comma where others of the frame came before. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const first = row + 1;
  if (first >= tape.count || tape.layer(first) !== row) return;
  if (!info.isEmpty) info.put(COMMA);
  const node = tape.nodes[first]!;
  if (node === continuation) info.put(CONTINUATION);
  else if (node === oldHello.$node) info.put(MESSAGES[1]!);
  else if (node === content.ignored_unknown_record) info.put(UNKNOWN);
  else writeRecord(frame, row, frame.bytesOf(first)[tape.start(first)]!, info);
}

function writeRecord(frame: Frame, row: number, type: number, info: Info): void {
  if (type === HANDSHAKE) writeMessages(frame, row, info);
  else if (type === CHANGE_CIPHER_SPEC) info.put(CIPHER_CHANGE);
  else if (type === ALERT) writeAlert(frame, row, info);
  else if (type === HEARTBEAT) writeHeartbeat(frame, row, info);
  else info.put(APPLICATION_DATA);
}

/** Names the messages of a record. */
function writeMessages(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const last = tape.layerEnd(row);
  let isFirst = true;
  for (let i = row + 1; i < last; i++) {
    if (tape.nodes[i] !== handshake.handshake) continue;
    if (!isFirst) info.put(COMMA);
    isFirst = false;
    const bytes = frame.bytesOf(i);
    const start = tape.start(i);
    if (tape.value(i) === ENCRYPTED) info.put(ENCRYPTED_MESSAGE);
    else if (isRetry(bytes, start, tape.end(i))) info.put(RETRY);
    else info.put(MESSAGES[bytes[start]!]!);
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
