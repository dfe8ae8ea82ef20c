import type { Cursor } from "../../core/cursor.ts";
import { none, number, real, signed, truth } from "../../core/field.ts";
import { fields, numbers } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { channelAt } from "./channels.ts";
import {
  BANDWIDTH,
  GREENFIELD,
  isKnown,
  KNOWS_BANDWIDTH,
  KNOWS_CODING,
  KNOWS_EXTENSION,
  KNOWS_FORMAT,
  KNOWS_GUARD,
  KNOWS_STBC,
  LDPC,
  rateOf,
  SHORT_GUARD,
  streamsOf,
  symbolBits,
  symbolTime,
} from "./modulation.ts";
import { radiotap } from "./radiotap.ts";
import { type Reception, SHORT_PREAMBLE } from "./reception.ts";

const payload = table("wlan_radio.payload");

/** Kinds of physical layers. */
const PHY_B = 4;
const PHY_A = 5;
const PHY_G = 6;
const PHY_N = 7;
const phyNames = {
  [PHY_B]: "802.11b (HR/DSSS)",
  [PHY_A]: "802.11a (OFDM)",
  [PHY_G]: "802.11g (ERP)",
  [PHY_N]: "802.11n (HT)",
};

/** Mb/s that no other kind has. */
const RATES_B = [1, 2, 5.5, 11];

/** Bits of the channel's flags. */
const CCK = 0x20;
const OFDM = 0x40;
const BAND_2GHZ = 0x80;
const BAND_5GHZ = 0x100;
const DYNAMIC = 0x400;

/** Microseconds: preambles and their headers, a symbol (IEEE 802.11 sections 15.2, 16.2, 17.3, 19.3). */
const LONG_PREAMBLE_B = 192;
const SHORT_PREAMBLE_B = 96;
const PREAMBLE_OFDM = 20;
const PREAMBLE_HT = 32;
const TRAINING_HT = 4;
const SYMBOL = 4;
/** Bits in front of the data and behind. */
const SERVICE = 16;
const TAIL = 6;
const learnt = numbers("wlan_radio", {
  phy: number("PHY type", { names: phyNames }),
  short_preamble: truth("Short preamble"),
  "11g.mode": number("Proprietary mode", { names: { 0: "None" } }),
  "11n.mcs_index": number("MCS index"),
  "11n.bandwidth": number("Bandwidth", { names: { 0: "20 MHz", 1: "40 MHz", 2: "20 MHz lower", 3: "20 MHz upper" } }),
  "11n.short_gi": truth("Short GI"),
  "11n.greenfield": truth("Greenfield"),
  "11n.fec": number("FEC", { names: { 0: "BCC", 1: "LDPC" } }),
  data_rate: real("Data rate", { unit: "Mb/s" }),
  channel: number("Channel"),
  frequency: number("Frequency", { unit: "MHz" }),
  signal_dbm: signed("Signal strength (dBm)", { unit: "dBm" }),
  signal_db: number("Signal strength (dB)", { unit: "dB" }),
  noise_dbm: signed("Noise level (dBm)", { unit: "dBm" }),
  snr: signed("Signal/noise ratio (dB)", { unit: "dB" }),
  timestamp: number("TSF timestamp"),
  duration: number("Duration", { unit: "µs" }),
  preamble: number("Preamble", { unit: "µs" }),
  ifs: signed("IFS", { unit: "µs" }),
  start_tsf: number("Start", { unit: "µs" }),
  end_tsf: number("End", { unit: "µs" }),
});

const assumed = fields("wlan_radio.assumed", {
  non_greenfield: none("No plcp type information was available, assuming non greenfield."),
  no_stbc: none("No stbc information was available, assuming no stbc."),
  no_extension_streams: none("No extension stream information was available, assuming no extension streams."),
  bcc_fec: none("No fec type information was available, assuming bcc fec."),
});

/** How long a frame of `length` bytes was on the air; writes what of that is its preamble. Undefined where that cannot be told. */
function timeOnAir(r: Reception, phy: number, length: number): { duration: number; preamble: number } | undefined {
  const bits = length * 8;
  if (phy === PHY_N) return timeOnAirHt(r, bits);
  if (!(r.rate > 0)) return undefined;
  if (phy === PHY_B) {
    const isLong = (r.flags & SHORT_PREAMBLE) === 0 && !Number.isNaN(r.flags);
    const preamble = isLong ? LONG_PREAMBLE_B : SHORT_PREAMBLE_B;
    return { preamble, duration: preamble + Math.ceil(bits / r.rate) };
  }
  if (phy !== PHY_A && phy !== PHY_G) return undefined;
  const symbols = Math.ceil((SERVICE + bits + TAIL) / (r.rate * SYMBOL));
  return { preamble: PREAMBLE_OFDM, duration: PREAMBLE_OFDM + symbols * SYMBOL };
}

