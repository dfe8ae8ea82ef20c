import { type Cursor, ENOUGH, MORE, NOTHING } from "../../core/cursor.ts";
import { PROTOCOL } from "../../core/node.ts";
import type { Protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { FOLLOWING } from "../../core/tape.ts";
import { CONFLICTS, NEW, Reassembly } from "../../streams/reassembly.ts";
import type { TcpStreams } from "../../streams/tcp.ts";
import {
  FAST_RETRANSMISSION,
  OUT_OF_ORDER,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
} from "../../streams/tcp-analysis.ts";
import { reassembly } from "./header.ts";

const ports = table("tcp.port");

/** Bytes of a message that lasts as long as its stream: no more can be told apart by sequence numbers. */
const UNENDING = 0x40000000;

/** Value of a segment data row whose bytes wait for the rest of their message; more by one than a text's index: its first line. */
export const WAITING = 1;

/** Sequence numbers farther ahead than this are behind. */
const FARTHEST = 0x7fffffff;

/**
 * Gives a segment's payload to the protocol of its ports, message by message. What is not complete is kept and
 * dissected in the frame that completes it, over the reassembled bytes; a message inside one segment is never copied.
 * Without `joins` each segment stands by itself.
 */
export function dissectPayload(c: Cursor, streams: TcpStreams, joins: boolean): void {
  c.conversation = streams.conversation;
  c.closing = streams.closes;
  if (c.captured < c.left) alone(c, streams);
  else if (!joins) apart(c, streams);
  else if (streams.analyzes && isRepeated(streams)) repeat(c, streams);
  else follow(c, streams, streams.segment.payloadSeq);
  c.closing = false;
  // Behind all messages: rows between them would part those that share a line.
  for (let i = 0; i < streams.sizes.length; i++) c.put(reassembly["pdu.size"], streams.sizes[i]!);
  streams.sizes.length = 0;
}

/** As {@link dissectPayload} for a segment quoted by another packet, which stands by itself. */
export function dissectQuoted(c: Cursor, streams: TcpStreams): void {
  c.conversation = streams.conversation;
  alone(c, streams);
  streams.sizes.length = 0;
}

/**
 * True for bytes that were acknowledged or captured before, unless duplicate ACKs asked for them and they are new, or of
 * no message of several segments: those are dissected again.
 */
function isRepeated(streams: TcpStreams): boolean {
  const { analysis, repeated } = streams;
  if (analysis.marks & SPURIOUS_RETRANSMISSION) return true;
  if (!repeated || (analysis.marks & FAST_RETRANSMISSION) === 0) return repeated;
  return !analysis.fillsGap && streams.offsetInMessage(1) >= 0;
}

/** Dissects what lasted until this end of the stream; the segment itself is empty. */
export function finishPayload(c: Cursor, streams: TcpStreams): void {
  const message = streams.unfinished.lasting(streams.direction, streams.segment.seq);
  if (message === undefined) return;
  c.conversation = streams.conversation;
  c.closing = c.alone = true;
  streams.unfinished.take(streams.direction, message);
  message.add(message.length, c.bytes, c.at, c.at, c.frame.number);
  deliver(c, streams, message, c.at);
  c.closing = c.alone = false;
}

/** Dissects a segment that is not put together with others, unless its bytes were dissected before. */
function apart(c: Cursor, streams: TcpStreams): void {
  if (streams.keepsAlive) c.rest();
  else if ((streams.analysis.marks & (RETRANSMISSION | OUT_OF_ORDER)) === 0) alone(c, streams);
}

/** Dissects what is in the segment, though more may be missing. */
function alone(c: Cursor, streams: TcpStreams): void {
  c.streaming = c.alone = true;
  messages(c, streams);
  c.wanted = ENOUGH;
  c.streaming = c.alone = false;
}

/** Takes the bytes from the cursor on, the first of which is `seq`. */
function follow(c: Cursor, streams: TcpStreams, seq: number): void {
  const message = streams.unfinished.find(streams.direction, seq);
  if (message !== undefined) {
    resume(c, streams, message, seq);
    return;
  }
  c.streaming = true;
  const stopped = messages(c, streams);
  c.streaming = false;
  if (stopped < 0) return;
  const started = begin(c, streams, seq + stopped - c.at, c.end - stopped);
  started.add(0, c.bytes, stopped, c.end, c.frame.number);
  wait(c, stopped, c.end);
  if (!streams.closes) keep(streams, started);
}

/** Dissects messages from the cursor on; the offset of the first incomplete one, or -1 when all were whole. */
function messages(c: Cursor, streams: TcpStreams): number {
  const { tape, at: from } = c;
  let stopped = -1;
  while (c.at < c.end && c.at < c.have) {
    const start = c.at;
    const { count: row, top } = tape;
    c.wanted = ENOUGH;
    const end = c.nextPort(
      ports,
      streams.segment.sourcePort,
      streams.segment.destinationPort,
      streams.protocols[streams.place],
    );
    c.resumed = false;
    if (c.wanted !== ENOUGH) {
      if (c.wanted === NOTHING) c.wanted = ENOUGH;
      else stopped = start;
      if (start > from) {
        // Part of another message tells nothing that those before it do not.
        tape.count = row;
        tape.top = top;
      }
      break;
    }
    if (start > from) tape.setValue(row, FOLLOWING);
    learn(c, streams, row);
    measure(c, streams, row, end - start);
    if (end <= start) break;
    c.at = end;
  }
  c.at = from;
  return stopped;
}

/** Remembers who took the message whose layer is at `row`: later ones of the stream are its, too, unless it refuses. */
function learn(c: Cursor, streams: TcpStreams, row: number): void {
  const { protocols, place } = streams;
  const taker = c.tape.nodes[row] as Protocol;
  if (taker === c.registry.fallback || taker === protocols[place]) return;
  protocols[place] = taker;
  if (taker.renews && !hasPort(c, taker)) streams.renew(taker);
}

/** True where one of the ports is of `protocol`. */
function hasPort(c: Cursor, protocol: Protocol): boolean {
  const claims = ports.in(c.registry);
  return claims.get(c.sourcePort) === protocol || claims.get(c.destinationPort) === protocol;
}

/** Notes how long the message whose layer is at `row` was, where its protocol declares how messages are framed. */
function measure(c: Cursor, { sizes }: TcpStreams, row: number, size: number): void {
  const { kind, stream } = c.tape.nodes[row] as Protocol;
  // Those whose records claim Info put them together by themselves, in Wireshark's eyes.
  if (kind === PROTOCOL && stream !== undefined && (stream.sized ?? !stream.claimsInfo)) sizes.push(size);
}

/** Keeps a message that waits for more, if its end can be told from the bytes before it: sequence numbers wrap. */
function keep(streams: TcpStreams, message: Reassembly): void {
  note(streams, message);
  const missing = message.needed - message.length;
  if (missing <= FARTHEST || missing === Number.POSITIVE_INFINITY) streams.unfinished.keep(streams.direction, message);
}

/** A message of which `held` bytes are there, as long as its dissector just said. */
function begin(c: Cursor, streams: TcpStreams, seq: number, held: number): Reassembly {
  const needed = c.wanted > 0 ? held + c.wanted : Number.POSITIVE_INFINITY;
  return new Reassembly(seq, needed, c.wanted === MORE, streams.unfinished.buffers);
}

/** Notes where a message begins and ends, as far as that is known. */
function note(streams: TcpStreams, { seq, needed, length, lasts }: Reassembly): void {
  streams.noteMessage(seq, seq + (lasts ? UNENDING : Number.isFinite(needed) ? needed : length));
}

/** Says that bytes `start..end` wait for the rest of their message, and what its first line is where that is known. */
function wait(c: Cursor, start: number, end: number): void {
  const row = c.add(reassembly.segment_data, start, end);
  c.tape.setValue(row, c.line === undefined ? WAITING : WAITING + 1 + c.frame.addText(c.line));
  c.line = undefined;
  c.wanted = ENOUGH;
}

/** Takes a segment that holds nothing new to the stream, or fills a gap too late to be dissected in order. */
function repeat(c: Cursor, streams: TcpStreams): void {
  const { at, end } = c;
  const { unfinished, direction, segment } = streams;
  const seq = segment.payloadSeq;
  if (streams.keepsAlive) return c.rest();
  if (streams.analysis.marks & RETRANSMISSION || streams.offsetInMessage(end - at) === 0) {
    c.add(reassembly.segment_data, at, end);
    return;
  }
  if (streams.analysis.marks & SPURIOUS_RETRANSMISSION) return;
  const message = unfinished.find(direction, seq);
  if (message === undefined) return;
  const offset = message.offsetOf(seq);
  const to = Math.min(end, at + message.needed - offset);
  unfinished.take(direction, message);
  const fills = message.add(offset, c.bytes, at, to, c.frame.number);
  const done = fills && message.complete;
  c.add(reassembly.segment_data, at, to, done ? 0 : WAITING);
  if (done) {
    inMessage(c, message, () => describe(c, message));
    message.release(c.frame.number);
  } else unfinished.keep(direction, message);
}

/** Adds the segment to the message being collected and dissects it when that completes it. */
function resume(c: Cursor, streams: TcpStreams, message: Reassembly, seq: number): void {
  const { at, end } = c;
  const { unfinished, direction } = streams;
  const offset = message.offsetOf(seq);
  const taken = Math.min(end - at, message.needed - offset);
  unfinished.take(direction, message);
  message.add(offset, c.bytes, at, at + taken, c.frame.number);
  const ends = message.lasts && streams.closes && message.length === offset + taken;
  if (!message.complete && !ends) {
    wait(c, at, at + taken);
    keep(streams, message);
  } else {
    if (!ends) c.add(reassembly.segment_data, at, at + taken);
    c.alone = ends;
    deliver(c, streams, message, at + taken);
    c.alone = false;
  }
  c.at = at + taken;
  if (c.at < end) follow(c, streams, (seq + taken) >>> 0);
  c.at = at;
}

/** Dissects a completed message, the last bytes of which end at `end`; what is incomplete again is collected further. */
function deliver(c: Cursor, streams: TcpStreams, message: Reassembly, end: number): void {
  const { tape } = c;
  const { count, top } = tape;
  let stopped = -1;
  note(streams, message);
  inMessage(c, message, () => {
    describe(c, message);
    c.resumed = true;
    stopped = messages(c, streams);
  });
  if (stopped < 0) return message.release(c.frame.number);
  const held = message.length - stopped;
  if (stopped > 0) {
    const next = begin(c, streams, message.seq + stopped, held);
    next.add(0, message.bytes, stopped, message.length, c.frame.number);
    message.release(c.frame.number);
    keep(streams, next);
    // The row of the segment's bytes, whole, stands already.
    c.line = undefined;
    c.wanted = ENOUGH;
    return;
  }
  message.needed = c.wanted > 0 ? held + c.wanted : Number.POSITIVE_INFINITY;
  message.open = c.wanted === MORE;
  keep(streams, message);
  tape.count = count - 1;
  tape.top = top;
  wait(c, c.at, end);
}

/** Runs `inner` over the bytes of a message; it streams where all of them were kept. */
function inMessage(c: Cursor, message: Reassembly, inner: () => void): void {
  c.inSource("Reassembled TCP", message.bytes, 0, message.kept, () => {
    c.end = message.length;
    c.streaming = message.length === message.kept;
    inner();
    c.streaming = false;
  });
}

/** Says which frames brought a message. */
function describe(c: Cursor, message: Reassembly): void {
  const { parts } = message;
  const row = c.open(reassembly.segments);
  for (let i = 0; i < parts.length; i++) {
    const { frame, overlap } = parts[i]!;
    c.put(reassembly[overlap === CONFLICTS ? "segment.error" : "segment"], frame);
    if (overlap !== NEW) c.put(reassembly["segment.overlap"], 1);
    if (overlap === CONFLICTS) c.put(reassembly["segment.overlap.conflict"], 1);
  }
  c.put(reassembly["segment.count"], message.count);
  c.put(reassembly["reassembled.length"], message.length);
  c.add(reassembly["reassembled.data"], 0, message.kept);
  c.close(row, message.kept);
}
