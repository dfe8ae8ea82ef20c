import type { Cursor } from "../core/cursor.ts";
import { bytes, ether, ipv4, ipv6, octets, type Reading, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, type Layout, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";

const ADVERTISE = 3;
const IPV6 = 6;
const IPV6_ADDRESS = 16;
/** The last bytes of the groups that versions 1 and 2 go to. */
const ALL_ROUTERS = 2;
const ROUTERS = 102;
const many = { many: true } as const;

const opcodes: Readonly<Record<number, string>> = { 0: "Hello", 1: "Coup", 2: "Resign", [ADVERTISE]: "Advertise" };
const states: Readonly<Record<number, string>> = {
  0: "Initial",
  1: "Learn",
  2: "Listen",
  4: "Speak",
  8: "Standby",
  16: "Active",
};
const activities: Readonly<Record<number, string>> = { 1: "Dormant", 2: "Passive", 3: "Active" };
/** The same of version 2. */
const newStates: Readonly<Record<number, string>> = {
  0: "Disabled",
  1: "Init",
  2: "Learn",
  3: "Listen",
  4: "Speak",
  5: "Standby",
  6: "Active",
};

/** The text before the first zero. */
function textOf({ bytes: b, start, end }: Reading): string {
  const nul = b.subarray(start, end).indexOf(0);
  return new TextDecoder().decode(b.subarray(start, nul < 0 ? end : start + nul));
}

const secret = (offset: number) => ({
  ...octets(offset, 8, "Authentication Data", { compute: textOf, many: true }),
  type: "string" as const,
});

/**  0        8        16       24      31
 *  +--------+--------+--------+--------+
 *  |Version | Opcode | State  |Hello   |
 *  |  Hold  |Priority| Group  |Reserved|   RFC 2281 section 5
 *  |      Authentication Data (64)     |
 *  |        Virtual IP Address         |
 *  +-----------------------------------+ */
const hello = layout("hsrp", 20, {
  version: u8(0, "Version"),
  opcode: u8(1, "Op Code", { names: opcodes }),
  state: u8(2, "State", { names: states }),
  hellotime: u8(3, "Hellotime"),
  holdtime: u8(4, "Holdtime"),
  priority: u8(5, "Priority"),
  group: u8(6, "Group"),
  reserved: u8(7, "Reserved"),
  auth_data: secret(8),
  virt_ip: ipv4(16, "Virtual IP Address"),
});

/** What an interface tells of its groups; Cisco's, without a specification. */
const advertisement = layout("hsrp", 16, {
  version: u8(0, "Version"),
  opcode: u8(1, "Op Code", { names: opcodes }),
  "adv.tlvtype": u16(2, "Adv type", { names: { 1: "HSRP interface state" } }),
  "adv.tlvlength": u16(4, "Adv length"),
  "adv.state": u8(6, "Adv state", { names: activities }),
  "adv.reserved1": u8(7, "Adv reserved1"),
  "adv.activegrp": u16(8, "Adv active groups"),
  "adv.passivegrp": u16(10, "Adv passive groups"),
  "adv.reserved2": u32(12, "Adv reserved2"),
});

const rest = fields("hsrp", { unknown_tlv: bytes("Unknown TLV sequence (HSRPv1)") });

/** Type and length of a part, by the type. */
const kind = (label: string) => ({
  ...octets(0, 2, label, { compute: (r) => r.bytes[r.start]!, many: true }),
  type: "uint" as const,
});

const part = group("Part", { list: "hsrp2.parts" });
const groupState = layout("hsrp2", 26, {
  group_state_tlv: kind("Group State TLV"),
  version: u8(2, "Version", many),
  opcode: u8(3, "Op Code", { names: opcodes, many: true }),
  state: u8(4, "State", { names: newStates, many: true }),
  ipversion: u8(5, "IP Ver.", { names: { 4: "IPv4", [IPV6]: "IPv6" }, many: true }),
  group: u16(6, "Group", many),
  identifier: ether(8, "Identifier", many),
  priority: u32(14, "Priority", many),
  hellotime: u32(18, "Hellotime", many),
  holdtime: u32(22, "Holdtime", many),
});
const interfaceState = layout("hsrp2", 6, {
  interface_state_tlv: kind("Interface State TLV"),
  active_groups: u16(2, "Active Groups", many),
  passive_groups: u16(4, "Passive Groups", many),
});
const password = layout("hsrp2", 10, { text_auth_tlv: kind("Text Authentication TLV"), auth_data: secret(2) });
const digest = layout("hsrp2", 30, {
  md5_auth_tlv: kind("MD5 Authentication TLV"),
  md5_algorithm: u8(2, "MD5 Algorithm", { names: { 1: "MD5" }, many: true }),
  md5_padding: u8(3, "Padding", { show: "hex", many: true }),
  md5_flags: u16(4, "MD5 Flags", many),
  sender: ipv4(6, "Sender's IP Address", { name: "hsrp.md5_ip_address", many: true }),
  md5_key_id: u32(10, "MD5 Key ID", many),
  md5_auth_data: octets(14, 16, "MD5 Authentication Data", many),
});
const parts: Readonly<Record<number, Layout>> = { 1: groupState, 2: interfaceState, 3: password, 4: digest };
const addresses = fields("hsrp2", {
  virt_ip: ipv4("Virtual IP Address", many),
  virt_ip_v6: ipv6("Virtual IPv6 Address", many),
});

function readPart(c: Cursor): void {
  if (!c.has(2)) return;
  const row = c.open(part);
  const table = parts[c.u8(c.at)];
  const end = c.at + 2 + c.u8(c.at + 1);
  if (table === undefined || end - c.at < table.$node.size) c.takeRest(rest.unknown_tlv);
  else if (c.has(end - c.at)) {
    const at = c.place(table);
    if (table === groupState) {
      const isSix = c.get(at, groupState.ipversion) === IPV6;
      const size = isSix ? IPV6_ADDRESS : 4;
      if (c.at + size <= end) c.take(addresses[isSix ? "virt_ip_v6" : "virt_ip"], size);
    }
    c.at = end;
  }
  c.close(row);
}

/** Reads a message of version 1. */
function readMessage(c: Cursor): void {
  if (c.has(2) && c.place(c.u8(c.at + 1) === ADVERTISE ? advertisement : hello) >= 0) c.takeRest(rest.unknown_tlv);
}

/** The version whose group of routers the packet goes to: 224.0.0.2, 224.0.0.102 or ff02::66; 0 for another. */
function versionOf({ addressBytes: b, destinationAt: at, addressSize }: Frame): number {
  const last = b[at + addressSize - 1];
  if (addressSize === IPV6_ADDRESS) return b[at] === 0xff && b[at + 1] === 2 && last === ROUTERS ? 2 : 0;
  if (addressSize !== 4 || b[at] !== 224 || b[at + 1] !== 0 || b[at + 2] !== 0) return 0;
  return last === ROUTERS ? 2 : last === ALL_ROUTERS ? 1 : 0;
}

export default protocol({
  name: "hsrp",
  title: "Cisco Hot Standby Router Protocol",
  spec: "RFC 2281",
  column: ({ tape }, row) => (tape.nodes[row + 1] === part ? "HSRPv2" : "HSRP"),
  fields: [hello, advertisement, rest, part, groupState, interfaceState, password, digest, addresses],
  on: { "udp.port": [1985, 2029] },
  dissect(c) {
    const version = versionOf(c.frame);
    if (version === 0) return false;
    return version === 2 ? void c.items(c.end, c.limitedBy, readPart) : readMessage(c);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const head = row + 1;
    info.set();
    if (tape.nodes[head] === part) return writeParts(frame, row, (text) => info.text(text));
    const node = tape.nodes[head];
    const state = node === hello.$node ? hello.state : advertisement["adv.state"];
    if ((node !== hello.$node && node !== advertisement.$node) || !frame.holds(head, state)) return;
    const opcode = frame.get(head, hello.opcode);
    const name = (node === hello.$node ? states : activities)[frame.get(head, state)] ?? "Unknown";
    info.text(`${opcodes[opcode] ?? `Unknown (${opcode})`} (state ${name})`);
  },
});

/** Writes what the parts tell: `Hello (state Active)`, `Interface State TLV (Act=0 Pass=1)`. */
function writeParts(frame: Frame, row: number, write: (text: string) => void): void {
  const { tape } = frame;
  for (let i = row + 1; i < tape.layerEnd(row); i++) {
    if (tape.nodes[i] === groupState.$node) {
      const opcode = frame.get(i, groupState.opcode);
      const state = newStates[frame.get(i, groupState.state)] ?? "Unknown";
      write(`${opcodes[opcode] ?? `Unknown (${opcode})`} (state ${state})`);
    } else if (tape.nodes[i] === interfaceState.$node) {
      const [active, passive] = [interfaceState.active_groups, interfaceState.passive_groups];
      write(`Interface State TLV (Act=${frame.get(i, active)} Pass=${frame.get(i, passive)})`);
    }
  }
}
