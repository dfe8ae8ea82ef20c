import {
  anyBit,
  bit,
  bits,
  bytes,
  computed,
  duration,
  frameNumber,
  freeBits,
  none,
  number,
  type Reading,
  signed,
  truth,
  u16,
  u32,
} from "../../core/field.ts";
import { fields, layout, numbers } from "../../core/layout.ts";
import { unverified } from "../shared/checksum.ts";
import { asciiText } from "../shared/text.ts";

const LETTERS = "RRRACEUAPRSF";

/** The twelve flags as letters, a dot for each that is not set. */
function flagLetters(r: Reading): string {
  const flags = (r.bytes[r.start + 12]! << 8) | r.bytes[r.start + 13]!;
  return [...LETTERS].map((letter, i) => (flags & (0x800 >> i) ? letter : "·")).join("");
}

const ports = {
  srcport: u16(0, "Source Port", { also: "tcp.port", service: "tcp" }),
  dstport: u16(2, "Destination Port", { also: "tcp.port", service: "tcp" }),
};
const raw = { ...ports, seq_raw: u32(4, "Sequence Number (raw)") };
const quotedSeq = { ...ports, seq: u32(4, "Sequence Number") };
const rest = {
  ack_raw: u32(8, "Acknowledgment Number (raw)"),
  hdr_len: bits(96, 4, "Header Length", { scale: 4, unit: "bytes" }),
  flags: bits(100, 12, "Flags", { show: "hex" }),
  "flags.res": anyBit(100, 3, "Reserved"),
  "flags.ae": bit(103, "Accurate ECN"),
  "flags.cwr": bit(104, "Congestion Window Reduced"),
  "flags.ece": bit(105, "ECN-Echo"),
  "flags.urg": bit(106, "Urgent"),
  "flags.ack": bit(107, "Acknowledgment"),
  "flags.push": bit(108, "Push"),
  "flags.reset": bit(109, "Reset"),
  "flags.syn": bit(110, "Syn"),
  "flags.fin": bit(111, "Fin"),
  "flags.str": computed("string", "TCP Flags", flagLetters),
  window_size_value: u16(14, "Window"),
  checksum: u16(16, "Checksum", { show: "hex" }),
  "checksum.status": unverified(16),
  urgent_pointer: u16(18, "Urgent Pointer"),
};

/**  0                 16                31
 *  +-----------------+-----------------+
 *  |   Source Port   | Destination Port|
 *  |          Sequence Number          |
 *  |       Acknowledgment Number       |
 *  |DOffset|Rsv|Flags|      Window     |
 *  |     Checksum    | Urgent Pointer  |   RFC 9293 section 3.1
 *  +-----------------+-----------------+ */
export const header = layout("tcp", 20, { ...raw, ...rest });

/** The header of a segment quoted by ICMP, whose number is shown as it stands. */
export const quoted = layout("tcp", 20, { ...quotedSeq, ...rest });

/** What is shown of a header too short to tell the conversation: the ports, and in a segment ICMP quotes its number. */
export const portsAlone = layout("tcp", 4, ports);
export const quotedStart = layout("tcp", 8, quotedSeq);

/** What is shown of a header that says that it ends in the middle of itself. */
export const bogusStart = layout("tcp", 8, raw);
export const bogus = fields("tcp", {
  hdr_len: freeBits(1, 0, 4, "Header Length", { scale: 4, unit: "bytes" }),
  /** Its value is where the numbers {@link bogusNumbers} are. */
  bogus_header_length: none("Bogus TCP header length"),
});
/** Places of the acknowledgement number and the window of such a header, which Info tells. */
export const bogusNumbers = { ack: 0, window: 1, count: 2 };

/** Every way to show a header, or what there is of it. */
export const headers = [header, quoted, portsAlone, quotedStart, bogusStart, bogus];

/** What the conversation tells about a segment. */
export const found = numbers("tcp", {
  stream: number("Stream index"),
  len: number("TCP Segment Len"),
  seq: number("Sequence Number"),
  nxtseq: number("Next Sequence Number"),
  ack: number("Acknowledgment Number"),
  window_size: number("Calculated window size"),
  window_size_scalefactor: signed("Window size scaling factor"),
  completeness: number("Conversation completeness"),
  time_relative: duration("Time since first frame in this TCP stream"),
  time_delta: duration("Time since previous frame in this TCP stream"),
  analysis: none("SEQ/ACK analysis", { generated: true }),
  "analysis.acks_frame": frameNumber("This is an ACK to the segment in frame"),
  "analysis.ack_rtt": duration("The RTT to ACK the segment was"),
  "analysis.initial_rtt": duration("iRTT"),
  "analysis.bytes_in_flight": number("Bytes in flight"),
  "analysis.push_bytes_sent": number("Bytes sent since last PSH flag"),
});

export const payload = fields("tcp", {
  payload: bytes("TCP payload"),
  reset_cause: asciiText("Reset cause"),
});

/** How a message is put together from segments. */
export const reassembly = fields("tcp", {
  segment_data: bytes("TCP segment data", { many: true }),
  segments: none("Reassembled TCP Segments", { many: true }),
  segment: frameNumber("TCP Segment", { many: true }),
  "segment.overlap": truth("Segment overlap", { many: true }),
  "segment.overlap.conflict": truth("Conflicting data in segment overlap", { many: true }),
  "segment.error": frameNumber("Reassembling error", { many: true }),
  "segment.count": number("Segment count", { many: true }),
  "pdu.size": number("PDU Size", { many: true }),
  "reassembled.length": number("Reassembled TCP length", { many: true }),
  "reassembled.data": bytes("Reassembled TCP Data", { many: true }),
});
