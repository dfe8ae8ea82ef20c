import { Buffer } from "node:buffer";
import { oidNames } from "../../names/oids.ts";
import { BMP_STRING, SET, UTF8_STRING } from "../shared/asn1.ts";
import { contentLength, headSize, OID, oidAt, SEQUENCE } from "../shared/ber.ts";

/** A name is a sequence of sets of attributes. */
const LEVELS = 3;
const UNITS = new TextDecoder("utf-16be");

/** An element's tag, and where its content begins and ends; undefined where it is not whole before `end`. */
function elementAt(b: Uint8Array, at: number, end: number): [tag: number, from: number, to: number] | undefined {
  const size = headSize(b, at, end);
  if (size === 0) return undefined;
  const to = at + size + contentLength(b, at, size);
  return to > end ? undefined : [b[at]!, at + size, to];
}

/** What the object identifier at `at` names. */
function named(b: Uint8Array, at: number, end: number): string | undefined {
  const found = elementAt(b, at, end);
  if (found?.[0] !== OID) return undefined;
  const oid = oidAt(b, found[1], found[2]);
  return oidNames[oid] ?? oid;
}

/** What the object identifier names that stands first in the sequence at `start`. */
export function firstNamed(b: Uint8Array, start: number, end: number): string | undefined {
  const found = elementAt(b, start, end);
  return found?.[0] === SEQUENCE ? named(b, found[1], found[2]) : undefined;
}

/** A name, its parts or one of them: `id-at-commonName=www.example.test,id-at-countryName=FI`, the innermost first. */
export function nameText(b: Uint8Array, start: number, end: number): string {
  const parts: string[] = [];
  gather(b, start, end, LEVELS, parts);
  return parts.reverse().join(",");
}

/** Adds the attributes of the sequences and sets in `start..end`, which lie `levels` deep at most. */
function gather(b: Uint8Array, start: number, end: number, levels: number, parts: string[]): void {
  for (let at = start; at < end; ) {
    const found = elementAt(b, at, end);
    if (found === undefined) return;
    const [tag, from, to] = found;
    if (tag === SEQUENCE && b[from] === OID) parts.push(attributeText(b, from, to));
    else if ((tag === SEQUENCE || tag === SET) && levels > 1) gather(b, from, to, levels - 1, parts);
    at = to;
  }
}

function attributeText(b: Uint8Array, start: number, end: number): string {
  const [, , to] = elementAt(b, start, end) ?? [0, 0, end];
  const value = elementAt(b, to, end);
  return `${named(b, start, end) ?? ""}=${value === undefined ? "" : textOf(b, ...value)}`;
}

function textOf(b: Uint8Array, tag: number, from: number, to: number): string {
  if (tag === BMP_STRING) return UNITS.decode(b.subarray(from, to));
  return Buffer.from(b.buffer, b.byteOffset + from, to - from).toString(tag === UTF8_STRING ? "utf8" : "latin1");
}
