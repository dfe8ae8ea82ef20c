import type { Cursor } from "../../core/cursor.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { FOLLOWING } from "../../core/tape.ts";
import { CLIENT, LONGEST_ID, SERVER } from "./connections.ts";
import { frame } from "./frame-fields.ts";
import { long, longOf2, negotiation, packet, short } from "./header.ts";
import { multipathFields } from "./multipath.ts";
import { EARLY_PACKET, INITIAL_PACKET, RETRY_PACKET, SHORT_PACKET } from "./outline.ts";
import { readPacket } from "./packets.ts";
import { State } from "./state.ts";
import { summary } from "./summary.ts";
import { dialectOf } from "./versions.ts";

/** The shortest datagram taken for QUIC where nothing is known of its conversation. */
const SHORTEST = 13;
const LONG = 0x80;
/** Where DTLS is, whose records could be mistaken for packets (RFC 8094 section 3.1). */
const DTLS_PORT = 853;

const quic: Protocol<State> = protocol({
  name: "quic",
  title: "QUIC IETF",
  spec: "RFC 9000",
  column: "QUIC",
  fields: [long, longOf2, negotiation, short, packet, frame, ...multipathFields],
  sniffsOn: "udp.port",
  sniffs,
  state: (memory, settings) => new State(memory, settings),
  dissect,
  summary,
});

/** What belongs to a conversation that has begun with QUIC, or does now. */
function sniffs(c: Cursor): boolean {
  if (c.captured < 1 || c.sourcePort === DTLS_PORT || c.destinationPort === DTLS_PORT) return false;
  const state = c.state(quic);
  if (state.connections.isKnown(c.conversation)) return true;
  if (!begins(c, state)) return false;
  state.connections.know(c.conversation);
  return true;
}

/** A packet with a long header of a version that is known, or one of a connection that is. */
function begins(c: Cursor, { connections, outline }: State): boolean {
  if (c.captured < SHORTEST) return false;
  if ((c.u8(c.at) & LONG) === 0) {
    return connections.mayBegin(c.u16(c.at + 1)) && connections.ofShort(c.conversation, idsAt(c)) !== undefined;
  }
  return (
    dialectOf(c.u32(c.at + 1)) !== undefined &&
    outline.look(c) &&
    outline.idSize <= LONGEST_ID &&
    outline.ownSize <= LONGEST_ID
  );
}

/** The bytes behind the first one, as many as an id may have. */
const idsAt = (c: Cursor) => c.bytes.subarray(c.at + 1, c.at + Math.min(c.captured, 1 + LONGEST_ID));

/** Reads the first packet of a datagram, and those behind it as layers of their own. */
function dissect(c: Cursor): void {
  const state = c.state(quic);
  if (state.isInside) {
    if (isPadding(c, state)) {
      c.add(packet.coalesced_padding_data, c.at, c.at + c.captured);
      c.at += c.captured;
    } else readPacket(c, state);
    return;
  }
  if (!isWhole(c, state)) return;
  begin(c, state);
  readPacket(c, state);
  state.isInside = true;
  while (c.captured > 0 && !c.broken) {
    const { at, tape } = c;
    const row = tape.count;
    c.try(quic);
    if (c.at <= at) break;
    tape.setValue(row, FOLLOWING);
  }
  state.isInside = false;
  if (state.connection !== undefined) state.connections.touch(state.connection, c.frame.number);
}

/** False where the datagram ends before it can be told whose it is: then nothing but that is said of it. */
function isWhole(c: Cursor, { outline }: State): boolean {
  const isLong = c.captured > 0 && (c.u8(c.at) & LONG) !== 0;
  if (isLong ? outline.look(c) : c.captured > LONGEST_ID) return true;
  c.silence();
  c.fault(isLong ? c.captured + 1 : LONGEST_ID + 1);
  return false;
}

/** Finds out whose datagram this is. */
function begin(c: Cursor, state: State): void {
  const { connections, outline } = state;
  state.connection = state.asked = undefined;
  state.side = CLIENT;
  outline.look(c);
  const { kind, idAt, idSize, ownAt, ownSize } = outline;
  state.id = c.bytes.subarray(idAt, idAt + idSize);
  if (kind === SHORT_PACKET) state.connection = connections.ofShort(c.conversation, idsAt(c));
  else {
    const isInitial = kind === INITIAL_PACKET;
    state.connection = connections.ofLong(c.conversation, state.id, isInitial, kind === EARLY_PACKET);
    state.side = connections.side;
    update(c, state, c.bytes.subarray(ownAt, ownAt + ownSize));
  }
  if (state.connection !== undefined) state.side = connections.side;
  if (state.connection === undefined) c.add(packet["connection.unknown"], c.at, c.at);
  else c.put(packet["connection.number"], state.connection.number);
}

/** Learns from the ids of a long header: the sender's own is `own`. */
function update(c: Cursor, state: State, own: Uint8Array): void {
  const { connections, outline, connection, side, id } = state;
  const { kind } = outline;
  if (kind === INITIAL_PACKET && connections.side === CLIENT) {
    if (connection === undefined) {
      state.connection = connections.create(c.conversation, outline.version, id, own, c.frame.number);
    } else if (!connection.isInitialSet && id.length > 0 && connections.begin(connection, id)) {
      connection.ids[SERVER].forget();
    }
  } else if (connection !== undefined && side === SERVER && kind <= RETRY_PACKET && kind !== EARLY_PACKET) {
    if (kind === RETRY_PACKET) {
      state.asked = connection.isInitialSet ? connection.initialId : undefined;
      connection.isInitialSet = false;
    }
    // What the client began with was not to the server's liking.
    if (kind === INITIAL_PACKET) connection.version = outline.version;
    if (connection.ids[SERVER].first.length === 0 && own.length > 0) connections.add(connection, SERVER, own);
  }
}

/** What stands behind the last packet does not carry the id the first one carried. */
function isPadding(c: Cursor, { connection, side, outline, id }: State): boolean {
  if (!outline.look(c)) return outline.idSize > LONGEST_ID;
  const isShort = outline.kind === SHORT_PACKET;
  if (isShort && connection === undefined) return false;
  const size = isShort ? connection!.ids[side === CLIENT ? SERVER : CLIENT].first.length : outline.idSize;
  return !sameBytes(c.bytes, outline.idAt, outline.idAt + size, id);
}

function sameBytes(bytes: Uint8Array, from: number, to: number, other: Uint8Array): boolean {
  if (to - from !== other.length) return false;
  for (let i = 0; i < other.length; i++) if (bytes[from + i] !== other[i]) return false;
  return true;
}

export default quic;
