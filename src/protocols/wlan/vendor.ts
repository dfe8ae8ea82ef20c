import { bigAt, blank, bytes, u8, u16, u24 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { type Part, place } from "../shared/parts.ts";
import { DECIMAL, word } from "./words.ts";

/** Organizations: Microsoft, whose number the Wi-Fi Alliance's first elements have. */
const MICROSOFT = 0x0050f2;
const WIFI_ALLIANCE = 0x506f9a;
const IEEE_802_11 = 0x000fac;
/** Those whose elements have a type of their own in front. */
const known: ReadonlySet<number> = new Set([MICROSOFT, WIFI_ALLIANCE, IEEE_802_11]);
const WMM = 2;
const INFORMATION = 0;
const PARAMETERS = 1;
const CATEGORIES = 4;

const found = fields("wlan", {
  "tag.oui": u24("OUI", { many: true }),
  "tag.vendor.oui.type": u8("Vendor Specific OUI Type", { many: true }),
  "tag.vendor.data": bytes("Vendor Specific Data", { many: true }),
  "wfa.ie.type": u8("Type", { show: "hex", many: true }),
  "wfa.ie.data": bytes("Data", { many: true, name: "wlan.tag.data" }),
  "wfa.ie.wme.reserved": bytes("Reserved"),
});

/** Wi-Fi Alliance WMM section 2.2 */
const wmm = layout("wlan.wfa.ie.wme", 2, { subtype: u8(0, "WME Subtype"), version: u8(1, "WME Version") });
const stationQos = layout("wlan", 1, {
  ...word(0, 1, "wfa.ie.wme.qos_info", "WME QoS Info", [
    [1, "sta.ac_vo", "AC_VO"],
    [1, "sta.ac_vi", "AC_VI"],
    [1, "sta.ac_bk", "AC_BK"],
    [1, "sta.ac_be", "AC_BE"],
    [1],
    [2, "sta.max_sp_length", "Max SP Length"],
    [1],
  ]),
  "wfa.ie.wme.qos_info.sta.reserved": u8(0, "Reserved", { show: "hex", compute: (r) => r.bytes[r.start]! & 0x90 }),
});
const accessPointQos = layout("wlan", 1, {
  ...word(0, 1, "wfa.ie.wme.qos_info", "WME QoS Info", [
    [4, "ap.parameter_set_count", "Parameter Set Count"],
    [3, "ap.reserved", "Reserved"],
    [1, "ap.u_apsd", "U-APSD"],
  ]),
});
const category = layout("wlan", 4, {
  "wfa.ie.wme.acp": blank(0, 4, "Ac Parameters", { many: true }),
  ...word(
    0,
    1,
    "wfa.ie.wme.acp.aci_aifsn",
    "ACI / AIFSN Field",
    [
      [4, "aifsn", "AIFSN", DECIMAL],
      [1, "acm", "Admission Control Mandatory"],
      [2, "aci", "ACI", DECIMAL],
      [1, "reserved", "Reserved", { ...DECIMAL, number: true }],
    ],
    "wlan.wfa.ie.wme.acp",
  ),
  ...word(1, 1, "wfa.ie.wme.acp.ecw", "ECW", [
    [4, "min", "ECW Min", DECIMAL],
    [4, "max", "ECW Max", DECIMAL],
  ]),
  "wfa.ie.wme.acp.txop_limit": u16(2, "TXOP Limit", { little: true }),
});
const windows = fields("wlan.wfa.ie.wme.acp.cw", {
  min: u8("CW Min", { many: true, compute: (r) => 2 ** (r.bytes[r.start]! & 15) - 1 }),
  max: u8("CW Max", { many: true, compute: (r) => 2 ** (r.bytes[r.start]! >> 4) - 1 }),
});

/** Everything {@link vendor} can place. */
export const vendorFields = [found, wmm, stationQos, accessPointQos, category, windows] as const;

const readWmm: Part = (c) => {
  const { at } = c;
  if (c.place(wmm) < 0) return false;
  if (c.u8(at) === INFORMATION) return c.left === 0 || place(stationQos)(c);
  if (c.u8(at) !== PARAMETERS) return true;
  if (!place(accessPointQos)(c) || !c.take(found["wfa.ie.wme.reserved"], 1)) return false;
  for (let i = 0; i < CATEGORIES; i++) {
    const start = c.place(category);
    if (start < 0) return false;
    c.add(windows.min, start + 1, start + 2);
    c.add(windows.max, start + 1, start + 2);
  }
  return true;
};

/** Reads an element of an organization of its own (IEEE 802.11 section 9.4.2.25). */
export const vendor: Part = (c) => {
  const { at } = c;
  if (!c.take(found["tag.oui"], 3)) return false;
  if (c.left === 0) return true;
  const type = c.u8(c.at);
  c.add(found["tag.vendor.oui.type"], c.at, c.at + 1);
  const organization = bigAt(c.bytes, at, 3);
  if (!known.has(organization)) return c.take(found["tag.vendor.data"], c.left);
  if (organization === MICROSOFT) c.add(found["wfa.ie.type"], c.at, c.at + 1);
  c.at++;
  if (organization === MICROSOFT && type === WMM && c.left > 0) return readWmm(c);
  return c.left === 0 || c.take(found["wfa.ie.data"], c.left);
};
