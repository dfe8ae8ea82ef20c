import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { asciiIn } from "../shared/text.ts";
import { ADDRESSES, CONTENT_TYPE, fieldOf, kindOf, MAILBOX, MAILBOXES, parts } from "./fields.ts";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;
/** No name of a header field is longer. */
const LONGEST_NAME = 64;

/** Where a header field of a mail lies; offsets in the mail's bytes. */
export interface Header {
  /** Its name, up to the colon, and its value without blanks before and the line end behind. */
  readonly from: number;
  readonly colon: number;
  readonly valueAt: number;
  readonly valueEnd: number;
  /** One past its line end, and where the next one, or the body, begins. */
  readonly lineEnd: number;
  readonly next: number;
  /** An empty line follows, which ends the header fields. */
  readonly isLast: boolean;
}

const isBlank = (byte: number | undefined) => byte === SPACE || byte === TAB;

/** The header field at `at` (RFC 5322 section 2.2), which goes on in lines that begin with a blank; undefined where no name ends. */
export function headerAt(b: Uint8Array, at: number, end: number): Header | undefined {
  let colon = at;
  while (colon < end && b[colon] !== COLON) colon++;
  if (colon === end) return undefined;
  let valueAt = colon + 1;
  while (valueAt < end && isBlank(b[valueAt])) valueAt++;
  for (let i = valueAt; i + 1 < end; i++) {
    if (b[i] !== CR || b[i + 1] !== LF || isBlank(b[i + 2])) continue;
    const lineEnd = i + 2;
    if (lineEnd >= end) break;
    const isLast = b[lineEnd] === CR;
    return {
      from: at,
      colon,
      valueAt,
      valueEnd: i,
      lineEnd,
      next: isLast ? Math.min(end, lineEnd + 2) : lineEnd,
      isLast,
    };
  }
  // At the very end of a mail Wireshark leaves two bytes out.
  const valueEnd = Math.max(valueAt, end - 4);
  const lineEnd = Math.max(valueAt, end - 2);
  return { from: at, colon, valueAt, valueEnd, lineEnd, next: end, isLast: false };
}

/** The field that shows `header`; undefined where its name is none of RFC 5322's or its kin. */
export function knownField(b: Uint8Array, { from, colon }: Header): Field | undefined {
  return colon - from > LONGEST_NAME ? undefined : fieldOf(asciiIn(b, from, colon).toLowerCase());
}

/** Places one header field and what it consists of. */
export function placeHeader(c: Cursor, header: Header): void {
  const { from, colon, valueAt, valueEnd, lineEnd } = header;
  const field = knownField(c.bytes, header);
  if (field === undefined) {
    const row = c.open(parts.extension, from);
    c.add(parts["extension.type"], from, colon);
    c.add(parts["extension.value"], valueAt, valueEnd);
    return c.close(row, valueEnd);
  }
  const row = c.open(field, valueAt);
  const kind = kindOf(field);
  if (kind === MAILBOX) mailbox(c, valueAt, lineEnd);
  else if (kind === MAILBOXES) list(c, valueAt, lineEnd, parts["mailbox_list.item"]);
  else if (kind === ADDRESSES) list(c, valueAt, lineEnd, parts["address_list.item"]);
  else if (kind === CONTENT_TYPE) contentType(c, valueAt, valueEnd);
  c.close(row, valueEnd);
}

function find(b: Uint8Array, at: number, end: number, byte: number): number {
  let i = at;
  while (i < end && b[i] !== byte) i++;
  return i;
}

function contentType(c: Cursor, at: number, end: number): void {
  const semicolon = find(c.bytes, at, end, SEMICOLON);
  if (semicolon === end) return;
  c.add(parts["content.type.type"], at, semicolon);
  c.add(parts["content.type.parameters"], semicolon + 1, end);
}

/** Items with commas between them, wherever those stand. */
function list(c: Cursor, at: number, end: number, item: Field): void {
  for (let from = at; from < end; ) {
    const comma = find(c.bytes, from, end, COMMA);
    const row = c.open(item, from);
    address(c, from, comma);
    c.close(row, comma);
    from = comma + 1;
  }
}

/** A mailbox, or what begins a group, `name: mailbox` (RFC 5322 section 3.4), the last letter of which Wireshark leaves out. */
function address(c: Cursor, at: number, end: number): void {
  const colon = find(c.bytes, at, end, COLON);
  if (colon === end) return mailbox(c, at, end);
  const row = c.open(parts.display_name, at);
  list(c, colon + 1, end, parts["mailbox_list.item"]);
  c.close(row, Math.max(at, colon - 1));
}

/** `name <address>`, or an address alone. */
function mailbox(c: Cursor, at: number, end: number): void {
  const { bytes: b } = c;
  const less = find(b, at, end, LESS);
  if (less === end) return void c.add(parts.address, at, end);
  let from = at;
  let to = less;
  while (from < to && b[from] === SPACE) from++;
  while (to > from && b[to - 1] === SPACE) to--;
  if (to > from) c.add(parts.display_name, from, to);
  c.add(parts.address, less + 1, find(b, less + 1, end, GREATER));
}
