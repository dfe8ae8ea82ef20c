import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, u8 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group, protocol } from "../../core/protocol.ts";
import { dhcpOptions } from "../../names/dhcp.ts";
import { type Part, unread, within } from "../shared/parts.ts";
import { ethernet, header, rest } from "./header.ts";
import { plainFields, plainOptions, values } from "./options.ts";
import { structuredFields, structuredOptions } from "./structured.ts";
import { messageType, summary } from "./summary.ts";

const ETHERNET = 1;
const MAC_SIZE = 6;
const ADDRESS_SIZE = 16;
const SERVER_SIZE = 64;
const FILE_SIZE = 128;
const MAGIC_COOKIE = 0x63825363;
const PAD = 0;
const OVERLOAD = 52;
const END = 255;
/** Which fields an Option Overload gives to options. */
const FILE = 1;
const SERVER = 2;

const entry = group("Option", { list: "dhcp.option_list" });
const many = { many: true } as const;

/** Code and length of an option (RFC 2132 section 2). */
const option = layout("dhcp.option", 2, {
  type: u8(0, "Option", { names: dhcpOptions, many: true }),
  length: u8(1, "Length", many),
});
const code = fields("dhcp.option", {
  type: u8("Option", { names: dhcpOptions, many: true }),
  value: bytes("Value", { many: true, hidden: true }),
  padding: bytes("Padding", many),
});
/** The end of the options; its code stands in a field of its own. */
const last = layout(
  "dhcp.option",
  1,
  { type: computed("uint", "Option", () => 0, many), end: u8(0, "Option End", many) },
  entry,
);

const parts: Readonly<Record<number, Part>> = { ...plainOptions, ...structuredOptions };
/** Where the bytes of value `0` that begin at the cursor end. */
function padEnd(c: Cursor): number {
  const stop = c.at + c.captured;
  let at = c.at;
  while (at < stop && c.u8(at) === PAD) at++;
  return at;
}

/** Reads one option; the end option ends the layer's options. */
function readOption(c: Cursor): void {
  if (!c.has(1)) return;
  const kind = c.u8(c.at);
  if (kind === END) {
    c.place(last);
    c.end = c.at;
    return;
  }
  const row = c.open(entry);
  if (kind === PAD) {
    c.add(code.type, c.at, c.at + 1);
    c.take(code.padding, padEnd(c) - c.at);
  } else {
    const at = c.place(option);
    if (at >= 0) {
      const end = c.at + c.get(at, option.length);
      if (end <= c.at + c.captured) c.add(code.value, c.at, end);
      within(c, end, option.length, kind === OVERLOAD ? readOverload : (parts[kind] ?? unread));
    }
  }
  c.close(row);
}

/** Reads the options that stand where the server's name and the boot file would (RFC 2131 section 4.1). */
function readOverload(c: Cursor): boolean {
  const { at } = c;
  if (!c.take(values.option_overload, 1)) return false;
  const holds = c.u8(at);
  const message = c.tape.start(c.tape.top);
  const server = message + header.$node.size + ADDRESS_SIZE;
  if (holds & SERVER) readRegion(c, server, server + SERVER_SIZE);
  if (holds & FILE) readRegion(c, server + SERVER_SIZE, server + SERVER_SIZE + FILE_SIZE);
  return !c.broken;
}

function readRegion(c: Cursor, start: number, end: number): void {
  const { at, end: outer } = c;
  c.at = start;
  c.end = end;
  readOptions(c, end);
  c.at = at;
  c.end = outer;
}

/** Reads options up to the end option. */
function readOptions(c: Cursor, end: number): void {
  c.items(end, undefined, readOption);
}

/** Whether the options at `at` say that they go on in other fields, and in which. */
function overload(c: Cursor, at: number): number {
  const stop = Math.min(c.end, c.have);
  while (at + 2 < stop && c.u8(at) !== END) {
    if (c.u8(at) === OVERLOAD) return c.u8(at + 2);
    at += c.u8(at) === PAD ? 1 : 2 + c.u8(at + 1);
  }
  return 0;
}

function readAddress(c: Cursor, at: number): boolean {
  const size = c.get(at, header["hw.len"]);
  if (size === MAC_SIZE && c.get(at, header["hw.type"]) === ETHERNET) return c.place(ethernet) >= 0;
  if (!c.has(ADDRESS_SIZE)) return false;
  if (size === 0) c.add(rest.client_address_not_given, c.at, c.at);
  else if (size <= ADDRESS_SIZE) c.add(rest["hw.addr"], c.at, c.at + ADDRESS_SIZE);
  if (size > 0 && size < ADDRESS_SIZE) c.add(rest["hw.addr_padding"], c.at + size, c.at + ADDRESS_SIZE);
  c.at += ADDRESS_SIZE;
  return true;
}

/** Takes one of the two texts, unless it is empty or (`overloaded`) holds options. */
function readText(c: Cursor, field: Field, size: number, overloaded: Field | undefined): boolean {
  if (!c.has(size)) return false;
  if (overloaded === undefined && c.u8(c.at) !== 0) return c.take(field, size);
  if (overloaded !== undefined) c.add(overloaded, c.at, c.at + size);
  c.at += size;
  return true;
}

export default protocol({
  name: "dhcp",
  title: "Dynamic Host Configuration Protocol",
  spec: "RFC 2131",
  column: (frame, row) => (messageType(frame, row) < 0 ? "BOOTP" : "DHCP"),
  fields: [header, ethernet, rest, option, code, last, ...plainFields, ...structuredFields],
  on: { "udp.port": [67, 68, 4011] },
  dissect(c) {
    const at = c.place(header);
    if (at < 0 || !readAddress(c, at)) return;
    const held = overload(c, c.at + SERVER_SIZE + FILE_SIZE + 4);
    if (!readText(c, rest.server, SERVER_SIZE, held & SERVER ? rest.server_name_overloaded_by_dhcp : undefined)) return;
    if (
      !readText(c, rest.file, FILE_SIZE, held & FILE ? rest.boot_filename_overloaded_by_dhcp : undefined) ||
      !c.has(4)
    )
      return;
    if (c.u32(c.at) !== MAGIC_COOKIE) {
      c.take(rest.vendor_specific_options, Math.min(c.left, SERVER_SIZE));
      return;
    }
    c.take(rest.cookie, 4);
    const { end } = c;
    readOptions(c, end);
    if (c.at < end && !c.broken) c.take(code.padding, end - c.at);
  },
  summary,
});
