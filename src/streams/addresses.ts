import type { Memory } from "../core/memory.ts";
import { type Column, Table } from "./table.ts";

/** Words of a use: the hardware address in two halves, the frame. */
const HIGH = 0;
const LOW = 1;
const FRAME = 2;
const WORDS = 3;
const HALF = 2 ** 32;

/** Remembers which hardware address uses which IPv4 address, to tell when two do. */
export class AddressUse {
  private readonly table: Table;
  private readonly uses: Column<Int32Array>;
  private readonly times: Column<Float64Array>;

  /** After {@link note} said so: the frame of the earlier use by another, and when that was. */
  frame = 0;
  seconds = Number.NaN;

  constructor(memory: Memory) {
    this.table = new Table(memory, "ARP addresses", 1);
    this.uses = this.table.ints(WORDS);
    this.times = this.table.floats(1);
  }

  /**
   * Notes that `hardware` (48 bits) uses `address` (32 bits) in a frame captured at `seconds`. True when another was
   * known to use it before; that one stays the known one.
   */
  note(address: number, hardware: number, frame: number, seconds: number): boolean {
    this.table.key[0] = address;
    const place = this.table.find(1, frame);
    const at = place * WORDS;
    const uses = this.uses.data;
    const high = Math.floor(hardware / HALF);
    const low = hardware | 0;
    if (!this.table.isNew && (uses[at + HIGH] !== high || uses[at + LOW] !== low)) {
      this.frame = uses[at + FRAME]!;
      this.seconds = this.times.data[place]!;
      return true;
    }
    uses[at + HIGH] = high;
    uses[at + LOW] = low;
    uses[at + FRAME] = frame;
    this.times.data[place] = seconds;
    return false;
  }
}
