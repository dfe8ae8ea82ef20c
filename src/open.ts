import { CaptureFilter } from "./capture/bpf.ts";
import { CaptureReader, FileSource, MemorySource } from "./capture/source.ts";
import { NEED_MORE } from "./capture/records.ts";
import { Dissector } from "./core/dissector.ts";
import type { Frame } from "./core/frame.ts";
import type { Registry } from "./core/registry.ts";
import type { Rows } from "./core/rows.ts";
import { registry as everything } from "./protocols/index.ts";

/** A frame passes (`true`) or is left out. */
export type Test = (frame: Frame) => boolean;

/** Options of {@link open}. */
export interface OpenOptions {
  /** Stop after this many frames. */
  count?: number;
  /** Only frames that this capture filter selects; numbers and `count` go by them. */
  filter?: string;
  /** Protocols to dissect with; default all. */
  registry?: Registry;
}

/** An open capture: frames in batches, dissected while they are looked at. */
export class Capture {
  readonly registry: Registry;
  private readonly reader: CaptureReader;
  private readonly dissector: Dissector;
  private left: number;
  private number = 0;
  private readonly filter: CaptureFilter | undefined;

  constructor(reader: CaptureReader, options: OpenOptions) {
    this.reader = reader;
    this.registry = options.registry ?? everything;
    this.dissector = new Dissector(this.registry);
    this.left = options.count ?? Number.POSITIVE_INFINITY;
    this.filter = options.filter ? new CaptureFilter(options.filter) : undefined;
  }

  /** Decimals the capture's times are worth: 6 or 9; known once the first frame was read. */
  get decimals(): number {
    return this.reader.format?.decimals ?? 6;
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
    const { reader, dissector, filter } = this;
    const { frame } = dissector;
    while (this.left > 0) {
      const at = reader.next(frame);
      if (at === NEED_MORE) return;
      if (filter !== undefined && !filter.selects(reader.bytes, at, frame, reader.format!.little)) continue;
      frame.number = ++this.number;
      this.left--;
      each(dissector.dissect(reader.bytes, at));
    }
  }
}

/** Opens a capture file by path (`-` for standard input), or one in memory. Throws where the path cannot be opened. */
export function open(input: string | Uint8Array, options: OpenOptions = {}): Capture {
  const reader = typeof input === "string"
    ? new CaptureReader(new FileSource(input), input === "-" ? "standard input" : input)
    : new CaptureReader(new MemorySource(input), "capture");
  return new Capture(reader, options);
}
