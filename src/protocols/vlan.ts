import { bit, bits, u16 } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { nextEthertype } from "./shared/ethertype.ts";

/**  0      3 4                 16                32
 *  +------+-+-----------------+-----------------+
 *  | PRI  |D|       VID       |      Type       |   IEEE 802.1Q section 9.6
 *  +------+-+-----------------+-----------------+ */
const tag = layout("vlan", 4, {
  priority: bits(0, 3, "Priority"),
  dei: bit(3, "DEI"),
  id: bits(4, 12, "ID"),
  etype: u16(2, "Type", { show: "hex", names: etherTypes }),
});

export default protocol({
  name: "vlan", title: "802.1Q Virtual LAN", spec: "IEEE 802.1Q",
  column: "VLAN",
  fields: [tag],
  on: { ethertype: [0x8100, 0x88a8, 0x9100] },
  dissect(c) {
    const at = c.place(tag);
    if (at >= 0) c.end = nextEthertype(c, c.get(at, tag.etype));
  },
});
