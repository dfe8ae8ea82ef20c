import { u16, u32 } from "../core/field.ts";
import { NO_ADDRESSES } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { MAX_LENGTH } from "./shared/ieee8023.ts";

const NULL = 0;
const LOOP = 108;
const PPP = 50;
/** The address and control bytes that head PPP in HDLC-like framing (RFC 1662). */
const PPP_START = 0xff03;

const linkTypes = table("linktype");
const types = table("ethertype");
const families = table("null.family");

const familyNames: Readonly<Record<number, string>> = {
  2: "IP",
  7: "OSI",
  16: "AppleTalk",
  23: "Netware IPX/SPX",
  24: "IPv6",
  28: "IPv6",
  30: "IPv6",
};
/** Address families of the BSD systems that have an EtherType. */
const etherTypeOf: Readonly<Record<number, number>> = { 2: 0x0800, 24: 0x86dd, 28: 0x86dd, 30: 0x86dd };

const options = { names: familyNames };
/** The family in the byte order of the machine that captured (NULL), or of the network (LOOP). */
const little = layout("null", 4, { family: u32(0, "Family", { ...options, little: true }) });
const big = layout("null", 4, { family: u32(0, "Family", options) });
const found = fields("null", {
  type: u16("Type", { show: "hex", little: true }),
  typeBig: u16("Type", { show: "hex", name: "null.type" }),
});

/**
 * BSD loopback: an address family before each packet. Some systems write an EtherType there, which is greater than
 * any family.
 */
export default protocol({
  name: "null",
  title: "Null/Loopback",
  spec: "LINKTYPE_NULL, LINKTYPE_LOOP",
  column: "N/A",
  fields: [little, big, found],
  on: { linktype: [NULL, LOOP] },
  dissect(c) {
    c.endpoints(-1, -1, NO_ADDRESSES);
    if (!c.has(4)) return;
    const { at } = c;
    const isNull = c.frame.linkType === NULL;
    if (isNull && c.u16(at) === PPP_START) return void c.next(linkTypes, PPP);
    const swapped = isNull && c.u8(at + 2) === 0 && c.u8(at + 3) === 0;
    const layoutOf = swapped ? little : big;
    const family = c.get(at, layoutOf.family);
    if (isNull && family > MAX_LENGTH) {
      if (swapped) c.add(found.type, at, at + 2);
      else c.add(found.typeBig, at + 2, at + 4);
      c.at = at + 4;
      c.next(types, family & 0xffff);
      return;
    }
    c.place(layoutOf);
    const type = etherTypeOf[family];
    if (type === undefined) c.next(families, family);
    else c.next(types, type);
  },
  summary: (_frame, _row, info) => void info.set().text("Null/Loopback"),
});
