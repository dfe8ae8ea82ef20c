import { setImmediate } from "node:timers/promises";
import { ANY, type Counts, Device, type DeviceOptions, READ_TIMEOUT } from "./device.ts";
import { defaultDevice } from "./devices.ts";
import { type Libpcap, LiveError, loadLibpcap } from "./libpcap.ts";
import type { Queue } from "./queue.ts";
import type { CaptureHeader } from "./records.ts";
import type { ByteSource } from "./source.ts";
import { Weaver } from "./weave.ts";

/** Frames taken from the kernel at once. */
const BATCH = 4096;
/** Bytes kept here while the reader is behind, so that the kernel's buffer stays free for a burst. */
const BACKLOG = 1 << 26;
/** Milliseconds after which a frame that had arrived has been handed over by the kernel. */
const SETTLE = READ_TIMEOUT + 10;
/** After a stop: how long what had arrived by then may take to be read, milliseconds. */
const DRAIN = 1000;
/** How long a wait may last while frames are held back for their order, milliseconds. */
const HELD = 20;
/** Bytes of an interface's name (IF_NAMESIZE). */
const NAME_SIZE = 16;

/** A device as far as those who read from it need to know. */
export interface SourceDevice {
  readonly name: string;
  /** What is to be told of it before capturing. */
  readonly warnings: readonly string[];
  /** Link type as libpcap names and describes it. */
  readonly linkType: string;
  /** What its savefile header says. */
  readonly header: CaptureHeader;
  readonly counts: Counts;
  /** Brings `counts` up to date. */
  sample(): void;
}

/** Frames from the network as the bytes of a savefile. It ends when it is stopped, with all that had arrived. */
export interface LiveByteSource extends ByteSource {
  readonly devices: readonly SourceDevice[];
  /** What became of the frames so far, of all devices together. */
  readonly counts: Counts;
  /** Ends the capture: `read` still gives what had arrived by now, then 0. */
  stop(): void;
}

/** Options of a live capture. */
export interface LiveOptions extends DeviceOptions {
  /** Device or devices to capture on; default libpcap's first. */
  interface?: string | readonly string[];
  /** Stop after this many frames. */
  count?: number;
}

/**
 * Frames from the network as the bytes of a savefile: whoever reads them cannot tell it from a file that grows. One
 * device gives pcap; several, and `any`, give pcapng with the interfaces' names. It ends after `count` frames or once
 * stopped.
 */
export class LiveSource implements LiveByteSource {
  readonly devices: readonly Device[];
  private readonly waiter: Waiter;
  private readonly weaver: Weaver | undefined;
  private readonly queue: Queue;
  private readonly limit: number;
  /** When it was stopped, on performance's clock. */
  private stoppedAt = Number.POSITIVE_INFINITY;
  private reading = false;
  private closed = false;

  /** Opens the devices. Throws {@link LiveError}. */
  constructor(options: LiveOptions) {
    const pcap = loadLibpcap();
    const names = [options.interface ?? defaultDevice(pcap)].flat();
    this.devices = openAll(pcap, names, options);
    this.waiter = new Waiter(
      pcap,
      this.devices.map((device) => device.descriptor),
    );
    if (names.length > 1 || names[0] === ANY) {
      this.weaver = new Weaver(
        this.devices,
        (system) => pcap.if_indextoname(system, Buffer.alloc(NAME_SIZE)) ?? undefined,
      );
    }
    this.queue = this.weaver?.queue ?? this.devices[0]!.queue;
    this.limit = options.count ?? Number.POSITIVE_INFINITY;
  }

  /** The device's name; undefined where the bytes name the interfaces. */
  get interfaceName(): string | undefined {
    return this.weaver === undefined ? this.devices[0]!.name : undefined;
  }

  get ready(): boolean {
    return this.queue.size > 0;
  }

  /** Ends the capture: {@link read} still gives what had arrived by now, then 0. */
  stop(): void {
    if (this.stoppedAt < Number.POSITIVE_INFINITY) return;
    this.stoppedAt = performance.now();
    this.waiter.wake();
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    this.reading = true;
    // A busy network never makes it wait: signals and timers must get their turn all the same.
    await setImmediate();
    try {
      while (!this.closed && !this.gather() && !this.isOver()) await this.waiter.wait(this.patience, this.isStopped);
    } finally {
      this.reading = false;
      if (this.closed) this.release();
    }
    const size = this.queue.take(into, at);
    const failed = this.failed;
    if (size === 0 && failed !== undefined && !this.closed)
      throw new LiveError("gone", `${failed.name}: ${failed.failure}`);
    return size;
  }

  /** A device that gives no more frames. */
  private get failed(): Device | undefined {
    return this.devices.find((device) => device.failure !== undefined);
  }

  private get isStopped(): boolean {
    return this.stoppedAt < Number.POSITIVE_INFINITY;
  }

  /** True `patience` milliseconds after all that had arrived before the stop can be read. */
  private isSettled(patience: number): boolean {
    return performance.now() > this.stoppedAt + SETTLE + patience;
  }

  /** What became of the frames so far, of all devices together. */
  get counts(): Counts {
    const sum: Counts = { captured: 0, received: 0, dropped: 0, droppedByInterface: 0, shed: 0 };
    for (const device of this.devices) {
      device.sample();
      for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += device.counts[key];
    }
    if (this.weaver !== undefined) sum.captured = this.weaver.count;
    return sum;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.reading) this.waiter.wake();
    else this.release();
  }

  /** Takes what the kernel has; true when bytes are there. When a device fails, the others' frames so far come yet. */
  private gather(): boolean {
    const { devices, weaver, limit } = this;
    for (const device of devices) {
      const room = Math.min(BATCH, limit - device.counts.captured);
      if (room > 0 && device.queue.size < BACKLOG && !this.isSettled(DRAIN)) device.take(room);
    }
    if (this.failed !== undefined) this.stop();
    const complete = devices.length === 1 || this.isSettled(0);
    weaver?.weave(complete ? Number.POSITIVE_INFINITY : (Date.now() - SETTLE) / 1000, limit);
    return this.queue.size > 0;
  }

  private isOver(): boolean {
    const count = this.weaver?.count ?? this.devices[0]!.counts.captured;
    return count >= this.limit || this.isSettled(0);
  }

  /** How long to wait for frames, milliseconds: shorter while some are held back for those of other devices. */
  private get patience(): number {
    return this.devices.length > 1 && this.devices.some((device) => device.queue.size > 0) ? HELD : READ_TIMEOUT;
  }

  private release(): void {
    for (const device of this.devices) device.close();
    this.waiter.close();
  }
}

/** Opens all of the devices, or none. */
function openAll(pcap: Libpcap, names: readonly string[], options: DeviceOptions): Device[] {
  const devices: Device[] = [];
  try {
    for (const name of names) devices.push(Device.open(pcap, name, options));
    return devices;
  } catch (error) {
    for (const device of devices) device.close();
    throw error;
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

  /** Waits for so many milliseconds at most; `woken`: {@link wake} was called and no longer counts. */
  async wait(milliseconds: number, woken: boolean): Promise<void> {
    const count = this.descriptors.length / POLLFD_SIZE;
    await this.pcap.pollAsync(this.descriptors, woken ? count - 1 : count, milliseconds);
  }

  wake(): void {
    this.pcap.write(this.pipe.readInt32LE(4), Buffer.of(0), 1);
  }

  close(): void {
    this.pcap.close(this.pipe.readInt32LE(0));
    this.pcap.close(this.pipe.readInt32LE(4));
  }
}
