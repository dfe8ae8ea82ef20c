import { SniffError } from "../core/error.ts";

/** A pcapng block of an organization's own, which is listed among the frames but is no packet of any link. */
export interface CustomBlock {
  /** Private Enterprise Number (IANA) of the organization. */
  readonly enterprise: number;
  /** Whether tools that write a new file may copy the block. */
  readonly copied: boolean;
}

/** Where a reader puts what the capture says of the next frame. Filled in place: nothing is allocated per frame. */
export interface RecordTarget {
  seconds: number;
  nanoseconds: number;
  hasTime: boolean;
  /** Decimals of the second that its time is worth: 0 to 3, 6 or 9. */
  decimals: number;
  capturedLength: number;
  originalLength: number;
  linkType: number;
  /** Number of the section, from 1, and of the interface in it; 0 and -1 where the format has none. */
  section: number;
  interfaceId: number;
  interfaceName: string | undefined;
  /** Bytes of frame check sequence at the end of each frame; -1 where the capture does not say. */
  fcsLength: number;
  /** Comments on the frame; undefined where there are none. */
  comments: readonly string[] | undefined;
  /** pcapng's epb_flags word; -1 where there is none. */
  packetFlags: number;
  /** Set where the frame is a custom block: its link type is {@link NO_LINK}. */
  custom: CustomBlock | undefined;
  /** The record or block that holds the frame: its first byte, and one past its last. */
  recordAt: number;
  recordEnd: number;
}

/** A target of its own, for readers that look ahead. */
export class RecordSlot implements RecordTarget {
  seconds = Number.NaN;
  nanoseconds = Number.NaN;
  hasTime = true;
  decimals = 6;
  capturedLength = 0;
  originalLength = 0;
  linkType = 0;
  section = 0;
  interfaceId = -1;
  interfaceName: string | undefined;
  fcsLength = -1;
  comments: readonly string[] | undefined;
  packetFlags = -1;
  custom: CustomBlock | undefined;
  recordAt = 0;
  recordEnd = 0;
}

/** The link type of what was captured from no link. */
export const NO_LINK = -1;

/** What {@link Format.next} found: a frame, or that more bytes are needed first. */
export const NEED_MORE = -1;

/** Sees each block of a pcapng file that holds no frame, whole, in order. The bytes are dead when it returns. */
export type BlockTap = (bytes: Uint8Array, start: number, end: number) => void;

/** What a capture says of all its frames. */
export interface CaptureHeader {
  /** Decimals that the times of this capture are worth: 6 or 9. */
  readonly decimals: number;
  /** Most bytes kept of each frame, where the file says so for all; 0 where it does not. */
  readonly snaplen: number;
  /** LINKTYPE_ value of all frames, in pcapng of the first interface; {@link NO_LINK} where nothing says. */
  readonly linkType: number;
}

/** A capture file format, fed with bytes piece by piece. */
export interface Format extends CaptureHeader {
  /** "pcap", "nsecpcap" or "pcapng". */
  readonly name: string;
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

/** The capture cannot be read (further), or not be written so. The message is for people; frames before stay good. */
export class CaptureError extends SniffError {
  override readonly name = "CaptureError";
}

/** The largest frame a record may hold, in bytes (libpcap's MAXIMUM_SNAPLEN). */
const MAX_FRAME = 262144;
/** The same for the few links whose frames are larger: D-Bus, USB with USBPcap's header, EBHSCR. */
const LARGE_FRAMES: Readonly<Record<number, number>> = { 231: 128 << 20, 249: 128 << 20, 279: 8 << 20 };

/** Throws when a frame of `linkType` cannot be of `captured` bytes. */
export function checkLength(captured: number, linkType: number): void {
  if (captured <= MAX_FRAME || captured <= (LARGE_FRAMES[linkType] ?? 0)) return;
  throw new CaptureError(`damaged at this point: a record claims ${captured} captured bytes`);
}

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
