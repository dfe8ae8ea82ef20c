import { CaptureError, type Format, half, MAX_FRAME, NEED_MORE, type RecordTarget, word } from "./records.ts";

/** Block types (draft-ietf-opsawg-pcapng section 4). */
const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

const BYTE_ORDER = 0x1a2b3c4d;
const BYTE_ORDER_SWAPPED = 0x4d3c2b1a;

/** Options of an Interface Description Block. */
const IF_NAME = 2;
const IF_TSRESOL = 9;
const IF_FCSLEN = 13;
const IF_TSOFFSET = 14;

/** One interface of a section, as its description block says. */
export interface Interface {
  readonly linkType: number;
  /** Bytes kept of each frame; 0 for no limit. */
  readonly snaplen: number;
  readonly name: string | undefined;
  /** Units of time a second. */
  readonly unitsPerSecond: number;
  /** Seconds to add to every time. */
  readonly offsetSeconds: number;
  /** Bytes of frame check sequence at the end of each frame; undefined where the capture does not say. */
  readonly fcsLength: number | undefined;
}

/** pcapng: sections of either byte order, many interfaces, all packet blocks (draft-ietf-opsawg-pcapng). */
export class PcapngFormat implements Format {
  readonly name = "pcapng";
  decimals = 6;
  at: number;
  /** The current section's interfaces, by number. */
  readonly interfaces: Interface[] = [];
  little = true;

  private constructor(start: number) {
    this.at = start;
  }

  /** The format when `bytes[start..]` (12 bytes at least) begins with a section header block. */
  static open(bytes: Uint8Array, start: number): PcapngFormat | undefined {
    if (word(bytes, start, true) !== SECTION) return undefined;
    const order = word(bytes, start + 8, true);
    return order === BYTE_ORDER || order === BYTE_ORDER_SWAPPED ? new PcapngFormat(start) : undefined;
  }

  next(bytes: Uint8Array, end: number, target: RecordTarget): number {
    for (;;) {
      const { at } = this;
      if (at + 12 > end) return NEED_MORE;
      const type = word(bytes, at, this.little);
      if (type === SECTION) this.little = word(bytes, at + 8, true) === BYTE_ORDER;
      const total = word(bytes, at + 4, this.little);
      if (total < 12 || total > MAX_FRAME + 4096) {
        throw new CaptureError(`damaged at this point: a block of type ${type} claims ${total} bytes`);
      }
      if (at + total > end) return NEED_MORE;
      const padded = (total + 3) & ~3;
      if (at + padded <= end) this.at = at + padded;
      else this.at = at + total;
      const start = this.block(bytes, type, at, at + total - 4, target);
      if (start >= 0) return start;
    }
  }

  /** Takes in one whole block; the offset of its frame, or -1 where it holds none. `to` is where its body ends. */
  private block(bytes: Uint8Array, type: number, at: number, to: number, target: RecordTarget): number {
    const { little } = this;
    switch (type) {
      case SECTION:
        this.interfaces.length = 0;
        return -1;
      case INTERFACE:
        this.addInterface(bytes, at, to);
        return -1;
      case ENHANCED_PACKET:
        return this.packet(bytes, word(bytes, at + 8, little), at + 12, at + 28, to, target);
      case OBSOLETE_PACKET:
        return this.packet(bytes, half(bytes, at + 8, little), at + 12, at + 28, to, target);
      case SIMPLE_PACKET:
        return this.simplePacket(bytes, at, to, target);
      default:
        return -1;
    }
  }

  private interfaceOf(id: number): Interface {
    const found = this.interfaces[id];
    if (!found) throw new CaptureError(`damaged at this point: a packet of interface ${id}, which is not described`);
    return found;
  }

  private packet(bytes: Uint8Array, id: number, timeAt: number, start: number, to: number, target: RecordTarget): number {
    const { little } = this;
    const from = this.interfaceOf(id);
    const captured = word(bytes, timeAt + 8, little);
    if (start + captured > to) {
      throw new CaptureError(`damaged at this point: ${captured} captured bytes in a block of ${to - start}`);
    }
    splitTime(word(bytes, timeAt, little), word(bytes, timeAt + 4, little), from, target);
    target.hasTime = true;
    target.capturedLength = captured;
    target.originalLength = word(bytes, timeAt + 12, little);
    this.fromInterface(id, from, target);
    return start;
  }

  private simplePacket(bytes: Uint8Array, at: number, to: number, target: RecordTarget): number {
    const from = this.interfaceOf(0);
    const original = word(bytes, at + 8, this.little);
    const captured = Math.min(original, to - at - 12, from.snaplen || original);
    target.seconds = target.nanoseconds = 0;
    target.hasTime = false;
    target.capturedLength = captured;
    target.originalLength = original;
    this.fromInterface(0, from, target);
    return at + 12;
  }

  private fromInterface(id: number, from: Interface, target: RecordTarget): void {
    target.linkType = from.linkType;
    target.interfaceId = id;
    target.interfaceName = from.name;
  }

  private addInterface(bytes: Uint8Array, at: number, to: number): void {
    const { little } = this;
    let name: string | undefined;
    let unitsPerSecond = 1e6;
    let offsetSeconds = 0;
    let fcsLength: number | undefined;
    for (let o = at + 16; o + 4 <= to; ) {
      const code = half(bytes, o, little);
      const size = half(bytes, o + 2, little);
      const value = o + 4;
      if (code === 0 || value + size > to) break;
      if (code === IF_NAME) name = new TextDecoder().decode(bytes.subarray(value, value + size)).replace(/\0+$/, "");
      else if (code === IF_TSRESOL && size >= 1) {
        const resolution = bytes[value]!;
        unitsPerSecond = resolution & 0x80 ? 2 ** (resolution & 0x7f) : 10 ** resolution;
      } else if (code === IF_FCSLEN && size >= 1) fcsLength = bytes[value]!;
      else if (code === IF_TSOFFSET && size >= 8) {
        offsetSeconds = word(bytes, value + (little ? 0 : 4), little) + (word(bytes, value + (little ? 4 : 0), little) | 0) * 2 ** 32;
      }
      o = value + ((size + 3) & ~3);
    }
    if (unitsPerSecond > 1e6) this.decimals = 9;
    this.interfaces.push({
      linkType: half(bytes, at + 8, little), snaplen: word(bytes, at + 12, little),
      name, unitsPerSecond, offsetSeconds, fcsLength,
    });
  }
}

/** Divides a 64-bit count of units into seconds and nanoseconds, exactly. */
function splitTime(high: number, low: number, from: Interface, target: RecordTarget): void {
  const { unitsPerSecond: units, offsetSeconds } = from;
  const whole = high * 2 ** 32 + low;
  let seconds: number;
  let rest: number;
  if (whole <= Number.MAX_SAFE_INTEGER) {
    seconds = Math.floor(whole / units);
    rest = whole - seconds * units;
  } else {
    const exact = (BigInt(high) << 32n) | BigInt(low);
    const unit = BigInt(units);
    seconds = Number(exact / unit);
    rest = Number(exact % unit);
  }
  target.seconds = seconds + offsetSeconds;
  target.nanoseconds = units === 1e9 ? rest : Math.floor((rest * 1e9) / units);
}
