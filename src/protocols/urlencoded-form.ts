import { Buffer } from "node:buffer";
import type { Cursor } from "../core/cursor.ts";
import { type Reading, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { deferred, group, protocol } from "../core/protocol.ts";
import { writeMediaType } from "./shared/media.ts";

const PERCENT = 37;
const AMPERSAND = 38;
const EQUALS = 61;
/** `%` and two hexadecimal digits. */
const ESCAPE_SIZE = 3;
const NONE = -1;

const item = group("Form item", { list: "urlencoded-form.items" });
const form = fields("urlencoded-form", {
  key: text("Key", { many: true, compute: decoded }),
  value: text("Value", { many: true, compute: decoded }),
});

/** A plus stands for a blank, escapes for bytes of UTF-8. */
function decoded(r: Reading): string {
  const { buffer, byteOffset } = r.bytes;
  const raw = Buffer.from(buffer, byteOffset + r.start, r.end - r.start).toString("latin1");
  const plain = raw.replace(/\+|%([0-9a-fA-F]{2})/g, (_, hex?: string) =>
    hex === undefined ? " " : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, "latin1").toString("utf8");
}

/** The first byte of `at..end` that is `byte`, or {@link NONE}. */
function find(b: Uint8Array, at: number, end: number, byte: number): number {
  const found = b.subarray(at, end).indexOf(byte);
  return found < 0 ? NONE : at + found;
}

const isHex = (byte: number) => (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102);

/** The first `%` of `at..end` that begins no escape, or {@link NONE}. */
function badEscape(b: Uint8Array, at: number, end: number): number {
  let i = find(b, at, end, PERCENT);
  while (i !== NONE && i + ESCAPE_SIZE <= end && isHex(b[i + 1]!) && isHex(b[i + 2]!)) {
    i = find(b, i + ESCAPE_SIZE, end, PERCENT);
  }
  return i;
}

/** Pairs of key and value, `&` between them. They end at what is no escape; a key or value it stands in is not shown. */
function expandItems(c: Cursor): void {
  const { bytes, end } = c;
  const bad = badEscape(bytes, c.at, end);
  const readable = bad === NONE ? end : bad;
  while (c.at < readable) {
    const row = c.open(item);
    const found = find(bytes, c.at, readable, EQUALS);
    const keyEnd = found === NONE ? readable : found;
    if (found !== NONE || bad === NONE) c.add(form.key, c.at, keyEnd);
    const from = Math.min(keyEnd + 1, readable);
    const next = find(bytes, from, readable, AMPERSAND);
    const to = next === NONE ? readable : next;
    if (next !== NONE || bad === NONE) c.add(form.value, from, to);
    c.at = Math.min(to + 1, end);
    c.close(row, to);
  }
}

const items = deferred(expandItems);

/** The content of an HTML form (https://url.spec.whatwg.org/#application/x-www-form-urlencoded). */
export default protocol({
  name: "urlencoded-form",
  title: "HTML Form URL Encoded",
  expands: [item, form],
  on: { media_type: "application/x-www-form-urlencoded" },
  dissect(c) {
    const end = c.at + c.captured;
    c.close(c.open(items), end);
    const bad = badEscape(c.bytes, c.at, end);
    if (bad === NONE || bad + ESCAPE_SIZE <= end) return;
    c.at = bad;
    c.fault(ESCAPE_SIZE);
  },
  appends: true,
  summary: writeMediaType,
});
