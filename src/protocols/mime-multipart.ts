import type { Cursor } from "../core/cursor.ts";
import { bytes, type Field, none, type Reading, text } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields } from "../core/layout.ts";
import { deferred, protocol } from "../core/protocol.ts";
import { essence, mediaType, mediaTypeOf, mediaTypeRow, mediaTypes } from "./shared/media.ts";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DASH = 45;
const COLON = 58;
const NONE = -1;
/** The media type that says nothing (RFC 2046 section 4.5.1). */
const UNSPECIFIED = "application/octet-stream";
const UTF8 = new TextDecoder();

const header = (label: string) => text(label, { many: true, compute: compact });
const many = { many: true };
const multipart = fields("mime_multipart", {
  type: text("Type", { many: true, compute: (r) => mediaTypeOf(r.frame, r.row) }),
  no_required_parameter: none("The boundary is not told", many),
  preamble: bytes("Preamble", many),
  first_boundary: text("First boundary", many),
  part: text("Encapsulated multipart part", { many: true, compute: () => "" }),
  boundary: text("Boundary", many),
  last_boundary: text("Last boundary", many),
  trailer: bytes("Trailer", many),
});
const headerFields = fields("mime_multipart.header", {
  "content-description": header("Content-Description"),
  "content-disposition": header("Content-Disposition"),
  "content-encoding": header("Content-Encoding"),
  "content-id": header("Content-Id"),
  "content-language": header("Content-Language"),
  "content-length": header("Content-Length"),
  "content-transfer-encoding": header("Content-Transfer-Encoding"),
  "content-type": header("Content-Type"),
});
const known: Readonly<Record<string, Field>> = headerFields;

/** A header field's value on one line, without white space around separators; what is quoted stays as it is. */
function compact(r: Reading): string {
  return UTF8.decode(r.bytes.subarray(r.start, r.end))
    .replace(/"(?:\\.|[^"\\])*"?|\s*([;:,=])\s*|\s+/gs, (found, separator?: string) =>
      found.startsWith('"') ? found : (separator ?? " "),
    )
    .trim();
}

