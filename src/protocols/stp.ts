import type { Cursor } from "../core/cursor.ts";
import { bit, bits, ether, octets, type Reading, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";

const CONFIGURATION = 0;
const RAPID = 2;
const TOPOLOGY_CHANGE = 0x80;
const MULTIPLE = 3;
/** Bytes of the extension for multiple trees before its first tree. */
const EXTENSION = 64;
/** A bridge's priority counts in steps of this many, the bits below being the extension. */
const STEP = 4096;
const SLASH = 47;

const versionNames: Readonly<Record<number, string>> = {
  0: "Spanning Tree",
  2: "Rapid Spanning Tree",
  3: "Multiple Spanning Tree",
  4: "Shortest Path Tree",
};
/** How Info begins, by version. */
const titles: Readonly<Record<number, string>> = { 2: "RST. ", 3: "MST. ", 4: "SPT. " };
const typeNames = { 0: "Configuration", 2: "Rapid/Multiple Spanning Tree", 128: "Topology Change Notification" };

/** Every BPDU begins with this: IEEE 802.1D section 9.3 */
const header = layout("stp", 4, {
  protocol: u16(0, "Protocol Identifier", { show: "hex", names: { 0: "Spanning Tree Protocol" } }),
  version: u8(2, "Protocol Version Identifier", { names: versionNames }),
  type: u8(3, "BPDU Type", { show: "hex", names: typeNames }),
});

const parts = (r: Reading) => ((r.bytes[r.start]! << 8) | r.bytes[r.start + 1]!) / 256;
/** A time in 256ths of a second at byte `at`. */
const seconds = (at: number, label: string) => ({
  ...u16(at, label, { compute: parts, unit: "seconds" }),
  type: "double" as const,
});

/**  0       1                    9                13                   21     23
 *  +-------+--------------------+----------------+--------------------+------+
 *  | Flags |   Root identifier  | Root path cost | Bridge identifier  | Port |
 *  |     Message age     |     Max age     |   Hello time   | Forward delay  |   IEEE 802.1D section 9.3.1
 *  +---------------------+-----------------+----------------+----------------+ */
const tree = {
  "root.prio": bits(8, 4, "Root Bridge Priority", { scale: STEP }),
  "root.ext": bits(12, 12, "Root Bridge System ID Extension"),
  "root.hw": ether(3, "Root Bridge System ID"),
  "root.cost": u32(9, "Root Path Cost"),
  "bridge.prio": bits(104, 4, "Bridge Priority", { scale: STEP }),
  "bridge.ext": bits(108, 12, "Bridge System ID Extension"),
  "bridge.hw": ether(15, "Bridge System ID"),
  port: u16(21, "Port identifier", { show: "hex" }),
  msg_age: seconds(23, "Message Age"),
  max_age: seconds(25, "Max Age"),
  hello: seconds(27, "Hello Time"),
  forward: seconds(29, "Forward Delay"),
};
const flags = { flags: u8(0, "BPDU flags", { show: "hex" }) };
const many = { many: true };
const acknowledgment = { "flags.tcack": bit(0, "Topology Change Acknowledgment", many) };
const change = { "flags.tc": bit(7, "Topology Change", many) };
const roles = { names: { 1: "Alternate or Backup", 2: "Root", 3: "Designated" }, many: true };

const configuration = layout("stp", 31, { ...flags, ...acknowledgment, ...change, ...tree });

/** Rapid spanning tree gives the other flags a meaning: IEEE 802.1D section 9.3.3 */
const states = {
  ...acknowledgment,
  "flags.agreement": bit(1, "Agreement", many),
  "flags.forwarding": bit(2, "Forwarding", many),
  "flags.learning": bit(3, "Learning", many),
  "flags.port_role": bits(4, 2, "Port Role", roles),
  "flags.proposal": bit(6, "Proposal", many),
  ...change,
};
const rapid = layout("stp", 31, { ...flags, ...states, ...tree });

const found = fields("stp", {
  version_1_length: u8("Version 1 Length"),
  "pvst.tlvtype": u16("Type", { show: "hex", names: { 0: "Originating VLAN" } }),
  "pvst.tlvlen": u16("Length"),
  "pvst.origvlan": u16("Originating VLAN"),
});
const extended = fields("mstp", { version_3_length: u16("Version 3 Length") });

/** What the multiple spanning tree adds for all its trees together: IEEE 802.1Q section 14.4 */
const region = layout("mstp", EXTENSION, {
  config_format_selector: u8(0, "MST Config ID format selector"),
  config_name: { ...octets(1, 32, "MST Config name", { compute: nameOf }), type: "string" as const },
  config_revision_level: u16(33, "MST Config revision"),
  config_digest: octets(35, 16, "MST Config digest"),
  cist_internal_root_path_cost: u32(51, "CIST Internal Root Path Cost"),
  "cist_bridge.prio": bits(440, 4, "CIST Bridge Priority", { scale: STEP }),
  "cist_bridge.ext": bits(444, 12, "CIST Bridge Identifier System ID Extension"),
  "cist_bridge.hw": ether(57, "CIST Bridge Identifier System ID"),
  cist_remaining_hops: u8(63, "CIST Remaining hops"),
});

/** The name's bytes, zeros behind it. */
function nameOf({ bytes: b, start, end }: Reading): string {
  let to = end;
  while (to > start && b[to - 1] === 0) to--;
  return String.fromCharCode(...b.subarray(start, to));
}

/** Each tree's own part: IEEE 802.1Q section 14.4.1 */
const instance = layout(
  "mstp.msti",
  16,
  {
    flags: u8(0, "MSTI flags", { show: "hex", many: true }),
    ...Object.fromEntries(
      Object.entries(states).map(([key, row]) => [key, { ...row, options: { ...row.options, name: `stp.${key}` } }]),
    ),
    priority: bits(8, 4, "Priority", { show: "hex", width: 8, many: true }),
    msti_id: bits(12, 12, "MSTID", many),
    "root.hw": ether(3, "Regional Root", many),
    root_cost: u32(9, "Internal root path cost", many),
    bridge_priority: u8(13, "Bridge Identifier Priority", { compute: highBits, many: true }),
    port_priority: u8(14, "Port identifier priority", { compute: highBits, many: true }),
    remaining_hops: u8(15, "Remaining hops", many),
  },
  group("Tree", { list: "mstp.instances" }),
);

function highBits(r: Reading): number {
  return r.bytes[r.start]! >> 4;
}

/** Reads what follows a rapid spanning tree's part, as the version says. */
function readRest(c: Cursor, version: number): void {
  if (!c.take(found.version_1_length, 1) || version !== MULTIPLE || c.left < 2) return;
  const length = c.u16(c.at);
  if (!c.take(extended.version_3_length, 2)) return;
  const end = c.at + length;
  if (length === 0 || c.place(region) < 0) return;
  if (end < c.at || end > c.end) c.malformed(length);
  else c.items(end, extended.version_3_length, (inner) => inner.place(instance));
}

/** The VLAN whose tree it is, where a Cisco bridge has one a VLAN. */
function readVlan(c: Cursor): void {
  if (c.left < 6 || c.u16(c.at) !== 0 || c.u16(c.at + 2) !== 2) return;
  c.take(found["pvst.tlvtype"], 2);
  c.take(found["pvst.tlvlen"], 2);
  c.take(found["pvst.origvlan"], 2);
}

export default protocol({
  name: "stp",
  title: "Spanning Tree Protocol",
  spec: "IEEE 802.1D",
  column: "STP",
  fields: [header, configuration, rapid, found, extended, region, instance],
  on: { "llc.dsap": 0x42, "llc.cisco_pid": [0x0108, 0x0109, 0x010b, 0x010c], ethertype: 0x8181 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    const type = c.get(at, header.type);
    if (type === CONFIGURATION) c.place(configuration);
    else if (type === RAPID && c.place(rapid) >= 0) {
      readRest(c, c.get(at, header.version));
      if (c.captured >= 6) readVlan(c);
    }
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = row + 1;
    if (!frame.holds(head, header.type)) return;
    info.set();
    const type = frame.get(head, header.type);
    if (type === TOPOLOGY_CHANGE) info.text("Topology Change Notification");
    else if (type !== CONFIGURATION && type !== RAPID) info.text(`Unknown BPDU type (${type})`);
    else if (head + 1 < frame.tape.layerEnd(row) && frame.holds(head + 1, rapid.port)) {
      info.text(type === CONFIGURATION ? "Conf. " : (titles[frame.get(head, header.version)] ?? titles[RAPID]!));
      writeRoot(info, frame, head + 1);
    }
  },
});

/** Writes `TC + Root = 32768/1/00:0d:65:ad:f6:00  Cost = 10  Port = 0x8001`. */
function writeRoot(info: Info, frame: Frame, row: number): void {
  if (frame.get(row, rapid["flags.tc"]) === 1) info.text("TC + ");
  info.text("Root = ").decimal(frame.get(row, rapid["root.prio"])).byte(SLASH);
  info
    .decimal(frame.get(row, rapid["root.ext"]))
    .byte(SLASH)
    .ether(frame.bytesOf(row), frame.tape.start(row) + 3);
  info.text("  Cost = ").decimal(frame.get(row, rapid["root.cost"]));
  info.text("  Port = 0x").hex(frame.get(row, rapid.port), 4);
}
