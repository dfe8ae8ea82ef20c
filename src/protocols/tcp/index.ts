import type { Cursor } from "../../core/cursor.ts";
import { protocol } from "../../core/protocol.ts";
import { NO_SCALE, RST, SYN } from "../../streams/segment.ts";
import { INCOMPLETE, pseudoSum, verdict, verify } from "../shared/checksum.ts";
import { details, marks, preface, putMarks } from "./analysis.ts";
import { found, header, payload, reassembly } from "./header.ts";
import { hasOnlyTimestamps, noteBlocks, optionFields, readOptions, relateBlocks, windowScale } from "./options.ts";
import { dissectPayload, finishPayload } from "./payload.ts";
import { preferred } from "./preferences.ts";
import { putSigns, signs } from "./signs.ts";
import { State } from "./state.ts";
import { summary } from "./summary.ts";

const PROTOCOL = 6;
const verified = verdict("tcp", 16, "checksum_bad.expert");
/** Bytes of the two ports, and of the header up to the window: with them the conversation can be told. */
const PORTS = 4;
const TELLING = 16;

/** The shift a window scale option among the rows from `row` on offers, -1 where there is none. */
function offeredScale(c: Cursor, row: number): number {
  for (let i = row; i < c.tape.count; i++) {
    if (c.tape.nodes[i] === windowScale.$node) return c.u8(c.tape.start(i) + 2);
  }
  return NO_SCALE;
}

/**
 * Reads the header and its options. Returns where the header says that the payload begins, which may lie in the header,
 * past the packet or past what was captured; -1 where too little is there to tell the conversation of the segment.
 */
function readHeader(c: Cursor): number {
  const { at } = c;
  if (c.place(header) < 0) return readCut(c);
  const payloadAt = at + c.get(at, header.hdr_len);
  if (payloadAt < c.at) c.malformed(header.$node.size);
  if (payloadAt <= c.at) return payloadAt;
  const { end } = c;
  const isRead = readOptions(c, payloadAt);
  if (payloadAt > end) {
    if (isRead) c.malformed(payloadAt - at);
  } else if (!isRead) c.at = Math.min(payloadAt, c.have);
  return payloadAt;
}

/** Takes the header of which the capture holds a part. */
function readCut(c: Cursor): number {
  if (c.captured < PORTS) c.silence();
  if (c.captured < TELLING) return -1;
  const payloadAt = c.at + c.get(c.at, header.hdr_len);
  c.at += c.captured;
  return payloadAt;
}

/** Writes down what the conversation tells about the segment. */
function putFound(c: Cursor, streams: State): void {
  const base = c.found(found);
  const { numbers } = c.frame;
  const { windowShift: shift, segment } = streams;
  const { window } = segment;
  numbers[base + found.stream.slot] = streams.stream;
  numbers[base + found.len.slot] = segment.length;
  numbers[base + found.seq.slot] = streams.relativeSeq;
  numbers[base + found.nxtseq.slot] = (streams.relativeSeq + segment.span) >>> 0;
  numbers[base + found.ack.slot] = streams.relativeAck;
  numbers[base + found.window_size.slot] = shift > 0 ? window << shift : window;
  if ((segment.flags & SYN) === 0) numbers[base + found.window_size_scalefactor.slot] = shift < 0 ? shift : 1 << shift;
  numbers[base + found.completeness.slot] = streams.completeness;
  putTimes(c, streams, base);
  if (!c.broken) putAnalysis(numbers, base, streams);
}

/** Writes down what there is to tell of a segment that is shorter than its header: whose it is. */
function putUnread(c: Cursor, streams: State): void {
  const { segment } = streams;
  streams.meet(c.frame);
  const base = c.found(found);
  const { numbers } = c.frame;
  numbers[base + found.stream.slot] = streams.stream;
  numbers[base + found.seq.slot] = segment.seq >>> 0;
  numbers[base + found.ack.slot] = segment.ack >>> 0;
  numbers[base + found.window_size.slot] = segment.window;
  putTimes(c, streams, base);
}

function putTimes({ frame }: Cursor, streams: State, base: number): void {
  if (!frame.hasTime || !streams.tellsTime) return;
  frame.numbers[base + found.time_relative.slot] = streams.sinceFirst;
  frame.numbers[base + found.time_delta.slot] = streams.sinceLast;
}

/** Writes down what the segments before say about the segment, where that is anything. */
function putAnalysis(numbers: Float64Array, base: number, state: State): void {
  const { analysis, initialRoundTrip } = state;
  const { ackedFrame, inFlight } = analysis;
  if (!analysis.isKnown) return;
  numbers[base + found.analysis.slot] = 1;
  if (ackedFrame > 0) {
    numbers[base + found["analysis.acks_frame"].slot] = ackedFrame;
    if (analysis.roundTrip !== 0) numbers[base + found["analysis.ack_rtt"].slot] = analysis.roundTrip;
  }
  if (initialRoundTrip !== 0) numbers[base + found["analysis.initial_rtt"].slot] = initialRoundTrip;
  if (inFlight === 0 || !state.measures) return;
  numbers[base + found["analysis.bytes_in_flight"].slot] = inFlight;
  if (analysis.sincePush > 0) numbers[base + found["analysis.push_bytes_sent"].slot] = analysis.sincePush;
}

/** Tells the streams what stands in the segment whose header is at `at`, its payload, and its rows from `row` on. */
function read(c: Cursor, { segment }: State, at: number, row: number, payloadAt: number): void {
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

/** Verifies the checksum of the segment whose header is at `at`, in row `row`; true unless it is wrong. */
function isVerified(c: Cursor, row: number, at: number): boolean {
  const isWhole = !c.partial && c.end <= c.have;
  return verify(c, verified, row, at, c.end, isWhole ? pseudoSum(c, c.end - at, PROTOCOL) : INCOMPLETE);
}

const tcp = protocol({
  name: "tcp",
  title: "Transmission Control Protocol",
  spec: "RFC 9293",
  column: "TCP",
  headline: { "Src Port": header.srcport, "Dst Port": header.dstport, Seq: found.seq, Ack: found.ack, Len: found.len },
  fields: [header, found, signs, marks, details, payload, reassembly, verified, ...optionFields],
  preferences: preferred,
  on: { "ip.proto": 6 },
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const row = c.tape.count;
    const { at } = c;
    const payloadAt = readHeader(c);
    if (payloadAt < 0 || c.isQuoted) return;
    const streams = c.state(tcp);
    const isRight = !streams.verifies || isVerified(c, row, at);
    read(c, streams, at, row, payloadAt);
    if (payloadAt > c.end) {
      putUnread(c, streams);
      return;
    }
    streams.follow(c.frame);
    const { segment } = streams;
    if (segment.blocks > 0) relateBlocks(c, row, segment, segment.ack - streams.relativeAck);
    putSigns(c, streams, at, row);
    putFound(c, streams);
    if (payloadAt < at + header.$node.size) return;
    if (streams.analysis.marks !== 0 && !c.broken) putMarks(c, streams);
    // What comes with a reset says why, and belongs to nobody's stream (RFC 9293 section 3.5.3).
    if (c.captured > 0 && segment.flags & RST) c.add(payload.reset_cause, c.at, c.at + c.captured);
    else if (c.captured > 0) {
      c.add(payload.payload, c.at, c.at + c.captured);
      dissectPayload(c, streams, isRight && streams.joins && !c.partial);
    } else if (streams.closes && segment.length === 0) finishPayload(c, streams);
  },
  summary,
  preface,
});

export default tcp;
