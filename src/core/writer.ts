const POINT = 46;
const HEX = ascii("0123456789abcdef");
/** The two hexadecimal digits of each byte, the first in the low byte. */
const HEX_PAIRS = Uint16Array.from({ length: 256 }, (_, value) => HEX[value >>> 4]! | (HEX[value & 15]! << 8));
/**
 * 0 to 999 as text, one word each: three digits, the first in the lowest byte, and in the highest byte how many count.
 * `SHORT` has no leading zeros, `LONG` always three digits.
 */
const SHORT = digitTable((n) => String(n));
const LONG = digitTable((n) => String(n).padStart(3, "0"));
const UTF8 = new TextEncoder();
const FROM_UTF8 = new TextDecoder();

/** The bytes of an ASCII text, for text that is written for every frame. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function digitTable(textOf: (n: number) => string): Int32Array {
  return Int32Array.from({ length: 1000 }, (_, n) => {
    const text = textOf(n);
    const code = (i: number) => (i < text.length ? text.charCodeAt(i) : 0);
    return code(0) | (code(1) << 8) | (code(2) << 16) | (text.length << 24);
  });
}

/**
 * Text as bytes in one buffer that grows and is reused. Everything sniff prints goes through it, because making a
 * string per value costs more than dissecting the frame.
 */
export class ByteWriter {
  buffer: Uint8Array;
  /** Bytes written so far. */
  at = 0;

