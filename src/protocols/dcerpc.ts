import type { Cursor } from "../core/cursor.ts";
import { bigAt, bit, bits, computed, littleAt, octets, type Reading, u8, u16, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { beginInfo } from "./shared/following.ts";

const HEAD_SIZE = 16;
const LENGTH_AT = 8;
/** Bits of the data representation's first byte that no order of integers and no set of characters uses. */
const UNUSED_DREP = 0xee;
/** The last way of writing floating-point numbers: IBM's. */
const LAST_FLOAT = 3;
const DREP_AT = 4;
const LITTLE = 0x10;
const VERSION = 5;
const LAST_TYPE = 20;
const REQUEST = 0;
const RESPONSE = 2;
const FIRST = 1;
const LAST = 2;
/** The numbers behind the head of requests and responses. */
const CALL_SIZE = 8;

const types: Readonly<Record<number, string>> = {
  [REQUEST]: "Request",
  1: "Ping",
  [RESPONSE]: "Response",
  3: "Fault",
  4: "Working",
  5: "Nocall",
  6: "Reject",
  7: "Ack",
  8: "Cl_cancel",
  9: "Fack",
  10: "Cancel_ack",
  11: "Bind",
  12: "Bind_ack",
  13: "Bind_nak",
  14: "Alter_context",
  15: "Alter_context_resp",
  16: "AUTH3",
  17: "Shutdown",
  18: "Co_cancel",
  19: "Orphaned",
  20: "RPC-over-HTTP RTS",
};

/** A number of `size` bytes `at` bytes into the head, in the byte order the head at `start` names. */
function numberAt(b: Uint8Array, start: number, at: number, size: number): number {
  return (b[start + DREP_AT]! & LITTLE ? littleAt : bigAt)(b, start + at, size);
}
const ordered = (at: number, size: number) => (r: Reading) => numberAt(r.bytes, r.start - at, at, size);
const orders: Readonly<Record<number, string>> = { 0: "Big-endian", 1: "Little-endian" };
const characters: Readonly<Record<number, string>> = { 0: "ASCII", 1: "EBCDIC" };
const floats: Readonly<Record<number, string>> = { 0: "IEEE", 1: "VAX", 2: "Cray", 3: "IBM" };

/**  0        8       16       24      31
 *  +--------+--------+--------+--------+
 *  |Version |  Minor |  Type  | Flags  |
 *  |      Data representation          |
 *  | Fragment length |   Auth. length  |
 *  |            Call ID                |   DCE 1.1 RPC section 12.6
 *  +--------+--------+--------+--------+ */
const header = layout("dcerpc", HEAD_SIZE, {
  ver: u8(0, "Version"),
  ver_minor: u8(1, "Version (minor)"),
  pkt_type: u8(2, "Packet type", { names: types }),
  cn_flags: u8(3, "Packet Flags", { show: "hex" }),
  "cn_flags.object": bit(24, "Object"),
  "cn_flags.maybe": bit(25, "Maybe"),
  "cn_flags.dne": bit(26, "Did Not Execute"),
  "cn_flags.mpx": bit(27, "Multiplex"),
  "cn_flags.reserved": bit(28, "Reserved"),
  "cn_flags.cancel_pending": bit(29, "Cancel Pending"),
  "cn_flags.last_frag": bit(30, "Last Frag"),
  "cn_flags.first_frag": bit(31, "First Frag"),
  drep: octets(DREP_AT, 4, "Data Representation"),
  "drep.byteorder": bits(32, 4, "Byte order", { names: orders }),
  "drep.character": bits(36, 4, "Character", { names: characters }),
  "drep.fp": u8(5, "Floating-point", { names: floats }),
  cn_frag_len: u16(LENGTH_AT, "Frag Length", { compute: ordered(LENGTH_AT, 2) }),
  cn_auth_len: u16(10, "Auth Length", { compute: ordered(10, 2) }),
  cn_call_id: u32(12, "Call ID", { compute: ordered(12, 4) }),
});
/** The order of the numbers behind the head comes with their rows: 1 for least significant byte first. */
const numbered = (r: Reading) => (r.value ? littleAt : bigAt)(r.bytes, r.start, r.end - r.start);
const call = fields("dcerpc", {
  cn_alloc_hint: computed("uint", "Alloc hint", numbered),
  cn_ctx_id: computed("uint", "Context ID", numbered),
  opnum: computed("uint", "Opnum", numbered),
  cn_cancel_count: u8("Cancel count"),
});
const body = group("Body");

/** True where a head stands: of its version, a type there is, and numbers written in a way there is. */
function sniffs(c: Cursor): boolean {
  const { at } = c;
  if (c.captured < HEAD_SIZE || c.u8(at) !== VERSION || c.u8(at + 1) > 1 || c.u8(at + 2) > LAST_TYPE) return false;
  return (c.u8(at + DREP_AT) & UNUSED_DREP) === 0 && c.u8(at + DREP_AT + 1) <= LAST_FLOAT;
}

/** Reads what requests and responses begin with. */
function readCall(c: Cursor, type: number, little: number): void {
  if (!c.has(CALL_SIZE)) return;
  const { at } = c;
  c.add(call.cn_alloc_hint, at, at + 4, little);
  c.add(call.cn_ctx_id, at + 4, at + 6, little);
  if (type === REQUEST) c.add(call.opnum, at + 6, at + 8, little);
  else c.add(call.cn_cancel_count, at + 6, at + 7);
  c.at += CALL_SIZE;
}

const fragments: Readonly<Record<number, string>> = {
  0: "Mid",
  [FIRST]: "1st",
  [LAST]: "Last",
  [FIRST | LAST]: "Single",
};

export default protocol({
  name: "dcerpc",
  title: "Distributed Computing Environment / Remote Procedure Call",
  spec: "DCE 1.1 RPC",
  column: "DCERPC",
  fields: [header, call],
  sniffsOn: "tcp.port",
  sniffs,
  // Less than a head is nothing that could be recognised.
  stream: { header: 1, length: (c) => (sniffs(c) ? numberAt(c.bytes, c.at, LENGTH_AT, 2) : c.left) },
  dissect(c) {
    if (c.streaming && !sniffs(c)) return false;
    const at = c.place(header);
    if (at < 0) return;
    const type = c.get(at, header.pkt_type);
    const little = c.u8(at + DREP_AT) & LITTLE ? 1 : 0;
    if (type === REQUEST || type === RESPONSE) readCall(c, type, little);
    return c.takeRest(body);
  },
  summary(frame, row, info) {
    const at = frame.find(row, header);
    if (at < 0 || !frame.holds(at, header.cn_call_id)) return;
    const type = frame.get(at, header.pkt_type);
    const start = frame.tape.start(at);
    const id = numberAt(frame.bytesOf(at), start, 12, 4);
    beginInfo(frame, row, info, ", ");
    info.text(
      `${types[type]}: call_id: ${id}, Fragment: ${fragments[frame.get(at, header.cn_flags) & (FIRST | LAST)]}`,
    );
    if (frame.find(row, call.cn_alloc_hint) < 0) return;
    const { tape } = frame;
    const number = (i: number) =>
      (tape.value(i) ? littleAt : bigAt)(frame.bytesOf(i), tape.start(i), tape.end(i) - tape.start(i));
    const opnum = frame.find(row, call.opnum);
    if (opnum >= 0) info.text(`, opnum: ${number(opnum)}`);
    info.text(`, Ctx: ${number(frame.find(row, call.cn_ctx_id))}`);
  },
});
