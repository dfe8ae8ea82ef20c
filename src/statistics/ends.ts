import type { Frame } from "../core/frame.ts";
import type { Rows } from "../core/rows.ts";
import { QUOTED } from "../core/tape.ts";
import { numberOf } from "../core/value.ts";
import { ByteWriter } from "../core/writer.ts";
import { type Cell, FieldValues, type Tools } from "./statistic.ts";

/** What has two ends: the fields of a protocol that say who sends to whom. */
export interface Kind {
  readonly name: string;
  /** In front of "conversations" and "endpoints". */
  readonly title: string;
  readonly source: string;
  readonly destination: string;
  /** Set where the fields above are ports; the addresses are those of the packet around. */
  readonly stream?: string;
}

/** Every kind of ends there is. */
export const kinds: readonly Kind[] = [
  { name: "eth", title: "Ethernet", source: "eth.src", destination: "eth.dst" },
  { name: "ip", title: "IPv4", source: "ip.src", destination: "ip.dst" },
  { name: "ipv6", title: "IPv6", source: "ipv6.src", destination: "ipv6.dst" },
  { name: "tcp", title: "TCP", source: "tcp.srcport", destination: "tcp.dstport", stream: "tcp.stream" },
  { name: "udp", title: "UDP", source: "udp.srcport", destination: "udp.dstport", stream: "udp.stream" },
];

/** Words of an end: the size of its address in bytes, the address in up to four words, its port. */
export const END_WORDS = 6;
const ADDRESS = 1;
const PORT = 5;
const WORD_BYTES = 4;
const IPV4_BYTES = 4;
const ETHER_BYTES = 6;

/** Finds out who sends to whom, in every layer of one kind of a frame. Packets quoted by others are left out. */
export class Ends {
  readonly kind: Kind;
  private readonly sources: FieldValues;
  private readonly destinations: FieldValues;
  private readonly streams: FieldValues | undefined;
  private readonly packets: readonly (readonly [FieldValues, FieldValues])[];

  constructor(kind: Kind, tools: Tools) {
    const values = (name: string) => new FieldValues(tools, name);
    this.kind = kind;
    this.sources = values(kind.source);
    this.destinations = values(kind.destination);
    this.streams = kind.stream === undefined ? undefined : values(kind.stream);
    this.packets =
      kind.stream === undefined
        ? []
        : [
            [values("ip.src"), values("ip.dst")],
            [values("ipv6.src"), values("ipv6.dst")],
          ];
  }

  /** Looks at a frame; returns how many layers there may be ends of. */
  load(frame: Frame): number {
    const count = this.sources.load(frame);
    if (count === 0) return 0;
    this.destinations.load(frame);
    this.streams?.load(frame);
    for (const [sources, destinations] of this.packets) {
      sources.load(frame);
      destinations.load(frame);
    }
    return count;
  }

  /**
   * Writes the ends of layer `i` to `key`: who sends at `from`, who receives at `to`, {@link END_WORDS} each. False
   * where the layer does not have both.
   */
  put(frame: Frame, i: number, key: Int32Array, from: number, to: number): boolean {
    const { sources, destinations, streams } = this;
    const layer = sources.rows.layer[i]!;
    const j = destinations.inside(layer);
    if (j < 0 || (sources.rows.flags[i]! & QUOTED) !== 0) return false;
    if (streams === undefined) {
      putAddress(frame, sources.rows, i, key, from);
      putAddress(frame, destinations.rows, j, key, to);
      return true;
    }
    key[from + PORT] = numberOf(frame, sources.rows, i);
    key[to + PORT] = numberOf(frame, destinations.rows, j);
    return this.putPacket(frame, layer, key, from, to);
  }

  /** True where ends have ports. */
  get hasPorts(): boolean {
    return this.streams !== undefined;
  }

  /** The cells that name the end whose words `word` gives. */
  cells(word: (i: number) => number): Cell[] {
    return this.hasPorts ? [addressOf(word), portOf(word)] : [addressOf(word)];
  }

  /** The tape's row of layer `i`. */
  layer(i: number): number {
    return this.sources.rows.layer[i]!;
  }

  /** The number of the stream that layer `i` belongs to, or -1. */
  stream(frame: Frame, i: number): number {
    const { streams, sources } = this;
    const at = streams === undefined ? -1 : streams.inside(sources.rows.layer[i]!);
    return at < 0 ? -1 : numberOf(frame, streams!.rows, at);
  }

  /** Writes the addresses of the packet around the layer at row `layer`. */
  private putPacket(frame: Frame, layer: number, key: Int32Array, from: number, to: number): boolean {
    let nearest = -1;
    for (const [sources, destinations] of this.packets) {
      const i = sources.before(layer);
      if (i < 0 || sources.rows.layer[i]! < nearest) continue;
      nearest = sources.rows.layer[i]!;
      const j = destinations.inside(nearest);
      if (j < 0) return false;
      putAddress(frame, sources.rows, i, key, from);
      putAddress(frame, destinations.rows, j, key, to);
    }
    return nearest >= 0;
  }
}

/** Writes the address in row `i` to `key`, with its size in front. */
function putAddress(frame: Frame, rows: Rows, i: number, key: Int32Array, at: number): void {
  putWords(key, at, frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]! - rows.start[i]!);
}

function putWords(key: Int32Array, at: number, bytes: Uint8Array, start: number, size: number): void {
  key[at] = size;
  for (let word = 0; word < PORT - ADDRESS; word++) {
    let value = 0;
    for (let i = word * WORD_BYTES; i < (word + 1) * WORD_BYTES; i++) {
      value = (value << 8) | (i < size ? bytes[start + i]! : 0);
    }
    key[at + ADDRESS + word] = value;
  }
}

/** The words of the end with an address of 4 or 16 bytes. */
export function endOf(address: Uint8Array, port: number): Int32Array {
  const words = new Int32Array(END_WORDS);
  putWords(words, 0, address, 0, address.length);
  words[PORT] = port;
  return words;
}

/** The address of the end whose words `word` gives, as text. */
export function addressOf(word: (i: number) => number): string {
  const bytes = new Uint8Array((PORT - ADDRESS) * WORD_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = ADDRESS; i < PORT; i++) view.setInt32((i - ADDRESS) * WORD_BYTES, word(i));
  const text = new ByteWriter(64);
  const size = word(0);
  if (size === IPV4_BYTES) text.ipv4(bytes, 0);
  else if (size === ETHER_BYTES) text.ether(bytes, 0);
  else text.ipv6(bytes, 0);
  return text.toString();
}

/** The port of the end whose words `word` gives. */
export function portOf(word: (i: number) => number): number {
  return word(PORT);
}
