import type { Cursor } from "../../core/cursor.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { beforeLineEnd, lineLimit } from "../shared/lines.ts";
import { asciiIn, escaped } from "../shared/text.ts";
import data from "./data.ts";
import { ftp, line } from "./fields.ts";
import { DATA_PORT, type Session, sessions, Transfer } from "./session.ts";

const SPACE = 32;
const PORT = 21;
const CODE_SIZE = 3;
const PASSIVE = 227;
const EXTENDED_PASSIVE = 229;
const IPV4 = 4;
/** How connections for data are set up, as Info says it. */
const ACTIVE = "PORT";
const PASV = "PASV";
const EPSV = "EPASV";
const FAMILY_IPV4 = 1;
const FAMILY_IPV6 = 2;

/** `10,0,0,1,19,137`, of which the first four are an address and the others a port (RFC 959 section 4.1.2). */
const numbered = /(\d+,\d+,\d+,\d+),(\d+,\d+)/d;
/** `(|||5001|)`: any character may stand for the lines (RFC 2428 section 3). */
const extended = /\((\W)\1\1(\d+)\1\)/d;
/** `|1|10.0.0.1|5001|` (RFC 2428 section 2). */
const extendedActive = /^(\W)(\d+)\1([^|]+)\1(\d+)\1/d;

/** Tells others whose connection for data comes to `port` of `address`. */
function announce(c: Cursor, session: Session, address: Uint8Array, port: number, method: string): void {
  if (c.isQuoted) return;
  session.pending = new Transfer(method, c.frame.number);
  c.announced.add(address, port, { taker: data, told: session.pending, ...(method === ACTIVE && { peer: DATA_PORT }) });
}

const source = ({ frame: { addressBytes, sourceAt, addressSize } }: Cursor) =>
  addressBytes.subarray(sourceAt, sourceAt + addressSize);

const isSource = (c: Cursor, address: Uint8Array) => source(c).every((byte, i) => byte === address[i]);

/** Reads an address and a port in `at..last`, where those stand. */
function readNumbered(c: Cursor, session: Session, at: number, last: number, method: string): void {
  const [, address, port] = numbered.exec(asciiIn(c.bytes, at, last))?.indices ?? [];
  if (address === undefined || port === undefined) return;
  const isPassive = method === PASV;
  c.add(ftp[isPassive ? "passive.ip" : "active.cip"], at + address[0], at + address[1]);
  c.add(ftp[isPassive ? "passive.port" : "active.port"], at + port[0], at + port[1]);
  const bytes = Uint8Array.from(asciiIn(c.bytes, at + address[0], at + address[1]).split(","), Number);
  if (!isSource(c, bytes)) c.put(ftp[isPassive ? "passive.nat" : "active.nat"], 1);
  const [high, low] = asciiIn(c.bytes, at + port[0], at + port[1])
    .split(",")
    .map(Number);
  announce(c, session, bytes, high! * 256 + low!, method);
}

/** Reads the port that the server listens at. */
function readExtended(c: Cursor, session: Session, at: number, last: number): void {
  const [, , port] = extended.exec(asciiIn(c.bytes, at, last))?.indices ?? [];
  if (port === undefined) return void c.add(ftp["epsv.args_invalid"], at, last);
  c.add(ftp[c.frame.addressSize === IPV4 ? "epsv.ip" : "epsv.ipv6"], at, at);
  c.add(ftp["epsv.port"], at + port[0], at + port[1]);
  announce(c, session, source(c), Number(asciiIn(c.bytes, at + port[0], at + port[1])), EPSV);
}

