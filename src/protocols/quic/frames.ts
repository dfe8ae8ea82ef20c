import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { isCryptoError } from "../../names/quic.ts";
import { all, type Part, take } from "../shared/parts.ts";
import { takeVarint, variable, variables, varintAt, varintSize } from "../shared/varint.ts";
import { type Connections, LONGEST_ID } from "./connections.ts";
import { readCrypto, type Sender } from "./crypto.ts";
import { frame, STREAM_LENGTH, STREAM_OFFSET } from "./frame-fields.ts";
import { addAddress, removeAddress, uniflow, uniflows } from "./multipath.ts";

const PADDING = 0;
const ACK = 2;
const ACK_ECN = 3;
const CRYPTO = 6;
const FIRST_STREAM = 8;
const LAST_STREAM = 15;
const NEW_CONNECTION_ID = 24;
const UNIFLOW_CONNECTION_ID = 64;
const UNIFLOW_ACK = 66;
const UNIFLOW_ACK_ECN = 67;
const RESET_TOKEN_SIZE = 16;
const PATH_DATA_SIZE = 8;
/** A type that no row holds as it is. */
const LARGE = 0x7fffffff;

/** Bytes with their length in front. */
const counted =
  (length: Field, value: Field, whenEmpty = true): Part =>
  (c) => {
    const size = takeVarint(c, length);
    return size >= 0 && ((size === 0 && !whenEmpty) || c.take(value, size));
  };

const everything =
  (field: Field): Part =>
  (c) =>
    c.take(field, c.left);

/** RFC 9000 section 19.19 */
const transportClose: Part = (c) => {
  const code = takeVarint(c, frame["cc.error_code"]);
  if (code < 0) return false;
  if (isCryptoError(code)) c.add(frame["cc.error_code.tls_alert"], c.at - 1, c.at);
  return variable(frame["cc.frame_type"])(c) && counted(frame["cc.reason_phrase.length"], frame["cc.reason_phrase"])(c);
};

/** draft-ietf-quic-ack-frequency-02 section 4 */
const frequency: Part = (c) => {
  const { at } = c;
  const numbers = [frame["af.sequence_number"], frame["af.ack_eliciting_threshold"], frame["af.request_max_ack_delay"]];
  if (!variables(...numbers)(c)) return false;
  if (!c.has(1)) return false;
  const row = c.open(frame["af.last_byte"]);
  for (const field of [frame["af.reserved"], frame["af.ignore_order"], frame["af.ignore_ce"]])
    c.add(field, c.at, c.at + 1);
  c.at++;
  c.close(row);
  return c.at > at;
};

/** What is behind the type of a frame; nothing behind those that are not named. */
const parts: Readonly<Record<number, Part>> = {
  4: variables(frame["rsts.stream_id"], frame["rsts.application_error_code"], frame["rsts.final_size"]),
  5: variables(frame["ss.stream_id"], frame["ss.application_error_code"]),
  7: counted(frame["nt.length"], frame["nt.token"]),
  16: variable(frame["md.maximum_data"]),
  17: variables(frame["msd.stream_id"], frame["msd.maximum_stream_data"]),
  18: variable(frame["ms.max_streams"]),
  19: variable(frame["ms.max_streams"]),
  20: variable(frame["sb.stream_data_limit"]),
  21: variables(frame["sdb.stream_id"], frame["sb.stream_data_limit"]),
  22: variable(frame["sib.stream_limit"]),
  23: variable(frame["sib.stream_limit"]),
  25: variable(frame["rci.sequence"]),
  26: take(frame["path_challenge.data"], PATH_DATA_SIZE),
  27: take(frame["path_response.data"], PATH_DATA_SIZE),
  28: transportClose,
  29: all(variable(frame["cc.error_code.app"]), counted(frame["cc.reason_phrase.length"], frame["cc.reason_phrase"])),
  48: everything(frame.dg),
  49: counted(frame["dg.length"], frame.dg),
  65: all(uniflow, variable(frame["rci.sequence"])),
  68: addAddress,
  69: removeAddress,
  70: uniflows,
  175: frequency,
  757: variable(frame.ts),
};

/** Types of frames with nothing behind them. */
const bare: ReadonlySet<number> = new Set([PADDING, 1, 30, 172]);

/** Reads the frames of a packet, which fill the source at the cursor. */
export function readFrames(c: Cursor, sender: Sender, connections: Connections): void {
  while (c.at < c.end && !c.broken) {
    const { at } = c;
    const row = c.open(frame.frame);
    const type = readType(c);
    if (type >= 0) {
      c.tape.setValue(row, Math.min(type, LARGE));
      readFrame(c, sender, connections, type);
    }
    c.close(row);
    if (c.at <= at) return;
  }
}

