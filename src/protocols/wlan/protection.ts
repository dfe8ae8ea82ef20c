import type { Cursor } from "../../core/cursor.ts";
import { littleAt, none, text, u8, u24, u32 } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";

const EXTENDED = 0x20;
const IV = 4;
const EXTENDED_IV = 8;
const ICV = 4;

const keyIndex = (name?: string) => u8("Key Index", { compute: (r) => r.bytes[r.start]! >> 6, ...(name && { name }) });

const found = fields("wlan", {
  wep: none("WEP parameters"),
  tkip: none("TKIP parameters"),
  ccmp: none("CCMP parameters"),
  "wep.iv": u24("Initialization Vector", { show: "hex" }),
  "wep.key": keyIndex(),
  "wep.icv": u32("WEP ICV", { show: "hex" }),
  "tkip.extiv": text("TKIP Ext. Initialization Vector", { compute: (r) => extended(r.bytes, r.start, 2, 0) }),
  "ccmp.extiv": text("CCMP Ext. Initialization Vector", { compute: (r) => extended(r.bytes, r.start, 0, 1) }),
});

/** The number of a packet: its low bytes stand in front of the key's index, the high ones behind. */
function extended(b: Uint8Array, at: number, low: number, second: number): string {
  const number = littleAt(b, at + IV, 4) * 0x10000 + b[at + second]! * 0x100 + b[at + low]!;
  return `0x${number.toString(16).toUpperCase().padStart(12, "0")}`;
}

/** Everything {@link readProtection} can place. */
export const protectionFields = [found] as const;

/**
 * Reads what stands in front of an encrypted body and behind it (IEEE 802.11 sections 12.3.2.2, 12.5.2.2 and 12.5.3.2);
 * what is encrypted is left at the cursor.
 */
export function readProtection(c: Cursor): void {
  const { at } = c;
  if (!c.has(IV)) return;
  if ((c.u8(at + 3) & EXTENDED) === 0) return readWep(c);
  if (!c.has(EXTENDED_IV)) return;
  // TKIP repeats its first byte in the second, so that old receivers see no weak key.
  const isTkip = c.u8(at + 1) === ((c.u8(at) | 0x20) & 0x7f);
  const row = c.open(isTkip ? found.tkip : found.ccmp);
  c.add(isTkip ? found["tkip.extiv"] : found["ccmp.extiv"], at, at + EXTENDED_IV);
  c.add(found["wep.key"], at + 3, at + 4);
  c.at = at + EXTENDED_IV;
  c.close(row);
  if (isTkip) takeIcv(c);
}

function readWep(c: Cursor): void {
  const { at } = c;
  const row = c.open(found.wep);
  c.take(found["wep.iv"], 3);
  c.add(found["wep.key"], at + 3, at + 4);
  c.at = at + IV;
  takeIcv(c);
  c.close(row);
}

/** The value that checks the body stands behind it. */
function takeIcv(c: Cursor): void {
  if (c.left < ICV || c.end > c.have) return;
  c.add(found["wep.icv"], c.end - ICV, c.end);
  c.end -= ICV;
}
