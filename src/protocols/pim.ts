import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, ipv4, ipv6, none, octets, u8, u16, u32 } from "../core/field.ts";
import { fields, type Layout, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { pseudoSum, status, statusValue, UNVERIFIED } from "./shared/checksum.ts";

const PROTOCOL = 103;
const VERSION = 2;
const HELLO = 0;
const REGISTER = 1;
/** A register's checksum leaves out the packet in it. */
const REGISTER_HEAD = 8;
/** Joins and prunes, and the two kinds of grafts, which look alike. */
const JOINS = [3, 6, 7];
const IPV6_ADDRESS = 16;
const IPV6 = 2;
const many = { many: true } as const;

const types: Readonly<Record<number, string>> = {
  [HELLO]: "Hello",
  [REGISTER]: "Register",
  2: "Register-stop",
  3: "Join/Prune",
  4: "Bootstrap",
  5: "Assert",
  6: "Graft",
  7: "Graft-Ack",
  8: "Candidate-RP-Advertisement",
  9: "State-Refresh",
  10: "DF election",
  11: "ECMP redirect",
  12: "PFM source discovery",
};

/**  0   4    8         16               31
 *  +---+----+---------+-----------------+
 *  |Ver|Type|Reserved |    Checksum     |   RFC 7761 section 4.9
 *  +---+----+---------+-----------------+ */
const header = layout("pim", 4, {
  version: bits(0, 4, "Version"),
  type: bits(4, 4, "Type", { names: types }),
  res_bytes: octets(1, 1, "Reserved byte(s)", many),
  cksum: u16(2, "Checksum", { show: "hex" }),
});

const free = fields("pim", {
  "cksum.status": status(),
  unverified: { ...status(), options: { name: "pim.cksum.status", compute: () => UNVERIFIED } },
  option: none("PIM Options"),
  optionvalue: bytes("Unknown", many),
  addr_address_family: u8("Address Family", { names: { 1: "IPv4", [IPV6]: "IPv6" }, many: true }),
  addr_encoding_type: u8("Encoding Type", { names: { 0: "Native" }, many: true }),
  upstream_neighbor: ipv4("Upstream-neighbor"),
  upstream_neighbor_ip6: ipv6("Upstream-neighbor"),
});

/** What stands behind the neighbor that joins and prunes are for: RFC 7761 section 4.9.5 */
const groups = layout("pim", 4, {
  res_bytes: octets(0, 1, "Reserved byte(s)", many),
  numgroups: u8(1, "Num Groups"),
  holdtime: u16(2, "Holdtime", many),
});

const option = group("Option", { list: "pim.options" });
/** RFC 7761 section 4.9.2 */
const optionHead = layout("pim", 4, { optiontype: u16(0, "Type", many), optionlength: u16(2, "Length", many) });
const options: Readonly<Record<number, Layout>> = {
  1: layout("pim", 2, { holdtime: u16(0, "Holdtime", many) }),
  2: layout("pim", 4, {
    t: bit(0, "T"),
    propagation_delay: bits(1, 15, "Propagation Delay"),
    override_interval: u16(2, "Override Interval"),
  }),
  19: layout("pim", 4, { dr_priority: u32(0, "DR Priority") }),
  20: layout("pim", 4, { generation_id: u32(0, "Generation ID") }),
};

function readOption(c: Cursor): void {
  const row = c.open(option);
  const at = c.place(optionHead);
  if (at >= 0) {
    const length = c.get(at, optionHead.optionlength);
    const table = options[c.get(at, optionHead.optiontype)];
    if (table?.$node.size === length) c.place(table);
    else if (length > 0) c.take(free.optionvalue, length);
  }
  c.close(row, Math.min(c.at, c.have));
}

function readJoins(c: Cursor): void {
  const isSix = c.captured > 0 && c.u8(c.at) === IPV6;
  if (!c.take(free.addr_address_family, 1) || !c.take(free.addr_encoding_type, 1)) return;
  const neighbor = free[isSix ? "upstream_neighbor_ip6" : "upstream_neighbor"];
  if (!c.take(neighbor, isSix ? IPV6_ADDRESS : 4) || c.place(groups) < 0) return;
  c.takeRest(free.optionvalue);
}

export default protocol({
  name: "pim",
  title: "Protocol Independent Multicast",
  spec: "RFC 7761",
  column: (frame, row) => (frame.holds(row + 1, header.version) ? `PIMv${frame.get(row + 1, header.version)}` : "PIM"),
  fields: [header, free, groups, option, optionHead, ...Object.values(options)],
  on: { "ip.proto": PROTOCOL },
  dissect(c) {
    const { end } = c;
    const at = c.place(header);
    if (at < 0) return;
    const type = c.get(at, header.type);
    if (c.get(at, header.version) !== VERSION) {
      c.add(free.unverified, at + 2, at + 4);
      c.add(free.option, c.at, c.at);
      return c.takeRest(free.optionvalue);
    }
    const covered = type === REGISTER ? Math.min(end, at + REGISTER_HEAD) : end;
    const sum = c.frame.addressSize === IPV6_ADDRESS ? pseudoSum(c, end - at, PROTOCOL) : 0;
    c.add(free["cksum.status"], at, Math.min(covered, c.have), statusValue(c, covered, sum));
    const row = c.open(free.option);
    if (type === HELLO) c.items(c.end, undefined, readOption);
    else if (JOINS.includes(type)) readJoins(c);
    else c.takeRest(free.optionvalue);
    c.close(row, Math.min(c.at, c.have));
  },
  summary(frame, row, info) {
    info.set();
    if (!frame.holds(row + 1, header.type)) return;
    const type = frame.get(row + 1, header.type);
    const isKnown = frame.get(row + 1, header.version) === VERSION;
    info.text(isKnown ? (types[type] ?? `Unknown (${type})`) : "Unknown");
  },
});
