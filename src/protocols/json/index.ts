import type { Cursor } from "../../core/cursor.ts";
import { type Field, none, type Reading, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { deferred, protocol } from "../../core/protocol.ts";
import { MAX_DEPTH, SILENT } from "../../core/tape.ts";
import { ascii } from "../../core/writer.ts";
import { addedColumn } from "../shared/column.ts";
import { mediaTypes, writeMediaType } from "../shared/media.ts";
import {
  isClose,
  isContainer,
  isObject,
  isString,
  NONE,
  nextItem,
  pastKey,
  pastSpace,
  ROOM,
  stringEnd,
  valueEnd,
} from "./scan.ts";
import { unescaped } from "./strings.ts";

const TITLE = ascii(", JavaScript Object Notation");
/** An item of an array, in paths. */
const ITEM = "[]";
/** A path to what holds a value is cut to so many characters: each value inside repeats it. */
const LONGEST_PATH = 1024;

const made = { many: true, generated: true };
const many = { many: true };
const json = fields("json", {
  object: none("Object", many),
  array: none("Array", many),
  member: text("Member", { many: true, compute: (r) => unescaped(r.bytes, r.start + 1, r.start + r.value - 1) }),
  key: text("Key", { many: true, compute: quoted }),
  path: text("Path", made),
  path_with_value: text("Path with value", made),
  member_with_value: text("Member with value", made),
  "value.string": text("String value", { many: true, compute: quoted }),
  "value.number": text("Number value", many),
  "value.true": none("True value", many),
  "value.false": none("False value", many),
  "value.null": none("Null value", many),
  "value.nan": none("NaN value", many),
});

/** The constant values by their first letter; what is none of them is a number. */
const constants: Readonly<Record<string, Field>> = {
  t: json["value.true"],
  f: json["value.false"],
  n: json["value.null"],
  N: json["value.nan"],
};

function quoted(r: Reading): string {
  return unescaped(r.bytes, r.start + 1, r.end - 1);
}

/**
 * A row around those `inside` places, which returns where the row ends. Deeper than a tape holds they stand beside it.
 */
function around(c: Cursor, field: Field, at: number, depth: number, inside: () => number): number {
  if (depth < MAX_DEPTH) {
    const row = c.open(field, at);
    const end = inside();
    c.close(row, end);
    return end;
  }
  const row = c.add(field, at, at);
  const end = inside();
  c.tape.setEnd(row, end);
  return end;
}

/** Places the value at `at`, which is found under `path` and called `name`; returns where it ends. */
function value(c: Cursor, at: number, depth: number, path: string, name: string): number {
  const { bytes, end } = c;
  if (!isContainer(bytes, at, end)) return scalar(c, at, path, name);
  const within = path.slice(0, LONGEST_PATH);
  const isList = !isObject(bytes, at);
  return around(c, isList ? json.array : json.object, at, depth, () => {
    let i = pastSpace(bytes, at + 1, end);
    while (i < end && !isClose(bytes, i)) {
      const item = isList ? value(c, i, depth + 1, `${within}/${ITEM}`, ITEM) : member(c, i, depth + 1, within);
      i = nextItem(bytes, item, end);
    }
    return i + 1;
  });
}

function member(c: Cursor, at: number, depth: number, within: string): number {
  const { bytes, end, tape, frame } = c;
  const key = stringEnd(bytes, at, end);
  const name = unescaped(bytes, at + 1, key - 1);
  const path = `${within}/${name}`;
  const row = tape.count;
  const to = around(c, json.member, at, depth, () => {
    const last = value(c, pastKey(bytes, at, end), depth + 1, path, name);
    c.add(json.key, at, key);
    c.add(json.path, at, key, frame.addText(path));
    return last;
  });
  tape.setValue(row, key - at);
  return to;
}

function scalar(c: Cursor, at: number, path: string, name: string): number {
  const { bytes, frame } = c;
  const end = valueEnd(bytes, at, c.end, ROOM);
  const field = isString(bytes, at)
    ? json["value.string"]
    : (constants[String.fromCharCode(bytes[at]!)] ?? json["value.number"]);
  const shown = field === json["value.string"] ? unescaped(bytes, at + 1, end - 1) : unescaped(bytes, at, end);
  c.add(json.path_with_value, at, end, frame.addText(`${path}:${shown}`));
  c.add(json.member_with_value, at, end, frame.addText(`${name}:${shown}`));
  c.add(field, at, end);
  return end;
}

/** The objects and arrays of the body. The walk has found them to be valid, so that nothing here can fail. */
const texts = deferred((c: Cursor) => {
  for (let at = c.at; at < c.end; at = pastSpace(c.bytes, at, c.end)) at = value(c, at, 0, "", "");
});

/** Where the objects and arrays that begin at `at` end: as many as are valid and follow each other. */
function textsEnd(c: Cursor, at: number, end: number): number {
  let i = pastSpace(c.bytes, at, end);
  while (isContainer(c.bytes, i, end)) {
    const to = valueEnd(c.bytes, i, end, ROOM);
    if (to === NONE) break;
    i = pastSpace(c.bytes, to, end);
  }
  return i;
}

/** JSON texts (RFC 8259): objects and arrays, as far as they are valid. What follows is shown line by line. */
export default protocol({
  name: "json",
  title: "JavaScript Object Notation",
  spec: "RFC 8259",
  column: addedColumn("/JSON"),
  expands: [json],
  on: {
    media_type: [
      "application/json",
      "application/json-rpc",
      "application/jsonrequest",
      "application/json-patch+json",
      "application/merge-patch+json",
      "application/problem+json",
      "application/senml+json",
      "application/sensml+json",
      "application/dds-web+json",
      "application/vnd.oma.lwm2m+json",
      "application/x-ndjson",
    ],
  },
  dissect(c) {
    const have = c.at + c.captured;
    const begin = pastSpace(c.bytes, c.at, have);
    const end = textsEnd(c, begin, have);
    if (end > begin) {
      c.close(c.open(texts, begin), end);
      c.at = end;
    }
    if (c.at === have) return;
    c.next(mediaTypes, "text/plain");
    c.tape.flag(c.tape.top, SILENT);
  },
  appends: true,
  summary(frame, row, info) {
    info.put(TITLE);
    writeMediaType(frame, row, info);
  },
});
