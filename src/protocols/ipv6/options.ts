import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, type Field, ipv6, none, text, u8, u16, u32 } from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { deferred, group } from "../../core/protocol.ts";

const PAD1 = 0;
const PADN = 1;
const JUMBO = 0xc2;

const entry = group("IPv6 Option", { list: "ipv6.opt_list" });
const optionNames: Readonly<Record<number, string>> = {
  0: "Pad1",
  1: "PadN",
  4: "Tunnel Encapsulation Limit",
  5: "Router Alert",
  7: "CALIPSO",
  8: "SMF_DPD",
  15: "Performance and Diagnostic Metrics",
  30: "Experimental",
  38: "Quick-Start",
  48: "Minimum Path MTU Hop-by-Hop",
  49: "IOAM Destination and Hop-by-Hop",
  62: "Experimental",
  65: "TPF Information",
  77: "Deprecated",
  94: "Experimental",
  99: "RPL Option",
  109: "MPL Option",
  126: "Experimental",
  138: "Endpoint Identification",
  139: "ILNP Nonce",
  140: "Line-Identification",
  158: "Experimental",
  190: "Experimental",
  194: "Jumbo Payload",
  201: "Home Address",
  222: "Experimental",
  238: "IP_DFF",
  254: "Experimental",
};

/** The first byte of every option (RFC 8200 section 4.2): the two high bits tell a node that does not know it what to do. */
const type = u8(0, "Type", { show: "hex", names: optionNames, many: true });
const kind = layout("ipv6.opt", 1, {
  type,
  "type.action": bits(0, 2, "Action", {
    many: true,
    names: {
      0: "Skip and continue",
      1: "Discard",
      2: "Discard and send ICMP Parameter Problem",
      3: "Discard and send ICMP if not multicast",
    },
  }),
  "type.change": bit(2, "May Change", { many: true }),
  "type.rest": bits(3, 5, "Low-Order Bits", { show: "hex", many: true }),
});

const single = layout("ipv6.opt", 1, { type });

const free = fields("ipv6.opt", {
  "": none("IPv6 Option", { name: "ipv6.opt", many: true }),
  length: u8("Length", { many: true }),
  pad1: none("Pad1", { many: true }),
  padn: bytes("PadN", { many: true, empty: "<none>" }),
  unknown: bytes("Unknown Option Payload", { many: true }),
  unknown_data: bytes("Unknown Data", { name: "ipv6.opt_unknown_data", many: true }),
  experimental: bytes("Experimental Option", { many: true }),
  ilnp_nonce: bytes("ILNP Nonce", { many: true }),
  "lio.line_id": text("Line ID", { many: true }),
  "mpl.seed_id": bytes("Seed ID", { many: true }),
  "calipso.cmpt_bitmap": bytes("Compartment Bitmap", { many: true }),
  "smf_dpd.hav": bytes("Hash Assist Value", { many: true }),
  "smf_dpd.ident": bytes("Identifier", { many: true }),
  "jumbo.prohibited": none("Jumbo Payload option with a payload length that is not 0", { many: true }),
  "jumbo.truncated": none("Jumbo Payload option with a length below 65536", { many: true }),
});

/** The data of an option: what its type fixes, and the field that takes the rest of the option's length. */
interface OptionData {
  readonly layout?: Layout;
  readonly rest?: Field;
}

const quickStart = layout("ipv6.opt", 6, {
  qs_func: bits(0, 4, "Function", { many: true }),
  qs_rate: bits(4, 4, "Rate", { many: true }),
  qs_ttl: u8(1, "QS TTL", { many: true }),
  qs_nonce: bits(16, 30, "QS Nonce", { show: "hex", width: 32, many: true }),
  qs_reserved: bits(46, 2, "Reserved", { show: "hex", width: 32, many: true }),
});

