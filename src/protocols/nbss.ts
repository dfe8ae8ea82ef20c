import type { Cursor } from "../core/cursor.ts";
import { bit, bytes, ipv4, text, u8, u16, u24 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { FOLLOWING } from "../core/tape.ts";
import { letterPair, netbiosName } from "./shared/netbios.ts";

const payloads = table("nbss.payload");
const HEAD_SIZE = 4;
const MESSAGE = 0x00;
const REQUEST = 0x81;
const NEGATIVE = 0x83;
const RETARGET = 0x84;
/** The only flag there is: a 17th bit of the length. */
const EXTENSION = 1;
/** An encoded NetBIOS name without scope: its length, 32 letters, and the empty label that ends it. */
const NAME_SIZE = 34;
/** What "?SMB" has for its first byte: SMB, SMB2, encrypted, compressed. */
const FIRST_SIGNATURE = 0xfc;
const SMB = 0x534d42;

const types: Readonly<Record<number, string>> = {
  [MESSAGE]: "Session message",
  [REQUEST]: "Session request",
  130: "Positive session response",
  [NEGATIVE]: "Negative session response",
  [RETARGET]: "Retarget session response",
  133: "Session keep-alive",
};
/** How long messages of a type are that have a constant length. */
const sizes: Readonly<Record<number, number>> = { 130: 0, [NEGATIVE]: 1, [RETARGET]: 6, 133: 0 };
const errors: Readonly<Record<number, string>> = {
  128: "Not listening on called name",
  129: "Not listening for calling name",
  130: "Called name not present",
  131: "Called name present, but insufficient resources",
  143: "Unspecified error",
};

/** The length of the message whose last two bytes are at `at`, in RFC 1002's 17 bits. */
const longOf = (b: Uint8Array, at: number) => ((b[at - 1]! & EXTENSION) << 16) | (b[at]! << 8) | b[at + 1]!;

/**  0        8             16                31
 *  +--------+-------------+-----------------+
 *  |  Type  |   Flags   |E|     Length      |   RFC 1002 section 4.3.1
 *  +--------+-------------+-----------------+ */
const header = layout("nbss", HEAD_SIZE, {
  type: u8(0, "Message Type", { names: types, show: "hex" }),
  flags: u8(1, "Flags", { show: "hex" }),
  "flags.e": bit(15, "Extend"),
  length: u16(2, "Length", { compute: (r) => longOf(r.bytes, r.start) }),
});

/**  0        8                         31
 *  +--------+--------------------------+
 *  |  Type  |          Length          |   SMB without NetBIOS: [MS-SMB2] section 2.1
 *  +--------+--------------------------+ */
const direct = layout("nbss", HEAD_SIZE, {
  type: u8(0, "Message Type", { names: types, show: "hex" }),
  length: u24(1, "Length"),
});

/** RFC 1002 section 4.3.5 */
const retarget = layout("nbss", 6, {
  retarget_ip_address: ipv4(0, "Retarget IP address"),
  retarget_port: u16(4, "Retarget port"),
});

const content = fields("nbss", {
  called_name: text("Called name", { compute: (r) => nameAt(r.bytes, r.start) }),
  calling_name: text("Calling name", { compute: (r) => nameAt(r.bytes, r.start) }),
  error_code: u8("Error code", { names: errors, show: "hex" }),
  continuation_data: bytes("Continuation data"),
});

/** The name encoded at `start`. */
function nameAt(b: Uint8Array, start: number): string {
  return netbiosName(Array.from({ length: 16 }, (_, i) => letterPair(b[start + 1 + i * 2]!, b[start + 2 + i * 2]!)));
}

/** The last frame in which a message was read: more may begin in it with fewer bytes than a header has. */
interface State {
  frame: number;
}

/** True where SMB follows the header: the length then has 24 bits. */
function isDirect(c: Cursor): boolean {
  const at = c.at + HEAD_SIZE;
  return (
    c.captured >= 2 * HEAD_SIZE &&
    c.u8(c.at) === MESSAGE &&
    c.u8(at) >= FIRST_SIGNATURE &&
    (c.u32(at) & 0xffffff) === SMB
  );
}

/** How many bytes follow the header at the cursor; -1 where none begins there. */
function lengthOf(c: Cursor, isSmb: boolean): number {
  if (isSmb) return c.u32(c.at) & 0xffffff;
  const type = c.u8(c.at);
  const length = longOf(c.bytes, c.at + 2);
  if (types[type] === undefined || c.u8(c.at + 1) > EXTENSION) return -1;
  const size = sizes[type];
  return (size !== undefined && size !== length) || (type === MESSAGE && length === 0) ? -1 : length;
}

/** Reads what follows the header of a message of `type`. */
function readMessage(c: Cursor, type: number): void {
  if (type === MESSAGE) c.next(payloads, 0);
  else if (type === NEGATIVE) c.take(content.error_code, 1);
  else if (type === RETARGET) c.place(retarget);
  else if (type === REQUEST && c.take(content.called_name, NAME_SIZE)) c.take(content.calling_name, NAME_SIZE);
}

const nbss: Protocol<State> = protocol({
  name: "nbss",
  title: "NetBIOS Session Service",
  spec: "RFC 1002",
  column: "NBSS",
  fields: [header, direct, retarget, content],
  on: { "tcp.port": [139, 445] },
  state: () => ({ frame: 0 }),
  dissect,
  summary(frame, row, info) {
    const head = row + 1;
    const node = frame.tape.nodes[head];
    if (frame.tape.value(row) === FOLLOWING) return;
    info.set();
    if (node !== header.$node && node !== direct.$node) return void info.text("NBSS Continuation Message");
    const type = frame.get(head, header.type);
    info.text(types[type]!);
    const error = frame.find(row, content.error_code);
    if (error >= 0) {
      const code = frame.bytesOf(error)[frame.tape.start(error)]!;
      info.text(`, ${errors[code] ?? `Unknown (${code.toString(16)})`}`);
    }
    const called = frame.find(row, content.called_name);
    const calling = frame.find(row, content.calling_name);
    if (calling < 0) return;
    const { tape } = frame;
    const b = frame.bytesOf(head);
    info.text(`, to ${nameAt(b, tape.start(called))} from ${nameAt(b, tape.start(calling))}`);
  },
});

/** Reads one message, or what stands where one should begin. */
function dissect(c: Cursor): false | void {
  const state = c.state(nbss);
  const isSmb = isDirect(c);
  if (c.captured < HEAD_SIZE && c.streaming && state.frame === c.frame.number) return c.need(HEAD_SIZE - c.left);
  const length = c.captured < HEAD_SIZE ? -1 : lengthOf(c, isSmb);
  if (length < 0) return void c.take(content.continuation_data, c.left);
  const missing = HEAD_SIZE + length - c.left;
  if (c.streaming && missing > 0) {
    c.line = types[c.u8(c.at)];
    return c.need(missing);
  }
  state.frame = c.frame.number;
  const at = c.place(isSmb ? direct : header);
  c.limit(c.at + length, isSmb ? direct.length : header.length);
  readMessage(c, c.u8(at));
}

export default nbss;
