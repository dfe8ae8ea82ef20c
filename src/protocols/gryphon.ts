import type { Cursor } from "../core/cursor.ts";
import { bytes, octets, u8, u16, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { FOLLOWING } from "../core/tape.ts";

const HEAD_SIZE = 8;
/** A message fills a multiple of this many bytes. */
const ALIGNMENT = 4;
const COMMAND = 1;
const RESPONSE = 2;
const SERVER = 2;
const CLIENT = 3;

/** The type without the two bits that say whether to wait for a response. */
const typeOf = (octet: number) => octet & 0x3f;

const types: Readonly<Record<number, string>> = {
  0: "- Invalid -",
  [COMMAND]: "Command request",
  [RESPONSE]: "Command response",
  3: "Network (vehicle) data",
  4: "Event",
  5: "Miscellaneous",
  6: "Text string",
  7: "Signal (vehicle) network",
};
const places: Readonly<Record<number, string>> = {
  1: "Card",
  [SERVER]: "Server",
  [CLIENT]: "Client",
  16: "Scheduler",
  32: "Script Processor",
  33: "Program Loader",
  34: "USDT Server",
  35: "Bus Load Monitoring",
  36: "LIN LDF Server",
  37: "Flight Recorder / Data Logger",
  38: "Message Responder",
  39: "I/O and power",
  40: "Utility/Miscellaneous",
  41: "Signal Conversion Utility",
};

/**  0         8         16        24      31
 *  +---------+---------+---------+---------+
 *  | Source  | Channel |  Dest.  | Channel |
 *  |      Length       |  Type   |Reserved |   Gryphon Communications Protocol
 *  +---------+---------+---------+---------+ */
const ends = fields("gryphon", {
  src: u8("Source", { names: places, show: "hex" }),
  srcchan: u8("Source channel"),
  srcchanclient: u8("Source client id"),
  dest: u8("Destination", { names: places, show: "hex" }),
  destchan: u8("Destination channel"),
  destchanclient: u8("Destination client id"),
});
const header = layout("gryphon", 4, {
  data_length: u16(0, "Data length", { unit: "bytes" }),
  type: u8(2, "Frame type", { names: types, compute: (r) => typeOf(r.bytes[r.start]!) }),
  reserved: octets(3, 1, "Reserved", { many: true }),
});

/** What a request asks for, and what it answers with. */
const request = fields("gryphon", { cmd: u8("Command") });
const response = fields("gryphon", { command: u8("Command", { show: "hex", width: 32 }) });
const command = layout("gryphon", 3, {
  context: u8(0, "Context", { name: "gryphon.cmd.context" }),
  reserved: octets(1, 2, "Reserved", { many: true }),
});
const result = fields("gryphon", { status: u32("Status", { show: "hex" }) });
const content = fields("gryphon", {
  data: bytes("Data"),
  padding: bytes("Padding"),
});

/** The length of a message, which is that of its data up to the next boundary. */
const sizeOf = (c: Cursor) => HEAD_SIZE + c.u16(c.at + 4) + padding(c.u16(c.at + 4));
const padding = (length: number) => -length & (ALIGNMENT - 1);

function readCommand(c: Cursor, type: number): void {
  if (type === COMMAND && c.captured > 0) c.add(request.cmd, c.at, c.at + 1);
  if (!c.take(response.command, 1) || c.place(command) < 0) return;
  if (type === RESPONSE) c.take(result.status, 4);
}

/** True for a place whose channel is the number of a client. */
const isClient = (place: number) => place === SERVER || place === CLIENT;

export default protocol({
  name: "gryphon",
  title: "DG Gryphon Protocol",
  column: "Gryphon",
  fields: [ends, header, request, response, command, result, content],
  on: { "tcp.port": 7000 },
  stream: { header: HEAD_SIZE, length: sizeOf },
  dissect(c) {
    if (!c.has(HEAD_SIZE)) return;
    c.take(ends.src, 1);
    c.take(isClient(c.u8(c.at - 1)) ? ends.srcchanclient : ends.srcchan, 1);
    c.take(ends.dest, 1);
    c.take(isClient(c.u8(c.at - 1)) ? ends.destchanclient : ends.destchan, 1);
    const at = c.place(header);
    const length = c.get(at, header.data_length);
    const type = typeOf(c.get(at, header.type));
    const end = c.at + length;
    if (type === COMMAND || type === RESPONSE) readCommand(c, type);
    if (c.at < end && !c.take(content.data, end - c.at)) return;
    if (padding(length) > 0) c.take(content.padding, padding(length));
  },
  summary(frame, row, info) {
    const at = frame.find(row, header);
    if (at < 0 || frame.tape.value(row) === FOLLOWING) return;
    info.set().text(types[typeOf(frame.get(at, header.type))] ?? "- Invalid -");
  },
});
