/** EtherTypes (IEEE 802 numbers), by the names the field uses. */
export const etherTypes: Readonly<Record<number, string>> = {
  0x0800: "IPv4", 0x0806: "ARP", 0x0842: "Wake on LAN", 0x22f3: "TRILL", 0x8035: "RARP", 0x809b: "AppleTalk",
  0x80f3: "AARP", 0x8100: "802.1Q Virtual LAN", 0x8137: "Netware IPX/SPX", 0x86dd: "IPv6", 0x8808: "MAC Control",
  0x8809: "Slow Protocols", 0x8847: "MPLS label switched packet", 0x8848: "MPLS multicast",
  0x8863: "PPPoE Discovery", 0x8864: "PPPoE Session", 0x888e: "802.1X Authentication", 0x88a8: "802.1ad Provider Bridge",
  0x88cc: "802.1 Link Layer Discovery Protocol", 0x88e5: "802.1AE (MACsec)", 0x88f7: "PTPv2 over Ethernet",
  0x8902: "IEEE 802.1ag Connectivity Fault Management", 0x9000: "Loopback", 0x9100: "QinQ: old non-standard 802.1ad",
};
