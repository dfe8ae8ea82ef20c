import { DescriptorWriter } from "./descriptor.ts";
import { FCS_KNOWN, FILE_HEADER, MICRO, NANO, RECORD_HEADER } from "./pcap.ts";
import { type BlockTap, CaptureError, type CaptureHeader, NO_LINK, type RecordTarget } from "./records.ts";
import { type CaptureNotes, PcapngEncoder } from "./write-pcapng.ts";

/** What a savefile can be written as. */
export type SavefileFormat = "pcap" | "nsecpcap" | "pcapng";

/** Options of {@link SavefileWriter}. */
export interface SavefileOptions {
  /** Most bytes kept of each frame, for the headers; default what `header` says, else 262144. */
  snaplen?: number;
  /** What the capture that is copied says of all its frames, once it is known; asked when a file begins. */
  header?: () => CaptureHeader | undefined;
  /** What a pcapng file says of a capture that it does not copy from another. */
  notes?: CaptureNotes;
}

/** Turns frames into the bytes of one format. */
export interface Encoder {
  frame(out: DescriptorWriter, meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void;
  /** See {@link BlockTap}. */
  block(out: DescriptorWriter, bytes: Uint8Array, start: number, end: number): void;
  /** Writes the file's head, where it was not written yet. */
  begin(out: DescriptorWriter): void;
  /** Completes the current file; what comes next begins another. */
  end(out: DescriptorWriter): void;
}

const DEFAULT_SNAPLEN = 262144;
const ETHERNET = 1;
/** The last time of a classic file, seconds since 1970: the field has 32 bits, and readers take it as unsigned. */
const LAST_SECOND = 0xffffffff;
/** Of a capture that says nothing of all its frames. */
const UNKNOWN: CaptureHeader = { decimals: 9, linkType: NO_LINK, snaplen: 0 };

/**
 * Writes frames to a file descriptor, which stays the caller's to open and close.
 *
 * A pcapng capture copied to pcapng keeps all it carried (interfaces, names, comments, secrets, statistics, section
 * options): give {@link SavefileWriter.tap} to the capture's reader, and its blocks are copied as they stand.
 */
export class SavefileWriter {
  private readonly out: DescriptorWriter;
  private readonly encoder: Encoder;

  constructor(descriptor: number, format: SavefileFormat, options: SavefileOptions = {}) {
    const { notes = {}, snaplen = 0 } = options;
    const header = () => {
      const { decimals, linkType, ...told } = options.header?.() ?? UNKNOWN;
      return { decimals, linkType, snaplen: snaplen || told.snaplen || DEFAULT_SNAPLEN };
    };
    this.out = new DescriptorWriter(descriptor);
    this.encoder =
      format === "pcapng" ? new PcapngEncoder(header, notes) : new PcapEncoder(header, format === "nsecpcap");
  }

  /** Sees the blocks of a pcapng capture that hold no frame, in order. */
  readonly tap: BlockTap = (bytes, start, end) => {
    this.encoder.block(this.out, bytes, start, end);
    this.out.endRecord();
  };

  /** Bytes of the current file so far. */
  get size(): number {
    return this.out.total;
  }

  /**
   * Writes the frame whose bytes start at `start`. Throws {@link CaptureError} for a frame the format cannot hold, and
   * what the system says when it cannot be written.
   */
  write(meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void {
    this.encoder.frame(this.out, meta, bytes, start);
    this.out.endRecord();
  }

  /** Bytes of the current file that hold whole frames and that the system has taken: what is good after a failure. */
  get whole(): number {
    return this.out.whole;
  }

  /** Writes the file's head now; else it comes with the first frame. The capture's `header` is known by then. */
  begin(): void {
    this.encoder.begin(this.out);
  }

  /** Hands everything to the system. */
  flush(): void {
    this.out.flush();
  }

  /** Ends the current file, which is complete then, even without a frame. */
  end(): void {
    this.encoder.end(this.out);
    this.out.flush();
  }

  /** Goes on with another file, once the current one was ended. */
  turnTo(descriptor: number): void {
    this.out.turnTo(descriptor);
  }
}

/** Classic pcap, in microseconds or nanoseconds, least significant byte first. */
class PcapEncoder implements Encoder {
  private readonly header: () => CaptureHeader;
  private readonly isNano: boolean;
  private linkType = NO_LINK;
  private fcsLength = -1;
  private begun = false;

  constructor(header: () => CaptureHeader, isNano: boolean) {
    this.header = header;
    this.isNano = isNano;
  }

  block(): void {}

  frame(out: DescriptorWriter, meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void {
    if (meta.custom) return;
    if (!this.begun) {
      this.linkType = meta.linkType;
      this.fcsLength = meta.fcsLength;
      this.begin(out);
    }
    if (meta.linkType !== this.linkType) {
      throw new CaptureError(
        "a pcap file holds frames of one link type only, and this capture has " +
          `${this.linkType} and ${meta.linkType}: write pcapng instead (-F pcapng)`,
      );
    }
    const { seconds } = meta;
    if (seconds < 0 || seconds > LAST_SECOND)
      throw new CaptureError(
        `a pcap file holds times from 1970 to 2106 only, and a frame is of ${seconds} seconds since 1970: ` +
          "write pcapng instead (-F pcapng)",
      );
    const at = out.reserve(RECORD_HEADER);
    const { view } = out;
    view.setUint32(at, seconds, true);
    view.setUint32(at + 4, this.isNano ? meta.nanoseconds : Math.floor(meta.nanoseconds / 1000), true);
    view.setUint32(at + 8, meta.capturedLength, true);
    view.setUint32(at + 12, meta.originalLength, true);
    out.copy(bytes, start, start + meta.capturedLength);
  }

  end(out: DescriptorWriter): void {
    this.begin(out);
    this.begun = false;
  }

  /** A file without a frame still says of which link type it would be. */
  begin(out: DescriptorWriter): void {
    if (this.begun) return;
    this.begun = true;
    const { linkType, snaplen } = this.header();
    if (this.linkType === NO_LINK) this.linkType = linkType === NO_LINK ? ETHERNET : linkType;
    const at = out.reserve(FILE_HEADER);
    const { view } = out;
    const fcs = this.fcsLength < 0 ? 0 : FCS_KNOWN + (this.fcsLength >> 1) * 2 ** 28;
    view.setUint32(at, this.isNano ? NANO : MICRO, true);
    view.setUint16(at + 4, 2, true);
    view.setUint16(at + 6, 4, true);
    view.setUint32(at + 8, 0, true);
    view.setUint32(at + 12, 0, true);
    view.setUint32(at + 16, snaplen, true);
    view.setUint32(at + 20, this.linkType + fcs, true);
  }
}
