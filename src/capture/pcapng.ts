import { type Interface, readInterface, splitTime } from "./interface.ts";
import { NAMES, readNames, type TakeName } from "./name-block.ts";
import { COMMENT, eachOption, optionText } from "./options.ts";
import {
  type BlockTap,
  CaptureError,
  checkLength,
  type Format,
  half,
  NEED_MORE,
  NO_LINK,
  type RecordTarget,
  word,
} from "./records.ts";
import { readSecret, SECRETS, type TakeSecret } from "./secret-block.ts";

/** Block types (draft-ietf-opsawg-pcapng section 4). */
export const SECTION = 0x0a0d0d0a;
export const INTERFACE = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
export const ENHANCED_PACKET = 6;
const CUSTOM = 0xbad;
const CUSTOM_NOT_COPIED = 0x40000bad;

/** How a section of least significant byte first begins its body, and the other kind. */
export const BYTE_ORDER = 0x1a2b3c4d;
const BYTE_ORDER_SWAPPED = 0x4d3c2b1a;

/** Option of a packet block: epb_flags. */
export const FLAGS = 2;

/** Type and total length in front of a block's body, total length after it. */
const BLOCK_HEADER = 8;
const BLOCK_OVERHEAD = 12;
/** A block of more bytes than this is damage: room for the largest frame with its options. */
const MAX_BLOCK = (128 << 20) + (1 << 16);

/** pcapng: sections of either byte order, many interfaces, all packet blocks (draft-ietf-opsawg-pcapng). */
export class PcapngFormat implements Format {
  readonly name = "pcapng";
  decimals = 6;
  readonly snaplen = 0;
  at: number;
  /** The current section's interfaces, by number. */
  readonly interfaces: Interface[] = [];
  /** How many sections began so far. */
  sections = 0;
  /** Sees the blocks that hold no frame. */
  tap: BlockTap | undefined;
  /** Takes the names of addresses that the capture holds. */
  takeName: TakeName | undefined;
  /** Takes the secrets that the capture holds. */
  takeSecret: TakeSecret | undefined;
  little = true;

  private constructor(start: number) {
    this.at = start;
  }

  get linkType(): number {
    return this.interfaces[0]?.linkType ?? NO_LINK;
  }

  /** The format when `bytes[start..]` (12 bytes at least) begins with a section header block. */
  static open(bytes: Uint8Array, start: number): PcapngFormat | undefined {
    return word(bytes, start, true) === SECTION && isByteOrder(word(bytes, start + 8, true))
      ? new PcapngFormat(start)
      : undefined;
  }

  /** True when `bytes` begins with the type of a section header block. */
  static begins(bytes: Uint8Array): boolean {
    return word(bytes, 0, true) === SECTION;
  }

  next(bytes: Uint8Array, end: number, target: RecordTarget): number {
    for (;;) {
      const { at } = this;
      if (at + BLOCK_OVERHEAD > end) return NEED_MORE;
      const type = word(bytes, at, this.little);
      if (type === SECTION) this.turnTo(word(bytes, at + 8, true));
      const total = word(bytes, at + 4, this.little);
      if (total < BLOCK_OVERHEAD || total > MAX_BLOCK) {
        throw new CaptureError(`damaged at this point: a block of type ${type} claims ${total} bytes`);
      }
      // A total that is no multiple of 4 is an error some writers made; they padded the block all the same.
      const padded = (total + 3) & ~3;
      if (at + padded > end) return NEED_MORE;
      const again = word(bytes, at + padded - 4, this.little);
      if (again !== total && word(bytes, at + total - 4, this.little) !== total) {
        throw new CaptureError(
          `damaged at this point: a block claims ${total} bytes at its start and ${again} at its end`,
        );
      }
      const start = this.block(bytes, type, at, at + total - 4, target);
      this.at = at + padded;
      if (start < 0) {
        this.tap?.(bytes, at, this.at);
        continue;
      }
      target.recordAt = at;
      target.recordEnd = this.at;
      return start;
    }
  }

  private turnTo(order: number): void {
    if (!isByteOrder(order)) throw new CaptureError("damaged at this point: a section without a byte-order mark");
    this.little = order === BYTE_ORDER;
  }

