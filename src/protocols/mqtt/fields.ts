import {
  anyBit,
  bigAt,
  bit,
  bits,
  bytes,
  computed,
  type FieldOptions,
  none,
  type Reading,
  text,
  u8,
  u16,
} from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import {
  authReasons,
  connackReasons,
  disconnectReasons,
  messageTypes,
  propertyIds,
  pubackReasons,
  pubrelReasons,
  qualities,
  retainHandling,
  returnCodes,
  subackReasons,
  unsubackReasons,
  versions,
} from "../../names/mqtt.ts";

const many = { many: true };
const string = { many: true, empty: "" };
const quality: FieldOptions = { many: true, names: qualities };
/** Bits of each octet of a number whose size varies that are the number's; the other says that one more follows. */
const SEVEN_BITS = 0x80;

/** The number in the octets `start..end`, of which each holds seven bits, the lowest first (MQTT 5.0 section 1.5.5). */
export function varied(b: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let i = end - 1; i >= start; i--) number = number * SEVEN_BITS + (b[i]! & (SEVEN_BITS - 1));
  return number;
}

const length = (r: Reading) => varied(r.bytes, r.start, r.end);
/** Value of the row of a number whose size varies. */
export const VARIED = 1;
const number = (r: Reading) => (r.value === VARIED ? length(r) : bigAt(r.bytes, r.start, r.end - r.start));
const UTF8 = new TextDecoder();

/**  0        4        8
 *  +--------+--------+- - -
 *  |  Type  | Flags  | Length in one to four octets, content   MQTT 5.0 section 2.1
 *  +--------+--------+- - - */
export const head = layout("mqtt", 1, {
  hdrflags: u8(0, "Header Flags", { show: "hex", many: true }),
  "hdrflags.msgtype": bits(0, 4, "Message Type", { name: "mqtt.msgtype", many: true, names: messageTypes }),
  "hdrflags.hdr_reserved": bits(4, 4, "Reserved", { name: "mqtt.hdr_reserved", many: true }),
});
/** The flags of a message that is published. */
export const publishHead = layout("mqtt", 1, {
  hdrflags: u8(0, "Header Flags", { show: "hex", many: true }),
  "hdrflags.msgtype": bits(0, 4, "Message Type", { name: "mqtt.msgtype", many: true, names: messageTypes }),
  "hdrflags.dupflag": bit(4, "DUP Flag", { name: "mqtt.dupflag", many: true }),
  "hdrflags.qos": bits(5, 2, "QoS Level", { name: "mqtt.qos", names: qualities, many: true }),
  "hdrflags.retain": bit(7, "Retain", { name: "mqtt.retain", many: true }),
});
/** Those of subscribing and releasing in version 3.1. */
export const olderHead = layout("mqtt", 1, {
  hdrflags: u8(0, "Header Flags", { show: "hex", many: true }),
  "hdrflags.msgtype": bits(0, 4, "Message Type", { name: "mqtt.msgtype", many: true, names: messageTypes }),
  "hdrflags.dupflag": bit(4, "DUP Flag", { name: "mqtt.dupflag", many: true }),
  "hdrflags.qos": bits(5, 2, "QoS Level", { name: "mqtt.qos", names: qualities, many: true }),
  "hdrflags.retain_reserved": bits(7, 1, "Reserved", { name: "mqtt.retain_reserved", many: true }),
});

