import { parseHex, parseIpv4, parseIpv6 } from "../core/addresses.ts";
import { closest } from "../core/closest.ts";
import type { Field } from "../core/field.ts";
import { services } from "../names/services.ts";
import type { Token } from "./lexer.ts";
import type { Value, ValueType } from "./values.ts";

/** What a literal is read as. */
export interface Expected {
  readonly type: ValueType;
  /** The fields it is compared with: their sizes and value names. */
  readonly fields: readonly Field[];
  /** What to call it in errors. */
  readonly name: string;
}

/** A value as typed; `prefix`: only that many of its first bits count. */
export interface Constant {
  readonly value: Value;
  readonly prefix: number | undefined;
}

const plainly = (value: Value): Constant => ({ value, prefix: undefined });
const exampleOf: Readonly<Partial<Record<ValueType, string>>> = {
  ipv4: "an IPv4 address such as 10.0.0.1 or 10.0.0.0/8",
  ipv6: "an IPv6 address such as fe80::1 or fe80::/10",
  ether: "a MAC address such as 00:11:22:aa:bb:cc",
  eui64: "eight bytes such as 00:11:22:33:44:55:66:77",
  bytes: 'bytes such as 0a:0b or "text"',
  protocol: 'bytes such as 0a:0b or "text"',
  time: 'a time such as "2013-03-18 16:37:11.44"',
  duration: "seconds such as 0.25",
  uint: "a number",
  int: "a number",
  double: "a number",
  frame: "the number of a frame",
  bool: "0, 1, true or false",
};

/** Reads a literal as a value of the type it is compared with; a text says what is wrong with it. */
export function readLiteral(token: Token, expected: Expected): Constant | string {
  const { type, name } = expected;
  if (type === "none") return `${name} has no value: only its presence can be asked`;
  const read = readAs(token, expected);
  return read ?? `"${token.text}" is not ${exampleOf[type]}, as ${name} needs`;
}

function readAs(token: Token, expected: Expected): Constant | string | undefined {
  const { text } = token;
  switch (expected.type) {
    case "string":
      return plainly(text);
    case "ipv4":
      return prefixed(text, parseIpv4);
    case "ipv6":
      return prefixed(text, parseIpv6);
    case "ether":
      return sized(parseHex(text), 6);
    case "eui64":
      return sized(parseHex(text), 8);
    case "bytes":
    case "protocol":
      return readBytes(token);
    case "time":
      return readTime(text);
    case "duration":
      return readDuration(text);
    case "double":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? plainly(Number(text)) : undefined;
    default:
      return readNumber(token, expected);
  }
}

function sized(bytes: Uint8Array | undefined, size: number): Constant | undefined {
  return bytes?.length === size ? plainly(bytes) : undefined;
}

function prefixed(text: string, parse: (address: string) => Uint8Array | undefined): Constant | string | undefined {
  const [address, length, more] = text.split("/");
  const value = parse(address!);
  if (value === undefined || more !== undefined) return undefined;
  if (length === undefined) return plainly(value);
  const prefix = Number(length);
  if (!/^\d+$/.test(length) || prefix > value.length * 8)
    return `/${length} is no prefix length up to ${value.length * 8}`;
  return { value, prefix };
}

function readBytes({ kind, text, binary }: Token): Constant | undefined {
  if (kind !== "word") return plainly(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  const bytes = parseHex(/^0x/i.test(text) ? text.slice(2) : text);
  return bytes && plainly(bytes);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mar 18, 2013 16:37:11` as `2013-03-18 16:37:11`: the form `-e frame.time` prints. */
function inDigits(text: string): string {
  const found = /^([A-Z][a-z]{2}) +(\d{1,2}), (\d{4}) (?=\d\d:\d\d:\d\d)/.exec(text);
  const month = MONTHS.indexOf(found?.[1] ?? "") + 1;
  if (found === null || month === 0) return text;
  const two = (n: number | string) => String(n).padStart(2, "0");
  return `${found[3]}-${two(month)}-${two(found[2]!)} ${text.slice(found[0].length)}`;
}

/** `2013-03-18 16:37:11.44` in local time; with a T and a Z, or an offset, as ISO 8601 says. */
function readTime(typed: string): Constant | undefined {
  const text = inDigits(typed.trim());
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, day, clock = "00:00", seconds = "00", fraction = "", zone = ""] = found;
  const milliseconds = Date.parse(`${day}T${clock}:${seconds}${zone === "UTC" ? "Z" : zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return plainly(BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, "0")));
}

