import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, ether, type Field, ipv4, ipv6, text, u8, u16, u32 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { group, protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { optional, type Part, place, repeated, rest, take, within } from "../shared/parts.ts";
import { organizationFields, organizationPart, unread } from "./organizations.ts";

const END = 0;
const CHASSIS = 1;
const PORT = 2;
const TIME_TO_LIVE = 3;
const SLASH = 47;
const BLANK = 32;
/** Address families (IANA). */
const IPV4 = 1;
const IPV6 = 2;

const typeNames: Readonly<Record<number, string>> = {
  0: "End of LLDPDU",
  1: "Chassis Id",
  2: "Port Id",
  3: "Time to Live",
  4: "Port Description",
  5: "System Name",
  6: "System Description",
  7: "System Capabilities",
  8: "Management Address",
  127: "Organization Specific",
};

/**  0       7         16
 *  +-------+---------+
 *  | Type  | Length  |   IEEE 802.1AB section 8.4
 *  +-------+---------+ */
const header = layout("lldp", 2, {
  "tlv.type": bits(0, 7, "TLV Type", { names: typeNames, many: true }),
  "tlv.len": bits(7, 9, "TLV Length", { many: true }),
});
const entry = group("TLV", { list: "lldp.tlvs" });

/** The kinds of identifiers, with what stands for them in Info (IEEE 802.1AB sections 8.5.2 and 8.5.3). */
interface Kind {
  readonly name: string;
  readonly short: string;
}
const chassisKinds: Readonly<Record<number, Kind>> = {
  1: { name: "Chassis component", short: "CC" },
  2: { name: "Interface alias", short: "IA" },
  3: { name: "Port component", short: "PC" },
  4: { name: "MAC address", short: "MA" },
  5: { name: "Network address", short: "NA" },
  6: { name: "Interface name", short: "IN" },
  7: { name: "Locally assigned", short: "LA" },
};
const portKinds: Readonly<Record<number, Kind>> = {
  1: { name: "Interface alias", short: "IA" },
  2: { name: "Port component", short: "PC" },
  3: { name: "MAC address", short: "MA" },
  4: { name: "Network address", short: "NA" },
  5: { name: "Interface name", short: "IN" },
  6: { name: "Agent circuit Id", short: "AC" },
  7: { name: "Locally assigned", short: "LA" },
};
const kindName = (kinds: Readonly<Record<number, Kind>>) => (v: number) => kinds[v]?.name;

const found = fields(
  "lldp",
  repeated({
    "chassis.subtype": u8("Chassis Id Subtype", { names: kindName(chassisKinds) }),
    "chassis.id": bytes("Chassis Id"),
    "chassis.id.mac": ether("Chassis Id"),
    "chassis.id.ip4": ipv4("Chassis Id"),
    "chassis.id.ip6": ipv6("Chassis Id"),
    "port.subtype": u8("Port Id Subtype", { names: kindName(portKinds) }),
    "port.id": text("Port Id"),
    "port.id.mac": ether("Port Id"),
    "port.id.ip4": ipv4("Port Id"),
    "port.id.ip6": ipv6("Port Id"),
    "network_address.subtype": u8("Network Address family", { names: { 1: "IPv4", 2: "IPv6" } }),
    time_to_live: u16("Seconds"),
    "port.desc": text("Port Description"),
    "tlv.system.name": text("System Name"),
    "tlv.system.desc": text("System Description"),
    "mgn.address.len": u8("Address String Length"),
    "mgn.address.subtype": u8("Address Subtype", { names: { 1: "IPv4", 2: "IPv6" } }),
    "mgn.addr.ip4": ipv4("Management Address"),
    "mgn.addr.ip6": ipv6("Management Address"),
    "mgn.addr.hex": bytes("Management Address"),
    "mgn.interface.subtype": u8("Interface Subtype", {
      names: { 1: "Unknown", 2: "ifIndex", 3: "System port number" },
    }),
    "mgn.interface.number": u32("Interface Number"),
    "mgn.obj.len": u8("OID String Length"),
  }),
);

const identifiers: ReadonlySet<unknown> = new Set(
  Object.values(found).filter(({ name }) => name.startsWith("lldp.chassis.id") || name.startsWith("lldp.port.id")),
);

/** Capabilities from bit `at` of the layout on, under `key`: IEEE 802.1AB section 8.5.8 */
function capabilities<K extends string>(key: K, at: number, label: string) {
  return {
    [key]: u16(at / 8, label, { show: "hex" }),
    [`${key}.other`]: bit(at + 15, "Other"),
    [`${key}.repeater`]: bit(at + 14, "Repeater"),
    [`${key}.bridge`]: bit(at + 13, "Bridge"),
    [`${key}.wlan_access_pt`]: bit(at + 12, "WLAN access point"),
    [`${key}.router`]: bit(at + 11, "Router"),
    [`${key}.telephone`]: bit(at + 10, "Telephone"),
    [`${key}.docsis_cable_device`]: bit(at + 9, "DOCSIS cable device"),
    [`${key}.station_only`]: bit(at + 8, "Station only"),
  };
}
const system = layout(
  "lldp.tlv",
  4,
  repeated({
    ...capabilities("system_cap", 0, "Capabilities"),
    ...capabilities("enable_system_cap", 16, "Enabled Capabilities"),
  }),
);

/** A network address, its family in front; of a family that is not known, as `other`. */
const network =
  (v4: Field, v6: Field, other: Field): Part =>
  (c) => {
    const { at } = c;
    if (!c.take(found["network_address.subtype"], 1)) return false;
    return takeAddress(c, c.u8(at), v4, v6, other);
  };

function takeAddress(c: Cursor, family: number, v4: Field, v6: Field, other: Field): boolean {
  if (family === IPV4 && c.left === 4) return c.take(v4, 4);
  if (family === IPV6 && c.left === 16) return c.take(v6, 16);
  return c.left === 0 || c.take(other, c.left);
}

/** An identifier: one byte says of which kind, the rest is it. */
const identifier =
  (subtype: Field, kinds: Readonly<Record<number, Part>>, otherwise: Part): Part =>
  (c) => {
    const { at } = c;
    return c.take(subtype, 1) && (kinds[c.u8(at)] ?? otherwise)(c);
  };

const chassis = identifier(
  found["chassis.subtype"],
  {
    4: take(found["chassis.id.mac"], 6),
    5: network(found["chassis.id.ip4"], found["chassis.id.ip6"], found["chassis.id"]),
  },
  optional(rest(found["chassis.id"])),
);
const port = identifier(
  found["port.subtype"],
  { 3: take(found["port.id.mac"], 6), 4: network(found["port.id.ip4"], found["port.id.ip6"], found["port.id"]) },
  optional(rest(found["port.id"])),
);

/** IEEE 802.1AB section 8.5.9; the address's length counts its family in. */
const management: Part = (c) => {
  const { at, end } = c;
  if (!c.take(found["mgn.address.len"], 1) || !c.take(found["mgn.address.subtype"], 1)) return false;
  if (c.u8(at) === 0) {
    c.malformed(1);
    return false;
  }
  within(c, at + 1 + c.u8(at), found["mgn.address.len"], (inner) =>
    takeAddress(inner, inner.u8(at + 1), found["mgn.addr.ip4"], found["mgn.addr.ip6"], found["mgn.addr.hex"]),
  );
  return (
    c.at <= end &&
    c.take(found["mgn.interface.subtype"], 1) &&
    c.take(found["mgn.interface.number"], 4) &&
    c.take(found["mgn.obj.len"], 1)
  );
};

const parts: Readonly<Record<number, Part>> = {
  [CHASSIS]: chassis,
  [PORT]: port,
  [TIME_TO_LIVE]: take(found.time_to_live, 2),
  4: optional(rest(found["port.desc"])),
  5: optional(rest(found["tlv.system.name"])),
  6: optional(rest(found["tlv.system.desc"])),
  7: place(system),
  8: management,
  127: organizationPart,
};

/** Reads one TLV and returns its type; -1 where it is cut short. */
function readTlv(c: Cursor): number {
  const row = c.open(entry);
  const at = c.place(header);
  const type = at < 0 ? -1 : c.get(at, header["tlv.type"]);
  const marked = c.frame.faults.length;
  if (at >= 0) within(c, c.at + c.get(at, header["tlv.len"]), header["tlv.len"], parts[type] ?? unread);
  if (c.at > c.have) {
    const missing = c.at - c.have;
    c.at = c.have;
    c.fault(missing);
  }
  c.close(row);
  return c.frame.faults.length > marked ? -1 : type;
}

const texts: readonly (readonly [title: string, field: Field])[] = [
  ["SysN=", found["tlv.system.name"]],
  ["SysD=", found["tlv.system.desc"]],
];

export default protocol({
  name: "lldp",
  title: "Link Layer Discovery Protocol",
  spec: "IEEE 802.1AB",
  column: "LLDP",
  fields: [header, found, system, entry, ...organizationFields],
  on: { ethertype: 0x88cc },
  dissect(c) {
    const { top } = c.tape;
    for (const wanted of [CHASSIS, PORT, TIME_TO_LIVE]) {
      if (c.left >= 2 && c.captured >= 1 && c.u8(c.at) >> 1 !== wanted) return c.tape.setValue(top, wanted);
      if (readTlv(c) < 0) return;
    }
    c.items(c.end, undefined, (inner) => {
      if (readTlv(inner) === END) inner.at = inner.end;
    });
  },
  summary(frame: Frame, row: number, info: Info) {
    const { tape } = frame;
    const missing = tape.value(row);
    info.set();
    if (missing !== 0) {
      info.text(`Invalid ${missing === CHASSIS ? "Chassis ID" : missing === PORT ? "Port ID" : "Time-to-Live"} TLV`);
      return;
    }
    for (let i = row + 1; i < tape.layerEnd(row); i++) {
      const node = tape.nodes[i];
      const at = tape.start(i);
      if (node === found["chassis.subtype"]) writeIdentifier(info, frame, i, chassisKinds);
      else if (node === found["port.subtype"]) writeIdentifier(info, frame, i, portKinds);
      else if (node === found.time_to_live) {
        info.decimal(found.time_to_live.numberAt(frame.bytesOf(i), at, 2)).byte(BLANK);
      }
      for (const [title, field] of texts) {
        if (node === field) info.text(title).copy(frame.bytesOf(i), at, tape.end(i)).byte(BLANK);
      }
    }
  },
});

/** Writes `MA/00:01:02:03:04:05 ` for the identifier whose kind is in row `row`. */
function writeIdentifier(info: Info, frame: Frame, row: number, kinds: Readonly<Record<number, Kind>>): void {
  const { tape } = frame;
  const bytes = frame.bytesOf(row);
  const kind = kinds[bytes[tape.start(row)]!];
  if (kind === undefined) return void info.text("Rs/Reserved ");
  const value = kind.short === "NA" ? row + 2 : row + 1;
  info.text(kind.short).byte(SLASH);
  if (value >= tape.count || !identifiers.has(tape.nodes[value])) return void info.byte(BLANK);
  const at = tape.start(value);
  const { type } = tape.nodes[value] as Field;
  if (type === "ether") info.ether(bytes, at);
  else if (type === "ipv4") info.ipv4(bytes, at);
  else if (type === "ipv6") info.ipv6(bytes, at);
  else if (kind.short === "PC") info.hexBytes(bytes, at, tape.end(value));
  else info.copy(bytes, at, tape.end(value));
  info.byte(BLANK);
}
