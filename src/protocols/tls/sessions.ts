import type { Cursor } from "../../core/cursor.ts";
import type { Memory } from "../../core/memory.ts";
import type { Protocol } from "../../core/protocol.ts";
import type { Reassembly } from "../../streams/reassembly.ts";
import { StreamStates } from "../../streams/stream-states.ts";
import { applicationOnPort } from "./applications.ts";
import type { Decryption, Side } from "./decryption.ts";

export const SSL3 = 0x0300;
export const TLS10 = 0x0301;
export const TLS12 = 0x0303;
export const TLS13 = 0x0304;

/** A handshake message that goes on in the next record: what is there of it, and who brought it. */
export interface Unfinished {
  readonly parts: Uint8Array[];
  readonly frames: number[];
  size: number;
  /** Its length with its head; 0 while that is not known. */
  needed: number;
}

/** About how many bytes a session takes, and a part of an unfinished message besides its bytes. */
const SIZE = 300;
const PART_SIZE = 150;

/** What is known of one connection. Indices of two are by direction. */
export class Session {
  /** The version its records are of; 0 while that is not known. */
  version = 0;
  /** The cipher suite the server chose; -1 before. */
  cipher = -1;
  /** What is inside, an index of applications; -1 before anybody asked. */
  application = -1;
  /** True where the last message was the server's hello: a change of ciphers right behind it reuses known keys. */
  resumes = false;
  /** True where a direction has changed to the negotiated cipher. */
  readonly encrypted: [boolean, boolean] = [false, false];
  readonly unfinished: [Unfinished | undefined, Unfinished | undefined] = [undefined, undefined];

  /** Reads what is encrypted; undefined where no secrets are at hand. */
  decryption: Decryption | undefined;
  /** The server encrypts first, then authenticates (RFC 7366). */
  macLast = false;
  /** What client and server agreed to speak (RFC 7301); "" before they did. */
  alpn = "";
  /** Who takes what was decrypted, once that is known. */
  taker: Protocol | undefined;
  /** Decrypted messages that go on in later records. */
  readonly begun: [Reassembly | undefined, Reassembly | undefined] = [undefined, undefined];

  /** Bytes of unfinished messages. */
  get waiting(): number {
    const begun = (this.begun[0]?.size ?? 0) + (this.begun[1]?.size ?? 0);
    return sizeOf(this.unfinished[0]) + sizeOf(this.unfinished[1]) + begun;
  }

  /** What is inside, judged by the ports if nobody said; an index of applications. */
  applicationOn(source: number, destination: number): number {
    if (this.application < 0) this.application = applicationOnPort(source) || applicationOnPort(destination);
    return this.application;
  }
}

/** The direction of the bytes at the cursor. */
export function sideOf(c: Cursor): Side {
  return c.conversation & 1 ? 1 : 0;
}

function sizeOf(message: Unfinished | undefined): number {
  return message === undefined ? 0 : message.size + message.parts.length * PART_SIZE;
}

/** The sessions of a run, by stream number. */
export type Sessions = StreamStates<Session>;

/** No sessions yet. */
export const sessions = (memory: Memory): Sessions =>
  new StreamStates(memory, "TLS sessions", SIZE, () => new Session());
