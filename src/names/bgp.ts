/** Types of messages (IANA, BGP Message Types). */
export const messageTypes: Readonly<Record<number, string>> = {
  1: "OPEN Message",
  2: "UPDATE Message",
  3: "NOTIFICATION Message",
  4: "KEEPALIVE Message",
  5: "ROUTE-REFRESH Message",
  6: "CAPABILITY Message",
  128: "Cisco ROUTE-REFRESH Message",
};

/** Capabilities (IANA, Capability Codes). */
export const capabilityCodes: Readonly<Record<number, string>> = {
  0: "Reserved capability",
  1: "Multiprotocol extensions capability",
  2: "Route refresh capability",
  3: "Cooperative route filtering capability",
  4: "Multiple routes to a destination capability",
  5: "Extended Next Hop Encoding",
  6: "BGP-Extended Message",
  7: "BGPsec capability",
  8: "Multiple Labels capability",
  9: "BGP Role",
  64: "Graceful Restart capability",
  65: "Support for 4-octet AS number capability",
  66: "Deprecated Dynamic Capability (Cisco)",
  67: "Support for Dynamic capability",
  68: "Multisession BGP Capability",
  69: "Support for Additional Paths",
  70: "Enhanced route refresh capability",
  71: "Long-Lived Graceful Restart (LLGR) Capability",
  72: "CP-ORF Capability",
  73: "FQDN Capability",
  128: "Route refresh capability (Cisco)",
  130: "Cooperative route filtering capability (Cisco)",
  131: "Multisession BGP Capability (Cisco)",
};

/** Path attributes (IANA, BGP Path Attributes). */
export const attributeTypes: Readonly<Record<number, string>> = {
  1: "ORIGIN",
  2: "AS_PATH",
  3: "NEXT_HOP",
  4: "MULTI_EXIT_DISC",
  5: "LOCAL_PREF",
  6: "ATOMIC_AGGREGATE",
  7: "AGGREGATOR",
  8: "COMMUNITIES",
  9: "ORIGINATOR_ID",
  10: "CLUSTER_LIST",
  11: "DPA",
  12: "ADVERTISER",
  13: "RCID_PATH / CLUSTER_ID",
  14: "MP_REACH_NLRI",
  15: "MP_UNREACH_NLRI",
  16: "EXTENDED_COMMUNITIES",
  17: "AS4_PATH",
  18: "AS4_AGGREGATOR",
  19: "SAFI_SPECIFIC_ATTRIBUTE",
  20: "Connector Attribute",
  21: "AS_PATHLIMIT",
  23: "TUNNEL_ENCAPSULATION_ATTRIBUTE",
  22: "PMSI_TUNNEL_ATTRIBUTE",
  24: "Traffic Engineering",
  25: "IPv6 Address Specific Extended Community",
  26: "AIGP",
  27: "PE Distinguisher Labels",
  28: "BGP Entropy Label Capability Attribute",
  29: "BGP-LS Attribute",
  30: "Deprecated",
  31: "Deprecated",
  32: "LARGE_COMMUNITY",
  33: "BGPsec_PATH",
  36: "D_PATH",
  40: "BGP Prefix-SID",
  99: "LINK_STATE (unofficial code point)",
  128: "ATTR_SET",
  129: "Deprecated",
  241: "Deprecated",
  242: "Deprecated",
  243: "Deprecated",
};

/** Address families (IANA, Address Family Numbers). */
export const addressFamilies: Readonly<Record<number, string>> = {
  0: "Reserved",
  1: "IPv4",
  2: "IPv6",
  3: "NSAP",
  4: "HDLC (8-bit multidrop)",
  5: "BBN 1822",
  6: "802 (includes all 802 media plus Ethernet)",
  7: "E.163",
  8: "E.164 (SMDS, Frame Relay, ATM)",
  9: "F.69 (Telex)",
  10: "X.121 (X.25, Frame Relay)",
  11: "IPX",
  12: "Appletalk",
  13: "Decnet IV",
  14: "Banyan Vines",
  15: "E.164 with NSAP subaddress",
  16: "DNS (Domain Name System)",
  17: "Distinguished Name",
  18: "AS Number",
  19: "XTP over IP version 4",
  20: "XTP over IP version 6",
  21: "XTP native mode XTP",
  22: "Fibre Channel World-Wide Port Name",
  23: "Fibre Channel World-Wide Node Name",
  24: "GWID",
  25: "Layer-2 VPN",
  196: "Layer-2 VPN (old)",
  26: "MPLS-TP Section Endpoint Identifier",
  27: "MPLS-TP LSP Endpoint Identifier",
  28: "MPLS-TP Pseudowire Endpoint Identifier",
  29: "MT IP: Multi-Topology IP version 4",
  30: "MT IPv6: Multi-Topology IP version 6",
  16384: "EIGRP Common Service Family",
  16385: "EIGRP IPv4 Service Family",
  16386: "EIGRP IPv6 Service Family",
  16387: "LISP Canonical Address Format (LCAF)",
  16388: "BGP-LS",
  16389: "48-bit MAC Address",
  16390: "64-bit MAC Address",
  16391: "OUI",
  16392: "MAC/24",
  16393: "MAC/40",
  16394: "IPv6/64",
  16395: "RBridge Port ID",
  16396: "TRILL Nickname",
  65535: "Reserved",
};

