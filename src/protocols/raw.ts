import { NO_ADDRESSES } from "../core/frame.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";

const linkTypes = table("linktype");
const types = table("ethertype");
const PPP = 50;
const PPP_START = 0xff03;

/** Packets without a link layer: the first bits tell IPv4 from IPv6. 12 and 14 are the numbers some systems wrote. */
export default protocol({
  name: "raw",
  title: "Raw packet data",
  spec: "LINKTYPE_RAW",
  column: "N/A",
  on: { linktype: [101, 12, 14] },
  dissect(c) {
    c.endpoints(-1, -1, NO_ADDRESSES);
    if (!c.has(1)) return;
    const version = c.u8(c.at) >> 4;
    if (version === 4) c.next(types, 0x0800);
    else if (version === 6) c.next(types, 0x86dd);
    else if (c.captured >= 2 && c.u16(c.at) === PPP_START) c.next(linkTypes, PPP);
    else c.rest();
  },
  summary: (_frame, _row, info) => void info.set().text("Raw packet data"),
});
