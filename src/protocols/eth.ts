import type { Cursor } from "../core/cursor.ts";
import { bit, bytes, computed, ether, none, u16, u24 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { nextEthertype } from "./shared/ethertype.ts";
import { MAX_LENGTH, nextLength } from "./shared/ieee8023.ts";
import { nameAt, vendorAt } from "./shared/names.ts";
import { addTrailer, check, padding } from "./shared/trailer.ts";

/** The least EtherType (IEEE 802.3 section 3.2.6); what lies between a length and it is neither. */
const MIN_TYPE = 1536;
const ETHERNET = 1;
/** The EtherType of Ethernet frames inside a tunnel. */
const BRIDGED = 0x6558;

/** One address at byte `at`: the address, its bits and its other names. */
function address<K extends string>(key: K, at: number, label: string) {
  return {
    [key]: ether(at, label, { also: "eth.addr" }),
    [`${key}_resolved`]: computed("string", `${label} (resolved)`, nameAt(at, 6), {
      also: "eth.addr_resolved",
      hidden: true,
    }),
    [`${key}.oui`]: u24(at, `${label} OUI`, { also: "eth.addr.oui", hidden: true }),
    [`${key}.oui_resolved`]: computed("string", `${label} OUI (resolved)`, vendorAt(at), {
      also: "eth.addr.oui_resolved",
      hidden: true,
    }),
    [`${key}.lg`]: bit(at * 8 + 6, "LG bit", { also: "eth.lg" }),
    [`${key}.ig`]: bit(at * 8 + 7, "IG bit", { also: "eth.ig" }),
  } as Readonly<Record<K, ReturnType<typeof ether>>>;
}

const addresses = { ...address("dst", 0, "Destination"), ...address("src", 6, "Source") };

/**  0                   6                   12        14
 *  +-------------------+-------------------+---------+
 *  |    Destination    |      Source       |  Type   |   RFC 894
 *  +-------------------+-------------------+---------+ */
const ethernet = layout("eth", 14, {
  ...addresses,
  type: u16(12, "Type", { show: "hex", names: etherTypes }),
});

/** The same place holds a length in IEEE 802.3 frames. */
const ieee8023 = layout("eth", 14, { ...addresses, len: u16(12, "Length", { unit: "bytes" }) });

/** And in some a number that is neither. */
const neither = layout("eth", 14, {
  ...addresses,
  invalid_lentype: u16(12, "Invalid length/type", { show: "hex_dec" }),
});

const found = fields("eth", {
  src_not_group: none("Source MAC must not be a group address"),
  "invalid_lentype.expert": none("Invalid length/type"),
  "len.past_end": none("Length field value goes past the end of the payload"),
  trailer: bytes("Trailer"),
});

/** Names the endpoints of the header at `start` as far as they were captured. */
function addressCut(c: Cursor, start: number): void {
  const held = c.have - start;
  if (held >= 6) c.endpoints(held >= 12 ? start + 6 : -1, start, 6);
}

export default protocol({
  name: "eth",
  title: "Ethernet",
  spec: "IEEE 802.3",
  column: "Ethernet",
  headline: { Src: ethernet.src, Dst: ethernet.dst },
  fields: [ethernet, ieee8023, neither, found, padding, check],
  on: { linktype: ETHERNET, ethertype: BRIDGED },
  dissect(c) {
    // Of a header that is cut no field stands up.
    if (!c.has(ethernet.$node.size)) return addressCut(c, c.at);
    const type = c.u16(c.at + 12);
    const isLength = type !== 0 && type <= MAX_LENGTH;
    const isNeither = type > MAX_LENGTH && type < MIN_TYPE;
    const at = c.place(isLength ? ieee8023 : isNeither ? neither : ethernet);
    c.endpoints(at + 6, at, 6);
    if (c.u8(at + 6) & 1) c.add(found.src_not_group, at + 6, at + 12);
    if (isNeither) {
      c.add(found["invalid_lentype.expert"], at + 12, at + 14);
      return c.rest();
    }
    // Only the frame itself may end with a check sequence, not a frame inside another.
    const fcsLength = c.tape.layerBefore(c.tape.top) === 0 ? c.frame.fcsLength : 0;
    const { end } = c;
    if (fcsLength > 0) c.end = Math.max(c.at, end - fcsLength);
    const payloadEnd = isLength ? nextLength(c, type, ieee8023.len, found["len.past_end"]) : nextEthertype(c, type);
    c.end = end;
    if (payloadEnd < end) addTrailer(c, at, payloadEnd, found.trailer, fcsLength);
  },
  summary(frame: Frame, row: number, info: Info) {
    const { nodes } = frame.tape;
    if (nodes[row + 1] === neither.$node) {
      const type = frame.get(row + 1, neither.invalid_lentype);
      info.set().text("Ethernet Unknown: Invalid length/type: 0x").hex(type, 4).text(` (${type})`);
    } else if (nodes[row + 1] === ethernet.$node && frame.holds(row + 1, ethernet.type)) info.set().text("Ethernet II");
  },
});