/** Reads where the client listens. */
function readExtendedActive(c: Cursor, at: number, last: number): void {
  const found = extendedActive.exec(asciiIn(c.bytes, at, last));
  const [, , family, address, port] = found?.indices ?? [];
  const number = Number(found?.[2]);
  if (family === undefined || address === undefined || port === undefined) {
    return void c.add(ftp["eprt.args_invalid"], at, last);
  }
  c.add(ftp["eprt.af"], at + family[0], at + family[1]);
  if (number === FAMILY_IPV4) c.add(ftp["eprt.ip"], at + address[0], at + address[1]);
  else if (number === FAMILY_IPV6) c.add(ftp["eprt.ipv6"], at + address[0], at + address[1]);
  c.add(ftp["eprt.port"], at + port[0], at + port[1]);
}

/** Reads a command and its argument (RFC 959 section 5.3.1). */
function readRequest(c: Cursor, session: Session, last: number): void {
  const { bytes: b, at } = c;
  let end = at;
  while (end < last && b[end] !== SPACE) end++;
  let from = end;
  while (from < last && b[from] === SPACE) from++;
  if (end > at) c.add(ftp["request.command"], at, end);
  if (from < last) c.add(ftp["request.arg"], from, last);
  const word = asciiIn(b, at, end);
  if (!c.isQuoted) session.command(word, asciiIn(b, from, last), asciiIn(b, at, last), c.frame.number);
  if (word === ACTIVE) readNumbered(c, session, from, last, ACTIVE);
  else if (word === "EPRT") readExtendedActive(c, from, last);
}

/** Reads a reply: a code of three digits, and text (RFC 959 section 4.2). */
function readResponse(c: Cursor, session: Session, last: number): void {
  const { bytes: b, at } = c;
  const digits = asciiIn(b, at, Math.min(last, at + CODE_SIZE));
  if (!/^\d{3}$/.test(digits)) {
    if (last > at) c.add(ftp["response.arg"], at, last);
    return;
  }
  const code = Number(digits);
  const from = Math.min(last, at + CODE_SIZE + 1);
  const row = c.open(ftp["response.code"]);
  if (!c.isQuoted && !session.reply(code, asciiIn(b, from, last))) c.add(ftp["response.pwd.invalid"], from, last);
  c.close(row, at + CODE_SIZE);
  if (from < last) c.add(ftp["response.arg"], from, last);
  if (code === PASSIVE) readNumbered(c, session, from, last, PASV);
  else if (code === EXTENDED_PASSIVE) readExtended(c, session, from, last);
}

/** The control connection: commands and replies. Of several lines in a segment only the first is read, as in Wireshark. */
const control: Protocol<StreamStates<Session>> = protocol({
  name: "ftp",
  title: "File Transfer Protocol",
  spec: "RFC 959",
  column: "FTP",
  fields: [ftp],
  on: { "tcp.port": PORT },
  state: sessions,
  dissect(c) {
    const states = c.state(control);
    const session = states.of(c.conversation >> 1, c.frame.number);
    const { bytes: b, at } = c;
    const to = at + c.captured;
    const isRequest = c.destinationPort === PORT;
    const end = lineLimit(b, at, to);
    const last = beforeLineEnd(b, at, end);
    c.put(ftp.request, isRequest ? 1 : 0);
    c.put(ftp.response, isRequest ? 0 : 1);
    const row = c.open(line);
    if (isRequest) readRequest(c, session, last);
    else readResponse(c, session, last);
    c.close(row, end);
    for (let from = end; from < to; ) {
      const next = lineLimit(b, from, to);
      c.close(c.open(line, from), next);
      from = next;
    }
    c.add(ftp["current-working-directory"], at, at, c.frame.addText(session.directory));
    states.holds(session.directory.length * 2);
  },
  summary(frame, row, info) {
    const { tape, numbers } = frame;
    const isRequest = numbers[tape.value(frame.find(row, ftp.request))] === 1;
    const bytes = frame.bytesOf(row);
    const start = tape.start(row);
    const last = beforeLineEnd(bytes, start, lineLimit(bytes, start, tape.end(row)));
    info
      .set()
      .text(isRequest ? "Request: " : "Response: ")
      .text(escaped(asciiIn(bytes, start, last)));
  },
});

export default control;
