import type { Transport } from "./names.ts";
import { type Expand, FIELD, type Node } from "./node.ts";

/** A field's type: which values it has, how they print, and which literals a display filter accepts. */
export type FieldType =
  | "uint"
  | "int"
  | "bool"
  | "double"
  | "ipv4"
  | "ipv6"
  | "ether"
  | "eui64"
  | "bytes"
  | "string"
  | "none"
  /** absolute time; the value is read by `compute` as a {@link Time} */
  | "time"
  /** relative time, nanoseconds */
  | "duration"
  /** the number of another frame */
  | "frame";

/** A point in time or a duration: whole seconds and 0..999,999,999 nanoseconds. */
export interface Time {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** What a field's value is to a library user. Bytes are a copy-free view: dead once the batch is left. */
export type Value = number | bigint | boolean | string | Uint8Array | Time;

/** The names of a field's values: `{ 6: "TCP" }`, or a function where there are ranges. */
export type ValueNames = Readonly<Record<number, string>> | ((value: number) => string | undefined);

/** What a computed field may look at. Offsets count from the first byte of `bytes`, not of the frame. */
export interface Reading {
  /** The source the row lies in: the frame's buffer, or a reassembled or decoded one. */
  readonly bytes: Uint8Array;
  /** First byte of the row and one past its last. */
  readonly start: number;
  readonly end: number;
  /** The number the dissector put on the tape with the row; 0 where it put none. */
  readonly value: number;
  /** The row on the frame's tape the field belongs to. */
  readonly row: number;
  /** The frame being looked at (see `Frame`). */
  // biome-ignore lint/suspicious/noExplicitAny: Frame lives above this file
  readonly frame: any;
  /** What unrolls the frame's rows (see `Rows`); undefined where only this value is worked out. */
  // biome-ignore lint/suspicious/noExplicitAny: Rows lives above this file
  readonly rows?: any;
}

/** Computes a value nobody needs while walking; `undefined` means the field is absent. Must be pure. */
export type Compute = (reading: Reading) => Value | undefined;

/** How a row is named, typed and printed. */
export interface FieldOptions {
  /** Further names of the same bytes: `ip.addr` for `ip.src`. Each may repeat in a layer. */
  also?: string | readonly string[];
  /** Wireshark's base: how the number prints. Default decimal. */
  show?: "dec" | "hex" | "oct" | "dec_hex" | "hex_dec";
  /** Names of the values, for labels and for filters. */
  names?: ValueNames;
  /** What is printed for a value of no bytes at all; default `<MISSING>`. */
  empty?: string;
  /** What is printed for a time of zero; default the time. */
  zero?: string;
  /** The number is a port of this transport: people are shown the name of its service. */
  service?: Transport;
  /** Unit written after the number in labels. */
  unit?: string;
  /** The field can occur more than once in a layer: always an array in JSON. */
  many?: boolean;
  /** The whole name, where it does not begin with the table's prefix. */
  name?: string;
  /** Factor of the number in the bytes: 4 for a length in 32-bit words. */
  scale?: number;
  /** Least significant byte first. */
  little?: boolean;
  /** Width in bits of the value for hexadecimal text, where it differs from the bytes read. */
  width?: number;
  /** Value worked out on demand instead of read from the bytes. */
  compute?: Compute;
  /** Value comes with the row (not from bytes): stream numbers, analysis. */
  generated?: boolean;
  /** Rows nested under this one, on demand. */
  expand?: Expand;
  /** The rows nested under it mention protocols. */
  mentions?: boolean;
  /** What people are told besides the value, from the bytes the row covers: what an identifier names. */
  about?: (bytes: Uint8Array, start: number, end: number) => string | undefined;
  /** Not shown in the tree, only asked for by name. */
  hidden?: boolean;
  /** Wireshark has it as a protocol of its own inside its layer. */
  protocol?: boolean;
}

/** The size in bytes that is not constant: the row says where it ends. */
const VARIABLE = 0;

/** One named value of a protocol. Made by {@link layout} and {@link fields}, never by hand. */
export class Field implements Node {
  readonly kind = FIELD;
  readonly expand: Expand | undefined;
  readonly mentions: boolean;
  readonly about: FieldOptions["about"];
  /** Bytes from the start of the layout; -1 for a field that is placed freely. */
  readonly offset: number;
  /** Bytes the field lies in; 0 where only the row knows. */
  readonly size: number;
  /** For part of a byte or word: right shift, then mask; mask 0 means the whole. */
  readonly shift: number;
  readonly mask: number;
  /** Reads the number from a layout whose first byte is `base`; the caller has checked that it is there. */
  readonly read: (b: Uint8Array, base: number) => number;
  /** Bits of the value: hex text is padded to them. */
  readonly width: number;
  readonly scale: number;
  readonly little: boolean;
  readonly generated: boolean;
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly show: NonNullable<FieldOptions["show"]>;
  readonly names: ValueNames | undefined;
  readonly service: Transport | undefined;
  readonly unit: string;
  readonly empty: string;
  readonly zero: string;
  readonly many: boolean;
  readonly hidden: boolean;
  readonly protocol: boolean;
  readonly also: readonly string[];
  readonly compute: Compute | undefined;
  /** Nesting below the layout: `flags.df` lies one below `flags`. */
  readonly depth: number;
  /** The index of the first bit in the layout (RFC numbering), for rows that name bits; -1 otherwise. */
  readonly firstBit: number;
  /** How many bits the row names; 0 for whole bytes. */
  readonly bitCount: number;

