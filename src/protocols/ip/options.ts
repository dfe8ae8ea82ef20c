import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, derived, type Field, ipv4, none, text, u8, u16, u32 } from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { nameAt } from "../shared/names.ts";

const END = 0;
const NO_OPERATION = 1;
/** The two kinds of source route. */
const LOOSE = 131;
const STRICT = 137;
const ADDRESS = 4;
/** Where the first address of a route stands, counted from 1 as its pointer does. */
const FIRST = 4;

const many = { many: true } as const;
const hex = { many: true, show: "hex" } as const;

const optionNames: Readonly<Record<number, string>> = {
  0: "End of Options List",
  1: "No-Operation",
  7: "Record Route",
  11: "MTU Probe",
  12: "MTU Reply",
  25: "Quick-Start",
  68: "Time Stamp",
  82: "Traceroute",
  130: "Security",
  131: "Loose Source Route",
  133: "Extended Security",
  134: "Commercial Security",
  136: "Stream ID",
  137: "Strict Source Route",
  148: "Router Alert",
  149: "Selective Directed Broadcast",
};

/**  0   1    3       8
 *  +---+----+-------+
 *  |Cpy| Cl | Number|   RFC 791 section 3.1
 *  +---+----+-------+ */
const kind = {
  type: u8(0, "Type", { names: optionNames, many: true }),
  "type.copy": bit(0, "Copy on fragmentation", many),
  "type.class": bits(1, 2, "Class", { many: true, names: { 0: "Control", 2: "Debugging and measurement" } }),
  "type.number": bits(3, 5, "Number", many),
};
const single = layout("ip.opt", 1, kind);
const head = layout("ip.opt", 2, { ...kind, len: u8(1, "Length", many) });

const free = fields("ip.opt", {
  "len.invalid": none("Invalid length for option", many),
  "ptr.before_address": none("Pointer points before first address", many),
  "ptr.middle_address": none("Pointer points to middle of address", many),
  ext_sec_add_sec_info: bytes("Additional Security Info", many),
  sec_rfc791_hr: text("Handling Restrictions", many),
  sec_rfc791_tcc: text("Transmission Control Code", many),
  time_stamp: u32("Time stamp", many),
  time_stamp_addr: ipv4("Address", many),
  recorded: ipv4("Recorded Route", { name: "ip.rec_rt", many: true }),
  empty: ipv4("Empty Route", { name: "ip.empty_rt", many: true }),
  ahead: ipv4("Source Route", { name: "ip.src_rt", many: true }),
});

/** RFC 1108 section 2 */
const authority = {
  sec_prot_auth_flags: u8(1, "Protection Authority Flags", hex),
  "sec_prot_auth_flags.genser": bit(8, "GENSER", { many: true, name: "ip.opt.sec_prot_auth_genser" }),
  "sec_prot_auth_flags.siop_esi": bit(9, "SIOP-ESI", { many: true, name: "ip.opt.sec_prot_auth_siop_esi" }),
  "sec_prot_auth_flags.sci": bit(10, "SCI", { many: true, name: "ip.opt.sec_prot_auth_sci" }),
  "sec_prot_auth_flags.nsa": bit(11, "NSA", { many: true, name: "ip.opt.sec_prot_auth_nsa" }),
  "sec_prot_auth_flags.doe": bit(12, "DOE", { many: true, name: "ip.opt.sec_prot_auth_doe" }),
  "sec_prot_auth_flags.unassigned": bits(13, 2, "Unassigned", { ...hex, name: "ip.opt.sec_prot_auth_unassigned" }),
  "sec_prot_auth_flags.fti": bit(15, "Field Termination Indicator", { many: true, name: "ip.opt.sec_prot_auth_fti" }),
};
const level = u8(0, "Classification Level", {
  ...hex,
  names: { 61: "Top secret", 90: "Secret", 150: "Confidential", 171: "Unclassified" },
});
const classified = layout("ip.opt", 1, { sec_cl: level });
const guarded = layout("ip.opt", 2, { sec_cl: level, ...authority });
const extendedSecurity = layout("ip.opt", 1, {
  ext_sec_add_sec_info_format_code: u8(0, "Additional Security Info Format Code", hex),
});
/** RFC 791 section 3.1, before RFC 1108 */
const oldSecurity = layout("ip.opt", 4, {
  sec_rfc791_sec: u16(0, "Security", hex),
  sec_rfc791_comp: u16(2, "Compartments", many),
});
/** The tag of a commercial security option (draft-ietf-cipso-ipsecurity-01) */
const cipso = layout("ip.cipso", 8, {
  doi: u32(0, "DOI", many),
  tag_type: u8(4, "Tag Type", many),
  tag_length: u8(5, "Tag Length", { hidden: true, many: true }),
  alignment: u8(6, "Alignment", { hidden: true, many: true }),
  sensitivity_level: u8(7, "Sensitivity Level", many),
});

