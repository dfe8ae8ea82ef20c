import type { DescriptorWriter } from "./descriptor.ts";
import { COMMENT } from "./options.ts";
import { BYTE_ORDER, ENHANCED_PACKET, FLAGS, INTERFACE, SECTION } from "./pcapng.ts";
import { type CaptureHeader, type RecordTarget, word } from "./records.ts";
import type { Encoder } from "./write.ts";

/** Blocks a copy needs at the head of every file, besides the section header and the interfaces: names and secrets. */
const NAME_RESOLUTION = 4;
const DECRYPTION_SECRETS = 10;

/** Options. */
const USER_APPLICATION = 4;
const IF_NAME = 2;
const IF_TSRESOL = 9;
const IF_FCSLEN = 13;

/** Bytes of the blocks' fixed parts, type and both total lengths included. */
const SECTION_SIZE = 28;
const INTERFACE_SIZE = 20;
const PACKET_SIZE = 32;
/** Where a section header says how long the section is: eight bytes of ones for "not known". */
const SECTION_LENGTH = 16;

/** Decimals of the times where an interface does not say. */
const MICROSECONDS = 6;

const UTF8 = new TextEncoder();

type Option = readonly [code: number, value: Uint8Array];

/** An interface as it was described in the file being written. */
interface Described {
  readonly section: number;
  readonly id: number;
  readonly linkType: number;
  readonly name: string | undefined;
}

/**
 * pcapng (draft-ietf-opsawg-pcapng). Frames of a pcapng capture are copied block by block, in the byte order they
 * have; for others a section and the interfaces are made up.
 */
export class PcapngEncoder implements Encoder {
  private readonly headerOf: () => CaptureHeader;
  private header: CaptureHeader | undefined;
  private readonly application: string;
  /** What heads each file of a capture that is copied. */
  private heading: Uint8Array[] = [];
  private readonly described: Described[] = [];
  private little = true;
  private begun = false;

  constructor(header: () => CaptureHeader, application: string) {
    this.headerOf = header;
    this.application = application;
  }

  block(out: DescriptorWriter, bytes: Uint8Array, start: number, end: number): void {
    const isSection = word(bytes, start, true) === SECTION;
    if (isSection) this.little = word(bytes, start + 8, true) === BYTE_ORDER;
    const type = word(bytes, start, this.little);
    if (isSection || type === INTERFACE || type === NAME_RESOLUTION || type === DECRYPTION_SECRETS) {
      const kept = bytes.slice(start, end);
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
    this.begun = false;
    this.described.length = 0;
  }

  begin(out: DescriptorWriter): void {
    if (this.begun) return;
    this.begun = true;
    this.header = this.headerOf();
    for (const kept of this.heading) out.copy(kept, 0, kept.length);
    if (this.heading.length > 0) return;
    const options = encodeOptions([[USER_APPLICATION, UTF8.encode(this.application)]]);
    const size = SECTION_SIZE + options.length;
    const at = out.reserve(SECTION_SIZE - 4);
    out.view.setUint32(at, SECTION, true);
    out.view.setUint32(at + 4, size, true);
    out.view.setUint32(at + 8, BYTE_ORDER, true);
    out.view.setUint32(at + 12, 1, true);
    out.buffer.fill(0xff, at + SECTION_LENGTH, at + SECTION_LENGTH + 8);
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
    const options: Option[] = [];
    if (name !== undefined) options.push([IF_NAME, UTF8.encode(name)]);
    const { decimals, snaplen } = this.header!;
    if (decimals !== MICROSECONDS) options.push([IF_TSRESOL, Uint8Array.of(9)]);
    if (meta.fcsLength >= 0) options.push([IF_FCSLEN, Uint8Array.of(meta.fcsLength)]);
    const encoded = encodeOptions(options);
    const size = INTERFACE_SIZE + encoded.length;
    const at = out.reserve(INTERFACE_SIZE - 4);
    out.view.setUint32(at, INTERFACE, true);
    out.view.setUint32(at + 4, size, true);
    out.view.setUint32(at + 8, linkType, true);
    out.view.setUint32(at + 12, snaplen, true);
    this.finish(out, encoded, size);
    return described.push({ section, id, linkType, name }) - 1;
  }

  private packet(out: DescriptorWriter, meta: Readonly<RecordTarget>, bytes: Uint8Array, start: number): void {
    const id = this.interfaceOf(out, meta);
    const { capturedLength } = meta;
    const options = packetOptions(meta);
    const padding = -capturedLength & 3;
    const size = PACKET_SIZE + capturedLength + padding + options.length;
    const units = this.header!.decimals === MICROSECONDS ? 1e6 : 1e9;
    const fraction = units === 1e9 ? meta.nanoseconds : Math.floor(meta.nanoseconds / 1000);
    // seconds * units passes what a double holds exactly: multiply the halves.
    const low = (meta.seconds % 65536) * units + fraction;
    const middle = Math.floor(meta.seconds / 65536) * units + Math.floor(low / 65536);
    const at = out.reserve(PACKET_SIZE - 4);
    const { view } = out;
    view.setUint32(at, ENHANCED_PACKET, true);
    view.setUint32(at + 4, size, true);
    view.setUint32(at + 8, id, true);
    view.setUint32(at + 12, Math.floor(middle / 65536) >>> 0, true);
    view.setUint32(at + 16, (middle % 65536) * 65536 + (low % 65536), true);
    view.setUint32(at + 20, capturedLength, true);
    view.setUint32(at + 24, meta.originalLength, true);
    out.copy(bytes, start, start + capturedLength);
    if (padding > 0) {
      const zeros = out.reserve(padding);
      out.buffer.fill(0, zeros, zeros + padding);
    }
    this.finish(out, options, size);
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

/** Options as they stand in a block, least significant byte first, with the end mark; nothing where there are none. */
function encodeOptions(options: readonly Option[]): Uint8Array {
  if (options.length === 0) return NO_OPTIONS;
  const padded = (size: number) => (size + 3) & ~3;
  const encoded = new Uint8Array(options.reduce((sum, [, value]) => sum + 4 + padded(value.length), 4));
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const [code, value] of options) {
    view.setUint16(at, code, true);
    view.setUint16(at + 2, value.length, true);
    encoded.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return encoded;
}
