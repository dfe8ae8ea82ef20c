import { eachOption, optionText } from "./options.ts";
import { half, type RecordTarget, word } from "./records.ts";

/** Options of an Interface Description Block (draft-ietf-opsawg-pcapng section 4.2). */
const NAME = 2;
const DESCRIPTION = 3;
const RESOLUTION = 9;
const FCS_LENGTH = 13;
const OFFSET = 14;

/** One interface of a section, as its description block says. */
export interface Interface {
  readonly linkType: number;
  /** Bytes kept of each frame; 0 for no limit. */
  readonly snaplen: number;
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** Decimals of the second that its times are worth: 0 to 3, 6 or 9. */
  readonly decimals: number;
  /** Units of time a second, and the same exactly. */
  readonly unitsPerSecond: number;
  readonly exactUnits: bigint;
  /** Seconds to add to every time. */
  readonly offsetSeconds: number;
  /** Bytes of frame check sequence at the end of each frame; -1 where the capture does not say. */
  readonly fcsLength: number;
}

/** Reads the body `body..to` of an interface's description. */
export function readInterface(bytes: Uint8Array, body: number, to: number, little: boolean): Interface {
  let name: string | undefined;
  let description: string | undefined;
  let exactUnits = 1_000_000n;
  let offsetSeconds = 0;
  let fcsLength = -1;
  eachOption(bytes, body + 8, to, little, (code, value, size) => {
    if (code === NAME) name = optionText(bytes, value, size);
    else if (code === DESCRIPTION) description = optionText(bytes, value, size);
    else if (code === RESOLUTION && size >= 1) {
      const resolution = bytes[value]!;
      exactUnits = resolution & 0x80 ? 2n ** BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
    } else if (code === FCS_LENGTH && size >= 1) fcsLength = bytes[value]!;
    else if (code === OFFSET && size >= 8) {
      const high = word(bytes, value + (little ? 4 : 0), little) | 0;
      offsetSeconds = high * 2 ** 32 + word(bytes, value + (little ? 0 : 4), little);
    }
  });
  return {
    linkType: half(bytes, body, little),
    snaplen: word(bytes, body + 4, little),
    name,
    description,
    decimals: decimalsOf(Number(exactUnits)),
    unitsPerSecond: Number(exactUnits),
    exactUnits,
    offsetSeconds,
    fcsLength,
  };
}

/** The decimals that show so many units a second: tenths to thousandths one by one, then by thousands. */
function decimalsOf(units: number): number {
  const digits = Math.floor(Math.log10(units) + 1e-9);
  return digits < 3 ? digits : Math.min(9, digits - (digits % 3));
}

/** Divides a 64-bit count of an interface's units of time into seconds and nanoseconds, exactly. */
export function splitTime(high: number, low: number, from: Interface, target: RecordTarget): void {
  const { unitsPerSecond: units, offsetSeconds } = from;
  const whole = high * 2 ** 32 + low;
  if (whole <= Number.MAX_SAFE_INTEGER && units <= 1e6) {
    const seconds = Math.floor(whole / units);
    target.seconds = seconds + offsetSeconds;
    target.nanoseconds = Math.floor(((whole - seconds * units) * 1e9) / units);
    return;
  }
  if (units === 1e9) {
    // 2^32 units are 4 seconds and 294,967,296 nanoseconds, so that no step leaves the exact integers.
    const rest = high * 294_967_296 + low;
    const seconds = Math.floor(rest / 1e9);
    if (high < 30_000_000) {
      target.seconds = high * 4 + seconds + offsetSeconds;
      target.nanoseconds = rest - seconds * 1e9;
      return;
    }
  }
  const exact = (BigInt(high) << 32n) | BigInt(low);
  target.seconds = Number(exact / from.exactUnits) + offsetSeconds;
  target.nanoseconds = Number(((exact % from.exactUnits) * 1_000_000_000n) / from.exactUnits);
}
