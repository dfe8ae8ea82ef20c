/** What a radio told of how it received a frame; `NaN` for what it did not tell. */
export class Reception {
  /** Microseconds. */
  timestamp = Number.NaN;
  /** Bits of the radiotap header's flags. */
  flags = Number.NaN;
  /** Mb/s, as the header has it. */
  rate = Number.NaN;
  /** MHz, and the bits of the channel's flags. */
  frequency = Number.NaN;
  channelFlags = 0;
  /** dBm. */
  signal = Number.NaN;
  noise = Number.NaN;
  /** dB above an arbitrary reference. */
  signalDb = Number.NaN;
  /** Of IEEE 802.11n: which parts are known, which they are, and the index of the modulation. */
  mcsKnown = 0;
  mcsFlags = 0;
  mcsIndex = Number.NaN;
  /** When the last frame was over, microseconds. */
  lastEnd = Number.NaN;

  /** Forgets the frame before. */
  begin(): void {
    this.timestamp = this.flags = this.rate = this.frequency = Number.NaN;
    this.signal = this.noise = this.signalDb = this.mcsIndex = Number.NaN;
    this.channelFlags = this.mcsKnown = this.mcsFlags = 0;
  }
}

/** A check sequence follows the frame; the frame failed it (radiotap.org, Flags). */
export const FCS_AT_END = 0x10;
export const SHORT_PREAMBLE = 0x02;