function readDuration(text: string): Constant | undefined {
  const found = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text);
  if (!found) return undefined;
  const [, sign, seconds, fraction = ""] = found;
  const nanoseconds = BigInt(seconds!) * 1_000_000_000n + BigInt(fraction.padEnd(9, "0"));
  return plainly(sign ? -nanoseconds : nanoseconds);
}

function readNumber(token: Token, expected: Expected): Constant | string | undefined {
  const { kind, text } = token;
  if (kind === "char") return plainly(token.binary.charCodeAt(0));
  const value = kind === "word" ? parseNumber(text) : undefined;
  if (value === undefined) return label(text, expected);
  if (expected.type === "bool") return plainly(value === 0n ? 0 : 1);
  const [least, most] = limits(expected);
  if (value < least || value > most) return `${text} is out of range: ${expected.name} holds ${least} to ${most}`;
  return plainly(value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER ? Number(value) : value);
}

/** Decimal, 0x hexadecimal, 0b binary, 0 octal. */
function parseNumber(text: string): bigint | undefined {
  const found = /^(-?)(0x[0-9a-f]+|0b[01]+|0[0-7]+|0|[1-9]\d*)$/i.exec(text);
  if (!found) return undefined;
  const digits = found[2]!;
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return found[1] ? -value : value;
}

/** What the fields can hold; numbers that are worked out may have any size. */
function limits({ type, fields }: Expected): [least: bigint, most: bigint] {
  const bits = Math.max(
    ...fields.map(({ size, generated }) => (generated ? 32 : size * 8 || 64)),
    type === "frame" ? 32 : 0,
  );
  const width = BigInt(fields.length === 0 ? 64 : bits);
  return type === "int" || fields.length === 0 ? [-(1n << (width - 1n)), (1n << width) - 1n] : [0n, (1n << width) - 1n];
}

/** The number one of the fields gives a name to, in either case. */
function label(text: string, { type, fields, name }: Expected): Constant | string | undefined {
  if (type === "bool") {
    const truth = ["false", "true"].indexOf(text.toLowerCase());
    if (truth >= 0) return plainly(truth);
  }
  const names = [...fields.flatMap(namesOf), ...(isPort(fields) ? servicePorts : [])];
  const found =
    names.find(([, label]) => label === text) ?? names.find(([, label]) => label.toLowerCase() === text.toLowerCase());
  if (found) return plainly(found[0]);
  if (names.length === 0) return undefined;
  const near = closest(
    text,
    names.map(([, label]) => label),
  );
  return `"${text}" is no value of ${name}${near ? ` (did you mean ${near}?)` : ""}`;
}

/** True for port numbers, which the names of services stand for. */
export const isPort = (fields: readonly Field[]): boolean => fields.some(({ name }) => /\.(src|dst)?port$/.test(name));

const servicePorts = Object.entries(services).map(([name, port]): [number, string] => [port, name]);

/** Numbers a function of names is asked for. */
const ASKED = 0xffff;

function namesOf({ names, size }: Field): [number, string][] {
  if (names === undefined) return [];
  if (typeof names !== "function") return Object.entries(names).map(([value, text]) => [Number(value), text]);
  const most = Math.min(ASKED, 2 ** (8 * (size || 2)) - 1);
  return Array.from({ length: most + 1 }, (_, value): [number, string] => [value, names(value) ?? ""]).filter(
    ([, text]) => text !== "",
  );
}
