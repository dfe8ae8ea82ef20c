import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import type { Expand } from "../../core/node.ts";
import { group } from "../../core/protocol.ts";
import { enter, headSize, NULL, OCTETS, OID, oidAt, SEQUENCE, within } from "./ber.ts";

/** The tags of further universal types (X.690 section 8.1.2, X.680 section 8.6). */
export const BIT_STRING = 3;
export const UTF8_STRING = 12;
export const PRINTABLE_STRING = 19;
export const TELETEX_STRING = 20;
export const IA5_STRING = 22;
export const UTC_TIME = 23;
export const GENERALIZED_TIME = 24;
export const VISIBLE_STRING = 26;
export const UNIVERSAL_STRING = 28;
export const BMP_STRING = 30;
export const SET = 0x31;

/** Bits of the tag octet: specific to where it stands, and holding others. */
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

/** The tables of values that are known by the name of their ASN.1 type, and by an object identifier. */
const BY_NAME = "asn1";
const BY_OID = "ber.oid";

/** A type of ASN.1, as a table of rows: which elements are of it, and what becomes of their content. */
export interface Type {
  /** True for an element that begins with this tag octet. */
  is(tag: number): boolean;
  /**
   * Reads the content, which the cursor stands at and which ends the layer. `start` is the element's first octet,
   * `first` that of the content of the value around it.
   */
  read(c: Cursor, start: number, first: number): void;
}

const tagged = (tag: number, read: Type["read"]): Type => ({ is: (other) => other === tag, read });

/** Reads the element at the cursor, inside a value whose content begins at `first`; false where it is not of `type`. */
function element(c: Cursor, type: Type, first: number): boolean {
  const start = c.at;
  if (c.captured < 1 || !type.is(c.u8(start))) return false;
  const end = enter(c, c.u8(start));
  if (end < 0) return false;
  within(c, end, () => type.read(c, start, first));
  return true;
}

/** Elements that are not of the type expected, or not whole; and those whose type nobody here knows. */
const stray = group("Stray elements");
const unknown = group("Value of an unknown type");
const nothing = group("NULL");

/** Reads a value that fills the row being expanded. */
export const reading =
  (type: Type): Expand =>
  (c: Cursor) => {
    element(c, type, c.at);
    c.takeRest(stray);
  };

/** Reads a value of a type that another family knows, by that type's name. */
export const readingNamed =
  (name: string): Expand =>
  (c: Cursor) => {
    c.readValue(BY_NAME, name, false);
  };

/** What a protocol reads of others' values: types by their name, and what stands behind object identifiers. */
export const readers = (named: Readonly<Record<string, Type>>, identified: Readonly<Record<string, Type>> = {}) => ({
  [BY_NAME]: expandsOf(named),
  [BY_OID]: expandsOf(identified),
});

/** The same where what stands behind an object identifier is no ASN.1. */
export const identifiedReaders = (identified: Readonly<Record<string, Expand>>) => ({ [BY_OID]: identified });

function expandsOf(types: Readonly<Record<string, Type>>): Record<string, Expand> {
  return Object.fromEntries(Object.entries(types).map(([key, type]) => [key, reading(type)]));
}

/** A row of the element's content. */
export const primitive = (tag: number, row: Field): Type => tagged(tag, (c) => void c.add(row, c.at, c.end));

/** The same type under a tag `[number]` of where it stands (X.680 section 31.2.7, IMPLICIT). */
export const implicit = (number: number, { read }: Type): Type => ({
  is: (tag) => (tag & ~CONSTRUCTED) === (CONTEXT | number),
  read,
});

/** An element inside a tag `[number]` (EXPLICIT). */
export const explicit = (number: number, type: Type): Type =>
  tagged(CONTEXT | CONSTRUCTED | number, (c, _start, first) => {
    element(c, type, first);
    c.takeRest(stray);
  });

/** A row that nests others: what `read` makes of the content. */
function nested(c: Cursor, row: Field, start: number, read: () => number): void {
  const opened = c.open(row, start);
  const value = read();
  c.takeRest(stray);
  c.close(opened, c.end);
  c.tape.setValue(opened, value);
}

/** Elements in this order, any of which may be left out. */
export const sequence = (row: Field, ...members: readonly Type[]): Type =>
  tagged(SEQUENCE, (c, start) => nested(c, row, start, () => readMembers(c, members)));

/** The members of a sequence that has no row of its own. */
export const bareSequence = (...members: readonly Type[]): Type =>
  tagged(SEQUENCE, (c) => {
    readMembers(c, members);
    c.takeRest(stray);
  });

function readMembers(c: Cursor, members: readonly Type[]): number {
  const first = c.at;
  for (let i = 0; i < members.length && c.captured > 0; i++) element(c, members[i]!, first);
  return 0;
}

/** Elements of one type, as many as there are; the row's value is their number. */
export const sequenceOf = (row: Field, item: Type, tag = SEQUENCE): Type =>
  tagged(tag, (c, start) => nested(c, row, start, () => readItems(c, item)));

/** The items of a list that has no row of its own. */
export const bareSequenceOf = (item: Type): Type => tagged(SEQUENCE, (c) => void readItems(c, item));

/** As {@link sequenceOf}, in any order. */
export const setOf = (row: Field, item: Type): Type => sequenceOf(row, item, SET);

function readItems(c: Cursor, item: Type): number {
  const first = c.at;
  let count = 0;
  while (element(c, item, first)) count++;
  return count;
}

/** One of several types by their number; it is the row's value. */
export const choice = (row: Field, alternatives: Readonly<Record<number, Type>>): Type => {
  const listed = Object.entries(alternatives).map(([number, type]) => ({ number: Number(number), type }));
  const chosen = (tag: number) => listed.find(({ type }) => type.is(tag));
  return {
    is: (tag) => chosen(tag) !== undefined,
    read(c, start, first) {
      const { number, type } = chosen(c.u8(start))!;
      nested(c, row, start, () => {
        type.read(c, start, first);
        c.at = c.end;
        return number;
      });
    },
  };
};

/** A string of octets whose content `read` makes something of. */
export const octets = (read: (c: Cursor) => void): Type => tagged(OCTETS, read);

/** A string of octets that holds what the object identifier before it says. */
export const wrapped: Type = tagged(OCTETS, (c, _start, first) => readIdentified(c, first));

/** What the first object identifier of the value around it says (ANY DEFINED BY). */
export const definedByOid: Type = {
  is: () => true,
  read(c, start, first) {
    c.at = start;
    readIdentified(c, first);
  },
};

function readIdentified(c: Cursor, first: number): void {
  const oid = oidIn(c, first);
  if (oid !== undefined && c.readValue(BY_OID, oid)) return;
  c.takeRest(c.captured > 0 && c.u8(c.at) === NULL ? nothing : unknown);
}

/** The object identifier that stands first in the value whose content begins at `first`, or in its first member. */
export function oidIn(c: Cursor, first: number): string | undefined {
  let at = first;
  let size = headSize(c.bytes, at, c.end);
  if (size > 0 && c.u8(at) === SEQUENCE) {
    at += size;
    size = headSize(c.bytes, at, c.end);
  }
  if (size !== 2 || c.u8(at) !== OID) return undefined;
  const end = at + size + c.u8(at + 1);
  return end > c.end ? undefined : oidAt(c.bytes, at + size, end);
}
