import { CaptureFilter } from "./capture/bpf.ts";
import { type BlockTap, type CaptureHeader, NEED_MORE } from "./capture/records.ts";
import { type ByteSource, CaptureReader, FileSource, MemorySource, StreamSource } from "./capture/source.ts";
import { Dissector } from "./core/dissector.ts";
import { BATCH, Frame } from "./core/frame.ts";
import { Memory } from "./core/memory.ts";
import { HOSTS } from "./core/names.ts";
import type { PreferenceValue } from "./core/preference.ts";
import type { Registry } from "./core/registry.ts";
import type { Rows } from "./core/rows.ts";
import type { Secret } from "./core/secrets.ts";
import { decodingAs } from "./decode-as.ts";
import { compileFilter } from "./filter/compile.ts";
import { registry as everything } from "./protocols/index.ts";
import { FieldReader } from "./reader.ts";
import { Resolver } from "./resolver/resolver.ts";

/** The moment between two frames: after the number of the first. */
const BETWEEN = 0.5;

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
  /** Who decodes what, before what protocols claim: `tcp.port==8888,http`, as `-d` takes it. Throws `DecodeAsError`. */
  decodeAs?: readonly string[];
  /**
   * How they go about it, by Wireshark's names: `{ "tcp.relative_sequence_numbers": false }`. Throws `NameError` for a
   * name that is no preference's and `SniffError` for a value that it cannot have.
   */
  preferences?: Readonly<Record<string, PreferenceValue>>;
  /** Sees the blocks of a pcapng capture that hold no frame, in order with the frames: what a copy must keep. */
  tap?: BlockTap;
  /** Names of addresses and ports, for this capture alone; default none: everything is shown as it is in the frames. */
  names?: Resolver;
  /** False: frames are read, not dissected, for whoever only copies them; default true. */
  dissect?: boolean;
  /**
   * The most bytes kept of what frames leave behind for those after them, conversations and unfinished messages; default
   * 256 MiB. What was seen least recently is forgotten first, and counted in `Capture.forgotten`. Throws `RangeError` for
   * what is no number above 0.
   */
  maxMemory?: number;
}

/** The protocols as options want them. Throws `NameError` and `SniffError` for preferences that cannot be. */
export function configured({
  registry = everything,
  preferences,
}: Pick<OpenOptions, "registry" | "preferences">): Registry {
  return preferences === undefined ? registry : registry.preferring(preferences);
}

/**
 * An open capture: frames in batches, dissected while they are looked at. `for await` closes it when it is left, and so
 * may anybody at any time.
 */
export class Capture implements AsyncIterable<readonly Frame[]> {
  readonly registry: Registry;
  private readonly reader: CaptureReader;
  /** What the run may keep. */
  readonly memory: Memory;
  private readonly dissector: Dissector;
  private readonly dissects: boolean;
  private readonly frames: readonly Frame[];
  private readonly passes: ((frame: Frame) => boolean) | undefined;
  private left: number;
  private number = 0;
  private fault: unknown;
  private closed = false;
  private readonly filter: CaptureFilter | undefined;
  private readonly names: Resolver;

  constructor(reader: CaptureReader, options: OpenOptions) {
    this.reader = reader;
    this.registry = decodingAs(options.decodeAs ?? [], configured(options));
    this.memory = new Memory(options.maxMemory);
    this.dissector = new Dissector(this.registry, this.memory);
    this.dissects = options.dissect ?? true;
    this.frames = Array.from({ length: options.tap ? 1 : BATCH }, () => new Frame());
    const secrets: Secret[] = [];
    const fields = new FieldReader(this.registry, this.rows());
    this.names = options.names ?? new Resolver();
    for (const frame of this.frames) {
      frame.reader = fields;
      frame.names = this.names;
      frame.secrets = secrets;
    }
    if (this.dissects) reader.takeSecret = (secret) => secrets.push(secret);
    // They are known to the frames after the block.
    if (this.names.shown & HOSTS) {
      reader.takeName = (bytes, at, size, name) => this.names.learn(this.number + BETWEEN, bytes, at, size, name);
    }
    const { displayFilter } = options;
    if (displayFilter !== undefined) this.passes = compileFilter(displayFilter, this.registry, this.rows());
    this.left = options.count ?? Number.POSITIVE_INFINITY;
    this.filter = options.filter ? new CaptureFilter(options.filter) : undefined;
  }

  /** What the capture says of all its frames; known once something of it was read. */
  get header(): CaptureHeader | undefined {
    return this.reader.format;
  }

  /** What was forgotten so far to stay inside `maxMemory`: how many of what, as `conversations`. */
  get forgotten(): ReadonlyMap<string, number> {
    return this.memory.forgotten;
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
    if (!(await this.fill())) return false;
    this.drain(each);
    return true;
  }

  /**
   * The same with `for await`: batches of frames, which are dead once the next batch is asked for. A batch comes as
   * soon as there is one frame in it.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Frame[], void, undefined> {
    const { frames, passes } = this;
    try {
      while (await this.fill()) {
        for (let count = frames.length; count === frames.length && !this.closed; ) {
          count = this.batch();
          const batch = frames.slice(0, count).filter((frame) => passes === undefined || passes(frame));
          if (batch.length > 0) yield batch;
          if (this.fault !== undefined) throw this.fault;
        }
      }
    } finally {
      this.close();
    }
  }

  /** True when the next {@link read} will not wait for bytes. */
  get ready(): boolean {
    return this.reader.ready;
  }

  /** Gives back the file or device; its frames are gone then. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const frame of this.frames) frame.reader = undefined;
    this.reader.close();
    this.names.close();
  }

  private async fill(): Promise<boolean> {
    return !this.closed && this.left > 0 && (await this.reader.fill());
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

/**
 * Where a capture is: the path of a file (`-` for standard input), its bytes, or a stream of them: of `fs`, of a
 * process, of `fetch`.
 */
export type Input = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Opens a capture: pcap or pcapng, also compressed. Throws `CaptureError` where the path cannot be opened and
 * `FilterError` for the display filter. Reading throws `CaptureError` where it is no capture or damaged, `LiveError` for
 * the capture filter.
 */
export function open(input: Input, options: OpenOptions = {}): Capture {
  const title = typeof input !== "string" ? "capture" : input === "-" ? "standard input" : input;
  const reader = new CaptureReader(sourceOf(input), title, options.tap);
  try {
    return new Capture(reader, options);
  } catch (error) {
    reader.close();
    throw error;
  }
}

function sourceOf(input: Input): ByteSource {
  if (typeof input === "string") return new FileSource(input);
  if (input instanceof Uint8Array) return new MemorySource(input);
  if (typeof input?.[Symbol.asyncIterator] === "function") return new StreamSource(input);
  throw new TypeError("a capture is the path of a file, a Uint8Array or a stream of them");
}
