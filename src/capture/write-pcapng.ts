import type { DescriptorWriter } from "./descriptor.ts";
import type { Counts } from "./device.ts";
import { COMMENT } from "./options.ts";
import { BYTE_ORDER, ENHANCED_PACKET, FLAGS, INTERFACE, SECTION } from "./pcapng.ts";
import { type CaptureHeader, type RecordTarget, word } from "./records.ts";
import type { Encoder } from "./write.ts";

/** Blocks a copy needs at the head of every file, besides the section header and the interfaces: names and secrets. */
const NAME_RESOLUTION = 4;
const DECRYPTION_SECRETS = 10;
const STATISTICS = 5;

/** Options. */
const HARDWARE = 2;
const SYSTEM = 3;
const USER_APPLICATION = 4;
const IF_NAME = 2;
const IF_TSRESOL = 9;
const IF_FILTER = 11;
const IF_FCSLEN = 13;
const STATISTICS_START = 2;
const STATISTICS_END = 3;
const RECEIVED = 4;
const DROPPED = 5;
const ACCEPTED_BY_FILTER = 6;
const DROPPED_BY_SYSTEM = 7;
const DELIVERED = 8;
/** What an interface's filter is preceded by where it is a text (draft-ietf-opsawg-pcapng section 4.2, if_filter). */
const FILTER_TEXT = 0;

/** Bytes of the blocks' fixed parts, type and both total lengths included. */
const SECTION_SIZE = 28;
const INTERFACE_SIZE = 20;
const PACKET_SIZE = 32;
const STATISTICS_SIZE = 24;
/** Where a section header says how long the section is: eight bytes of ones for "not known". */
const SECTION_LENGTH = 16;

/** Decimals of the times where an interface does not say. */
const MICROSECONDS = 6;

const UTF8 = new TextEncoder();

type Option = readonly [code: number, value: Uint8Array];

/** What a pcapng file says of the capture it holds, besides its frames; of a copy only the comment is said. */
export interface CaptureNotes {
  /** The program's name; default "sniff". */
  readonly application?: string;
  readonly hardware?: string;
  readonly system?: string;
  readonly comment?: string;
  /** The capture filter. */
  readonly filter?: string;
  /** The interfaces captured on: they are described even where no frame came from them. */
  readonly interfaces?: readonly InterfaceNotes[];
}

/** An interface as frames refer to it. */
interface Described {
  readonly section: number;
  readonly id: number;
  readonly linkType: number;
  readonly name: string | undefined;
}

/** An interface that is captured on. */
export interface InterfaceNotes extends Described {
  /** When capturing began, milliseconds since 1970. */
  readonly since: number;
  /** What became of its frames by now. */
  readonly counts: Counts;
}

/**
 * pcapng (draft-ietf-opsawg-pcapng). Frames of a pcapng capture are copied block by block, in the byte order they
 * have; for others a section and the interfaces are made up.
 */
export class PcapngEncoder implements Encoder {
  private readonly headerOf: () => CaptureHeader;
  private header: CaptureHeader | undefined;
  private readonly notes: CaptureNotes;
  /** What heads each file of a capture that is copied. */
  private heading: Uint8Array[] = [];
  private readonly described: Described[] = [];
  private little = true;
  private begun = false;

  constructor(header: () => CaptureHeader, notes: CaptureNotes) {
    this.headerOf = header;
    this.notes = notes;
  }

  block(out: DescriptorWriter, bytes: Uint8Array, start: number, end: number): void {
    const isSection = word(bytes, start, true) === SECTION;
    if (isSection) this.little = word(bytes, start + 8, true) === BYTE_ORDER;
    const type = word(bytes, start, this.little);
    if (isSection || type === INTERFACE || type === NAME_RESOLUTION || type === DECRYPTION_SECRETS) {
      const kept = isSection ? this.commented(bytes, start, end) : bytes.slice(start, end);
      if (isSection) {
        // Frames may be left out of the copy, so the section's length is not the original's.
        kept.fill(0xff, SECTION_LENGTH, SECTION_LENGTH + 8);
        this.heading.length = 0;
      }
      this.heading.push(kept);
      if (this.begun) out.copy(kept, 0, kept.length);
      return;
    }
    this.begin(out);
    out.copy(bytes, start, end);
  }

