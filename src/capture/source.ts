import { closeSync, openSync, readSync, fstatSync, read as readCallback } from "node:fs";
import { promisify } from "node:util";
import { PcapFormat } from "./pcap.ts";
import { PcapngFormat } from "./pcapng.ts";
import { CaptureError, type Format, NEED_MORE, type RecordTarget } from "./records.ts";

const readAsync = promisify(readCallback);

/** Bytes read at a time. */
const CHUNK = 1 << 18;
/** Bytes that decide the format: both file headers fit. */
const HEAD = 24;

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

/** A file, FIFO or standard input by file descriptor: regular files are read at once, others as bytes arrive. */
export class FileSource implements ByteSource {
  readonly ready: boolean;
  private readonly descriptor: number;

  constructor(path: string) {
    this.descriptor = path === "-" ? 0 : openSync(path, "r");
    this.ready = fstatSync(this.descriptor).isFile();
  }

  read(into: Uint8Array, at: number): number | Promise<number> {
    if (this.ready) return readSync(this.descriptor, into, at, into.length - at, null);
    return this.wait(into, at);
  }

  private async wait(into: Uint8Array, at: number): Promise<number> {
    try {
      return (await readAsync(this.descriptor, into, at, into.length - at, null)).bytesRead;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EOF") return 0;
      throw error;
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

/**
 * Frames of a capture, in place in one window of bytes that slides over it. Memory does not grow with the capture:
 * the window is {@link CHUNK} bytes, or as much as the largest frame needs.
 */
export class CaptureReader {
  /** The window; frames' offsets point into it until the next {@link fill}. */
  bytes = new Uint8Array(CHUNK);
  /** The format, known after the first {@link fill}. */
  format: Format | undefined;
  private readonly source: ByteSource;
  private readonly title: string;
  private end = 0;
  private ended = false;

  /** `title` names the capture in errors. */
  constructor(source: ByteSource, title: string) {
    this.source = source;
    this.title = title;
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
    const got = this.source.read(this.bytes, this.end);
    const size = typeof got === "number" ? got : await got;
    this.end += size;
    if (size === 0) {
      this.ended = true;
      this.checkEnd();
      return false;
    }
    if (this.format === undefined && this.end >= HEAD) this.recognise();
    return true;
  }

  /** The next frame in the window: its offset, with `target` filled; {@link NEED_MORE} when the window is used up. */
  next(target: RecordTarget): number {
    if (this.format === undefined) return NEED_MORE;
    try {
      return this.format.next(this.bytes, this.end, target);
    } catch (error) {
      throw error instanceof CaptureError ? new CaptureError(`${this.title}: ${error.message}`) : error;
    }
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
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  private recognise(): void {
    this.format = PcapFormat.open(this.bytes, 0, this.source.interfaceName) ?? PcapngFormat.open(this.bytes, 0);
    if (this.format === undefined) throw this.notACapture();
  }

  private notACapture(): CaptureError {
    const first = [...this.bytes.subarray(0, Math.min(4, this.end))].map((b) => b.toString(16).padStart(2, "0"));
    return new CaptureError(`${this.title}: not a capture file (${first.length ? `first bytes ${first.join(" ")}` : "it is empty"})`);
  }

  private checkEnd(): void {
    if (this.format === undefined) throw this.notACapture();
    const left = this.end - this.format.at;
    if (left > 0) {
      throw new CaptureError(`${this.title}: cut short in the middle of a frame (the last ${left} bytes are incomplete)`);
    }
  }
}
