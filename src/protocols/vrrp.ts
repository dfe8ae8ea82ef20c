import { bits, bytes, ipv4, ipv6, type Reading, text, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { pseudoSum, status, statusValue } from "./shared/checksum.ts";

const PROTOCOL = 112;
const IPV6_ADDRESS = 16;
/** The version whose checksum counts the addresses in, in IPv4 too. */
const CURRENT = 3;
const AUTHENTICATION = 8;

const first = {
  typever: u8(0, "VRRP message version and type"),
  "typever.version": bits(0, 4, "VRRP protocol version", { name: "vrrp.version" }),
  "typever.type": bits(4, 4, "VRRP packet type", { name: "vrrp.type", names: { 1: "Advertisement" } }),
  virt_rtr_id: u8(1, "Virtual Rtr ID"),
  prio: u8(2, "Priority"),
  addr_count: u8(3, "Addr Count"),
} as const;

/**  0   4    8         16        24        31
 *  +---+----+---------+---------+----------+
 *  |Ver|Type|  VRID   |Priority |  Count   |
 *  |  0   | Advert Int|     Checksum       |   RFC 5798 section 5.1
 *  |             addresses ...            |
 *  +--------------------------------------+ */
const header = layout("vrrp", 8, {
  ...first,
  reserved_mbz: bits(32, 4, "Reserved"),
  short_adver_int: bits(36, 12, "Adver Int"),
  checksum: u16(6, "Checksum", { show: "hex" }),
});

/** Before version 3: RFC 3768 section 5.1 */
const old = layout("vrrp", 8, {
  ...first,
  auth_type: u8(4, "Auth Type", {
    names: { 0: "No Authentication", 1: "Simple Text Authentication", 2: "IP Authentication Header" },
  }),
  adver_int: u8(5, "Adver Int"),
  checksum: u16(6, "Checksum", { show: "hex" }),
});

function untilNul({ bytes: b, start, end }: Reading): string {
  const nul = b.subarray(start, end).indexOf(0);
  return new TextDecoder().decode(b.subarray(start, nul < 0 ? end : start + nul));
}

const free = fields("vrrp", {
  "checksum.status": status(),
  ip_addr: ipv4("IP Address", { many: true }),
  ipv6_addr: ipv6("IPv6 Address", { many: true }),
  auth_string: text("Authentication String", { compute: untilNul }),
  md5_auth_data: bytes("MD5 Authentication Data"),
});

export default protocol({
  name: "vrrp",
  title: "Virtual Router Redundancy Protocol",
  spec: "RFC 5798",
  column: "VRRP",
  fields: [header, old, free],
  on: { "ip.proto": PROTOCOL },
  dissect(c) {
    if (!c.has(1)) return;
    const isCurrent = c.u8(c.at) >> 4 === CURRENT;
    const { end } = c;
    const at = c.place(isCurrent ? header : old);
    if (at < 0) return;
    const sum = isCurrent ? pseudoSum(c, end - at, PROTOCOL) : 0;
    c.add(free["checksum.status"], at, Math.min(end, c.have), statusValue(c, end, sum));
    const size = c.frame.addressSize === IPV6_ADDRESS ? IPV6_ADDRESS : 4;
    const address = size === IPV6_ADDRESS ? free.ipv6_addr : free.ip_addr;
    for (let i = c.get(at, header.addr_count); i > 0; i--) if (!c.take(address, size)) return;
    if (!isCurrent && c.get(at, old.auth_type) === 1 && c.left >= AUTHENTICATION) {
      c.take(free.auth_string, AUTHENTICATION);
    }
    c.takeRest(free.md5_auth_data);
  },
  summary(frame, row, info) {
    if (!frame.holds(row + 1, header.typever)) return void info.set();

    info.set().text(`Announcement (v${frame.get(row + 1, header["typever.version"])})`);
  },
});
