import { cipherSuites } from "../../names/tls-ciphers.ts";
import type { Hash } from "../shared/derivation.ts";

/** What a cipher suite does to records. */
export interface Cipher {
  /** Node's name of it: "aes-128-gcm". */
  readonly name: string;
  /** GCM, CCM and ChaCha20-Poly1305 authenticate what they encrypt; CBC has a MAC beside it. */
  readonly authenticates: boolean;
  readonly keySize: number;
  /** Bytes of nonces that come from the keys, and of those that stand in each record before TLS 1.3. */
  readonly fixedSize: number;
  readonly explicitSize: number;
  readonly tagSize: number;
  /** Hash of the MAC, and its size; unused where the cipher authenticates. */
  readonly mac: Hash;
  readonly macSize: number;
  /** Hash that keys are derived with as of TLS 1.2. */
  readonly hash: Hash;
}

const MAC_SIZES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48 };
/** TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_CCM_8_SHA256, TLS_RSA_WITH_3DES_EDE_CBC_SHA */
const NAME = /_(AES|CAMELLIA|ARIA)_(128|256)_(GCM|CCM_8|CCM|CBC)(?:_(SHA256|SHA384|SHA|MD5))?$/;
const BLOCK_SIZE = 16;
const NONCE_SIZE = 12;
const TAG_SIZE = 16;
const SHORT_TAG_SIZE = 8;

const hashOf = (name: string | undefined) => (name === "SHA" ? "sha1" : (name ?? "SHA256").toLowerCase());

function authenticating(name: string, keySize: number, hash: Hash, explicitSize: number, tagSize = TAG_SIZE): Cipher {
  const fixedSize = NONCE_SIZE - explicitSize;
  return { name, authenticates: true, keySize, fixedSize, explicitSize, tagSize, mac: hash, macSize: 0, hash };
}

function chaining(name: string, keySize: number, blockSize: number, mac: Hash): Cipher {
  const hash = mac === "sha384" ? mac : "sha256";
  const macSize = MAC_SIZES[mac]!;
  const sizes = { keySize, fixedSize: blockSize, explicitSize: blockSize, tagSize: 0, macSize };
  return { name, authenticates: false, mac, hash, ...sizes };
}

/** What the cipher suite of a number does; undefined where that is not known here. */
export function cipherOf(suite: number): Cipher | undefined {
  const name = cipherSuites[suite] ?? "";
  if (name.includes("CHACHA20_POLY1305")) return authenticating("chacha20-poly1305", 32, "sha256", 0);
  if (name.endsWith("_3DES_EDE_CBC_SHA")) return chaining("des-ede3-cbc", 24, 8, "sha1");
  const [, family, bits, mode, hash] = NAME.exec(name) ?? [];
  if (family === undefined) return undefined;
  const size = Number(bits) / 8;
  const cipher = `${family}-${bits}-${mode!.slice(0, 3)}`.toLowerCase();
  if (mode === "CBC") return chaining(cipher, size, BLOCK_SIZE, hashOf(hash));
  return authenticating(cipher, size, hashOf(hash), 8, mode === "CCM_8" ? SHORT_TAG_SIZE : TAG_SIZE);
}
