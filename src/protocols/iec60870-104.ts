import { type Cursor, MORE } from "../core/cursor.ts";
import { bytes, computed, littleAt, u8 } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { beginInfo } from "./shared/following.ts";

const PORT = 2404;
/** What units begin with; what stands before one is passed over. */
const START = 0x68;
const HEAD_SIZE = 2;
const CONTROL_SIZE = 4;
const SUPERVISORY = 1;
const UNNUMBERED = 3;

const kinds: Readonly<Record<number, string>> = { 0: "I", [SUPERVISORY]: "S", 2: "I", [UNNUMBERED]: "U" };
const commands: Readonly<Record<number, string>> = {
  1: "STARTDT act",
  2: "STARTDT con",
  4: "STOPDT act",
  8: "STOPDT con",
  16: "TESTFR act",
  32: "TESTFR con",
};

/**  0        8        16                               48
 *  +--------+--------+--------------------------------+- - -
 *  |  0x68  | Length |            Control             | Data   IEC 60870-5-104 section 5
 *  +--------+--------+--------------------------------+- - - */
const unit = fields("iec60870_104", {
  apdulen: u8("ApduLen"),
  type: computed("uint", "Type", (r) => kindOf(r.bytes[r.start]!), { show: "hex", width: 32, names: kinds }),
  utype: computed("uint", "UType", (r) => r.bytes[r.start]! >> 2, { show: "hex", width: 32, names: commands }),
  tx: computed("uint", "Tx", (r) => littleAt(r.bytes, r.start, 2) >> 1),
  rx: computed("uint", "Rx", (r) => littleAt(r.bytes, r.start + 2, 2) >> 1),
  data: bytes("Data", { many: true }),
});

/** Comes with the type of a unit that the station controlled sends. */
const FROM_STATION = 1;

/** Whether a unit carries information (0), acknowledges it, or controls the connection, by its first control octet. */
const kindOf = (control: number) => (control & 1 ? control & UNNUMBERED : 0);

/** Where a unit begins, counted from the cursor, -1 for none. */
function startOf(c: Cursor): number {
  for (let at = c.at; at + 1 < c.at + c.captured; at++) if (c.u8(at) === START) return at - c.at;
  return -1;
}

function sizeOf(c: Cursor): number {
  const skipped = startOf(c);
  return skipped < 0 ? MORE : skipped + HEAD_SIZE + c.u8(c.at + skipped + 1);
}

export default protocol({
  name: "iec60870_104",
  title: "IEC 60870-5-104",
  spec: "IEC 60870-5-104",
  column: "IEC 60870-5-104",
  fields: [unit],
  on: { "tcp.port": PORT },
  stream: { header: HEAD_SIZE, length: sizeOf },
  dissect(c) {
    const skipped = startOf(c);
    if (skipped !== 0) c.take(unit.data, skipped < 0 ? c.captured : skipped);
    if (skipped < 0 || !c.has(HEAD_SIZE)) return;
    c.at++;
    c.take(unit.apdulen, 1);
    if (!c.has(CONTROL_SIZE)) return;
    const kind = kindOf(c.u8(c.at));
    const end = c.at + CONTROL_SIZE;
    c.add(unit.type, c.at, end, c.sourcePort === PORT ? FROM_STATION : 0);
    if (kind === UNNUMBERED) c.add(unit.utype, c.at, end);
    if (kind === 0) c.add(unit.tx, c.at, end);
    if (kind !== UNNUMBERED) c.add(unit.rx, c.at, end);
    c.at = end;
    if (c.captured > 0) c.take(unit.data, c.captured);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const at = frame.find(row, unit.type);
    if (at < 0) return;
    const b = frame.bytesOf(at);
    const start = tape.start(at);
    const kind = kindOf(b[start]!);
    const number = (i: number) => littleAt(b, start + i, 2) >> 1;
    beginInfo(frame, row, info, " | ");
    const skipped = tape.nodes[row + 1] === unit.data ? tape.end(row + 1) - tape.start(row + 1) : 0;
    if (skipped > 0) info.text(`<ERR prefix ${skipped} bytes> `);
    info.text(tape.value(at) === FROM_STATION ? "-> " : "<- ");
    if (kind === UNNUMBERED) return void info.text(`U (${commands[b[start]! >> 2] ?? ""}) `);
    info.text(kind === SUPERVISORY ? `S (${number(2)}) ` : `I (${number(0)},${number(2)}) `);
  },
});
