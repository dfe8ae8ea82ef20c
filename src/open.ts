import { CaptureFilter } from "./capture/bpf.ts";
import { type BlockTap, type CaptureHeader, NEED_MORE } from "./capture/records.ts";
import { CaptureReader, FileSource, MemorySource } from "./capture/source.ts";
import { Dissector } from "./core/dissector.ts";
import { BATCH, Frame } from "./core/frame.ts";
import type { Registry } from "./core/registry.ts";
import type { Rows } from "./core/rows.ts";
import { compileFilter } from "./filter/compile.ts";
import { registry as everything } from "./protocols/index.ts";

/** Options of {@link open}. */
export interface OpenOptions {
  /** Stop after this many frames. */
  count?: number;
  /** Keeps the frames a display filter matches; `count` counts before it. Throws `FilterError` where it cannot be read. */
  displayFilter?: string;
  /** Only frames that this capture filter selects; numbers and `count` go by them. */
  filter?: string;
  /** Protocols to dissect with; default all. */
  registry?: Registry;
  /** Sees the blocks of a pcapng capture that hold no frame, in order with the frames: what a copy must keep. */
  tap?: BlockTap;
  /** False: frames are read, not dissected, for whoever only copies them; default true. */
  dissect?: boolean;
}

/** An open capture: frames in batches, dissected while they are looked at. */
export class Capture {
  readonly registry: Registry;
  private readonly reader: CaptureReader;
  private readonly dissector: Dissector;
  private readonly dissects: boolean;
  private readonly frames: readonly Frame[];
  private readonly passes: ((frame: Frame) => boolean) | undefined;
  private left: number;
  private number = 0;
  private fault: unknown;
  private readonly filter: CaptureFilter | undefined;

  constructor(reader: CaptureReader, options: OpenOptions) {
    this.reader = reader;
    this.registry = options.registry ?? everything;
    this.dissector = new Dissector(this.registry);
    this.dissects = options.dissect ?? true;
    this.frames = Array.from({ length: options.tap ? 1 : BATCH }, () => new Frame());
    const { displayFilter } = options;
    if (displayFilter !== undefined) this.passes = compileFilter(displayFilter, this.registry, this.rows());
    this.left = options.count ?? Number.POSITIVE_INFINITY;
    this.filter = options.filter ? new CaptureFilter(options.filter) : undefined;
  }

  /** Decimals the capture's times are worth: 6 or 9; known once the first frame was read. */
  get decimals(): number {
    return this.reader.format?.decimals ?? 6;
  }

  /** What the capture says of all its frames; known once something of it was read. */
  get header(): CaptureHeader | undefined {
    return this.reader.format;
  }

  /** A buffer that unrolls this capture's frames. */
  rows(): Rows {
    return this.dissector.rows();
  }

  /**
   * Reads on and hands each frame to `each`, which must be done with it when it returns. Resolves to false at the end.
   * Throws `CaptureError` on damage; the frames before it were handed over.
   */
  async read(each: (frame: Frame) => void): Promise<boolean> {
    if (this.left <= 0 || !(await this.reader.fill())) return false;
    this.drain(each);
    return true;
  }

  /** True when the next {@link read} will not wait for bytes. */
  get ready(): boolean {
    return this.reader.ready;
  }

  close(): void {
    this.reader.close();
  }

  private drain(each: (frame: Frame) => void): void {
    const { frames, passes } = this;
    for (;;) {
      const count = this.batch();
      for (let i = 0; i < count; i++) if (passes === undefined || passes(frames[i]!)) each(frames[i]!);
      if (this.fault !== undefined) throw this.fault;
      if (count < frames.length) return;
    }
  }

  /** Dissects up to a batch of the frames in the window; returns how many there were. */
  private batch(): number {
    const { reader, dissector, frames, filter } = this;
    let count = 0;
    while (count < frames.length) {
      const frame = frames[count]!;
      const at = this.left > 0 ? this.next(frame) : NEED_MORE;
      if (at === NEED_MORE) return count;
      if (filter !== undefined && !filter.selects(reader.bytes, at, frame, reader.format!.little)) continue;
      count++;
      frame.number = ++this.number;
      this.left--;
      if (this.dissects) dissector.dissect(frame, reader.bytes, at);
      else frame.reset(reader.bytes, at);
    }
    return count;
  }

  /** The next frame's offset. A fault waits until the frames before it were handed over. */
  private next(frame: Frame): number {
    try {
      return this.reader.next(frame);
    } catch (fault) {
      this.fault = fault;
      return NEED_MORE;
    }
  }
}

/** Opens a capture file by path (`-` for standard input), or one in memory. Throws where the path cannot be opened. */
export function open(input: string | Uint8Array, options: OpenOptions = {}): Capture {
  const reader =
    typeof input === "string"
      ? new CaptureReader(new FileSource(input), input === "-" ? "standard input" : input, options.tap)
      : new CaptureReader(new MemorySource(input), "capture", options.tap);
  return new Capture(reader, options);
}
