import type { Cursor } from "../core/cursor.ts";
import { bytes, none, type Reading, u8, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { FOLLOWING } from "../core/tape.ts";

const HEAD_SIZE = 4;
const DIGITS = 16;
const DIGIT_0 = 48;
const LETTER_A = 97;
const LOWER_CASE = 0x20;
/** The first bytes of a line that say which of three streams it belongs to. */
const FIRST_BAND = 1;
const LAST_BAND = 3;
const UNKNOWN = 3;

const packetTypes: Readonly<Record<number, string>> = { 0: "Flush", 1: "Delimiter", 2: "Response end", 3: "Unknown" };
const bands: Readonly<Record<number, string>> = {
  [FIRST_BAND]: "Git packfile data",
  2: "Git progress data",
  [LAST_BAND]: "Git error data",
};

const VERSION = Uint8Array.from("version ", (char) => char.charCodeAt(0));
const VERSION_1 = DIGIT_0 + 1;
const VERSION_2 = DIGIT_0 + 2;
const versions: Readonly<Record<number, string>> = {
  [VERSION_1]: "Git protocol version 1",
  [VERSION_2]: "Git protocol version 2",
};

/** The value of a hexadecimal digit, -1 for another character. */
function digit(code: number): number {
  const number = code - DIGIT_0;
  if (number >= 0 && number < 10) return number;
  const letter = (code | LOWER_CASE) - LETTER_A;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/** The length in four hexadecimal digits at `at`; negative where one of them is none. */
function lengthAt(b: Uint8Array, at: number): number {
  let length = 0;
  for (let i = 0; i < HEAD_SIZE; i++) {
    const value = digit(b[at + i]!);
    if (value < 0) return -1;
    length = length * DIGITS + value;
  }
  return length;
}

const lengthOf = (r: Reading) => lengthAt(r.bytes, r.start);

/**  0                                 4
 *  +--------+--------+--------+--------+---- - - ----+
 *  |  Length of the line, as four digits |   Data    |   gitprotocol-common(5), pkt-line format
 *  +--------+--------+--------+--------+---- - - ----+ */
const head = layout("git", HEAD_SIZE, {
  length: u32(0, "Packet length", { show: "hex", width: 16, compute: lengthOf }),
});
/** A line that is only a mark: its length would be too short. */
const mark = layout("git", HEAD_SIZE, {
  packet_type: u32(0, "Git Packet Type", { names: packetTypes, compute: lengthOf }),
});
const content = fields("git", {
  sideband_control_code: u8("Sideband control code", { show: "hex", names: bands }),
  data: bytes("Packet data"),
  version: u8("Git Protocol Version", { names: versions }),
  bad_pkt_len: none("unrecognized special pkt-len value"),
});

/** True where the line says which version of the protocol follows. */
function isVersion(c: Cursor): boolean {
  const at = c.at + VERSION.length;
  return c.captured > VERSION.length && VERSION.every((code, i) => c.u8(c.at + i) === code) && c.u8(at) in versions;
}

/** Where a line ends. One whose length is no number never does. */
function sizeOf(c: Cursor): number {
  const length = lengthAt(c.bytes, c.at);
  return length < 0 ? Number.POSITIVE_INFINITY : Math.max(length, HEAD_SIZE);
}

export default protocol({
  name: "git",
  title: "Git Smart Protocol",
  spec: "gitprotocol-pack(5)",
  column: "Git",
  fields: [head, mark, content],
  on: { "tcp.port": 9418 },
  stream: { header: HEAD_SIZE, length: sizeOf },
  dissect(c) {
    const length = c.captured < HEAD_SIZE ? HEAD_SIZE : lengthAt(c.bytes, c.at);
    if (c.place(length < HEAD_SIZE ? mark : head) < 0) return;
    if (length === UNKNOWN) c.add(content.bad_pkt_len, c.at - HEAD_SIZE, c.at);
    if (length < HEAD_SIZE) return;
    if (c.captured > 0 && c.u8(c.at) >= FIRST_BAND && c.u8(c.at) <= LAST_BAND) c.take(content.sideband_control_code, 1);
    if (isVersion(c)) c.add(content.version, c.at + VERSION.length, c.at + VERSION.length + 1);
    c.take(content.data, Math.max(1, c.left));
  },
  summary(frame, row, info) {
    if (frame.tape.value(row) !== FOLLOWING) info.set().text("Git Smart Protocol");
  },
});