/** RFC 4782 section 3.1: a request tells the TTL it started with, a report does not. */
const quickStart = (third: "qs_ttl" | "qs_unused") =>
  layout("ip.opt", 6, {
    qs_func: bits(0, 4, "Function", { many: true, names: { 0: "Rate request", 8: "Rate report" } }),
    qs_rate: bits(4, 4, "Rate", many),
    [third]: u8(1, third === "qs_ttl" ? "QS TTL" : "Not Used", many),
    qs_nonce: bits(16, 30, "QS Nonce", { ...hex, width: 32 }),
    qs_reserved: bits(46, 2, "Reserved", { ...hex, width: 32 }),
  });
const quickStartRequest = quickStart("qs_ttl");
const quickStartReport = quickStart("qs_unused");
const REPORT = 8;

const pointer = u8(0, "Pointer", many);
const route = layout("ip.opt", 1, { ptr: pointer });
/** The last address of a source route. */
const arrival = layout("ip", ADDRESS, {
  dst: ipv4(0, "Destination Address", { also: "ip.addr" }),
  dst_host: derived(0, ADDRESS, "Destination Host", nameAt(0, 4), { also: "ip.host" }),
});
/** RFC 791 section 3.1 */
const timestamps = layout("ip.opt", 2, {
  ptr: pointer,
  overflow: bits(8, 4, "Overflow", many),
  flag: bits(12, 4, "Flag", {
    ...hex,
    names: { 0: "Time stamps only", 1: "Time stamp and address", 3: "Time stamps for prespecified addresses" },
  }),
});
const TIMES_ONLY = 0;

const streamId = layout("ip.opt", 2, { sid: u16(0, "Stream Identifier", many) });
const mtu = layout("ip.opt", 2, { mtu: u16(0, "MTU", many) });
const routerAlert = layout("ip.opt", 2, {
  ra: u16(0, "Router Alert", { many: true, names: { 0: "Router shall examine packet" } }),
});
const broadcast = layout("ip.opt", 4, { addr: ipv4(0, "IP Address", many) });
/** RFC 1393 section 2.2 */
const traceroute = layout("ip.opt", 10, {
  id_number: u16(0, "ID Number", many),
  ohc: u16(2, "Outbound Hop Count", many),
  rhc: u16(4, "Return Hop Count", many),
  originator: ipv4(6, "Originator IP Address", many),
});

/** The option whose size is looked at before what it says; all others that say something say it. */
const BROADCAST = 149;

type Reader = (c: Cursor) => void;

/** An option of one size; another size is marked, and what it has is read. */
const fixed =
  (body: Layout): Reader =>
  (c) => {
    if (c.left !== body.$node.size) c.add(free["len.invalid"], c.at, c.at);
    c.place(body);
  };

function readSecurity(c: Cursor): void {
  if (c.left === 9) {
    if (c.place(oldSecurity) >= 0 && c.take(free.sec_rfc791_hr, 2)) c.take(free.sec_rfc791_tcc, 3);
  } else c.place(c.left > 1 ? guarded : classified);
}

/** Reads a route: what stands before the pointer was visited, from it on comes `there`, and `last` in the end. */
const readRoute =
  (there: Field, last: Layout | undefined): Reader =>
  (c) => {
    const at = c.place(route);
    if (at < 0) return;
    const ptr = c.get(at, route.ptr);
    if (ptr < FIRST) c.add(free["ptr.before_address"], at, c.at);
    else if (ptr % ADDRESS !== 0) c.add(free["ptr.middle_address"], at, c.at);
    else
      for (let stop = FIRST; c.left >= ADDRESS; stop += ADDRESS) {
        if (stop < ptr) c.take(free.recorded, ADDRESS);
        else if (last !== undefined && c.left < 2 * ADDRESS) c.place(last);
        else c.take(there, ADDRESS);
      }
  };