function readType(c: Cursor): number {
  const { at } = c;
  if (!c.has(varintSize(c.u8(at)))) return -1;
  const type = varintAt(c.bytes, at);
  c.at += varintSize(c.u8(at));
  if (type < FIRST_STREAM || type > LAST_STREAM) {
    c.add(frame.frame_type, at, c.at);
    return type;
  }
  const row = c.open(frame.frame_type, at);
  for (const field of [frame["stream.fin"], frame["stream.len"], frame["stream.off"]]) c.add(field, at, c.at);
  c.close(row);
  return type;
}

function readFrame(c: Cursor, sender: Sender, connections: Connections, type: number): void {
  const part = parts[type];
  if (part !== undefined) part(c);
  else if (type === PADDING) readPadding(c);
  else if (type === ACK || type === ACK_ECN) readAcknowledgement(c, type === ACK_ECN);
  else if (type === CRYPTO) readHandshake(c, sender);
  else if (type >= FIRST_STREAM && type <= LAST_STREAM) readStream(c, type);
  else if (type === NEW_CONNECTION_ID) readNewId(c, sender, connections);
  else if (type >= UNIFLOW_CONNECTION_ID && type <= UNIFLOW_ACK_ECN) readOfUniflow(c, sender, connections, type);
  else if (!bare.has(type)) c.add(frame["ft.unknown"], c.at, c.at);
}

/** RFC 9000 section 19.1; those that follow each other are one row. */
function readPadding(c: Cursor): void {
  const at = c.at - 1;
  while (c.at < c.end && c.u8(c.at) === PADDING) c.at++;
  c.put(frame.padding_length, c.at - at);
}

/** RFC 9000 section 19.3 */
function readAcknowledgement(c: Cursor, hasCounts: boolean): void {
  if (!variables(frame["ack.largest_acknowledged"], frame["ack.ack_delay"])(c)) return;
  const count = takeVarint(c, frame["ack.ack_range_count"]);
  if (count < 0 || !variable(frame["ack.first_ack_range"])(c)) return;
  const range = variables(frame["ack.gap"], frame["ack.ack_range"]);
  for (let left = count; left > 0; left--) if (!range(c)) return;
  if (hasCounts) variables(frame["ack.ect0_count"], frame["ack.ect1_count"], frame["ack.ecn_ce_count"])(c);
}

/** The frames of one path, with the uniflow in front (draft-deconinck-quic-multipath-07 section 9). */
function readOfUniflow(c: Cursor, sender: Sender, connections: Connections, type: number): void {
  if (!uniflow(c)) return;
  if (type === UNIFLOW_CONNECTION_ID) readNewId(c, sender, connections);
  else if (type >= UNIFLOW_ACK) readAcknowledgement(c, type === UNIFLOW_ACK_ECN);
}

/** RFC 9000 section 19.6 */
function readHandshake(c: Cursor, sender: Sender): void {
  const offset = takeVarint(c, frame["crypto.offset"]);
  const length = takeVarint(c, frame["crypto.length"]);
  if (offset < 0 || length < 0 || !c.has(length)) return;
  readCrypto(c, sender, offset, c.at + length);
}

/** RFC 9000 section 19.8 */
function readStream(c: Cursor, type: number): void {
  const { at } = c;
  if (!c.has(1) || !c.has(varintSize(c.u8(at)))) return;
  const id = c.open(frame["stream.stream_id"]);
  c.at += varintSize(c.u8(at));
  c.add(frame["stream.initiator"], at, c.at);
  c.add(frame["stream.direction"], at, c.at);
  c.close(id);
  if (type & STREAM_OFFSET && !variable(frame["stream.offset"])(c)) return;
  const length = type & STREAM_LENGTH ? takeVarint(c, frame["stream.length"]) : c.left;
  if (length >= 0) c.take(frame.stream_data, length);
}

/** RFC 9000 section 19.15 */
function readNewId(c: Cursor, { connection, side }: Sender, connections: Connections): void {
  if (!variables(frame["nci.sequence"], frame["nci.retire_prior_to"])(c)) return;
  const { at } = c;
  if (!c.take(frame["nci.connection_id.length"], 1)) return;
  const size = c.u8(at);
  if (!c.take(frame["nci.connection_id"], size)) return;
  if (size > 0 && size <= LONGEST_ID) connections.add(connection, side, c.bytes.subarray(c.at - size, c.at));
  c.take(frame["nci.stateless_reset_token"], RESET_TOKEN_SIZE);
}
