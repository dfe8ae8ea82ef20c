import { bit, bytes, type Row, text, u8, u16, u24, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { type Part, place, repeated, rest, string, take } from "../shared/parts.ts";

/** Who defined a TLV's content, and how: IEEE 802.1AB section 8.6 */
export const organization = fields(
  "lldp",
  repeated({
    "orgtlv.oui": u24("Organization Unique Code", {
      names: { 32962: "IEEE", 4623: "Ieee 802.3", 4795: "Telecommunications Industry Association TR-41" },
    }),
    unknown_subtype: u8("Unknown Subtype"),
    "unknown_subtype.content": bytes("Unknown Subtype Content"),
  }),
);

const bridging = fields(
  "lldp.ieee.802_1",
  repeated({
    subtype: u8("IEEE 802.1 Subtype", {
      show: "hex",
      names: {
        1: "Port VLAN ID",
        2: "Port and Protocol VLAN ID",
        3: "VLAN Name",
        4: "Protocol Identity",
        5: "VID Usage Digest",
        6: "Management VID",
        7: "Link Aggregation",
        8: "Congestion Notification",
        9: "ETS Configuration",
        10: "ETS Recommendation",
        11: "Priority Flow Control Configuration",
        12: "Application Protocol",
      },
    }),
    "port_vlan.id": u16("Port VLAN Identifier", { show: "dec_hex" }),
    "vlan.id": u16("VLAN Identifier", { show: "dec_hex" }),
    "vlan.name_len": u8("VLAN Name Length"),
    "vlan.name": text("VLAN Name"),
  }),
);

/** IEEE 802.1Q section D.2.2 */
const protocolVlan = layout(
  "lldp.ieee.802_1",
  3,
  repeated({
    port_and_vlan_id_flag: u8(0, "Flags", { show: "hex" }),
    "port_and_vlan_id_flag.enabled": bit(5, "Port and Protocol VLAN"),
    "port_and_vlan_id_flag.supported": bit(6, "Port and Protocol VLAN"),
    "port_proto_vlan.id": u16(1, "Port and Protocol VLAN Identifier", { show: "dec_hex" }),
  }),
);

/** What a port can negotiate, from the last bit to the first (IEEE 802.3 section 79.3.1.2). */
const abilities: readonly (readonly [name: string, label: string])[] = [
  ["1000base_tfd", "1000BASE-T (full duplex mode)"],
  ["1000base_t", "1000BASE-T (half duplex mode)"],
  ["1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)"],
  ["1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)"],
  ["fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)"],
  ["fdx_spause", "Symmetric PAUSE (for full-duplex links)"],
  ["fdx_apause", "Asymmetric PAUSE (for full-duplex links)"],
  ["fdx_pause", "PAUSE (for full-duplex links)"],
  ["100base_t2fd", "100BASE-T2 (full duplex mode)"],
  ["100base_t2", "100BASE-T2 (half duplex mode)"],
  ["100base_txfd", "100BASE-TX (full duplex mode)"],
  ["100base_tx", "100BASE-TX (half duplex mode)"],
  ["100base_t4", "100BASE-T4"],
  ["10base_tfd", "10BASE-T (full duplex mode)"],
  ["10base_t", "10BASE-T (half duplex mode)"],
  ["other", "Other or unknown"],
];
const CAPABILITIES = "pmd_auto_neg_advertised_caps";
const FIRST_ABILITY = 8;

/** The abilities as flags, and once more as senders mean them that number bits the other way round. */
function abilityRows(): Record<string, Row> {
  const rows: Record<string, Row> = {};
  for (const [i, [name, label]] of abilities.entries()) {
    rows[`${CAPABILITIES}.${name}`] = bit(FIRST_ABILITY + 15 - i, label);
  }
  for (const [i, [name, label]] of abilities.entries()) {
    const inverse = { name: `lldp.ieee.802_3.${CAPABILITIES}_inv.${name}` };
    rows[`${CAPABILITIES}.inverse_${name}`] = bit(FIRST_ABILITY + i, `${label}, bits in inverse order`, inverse);
  }
  return rows;
}

/** IEEE 802.3 section 79.3.1 */
const physical = layout(
  "lldp.ieee.802_3",
  5,
  repeated({
    mac_phy_auto_neg_status: u8(0, "Auto-Negotiation Support/Status", { show: "hex" }),
    "mac_phy_auto_neg_status.supported": bit(7, "Auto-Negotiation"),
    "mac_phy_auto_neg_status.enabled": bit(6, "Auto-Negotiation"),
    [CAPABILITIES]: u16(1, "PMD Auto-Negotiation Advertised Capability", { show: "hex" }),
    ...abilityRows(),
    pmd_mau_type: u16(3, "Operational MAU Type", { show: "hex" }),
  }),
);

/** IEEE 802.3 section 79.3.2 */
const power = layout(
  "lldp.ieee.802_3",
  3,
  repeated({
    mdi_power_support: u8(0, "MDI Power Support", { show: "hex" }),
    "mdi_power_support.port_class": bit(7, "Port Class"),
    "mdi_power_support.supported": bit(6, "PSE MDI Power"),
    "mdi_power_support.enabled": bit(5, "PSE MDI Power"),
    "mdi_power_support.pse_pairs": bit(4, "PSE Pairs Control Ability"),
    mdi_pse_pair: u8(1, "PSE Power Pair"),
    mdi_power_class: u8(2, "Power Class"),
  }),
);

/** IEEE 802.3 section 79.3.3 */
const aggregation = layout(
  "lldp.ieee.802_3",
  5,
  repeated({
    aggregation_status: u8(0, "Aggregation Status", { show: "hex" }),
    "aggregation_status.cap": bit(7, "Aggregation Capability"),
    "aggregation_status.enabled": bit(6, "Aggregation Status"),
    aggregated_port_id: u32(1, "Aggregated Port Id"),
  }),
);

const ethernet = fields(
  "lldp.ieee.802_3",
  repeated({
    subtype: u8("IEEE 802.3 Subtype", {
      show: "hex",
      names: { 1: "MAC/PHY Configuration/Status", 2: "Power Via MDI", 3: "Link Aggregation", 4: "Maximum Frame Size" },
    }),
    max_frame_size: u16("Maximum Frame Size"),
  }),
);

const vlanName = string(bridging["vlan.name_len"], bridging["vlan.name"]);
const bridgingParts: Readonly<Record<number, Part>> = {
  1: take(bridging["port_vlan.id"], 2),
  2: place(protocolVlan),
  3: (c) => c.take(bridging["vlan.id"], 2) && vlanName(c),
};
const ethernetParts: Readonly<Record<number, Part>> = {
  1: place(physical),
  2: place(power),
  3: place(aggregation),
  4: take(ethernet.max_frame_size, 2),
};
/** What nobody reads must be there all the same. */
export const unread: Part = (c) => c.left === 0 || c.has(c.left);
const content = rest(organization["unknown_subtype.content"]);

/** Reads what an organization defined: its number, a subtype and what that says. */
export const organizationPart: Part = (c) => {
  const { at } = c;
  if (!c.take(organization["orgtlv.oui"], 3) || !c.has(1)) return false;
  const oui = (c.u8(at) << 16) | c.u16(at + 1);
  const subtype = c.u8(c.at);
  if (oui === 0x0080c2) return c.take(bridging.subtype, 1) && (bridgingParts[subtype] ?? unread)(c);
  if (oui === 0x00120f) return c.take(ethernet.subtype, 1) && (ethernetParts[subtype] ?? unread)(c);
  return c.take(organization.unknown_subtype, 1) && (c.left === 0 || content(c));
};

/** Every field such a TLV can have. */
export const organizationFields = [organization, bridging, protocolVlan, physical, power, aggregation, ethernet];
