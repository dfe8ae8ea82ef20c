import { grown } from "./grown.ts";
import type { Node } from "./node.ts";

/** Set on rows of a packet quoted by another (an ICMP error): visible, but without Info of their own. */
export const QUOTED = 1;
/** Set on the first row of a layer that leaves the columns of the packet line to the layer around it. */
export const SILENT = 2;

/** Value of the first row of a layer that is one more message of the same protocol in the same bytes. */
export const FOLLOWING = 1;

/** Value of the first row of a layer that only stands in the list of protocols. */
const NOMINAL = -(2 ** 31);

/** How a row's place is packed in one word: flags, depth (to 31), source (to 63), layer (to 2^19). */
const DEPTH_SHIFT = 2;
const SOURCE_SHIFT = 7;
const LAYER_SHIFT = 13;
/** One level deeper. */
export const DEEPER = 1 << DEPTH_SHIFT;
/** A tape holds no more rows than a layer's index can name; what follows is dropped. */
const MOST_ROWS = 1 << 19;
export const MAX_DEPTH = 31;
export const MAX_SOURCE = 63;

/** What a layer takes over from the one around it: source and flags. */
const INHERITED = (MAX_SOURCE << SOURCE_SHIFT) | 3;

/** Packs a row's place for {@link Tape.push}. */
export function placeOf(layer: number, depth: number, source: number, flags: number): number {
  return (layer << LAYER_SHIFT) | (source << SOURCE_SHIFT) | (depth << DEPTH_SHIFT) | flags;
}

/** The layer in a packed place. */
export function layerOf(place: number): number {
  return place >>> LAYER_SHIFT;
}

/** The same place in another source. */
export function inSource(place: number, source: number): number {
  return (place & ~(MAX_SOURCE << SOURCE_SHIFT)) | (source << SOURCE_SHIFT);
}

/** Words of a row in {@link Tape.words}. */
const WORDS = 4;

/**
 * What a dissected frame is: rows of (node, start, end, value, place), reused from frame to frame. `start` and `end`
 * are offsets in the row's source; `value` is a number that came with the row, or the index of one that is no small
 * integer; the place nests rows inside their layer, named by the index of its protocol row, so that a frame's footer
 * can come after the layers inside it.
 */
export class Tape {
  count = 0;
  /** The last protocol row. */
  top = 0;
  /** True once a row was added to a layer that is not the last one: readers then go layer by layer. */
  footers = false;
  readonly nodes: Node[] = [];
  private words: Int32Array;

  constructor(capacity = 256) {
    this.words = new Int32Array(capacity * WORDS);
  }

  clear(): void {
    this.count = 0;
    this.top = 0;
    this.footers = false;
  }

  /** Offset of the row's first byte in its source. */
  start(row: number): number {
    return this.words[row * WORDS]!;
  }
  /** Offset one past the row's last byte. */
  end(row: number): number {
    return this.words[row * WORDS + 1]!;
  }
  /** The small integer that came with the row. */
  value(row: number): number {
    return this.words[row * WORDS + 2]!;
  }
  /** The protocol row that `row` belongs to. */
  layer(row: number): number {
    return this.words[row * WORDS + 3]! >>> LAYER_SHIFT;
  }
  /** The protocol row before the protocol row `row`, or -1. */
  layerBefore(row: number): number {
    if (row === 0) return -1;
    if (!this.footers) return this.layer(row - 1);
    // A footer belongs to a layer further out.
    let before = row - 1;
    while (this.layer(before) !== before) before--;
    return before;
  }
  /** One past the rows of the layer headed by `row`, its footer left out. */
  layerEnd(row: number): number {
    let i = row + 1;
    while (i < this.count && this.layer(i) === row) i++;
    return i;
  }
  /** 0 for a protocol, 1 for its fields, more for what is nested. */
  depth(row: number): number {
    return (this.words[row * WORDS + 3]! >>> DEPTH_SHIFT) & MAX_DEPTH;
  }
  /** Index of the source the row's offsets count in. */
  source(row: number): number {
    return (this.words[row * WORDS + 3]! >>> SOURCE_SHIFT) & MAX_SOURCE;
  }
  /** {@link QUOTED} and {@link SILENT}. */
  flags(row: number): number {
    return this.words[row * WORDS + 3]! & 3;
  }
  /** Sets a flag on a row. */
  flag(row: number, flag: number): void {
    this.words[row * WORDS + 3]! |= flag;
  }
  /** Changes the small integer that came with the row. */
  setValue(row: number, value: number): void {
    this.words[row * WORDS + 2] = value;
  }
  /** Moves the end of a row. */
  setEnd(row: number, end: number): void {
    this.words[row * WORDS + 1] = end;
  }

  /** Adds a row and returns its index; `place` as {@link placeOf} packs it. */
  push(node: Node, start: number, end: number, value: number, place: number): number {
    const i = this.count;
    const at = i * WORDS;
    if (at === this.words.length && !this.grow()) return i - 1;
    const { words } = this;
    this.count = i + 1;
    this.nodes[i] = node;
    words[at] = start;
    words[at + 1] = end;
    words[at + 2] = value;
    words[at + 3] = place;
    return i;
  }

  /**
   * Adds a protocol's row, which heads a layer of its own with the source and flags of the place `from`. Returns the
   * place of the rows inside.
   */
  open(protocol: Node, start: number, end: number, from: number, value = 0): number {
    const row = this.count;
    const place = (row << LAYER_SHIFT) | (from & INHERITED);
    this.top = row;
    this.push(protocol, start, end, value, place);
    return place + DEEPER;
  }

  /** Lets the layer headed by `row` only stand in the list of protocols. */
  makeNominal(row: number): void {
    this.setValue(row, NOMINAL);
  }

  /** True where the layer headed by `row` only stands in the list of protocols. */
  isNominal(row: number): boolean {
    return this.value(row) === NOMINAL;
  }

  /** True when a layer of `protocol` is there. */
  has(protocol: Node): boolean {
    for (let i = 0; i < this.count; i++) if (this.nodes[i] === protocol && !this.isNominal(i)) return true;
    return false;
  }

  private grow(): boolean {
    if (this.words.length * 2 > MOST_ROWS * WORDS) return false;
    this.words = grown(this.words);
    return true;
  }
}
