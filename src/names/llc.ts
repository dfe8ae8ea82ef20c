/** LLC service access points (IEEE 802.2), by the seven bits above the group or response bit. */
export const accessPoints: Readonly<Record<number, string>> = {
  0: "NULL LSAP",
  1: "LLC Sub-Layer Management",
  2: "SNA Path Control",
  3: "TCP/IP",
  7: "PROWAY (IEC955) Network Management and Initialization",
  8: "NetWare (unofficial?)",
  16: "ISO 10589 (unofficial?)",
  33: "Spanning Tree BPDU",
  37: "Texas Instruments",
  39: "EIA-RS 511 Manufacturing Message Service",
  50: "SNA Path Control",
  64: "XNS",
  67: "BACnet",
  69: "NESTAR",
  71: "PROWAY (IEC955) Active Station List Maintenance",
  76: "ARP",
  82: "HPREX",
  85: "SNAP",
  94: "VINES",
  112: "NetWare",
  120: "NetBIOS",
  122: "IBM Net Management",
  124: "HP Extended LLC",
  125: "Unknown",
  126: "Remote Program Load",
  127: "ISO Network Layer",
};

/** Unnumbered commands and responses (IEEE 802.2 section 5.4), by their five modifier bits: short name, full name. */
export const unnumberedCommands: Readonly<Record<number, readonly [string, string]>> = {
  0: ["UI", "Unnumbered Information"],
  3: ["SARM", "Set Asynchronous Response Mode"],
  8: ["UP", "Unnumbered Poll"],
  16: ["DISC", "Disconnect"],
  27: ["SABME", "Set Asynchronous Balanced Mode Extended"],
  33: ["FRMR", "Frame reject"],
  43: ["XID", "Exchange identification"],
  56: ["TEST", "Test"],
};

/** The same bits in a response. */
export const unnumberedResponses: Readonly<Record<number, readonly [string, string]>> = {
  ...unnumberedCommands,
  3: ["DM", "Disconnected mode"],
  16: ["RD", "Request disconnect"],
  24: ["UA", "Unnumbered Acknowledge"],
};

/** Supervisory functions (IEEE 802.2 section 5.4.2.3). */
export const supervisoryFunctions: Readonly<Record<number, readonly [string, string]>> = {
  0: ["RR", "Receiver ready"],
  1: ["RNR", "Receiver not ready"],
  2: ["REJ", "Reject"],
  3: ["SREJ", "Selective reject"],
};

/** Owners of the organizationally unique identifiers that head SNAP protocols (IEEE registration authority). */
export const snapOrganizations: Readonly<Record<number, string>> = {
  0: "Officially Xerox, but 0:0:0:0:0:0 is more common",
  12: "Cisco Systems, Inc",
  94: "ICANN, IANA Department",
  129: "Bay Networks",
  248: "Digital Equipment Corporation",
  488: "Force10 Networks, Inc.",
  32863: "Hewlett Packard",
  32962: "IEEE",
  4240: "Cimetrics, Inc.",
  6130: "Apple, Inc.",
  6488: "Bluetooth SIG, Inc.",
  16534: "Cisco Systems, Inc",
  57387: "Extreme Networks Headquarters",
  57426: "Brocade Communications Systems LLC",
  524295: "Apple, Inc.",
};
