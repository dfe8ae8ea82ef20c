import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { type ByteSource, CaptureReader, FileSource } from "../../src/capture/source.ts";
import { Frame } from "../../src/core/frame.ts";
import {
  block,
  bytes,
  classic,
  concat,
  description,
  ENHANCED,
  enhanced,
  everything,
  MICRO,
  MODIFIED,
  NANO,
  option,
  readAll,
  SIMPLE,
  section,
  words,
} from "./build.ts";

const frames = [bytes([1, 2, 3, 4]), bytes([]), bytes([5, 6, 7])];
const orders = [
  ["little-endian", true],
  ["big-endian", false],
] as const;

/** Gives a capture in pieces of `size` bytes, each after a wait, as a pipe does. */
class Trickle implements ByteSource {
  readonly ready = false;
  private at = 0;
  private readonly data: Uint8Array;
  private readonly size: number;

  constructor(data: Uint8Array, size: number) {
    this.data = data;
    this.size = size;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    const piece = this.data.subarray(this.at, this.at + Math.min(this.size, into.length - at));
    into.set(piece, at);
    this.at += piece.length;
    return piece.length;
  }

  close(): void {}
}

describe("classic pcap", () => {
  for (const [order, little] of orders) {
    for (const [name, magic, scale] of [
      ["micro", MICRO, 1000],
      ["nano", NANO, 1],
      ["modified", MODIFIED, 1000],
    ] as const) {
      test(`${name}seconds, ${order}`, async () => {
        const { frames: seen, error, decimals } = await readAll(classic(magic, little, 1, frames));
        expect(error).toBe("");
        expect(decimals).toBe(magic === NANO ? 9 : 6);
        expect(seen.map((frame) => frame.data)).toEqual(["01020304", "", "050607"]);
        expect(seen[1]).toMatchObject({
          seconds: 1001,
          nanoseconds: 501 * scale,
          capturedLength: 0,
          originalLength: 1,
          linkType: 1,
          fcsLength: -1,
        });
      });
    }
  }

  test("tells the length of the frame check sequence", async () => {
    const { frames: seen } = await readAll(classic(MICRO, true, 0x24000001, frames));
    expect(seen[0]).toMatchObject({ linkType: 1, fcsLength: 4 });
  });

  test("carries microseconds past a million into the seconds", async () => {
    const file = concat(classic(MICRO, true, 1, []), words(true, 7, 2_000_001, 0, 0));
    expect((await readAll(file)).frames[0]).toMatchObject({ seconds: 9, nanoseconds: 1000 });
  });

  test("reads lengths the other way round where an old version has them so", async () => {
    const file = (minor: number, ...lengths: number[]) => {
      const made = concat(classic(MICRO, true, 1, []), words(true, 1, 1, ...lengths), new Uint8Array(4));
      made[6] = minor;
      return made;
    };
    for (const old of [file(2, 60, 4), file(3, 60, 4), file(3, 4, 60), file(4, 4, 60)]) {
      expect((await readAll(old)).frames[0]).toMatchObject({ capturedLength: 4, originalLength: 60 });
    }
  });

  test("does not believe a length of 4 GB", async () => {
    const file = concat(classic(MICRO, true, 1, frames), words(true, 1, 1, 0xfffffff0, 60));
    const { frames: seen, error } = await readAll(file);
    expect(seen).toHaveLength(3);
    expect(error).toBe("x: damaged at this point: a record claims 4294967280 captured bytes");
  });
});

