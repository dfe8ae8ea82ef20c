import type { Cursor } from "../core/cursor.ts";
import { type Field, littleAt, none, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { beginInfo } from "./shared/following.ts";
import { asciiIn, asciiText } from "./shared/text.ts";

const HEAD_SIZE = 24;
const COMMAND_AT = 4;
const COMMAND_SIZE = 12;
const LENGTH_AT = 16;
const NUL = 0;
/** What messages of the main network and of two for tests begin with. */
const magics = [0xf9beb4d9, 0xfabfb5da, 0x0b110907];

/**  0         4                            16        20        24
 *  +---------+----------------------------+---------+---------+- - -
 *  |  Magic  |          Command           | Length  |Checksum | Payload   Bitcoin, message structure
 *  +---------+----------------------------+---------+---------+- - - */
const head = fields("bitcoin", {
  magic: u32("Packet magic", { show: "hex" }),
  command: asciiText("Command name"),
});
const tail = layout("bitcoin", 8, {
  length: u32(0, "Payload Length", { little: true }),
  checksum: u32(4, "Payload checksum", { show: "hex" }),
});

/** The payload of each command, as a whole. */
const payloads = fields("bitcoin", {
  version: none("Version message"),
  addr: none("Address message"),
  inv: none("Inventory message"),
  getdata: none("Getdata message"),
  notfound: none("Getdata message"),
  getblocks: none("Getdata message"),
  getheaders: none("Getheaders message"),
  tx: none("Tx message"),
  block: none("Block message"),
  headers: none("Headers message"),
  ping: none("Ping message"),
  pong: none("Pong message"),
  reject: none("Reject message"),
  filterload: none("Filterload message"),
  filteradd: none("Filteradd message"),
  merkleblock: none("Merkleblock message"),
});
const { unknown } = fields("bitcoin.command", { unknown: none("Unknown command") });
/** Commands without payload. */
const empty = ["verack", "getaddr", "mempool", "filterclear"];
const known: Readonly<Record<string, Field>> = payloads;

/** The name in the command at `start`, which NULs fill up. */
function commandAt(b: Uint8Array, start: number): string {
  const end = b.subarray(start, start + COMMAND_SIZE).indexOf(NUL);
  return asciiIn(b, start, start + (end < 0 ? COMMAND_SIZE : end));
}

const isKnown = (command: string) => Object.hasOwn(known, command) || empty.includes(command);

/** How long the message at the cursor is. */
const sizeOf = (c: Cursor) => HEAD_SIZE + littleAt(c.bytes, c.at + LENGTH_AT, 4);

const bitcoin: Protocol = protocol({
  name: "bitcoin",
  title: "Bitcoin protocol",
  column: "Bitcoin",
  fields: [head, tail, payloads, { unknown }],
  sniffsOn: "tcp.port",
  sniffs: (c) => c.captured >= 4 && magics.includes(c.u32(c.at)),
  stream: { header: HEAD_SIZE, length: sizeOf, waiting: () => "" },
  dissect(c) {
    if (!c.has(HEAD_SIZE)) return;
    const command = commandAt(c.bytes, c.at + COMMAND_AT);
    c.take(head.magic, 4);
    c.take(head.command, COMMAND_SIZE);
    c.place(tail);
    if (c.left > 0 || !isKnown(command)) c.take(known[command] ?? unknown, c.left);
    if (Object.hasOwn(known, command)) c.passing(bitcoin);
  },
  summary(frame, row, info) {
    const at = frame.find(row, head.command);
    if (at < 0) return;
    const { tape } = frame;
    beginInfo(frame, row, info);
    const command = commandAt(frame.bytesOf(at), tape.start(at));
    info.text(`${info.isEmpty ? "" : ", "}${isKnown(command) ? command : "[unknown command]"}`);
  },
});

export default bitcoin;
