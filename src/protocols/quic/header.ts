import { bit, bits, bytes, computed, none, number, type Reading, u8, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { headerForms, numberLengths, packetTypes, packetTypesOf2, quicVersion } from "../../names/quic.ts";
import { varint } from "../shared/varint.ts";

/** Value of the row of a header whose first byte is hidden, in part. */
export const HIDDEN = -1;
/** Value of the row of a header whose first byte means nothing past the packet's type. */
export const TYPE_ONLY = -2;

const FIXED = 0x40;

/** The first byte as it was before it was protected: it comes with the row. */
const open = (r: Reading, pick: (first: number) => number) => (r.value < 0 ? undefined : pick(r.value));

const form = bits(0, 1, "Header Form", { names: headerForms });
const fixed = bit(1, "Fixed Bit");
const numberLength = bits(6, 2, "Packet Number Length", {
  names: numberLengths,
  compute: (r) => open(r, (first) => first & 3),
});
const version = u32(1, "Version", { show: "hex", names: quicVersion });
const idLength = u8(5, "Destination Connection ID Length");

const beforeType = {
  header_form: form,
  fixed_bit: bit(1, "Fixed Bit", {
    compute: (r) => (r.value === TYPE_ONLY ? undefined : (r.bytes[r.start]! & FIXED) !== 0),
  }),
};
const behindType = {
  "long.reserved": bits(4, 2, "Reserved", { compute: (r) => open(r, (first) => (first >> 2) & 3) }),
  packet_number_length: numberLength,
  version,
  dcil: idLength,
};

/**  0 1 2   4 6 8                                 40            48
 *  +-+-+---+---+---+------------------------------+-------------+
 *  |1|F|typ|res|len|           version            | id length   |   RFC 9000 section 17.2
 *  +-+-+---+---+---+------------------------------+-------------+ */
export const long = layout("quic", 6, {
  ...beforeType,
  "long.packet_type": bits(2, 2, "Packet Type", { names: packetTypes }),
  ...behindType,
});

/** The same, with the types of version 2 (RFC 9369 section 3.2). */
export const longOf2 = layout("quic", 6, {
  ...beforeType,
  "long.packet_type_v2": bits(2, 2, "Packet Type", { names: packetTypesOf2 }),
  ...behindType,
});

/** RFC 9000 section 17.2.1 */
export const negotiation = layout("quic", 6, {
  header_form: form,
  "vn.unused": bits(1, 7, "Unused", { show: "hex" }),
  version,
  dcil: idLength,
});

/**  0 1 2 3   5 6 8
 *  +-+-+-+---+-+---+
 *  |0|F|S|res|K|len|   RFC 9000 section 17.3.1
 *  +-+-+-+---+-+---+ */
export const short = layout("quic", 1, {
  header_form: form,
  fixed_bit: fixed,
  spin_bit: bit(2, "Spin Bit"),
  "short.reserved": bits(3, 2, "Reserved", { compute: (r) => open(r, (first) => (first >> 3) & 3) }),
  key_phase: bit(5, "Key Phase Bit", { compute: (r) => open(r, (first) => (first >> 2) & 1) }),
  packet_number_length: numberLength,
});

/** Fields of packets without a constant place. */
export const packet = fields("quic", {
  "connection.number": number("Connection Number"),
  "connection.unknown": none("Unknown QUIC connection. Missing Initial Packet or migrated connection?"),
  packet_length: number("Packet Length"),
  short: none("QUIC Short Header"),
  dcid: bytes("Destination Connection ID"),
  scil: u8("Source Connection ID Length"),
  scid: bytes("Source Connection ID"),
  token_length: varint("Token Length"),
  token: bytes("Token"),
  length: varint("Length"),
  packet_number: computed("uint", "Packet Number", (r) => r.frame.numbers[r.value]),
  payload: bytes("Payload"),
  protected_payload: bytes("Protected Payload"),
  remaining_payload: bytes("Remaining Payload"),
  decryption_failed: none("Failed to decrypt handshake"),
  coalesced_padding_data: none("Coalesced Padding Data"),
  supported_version: u32("Supported Version", { show: "hex", names: quicVersion, many: true }),
  odcil: u8("Original Destination Connection ID Length"),
  odcid: bytes("Original Destination Connection ID"),
  retry_token: bytes("Retry Token"),
  retry_integrity_tag: bytes("Retry Integrity Tag"),
  bad_retry: none("Retry Integrity Tag verification failure"),
});
