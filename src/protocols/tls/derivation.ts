import { Buffer } from "node:buffer";
import { type Hash, hmac } from "../shared/derivation.ts";

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
