import { alertDescriptions } from "./tls.ts";

/** Whether the header is long or short (RFC 9000 section 17). */
export const headerForms: Readonly<Record<number, string>> = { 0: "Short Header", 1: "Long Header" };

/** Types of packets with a long header (RFC 9000 section 17.2). */
export const packetTypes: Readonly<Record<number, string>> = { 0: "Initial", 1: "0-RTT", 2: "Handshake", 3: "Retry" };

/** The same in version 2 (RFC 9369 section 3.2). */
export const packetTypesOf2: Readonly<Record<number, string>> = {
  0: "Retry",
  1: "Initial",
  2: "0-RTT",
  3: "Handshake",
};

/** How many bytes a packet number has, by the bits that say so (RFC 9000 section 17.2). */
export const numberLengths: Readonly<Record<number, string>> = {
  0: "1 bytes",
  1: "2 bytes",
  2: "3 bytes",
  3: "4 bytes",
};

/** Versions by number (IANA, QUIC Versions, and those of experiments): the first, the last, the name. */
const versions: readonly (readonly [number, number, string])[] = [
  [0, 0, "Version Negotiation"],
  [1, 1, "1"],
  [0x45474700, 0x454747ff, "Quant"],
  [0x50435130, 0x50435131, "Picoquic internal"],
  [0x50524f58, 0x50524f58, "Proxied QUIC (PROX)"],
  [0x51303433, 0x51303433, "Google Q043"],
  [0x51303434, 0x51303434, "Google Q044"],
  [0x51303436, 0x51303436, "Google Q046"],
  [0x51303530, 0x51303530, "Google Q050"],
  [0x51474f00, 0x51474fff, "QGO (QUIC GO)"],
  [0x54303530, 0x54303530, "Google T050"],
  [0x54303531, 0x54303531, "Google T051"],
  [0x6b3343cf, 0x6b3343cf, "2"],
  [0x709a50c4, 0x709a50c4, "v2-draft-01"],
  [0x91c17000, 0x91c170ff, "Quicly"],
  [0xabcd0000, 0xabcd000f, "MsQuic"],
  [0xf0f0f0f0, 0xf0f0f0ff, "ETH Zürich (Measurability experiments)"],
  [0xf0f0f1f0, 0xf0f0f1ff, "Telecom Italia (Measurability experiments)"],
  [0xf123f0c0, 0xf123f0cf, "MozQuic"],
  [0xfaceb001, 0xfaceb001, "Facebook mvfst (draft-22)"],
  [0xfaceb002, 0xfaceb002, "Facebook mvfst (draft-27)"],
  [0xfaceb003, 0xfaceb00d, "Facebook mvfst"],
  [0xfaceb00e, 0xfaceb00e, "Facebook mvfst (Experimental)"],
  [0xfaceb00f, 0xfaceb00f, "Facebook mvfst"],
  [0xff020000, 0xff020000, "v2-draft-00"],
];

const FIRST_DRAFT = 0xff000004;
const LAST_DRAFT = 0xff000022;

/** The name of a version (RFC 9000 section 15). */
export function quicVersion(version: number): string | undefined {
  if (version >= FIRST_DRAFT && version <= LAST_DRAFT) return `draft-${String(version & 255).padStart(2, "0")}`;
  return versions.find(([first, last]) => version >= first && version <= last)?.[2];
}

/** Types of frames (IANA, QUIC Frame Types). */
export const frameTypes: Readonly<Record<number, string>> = {
  0: "PADDING",
  1: "PING",
  2: "ACK",
  3: "ACK",
  4: "RESET_STREAM",
  5: "STOP_SENDING",
  6: "CRYPTO",
  7: "NEW_TOKEN",
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [8 + i, "STREAM"])),
  16: "MAX_DATA",
  17: "MAX_STREAM_DATA",
  18: "MAX_STREAMS (BIDI)",
  19: "MAX_STREAMS (UNI)",
  20: "DATA_BLOCKED",
  21: "STREAM_DATA_BLOCKED",
  22: "STREAMS_BLOCKED (BIDI)",
  23: "STREAMS_BLOCKED (UNI)",
  24: "NEW_CONNECTION_ID",
  25: "RETIRE_CONNECTION_ID",
  26: "PATH_CHALLENGE",
  27: "PATH_RESPONSE",
  28: "CONNECTION_CLOSE (Transport)",
  29: "CONNECTION_CLOSE (Application)",
  30: "HANDSHAKE_DONE",
  48: "DATAGRAM",
  49: "DATAGRAM",
  64: "MP_NEW_CONNECTION_ID",
  65: "MP_RETIRE_CONNECTION_ID",
  66: "MP_ACK",
  67: "MP_ACK",
  68: "ADD_ADDRESS",
  69: "REMOVE_ADDRESS",
  70: "UNIFLOWS",
  172: "IMMEDIATE_ACK",
  175: "ACK_FREQUENCY",
  757: "TIME_STAMP",
};

