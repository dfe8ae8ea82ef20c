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
const SEGMENT_SIZE = 2;
const SACK = 5;
/** Bytes of a word: as many no-operations pad nothing, an option was removed. */
const WORD = 4;
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
  "option.len.invalid": none("Invalid length for option", { many: true }),
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

const LONGEST = 255;

/** Sizes from and to which an option of a kind that is known may have; the content of others is shown as it stands. */
const sizes: Readonly<Record<number, readonly [least: number, most: number]>> = {
  2: [4, 4],
  3: [3, 3],
  4: [2, 2],
  [SACK]: [2, LONGEST],
  6: [6, 6],
  7: [6, 6],
  8: [10, 10],
  11: [6, 6],
  12: [6, 6],
  13: [6, 6],
  [MD5_SIGNATURE]: [18, 18],
  20: [2, LONGEST],
  21: [6, 6],
  22: [2, 2],
  23: [2, 2],
  27: [8, 8],
  28: [4, 4],
  29: [4, LONGEST],
  30: [2, LONGEST],
  [FAST_OPEN]: [2, LONGEST],
  76: [3, LONGEST],
  78: [16, 16],
  [EXPERIMENT]: [4, LONGEST],
  [OTHER_EXPERIMENT]: [4, LONGEST],
};

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

/** Reads the options up to `end`, or to the end of the segment; false when one of them is cut short. */
export function readOptions(c: Cursor, end: number): boolean {
  const { at } = c;
  const row = c.tape.count;
  c.add(list.options, at, Math.min(end, c.end, c.have));
  if (end - at !== ALIGNED_SIZE || end > c.have || end > c.end || c.u32(at) !== ALIGNED_TIMESTAMPS) {
    const isRead = c.items(end, header.hdr_len, readOption);
    noteNops(c, row, at);
    return isRead;
  }
  c.place(noOperation);
  c.place(noOperation);
  return c.place(timestamps) >= 0;
}

/** Reads one option: kind, and for all but two a length that counts both (RFC 9293 section 3.1). */
function readOption(c: Cursor): void {
  if (!c.has(1)) return;
  const kindCode = c.u8(c.at);
  if (kindCode <= 1) {
    c.place(kindCode === 1 ? noOperation : endOfList);
    if (kindCode === END_OF_LIST && c.at < c.end && c.u8(c.at) !== END_OF_LIST) pad(c);
    return;
  }
  // Where the header says that it is longer than the segment, nobody knows where the options end.
  const isBounded = c.limitedBy === header.hdr_len;
  if ((c.left > 1 || !isBounded) && !c.has(2)) return;
  const size = c.left > 1 ? c.u8(c.at + 1) : 0;
  if (size < 2 || (isBounded && size > c.left)) stop(c);
  else readSized(c, kindCode, size);
}

/** The value of the row that says so. */
const STOPPED = 1;

/** Gives up options one of which has a length that cannot be: nobody knows where the next one begins. */
function stop(c: Cursor): void {
  c.add(list["option.len.invalid"], c.at, c.end, STOPPED);
  c.at = Math.min(c.end, c.have);
}

/** Reads an option of `size` bytes. */
function readSized(c: Cursor, kindCode: number, size: number): void {
  const [least, most] = sizes[kindCode] ?? [2, LONGEST];
  const known = fixed[kindCode];
  if (known !== undefined && size === least) {
    c.place(known);
    return;
  }
  const row = c.open(entry);
  const end = c.at + size;
  c.place(optionHead);
  if (size < least || size > most) c.add(list["option.len.invalid"], c.at - 1, c.at);
  else readContent(c, kindCode, size - 2);
  if (c.has(end - c.at)) c.at = end;
  c.close(row);
}

/** True where the options whose rows begin at `row` were read to their end, and none is a maximum segment size. */
export function lacksSize(c: Cursor, row: number): boolean {
  const { tape } = c;
  for (let i = row; i < tape.count; i++) {
    const node = tape.nodes[i];
    if (node === segmentSize.$node || node === list.non_zero_bytes_after_eol) return false;
    if (node === list["option.len.invalid"] && tape.value(i) === STOPPED) return false;
    if (node === optionHead.$node && c.u8(tape.start(i)) === SEGMENT_SIZE) return false;
  }
  return true;
}

/** Says so where the no-operations among the rows from `row` on fill a word: the options begin at `at`. */
function noteNops(c: Cursor, row: number, at: number): void {
  const { tape } = c;
  let count = 0;
  for (let i = row; i < tape.count && count < WORD; i++) {
    if (tape.nodes[i] !== noOperation.$node) continue;
    if (count > 0 && (tape.start(i) - at) % WORD === 0) count = 0;
    else if (++count === WORD) c.add(list.nop, tape.start(i), tape.end(i));
  }
}

/** Steps over what follows the end of the list and should be zero. */
function pad(c: Cursor): void {
  c.add(list.non_zero_bytes_after_eol, c.at, c.end);
  c.at = Math.min(c.end, c.have);
}

/** Reads the `size` bytes of an option behind its kind and length. */
function readContent(c: Cursor, kindCode: number, size: number): void {
  if (kindCode === SACK) readSack(c, size);
  else if (kindCode === FAST_OPEN) readCookie(c, size);
  else if (kindCode === MD5_SIGNATURE) c.take(list["options.md5.digest"], size);
  else if (kindCode === EXPERIMENT || kindCode === OTHER_EXPERIMENT) {
    const experiment = c.captured < 2 ? 0 : c.u16(c.at);
    c.take(list["options.experimental.exid"], 2);
    if (experiment === FAST_OPEN_EXPERIMENT) readCookie(c, size - 2);
  } else if (size > 0 && !(kindCode in sizes)) c.take(list["options.unknown.payload"], size);
}

/** Reads the blocks of a SACK option, of which there must be one (RFC 2018 section 3). */
function readSack(c: Cursor, size: number): void {
  const blocks = size >> 3;
  c.items(c.at + blocks * 8, optionHead.option_len, readSackBlock);
  c.put(list["options.sack.count"], blocks);
  if (blocks === 0) c.malformed(sackBlock.$node.size);
}

/** Reads the cookie of a Fast Open option; an empty one asks for it (RFC 7413 section 4.1.1). */
function readCookie(c: Cursor, size: number): void {
  if (size > 0) c.take(list["options.tfo.cookie"], size);
  else c.add(list["options.tfo.request"], c.at, c.at);
}
