import { type Cursor, MORE } from "../core/cursor.ts";
import { bigAt, bit, bits, bytes, computed, type Reading, text, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { beginInfo } from "./shared/following.ts";
import { oneLine } from "./shared/text.ts";

/** Octets of the length at most, and the bit that says that one more follows. */
const LENGTH_OCTETS = 4;
const GOES_ON = 0x80;
const PUBLISH = 3;
/** Types whose messages begin with an identifier: answers to publishing, and subscribing. */
const FIRST_IDENTIFIED = 4;
const LAST_IDENTIFIED = 11;
const SUBSCRIBE = 8;
const QUALITY = 6;

const types: Readonly<Record<number, string>> = {
  0: "Reserved",
  1: "Connect Command",
  2: "Connect Ack",
  [PUBLISH]: "Publish Message",
  4: "Publish Ack",
  5: "Publish Received",
  6: "Publish Release",
  7: "Publish Complete",
  8: "Subscribe Request",
  9: "Subscribe Ack",
  10: "Unsubscribe Request",
  11: "Unsubscribe Ack",
  12: "Ping Request",
  13: "Ping Response",
  14: "Disconnect Req",
  15: "Authentication Exchange",
};
const qualities: Readonly<Record<number, string>> = {
  0: "At most once delivery (Fire and Forget)",
  1: "At least once delivery (Acknowledged deliver)",
  2: "Exactly once delivery (Assured Delivery)",
  3: "Reserved",
};

/**  0        4        8
 *  +--------+--------+- - -
 *  |  Type  | Flags  | Length in one to four octets, content   MQTT 3.1.1 section 2.2
 *  +--------+--------+- - - */
const head = layout("mqtt", 1, {
  hdrflags: u8(0, "Header Flags", { show: "hex", many: true }),
  "hdrflags.msgtype": bits(0, 4, "Message Type", { name: "mqtt.msgtype", many: true, names: types }),
  "hdrflags.hdr_reserved": bits(4, 4, "Reserved", { name: "mqtt.hdr_reserved", many: true }),
});
/** The flags of a message that is published. */
const publishHead = layout("mqtt", 1, {
  hdrflags: u8(0, "Header Flags", { show: "hex", many: true }),
  "hdrflags.msgtype": bits(0, 4, "Message Type", { name: "mqtt.msgtype", many: true, names: types }),
  "hdrflags.dupflag": bit(4, "DUP Flag", { name: "mqtt.dupflag", many: true }),
  "hdrflags.qos": bits(5, 2, "QoS Level", { name: "mqtt.qos", names: qualities, many: true }),
  "hdrflags.retain": bit(7, "Retain", { name: "mqtt.retain", many: true }),
});
const mqtt = fields("mqtt", {
  len: computed("uint", "Msg Len", (r: Reading) => lengthIn(r.bytes, r.start, r.end), { many: true }),
  topic_len: u16("Topic Length", { many: true }),
  topic: text("Topic", { many: true }),
  msgid: u16("Message Identifier", { many: true }),
  msg: bytes("Message", { many: true }),
});
const content = group("Content");

/** The number in the octets `start..end`, of which each holds seven bits, the lowest first. */
function lengthIn(b: Uint8Array, start: number, end: number): number {
  let length = 0;
  for (let i = end - 1; i >= start; i--) length = length * GOES_ON + (b[i]! & (GOES_ON - 1));
  return length;
}

/** One past the last octet of the length of the message at the cursor, or -1 where it is not whole. */
function lengthEnd(c: Cursor): number {
  const most = Math.min(c.captured, 1 + LENGTH_OCTETS);
  for (let i = 1; i < most; i++) if (c.u8(c.at + i) < GOES_ON || i === LENGTH_OCTETS) return c.at + i + 1;
  return -1;
}

function sizeOf(c: Cursor): number {
  const end = lengthEnd(c);
  return end < 0 ? MORE : end - c.at + lengthIn(c.bytes, c.at + 1, end);
}

/** Reads a message that is published: its topic, its identifier where it is to be answered, and itself. */
function readPublished(c: Cursor, flags: number): void {
  if (!c.take(mqtt.topic_len, 2)) return;
  if (!c.take(mqtt.topic, c.u16(c.at - 2))) return;
  if (flags & QUALITY) c.take(mqtt.msgid, 2);
  if (c.captured > 0) c.take(mqtt.msg, c.captured);
}

export default protocol({
  name: "mqtt",
  title: "MQ Telemetry Transport Protocol",
  spec: "MQTT 3.1.1",
  column: "MQTT",
  fields: [head, publishHead, mqtt],
  on: { "tcp.port": 1883 },
  stream: { header: 2, length: sizeOf, waiting: () => "" },
  dissect(c) {
    const length = lengthEnd(c);
    if (length < 0) return void c.has(2);
    const flags = c.u8(c.at);
    const type = flags >> 4;
    c.place(type === PUBLISH ? publishHead : head);
    c.take(mqtt.len, length - c.at);
    if (type === PUBLISH) readPublished(c, flags);
    else if (type >= FIRST_IDENTIFIED && type <= LAST_IDENTIFIED && c.captured >= 2) {
      c.take(mqtt.msgid, 2);
      if (type === SUBSCRIBE && c.captured > 2 && c.take(mqtt.topic_len, 2)) c.take(mqtt.topic, c.u16(c.at - 2));
    }
    c.takeRest(content);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const node = tape.nodes[row + 1];
    if (node !== head.$node && node !== publishHead.$node) return;
    beginInfo(frame, row, info, ", ");
    const b = frame.bytesOf(row + 1);
    info.text(types[b[tape.start(row + 1)]! >> 4]!);
    const id = frame.find(row, mqtt.msgid);
    if (id >= 0) info.text(` (id=${bigAt(b, tape.start(id), 2)})`);
    const topic = frame.find(row, mqtt.topic);
    if (topic >= 0) info.text(` [${oneLine(b, tape.start(topic), tape.end(topic))}]`);
  },
});
