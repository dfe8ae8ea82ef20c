/** ARP hardware types (IANA arp-parameters), which Linux uses for its interfaces too. */
export const hardwareTypes: Readonly<Record<number, string>> = {
  0: "NET/ROM pseudo", 1: "Ethernet", 2: "Experimental Ethernet", 3: "AX.25", 4: "ProNET", 5: "Chaos", 6: "IEEE 802",
  7: "ARCNET", 8: "Hyperchannel", 9: "Lanstar", 10: "Autonet Short Address", 11: "LocalTalk", 12: "LocalNet",
  13: "Ultra link", 14: "SMDS", 15: "Frame Relay DLCI", 16: "ATM", 17: "HDLC", 18: "Fibre Channel", 19: "ATM (RFC 2225)",
  20: "Serial Line", 24: "IEEE 1394", 27: "EUI-64", 31: "IPsec tunnel", 32: "IP over InfiniBand", 512: "PPP",
  768: "IPIP", 769: "IPIP6", 772: "Loopback", 776: "IPv6-in-IPv4", 778: "GRE over IPv4", 801: "IEEE 802.11",
  802: "IEEE 802.11 with Prism header", 803: "IEEE 802.11 with radiotap header", 823: "GRE over IPv6", 824: "Netlink",
  65534: "No header",
};

/** ARP operation codes (IANA arp-parameters), as trees show them. */
export const arpOpcodes: Readonly<Record<number, string>> = {
  1: "request", 2: "reply", 3: "reverse request", 4: "reverse reply", 5: "drarp request", 6: "drarp reply",
  7: "drarp error", 8: "inverse request", 9: "inverse reply", 10: "arp nak", 11: "mars request", 12: "mars multi",
  13: "mars mserv", 14: "mars join", 15: "mars leave", 16: "mars nak", 17: "mars unserv", 18: "mars sjoin",
  19: "mars sleave", 20: "mars grouplist request", 21: "mars grouplist reply", 22: "mars redirect map",
  23: "mapos unarp", 24: "experimental 1", 25: "experimental 2",
};
