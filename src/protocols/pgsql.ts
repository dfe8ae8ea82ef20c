import { type Cursor, MORE, NOTHING } from "../core/cursor.ts";
import { bigAt, bytes, computed, type Field, text, truth, u8, u16, u32 } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, type Protocol, protocol } from "../core/protocol.ts";
import { FOLLOWING } from "../core/tape.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { beginInfo } from "./shared/following.ts";
import { isUpgraded, type Upgradable } from "./shared/starttls.ts";

const PORT = 5432;
const LENGTH_SIZE = 4;
/** A type and a length; the first message of a client has none, its length begins with 0. */
const HEAD_SIZE = 5;
const NUL = 0;
const MAJOR = 3;
const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;

/** Types of messages of clients and of servers by their letter (PostgreSQL documentation, message formats). */
const fromClients: Readonly<Record<string, string>> = {
  B: "Bind",
  C: "Close",
  D: "Describe",
  E: "Execute",
  F: "Function call",
  H: "Flush",
  P: "Parse",
  Q: "Simple query",
  S: "Sync",
  X: "Termination",
  c: "Copy completion",
  d: "Copy data",
  f: "Copy failure",
  p: "Authentication message",
};
const fromServers: Readonly<Record<string, string>> = {
  1: "Parse completion",
  2: "Bind completion",
  3: "Close completion",
  A: "Notification",
  C: "Command completion",
  D: "Data row",
  E: "Error",
  G: "CopyIn response",
  H: "CopyOut response",
  I: "Empty query",
  K: "Backend key data",
  N: "Notice",
  R: "Authentication request",
  S: "Parameter status",
  T: "Row description",
  V: "Function call response",
  W: "CopyBoth response",
  Z: "Ready for query",
  c: "Copy completion",
  d: "Copy data",
  n: "No data",
  s: "Portal suspended",
  t: "Parameter description",
  v: "Negotiate protocol version",
};
/** What a client answers to a request for authentication, by its kind. */
const answers: Readonly<Record<number, string>> = {
  3: "Password message",
  5: "Password message",
  7: "GSSResponse message",
  8: "GSSResponse message",
  9: "GSSResponse message",
  10: "SASLInitialResponse message",
  11: "SASLResponse message",
};
const authentications: Readonly<Record<number, string>> = {
  0: "Success",
  1: "Kerberos V4",
  2: "Kerberos V5",
  3: "Plaintext password",
  4: "crypt()ed password",
  5: "MD5 password",
  6: "SCM credentials",
  7: "GSSAPI",
  8: "GSSAPI/SSPI continue",
  9: "SSPI",
  10: "SASL",
  11: "SASL continue",
  12: "SASL complete",
};
const statuses: Readonly<Record<number, string>> = {
  69: "In a failed transaction",
  73: "Idle",
  84: "In a transaction",
};

const pgsql = fields("pgsql", {
  frontend: truth("Frontend", { many: true }),
  type: computed("string", "Type", (r) => typeOf(r.bytes, r.start, r.value), { many: true }),
  length: u32("Length", { many: true }),
  version_major: u16("Protocol major version"),
  version_minor: u16("Protocol minor version"),
  parameter_name: text("Parameter name", { many: true }),
  parameter_value: text("Parameter value", { many: true, empty: "" }),
  authtype: u32("Authentication type", { names: authentications, many: true }),
  query: text("Query", { many: true }),
  tag: text("Tag", { many: true }),
  status: u8("Status", { names: statuses, many: true }),
  pid: u32("PID"),
  key: u32("Key"),
  copydata: bytes("Copy data", { many: true }),
});
const content = group("Content");

/** What a message of one letter begins with: rows of a constant size, or texts up to a NUL where that is 0. */
type Parts = readonly (readonly [field: Field, size: number])[];
const parameters: Parts = [
  [pgsql.parameter_name, 0],
  [pgsql.parameter_value, 0],
];
const clientParts: Readonly<Record<string, Parts>> = { Q: [[pgsql.query, 0]], d: [[pgsql.copydata, -1]] };
const serverParts: Readonly<Record<string, Parts>> = {
  C: [[pgsql.tag, 0]],
  K: [
    [pgsql.pid, 4],
    [pgsql.key, 4],
  ],
  R: [[pgsql.authtype, 4]],
  S: parameters,
  Z: [[pgsql.status, 1]],
  d: [[pgsql.copydata, -1]],
};

/** How a type row says who sent the message, and what kind of authentication it answers: from {@link CLIENT} on. */
const SERVER = 0;
const CLIENT = 1;

