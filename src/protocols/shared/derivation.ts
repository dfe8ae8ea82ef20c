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
