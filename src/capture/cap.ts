import { createRequire } from "node:module";
import { setImmediate } from "node:timers/promises";
import type { Counts } from "./device.ts";
import { defaultDevice } from "./devices.ts";
import { LiveError, loadLibpcap } from "./libpcap.ts";
import type { LiveByteSource, LiveOptions, SourceDevice } from "./live.ts";
import { FILE_HEADER, MICRO, RECORD_HEADER } from "./pcap.ts";
import { Queue } from "./queue.ts";

/** The part of the npm package cap that is used. */
interface Cap {
  /** Captures into `buffer`, a frame at a time; returns the link type by a name of its own. Throws. */
  open(device: string, filter: string, bufferBytes: number, buffer: Buffer): string;
  on(event: "packet", each: (size: number, truncated: boolean) => void): void;
  close(): void;
  /** Not there on all systems. */
  setMinBytes?(size: number): void;
}

/** The package's names of link types, by LINKTYPE_ value as libpcap names and describes it. */
const linkTypes: Readonly<Record<string, readonly [number, string]>> = {
  NULL: [0, "NULL (BSD loopback)"],
  ETHERNET: [1, "EN10MB (Ethernet)"],
  IEEE802_11_RADIO: [127, "IEEE802_11_RADIO (802.11 plus radiotap header)"],
  LINKTYPE_LINUX_SLL: [113, "LINUX_SLL (Linux cooked v1)"],
  RAW: [101, "RAW (Raw IP)"],
};

/** Bytes the package keeps of each frame. */
const SNAPLEN = 65535;
/** Bytes kept while the reader is behind; frames past that are given up. */
const BACKLOG = 1 << 26;
const DROPS_UNKNOWN = Number.NaN;

/**
 * Frames from one device by way of the npm package cap. It hands over no time stamps, so frames are stamped when they
 * are seen here; it does not tell the length a longer frame had on the wire, nor what was dropped.
 */
export class CapSource implements LiveByteSource {
  readonly devices: readonly SourceDevice[];
  readonly interfaceName: string;
  private readonly cap: Cap;
  private readonly queue = new Queue();
  private readonly snaplen: number;
  private readonly limit: number;
  private stopped = false;
  private wake = () => {};
  readonly counts: Counts = { captured: 0, received: 0, dropped: DROPS_UNKNOWN, droppedByInterface: 0, shed: 0 };

  /** Opens the device. Throws {@link LiveError}. */
  constructor(options: LiveOptions) {
    refuse(options);
    const [name = defaultDevice(loadLibpcap()), ...others] = [options.interface ?? []].flat();
    if (others.length > 0) throw new LiveError("device", "the engine cap captures on one device at a time");
    this.interfaceName = name;
    this.snaplen = Math.min(options.snaplen || SNAPLEN, SNAPLEN);
    this.limit = options.count ?? Number.POSITIVE_INFINITY;
    this.cap = new (loadCap())();
    const buffer = Buffer.alloc(SNAPLEN);
    const theirs = openOn(this.cap, name, options, buffer);
    const known = linkTypes[theirs];
    if (known === undefined) throw new LiveError("device", `${name}: the engine cap does not know link type ${theirs}`);
    const [linkType, description] = known;
    const header = { decimals: 6, snaplen: this.snaplen, linkType };
    const warnings = [
      `${name}: the engine cap has no kernel time stamps: times are approximate; drops are not counted`,
    ];
    this.devices = [{ name, warnings, linkType: description, header, counts: this.counts, sample: () => {} }];
    this.begin(linkType);
    this.cap.on("packet", (size) => this.take(buffer, size));
    this.cap.setMinBytes?.(0);
  }

  get ready(): boolean {
    return this.queue.size > 0;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    await setImmediate();
    while (this.queue.size === 0 && !this.stopped) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.queue.take(into, at);
  }

  close(): void {
    this.stop();
    this.cap.close();
  }

  private begin(linkType: number): void {
    const view = this.reserve(FILE_HEADER);
    view.setUint32(0, MICRO, true);
    view.setUint16(4, 2, true);
    view.setUint16(6, 4, true);
    view.setUint32(16, this.snaplen, true);
    view.setUint32(20, linkType, true);
  }

  private take(buffer: Buffer, size: number): void {
    const { counts, queue } = this;
    if (this.stopped || counts.captured >= this.limit) return;
    counts.captured = ++counts.received;
    if (queue.size > BACKLOG) {
      counts.shed++;
      return;
    }
    const kept = Math.min(size, this.snaplen);
    const microseconds = Math.floor((performance.timeOrigin + performance.now()) * 1000);
    const view = this.reserve(RECORD_HEADER + kept);
    view.setUint32(0, Math.floor(microseconds / 1e6), true);
    view.setUint32(4, microseconds % 1e6, true);
    view.setUint32(8, kept, true);
    view.setUint32(12, size, true);
    queue.bytes.set(buffer.subarray(0, kept), queue.to - kept);
    this.wake();
  }

  /** Adds `size` bytes to the queue and gives a view of them. */
  private reserve(size: number): DataView {
    const { queue } = this;
    queue.reserve(size);
    const view = new DataView(queue.bytes.buffer, queue.to, size);
    queue.to += size;
    return view;
  }
}

function refuse({ monitor, linkType, direction, timestampType, promiscuous }: LiveOptions): void {
  const asked = {
    "monitor mode": monitor,
    "choice of link type": linkType,
    "choice of direction": direction,
    "choice of time stamps": timestampType,
    "capture without promiscuous mode": promiscuous === false,
  };
  for (const [what, is] of Object.entries(asked))
    if (is) throw new LiveError("device", `the engine cap has no ${what}; the other engine has`);
}

/** The package's version. Throws {@link LiveError} where it could not be built. */
export function capVersion(): string {
  loadCap();
  return (createRequire(import.meta.url)("cap/package.json") as { version: string }).version;
}

/** Loads the package, which nothing else needs. */
function loadCap(): new () => Cap {
  try {
    return (createRequire(import.meta.url)("cap") as { Cap: new () => Cap }).Cap;
  } catch {
    throw new LiveError(
      "libpcap",
      "the engine cap is not here: it is built when wiresniff is installed, if libpcap's headers (libpcap0.8-dev), " +
        "make, g++ and python3 are there; without --engine cap nothing of that is needed",
    );
  }
}

function openOn(cap: Cap, name: string, { filter = "", bufferMiB = 16 }: LiveOptions, buffer: Buffer): string {
  try {
    return cap.open(name, filter, bufferMiB << 20, buffer);
  } catch (error) {
    const { message } = error as Error;
    const reason = /permi/i.test(message) ? "permission" : "device";
    throw new LiveError(reason, `${name}: ${message}`);
  }
}
