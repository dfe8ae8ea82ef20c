import { type Field, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import type { TextRows } from "../shared/text-rows.ts";

const BLANKS = " \t\r\n";
const many = { many: true } as const;

/** What an address in a header field is made of; a field that is not there is not shown. */
export interface Address {
  readonly display?: Field | undefined;
  readonly uri: Field;
  readonly user: Field;
  readonly host: Field;
  readonly port: Field;
  readonly param?: Field | undefined;
}

/** The target of a request: RFC 3261 section 7.1 */
export const target = fields("sip", {
  "r-uri": text("Request-URI"),
  "r-uri.user": text("Request-URI User Part"),
  "r-uri.host": text("Request-URI Host Part"),
  "r-uri.port": text("Request-URI Host Port"),
});

/** The same as an address. */
export const targetAddress: Address = {
  uri: target["r-uri"],
  user: target["r-uri.user"],
  host: target["r-uri.host"],
  port: target["r-uri.port"],
};

/** The fields of the addresses a header field holds: `uri` is what the address is called, `label` what people read. */
const addressFields = (prefix: string, uri: string, label: string) =>
  fields("sip", {
    [`${prefix}.display.info`]: text(`${label} display info`, { also: "sip.display.info", many: true }),
    [`${prefix}.${uri}`]: text(uri === "uri" ? `${label} URI` : `${label} address`, many),
    [`${prefix}.user`]: text(`${label} User Part`, many),
    [`${prefix}.host`]: text(`${label} Host Part`, many),
    [`${prefix}.port`]: text(`${label} Host Port`, many),
    [`${prefix}.param`]: text(`${label} URI parameter`, many),
  });

/** Header fields that hold addresses, by their name in lower case: RFC 3261 section 20, RFC 3325, 3608, 3327, 5360. */
const named = {
  from: addressFields("from", "addr", "SIP from"),
  to: addressFields("to", "addr", "SIP to"),
  contact: addressFields("contact", "uri", "Contact"),
  route: addressFields("Route", "uri", "Route"),
  "record-route": addressFields("Record-Route", "uri", "Record-Route"),
  "service-route": addressFields("Service-Route", "uri", "Service-Route"),
  path: addressFields("Path", "uri", "Path"),
  "p-asserted-identity": addressFields("pai", "addr", "SIP PAI"),
  "p-preferred-identity": addressFields("ppi", "addr", "SIP PPI"),
  "permission-missing": addressFields("pmiss", "addr", "SIP PMISS"),
  "trigger-consent": addressFields("tc", "addr", "SIP TC"),
} as const;

/** Every set of fields here. */
export const addressSets = [target, ...Object.values(named)];

/** The address a header field of this name in lower case begins with. */
export const addresses: ReadonlyMap<string, Address> = new Map(
  Object.entries(named).map(([name, set]) => {
    const [display, uri, user, host, port, param] = Object.values(set) as [Field, Field, Field, Field, Field, Field];
    return [name, { display, uri, user, host, port, param }];
  }),
);

/**
 * Reads an address in characters `from..to`: a URI in angle brackets, perhaps behind a name, or alone (RFC 3261 section
 * 20.10). Returns where it ends; `from`, but for blanks, where it does not.
 */
export function readAddress(rows: TextRows, from: number, to: number, address: Address): number {
  const start = rows.skip(BLANKS, from, to);
  const isQuoted = rows.text[start] === '"';
  const nameEnd = isQuoted ? rows.quoted(start, to) : start;
  const open = rows.until("<;,", nameEnd, to);
  if (rows.text[open] !== "<" || open >= to) {
    const end = rows.until(`;,${BLANKS}`, start, to);
    if (rows.text.startsWith("sip", start)) readUri(rows, start, end, address);
    return end;
  }
  const close = rows.until(">", open, to);
  if (close >= to) return start;
  if (address.display) rows.addSome(address.display, start, isQuoted ? nameEnd : open);
  readUri(rows, open + 1, close, address);
  return close + 1;
}

/** Reads a URI: what stands in one of SIP's (RFC 3261 section 19.1), or all of it. */
export function readUri(rows: TextRows, from: number, to: number, address: Address): void {
  rows.nest(address.uri, from, to, () => {
    const scheme = rows.until(":", from, to);
    if (!rows.text.startsWith("sip", from) || scheme >= to) return;
    const at = rows.until("@", scheme, to);
    const hasUser = at < to - 1;
    if (hasUser && at - scheme > 2) rows.add(address.user, scheme + 1, at);
    readHost(rows, hasUser ? at + 1 : scheme + 1, to, address);
  });
}

function readHost(rows: TextRows, from: number, to: number, { host, port, param }: Address): void {
  const literal = rows.text[from] === "[" ? rows.until("]", from, to) : from;
  const end = rows.until(":;?> ", literal, to);
  rows.addSome(host, from, end);
  let at = end;
  if (rows.text[at] === ":" && at < to) {
    at = rows.until(";?> ", end + 1, to);
    if (at - end > 2) rows.add(port, end + 1, at);
  }
  if (param === undefined) return;
  for (at = rows.until(";", at, to); at < to; ) {
    const next = rows.until(";", at + 1, to);
    rows.addSome(param, at + 1, next);
    at = next;
  }
}
