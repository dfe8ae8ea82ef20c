import { type Cursor, NOTHING } from "../../core/cursor.ts";
import { bigAt } from "../../core/field.ts";
import { group, type Protocol, protocol } from "../../core/protocol.ts";
import { StreamStates } from "../../streams/stream-states.ts";
import { contentLength, headSize, SEQUENCE } from "../shared/ber.ts";
import { isUpgraded, type Upgradable } from "../shared/starttls.ts";
import { BIND_REQUEST, BIND_RESPONSE, ENTRY, ldap, OTHER, readMessage, saslLength } from "./messages.ts";
import { summary } from "./summary.ts";

/** What is asked for before the length of a message is known: its tag and four octets of length. */
const HEAD_SIZE = 2;
const LENGTH_SIZE = 4;
/** The head of a token that carries a message: RFC 4121 section 4.2.6.2. */
const TOKEN_SIZE = 16;
const WRAP = 0x0504;
const SEALED = 2;
/** About how many bytes a connection takes. */
const SIZE = 60;

/** What is known of one connection. */
class Connection implements Upgradable {
  usesTls = false;
  /** The last bind asked for SASL; it did, and the server agreed: messages stand in security layers from then on. */
  asksSasl = false;
  usesSasl = false;
  /** Entries found so far. */
  entries = 0;
}

const saslBuffer = group("SASL Buffer");

const connections = (c: Cursor) => c.state(protocolLdap).of(c.conversation >> 1, c.frame.number);

const isMessage = (c: Cursor) => c.captured > 0 && c.u8(c.at) === SEQUENCE;

/** How long the message or security layer at the cursor is; bytes that are neither go together. */
function sizeOf(c: Cursor): number {
  if (connections(c).usesTls) return c.left;
  if (isMessage(c)) {
    const size = headSize(c.bytes, c.at, c.at + c.captured);
    return size === 0 ? c.left : size + contentLength(c.bytes, c.at, size);
  }
  if (!connections(c).usesSasl || c.left < LENGTH_SIZE) return c.left;
  return LENGTH_SIZE + c.u32(c.at);
}

/** Reads the messages from the cursor on and notes what they did. */
function readMessages(c: Cursor): void {
  const connection = connections(c);
  while (c.captured > 0) {
    const row = c.tape.count;
    const operation = readMessage(c);
    if (operation === OTHER) return;
    if (operation === ENTRY) connection.entries++;
    if (operation === BIND_REQUEST) connection.asksSasl = has(c, row, ldap.sasl_element);
    if (operation === BIND_RESPONSE && connection.asksSasl && succeeded(c, row)) connection.usesSasl = true;
    c.tape.setValue(row, connection.entries);
  }
}

const find = ({ tape }: Cursor, row: number, node: object) => {
  for (let i = row; i < tape.count; i++) if (tape.nodes[i] === node) return i;
  return -1;
};
const has = (c: Cursor, row: number, node: object) => find(c, row, node) >= 0;

function succeeded(c: Cursor, row: number): boolean {
  const found = find(c, row, ldap.resultCode);
  return found >= 0 && bigAt(c.bytes, c.tape.start(found), c.tape.end(found) - c.tape.start(found)) === 0;
}

/** Reads a security layer: its length, and the messages in it unless they are encrypted. */
function readLayer(c: Cursor): void {
  if (!c.take(saslLength, LENGTH_SIZE)) return;
  const row = c.open(saslBuffer);
  if (c.captured >= TOKEN_SIZE && c.u16(c.at) === WRAP && (c.u8(c.at + 2) & SEALED) === 0) {
    // The checksum stands before the message it belongs to: rotated to there (RFC 4121 section 4.2.5).
    const checksum = c.u16(c.at + 4);
    if (checksum === c.u16(c.at + 6) && c.captured >= TOKEN_SIZE + checksum) {
      c.at += TOKEN_SIZE + checksum;
      readMessages(c);
    }
  }
  c.at = c.end;
  c.close(row, c.at < c.have ? c.at : c.have);
}

const protocolLdap: Protocol<StreamStates<Connection>> = protocol({
  name: "ldap",
  title: "Lightweight Directory Access Protocol",
  spec: "RFC 4511",
  column: "LDAP",
  fields: [{ saslLength }, ldap],
  on: { "tcp.port": [389, 3268] },
  stream: { header: HEAD_SIZE, length: sizeOf },
  state: (memory) => new StreamStates(memory, "LDAP connections", SIZE, () => new Connection()),
  dissect(c) {
    const connection = connections(c);
    if (isUpgraded(c, connection)) return false;
    if (isMessage(c)) return readMessages(c);
    if (connection.usesSasl) return readLayer(c);
    if (c.streaming) c.wanted = NOTHING;
  },
  summary,
});

export default protocolLdap;