/** What {@link finalAddress} says of a packet that goes where its header says. */
export const NOWHERE = -1;

/**
 * Where the address stands that a packet with options in `start..end` goes to in the end: the last one of the first
 * source route, as long as that is not used up (RFC 791 section 3.1).
 */
export function finalAddress(c: Cursor, start: number, end: number): number {
  if (end > c.at + c.captured) return NOWHERE;
  for (let at = start; at + FIRST <= end && c.u8(at) !== END; ) {
    const type = c.u8(at);
    const size = type === NO_OPERATION ? 1 : c.u8(at + 1);
    if (size === 0 || at + size > end) return NOWHERE;
    if (type === LOOSE || type === STRICT) {
      const ptr = c.u8(at + 2);
      const isLeft = ptr >= FIRST && ptr % ADDRESS === 0 && ptr < size && (size - FIRST + 1) % ADDRESS === 0;
      return isLeft ? at + size - ADDRESS : NOWHERE;
    }
    at += size;
  }
  return NOWHERE;
}

function readTimestamps(c: Cursor): void {
  const at = c.place(timestamps);
  if (at < 0) return;
  const alone = c.get(at, timestamps.flag) === TIMES_ONLY;
  while (c.left >= (alone ? 4 : 8)) {
    if (!alone) c.take(free.time_stamp_addr, ADDRESS);
    c.take(free.time_stamp, 4);
  }
}

const readers: Readonly<Record<number, Reader>> = {
  7: readRoute(free.empty, undefined),
  [LOOSE]: readRoute(free.ahead, arrival),
  [STRICT]: readRoute(free.ahead, arrival),
  11: fixed(mtu),
  12: fixed(mtu),
  25: (c) => fixed(c.left > 0 && c.u8(c.at) >> 4 === REPORT ? quickStartReport : quickStartRequest)(c),
  68: readTimestamps,
  82: fixed(traceroute),
  130: readSecurity,
  133: (c) => {
    if (c.place(extendedSecurity) >= 0 && c.left > 0) c.take(free.ext_sec_add_sec_info, c.left);
  },
  134: (c) => void c.place(cipso),
  136: fixed(streamId),
  148: fixed(routerAlert),
  [BROADCAST]: (c) => {
    if (c.left === broadcast.$node.size) c.place(broadcast);
    else c.add(free["len.invalid"], c.at, c.at);
  },
};

const entry = group("Option", { list: "ip.opt_list" });

/** Every set of fields an option can place, and the list of options. */
export const optionFields: readonly object[] = [
  entry,
  single,
  head,
  free,
  classified,
  guarded,
  extendedSecurity,
  oldSecurity,
  cipso,
  quickStartRequest,
  quickStartReport,
  route,
  arrival,
  timestamps,
  streamId,
  mtu,
  routerAlert,
  broadcast,
  traceroute,
];

/** Reads one option: type, and for all but two a length that counts both (RFC 791 section 3.1). */
export function readOption(c: Cursor): void {
  const type = c.u8(c.at);
  if (type <= NO_OPERATION) {
    c.place(single);
    if (type === END) c.at = c.end;
    return;
  }
  const size = c.captured > 1 ? c.u8(c.at + 1) : 0;
  if (size < 2 || c.at + size > c.end) {
    c.add(free["len.invalid"], c.at, c.at);
    c.at = c.end;
    return;
  }
  const row = c.open(entry);
  if (c.place(head) >= 0) {
    if (size > 2) c.items(c.at + size - 2, head.len, readData);
    else if (type in readers && type !== BROADCAST) c.malformed(1);
  }
  c.close(row);
}

/** Reads the data of the option whose first two bytes stand before the cursor; what is not known further is left out. */
function readData(c: Cursor): void {
  readers[c.u8(c.at - 2)]?.(c);
  c.at = c.end;
}
