import { PcapFormat } from "./pcap.ts";
import { Queue } from "./queue.ts";
import { NEED_MORE, RecordSlot, type RecordTarget } from "./records.ts";

/** Block types and options (draft-ietf-opsawg-pcapng section 4). */
const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;
const INTERFACE = 1;
const ENHANCED_PACKET = 6;
const IF_NAME = 2;
const IF_TSRESOL = 9;
/** Units of 10^-9 seconds. */
const NANOSECONDS = 9;
/** Bytes of an enhanced packet block before the frame, and of the length that ends every block. */
const PACKET_HEADER = 28;
const TRAILER = 4;

const LINUX_SLL2 = 276;
/** Where an SLL2 header holds the number of the interface (LINKTYPE_LINUX_SLL2). */
const SLL2_INTERFACE = 4;

/** A device's savefile records and who captured them. */
export interface Strand {
  readonly name: string;
  readonly queue: Queue;
}

/** One device's records, with a look at the next. */
class Thread extends RecordSlot {
  /** Bytes of the next record, and of its header; 0 where it was not looked at. */
  private size = 0;
  private header = 0;
  readonly format: PcapFormat;
  readonly name: string;
  readonly queue: Queue;
  /** Numbers of the interfaces that frames came from, by the system's number; 0 for the device itself. */
  readonly interfaces = new Map<number, number>();

  constructor({ name, queue }: Strand) {
    super();
    this.name = name;
    this.queue = queue;
    this.format = PcapFormat.open(queue.bytes, queue.from)!;
    queue.from = this.format.at;
  }

  /** True when a frame is there. */
  look(): boolean {
    if (this.size > 0) return true;
    const { format, queue } = this;
    format.at = queue.from;
    const start = format.next(queue.bytes, queue.to, this);
    if (start === NEED_MORE) return false;
    this.header = start - queue.from;
    this.size = format.at - queue.from;
    return true;
  }

  /** Where the frame begins in the queue. */
  get start(): number {
    return this.queue.from + this.header;
  }

  /** Passes the frame. */
  pass(): void {
    this.queue.from += this.size;
    this.size = 0;
  }

  /** The system's number of the interface that the frame came from; 0 where it is the device itself. */
  system(): number {
    if (this.format.linkType !== LINUX_SLL2 || this.capturedLength < SLL2_INTERFACE + 4) return 0;
    return new DataView(this.queue.bytes.buffer, this.queue.bytes.byteOffset + this.start).getUint32(SLL2_INTERFACE);
  }
}

/**
 * Weaves the savefile records of several devices, or of one that stands for several interfaces, into one pcapng section
 * in order of time: the devices are its interfaces, as numbered; those that a device stands for follow when their first
 * frame comes.
 */
export class Weaver {
  /** The pcapng bytes. */
  readonly queue = new Queue();
  /** Frames in it so far. */
  count = 0;
  private readonly threads: readonly Thread[];
  private readonly nameOf: (system: number) => string | undefined;
  private described = 0;
  private view = new DataView(this.queue.bytes.buffer);

  /** `nameOf`: the name of the interface with the system's number. */
  constructor(strands: readonly Strand[], nameOf: (system: number) => string | undefined) {
    this.threads = strands.map((strand) => new Thread(strand));
    this.nameOf = nameOf;
    const at = this.block(SECTION, 28);
    this.view.setUint32(at + 8, BYTE_ORDER, true);
    this.view.setUint16(at + 12, 1, true);
    this.view.setBigInt64(at + 16, -1n, true);
    for (const thread of this.threads) this.idOf(thread, 0);
  }

  /** Moves on the frames up to `until`, in seconds, and at most `limit` of them in all. */
  weave(until: number, limit: number): void {
    while (this.count < limit) {
      let first: Thread | undefined;
      for (const thread of this.threads)
        if (thread.look() && (first === undefined || isBefore(thread, first))) first = thread;
      if (first === undefined || first.seconds + first.nanoseconds / 1e9 > until) return;
      this.packet(first);
      first.pass();
      this.count++;
    }
  }

  private packet(thread: Thread): void {
    const id = this.idOf(thread, thread.system());
    const { capturedLength, seconds, nanoseconds } = thread;
    const at = this.block(ENHANCED_PACKET, PACKET_HEADER + ((capturedLength + 3) & ~3) + TRAILER);
    const { view } = this;
    // 64-bit nanoseconds in two halves: the low one wraps exactly, the high one is what is missing from the sum.
    const low = (Math.imul(seconds, 1e9) + nanoseconds) >>> 0;
    const high = Math.round((seconds * 1e9 + nanoseconds - low) / 2 ** 32);
    view.setUint32(at + 8, id, true);
    view.setUint32(at + 12, high, true);
    view.setUint32(at + 16, low, true);
    view.setUint32(at + 20, capturedLength, true);
    view.setUint32(at + 24, thread.originalLength, true);
    const { bytes } = thread.queue;
    this.queue.bytes.set(bytes.subarray(thread.start, thread.start + capturedLength), at + PACKET_HEADER);
  }

  /** The pcapng number of the interface with the system's number; it is described first where it is new. */
  private idOf(thread: Thread, system: number): number {
    let id = thread.interfaces.get(system);
    if (id === undefined) {
      thread.interfaces.set(system, (id = this.described++));
      this.describe(thread.format, system === 0 ? thread.name : this.nameOf(system));
    }
    return id;
  }

  private describe({ linkType, snaplen }: PcapFormat, name: string | undefined): void {
    const text = name === undefined ? undefined : new TextEncoder().encode(name);
    const padded = text === undefined ? 0 : 4 + ((text.length + 3) & ~3);
    const at = this.block(INTERFACE, 16 + padded + 8 + 4 + TRAILER);
    const { view } = this;
    view.setUint16(at + 8, linkType, true);
    view.setUint32(at + 12, snaplen, true);
    let option = at + 16;
    if (text !== undefined) {
      view.setUint16(option, IF_NAME, true);
      view.setUint16(option + 2, text.length, true);
      this.queue.bytes.set(text, option + 4);
      option += padded;
    }
    view.setUint16(option, IF_TSRESOL, true);
    view.setUint16(option + 2, 1, true);
    view.setUint8(option + 4, NANOSECONDS);
  }

  /** Adds a block of `size` bytes, zero but for its type and lengths; returns where it begins. */
  private block(type: number, size: number): number {
    const { queue } = this;
    queue.reserve(size);
    if (this.view.buffer !== queue.bytes.buffer) this.view = new DataView(queue.bytes.buffer);
    const at = queue.to;
    queue.to += size;
    queue.bytes.fill(0, at, queue.to);
    this.view.setUint32(at, type, true);
    this.view.setUint32(at + 4, size, true);
    this.view.setUint32(queue.to - TRAILER, size, true);
    return at;
  }
}

function isBefore(a: RecordTarget, b: RecordTarget): boolean {
  return a.seconds < b.seconds || (a.seconds === b.seconds && a.nanoseconds < b.nanoseconds);
}
