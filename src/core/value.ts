import { bigAt, type Field, littleAt, type Time, type Value } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Rows } from "./rows.ts";
import { ByteWriter } from "./writer.ts";

const UTF8 = new TextDecoder("utf-8");

/** The number of a numeric row (uint, int, bool, frame): from the tape, from `compute`, or from the bytes. */
export function numberOf(frame: Frame, rows: Rows, i: number): number {
  const field = rows.nodes[i] as Field;
  const given = rows.computed[i];
  if (given !== undefined) return Number(given);
  if (field.generated) return rows.value[i]!;
  const start = rows.start[i]!;
  const size = rows.end[i]! - start;
  const v = field.numberAt(frame.source(rows.source[i]!).bytes, start, size);
  return field.type === "int" ? signed(v, field.mask === 0 ? size * 8 : field.width) : v;
}

function signed(v: number, width: number): number {
  return v >= 2 ** (width - 1) ? v - 2 ** width : v;
}

/** True where a numeric row is wider than a double holds exactly. */
export function isWide(rows: Rows, i: number): boolean {
  const field = rows.nodes[i] as Field;
  const given = rows.computed[i];
  if (given !== undefined) return typeof given === "bigint";
  return !field.generated && rows.end[i]! - rows.start[i]! > 6;
}

/** The exact number of a row of up to 8 bytes. */
export function bigOf(frame: Frame, rows: Rows, i: number): bigint {
  const given = rows.computed[i];
  if (typeof given === "bigint") return given;
  const field = rows.nodes[i] as Field;
  const { bytes } = frame.source(rows.source[i]!);
  const start = rows.start[i]!;
  const size = rows.end[i]! - start;
  const half = size - 4;
  const v = field.little
    ? (BigInt(littleAt(bytes, start + half, 4)) << BigInt(8 * half)) | BigInt(littleAt(bytes, start, half))
    : (BigInt(bigAt(bytes, start, half)) << 32n) | BigInt(bigAt(bytes, start + half, 4));
  return field.type === "int" ? BigInt.asIntN(size * 8, v) : v;
}

/** The text of a string row. */
export function stringOf(frame: Frame, rows: Rows, i: number): string {
  const given = rows.computed[i];
  if (given !== undefined) return String(given);
  if ((rows.nodes[i] as Field).generated) return frame.texts[rows.value[i]!] ?? "";
  const { bytes } = frame.source(rows.source[i]!);
  return UTF8.decode(bytes.subarray(rows.start[i]!, rows.end[i]!));
}

/**
 * Nanoseconds (a double, exact to 104 days; of more than that, microseconds are told) as seconds and nanoseconds, the
 * sign on both.
 */
export function durationParts(nanoseconds: number): Time {
  const seconds = Math.trunc(nanoseconds / 1e9);
  const rest = nanoseconds - seconds * 1e9;
  const isExact = Math.abs(nanoseconds) <= Number.MAX_SAFE_INTEGER;
  return { seconds, nanoseconds: isExact ? rest : Math.round(rest / 1000) * 1000 };
}

/** The time or duration of a row. */
export function timeOf(rows: Rows, i: number): Time {
  return (rows.computed[i] as Time | undefined) ?? durationParts(rows.value[i]!);
}

/** A row's value as a library user sees it; bytes are a view that dies with the batch. */
export function valueOf(frame: Frame, rows: Rows, i: number): Value {
  const field = rows.nodes[i] as Field;
  switch (field.type) {
    case "uint":
    case "int":
    case "frame":
      return isWide(rows, i) ? shrink(bigOf(frame, rows, i)) : numberOf(frame, rows, i);
    case "bool":
      return numberOf(frame, rows, i) !== 0;
    case "double":
      return numberOf(frame, rows, i);
    case "string":
      return stringOf(frame, rows, i);
    case "bytes":
      return bytesOf(frame, rows, i);
    case "none":
      return true;
    case "time":
    case "duration":
      return timeOf(rows, i);
    default:
      return addressText(frame, rows, i);
  }
}

function shrink(v: bigint): number | bigint {
  return v <= BigInt(Number.MAX_SAFE_INTEGER) && v >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(v) : v;
}