function timeOnAirHt(r: Reception, bits: number): { duration: number; preamble: number } | undefined {
  if (!isKnown(r)) return undefined;
  const streams = streamsOf(r);
  const preamble = PREAMBLE_HT + TRAINING_HT * (streams === 3 ? 4 : streams);
  const symbols = Math.ceil((SERVICE + bits + TAIL) / symbolBits(r));
  return { preamble, duration: preamble + Math.ceil(symbols * symbolTime(r)) };
}

function phyOf({ mcsIndex, channelFlags, rate }: Reception): number {
  if (!Number.isNaN(mcsIndex)) return PHY_N;
  if (channelFlags & CCK && channelFlags & BAND_2GHZ) return PHY_B;
  if (channelFlags & OFDM && channelFlags & BAND_5GHZ) return PHY_A;
  if (channelFlags & (OFDM | DYNAMIC) && channelFlags & BAND_2GHZ) return PHY_G;
  if (channelFlags === 0 && RATES_B.includes(rate)) return PHY_B;
  return Number.NaN;
}

/** Puts down what is known of how the frame of `length` bytes was received. */
function putReception(c: Cursor, r: Reception, length: number): void {
  const base = c.found(learnt);
  const { frame } = c;
  const put = (field: { readonly slot: number }, value: number) => (frame.numbers[base + field.slot] = value);
  const phy = phyOf(r);
  put(learnt.phy, phy);
  if (phy === PHY_B && !Number.isNaN(r.flags)) put(learnt.short_preamble, r.flags & SHORT_PREAMBLE ? 1 : 0);
  if (phy === PHY_G) put(learnt["11g.mode"], 0);
  put(learnt.data_rate, phy === PHY_N ? rateOf(r) : r.rate);
  if (phy === PHY_N) putHt(put, r);
  put(learnt.channel, channelAt(r.frequency));
  put(learnt.frequency, r.frequency === 0 ? Number.NaN : r.frequency);
  put(learnt.signal_dbm, r.signal);
  put(learnt.signal_db, r.signalDb);
  put(learnt.noise_dbm, r.noise);
  put(learnt.snr, r.signal - r.noise);
  put(learnt.timestamp, r.timestamp);
  putTimes(put, r, timeOnAir(r, phy, length));
  if (phy === PHY_N) putAssumed(c, r);
}

type Put = (field: { readonly slot: number }, value: number) => void;

function putHt(put: Put, r: Reception): void {
  put(learnt["11n.mcs_index"], r.mcsIndex);
  if (r.mcsKnown & KNOWS_BANDWIDTH) put(learnt["11n.bandwidth"], r.mcsFlags & BANDWIDTH);
  if (r.mcsKnown & KNOWS_GUARD) put(learnt["11n.short_gi"], r.mcsFlags & SHORT_GUARD ? 1 : 0);
  if (r.mcsKnown & KNOWS_FORMAT) put(learnt["11n.greenfield"], r.mcsFlags & GREENFIELD ? 1 : 0);
  if (r.mcsKnown & KNOWS_CODING) put(learnt["11n.fec"], r.mcsFlags & LDPC ? 1 : 0);
}

function putAssumed(c: Cursor, { mcsKnown }: Reception): void {
  for (const [bit, field] of [
    [KNOWS_FORMAT, assumed.non_greenfield],
    [KNOWS_STBC, assumed.no_stbc],
    [KNOWS_EXTENSION, assumed.no_extension_streams],
    [KNOWS_CODING, assumed.bcc_fec],
  ] as const) {
    if ((mcsKnown & bit) === 0) c.add(field, c.at, c.at);
  }
}

/** The radio's clock stood at the end of the frame. */
function putTimes(put: Put, r: Reception, air: ReturnType<typeof timeOnAir>): void {
  if (air === undefined) return;
  put(learnt.duration, air.duration);
  put(learnt.preamble, air.preamble);
  const start = r.timestamp - air.duration;
  put(learnt.start_tsf, start);
  put(learnt.end_tsf, r.timestamp);
  put(learnt.ifs, start - r.lastEnd);
  r.lastEnd = Number.isNaN(r.timestamp) ? 0 : r.timestamp;
}

export default protocol({
  name: "wlan_radio",
  title: "802.11 radio information",
  spec: "IEEE 802.11",
  fields: [learnt, assumed],
  on: { "radiotap.payload": 0 },
  dissect(c) {
    const reception = c.state(radiotap);
    putReception(c, reception, c.left);
    c.next(payload, 0);
  },
});