describe("pcapng", () => {
  for (const [order, little] of orders) {
    test(`everything, ${order}`, async () => {
      const blocks: string[] = [];
      const { frames: seen, error, format, decimals } = await readAll(everything(little), (b) => blocks.push(b));
      expect([error, format, decimals]).toEqual(["", "pcapng", 9]);
      expect(seen).toMatchObject([
        {
          seconds: 1,
          nanoseconds: 500_000_001,
          data: "010203",
          originalLength: 4,
          linkType: 1,
          interfaceName: "eth0",
          fcsLength: 4,
          comments: ["first", "second"],
          packetFlags: 2,
          section: 1,
          interfaceId: 0,
        },
        {
          seconds: 102,
          nanoseconds: 7000,
          data: "09080706",
          linkType: 101,
          interfaceName: "tun0",
          interfaceId: 1,
          fcsLength: -1,
        },
        { hasTime: false, data: "0504030201", interfaceId: 0, comments: undefined, packetFlags: -1 },
        { data: "6b656570", linkType: -1, custom: { enterprise: 32473, copied: true } },
        { data: "64726f70", linkType: -1, custom: { enterprise: 32473, copied: false } },
      ]);
      expect(blocks).toHaveLength(7);
    });
  }

  test("sections of different byte order, each with its interfaces", async () => {
    const one = concat(section(true), description(true, 1, 0), enhanced(true, 0, 1_000_000, bytes([1])));
    const two = concat(section(false), description(false, 113, 0), enhanced(false, 0, 2_000_000, bytes([2])));
    const { frames: seen } = await readAll(concat(one, two));
    expect(seen).toMatchObject([
      { seconds: 1, linkType: 1, section: 1 },
      { seconds: 2, linkType: 113, section: 2 },
    ]);
  });

  test("times in powers of two and of ten, exactly", async () => {
    const timed = (resolution: number, time: number) =>
      readAll(
        concat(
          section(true),
          description(true, 1, 0, option(true, 9, bytes([resolution]))),
          enhanced(true, 0, time, bytes([])),
        ),
      ).then(({ frames: [frame] }) => [frame!.seconds, frame!.nanoseconds]);
    expect(await timed(0x81, 3)).toEqual([1, 500_000_000]);
    expect(await timed(0xa0, 2 ** 32 + 2 ** 30)).toEqual([1, 250_000_000]);
    expect(await timed(0, 12)).toEqual([12, 0]);
    expect(await timed(3, 12_345)).toEqual([12, 345_000_000]);
    expect(await timed(12, 1_234_567_890_123)).toEqual([1, 234_567_890]);
    expect(await timed(9, 1_584_014_617 * 1e9 + 531_081_216)).toEqual([1_584_014_617, 531_081_216]);
    expect(await timed(6, 9_007_199_254_740_992)).toEqual([9_007_199_254, 740_992_000]);
  });

  test("keeps of a simple packet what the snaplen says", async () => {
    const file = concat(section(true), description(true, 1, 3), block(true, SIMPLE, words(true, 60), bytes([1, 2, 3])));
    expect((await readAll(file)).frames[0]).toMatchObject({ capturedLength: 3, originalLength: 60, data: "010203" });
  });

  const start = concat(section(true), description(true, 1, 0), enhanced(true, 0, 1, bytes([1])));
  const damage: [string, Uint8Array, string][] = [
    ["a total length too small", words(true, 6, 4, 4), "a block of type 6 claims 4 bytes"],
    ["a total length too large", words(true, 6, 0x7fffffff, 4), "a block of type 6 claims 2147483647 bytes"],
    [
      "total lengths that differ",
      concat(words(true, 6, 16, 0), words(true, 20)),
      "a block claims 16 bytes at its start and 20 at its end",
    ],
    [
      "an interface that is not described",
      enhanced(true, 1, 1, bytes([1])),
      "a packet of interface 1, which is not described",
    ],
    [
      "more captured bytes than the block",
      block(true, ENHANCED, words(true, 0, 0, 0, 9, 9)),
      "9 captured bytes in a block of 0",
    ],
    ["a block too small for its kind", block(true, ENHANCED, words(true, 0)), "a block of 4 bytes that needs 20"],
    ["a section without a mark", block(true, 0x0a0d0d0a, words(true, 1, 2, 3)), "a section without a byte-order mark"],
  ];
  for (const [name, after, message] of damage) {
    test(`stops at ${name}`, async () => {
      const { frames: seen, error } = await readAll(concat(start, after));
      expect(seen).toHaveLength(1);
      expect(error).toBe(`x: damaged at this point: ${message}`);
    });
  }
});

