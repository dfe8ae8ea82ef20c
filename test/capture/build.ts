/** Small capture files, built byte by byte: what tests of readers and writers read. */
import type { RecordTarget } from "../../src/capture/records.ts";
import { type ByteSource, CaptureReader, MemorySource } from "../../src/capture/source.ts";
import { Frame } from "../../src/core/frame.ts";

export const MICRO = 0xa1b2c3d4;
export const NANO = 0xa1b23c4d;
export const MODIFIED = 0xa1b2cd34;

export const SECTION = 0x0a0d0d0a;
export const INTERFACE = 1;
export const OBSOLETE = 2;
export const SIMPLE = 3;
export const NAMES = 4;
export const STATISTICS = 5;
export const ENHANCED = 6;
export const SECRETS = 10;
export const CUSTOM = 0xbad;
export const CUSTOM_NOT_COPIED = 0x40000bad;

/** Bytes of a text, a list of numbers or bytes. */
export const bytes = (value: string | readonly number[]): Uint8Array =>
  typeof value === "string" ? new TextEncoder().encode(value) : Uint8Array.from(value);

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Unsigned numbers of `size` bytes each. */
function numbers(size: number, little: boolean, values: readonly number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => {
      const digits = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
      return little ? digits : digits.reverse();
    }),
  );
}

/** 32-bit words. */
export const words = (little: boolean, ...values: number[]) => numbers(4, little, values);
/** 16-bit halves. */
export const halves = (little: boolean, ...values: number[]) => numbers(2, little, values);

const padded = (value: Uint8Array) => concat(value, new Uint8Array(-value.length & 3));

/** A pcapng option. */
export const option = (little: boolean, code: number, value: Uint8Array) =>
  concat(halves(little, code, value.length), padded(value));

/** A pcapng block: its body is padded. */
export function block(little: boolean, type: number, ...body: Uint8Array[]): Uint8Array {
  const inner = padded(concat(...body));
  return concat(words(little, type, inner.length + 12), inner, words(little, inner.length + 12));
}

export const section = (little: boolean, ...options: Uint8Array[]) =>
  block(little, SECTION, words(little, 0x1a2b3c4d), halves(little, 1, 0), new Uint8Array(8).fill(0xff), ...options);

export const description = (little: boolean, linkType: number, snaplen: number, ...options: Uint8Array[]) =>
  block(little, INTERFACE, halves(little, linkType, 0), words(little, snaplen), ...options);

/** An enhanced packet block; `time` counts the interface's units. */
export const enhanced = (little: boolean, id: number, time: number, frame: Uint8Array, ...options: Uint8Array[]) =>
  block(
    little,
    ENHANCED,
    words(little, id, Math.floor(time / 2 ** 32), time % 2 ** 32, frame.length, frame.length + 1),
    padded(frame),
    ...options,
  );

/** A classic file of frames one second apart. */
export function classic(magic: number, little: boolean, linkType: number, frames: readonly Uint8Array[]): Uint8Array {
  const more = magic === MODIFIED ? new Uint8Array(8) : new Uint8Array(0);
  return concat(
    words(little, magic),
    halves(little, 2, 4),
    words(little, 0, 0, 65535, linkType),
    ...frames.flatMap((frame, i) => [words(little, 1000 + i, 500 + i, frame.length, frame.length + 1), more, frame]),
  );
}

/** What the tests compare of a frame. */
export type Seen = Partial<RecordTarget> & { readonly data: string };

export interface Outcome {
  readonly frames: readonly Seen[];
  readonly error: string;
  readonly format: string | undefined;
  readonly decimals: number | undefined;
}

const hex = (b: Uint8Array) => [...b].map((v) => v.toString(16).padStart(2, "0")).join("");

/** Reads a capture to its end, or to where it is damaged. */
export async function readAll(source: ByteSource | Uint8Array, tap?: (block: string) => void): Promise<Outcome> {
  const inner = source instanceof Uint8Array ? new MemorySource(source) : source;
  const reader = new CaptureReader(inner, "x", tap && ((b, start, end) => tap(hex(b.subarray(start, end)))));
  const target = new Frame();
  const frames: Seen[] = [];
  let error = "";
  try {
    while (await reader.fill()) {
      for (let at = reader.next(target); at >= 0; at = reader.next(target)) {
        const { seconds, nanoseconds, hasTime, capturedLength, originalLength, linkType } = target;
        const { section, interfaceId, interfaceName, fcsLength, comments, packetFlags, custom } = target;
        const data = hex(reader.bytes.subarray(at, at + capturedLength));
        frames.push({
          seconds,
          nanoseconds,
          hasTime,
          capturedLength,
          originalLength,
          linkType,
          section,
          interfaceId,
          interfaceName,
          fcsLength,
          comments,
          packetFlags,
          custom,
          data,
        });
      }
    }
  } catch (thrown) {
    if ((thrown as Error).name !== "CaptureError") throw thrown;
    error = (thrown as Error).message;
  }
  reader.close();
  return { frames, error, format: reader.format?.name, decimals: reader.format?.decimals };
}

/** A pcapng file with everything in it: two interfaces, all packet blocks, names, statistics, secrets, custom blocks. */
export function everything(little: boolean): Uint8Array {
  const o = (code: number, value: string | readonly number[]) => option(little, code, bytes(value));
  return concat(
    section(little, o(1, "a section"), o(4, "a program"), o(0, "")),
    description(little, 1, 0, o(2, "eth0"), o(9, [9]), o(13, [4]), o(0, "")),
    description(
      little,
      101,
      4,
      o(2, "tun0"),
      o(14, [...(little ? [100, 0, 0, 0, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 100])]),
    ),
    block(
      little,
      NAMES,
      halves(little, 1, 9),
      bytes([10, 0, 0, 1, 104, 111, 115, 116, 0]),
      new Uint8Array(3),
      halves(little, 0, 0),
    ),
    block(little, SECRETS, words(little, 0x544c534b, 4), bytes("abcd")),
    enhanced(
      little,
      0,
      1_500_000_001,
      bytes([1, 2, 3]),
      o(1, "first"),
      o(1, "second"),
      option(little, 2, words(little, 2)),
    ),
    block(little, OBSOLETE, halves(little, 1, 0), words(little, 0, 2_000_007, 4, 4), bytes([9, 8, 7, 6])),
    block(little, SIMPLE, words(little, 5), bytes([5, 4, 3, 2, 1])),
    block(little, CUSTOM, words(little, 32473), bytes("keep")),
    block(little, CUSTOM_NOT_COPIED, words(little, 32473), bytes("drop")),
    block(little, 0x123, bytes("unknown!")),
    block(little, STATISTICS, words(little, 0, 0, 77)),
  );
}
