import { bits, computed, u32 } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { statusNames, UNVERIFIED } from "./shared/checksum.ts";

const linkTypes = table("linktype");
const ETHERNET = 1;

/**  0        10     15
 *  +----------+------+
 *  |   FTAG   | TTL  |   Cisco FabricPath, behind the EtherType of an outer Ethernet header
 *  +----------+------+ */
const tag = layout("cfp", 2, {
  ftag: bits(0, 10, "FTAG"),
  ttl: bits(10, 6, "TTL"),
});

/** What a switch puts behind the frame inside, which comes without one of its own. */
const check = layout("cfp", 4, {
  fcs: u32(0, "Frame check sequence", { show: "hex" }),
  "fcs.status": computed("uint", "FCS status", () => UNVERIFIED, { names: statusNames }),
});

export default protocol({
  name: "cfp",
  title: "Cisco FabricPath",
  spec: "Cisco FabricPath",
  fields: [tag, check],
  on: { ethertype: 0x8903 },
  dissect(c) {
    if (c.place(tag) < 0) return;
    const { end } = c;
    c.end = Math.max(c.at, end - check.$node.size);
    const inner = c.end;
    c.next(linkTypes, ETHERNET);
    c.end = end;
    c.at = inner;
    c.place(check);
  },
});