const transportErrors = [
  "NO_ERROR",
  "INTERNAL_ERROR",
  "CONNECTION_REFUSED",
  "FLOW_CONTROL_ERROR",
  "STREAM_ID_ERROR",
  "STREAM_STATE_ERROR",
  "FINAL_SIZE_ERROR",
  "FRAME_ENCODING_ERROR",
  "TRANSPORT_PARAMETER_ERROR",
  "CONNECTION_ID_LIMIT_ERROR",
  "PROTOCOL_VIOLATION",
  "INVALID_TOKEN",
  "APPLICATION_ERROR",
  "CRYPTO_BUFFER_EXCEEDED",
  "KEY_UPDATE_ERROR",
  "AEAD_LIMIT_REACHED",
  "NO_VIABLE_PATH",
  "VERSION_NEGOTIATION_ERROR",
];

/** True for an error that is an alert of TLS (RFC 9001 section 4.8). */
export const isCryptoError = (code: number) => code >= 0x100 && code <= 0x1ff;

/** Errors that end a connection (IANA, QUIC Transport Error Codes). */
export const quicError = (code: number): string | undefined =>
  isCryptoError(code) ? "CRYPTO_ERROR" : transportErrors[code];

/** Alerts of TLS as errors name them. */
export const quicAlerts = alertDescriptions;

const parameters: Readonly<Record<number, string>> = {
  0: "original_destination_connection_id",
  1: "max_idle_timeout",
  2: "stateless_reset_token",
  3: "max_udp_payload_size",
  4: "initial_max_data",
  5: "initial_max_stream_data_bidi_local",
  6: "initial_max_stream_data_bidi_remote",
  7: "initial_max_stream_data_uni",
  8: "initial_max_streams_bidi",
  9: "initial_max_streams_uni",
  10: "ack_delay_exponent",
  11: "max_ack_delay",
  12: "disable_active_migration",
  13: "preferred_address",
  14: "active_connection_id_limit",
  15: "initial_source_connection_id",
  16: "retry_source_connection_id",
  17: "version_information",
  32: "max_datagram_frame_size",
  4096: "cibir_encoding",
  4183: "loss_bits",
  10930: "grease_quic_bit",
  12583: "google_initial_rtt",
  12584: "google_connection_options",
  12585: "google_user_agent",
  12586: "google_support_handshake_done",
  12587: "google_key_update_not_yet_supported",
  18257: "google_quic_params",
  18258: "google_quic_version",
  29015: "enable_time_stamp",
  29016: "enable_time_stamp_v2",
  56858: "min_ack_delay",
  65280: "facebook_partial_reliability",
  4278443546: "min_ack_delay",
};

/** What is wanted of time stamps (draft-huitema-quic-ts section 3). */
export const timeStampModes: Readonly<Record<number, string>> = {
  1: "I would like to receive TIME_STAMP frames",
  2: "I am able to generate TIME_STAMP frames",
  3: "I am able to generate TIME_STAMP frames and I would like to receive them",
};

const GREASE_STEP = 31;
const FIRST_GREASE = 27;

/** Transport parameters (IANA, QUIC Transport Parameters); those of no meaning are 31 apart (RFC 9000 section 18.1). */
export function quicParameter(type: number): string | undefined {
  return type > FIRST_GREASE && (type - FIRST_GREASE) % GREASE_STEP === 0 ? "GREASE" : parameters[type];
}
