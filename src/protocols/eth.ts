import { bit, bytes, computed, ether, type Reading, u16, u24 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ByteWriter } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { nextEthertype } from "./shared/ethertype.ts";

/** Values up to here in the type's place are a length (IEEE 802.3 section 3.2.6). */
const MAX_LENGTH = 1500;
const ETHERNET = 1;
const llc = table("eth.llc");

const addressText = (r: Reading) => new ByteWriter(20).ether(r.bytes, r.start).toString();

/** One address at byte `at`: the address, its bits and its other names. */
function address<K extends string>(key: K, at: number, label: string) {
  return {
    [key]: ether(at, label, { also: "eth.addr" }),
    [`${key}_resolved`]: computed("string", `${label} (resolved)`, (r) => addressText({ ...r, start: r.start + at }), {
      also: "eth.addr_resolved", hidden: true }),
    [`${key}.oui`]: u24(at, `${label} OUI`, { also: "eth.addr.oui", hidden: true }),
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

const footer = fields("eth", {
  padding: bytes("Padding"),
  trailer: bytes("Trailer"),
});

export default protocol({
  name: "eth", title: "Ethernet", spec: "IEEE 802.3",
  column: "ETHER",
  fields: [ethernet, ieee8023, footer],
  on: { linktype: ETHERNET },
  dissect(c) {
    const isLength = c.captured >= 14 && c.u16(c.at + 12) <= MAX_LENGTH;
    const at = c.place(isLength ? ieee8023 : ethernet);
    if (at < 0) return;
    c.endpoints(at + 6, at, 6);
    const frameEnd = c.end;
    let payloadEnd: number;
    if (isLength) {
      if (!c.limit(Math.min(frameEnd, c.at + c.get(at, ieee8023.len)), ieee8023.len)) return;
      payloadEnd = c.end;
      c.next(llc, 0);
      c.end = frameEnd;
    } else payloadEnd = nextEthertype(c, c.get(at, ethernet.type));
    const capturedEnd = Math.min(frameEnd, c.have);
    if (payloadEnd < capturedEnd) c.add(footer.trailer, payloadEnd, capturedEnd);
  },
});
