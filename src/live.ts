import type { Counts } from "./capture/device.ts";
import { type LiveOptions, LiveSource } from "./capture/live.ts";
import type { CaptureHeader } from "./capture/records.ts";
import { CaptureReader } from "./capture/source.ts";
import type { InterfaceNotes } from "./capture/write-pcapng.ts";
import { Capture, type OpenOptions } from "./open.ts";

/** Options of {@link capture}. */
export interface CaptureOptions extends OpenOptions, Omit<LiveOptions, "count"> {
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
  private readonly source: LiveSource;

  /** @internal */
  constructor(source: LiveSource, options: CaptureOptions) {
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
    const { signal } = options;
    if (signal?.aborted) this.stop();
    else signal?.addEventListener("abort", () => this.stop(), { once: true });
  }

  /** Ends the capture: what had arrived by now is still handed over, then {@link read} resolves to false. */
  stop(): void {
    this.source.stop();
  }

  /** What the devices say of all frames. */
  override get header(): CaptureHeader {
    return this.source.devices[0]!.header;
  }

  override get decimals(): number {
    return this.header.decimals;
  }

  /** What became of the frames so far. */
  get counts(): Counts {
    return this.source.counts;
  }
}

/**
 * Captures from the network with the system's libpcap. Throws {@link LiveError} where it is not installed, the user may
 * not capture, or the device or filter is no good; `read` throws one when the device fails later.
 */
export function capture(options: CaptureOptions = {}): LiveCapture {
  return new LiveCapture(new LiveSource(options), options);
}
