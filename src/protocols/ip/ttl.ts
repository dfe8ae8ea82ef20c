import type { Reading } from "../../core/field.ts";

/** Its messages are for the link, whatever their group is for (RFC 3376 section 4). */
const IGMP = 2;
const OSPF = 89;
const PIM = 103;
const TTL = 8;
const PROTOCOL = 9;
const DESTINATION = 16;
/** A packet to one host that can pass fewer routers than this is suspicious. */
const SMALL = 5;

/** TTLs by the last byte of addresses 224.0.0.x whose protocols ask for another than 1; 0: any will do. */
const asked: Readonly<Record<number, number>> = {
  18: 255, // VRRP, RFC 5798 section 5.1.1.3
  102: 255, // HSRP version 2
  251: 255, // mDNS, RFC 6762 section 11
  252: 0, // LLMNR, RFC 4795 section 2.5
};

/** Marks a packet to a single host that is about to die; routing protocols between neighbours do that on purpose. */
export function tooSmallTtl({ bytes: b, start }: Reading): true | undefined {
  const isMulticast = b[start + DESTINATION]! >> 4 === 14;
  const protocol = b[start + PROTOCOL]!;
  const isRouting = protocol === OSPF || protocol === PIM;
  return b[start + TTL]! < SMALL && !isMulticast && !isRouting ? true : undefined;
}

/** Marks a packet within 224.0.0.0/24, which no router forwards, that has another TTL than its group asks for. */
export function strayTtl({ bytes: b, start }: Reading): true | undefined {
  const at = start + DESTINATION;
  if (b[at] !== 224 || b[at + 1] !== 0 || b[at + 2] !== 0) return undefined;
  const wanted = b[start + PROTOCOL] === IGMP ? 1 : (asked[b[at + 3]!] ?? 1);
  return wanted === 0 || b[start + TTL] === wanted ? undefined : true;
}
