import { type Cursor, ENOUGH } from "../core/cursor.ts";
import { bigAt, computed, ipv4, ipv6, number, text, u8, u16 } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, type Protocol, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { FOLLOWING, SILENT } from "../core/tape.ts";
import { StreamStates } from "../streams/stream-states.ts";

const ports = table("tcp.port");
const PORT = 1080;
const NUL = 0;
const V4 = 4;
const V5 = 5;
const CREDENTIALS = 2;
const GRANTED = 90;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;
/** Addresses of SOCKS 4a that stand for a name behind them: 0.0.0.1 to 0.0.0.255. */
const LAST_NAMED = 255;
/** About how many bytes a connection takes. */
const SIZE = 80;

const commands: Readonly<Record<number, string>> = {
  1: "Connect",
  2: "Bind",
  3: "UdpAssociate",
  128: "Ping",
  129: "Traceroute",
};
const results: Readonly<Record<number, string>> = {
  0: "Succeeded",
  1: "General SOCKS server failure",
  2: "Connection not allowed by ruleset",
  3: "Network unreachable",
  4: "Host unreachable",
  5: "Connection refused",
  6: "TTL expired",
  7: "Command not supported",
  8: "Address type not supported",
  90: "Granted",
  91: "Rejected or Failed",
  92: "Rejected because SOCKS server cannot connect to identd on the client",
  93: "Rejected because the client program and identd report different user-ids",
};
const UTF8 = new TextDecoder();
/** Text with its length in the byte before it. */
const counted = (label: string) => computed("string", label, (r) => UTF8.decode(r.bytes.subarray(r.start + 1, r.end)));
/** Text up to a NUL. */
const ended = (label: string) => text(label, { compute: (r) => UTF8.decode(r.bytes.subarray(r.start, r.end - 1)) });

const socks = fields("socks", {
  version: u8("Version"),
  command: u8("Command", { names: commands }),
  dstport: u16("Remote Port"),
  dst: ipv4("Remote Address"),
  dstV6: ipv6("Remote Address(ipv6)"),
  v4a_dns_name: ended("SOCKS v4a Remote Domain Name"),
  results: u8("Results", { names: results }),
  auth_method_count: u8("Authentication Method Count"),
  auth_method: u8("Method", { many: true }),
  auth_accepted_method: u8("Accepted Auth Method"),
  subnegotiation_version: u8("Subnegotiation Version"),
  auth_status: u8("Status"),
  password: counted("Password"),
  reserved: u8("Reserved"),
  address_type: u8("Address Type", { names: { 1: "IPv4", 3: "Domain Name", 4: "IPv6" } }),
  remote_name: counted("Remote name"),
  port: u16("Port"),
});
const userName = fields("socks", { username: counted("User name") });
const userId = fields("socks", { username: ended("User name") });
/** What was agreed on, in the segments that it holds for. */
const agreed = fields("socks", {
  version: number("Version"),
  command: number("Command", { names: commands }),
  dstport: number("Remote Port"),
});
const unread = group("Data");

/** Steps of a connection: what comes next. */
const BEGIN = 0;
const METHOD = 1;
const LOGIN = 2;
const STATUS = 3;
const COMMAND = 4;
const REPLY = 5;
const OPEN = 6;

/** What is known of one connection. */
class Connection {
  step = BEGIN;
  version = 0;
  command = 0;
  port = 0;
  /** Who reads what is passed through, once that is known. */
  taker: Protocol | undefined;
}

/** What Info says of each message: the value of its group. */
const said = [
  "Unknown",
  "Version: 4 Connect to server request",
  "Version: 4 Connect Response",
  "Version: 5 Connect to server request",
  "Version: 5 Connect to server response",
  "Version: 5 User authentication request",
  "Version: 5 User authentication reply",
  "Version: 5 Command Request - ",
  "Version: 5 Command Response - ",
];

/** Takes text up to a NUL, that included. */
function takeEnded(c: Cursor, field: (typeof socks)["v4a_dns_name"]): boolean {
  const nul = c.bytes.subarray(c.at, c.at + c.captured).indexOf(NUL);
  return c.take(field, nul < 0 ? c.captured + 1 : nul + 1);
}

/** Asks for a connection, in version 4 and 4a. */
function readRequest4(c: Cursor, connection: Connection): void {
  const { at } = c;
  if (!c.take(socks.version, 1) || !c.take(socks.command, 1)) return;
  if (!c.take(socks.dstport, 2) || !c.take(socks.dst, 4)) return;
  connection.version = V4;
  connection.command = c.u8(at + 1);
  connection.port = c.u16(at + 2);
  connection.step = REPLY;
  const address = c.u32(at + 4);
  if (takeEnded(c, userId.username) && address > 0 && address <= LAST_NAMED) takeEnded(c, socks.v4a_dns_name);
}

function readReply4(c: Cursor, connection: Connection): void {
  const { at } = c;
  if (!c.take(socks.version, 1) || !c.take(socks.results, 1)) return;
  if (c.take(socks.dstport, 2)) c.take(socks.dst, 4);
  if (c.u8(at + 1) === GRANTED) connection.step = OPEN;
}

/** Which ways a client can prove who it is (RFC 1928 section 3). */
function readMethods(c: Cursor, connection: Connection): void {
  if (!c.take(socks.version, 1) || !c.take(socks.auth_method_count, 1)) return;
  for (let left = c.u8(c.at - 1); left > 0 && c.take(socks.auth_method, 1); left--);
  connection.version = V5;
  connection.step = METHOD;
}

