import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CaptureReader, MemorySource } from "../../src/capture/source.ts";
import { type SavefileFormat, type SavefileOptions, SavefileWriter } from "../../src/capture/write.ts";
import { Frame } from "../../src/core/frame.ts";
import { bytes, classic, concat, description, enhanced, everything, MICRO, NANO, readAll, section } from "./build.ts";

const folder = mkdtempSync(join(tmpdir(), "sniff-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const frames = [bytes([1, 2, 3, 4, 5]), bytes([]), new Uint8Array(300_000 - 60_000).fill(7)];

/** Reads a capture and writes what it holds. */
async function copy(file: Uint8Array, format: SavefileFormat, options?: SavefileOptions): Promise<Uint8Array> {
  const descriptor = openSync(path("copy"), "w");
  try {
    const writer = new SavefileWriter(descriptor, format, options);
    const reader = new CaptureReader(new MemorySource(file), "x", writer.tap);
    const target = new Frame();
    while (await reader.fill()) {
      for (let at = reader.next(target); at >= 0; at = reader.next(target)) writer.write(target, reader.bytes, at);
    }
    writer.end();
    expect(writer.size).toBe(readFileSync(path("copy")).length);
  } finally {
    closeSync(descriptor);
  }
  return readFileSync(path("copy"));
}

describe("classic to classic", () => {
  for (const [name, magic, format] of [
    ["micro", MICRO, "pcap"],
    ["nano", NANO, "nsecpcap"],
  ] as const) {
    test(`${name}seconds come out the same, byte by byte`, async () => {
      const file = classic(magic, true, 1, frames);
      expect(Buffer.compare(await copy(file, format, { snaplen: 65535 }), file)).toBe(0);
    });
  }

  test("keeps the length of the frame check sequence", async () => {
    const file = classic(MICRO, true, 0x24000001, frames.slice(0, 1));
    expect(Buffer.compare(await copy(file, "pcap", { snaplen: 65535 }), file)).toBe(0);
  });

  test("a file without a frame is complete", async () => {
    const { frames: seen, error, format } = await readAll(await copy(classic(MICRO, true, 1, []), "pcap"));
    expect([seen, error, format]).toEqual([[], "", "pcap"]);
  });
});

describe("classic to pcapng", () => {
  for (const [decimals, magic] of [
    [6, MICRO],
    [9, NANO],
  ] as const) {
    test(`with ${decimals} decimals`, async () => {
      const file = classic(magic, false, 113, frames);
      const made = await readAll(
        await copy(file, "pcapng", { header: () => ({ decimals, snaplen: 0, linkType: 113 }) }),
      );
      const expected = (await readAll(file)).frames.map((frame) => ({ ...frame, section: 1, interfaceId: 0 }));
      expect(made).toEqual({ frames: expected, error: "", format: "pcapng", decimals });
    });
  }

  test("of times a double cannot count in nanoseconds", async () => {
    const descriptor = openSync(path("copy"), "w");
    const writer = new SavefileWriter(descriptor, "pcapng");
    const meta = Object.assign(new Frame(), {
      seconds: 1_584_014_617,
      nanoseconds: 531_081_217,
      originalLength: 9,
      interfaceName: "wlan0",
      comments: ["é", "b"],
      packetFlags: 1,
    });
    writer.write(meta, bytes([]), 0);
    writer.write(
      Object.assign(meta, {
        seconds: 0xffffffff,
        nanoseconds: 999_999_999,
        interfaceName: undefined,
        comments: undefined,
      }),
      bytes([]),
      0,
    );
    writer.end();
    closeSync(descriptor);
    expect((await readAll(readFileSync(path("copy")))).frames).toMatchObject([
      {
        seconds: 1_584_014_617,
        nanoseconds: 531_081_217,
        interfaceName: "wlan0",
        comments: ["é", "b"],
        packetFlags: 1,
      },
      { seconds: 0xffffffff, nanoseconds: 999_999_999, interfaceName: undefined, interfaceId: 1, comments: undefined },
    ]);
  });
});

describe("pcapng to pcapng", () => {
  for (const little of [true, false]) {
    test(`keeps everything but what must not be copied, ${little ? "little" : "big"}-endian`, async () => {
      const file = everything(little);
      const before: string[] = [];
      const after: string[] = [];
      const first = await readAll(file, (b) => before.push(b));
      const second = await readAll(await copy(file, "pcapng"), (b) => after.push(b));
      expect(second).toEqual({ ...first, frames: first.frames.filter((frame) => frame.custom?.copied !== false) });
      expect(after).toEqual(before);
    });
  }

  test("says that a section's length is not known", async () => {
    const known = concat(section(true), description(true, 1, 0));
    known.fill(0, 16, 24);
    expect([...(await copy(known, "pcapng")).subarray(16, 24)]).toEqual(Array(8).fill(0xff));
  });

  test("of sections of both byte orders", async () => {
    const file = concat(everything(true), everything(false));
    const { frames: seen } = await readAll(await copy(file, "pcapng"));
    expect(seen).toEqual((await readAll(file)).frames.filter((frame) => frame.custom?.copied !== false));
  });
});

describe("pcapng to classic", () => {
  test("frames of one link type", async () => {
    const file = concat(section(false), description(false, 1, 0), enhanced(false, 0, 1_000_001, bytes([1, 2])));
    const { frames: seen, format } = await readAll(await copy(file, "pcap"));
    expect(format).toBe("pcap");
    expect(seen).toMatchObject([{ seconds: 1, nanoseconds: 1000, data: "0102", originalLength: 3, linkType: 1 }]);
  });

  test("refuses times that 32 bits cannot hold", async () => {
    const late = enhanced(true, 0, 2 ** 32 * 1_000_000, bytes([1]));
    await expect(copy(concat(section(true), description(true, 1, 0), late), "nsecpcap")).rejects.toThrow(
      "a pcap file holds times from 1970 to 2106 only",
    );
  });

  test("refuses mixed link types", async () => {
    await expect(copy(everything(true), "pcap")).rejects.toThrow(
      "a pcap file holds frames of one link type only, and this capture has 1 and 101: write pcapng instead (-F pcapng)",
    );
  });
});

describe("going on with another file", () => {
  for (const [format, file] of [
    ["pcap", classic(MICRO, true, 113, frames)],
    ["pcapng", classic(MICRO, true, 113, frames)],
    ["pcapng", everything(true)],
  ] as const) {
    test(`${format}: each file stands alone`, async () => {
      const [one, two] = [openSync(path("one"), "w"), openSync(path("two"), "w")];
      const writer = new SavefileWriter(one, format);
      const reader = new CaptureReader(new MemorySource(file), "x", writer.tap);
      const target = new Frame();
      let count = 0;
      while (await reader.fill()) {
        for (let at = reader.next(target); at >= 0; at = reader.next(target)) {
          writer.write(target, reader.bytes, at);
          if (++count !== 1) continue;
          writer.end();
          writer.turnTo(two);
        }
      }
      writer.end();
      closeSync(one);
      closeSync(two);
      const parts = [await readAll(readFileSync(path("one"))), await readAll(readFileSync(path("two")))];
      expect(parts.map(({ error }) => error)).toEqual(["", ""]);
      const data = (await readAll(file)).frames
        .filter((frame) => frame.custom?.copied !== false)
        .map((frame) => frame.data);
      expect(parts.map((part) => part.frames.map((frame) => frame.data))).toEqual([data.slice(0, 1), data.slice(1)]);
    });
  }
});
