import type { Cursor } from "../../core/cursor.ts";
import { NO_SCALE, SYN } from "../../streams/segment.ts";
import { bogus, bogusStart, header, portsAlone, quoted, quotedStart } from "./header.ts";
import { hasOnlyTimestamps, noteBlocks, readOptions, windowScale } from "./options.ts";
import type { State } from "./state.ts";

/** Bytes of the two ports, and of the header up to the window: with them the conversation can be told. */
const PORTS = 4;
const TELLING = 16;
/** Offset of the byte that holds the length of the header. */
const HEADER_LENGTH = 12;

/**
 * Reads the header and its options. Returns where the header says that the payload begins, which may lie in the header,
 * past the packet or past what was captured; -1 where too little is there to tell the conversation of the segment.
 */
export function readHeader(c: Cursor): number {
  const { at } = c;
  if (c.captured < header.$node.size) return readCut(c);
  const payloadAt = at + c.get(at, header.hdr_len);
  if (payloadAt < at + header.$node.size) return readBogus(c, payloadAt);
  c.place(isQuotedByIcmp(c) ? quoted : header);
  if (payloadAt === c.at) return payloadAt;
  const { end } = c;
  const isRead = readOptions(c, payloadAt);
  if (payloadAt > end) {
    if (isRead) c.malformed(payloadAt - at);
  } else if (!isRead) c.at = Math.min(payloadAt, c.have);
  return payloadAt;
}

/** True in a packet that ICMP, not ICMPv6, quotes: as much of its header as is there is shown as it stands. */
export function isQuotedByIcmp(c: Cursor): boolean {
  return c.isQuoted && c.frame.addressSize === 4;
}

/** Takes the header of which the capture holds a part. */
function readCut(c: Cursor): number {
  const { at, captured } = c;
  const isQuoted = isQuotedByIcmp(c);
  if (captured < TELLING) {
    if (captured < PORTS) c.silence();
    else c.place(isQuoted && captured >= quotedStart.$node.size ? quotedStart : portsAlone);
    c.fault(at + header.$node.size - c.at);
    return -1;
  }
  c.place(isQuoted ? quoted : header);
  c.at = at + captured;
  return at + c.get(at, header.hdr_len);
}

/** Takes a header that says that it ends in the middle of itself: nobody knows what the rest is. */
function readBogus(c: Cursor, payloadAt: number): number {
  const { at } = c;
  c.place(isQuotedByIcmp(c) ? quotedStart : bogusStart);
  c.add(bogus.hdr_len, at + HEADER_LENGTH, at + HEADER_LENGTH + 1);
  return payloadAt;
}

/** The shift a window scale option among the rows from `row` on offers, -1 where there is none. */
function offeredScale(c: Cursor, row: number): number {
  for (let i = row; i < c.tape.count; i++) {
    if (c.tape.nodes[i] === windowScale.$node) return c.u8(c.tape.start(i) + 2);
  }
  return NO_SCALE;
}

/** Tells the streams what stands in the segment whose header is at `at`, its payload, and its rows from `row` on. */
export function readSegment(c: Cursor, { segment }: State, at: number, row: number, payloadAt: number): void {
  segment.sourcePort = c.get(at, header.srcport);
  segment.destinationPort = c.get(at, header.dstport);
  segment.seq = c.get(at, header.seq_raw) | 0;
  segment.ack = c.get(at, header.ack_raw) | 0;
  segment.flags = c.get(at, header.flags);
  segment.window = c.get(at, header.window_size_value);
  segment.length = c.end - payloadAt;
  segment.scale = segment.flags & SYN ? offeredScale(c, row) : NO_SCALE;
  segment.blocks = 0;
  if (c.at - at > header.$node.size && !hasOnlyTimestamps(c, at)) noteBlocks(c, row, segment);
}
