import type { Cursor } from "../core/cursor.ts";
import { type Field, type Reading, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { deferred, protocol } from "../core/protocol.ts";
import { addedColumn } from "./shared/column.ts";
import { mediaTypeOf } from "./shared/media.ts";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const NONE = -1;
const UTF8 = new TextDecoder();

const many = { many: true };
const xml = fields("xml", {
  xmlpi: text("XMLPI", many),
  "xmlpi.xml": text("xml.xmlpi.xml", many),
  "xmlpi.xml.version": text("version", { many: true, compute: unquoted }),
  "xmlpi.xml.encoding": text("encoding", { many: true, compute: unquoted }),
  "xmlpi.xml.standalone": text("standalone", { many: true, compute: unquoted }),
  comment: text("Comment", many),
  cdatasection: text("CDATASection", many),
  doctype: text("Doctype", many),
  tag: text("Tag", many),
  attribute: text("Attribute", many),
  cdata: text("CDATA", many),
  unknown: text("Unknown", many),
});
const declared: Readonly<Record<string, Field>> = {
  version: xml["xmlpi.xml.version"],
  encoding: xml["xmlpi.xml.encoding"],
  standalone: xml["xmlpi.xml.standalone"],
};

/** The value of an attribute, its name before and its quotes around left out. */
function unquoted(r: Reading): string {
  const whole = UTF8.decode(r.bytes.subarray(r.start, r.end));
  return whole.slice(whole.indexOf("=") + 1).replace(/^\s*["']|["']$/g, "");
}

const ascii = (word: string) => Uint8Array.from(word, (char) => char.charCodeAt(0));

/** What begins with `open` and goes on to `close`, whatever stands between (XML 1.0 sections 2.5 to 2.8). */
const sections = [
  { open: ascii("<!--"), close: ascii("-->"), field: xml.comment },
  { open: ascii("<![CDATA["), close: ascii("]]>"), field: xml.cdatasection },
  { open: ascii("<?xml "), close: ascii("?>"), field: xml["xmlpi.xml"] },
  { open: ascii("<?"), close: ascii("?>"), field: xml.xmlpi },
  { open: ascii("<!"), close: ascii(">"), field: xml.doctype },
];

function startsWith(b: Uint8Array, at: number, end: number, word: Uint8Array): boolean {
  if (at + word.length > end) return false;
  for (let i = 0; i < word.length; i++) if (b[at + i] !== word[i]) return false;
  return true;
}

/** One past the next `word` of `at..end`, or {@link NONE}. */
function past(b: Uint8Array, at: number, end: number, word: Uint8Array): number {
  for (let i = at; i < end; i++) if (startsWith(b, i, end, word)) return i + word.length;
  return NONE;
}

const isSpace = (byte: number | undefined) => byte === SPACE || byte === LF || byte === CR || byte === TAB;

/** One past the `>` that ends the tag at `at`, one in quotes left out; or {@link NONE}. */
function tagEnd(b: Uint8Array, at: number, end: number): number {
  for (let i = at, quote = 0; i < end; i++) {
    const byte = b[i]!;
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GREATER) return i + 1;
  }
  return NONE;
}

/** Adds the attributes of the tag `at..end`, as the field that `fieldOf` has for a name. */
function attributes(c: Cursor, at: number, end: number, fieldOf: (name: string) => Field | undefined): void {
  const { bytes: b } = c;
  let i = at;
  while (i < end && !isSpace(b[i])) i++;
  while (i < end) {
    while (i < end && isSpace(b[i])) i++;
    const from = i;
    while (i < end && b[i] !== EQUALS && !isSpace(b[i])) i++;
    const nameEnd = i;
    const quote = b[i + 1];
    if (quote === QUOTE || quote === APOSTROPHE) for (i += 2; i < end && b[i] !== quote; ) i++;
    while (i < end && !isSpace(b[i])) i++;
    if (nameEnd < end && b[nameEnd] === EQUALS) {
      const field = fieldOf(UTF8.decode(b.subarray(from, nameEnd)));
      if (field !== undefined) c.add(field, from, i);
    }
  }
}

/** Adds what a `<` begins; returns where it ends, or {@link NONE}. */
function markup(c: Cursor, at: number): number {
  const { bytes: b, end } = c;
  for (const { open, close, field } of sections) {
    if (!startsWith(b, at, end, open)) continue;
    const to = past(b, at + open.length, end, close);
    if (to === NONE) return NONE;
    const row = c.open(field, at);
    if (field === xml["xmlpi.xml"]) attributes(c, at, to - close.length, (name) => declared[name]);
    c.close(row, to);
    return to;
  }
  const to = tagEnd(b, at, end);
  if (to === NONE || b[at + 1] === SLASH) return to;
  const row = c.open(xml.tag, at);
  attributes(c, at, b[to - 2] === SLASH ? to - 2 : to - 1, () => xml.attribute);
  c.close(row, to);
  return to;
}

/** Adds the text up to `end`, white space around it left out. */
function content(c: Cursor, end: number, field: Field): void {
  const { bytes: b } = c;
  let to = end;
  while (c.at < to && isSpace(b[c.at])) c.at++;
  while (to > c.at && isSpace(b[to - 1])) to--;
  if (to > c.at) c.add(field, c.at, to);
  c.at = end;
}

/** Tags and the text between them, one after the other: how they nest is not looked at, only whether text is in one. */
const document = deferred((c: Cursor) => {
  const { bytes: b, end } = c;
  let depth = 0;
  while (c.at < end) {
    const less = b.subarray(c.at, end).indexOf(LESS);
    const at = less < 0 ? end : c.at + less;
    content(c, at, depth > 0 ? xml.cdata : xml.unknown);
    if (at === end) return;
    const to = markup(c, at);
    if (to === NONE) return;
    if (b[at + 1] === SLASH) depth--;
    else if (isName(b[at + 1]) && b[to - 2] !== SLASH) depth++;
    c.at = to;
  }
});

/** True for the first character of a tag's name, as opposed to `!` and `?`. */
const isName = (byte: number | undefined) => byte !== undefined && byte > 63;

/** Wireshark knows this type and yet does not read it as XML. */
const XHTML = "application/xhtml+xml";

/** XML documents (https://www.w3.org/TR/xml/); types that end in `+xml` are some (RFC 7303 section 8). */
export default protocol({
  name: "xml",
  title: "eXtensible Markup Language",
  column: addedColumn("/XML"),
  expands: [xml],
  on: {
    media_type: [
      "text/xml",
      "application/xml",
      "application/xml-dtd",
      "application/smil",
      "application/vnd.wv.csp.xml",
      "application/x-wms-logconnectstats",
      "application/x-wms-logplaystats",
      "application/x-wms-sendevent",
      "text/vnd.wap.co",
      "text/vnd.wap.emn",
      "text/vnd.wap.si",
      "text/vnd.wap.sl",
      "text/vnd.wap.wml",
    ],
  },
  sniffsOn: "media_type",
  sniffs(c) {
    const type = mediaTypeOf(c.frame, c.tape.count - 1);
    return type.endsWith("+xml") && type !== XHTML;
  },
  dissect(c) {
    const row = c.open(document);
    c.close(row, c.at + c.captured);
  },
});
