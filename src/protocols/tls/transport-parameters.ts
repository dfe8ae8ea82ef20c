import type { Cursor } from "../../core/cursor.ts";
import {
  bigAt,
  bytes,
  computed,
  type Field,
  ipv4,
  ipv6,
  none,
  type Reading,
  text,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import { quicParameter, quicVersion, timeStampModes } from "../../names/quic.ts";
import { all, list, optional, type Part, place, rest, take, within } from "../shared/parts.ts";
import { takeVarint, variable, varint, varintOf } from "../shared/varint.ts";
import { block, free, opaque, passOver, vector } from "./parts.ts";

const version = { show: "hex", names: quicVersion } as const;

/** Value of the row of a type that has two bytes. */
const OLD = 1;
const typeOf = (r: Reading) => (r.value === OLD ? bigAt(r.bytes, r.start, 2) : varintOf(r));

/** Fields of the parameters of QUIC (RFC 9000 section 18). */
const parameter = free({
  "quic.len": u16("Parameters Length", { unit: "bytes" }),
  "quic.parameter.type": computed("uint", "Type", typeOf, { names: quicParameter, width: 64 }),
  "quic.parameter.length": varint("Length"),
  "quic.parameter.lengt.old": u16("Length"),
  "quic.parameter.value": bytes("Value"),
  "quic.parameter.original_destination_connection_id": bytes("original_destination_connection_id"),
  "quic.parameter.max_idle_timeout": varint("max_idle_timeout"),
  "quic.parameter.stateless_reset_token": bytes("stateless_reset_token"),
  "quic.parameter.max_udp_payload_size": varint("max_udp_payload_size"),
  "quic.parameter.initial_max_data": varint("initial_max_data"),
  "quic.parameter.initial_max_stream_data_bidi_local": varint("initial_max_stream_data_bidi_local"),
  "quic.parameter.initial_max_stream_data_bidi_remote": varint("initial_max_stream_data_bidi_remote"),
  "quic.parameter.initial_max_stream_data_uni": varint("initial_max_stream_data_uni"),
  "quic.parameter.initial_max_streams_bidi": varint("initial_max_streams_bidi"),
  "quic.parameter.initial_max_streams_uni": varint("initial_max_streams_uni"),
  "quic.parameter.ack_delay_exponent": varint("ack_delay_exponent"),
  "quic.parameter.max_ack_delay": varint("max_ack_delay"),
  "quic.parameter.preferred_address.connectionid.length": u8("Length"),
  "quic.parameter.preferred_address.connectionid": bytes("connectionId"),
  "quic.parameter.preferred_address.statelessresettoken": bytes("statelessResetToken"),
  "quic.parameter.active_connection_id_limit": varint("Active Connection ID Limit"),
  "quic.parameter.initial_source_connection_id": bytes("Initial Source Connection ID"),
  "quic.parameter.retry_source_connection_id": bytes("Retry Source Connection ID"),
  "quic.parameter.max_datagram_frame_size": varint("max_datagram_frame_size"),
  "quic.parameter.cibir_encoding.length": varint("length"),
  "quic.parameter.cibir_encoding.offset": varint("offset"),
  "quic.parameter.loss_bits": varint("loss_bits"),
  "quic.parameter.enable_time_stamp_v2": varint("Enable TimestampV2", { names: timeStampModes }),
  "quic.parameter.min_ack_delay": varint("min_ack_delay"),
  "quic.parameter.google.user_agent": text("Google UserAgent"),
  "quic.parameter.google.key_update_not_yet_supported": none("Google Key Update not yet supported"),
  "quic.parameter.google.quic_version": u32("Google QUIC version", version),
  "quic.parameter.google.initial_rtt": varint("Google Initial RTT"),
  "quic.parameter.google.support_handshake_done": none("Google Support Handshake Done"),
  "quic.parameter.google.quic_params": bytes("Google QUIC parameters"),
  "quic.parameter.google.connection_options": bytes("Google Connection options"),
  "quic.parameter.google.supported_versions_length": u8("Google Supported Versions Length"),
  "quic.parameter.google.supported_version": u32("Google Supported Version", version),
  "quic.parameter.facebook.partial_reliability": varint("Facebook Partial Reliability"),
  "quic.parameter.vi.chosen_version": u32("Chosen Version", version),
  "quic.parameter.vi.other_version": u32("Other Version", version),
});

/** One parameter; JSON makes a list of them. */
const entry = group("Parameter", { list: "tls.quic.parameters" });

/** RFC 9000 section 18.2 */
const addresses = block(24, {
  "quic.parameter.preferred_address.ipv4address": ipv4(0, "ipv4Address"),
  "quic.parameter.preferred_address.ipv4port": u16(4, "ipv4Port"),
  "quic.parameter.preferred_address.ipv6address": ipv6(6, "ipv6Address"),
  "quic.parameter.preferred_address.ipv6port": u16(22, "ipv6Port"),
});

/** Every set of fields a parameter can place. */
export const parameterFields = [parameter, entry, addresses];

const TOKEN_SIZE = 16;
const VERSION_SIZE = 4;

const preferredAddress = all(
  place(addresses),
  opaque(
    parameter["quic.parameter.preferred_address.connectionid.length"],
    parameter["quic.parameter.preferred_address.connectionid"],
  ),
  take(parameter["quic.parameter.preferred_address.statelessresettoken"], TOKEN_SIZE),
);

/** RFC 9368 section 3 */
const versions = all(
  take(parameter["quic.parameter.vi.chosen_version"], VERSION_SIZE),
  list(take(parameter["quic.parameter.vi.other_version"], VERSION_SIZE)),
);

const googleVersions = all(
  take(parameter["quic.parameter.google.quic_version"], VERSION_SIZE),
  optional(
    vector(
      parameter["quic.parameter.google.supported_versions_length"],
      list(take(parameter["quic.parameter.google.supported_version"], VERSION_SIZE)),
    ),
  ),
);

const minimalDelay = variable(parameter["quic.parameter.min_ack_delay"]);

/** What the value of a parameter consists of, by type; any other is bytes alone. */
const values: Readonly<Record<number, Part>> = {
  0: rest(parameter["quic.parameter.original_destination_connection_id"]),
  1: variable(parameter["quic.parameter.max_idle_timeout"]),
  2: take(parameter["quic.parameter.stateless_reset_token"], TOKEN_SIZE),
  3: variable(parameter["quic.parameter.max_udp_payload_size"]),
  4: variable(parameter["quic.parameter.initial_max_data"]),
  5: variable(parameter["quic.parameter.initial_max_stream_data_bidi_local"]),
  6: variable(parameter["quic.parameter.initial_max_stream_data_bidi_remote"]),
  7: variable(parameter["quic.parameter.initial_max_stream_data_uni"]),
  8: variable(parameter["quic.parameter.initial_max_streams_bidi"]),
  9: variable(parameter["quic.parameter.initial_max_streams_uni"]),
  10: variable(parameter["quic.parameter.ack_delay_exponent"]),
  11: variable(parameter["quic.parameter.max_ack_delay"]),
  13: preferredAddress,
  14: variable(parameter["quic.parameter.active_connection_id_limit"]),
  15: rest(parameter["quic.parameter.initial_source_connection_id"]),
  16: rest(parameter["quic.parameter.retry_source_connection_id"]),
  17: versions,
  32: variable(parameter["quic.parameter.max_datagram_frame_size"]),
  4096: all(
    variable(parameter["quic.parameter.cibir_encoding.length"]),
    variable(parameter["quic.parameter.cibir_encoding.offset"]),
  ),
  4183: variable(parameter["quic.parameter.loss_bits"]),
  12583: variable(parameter["quic.parameter.google.initial_rtt"]),
  12584: rest(parameter["quic.parameter.google.connection_options"]),
  12585: rest(parameter["quic.parameter.google.user_agent"]),
  12586: rest(parameter["quic.parameter.google.support_handshake_done"]),
  12587: rest(parameter["quic.parameter.google.key_update_not_yet_supported"]),
  18257: rest(parameter["quic.parameter.google.quic_params"]),
  18258: googleVersions,
  29016: variable(parameter["quic.parameter.enable_time_stamp_v2"]),
  56858: minimalDelay,
  65280: variable(parameter["quic.parameter.facebook.partial_reliability"]),
  4278443546: minimalDelay,
};

/** The value of a parameter, `size` bytes at the cursor. */
function readValue(c: Cursor, type: number, size: number, by: Field): void {
  if (!c.has(size)) return;
  c.add(parameter["quic.parameter.value"], c.at, c.at + size);
  within(c, c.at + size, by, values[type] ?? passOver);
}

/** One parameter: type, length, value. */
function readParameter(c: Cursor): boolean {
  const row = c.open(entry);
  const type = takeVarint(c, parameter["quic.parameter.type"]);
  const size = type < 0 ? -1 : takeVarint(c, parameter["quic.parameter.length"]);
  if (size >= 0) readValue(c, type, size, parameter["quic.parameter.length"]);
  c.close(row);
  return !c.broken;
}

/** The same as drafts before the 27th had it: type and length are two bytes each. */
function readOldParameter(c: Cursor): boolean {
  const row = c.open(entry);
  const { at } = c;
  if (c.has(4)) {
    c.add(parameter["quic.parameter.type"], at, at + 2, OLD);
    c.at += 2;
    c.take(parameter["quic.parameter.lengt.old"], 2);
    readValue(c, c.u16(at), c.u16(at + 2), parameter["quic.parameter.lengt.old"]);
  }
  c.close(row);
  return !c.broken;
}

/** What either side tells of its end of a QUIC connection (RFC 9001 section 8.2). */
export const transportParameters: Part = list(readParameter);

/** The same in drafts, the earlier of which have a length in front. */
export const draftParameters: Part = (c) =>
  c.captured >= 2 && c.u16(c.at) === c.left - 2
    ? vector(parameter["quic.len"], list(readOldParameter))(c)
    : transportParameters(c);
