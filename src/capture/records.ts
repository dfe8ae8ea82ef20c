/** Where a reader puts what the capture says of the next frame. Filled in place: nothing is allocated per frame. */
export interface RecordTarget {
  seconds: number;
  nanoseconds: number;
  hasTime: boolean;
  capturedLength: number;
  originalLength: number;
  linkType: number;
  interfaceId: number;
  interfaceName: string | undefined;
}

/** What {@link Format.next} found: a frame, or that more bytes are needed first. */
export const NEED_MORE = -1;

/** A capture file format, fed with bytes piece by piece. */
export interface Format {
  /** "pcap", "nsecpcap" or "pcapng". */
  readonly name: string;
  /** Decimals that the times of this capture are worth: 6 or 9. */
  readonly decimals: number;
  /** Byte order of the capture's own numbers. */
  readonly little: boolean;
  /** Bytes of `window` consumed so far. */
  at: number;
  /**
   * Reads the next frame from `bytes[at..end)`. Returns the offset of its first byte and fills `target`, or
   * {@link NEED_MORE} when it is not complete. Throws {@link CaptureError} on damage.
   */
  next(bytes: Uint8Array, end: number, target: RecordTarget): number;
}

/** The capture cannot be read (further). The message is for people; frames before stay good. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";
}

/** The largest frame a record may hold, in bytes: libpcap's limit for all but a few link types, with room. */
export const MAX_FRAME = 16 * 1024 * 1024;

/** The unsigned 32-bit number at `at`, in the byte order of the capture. */
export function word(b: Uint8Array, at: number, little: boolean): number {
  return little
    ? (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0
    : ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;
}

/** The unsigned 16-bit number at `at`, in the byte order of the capture. */
export function half(b: Uint8Array, at: number, little: boolean): number {
  return little ? b[at]! | (b[at + 1]! << 8) : (b[at]! << 8) | b[at + 1]!;
}
