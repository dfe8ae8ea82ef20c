import { checkLength, type Format, half, NEED_MORE, type RecordTarget, word } from "./records.ts";

/** Magic numbers: fractions of a second in microseconds, in nanoseconds. */
export const MICRO = 0xa1b2c3d4;
export const NANO = 0xa1b23c4d;
/** Alexey Kuznetsov's variant: 8 more bytes in each record header. */
const MODIFIED = 0xa1b2cd34;

/** Set in the link type's word when its highest four bits hold the length of the frame check sequence, in 16-bit words. */
export const FCS_KNOWN = 0x04000000;

/** Bytes of the file header (draft-ietf-opsawg-pcap section 4). */
export const FILE_HEADER = 24;
/** Bytes in front of each frame. */
export const RECORD_HEADER = 16;
const MODIFIED_HEADER = 24;

/**
 * Classic pcap: both byte orders, micro- and nanoseconds, and the "modified" variant (draft-ietf-opsawg-pcap).
 * The file header stands at the start of the first window given to {@link PcapFormat.next}.
 */
export class PcapFormat implements Format {
  readonly name: string;
  readonly decimals: number;
  /** snaplen of the file header, bytes. */
  readonly snaplen: number;
  readonly linkType: number;
  /** The interface of all frames, where the capture comes from the network. */
  readonly interfaceName: string | undefined;
  at = FILE_HEADER;
  readonly little: boolean;
  private readonly toNanoseconds: number;
  private readonly header: number;
  /** Before version 2.3 of the format the two lengths stood the other way round, in 2.3 in some files. */
  private readonly swapped: "always" | "maybe" | "never";
  /** Bytes of frame check sequence at the end of each frame; -1 where the file header does not say. */
  readonly fcsLength: number;

  private constructor(
    bytes: Uint8Array,
    start: number,
    little: boolean,
    magic: number,
    interfaceName: string | undefined,
  ) {
    this.interfaceName = interfaceName;
    this.little = little;
    this.name = magic === NANO ? "nsecpcap" : "pcap";
    this.decimals = magic === NANO ? 9 : 6;
    this.toNanoseconds = magic === NANO ? 1 : 1000;
    this.header = magic === MODIFIED ? MODIFIED_HEADER : RECORD_HEADER;
    const minor = half(bytes, start + 6, little);
    this.swapped = minor < 3 ? "always" : minor === 3 ? "maybe" : "never";
    this.snaplen = this.word(bytes, start + 16);
    const network = this.word(bytes, start + 20);
    this.linkType = network & 0x03ffffff;
    this.fcsLength = network & FCS_KNOWN ? (network >>> 28) * 2 : -1;
    this.at = start + FILE_HEADER;
  }

  /** The format when `bytes[start..]` (24 bytes at least) begins with a pcap magic number. */
  static open(bytes: Uint8Array, start: number, interfaceName?: string): PcapFormat | undefined {
    for (const little of [true, false]) {
      const magic = word(bytes, start, little);
      if (magic === MICRO || magic === NANO || magic === MODIFIED) {
        return new PcapFormat(bytes, start, little, magic, interfaceName);
      }
    }
    return undefined;
  }

  private word(bytes: Uint8Array, at: number): number {
    return word(bytes, at, this.little);
  }

  next(bytes: Uint8Array, end: number, target: RecordTarget): number {
    const { at, header } = this;
    if (at + header > end) return NEED_MORE;
    const { little } = this;
    let captured = word(bytes, at + 8, little);
    let original = word(bytes, at + 12, little);
    if (this.swapped !== "never" && (this.swapped === "always" || captured > original)) {
      [captured, original] = [original, captured];
    }
    checkLength(captured, this.linkType);
    const start = at + header;
    if (start + captured > end) return NEED_MORE;
    const seconds = word(bytes, at, little);
    const fraction = word(bytes, at + 4, little) * this.toNanoseconds;
    target.seconds = fraction < 1e9 ? seconds : seconds + Math.floor(fraction / 1e9);
    target.nanoseconds = fraction < 1e9 ? fraction : fraction % 1e9;
    target.hasTime = true;
    target.decimals = this.decimals;
    target.capturedLength = captured;
    target.originalLength = original;
    target.linkType = this.linkType;
    target.fcsLength = this.fcsLength;
    target.section = 0;
    target.interfaceId = target.packetFlags = -1;
    target.comments = target.custom = undefined;
    target.recordAt = at;
    target.recordEnd = start + captured;
    target.interfaceName = this.interfaceName;
    this.at = start + captured;
    return start;
  }
}
