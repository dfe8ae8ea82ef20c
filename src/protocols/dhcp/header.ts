import {
  bit,
  bits,
  bytes,
  computed,
  ether,
  ipv4,
  none,
  octets,
  type Reading,
  text,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";

/** Some clients write the seconds with the low byte first: then the other one is zero. */
function seconds(r: Reading): number {
  const [high, low] = [r.bytes[r.start]!, r.bytes[r.start + 1]!];
  return low === 0 ? high : (high << 8) | low;
}

const swapped = (r: Reading) => (r.bytes[r.start + 8] !== 0 && r.bytes[r.start + 9] === 0 ? true : undefined);

/**  0        8        16       24      31
 *  +--------+--------+--------+--------+
 *  |   op   | htype  |  hlen  |  hops  |
 *  |                xid                |
 *  |      secs       |      flags      |   RFC 2131 section 2
 *  |              ciaddr               |
 *  |              yiaddr               |
 *  |              siaddr               |
 *  |              giaddr               |
 *  +--------+--------+--------+--------+ */
export const header = layout("dhcp", 28, {
  type: u8(0, "Message type", { names: { 1: "Boot Request", 2: "Boot Reply" } }),
  "hw.type": u8(1, "Hardware type", {
    show: "hex",
    many: true,
    names: { 1: "Ethernet", 6: "IEEE 802", 32: "InfiniBand" },
  }),
  "hw.len": u8(2, "Hardware address length"),
  hops: u8(3, "Hops"),
  id: u32(4, "Transaction ID", { show: "hex" }),
  secs: u16(8, "Seconds elapsed", { compute: seconds }),
  secs_le: computed("none", "Seconds elapsed appears to be encoded as little-endian", swapped),
  flags: u16(10, "Bootp flags", { show: "hex" }),
  "flags.bc": bit(80, "Broadcast flag"),
  "flags.reserved": bits(81, 15, "Reserved flags", { show: "hex", width: 16 }),
  "ip.client": ipv4(12, "Client IP address"),
  "ip.your": ipv4(16, "Your (client) IP address"),
  "ip.server": ipv4(20, "Next server IP address"),
  "ip.relay": ipv4(24, "Relay agent IP address"),
});

/** The 16 bytes of chaddr where they hold an Ethernet address. */
export const ethernet = layout("dhcp", 16, {
  "hw.mac_addr": ether(0, "Client MAC address", { many: true }),
  "hw.addr_padding": octets(6, 10, "Client hardware address padding", { many: true }),
});

/** What follows the header: the address, two texts, the cookie that says that options follow. */
export const rest = fields("dhcp", {
  "hw.addr": bytes("Client hardware address", { many: true }),
  "hw.addr_padding": bytes("Client hardware address padding", { many: true }),
  client_address_not_given: none("Client address not given"),
  server_name_overloaded_by_dhcp: none("Server name option overloaded by DHCP"),
  boot_filename_overloaded_by_dhcp: none("Boot file name option overloaded by DHCP"),
  server: text("Server host name"),
  file: text("Boot file name"),
  cookie: ipv4("Magic cookie"),
  vendor_specific_options: bytes("Bootp vendor specific options"),
});
