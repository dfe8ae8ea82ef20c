import type { Cursor } from "../../core/cursor.ts";
import { none } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import type { Node } from "../../core/node.ts";
import { ACK, FIN, RST, SYN, URG } from "../../streams/segment.ts";
import type { TcpStreams } from "../../streams/tcp.ts";
import { header } from "./header.ts";
import { lacksSize, list } from "./options.ts";

/** What a segment does to its connection, and what its header says that makes no sense. */
export const signs = fields("tcp", {
  "connection.syn": none("Connection establish request (SYN)"),
  "connection.synack": none("Connection establish acknowledge (SYN+ACK)"),
  "connection.fin": none("Connection finish (FIN)"),
  "connection.fin_active": none("This frame initiates the connection closing"),
  "connection.fin_passive": none("This frame undergoes the connection closing"),
  "connection.rst": none("Connection reset (RST)"),
  "ack.nonzero": none("The acknowledgment number field is nonzero while the ACK flag is not set"),
  "urgent_pointer.non_zero": none("The urgent pointer field is nonzero while the URG flag is not set"),
  "analysis.tfo_syn": none("TCP SYN with TFO Cookie"),
  "analysis.tfo_ack": none("TCP SYN-ACK accepting TFO data"),
  short_segment: none("The segment ends before its header does"),
  "options.mss.absent": none("The SYN packet does not contain a MSS option"),
});

/** Offsets in the header of the flags and of what only counts when one of them is set. */
const FLAGS = 13;
const ACK_NUMBER = 8;
const URGENT_POINTER = 18;

/** Writes down the signs of the segment whose header is at `at` and whose rows begin at `row`. */
export function putSigns(c: Cursor, streams: TcpStreams, at: number, row: number): void {
  const { flags, ack } = streams.segment;
  if (flags & (SYN | FIN | RST)) putConnection(c, streams, at + FLAGS, row);
  if ((flags & ACK) === 0 && ack !== 0) c.add(signs["ack.nonzero"], at + ACK_NUMBER, at + ACK_NUMBER + 4);
  if ((flags & URG) === 0 && c.at >= at + header.$node.size && c.get(at, header.urgent_pointer) !== 0) {
    c.add(signs["urgent_pointer.non_zero"], at + URGENT_POINTER, at + URGENT_POINTER + 2);
  }
}

function putConnection(c: Cursor, streams: TcpStreams, at: number, row: number): void {
  const { flags } = streams.segment;
  if (flags & SYN) c.add(signs[flags & ACK ? "connection.synack" : "connection.syn"], at, at + 1);
  if (flags & FIN) {
    c.add(signs["connection.fin"], at, at + 1);
    c.add(signs[streams.closesFirst ? "connection.fin_active" : "connection.fin_passive"], at, at + 1);
  }
  if (flags & RST) c.add(signs["connection.rst"], at, at + 1);
  if (flags & SYN) putSyn(c, streams, at, row);
}

/** What a SYN lacks, and whether it brings data along or acknowledges such (RFC 7413). */
function putSyn(c: Cursor, streams: TcpStreams, at: number, row: number): void {
  const hasOptions = c.at > at - FLAGS + header.$node.size;
  if (hasOptions && !c.broken && lacksSize(c, row)) c.add(signs["options.mss.absent"], at, at + 1);
  if (streams.segment.flags & ACK) {
    if (streams.relative && streams.relativeAck > 1) c.add(signs["analysis.tfo_ack"], at, at + 1);
  } else if (has(c, row, list["options.tfo.cookie"])) c.add(signs["analysis.tfo_syn"], at, at + 1);
}

/** True where one of the rows from `row` on is of `node`. */
function has({ tape }: Cursor, row: number, node: Node): boolean {
  for (let i = row; i < tape.count; i++) if (tape.nodes[i] === node) return true;
  return false;
}
