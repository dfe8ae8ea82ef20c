import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, i8, littleAt, none, real, u8, u16, u32, u64 } from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { channelName } from "./channels.ts";
import { BANDWIDTH, KNOWS_BANDWIDTH, KNOWS_GUARD, KNOWS_INDEX, rateOf, SHORT_GUARD } from "./modulation.ts";
import { Reception } from "./reception.ts";
import { word } from "./words.ts";

const RADIOTAP = 127;
/** The bit of a word of present flags that says that another follows. */
const MORE = 0x80000000;
/** More words than this come only of damaged captures. */
const MOST_WORDS = 32;

const payload = table("radiotap.payload");

/**  0         8         16                  32
 *  +---------+---------+-------------------+
 *  | Version |   Pad   |      Length       |   radiotap.org
 *  +---------+---------+-------------------+ */
const header = layout("radiotap", 4, {
  version: u8(0, "Header revision"),
  pad: u8(1, "Header pad"),
  length: u16(2, "Header length", { little: true }),
});

const namespaces = [
  [1, "rtap_ns", "Radiotap NS next"],
  [1, "vendor_ns", "Vendor NS next"],
  [1, "ext", "Ext"],
] as const;

/** Which fields follow, in the order of the bits. */
const present = layout("radiotap", 4, {
  ...word(
    0,
    4,
    "present.word",
    "Present flags word",
    [
      [1, "tsft", "TSFT"],
      [1, "flags", "Flags"],
      [1, "rate", "Rate"],
      [1, "channel", "Channel"],
      [1, "fhss", "FHSS"],
      [1, "dbm_antsignal", "dBm Antenna Signal"],
      [1, "dbm_antnoise", "dBm Antenna Noise"],
      [1, "lock_quality", "Lock Quality"],
      [1, "tx_attenuation", "TX Attenuation"],
      [1, "db_tx_attenuation", "dB TX Attenuation"],
      [1, "dbm_tx_power", "dBm TX Power"],
      [1, "antenna", "Antenna"],
      [1, "db_antsignal", "dB Antenna Signal"],
      [1, "db_antnoise", "dB Antenna Noise"],
      [1, "rxflags", "RX flags"],
      [1, "txflags", "TX flags"],
      [1],
      [1, "data_retries", "data retries"],
      [1, "xchannel", "Channel+"],
      [1, "mcs", "MCS information"],
      [1, "ampdu", "A-MPDU Status"],
      [1, "vht", "VHT information"],
      [1, "timestamp", "frame timestamp"],
      [1, "he", "HE information"],
      [1, "he_mu", "HE-MU information"],
      [1],
      [1, "0_length.psdu", "0 Length PSDU"],
      [1, "l_sig", "L-SIG"],
      [1, "tlv", "TLVs"],
      ...namespaces,
    ],
    "radiotap.present",
  ),
});
const morePresent = layout("radiotap", 4, {
  ...word(0, 4, "present.word", "Present flags word", [[29], ...namespaces], "radiotap.present"),
});

const flags = layout("radiotap", 1, {
  ...word(0, 1, "flags", "Flags", [
    [1, "cfp", "CFP"],
    [1, "preamble", "Preamble"],
    [1, "wep", "WEP"],
    [1, "frag", "Fragmentation"],
    [1, "fcs", "FCS at end"],
    [1, "datapad", "Data Pad"],
    [1, "badfcs", "Bad FCS"],
    [1, "shortgi", "Short GI"],
  ]),
});
const channel = layout("radiotap", 4, {
  "channel.freq": u16(0, "Channel frequency", { little: true, names: channelName }),
  ...word(2, 2, "channel.flags", "Channel flags", [
    [1, "700mhz", "700 MHz spectrum"],
    [1, "800mhz", "800 MHz spectrum"],
    [1, "900mhz", "900 MHz spectrum"],
    [1],
    [1, "turbo", "Turbo"],
    [1, "cck", "Complementary Code Keying (CCK)"],
    [1, "ofdm", "Orthogonal Frequency-Division Multiplexing (OFDM)"],
    [1, "2ghz", "2 GHz spectrum"],
    [1, "5ghz", "5 GHz spectrum"],
    [1, "passive", "Passive"],
    [1, "dynamic", "Dynamic CCK-OFDM"],
    [1, "gfsk", "Gaussian Frequency Shift Keying (GFSK)"],
    [1, "gsm", "GSM (900MHz)"],
    [1, "sturbo", "Static Turbo"],
    [1, "half", "Half Rate Channel (10MHz Channel Width)"],
    [1, "quarter", "Quarter Rate Channel (5MHz Channel Width)"],
  ]),
});
const rxFlags = layout("radiotap", 2, {
  ...word(0, 2, "rxflags", "RX flags", [[1], [1, "badplcp", "Bad PLCP"]]),
});
const mcs = layout("radiotap", 3, {
  ...word(
    0,
    1,
    "mcs.known",
    "Known MCS information",
    [
      [1, "have_bw", "Bandwidth"],
      [1, "have_index", "MCS index"],
      [1, "have_gi", "Guard interval"],
      [1, "have_format", "Format"],
      [1, "have_fec", "FEC type"],
      [1, "have_stbc", "STBC streams"],
      [1, "have_ness", "Number of extension spatial streams"],
    ],
    "radiotap.mcs",
  ),
  "mcs.flags": u8(1, "MCS flags", { show: "hex" }),
  "mcs.index": u8(2, "MCS index"),
});

