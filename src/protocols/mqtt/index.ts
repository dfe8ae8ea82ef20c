import { type Cursor, MORE } from "../../core/cursor.ts";
import { bigAt } from "../../core/field.ts";
import type { Layout } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { messageTypes } from "../../names/mqtt.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { beginInfo } from "../shared/following.ts";
import { oneLine } from "../shared/text.ts";
import {
  acknowledgeFlags,
  aliased,
  connectFlags,
  content,
  head,
  mqtt,
  olderHead,
  publishHead,
  reserved,
  subscription,
  varied,
} from "./fields.ts";
import { readers } from "./messages.ts";
import { takeVaried, variedEnd } from "./properties.ts";
import { type Session, sessions } from "./session.ts";

const CONNECT = 1;
const PUBLISH = 3;
/** Types whose flags mean something in version 3.1. */
const FLAGGED = [6, 8, 10];
const V31 = 3;
const UNSUBSCRIBE = 10;

function sizeOf(c: Cursor): number {
  const end = variedEnd(c, c.at + 1);
  return end < 0 ? MORE : end - c.at + varied(c.bytes, c.at + 1, end);
}

function headOf(type: number, version: number): Layout {
  if (type === PUBLISH) return publishHead;
  return version === V31 && FLAGGED.includes(type) ? olderHead : head;
}

const protocolMqtt: Protocol<StreamStates<Session>> = protocol({
  name: "mqtt",
  title: "MQ Telemetry Transport Protocol",
  spec: "MQTT 5.0",
  column: "MQTT",
  fields: [head, publishHead, olderHead, connectFlags, acknowledgeFlags, reserved, subscription, mqtt, aliased],
  on: { "tcp.port": 1883, "tls.port": 8883 },
  stream: { header: 2, length: sizeOf, waiting: () => "" },
  state: sessions,
  dissect(c) {
    const states = c.state(protocolMqtt);
    const session = states.of(c.conversation >> 1, c.frame.number);
    if (variedEnd(c, c.at + 1) < 0) return void c.has(2);
    const flags = c.u8(c.at);
    const type = flags >> 4;
    if (session.version === 0 && type !== CONNECT) c.add(mqtt.unknown_version, c.at, c.at);
    c.place(headOf(type, session.version));
    if (takeVaried(c, mqtt.len) < 0) return;
    readers[type]?.(c, session, flags);
    if (!c.broken) c.takeRest(content);
    states.holds(session.size);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const first = row + (tape.nodes[row + 1] === mqtt.unknown_version ? 2 : 1);
    const b = frame.bytesOf(first);
    const type = b[tape.start(first)]! >> 4;
    beginInfo(frame, row, info, ", ");
    info.text(messageTypes[type]!);
    const id = frame.find(row, mqtt.msgid);
    if (id >= 0) info.text(` (id=${bigAt(b, tape.start(id), 2)})`);
    if (type === UNSUBSCRIBE) return;
    const topics: string[] = [];
    for (let i = first; i < tape.layerEnd(row); i++) {
      const node = tape.nodes[i];
      if (node === mqtt.topic) topics.push(oneLine(b, tape.start(i), tape.end(i)));
      else if (node === aliased.topic) topics.push(frame.texts[tape.value(i)]!);
    }
    if (type === PUBLISH && topics.length === 0) topics.push("");
    for (const topic of topics) info.text(` [${topic}]`);
  },
});

export default protocolMqtt;
