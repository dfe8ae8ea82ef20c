import { CapSource, capVersion } from "./capture/cap.ts";
import { type Counts, Device, type DeviceOptions } from "./capture/device.ts";
import { defaultDevice } from "./capture/devices.ts";
import { loadLibpcap } from "./capture/libpcap.ts";
import { type LiveByteSource, type LiveOptions, LiveSource } from "./capture/live.ts";
import type { CaptureHeader } from "./capture/records.ts";
import { CaptureReader } from "./capture/source.ts";
import type { InterfaceNotes } from "./capture/write-pcapng.ts";
import { Capture, type OpenOptions } from "./open.ts";

/** Options of {@link capture}. */
export interface CaptureOptions extends OpenOptions, Omit<LiveOptions, "count"> {
  /**
   * What captures: libpcap itself (default), or the npm package cap where it could be built, which knows no kernel
   * time stamps, no original lengths and no drop counts.
   */
  engine?: "libpcap" | "cap";
  /** Ends the capture: frames that had arrived are still handed over. */
  signal?: AbortSignal;
}

/** A capture from the network. It ends after `count` frames, or when it is stopped. */
export class LiveCapture extends Capture {
  /** What libpcap remarked when the device was opened. */
  readonly warnings: readonly string[];
  /** The devices, with their link types as libpcap names and describes it: `EN10MB (Ethernet)`. */
  readonly devices: readonly { readonly name: string; readonly linkType: string }[];
  /** What a pcapng file says of the devices: give it to a `SavefileSink` in its notes. */
  readonly interfaces: readonly InterfaceNotes[];
  private readonly source: LiveByteSource;
  private readonly signal: AbortSignal | undefined;
  private readonly aborted = () => this.stop();

  /** @internal */
  constructor(source: LiveByteSource, options: CaptureOptions) {
    const { filter: _, ...others } = options;
    super(new CaptureReader(source, source.devices.map((device) => device.name).join(", "), options.tap), others);
    this.source = source;
    this.warnings = source.devices.flatMap((device) => device.warnings);
    this.devices = source.devices;
    const since = Date.now();
    // As frames name them: a single device has no number.
    const [section, number] = source.interfaceName === undefined ? [1, 0] : [0, -1];
    this.interfaces = source.devices.map((device, i) => ({
      section,
      id: number + i,
      linkType: device.header.linkType,
      name: device.name,
      since,
      get counts() {
        device.sample();
        return device.counts;
      },
    }));
    this.signal = options.signal;
    if (this.signal?.aborted) this.stop();
    else this.signal?.addEventListener("abort", this.aborted, { once: true });
  }

  /** Ends the capture: what had arrived by now is still handed over, then {@link read} resolves to false. */
  stop(): void {
    this.source.stop();
  }

  override close(): void {
    this.signal?.removeEventListener("abort", this.aborted);
    super.close();
  }

  /** What the devices say of all frames. */
  override get header(): CaptureHeader {
    return this.source.devices[0]!.header;
  }

  /** What became of the frames so far. */
  get counts(): Counts {
    return this.source.counts;
  }
}

/**
 * Captures from the network with the system's libpcap. Throws {@link LiveError} where it is not installed, the user may
 * not capture, or the device or filter is no good; reading throws one when the device fails later.
 */
export function capture(options: CaptureOptions = {}): LiveCapture {
  const source = options.engine === "cap" ? new CapSource(options) : new LiveSource(options);
  try {
    return new LiveCapture(source, options);
  } catch (error) {
    source.close();
    throw error;
  }
}

/** What a device can be told to do, each as libpcap names and describes it: `EN10MB (Ethernet)`. */
export interface Abilities {
  readonly name: string;
  readonly linkTypes: readonly string[];
  readonly timestampTypes: readonly string[];
}

/** Opens a device (default libpcap's first) to ask what it can do. Throws {@link LiveError}. */
export function abilities(name?: string, options: DeviceOptions = {}): Abilities {
  const pcap = loadLibpcap();
  const device = Device.open(pcap, name ?? defaultDevice(pcap), options);
  try {
    return { name: device.name, linkTypes: device.linkTypes, timestampTypes: device.timestampTypes };
  } finally {
    device.close();
  }
}

/** Version of a capture engine. Throws {@link LiveError} where it is not there. */
export function engineVersion(engine: "libpcap" | "cap"): string {
  return engine === "cap" ? capVersion() : loadLibpcap().pcap_lib_version();
}
