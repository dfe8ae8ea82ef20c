import { type Field, none, type Reading, type Row, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { beforeLineEnd } from "../shared/lines.ts";
import { generated } from "../shared/media-streams.ts";
import { asciiIn } from "../shared/text.ts";
import type { TextRows } from "../shared/text-rows.ts";
import { type Address, addresses, readAddress } from "./addresses.ts";
import { contactParameter, parameters, readAuthentication, readSequence, readTag, readVia } from "./parameters.ts";

const BLANKS = " \t\r\n";
const many = { many: true } as const;

/** Header fields whose value is text: https://www.iana.org/assignments/sip-parameters */
const texts = `Accept Accept-Contact Accept-Encoding Accept-Language Accept-Resource-Priority Additional-Identity
  Alert-Info Allow Allow-Events Answer-Mode Attestation-Info Authentication-Info Authorization Call-ID Call-Info
  Cellular-Network-Info Contact Content-Disposition Content-Encoding Content-Language Content-Type CSeq Date Error-Info
  Event Feature-Caps Flow-Timer From Geolocation Geolocation-Error Geolocation-Routing History-Info Identity
  Identity-info Info-Package In-Reply-To Join MIME-Version Min-Expires Min-SE Organization Origination-Id
  P-Access-Network-Info P-Answer-State P-Asserted-Identity P-Asserted-Service P-Charge-Info P-Associated-URI
  P-Called-Party-ID P-Charging-Function-Addresses P-Charging-Vector P-DCS-Trace-Party-ID P-DCS-OSPS P-DCS-Billing-Info
  P-DCS-LAES P-DCS-Redirect P-Early-Media P-Media-Authorization P-Preferred-Identity P-Preferred-Service P-Profile-Key
  P-Refused-URI-List P-Served-User P-User-Database P-Visited-Network-ID Path Permission-Missing Priority Priority-Share
  Priv-Answer-mode Privacy Proxy-Authenticate Proxy-Authorization Proxy-Require Reason Reason-Phrase Record-Route
  Recv-Info Refer-Sub Refer-To Reject-Contact Relayed-Charge Replaces Reply-To Request-Disposition Require
  Resource-Priority Resource-Share Response-Source Restoration-Info Route Security-Client Security-Server
  Security-Verify Server Service-Interact-Info Service-Route Session-Expires Session-ID Subject Subscription-State
  Supported Target-Dialog Timestamp To Trigger-Consent Unsupported User-Agent Via Warning WWW-Authenticate Diversion
  RAck`.split(/\s+/);

/** The same for those whose fields have other names: RFC 3892, 3903, 6794, 7433 */
const renamed: Readonly<Record<string, string>> = {
  "Referred-By": "Referred-by",
  "SIP-ETag": "ETag",
  "SIP-If-Match": "If_Match",
  "Suppress-If-Match": "Suppress_If_Match",
  "Policy-Contact": "Policy_Contact",
  "Policy-ID": "Policy_ID",
  "User-to-User": "uui",
};

const numbers = ["Content-Length", "Expires", "Max-Breadth", "Max-Forwards", "Retry-After", "RSeq"];

/** The short forms of names: RFC 3261 section 7.3.3 and the specifications of the others. */
const short: Readonly<Record<string, string>> = {
  a: "accept-contact",
  b: "referred-by",
  c: "content-type",
  d: "request-disposition",
  e: "content-encoding",
  f: "from",
  i: "call-id",
  j: "reject-contact",
  k: "supported",
  l: "content-length",
  m: "contact",
  n: "identity-info",
  o: "event",
  r: "refer-to",
  s: "subject",
  t: "to",
  u: "allow-events",
  v: "via",
  x: "session-expires",
  y: "identity",
};

/** The value of the header field in `r`: behind the colon, without the end of the line. */
function valueOf(r: Reading): string {
  let from = r.start;
  while (from < r.end && r.bytes[from] !== 58) from++;
  from++;
  while (from < r.end && (r.bytes[from] === 32 || r.bytes[from] === 9)) from++;
  return UTF8.decode(r.bytes.subarray(from, beforeLineEnd(r.bytes, from, r.end)));
}

const UTF8 = new TextDecoder();

const textRow = (label: string): Row => text(label, { many: true, compute: valueOf });
const numberRow = (label: string): Row => ({
  ...text(label, { many: true, compute: (r) => Number.parseInt(valueOf(r), 10) || 0 }),
  type: "uint",
});

const header: Readonly<Record<string, Field>> = fields("sip", {
  ...Object.fromEntries(texts.map((name) => [name, textRow(name)])),
  ...Object.fromEntries(Object.entries(renamed).map(([name, field]) => [field, textRow(name)])),
  ...Object.fromEntries(numbers.map((name) => [name, numberRow(name)])),
});

const others = fields("sip", {
  auth: text("Authentication", { hidden: true, many: true, compute: (r) => asciiIn(r.bytes, r.start, r.end) }),
  unrecognized_header: none("Unrecognised SIP header", many),
  header_no_colon: none("Header has no colon after the name", many),
  header_not_terminated: none("Header not terminated by empty line (CRLF)"),
  "content_length.invalid": none("Invalid content_length", many),
  "retry_after.invalid": none("Invalid retry_after value", many),
});

/** Every set of fields here. */
export const headerSets = [header, others];

/** Fields by the name of the header field in lower case. */
const known: ReadonlyMap<string, Field> = new Map([
  ...[...texts, ...numbers].map((name) => [name.toLowerCase(), header[name]!] as const),
  ...Object.entries(renamed).map(([name, field]) => [name.toLowerCase(), header[field]!] as const),
]);

/** Header fields that may hold several addresses. */
const lists = new Set(["contact", "route", "record-route", "service-route", "path"]);

/** What header fields tell the rest of the message. Places count in the text of the message. */
export class Head {
  /** Where the media type and the call's name stand; from and to are the same where there is none. */
  typeFrom = 0;
  typeTo = 0;
  callFrom = 0;
  callTo = 0;
  /** What the body's length should be; -1 where nothing says so. */
  length = -1;
  /** The number and the method of its transaction. */
  sequence = -1;
  method = "";
  /** Both ends of the dialog have a name. */
  hasToTag = false;
  /** Addresses the Contact fields hold; those of them that are to be forgotten, and that are to be kept for a time; that all go. */
  contacts = 0;
  forgotten = 0;
  timed = 0;
  forgetsAll = false;
  /** Nothing is to be kept longer: Expires is 0. */
  expires = -1;
}

/**
 * Reads header fields in `rows` from `from` on, as far as an empty line or `to`. Returns where the body begins; -1 and a
 * mark where a line does not end.
 */
export function readHeaders(rows: TextRows, from: number, to: number, head: Head): number {
  for (let at = from; at < to; ) {
    const end = fieldEnd(rows, at, to);
    const content = beforeLineEnd(rows.c.bytes, rows.base + at, rows.base + end) - rows.base;
    if (content === at) return rows.text[at] === "\r" ? end : to;
    readHeader(rows, at, content, end, head);
    if (end === content && rows.text[end - 1] !== "\r") {
      rows.c.at = rows.base + end;
      rows.c.fault(1);
      return -1;
    }
    if (end >= to) rows.add(others.header_not_terminated, content, end);
    at = end;
  }
  return to;
}

/** One past the header field at `at`: lines that begin with a blank belong to the one before. */
function fieldEnd(rows: TextRows, at: number, to: number): number {
  let end = at;
  do {
    const line = rows.until("\r\n", end, to);
    end = Math.min(to, line + (rows.text.startsWith("\r\n", line) ? 2 : 1));
  } while (end < to && (rows.text[end] === " " || rows.text[end] === "\t"));
  return end;
}

function readHeader(rows: TextRows, at: number, content: number, end: number, head: Head): void {
  const colon = rows.until(":", at, content);
  if (colon >= content) return rows.add(others.header_no_colon, at, end);
  const written = rows.text.slice(at, rows.trimmed(at, colon)).toLowerCase();
  const name = short[written] ?? written;
  const field = known.get(name);
  if (field === undefined) return rows.add(others.unrecognized_header, at, end);
  const value = rows.skip(" \t", colon + 1, content);
  rows.nest(field, at, end, () => readValue(rows, name, value, content, head));
  if (AUTHENTICATION.has(name)) rows.add(others.auth, at, end);
  if (name !== "call-id") return;
  rows.add(generated.call_id_generated, at, end, rows.c.frame.addText(rows.utf8(value, content)));
}

const AUTHENTICATION = new Set([
  "authorization",
  "authentication-info",
  "proxy-authenticate",
  "proxy-authorization",
  "www-authenticate",
]);

function readValue(rows: TextRows, name: string, from: number, to: number, head: Head): void {
  const address = addresses.get(name);
  if (address) return readAddresses(rows, name, from, to, address, head);
  if (AUTHENTICATION.has(name)) return readAuthentication(rows, from, to, name === "authentication-info");
  parameters.get(name)?.(rows, from, to);
  switch (name) {
    case "via":
      return readVia(rows, from, to);
    case "cseq":
      ({ number: head.sequence, method: head.method } = readSequence(rows, from, to));
      return;
    case "call-id":
      [head.callFrom, head.callTo] = [from, to];
      return;
    case "content-type":
      [head.typeFrom, head.typeTo] = [from, to];
      return;
    case "expires":
      head.expires = Number.parseInt(rows.text.slice(from, to), 10) || 0;
      return;
    case "content-length":
      head.length = readNumber(rows, from, to, others["content_length.invalid"]);
      return;
    case "retry-after":
      readNumber(rows, from, to, others["retry_after.invalid"]);
  }
}

/** The number in characters `from..to`; 0, and `invalid` is there, where they are none. */
function readNumber(rows: TextRows, from: number, to: number, invalid: Field): number {
  const written = rows.text.slice(from, rows.trimmed(from, to));
  if (/^\d+$/.test(written)) return Number(written);
  rows.add(invalid, from, to);
  return 0;
}

function readAddresses(rows: TextRows, name: string, from: number, to: number, address: Address, head: Head): void {
  const isContact = name === "contact";
  if (isContact && rows.text[from] === "*") {
    head.forgetsAll = true;
    return;
  }
  let at = from;
  do {
    at = readAddress(rows, at, to, address);
    if (isContact) at = readContact(rows, at, to, head);
    else if (name === "from" || name === "to") {
      const hasTag = readTag(rows, at, to, name === "to");
      if (name === "to") head.hasToTag = hasTag;
    }
    at = rows.until(",", at, to) + 1;
  } while (lists.has(name) && at < to);
  parameters.get(name)?.(rows, from, to);
}

/** Reads the parameters of an address in Contact. */
function readContact(rows: TextRows, from: number, to: number, head: Head): number {
  head.contacts++;
  let time = "";
  let at = rows.skip(BLANKS, from, to);
  while (at < to && rows.text[at] === ";") {
    const start = rows.skip(BLANKS, at + 1, to);
    let end = start;
    while (end < to && !";,".includes(rows.text[end]!)) end = rows.text[end] === '"' ? rows.quoted(end, to) : end + 1;
    rows.add(contactParameter, start, end);
    time = /^expires=(.*)$/i.exec(rows.text.slice(start, rows.trimmed(start, end)))?.[1] ?? time;
    at = end;
  }
  if (/^0+$/.test(time)) head.forgotten++;
  else if (time !== "") head.timed++;
  return at;
}
