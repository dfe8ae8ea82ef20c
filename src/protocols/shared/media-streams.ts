import type { Cursor } from "../../core/cursor.ts";
import { type Reading, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";

/** Values of a {@link call} row. The message accepts what another one offered (RFC 3264 section 6). */
export const ANSWER = 1;
/** The message was sent before. */
export const AGAIN = 2;

/**
 * The call that a session description belongs to. Who carries the description places this over the bytes of the call's
 * name; who reads it finds it before its own layer.
 */
export const call = group("Call of the session");

/** The text that came with the row. */
const told = (r: Reading): string => r.frame.texts[r.value];

/** The name of the call a stream of media belongs to. */
export const generated = fields("sip", {
  call_id_generated: text("Generated Call-ID", { compute: told, many: true, generated: true }),
});

/** What a session description told of the media that come to an address and port (RFC 8866). */
export class MediaStream {
  /** The frame the description came in, and how. */
  readonly frame: number;
  readonly method: string;
  /** The names of the calls it belongs to. */
  calls: readonly string[];
  /** What dynamic payload types mean (RFC 3551 section 3). */
  readonly formats: ReadonlyMap<number, string>;
  /** The last sequence number with its upper 16 bits: how often it began anew. */
  sequence = 0x10000;

  constructor(frame: number, method: string, calls: readonly string[], formats: ReadonlyMap<number, string>) {
    this.frame = frame;
    this.method = method;
    this.calls = calls;
    this.formats = formats;
  }
}

/** The stream that the datagram at the cursor belongs to. */
export function announcedStream(c: Cursor): MediaStream | undefined {
  const told = c.announced.of(c.frame, c.sourcePort, c.destinationPort)?.told;
  return told instanceof MediaStream ? told : undefined;
}
