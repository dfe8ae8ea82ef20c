import {
  alignRight,
  ascii,
  padTo,
  putBytes,
  putDecimal,
  putDigits,
  putHexBytes,
  putIpv4,
  putIpv6,
  putPadded,
} from "./encode.ts";
import { grown } from "./grown.ts";

const HEX = ascii("0123456789abcdef");
const BLANK = 32;
const TILDE = 126;
const LAST_ASCII = 127;
const COLON = 58;
const MINUS = 45;
/** Hexadecimal digits of 32 bits. */
const WORD_DIGITS = 8;
const UTF8 = new TextEncoder();
const FROM_UTF8 = new TextDecoder();
/** More than any number or address takes. */
const ROOM = 64;

/**
 * Text as bytes in one buffer that grows and is reused. Everything sniff prints goes through it, because making a
 * string per value costs more than dissecting the frame.
 */
export class ByteWriter {
  buffer: Uint8Array;
  /** Bytes written so far. */
  at = 0;
  /** True once something was written that is not ours to vouch for: it may hold control characters. */
  foreign = false;

  constructor(capacity = 4096) {
    this.buffer = new Uint8Array(capacity);
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): this {
    if (this.at + more > this.buffer.length) this.grow(more);
    return this;
  }

  private grow(more: number): void {
    this.buffer = grown(this.buffer, Math.max(this.buffer.length * 2, this.at + more));
  }

  /** One byte. */
  byte(value: number): this {
    this.reserve(1);
    this.buffer[this.at++] = value;
    return this;
  }

  /** Bytes as they are. */
  put(from: Uint8Array): this {
    this.reserve(from.length);
    this.at = putBytes(this.buffer, this.at, from);
    return this;
  }

  /** Bytes `start..end` of a buffer as they are. */
  copy(from: Uint8Array, start: number, end: number): this {
    this.reserve(end - start);
    const { buffer } = this;
    let at = this.at;
    for (let i = start; i < end; i++) buffer[at++] = from[i]!;
    this.at = at;
    return this;
  }

  /** A string, as UTF-8. */
  text(value: string): this {
    const n = value.length;
    this.reserve(n * 3);
    const { buffer, at } = this;
    for (let i = 0; i < n; i++) {
      const code = value.charCodeAt(i);
      if (code < BLANK || code > TILDE) this.foreign = true;
      if (code > LAST_ASCII) {
        this.at = at + i + UTF8.encodeInto(value.slice(i), buffer.subarray(at + i)).written;
        return this;
      }
      buffer[at + i] = code;
    }
    this.at = at + n;
    return this;
  }

  /** A whole number in decimal. */
  decimal(value: number): this {
    if (value >= 0 && value <= 0x7fffffff) {
      this.reserve(ROOM);
      this.at = putDecimal(this.buffer, this.at, value);
      return this;
    }
    if (!Number.isSafeInteger(value)) return this.text(String(value));
    if (value < 0) return this.byte(MINUS).decimal(-value);
    const high = Math.floor(value / 1e9);
    return this.decimal(high).digits(value - high * 1e9, 9);
  }

  /** A number in 0..2^31-1, blanks in front up to `width`. */
  padded(value: number, width: number): this {
    this.reserve(ROOM + width);
    this.at = putPadded(this.buffer, this.at, value, width);
    return this;
  }

  /** The last `width` decimal digits of a number in 0..2^31-1, with leading zeros. */
  digits(value: number, width: number): this {
    this.reserve(width);
    this.at = putDigits(this.buffer, this.at, value, width);
    return this;
  }

  /** The last `width` hexadecimal digits of an unsigned number below 2^48. */
  hex(value: number, width: number): this {
    if (width > WORD_DIGITS) return this.hex(Math.floor(value / 2 ** 32), width - WORD_DIGITS).hex(value, WORD_DIGITS);
    this.reserve(width);
    const { buffer, at } = this;
    let left = value | 0;
    for (let i = at + width - 1; i >= at; i--) {
      buffer[i] = HEX[left & 15]!;
      left >>>= 4;
    }
    this.at = at + width;
    return this;
  }

  /** Bytes `start..end` of a buffer in hexadecimal, with `separator` (a byte, 0 for none) between them. */
  hexBytes(from: Uint8Array, start: number, end: number, separator = 0): this {
    this.reserve((end - start) * 3);
    this.at = putHexBytes(this.buffer, this.at, from, start, end, separator);
    return this;
  }

  /** The dotted IPv4 address of the 4 bytes at `start`. */
  ipv4(from: Uint8Array, start: number): this {
    this.reserve(ROOM);
    this.at = putIpv4(this.buffer, this.at, from, start);
    return this;
  }

  /** The IPv6 address of the 16 bytes at `start`, shortened as RFC 5952 asks. */
  ipv6(from: Uint8Array, start: number): this {
    this.reserve(ROOM);
    this.at = putIpv6(this.buffer, this.at, from, start);
    return this;
  }

  /** The MAC address of the 6 bytes at `start`, with colons. */
  ether(from: Uint8Array, start: number): this {
    return this.hexBytes(from, start, start + 6, COLON);
  }

  /** Blanks until `width` bytes stand since `from`. */
  padTo(from: number, width: number): this {
    this.reserve(width);
    this.at = padTo(this.buffer, from, this.at, width);
    return this;
  }

  /** Moves what was written since `from` to the right, so that it ends at least `width` bytes after `from`. */
  alignRight(from: number, width: number): this {
    this.reserve(width);
    this.at = alignRight(this.buffer, from, this.at, width);
    return this;
  }

  /** What was written from byte `start` on, as a string. */
  toString(start = 0): string {
    return FROM_UTF8.decode(this.buffer.subarray(start, this.at));
  }
}

/**
 * The Info column while protocols write it, outermost first. What was written before a fence stays, whatever the
 * layers inside say.
 */
export class Info extends ByteWriter {
  private fenced = 0;
  private begun = 0;

  /** True while nothing was written since {@link begin}. */
  get isEmpty(): boolean {
    return this.at === this.begun;
  }

  /** Starts a column at the writer's place. */
  begin(): void {
    this.fenced = this.begun = this.at;
    this.foreign = false;
  }

  override byte(value: number): this {
    if (value < BLANK || value > TILDE) this.foreign = true;
    return super.byte(value);
  }

  override copy(from: Uint8Array, start: number, end: number): this {
    this.foreign = true;
    return super.copy(from, start, end);
  }

  /** Puts `bytes` in front of all that is written so far. */
  prepend(bytes: Uint8Array): this {
    this.put(bytes);
    this.buffer.copyWithin(this.begun + bytes.length, this.begun, this.at - bytes.length);
    this.buffer.set(bytes, this.begun);
    this.fenced += bytes.length;
    return this;
  }

  /** Replaces everything after the fence. */
  set(): this {
    this.at = this.fenced;
    return this;
  }

  /** Keeps all that is written so far. */
  fence(): this {
    this.fenced = this.at;
    return this;
  }
}

export { ascii };
