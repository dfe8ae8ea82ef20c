import { createRequire } from "node:module";
import { Transform } from "node:stream";
import { zlib } from "../core/zlib.ts";
import { createLz4Decompress } from "./lz4.ts";
import { CaptureError } from "./records.ts";
import type { ByteSource } from "./source.ts";

/** Bytes decompressed at a time: what they grow to, a thousandfold at most, is what memory holds. */
const PIECE = 1 << 14;

/** A compressed capture: how it begins, and how it is read. */
interface Compression {
  readonly name: string;
  readonly magic: readonly number[];
  /** Makes the decompressor. */
  readonly open: () => Transform;
}

/** zlib as of Node.js 22.15, which brought Zstandard. */
type Newer = { createZstdDecompress?: () => Transform };

const compressions: readonly Compression[] = [
  { name: "gzip", magic: [0x1f, 0x8b], open: () => zlib().createGunzip() },
  {
    name: "zstd",
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    open: () => (zlib() as Newer).createZstdDecompress?.() ?? createZstdDecompress(),
  },
  { name: "lz4", magic: [0x04, 0x22, 0x4d, 0x18], open: createLz4Decompress },
];

const require = createRequire(import.meta.url);

/** Zstandard where Node.js has none; loaded when it is met. */
function createZstdDecompress(): Transform {
  const { Decompress } = require("fzstd") as typeof import("fzstd");
  const frames = new Decompress();
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      frames.ondata = (bytes) => this.push(bytes);
      attempt(() => frames.push(piece), done);
    },
    flush: (done) => attempt(() => frames.push(new Uint8Array(0), true), done),
  });
}

function attempt(work: () => void, done: (error?: Error) => void): void {
  try {
    work();
  } catch (error) {
    return done(error as Error);
  }
  done();
}

/**
 * The source of the decompressed bytes when `head`, the first bytes of `inner`, says that they are compressed;
 * undefined otherwise.
 */
export function decompress(head: Uint8Array, inner: ByteSource): ByteSource | undefined {
  const found = compressions.find(({ magic }) => magic.every((byte, i) => head[i] === byte));
  return found && new DecompressingSource(found.name, found.open(), head.slice(), inner);
}

/**
 * Decompresses piece by piece: the next piece is read only when all that came of the one before was taken. What was
 * decompressed before damage, or before the data ended early, is given first.
 */
class DecompressingSource implements ByteSource {
  private readonly outputs: Uint8Array[] = [];
  private readonly name: string;
  private readonly stream: Transform;
  private readonly inner: ByteSource;
  private pending: Uint8Array | undefined;
  private done = false;
  private failure: Error | undefined;
  private wake = () => {};

  constructor(name: string, stream: Transform, head: Uint8Array, inner: ByteSource) {
    this.name = name;
    this.stream = stream;
    this.pending = head;
    this.inner = inner;
    stream.on("data", (piece: Uint8Array) => this.outputs.push(piece));
    stream.on("end", () => this.finish());
    stream.on("error", (error) => this.finish(error));
  }

  get ready(): boolean {
    return this.outputs.length > 0 || this.inner.ready;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    while (this.outputs.length === 0) {
      if (this.failure)
        throw new CaptureError(`the ${this.name} data is damaged or cut short (${this.failure.message})`);
      if (this.done) return 0;
      await this.feed();
    }
    const piece = this.outputs[0]!;
    const size = Math.min(piece.length, into.length - at);
    into.set(size < piece.length ? piece.subarray(0, size) : piece, at);
    if (size < piece.length) this.outputs[0] = piece.subarray(size);
    else this.outputs.shift();
    return size;
  }

  close(): void {
    this.stream.destroy();
    this.inner.close();
  }

  private finish(error?: Error): void {
    this.done = true;
    this.failure ??= error;
    this.wake();
  }

  /** Gives the decompressor its next piece and resolves when it has taken it. */
  private async feed(): Promise<void> {
    const piece = this.pending ?? (await this.nextPiece());
    this.pending = undefined;
    if (this.done) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      if (piece.length === 0) this.stream.end();
      else this.stream.write(piece, () => resolve());
    });
  }

  private async nextPiece(): Promise<Uint8Array> {
    const piece = new Uint8Array(PIECE);
    return piece.subarray(0, await this.inner.read(piece, 0));
  }
}
