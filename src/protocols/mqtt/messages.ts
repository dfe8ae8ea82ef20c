import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import type { Layout } from "../../core/layout.ts";
import { essence, mediaType, mediaTypes } from "../shared/media.ts";
import { acknowledgeFlags, aliased, connectFlags, mqtt, reserved, subscription } from "./fields.ts";
import { readProperties, takeCounted } from "./properties.ts";
import type { Session } from "./session.ts";

const V31 = 3;
const V311 = 4;
const V5 = 5;
const USER = 0x80;
const PASSWORD = 0x40;
const WILL = 4;
const QUALITY = 6;

/** Reads the content of a message: behind the length. `flags` is its first octet. */
export type Read = (c: Cursor, session: Session, flags: number) => void;

/** True where the properties that version 5 has here are read, or there are none. */
const hasProperties = (c: Cursor, { version }: Session, field = mqtt.properties) =>
  version !== V5 || readProperties(c, field) >= 0;

const connect: Read = (c, session) => {
  if (!takeCounted(c, mqtt.proto_len, mqtt.protoname) || !c.take(mqtt.ver, 1)) return;
  if (!c.isQuoted) session.version = c.u8(c.at - 1);
  const at = c.place(connectFlags);
  if (at < 0 || !c.take(mqtt.kalive, 2)) return;
  const wishes = c.get(at, connectFlags.conflags);
  if (!hasProperties(c, session) || !takeCounted(c, mqtt.clientid_len, mqtt.clientid)) return;
  if (wishes & WILL) {
    if (!hasProperties(c, session, mqtt.will_properties)) return;
    if (!takeCounted(c, mqtt.willtopic_len, mqtt.willtopic)) return;
    if (!takeCounted(c, mqtt.willmsg_len, mqtt.willmsg)) return;
  }
  if (wishes & USER && !takeCounted(c, mqtt.username_len, mqtt.username)) return;
  if (wishes & PASSWORD) takeCounted(c, mqtt.passwd_len, mqtt.passwd);
};

const connected: Read = (c, session) => {
  const isOlder = session.version === V31 || session.version === V311;
  const flags: Layout = session.version === V31 ? reserved : acknowledgeFlags;
  if (c.place(flags) < 0) return;
  if (c.take(mqtt[isOlder ? "conack.val" : "connack.reason_code"], 1)) hasProperties(c, session);
};

/** Takes a topic; its length says so where it is none. */
function takeTopic(c: Cursor, mayBeNone = false): boolean {
  const { at } = c;
  if (!c.take(mqtt.topic_len, 2)) return false;
  const length = c.u16(at);
  if (length > 0) return c.take(mqtt.topic, length);
  if (!mayBeNone) c.add(mqtt.illegal_topic_length, at, at + 2);
  return true;
}

const publish: Read = (c, session, flags) => {
  const { at } = c;
  if (!takeTopic(c, session.version === V5)) return;
  const topicEnd = c.at;
  if (flags & QUALITY && !c.take(mqtt.msgid, 2)) return;
  const row = c.tape.count;
  if (session.version === V5) {
    const alias = readProperties(c, mqtt.properties);
    if (alias < 0) return;
    const size = topicEnd - at - 2;
    if (size === 0) putAliased(c, session, alias);
    else if (alias > 0 && !c.isQuoted) session.alias(c.conversation & 1, alias, c.bytes.slice(at + 2, topicEnd));
  }
  if (c.take(mqtt.msg, c.left)) readTyped(c, row, c.bytes);
};

/** Hands the message before the cursor to who reads its content type, told by the property from row `from` on. */
function readTyped(c: Cursor, from: number, b: Uint8Array): void {
  const { tape, at } = c;
  for (let row = from; row < tape.count; row++) {
    if (tape.nodes[row] !== mqtt["property.content_type"]) continue;
    const start = tape.start(row) + 2;
    const type = essence(b, start, tape.end(row));
    if (mediaTypes.in(c.registry).get(type) === undefined) return;
    c.close(c.open(mediaType, start), tape.end(row));
    const own = tape.top;
    c.at = tape.start(tape.count - 2);
    c.next(mediaTypes, type);
    c.at = at;
    tape.setEnd(own, at);
    return;
  }
}

const UTF8 = new TextDecoder();

/** Adds the topic that an alias stands for, where that was told. */
function putAliased(c: Cursor, session: Session, alias: number): void {
  const topic = session.topic(c.conversation & 1, alias);
  const row = c.open(aliased.topic);
  c.tape.setValue(row, c.frame.addText(topic === undefined ? "" : UTF8.decode(topic)));
  if (topic === undefined) c.add(mqtt.unknown_topic_alias, c.at, c.at);
  c.close(row);
}

/** Answers to publishing: which message, and in version 5 perhaps why and more. */
const answered =
  (reason: Field): Read =>
  (c, session) => {
    if (!c.take(mqtt.msgid, 2) || session.version !== V5 || c.left <= 0) return;
    if (c.take(reason, 1) && c.left > 0) readProperties(c, mqtt.properties);
  };

const subscribe: Read = (c, session) => {
  if (!c.take(mqtt.msgid, 2) || !hasProperties(c, session)) return;
  c.items(c.end, c.limitedBy, (inside) => {
    if (!takeTopic(inside)) return;
    if (session.version === V5) inside.place(subscription);
    else inside.take(mqtt["sub.qos"], 1);
  });
};

const unsubscribe: Read = (c, session) => {
  if (!c.take(mqtt.msgid, 2) || !hasProperties(c, session)) return;
  c.items(c.end, c.limitedBy, (inside) => void takeTopic(inside));
};

/** One octet for each topic. */
const granted =
  (field: (version: number) => Field | undefined): Read =>
  (c, session) => {
    if (!c.take(mqtt.msgid, 2) || !hasProperties(c, session)) return;
    const each = field(session.version);
    if (each !== undefined) c.items(c.end, c.limitedBy, (inside) => void inside.take(each, 1));
  };

/** A reason and properties, in version 5 alone. */
const reasoned =
  (reason: Field): Read =>
  (c, session) => {
    if (session.version !== V5 || c.left <= 0) return;
    if (c.take(reason, 1) && c.left > 0) readProperties(c, mqtt.properties);
  };

/** How to read the content of each type of message (MQTT 5.0 section 3). */
export const readers: Readonly<Record<number, Read>> = {
  1: connect,
  2: connected,
  3: publish,
  4: answered(mqtt["puback.reason_code"]),
  5: answered(mqtt["pubrec.reason_code"]),
  6: answered(mqtt["pubrel.reason_code"]),
  7: answered(mqtt["pubcomp.reason_code"]),
  8: subscribe,
  9: granted((version) => mqtt[version === V31 || version === V311 ? "suback.qos" : "suback.reason_code"]),
  10: unsubscribe,
  11: granted((version) => (version === V5 ? mqtt["unsuback.reason_code"] : undefined)),
  14: reasoned(mqtt["disconnect.reason_code"]),
  15: reasoned(mqtt["auth.reason_code"]),
};
