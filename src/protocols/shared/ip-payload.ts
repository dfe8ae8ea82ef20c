import type { Cursor } from "../../core/cursor.ts";
import type { Frame } from "../../core/frame.ts";
import type { Protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";

const protocols = table("ip.proto");
const extensions = table("ipv6.nxt");

/**
 * Hands the payload of an IP packet to the protocol of number `next`, past any chain of extension headers: those that
 * claim a key of the table "ipv6.nxt". They are walked one after the other, not one inside the other, because a packet
 * has room for thousands. Each begins with the number of what follows (RFC 8200 section 4), and its dissector leaves
 * the cursor at its end and the layer's end there too; any other place ends the chain. Returns where the data ends.
 */
export function nextHeader(c: Cursor, next: number): number {
  const chained = extensions.in(c.registry);
  for (let header = chained.get(next); header !== undefined; header = chained.get(next)) {
    const { at } = c;
    // A quoted packet may end before a header it announces.
    if (c.isQuoted && c.captured <= 0) break;
    const end = c.try(header);
    if (end === undefined) break;
    if (c.at === at || end !== c.at) return end;
    next = c.u8(at);
  }
  return c.next(protocols, next);
}

/** Reads the fragment of a packet that is not put together: the first one tells what is in it, `next`. */
export function withoutOthers(c: Cursor, offset: number, next: number): void {
  if (offset > 0) return c.rest();
  c.partial = true;
  nextHeader(c, next);
  c.partial = false;
}

/** True where the packet whose last header is the layer `row` has a payload that no protocol takes. */
export function isUnclaimed({ tape }: Frame, row: number): boolean {
  const inside = tape.layerEnd(row);
  return inside < tape.count && (tape.nodes[inside] as Protocol).fallback !== undefined;
}

/** Byte offsets of the hop limit: IPv4's Time to Live, IPv6's Hop Limit. */
const HOP_LIMIT = { ip: 8, ipv6: 7 };

/** The hop limit of the IP packet around the layer headed by `row`; undefined where that is not one of `version`. */
export function hopLimit(frame: Frame, row: number, version: keyof typeof HOP_LIMIT): number | undefined {
  const { tape } = frame;
  let layer = tape.layerBefore(row);
  while (layer > 0 && tape.nodes[layer]!.name.startsWith("ipv6.")) layer = tape.layerBefore(layer);
  if (layer < 0 || tape.nodes[layer]!.name !== version) return undefined;
  return frame.bytesOf(layer)[tape.start(layer) + HOP_LIMIT[version]];
}