  /** The place of its number among those of its table; -1 for a field whose row holds the value. */
  readonly slot: number;

  constructor(row: Row<FieldType>, name: string, depth: number, slot: number) {
    this.slot = slot;
    const { options } = row;
    this.expand = options.expand;
    this.mentions = options.mentions ?? false;
    this.about = options.about;
    this.offset = row.offset;
    this.size = row.size;
    this.shift = row.shift;
    this.mask = row.mask;
    this.width = options.width ?? (row.bitCount || row.size * 8);
    this.scale = options.scale ?? 1;
    this.little = options.little ?? false;
    this.read = readerOf(this);
    this.generated = options.generated ?? false;
    this.name = options.name ?? name;
    this.label = row.label;
    this.type = row.type;
    this.show = options.show ?? "dec";
    this.names = options.names;
    this.service = options.service;
    this.unit = options.unit ?? "";
    this.empty = options.empty ?? "<MISSING>";
    this.zero = options.zero ?? "";
    this.many = options.many ?? false;
    this.hidden = options.hidden ?? false;
    this.protocol = options.protocol ?? false;
    this.also = options.also === undefined ? [] : typeof options.also === "string" ? [options.also] : options.also;
    this.compute = options.compute;
    this.depth = depth;
    this.firstBit = row.firstBit;
    this.bitCount = row.bitCount;
  }

