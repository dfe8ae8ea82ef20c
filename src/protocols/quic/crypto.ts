import type { Cursor } from "../../core/cursor.ts";
import { table } from "../../core/registry.ts";
import { type Connection, INITIAL, type Level, type Side } from "./connections.ts";
import type { Delivery, Fragment } from "./crypto-stream.ts";
import { frame } from "./frame-fields.ts";

/** Where handshake messages go, by whose they are. */
const messages = table("quic.crypto");
const TLS = "tls";

/** Past this many bytes of the messages nobody looks for what secrets are known by. */
const HELLO_END = 128;

/** Whose packet is being read. */
export interface Sender {
  readonly connection: Connection;
  readonly side: Side;
  readonly level: Level;
}

/** Hands the bytes `c.at..end` of the handshake, which stand at `offset` among them, to who reads its messages. */
export function readCrypto(c: Cursor, { connection, side, level }: Sender, offset: number, end: number): void {
  const { at } = c;
  c.add(frame["crypto.crypto_data"], at, end);
  const stream = connection.stream(level, side);
  const isFirst = stream.delivered < HELLO_END && level === INITIAL;
  const found = stream.add(offset, c.bytes, at, end, c.frame.number);
  if (found.isRepeated) c.add(frame.retransmission, at, at);
  else if (found.overlaps) c.add(frame.overlap, at, at);
  if (found.end > found.start) {
    if (isFirst) connection.learn(side, found.bytes, found.start, found.end);
    deliver(c, connection, side, found);
  }
  c.at = end;
}

function deliver(c: Cursor, connection: Connection, side: Side, { bytes, start, end, fragments }: Delivery): void {
  const { conversation, end: outer } = c;
  c.conversation = connection.number * 2 + side;
  if (fragments === undefined) {
    c.at = start;
    c.end = end;
    c.next(messages, TLS);
  } else {
    c.inSource("Reassembled QUIC CRYPTO", bytes, start, end, () => {
      describe(c, fragments);
      c.next(messages, TLS);
    });
  }
  c.end = outer;
  c.conversation = conversation;
}

/** Says which frames brought what is read as one. */
function describe(c: Cursor, fragments: readonly Fragment[]): void {
  const row = c.open(frame["crypto.fragments"]);
  for (const fragment of fragments) {
    c.put(frame["crypto.fragment"], fragment.frame);
    if (fragment.overlaps) c.put(frame["fragment.overlap"], 1);
  }
  c.put(frame["crypto.fragment.count"], fragments.length);
  c.close(row, c.end);
}