const extendedChannel = layout("radiotap", 8, {
  "xchannel.flags": u32(0, "Channel flags", { show: "hex", little: true }),
  "xchannel.freq": u16(4, "Channel frequency", { little: true }),
  "xchannel.channel": u8(6, "Channel number"),
  "xchannel.max_power": u8(7, "Max transmit power"),
});
const aggregate = layout("radiotap", 8, {
  "ampdu.reference": u32(0, "A-MPDU reference number", { little: true }),
  "ampdu.flags": u16(4, "A-MPDU flags", { show: "hex", little: true }),
  "ampdu.delim_crc": u8(6, "A-MPDU delimiter CRC", { show: "hex" }),
  "ampdu.reserved": u8(7, "Reserved"),
});

const found = fields("radiotap", {
  present: none("Present flags"),
  mactime: u64("MAC timestamp", { little: true, unit: "µs" }),
  datarate: computed("double", "Data rate (Mb/s)", (r) => r.bytes[r.start]! / 2),
  fhss: u16("FHSS", { little: true, show: "hex", name: "radiotap.fhss.hopset" }),
  dbm_antsignal: i8("Antenna signal", { unit: "dBm" }),
  dbm_antnoise: i8("Antenna noise", { unit: "dBm" }),
  quality: u16("Signal Quality", { little: true }),
  txattenuation: u16("TX attenuation", { little: true }),
  db_txattenuation: u16("dB TX attenuation", { little: true }),
  txpower: i8("TX power", { unit: "dBm" }),
  antenna: u8("Antenna"),
  db_antsignal: u8("dB antenna signal", { unit: "dB" }),
  db_antnoise: u8("dB antenna noise", { unit: "dB" }),
  txflags: u16("TX flags", { little: true, show: "hex" }),
  data_retries: u8("data retries"),
  mcs: none("MCS information"),
  "mcs.rate": real("Data rate (Mb/s)", { name: "radiotap.datarate" }),
  vht: none("VHT information"),
  timestamp: none("timestamp"),
  he: none("HE information"),
  he_mu: none("HE-MU information"),
  "0_length.psdu": u8("0-length PSDU type", { name: "radiotap.0_length_psdu.type" }),
  l_sig: none("L-SIG"),
  "mcs.bw": computed("uint", "Bandwidth", (r) =>
    r.bytes[r.start - 1]! & KNOWS_BANDWIDTH ? r.bytes[r.start]! & BANDWIDTH : undefined,
  ),
  "mcs.gi": computed("uint", "Guard interval", (r) =>
    r.bytes[r.start - 1]! & KNOWS_GUARD ? (r.bytes[r.start]! & SHORT_GUARD ? 1 : 0) : undefined,
  ),
});

/** A field of the header: its alignment and size in bytes, and what reads it. */
interface Entry {
  readonly align: number;
  readonly size: number;
  read(c: Cursor, reception: Reception): void;
}

const plain = (field: Field, size: number, note?: (r: Reception, value: number) => void, align = size): Entry => ({
  align,
  size,
  read(c, reception) {
    note?.(reception, littleAt(c.bytes, c.at, size));
    c.take(field, size);
  },
});
const placed = (layout: Layout, align: number): Entry => ({
  align,
  size: layout.$node.size,
  read(c) {
    c.place(layout);
  },
});
const signedByte = (value: number) => (value << 24) >> 24;

