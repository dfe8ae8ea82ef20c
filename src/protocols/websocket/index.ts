import { type Cursor, MORE } from "../../core/cursor.ts";
import { bit, bits, bytes, frameNumber, none, number, octets, text, u16, u64 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { opcodes, statusCodes } from "../../names/websocket.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { mediaTypes } from "../shared/media.ts";
import { type Connection, connections, type Direction } from "./connection.ts";
import { FIN, MASKED, summary } from "./summary.ts";

const HEAD_SIZE = 2;
const KEY_SIZE = 4;
const COMPRESSED = 0x40;
/** Lengths in the first bytes that stand for one of 16 or 64 bits behind them. */
const EXTENDED_16 = 126;
const EXTENDED_64 = 127;
const CONTINUATION = 0;
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

const rows = {
  fin: bit(0, "Fin", { many: true }),
  rsv: bits(1, 3, "Reserved", { many: true, show: "hex" }),
  opcode: bits(4, 4, "Opcode", { many: true, names: opcodes }),
  mask: bit(8, "Mask", { many: true }),
  payload_length: bits(9, 7, "Payload length", { many: true }),
};
/**  0       4       8                16
 *  +-+-+-+-+-------+-+-------------+- - -
 *  |F| RSV |Opcode |M|   Length    | more of the length, masking key, payload   RFC 6455 section 5.2
 *  +-+-+-+-+-------+-+-------------+- - - */
const head = layout("websocket", HEAD_SIZE, rows);
/** The same where messages may be compressed one by one (RFC 7692 section 6). */
const compressing = layout("websocket", HEAD_SIZE, {
  ...rows,
  "rsv.pmc": bit(1, "Per-Message Compressed", { many: true, name: "websocket.pmc" }),
});
const key = layout("websocket", KEY_SIZE, { masking_key: octets(0, KEY_SIZE, "Masking-Key", { many: true }) });

const many = { many: true };
const websocket = fields("websocket", {
  payload_length_ext_16: u16("Extended Payload length (16 bits)", many),
  payload_length_ext_64: u64("Extended Payload length (64 bits)", many),
  masked_payload: none("Masked payload", many),
  payload: none("Payload", many),
  "payload.text": text("Text", many),
  "payload.close": none("Close", many),
  "payload.close.status_code": u16("Status code", { many: true, names: statusCodes }),
  "payload.close.reason": text("Reason", many),
  "payload.ping": bytes("Ping", many),
  "payload.pong": bytes("Pong", many),
  "payload.unknown": bytes("Unknown", many),
  "payload.unknown.expert": none("Opcode that is not known", many),
  "payload.continue": bytes("Continue", many),
  "decompression.failed.expert": none("Decompression failed", many),
  fragments: none("Reassembled websocket Fragments", many),
  fragment: frameNumber("Websocket Fragment", many),
  "fragment.count": number("Fragment count", many),
  "reassembled.length": number("Reassembled websocket Payload length", many),
});

/** How many bytes the head of the frame at the cursor has, of which the first two are there. */
function headSize(c: Cursor): number {
  const second = c.u8(c.at + 1);
  const length = second & ~MASKED;
  return HEAD_SIZE + (length === EXTENDED_16 ? 2 : length === EXTENDED_64 ? 8 : 0) + (second & MASKED ? KEY_SIZE : 0);
}

/** How long the payload of the frame at the cursor is, whose head is there. */
function payloadSize(c: Cursor): number {
  const length = c.u8(c.at + 1) & ~MASKED;
  if (length === EXTENDED_16) return c.u16(c.at + HEAD_SIZE);
  if (length === EXTENDED_64) return c.u32(c.at + HEAD_SIZE) * 2 ** 32 + c.u32(c.at + HEAD_SIZE + 4);
  return length;
}

function sizeOf(c: Cursor): number {
  const size = headSize(c);
  return c.left < size ? MORE : size + payloadSize(c);
}

/** Runs `inner` on the payload at the cursor, its mask undone (RFC 6455 section 5.3). */
function unmasked(c: Cursor, keyAt: number, inner: (c: Cursor) => void): void {
  const size = c.captured;
  const plain = new Uint8Array(size);
  for (let i = 0; i < size; i++) plain[i] = c.u8(c.at + i) ^ c.u8(keyAt + (i & (KEY_SIZE - 1)));
  c.add(websocket.masked_payload, c.at, c.at + size);
  c.at += size;
  c.inSource("Unmasked data", plain, 0, size, inner);
}

/** Reads what a frame carries: control frames by themselves, messages once they are whole (RFC 6455 sections 5.4 and 5.5). */
function readPayload(c: Cursor, first: number, direction: Direction, compresses: boolean): void {
  const { at, bytes: b } = c;
  const end = at + c.captured;
  const opcode = first & 15;
  const row = c.open(websocket.payload);
  const whole = () => c.close(row, end);
  if (opcode === PING || opcode === PONG) {
    c.add(websocket[opcode === PING ? "payload.ping" : "payload.pong"], at, end);
    return whole();
  }
  if (opcode === CLOSE) {
    readClose(c, end);
    return whole();
  }
  if (opcode > BINARY) {
    const unknown = c.open(websocket["payload.unknown"], at);
    c.add(websocket["payload.unknown.expert"], at, end);
    c.close(unknown, end);
    return whole();
  }
  if (opcode !== CONTINUATION) direction.opcode = opcode;
  if ((first & FIN) === 0) {
    whole();
    if (opcode === CONTINUATION) c.add(websocket["payload.continue"], at, end);
    if (!c.isQuoted) direction.keep(b.slice(at, end), c.frame.number);
    return;
  }
  const isCompressed = compresses && (first & COMPRESSED) !== 0;
  if (opcode === CONTINUATION && direction.pieces.length > 0) {
    if (!c.isQuoted) direction.keep(b.slice(at, end), c.frame.number);
    readJoined(c, direction, whole);
  } else if (isCompressed) readCompressed(c, direction, end, whole);
  else readMessage(c, direction.opcode, end, whole);
}

function readClose(c: Cursor, end: number): void {
  const row = c.open(websocket["payload.close"]);
  if (c.captured >= 2) {
    c.add(websocket["payload.close.status_code"], c.at, c.at + 2);
    if (c.captured > 2) c.add(websocket["payload.close.reason"], c.at + 2, end);
  }
  c.close(row, end);
}

/** Reads the message in `at..end`; `close` ends the row of the payload before other layers begin. */
function readMessage(c: Cursor, opcode: number, end: number, close: () => void): void {
  if (opcode === TEXT) c.add(websocket["payload.text"], c.at, end);
  else if (opcode === CONTINUATION) c.add(websocket["payload.continue"], c.at, end);
  close();
  if (opcode === TEXT) c.next(mediaTypes, "text/plain");
  else if (opcode === BINARY) c.rest();
}

function readCompressed(c: Cursor, direction: Direction, end: number, close: () => void): void {
  const plain = direction.inflate(c.bytes.subarray(c.at, end));
  if (plain === undefined) {
    close();
    c.add(websocket["decompression.failed.expert"], c.at, end);
  } else
    c.inSource("Decompressed payload", plain, 0, plain.length, (inner) =>
      readMessage(inner, direction.opcode, plain.length, close),
    );
}

/** Reads a message that came in pieces. */
function readJoined(c: Cursor, direction: Direction, close: () => void): void {
  const pieces = direction.finish();
  const size = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
  const joined = new Uint8Array(size);
  let at = 0;
  for (const { bytes: piece } of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  c.inSource("Reassembled message", joined, 0, size, (inner) => {
    readMessage(inner, direction.opcode, size, () => {
      close();
      const row = inner.open(websocket.fragments);
      for (const { frame } of pieces) inner.put(websocket.fragment, frame);
      inner.put(websocket["fragment.count"], pieces.length);
      inner.put(websocket["reassembled.length"], size);
      inner.close(row, size);
    });
  });
}

/** Frames of messages, after HTTP's connection was switched over to them (RFC 6455). */
const protocolWebsocket: Protocol<StreamStates<Connection>> = protocol({
  name: "websocket",
  title: "WebSocket",
  spec: "RFC 6455",
  column: "WebSocket",
  fields: [head, compressing, key, websocket],
  on: { "http.upgrade": "websocket" },
  stream: { header: HEAD_SIZE, length: sizeOf, sized: false },
  state: connections,
  dissect(c) {
    const states = c.state(protocolWebsocket);
    const connection = states.of(c.conversation >> 1, c.frame.number);
    const direction = connection.directions[c.conversation & 1 ? 1 : 0];
    const compresses = c.terms.includes("permessage-deflate");
    const { at } = c;
    const own = c.tape.top;
    if (c.place(compresses ? compressing : head) < 0) return;
    const [first, second] = [c.u8(at), c.u8(at + 1)];
    const length = second & ~MASKED;
    if (length === EXTENDED_16 && !c.take(websocket.payload_length_ext_16, 2)) return;
    if (length === EXTENDED_64 && !c.take(websocket.payload_length_ext_64, 8)) return;
    const keyAt = second & MASKED ? c.place(key) : 0;
    if (keyAt < 0 || c.left <= 0) return;
    const end = c.at + c.captured;
    if (second & MASKED) unmasked(c, keyAt, (inner) => readPayload(inner, first, direction, compresses));
    else readPayload(c, first, direction, compresses);
    c.tape.setEnd(own, end);
    states.holds(connection.kept);
  },
  appends: true,
  summary,
});

export default protocolWebsocket;