  constructor(capacity = 4096) {
    this.buffer = new Uint8Array(capacity);
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    if (this.at + more > this.buffer.length) this.grow(more);
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.at + more));
    larger.set(this.buffer.subarray(0, this.at));
    this.buffer = larger;
  }

  /** One byte. */
  byte(value: number): this {
    this.reserve(1);
    this.buffer[this.at++] = value;
    return this;
  }

  /** Bytes as they are. */
  put(from: Uint8Array): this {
    const n = from.length;
    this.reserve(n);
    const { buffer, at } = this;
    for (let i = 0; i < n; i++) buffer[at + i] = from[i]!;
    this.at = at + n;
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
      if (code > 127) {
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
    if (!(value >= 0 && value <= 0x7fffffff)) return this.wideDecimal(value);
    const v = value | 0;
    this.reserve(12);
    if (v < 1000) {
      this.three(SHORT[v]!);
      return this;
    }
    const thousands = (v / 1000) | 0;
    if (thousands < 1000) this.three(SHORT[thousands]!);
    else this.decimal(thousands);
    this.three(LONG[v - thousands * 1000]!);
    return this;
  }

  /** Up to three digits of a table; room is there. */
  private three(entry: number): void {
    const { buffer, at } = this;
    buffer[at] = entry;
    buffer[at + 1] = entry >> 8;
    buffer[at + 2] = entry >> 16;
    this.at = at + (entry >> 24);
  }

  private wideDecimal(value: number): this {
    if (!Number.isSafeInteger(value)) return this.text(String(value));
    if (value < 0) return this.byte(45).decimal(-value);
    const high = Math.floor(value / 1e9);
    return this.decimal(high).digits(value - high * 1e9, 9);
  }

  /** A number in 0..2^31-1, blanks in front up to `width`. */
  padded(value: number, width: number): this {
    const digits = countDigits(value);
    return this.padTo(this.at, width - digits).digits(value, digits);
  }

  /** The last `width` decimal digits of a number below 2^31, with leading zeros. */
  digits(value: number, width: number): this {
    this.reserve(width);
    const { buffer, at } = this;
    let v = value | 0;
    let i = at + width;
    for (; i >= at + 3; i -= 3) {
      const q = (v / 1000) | 0;
      const entry = LONG[v - q * 1000]!;
      buffer[i - 3] = entry;
      buffer[i - 2] = entry >> 8;
      buffer[i - 1] = entry >> 16;
      v = q;
    }
    for (i--; i >= at; i--) {
      buffer[i] = 48 + (v % 10);
      v = (v / 10) | 0;
    }
    this.at = at + width;
    return this;
  }

  /** The last `width` hexadecimal digits of an unsigned number below 2^48. */
  hex(value: number, width: number): this {
    this.reserve(width);
    const { buffer, at } = this;
    let high = Math.floor(value / 0x1000000);
    let low = value % 0x1000000;
    for (let i = at + width - 1, done = 0; i >= at; i--, done++) {
      if (done < 6) {
        buffer[i] = HEX[low & 15]!;
        low >>>= 4;
      } else {
        buffer[i] = HEX[high & 15]!;
        high >>>= 4;
      }
    }
    this.at = at + width;
    return this;
  }

  /** Bytes `start..end` of a buffer in hexadecimal, with `separator` (a byte, 0 for none) between them. */
  hexBytes(from: Uint8Array, start: number, end: number, separator = 0): this {
    this.reserve((end - start) * 3);
    const { buffer } = this;
    let at = this.at;
    for (let i = start; i < end; i++) {
      const pair = HEX_PAIRS[from[i]!]!;
      buffer[at] = pair;
      buffer[at + 1] = pair >> 8;
      at += 2;
      if (separator !== 0) buffer[at++] = separator;
    }
    this.at = separator !== 0 && end > start ? at - 1 : at;
    return this;
  }

  /** The dotted IPv4 address of the 4 bytes at `start`. */
  ipv4(from: Uint8Array, start: number): this {
    this.reserve(20);
    const { buffer } = this;
    let at = this.at;
    for (let i = start; i < start + 4; i++) {
      const entry = SHORT[from[i]!]!;
      buffer[at] = entry;
      buffer[at + 1] = entry >> 8;
      buffer[at + 2] = entry >> 16;
      at += entry >> 24;
      buffer[at++] = POINT;
    }
    this.at = at - 1;
    return this;
  }

  /** The IPv6 address of the 16 bytes at `start`, shortened as RFC 5952 asks. */
  ipv6(from: Uint8Array, start: number): this {
    this.reserve(48);
    const word = (i: number) => (from[start + 2 * i]! << 8) | from[start + 2 * i + 1]!;
    let zeros = -1;
    let longest = 1;
    for (let i = 0, run = 0; i < 8; i++) {
      run = word(i) === 0 ? run + 1 : 0;
      if (run > longest) {
        longest = run;
        zeros = i - run + 1;
      }
    }
    const mapped = zeros === 0 && ((longest === 5 && word(5) === 0xffff) || longest === 6);
    const words = mapped ? 6 : 8;
    for (let i = 0; i < words; i++) {
      if (i === zeros) {
        this.byte(58);
        if (i + longest >= words) this.byte(58);
        i += longest - 1;
        continue;
      }
      if (i > 0) this.byte(58);
      const value = word(i);
      this.hex(value, value > 0xfff ? 4 : value > 0xff ? 3 : value > 0xf ? 2 : 1);
    }
    if (!mapped) return this;
    if (longest !== 6) this.byte(58);
    return this.ipv4(from, start + 12);
  }

  /** The MAC address of the 6 bytes at `start`, with colons. */
  ether(from: Uint8Array, start: number): this {
    return this.hexBytes(from, start, start + 6, 58);
  }

  /** Blanks until `width` bytes stand since `from`. */
  padTo(from: number, width: number): this {
    const to = from + width;
    if (to <= this.at) return this;
    this.reserve(to - this.at);
    const { buffer } = this;
    for (let i = this.at; i < to; i++) buffer[i] = 32;
    this.at = to;
    return this;
  }

  /** Moves what was written since `from` to the right, so that it ends `width` bytes after `from`. */
  alignRight(from: number, width: number): this {
    const missing = from + width - this.at;
    if (missing <= 0) return this;
    this.reserve(missing);
    const { buffer } = this;
    const to = this.at + missing;
    for (let i = to - 1; i >= from; i--) buffer[i] = i >= from + missing ? buffer[i - missing]! : 32;
    this.at = to;
    return this;
  }

  /** What was written from byte `start` on, as a string. */
  toString(start = 0): string {
    return FROM_UTF8.decode(this.buffer.subarray(start, this.at));
  }
}

/** How many decimal digits a number in 0..2^31-1 has. */
export function countDigits(v: number): number {
  if (v < 100000) return v < 10 ? 1 : v < 100 ? 2 : v < 1000 ? 3 : v < 10000 ? 4 : 5;
  return v < 1000000 ? 6 : v < 10000000 ? 7 : v < 100000000 ? 8 : v < 1000000000 ? 9 : 10;
}

/**
 * The Info column while protocols write it, outermost first. What was written before a fence stays, whatever the
 * layers inside say.
 */
export class Info extends ByteWriter {
  private fenced = 0;

  /** Starts a column at the writer's place. */
  begin(): void {
    this.fenced = this.at;
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