/** By their bit in the present flags (radiotap.org, defined fields); those that are not here end the reading. */
const entries: Readonly<Record<number, Entry>> = {
  0: plain(found.mactime, 8, (r, value) => (r.timestamp = value)),
  1: {
    align: 1,
    size: 1,
    read(c, reception) {
      reception.flags = c.u8(c.at);
      c.place(flags);
    },
  },
  2: plain(found.datarate, 1, (r, value) => (r.rate = value / 2)),
  3: {
    align: 2,
    size: 4,
    read(c, reception) {
      reception.frequency = littleAt(c.bytes, c.at, 2);
      reception.channelFlags = littleAt(c.bytes, c.at + 2, 2);
      c.place(channel);
    },
  },
  4: plain(found.fhss, 2),
  5: plain(found.dbm_antsignal, 1, (r, value) => (r.signal = signedByte(value))),
  6: plain(found.dbm_antnoise, 1, (r, value) => (r.noise = signedByte(value))),
  7: plain(found.quality, 2),
  8: plain(found.txattenuation, 2),
  9: plain(found.db_txattenuation, 2),
  10: plain(found.txpower, 1),
  11: plain(found.antenna, 1),
  12: plain(found.db_antsignal, 1, (r, value) => (r.signalDb = value)),
  13: plain(found.db_antnoise, 1),
  14: placed(rxFlags, 2),
  15: plain(found.txflags, 2),
  17: plain(found.data_retries, 1),
  19: {
    align: 1,
    size: 3,
    read(c, reception) {
      const row = c.open(found.mcs);
      const at = c.place(mcs);
      reception.mcsKnown = c.u8(at);
      reception.mcsFlags = c.u8(at + 1);
      if (reception.mcsKnown & KNOWS_INDEX) reception.mcsIndex = c.u8(at + 2);
      c.add(found["mcs.bw"], at + 1, at + 2);
      c.add(found["mcs.gi"], at + 1, at + 2);
      c.close(row);
      const rate = rateOf(reception);
      if (!Number.isNaN(rate)) c.put(found["mcs.rate"], rate);
    },
  },
  18: placed(extendedChannel, 4),
  20: placed(aggregate, 4),
  21: plain(found.vht, 12, undefined, 2),
  22: plain(found.timestamp, 12, undefined, 8),
  23: plain(found.he, 12, undefined, 2),
  24: plain(found.he_mu, 12, undefined, 2),
  26: plain(found["0_length.psdu"], 1),
  27: plain(found.l_sig, 4, undefined, 2),
};

/** Reads the words that say which fields follow; returns the first, or -1 where they are cut short. */
function readPresent(c: Cursor): number {
  const row = c.open(found.present);
  const first = c.place(present);
  let at = first;
  for (let words = 1; at >= 0 && littleAt(c.bytes, at, 4) >= MORE && words < MOST_WORDS; words++) {
    at = c.place(morePresent);
  }
  c.close(row);
  return at < 0 ? -1 : littleAt(c.bytes, first, 4);
}

/** What a radio tells in front of a frame. Its state is what it told of the last one. */
export const radiotap: Protocol<Reception> = protocol<Reception>({
  name: "radiotap",
  title: "Radiotap Header",
  spec: "radiotap.org",
  column: "Radiotap",
  fields: [header, present, morePresent, flags, channel, rxFlags, mcs, extendedChannel, aggregate, found],
  on: { linktype: RADIOTAP },
  state: () => new Reception(),
  dissect(c) {
    const reception = c.state(radiotap);
    reception.begin();
    const start = c.at;
    const at = c.place(header);
    if (at < 0) return;
    const { end } = c;
    const length = c.get(at, header.length);
    if (!c.limit(start + length, header.length)) return;
    const bits = readPresent(c);
    if (bits < 0) return;
    readEntries(c, start, bits, reception);
    if (c.broken) return;
    c.at = start + length;
    c.end = end;
    c.next(payload, 0);
  },
});

/** Reads the fields of the first word, each aligned to its size from the start of the header. */
function readEntries(c: Cursor, start: number, bits: number, reception: Reception): void {
  for (let bit = 0; bit < 29; bit++) {
    if (((bits >>> bit) & 1) === 0) continue;
    const entry = entries[bit];
    if (entry === undefined) return;
    const { align, size } = entry;
    c.at = start + Math.ceil((c.at - start) / align) * align;
    if (!c.has(size)) return;
    entry.read(c, reception);
  }
}