  frame(out: DescriptorWriter, meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void {
    if (meta.custom?.copied === false) return;
    this.begin(out);
    if (this.heading.length > 0) out.copy(bytes, meta.recordAt, meta.recordEnd);
    else if (!meta.custom) this.packet(out, meta, bytes, start);
  }

  end(out: DescriptorWriter): void {
    this.begin(out);
    if (this.heading.length === 0)
      this.notes.interfaces?.forEach((notes, id) => {
        // An engine may not know what was dropped.
        if (!Number.isNaN(notes.counts.dropped)) this.statistics(out, id, notes);
      });
    this.begun = false;
    this.described.length = 0;
  }

  begin(out: DescriptorWriter): void {
    if (this.begun) return;
    this.begun = true;
    this.header = this.headerOf();
    for (const kept of this.heading) out.copy(kept, 0, kept.length);
    if (this.heading.length > 0) return;
    const { application = "sniff", hardware, system, comment, interfaces = [] } = this.notes;
    const texts: [number, string | undefined][] = [
      [COMMENT, comment],
      [HARDWARE, hardware],
      [SYSTEM, system],
      [USER_APPLICATION, application],
    ];
    const options = encodeOptions(texts.flatMap(([code, text]) => (text ? [[code, UTF8.encode(text)] as const] : [])));
    const size = SECTION_SIZE + options.length;
    const at = out.reserve(SECTION_SIZE - 4);
    out.view.setUint32(at, SECTION, true);
    out.view.setUint32(at + 4, size, true);
    out.view.setUint32(at + 8, BYTE_ORDER, true);
    out.view.setUint32(at + 12, 1, true);
    out.buffer.fill(0xff, at + SECTION_LENGTH, at + SECTION_LENGTH + 8);
    this.finish(out, options, size);
    for (const described of interfaces) this.describe(out, described, -1);
  }

  /** A section's head with the comment of the notes, in its own byte order, before its other options. */
  private commented(bytes: Uint8Array, start: number, end: number): Uint8Array {
    const { comment } = this.notes;
    if (comment === undefined) return bytes.slice(start, end);
    const hasOptions = end - start > SECTION_SIZE;
    const option = encodeOptions([[COMMENT, UTF8.encode(comment)]], this.little, !hasOptions);
    const grown = new Uint8Array(end - start + option.length);
    grown.set(bytes.subarray(start, start + SECTION_SIZE - 4));
    grown.set(option, SECTION_SIZE - 4);
    grown.set(bytes.subarray(start + SECTION_SIZE - 4, end), SECTION_SIZE - 4 + option.length);
    const view = new DataView(grown.buffer);
    view.setUint32(4, grown.length, this.little);
    view.setUint32(grown.length - 4, grown.length, this.little);
    return grown;
  }

  /** What became of the frames of the interface with this number. */
  private statistics(out: DescriptorWriter, id: number, { since, counts }: InterfaceNotes): void {
    const { received, dropped, droppedByInterface, captured } = counts;
    const now = Date.now();
    const time = (milliseconds: number) => {
      const value = new Uint8Array(8);
      this.putTime(new DataView(value.buffer), 0, Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1e6);
      return value;
    };
    const count = (n: number) => {
      const value = new Uint8Array(8);
      new DataView(value.buffer).setBigUint64(0, BigInt(n), true);
      return value;
    };
    // As other programs have it: what was dropped by the interface is whatever was lost on the way.
    const options = encodeOptions([
      [STATISTICS_START, time(since)],
      [STATISTICS_END, time(now)],
      [RECEIVED, count(received)],
      [DROPPED, count(dropped + droppedByInterface)],
      [ACCEPTED_BY_FILTER, count(received)],
      [DROPPED_BY_SYSTEM, count(dropped)],
      [DELIVERED, count(captured)],
    ]);
    const size = STATISTICS_SIZE + options.length;
    const at = out.reserve(STATISTICS_SIZE - 4);
    out.view.setUint32(at, STATISTICS, true);
    out.view.setUint32(at + 4, size, true);
    out.view.setUint32(at + 8, id, true);
    this.putTime(out.view, at + 12, Math.floor(now / 1000), (now % 1000) * 1e6);
    this.finish(out, options, size);
  }

  /** Ends a block: its options and its total length once more. */
  private finish(out: DescriptorWriter, options: Uint8Array, size: number): void {
    out.copy(options, 0, options.length);
    out.view.setUint32(out.reserve(4), size, true);
  }

  /** The number of the frame's interface in this file, which is described when it is new. */
  private interfaceOf(out: DescriptorWriter, meta: Readonly<RecordTarget>): number {
    const { described } = this;
    for (let i = 0; i < described.length; i++) {
      const known = described[i]!;
      if (
        known.id === meta.interfaceId &&
        known.section === meta.section &&
        known.linkType === meta.linkType &&
        known.name === meta.interfaceName
      )
        return i;
    }
    const { section, interfaceId: id, linkType, interfaceName: name } = meta;
    return this.describe(out, { section, id, linkType, name }, meta.fcsLength);
  }

  /** Describes an interface; returns its number in this file. */
  private describe(out: DescriptorWriter, interfaceOf: Described, fcsLength: number): number {
    const { name, linkType } = interfaceOf;
    const { filter } = this.notes;
    const options: Option[] = [];
    if (name !== undefined) options.push([IF_NAME, UTF8.encode(name)]);
    const { decimals, snaplen } = this.header!;
    if (decimals !== MICROSECONDS) options.push([IF_TSRESOL, Uint8Array.of(9)]);
    if (filter !== undefined) options.push([IF_FILTER, Uint8Array.of(FILTER_TEXT, ...UTF8.encode(filter))]);
    if (fcsLength >= 0) options.push([IF_FCSLEN, Uint8Array.of(fcsLength)]);
    const encoded = encodeOptions(options);
    const size = INTERFACE_SIZE + encoded.length;
    const at = out.reserve(INTERFACE_SIZE - 4);
    out.view.setUint32(at, INTERFACE, true);
    out.view.setUint32(at + 4, size, true);
    out.view.setUint32(at + 8, linkType, true);
    out.view.setUint32(at + 12, snaplen, true);
    this.finish(out, encoded, size);
    return this.described.push(interfaceOf) - 1;
  }

  private packet(out: DescriptorWriter, meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void {
    const id = this.interfaceOf(out, meta);
    const { capturedLength } = meta;
    const options = packetOptions(meta);
    const padding = -capturedLength & 3;
    const size = PACKET_SIZE + capturedLength + padding + options.length;
    const at = out.reserve(PACKET_SIZE - 4);
    const { view } = out;
    view.setUint32(at, ENHANCED_PACKET, true);
    view.setUint32(at + 4, size, true);
    view.setUint32(at + 8, id, true);
    this.putTime(view, at + 12, meta.seconds, meta.nanoseconds);
    view.setUint32(at + 20, capturedLength, true);
    view.setUint32(at + 24, meta.originalLength, true);
    out.copy(bytes, start, start + capturedLength);
    if (padding > 0) {
      const zeros = out.reserve(padding);
      out.buffer.fill(0, zeros, zeros + padding);
    }
    this.finish(out, options, size);
  }

  /** A time in the units of this file's interfaces, as 64 bits: the upper half, then the lower. */
  private putTime(view: DataView, at: number, seconds: number, nanoseconds: number): void {
    const units = this.header!.decimals === MICROSECONDS ? 1e6 : 1e9;
    const fraction = units === 1e9 ? nanoseconds : Math.floor(nanoseconds / 1000);
    // seconds * units passes what a double holds exactly: multiply the halves.
    const low = (seconds % 65536) * units + fraction;
    const middle = Math.floor(seconds / 65536) * units + Math.floor(low / 65536);
    view.setUint32(at, Math.floor(middle / 65536) >>> 0, true);
    view.setUint32(at + 4, (middle % 65536) * 65536 + (low % 65536), true);
  }
}

const NO_OPTIONS = new Uint8Array(0);

function packetOptions({ comments, packetFlags }: Readonly<RecordTarget>): Uint8Array {
  if (comments === undefined && packetFlags < 0) return NO_OPTIONS;
  const options: Option[] = (comments ?? []).map((comment) => [COMMENT, UTF8.encode(comment)]);
  if (packetFlags >= 0) {
    const flags = new Uint8Array(4);
    new DataView(flags.buffer).setUint32(0, packetFlags, true);
    options.push([FLAGS, flags]);
  }
  return encodeOptions(options);
}

/** Options as they stand in a block, with the end mark unless more follow; nothing where there are none. */
function encodeOptions(options: readonly Option[], little = true, isEnd = true): Uint8Array {
  if (options.length === 0) return NO_OPTIONS;
  const padded = (size: number) => (size + 3) & ~3;
  const encoded = new Uint8Array(options.reduce((sum, [, value]) => sum + 4 + padded(value.length), isEnd ? 4 : 0));
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const [code, value] of options) {
    view.setUint16(at, code, little);
    view.setUint16(at + 2, value.length, little);
    encoded.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return encoded;
}
