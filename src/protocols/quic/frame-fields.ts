import { bytes, computed, frameNumber, freeBits, none, number, text, truth, u8 } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { frameTypes, quicAlerts, quicError } from "../../names/quic.ts";
import { repeated } from "../shared/parts.ts";
import { varint, varintAt } from "../shared/varint.ts";

/** Bits of the type of a STREAM frame (RFC 9000 section 19.8). */
const STREAM_FIN = 1;
export const STREAM_LENGTH = 2;
export const STREAM_OFFSET = 4;

const streamBit = (mask: number, label: string) =>
  computed("bool", label, (r) => (varintAt(r.bytes, r.start) & mask) !== 0);
const idBit = (shift: number, label: string, names: Readonly<Record<number, string>>) =>
  computed("uint", label, (r) => (r.bytes[r.end - 1]! >> shift) & 1, { names });

/** Fields of frames (RFC 9000 section 19, RFC 9221, draft-ietf-quic-ack-frequency, draft-huitema-quic-ts). */
export const frame = fields(
  "quic",
  repeated({
    frame: none("Frame"),
    frame_type: varint("Frame Type", { names: frameTypes }),
    padding_length: number("Padding Length"),
    "ack.largest_acknowledged": varint("Largest Acknowledged"),
    "ack.ack_delay": varint("ACK Delay"),
    "ack.ack_range_count": varint("ACK Range Count"),
    "ack.first_ack_range": varint("First ACK Range"),
    "ack.gap": varint("Gap"),
    "ack.ack_range": varint("ACK Range"),
    "ack.ect0_count": varint("ECT(0) Count"),
    "ack.ect1_count": varint("ECT(1) Count"),
    "ack.ecn_ce_count": varint("ECN-CE Count"),
    "rsts.stream_id": varint("Stream ID"),
    "rsts.application_error_code": varint("Application Error code"),
    "rsts.final_size": varint("Final Size"),
    "ss.stream_id": varint("Stream ID"),
    "ss.application_error_code": varint("Application Error code"),
    "crypto.offset": varint("Offset"),
    "crypto.length": varint("Length"),
    "crypto.crypto_data": none("Crypto Data"),
    "nt.length": varint("(Token) Length"),
    "nt.token": bytes("Token"),
    "stream.fin": streamBit(STREAM_FIN, "Fin"),
    "stream.len": streamBit(STREAM_LENGTH, "Len(gth)"),
    "stream.off": streamBit(STREAM_OFFSET, "Off(set)"),
    "stream.stream_id": varint("Stream ID"),
    "stream.initiator": idBit(0, "Stream initiator", { 0: "Client-initiated", 1: "Server-initiated" }),
    "stream.direction": idBit(1, "Stream direction", { 0: "Bidirectional", 1: "Unidirectional" }),
    "stream.offset": varint("Offset"),
    "stream.length": varint("Length"),
    stream_data: bytes("Stream Data"),
    "md.maximum_data": varint("Maximum Data"),
    "msd.stream_id": varint("Stream ID"),
    "msd.maximum_stream_data": varint("Maximum Stream Data"),
    "ms.max_streams": varint("Max Streams"),
    "sb.stream_data_limit": varint("Stream Data Limit"),
    "sdb.stream_id": varint("Stream ID"),
    "sib.stream_limit": varint("Stream Limit"),
    "nci.sequence": varint("Sequence"),
    "nci.retire_prior_to": varint("Retire Prior To"),
    "nci.connection_id.length": u8("Connection ID Length"),
    "nci.connection_id": bytes("Connection ID"),
    "nci.stateless_reset_token": bytes("Stateless Reset Token"),
    "rci.sequence": varint("Sequence"),
    "path_challenge.data": bytes("Data"),
    "path_response.data": bytes("Data"),
    "cc.error_code": varint("Error code", { names: quicError }),
    "cc.error_code.app": varint("Application Error code"),
    "cc.error_code.tls_alert": u8("TLS Alert Description", { names: quicAlerts }),
    "cc.frame_type": varint("Frame Type"),
    "cc.reason_phrase.length": varint("Reason phrase Length"),
    "cc.reason_phrase": text("Reason phrase"),
    "dg.length": varint("Datagram Length"),
    dg: bytes("Datagram"),
    "af.sequence_number": varint("Sequence Number"),
    "af.ack_eliciting_threshold": varint("Ack-Eliciting Threshold"),
    "af.request_max_ack_delay": varint("Request Max Ack Delay"),
    "af.last_byte": u8("Last Byte", { show: "hex" }),
    "af.reserved": freeBits(1, 0, 6, "Reserved"),
    "af.ignore_order": computed("bool", "Ignore Order", (r) => (r.bytes[r.start]! & 2) !== 0),
    "af.ignore_ce": computed("bool", "Ignore CE", (r) => (r.bytes[r.start]! & 1) !== 0),
    ts: varint("Time Stamp"),
    "ft.unknown": none("Unknown Frame Type"),
    retransmission: none("This QUIC frame has a reused stream offset (retransmission?)"),
    overlap: none("This QUIC frame overlaps a previous frame in the stream"),
    "crypto.fragments": none("Reassembled QUIC CRYPTO Data Fragments"),
    "crypto.fragment": frameNumber("QUIC CRYPTO Data Fragment"),
    "crypto.fragment.count": number("Fragment count"),
    "fragment.overlap": truth("Fragment overlap"),
  }),
);
