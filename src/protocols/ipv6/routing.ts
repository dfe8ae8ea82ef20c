import type { Cursor } from "../../core/cursor.ts";
import { bits, bytes, computed, type Field, ipv6, none, octets, type Reading, u8 } from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { ipProtocols } from "../../names/ip-protocols.ts";

const ADDRESS = 16;
const SOURCE_ROUTE = 0;
const MOBILE = 2;
const RPL = 3;
const SEGMENT = 4;

/**  0       8       16             24             31
 *  +-------+-------+--------------+---------------+
 *  |  Next |  Len  | Routing Type | Segments Left |
 *  +-------+-------+--------------+---------------+
 *  |             type-specific data               |   RFC 8200 section 4.4
 *  +----------------------------------------------+ */
export const routing = layout("ipv6.routing", 4, {
  nxt: u8(0, "Next Header", { names: ipProtocols }),
  len: u8(1, "Length"),
  len_oct: computed("uint", "Length", (r) => 8 + 8 * r.bytes[r.start + 1]!, { unit: "bytes" }),
  type: u8(2, "Type", {
    names: {
      0: "Source Route",
      1: "Nimrod",
      2: "Type 2 Routing",
      3: "RPL Source Route",
      4: "Segment Routing",
      5: "Compact Routing Header (16-bit)",
      6: "Compact Routing Header (32-bit)",
      253: "Experiment 1",
      254: "Experiment 2",
    },
  }),
  segleft: u8(3, "Segments Left"),
});

/** RFC 5095 retired type 0. */
const sourceRoute = layout("ipv6.routing.src", 4, { reserved: octets(0, 4, "Reserved") });
/** RFC 6275 section 6.4.1 */
const mobile = layout("ipv6.routing.mipv6", 4, { reserved: octets(0, 4, "Reserved") });
/** RFC 6554 section 3 */
const rpl = layout("ipv6.routing.rpl", 4, {
  cmprI: bits(0, 4, "Compressed Internal Octets (CmprI)"),
  cmprE: bits(4, 4, "Compressed Final Octets (CmprE)"),
  pad: bits(8, 4, "Padding Bytes"),
  reserved: bits(12, 20, "Reserved"),
});
/** RFC 8754 section 2 */
const segment = layout("ipv6.routing.srh", 4, {
  last_entry: u8(0, "Last Entry"),
  flags: u8(1, "Flags", { show: "hex" }),
  tag: octets(2, 2, "Tag"),
});

const free = fields("ipv6.routing", {
  "src.addr": ipv6("Address", { many: true }),
  "mipv6.home_address": ipv6("Home Address", { many: true }),
  "srh.addr": ipv6("Address", { many: true }),
  "rpl.addr_count": computed("int", "Total Address Count", (r) => r.value),
  "rpl.address": bytes("Address", { many: true }),
  "rpl.full_address": computed("ipv6", "Full Address", fullAddress, { many: true }),
  unknown_data: bytes("Type-Specific Data"),
  undecoded: none("Undecoded IPv6 routing header field"),
  deprecated: none("Routing header type is deprecated"),
});

/** Every set of fields of the routing header. */
export const routeFields = [routing, sourceRoute, mobile, rpl, segment, free];

/** The address a compressed one stands for: it shares its first bytes with the destination, at offset `value`. */
function fullAddress({ bytes: b, start, end, value }: Reading): Uint8Array {
  const whole = b.slice(value, value + ADDRESS);
  whole.set(b.subarray(start, end), ADDRESS - (end - start));
  return whole;
}

/** Reads the type-specific data, which ends at `end`; all of it is there. */
export function readRoute(c: Cursor, end: number): void {
  const type = c.u8(c.at - 2);
  if (type === SOURCE_ROUTE) {
    c.add(free.deprecated, c.at - 2, c.at - 1);
    addresses(c, end, sourceRoute, free["src.addr"], (count) => count - 1);
  } else if (type === MOBILE) addresses(c, end, mobile, free["mipv6.home_address"], () => 0);
  else if (type === SEGMENT) addresses(c, end, segment, free["srh.addr"], () => 0, c.u8(c.at) + 1);
  else if (type === RPL) readRpl(c, end);
  else {
    c.add(free.undecoded, c.at - 2, c.at - 1);
    c.take(free.unknown_data, end - c.at);
  }
}

/** Reads a list of addresses, of which `last` is where the packet goes in the end as long as segments are left. */
function addresses(
  c: Cursor,
  end: number,
  head: Layout,
  field: Field,
  last: (count: number) => number,
  most = 128,
): void {
  const segmentsLeft = c.u8(c.at - 1);
  c.place(head);
  const first = c.at;
  let count = 0;
  for (; count < most && c.at + ADDRESS <= end; count++) c.take(field, ADDRESS);
  if (segmentsLeft > 0 && count > 0) arriveAt(c, first + last(count) * ADDRESS);
}

/** The final destination, not the next hop in the header, is what the packet is known by. */
function arriveAt(c: Cursor, at: number): void {
  if (c.frame.addressSize === ADDRESS && c.frame.addressBytes === c.bytes) c.frame.destinationAt = at;
}

function readRpl(c: Cursor, end: number): void {
  const segmentsLeft = c.u8(c.at - 1);
  const at = c.place(rpl);
  const inner = ADDRESS - c.get(at, rpl.cmprI);
  const final = ADDRESS - c.get(at, rpl.cmprE);
  const bytesLeft = end - c.at - c.get(at, rpl.pad);
  const count = bytesLeft < final ? 0 : Math.floor((bytesLeft - final) / inner) + 1;
  const { destinationAt } = c.frame;
  c.add(free["rpl.addr_count"], at, at + 4, count);
  for (let i = 0; i < count; i++) {
    const from = c.at;
    c.take(free["rpl.address"], i === count - 1 ? final : inner);
    c.add(free["rpl.full_address"], from, c.at, destinationAt);
  }
  if (segmentsLeft > 0 && count > 0 && final === ADDRESS) arriveAt(c, c.at - ADDRESS);
}
