import type { Cursor } from "../core/cursor.ts";
import { bigAt, bits, bytes, none, octets, type Reading, type Time, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";

const SIZE = 48;
const CONTROL = 6;
const PRIVATE = 7;
/** A key's number and the shortest digest, the longest of which has more bytes. */
const KEY = 4;
const SHORTEST_FIELD = 16;
const SHORTEST_MAC = 20;
const LONGEST_MAC = 24;
/** Seconds from 1900 to 1970, and those of an era: later times begin anew. */
const EPOCH = 2208988800;
const ERA = 2 ** 32;
const HALF_ERA = 2 ** 31;

const leaps = {
  0: "no warning",
  1: "last minute of the day has 61 seconds",
  2: "last minute of the day has 59 seconds",
  3: "unknown (clock unsynchronized)",
} as const;
const versions: Readonly<Record<number, string>> = {
  0: "reserved",
  1: "NTP Version 1",
  2: "NTP Version 2",
  3: "NTP Version 3",
  4: "NTP Version 4",
  5: "reserved",
  6: "reserved",
  7: "reserved",
};
const modes: Readonly<Record<number, string>> = {
  0: "reserved",
  1: "symmetric active",
  2: "symmetric passive",
  3: "client",
  4: "server",
  5: "broadcast",
  6: "reserved for NTP control message",
  7: "reserved for private use",
};
/** The same in Info. */
const shortModes: Readonly<Record<number, string>> = { ...modes, [CONTROL]: "control", [PRIVATE]: "private" };

/** A timestamp: seconds since 1900 and their 32-bit fraction (RFC 5905 section 6). */
function timeAt({ bytes: b, start }: Reading): Time {
  const seconds = bigAt(b, start, 4);
  const fraction = bigAt(b, start + 4, 4);
  if (seconds === 0 && fraction === 0) return { seconds: 0, nanoseconds: 0 };
  const since = seconds < HALF_ERA ? seconds + ERA : seconds;
  return { seconds: since - EPOCH, nanoseconds: Math.floor((fraction * 1e9) / ERA) };
}

const time = (offset: number, label: string) => ({
  ...octets(offset, 8, label, { compute: timeAt, zero: "NULL" }),
  type: "time" as const,
});

const first = {
  flags: u8(0, "Flags", { show: "hex" }),
  "flags.li": bits(0, 2, "Leap Indicator", { names: leaps }),
  "flags.vn": bits(2, 3, "Version number", { names: versions }),
  "flags.mode": bits(5, 3, "Mode", { names: modes }),
} as const;

/**  0   2    5     8        16       24      31
 *  +---+----+-----+--------+--------+--------+
 *  |LI | VN |Mode |Stratum |  Poll  |Precis. |
 *  |                Root Delay               |
 *  |              Root Dispersion            |
 *  |               Reference ID              |   RFC 5905 section 7.3
 *  |         Reference Timestamp (64)        |
 *  |           Origin Timestamp (64)         |
 *  |          Receive Timestamp (64)         |
 *  |          Transmit Timestamp (64)        |
 *  +-----------------------------------------+ */
const header = layout("ntp", SIZE, {
  ...first,
  stratum: u8(1, "Peer Clock Stratum"),
  ppoll: u8(2, "Peer Polling Interval"),
  precision: u8(3, "Peer Clock Precision"),
  rootdelay: u32(4, "Root Delay"),
  rootdispersion: u32(8, "Root Dispersion"),
  refid: octets(12, 4, "Reference ID"),
  reftime: time(16, "Reference Timestamp"),
  org: time(24, "Origin Timestamp"),
  rec: time(32, "Receive Timestamp"),
  xmt: time(40, "Transmit Timestamp"),
});

const opcodes: Readonly<Record<number, string>> = {
  0: "reserved",
  1: "read status",
  2: "read variables",
  3: "write variables",
  4: "read clock variables",
  5: "write clock variables",
  6: "set trap address/port",
  7: "trap response",
  8: "runtime configuration",
  9: "export configuration",
  10: "retrieve remote address stats",
  11: "retrieve ordered list",
  12: "request client-specific nonce",
  31: "unset trap address/port",
};

/** A control message: RFC 9327 section 2 */
const control = layout("ntp", 12, {
  ...first,
  "ctrl.flags2": u8(1, "Flags 2", { show: "hex" }),
  "ctrl.flags2.r": bits(8, 1, "Response bit", { names: { 0: "Request", 1: "Response" } }),
  "ctrl.flags2.error": bits(9, 1, "Error bit"),
  "ctrl.flags2.more": bits(10, 1, "More bit"),
  "ctrl.flags2.opcode": bits(11, 5, "Opcode", { names: opcodes }),
  "ctrl.sequence": u16(2, "Sequence"),
  "ctrl.status": u16(4, "Status", { show: "hex" }),
  "ctrl.associd": u16(6, "AssociationID"),
  "ctrl.offset": u16(8, "Offset"),
  "ctrl.count": u16(10, "Count"),
});

/** A message of the daemon's own protocol, as far as all of them are alike. */
const own = layout("ntp", 4, {
  flags: u8(0, "Flags", { show: "hex" }),
  "flags.r": bits(0, 1, "Response bit", { name: "ntp.priv.flags.r", names: { 0: "Request", 1: "Response" } }),
  "flags.more": bits(1, 1, "More bit", { name: "ntp.priv.flags.more" }),
  "flags.vn": bits(2, 3, "Version number", { names: versions }),
  "flags.mode": bits(5, 3, "Mode", { names: modes }),
  "priv.auth_seq": u8(1, "Auth, sequence"),
  "priv.auth_seq.auth": bits(8, 1, "Auth bit", { name: "ntp.priv.auth" }),
  "priv.auth_seq.seq": bits(9, 7, "Sequence number", { name: "ntp.priv.seq" }),
  "priv.impl": u8(2, "Implementation", { names: { 0: "UNIV", 2: "XNTPD_OLD (pre-IPv6)", 3: "XNTPD" } }),
  "priv.reqcode": u8(3, "Request code"),
});

const extension = layout("ntp.ext", 4, {
  type: u16(0, "Field Type", { show: "hex", many: true }),
  length: u16(2, "Length", many()),
});

const free = fields("ntp", {
  ext: none("Extension", many()),
  "ext.value": bytes("Value", many()),
  keyid: bytes("Key ID"),
  mac: bytes("Message Authentication Code"),
  padding: bytes("Padding"),
  "ctrl.data": none("Data"),
  "priv.data": bytes("Data"),
});

function many() {
  return { many: true } as const;
}

/** Reads extension fields, then the authenticator (RFC 7822 section 3): what is as short as one is it. */
function readRest(c: Cursor): void {
  while (c.left > LONGEST_MAC || (c.left >= SHORTEST_FIELD && c.left < SHORTEST_MAC)) {
    const length = c.captured < 4 ? 0 : c.u16(c.at + 2);
    if (length < SHORTEST_FIELD || length > c.left) break;
    const row = c.open(free.ext);
    c.place(extension);
    const isWhole = c.take(free["ext.value"], length - 4);
    c.close(row);
    if (!isWhole) return;
  }
  if (c.left < KEY) return c.takeRest(free.padding);
  if (!c.take(free.keyid, KEY)) return;
  c.takeRest(free.mac);
}

const requestCodes: Readonly<Record<number, string>> = {
  0: "PEER_LIST",
  1: "PEER_LIST_SUM",
  2: "PEER_INFO",
  3: "PEER_STATS",
  4: "SYS_INFO",
  5: "SYS_STATS",
  6: "IO_STATS",
  7: "MEM_STATS",
  8: "LOOP_INFO",
  9: "TIMER_STATS",
  10: "CONFIG",
  11: "UNCONFIG",
  12: "SET_SYS_FLAG",
  13: "CLR_SYS_FLAG",
  14: "MONITOR",
  15: "NOMONITOR",
  16: "GET_RESTRICT",
  17: "RESADDFLAGS",
  18: "RESSUBFLAGS",
  19: "UNRESTRICT",
  20: "MON_GETLIST",
  21: "RESET_STATS",
  22: "RESET_PEER",
  23: "REREAD_KEYS",
  24: "DO_DIRTY_HACK",
  25: "DONT_DIRTY_HACK",
  26: "TRUST_KEY",
  27: "UNTRUST_KEY",
  28: "AUTH_INFO",
  29: "TRAPS",
  30: "ADD_TRAP",
  31: "CLR_TRAP",
  32: "REQUEST_KEY",
  33: "CONTROL_KEY",
  34: "GET_CTLSTATS",
  35: "GET_LEAP_INFO",
  36: "GET_CLOCK_INFO",
  37: "SET_CLKFUDGE",
  38: "GET_KERNEL",
  39: "GET_CLKBUGINFO",
  41: "SET_PRECISION",
  42: "MON_GETLIST_1",
  43: "HOSTNAME_ASSOCID",
  44: "IF_STATS",
  45: "IF_RELOAD",
};

export default protocol({
  name: "ntp",
  title: "Network Time Protocol",
  spec: "RFC 5905",
  column: "NTP",
  fields: [header, control, own, extension, free],
  on: { "udp.port": 123 },
  dissect(c) {
    if (!c.has(1)) return;
    const mode = c.u8(c.at) & 7;
    if (mode === CONTROL) {
      if (c.place(control) >= 0) c.takeRest(free["ctrl.data"]);
    } else if (mode === PRIVATE) {
      if (c.place(own) >= 0) c.takeRest(free["priv.data"]);
    } else if (c.place(header) >= 0 && c.left > 0) readRest(c);
  },
  summary(frame: Frame, row, info) {
    const head = row + 1;
    info.set();
    if (!frame.holds(head, header.flags)) return;
    const mode = frame.get(head, header["flags.mode"]);
    info.text(`${versions[frame.get(head, header["flags.vn"])]}, ${shortModes[mode]}`);
    if (mode !== PRIVATE || !frame.holds(head, own["priv.reqcode"])) return;
    const code = frame.get(head, own["priv.reqcode"]);
    info.text(`, ${frame.get(head, own["flags.r"]) === 1 ? "Response" : "Request"}, `);
    info.text(requestCodes[code] ?? "Unknown");
  },
});
