import { Buffer } from "node:buffer";
import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, none, type Reading, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { asciiOf, asciiText, oneLine } from "../shared/text.ts";
import { lengthOf } from "./framing.ts";
import { find, lineEnd, pastLineEnd, startsWith } from "./lines.ts";

const COLON = 58;
const SEMICOLON = 59;
const SPACE = 32;
const CR = 13;
const TAB = 9;
/** Longer than any name in {@link known}. */
const LONGEST_NAME = 32;
const BASIC = "basic ";

/** Header fields that have a name of their own, by their names on the wire in lower case. */
const known: Readonly<Record<string, string>> = {
  accept: "accept",
  "accept-encoding": "accept_encoding",
  "accept-language": "accept_language",
  authorization: "authorization",
  "cache-control": "cache_control",
  connection: "connection",
  "content-encoding": "content_encoding",
  "content-length": "content_length_header",
  "content-type": "content_type",
  cookie: "cookie",
  date: "date",
  host: "host",
  "http2-settings": "http2_settings",
  "last-modified": "last_modified",
  location: "location",
  "proxy-authenticate": "proxy_authenticate",
  "proxy-authorization": "proxy_authorization",
  referer: "referer",
  "sec-websocket-accept": "sec_websocket_accept",
  "sec-websocket-extensions": "sec_websocket_extensions",
  "sec-websocket-key": "sec_websocket_key",
  "sec-websocket-protocol": "sec_websocket_protocol",
  "sec-websocket-version": "sec_websocket_version",
  server: "server",
  "set-cookie": "set_cookie",
  "transfer-encoding": "transfer_encoding",
  upgrade: "upgrade",
  "user-agent": "user_agent",
  "www-authenticate": "www_authenticate",
  "x-forwarded-for": "x_forwarded_for",
};

const titled = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** One field for every header in {@link known}. */
const knownFields: Readonly<Record<string, Field>> = fields(
  "http",
  Object.fromEntries(Object.entries(known).map(([name, field]) => [field, asciiText(titled(name), { many: true })])),
);

const parts = fields("http", {
  "request.line": asciiText("Request line", { many: true }),
  "response.line": asciiText("Response line", { many: true }),
  unknown_header: text("Unknown header", { many: true, compute: plainLine }),
  bad_header_name: none("Illegal characters found in header name", { many: true }),
  content_length: computed("uint", "Content length", contentLength, { many: true }),
  cookie_pair: asciiText("Cookie pair", { many: true }),
  authbasic: computed("string", "Credentials", credentials, { many: true }),
});

const entry = group("Header", { list: "http.headers" });

/** Every field and list a header block expands to. */
export const headerFields = [knownFields, entry, parts];

function contentLength(r: Reading): number | undefined {
  const length = lengthOf(r.bytes, r.start, r.end);
  return length < 0 ? undefined : length;
}

/** A header that has no field: on one line, unless its name is none. */
function plainLine(r: Reading): string {
  const { bytes, start, end } = r;
  const colon = find(bytes, start, end, COLON);
  return colon < 0 || isToken(bytes, start, colon) ? oneLine(bytes, start, end) : asciiOf(r);
}

/** User and password of Basic authentication (RFC 7617 section 2). */
function credentials(r: Reading): string {
  const { bytes } = r;
  return Buffer.from(Buffer.from(bytes.subarray(r.start, r.end)).toString("latin1"), "base64").toString("latin1");
}

const expandTo = (line: Field) => (c: Cursor) => {
  while (c.at < c.end) {
    const found = lineEnd(c.bytes, c.at, c.end);
    // A line may end with a lone CR, behind which the header fields end, too.
    const end = found >= 0 ? found : c.end - (c.u8(c.end - 1) === CR ? 1 : 0);
    const next = pastLineEnd(c.bytes, end, c.end);
    header(c, line, end, next);
    c.at = next;
  }
};

/** The header fields of a request, of a response, and of a notification or no message at all (RFC 9112 section 5). */
export const requestHeaders = group("Header fields", { expand: expandTo(parts["request.line"]) });
export const responseHeaders = group("Header fields", { expand: expandTo(parts["response.line"]) });
export const otherHeaders = group("Header fields", { expand: expandTo(parts.unknown_header) });

/** One header field: name, colon, value, with blanks around it. */
function header(c: Cursor, line: Field, end: number, next: number): void {
  const { bytes, at } = c;
  const row = c.open(entry);
  const colon = find(bytes, at, end, COLON);
  const name = colon < 0 || colon - at > LONGEST_NAME ? "" : String.fromCharCode(...bytes.subarray(at, colon));
  const field = fieldOf(name.toLowerCase());
  if (field === undefined || line !== parts.unknown_header) c.add(line, at, next);
  if (colon >= 0) {
    if (!isToken(bytes, at, colon)) c.add(parts.bad_header_name, at, colon);
    let from = colon + 1;
    while (from < end && (bytes[from] === SPACE || bytes[from] === TAB)) from++;
    if (field !== undefined) value(c, field, from, end);
  }
  c.close(row, next);
}

/** The field of a header in small letters; undefined where it has none. */
const fieldOf = (name: string): Field | undefined =>
  Object.hasOwn(known, name) ? knownFields[known[name]!] : undefined;

/** The value `from..end` of a header that has a field. */
function value(c: Cursor, field: Field, from: number, end: number): void {
  const row = c.open(field, from);
  if (field === knownFields[known["content-length"]!]) c.add(parts.content_length, from, end);
  else if (field === knownFields[known["cookie"]!]) cookies(c, from, end);
  else if (field.name.endsWith("authorization") && startsWith(c.bytes, from, end, BASIC)) {
    c.add(parts.authbasic, from + BASIC.length, end);
  }
  c.close(row, end);
}

/** `name=value` pairs with semicolons between them (RFC 6265 section 4.2.1). */
function cookies(c: Cursor, from: number, end: number): void {
  for (let at = from; at < end; ) {
    while (at < end && c.u8(at) === SPACE) at++;
    const next = find(c.bytes, at, end, SEMICOLON);
    const to = next < 0 ? end : next;
    if (to > at) c.add(parts.cookie_pair, at, to);
    at = to + 1;
  }
}

const SEPARATORS = new Set([...'()<>@,;:\\"/[]?={} \t'].map((char) => char.charCodeAt(0)));

/** True where `at..to` may be a header field's name (RFC 9110 section 5.6.2). */
function isToken(bytes: Uint8Array, at: number, to: number): boolean {
  for (let i = at; i < to; i++) if (bytes[i]! <= SPACE || bytes[i]! > 126 || SEPARATORS.has(bytes[i]!)) return false;
  return to > at;
}
