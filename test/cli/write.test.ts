import { execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { concat, everything, readAll } from "../capture/build.ts";
import { cable, loopback } from "../capture/privilege.ts";
import { loopback as twelve } from "../loopback.ts";
import { finished, GENEROUS, SNIFF, said, sniff } from "./sniff.ts";

const folder = mkdtempSync(join(tmpdir(), "sniff-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const HELLO = fileURLToPath(new URL("../../fixtures/http/hello.pcap", import.meta.url));

/** Runs sniff to its end. */
const run = (...args: string[]) => finished(sniff(...args));
const framesOf = async (name: string) => (await readAll(readFileSync(path(name)))).frames;

describe("sniff -r -w", { timeout: GENEROUS }, () => {
  it("copies a nanosecond capture byte for byte and prints nothing", async () => {
    expect(await run("-r", HELLO, "-F", "nsecpcap", "-w", path("copy"))).toEqual({ out: "", err: "", code: 0 });
    expect(readFileSync(path("copy")).equals(readFileSync(HELLO))).toBe(true);
  });

  it("keeps all that pcapng holds, section by section", async () => {
    const file = concat(everything(true), everything(false));
    writeFileSync(path("all"), file);
    expect(await run("-r", path("all"), "-w", path("copy"))).toMatchObject({ err: "", code: 0 });
    const [before, after]: string[][] = [[], []];
    const original = await readAll(file, (block) => before!.push(block));
    const copy = await readAll(readFileSync(path("copy")), (block) => after!.push(block));
    expect(copy).toEqual({ ...original, frames: original.frames.filter((frame) => frame.custom?.copied !== false) });
    expect(after).toEqual(before);
  });

  it("writes what -c and -Y leave, and prints lines too with -P", async () => {
    writeFileSync(path("twelve"), twelve);
    const { out, code } = await run("-r", path("twelve"), "-c", "8", "-Y", "http", "-P", "-w", path("copy"));
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.slice(0, 5))).toEqual(["    6", "    8", ""]);
    const all = (await readAll(twelve)).frames;
    expect((await framesOf("copy")).map(({ data }) => data)).toEqual([all[5]!.data, all[7]!.data]);
  });

  it("writes to standard output, which another sniff reads", async () => {
    const reader = sniff("-r", "-");
    const writer = sniff("-r", HELLO, "-w", "-");
    writer.stdout.pipe(reader.stdin);
    const { out } = await finished(reader);
    expect(out).toBe((await run("-r", HELLO)).out);
  });

  it("keeps the link type and snaplen of a capture of which no frame is left", async () => {
    const header = Uint8Array.from(readFileSync(HELLO).subarray(0, 24));
    new DataView(header.buffer).setUint32(16, 96, true);
    new DataView(header.buffer).setUint32(20, 113, true);
    writeFileSync(path("none"), header);
    await run("-r", path("none"), "-F", "nsecpcap", "-w", path("copy"));
    expect([...readFileSync(path("copy"))]).toEqual([...header]);
  });

  it("refuses the file it reads, by any name, and leaves it alone", async () => {
    writeFileSync(path("one"), twelve);
    linkSync(path("one"), path("same"));
    expect(await run("-r", path("one"), "-w", path("same"))).toEqual({
      out: "",
      err: `sniff: -w ${path("same")}: that is the file that is read\n`,
      code: 2,
    });
    expect(readFileSync(path("one")).equals(twelve)).toBe(true);
  });

  it("makes no file where the input is no capture", async () => {
    writeFileSync(path("kept"), "precious");
    writeFileSync(path("noise"), "this is no capture at all");
    expect(await run("-r", path("noise"), "-w", path("kept"))).toMatchObject({ code: 2 });
    expect(readFileSync(path("kept"), "utf8")).toBe("precious");
  });

  it.each<[string, string[], string]>([
    ["a folder that is not there", ["-w", "/nosuch/file"], "-w /nosuch/file: no such file or directory"],
    ["an unknown type", ["-w", "x", "-F", "snoop"], "-F snoop: there is pcapng, pcap, nsecpcap"],
    ["a type without a file", ["-F", "pcap"], "-F pcap: the file to write is missing (-w FILE)"],
    ["text among the frames", ["-w", "-", "-V"], "-w -: frames and text cannot both go to standard output"],
  ])("says in one line what is wrong: %s", async (_, args, message) => {
    expect(await run("-r", HELLO, ...args)).toEqual({ out: "", err: `sniff: ${message}\n`, code: 2 });
  });

  it("refuses two link types in a classic file", async () => {
    writeFileSync(path("all"), everything(true));
    const { err, code } = await run("-r", path("all"), "-F", "pcap", "-w", path("copy"));
    expect({ err, code }).toEqual({
      err:
        "sniff: a pcap file holds frames of one link type only, and this capture has 1 and 101: " +
        "write pcapng instead (-F pcapng)\n",
      code: 2,
    });
    expect((await framesOf("copy")).length).toBeGreaterThan(0);
  });

  it("copies what comes before damage, and says where that is", async () => {
    writeFileSync(path("cut"), twelve.subarray(0, twelve.length - 10));
    const { err, code } = await run("-r", path("cut"), "-w", path("copy"));
    expect(code).toBe(2);
    expect(err).toMatch(/^sniff: .*cut short in the middle of a frame .*\n$/);
    expect(await framesOf("copy")).toHaveLength(11);
  });

  it.skipIf(process.platform === "win32").each(["pcapng", "pcap"])(
    "leaves a %s of whole frames when it cannot be written any further",
    async (format) => {
      const frames = (await readAll(twelve)).frames.length;
      const records = Array.from({ length: 20 }, () => twelve.subarray(24));
      writeFileSync(path("long"), concat(twelve.subarray(0, 24), ...records));
      // The shell counts in blocks of 512 or of 1024 bytes: less than the file either way.
      const limited = spawn("sh", [
        "-c",
        'ulimit -f 8; exec "$@"',
        "sh",
        process.execPath,
        SNIFF,
        ...["-r", path("long"), "-F", format, "-w", path("copy")],
      ]);
      const { err, code } = await finished(limited);
      expect({ err, code }).toEqual({ err: `sniff: -w ${path("copy")}: file too large\n`, code: 1 });
      const { frames: written, error } = await readAll(readFileSync(path("copy")));
      expect(error).toBe("");
      expect(written.length).toBeGreaterThan(12);
      expect(written.length).toBeLessThan(20 * frames);
    },
  );
});

describe("reading", { timeout: GENEROUS }, () => {
  it("shows the frames of a pipe that grows as soon as they are complete", async () => {
    const reader = sniff("-r", "-");
    const first = said(reader.stdout, "\n");
    reader.stdin.write(twelve.subarray(0, 24 + 16 + 74 + 10));
    expect(await first).toMatch(/^ {4}1 .*\n$/);
    reader.stdin.end(twelve.subarray(24 + 16 + 74 + 10));
    expect((await finished(reader)).out.split("\n")).toHaveLength(12);
  });

  it.skipIf(process.platform === "win32")("reads a FIFO, compressed too", async () => {
    execFileSync("mkfifo", [path("fifo")]);
    const reader = sniff("-r", path("fifo"));
    writeFileSync(path("fifo"), gzipSync(twelve));
    expect((await finished(reader)).out.split("\n")).toHaveLength(13);
  });

  it("reads a file named alone and says what was meant", async () => {
    writeFileSync(path("twelve.pcap"), twelve);
    const { out, err, code } = await run(path("twelve.pcap"), "udp");
    expect(err).toBe(`sniff: reading ${path("twelve.pcap")} (-r ${path("twelve.pcap")} was meant)\n`);
    expect(out.split("\n")).toHaveLength(3);
    expect(code).toBe(0);
  });

  it("prints the packet line's columns with tabs between", async () => {
    const { out } = await run("-r", HELLO, "-T", "tabs", "-c", "1");
    expect(out).toMatch(/^ {4}1\t0\.0{9}\t {3}10\.77\.0\.1\t→\t10\.77\.0\.2 {3}\tTCP\t74\t60868 → 80 \[SYN\] /);
  });
});

const { name: lo = "", why } = loopback();

describe.skipIf(why !== undefined)(`sniff -i -w${why ? ` (skipped: ${why})` : ""}`, { timeout: GENEROUS }, () => {
  it.each([lo, "any"])("writes what comes on %s, with the interface's name, and counts", async (device) => {
    const child = sniff("-i", device, "-c", "1", "-w", path("live"), "udp", "dst", "port", "40010");
    await said(child.stderr, "capturing on");
    const done = finished(child);
    const sender = createSocket("udp4");
    sender.send("hello", 40010, "127.0.0.1", () => sender.close());
    expect(await done).toMatchObject({ out: "", code: 0, err: expect.stringMatching(/^1 packet captured\n/) });
    expect(await framesOf("live")).toMatchObject([{ interfaceName: lo, data: expect.stringMatching(/68656c6c6f$/) }]);
  });

  it("has written the head when it says that it captures, and ends the file on a signal", async () => {
    const child = sniff("-i", lo, "-F", "nsecpcap", "-w", "-", "udp", "dst", "port", "40011");
    const [head] = await once(child.stdout, "data");
    expect(head).toHaveLength(24);
    child.kill("SIGINT");
    expect(await finished(child)).toMatchObject({ code: 0, out: "" });
  });
});

const laid = cable();
const noCable = "why" in laid ? laid.why : undefined;

describe.skipIf(noCable !== undefined)(
  `beside tcpdump${noCable ? ` (skipped: ${noCable})` : ""}`,
  { timeout: GENEROUS },
  () => {
    afterAll(() => "cut" in laid && laid.cut());

    it("writes the very same bytes, header and nanoseconds included", async () => {
      if ("why" in laid) return;
      const within = (namespace: string, ...command: string[]) => spawn("ip", ["netns", "exec", namespace, ...command]);
      const what = ["-i", "cable", "-c", "40", "icmp"];
      const theirs = within(
        laid.far,
        ...["tcpdump", "-Z", "root", "--immediate-mode", "--time-stamp-precision=nano", "-w", path("theirs.pcap")],
        ...what,
      );
      const ours = within(laid.far, ...[process.execPath, SNIFF, "-F", "nsecpcap", "-w", path("ours.pcap")], ...what);
      const ready = Promise.all([said(theirs.stderr, "listening on"), said(ours.stderr, "capturing on")]);
      const ended = ready.then(() => Promise.all([finished(theirs), finished(ours)]));
      await ready;
      const ping = await finished(within(laid.near, "ping", "-c", "20", "-i", "0.01", "-s", "1000", laid.address));
      expect(ping.code).toBe(0);
      expect((await ended).map(({ code }) => code)).toEqual([0, 0]);
      expect(statSync(path("ours.pcap")).size).toBe(24 + 40 * (16 + 14 + 20 + 8 + 1000));
      expect(readFileSync(path("ours.pcap")).equals(readFileSync(path("theirs.pcap")))).toBe(true);
    });
  },
);
