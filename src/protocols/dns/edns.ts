import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, none, type Reading, text, u8, u16 } from "../../core/field.ts";
import { dnsOptions, dnssecAlgorithms } from "../../names/dns.ts";
import { list, optional, type Part, rest, take, unread, within } from "../shared/parts.ts";
import { block, domain, free, name } from "./parts.ts";

/**  0                16                31
 *  +-----------------+-----------------+
 *  |   OPTION-CODE   |  OPTION-LENGTH  |   RFC 6891 section 6.1.2
 *  +-----------------+-----------------+ */
const option = block(4, {
  "opt.code": u16(0, "Option Code", { names: dnsOptions }),
  "opt.len": u16(2, "Option Length"),
});

/** RFC 7871 section 6 */
const subnet = block(4, {
  "opt.client.family": u16(0, "Family", { names: { 1: "IPv4", 2: "IPv6" } }),
  "opt.client.netmask": u8(2, "Source Netmask"),
  "opt.client.scope": u8(3, "Scope Netmask"),
});

/** An address of which only the bytes the netmask covers are written. */
const cutShort = (size: number) => (r: Reading) => {
  const address = new Uint8Array(size);
  address.set(r.bytes.subarray(r.start, Math.min(r.end, r.start + size)));
  return address;
};

const values = free({
  opt: none("Option"),
  "opt.data": bytes("Option Data"),
  "opt.dau": u8("DAU", { names: dnssecAlgorithms }),
  "opt.dhu": u8("DHU"),
  "opt.n3u": u8("N3U"),
  "opt.client.addr": bytes("Client Subnet"),
  "opt.client.addr4": computed("ipv4", "Client Subnet", cutShort(4)),
  "opt.client.addr6": computed("ipv6", "Client Subnet", cutShort(16)),
  "opt.cookie.client": bytes("Client Cookie"),
  "opt.cookie.server": bytes("Server Cookie"),
  "opt.edns_tcp_keepalive.timeout": u16("Timeout"),
  "opt.padding": bytes("Padding"),
  "opt.chain.fqdn": domain("Closest Trust Point"),
  "opt.ext_error.info_code": u16("Info Code"),
  "opt.ext_error.extra_text": text("Extra Text"),
  "depr.opc": none("Deprecated opcode"),
});

const clientSubnet: Part = (c) => {
  const at = c.place(subnet);
  if (at < 0) return false;
  const family = c.get(at, subnet["opt.client.family"]);
  return c.take(
    values[family === 1 ? "opt.client.addr4" : family === 2 ? "opt.client.addr6" : "opt.client.addr"],
    c.left,
  );
};

const extendedError: Part = (c) =>
  c.take(values["opt.ext_error.info_code"], 2) && (c.left <= 0 || c.take(values["opt.ext_error.extra_text"], c.left));

const cookie: Part = (c) => c.take(values["opt.cookie.client"], 8) && c.take(values["opt.cookie.server"], c.left);

/** What an option's data consists of, by code. */
const options: Readonly<Record<number, Part>> = {
  5: list(take(values["opt.dau"], 1)),
  6: list(take(values["opt.dhu"], 1)),
  7: list(take(values["opt.n3u"], 1)),
  8: clientSubnet,
  10: cookie,
  11: optional(take(values["opt.edns_tcp_keepalive.timeout"], 2)),
  12: rest(values["opt.padding"]),
  13: name(values["opt.chain.fqdn"]),
  15: extendedError,
  20730: clientSubnet,
};
const EXPERIMENTAL_SUBNET = 20730;

function readOption(c: Cursor): boolean {
  // An option that begins in the record is told where it goes on past it, as long as the message does.
  const overrun = option.$node.size - c.left;
  if (overrun > 0) c.end = Math.max(c.end, Math.min(c.tape.end(c.tape.top), c.end + overrun));
  if (!c.has(option.$node.size)) return false;
  const row = c.open(values.opt);
  const at = c.place(option);
  const code = c.get(at, option["opt.code"]);
  const end = c.at + c.get(at, option["opt.len"]);
  if (code === EXPERIMENTAL_SUBNET) c.add(values["depr.opc"], at, at + 2);
  if (end <= c.at + c.captured) c.add(values["opt.data"], c.at, end);
  within(c, end, option["opt.len"], options[code] ?? unread);
  c.close(row);
  return !c.broken;
}

/** What an OPT record consists of. */
export const optionList: readonly Part[] = [list(readOption)];

/** Every set of fields an OPT record's data can place. */
export const optionFields = [option, subnet, values];
