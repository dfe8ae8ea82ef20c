import type { Frame } from "../core/frame.ts";
import type { Memory } from "../core/memory.ts";
import { type Column, Table } from "./table.ts";

/** Words of a key: ports, size of an address in words, then both addresses (1 word each for IPv4, 4 for IPv6). */
const ADDRESSES = 2;
const WORDS = ADDRESSES + 2 * 4;

/** Numbers conversations: pairs of (address, port), whoever speaks. */
export class Conversations extends Table {
  /** After {@link between}: true when the sender is the endpoint that sorts first. */
  forward = true;
  private count = 0;
  private readonly numbers: Column<Int32Array>;

  constructor(memory: Memory, what = "conversations") {
    super(memory, what, WORDS);
    this.numbers = this.ints(1);
  }

  /** The place of the conversation between the frame's innermost addresses and these ports. */
  between(frame: Frame, sourcePort: number, destinationPort: number): number {
    const place = this.find(this.load(frame, sourcePort, destinationPort), frame.number);
    if (this.isNew) this.numbers.data[place] = this.count++;
    return place;
  }

  /** The number of the conversation at `place`, from 0; no other one ever has it. */
  number(place: number): number {
    return this.numbers.data[place]!;
  }

  /** Begins another conversation between the same ends: it has the next number, and nothing is known of it. */
  renew(place: number): void {
    this.onForget?.(place);
    this.clear(place);
    this.numbers.data[place] = this.count++;
  }

  /** Fills in the key; returns its length. */
  private load(frame: Frame, sourcePort: number, destinationPort: number): number {
    const { key } = this;
    const { addressBytes: bytes, sourceAt, destinationAt, addressSize } = frame;
    const words = addressSize === 4 ? 1 : addressSize === 16 ? 4 : 0;
    let order = 0;
    for (let i = 0; i < words && order === 0; i++) {
      const a = wordAt(bytes, sourceAt + i * 4);
      const b = wordAt(bytes, destinationAt + i * 4);
      order = a < b ? -1 : a > b ? 1 : 0;
    }
    if (order === 0) order = sourcePort - destinationPort;
    const forward = order <= 0;
    const low = forward ? sourceAt : destinationAt;
    const high = forward ? destinationAt : sourceAt;
    for (let i = 0; i < words; i++) {
      key[ADDRESSES + i] = wordAt(bytes, low + i * 4);
      key[ADDRESSES + words + i] = wordAt(bytes, high + i * 4);
    }
    key[0] = forward ? (sourcePort << 16) | destinationPort : (destinationPort << 16) | sourcePort;
    key[1] = words;
    this.forward = forward;
    return ADDRESSES + words * 2;
  }
}

function wordAt(b: Uint8Array, at: number): number {
  return (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;
}
