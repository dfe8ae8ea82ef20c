import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
// @ts-expect-error: the package has no types
import pcapParser from "pcap-parser";
import { expect, test } from "vitest";
import { bytes, classic, MICRO, readAll } from "./build.ts";

/** What the other reader calls a frame. */
interface Packet {
  header: { timestampSeconds: number; timestampMicroseconds: number; capturedLength: number; originalLength: number };
  data: Buffer;
}

/** Reads a classic microsecond file with an independent reader. */
function readElsewhere(file: Uint8Array): Promise<Packet[]> {
  return new Promise((resolve, reject) => {
    const packets: Packet[] = [];
    const parser = pcapParser.parse(Readable.from([Buffer.from(file)], { objectMode: false }));
    parser.on("packet", (packet: Packet) => packets.push(packet));
    parser.on("error", reject);
    parser.on("end", () => resolve(packets));
  });
}

async function expectSame(file: Uint8Array): Promise<void> {
  const theirs = (await readElsewhere(file)).map(({ header, data }) => ({
    seconds: header.timestampSeconds,
    nanoseconds: header.timestampMicroseconds * 1000,
    capturedLength: header.capturedLength,
    originalLength: header.originalLength,
    data: data.toString("hex"),
  }));
  const { frames } = await readAll(file);
  const ours = frames.map(({ seconds, nanoseconds, capturedLength, originalLength, data }) => ({
    seconds,
    nanoseconds,
    capturedLength,
    originalLength,
    data,
  }));
  expect(ours).toEqual(theirs);
}

const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const fixtures = !existsSync(folder)
  ? []
  : readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.pcap$/.test(file))
      .sort();

test.each([true, false])("a made file, little-endian %s", (little) =>
  expectSame(classic(MICRO, little, 1, [bytes([1, 2, 3]), bytes([4]), bytes([5, 6, 7, 8, 9])])),
);

test.each(fixtures)("%s", async (name) => {
  const file = readFileSync(folder + name);
  if ([file.readUInt32LE(0), file.readUInt32BE(0)].includes(MICRO)) await expectSame(file);
});