/** Subsequent address families (IANA, SAFI Values). */
export const subsequentFamilies: Readonly<Record<number, string>> = {
  0: "Reserved",
  1: "Unicast",
  2: "Multicast",
  3: "Unicast+Multicast (Deprecated)",
  4: "Labeled Unicast",
  5: "MCAST-VPN",
  6: "Multi-Segment Pseudowires",
  7: "Encapsulation (Deprecated)",
  8: "MCAST-VPLS",
  64: "Tunnel (Deprecated)",
  65: "VPLS",
  66: "Cisco MDT",
  67: "4over6",
  68: "6over4",
  69: "Layer-1 VPN",
  70: "EVPN",
  71: "BGP-LS",
  72: "BGP-LS-VPN",
  73: "SR Policy",
  74: "SD-WAN",
  75: "Routing Policy Distribution",
  76: "Classful Transport Planes",
  77: "Tunneled Traffic Flowspec",
  78: "MCAST-TREE",
  128: "Labeled VPN Unicast",
  129: "Labeled VPN Multicast",
  130: "Labeled VPN Unicast+Multicast (Deprecated)",
  132: "Route Target Filter",
  133: "Flow Spec Filter",
  134: "Flow Spec Filter VPN",
  140: "Layer-3 VPN (Deprecated)",
};

