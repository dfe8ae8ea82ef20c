/** Assigned Internet Protocol Numbers (IANA), by the names the field uses. */
export const ipProtocols: Readonly<Record<number, string>> = {
  0: "IPv6 Hop-by-Hop Option", 1: "ICMP", 2: "IGMP", 3: "GGP", 4: "IPIP", 5: "Stream", 6: "TCP", 7: "CBT", 8: "EGP",
  9: "IGRP", 12: "PUP", 17: "UDP", 27: "RDP", 33: "DCCP", 41: "IPv6", 43: "Routing Header for IPv6",
  44: "Fragment Header for IPv6", 46: "RSVP", 47: "Generic Routing Encapsulation", 50: "Encap Security Payload",
  51: "Authentication Header", 58: "ICMPv6", 59: "No Next Header for IPv6", 60: "Destination Options for IPv6",
  88: "EIGRP", 89: "OSPF IGP", 94: "IPIP", 97: "EtherIP", 103: "PIM", 108: "IPComp", 112: "VRRP", 115: "L2TP",
  132: "SCTP", 135: "Mobility Header", 136: "UDPlite", 137: "MPLS in IP", 255: "Reserved",
};
