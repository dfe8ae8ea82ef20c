import type { Cursor } from "../core/cursor.ts";
import { type Reading, text } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";

/** What each side says first, the server before the client; a zero stands for any digit (RFC 6143 section 7.1.1). */
const VERSION = Uint8Array.from("RFB 000.000\n", (char) => char.charCodeAt(0));
const DIGIT_0 = 48;
const DIGIT_9 = 57;
/** Where in it the number stands. */
const NUMBER = 4;
const NUMBER_END = 11;

/** Where viewers wait for servers to connect. */
const LISTENING = [5500, 5501];

const versionOf = (r: Reading) => String.fromCharCode(...r.bytes.subarray(r.start, r.end));

const version = fields("vnc", {
  server_proto_ver: text("Server protocol version", { compute: versionOf }),
  client_proto_ver: text("Client protocol version", { compute: versionOf }),
});

const isDigit = (code: number) => code >= DIGIT_0 && code <= DIGIT_9;

/** True where a version stands, and nothing else. */
function isVersion(c: Cursor): boolean {
  if (c.captured !== VERSION.length) return false;
  return VERSION.every((code, i) => (code === DIGIT_0 ? isDigit(c.u8(c.at + i)) : code === c.u8(c.at + i)));
}

/** True where the server speaks: its port is the lower one, unless it connected to a viewer that waited. */
function isServer({ sourcePort, destinationPort }: Cursor): boolean {
  if (LISTENING.includes(destinationPort)) return true;
  return sourcePort < destinationPort && !LISTENING.includes(sourcePort);
}

export default protocol({
  name: "vnc",
  title: "Virtual Network Computing",
  spec: "RFC 6143",
  column: "VNC",
  fields: [version],
  on: { "tcp.port": [...LISTENING, 5900, 5901] },
  sniffsOn: "tcp.port",
  sniffs: isVersion,
  renews: true,
  dissect(c) {
    if (!isVersion(c)) {
      c.rest();
      return;
    }
    c.add(version[isServer(c) ? "server_proto_ver" : "client_proto_ver"], c.at + NUMBER, c.at + NUMBER_END);
    c.at += VERSION.length;
  },
  summary(frame: Frame, row, info) {
    const server = frame.find(row, version.server_proto_ver);
    const at = server < 0 ? frame.find(row, version.client_proto_ver) : server;
    info.set();
    if (at < 0) {
      info.text("Data");
      return;
    }
    info.text(server < 0 ? "Client protocol version: " : "Server protocol version: ");
    info.put(frame.bytesOf(at).subarray(frame.tape.start(at), frame.tape.end(at)));
  },
});
