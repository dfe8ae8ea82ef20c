import { ether, ipv4, u16, u8 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";

const ETHERNET = 1;
const IPV4 = 0x0800;
const REQUEST = 1;
const REPLY = 2;

/**  0                16                31
 *  +-----------------+-----------------+
 *  |  Hardware type  |  Protocol type  |
 *  |  HLen  |  PLen  |     Opcode      |   RFC 826
 *  +-----------------+-----------------+ */
const header = layout("arp", 8, {
  "hw.type": u16(0, "Hardware type", { names: { 1: "Ethernet", 6: "IEEE 802" } }),
  "proto.type": u16(2, "Protocol type", { show: "hex", names: etherTypes }),
  "hw.size": u8(4, "Hardware size"),
  "proto.size": u8(5, "Protocol size"),
  opcode: u16(6, "Opcode", { names: { 1: "request", 2: "reply", 3: "reverse request", 4: "reverse reply" } }),
});

/** The addresses of ARP for IPv4 over Ethernet. */
const addresses = layout("arp", 20, {
  "src.hw_mac": ether(0, "Sender MAC address"),
  "src.proto_ipv4": ipv4(6, "Sender IP address"),
  "dst.hw_mac": ether(10, "Target MAC address"),
  "dst.proto_ipv4": ipv4(16, "Target IP address"),
});

export default protocol({
  name: "arp", title: "Address Resolution Protocol", spec: "RFC 826",
  column: "ARP",
  fields: [header, addresses],
  on: { ethertype: 0x0806 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    if (c.get(at, header["hw.type"]) === ETHERNET && c.get(at, header["proto.type"]) === IPV4) {
      if (c.place(addresses) >= 0) c.end = c.at;
    }
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = frame.find(row, header);
    const body = frame.find(row, addresses);
    if (head < 0 || body < 0 || !frame.holds(body, addresses["dst.proto_ipv4"])) return;
    const bytes = frame.bytesOf(body);
    const at = frame.tape.start(body);
    const opcode = frame.get(head, header.opcode);
    info.set();
    if (opcode === REQUEST) info.text("Who has ").ipv4(bytes, at + 16).text("? Tell ").ipv4(bytes, at + 6);
    else if (opcode === REPLY) info.ipv4(bytes, at + 6).text(" is at ").ether(bytes, at);
  },
});
