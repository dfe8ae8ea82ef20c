import { Buffer } from "node:buffer";
import type { CipherCCMTypes } from "node:crypto";
import { crypto, expandLabel, hmac } from "../shared/derivation.ts";
import type { Cipher } from "./ciphers.ts";
import { TLS10, TLS13 } from "./sessions.ts";

const HEAD_SIZE = 5;
const SEQUENCE_SIZE = 8;

/** The keys of one direction. */
export interface Keys {
  readonly mac: Uint8Array;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

/** The keys of a traffic secret (RFC 8446 section 7.3). */
export function trafficKeys({ hash, keySize, explicitSize, fixedSize }: Cipher, secret: Uint8Array): Keys {
  return {
    mac: new Uint8Array(0),
    key: expandLabel(hash, secret, "key", keySize),
    iv: expandLabel(hash, secret, "iv", fixedSize + explicitSize),
  };
}

/** Decrypts the records of one direction, in order. */
export class RecordCipher {
  private sequence = 0;
  private readonly cipher: Cipher;
  private readonly version: number;
  private readonly keys: Keys;
  /** The MAC is over what was encrypted (RFC 7366). */
  private readonly macLast: boolean;
  /** TLS 1.0: the last block of a record starts the next one. */
  private chain: Uint8Array;

  constructor(cipher: Cipher, version: number, keys: Keys, macLast: boolean) {
    this.cipher = cipher;
    this.version = version;
    this.keys = keys;
    this.macLast = macLast;
    this.chain = keys.iv;
  }

  /** What is in the record `at..end`, its head included; undefined where keys and record do not belong together. */
  open(bytes: Uint8Array, at: number, end: number): Uint8Array | undefined {
    const record = bytes.subarray(at, end);
    let plain: Uint8Array | undefined;
    try {
      plain = this.cipher.authenticates ? this.authenticated(record) : this.chained(record);
    } catch {
      // Not what these keys encrypted.
      plain = undefined;
    }
    // Early data that were refused do not count (RFC 8446 section 4.2.10).
    if (plain !== undefined || this.version !== TLS13) this.sequence++;
    return plain;
  }

  /** Passes over a record that was not captured whole. */
  skip(): void {
    this.sequence++;
  }

  private counter(): Buffer {
    const made = Buffer.alloc(SEQUENCE_SIZE);
    made.writeBigUInt64BE(BigInt(this.sequence));
    return made;
  }

  /** What stands before the content where it is authenticated: sequence number, and the head with the plain length. */
  private head(record: Uint8Array, size: number): Buffer {
    const head = Buffer.concat([this.counter(), record.subarray(0, HEAD_SIZE)]);
    head.writeUInt16BE(size, SEQUENCE_SIZE + 3);
    return head;
  }

  private authenticated(record: Uint8Array): Uint8Array | undefined {
    const { name, tagSize: authTagLength } = this.cipher;
    const explicitSize = this.version === TLS13 ? 0 : this.cipher.explicitSize;
    const start = HEAD_SIZE + explicitSize;
    const tagAt = record.length - authTagLength;
    if (tagAt < start) return undefined;
    const size = tagAt - start;
    const additional = this.version === TLS13 ? record.subarray(0, HEAD_SIZE) : this.head(record, size);
    const nonce = this.nonce(record.subarray(HEAD_SIZE, start));
    const decipher = crypto().createDecipheriv(name as CipherCCMTypes, this.keys.key, nonce, { authTagLength });
    decipher.setAuthTag(record.subarray(tagAt));
    decipher.setAAD(additional, { plaintextLength: size });
    const plain = decipher.update(record.subarray(start, tagAt));
    decipher.final();
    return plain;
  }

  /** RFC 5288 section 3; RFC 8446 section 5.3 and RFC 7905 section 2, where the record holds none of it. */
  private nonce(explicit: Uint8Array): Uint8Array {
    if (explicit.length > 0) return Buffer.concat([this.keys.iv, explicit]);
    const nonce = Uint8Array.from(this.keys.iv);
    const counter = this.counter();
    for (let i = 0; i < SEQUENCE_SIZE; i++) nonce[nonce.length - SEQUENCE_SIZE + i]! ^= counter[i]!;
    return nonce;
  }

  private chained(record: Uint8Array): Uint8Array | undefined {
    const { name, mac, macSize, explicitSize } = this.cipher;
    const isExplicit = this.version > TLS10;
    const start = HEAD_SIZE + (isExplicit ? explicitSize : 0);
    const end = this.macLast ? record.length - macSize : record.length;
    if (end <= start) return undefined;
    if (this.macLast) {
      const made = hmac(mac, this.keys.mac, this.head(record, end - HEAD_SIZE), record.subarray(HEAD_SIZE, end));
      if (!made.equals(record.subarray(end))) return undefined;
    }
    const iv = isExplicit ? record.subarray(HEAD_SIZE, start) : this.chain;
    const decipher = crypto().createDecipheriv(name, this.keys.key, iv).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(record.subarray(start, end)), decipher.final()]);
    this.chain = record.slice(end - explicitSize, end);
    const size = padded.length - 1 - padded.at(-1)! - (this.macLast ? 0 : macSize);
    if (size < 0) return undefined;
    const plain = padded.subarray(0, size);
    if (this.macLast) return plain;
    const made = hmac(mac, this.keys.mac, this.head(record, size), plain);
    return made.equals(padded.subarray(size, size + macSize)) ? plain : undefined;
  }
}
