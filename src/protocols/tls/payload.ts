import { type Cursor, ENOUGH, MORE, NOTHING } from "../../core/cursor.ts";
import { bytes, frameNumber, none, number } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import type { Protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { FOLLOWING } from "../../core/tape.ts";
import { Reassembly } from "../../streams/reassembly.ts";
import { type Session, sideOf } from "./sessions.ts";

const ports = table("tls.port");
const protocols = table("tls.alpn");

/** How a message is put together from records that were decrypted. */
export const segments = fields("tls", {
  "segment.data": bytes("TLS segment data", { many: true }),
  segments: none("Reassembled TLS segments", { many: true }),
  segment: frameNumber("TLS segment", { many: true }),
  "segment.count": number("Segment count", { many: true }),
  "reassembled.length": number("Reassembled PDU length", { many: true }),
  "reassembled.data": bytes("Reassembled PDU data", { many: true }),
});

/** The source of bytes that were decrypted. */
export const DECRYPTED = "Decrypted TLS";

/**
 * Gives what was decrypted to the protocol inside, message by message. What is not complete is kept and dissected with
 * the record that completes it.
 */
export function handOn(c: Cursor, session: Session, plain: Uint8Array): void {
  const side = sideOf(c);
  const begun = session.begun[side];
  begun?.add(begun.length, plain, 0, plain.length, c.frame.number);
  if (begun?.complete === false) return wait(c, plain, 0);
  if (begun === undefined) {
    const stopped = dissectMessages(c, session, plain, plain.length);
    if (stopped >= 0) keep(c, session, plain, stopped, plain.length, plain);
  } else deliver(c, session, begun, plain);
}

/** Dissects what lasted until the connection ends. */
export function finish(c: Cursor, session: Session): void {
  const begun = session.begun[sideOf(c)];
  if (begun?.lasts !== true) return;
  c.closing = true;
  deliver(c, session, begun, new Uint8Array(0));
  c.closing = false;
}

/** Dissects a message that may be complete now. */
function deliver(c: Cursor, session: Session, begun: Reassembly, plain: Uint8Array): void {
  const { count, top } = c.tape;
  session.begun[sideOf(c)] = undefined;
  wait(c, plain, 0);
  const stopped = dissectMessages(c, session, begun.bytes, begun.kept, begun);
  if (stopped < 0) return;
  if (stopped === 0) {
    c.tape.count = count;
    c.tape.top = top;
  }
  keep(c, session, begun.bytes, stopped, begun.kept, plain);
}

/** Keeps bytes `start..end`, of which more is wanted; they end with `plain`. */
function keep(c: Cursor, session: Session, from: Uint8Array, start: number, end: number, plain: Uint8Array): void {
  const held = end - start;
  const needed = c.wanted > 0 ? held + c.wanted : Number.POSITIVE_INFINITY;
  const message = new Reassembly(0, needed, c.wanted === MORE);
  message.add(0, from, start, end, c.frame.number);
  session.begun[sideOf(c)] = message;
  c.wanted = ENOUGH;
  c.line = undefined;
  wait(c, plain, Math.max(0, plain.length - held));
}

/** Says that bytes wait for the rest of their message. */
function wait(c: Cursor, plain: Uint8Array, start: number): void {
  if (start === plain.length) return;
  c.inSource(DECRYPTED, plain, 0, plain.length, () => c.add(segments["segment.data"], start, plain.length));
}

/** Dissects the messages in `0..end`; the offset of the first incomplete one, or -1 when all were whole. */
function dissectMessages(c: Cursor, session: Session, from: Uint8Array, end: number, joined?: Reassembly): number {
  const { streaming } = c;
  let stopped = -1;
  c.inSource(joined === undefined ? DECRYPTED : "Reassembled TLS", from, 0, end, () => {
    if (joined !== undefined) describe(c, joined);
    c.resumed = joined !== undefined;
    c.streaming = true;
    stopped = messages(c, session);
    c.streaming = streaming;
    c.resumed = false;
  });
  return stopped;
}

function messages(c: Cursor, session: Session): number {
  const { tape } = c;
  session.taker ??= protocols.in(c.registry).get(session.alpn);
  for (let start = 0; start < c.end; ) {
    const row = tape.count;
    c.at = start;
    const end = c.nextPort(ports, c.sourcePort, c.destinationPort, session.taker);
    c.resumed = false;
    if (c.wanted === NOTHING) c.wanted = ENOUGH;
    else if (c.wanted !== ENOUGH) return start;
    const taker = tape.nodes[row] as Protocol | undefined;
    if (row < tape.count && taker !== c.registry.fallback) session.taker ??= taker;
    if (start > 0) tape.setValue(row, FOLLOWING);
    if (end <= start) return -1;
    start = end;
  }
  return -1;
}

/** Says which frames brought a message. */
function describe(c: Cursor, message: Reassembly): void {
  const row = c.open(segments.segments);
  for (const { frame } of message.parts) c.put(segments.segment, frame);
  c.put(segments["segment.count"], message.count);
  c.put(segments["reassembled.length"], message.length);
  c.add(segments["reassembled.data"], 0, message.kept);
  c.close(row, message.kept);
}