  /** The unsigned number of up to 6 bytes at `start`; the caller has checked that they are there. */
  numberAt(bytes: Uint8Array, start: number, size: number): number {
    const v = this.little ? littleAt(bytes, start, size) : bigAt(bytes, start, size);
    return (this.mask === 0 ? v : (v >>> this.shift) & this.mask) * this.scale;
  }
}

/**
 * A reader with the field's place and shape built in. One closure a field, because the engine then compiles a call
 * such as `length.read(bytes, at)` down to the loads it is, where a reader shared by all fields stays a call.
 */
function readerOf(field: Field): (b: Uint8Array, base: number) => number {
  const { offset: o, size, shift, mask, scale, little } = field;
  if (little || size > 4 || size === 3) return (b, base) => field.numberAt(b, base + o, size);
  if (size === 1 && mask === 0 && scale === 1) return (b, base) => b[base + o]!;
  if (size === 1) return (b, base) => ((b[base + o]! >>> shift) & (mask || 255)) * scale;
  if (size === 2 && mask === 0 && scale === 1) return (b, base) => (b[base + o]! << 8) | b[base + o + 1]!;
  if (size === 2) return (b, base) => ((((b[base + o]! << 8) | b[base + o + 1]!) >>> shift) & (mask || 0xffff)) * scale;
  if (mask === 0 && scale === 1) {
    return (b, base) =>
      ((b[base + o]! << 24) | (b[base + o + 1]! << 16) | (b[base + o + 2]! << 8) | b[base + o + 3]!) >>> 0;
  }
  return (b, base) => field.numberAt(b, base + o, size);
}

/** The unsigned big-endian number of `size` bytes (at most 6 for an exact one) at `start`. */
export function bigAt(b: Uint8Array, start: number, size: number): number {
  switch (size) {
    case 1:
      return b[start]!;
    case 2:
      return (b[start]! << 8) | b[start + 1]!;
    case 4:
      return ((b[start]! << 24) | (b[start + 1]! << 16) | (b[start + 2]! << 8) | b[start + 3]!) >>> 0;
    default: {
      let v = 0;
      for (let i = 0; i < size; i++) v = v * 256 + b[start + i]!;
      return v;
    }
  }
}

/** The unsigned little-endian number of `size` bytes (at most 6 for an exact one) at `start`. */
export function littleAt(b: Uint8Array, start: number, size: number): number {
  let v = 0;
  for (let i = size - 1; i >= 0; i--) v = v * 256 + b[start + i]!;
  return v;
}

/** A row of a table before it has a name; what `u16(...)` and its kin return. */
export interface Row<T extends FieldType = FieldType> {
  readonly type: T;
  readonly label: string;
  readonly offset: number;
  readonly size: number;
  readonly firstBit: number;
  readonly bitCount: number;
  readonly shift: number;
  readonly mask: number;
  readonly options: FieldOptions;
}

type At = [offset: number, label: string, options?: FieldOptions];
type Free = [label: string, options?: FieldOptions];

function row<T extends FieldType>(type: T, size: number, args: At | Free, more?: FieldOptions): Row<T> {
  const placed = typeof args[0] === "number";
  const [label, options] = (placed ? args.slice(1) : args) as [string, FieldOptions?];
  const offset = placed ? (args[0] as number) : -1;
  return { type, label, offset, size, firstBit: -1, bitCount: 0, shift: 0, mask: 0, options: { ...more, ...options } };
}

/** An unsigned number of 1 byte. With an offset first it is a row of a layout, without one it is placed freely. */
export const u8 = (...args: At | Free) => row("uint", 1, args);
/** An unsigned big-endian number of 2 bytes. */
export const u16 = (...args: At | Free) => row("uint", 2, args);
/** An unsigned big-endian number of 3 bytes. */
export const u24 = (...args: At | Free) => row("uint", 3, args);
/** An unsigned big-endian number of 4 bytes. */
export const u32 = (...args: At | Free) => row("uint", 4, args);
/** An unsigned big-endian number of 8 bytes. */
export const u64 = (...args: At | Free) => row("uint", 8, args);
/** A signed big-endian number of 4 bytes. */
export const i32 = (...args: At | Free) => row("int", 4, args);
/** An IPv4 address. */
export const ipv4 = (...args: At | Free) => row("ipv4", 4, args);
/** An IPv6 address. */
export const ipv6 = (...args: At | Free) => row("ipv6", 16, args);
/** A 48-bit MAC address. */
export const ether = (...args: At | Free) => row("ether", 6, args);
/** A 64-bit extended unique identifier. */
export const eui64 = (...args: At | Free) => row("eui64", 8, args);
/** `size` bytes of a layout. */
export const octets = (offset: number, size: number, label: string, options?: FieldOptions) =>
  row("bytes", size, [offset, label, options ?? {}]);
/** `size` bytes of a layout that have a name and no value: reserved ones. */
export const blank = (offset: number, size: number, label: string, options?: FieldOptions) =>
  row("none", size, [offset, label, options ?? {}]);
/** Bytes of a length only the row knows. */
export const bytes = (...args: Free) => row("bytes", VARIABLE, args);
/** Text: UTF-8, or what `compute` makes of the bytes. */
export const text = (...args: Free) => row("string", VARIABLE, args);
/** A presence without a value, such as a flag Wireshark raises. */
export const none = (...args: Free) => row("none", VARIABLE, args);
/** A duration in nanoseconds that comes with its row. */
export const duration = (...args: Free) => row("duration", VARIABLE, args, { generated: true });
/** The number of another frame; comes with its row. */
export const frameNumber = (...args: Free) => row("frame", VARIABLE, args, { generated: true });
/** An absolute time worked out by `compute`. */
export const time = (...args: Free) => row("time", VARIABLE, args);
/** An absolute time that stands as 4 bytes of seconds since 1970. */
export const time32 = (...args: At | Free) =>
  row("time", 4, args, { compute: (r) => ({ seconds: bigAt(r.bytes, r.start, 4), nanoseconds: 0 }) });
/** A number that does not stand in the bytes but comes with its row. `width` bits for hexadecimal text. */
export const number = (...args: Free) => row("uint", VARIABLE, args, { generated: true, width: 32 });
/** As {@link number}, below zero too. */
export const signed = (...args: Free) => row("int", VARIABLE, args, { generated: true, width: 32 });
/** A truth value that comes with its row (1 or 0). */
export const truth = (...args: Free) => row("bool", VARIABLE, args, { generated: true });

/** A value of any type worked out on demand from the bytes its layout or row covers. */
export const computed = <T extends FieldType>(type: T, label: string, compute: Compute, options?: FieldOptions) =>
  row(type, VARIABLE, [label, options ?? {}], { compute });

/** Text worked out from `size` bytes of a layout that another row shows; only asked for by name. */
export const derived = (offset: number, size: number, label: string, compute: Compute, options?: FieldOptions) =>
  row("string", size, [offset, label, { ...options, hidden: true }], { compute });

function bitRow<T extends FieldType>(
  type: T,
  at: number,
  count: number,
  label: string,
  options?: FieldOptions,
): Row<T> {
  const offset = at >> 3;
  const size = ((at + count - 1) >> 3) - offset + 1;
  const shift = size * 8 - (at & 7) - count;
  const mask = count === 32 ? 0 : 2 ** count - 1;
  return { type, label, offset, size, firstBit: at, bitCount: count, shift, mask, options: options ?? {} };
}

/** `count` bits (at most 31 within 4 bytes) from bit `at` of the layout; bit 0 is the first on the wire, as in RFCs. */
export const bits = (at: number, count: number, label: string, options?: FieldOptions) =>
  bitRow("uint", at, count, label, options);
/** One bit of the layout; bit 0 is the first on the wire. */
export const bit = (at: number, label: string, options?: FieldOptions) => bitRow("bool", at, 1, label, options);
/** Whether any of `count` bits within a byte of the layout is set. */
export const anyBit = (at: number, count: number, label: string) => {
  const row = bitRow("bool", at, count, label);
  return { ...row, options: { compute: (r: Reading) => ((r.bytes[r.start]! >> row.shift) & row.mask) !== 0 } };
};
function lowRow<T extends FieldType>(
  type: T,
  offset: number,
  size: number,
  low: number,
  count: number,
  label: string,
  options?: FieldOptions,
): Row<T> {
  const mask = count === 32 ? 0 : 2 ** count - 1;
  const all = { little: true, width: size * 8, ...options };
  const firstBit = (offset + size) * 8 - low - count;
  return { type, label, offset, size, firstBit, bitCount: count, shift: low, mask, options: all };
}
/** `count` bits of the little-endian number of `size` bytes at `offset`, from bit `low` up; bit 0 is the least significant. */
export const lowBits = (
  offset: number,
  size: number,
  low: number,
  count: number,
  label: string,
  options?: FieldOptions,
) => lowRow("uint", offset, size, low, count, label, options);
/** One bit of the little-endian number of `size` bytes at `offset`; bit 0 is the least significant. */
export const lowBit = (offset: number, size: number, low: number, label: string, options?: FieldOptions) =>
  lowRow("bool", offset, size, low, 1, label, options);
/** A number with a fraction that comes with its row. */
export const real = (...args: Free) => row("double", VARIABLE, args, { generated: true });
/** A signed number of 1 byte. */
export const i8 = (...args: At | Free) => row("int", 1, args);
/** An integer of `size` bytes of which this row names bits of a *free* field: `bit of a free row`. */
export const freeBits = (
  size: number,
  at: number,
  count: number,
  label: string,
  options?: FieldOptions,
): Row<"uint"> => ({
  type: "uint",
  label,
  offset: -1,
  size,
  firstBit: at,
  bitCount: count,
  shift: size * 8 - at - count,
  mask: 2 ** count - 1,
  options: options ?? {},
});
