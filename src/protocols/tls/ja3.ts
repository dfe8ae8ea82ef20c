import type { Reading } from "../../core/field.ts";
import { isGrease } from "../../names/tls.ts";

const RANDOM_SIZE = 32;
const SUPPORTED_GROUPS = 10;
const POINT_FORMATS = 11;

/** Reads a hello that the walk found whole; past its end everything is 0. */
class Hello {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly end: number;

  constructor(r: Reading) {
    this.bytes = r.bytes;
    this.at = r.start;
    this.end = r.end;
  }

  get isOver(): boolean {
    return this.at >= this.end;
  }

  number(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++, this.at++) value = value * 256 + (this.at < this.end ? this.bytes[this.at]! : 0);
    return value;
  }

  /** Numbers of `size` bytes up to `end`, those of RFC 8701 left out. */
  numbers(size: number, end: number): number[] {
    const found: number[] = [];
    while (this.at < Math.min(end, this.end)) found.push(this.number(size));
    return size === 1 ? found : found.filter((value) => !isGrease(value));
  }

  /** Passes over a vector whose length has `size` bytes. */
  skip(size: number): void {
    const length = this.number(size);
    this.at += length;
  }

  /** Numbers of a vector whose length has two bytes as they have. */
  suites(): number[] {
    const length = this.number(2);
    return this.numbers(2, this.at + length);
  }

  /** Version; the session id behind it is passed over. */
  version(): number {
    const version = this.number(2);
    this.at += RANDOM_SIZE;
    this.skip(1);
    return version;
  }

  /** Types of the extensions, and what `look` finds in them. */
  extensions(look: (type: number, end: number) => void): number[] {
    const types: number[] = [];
    this.at += 2;
    while (!this.isOver) {
      const type = this.number(2);
      const length = this.number(2);
      const end = this.at + length;
      look(type, end);
      this.at = end;
      types.push(type);
    }
    return types;
  }
}

/** What a client's hello looks like: version, cipher suites, extensions, groups, point formats (JA3). */
export function clientFingerprint(r: Reading): string {
  const hello = new Hello(r);
  const version = hello.version();
  const suites = hello.suites();
  hello.skip(1);
  let groups: number[] = [];
  let formats: number[] = [];
  const types = hello.extensions((type, end) => {
    if (type === SUPPORTED_GROUPS) {
      hello.number(2);
      groups = hello.numbers(2, end);
    } else if (type === POINT_FORMATS) {
      hello.number(1);
      formats = hello.numbers(1, end);
    }
  });
  const listed = [suites, types.filter((type) => !isGrease(type)), groups, formats].map((values) => values.join("-"));
  return [version, ...listed].join(",");
}

/** What a server's hello looks like: version, cipher suite, extensions (JA3S). */
export function serverFingerprint(r: Reading): string {
  const hello = new Hello(r);
  const version = hello.version();
  const suite = hello.number(2);
  hello.at += 1;
  return [version, suite, hello.extensions(() => {}).join("-")].join(",");
}

/** The MD5 digest of a fingerprint, in hexadecimal. */
export function digest(fingerprint: string): string {
  // Loaded when the first digest is asked for: most captures never need it.
  return process.getBuiltinModule("node:crypto").createHash("md5").update(fingerprint).digest("hex");
}
