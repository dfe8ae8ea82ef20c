import { Buffer } from "node:buffer";
import { bigAt, computed, type FieldOptions, type Reading, type Time } from "../../core/field.ts";
import { type FieldSet, fields } from "../../core/layout.ts";
import { oidNames } from "../../names/oids.ts";
import { oidAt } from "../shared/ber.ts";
import { type Rows, repeated } from "../shared/parts.ts";

/** Fields of values, of which a frame may hold many. */
export const rows = <const T extends Rows>(prefix: string, table: T): FieldSet<T> => fields(prefix, repeated(table));

/** A number that came with the row: how many items there are, which alternative it is. */
const counted = (label: string, options: FieldOptions) => computed("uint", label, (r) => r.value, options);

/** How many items a list holds. */
export const count = (label: string, options?: FieldOptions) => counted(label, { unit: "items", ...options });

/** Which of the alternatives, by their numbers, it is. */
export const chosen = (label: string, names: Readonly<Record<number, string>>) => counted(label, { names });

/** An object identifier. */
export const identifier = (label: string) =>
  computed("string", label, (r) => oidAt(r.bytes, r.start, r.end), {
    about: (b, start, end) => oidNames[oidAt(b, start, end)],
  });

const UNITS = new TextDecoder("utf-16be");

/** Text of 16-bit units, most significant octet first. */
export const units = (label: string) =>
  computed("string", label, (r) => UNITS.decode(r.bytes.subarray(r.start, r.end)));

const LAST_CHARACTER = 0x10ffff;

/** Text of 32-bit units, most significant octet first. */
export const wideUnits = (label: string) =>
  computed("string", label, ({ bytes, start, end }) => {
    let text = "";
    for (let at = start; at + 4 <= end; at += 4) {
      const code = bigAt(bytes, at, 4);
      text += code > LAST_CHARACTER ? "\ufffd" : String.fromCodePoint(code);
    }
    return text;
  });

/** Text of octets, each a character. */
export const latin = (label: string) => computed("string", label, latinOf);

function latinOf({ bytes, start, end }: Reading): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}

/** A bit of a string of bits, counted from its first; those the string leaves out are not set. */
export const flag = (number: number, label: string, options?: FieldOptions) =>
  computed(
    "bool",
    label,
    ({ bytes, start, end }) => {
      const at = start + (number >> 3);
      return at < end && ((bytes[at]! << (number & 7)) & 0x80) !== 0;
    },
    options,
  );

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)?(\d\d)?(?:\.(\d{1,9}))?Z?/;
/** Years of two digits from here on are of the century before (RFC 5280 section 4.1.2.5.1). */
const LAST_CENTURY = 50;

/** A time of two digits of the year, `2013-03-13 00:00:37 (UTC)`. */
export const shortTime = (label: string) =>
  computed("string", label, (r) => {
    const text = latinOf(r);
    const parts = UTC_TIME.exec(text);
    if (parts === null) return text;
    const [, year, month, day, hours, minutes, seconds, zone] = parts;
    const century = Number(year) < LAST_CENTURY ? 20 : 19;
    return `${century}${year}-${month}-${day} ${hours}:${minutes}:${seconds ?? "00"} (${zone === "Z" ? "UTC" : zone})`;
  });

/** A time of four digits of the year. */
export const longTime = (label: string) => computed("time", label, timeOf);

function timeOf(r: Reading): Time | undefined {
  const parts = GENERALIZED_TIME.exec(latinOf(r));
  if (parts === null) return undefined;
  const [, year, month, day, hours, minutes = "0", seconds = "0", fraction = ""] = parts;
  const time = Date.UTC(+year!, +month! - 1, +day!, +hours!, +minutes, +seconds);
  return { seconds: time / 1000, nanoseconds: Number(fraction.padEnd(9, "0")) };
}
