import type { Cursor } from "../../core/cursor.ts";
import { computed, ether, type Field, lowBit, lowBits, text, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { frameKinds, frameTypes } from "../../names/wlan.ts";
import { nameAt } from "../shared/names.ts";
import { word } from "./words.ts";

/** Types of frames. */
export const MANAGEMENT = 0;
export const CONTROL = 1;
export const DATA = 2;

/** Bits of the flags in the second byte. */
const TO_DS = 0x01;
export const FROM_DS = 0x02;
export const PROTECTED = 0x40;
const BOTH = TO_DS | FROM_DS;
const ORDER = 0x80;
/** The bit of a data frame's subtype that says that a QoS control field follows. */
const QOS = 0x08;

/** Control frames. */
const BLOCK_ACK_REQUEST = 0x18;
const BLOCK_ACK = 0x19;
const POWER_SAVE_POLL = 0x1a;
const REQUEST_TO_SEND = 0x1b;
const CF_END = 0x1e;
const CF_END_ACK = 0x1f;

const ADDRESS = 6;

/** Type and subtype in one number, as {@link frameKinds} has them, of the frame that begins with this byte. */
export const kindOf = (first: number): number => ((first << 2) & 0x30) | (first >> 4);

const distribution = {
  0: "Not leaving DS or network is operating in AD-HOC mode",
  1: "Frame from STA to DS via an AP",
  2: "Frame from DS to a STA via AP",
  3: "WDS (AP to AP) or Mesh (MP to MP) Frame",
};

/**   0    1 2  3 4     7 8             15 16                 31
 *  +------+----+--------+---------------+---------------------+
 *  | vers |type|subtype |     Flags     |    Duration / ID    |   IEEE 802.11 section 9.2.4
 *  +------+----+--------+---------------+---------------------+ */
export const header = layout("wlan", 4, {
  type_subtype: computed("uint", "Type/Subtype", (r) => kindOf(r.bytes[r.start]!), {
    name: "wlan.fc.type_subtype",
    show: "hex",
    width: 16,
    names: frameKinds,
  }),
  fc: u16(0, "Frame Control Field", { show: "hex" }),
  "fc.version": lowBits(0, 1, 0, 2, "Version"),
  "fc.type": lowBits(0, 1, 2, 2, "Type", { names: frameTypes }),
  "fc.subtype": lowBits(0, 1, 4, 4, "Subtype"),
  "fc.flags": lowBits(1, 1, 0, 8, "Flags", { show: "hex", name: "wlan.flags" }),
  "fc.flags.ds": lowBits(1, 1, 0, 2, "DS status", { show: "hex", name: "wlan.fc.ds", names: distribution }),
  "fc.flags.tods": lowBit(1, 1, 0, "To DS", { name: "wlan.fc.tods", hidden: true }),
  "fc.flags.fromds": lowBit(1, 1, 1, "From DS", { name: "wlan.fc.fromds", hidden: true }),
  "fc.flags.frag": lowBit(1, 1, 2, "More Fragments", { name: "wlan.fc.frag" }),
  "fc.flags.retry": lowBit(1, 1, 3, "Retry", { name: "wlan.fc.retry" }),
  "fc.flags.pwrmgt": lowBit(1, 1, 4, "PWR MGT", { name: "wlan.fc.pwrmgt" }),
  "fc.flags.moredata": lowBit(1, 1, 5, "More Data", { name: "wlan.fc.moredata" }),
  "fc.flags.protected": lowBit(1, 1, 6, "Protected flag", { name: "wlan.fc.protected" }),
  "fc.flags.order": lowBit(1, 1, 7, "+HTC/Order flag", { name: "wlan.fc.order" }),
  duration: lowBits(2, 2, 0, 15, "Duration", { unit: "microseconds" }),
});

/** An address and its name. */
function address<K extends string>(key: K, label: string, hidden = false) {
  return {
    [key]: ether(label, { hidden, many: hidden }),
    [`${key}_resolved`]: text(`${label} (resolved)`, { compute: nameAt(0, ADDRESS), hidden: true, many: hidden }),
  } as Readonly<Record<K | `${K}_resolved`, ReturnType<typeof ether>>>;
}

export const found = fields("wlan", {
  ...address("ra", "Receiver address"),
  ...address("da", "Destination address"),
  ...address("ta", "Transmitter address"),
  ...address("sa", "Source address"),
  ...address("bssid", "BSS Id"),
  ...address("staa", "STA address"),
  ...address("addr", "Hardware address", true),
  htc: u32("HT Control (+HTC)", { show: "hex", little: true }),
  "ba.control": u16("Block Ack Request Control", { show: "hex", little: true }),
});

/** IEEE 802.11 section 9.2.4.4 */
export const sequence = layout("wlan", 2, {
  frag: computed("uint", "Fragment number", (r) => r.bytes[r.start]! & 15),
  seq: lowBits(0, 2, 4, 12, "Sequence number"),
});
const sequenceWord = layout("wlan", 2, { ...word(0, 2, "fixed.ssc", "Block Ack Starting Sequence Control (SSC)", []) });

/** Which address stands where, by the direction of data (IEEE 802.11 section 9.3.2.1): rows of each of the first three. */
const roles: readonly (readonly (readonly Field[])[])[] = [
  [[found.ra, found.da], [found.ta, found.sa], [found.bssid]],
  [[found.ra, found.bssid], [found.ta, found.sa, found.staa], [found.da]],
  [[found.ra, found.da, found.staa], [found.ta, found.bssid], [found.sa]],
  [[found.ra], [found.ta], [found.da]],
];
const resolved = new Map<Field, Field>(
  (["ra", "da", "ta", "sa", "bssid", "staa"] as const).map((key) => [found[key], found[`${key}_resolved`]]),
);

/** Takes an address, which has these roles; false where it is cut short. */
function takeAddress(c: Cursor, rows: readonly Field[]): boolean {
  const { at } = c;
  if (!c.has(ADDRESS)) return false;
  for (const row of rows) {
    c.add(row, at, at + ADDRESS);
    c.add(resolved.get(row)!, at, at + ADDRESS);
  }
  c.add(found.addr, at, at + ADDRESS);
  c.add(found.addr_resolved, at, at + ADDRESS);
  c.at = at + ADDRESS;
  return true;
}

/** Reads the addresses of the frame that begins at `start`; false where they are cut short. */
export function readAddresses(c: Cursor, start: number): boolean {
  const kind = kindOf(c.u8(start));
  const flags = c.u8(start + 1);
  const type = kind >> 4;
  if (type === CONTROL) return readControl(c, kind);
  const direction = type === DATA ? flags & BOTH : 0;
  const first = c.at;
  for (const rows of roles[direction]!) if (!takeAddress(c, rows)) return false;
  if (c.place(sequence) < 0) return false;
  const fourth = c.at;
  if (direction === BOTH && !takeAddress(c, [found.sa])) return false;
  const third = first + 2 * ADDRESS;
  const source = direction === BOTH ? fourth : direction === FROM_DS ? third : first + ADDRESS;
  c.endpoints(source, (direction & TO_DS) !== 0 ? third : first, ADDRESS);
  return true;
}

/** True where the header goes on with a QoS control field, or with HT control. */
export const hasQos = (kind: number) => kind >> 4 === DATA && (kind & QOS) !== 0;
export const hasHtControl = (kind: number, flags: number) =>
  (flags & ORDER) !== 0 && (kind >> 4 === MANAGEMENT || hasQos(kind));

/** IEEE 802.11 section 9.3.1 */
function readControl(c: Cursor, kind: number): boolean {
  const { at } = c;
  const sends = kind >= BLOCK_ACK_REQUEST && kind <= REQUEST_TO_SEND;
  const ends = kind === CF_END || kind === CF_END_ACK;
  if (!takeAddress(c, kind === POWER_SAVE_POLL ? [found.ra, found.bssid] : [found.ra])) return false;
  if (!sends && !ends) {
    c.endpoints(-1, at, ADDRESS);
    return true;
  }
  if (!takeAddress(c, ends ? [found.ta, found.bssid] : [found.ta])) return false;
  c.endpoints(at + ADDRESS, at, ADDRESS);
  if (kind !== BLOCK_ACK_REQUEST && kind !== BLOCK_ACK) return true;
  return c.take(found["ba.control"], 2) && c.place(sequenceWord) >= 0;
}

/** Everything the header can place. */
export const headerFields = [header, found, sequence, sequenceWord] as const;
