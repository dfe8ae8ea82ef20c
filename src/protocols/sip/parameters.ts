import { type Field, none, number, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { digits } from "../shared/digits.ts";
import type { TextRows } from "../shared/text-rows.ts";

const BLANKS = " \t\r\n";
const many = { many: true } as const;
const LAST_PORT = 0xffff;

/** Via: RFC 3261 section 20.42, RFC 7339 for overload control. */
const via = fields("sip.Via", {
  transport: text("Transport", many),
  "sent-by.address": text("Sent-by Address", many),
  "sent-by.port": digits("Sent-by port"),
  "sent-by.port.invalid": none("Invalid SIP Via sent-by-port", many),
  branch: text("Branch", many),
  maddr: text("Maddr", many),
  rport: text("RPort", many),
  received: text("Received", many),
  ttl: text("TTL", many),
  comp: text("Comp", many),
  "sigcomp-id": text("Sigcomp identifier", many),
  oc: text("Overload Control", many),
  oc_validity: text("Overload Control Validity", many),
  oc_seq: text("Overload Control Sequence", many),
  oc_algo: text("Overload Control Algorithm", many),
  be_route: text("be-route", many),
});
const viaParameters: ReadonlyMap<string, Field> = new Map([
  ["branch", via.branch],
  ["maddr", via.maddr],
  ["rport", via.rport],
  ["received", via.received],
  ["ttl", via.ttl],
  ["comp", via.comp],
  ["sigcomp-id", via["sigcomp-id"]],
  ["oc", via.oc],
  ["oc-validity", via.oc_validity],
  ["oc-seq", via.oc_seq],
  ["oc-algo", via.oc_algo],
  ["be-route", via.be_route],
]);

/** Credentials and challenges: RFC 3261 section 22.4, RFC 7616, RFC 3310 */
const auth = fields("sip.auth", {
  scheme: text("Authentication Scheme", many),
  "digest.response": text("Digest Authentication Response", many),
  nc: text("Nonce Count", many),
  username: text("Username", many),
  realm: text("Realm", many),
  nonce: text("Nonce Value", many),
  algorithm: text("Algorithm", many),
  opaque: text("Opaque Value", many),
  qop: text("QOP", many),
  cnonce: text("CNonce Value", many),
  uri: text("Authentication URI", many),
  domain: text("Authentication Domain", many),
  stale: text("Stale Flag", many),
  auts: text("Authentication Token", many),
  rspauth: text("Response auth", many),
  nextnonce: text("Next Nonce", many),
  ik: text("Integrity Key", many),
  ck: text("Cyphering Key", many),
});
const authParameters: ReadonlyMap<string, Field> = new Map([
  ...Object.entries(auth),
  ["response", auth["digest.response"]],
] as [string, Field][]);

/** RFC 3262 section 7.2, RFC 3326, RFC 7315 */
const others = fields("sip", {
  "RAck.RSeq.seq": digits("RSeq Sequence Number"),
  "RAck.CSeq.seq": digits("CSeq Sequence Number"),
  reason_protocols: text("Reason protocols", many),
  reason_cause_q850: digits("Cause"),
  reason_cause_sip: digits("Cause"),
  reason_cause_other: digits("Cause"),
  reason_text: text("Text", many),
  "P-Access-Network-Info.access-type": text("access-type", many),
  "P-Access-Network-Info.utran-cell-id-3gpp": text("utran-cell-id-3gpp", many),
  icid_value: text("icid-value", many),
  "tc.target-uri": text("SIP TC Target URI", many),
  "contact.parameter": text("Contact parameter", many),
  "CSeq.seq": number("Sequence Number", many),
  "CSeq.method": text("Method", many),
  "from.tag": text("SIP from tag", { also: "sip.tag" }),
  "to.tag": text("SIP to tag", { also: "sip.tag" }),
});

/** Every set of fields here. */
export const parameterSets = [via, auth, others];

/** Fields of parameters that the reader of header fields places itself. */
export const contactParameter = others["contact.parameter"];

/** Reads the hops of a Via field in characters `from..to`. */
export function readVia(rows: TextRows, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const slash = rows.until("/", rows.until("/", at, to) + 1, to);
    const transport = rows.skip(BLANKS, slash + 1, to);
    const transportEnd = rows.until(`,;${BLANKS}`, transport, to);
    rows.addSome(via.transport, transport, transportEnd);
    at = readSender(rows, rows.skip(BLANKS, transportEnd, to), to);
    while (at < to && rows.text[at] === ";") at = readViaParameter(rows, rows.skip(BLANKS, at + 1, to), to);
    at = rows.until(",", at, to) + 1;
  }
}

/** Reads the host and port that sent it. */
function readSender(rows: TextRows, from: number, to: number): number {
  const isLiteral = rows.text[from] === "[" && from < to;
  const end = isLiteral ? rows.until("]", from, to) : rows.until(`:;,${BLANKS}`, from, to);
  rows.add(via["sent-by.address"], isLiteral ? from + 1 : from, end);
  const at = rows.skip(BLANKS, isLiteral ? end + 1 : end, to);
  if (rows.text[at] !== ":" || at >= to) return rows.until(";,", at, to);
  const port = rows.skip(BLANKS, at + 1, to);
  const portEnd = rows.until(`;,${BLANKS}`, port, to);
  const written = rows.text.slice(port, portEnd);
  if (/^\d+$/.test(written) && Number(written) <= LAST_PORT) rows.add(via["sent-by.port"], port, portEnd);
  else rows.add(via["sent-by.port.invalid"], port, portEnd);
  return rows.until(";,", portEnd, to);
}

