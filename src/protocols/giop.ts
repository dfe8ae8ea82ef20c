import type { Cursor } from "../core/cursor.ts";
import { bigAt, bit, computed, littleAt, type Reading, text, u8, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";

const HEAD_SIZE = 12;
const FLAGS_AT = 6;
const SIZE_AT = 8;
const LITTLE = 1;
/** Types of messages that tell a request only by its number. */
const CANCEL = 2;
const LOCATED = 4;
/** What messages begin with: "GIOP". */
const MAGIC = 0x47494f50;

const types: Readonly<Record<number, string>> = {
  0: "Request",
  1: "Reply",
  2: "CancelRequest",
  3: "LocateRequest",
  4: "LocateReply",
  5: "CloseConnection",
  6: "MessageError",
  7: "Fragment",
};

/** The number in the four bytes at `at`, whose order the flags two bytes before tell. */
function sizeAt(b: Uint8Array, at: number): number {
  return (b[at - SIZE_AT + FLAGS_AT]! & LITTLE ? littleAt : bigAt)(b, at, 4);
}

/**  0                          4        5        6        7        8                 12
 *  +--------------------------+--------+--------+--------+--------+-----------------+
 *  |          "GIOP"          | Major  | Minor  | Flags  |  Type  |      Size       |   CORBA section 15.4.1
 *  +--------------------------+--------+--------+--------+--------+-----------------+ */
const magic = fields("giop", { magic: text("Magic") });
const header = layout("giop", HEAD_SIZE - 4, {
  major_version: u8(0, "Major Version"),
  minor_version: u8(1, "Minor Version"),
  flags: u8(2, "Message Flags", { show: "hex" }),
  "flags.fragment": bit(22, "Fragment"),
  "flags.little_endian": bit(23, "Little Endian"),
  type: u8(3, "Message type", { names: types }),
  len: u32(4, "Message size", { compute: (r: Reading) => sizeAt(r.bytes, r.start) }),
});
const request = fields("giop", {
  request_id: computed("uint", "Request id", (r) => idAt(r.bytes, r.start, r.value)),
});
const idAt = (b: Uint8Array, at: number, little: number) => (little ? littleAt : bigAt)(b, at, 4);
const body = group("Body");

export default protocol({
  name: "giop",
  title: "General Inter-ORB Protocol",
  spec: "CORBA 3.3 part 2",
  column: "GIOP",
  fields: [magic, header, request],
  sniffsOn: "tcp.port",
  sniffs: (c) => c.captured >= HEAD_SIZE && c.u32(c.at) === MAGIC,
  stream: { header: HEAD_SIZE, length: (c: Cursor) => HEAD_SIZE + sizeAt(c.bytes, c.at + SIZE_AT) },
  dissect(c) {
    if (!c.has(HEAD_SIZE)) return;
    c.take(magic.magic, 4);
    const at = c.place(header);
    const type = c.u8(at + 3);
    if ((type === CANCEL || type === LOCATED) && c.captured >= 4) {
      c.add(request.request_id, c.at, c.at + 4, c.u8(at + 2) & LITTLE);
      c.at += 4;
    }
    c.takeRest(body);
  },
  summary(frame, row, info) {
    const at = row + 2;
    const node = frame.tape.nodes[at];
    if (node !== header.$node) return;
    const [major, minor] = [frame.get(at, header.major_version), frame.get(at, header.minor_version)];
    const type = types[frame.get(at, header.type)] ?? "Unknown";
    info.set().text(`GIOP ${major}.${minor} ${type}, s=${sizeAt(frame.bytesOf(at), frame.tape.start(at) + 4)}`);
    const id = frame.find(row, request.request_id);
    if (id >= 0) info.text(` id=${idAt(frame.bytesOf(id), frame.tape.start(id), frame.tape.value(id))}`);
  },
});
