import type { Cursor } from "../core/cursor.ts";
import { bytes, ether, type Field, ipv4, octets, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";
import { hardwareTypes } from "../names/arp.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { nextEthertype } from "./shared/ethertype.ts";
import { addTrailer, padding } from "./shared/trailer.ts";

const SLL = 113;
const SLL2 = 276;
const ADDRESS_SIZE = 8;
const MAC_SIZE = 6;
const IPV4_SIZE = 4;
/** ARPHRD_IPGRE: the protocol is GRE's. */
const GRE = 778;
/** Protocols up to here are Linux's own numbers, no EtherTypes. */
const MAX_LINUX_TYPE = 0x600;

const linuxTypes = table("sll.ltype");
const greTypes = table("ethertype");

const packetTypes: Readonly<Record<number, string>> = {
  0: "Unicast to us",
  1: "Broadcast",
  2: "Multicast",
  3: "Unicast to another host",
  4: "Sent by us",
};
const linuxTypeNames: Readonly<Record<number, string>> = {
  1: "Novell 802.3 (non-802.2) frames",
  3: "Ethernet frames",
  4: "802.2 LLC",
  7: "PPP HDLC",
  12: "CAN",
  13: "CAN FD",
};

/**  0           2           4           6                     14         16
 *  +-----------+-----------+-----------+---------------------+----------+
 *  |Packet type| ARPHRD_   | Addr. len |  Link-layer address | Protocol |   LINKTYPE_LINUX_SLL
 *  +-----------+-----------+-----------+---------------------+----------+ */
const cooked = layout("sll", 6, {
  pkttype: u16(0, "Packet type", { names: packetTypes }),
  hatype: u16(2, "Link-layer address type", { names: hardwareTypes }),
  halen: u16(4, "Link-layer address length"),
});

/**  0        2          4                 8         10   11   12                   20
 *  +--------+----------+-----------------+---------+----+----+--------------------+
 *  |Protocol| Reserved | Interface index | ARPHRD_ |Type|Len | Link-layer address |   LINKTYPE_LINUX_SLL2
 *  +--------+----------+-----------------+---------+----+----+--------------------+ */
const cooked2 = layout("sll", 8, {
  ifindex: u32(0, "Interface index"),
  hatype: u16(4, "Link-layer address type", { names: hardwareTypes }),
  pkttype: u8(6, "Packet type", { names: packetTypes }),
  halen: u8(7, "Link-layer address length"),
});

const macAddress = layout("sll", ADDRESS_SIZE, { "src.eth": ether(0, "Source"), unused: octets(6, 2, "Unused") });
const ipv4Address = layout("sll", ADDRESS_SIZE, { "src.ipv4": ipv4(0, "Source"), unused: octets(4, 4, "Unused") });
const found = fields("sll", {
  "src.other": bytes("Source"),
  unused: bytes("Unused"),
  etype: u16("Protocol", { show: "hex", names: etherTypes }),
  ltype: u16("Protocol", { show: "hex", names: linuxTypeNames }),
  gretype: u16("Protocol", { show: "hex", names: etherTypes }),
  trailer: bytes("Trailer"),
});

/** Takes the 8 bytes that hold the sender's address. */
function takeAddress(c: Cursor, size: number): boolean {
  const at = c.at;
  if (size === MAC_SIZE) {
    if (c.place(macAddress) < 0) return false;
    c.endpoints(at, -1, MAC_SIZE);
    return true;
  }
  if (size === IPV4_SIZE) return c.place(ipv4Address) >= 0;
  const used = Math.min(size, ADDRESS_SIZE);
  return (
    (used === 0 || c.take(found["src.other"], used)) &&
    (used === ADDRESS_SIZE || c.take(found.unused, ADDRESS_SIZE - used))
  );
}

const protocolField = (hardware: number, type: number): Field =>
  hardware === GRE ? found.gretype : type <= MAX_LINUX_TYPE ? found.ltype : found.etype;

/** Hands the payload on, as its kind of protocol number asks. */
function nextCooked(c: Cursor, from: number, hardware: number, type: number): void {
  const field = protocolField(hardware, type);
  if (field === found.gretype) c.next(greTypes, type);
  else if (field === found.ltype) c.next(linuxTypes, type);
  else {
    const { end } = c;
    const payloadEnd = nextEthertype(c, type);
    c.end = end;
    if (payloadEnd < end) addTrailer(c, from, payloadEnd, found.trailer, 0);
  }
}

function dissectCooked(c: Cursor): void {
  const at = c.place(cooked);
  if (at < 0 || !takeAddress(c, c.get(at, cooked.halen)) || !c.has(2)) return;
  const hardware = c.get(at, cooked.hatype);
  const type = c.u16(c.at);
  c.take(protocolField(hardware, type), 2);
  nextCooked(c, at, hardware, type);
}

function dissectCooked2(c: Cursor): void {
  const from = c.at;
  if (!c.has(4 + cooked2.$node.size)) return;
  const type = c.u16(from);
  const hardware = c.get(from + 4, cooked2.hatype);
  c.take(protocolField(hardware, type), 2);
  c.at = from + 4;
  const at = c.place(cooked2);
  if (takeAddress(c, c.get(at, cooked2.halen))) nextCooked(c, from, hardware, type);
}

/** What Linux's "any" device captures, in both versions. */
export default protocol({
  name: "sll",
  title: "Linux cooked capture",
  spec: "LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2",
  column: "SLL",
  fields: [cooked, cooked2, macAddress, ipv4Address, found, padding],
  on: { linktype: [SLL, SLL2] },
  dissect: (c) => (c.frame.linkType === SLL2 ? dissectCooked2(c) : dissectCooked(c)),
  summary(frame: Frame, row: number, info: Info) {
    const first = frame.find(row, cooked);
    const second = frame.find(row, cooked2);
    const type =
      first >= 0 && frame.holds(first, cooked.pkttype)
        ? frame.get(first, cooked.pkttype)
        : second >= 0
          ? frame.get(second, cooked2.pkttype)
          : -1;
    if (type >= 0) info.set().text(packetTypes[type] ?? `Unknown (${type})`);
  },
});