/** RFC 6553 section 3 */
const rpl = layout("ipv6.opt.rpl", 4, {
  flag: u8(0, "Flag", { show: "hex", many: true }),
  "flag.o": bit(0, "Down", { many: true }),
  "flag.r": bit(1, "Rank Error", { many: true }),
  "flag.f": bit(2, "Forwarding Error", { many: true }),
  "flag.rsv": bits(3, 5, "Reserved", { show: "hex", many: true }),
  instance_id: u8(1, "RPLInstanceID", { show: "hex", many: true }),
  sender_rank: u16(2, "Sender Rank", { show: "hex", many: true }),
});

/** RFC 7731 section 6.1 */
const mpl = layout("ipv6.opt.mpl", 2, {
  flag: u8(0, "Flag", { show: "hex", many: true }),
  "flag.s": bits(0, 2, "Seed ID Length", { many: true }),
  "flag.m": bit(2, "Largest Sequence", { many: true }),
  "flag.v": bit(3, "Version", { many: true }),
  "flag.rsv": bits(4, 4, "Reserved", { show: "hex", many: true }),
  sequence: u8(1, "Sequence", { show: "hex", many: true }),
});

/** RFC 6971 section 13.1 */
const dff = layout("ipv6.opt.dff", 3, {
  flags: u8(0, "Flags", { show: "hex", many: true }),
  "flags.ver": bits(0, 2, "Version (VER)", { name: "ipv6.opt.dff.flag.ver", many: true }),
  "flags.dup": bit(2, "Duplicate (DUP)", { name: "ipv6.opt.dff.flag.dup", many: true }),
  "flags.ret": bit(3, "Return (RET)", { name: "ipv6.opt.dff.flag.ret", many: true }),
  "flags.rsv": bits(4, 4, "Reserved", { name: "ipv6.opt.dff.flag.rsv", show: "hex", many: true }),
  sequence_number: u16(1, "Sequence Number", { many: true }),
});

/** RFC 5570 section 5.1 */
const calipso = layout("ipv6.opt.calipso", 8, {
  doi: u32(0, "CALIPSO Domain of Interpretation", { many: true }),
  "cmpt.length": u8(4, "Compartment Length", { many: true }),
  sens_level: u8(5, "Sensitivity Level", { many: true }),
  checksum: u16(6, "Checksum", { show: "hex", many: true }),
});

/** RFC 8250 section 3.2 */
const metrics = layout("ipv6.opt.pdm", 10, {
  scale_dtlr: u8(0, "Scale DTLR", { many: true }),
  scale_dtls: u8(1, "Scale DTLS", { many: true }),
  psn_this_pkt: u16(2, "PSN This Packet", { many: true }),
  psn_last_recv: u16(4, "PSN Last Received", { many: true }),
  delta_last_recv: u16(6, "Delta Time Last Received", { many: true }),
  delta_last_sent: u16(8, "Delta Time Last Sent", { many: true }),
});

/** RFC 9486 section 3 */
const ioam = layout("ipv6.opt.ioam", 2, {
  rsv: u8(0, "Reserved", { many: true }),
  opt_type: u8(1, "Option-Type", { many: true }),
});

/** RFC 9268 section 5 */
const pathMtu = layout("ipv6.opt.pmtu", 4, {
  min: u16(0, "Minimum Reported PMTU", { many: true }),
  rtn: bits(16, 15, "Return Minimum PMTU", { many: true }),
  r_flag: bit(31, "Return Flag", { many: true }),
});

const tunnelLimit = layout("ipv6.opt", 1, { tel: u8(0, "Tunnel Encapsulation Limit", { many: true }) });
const routerAlert = layout("ipv6.opt", 2, {
  router_alert: u16(0, "Router Alert", { names: { 0: "MLD", 1: "RSVP", 2: "Active Networks" }, many: true }),
});
const jumbo = layout("ipv6.opt", 4, { jumbo: u32(0, "Payload Length", { many: true }) });
const homeAddress = layout("ipv6.opt", 16, { "mipv6.home_address": ipv6(0, "MIPv6 Home Address", { many: true }) });
const tpf = layout("ipv6.opt", 4, { tpf_information: u32(0, "TPF Information", { show: "hex", many: true }) });
const lineId = layout("ipv6.opt", 1, { "lio.length": u8(0, "LineIDLen", { many: true }) });

