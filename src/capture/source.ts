import { closeSync, fstatSync, openSync, read as readCallback, readSync } from "node:fs";
import { promisify } from "node:util";
import { grown } from "../core/grown.ts";
import { decompress } from "./compression.ts";
import type { TakeName } from "./name-block.ts";
import { PcapFormat } from "./pcap.ts";
import { PcapngFormat } from "./pcapng.ts";
import { type BlockTap, CaptureError, type Format, NEED_MORE, type RecordTarget } from "./records.ts";
import type { TakeSecret } from "./secret-block.ts";

const readAsync = promisify(readCallback);

/** Bytes read at a time. */
const CHUNK = 1 << 18;
/** Bytes that decide on compression, and on the format: both file headers fit. */
const MAGIC = 4;
const HEAD = 24;
/** How long to wait for a pipe that says to try again, in milliseconds. */
const RETRY = 10;

/** Where captured bytes come from: gives the next piece, or undefined at the end. The piece may be reused after the next call. */
export interface ByteSource {
  /** Reads up to `into.length - at` bytes to `into[at..]`; resolves to how many, 0 at the end. */
  read(into: Uint8Array, at: number): number | Promise<number>;
  /** True when bytes are at hand without waiting; false lets output be flushed before the next read. */
  readonly ready: boolean;
  /** The interface that all frames come from, where it is known and the bytes do not say. */
  readonly interfaceName?: string | undefined;
  close(): void;
}

/** Why a file cannot be opened, by the system's code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "no permission to read it",
  EISDIR: "a folder is no capture file",
};

function openToRead(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new CaptureError(`${path}: ${reasons[code] ?? message}`);
  }
}

/** A file, FIFO or standard input by file descriptor: regular files are read at once, others as bytes arrive. */
export class FileSource implements ByteSource {
  readonly ready: boolean;
  private readonly descriptor: number;

  /** Throws {@link CaptureError}. */
  constructor(path: string) {
    this.descriptor = path === "-" ? 0 : openToRead(path);
    const kind = fstatSync(this.descriptor);
    if (kind.isDirectory()) {
      closeSync(this.descriptor);
      throw new CaptureError(`${path}: ${reasons["EISDIR"]}`);
    }
    this.ready = kind.isFile();
  }

  read(into: Uint8Array, at: number): number | Promise<number> {
    if (this.ready) return readSync(this.descriptor, into, at, into.length - at, null);
    return this.wait(into, at);
  }

