import { Buffer } from "node:buffer";
import { expandLabel } from "../shared/derivation.ts";
import type { KeyLog } from "../shared/key-log.ts";
import { type Cipher, cipherOf } from "./ciphers.ts";
import { keyBlock } from "./derivation.ts";
import { type Keys, RecordCipher, trafficKeys } from "./record-cipher.ts";
import { TLS12, TLS13 } from "./sessions.ts";

/** What the key log calls the secrets of either side in TLS 1.3, by whether it is the client. */
const HANDSHAKE_SECRETS = ["SERVER_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_HANDSHAKE_TRAFFIC_SECRET"] as const;
const APPLICATION_SECRETS = ["SERVER_TRAFFIC_SECRET_0", "CLIENT_TRAFFIC_SECRET_0"] as const;
const MASTER_SECRET = "CLIENT_RANDOM";

/** One of the two directions of a connection, as {@link Cursor.conversation} numbers them. */
export type Side = 0 | 1;

/** What a server's hello settles. */
export interface Settled {
  readonly random: Uint8Array;
  readonly version: number;
  readonly suite: number;
  /** It encrypts first, then authenticates (RFC 7366). */
  readonly macLast: boolean;
}

/** Decrypts the records of one connection, as far as its secrets are known. */
export class Decryption {
  private readonly log: KeyLog;
  private client: Side = 0;
  private clientRandom: Uint8Array = new Uint8Array(0);
  private settled: Settled | undefined;
  private cipher: Cipher | undefined;
  private readonly secrets: [Uint8Array | undefined, Uint8Array | undefined] = [undefined, undefined];
  private readonly ciphers: [RecordCipher | undefined, RecordCipher | undefined] = [undefined, undefined];

  constructor(log: KeyLog) {
    this.log = log;
  }

  /** Takes the client's hello, with its random. */
  begin(side: Side, random: Uint8Array): void {
    this.client = side;
    this.clientRandom = random;
  }

  /** Takes the server's hello. */
  settle(settled: Settled): void {
    this.settled = settled;
    this.cipher = cipherOf(settled.suite);
    if (settled.version !== TLS13) return;
    this.take(0, HANDSHAKE_SECRETS);
    this.take(1, HANDSHAKE_SECRETS);
  }

  /** A side says that it changes to what was negotiated; TLS 1.3 does not mean it. */
  change(side: Side): void {
    const { settled, cipher, clientRandom } = this;
    if (settled === undefined || cipher === undefined || settled.version === TLS13) return;
    const { version, random, macLast } = settled;
    const master = this.find(MASTER_SECRET);
    if (master === undefined) return;
    const { macSize, keySize, fixedSize } = cipher;
    const hash = version >= TLS12 ? cipher.hash : undefined;
    const block = keyBlock(hash, master, random, clientRandom, 2 * (macSize + keySize + fixedSize));
    const which = side === this.client ? 0 : 1;
    const cut = (from: number, size: number) => block.subarray(from + which * size, from + (which + 1) * size);
    const keys: Keys = {
      mac: cut(0, macSize),
      key: cut(2 * macSize, keySize),
      iv: cut(2 * (macSize + keySize), fixedSize),
    };
    this.ciphers[side] = new RecordCipher(cipher, version, keys, macLast && !cipher.authenticates);
  }

  /** A side has finished its handshake: in TLS 1.3 its data follow, under other keys. */
  finish(side: Side): void {
    if (this.settled?.version === TLS13) this.take(side, APPLICATION_SECRETS);
  }

  /** A side goes on with new keys (RFC 8446 section 7.2). */
  update(side: Side): void {
    const secret = this.secrets[side];
    const { cipher } = this;
    if (secret === undefined || cipher === undefined) return;
    this.use(side, cipher, expandLabel(cipher.hash, secret, "traffic upd", secret.length));
  }

  /**
   * What is in the record `at..end` that a side sent; undefined where it is not encrypted, or not for us to know. `isWhole`
   * is false where the capture holds a part of it.
   */
  open(side: Side, bytes: Uint8Array, at: number, end: number, isWhole: boolean): Uint8Array | undefined {
    const cipher = this.ciphers[side];
    if (isWhole) return cipher?.open(bytes, at, end);
    cipher?.skip();
    return undefined;
  }

  private find(label: string): Uint8Array | undefined {
    return this.log.find(label, Buffer.from(this.clientRandom).toString("hex"));
  }

  private take(side: Side, labels: readonly [string, string]): void {
    const secret = this.find(labels[side === this.client ? 1 : 0]);
    if (secret !== undefined && this.cipher !== undefined) this.use(side, this.cipher, secret);
    else this.ciphers[side] = undefined;
  }

  private use(side: Side, cipher: Cipher, secret: Uint8Array): void {
    this.secrets[side] = secret;
    this.ciphers[side] = new RecordCipher(cipher, TLS13, trafficKeys(cipher, secret), false);
  }
}
