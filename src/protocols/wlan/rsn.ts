import type { Cursor } from "../../core/cursor.ts";
import { bytes, type Field, littleAt, none, u8, u16, u24, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { cipherSuites, keySuites } from "../../names/wlan.ts";
import { type Part, place } from "../shared/parts.ts";
import { word } from "./words.ts";

const SUITE = 4;
const PMKID = 16;

const many = { many: true } as const;

/** Names of a suite, its organization and its type. */
function suite<K extends string>(key: K, label: string, names: Readonly<Record<number, string>>, repeats: boolean) {
  return {
    [key]: u32(label, { many: repeats }),
    [`${key}.oui`]: u24(`${label.replace(/ Suite$/, "")} OUI`, { many: repeats }),
    [`${key}.type`]: u8(`${label.replace(/ Suite$/, "")} type`, { many: repeats, names }),
  } as Readonly<Record<K | `${K}.oui` | `${K}.type`, ReturnType<typeof u32>>>;
}

const found = fields("wlan.rsn", {
  version: u16("RSN Version", { little: true }),
  ...suite("gcs", "Group Cipher Suite", cipherSuites, false),
  "pcs.count": u16("Pairwise Cipher Suite Count", { little: true }),
  "pcs.list": none("Pairwise Cipher Suite List"),
  ...suite("pcs", "Pairwise Cipher Suite", cipherSuites, true),
  "akms.count": u16("Auth Key Management (AKM) Suite Count", { little: true }),
  "akms.list": none("Auth Key Management (AKM) List"),
  ...suite("akms", "Auth Key Management (AKM) Suite", keySuites, true),
  "pmkid.count": u16("PMKID Count", { little: true }),
  "pmkid.list": none("PMKID List"),
  "pmkid.akms": bytes("PMKID", many),
  ...suite("gmcs", "Group Management Cipher Suite", cipherSuites, false),
});

const replays = {
  names: { 0: "1 replay counter", 1: "2 replay counters", 2: "4 replay counters", 3: "16 replay counters" },
};
const capabilities = layout("wlan", 2, {
  ...word(0, 2, "rsn.capabilities", "RSN Capabilities", [
    [1, "preauth", "RSN Pre-Auth capabilities"],
    [1, "no_pairwise", "RSN No Pairwise capabilities"],
    [2, "ptksa_replay_counter", "RSN PTKSA Replay Counter capabilities", replays],
    [2, "gtksa_replay_counter", "RSN GTKSA Replay Counter capabilities", replays],
    [1, "mfpr", "Management Frame Protection Required"],
    [1, "mfpc", "Management Frame Protection Capable"],
    [1, "jmr", "Joint Multi-band RSNA"],
    [1, "peerkey", "PeerKey Enabled"],
    [3],
    [1, "extended_key_id_iaf", "Extended Key ID for Individually Addressed Frames"],
  ]),
});

/** Everything {@link rsn} can place. */
export const rsnFields = [found, capabilities] as const;

/** Takes a suite: three bytes of organization, one of type. */
const takeSuite =
  (whole: Field, oui: Field, type: Field): Part =>
  (c) => {
    const { at } = c;
    if (!c.has(SUITE)) return false;
    const row = c.open(whole, at);
    c.take(oui, 3);
    c.take(type, 1);
    c.close(row);
    return true;
  };

/** Takes a number of items, and the items as a list; an element may end before either. */
const takeList =
  (count: Field, list: Field, item: Part): Part =>
  (c) => {
    const { at } = c;
    if (c.left < 2) return true;
    if (!c.take(count, 2)) return false;
    const items = littleAt(c.bytes, at, 2);
    if (items === 0) return true;
    const row = c.open(list);
    let isWhole = true;
    for (let i = 0; i < items && isWhole; i++) isWhole = item(c);
    c.close(row);
    return isWhole;
  };

const parts: readonly Part[] = [
  (c) => c.take(found.version, 2),
  takeSuite(found.gcs, found["gcs.oui"], found["gcs.type"]),
  takeList(found["pcs.count"], found["pcs.list"], takeSuite(found.pcs, found["pcs.oui"], found["pcs.type"])),
  takeList(found["akms.count"], found["akms.list"], takeSuite(found.akms, found["akms.oui"], found["akms.type"])),
  place(capabilities),
  takeList(found["pmkid.count"], found["pmkid.list"], (c: Cursor) => c.take(found["pmkid.akms"], PMKID)),
  takeSuite(found.gmcs, found["gmcs.oui"], found["gmcs.type"]),
];

/** Reads what a network asks for in security; it may end after any part (IEEE 802.11 section 9.4.2.24). */
export const rsn: Part = (c) => parts.every((part) => c.left === 0 || part(c));