  private async wait(into: Uint8Array, at: number): Promise<number> {
    for (;;) {
      try {
        return (await readAsync(this.descriptor, into, at, into.length - at, null)).bytesRead;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EOF") return 0;
        if (code !== "EAGAIN") throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
  }

  close(): void {
    if (this.descriptor > 2) closeSync(this.descriptor);
  }
}

/** Bytes that are already in memory. */
export class MemorySource implements ByteSource {
  readonly ready = true;
  private readonly bytes: Uint8Array;
  private given = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  read(into: Uint8Array, at: number): number {
    const size = Math.min(into.length - at, this.bytes.length - this.given);
    into.set(this.bytes.subarray(this.given, this.given + size), at);
    this.given += size;
    return size;
  }

  close(): void {}
}

/** Bytes that come piece by piece. Stops whoever makes them when it is closed early. */
export class StreamSource implements ByteSource {
  private readonly pieces: AsyncIterator<Uint8Array>;
  private piece: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  get ready(): boolean {
    return this.piece.length > 0;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    while (this.piece.length === 0) {
      const { value, done } = await this.pieces.next();
      if (done === true) return 0;
      if (!(value instanceof Uint8Array)) throw new CaptureError("the stream holds something else than bytes");
      this.piece = value;
    }
    const part = this.piece.subarray(0, into.length - at);
    into.set(part, at);
    this.piece = this.piece.subarray(part.length);
    return part.length;
  }

  close(): void {
    this.pieces.return?.().catch(() => {});
  }
}

/**
 * Frames of a capture, in place in one window of bytes that slides over it. Memory does not grow with the capture:
 * the window is {@link CHUNK} bytes, or as much as the largest frame needs.
 */
export class CaptureReader {
  /** The window; frames' offsets point into it until the next {@link fill}. */
  bytes = new Uint8Array(CHUNK);
  /** The format, known after the first {@link fill}. */
  format: Format | undefined;
  /** Takes the names of addresses that a pcapng capture holds; set before the first {@link fill}. */
  takeName: TakeName | undefined;
  /** Takes the secrets that a pcapng capture holds; set before the first {@link fill}. */
  takeSecret: TakeSecret | undefined;
  private source: ByteSource;
  private readonly title: string;
  private readonly tap: BlockTap | undefined;
  private end = 0;
  private ended = false;
  private unpacked = false;

  /** `title` names the capture in errors; `tap` sees the pcapng blocks that hold no frame. */
  constructor(source: ByteSource, title: string, tap?: BlockTap) {
    this.source = source;
    this.title = title;
    this.tap = tap;
  }

  /** True when the next {@link fill} will not wait. */
  get ready(): boolean {
    return this.source.ready;
  }

  /**
   * Slides the window on. False at the end of the capture. Throws {@link CaptureError} when it is no capture, or ends
   * within a frame.
   */
  async fill(): Promise<boolean> {
    if (this.ended) return false;
    this.slide();
    try {
      const got = this.source.read(this.bytes, this.end);
      const size = typeof got === "number" ? got : await got;
      this.end += size;
      this.ended = size === 0;
      if (this.ended) this.checkEnd();
      else if (this.format === undefined) this.recognise();
    } catch (error) {
      throw this.titled(error);
    }
    return !this.ended;
  }

  /** The next frame in the window: its offset, with `target` filled; {@link NEED_MORE} when the window is used up. */
  next(target: RecordTarget): number {
    if (this.format === undefined) return NEED_MORE;
    try {
      return this.format.next(this.bytes, this.end, target);
    } catch (error) {
      throw this.titled(error);
    }
  }

  private titled(error: unknown): unknown {
    return error instanceof CaptureError ? new CaptureError(`${this.title}: ${error.message}`) : error;
  }

  close(): void {
    this.source.close();
  }

  private slide(): void {
    const from = this.format?.at ?? 0;
    if (from > 0) {
      this.bytes.copyWithin(0, from, this.end);
      this.end -= from;
      this.format!.at = 0;
    }
    if (this.end < this.bytes.length) return;
    this.bytes = grown(this.bytes);
  }

  private recognise(): void {
    if (!this.unpacked && this.end >= MAGIC) {
      this.unpacked = true;
      const inner = decompress(this.bytes.subarray(0, this.end), this.source);
      if (inner !== undefined) {
        this.source = inner;
        this.end = 0;
      }
    }
    if (this.end < HEAD) return;
    const pcapng = PcapngFormat.open(this.bytes, 0);
    if (pcapng) {
      pcapng.tap = this.tap;
      pcapng.takeName = this.takeName;
      pcapng.takeSecret = this.takeSecret;
    }
    this.format = pcapng ?? PcapFormat.open(this.bytes, 0, this.source.interfaceName);
    if (this.format === undefined) throw this.notACapture();
  }

  private notACapture(): CaptureError {
    const first = [...this.bytes.subarray(0, Math.min(MAGIC, this.end))].map((b) => b.toString(16).padStart(2, "0"));
    return new CaptureError(`not a capture file (${first.length ? `first bytes ${first.join(" ")}` : "it is empty"})`);
  }

  private checkEnd(): void {
    if (this.format === undefined) {
      const head = new Uint8Array(HEAD);
      head.set(this.bytes.subarray(0, Math.min(this.end, HEAD)));
      const begun = this.end >= MAGIC && (PcapFormat.open(head, 0) !== undefined || PcapngFormat.begins(head));
      throw begun ? new CaptureError("cut short in the file header") : this.notACapture();
    }
    const left = this.end - this.format.at;
    if (left > 0) throw new CaptureError(`cut short in the middle of a frame (the last ${left} bytes are incomplete)`);
  }
}