  /** Takes in one whole block; the offset of its frame, or -1 where it holds none. `to` is where its body ends. */
  private block(bytes: Uint8Array, type: number, at: number, to: number, target: RecordTarget): number {
    const { little } = this;
    const body = at + BLOCK_HEADER;
    switch (type) {
      case SECTION:
        this.interfaces.length = 0;
        this.sections++;
        return -1;
      case INTERFACE:
        this.addInterface(bytes, body, to);
        return -1;
      case ENHANCED_PACKET:
        this.checkSize(body, 20, to);
        return this.packet(bytes, word(bytes, body, little), body + 4, to, target);
      case OBSOLETE_PACKET:
        this.checkSize(body, 20, to);
        return this.packet(bytes, half(bytes, body, little), body + 4, to, target);
      case SIMPLE_PACKET:
        this.checkSize(body, 4, to);
        return this.simplePacket(bytes, body, to, target);
      case CUSTOM:
      case CUSTOM_NOT_COPIED:
        this.checkSize(body, 4, to);
        return this.custom(bytes, type === CUSTOM, body, to, target);
      case NAMES:
        if (this.takeName !== undefined) readNames(bytes, body, to, little, this.takeName);
        return -1;
      case SECRETS:
        if (this.takeSecret !== undefined) readSecret(bytes, body, to, little, this.takeSecret);
        return -1;
      default:
        return -1;
    }
  }

  private checkSize(body: number, size: number, to: number): void {
    if (body + size > to)
      throw new CaptureError(`damaged at this point: a block of ${to - body} bytes that needs ${size}`);
  }

  private addInterface(bytes: Uint8Array, body: number, to: number): void {
    this.checkSize(body, 8, to);
    const made = readInterface(bytes, body, to, this.little);
    if (made.unitsPerSecond > 1e6) this.decimals = 9;
    this.interfaces.push(made);
  }

  private interfaceOf(id: number): Interface {
    const found = this.interfaces[id];
    if (!found) throw new CaptureError(`damaged at this point: a packet of interface ${id}, which is not described`);
    return found;
  }

  /** The packet of an enhanced (or obsolete) packet block: time, both lengths, bytes, options from `at` on. */
  private packet(bytes: Uint8Array, id: number, at: number, to: number, target: RecordTarget): number {
    const { little } = this;
    const from = this.interfaceOf(id);
    const captured = word(bytes, at + 8, little);
    const start = at + 16;
    checkLength(captured, from.linkType);
    if (start + captured > to) {
      throw new CaptureError(`damaged at this point: ${captured} captured bytes in a block of ${to - start}`);
    }
    splitTime(word(bytes, at, little), word(bytes, at + 4, little), from, target);
    target.hasTime = true;
    this.fill(target, id, from, captured, word(bytes, at + 12, little));
    const options = start + ((captured + 3) & ~3);
    if (options + 4 <= to) this.readOptions(bytes, options, to, target);
    return start;
  }

  private simplePacket(bytes: Uint8Array, body: number, to: number, target: RecordTarget): number {
    const from = this.interfaceOf(0);
    const original = word(bytes, body, this.little);
    const captured = Math.min(original, from.snaplen || original);
    const start = body + 4;
    checkLength(captured, from.linkType);
    if (start + captured > to) {
      throw new CaptureError(`damaged at this point: ${captured} captured bytes in a block of ${to - start}`);
    }
    target.hasTime = false;
    target.seconds = target.nanoseconds = 0;
    this.fill(target, 0, from, captured, original);
    return start;
  }

  /** A custom block's body after its enterprise number, options included, as one frame. */
  private custom(bytes: Uint8Array, copied: boolean, body: number, to: number, target: RecordTarget): number {
    const start = body + 4;
    target.hasTime = false;
    target.seconds = target.nanoseconds = 0;
    target.section = this.sections;
    target.linkType = NO_LINK;
    target.interfaceId = -1;
    target.interfaceName = undefined;
    target.fcsLength = target.packetFlags = -1;
    target.comments = undefined;
    target.capturedLength = target.originalLength = to - start;
    target.custom = { enterprise: word(bytes, body, this.little), copied };
    return start;
  }

  private fill(target: RecordTarget, id: number, from: Interface, captured: number, original: number): void {
    target.capturedLength = captured;
    target.originalLength = original;
    target.linkType = from.linkType;
    target.section = this.sections;
    target.interfaceId = id;
    target.interfaceName = from.name;
    target.decimals = from.decimals;
    target.fcsLength = from.fcsLength;
    target.packetFlags = -1;
    target.comments = target.custom = undefined;
  }

  private readOptions(bytes: Uint8Array, at: number, to: number, target: RecordTarget): void {
    const { little } = this;
    const comments: string[] = [];
    eachOption(bytes, at, to, little, (code, value, size) => {
      if (code === COMMENT) comments.push(optionText(bytes, value, size));
      else if (code === FLAGS && size === 4) target.packetFlags = word(bytes, value, little);
    });
    if (comments.length > 0) target.comments = comments;
  }
}

function isByteOrder(mark: number): boolean {
  return mark === BYTE_ORDER || mark === BYTE_ORDER_SWAPPED;
}