describe("a file cut at any byte", () => {
  const files: [string, Uint8Array][] = [
    ["pcap", classic(MICRO, true, 1, frames)],
    ["modified pcap", classic(MODIFIED, false, 1, frames)],
    ["pcapng", everything(true)],
    ["pcapng, big-endian", everything(false)],
  ];
  for (const [name, file] of files) {
    test(`${name}: every complete frame, then one line`, async () => {
      const whole = (await readAll(file)).frames;
      for (let size = 0; size < file.length; size++) {
        const { frames: seen, error } = await readAll(file.subarray(0, size));
        expect(seen).toEqual(whole.slice(0, seen.length));
        expect(error).toMatch(
          error === ""
            ? /^$/
            : /^x: (cut short in the (file header|middle of a frame \(the last \d+ bytes are incomplete\))|not a capture file \(.*\))$/,
        );
        if (size < 24) expect(error).not.toBe("");
      }
    });

    test(`${name}: the same in pieces of any size`, async () => {
      const whole = await readAll(file);
      for (const size of [1, 2, 3, 7, 16, 64]) expect(await readAll(new Trickle(file, size))).toEqual(whole);
    });
  }
});

describe("what is no capture", () => {
  test("says how it begins", async () => {
    expect((await readAll(bytes([0x50, 0x4b, 3, 4, ...new Uint8Array(40)]))).error).toBe(
      "x: not a capture file (first bytes 50 4b 03 04)",
    );
    expect((await readAll(bytes([0x50]))).error).toBe("x: not a capture file (first bytes 50)");
    expect((await readAll(bytes([]))).error).toBe("x: not a capture file (it is empty)");
  });

  test("a folder", () => expect(() => new FileSource(tmpdir())).toThrow(/a folder is no capture file$/));
});

describe("compressed captures", () => {
  const file = concat(
    classic(
      MICRO,
      true,
      1,
      Array.from({ length: 5000 }, (_, i) => bytes([i & 255, i >> 8, 3])),
    ),
  );

  test("gzip", async () => {
    expect(await readAll(zlib.gzipSync(file))).toEqual(await readAll(file));
    expect(await readAll(zlib.gzipSync(everything(false)))).toEqual(await readAll(everything(false)));
  });

  test("gzip of several members", async () => {
    const members = concat(zlib.gzipSync(file.subarray(0, 1000)), zlib.gzipSync(file.subarray(1000)));
    expect(await readAll(members)).toEqual(await readAll(file));
  });

  test("gzip cut short: what was decompressed, then one line", async () => {
    const packed = zlib.gzipSync(file);
    const whole = (await readAll(file)).frames;
    for (const size of [4, 10, 30, 500, packed.length >> 1, packed.length - 9, packed.length - 1]) {
      const { frames: seen, error } = await readAll(packed.subarray(0, size));
      expect(seen).toEqual(whole.slice(0, seen.length));
      expect(error).toMatch(/^x: the gzip data is damaged or cut short \(.*\)$/);
    }
    expect((await readAll(packed.subarray(0, packed.length - 1))).frames).toHaveLength(5000);
  });

  test("gzip in pieces, as from a pipe", async () => {
    expect(await readAll(new Trickle(zlib.gzipSync(file), 100))).toEqual(await readAll(file));
  });

  /** What a program makes of `input`; undefined where the machine does not have it. */
  function packed(program: string, args: readonly string[], input: Uint8Array): Uint8Array | undefined {
    const { error, status, stdout, stderr } = spawnSync(program, args, { input, maxBuffer: 1 << 26 });
    if (error === undefined && status === 0) return stdout;
    if (error === undefined || process.env["CI"] === "true") throw error ?? new Error(stderr.toString());
    return undefined;
  }

  // Small blocks that refer to each other, large ones that do not, and frames that say more or less of themselves.
  for (const [program, ...args] of [
    ["zstd", "-c"],
    ["zstd", "--fast", "--no-check", "-c"],
    ["lz4", "-c", "-"],
    ["lz4", "-B4", "-BD", "--content-size", "-c", "-"],
    ["lz4", "-9", "-B4", "-BX", "--no-frame-crc", "-c", "-"],
  ] as const) {
    test(`${program} ${args.join(" ")}`, async ({ skip }) => {
      const noise = Uint8Array.from({ length: 200_000 }, (_, i) => (i * i * 31) >> 7);
      const larger = concat(file.subarray(0, 24 + 100 * 19), words(true, 1, 1, noise.length, noise.length), noise);
      const data = packed(program, args, larger) ?? skip(`${program} is not installed`);
      const whole = await readAll(larger);
      expect(await readAll(data)).toEqual(whole);
      expect(await readAll(new Trickle(data, 1000))).toEqual(whole);
      const second = packed(program, args, larger.subarray(1000))!;
      expect(await readAll(concat(packed(program, args, larger.subarray(0, 1000))!, second))).toEqual(whole);
      for (const size of [7, 20, 500, data.length >> 1, data.length - 1]) {
        const { frames: seen, error } = await readAll(data.subarray(0, size));
        expect(seen).toEqual(whole.frames.slice(0, seen.length));
        expect(error).toMatch(/^x: (the \w+ data is damaged or )?cut short/);
      }
    });
  }

  test("lz4 that is damaged", async () => {
    const head = [4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82];
    for (const rest of [
      [255, 255, 255, 0], // a block larger than its frame allows
      [4, 0, 0, 0, 0, 1, 0, 0], // a match before the first byte
      [2, 0, 0, 0, 0xf0, 255], // a run past the end
      [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7], // something else behind the frame
    ]) {
      expect((await readAll(bytes([...head, ...rest]))).error).toMatch(/^x: the lz4 data is damaged/);
    }
  });
});

