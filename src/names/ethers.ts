/** MAC addresses that have names of their own (IEEE 802.1Q table 8-1, IANA's IEEE 802 Numbers, vendors' protocols). */
export const etherNames: Readonly<Record<string, string>> = {
  "00e02b000000": "Extreme-EDP",
  "00e02b000002": "Extreme-ESRP-Client",
  "00e02b000004": "Extreme-EAPS",
  "00e02b000008": "Extreme-ESRP-Master",
  "01000ccccccc": "CDP/VTP/DTP/PAgP/UDLD",
  "01000ccccccd": "PVST+",
  "01000ccdcdcd": "STP-UplinkFast",
  "01000ccdcdce": "VLAN-bridge",
  "01000ccdcdd0": "GBPT",
  "01000cdddddd": "CGMP",
  "010081000100": "Nortel-autodiscovery",
  "010081000101": "Nortel-autodiscovery",
  "011018010000": "All-FCoE-MACs",
  "011018010001": "All-ENode-MACs",
  "011018010002": "All-FCF-MACs",
  "01111e000001": "EPLv2_SoC",
  "01111e000002": "EPLv2_PRes",
  "01111e000003": "EPLv2_SoA",
  "01111e000004": "EPLv2_ASnd",
  "01111e000005": "EPLv2_AMNI",
  "0180c2000001": "MAC-specific-ctrl-proto-01",
  "0180c2000002": "Slow-Protocols",
  "0180c2000003": "Nearest-non-TPMR-bridge",
  "0180c2000004": "MAC-specific-ctrl-proto-04",
  "0180c2000005": "Reserved-future-std-05",
  "0180c2000006": "Reserved-future-std-06",
  "0180c2000007": "MEF-Forum-ELMI-proto",
  "0180c2000008": "Provider-Bridge",
  "0180c2000009": "Reserved-future-std-09",
  "0180c200000a": "Reserved-future-std-0a",
  "0180c200000b": "EDE-SS-PEP",
  "0180c200000c": "Reserved-future-std-0c",
  "0180c200000d": "Provider-Bridge-MVRP",
  "0180c200000e": "LLDP_Multicast",
  "0180c200000f": "Reserved-future-std-0f",
  "0180c2000010": "Bridge-Management",
  "0180c2000011": "Load-Server",
  "0180c2000012": "Loadable-Device",
  "0180c2000013": "IEEE-1905.1-Control",
  "0180c2000014": "ISIS-all-level-1-IS's",
  "0180c2000015": "ISIS-all-level-2-IS's",
  "0180c200001b": "ESIS-all-multicast-capable-ES's",
  "0180c200001c": "ESIS-all-multicast-announcements",
  "0180c200001d": "ESIS-all-multicast-capable-IS's",
  "0180c2000040": "All-RBridges",
  "0180c2000041": "All-IS-IS-RBridges",
  "0180c2000042": "All-Egress-RBridges",
  "0180c2000045": "TRILL-End-Stations",
  "0180c2000046": "All-Edge-RBridges",
  "01e052cccccc": "Foundry-DP",
  "01e02f000001": "DOCSIS-CM",
  "01e02f000002": "DOCSIS-CMTS",
  "01e02f000003": "DOCSIS-STP",
  "090007ffffff": "AppleTalk-broadcast-address",
  "090009000001": "HP-Probe",
  "090009000004": "HP-DTC",
  "09002b00000f": "DEC-Local-Area-Transport-(LAT)",
  "09002b010000": "DEC-LanBridge-Copy-packets-(All-bridges)",
  "09002b010001": "DEC-LanBridge-Hello-packets-(All-local-bridges)",
  "333300000000": "IPv6-Neighbor-Discovery",
  ab0000010000: "DEC-MOP-Dump/Load-Assistance",
  ab0000020000: "DEC-MOP-Remote-Console",
  ab0000030000: "DECNET-Phase-IV-end-node-Hello-packets",
  ab0000040000: "DECNET-Phase-IV-Router-Hello-packets",
  cf0000000000: "Ethernet-Configuration-Test-protocol-(Loopback)",
  ffffffffffff: "Broadcast",
};

/**
 * The same for blocks of addresses, by their first address. An address is in the block that it begins with, as many
 * bits of it as lead to one.
 */
export const etherBlocks: Readonly<Record<string, string>> = {
  "0180c2000030": "OAM-Multicast-DA-Class-1",
  "0180c2000038": "OAM-Multicast-DA-Class-2",
  "0180c2000000": "Spanning-tree-(for-bridges)",
  "00000c07ac00": "All-HSRP-routers",
  "00005e000100": "IETF-VRRP-VRID",
  "01000c000000": "ISL-Frame",
  "03000c000000": "ISL-Frame",
  "0c000c000000": "ISL-Frame",
  "090007000000": "AppleTalk-Zone-multicast-addresses",
  "01005e000000": "IPv4mcast",
  "011018000000": "FCoE-group",
  "020496000000": "ExtremeNetworks",
  "00bf00000000": "MS-NLB-VirtServer",
  "02bf00000000": "MS-NLB-VirtServer",
  "03bf00000000": "MS-NLB-VirtServer-Multicast",
  "333300000000": "IPv6mcast",
  ...balanced(),
};

/** The servers behind Microsoft's Network Load Balancing: 02:01 is the first of up to 32. */
function balanced(): Record<string, string> {
  const servers = Array.from({ length: 32 }, (_, i) => i + 1);
  const two = (n: number, radix: number) => n.toString(radix).padStart(2, "0");
  return Object.fromEntries(servers.map((n) => [`02${two(n, 16)}00000000`, `MS-NLB-PhysServer-${two(n, 10)}`]));
}

/** Short names of blocks that nobody registered, or that are known for something else than who did. */
export const blockNames: Readonly<Record<string, string>> = {
  "000000": "00:00:00",
  "080027": "PcsCompu",
  "525400": "RealtekU",
  aa0004: "DecLocal",
};
