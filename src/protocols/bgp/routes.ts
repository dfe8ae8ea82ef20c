import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { bgp, content, path, route } from "./fields.ts";

const IPV4 = 1;
const IPV6 = 2;
const UNICAST = 1;
const MULTICAST = 2;
const LABELED = 4;
const VPN = 128;
const LABEL_SIZE = 3;
const RD_SIZE = 8;
const BOTTOM = 1;
const WITHDRAWN = 0x80;

/** Reads one prefix: how many bits it has, and as many bytes as those take (RFC 4271 section 4.3). */
export function readPrefix(c: Cursor, field: Field, most: number, before?: (c: Cursor, bits: number) => number): void {
  const { at } = c;
  const row = c.open(route);
  if (c.take(bgp.prefix_length, 1)) {
    const bits = c.u8(at);
    const taken = before === undefined ? 0 : before(c, bits);
    const left = bits - taken;
    if (taken >= 0 && left >= 0 && left <= most) c.take(field, (left + 7) >> 3);
    else if (taken >= 0) c.malformed(1);
  }
  c.close(row);
}

/** Takes labels up to the one at the bottom (RFC 8277 section 2.2); how many bits they take, -1 where they are cut. */
function takeLabels(c: Cursor, bits: number): number {
  let size = 0;
  const there = Math.min(c.captured, bits >> 3);
  while (size + LABEL_SIZE <= there) {
    size += LABEL_SIZE;
    const last = c.at + size - 1;
    if (c.u8(last) & BOTTOM || (c.u8(last - 2) & ~WITHDRAWN) + c.u8(last - 1) + c.u8(last) === 0) break;
  }
  return c.take(bgp.label_stack, size) ? size * 8 : -1;
}

function takeVpn(c: Cursor, bits: number): number {
  const labels = takeLabels(c, bits);
  return labels >= 0 && c.take(bgp.rd, RD_SIZE) ? labels + RD_SIZE * 8 : -1;
}

/** Reads the routes of an address family up to the end of the attribute. */
function readRoutes(c: Cursor, afi: number, safi: number, reached: boolean): void {
  const known = afi === IPV4 || afi === IPV6;
  const plain = safi === UNICAST || safi === MULTICAST;
  if (!known || !(plain || safi === LABELED || safi === VPN)) return c.takeRest(content);
  const what = reached ? "mp_reach_nlri" : "mp_unreach_nlri";
  const field = bgp[`${what}_${afi === IPV4 ? "ipv4" : "ipv6"}_prefix`];
  const before = plain ? undefined : safi === VPN ? takeVpn : takeLabels;
  c.items(c.end, c.limitedBy, (inside) => readPrefix(inside, field, afi === IPV4 ? 32 : 128, before));
}

/** Reads the address of the next router, which a distinguisher may stand before (RFC 4760 section 3). */
function readNextHop(c: Cursor, afi: number, safi: number): boolean {
  const length = c.captured > 0 ? c.u8(c.at) : 0;
  if (!c.has(1 + length)) return false;
  const row = c.open(path["mp_reach_nlri.next_hop"]);
  const end = c.at + 1 + length;
  c.at++;
  let left = length;
  if (safi === VPN && left > RD_SIZE) {
    c.take(path["mp_reach_nlri.next_hop.rd"], RD_SIZE);
    left -= RD_SIZE;
  }
  if (left === 4) c.take(path["mp_reach_nlri.next_hop.ipv4"], 4);
  else if ((afi === IPV6 || afi === IPV4) && left >= 16) {
    c.take(path["mp_reach_nlri.next_hop.ipv6"], 16);
    if (left === 32) c.take(path["mp_reach_nlri.next_hop.ipv6.link_local"], 16);
  }
  c.at = end;
  c.close(row);
  return true;
}

/** Reads routes that can be reached, of any address family (RFC 4760 section 3). */
export function readReached(c: Cursor): void {
  const { at } = c;
  if (!c.take(path["mp_reach_nlri.afi"], 2) || !c.take(path["mp_reach_nlri.safi"], 1)) return;
  const [afi, safi] = [c.u16(at), c.u8(at + 2)];
  if (!readNextHop(c, afi, safi) || !readSnpas(c)) return;
  const row = c.open(path.mp_reach_nlri);
  readRoutes(c, afi, safi, true);
  c.close(row);
}

function readSnpas(c: Cursor): boolean {
  const { at } = c;
  if (!c.has(1)) return false;
  const row = c.open(path["mp_reach_nlri.nbr_snpa"]);
  c.at++;
  for (let left = c.u8(at); left > 0; left--) {
    if (!c.take(path["mp_reach_nlri.snpa_length"], 1) || !c.take(path["mp_reach_nlri.snpa"], c.u8(c.at - 1))) {
      c.close(row, at + 1);
      return false;
    }
  }
  c.close(row, at + 1);
  return true;
}

/** Reads routes that cannot be reached any more (RFC 4760 section 4). */
export function readUnreached(c: Cursor): void {
  const { at } = c;
  if (!c.take(path["mp_unreach_nlri.afi"], 2) || !c.take(path["mp_unreach_nlri.safi"], 1)) return;
  const row = c.open(path.mp_unreach_nlri);
  readRoutes(c, c.u16(at), c.u8(at + 2), false);
  c.close(row);
}
