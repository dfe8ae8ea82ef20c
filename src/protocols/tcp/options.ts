import type { Cursor } from "../../core/cursor.ts";
import { bigAt, bytes, computed, none, number, type Reading, u8, u16, u32 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { distance } from "../../streams/reassembly.ts";
import type { Segment } from "../../streams/segment.ts";
import { header } from "./header.ts";

const whole = (r: Reading) => r.bytes.subarray(r.start, r.end);
const names: Readonly<Record<number, string>> = {
  0: "End of Option List",
  1: "No-Operation",
  2: "Maximum Segment Size",
  3: "Window Scale",
  4: "SACK Permitted",
  5: "SACK",
  8: "Timestamps",
  19: "MD5 Signature",
  28: "User Timeout",
  29: "Authentication",
  30: "Multipath TCP",
  34: "Fast Open Cookie",
};
const kind = { option_kind: u8(0, "Kind", { names, many: true }) };
const head = { ...kind, option_len: u8(1, "Length", { many: true }) };
/** The sequence number at `offset` of a row, counted from the first of its stream: the row's value. */
const relativeAt = (offset: number) => (r: Reading) => (bigAt(r.bytes, r.start + offset, 4) - r.value) >>> 0;
const edge = (offset: number, label: string) => u32(offset, label, { many: true, compute: relativeAt(0) });
const relative = (offset: number, label: string) => computed("uint", label, relativeAt(offset), { many: true });
const kindAt = (frame: Frame, row: number) => names[frame.bytesOf(row)[frame.tape.start(row)]!] ?? "";
const entry = group("Option", { list: "tcp.option_list", title: kindAt });

const END_OF_LIST = 0;
const SACK = 5;
/** No-operations in a row that pad nothing: an option was removed. */
const MANY_NOPS = 4;
const MD5_SIGNATURE = 19;
const FAST_OPEN = 34;
/** Kinds for experiments, each of which has a number of its own (RFC 6994). */
const EXPERIMENT = 253;
const OTHER_EXPERIMENT = 254;
const FAST_OPEN_EXPERIMENT = 0xf989;

/** The options as a whole, and those without a constant size. */
export const list = fields("tcp", {
  options: bytes("Options"),
  "options.sack": bytes("SACK", { many: true, protocol: true }),
  "options.sack.count": number("TCP SACK Count", { many: true }),
  "options.md5.digest": bytes("MD5 digest", { many: true }),
  "options.tfo.cookie": bytes("Fast Open Cookie", { many: true }),
  "options.tfo.request": none("Fast Open Cookie Request", { many: true }),
  "options.experimental.exid": u16("Experiment Identifier", {
    show: "hex",
    names: { [FAST_OPEN_EXPERIMENT]: "Fast Open" },
    many: true,
  }),
  nop: none("4 NOP in a row - a router may have removed some options"),
  non_zero_bytes_after_eol: none("Non zero bytes in option space after EOL option"),
  "options.unknown.payload": bytes("Payload", { many: true }),
});

export const noOperation = layout(
  "tcp",
  1,
  {
    ...kind,
    "options.nop": computed("bytes", "No-Operation", whole, { many: true, protocol: true }),
  },
  entry,
);
export const endOfList = layout(
  "tcp",
  1,
  {
    ...kind,
    "options.eol": computed("bytes", "End of Option List", whole, { many: true, protocol: true }),
  },
  entry,
);

/** RFC 9293 section 3.2 */
export const segmentSize = layout(
  "tcp",
  4,
  {
    ...head,
    "options.mss": computed("bytes", "Maximum segment size", whole, { many: true, protocol: true }),
    "options.mss_val": u16(2, "MSS Value", { many: true }),
  },
  entry,
);

/** RFC 7323 section 2.2 */
export const windowScale = layout(
  "tcp",
  3,
  {
    ...head,
    "options.wscale": computed("bytes", "Window scale", whole, { many: true, protocol: true }),
    "options.wscale.shift": u8(2, "Shift count", { many: true }),
    "options.wscale.multiplier": computed("uint", "Multiplier", (r) => 2 ** Math.min(r.bytes[r.start + 2]!, 14), {
      many: true,
    }),
  },
  entry,
);

/** RFC 2018 section 2 */
export const sackPermitted = layout(
  "tcp",
  2,
  {
    ...head,
    "options.sack_perm": computed("bytes", "SACK permitted", whole, { many: true, protocol: true }),
  },
  entry,
);

/** RFC 7323 section 3.2 */
export const timestamps = layout(
  "tcp",
  10,
  {
    ...head,
    "options.timestamp": computed("bytes", "Timestamps", whole, { many: true, protocol: true }),
    "options.timestamp.tsval": u32(2, "Timestamp value", { many: true }),
    "options.timestamp.tsecr": u32(6, "Timestamp echo reply", { many: true }),
  },
  entry,
);

/** Kind and length of an option of any size. */
const optionHead = layout("tcp", 2, head);

/** One block of a SACK option (RFC 2018 section 3). */
export const sackBlock = layout("tcp", 8, {
  "options.sack_le": edge(0, "left edge"),
  "options.sack_re": edge(4, "right edge"),
});

/** A block that says which bytes came twice (RFC 2883 section 4). */
export const duplicateBlock = layout("tcp", 8, {
  "options.sack_le": edge(0, "left edge"),
  "options.sack_re": edge(4, "right edge"),
  "options.sack.dsack_le": relative(0, "D-SACK Left Edge"),
  "options.sack.dsack_re": relative(4, "D-SACK Right Edge"),
  "options.sack.dsack": computed("none", "D-SACK Sequence", () => true, { many: true }),
});

const fixed = [
  undefined,
  undefined,
  segmentSize,
  windowScale,
  sackPermitted,
  undefined,
  undefined,
  undefined,
  timestamps,
];
const sizes = [1, 1, 4, 3, 2, 0, 0, 0, 10];

/** Every set of fields an option can place. */
export const optionFields = [
  list,
  noOperation,
  endOfList,
  segmentSize,
  windowScale,
  sackPermitted,
  timestamps,
  optionHead,
  sackBlock,
  duplicateBlock,
];

function readSackBlock(c: Cursor): void {
  c.place(sackBlock);
}

/** Tells the segment of the blocks in the options whose rows begin at `row`. */
export function noteBlocks({ tape, bytes }: Cursor, row: number, segment: Segment): void {
  const { edges } = segment;
  for (let i = row; i < tape.count && segment.blocks * 2 < edges.length; i++) {
    if (tape.nodes[i] !== sackBlock.$node) continue;
    const at = segment.blocks++ * 2;
    edges[at] = bigAt(bytes, tape.start(i), 4);
    edges[at + 1] = bigAt(bytes, tape.start(i) + 4, 4);
  }
}

/**
 * Makes the numbers of those blocks relative to `base`, and finds out whether the first says that bytes came twice:
 * they are acknowledged already, or lie in the second block (RFC 2883 section 4).
 */
export function relateBlocks({ tape }: Cursor, row: number, { edges, blocks, ack }: Segment, base: number): void {
  const isInside = blocks > 1 && distance(edges[0]!, edges[2]!) >= 0 && distance(edges[1]!, edges[3]!) <= 0;
  let isTwice = isInside || distance(edges[1]!, ack) <= 0;
  for (let i = row; i < tape.count; i++) {
    if (tape.nodes[i] !== sackBlock.$node) continue;
    tape.setValue(i, base);
    if (isTwice) tape.nodes[i] = duplicateBlock.$node;
    isTwice = false;
  }
}

/** NOP, NOP, Timestamps: the options of nearly every segment (RFC 7323 appendix A), as one word. */
const ALIGNED_TIMESTAMPS = 0x0101080a;
const ALIGNED_SIZE = 12;

/** True where these are all options that were read behind the header at `at`. */
export function hasOnlyTimestamps(c: Cursor, at: number): boolean {
  const options = at + header.$node.size;
  return c.at - options === ALIGNED_SIZE && c.u32(options) === ALIGNED_TIMESTAMPS;
}

/** Reads the options up to `end`; false when they are cut short. */
export function readOptions(c: Cursor, end: number): boolean {
  const { at } = c;
  c.add(list.options, at, Math.min(end, c.end, c.have));
  if (end > c.end) {
    c.malformed(end - at);
    return false;
  }
  if (end - at !== ALIGNED_SIZE || end > c.have || end > c.end || c.u32(at) !== ALIGNED_TIMESTAMPS) {
    return c.items(end, header.hdr_len, readOption);
  }
  c.place(noOperation);
  c.place(noOperation);
  return c.place(timestamps) >= 0;
}

/** Reads one option: kind, and for all but two a length that counts both (RFC 9293 section 3.1). */
function readOption(c: Cursor): void {
  const kindCode = c.u8(c.at);
  if (kindCode <= 1) {
    c.place(kindCode === 1 ? noOperation : endOfList);
    if (kindCode === 1 && countNops(c) === MANY_NOPS) c.add(list.nop, c.at - MANY_NOPS, c.at);
    if (kindCode === END_OF_LIST && c.at < c.end && c.u8(c.at) !== END_OF_LIST) pad(c);
    return;
  }
  if (!c.has(2)) return;
  const size = c.u8(c.at + 1);
  const known = fixed[kindCode];
  if (known !== undefined && size === sizes[kindCode]) {
    c.place(known);
    return;
  }
  const row = c.open(entry);
  c.place(optionHead);
  if (size < 2) c.malformed(2);
  else readContent(c, kindCode, size - 2);
  c.close(row);
}

/** How many of the last rows are no-operations; 0 where it was said that they are many. */
function countNops({ tape }: Cursor): number {
  let row = tape.count - 1;
  while (tape.nodes[row] === noOperation.$node) row--;
  return tape.nodes[row] === list.nop ? 0 : tape.count - 1 - row;
}

/** Steps over what follows the end of the list and should be zero. */
function pad(c: Cursor): void {
  c.add(list.non_zero_bytes_after_eol, c.at, c.end);
  c.at = Math.min(c.end, c.have);
}

/** Reads the `size` bytes of an option behind its kind and length. */
function readContent(c: Cursor, kindCode: number, size: number): void {
  if (kindCode === SACK && size % 8 === 0) {
    c.items(c.at + size, optionHead.option_len, readSackBlock);
    c.put(list["options.sack.count"], size >> 3);
  } else if (kindCode === FAST_OPEN) readCookie(c, size);
  else if ((kindCode === EXPERIMENT || kindCode === OTHER_EXPERIMENT) && size >= 2) {
    if (!c.has(size)) return;
    const experiment = c.u16(c.at);
    c.take(list["options.experimental.exid"], 2);
    if (experiment === FAST_OPEN_EXPERIMENT) readCookie(c, size - 2);
    else if (size > 2) c.take(list["options.unknown.payload"], size - 2);
  } else if (size > 0)
    c.take(list[kindCode === MD5_SIGNATURE ? "options.md5.digest" : "options.unknown.payload"], size);
}

/** Reads the cookie of a Fast Open option; an empty one asks for it (RFC 7413 section 4.1.1). */
function readCookie(c: Cursor, size: number): void {
  if (size > 0) c.take(list["options.tfo.cookie"], size);
  else c.add(list["options.tfo.request"], c.at, c.at);
}