function readViaParameter(rows: TextRows, from: number, to: number): number {
  const nameEnd = rows.until(`=;,${BLANKS}`, from, to);
  const field = viaParameters.get(rows.text.slice(from, nameEnd).toLowerCase());
  const equals = rows.skip(BLANKS, nameEnd, to);
  if (rows.text[equals] !== "=" || equals >= to) {
    if (field) rows.add(field, from, nameEnd);
    return rows.until(";,", equals, to);
  }
  const value = rows.skip(BLANKS, equals + 1, to);
  const end = rows.text[value] === '"' ? rows.quoted(value, to) : rows.until(`;,${BLANKS}`, value, to);
  if (field) rows.add(field, value, end);
  return rows.until(";,", end, to);
}

/** Reads credentials or a challenge; `schemeless` where no scheme stands before the parameters. */
export function readAuthentication(rows: TextRows, from: number, to: number, schemeless: boolean): void {
  let at = from;
  if (!schemeless) {
    at = rows.until(BLANKS, from, to);
    if (at >= to) return;
    rows.add(auth.scheme, from, at);
  }
  while (at < to) {
    const name = rows.skip(`,${BLANKS}`, at, to);
    const nameEnd = rows.until(`=,${BLANKS}`, name, to);
    const equals = rows.skip(BLANKS, nameEnd, to);
    at = Math.max(equals, name + 1);
    if (rows.text[equals] !== "=" || equals >= to) continue;
    const value = rows.skip(BLANKS, equals + 1, to);
    at = rows.text[value] === '"' ? rows.quoted(value, to) : rows.until(`,${BLANKS}`, value, to);
    const field = authParameters.get(rows.text.slice(name, nameEnd).toLowerCase());
    if (field && field !== auth.scheme) rows.add(field, value, at);
  }
}

/** Reads the number and the method of a CSeq field. */
export function readSequence(rows: TextRows, from: number, to: number): { number: number; method: string } {
  const end = rows.skip("0123456789", from, to);
  const method = rows.skip(BLANKS, end, to);
  const sequence = Number(rows.text.slice(from, end)) % 2 ** 32;
  rows.add(others["CSeq.seq"], from, end, rows.c.frame.addNumber(sequence));
  rows.addSome(others["CSeq.method"], method, to);
  return { number: sequence, method: rows.text.slice(method, rows.trimmed(method, to)) };
}

/** Reads the tag that tells the ends of a dialog apart, in characters `from..to`; false where there is none. */
export function readTag(rows: TextRows, from: number, to: number, isTo: boolean): boolean {
  const tag = rows.text.indexOf("tag=", from) + 4;
  if (tag < from + 4 || tag > to) return false;
  rows.add(others[isTo ? "to.tag" : "from.tag"], tag, rows.until(`;,${BLANKS}`, tag, to));
  return true;
}

/** Adds `field` over what the expression's first group matches in characters `from..to`. */
function match(rows: TextRows, from: number, to: number, expression: RegExp, field: Field): void {
  const found = expression.exec(rows.text.slice(from, to));
  const value = found?.[1];
  if (!found || value === undefined) return;
  const at = from + found.index + found[0].lastIndexOf(value);
  rows.add(field, at, at + value.length);
}

/** What stands in header fields of these names in lower case, in characters `from..to`. */
export const parameters: ReadonlyMap<string, (rows: TextRows, from: number, to: number) => void> = new Map([
  [
    "rack",
    (rows, from, to) => {
      match(rows, from, to, /^(\d+)/, others["RAck.RSeq.seq"]);
      match(rows, from, to, /^\d+\s+(\d+)/, others["RAck.CSeq.seq"]);
    },
  ],
  [
    "reason",
    (rows, from, to) => {
      const end = rows.until(";", from, to);
      const protocol = rows.text.slice(from, end).toLowerCase();
      rows.add(others.reason_protocols, from, end);
      const cause = protocol === "sip" ? "sip" : protocol === "q.850" ? "q850" : "other";
      match(rows, end, to, /cause\s*=\s*(\d+)/i, others[`reason_cause_${cause}`]);
      match(rows, end, to, /text\s*=\s*"([^"]*)/i, others.reason_text);
    },
  ],
  [
    "p-access-network-info",
    (rows, from, to) => {
      rows.add(others["P-Access-Network-Info.access-type"], from, rows.until(`;${BLANKS}`, from, to));
      match(rows, from, to, /utran-cell-id-3gpp=([^;\s]+)/i, others["P-Access-Network-Info.utran-cell-id-3gpp"]);
    },
  ],
  ["p-charging-vector", (rows, from, to) => match(rows, from, to, /icid-value=([^;\s]+)/i, others.icid_value)],
  ["trigger-consent", (rows, from, to) => match(rows, from, to, /target-uri="([^"]*)/i, others["tc.target-uri"])],
]);
