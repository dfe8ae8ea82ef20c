import type { Memory } from "../../core/memory.ts";
import { zlib } from "../../core/zlib.ts";
import { StreamStates } from "../../streams/stream-states.ts";

/** About how many bytes a connection takes, what it keeps of messages not counted. */
const SIZE = 120;
/** What a message that is compressed ends with, but is not sent (RFC 7692 section 7.2.2). */
const TAIL = Uint8Array.of(0, 0, 0xff, 0xff);
/** How far back compressed bytes may refer. */
const WINDOW = 1 << 15;
/** A message is kept, or decompressed, up to this size, and to this many pieces. */
const LONGEST = 16 * 1024 * 1024;
const MOST_PIECES = 1 << 12;

/** A piece of a message, and the frame that brought it. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly frame: number;
}

/** What is known of one direction. */
export class Direction {
  /** What the message is, whose pieces come; kept for those after it. */
  opcode = 0;
  /** The pieces that came so far, and their bytes in all. */
  pieces: Piece[] = [];
  size = 0;
  /** The last bytes that were decompressed; undefined once that failed. */
  private window: Uint8Array | undefined = new Uint8Array(0);

  /** How many bytes it keeps. */
  get kept(): number {
    return this.size + (this.window?.length ?? 0);
  }

  /** Keeps a piece of a message. */
  keep(bytes: Uint8Array, frame: number): void {
    if (this.size + bytes.length > LONGEST || this.pieces.length === MOST_PIECES) return;
    this.pieces.push({ bytes, frame });
    this.size += bytes.length;
  }

  /** The pieces of the message that ended, which are forgotten. */
  finish(): Piece[] {
    const { pieces } = this;
    this.pieces = [];
    this.size = 0;
    return pieces;
  }

  /** Decompresses a message (RFC 7692 section 7.2.2); undefined where that fails, and from then on. */
  inflate(message: Uint8Array): Uint8Array | undefined {
    const { window } = this;
    if (window === undefined) return undefined;
    const whole = new Uint8Array(message.length + TAIL.length);
    whole.set(message);
    whole.set(TAIL, message.length);
    const { inflateRawSync, constants } = zlib();
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST };
      const { buffer, byteOffset, length } = inflateRawSync(
        whole,
        window.length > 0 ? { ...options, dictionary: window } : options,
      );
      const plain = new Uint8Array(buffer, byteOffset, length);
      this.window = newest(window, plain);
      return plain;
    } catch {
      this.window = undefined;
      return undefined;
    }
  }
}

/** The last bytes of `before` and `after`, which follows it. */
function newest(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (after.length >= WINDOW) return after.slice(-WINDOW);
  const kept = before.subarray(Math.max(0, before.length + after.length - WINDOW));
  const joined = new Uint8Array(kept.length + after.length);
  joined.set(kept);
  joined.set(after, kept.length);
  return joined;
}

/** What is known of one connection. */
export class Connection {
  readonly directions: readonly [Direction, Direction] = [new Direction(), new Direction()];

  /** How many bytes it keeps. */
  get kept(): number {
    return this.directions[0].kept + this.directions[1].kept;
  }
}

/** The connections of a run, by stream number. */
export const connections = (memory: Memory): StreamStates<Connection> =>
  new StreamStates(memory, "WebSocket connections", SIZE, () => new Connection());
