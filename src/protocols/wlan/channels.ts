/** Channels whose numbers do not follow from their distance to the band's beginning. */
const JAPAN = 2484;

/** The number of the channel at a frequency in MHz; `NaN` where there is none (IEEE 802.11 annex E). */
export function channelAt(frequency: number): number {
  if (frequency === JAPAN) return 14;
  if (frequency >= 2412 && frequency <= 2472) return (frequency - 2407) % 5 === 0 ? (frequency - 2407) / 5 : Number.NaN;
  if (frequency >= 5000 && frequency <= 5885) return (frequency - 5000) % 5 === 0 ? (frequency - 5000) / 5 : Number.NaN;
  if (frequency >= 4910 && frequency <= 4980) return (frequency - 4000) / 5;
  if (frequency >= 5955 && frequency <= 7115) return (frequency - 5950) / 5;
  return Number.NaN;
}

/** How a frequency reads: its band and the number of its channel. */
export function channelName(frequency: number): string | undefined {
  const channel = channelAt(frequency);
  if (Number.isNaN(channel)) return undefined;
  return `${frequency < 3000 ? "BG" : frequency > 5950 ? "6G" : "A"} ${channel}`;
}
