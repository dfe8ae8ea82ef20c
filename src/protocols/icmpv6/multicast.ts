import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, ipv6, none, octets, type Reading, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";

const ADDRESS = 16;

/** RFC 2710 section 3 */
const listener = layout("icmpv6", 20, {
  "mld.maximum_response_delay": u16(0, "Maximum Response Delay [ms]"),
  reserved: octets(2, 2, "Reserved"),
  "mld.multicast_address": ipv6(4, "Multicast Address"),
});

/**
 * A number whose high values stand for an exponent and a mantissa (RFC 3810 sections 5.1.3 and 5.1.9): `bits` wide in
 * all, `exponent` bits of it behind the first one.
 */
function floating(value: number, width: number, mantissa: number): number {
  if (value < 2 ** (width - 1)) return value;
  return ((value & (2 ** mantissa - 1)) | (2 ** mantissa)) * 2 ** (((value >> mantissa) & 7) + 3);
}

const responseCode = ({ bytes: b, start }: Reading) => floating((b[start]! << 8) | b[start + 1]!, 16, 12);
const queryInterval = ({ bytes: b, start }: Reading) => floating(b[start]!, 8, 4);

/**  0               8               16                      31
 *  +---------------+---------------+------------------------+
 *  |      Maximum Response Code    |        Reserved        |
 *  |                   Multicast Address                    |
 *  |Resv |S|  QRV  |     QQIC      |   Number of Sources    |   RFC 3810 section 5.1
 *  +---------------+---------------+------------------------+ */
const query = layout("icmpv6.mld", 24, {
  maximum_response_code: u16(0, "Maximum Response Code", { compute: responseCode }),
  reserved: octets(2, 2, "Reserved", { name: "icmpv6.reserved" }),
  multicast_address: ipv6(4, "Multicast Address"),
  flag: u8(20, "Flags", { show: "hex" }),
  "flag.reserved": bits(160, 4, "Reserved"),
  "flag.s": bit(164, "Suppress Router-Side Processing"),
  "flag.qrv": bits(165, 3, "QRV (Querier's Robustness Variable)"),
  qqi: u8(21, "QQIC (Querier's Query Interval Code)", { compute: queryInterval }),
  nb_sources: u16(22, "Number of Sources"),
});

/** RFC 3810 section 5.2 */
const report = layout("icmpv6", 4, {
  reserved: octets(0, 2, "Reserved"),
  "mldr.nb_mcast_records": u16(2, "Number of Multicast Address Records"),
});
const record = layout("icmpv6.mldr.mar", 20, {
  record_type: u8(0, "Record Type", {
    many: true,
    names: {
      1: "Include",
      2: "Exclude",
      3: "Changed to include",
      4: "Changed to exclude",
      5: "Allow new sources",
      6: "Block old sources",
    },
  }),
  aux_data_len: u8(1, "Aux Data Len", { many: true }),
  nb_sources: u16(2, "Number of Sources", { many: true }),
  multicast_address: ipv6(4, "Multicast Address", { many: true }),
});
const free = fields("icmpv6", {
  "mld.source_address": ipv6("Source Address", { many: true }),
  "mldr.mar": none("Multicast Address Record", { many: true }),
  "mldr.mar.source_address": ipv6("Source Address", { many: true }),
  "mldr.mar.auxiliary_data": bytes("Auxiliary Data", { many: true }),
});
const entry = group("Multicast Address Record", { list: "icmpv6.mldr_list" });

/** Every set of fields of multicast listener discovery. */
export const multicastFields: readonly object[] = [listener, query, report, entry, record, free];

/** Reads a query: version 2 has more than the 20 bytes of version 1 (RFC 3810 section 8.1). */
export function readQuery(c: Cursor): void {
  if (c.left < query.$node.size) return readListener(c);
  const at = c.place(query);
  if (at < 0) return;
  for (let left = c.get(at, query.nb_sources); left > 0; left--)
    if (!c.take(free["mld.source_address"], ADDRESS)) return;
}

/** Reads a report or done of version 1. */
export function readListener(c: Cursor): void {
  c.place(listener);
}

/** Reads a report of version 2. */
export function readReport(c: Cursor): void {
  if (c.place(report) >= 0) c.items(c.end, report["mldr.nb_mcast_records"], readRecord);
}

function readRecord(c: Cursor): void {
  const row = c.open(entry);
  const at = c.place(record);
  if (at >= 0) {
    c.add(free["mldr.mar"], at, at);
    let left = c.get(at, record.nb_sources);
    while (left > 0 && c.take(free["mldr.mar.source_address"], ADDRESS)) left--;
    const size = c.get(at, record.aux_data_len) * 4;
    if (left === 0 && size > 0) c.take(free["mldr.mar.auxiliary_data"], size);
  }
  c.close(row);
}
