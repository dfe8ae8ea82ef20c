import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Reading, u8, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
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
const entry = group("Option", { list: "tcp.option_list" });

/** The options as a whole, and those without a constant size. */
export const list = fields("tcp", {
  options: bytes("Options"),
  "options.sack": bytes("SACK", { many: true, protocol: true }),
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
  "options.sack_le": u32(0, "left edge", { many: true }),
  "options.sack_re": u32(4, "right edge", { many: true }),
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
const SACK = 5;

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
];

function readSackBlock(c: Cursor): void {
  c.place(sackBlock);
}

/** NOP, NOP, Timestamps: the options of nearly every segment (RFC 7323 appendix A), as one word. */
const ALIGNED_TIMESTAMPS = 0x0101080a;

/** Reads the options up to `end`; false when they are cut short. */
export function readOptions(c: Cursor, end: number): boolean {
  const { at } = c;
  c.add(list.options, at, Math.min(end, c.have));
  if (end - at !== 12 || end > c.have || end > c.end || c.u32(at) !== ALIGNED_TIMESTAMPS) {
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
    if (kindCode === 0) c.at = c.end;
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
  else if (kindCode === SACK && (size - 2) % 8 === 0) c.items(c.at + size - 2, optionHead.option_len, readSackBlock);
  else if (size > 2) c.take(list["options.unknown.payload"], size - 2);
  c.close(row);
}