function readMethod(c: Cursor, connection: Connection): void {
  if (!c.take(socks.version, 1) || !c.take(socks.auth_accepted_method, 1)) return;
  connection.step = c.u8(c.at - 1) === CREDENTIALS ? LOGIN : COMMAND;
}

/** A name and a password (RFC 1929 section 2). */
function readLogin(c: Cursor, connection: Connection): void {
  c.put(agreed.version, V5);
  if (!c.take(socks.subnegotiation_version, 1)) return;
  for (const field of [userName.username, socks.password]) if (!c.has(1) || !c.take(field, 1 + c.u8(c.at))) return;
  connection.step = STATUS;
}

function readStatus(c: Cursor, connection: Connection): void {
  c.put(agreed.version, V5);
  if (c.take(socks.subnegotiation_version, 1) && c.take(socks.auth_status, 1)) connection.step = COMMAND;
}

/** An address of any type and a port (RFC 1928 section 5); the port, or -1. */
function takeAddress(c: Cursor): number {
  if (!c.take(socks.reserved, 1) || !c.take(socks.address_type, 1)) return -1;
  const type = c.u8(c.at - 1);
  const isThere =
    type === IPV4
      ? c.take(socks.dst, 4)
      : type === IPV6
        ? c.take(socks.dstV6, 16)
        : type === NAME && c.has(1) && c.take(socks.remote_name, 1 + c.u8(c.at));
  return isThere && c.take(socks.port, 2) ? bigAt(c.bytes, c.at - 2, 2) : -1;
}

function readCommand(c: Cursor, connection: Connection): void {
  if (!c.take(socks.version, 1) || !c.take(socks.command, 1)) return;
  connection.command = c.u8(c.at - 1);
  const port = takeAddress(c);
  if (port < 0) return;
  connection.port = port;
  connection.step = REPLY;
}

function readReply(c: Cursor, connection: Connection): void {
  if (!c.take(socks.version, 1) || !c.take(socks.results, 1)) return;
  if (takeAddress(c) >= 0) connection.step = OPEN;
}

/** How to read what a client says at each step, and a server, and what Info says of it. */
type Read = readonly [read: (c: Cursor, connection: Connection) => void, saying: number];
const clients: Readonly<Record<number, Read>> = { [LOGIN]: [readLogin, 5], [COMMAND]: [readCommand, 7] };
const servers: Readonly<Record<number, Read>> = {
  [METHOD]: [readMethod, 4],
  [STATUS]: [readStatus, 6],
  [REPLY]: [readReply, 8],
};

function readerOf(c: Cursor, { step, version }: Connection): Read | undefined {
  if (c.destinationPort !== PORT) return version === V4 && step === REPLY ? [readReply4, 2] : servers[step];
  if (step !== BEGIN) return clients[step];
  const first = c.u8(c.at);
  return first === V4 ? [readRequest4, 1] : first === V5 ? [readMethods, 3] : undefined;
}

/** Dissects what is passed through, message by message, as bytes of a connection to the port that was asked for. */
function passThrough(c: Cursor, connection: Connection): void {
  c.tape.flag(c.tape.top, SILENT);
  c.put(agreed.version, connection.version);
  c.put(agreed.command, connection.command);
  c.put(agreed.dstport, connection.port);
  const { sourcePort, destinationPort, tape, at: from } = c;
  const isFromServer = destinationPort !== PORT;
  while (c.at < c.end && c.at < c.have) {
    const start = c.at;
    const { count: row, top } = tape;
    const end = c.nextPort(
      ports,
      isFromServer ? connection.port : sourcePort,
      isFromServer ? destinationPort : connection.port,
      connection.taker,
    );
    if (c.wanted !== ENOUGH) {
      if (start > from) {
        tape.count = row;
        tape.top = top;
        c.wanted = ENOUGH;
      }
      break;
    }
    const taker = tape.nodes[row] as Protocol;
    if (taker !== c.registry.fallback) connection.taker ??= taker;
    if (start > from) tape.setValue(row, FOLLOWING);
    if (end <= start) break;
    c.at = end;
  }
  c.sourcePort = sourcePort;
  c.destinationPort = destinationPort;
  if (c.wanted === ENOUGH) c.end = c.at;
}

/** Asking a proxy for a connection, and what is then passed through it (RFC 1928). */
const protocolSocks: Protocol<StreamStates<Connection>> = protocol({
  name: "socks",
  title: "Socks Protocol",
  spec: "RFC 1928",
  column: "Socks",
  fields: [socks, userName, userId, agreed],
  on: { "tcp.port": PORT },
  state: (memory) => new StreamStates(memory, "SOCKS connections", SIZE, () => new Connection()),
  dissect(c) {
    const known = c.state(protocolSocks).of(c.conversation >> 1, c.frame.number);
    if (known.step === OPEN && known.port !== PORT) return passThrough(c, known);
    const reader = readerOf(c, known);
    const row = c.open(unread);
    c.tape.setValue(row, reader?.[1] ?? 0);
    // What another packet quotes changes nothing.
    reader?.[0](c, c.isQuoted ? new Connection() : known);
    c.close(row, Math.min(c.at + (reader === undefined ? c.captured : 0), c.have));
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const saying = tape.value(row + 1);
    info.set().text(said[saying] ?? "Unknown");
    if (saying < 7) return;
    const command = frame.find(row, socks.command);
    info.text(command < 0 ? "Connect" : (commands[frame.bytesOf(command)[tape.start(command)]!] ?? "Unknown"));
  },
});

export default protocolSocks;
