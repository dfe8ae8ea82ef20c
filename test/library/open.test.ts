import { createReadStream, readFileSync } from "node:fs";
import { createGzip } from "node:zlib";
import { expect, test } from "vitest";
import { type Frame, type Input, open } from "../../src/index.ts";
import { loopback } from "../loopback.ts";
import { fixture } from "./fixtures.ts";

const path = fixture("http/gzip-segments.pcap");
const bytes = readFileSync(path);

async function* pieces(of: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < of.length; at += size) yield of.subarray(at, at + size);
}

async function objects(input: Input): Promise<object[]> {
  const found: object[] = [];
  for await (const batch of open(input)) for (const frame of batch) found.push(frame.toObject());
  return found;
}

test.each<[string, () => Input]>([
  ["bytes", () => bytes],
  ["a stream of a file", () => createReadStream(path)],
  ["a stream of the web", () => new Blob([bytes]).stream()],
  ["a compressed stream", () => createReadStream(path).pipe(createGzip())],
  ["single bytes, one after the other", () => pieces(bytes, 1)],
  ["one large piece", () => pieces(bytes, bytes.length)],
])("%s are read as the file is", async (_, input) => {
  const expected = await objects(path);
  expect(expected).toHaveLength(16);
  expect(await objects(input())).toEqual(expected);
});

test("for await sees the frames that read hands over", async () => {
  const handed: object[] = [];
  const capture = open(loopback, { displayFilter: "udp || frame.number > 10" });
  while (await capture.read((frame) => handed.push(frame.toObject())));
  const seen: object[] = [];
  for await (const batch of open(loopback, { displayFilter: "udp || frame.number > 10" }))
    seen.push(...batch.map((frame) => frame.toObject()));
  expect(seen).toHaveLength(4);
  expect(seen).toEqual(handed);
});

test("batches are bounded, never empty, and not longer than the count", async () => {
  const long = Buffer.concat([bytes, ...Array.from({ length: 9 }, () => bytes.subarray(24))]);
  const sizes: number[] = [];
  for await (const batch of open(long, { count: 100 })) sizes.push(batch.length);
  expect(sizes).toEqual([32, 32, 32, 4]);
  for await (const batch of open(long, { displayFilter: "arp" })) expect(batch).toBe("never there");
});

test("a stream is stopped when its capture is left early", async () => {
  let stopped = false;
  async function* endless() {
    try {
      yield bytes;
      for (;;) yield bytes.subarray(24);
    } finally {
      stopped = true;
    }
  }
  let frames = 0;
  for await (const batch of open(endless())) if ((frames += batch.length) > 100) break;
  await new Promise(setImmediate);
  expect(stopped).toBe(true);
});

test("frames before damage are seen, then it is told", async () => {
  const cut = bytes.subarray(0, bytes.length - 1);
  const seen: number[] = [];
  const reading = (async () => {
    for await (const batch of open(cut)) for (const frame of batch) seen.push(frame.number);
  })();
  await expect(reading).rejects.toThrow("capture: cut short in the middle of a frame");
  expect(seen).toHaveLength(15);
});

test("a frame's bytes are those of the capture", async () => {
  const first: Uint8Array[] = [];
  for await (const batch of open(bytes, { count: 1 })) first.push(...batch.map((frame: Frame) => frame.bytes.slice()));
  expect(first).toEqual([new Uint8Array(bytes.subarray(40, 40 + first[0]!.length))]);
});

test("a closed capture has no more frames, in a loop and after it", async () => {
  const capture = open(bytes);
  capture.close();
  for await (const batch of capture) expect(batch).toBe("never there");
  expect(await capture.read(() => {})).toBe(false);
  const long = open(Buffer.concat([bytes, bytes.subarray(24), bytes.subarray(24), bytes.subarray(24)]));
  let batches = 0;
  for await (const _ of long) if (++batches === 1) long.close();
  expect(batches).toBe(1);
});
