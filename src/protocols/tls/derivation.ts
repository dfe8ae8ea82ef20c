import { Buffer } from "node:buffer";

/** Node's crypto, loaded when the first secret is used: most captures hold none. */
export const crypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");

/** A hash function by Node's name: "sha256". */
export type Hash = string;

/** HMAC of the parts, one after the other. */
export function hmac(hash: Hash, key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const made = crypto().createHmac(hash, key);
  for (const part of parts) made.update(part);
  return made.digest();
}

/** P_hash (RFC 5246 section 5): as many bytes as wanted of a secret and a seed. */
function stretch(hash: Hash, secret: Uint8Array, seed: Uint8Array, size: number): Buffer {
  const blocks: Buffer[] = [];
  let a: Uint8Array = seed;
  for (let made = 0; made < size; made += blocks.at(-1)!.length) {
    a = hmac(hash, secret, a);
    blocks.push(hmac(hash, secret, a, seed));
  }
  return Buffer.concat(blocks).subarray(0, size);
}

/** The bytes keys are cut from (RFC 5246 section 6.3); `hash` is undefined before TLS 1.2 (RFC 2246 section 5). */
export function keyBlock(
  hash: Hash | undefined,
  master: Uint8Array,
  serverRandom: Uint8Array,
  clientRandom: Uint8Array,
  size: number,
): Uint8Array {
  const seed = Buffer.concat([Buffer.from("key expansion"), serverRandom, clientRandom]);
  if (hash !== undefined) return stretch(hash, master, seed, size);
  const half = Math.ceil(master.length / 2);
  const made = stretch("md5", master.subarray(0, half), seed, size);
  const other = stretch("sha1", master.subarray(master.length - half), seed, size);
  return made.map((byte, i) => byte ^ other[i]!);
}

/** HKDF-Expand-Label without a context (RFC 8446 section 7.1). */
export function expandLabel(hash: Hash, secret: Uint8Array, label: string, size: number): Uint8Array {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([size >> 8, size & 255, name.length]), name, Buffer.of(0)]);
  const blocks: Buffer[] = [];
  for (let made = 0, i = 1; made < size; made += blocks.at(-1)!.length, i++) {
    blocks.push(hmac(hash, secret, blocks.at(-1) ?? Buffer.alloc(0), info, Buffer.of(i)));
  }
  return Buffer.concat(blocks).subarray(0, size);
}