/** What a client wants of its connection (MQTT 5.0 section 3.1.2.3). */
export const connectFlags = layout("mqtt", 1, {
  conflags: u8(0, "Connect Flags", { show: "hex", many: true }),
  "conflags.uname": bit(0, "User Name Flag", { name: "mqtt.conflag.uname", many: true }),
  "conflags.passwd": bit(1, "Password Flag", { name: "mqtt.conflag.passwd", many: true }),
  "conflags.retain": bit(2, "Will Retain", { name: "mqtt.conflag.retain", many: true }),
  "conflags.qos": bits(3, 2, "QoS Level", { name: "mqtt.conflag.qos", names: qualities, many: true }),
  "conflags.willflag": bit(5, "Will Flag", { name: "mqtt.conflag.willflag", many: true }),
  "conflags.cleansess": bit(6, "Clean Session Flag", { name: "mqtt.conflag.cleansess", many: true }),
  "conflags.reserved": bit(7, "(Reserved)", { name: "mqtt.conflag.reserved", many: true }),
});
/** What a server says of the session (MQTT 5.0 section 3.2.2.1). */
export const acknowledgeFlags = layout("mqtt", 1, {
  "conack.flags": u8(0, "Acknowledge Flags", { show: "hex", many: true }),
  "conack.flags.reserved": anyBit(0, 7, "Reserved"),
  "conack.flags.sp": bit(7, "Session Present", many),
});
/** The same octet in version 3.1. */
export const reserved = layout("mqtt", 1, {
  "conack.flags.reserved": anyBit(0, 8, "Reserved"),
});
/** How messages of a topic are to be sent (MQTT 5.0 section 3.8.3.1). */
export const subscription = layout("mqtt", 1, {
  subscription_options: u8(0, "Subscription Options", { show: "hex", many: true }),
  "subscription_options.reserved": bits(0, 2, "Reserved", {
    name: "mqtt.subscription_options_reserved",
    show: "hex",
    width: 8,
    many: true,
  }),
  "subscription_options.retain": bits(2, 2, "Retain Handling", {
    name: "mqtt.subscription_options_retain",
    names: retainHandling,
    many: true,
  }),
  "subscription_options.rap": bit(4, "Retain As Published", { name: "mqtt.subscription_options_rap", many: true }),
  "subscription_options.nl": bit(5, "No Local", { name: "mqtt.subscription_options_nl", many: true }),
  "subscription_options.qos": bits(6, 2, "QoS", {
    name: "mqtt.subscription_options_qos",
    names: qualities,
    many: true,
  }),
});

export const mqtt = fields("mqtt", {
  unknown_version: none("Unknown version (missing the CONNECT packet?)", many),
  len: computed("uint", "Msg Len", length, many),
  proto_len: u16("Protocol Name Length", many),
  protoname: text("Protocol Name", string),
  ver: u8("Version", { many: true, names: versions }),
  kalive: u16("Keep Alive", many),
  clientid_len: u16("Client ID Length", many),
  clientid: text("Client ID", string),
  willtopic_len: u16("Will Topic Length", many),
  willtopic: text("Will Topic", string),
  willmsg_len: u16("Will Message Length", many),
  willmsg: bytes("Will Message", many),
  username_len: u16("User Name Length", many),
  username: text("User Name", string),
  passwd_len: u16("Password Length", many),
  passwd: text("Password", string),
  topic_len: u16("Topic Length", many),
  illegal_topic_length: none("Length cannot be 0", many),
  topic: text("Topic", string),
  unknown_topic_alias: none("Unknown topic alias", many),
  msgid: u16("Message Identifier", many),
  msg: bytes("Message", many),
  "conack.val": u8("Return Code", { many: true, names: returnCodes }),
  "sub.qos": u8("Requested QoS", quality),
  "suback.qos": u8("Granted QoS", { many: true, names: { ...qualities, 128: "Failure" } }),
  "connack.reason_code": u8("Reason Code", { many: true, names: connackReasons }),
  "puback.reason_code": u8("Reason Code", { many: true, names: pubackReasons }),
  "pubrec.reason_code": u8("Reason Code", { many: true, names: pubackReasons }),
  "pubrel.reason_code": u8("Reason Code", { many: true, names: pubrelReasons }),
  "pubcomp.reason_code": u8("Reason Code", { many: true, names: pubrelReasons }),
  "suback.reason_code": u8("Reason Code", { many: true, names: subackReasons }),
  "unsuback.reason_code": u8("Reason Code", { many: true, names: unsubackReasons }),
  "disconnect.reason_code": u8("Reason Code", { many: true, names: disconnectReasons }),
  "auth.reason_code": u8("Reason Code", { many: true, names: authReasons }),
  properties: none("Properties", many),
  will_properties: none("Will Properties", many),
  property_len: computed("uint", "Total Length", length, many),
  property_id: u8("ID", { show: "hex", many: true, names: propertyIds }),
  prop_number: computed("uint", "Value", number, many),
  "property.content_type": computed(
    "string",
    "Content Type",
    (r) => UTF8.decode(r.bytes.subarray(r.start + 2, r.end)),
    string,
  ),
  "property.max_qos": u8("QoS", quality),
  "property.topic_alias": u16("Topic Alias", many),
  prop_unknown: text("Unknown Property", many),
  prop_string_len: u16("Length", many),
  prop_string: text("Value", string),
  prop_key_len: u16("Key Length", many),
  prop_key: text("Key", string),
  prop_value_len: u16("Value Length", many),
  prop_value: text("Value", string),
});
/** The topic that an alias stands for. */
export const aliased = fields("mqtt", { topic: text("Topic", { ...string, generated: true }) });
export const content = group("Content");
