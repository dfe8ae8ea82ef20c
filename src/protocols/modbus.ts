import type { Cursor } from "../core/cursor.ts";
import { u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { beginInfo } from "./shared/following.ts";

const payloads = table("mbtcp.payload");
const PORT = 502;
const HEAD_SIZE = 7;
/** What a message has at least: its head, and a function. */
const SHORTEST = 8;
const LENGTH_AT = 4;
const COUNTED_FROM = 6;
const EXCEPTION = 0x80;
/** Comes with the head of what a server sends. */
const FROM_SERVER = 1;

const functions: Readonly<Record<number, string>> = {
  1: "Read Coils",
  2: "Read Discrete Inputs",
  3: "Read Holding Registers",
  4: "Read Input Registers",
  5: "Write Single Coil",
  6: "Write Single Register",
  7: "Read Exception Status",
  8: "Diagnostics",
  11: "Get Comm. Event Counters",
  12: "Get Comm. Event Log",
  15: "Write Multiple Coils",
  16: "Write Multiple Registers",
  17: "Report Slave ID",
  20: "Read File Record",
  21: "Write File Record",
  22: "Mask Write Register",
  23: "Read Write Register",
  24: "Read FIFO Queue",
  43: "Encapsulated Interface Transport",
  90: "Unity (Schneider)",
};

/**  0                16                31
 *  +-----------------+-----------------+
 *  |   Transaction   |    Protocol     |
 *  |     Length      |  Unit  |   MODBUS Messaging on TCP/IP section 3.1.3
 *  +-----------------+--------+ */
const header = layout("mbtcp", HEAD_SIZE, {
  trans_id: u16(0, "Transaction Identifier"),
  prot_id: u16(2, "Protocol Identifier"),
  len: u16(LENGTH_AT, "Length"),
  unit_id: u8(6, "Unit Identifier"),
});
const { func_code: functionCode } = fields("modbus", {
  func_code: u8("Function Code", { names: functions, compute: (r) => r.bytes[r.start]! & ~EXCEPTION }),
});
const content = group("Data");

/** True where a message may begin: its protocol is none, and its length is not too short. */
function isMessage(c: Cursor): boolean {
  return c.left >= SHORTEST && c.u16(c.at + 2) === 0 && c.u16(c.at + LENGTH_AT) > 1;
}

/** What is asked and answered, behind the head (MODBUS Application Protocol section 4). */
export const modbus = protocol({
  name: "modbus",
  title: "Modbus",
  spec: "MODBUS Application Protocol",
  fields: [{ functionCode }],
  on: { "mbtcp.payload": 0 },
  dissect(c) {
    if (c.take(functionCode, 1)) c.takeRest(content);
  },
});

/** Modbus over TCP. */
export const mbtcp = protocol({
  name: "mbtcp",
  title: "Modbus/TCP",
  spec: "MODBUS Messaging on TCP/IP",
  column: "Modbus/TCP",
  fields: [header],
  on: { "tcp.port": PORT },
  stream: { header: 1, length: (c) => (isMessage(c) ? COUNTED_FROM + c.u16(c.at + LENGTH_AT) : c.left) },
  dissect(c) {
    if (c.streaming && !isMessage(c)) return false;
    const at = c.place(header);
    if (at < 0) return undefined;
    c.tape.setValue(c.tape.count - 1, c.sourcePort === PORT ? FROM_SERVER : 0);
    return void c.next(payloads, 0);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const at = frame.find(row, header);
    if (at < 0 || !frame.holds(at, header.unit_id)) return;
    const code = frame.bytesOf(at)[tape.start(at) + HEAD_SIZE]!;
    const name = functions[code & ~EXCEPTION] ?? `Unknown function (${code & ~EXCEPTION})`;
    const padded = (value: number, width: number) => String(value).padStart(width);
    beginInfo(frame, row, info, "; ");
    info.text(tape.value(at) === FROM_SERVER ? "Response: " : "   Query: ");
    info.text(
      `Trans: ${padded(frame.get(at, header.trans_id), 5)}; Unit: ${padded(frame.get(at, header.unit_id), 3)}, `,
    );
    info.text(`Func: ${padded(code & ~EXCEPTION, 3)}: ${name}${code & EXCEPTION ? ". Exception returned " : ""}`);
  },
});
