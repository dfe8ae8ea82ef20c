import { bit, bits, bytes, none, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { nextEthertype } from "./shared/ethertype.ts";
import { MAX_LENGTH, nextLength } from "./shared/ieee8023.ts";
import { addTrailer, padding } from "./shared/trailer.ts";

/**  0      3 4                 16                32
 *  +------+-+-----------------+-----------------+
 *  | PRI  |D|       VID       |      Type       |   IEEE 802.1Q section 9.6
 *  +------+-+-----------------+-----------------+ */
const tag = layout("vlan", 2, { priority: bits(0, 3, "Priority"), dei: bit(3, "DEI"), id: bits(4, 12, "ID") });

const found = fields("vlan", {
  etype: u16("Type", { show: "hex", names: etherTypes }),
  len: u16("Length"),
  "len.past_end": none("Length field value goes past the end of the payload"),
  trailer: bytes("Trailer"),
});

const vlan = protocol({
  name: "vlan",
  title: "802.1Q Virtual LAN",
  spec: "IEEE 802.1Q",
  column: "VLAN",
  headline: { PRI: tag.priority, DEI: tag.dei, ID: tag.id },
  fields: [tag, found, padding],
  on: { ethertype: [0x8100, 0x9100] },
  dissect(c) {
    const at = c.place(tag);
    if (at < 0 || !c.has(2)) return;
    const type = c.u16(c.at);
    const isLength = type <= MAX_LENGTH;
    c.take(isLength ? found.len : found.etype, 2);
    const { end } = c;
    const payloadEnd = isLength ? nextLength(c, type, found.len, found["len.past_end"]) : nextEthertype(c, type);
    c.end = end;
    if (payloadEnd < end) addTrailer(c, at, payloadEnd, found.trailer, 0);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, tag.id)) return;
    info
      .set()
      .text("PRI: ")
      .decimal(frame.get(row + 1, tag.priority))
      .text("  DEI: ")
      .decimal(frame.get(row + 1, tag.dei));
    info.text("  ID: ").decimal(frame.get(row + 1, tag.id));
  },
});

/** The provider's tag, which Wireshark names by the clause that brought it; the same bits. */
const providerTag = layout("ieee8021ad", 4, {
  priority: bits(0, 3, "Priority"),
  dei: bits(3, 1, "DEI"),
  id: bits(4, 12, "ID"),
  etype: u16(2, "Type", { show: "hex", names: etherTypes, name: "ieee8021ah.etype" }),
});

/** A provider bridge's service tag (IEEE 802.1ad, now IEEE 802.1Q section 9.5). */
export const ieee8021ad = protocol({
  name: "ieee8021ad",
  title: "IEEE 802.1ad",
  spec: "IEEE 802.1ad",
  column: "802.1ad",
  fields: [providerTag],
  on: { ethertype: 0x88a8 },
  dissect(c) {
    const at = c.place(providerTag);
    if (at >= 0) c.end = nextEthertype(c, c.get(at, providerTag.etype));
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = row + 1;
    if (!frame.holds(head, providerTag.id)) return;
    info.set().text("PRI: ").decimal(frame.get(head, providerTag.priority));
    info
      .text("  DROP: ")
      .decimal(frame.get(head, providerTag.dei))
      .text(" ID: ")
      .decimal(frame.get(head, providerTag.id));
  },
});

export default vlan;
