import { Buffer } from "node:buffer";
import type { Cipher, CipherCCMTypes } from "node:crypto";
import { crypto, expandLabel, type Hash, hmac } from "../shared/derivation.ts";
import type { Dialect } from "./versions.ts";

/** Where the bytes begin that decide how a packet number is hidden, behind its own first byte, and how many they are. */
const SAMPLE_AT = 4;
const SAMPLE_SIZE = 16;
const NONCE_SIZE = 12;
/** Bits of the first byte that are hidden (RFC 9001 section 5.4.1). */
const LONG_HIDDEN = 0x0f;
const SHORT_HIDDEN = 0x1f;
const LONG = 0x80;

/** What a cipher suite of TLS 1.3 is to QUIC (RFC 9001 section 5.3). */
export interface Suite {
  /** Node's name of what protects packets, and of what hides packet numbers. */
  readonly name: string;
  readonly hides: string;
  readonly keySize: number;
  readonly tagSize: number;
  readonly hash: Hash;
}

const aes = (bits: number, mode: string, hash: Hash, tagSize = 16): Suite => ({
  name: `aes-${bits}-${mode}`,
  hides: `aes-${bits}-ecb`,
  keySize: bits / 8,
  tagSize,
  hash,
});

const INITIAL_SECRET_SIZE = 32;
const initialSuite = aes(128, "gcm", "sha256");

/** The suites by their number in TLS. */
export const suites: ReadonlyMap<number, Suite> = new Map([
  [0x1301, initialSuite],
  [0x1302, aes(256, "gcm", "sha384")],
  [0x1303, { name: "chacha20-poly1305", hides: "chacha20", keySize: 32, tagSize: 16, hash: "sha256" }],
  [0x1304, aes(128, "ccm", "sha256")],
  [0x1305, aes(128, "ccm", "sha256", 8)],
]);

/** A packet whose header is not hidden any more. */
export interface Header {
  /** The first byte as it was before it was protected. */
  readonly first: number;
  /** Bytes of the packet number, and the number they hold. */
  readonly size: number;
  readonly number: number;
}

/** Removes the protection of what one side sends with one key (RFC 9001 section 5). */
export class Protection {
  private readonly suite: Suite;
  private readonly label: string;
  private readonly secret: Uint8Array;
  private readonly key: Uint8Array;
  private readonly iv: Uint8Array;
  private readonly hiding: Uint8Array;
  private hider: Cipher | undefined;

  /** `hiding` is given where the key that hides packet numbers is an earlier one. */
  constructor(suite: Suite, label: string, secret: Uint8Array, hiding?: Uint8Array) {
    const { hash, keySize } = suite;
    this.suite = suite;
    this.label = label;
    this.secret = secret;
    this.key = expandLabel(hash, secret, `${label} key`, keySize);
    this.iv = expandLabel(hash, secret, `${label} iv`, NONCE_SIZE);
    this.hiding = hiding ?? expandLabel(hash, secret, `${label} hp`, keySize);
  }

  /** What the same side uses once the key phase has changed (RFC 9001 section 6.1). */
  next(): Protection {
    const { suite, label, secret, hiding } = this;
    return new Protection(suite, label, expandLabel(suite.hash, secret, `${label} ku`, secret.length), hiding);
  }

  /** The header of the packet that begins at `at`, whose number stands at `numberAt`; undefined where it is too short. */
  header(bytes: Uint8Array, at: number, numberAt: number, end: number): Header | undefined {
    const sampleAt = numberAt + SAMPLE_AT;
    if (sampleAt + SAMPLE_SIZE > end) return undefined;
    const mask = this.mask(bytes.subarray(sampleAt, sampleAt + SAMPLE_SIZE));
    const first = bytes[at]! ^ (mask[0]! & (bytes[at]! & LONG ? LONG_HIDDEN : SHORT_HIDDEN));
    const size = (first & 3) + 1;
    let number = 0;
    for (let i = 0; i < size; i++) number = number * 256 + (bytes[numberAt + i]! ^ mask[1 + i]!);
    return { first, size, number };
  }

  /** RFC 9001 sections 5.4.3 and 5.4.4; a cipher that knows only its key serves all packets. */
  private mask(sample: Uint8Array): Uint8Array {
    const { suite, hiding } = this;
    if (suite.hides === "chacha20") return crypto().createCipheriv(suite.hides, hiding, sample).update(Buffer.alloc(5));
    this.hider ??= crypto().createCipheriv(suite.hides, hiding, null).setAutoPadding(false);
    return this.hider.update(sample);
  }

  /** What is in the packet `at..end` whose number is `full`; undefined where keys and packet do not belong together. */
  open(
    bytes: Uint8Array,
    at: number,
    numberAt: number,
    end: number,
    { first, size, number }: Header,
    full: number,
  ): Uint8Array | undefined {
    const { name, tagSize: authTagLength } = this.suite;
    const start = numberAt + size;
    const tagAt = end - authTagLength;
    if (tagAt < start) return undefined;
    const header = Buffer.from(bytes.subarray(at, start));
    header[0] = first;
    header.writeUIntBE(number, header.length - size, size);
    try {
      const decipher = crypto().createDecipheriv(name as CipherCCMTypes, this.key, this.nonce(full), { authTagLength });
      decipher.setAuthTag(bytes.subarray(tagAt, end));
      decipher.setAAD(header, { plaintextLength: tagAt - start });
      const plain = decipher.update(bytes.subarray(start, tagAt));
      decipher.final();
      // Parts of it are kept, which shall not keep all of it.
      return new Uint8Array(plain.buffer, plain.byteOffset, plain.length);
    } catch {
      // Not what these keys protected.
      return undefined;
    }
  }

  /** RFC 9001 section 5.3 */
  private nonce(number: number): Uint8Array {
    const nonce = Uint8Array.from(this.iv);
    for (let i = NONCE_SIZE - 1, left = number; left > 0; i--, left = Math.floor(left / 256)) nonce[i]! ^= left & 255;
    return nonce;
  }
}

/** What protects Initial packets of a side, "client" or "server", by the id the client chose for the server. */
export function initialProtection({ salt, label }: Dialect, id: Uint8Array, side: string): Protection {
  const { hash } = initialSuite;
  return new Protection(
    initialSuite,
    label,
    expandLabel(hash, hmac(hash, salt, id), `${side} in`, INITIAL_SECRET_SIZE),
  );
}

/** True where a Retry packet, its tag left out, is an answer to what was sent to `id` (RFC 9001 section 5.8). */
export function isRetryOf({ retry }: Dialect, id: Uint8Array, packet: Uint8Array, tag: Uint8Array): boolean {
  if (retry === undefined) return true;
  const [key, nonce] = retry;
  const cipher = crypto().createCipheriv("aes-128-gcm", key, nonce);
  cipher.setAAD(Buffer.concat([Buffer.of(id.length), id, packet]));
  cipher.final();
  return cipher.getAuthTag().equals(tag);
}

/** The packet number whose last bytes are `number`, as near as can be to the one after `largest` (RFC 9000 appendix A.3). */
export function fullNumber(number: number, size: number, largest: number): number {
  const window = 256 ** size;
  const expected = largest + 1;
  const candidate = expected - (expected % window) + number;
  if (candidate + window / 2 <= expected) return candidate + window;
  return candidate > expected + window / 2 && candidate >= window ? candidate - window : candidate;
}
