import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, type Reading, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { find, textEnd } from "./head.ts";

const LF = 10;
const COLON = 58;

/** Header fields that have a name of their own, by their names on the wire in lower case. */
const known: Readonly<Record<string, string>> = {
  accept: "accept", "accept-encoding": "accept_encoding", "accept-language": "accept_language",
  authorization: "authorization", "cache-control": "cache_control", connection: "connection",
  "content-encoding": "content_encoding", "content-length": "content_length_header", "content-type": "content_type",
  cookie: "cookie", date: "date", host: "host", "http2-settings": "http2_settings", "last-modified": "last_modified",
  location: "location", "proxy-authenticate": "proxy_authenticate", "proxy-authorization": "proxy_authorization",
  referer: "referer", "sec-websocket-accept": "sec_websocket_accept",
  "sec-websocket-extensions": "sec_websocket_extensions", "sec-websocket-key": "sec_websocket_key",
  "sec-websocket-protocol": "sec_websocket_protocol", "sec-websocket-version": "sec_websocket_version",
  server: "server", "set-cookie": "set_cookie", "transfer-encoding": "transfer_encoding", upgrade: "upgrade",
  "user-agent": "user_agent", "www-authenticate": "www_authenticate", "x-forwarded-for": "x_forwarded_for",
};

const titled = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** One field for every header in {@link known}. */
const knownFields: Readonly<Record<string, Field>> = fields("http", Object.fromEntries(
  Object.entries(known).map(([name, field]) => [field, text(titled(name), { many: true })]),
));

const lines = fields("http", {
  "request.line": text("Request line", { many: true }),
  "response.line": text("Response line", { many: true }),
  content_length: computed("uint", "Content length", decimal, { many: true }),
});

/** Every field a header block expands to. */
export const headerFields = [knownFields, lines];

function decimal(r: Reading): number | undefined {
  const digits = /^[0-9]+/.exec(String.fromCharCode(...r.bytes.subarray(r.start, Math.min(r.end, r.start + 20))));
  return digits ? Number(digits[0]) : undefined;
}

const entry = group("Header", { list: "http.headers" });

const expandBy = (line: Field) => (c: Cursor) => {
  while (c.at < c.end) {
    const lf = find(c.bytes, c.at, c.end, LF);
    const next = lf < 0 ? c.end : lf + 1;
    const end = lf < 0 ? c.end : textEnd(c.bytes, c.at, lf);
    if (end > c.at) header(c, line, end, next);
    c.at = next;
  }
};

/** The header fields of a request, of a response (RFC 9112 section 5): rows of their own once somebody looks. */
export const requestHeaders = group("Header fields", { expand: expandBy(lines["request.line"]) });
export const responseHeaders = group("Header fields", { expand: expandBy(lines["response.line"]) });

/** One header field: name, colon, value, with blanks around it. */
function header(c: Cursor, line: Field, end: number, next: number): void {
  const { bytes, at } = c;
  const row = c.open(entry);
  c.add(line, at, next);
  const colon = find(bytes, at, end, COLON);
  if (colon > 0) {
    const name = String.fromCharCode(...bytes.subarray(at, Math.min(colon, at + 64))).toLowerCase();
    const field = knownFields[known[name] ?? ""];
    let from = colon + 1;
    while (from < end && (bytes[from] === 32 || bytes[from] === 9)) from++;
    if (field !== undefined) c.add(field, from, end);
    if (name === "content-length") c.add(lines.content_length, from, end);
  }
  c.close(row, next);
}