const experiment: OptionData = { rest: free.experimental };
const known: Readonly<Record<number, OptionData>> = {
  [PADN]: { rest: free.padn },
  4: { layout: tunnelLimit },
  5: { layout: routerAlert },
  7: { layout: calipso, rest: free["calipso.cmpt_bitmap"] },
  15: { layout: metrics },
  38: { layout: quickStart },
  48: { layout: pathMtu },
  49: { layout: ioam, rest: free.unknown },
  65: { layout: tpf },
  99: { layout: rpl },
  109: { layout: mpl, rest: free["mpl.seed_id"] },
  139: { rest: free.ilnp_nonce },
  140: { layout: lineId, rest: free["lio.line_id"] },
  [JUMBO]: { layout: jumbo },
  201: { layout: homeAddress },
  238: { layout: dff },
  ...Object.fromEntries([0x1e, 0x3e, 0x5e, 0x7e, 0x9e, 0xbe, 0xde, 0xfe].map((type) => [type, experiment])),
};

/** Every set of fields an option of the hop-by-hop and destination options headers can place. */
export const optionFields = [
  entry,
  free,
  single,
  kind,
  ...new Set(Object.values(known).flatMap((data) => data.layout ?? [])),
];

/** What the options expand to; nobody asks for those of most packets. */
const options = deferred((c: Cursor) => {
  c.items(c.end, undefined, readOption);
});

/** Reads the options that begin before `end`, where the header that holds them does; the last one may go on past it. */
export function readOptions(c: Cursor, end: number): void {
  if (fill(c, end)) {
    c.close(c.open(options), end);
    return;
  }
  const there = Math.min(end, c.at + c.captured);
  while (c.at < there && !c.broken) readOption(c);
}

/**
 * The payload length in a jumbo payload option (RFC 2675 section 2) of the hop-by-hop header at the cursor, as far as it
 * was captured; 0 where there is none.
 */
export function jumboLength(c: Cursor): number {
  const there = c.at + c.captured;
  if (c.captured < 2) return 0;
  const end = Math.min(there, c.at + 8 + 8 * c.u8(c.at + 1));
  for (let at = c.at + 2; at + 1 < end; ) {
    const type = c.u8(at);
    if (type === JUMBO && c.u8(at + 1) === 4 && at + 6 <= there) return c.u32(at + 2);
    at += type === PAD1 ? 1 : 2 + c.u8(at + 1);
  }
  return 0;
}

/** True where the options from the cursor on fill the bytes up to `end`, and these are all there. */
function fill(c: Cursor, end: number): boolean {
  if (end > c.at + c.captured) return false;
  let { at } = c;
  while (at + 1 < end) at += c.u8(at) === PAD1 ? 1 : 2 + c.u8(at + 1);
  return at === end || (at + 1 === end && c.u8(at) === PAD1);
}

/** Reads one option (RFC 8200 section 4.2): type, and for all but Pad1 the length of the data that follows. */
function readOption(c: Cursor): void {
  const row = c.open(entry);
  const at = c.place(c.u8(c.at) === PAD1 || c.captured === 1 ? single : kind);
  if (at >= 0) {
    c.add(free[""], at, at);
    if (c.u8(at) === PAD1) c.add(free.pad1, at, c.at);
    else if (c.take(free.length, 1)) readData(c, c.u8(at), c.u8(at + 1));
  }
  c.close(row);
}

function readData(c: Cursor, type: number, size: number): void {
  if (!c.has(size)) return;
  const { at } = c;
  const { layout: fixed, rest = free.unknown_data } = known[type] ?? { rest: free.unknown };
  if (fixed !== undefined && fixed.$node.size <= size) c.place(fixed);
  const left = at + size - c.at;
  if (left > 0 || type === PADN || rest === free.unknown) c.take(rest, left);
}
