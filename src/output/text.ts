import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Group, Protocol } from "../core/protocol.ts";
import type { Rows } from "../core/rows.ts";
import { bytesOf, isWide, nameOf, numberOf, stringOf, writeNumber, writeValue } from "../core/value.ts";
import type { ByteWriter } from "../core/writer.ts";

/** The widest picture of bits. */
const WORD = 32;
/** Bytes of a value that people are shown; what is longer ends in an ellipsis. */
const SHOWN_BYTES = 36;
/** The same for texts: a line of the tree stays a line. */
const SHOWN_CHARACTERS = 240;
/** Bytes of the addresses that have names. */
const ADDRESS_SIZES = { ipv4: 4, ipv6: 16, ether: 6 } as const;
const ZERO = 48;
const DOT = 46;
const BLANK = 32;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const LETTERS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with control characters spelled out, so that no frame can drive the reader's terminal. */
export function plain(text: string): string {
  return text.replace(CONTROL, (char) => LETTERS[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** Writes what row `i` is called: a protocol's title, a field's or group's label. */
export function writeLabel(w: ByteWriter, rows: Rows, i: number): void {
  const node = rows.nodes[i]!;
  if (node.kind === PROTOCOL) w.text((node as Protocol).title);
  else w.text((node as Field | Group).label);
}

/**
 * Writes a field's value for people: with its name, its unit, and long bytes cut, and what there is to tell besides.
 * Nothing where it has no value.
 */
export function writeText(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  if ((rows.nodes[i] as Field).type === "none") return;
  writeShown(w, frame, rows, i);
  writeAbout(w, frame, rows, i);
}

/** Writes what there is to tell of a field besides its value: ` (sha256WithRSAEncryption)`. */
export function writeAbout(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const { about } = rows.nodes[i] as Field;
  const told = about?.(frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]!);
  if (told) w.text(` (${plain(told.slice(0, SHOWN_CHARACTERS))})`);
}

function writeShown(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const field = rows.nodes[i] as Field;
  switch (field.type) {
    case "uint":
    case "int":
      writeNamed(w, frame, rows, i);
      return;
    case "bool": {
      const value = numberOf(frame, rows, i);
      w.text(truthNames(field)[value ? 0 : 1]);
      return;
    }
    case "string": {
      const text = stringOf(frame, rows, i);
      w.text(plain(text.slice(0, SHOWN_CHARACTERS)));
      if (text.length > SHOWN_CHARACTERS) w.text("…");
      return;
    }
    case "bytes": {
      const bytes = bytesOf(frame, rows, i);
      w.hexBytes(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
      if (bytes.length > SHOWN_BYTES) w.text("…");
      return;
    }
    case "duration":
      writeValue(w, frame, rows, i);
      w.text(" seconds");
      return;
    case "ipv4":
    case "ipv6":
    case "ether":
      writeNamedAddress(w, frame, rows, i, ADDRESS_SIZES[field.type]);
      return;
    default:
      writeValue(w, frame, rows, i);
  }
}

/** What a truth value is called when it is true, and when it is false. */
export function truthNames(field: Field): readonly [string, string] {
  const [yes, no] = field.bitCount > 0 ? (["Set", "Not set"] as const) : (["True", "False"] as const);
  return [nameOf(field, 1) ?? yes, nameOf(field, 0) ?? no];
}

/** An address: `Broadcast (ff:ff:ff:ff:ff:ff)`, `10.0.0.1`. */
function writeNamedAddress(w: ByteWriter, frame: Frame, rows: Rows, i: number, size: number): void {
  const given = rows.computed[i];
  const bytes = given instanceof Uint8Array ? given : frame.source(rows.source[i]!).bytes;
  const at = given instanceof Uint8Array ? 0 : rows.start[i]!;
  const name = typeof given === "string" ? undefined : frame.names.address(frame.number, bytes, at, size);
  if (name !== undefined) w.put(name.bytes).text(" (");
  writeValue(w, frame, rows, i);
  if (name !== undefined) w.text(")");
}

/** A number: `TCP (6)`, `20 bytes`, `0x0800`. */
function writeNamed(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const field = rows.nodes[i] as Field;
  if (isWide(rows, i)) {
    writeValue(w, frame, rows, i);
    return;
  }
  const value = numberOf(frame, rows, i);
  const size = rows.end[i]! - rows.start[i]!;
  const service = field.service && frame.names.service(field.service, value)?.text;
  if (field.names !== undefined || service !== undefined) {
    w.text(service ?? nameOf(field, value) ?? "Unknown").text(" (");
    writeNumber(w, field, value, size);
    w.text(")");
    return;
  }
  writeNumber(w, field, value, size);
  if (field.unit) w.byte(BLANK).text(value === 1 && field.unit.endsWith("s") ? field.unit.slice(0, -1) : field.unit);
}

/** First bit and number of bits a field covers in its layout, or in its own bytes where it is placed freely. */
function bitsOf(field: Field): [first: number, count: number] {
  return field.bitCount > 0 ? [field.firstBit, field.bitCount] : [Math.max(field.offset, 0) * 8, field.size * 8];
}

/**
 * Writes a row of bits as a picture, `.... ...1 .... = `: its bits among those of `parent`, the row it is nested in,
 * where that is a word of several bytes, or among those of its own bytes. Nothing for rows of whole bytes.
 */
export function writeBits(w: ByteWriter, frame: Frame, rows: Rows, i: number, parent: Field | undefined): void {
  const field = rows.nodes[i] as Field;
  if (field.bitCount === 0) return;
  const [first, count] = bitsOf(field);
  let from = Math.max(field.offset, 0) * 8;
  let to = from + field.size * 8;
  if (parent !== undefined && parent.offset < 0 === field.offset < 0) {
    const [low, size] = bitsOf(parent);
    if (size > 8 && size <= WORD && low <= first && low + size >= first + count) [from, to] = [low, low + size];
  }
  const value = numberOf(frame, rows, i) / field.scale;
  for (let at = from; at < to; at++) {
    if (at > from && (at - from) % 4 === 0) w.byte(BLANK);
    const inside = at >= first && at < first + count;
    w.byte(inside ? ZERO + (Math.floor(value / 2 ** (first + count - 1 - at)) & 1) : DOT);
  }
  w.text(" = ");
}

/** Writes where a row lies, `12..14` in the frame, `Reassembled TCP 0..1420` elsewhere; nothing for a row without bytes. */
export function writeRange(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const start = rows.start[i]!;
  const end = rows.end[i]!;
  if (start >= end) return;
  const source = frame.source(rows.source[i]!);
  if (rows.source[i] !== 0) w.text(source.name).byte(BLANK);
  w.decimal(start - source.start)
    .text("..")
    .decimal(end - source.start);
}
