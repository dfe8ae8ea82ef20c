import type { Cursor } from "../../core/cursor.ts";
import { RST, SYN } from "../../streams/segment.ts";
import { putMarks } from "./analysis.ts";
import { bogus, bogusNumbers, found, header, payload } from "./header.ts";
import { dissectQuoted } from "./payload.ts";
import { isQuotedByIcmp } from "./read.ts";
import { putSigns, signs } from "./signs.ts";
import type { State } from "./state.ts";

/** Writes down whose the segment is, and what was seen of its stream; returns where the numbers found of it begin. */
function putStream(c: Cursor, streams: State): number {
  const base = c.found(found);
  const { numbers } = c.frame;
  numbers[base + found.stream.slot] = streams.stream;
  numbers[base + found.completeness.slot] = streams.completeness;
  return base;
}

/** Writes down how the window is scaled, which no SYN is yet. */
function putScale(numbers: Float64Array, base: number, { segment, windowShift: shift }: State): void {
  if ((segment.flags & SYN) === 0) numbers[base + found.window_size_scalefactor.slot] = shift < 0 ? shift : 1 << shift;
}

/** Writes down what the conversation tells about the segment. */
export function putFound(c: Cursor, streams: State): void {
  const base = putStream(c, streams);
  const { numbers } = c.frame;
  const { windowShift: shift, segment } = streams;
  const { window } = segment;
  numbers[base + found.len.slot] = segment.length;
  numbers[base + found.seq.slot] = streams.relativeSeq;
  numbers[base + found.nxtseq.slot] = (streams.relativeSeq + segment.span) >>> 0;
  numbers[base + found.ack.slot] = streams.relativeAck;
  numbers[base + found.window_size.slot] = shift > 0 ? window << shift : window;
  putScale(numbers, base, streams);
  putTimes(c, streams, base);
  if (!c.broken) putAnalysis(numbers, base, streams);
}

/**
 * Takes a segment of which nobody knows how long it is: its header says more than is there, or another packet quotes
 * it. It stands by itself, but the stream is told of it.
 */
export function dissectUnmeasured(c: Cursor, streams: State, at: number, row: number, payloadAt: number): void {
  streams.glance(c.frame, c.announced);
  putSigns(c, streams, at, row);
  const base = putStream(c, streams);
  const { numbers } = c.frame;
  if (!isQuotedByIcmp(c)) numbers[base + found.seq.slot] = streams.relativeSeq;
  numbers[base + found.ack.slot] = streams.relativeAck;
  numbers[base + found.window_size.slot] = streams.segment.window;
  putScale(numbers, base, streams);
  if (!c.isQuoted) c.add(signs.short_segment, at, c.at);
  if (c.at < at + header.$node.size) return;
  putTimes(c, streams, base);
  if (payloadAt <= c.end && !c.broken) dissectQuotedRest(c, streams, base);
}

/** Takes what comes behind the header of a quoted segment. */
function dissectQuotedRest(c: Cursor, streams: State, base: number): void {
  const { analysis, initialRoundTrip, segment } = streams;
  if (analysis.isKnown) {
    c.frame.numbers[base + found.analysis.slot] = 1;
    if (initialRoundTrip !== 0) c.frame.numbers[base + found["analysis.initial_rtt"].slot] = initialRoundTrip;
  }
  if (analysis.marks !== 0) putMarks(c, streams);
  if (c.captured <= 0) return;
  const { reset_cause, payload: data } = payload;
  c.add(segment.flags & RST ? reset_cause : data, c.at, c.at + c.captured);
  if ((segment.flags & RST) === 0) dissectQuoted(c, streams);
}

/** Takes a segment that says that its header ends in the middle of itself. */
export function dissectBogus(c: Cursor, streams: State): void {
  const { segment } = streams;
  if (c.isQuoted) streams.glance(c.frame, c.announced);
  else streams.follow(c.frame, c.announced);
  const base = putStream(c, streams);
  const { frame } = c;
  if (!c.isQuoted) frame.numbers[base + found.len.slot] = segment.length;
  if (!isQuotedByIcmp(c)) frame.numbers[base + found.seq.slot] = streams.relativeSeq;
  const told = frame.takeNumbers(bogusNumbers.count);
  frame.numbers[told + bogusNumbers.ack] = streams.relativeAck;
  frame.numbers[told + bogusNumbers.window] = segment.window << Math.max(0, streams.windowShift);
  c.add(bogus.bogus_header_length, c.at, c.at, told);
}

/** Writes down how long ago the stream began and went on. */
function putTimes({ frame }: Cursor, streams: State, base: number): void {
  if (!streams.tellsTime) return;
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
