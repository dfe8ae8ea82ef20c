import type { Cursor } from "../../core/cursor.ts";
import { bytes, type Field, i8, none, text, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { elements } from "../../names/wlan.ts";
import { list, type Part, place, rest, take, within } from "../shared/parts.ts";
import { extendedCapabilities, extendedFields } from "./extended.ts";
import { htCapabilities, htInformation } from "./ht.ts";
import { rsn, rsnFields } from "./rsn.ts";
import { vendor, vendorFields } from "./vendor.ts";
import { word } from "./words.ts";

const many = { many: true } as const;

/**  0         8         16
 *  +---------+---------+---
 *  | Element | Length  |  ...    IEEE 802.11 section 9.4.2.1
 *  +---------+---------+--- */
const header = layout("wlan.tag", 2, {
  number: u8(0, "Tag Number", { names: elements, many: true }),
  length: u8(1, "Tag length", many),
});

/** The element that has a second identifier behind its length, which counts it in (IEEE 802.11 section 9.4.2.1). */
const EXTENSION = 255;
const extension = layout("wlan", 3, {
  "ext_tag.element": u8(0, "Tag Number", { names: elements, many: true, name: "wlan.tag.number" }),
  "ext_tag.length": u8(1, "Ext Tag length", { many: true, compute: (r) => Math.max(0, r.bytes[r.start]! - 1) }),
  "ext_tag.number": u8(2, "Ext Tag Number", many),
});

/** The basic rates have the high bit set; the others of the byte are half megabits per second. */
const rateName = (v: number) => `${(v & 0x7f) / 2}${v & 0x80 ? "(B)" : ""}`;
const rates = { show: "hex", many: true, names: rateName } as const;

const found = fields("wlan", {
  "fixed.all": none("Fixed parameters"),
  "tagged.all": none("Tagged parameters"),
  tag: none("Tag", many),
  ext_tag: none("Ext Tag", many),
  "tag.data": bytes("Tag Data", many),
  "ext_tag.data": bytes("Ext Tag Data", many),
  ssid: bytes("SSID", many),
  supported_rates: u8("Supported Rates", rates),
  extended_supported_rates: u8("Extended Supported Rates", rates),
  "ds.current_channel": u8("Current Channel"),
  "tim.partial_virtual_bitmap": bytes("Partial Virtual Bitmap"),
  "country_info.code": text("Code"),
  "country_info.environment": u8("Environment"),
  "country_info.fnm": none("Country Info", many),
  "country_info.fnm.fcn": u8("First Channel Number", many),
  "country_info.fnm.nc": u8("Number of Channels", many),
  "country_info.fnm.mtpl": i8("Maximum Transmit Power Level", { many: true, unit: "dBm" }),
  "country_info.padding": bytes("Padding"),
  "tag.challenge_text": bytes("Challenge Text"),
  "supopeclass.current": u8("Current Operating Class"),
  "supopeclass.alt": u8("Alternate Operating Classes", many),
});

const tim = layout("wlan", 3, {
  "tim.dtim_count": u8(0, "DTIM count"),
  "tim.dtim_period": u8(1, "DTIM period"),
  ...word(2, 1, "tim.bmapctl", "Bitmap control", [
    [1, "multicast", "Multicast"],
    [7, "offset", "Bitmap Offset"],
  ]),
});
const erp = layout("wlan", 1, {
  ...word(0, 1, "erp_info", "ERP Information", [
    [1, "erp_present", "Non ERP Present"],
    [1, "use_protection", "Use Protection"],
    [1, "barker_preamble_mode", "Barker Preamble Mode"],
    [5, "reserved", "Reserved"],
  ]),
});
const idle = layout("wlan.bss_max_idle", 3, {
  period: u16(0, "BSS Max Idle Period (1000 TUs)", { little: true }),
  "options.protected": u8(2, "BSS Max Idle Period Options: Protected Keep-Alive Required", {
    compute: (r) => r.bytes[r.start]! & 1,
  }),
});

/** Everything elements can place. */
export const elementFields = [
  header,
  extension,
  found,
  tim,
  erp,
  idle,
  htCapabilities,
  htInformation,
  ...rsnFields,
  ...vendorFields,
  ...extendedFields,
] as const;

/** The rows that hold the fixed parameters, the elements, and the name of the network. */
export const { "fixed.all": fixedRow, "tagged.all": taggedRow, ssid: ssidRow } = found;

const each = (field: Field): Part => list(take(field, 1));

/** Three bytes for each stretch of channels; padded to an even number of bytes (IEEE 802.11 section 9.4.2.8). */
const country: Part = (c) => {
  if (!c.take(found["country_info.code"], 2) || !c.take(found["country_info.environment"], 1)) return false;
  while (c.left >= 3) {
    const row = c.open(found["country_info.fnm"]);
    const isWhole =
      c.take(found["country_info.fnm.fcn"], 1) &&
      c.take(found["country_info.fnm.nc"], 1) &&
      c.take(found["country_info.fnm.mtpl"], 1);
    c.close(row);
    if (!isWhole) return false;
  }
  return c.left === 0 || c.take(found["country_info.padding"], c.left);
};

const operatingClasses: Part = (c) =>
  c.take(found["supopeclass.current"], 1) && (c.left === 0 || each(found["supopeclass.alt"])(c));

/** By the element's identifier. */
const parts: Readonly<Record<number, Part>> = {
  0: rest(found.ssid),
  1: each(found.supported_rates),
  3: take(found["ds.current_channel"], 1),
  5: (c) => place(tim)(c) && (c.left === 0 || c.take(found["tim.partial_virtual_bitmap"], c.left)),
  7: country,
  16: rest(found["tag.challenge_text"]),
  42: place(erp),
  45: place(htCapabilities),
  48: rsn,
  50: each(found.extended_supported_rates),
  59: operatingClasses,
  61: place(htInformation),
  90: place(idle),
  127: extendedCapabilities,
  221: vendor,
};

const unread = rest(found["tag.data"]);

/** Reads an element: what it is, how long, and what of it is known. */
export function readElement(c: Cursor): void {
  if (c.captured >= 3 && c.u8(c.at) === EXTENSION && c.u8(c.at + 1) > 0) return readExtension(c);
  const row = c.open(found.tag);
  const at = c.place(header);
  if (at >= 0) {
    const part = parts[c.get(at, header.number)] ?? unread;
    within(c, c.at + c.get(at, header.length), header.length, (inner) => {
      const isWhole = inner.left === 0 ? part === parts[0] && part(inner) : part(inner);
      return isWhole && (inner.left === 0 || unread(inner));
    });
  }
  c.close(row);
}

function readExtension(c: Cursor): void {
  const row = c.open(found.ext_tag);
  const end = c.at + 2 + c.u8(c.at + 1);
  c.place(extension);
  within(
    c,
    end,
    extension["ext_tag.length"],
    (inner) => inner.left === 0 || inner.take(found["ext_tag.data"], inner.left),
  );
  c.close(row);
}