/** The name of the message whose type, or length where it has none, is at `start`. */
function typeOf(b: Uint8Array, start: number, sender: number): string {
  const letter = String.fromCharCode(b[start]!);
  if (b[start] === NUL) {
    const request = bigAt(b, start + LENGTH_SIZE, 4);
    if (request === SSL_REQUEST) return "SSL request";
    return request === CANCEL_REQUEST ? "Cancel request" : "Startup message";
  }
  if (sender >= CLIENT && letter === "p") return answers[sender - CLIENT] ?? "Authentication message";
  return (sender >= CLIENT ? fromClients : fromServers)[letter] ?? "Unknown";
}

/** About how many bytes a connection takes. */
const SIZE = 50;

/** What is known of one connection. */
class Connection implements Upgradable {
  usesTls = false;
  /** The client asked for TLS last: the server answers with one letter. */
  asksTls = false;
  /** The kind of authentication the server asked for last. */
  authentication = 0;
}

const isClient = (c: Cursor) => c.destinationPort === PORT;

const connectionOf = (c: Cursor) => c.state(protocolPgsql).of(c.conversation >> 1, c.frame.number);

/** True where the cursor is at the one letter that says whether the server speaks TLS. */
const isAnswer = (c: Cursor) => c.left === 1 && !isClient(c) && connectionOf(c).asksTls;

/** How long the message at the cursor is. */
function sizeOf(c: Cursor): number {
  if (isAnswer(c) || isUpgraded(c, connectionOf(c))) return c.left;
  if (c.left < HEAD_SIZE) return MORE;
  return c.u8(c.at) === NUL ? c.u32(c.at) : 1 + c.u32(c.at + 1);
}

function readParts(c: Cursor, parts: Parts): void {
  for (const [field, size] of parts) {
    if (size > 0) {
      if (!c.take(field, size)) return;
      continue;
    }
    const rest = c.bytes.subarray(c.at, c.at + c.captured);
    const end = size < 0 ? -1 : rest.indexOf(NUL);
    c.take(field, end < 0 ? c.captured : end);
    if (end >= 0) c.at++;
  }
}

/** Reads the message of a client that has no type: what it wants to speak, with which parameters. */
function readStartup(c: Cursor, connection: Connection): void {
  if (c.captured < 4) return;
  connection.asksTls = c.u32(c.at) === SSL_REQUEST;
  if (c.u16(c.at) > MAJOR) return;
  c.take(pgsql.version_major, 2);
  c.take(pgsql.version_minor, 2);
  while (c.captured > 1) readParts(c, parameters);
}

const protocolPgsql: Protocol<StreamStates<Connection>> = protocol({
  name: "pgsql",
  title: "PostgreSQL",
  spec: "PostgreSQL frontend/backend protocol 3.0",
  column: "PGSQL",
  fields: [pgsql],
  on: { "tcp.port": PORT },
  stream: { header: 1, length: sizeOf, waiting: (c) => (isClient(c) ? ">" : "<") },
  state: (memory) => new StreamStates(memory, "PostgreSQL connections", SIZE, () => new Connection()),
  dissect(c) {
    const connection = connectionOf(c);
    if (connection.usesTls) return false;
    if (isAnswer(c)) return void (c.wanted = NOTHING);
    if (!c.has(HEAD_SIZE)) return;
    const letter = String.fromCharCode(c.u8(c.at));
    const sender = isClient(c) ? CLIENT + connection.authentication : SERVER;
    const hasType = c.u8(c.at) !== NUL;
    c.put(pgsql.frontend, isClient(c) ? 1 : 0);
    c.add(pgsql.type, c.at, c.at + (hasType ? 1 : 4), sender);
    if (hasType) c.at++;
    c.take(pgsql.length, 4);
    if (!hasType) readStartup(c, connection);
    else readParts(c, (isClient(c) ? clientParts : serverParts)[letter] ?? []);
    if (letter === "R" && c.at >= 4) connection.authentication = c.u32(c.at - 4);
    return c.takeRest(content);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const at = frame.find(row, pgsql.type);
    const isNext = tape.value(row) === FOLLOWING;
    if (at < 0) return;
    beginInfo(frame, row, info);
    if (!isNext) info.text(tape.value(at) >= CLIENT ? ">" : "<");
    const letter = frame.bytesOf(at)[tape.start(at)]!;
    if (letter !== NUL) info.text(`${isNext ? "/" : ""}${String.fromCharCode(letter)}`);
  },
});

export default protocolPgsql;
