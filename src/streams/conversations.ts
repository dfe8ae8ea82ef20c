import type { Frame } from "../core/frame.ts";
import { grown } from "../core/grown.ts";

/** Words kept of each key: ports, kind of address, then both addresses (1 word each for IPv4, 4 for IPv6). */
const WORDS = 10;
const ADDRESSES = 2;

/**
 * Numbers conversations: pairs of (address, port), whoever speaks. Open addressing over words in one array; nothing
 * is allocated for a frame of a known conversation.
 */
export class Conversations {
  /** After {@link find}: true when the sender is the endpoint that sorts first. */
  forward = true;
  /** After {@link find}: true when the conversation was not known. */
  isNew = false;
  count = 0;
  private slots = new Int32Array(1024);
  private keys = new Int32Array(512 * WORDS);
  private readonly key = new Int32Array(WORDS);

  /** The number of the conversation between the frame's innermost addresses and these ports, from 0. */
  find(frame: Frame, sourcePort: number, destinationPort: number): number {
    this.load(frame, sourcePort, destinationPort);
    const mask = this.slots.length - 1;
    let slot = hashOf(this.key, 0) & mask;
    for (;;) {
      const entry = this.slots[slot]!;
      if (entry === 0) return this.insert(slot);
      if (this.same(entry - 1)) {
        this.isNew = false;
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
  }

  private load(frame: Frame, sourcePort: number, destinationPort: number): void {
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
  }

  private same(entry: number): boolean {
    const { key, keys } = this;
    const at = entry * WORDS;
    const count = ADDRESSES + key[1]! * 2;
    for (let i = 0; i < count; i++) if (keys[at + i] !== key[i]) return false;
    return true;
  }

  private insert(slot: number): number {
    const entry = this.count++;
    if (this.count * WORDS > this.keys.length) {
      this.keys = grown(this.keys);
    }
    this.keys.set(this.key, entry * WORDS);
    this.slots[slot] = entry + 1;
    this.isNew = true;
    if (this.count * 2 > this.slots.length) this.rehash();
    return entry;
  }

  private rehash(): void {
    const { keys } = this;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.count; entry++) {
      let slot = hashOf(keys, entry * WORDS) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
    this.slots = slots;
  }
}

/** Mixes one key; the high bits are folded down, because slots are chosen by the low ones. */
function hashOf(words: Int32Array, at: number): number {
  const count = ADDRESSES + words[at + 1]! * 2;
  let hash = 0;
  for (let i = 0; i < count; i++) hash = Math.imul(hash ^ words[at + i]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 16);
}

function wordAt(b: Uint8Array, at: number): number {
  return (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;
}
