import type { Cursor } from "../../core/cursor.ts";
import { type Field, none, number, real, signed, truth } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
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

/** Microseconds of what stands in front of a frame on the air; `NaN` where that is not known. */
function preambleOf(r: Reception, phy: number): number {
  switch (phy) {
    case PHY_B:
      return (r.flags & SHORT_PREAMBLE) === 0 && !Number.isNaN(r.flags) ? LONG_PREAMBLE_B : SHORT_PREAMBLE_B;
    case PHY_A:
    case PHY_G:
      return PREAMBLE_OFDM;
    case PHY_N: {
      const streams = streamsOf(r);
      return PREAMBLE_HT + TRAINING_HT * (streams === 3 ? 4 : streams);
    }
    default:
      return Number.NaN;
  }
}

/** Microseconds that `bits` of a frame take behind its preamble; `NaN` where that is not known. */
function bodyTime(r: Reception, phy: number, bits: number): number {
  if (phy === PHY_N) {
    return isKnown(r) ? Math.ceil(Math.ceil((SERVICE + bits + TAIL) / symbolBits(r)) * symbolTime(r)) : Number.NaN;
  }
  if (!(r.rate > 0)) return Number.NaN;
  return phy === PHY_B ? Math.ceil(bits / r.rate) : Math.ceil((SERVICE + bits + TAIL) / (r.rate * SYMBOL)) * SYMBOL;
}

function phyOf({ mcsIndex, channelFlags, rate }: Reception): number {
  if (!Number.isNaN(mcsIndex)) return PHY_N;
  if (channelFlags & CCK && channelFlags & BAND_2GHZ) return PHY_B;
  if (channelFlags & OFDM && channelFlags & BAND_5GHZ) return PHY_A;
  if (channelFlags & (OFDM | DYNAMIC) && channelFlags & BAND_2GHZ) return PHY_G;
  if (channelFlags === 0 && RATES_B.includes(rate)) return PHY_B;
  return Number.NaN;
}

function put({ numbers }: Frame, base: number, { slot }: Field, value: number): void {
  numbers[base + slot] = value;
}

/** Puts down what is known of how the frame of `length` bytes was received. */
function putReception(c: Cursor, r: Reception, length: number): void {
  const { frame } = c;
  const base = c.found(learnt);
  const phy = phyOf(r);
  put(frame, base, learnt.phy, phy);
  if (phy === PHY_B && !Number.isNaN(r.flags))
    put(frame, base, learnt.short_preamble, r.flags & SHORT_PREAMBLE ? 1 : 0);
  if (phy === PHY_G) put(frame, base, learnt["11g.mode"], 0);
  put(frame, base, learnt.data_rate, phy === PHY_N ? rateOf(r) : r.rate);
  if (phy === PHY_N) putHt(frame, base, r);
  put(frame, base, learnt.channel, channelAt(r.frequency));
  put(frame, base, learnt.frequency, r.frequency === 0 ? Number.NaN : r.frequency);
  put(frame, base, learnt.signal_dbm, r.signal);
  put(frame, base, learnt.signal_db, r.signalDb);
  put(frame, base, learnt.noise_dbm, r.noise);
  put(frame, base, learnt.snr, r.signal - r.noise);
  put(frame, base, learnt.timestamp, r.timestamp);
  putTimes(frame, base, r, preambleOf(r, phy), bodyTime(r, phy, length * 8));
  if (phy === PHY_N) putAssumed(c, r);
}

function putHt(frame: Frame, base: number, r: Reception): void {
  put(frame, base, learnt["11n.mcs_index"], r.mcsIndex);
  if (r.mcsKnown & KNOWS_BANDWIDTH) put(frame, base, learnt["11n.bandwidth"], r.mcsFlags & BANDWIDTH);
  if (r.mcsKnown & KNOWS_GUARD) put(frame, base, learnt["11n.short_gi"], r.mcsFlags & SHORT_GUARD ? 1 : 0);
  if (r.mcsKnown & KNOWS_FORMAT) put(frame, base, learnt["11n.greenfield"], r.mcsFlags & GREENFIELD ? 1 : 0);
  if (r.mcsKnown & KNOWS_CODING) put(frame, base, learnt["11n.fec"], r.mcsFlags & LDPC ? 1 : 0);
}

/** What is taken for granted where the radio does not tell. */
const assumptions = [
  [KNOWS_FORMAT, assumed.non_greenfield],
  [KNOWS_STBC, assumed.no_stbc],
  [KNOWS_EXTENSION, assumed.no_extension_streams],
  [KNOWS_CODING, assumed.bcc_fec],
] as const;

function putAssumed(c: Cursor, { mcsKnown }: Reception): void {
  for (const [bit, field] of assumptions) if ((mcsKnown & bit) === 0) c.add(field, c.at, c.at);
}

/** The radio's clock stood at the end of the frame. */
function putTimes(frame: Frame, base: number, r: Reception, preamble: number, body: number): void {
  const duration = preamble + body;
  if (Number.isNaN(duration)) return;
  const start = r.timestamp - duration;
  put(frame, base, learnt.duration, duration);
  put(frame, base, learnt.preamble, preamble);
  put(frame, base, learnt.start_tsf, start);
  put(frame, base, learnt.end_tsf, r.timestamp);
  put(frame, base, learnt.ifs, start - r.lastEnd);
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
