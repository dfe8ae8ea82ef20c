import type { Frame } from "./frame.ts";
import type { Protocol } from "./protocol.ts";

/** The most endpoints remembered; of more, those announced first are forgotten. */
const MOST = 4096;

/** An endpoint that a conversation announced: who reads what comes to it, and what was told of it. */
export interface Announcement {
  readonly taker: Protocol;
  readonly told: object;
  /** The port the other end must have; absent: any. */
  readonly peer?: number;
}

/** Endpoints that conversations announce for others to come, such as FTP's for data (RFC 959 section 3.2). */
export class Announced {
  private readonly endpoints = new Map<string, Announcement>();
  /** Their ports, and those of endpoints forgotten since: most frames have neither, and need no key. */
  private readonly ports = new Set<number>();

  /** Announces `port` of the address whose bytes these are. Returns what was announced of it before. */
  add(address: Uint8Array, port: number, announcement: Announcement): Announcement | undefined {
    const key = keyOf(address, port);
    const before = this.endpoints.get(key);
    this.endpoints.delete(key);
    if (this.endpoints.size === MOST) this.endpoints.delete(this.endpoints.keys().next().value!);
    this.endpoints.set(key, announcement);
    this.ports.add(port);
    return before;
  }

  /** What was announced of one of the ends of a conversation between two ports. */
  of(frame: Frame, source: number, destination: number): Announcement | undefined {
    if (this.endpoints.size === 0) return undefined;
    return (
      this.at(frame, frame.destinationAt, destination, source) ?? this.at(frame, frame.sourceAt, source, destination)
    );
  }

  private at({ addressBytes, addressSize }: Frame, at: number, port: number, peer: number): Announcement | undefined {
    if (at < 0 || !this.ports.has(port)) return undefined;
    const found = this.endpoints.get(keyOf(addressBytes.subarray(at, at + addressSize), port));
    return found?.peer === undefined || found.peer === peer ? found : undefined;
  }
}

function keyOf(address: Uint8Array, port: number): string {
  return `${address.join(".")} ${port}`;
}