/** The parameter `boundary` of the media type in row `row` (RFC 2046 section 5.1.1). */
function boundaryOf(frame: Frame, row: number): string {
  const { tape } = frame;
  const type = String.fromCharCode(...frame.bytesOf(row).subarray(tape.start(row), tape.end(row)));
  const parameters = /;\s*([^\s;="]+)\s*=\s*(?:"([^"]*)"?|([^\s()<>@,;:\\"/[\]?=]*))/g;
  for (const [, name, quoted, token] of type.matchAll(parameters)) {
    if (name!.toLowerCase() === "boundary") return quoted ?? token ?? "";
  }
  return "";
}

/** Bytes of a delimiter: two dashes and the boundary. */
type Delimiter = Uint8Array;

function matches(b: Uint8Array, at: number, end: number, delimiter: Delimiter): boolean {
  if (at + delimiter.length > end) return false;
  for (let i = 0; i < delimiter.length; i++) if (b[at + i] !== delimiter[i]) return false;
  return true;
}

/** Where the CRLF before the next delimiter stands, or {@link NONE}. */
function findDelimiter(b: Uint8Array, at: number, end: number, delimiter: Delimiter): number {
  const text = b.subarray(0, end);
  for (let i = text.indexOf(CR, at); i >= 0; i = text.indexOf(CR, i + 1)) {
    if (text[i + 1] === LF && matches(b, i + 2, end, delimiter)) return i;
  }
  return NONE;
}

/** One past the line that `at` stands in, its end included: CRLF, CR or LF. */
function nextLine(b: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && b[i] !== CR && b[i] !== LF) i++;
  if (i < end && b[i] === CR && i + 1 < end && b[i + 1] === LF) i++;
  return Math.min(i + 1, end);
}

const isBlank = (byte: number | undefined) => byte === SPACE || byte === TAB;

/** Where the name of the header field at `at` ends, or {@link NONE} where none begins there. */
function colonOf(b: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && b[i] !== COLON && b[i] !== CR && b[i] !== LF) i++;
  return i > at && i < end && b[i] === COLON ? i : NONE;
}

/** One past the header field at `at` and the lines that continue it. */
function fieldEnd(b: Uint8Array, at: number, end: number): number {
  let i = nextLine(b, at, end);
  while (i < end && isBlank(b[i])) i = nextLine(b, i, end);
  return i;
}

/** The field of the header field `at..colon`; undefined where it has none. */
function fieldOf(b: Uint8Array, at: number, colon: number): Field | undefined {
  const name = essence(b, at, colon);
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** The header fields of a part (RFC 2045 section 3). */
const headers = deferred((c: Cursor) => {
  while (c.at < c.end) {
    const { bytes: b, at, end } = c;
    const colon = colonOf(b, at, end);
    const next = fieldEnd(b, at, end);
    const field = colon === NONE ? undefined : fieldOf(b, at, colon);
    if (field !== undefined) c.add(field, colon + 1, next);
    c.at = next;
  }
});

/** Reads the header fields of the part that ends at `end`; returns the row of its media type, or {@link NONE}. */
function readHeaders(c: Cursor, end: number): number {
  const { bytes: b } = c;
  const begin = c.at;
  let type = NONE;
  for (let colon = colonOf(b, c.at, end); colon !== NONE; colon = colonOf(b, c.at, end)) {
    const next = fieldEnd(b, c.at, end);
    if (fieldOf(b, c.at, colon) === headerFields["content-type"]) {
      let from = colon + 1;
      while (from < next && isBlank(b[from])) from++;
      type = c.open(mediaType, from);
      c.close(type, next);
    }
    c.at = next;
  }
  if (c.at === begin) return NONE;
  c.close(c.open(headers, begin), c.at);
  if (c.at < end && (b[c.at] === CR || b[c.at] === LF)) c.at = nextLine(b, c.at, end);
  return type;
}

/** Reads the part from the cursor to `end`: header fields, an empty line, and a body of any media type. */
function readPart(c: Cursor, end: number): void {
  const row = c.open(multipart.part);
  const { end: outer, limitedBy } = c;
  c.end = end;
  const type = readHeaders(c, end);
  const { tape } = c;
  const name = type === NONE ? UNSPECIFIED : essence(c.bytes, tape.start(type), tape.end(type));
  if (name.startsWith("multipart/") || (c.left > 0 && name !== UNSPECIFIED)) c.next(mediaTypes, name);
  else if (c.left > 0) c.rest();
  c.at = end;
  c.end = outer;
  c.limitedBy = limitedBy;
  c.close(row);
}

/** Takes the delimiter line at the cursor, which `delimiterAt` stands in, as `field`. */
function takeLine(c: Cursor, field: Field, delimiterAt: number, end: number): void {
  const next = nextLine(c.bytes, delimiterAt, end);
  c.add(field, c.at, next);
  c.at = next;
}

/** Reads parts with delimiters between them, the cursor at the first delimiter (RFC 2046 section 5.1.1). */
function readParts(c: Cursor, end: number, delimiter: Delimiter): void {
  const { bytes: b } = c;
  const closes = (at: number) => b[at + delimiter.length] === DASH && b[at + delimiter.length + 1] === DASH;
  let isLast = closes(c.at);
  takeLine(c, multipart.first_boundary, c.at, end);
  while (!isLast) {
    const isEmpty = matches(b, c.at, end, delimiter);
    const next = isEmpty ? c.at : findDelimiter(b, c.at, end, delimiter);
    if (next === NONE) return;
    if (!isEmpty) readPart(c, next);
    const delimiterAt = isEmpty ? next : next + 2;
    isLast = closes(delimiterAt);
    takeLine(c, isLast ? multipart.last_boundary : multipart.boundary, delimiterAt, end);
  }
  if (c.at < end) c.add(multipart.trailer, c.at, end);
}

/** Several bodies in one (RFC 2046 section 5.1). */
export default protocol({
  name: "mime_multipart",
  title: "MIME Multipart Media Encapsulation",
  spec: "RFC 2046",
  fields: [multipart],
  expands: [headerFields],
  sniffsOn: "media_type",
  sniffs: (c) => mediaTypeOf(c.frame, c.tape.count - 1).startsWith("multipart/"),
  dissect(c) {
    const { at, bytes: b, tape } = c;
    const own = tape.top;
    const end = at + c.captured;
    const boundary = boundaryOf(c.frame, mediaTypeRow(c.frame, own));
    if (boundary === "") c.add(multipart.no_required_parameter, at, at);
    else c.add(multipart.type, at, at);
    const delimiter = Uint8Array.from(`--${boundary}`, (char) => char.charCodeAt(0));
    const found = matches(b, at, end, delimiter) ? at - 2 : findDelimiter(b, at, end, delimiter);
    if (boundary === "" || found === NONE) {
      c.rest();
      return;
    }
    const first = found + 2;
    if (first > at) c.add(multipart.preamble, at, first);
    c.at = first;
    readParts(c, end, delimiter);
    tape.setEnd(own, end);
  },
  // Its own it has nothing to say, but its parts may add to Info.
  appends: true,
  summary: () => {},
});
