import { setImmediate } from "node:timers/promises";
import { type Counts, Device, type DeviceOptions, READ_TIMEOUT } from "./device.ts";
import { defaultDevice } from "./devices.ts";
import { type Libpcap, LiveError, loadLibpcap } from "./libpcap.ts";
import type { ByteSource } from "./source.ts";

/** Frames taken from the kernel at once. */
const BATCH = 4096;
/** After a stop: how long until everything that had arrived was handed over, and how long to take it, milliseconds. */
const SETTLE = READ_TIMEOUT + 10;
const DRAIN = 1000;
/** Frames between two looks at libpcap's 32-bit counters. */
const SAMPLE = 2 ** 30;

/** Options of a live capture. */
export interface LiveOptions extends DeviceOptions {
  /** Device to capture on; default libpcap's first. */
  interface?: string;
  /** Stop after this many frames. */
  count?: number;
}

/**
 * Frames from the network as the bytes of a savefile: whoever reads them cannot tell it from a file that grows. It ends
 * after `count` frames or once stopped.
 */
export class LiveSource implements ByteSource {
  readonly device: Device;
  private readonly waiter: Waiter;
  private pending: Uint8Array;
  private given = 0;
  private left: number;
  private sampleAt = SAMPLE;
  /** When it was stopped. */
  private stopped = Number.POSITIVE_INFINITY;
  private reading = false;
  private closed = false;

  /** Opens the device. Throws {@link LiveError}. */
  constructor(options: LiveOptions) {
    const pcap = loadLibpcap();
    this.device = Device.open(pcap, options.interface ?? defaultDevice(pcap), options);
    this.waiter = new Waiter(pcap, [this.device.descriptor]);
    this.pending = this.device.header;
    this.left = options.count ?? Number.POSITIVE_INFINITY;
  }

  get interfaceName(): string {
    return this.device.name;
  }

  get ready(): boolean {
    return this.given < this.pending.length;
  }

  /** Ends the capture: {@link read} still gives what had arrived by now, then 0. */
  stop(): void {
    if (this.stopped < Number.POSITIVE_INFINITY) return;
    this.stopped = performance.now();
    this.waiter.wake();
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    this.reading = true;
    const more = this.ready || (await this.collect());
    this.reading = false;
    if (this.closed) this.release();
    if (!more || this.closed) return 0;
    const part = this.pending.subarray(this.given, this.given + into.length - at);
    into.set(part, at);
    this.given += part.length;
    return part.length;
  }

  /** What became of the frames so far. */
  get counts(): Counts {
    this.device.sample();
    return { ...this.device.counts };
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.reading) this.waiter.wake();
    else this.release();
  }

  /** Waits for frames. False at the end. */
  private async collect(): Promise<boolean> {
    const { device } = this;
    // A busy network never makes it wait: signals and timers must get their turn all the same.
    await setImmediate();
    while (this.left > 0 && !this.closed) {
      const before = device.counts.captured;
      this.pending = device.batch(Math.min(BATCH, this.left));
      this.given = 0;
      this.left -= device.counts.captured - before;
      if (device.counts.captured >= this.sampleAt) this.sample();
      if (this.pending.length > 0) return !this.isOver(DRAIN);
      if (device.failure !== undefined) throw new LiveError("gone", `${device.name}: ${device.failure}`);
      if (this.isOver(0)) return false;
      await this.waiter.wait(this.stopped < Number.POSITIVE_INFINITY);
    }
    return false;
  }

  private isOver(patience: number): boolean {
    return performance.now() > this.stopped + SETTLE + patience;
  }

  private sample(): void {
    this.device.sample();
    this.sampleAt += SAMPLE;
  }

  private release(): void {
    this.device.close();
    this.waiter.close();
  }
}

/** struct pollfd: descriptor, then the events asked for. */
const POLLFD_SIZE = 8;
const POLLIN = 1;

/** Waits on another thread until one of several descriptors is readable, or {@link wake} is called. */
class Waiter {
  private readonly pcap: Libpcap;
  /** The descriptors, and as last one the reading end of the pipe that wakes. */
  private readonly descriptors: Buffer;
  private readonly pipe = Buffer.alloc(8);

  constructor(pcap: Libpcap, descriptors: readonly number[]) {
    this.pcap = pcap;
    if (pcap.pipe(this.pipe) < 0) throw new LiveError("device", "no more file descriptors");
    const all = [...descriptors, this.pipe.readInt32LE(0)];
    this.descriptors = Buffer.alloc(all.length * POLLFD_SIZE);
    all.forEach((descriptor, i) => {
      this.descriptors.writeInt32LE(descriptor, i * POLLFD_SIZE);
      this.descriptors.writeInt16LE(POLLIN, i * POLLFD_SIZE + 4);
    });
  }

  /** Waits for at most libpcap's read timeout; `woken`: {@link wake} was called and no longer counts. */
  async wait(woken: boolean): Promise<void> {
    const count = this.descriptors.length / POLLFD_SIZE;
    await this.pcap.pollAsync(this.descriptors, woken ? count - 1 : count, READ_TIMEOUT);
  }

  wake(): void {
    this.pcap.write(this.pipe.readInt32LE(4), Buffer.of(0), 1);
  }

  close(): void {
    this.pcap.close(this.pipe.readInt32LE(0));
    this.pcap.close(this.pipe.readInt32LE(4));
  }
}
