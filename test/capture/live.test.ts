import { spawn } from "node:child_process";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { accessSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { devices } from "../../src/capture/devices.ts";
import { LiveError } from "../../src/capture/libpcap.ts";
import { LiveSource } from "../../src/capture/live.ts";
import type { Frame } from "../../src/core/frame.ts";
import { type CaptureOptions, capture, type LiveCapture } from "../../src/live.ts";
import { loopback } from "./privilege.ts";

const { name: lo = "", why } = loopback();
const TCPDUMP = "/usr/bin/tcpdump";

/** Runs `each` for all frames of a capture, which closes it. */
async function all<T>(from: LiveCapture, each: (frame: Frame) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of from) found.push(...batch.map(each));
  return found;
}

const textOf = (frame: Frame) => {
  const { bytes, start, end } = frame.source(0);
  return Buffer.from(bytes.subarray(start, end)).toString("latin1");
};
const wordOf = (frame: Frame) => /word-\d+/.exec(textOf(frame))?.[0];
const nanosecondsOf = (frame: Frame) => BigInt(frame.seconds) * 1_000_000_000n + BigInt(frame.nanoseconds);

describe.skipIf(why !== undefined)(`live capture${why ? ` (skipped: ${why})` : ""}`, () => {
  let receiver: Socket;
  let port: number;
  beforeEach(async () => {
    receiver = createSocket("udp4").bind(0, "127.0.0.1");
    await once(receiver, "listening");
    port = receiver.address().port;
  });
  afterEach(() => {
    receiver.close();
  });

  /** Sends word-1 to word-`count` and returns once they have all arrived. */
  async function send(count: number): Promise<void> {
    const sender = createSocket("udp4");
    const arrived = new Promise<void>((resolve) => {
      let missing = count;
      receiver.on("message", () => --missing === 0 && resolve());
    });
    for (let i = 1; i <= count; i++) await new Promise((sent) => sender.send(`word-${i}`, port, "127.0.0.1", sent));
    await arrived;
    receiver.removeAllListeners("message");
    sender.close();
  }
  const start = (options: CaptureOptions = {}) =>
    capture({ interface: lo, filter: `udp dst port ${port}`, ...options });

  it("hands over what was sent, in order, with time, lengths and interface", async () => {
    const before = BigInt(Date.now() - 1000) * 1_000_000n;
    const from = start({ count: 3 });
    await send(3);
    const frames = await all(from, (frame) => ({
      word: wordOf(frame),
      time: nanosecondsOf(frame),
      number: frame.number,
      interface: frame.interfaceName,
      captured: frame.capturedLength,
      original: frame.originalLength,
    }));
    expect(frames.map(({ word }) => word)).toEqual(["word-1", "word-2", "word-3"]);
    expect(frames.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(frames[0]).toMatchObject({ interface: lo, captured: frames[0]!.original });
    expect(frames[0]!.time).toBeGreaterThan(before);
    expect(frames[2]!.time).toBeGreaterThan(frames[0]!.time);
    expect(from.counts).toMatchObject({ captured: 3, dropped: 0 });
    expect(from.counts.received).toBeGreaterThanOrEqual(3);
  });

  it("gives what had arrived when it is stopped", async () => {
    const controller = new AbortController();
    const from = start({ signal: controller.signal });
    await send(5);
    controller.abort();
    expect(await all(from, wordOf)).toEqual(["word-1", "word-2", "word-3", "word-4", "word-5"]);
    expect(from.counts.captured).toBe(5);
  });

  it("ends while it waits for frames", async () => {
    const controller = new AbortController();
    const from = start({ signal: controller.signal });
    const ended = all(from, wordOf);
    setImmediate(() => controller.abort());
    expect(await ended).toEqual([]);
  });

  it("can be closed while it waits, and again", async () => {
    const from = start();
    const ended = all(from, wordOf);
    setImmediate(() => from.close());
    expect(await ended).toEqual([]);
  });

  it("keeps as many bytes as the snaplen says", async () => {
    const from = start({ count: 1, snaplen: 40 });
    await send(1);
    const [frame] = await all(from, ({ capturedLength, originalLength }) => ({ capturedLength, originalLength }));
    expect(frame!.capturedLength).toBe(40);
    expect(frame!.originalLength).toBeGreaterThan(40);
  });

  it("captures more than one batch", async () => {
    const from = start({ count: 9000 });
    const frames = all(from, wordOf);
    for (let i = 0; i < 90; i++) await send(100);
    expect((await frames).filter((word) => word === "word-100")).toHaveLength(90);
    expect(from.counts).toMatchObject({ captured: 9000, dropped: 0 });
  });

  it("puts frames of several devices in order of time and names each one's", async () => {
    const from = start({ interface: [lo, lo], count: 20 });
    await send(10);
    const frames = await all(from, (frame) => ({
      word: wordOf(frame),
      time: nanosecondsOf(frame),
      interface: frame.interfaceName,
      id: frame.interfaceId,
    }));
    expect(frames.map(({ word }) => word)).toEqual(Array.from({ length: 20 }, (_, i) => `word-${(i >> 1) + 1}`));
    expect(frames.map(({ id }) => id).sort()).toEqual([...Array(10).fill(0), ...Array(10).fill(1)]);
    expect(frames.every((frame, i) => i === 0 || frame.time >= frames[i - 1]!.time)).toBe(true);
    expect(new Set(frames.map((frame) => frame.interface))).toEqual(new Set([lo]));
  });

  it.skipIf(process.platform !== "linux")("names the interfaces behind any", async () => {
    const from = start({ interface: "any", count: 1 });
    await send(1);
    const frames = await all(from, (frame) => [frame.interfaceName, frame.linkType, wordOf(frame)]);
    expect(frames).toEqual([[lo, 276, "word-1"]]);
  });

  it.skipIf(!has(TCPDUMP))("gives tcpdump's records, byte for byte", async () => {
    const tcpdump = spawn(TCPDUMP, [
      "-i",
      lo,
      "-w",
      "-",
      "-U",
      "--time-stamp-precision=nano",
      "-c",
      "20",
      `udp dst port ${port}`,
    ]);
    const written: Buffer[] = [];
    tcpdump.stdout.on("data", (data: Buffer) => written.push(data));
    const exited = once(tcpdump, "close");
    await once(tcpdump.stderr, "data");
    const source = new LiveSource({ interface: lo, filter: `udp dst port ${port}`, count: 20 });
    const read: Buffer[] = [];
    await send(20);
    const window = new Uint8Array(1 << 16);
    for (let size = await source.read(window, 0); size > 0; size = await source.read(window, 0))
      read.push(Buffer.from(window.subarray(0, size)));
    source.close();
    await exited;
    expect(Buffer.concat(read).equals(Buffer.concat(written))).toBe(true);
  });

  it("says which devices there are when it knows none of that name", () => {
    const failed = reasonOf(() => capture({ interface: "nosuch0" }));
    expect(failed.reason).toBe("device");
    for (const { name } of devices()) expect(failed.message).toContain(name);
  });

  it("says what is wrong with a filter or a link type", () => {
    expect(reasonOf(() => start({ filter: "udp prot 1" }))).toMatchObject({
      reason: "filter",
      message: expect.stringContaining("udp prot 1"),
    });
    expect(reasonOf(() => start({ linkType: "NOSUCH" }))).toMatchObject({
      reason: "device",
      message: `${lo}: NOSUCH: no such link type`,
    });
  });
});

function has(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The error that `action` throws. */
function reasonOf(action: () => unknown): LiveError {
  try {
    action();
  } catch (error) {
    if (error instanceof LiveError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