/** What a notification is about (RFC 4271 section 4.5). */
export const majorErrors: Readonly<Record<number, string>> = {
  1: "Message Header Error",
  2: "OPEN Message Error",
  3: "UPDATE Message Error",
  4: "Hold Timer Expired",
  5: "Finite State Machine Error",
  6: "Cease",
  7: "CAPABILITY Message Error",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const headerErrors: Readonly<Record<number, string>> = {
  1: "Connection Not Synchronized",
  2: "Bad Message Length",
  3: "Bad Message Type",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const openErrors: Readonly<Record<number, string>> = {
  1: "Unsupported Version Number",
  2: "Bad Peer AS",
  3: "Bad BGP Identifier",
  4: "Unsupported Optional Parameter",
  5: "Authentication Failure [Deprecated]",
  6: "Unacceptable Hold Time",
  7: "Unsupported Capability",
  8: "No supported AFI/SAFI (Cisco)",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const updateErrors: Readonly<Record<number, string>> = {
  1: "Malformed Attribute List",
  2: "Unrecognized Well-known Attribute",
  3: "Missing Well-known Attribute",
  4: "Attribute Flags Error",
  5: "Attribute Length Error",
  6: "Invalid ORIGIN Attribute",
  7: "AS Routing Loop [Deprecated]",
  8: "Invalid NEXT_HOP Attribute",
  9: "Optional Attribute Error",
  10: "Invalid Network Field",
  11: "Malformed AS_PATH",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const stateErrors: Readonly<Record<number, string>> = {
  1: "Receive Unexpected Message in OpenSent State",
  2: "Receive Unexpected Message in OpenConfirm State",
  3: "Receive Unexpected Message in Established State",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const ceaseErrors: Readonly<Record<number, string>> = {
  1: "Maximum Number of Prefixes Reached",
  2: "Administratively Shutdown",
  3: "Peer De-configured",
  4: "Administratively Reset",
  5: "Connection Rejected",
  6: "Other Configuration Change",
  7: "Connection Collision Resolution",
  8: "Out of Resources",
  9: "Hard Reset",
};

/** Subcodes of one kind of error (IANA, BGP Error Subcodes). */
export const capabilityErrors: Readonly<Record<number, string>> = {
  1: "Invalid Action Value",
  2: "Invalid Capability Length",
  3: "Malformed Capability Value",
  4: "Unsupported Capability Code",
};

/** What asks for routes again (RFC 7313 section 3.2). */
export const refreshTypes: Readonly<Record<number, string>> = {
  0: "Normal route refresh request [RFC2918] with/without ORF [RFC5291]",
  1: "Demarcation of the beginning of a route refresh",
  2: "Demarcation of the ending of a route refresh",
};

/** Types of extended communities (IANA, BGP Extended Communities). */
export const communityTypes: Readonly<Record<number, string>> = {
  0: "Transitive 2-Octet AS-Specific",
  1: "Transitive IPv4-Address-Specific",
  2: "Transitive 4-Octet AS-Specific",
  3: "Transitive Opaque",
  4: "Transitive QoS Marking",
  5: "Transitive CoS Capability",
  6: "Transitive EVPN",
  7: "FlowSpec Transitive",
  8: "Transitive Flow spec redirect/mirror to IP next-hop",
  9: "Transitive FlowSpec Redirect to indirection-id",
  128: "Generic Transitive Experimental Use",
  129: "Generic Transitive Experimental Use Part 2",
  130: "Generic Transitive Experimental Use Part 3",
  136: "Transitive Experimental EIGRP",
  64: "Non-Transitive 2-Octet AS-Specific",
  65: "Non-Transitive IPv4-Address-Specific",
  66: "Non-Transitive 4-Octet AS-Specific",
  67: "Non-Transitive Opaque",
  68: "Non-Transitive QoS Marking",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const as2Communities: Readonly<Record<number, string>> = {
  2: "Route Target",
  3: "Route Origin",
  5: "OSPF Domain Identifier",
  8: "BGP Data Collection",
  9: "Source AS",
  10: "L2VPN Identifier",
  16: "Cisco VPN-Distinguisher",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const localAs2Communities: Readonly<Record<number, string>> = {
  4: "Link Bandwidth",
  128: "Virtual-Network Identifier",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const as4Communities: Readonly<Record<number, string>> = {
  2: "Route Target",
  3: "Route Origin",
  4: "Generic",
  8: "BGP Data Collection",
  5: "OSPF Domain Identifier",
  9: "Source AS",
  16: "Cisco VPN Identifier",
  19: "Route-Target Record",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const ipv4Communities: Readonly<Record<number, string>> = {
  2: "Route Target",
  3: "Route Origin",
  5: "OSPF Domain Identifier",
  7: "OSPF Router ID",
  10: "L2VPN Identifier",
  11: "VRF Route Import",
  16: "Cisco VPN-Distinguisher",
  18: "Inter-area P2MP Segmented Next-Hop",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const opaqueCommunities: Readonly<Record<number, string>> = {
  1: "Cost",
  6: "OSPF Route Type",
  11: "Color",
  12: "Encapsulation",
  13: "Default Gateway",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const localOpaqueCommunities: Readonly<Record<number, string>> = {
  1: "Cost",
  0: "BGP Origin Validation state",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const experimentalCommunities: Readonly<Record<number, string>> = {
  0: "OSPF Route Type",
  1: "OSPF Router ID",
  4: "Security Group",
  5: "OSPF Domain Identifier",
  6: "Flow spec traffic-rate",
  7: "Flow spec traffic-action",
  8: "Flow spec redirect AS 2 bytes",
  9: "Flow spec traffic-remarking",
  10: "Layer2 Info",
  11: "E-Tree Info",
  132: "Tag",
  133: "Origin Sub-Cluster",
};

/** Subtypes of extended communities of one type (IANA, BGP Extended Communities). */
export const evpnCommunities: Readonly<Record<number, string>> = {
  0: "MAC Mobility",
  1: "ESI MPLS Label",
  2: "ES Import",
  3: "EVPN Router's MAC",
  4: "Layer 2 Attributes",
  5: "E-Tree",
  6: "DF Election",
  7: "I-SID",
  8: "ND",
  9: "Multicast Flags Extended Community",
  10: "EVI-RT Type 0 Extended Community",
  11: "EVI-RT Type 1 Extended Community",
  12: "EVI-RT Type 2 Extended Community",
  13: "EVI-RT Type 3 Extended Community",
  14: "EVPN Attachment Circuit",
};

/** Communities everybody knows (IANA, BGP Well-known Communities). */
export const wellKnownCommunities: Readonly<Record<number, string>> = {
  4294901760: "GRACEFUL_SHUTDOWN",
  4294901761: "ACCEPT_OWN",
  4294902426: "BLACKHOLE",
  4294967041: "NO_EXPORT",
  4294967042: "NO_ADVERTISE",
  4294967043: "NO_EXPORT_SUBCONFED",
  4294967044: "NOPEER",
};

/** Types of tunnels (IANA, BGP Tunnel Encapsulation). */
export const tunnelTypes: Readonly<Record<number, string>> = {
  0: "Reserved",
  1: "L2TPv3 over IP",
  2: "GRE",
  3: "Transmit tunnel endpoint",
  4: "IPsec in Tunnel-mode",
  5: "IP in IP tunnel with IPsec Transport Mode",
  6: "MPLS-in-IP tunnel with IPsec Transport Mode",
  7: "IP in IP",
  8: "VXLAN Encapsulation",
  9: "NVGRE Encapsulation",
  10: "MPLS Encapsulation",
  11: "MPLS in GRE Encapsulation",
  12: "VxLAN GPE Encapsulation",
  13: "MPLS in UDP Encapsulation",
};
