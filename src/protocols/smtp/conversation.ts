import type { Field } from "../../core/field.ts";
import type { Memory } from "../../core/memory.ts";
import { StreamStates } from "../../streams/stream-states.ts";
import type { Upgradable } from "../shared/starttls.ts";

/** About how many bytes a conversation takes, the mail not counted. */
const SIZE = 80;
/** A mail is kept up to this size, in bytes, and this many pieces; of a larger one nothing more is put together. */
const LONGEST = 16 * 1024 * 1024;
const MOST_PIECES = 1 << 16;

/** A piece of a mail, and the frame that brought it. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly frame: number;
}

/** What is known of one conversation. */
export class Conversation implements Upgradable {
  usesTls = false;
  /** The client sends a mail, not commands. */
  inData = false;
  /** How many bytes of the mail are still to come, where they were told (RFC 3030 section 2); otherwise a dot ends it. */
  told = Number.POSITIVE_INFINITY;
  /** What the client sent last ended with a line end, and was text of a mail. */
  endsLine = false;
  /** What the next lines of the client are: parts of what AUTH asks for. */
  awaited: readonly Field[] = [];
  /** The pieces of the mail that came so far, and their bytes in all. */
  pieces: Piece[] = [];
  size = 0;

  /** Keeps `at..end` of `bytes` as the next piece of the mail. */
  keep(bytes: Uint8Array, at: number, end: number, frame: number): void {
    if (end <= at || this.size + end - at > LONGEST || this.pieces.length === MOST_PIECES) return;
    this.pieces.push({ bytes: bytes.slice(at, end), frame });
    this.size += end - at;
  }

  /** The whole mail. */
  join(): Uint8Array {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const { bytes } of this.pieces) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    return whole;
  }

  /** Forgets the mail. */
  drop(): void {
    this.pieces = [];
    this.size = 0;
  }
}

/** The conversations of a run, by stream number. */
export const conversations = (memory: Memory): StreamStates<Conversation> =>
  new StreamStates(memory, "SMTP conversations", SIZE, () => new Conversation());
