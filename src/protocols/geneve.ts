import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, type FieldOptions, none, u8, u16, u24, u64 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { type Part, place, rest, within } from "./shared/parts.ts";

const types = table("ethertype");
const OPTION_HEADER = 4;
const GOOGLE = 0x0132;

/** True where any of `count` bits is set. */
const anyBit = (at: number, count: number, label: string, options?: FieldOptions) => ({
  ...bits(at, count, label, options),
  type: "bool" as const,
});

/**  0   2         8 9 10     16                    24         32
 *  +---+---------+-+-+------+---------------------+----------+
 *  |Ver| Opt Len |O|C| Rsvd |     Protocol Type              |
 *  |     Virtual Network Identifier (VNI)         | Reserved |   RFC 8926 section 3.4
 *  +----------------------------------------------+----------+ */
const header = layout("geneve", 8, {
  version: bits(0, 2, "Version"),
  "option.length": bits(2, 6, "Length", { scale: 4, unit: "bytes", many: true }),
  flags: u8(1, "Flags", { show: "hex" }),
  "flags.oam": bit(8, "Operations, Administration and Management Frame"),
  "flags.critical": bit(9, "Critical Options Present"),
  "flags.reserved": anyBit(10, 6, "Reserved"),
  proto_type: u16(2, "Protocol Type", { show: "hex", names: etherTypes }),
  vni: u24(4, "Virtual Network Identifier (VNI)", { show: "hex_dec" }),
  reserved: u8(7, "Reserved", { show: "hex" }),
});

const found = fields("geneve", {
  options: bytes("Geneve Options"),
  option: bytes("Option", { many: true }),
  "option.unknown.data": bytes("Unknown Option Data", { many: true }),
  "option.length.invalid": none("Invalid length for option", { many: true }),
  "version.unknown": none("Unknown version"),
});

const classNames: readonly (readonly [last: number, name: string])[] = [
  [0x00ff, "Standard"],
  [0x0100, "Linux"],
  [0x0101, "Open vSwitch"],
  [0x0102, "Open Virtual Networking (OVN)"],
  [0x0103, "In-band Network Telemetry (INT)"],
  [0x0104, "VMware"],
  [0x0105, "Amazon.com, Inc."],
  [0x0106, "Cisco Systems, Inc."],
  [0x0107, "Oracle Corporation"],
  [0x0110, "Amazon.com, Inc."],
  [0x0118, "IBM"],
  [0x0128, "Ericsson"],
  [0x0129, "Oxide Computer Company"],
  [0x0131, "Cisco Systems, Inc."],
  [0x0135, "Google LLC"],
  [0x0136, "InfoQuick Global Connection Tech Ltd."],
  [0xfeff, "Unassigned"],
  [0xffff, "Experimental"],
];
const classOf = (value: number) => classNames.find(([last]) => value <= last)?.[1];
const sizeOf = (length: number) => OPTION_HEADER + (length & 31) * 4;

/**  0                16           24    27     32
 *  +----------------+------------+-----+------+
 *  |  Option Class  |    Type    |R R R|Length|   RFC 8926 section 3.5
 *  +----------------+------------+-----+------+ */
const option = layout(
  "geneve",
  OPTION_HEADER,
  {
    "option.class": u16(0, "Class", { show: "hex", names: classOf, many: true }),
    "option.type": u8(2, "Type", { show: "hex", many: true }),
    "option.type.critical": bit(16, "Critical Option", { many: true }),
    "option.flags": bits(24, 3, "Flags", { show: "hex", width: 8, many: true, hidden: true }),
    "option.flags.reserved": anyBit(24, 3, "Reserved", { many: true, hidden: true }),
    "option.length": bits(27, 5, "Length", { compute: (r) => sizeOf(r.bytes[r.start]!), unit: "bytes", many: true }),
  },
  group("Option", { list: "geneve.option_list" }),
);

const many = { many: true };
/** What Google's cloud adds: the network, an endpoint and a profile. */
const network = layout("geneve.option.gcp", 4, {
  vnid: bits(0, 28, "GCP Virtual Network ID", many),
  reserved: anyBit(28, 3, "GCP Reserved bits", many),
  direction: bit(31, "GCP Traffic Direction", many),
});
const endpoint = fields("geneve.option.gcp", { endpoint: bytes("GCP Endpoint ID", many) });
const profile = layout("geneve.option.gcp", 8, { profile: u64(0, "GCP Profile ID", many) });
const unknown: Part = rest(found["option.unknown.data"]);
const googleOptions: Readonly<Record<number, Part>> = {
  1: place(network),
  2: rest(endpoint.endpoint),
  3: place(profile),
};

function readOption(c: Cursor): void {
  const { at } = c;
  if (c.left < OPTION_HEADER || at + sizeOf(c.u8(at + 3)) > c.end) {
    c.add(found["option.length.invalid"], at, c.end);
    c.at = c.end;
    return;
  }
  const end = at + sizeOf(c.u8(at + 3));
  c.add(found.option, at, end);
  c.place(option);
  const known = c.u16(at) === GOOGLE ? googleOptions[c.u8(at + 2)] : undefined;
  within(c, end, option["option.length"], known ?? unknown);
}

export default protocol({
  name: "geneve",
  title: "Generic Network Virtualization Encapsulation",
  spec: "RFC 8926",
  column: "Geneve",
  fields: [header, found, option, network, endpoint, profile],
  on: { "udp.port": 6081 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    if (c.get(at, header.version) !== 0) c.add(found["version.unknown"], at, at + 1);
    const size = c.get(at, header["option.length"]);
    if (size > 0 && !c.has(size)) return;
    if (size > 0) c.add(found.options, c.at, c.at + size);
    c.items(c.at + size, header["option.length"], readOption);
    c.next(types, c.get(at, header.proto_type));
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.proto_type)) return;
    const type = frame.get(row + 1, header.proto_type);
    info.set().text("Encapsulated ");
    const name = etherTypes[type];
    if (name !== undefined) info.text(name);
    else info.text("0x").hex(type, 4).text(" (unknown)");
  },
});
