import { type Cursor, ENOUGH, MORE } from "../../core/cursor.ts";
import { table } from "../../core/registry.ts";
import { Reassembly } from "../../streams/reassembly.ts";
import type { TcpStreams } from "../../streams/tcp.ts";
import { reassembly } from "./header.ts";

const ports = table("tcp.port");

/**
 * Gives a segment's payload to the protocol of its ports, message by message. What is not complete is kept and
 * dissected in the frame that completes it, over the reassembled bytes; a message inside one segment is never copied.
 */
export function dissectPayload(c: Cursor, streams: TcpStreams): void {
  const { direction } = streams;
  const whole = c.captured === c.left;
  c.closing = streams.closes;
  const pending = streams.pending[direction];
  const offset = pending?.offsetOf(streams.seq) ?? -1;
  if (whole && pending !== undefined && offset >= 0) resume(c, streams, pending, offset);
  else {
    c.streaming = whole;
    const stopped = messages(c, streams);
    if (stopped >= 0) keep(c, streams, stopped, streams.seq + stopped - c.at);
  }
  c.streaming = c.closing = false;
}

/** Dissects messages from the cursor on; the offset of the first incomplete one, or -1 when all were whole. */
function messages(c: Cursor, streams: TcpStreams): number {
  const from = c.at;
  while (c.at < c.end && c.at < c.have) {
    const start = c.at;
    c.wanted = ENOUGH;
    const end = c.nextPort(ports, streams.sourcePort, streams.destinationPort);
    if (c.wanted !== ENOUGH) {
      c.at = from;
      return start;
    }
    if (end <= start) break;
    c.at = end;
  }
  c.at = from;
  return -1;
}

/** Starts to collect the message at `start`, of which this segment holds the first bytes. */
function keep(c: Cursor, streams: TcpStreams, start: number, seq: number): void {
  const held = c.end - start;
  const needed = c.wanted > 0 ? held + c.wanted : Number.POSITIVE_INFINITY;
  const message = new Reassembly(seq >>> 0, needed, c.wanted === MORE);
  const kept = message.add(0, c.bytes, start, c.end, c.frame.number);
  c.wanted = ENOUGH;
  c.add(reassembly.segment_data, start, c.end);
  streams.pending[streams.direction] = kept && !streams.closes ? message : undefined;
}

/** Adds the segment to the message being collected and dissects it when that completes it. */
function resume(c: Cursor, streams: TcpStreams, message: Reassembly, offset: number): void {
  const { at, end } = c;
  const taken = message.open ? end - at : Math.min(end - at, message.needed - offset);
  const added = message.add(offset, c.bytes, at, at + taken, c.frame.number);
  if (!added) streams.pending[streams.direction] = undefined;
  const closed = streams.closes && message.needed === Number.POSITIVE_INFINITY;
  if (!added || !(message.complete || closed)) {
    c.add(reassembly.segment_data, at, at + taken);
    return;
  }
  streams.pending[streams.direction] = undefined;
  deliver(c, streams, message);
  if (taken === end - at) return;
  c.at = at + taken;
  streams.seq = (streams.seq + taken) >>> 0;
  dissectPayload(c, streams);
}

/** Dissects a completed message over its own bytes; what its dissector leaves incomplete is collected further. */
function deliver(c: Cursor, streams: TcpStreams, message: Reassembly): void {
  describe(c, message);
  let stopped = -1;
  c.inSource("Reassembled TCP", message.bytes, 0, message.length, () => {
    c.streaming = true;
    stopped = messages(c, streams);
  });
  if (stopped < 0) return;
  const held = message.length - stopped;
  const needed = c.wanted > 0 ? held + c.wanted : Number.POSITIVE_INFINITY;
  if (stopped === 0) {
    message.needed = needed;
    message.open = c.wanted === MORE;
    streams.pending[streams.direction] = message;
  } else {
    const next = new Reassembly((message.seq + stopped) >>> 0, needed, c.wanted === MORE);
    next.add(0, message.bytes, stopped, message.length, c.frame.number);
    streams.pending[streams.direction] = next;
  }
  c.wanted = ENOUGH;
  c.add(reassembly.segment_data, c.at, c.end);
}

function describe(c: Cursor, message: Reassembly): void {
  const row = c.open(reassembly.segments);
  for (const frame of message.frames) c.put(reassembly.segment, frame);
  c.put(reassembly["segment.count"], message.frames.length);
  c.put(reassembly["reassembled.length"], message.length);
  c.close(row);
}
