import type { Memory } from "../../core/memory.ts";
import { StreamStates } from "../../streams/stream-states.ts";

/** Indices of what is kept of each side. */
export const CLIENT = 0;
export const SERVER = 1;
export type Side = typeof CLIENT | typeof SERVER;

/** What a side offers, each its favourite first; ciphers and MACs for what the client sends, then for what the server does. */
export interface Offer {
  readonly methods: readonly string[];
  readonly ciphers: readonly [readonly string[], readonly string[]];
  readonly macs: readonly [readonly string[], readonly string[]];
}

/** What is known of one side of a connection. */
export class Speaker {
  /** The frame its version stood in; 0 before. */
  versionFrame = 0;
  offer: Offer | undefined;
  /** The number of its next packet, as its messages have counted so far. */
  sequence = 0;
  /** Its packets are encrypted from here on. */
  isEncrypted = false;
  /** What encrypts and what authenticates them; "" where that is not known. */
  cipher = "";
  mac = "";
}

/** About how many bytes the state of a connection takes, what both sides offer included. */
const SIZE = 5000;

/** What is known of one connection. */
export class Session {
  /** 1 or 2; 0 while the client has not said. */
  version = 0;
  /** How keys are exchanged; "" where that is not known. */
  method = "";
  readonly speakers: readonly [Speaker, Speaker] = [new Speaker(), new Speaker()];

  /** Notes what a side offers; once both have, how keys are exchanged is known. */
  takeOffer(side: Side, offer: Offer): void {
    this.speakers[side].offer = offer;
    this.method = this.chosen((from) => from.methods);
  }

  /** Ciphers and MACs are chosen when keys are exchanged (RFC 4253 section 7.1). */
  choose(): void {
    for (const side of [CLIENT, SERVER] as const) {
      this.speakers[side].cipher = this.chosen((from) => from.ciphers[side]);
      this.speakers[side].mac = this.chosen((from) => from.macs[side]);
    }
  }

  /** The client's favourite among what the server knows, too. */
  private chosen(listed: (from: Offer) => readonly string[]): string {
    const [client, server] = [this.speakers[CLIENT].offer, this.speakers[SERVER].offer];
    if (client === undefined || server === undefined) return "";
    return listed(client).find((name) => listed(server).includes(name)) ?? "";
  }
}

/** No sessions yet. */
export const sessions = (memory: Memory): StreamStates<Session> =>
  new StreamStates(memory, "SSH connections", SIZE, () => new Session());