/** The bytes of a row, without copying. */
export function bytesOf(frame: Frame, rows: Rows, i: number): Uint8Array {
  const given = rows.computed[i];
  if (given instanceof Uint8Array) return given;
  return frame.source(rows.source[i]!).bytes.subarray(rows.start[i]!, rows.end[i]!);
}

function addressText(frame: Frame, rows: Rows, i: number): string {
  const w = new ByteWriter(48);
  writeAddress(w, frame, rows, i);
  return w.toString();
}

/** Writes an address row (ipv4, ipv6, ether, eui64) as text. */
export function writeAddress(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const field = rows.nodes[i] as Field;
  const given = rows.computed[i];
  if (typeof given === "string") {
    w.text(given);
    return;
  }
  const bytes = given instanceof Uint8Array ? given : frame.source(rows.source[i]!).bytes;
  const at = given instanceof Uint8Array ? 0 : rows.start[i]!;
  if (field.type === "ipv4") w.ipv4(bytes, at);
  else if (field.type === "ipv6") w.ipv6(bytes, at);
  else w.hexBytes(bytes, at, at + (field.type === "ether" ? 6 : 8), 58);
}

/** The name of a number among the field's value names. */
export function nameOf(field: Field, value: number): string | undefined {
  const { names } = field;
  return typeof names === "function" ? names(value) : names?.[value];
}

/** Writes a number in the field's base, as Wireshark prints it: `0x0018`, `80`. */
export function writeNumber(w: ByteWriter, field: Field, value: number, size: number): void {
  switch (field.show) {
    case "hex":
    case "hex_dec":
      w.text("0x").hex(value, Math.ceil((field.width || size * 8) / 8) * 2 || 2);
      return;
    case "oct":
      w.text(`0${value.toString(8)}`);
      return;
    default:
      w.decimal(value);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

/** A string as it stands in a table: up to a zero byte, the white space that would break the table as C writes it. */
function printable(text: string): string {
  const zero = text.indexOf("\0");
  return (zero < 0 ? text : text.slice(0, zero)).replace(/[\b\t\n\f\r]/g, (char) => ESCAPES[char]!);
}

/** Writes `seconds.nanoseconds` with `digits` decimals, the sign in front. */
export function writeSeconds(w: ByteWriter, seconds: number, nanoseconds: number, digits: number): void {
  if (seconds < 0 || nanoseconds < 0) w.byte(45);
  w.decimal(Math.abs(seconds)).byte(46);
  w.digits(Math.abs(nanoseconds) / 10 ** (9 - digits), digits);
}

/** Writes a row's value as `-T fields` prints it. */
export function writeValue(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  const field = rows.nodes[i] as Field;
  switch (field.type) {
    case "uint":
    case "int":
      if (!isWide(rows, i)) writeNumber(w, field, numberOf(frame, rows, i), rows.end[i]! - rows.start[i]!);
      else if (field.show === "hex") w.text("0x").text(bigOf(frame, rows, i).toString(16).padStart(16, "0"));
      else w.text(String(bigOf(frame, rows, i)));
      return;
    case "bool":
      w.byte(numberOf(frame, rows, i) === 0 ? 48 : 49);
      return;
    case "frame":
      w.decimal(numberOf(frame, rows, i));
      return;
    case "double":
      w.text(String(numberOf(frame, rows, i)));
      return;
    case "string":
      w.text(printable(stringOf(frame, rows, i)));
      return;
    case "bytes": {
      const bytes = bytesOf(frame, rows, i);
      if (bytes.length === 0) w.text(field.empty);
      else w.hexBytes(bytes, 0, bytes.length);
      return;
    }
    case "none":
      w.byte(49);
      return;
    case "duration": {
      const { seconds, nanoseconds } = timeOf(rows, i);
      writeSeconds(w, seconds, nanoseconds, 9);
      return;
    }
    case "time": {
      const time = timeOf(rows, i);
      w.text(time.seconds === 0 && time.nanoseconds === 0 && field.zero !== "" ? field.zero : absoluteText(time));
      return;
    }
    default:
      writeAddress(w, frame, rows, i);
  }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An absolute time as Wireshark prints it: `Mar 18, 2013 16:37:11.440000000 UTC`. */
export function absoluteText({ seconds, nanoseconds }: Time): string {
  const date = new Date(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, " ")}, ${date.getUTCFullYear()}`;
  return `${day} ${clock}.${String(nanoseconds).padStart(9, "0")} UTC`;
}
