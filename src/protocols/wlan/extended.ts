import { layout } from "../../core/layout.ts";
import { type Part, place } from "../shared/parts.ts";
import { type Bits, DECIMAL, word } from "./words.ts";

/** The parts of each octet (IEEE 802.11 section 9.4.2.26). */
const octets: readonly (readonly Bits[])[] = [
  [
    [1, "b0", "20/40 BSS Coexistence Management Support"],
    [1, "b1", "Reserved (was On-demand beacon)", { number: true }],
    [1, "b2", "Extended Channel Switching"],
    [1, "b3", "Reserved (was WAVE indication)", { number: true }],
    [1, "b4", "PSMP Capability"],
    [1, "b5", "Reserved", { number: true }],
    [1, "b6", "S-PSMP Support"],
    [1, "b7", "Event"],
  ],
  [
    [1, "b8", "Diagnostics"],
    [1, "b9", "Multicast Diagnostics"],
    [1, "b10", "Location Tracking"],
    [1, "b11", "FMS"],
    [1, "b12", "Proxy ARP Service"],
    [1, "b13", "Collocated Interference Reporting"],
    [1, "b14", "Civic Location"],
    [1, "b15", "Geospatial Location"],
  ],
  [
    [1, "b16", "TFS"],
    [1, "b17", "WNM Sleep Mode"],
    [1, "b18", "TIM Broadcast"],
    [1, "b19", "BSS Transition"],
    [1, "b20", "QoS Traffic Capability"],
    [1, "b21", "AC Station Count"],
    [1, "b22", "Multiple BSSID"],
    [1, "b23", "Timing Measurement"],
  ],
  [
    [1, "b24", "Channel Usage"],
    [1, "b25", "SSID List"],
    [1, "b26", "DMS"],
    [1, "b27", "UTC TSF Offset"],
    [1, "b28", "TPU Buffer STA Support"],
    [1, "b29", "TDLS Peer PSM Support"],
    [1, "b30", "TDLS channel switching"],
    [1, "b31", "Interworking"],
  ],
  [
    [1, "b32", "QoS Map"],
    [1, "b33", "EBR"],
    [1, "b34", "SSPN Interface"],
    [1, "b35", "Reserved", { number: true }],
    [1, "b36", "MSGCF Capability"],
    [1, "b37", "TDLS Support"],
    [1, "b38", "TDLS Prohibited"],
    [1, "b39", "TDLS Channel Switching Prohibited"],
  ],
  [
    [1, "b40", "Reject Unadmitted Frame"],
    [3, "serv_int_granularity", "Service Interval Granularity", DECIMAL],
    [1, "b44", "Identifier Location"],
    [1, "b45", "U-APSD Coexistence"],
    [1, "b46", "WNM Notification"],
    [1, "b47", "QAB Capability", { number: true }],
  ],
  [
    [1, "b48", "UTF-8 SSID"],
    [1, "b49", "QMF Activated"],
    [1, "b50", "QMF Reconfiguration Activated"],
    [1, "b51", "Robust AV Streaming"],
    [1, "b52", "Advanced GCR"],
    [1, "b53", "Mesh GCR"],
    [1, "b54", "SCS"],
    [1, "b55", "QLoad Report"],
  ],
  [
    [1, "b56", "Alternate EDCA"],
    [1, "b57", "Unprotected TXOP Negotiation"],
    [1, "b58", "Protected TXOP Negotiation"],
    [1, "b59", "Reserved", { number: true }],
    [1, "b60", "Protected QLoad Report"],
    [1, "b61", "TDLS Wider Bandwidth"],
    [1, "b62", "Operating Mode Notification"],
    [1, "b63", "Max Number Of MSDUs In A-MSDU", { ...DECIMAL, number: true }],
  ],
  [
    [1],
    [1, "b65", "Channel Schedule Management"],
    [1, "b66", "Geodatabase Inband Enabling Signal"],
    [1, "b67", "Network Channel Control"],
    [1, "b68", "White Space Map"],
    [1, "b69", "Channel Availability Query"],
    [1, "b70", "Fine Timing Measurement Responder"],
    [1, "b71", "Fine Timing Measurement Initiator"],
  ],
  [
    [1, "b72", "FILS Capable"],
    [1, "b73", "Extended Spectrum Management Capable"],
    [1, "b74", "Future Channel Capable"],
    [1, "b75", "Reserved", { number: true }],
    [1, "b76", "Reserved", { number: true }],
    [1, "b77", "TWT Requester Support"],
    [1, "b78", "TWT Responder Support"],
    [1, "b79", "OBSS Narrow Bandwidth RU in UL OFDMA Tolerance Support"],
  ],
  [
    [1, "b80", "Complete List of NonTxBSSID Profiles"],
    [1, "b81", "SAE Password Identifiers In Use"],
    [1, "b82", "SAE Passwords Used Exclusively"],
    [1, "b83", "Enhanced Multi-BSSID Advertisement Support"],
    [1, "b84", "Beacon Protection Enabled"],
    [1, "b85", "Mirrored SCS"],
    [1, "b86", "OCT"],
    [1, "b87", "Reserved", { number: true }],
  ],
  [
    [1, "b88", "SAE-PK Passwords Used Exclusively"],
    [1, "b89", "TWT Parameters Range Support", { number: true }],
    [1, "b90", "non-TB Ranging Responder"],
    [1, "b91", "TB Ranging Responder"],
    [1, "b92", "TB Ranging Responder Measurement Support"],
    [1, "b93", "TB Ranging Initiator Measurement Support"],
    [1, "b94", "AOA Measurement Available"],
    [1, "b95", "Phase Shift Feedback Support"],
  ],
];

/** The octets that are one word where both are there. */
const EIGHTH = 7;
const NINTH = 8;

const layoutOf = (size: 1 | 2, parts: readonly Bits[]) =>
  layout("wlan", size, word(0, size, "extcap", "Extended Capabilities", parts));
const single = octets.map((parts) => layoutOf(1, parts));
const pair = layoutOf(2, [
  ...octets[EIGHTH]!.slice(0, -1),
  [2, "b63", "Max Number Of MSDUs In A-MSDU", DECIMAL],
  ...octets[NINTH]!.slice(1),
]);
const unknown = layoutOf(1, []);

/** Everything {@link extendedCapabilities} can place. */
export const extendedFields = [...single, pair, unknown] as const;

/** Reads octet after octet. */
export const extendedCapabilities: Part = (c) => {
  for (let octet = 0; c.left > 0; octet++) {
    const isPair = octet === EIGHTH && c.left > 1;
    if (!place(isPair ? pair : (single[octet] ?? unknown))(c)) return false;
    if (isPair) octet++;
  }
  return true;
};