test("memory does not grow with the capture", async () => {
  const record = concat(words(true, 1, 1, 1000, 1000), new Uint8Array(1000));
  const piece = concat(...Array.from({ length: 50 }, () => record));
  let left = 2000;
  const endless: ByteSource = {
    ready: true,
    read: (into, at) => {
      const next = left === 2000 ? classic(MICRO, true, 1, []) : left > 0 ? piece : bytes([]);
      left--;
      into.set(next, at);
      return next.length;
    },
    close() {},
  };
  const reader = new CaptureReader(endless, "x");
  const target = new Frame();
  let count = 0;
  while (await reader.fill()) while (reader.next(target) >= 0) count++;
  expect(count).toBe(1999 * 50);
  expect(reader.bytes.length).toBeLessThanOrEqual(1 << 20);
});

test.skipIf(process.platform === "win32")("a FIFO: a frame is there as soon as it is complete", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sniff-"));
  const path = join(folder, "fifo");
  try {
    await new Promise((resolve) => spawn("mkfifo", [path]).on("exit", resolve));
    // Opened for both, or opening would wait for the other end.
    const descriptor = openSync(path, "r+");
    const reader = new CaptureReader(new FileSource(path), "x");
    const target = new Frame();
    writeSync(descriptor, concat(classic(MICRO, true, 1, frames.slice(0, 1)), words(true, 1, 1)));
    await reader.fill();
    expect(reader.ready).toBe(false);
    expect(reader.next(target)).toBeGreaterThan(0);
    expect(reader.next(target)).toBe(-1);
    writeSync(descriptor, concat(words(true, 2, 2), bytes([8, 9])));
    await reader.fill();
    expect(reader.next(target)).toBeGreaterThan(0);
    expect(target.capturedLength).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a file by its path", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sniff-"));
  try {
    const path = join(folder, "a.pcap");
    writeFileSync(path, classic(NANO, false, 1, frames));
    expect(await readAll(new FileSource(path))).toEqual(await readAll(classic(NANO, false, 1, frames)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
