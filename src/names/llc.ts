/** LLC service access points (IEEE 802.2), by the seven bits above the group or response bit. */
export const accessPoints: Readonly<Record<number, string>> = {
  0x00: "NULL LSAP", 0x01: "LLC Sub-Layer Management", 0x02: "SNA Path Control", 0x03: "TCP/IP", 0x07: "PROWAY (IEC955) Network Management and Initialization",
  0x08: "NetWare (unofficial?)", 0x10: "ISO 10589 (unofficial?)", 0x21: "Spanning Tree BPDU", 0x25: "Texas Instruments",
  0x27: "EIA-RS 511 Manufacturing Message Service", 0x32: "SNA Path Control", 0x40: "XNS", 0x43: "BACnet", 0x45: "NESTAR",
  0x47: "PROWAY (IEC955) Active Station List Maintenance", 0x4c: "ARP", 0x52: "HPREX", 0x55: "SNAP", 0x5e: "VINES",
  0x70: "NetWare", 0x78: "NetBIOS", 0x7a: "IBM Net Management", 0x7c: "HP Extended LLC", 0x7d: "Unknown", 0x7e: "Remote Program Load",
  0x7f: "ISO Network Layer",
};

/** Unnumbered commands and responses (IEEE 802.2 section 5.4), by their five modifier bits: short name, full name. */
export const unnumberedCommands: Readonly<Record<number, readonly [string, string]>> = {
  0x00: ["UI", "Unnumbered Information"], 0x03: ["SARM", "Set Asynchronous Response Mode"], 0x08: ["UP", "Unnumbered Poll"],
  0x10: ["DISC", "Disconnect"], 0x1b: ["SABME", "Set Asynchronous Balanced Mode Extended"], 0x21: ["FRMR", "Frame reject"],
  0x2b: ["XID", "Exchange identification"], 0x38: ["TEST", "Test"],
};

/** The same bits in a response. */
export const unnumberedResponses: Readonly<Record<number, readonly [string, string]>> = {
  ...unnumberedCommands, 0x03: ["DM", "Disconnected mode"], 0x10: ["RD", "Request disconnect"], 0x18: ["UA", "Unnumbered Acknowledge"],
};

/** Supervisory functions (IEEE 802.2 section 5.4.2.3). */
export const supervisoryFunctions: Readonly<Record<number, readonly [string, string]>> = {
  0: ["RR", "Receiver ready"], 1: ["RNR", "Receiver not ready"], 2: ["REJ", "Reject"], 3: ["SREJ", "Selective reject"],
};

/** Owners of the organizationally unique identifiers that head SNAP protocols (IEEE registration authority). */
export const snapOrganizations: Readonly<Record<number, string>> = {
  0x000000: "Officially Xerox, but 0:0:0:0:0:0 is more common", 0x00000c: "Cisco Systems, Inc", 0x00005e: "ICANN, IANA Department",
  0x000081: "Bay Networks", 0x0000f8: "Digital Equipment Corporation", 0x0001e8: "Force10 Networks, Inc.",
  0x00805f: "Hewlett Packard", 0x0080c2: "IEEE", 0x001090: "Cimetrics, Inc.", 0x0017f2: "Apple, Inc.",
  0x001958: "Bluetooth SIG, Inc.", 0x004096: "Cisco Systems, Inc", 0x00e02b: "Extreme Networks Headquarters",
  0x00e052: "Brocade Communications Systems LLC", 0x080007: "Apple, Inc.",
};
