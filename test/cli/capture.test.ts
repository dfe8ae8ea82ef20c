import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { engineVersion } from "../../src/index.ts";
import { readAll, STATISTICS } from "../capture/build.ts";
import { cable } from "../capture/privilege.ts";
import { RECORD_SIZE, writeTraffic } from "../capture/traffic.ts";
import { finished, GENEROUS, SNIFF, said, sniff } from "./sniff.ts";

const FILE_HEADER = 24;
const FRAMES = 30_000;
const NOBODY = 65534;

const laid = cable();
const missing = ["/usr/bin/tcpreplay", "/usr/bin/tcpdump", "/usr/bin/tshark"].find((tool) => !existsSync(tool));
const why = "why" in laid ? laid.why : missing && `no ${missing}`;
const { near, far } = "why" in laid ? { near: "", far: "" } : laid;

const folder = mkdtempSync(join(tmpdir(), "sniff-"));
chmodSync(folder, 0o777);
const path = (name: string) => join(folder, name);
const traffic = path("traffic");
afterAll(() => {
  if ("cut" in laid) laid.cut();
  rmSync(folder, { recursive: true });
});

const within = (namespace: string, ...command: string[]) => spawn("ip", ["netns", "exec", namespace, ...command]);
const ip = (...args: string[]) => execFileSync("ip", args, { stdio: "ignore" });
const bare = (text: string) => text.replace(/^sniff: (warning: running as root|root's rights|capturing on).*\n/gm, "");

/** Starts sniff at the far end and waits until it captures. */
async function start(...args: string[]): Promise<ChildProcessWithoutNullStreams> {
  const child = within(far, process.execPath, SNIFF, ...args);
  await said(child.stderr, "capturing on");
  return child;
}

/** Sends the first frames of the traffic from the near end, as fast as that goes. */
async function send(count = FRAMES): Promise<void> {
  const { code } = await finished(
    within(near, "tcpreplay", "--topspeed", "-L", String(count), "-i", "cable", traffic) as never,
  );
  expect(code).toBe(0);
}

/** The counts that SIGUSR1 asks for, once `enough` of them. */
async function counts(child: ChildProcessWithoutNullStreams, enough: (found: number[]) => boolean): Promise<number[]> {
  for (;;) {
    const answer = said(child.stderr, "dropped by kernel");
    child.kill("SIGUSR1");
    const found = [...(await answer).matchAll(/(\d+) packets? \w+ by|(\d+) packets? captured/g)].map(
      ([, by, captured]) => Number(by ?? captured),
    );
    if (enough(found)) return found;
  }
}

const captured =
  (least: number) =>
  ([count = 0]: number[]) =>
    count >= least;

describe.skipIf(why !== undefined)(`live capture${why ? ` (skipped: ${why})` : ""}`, { timeout: GENEROUS }, () => {
  if (why === undefined) writeTraffic(traffic, FRAMES);

  it("loses nothing of a burst and writes what tcpdump writes", async () => {
    const tcpdump = within(
      far,
      ...["tcpdump", "-Z", "root", "-B", "16384", "-i", "cable", "-C", "1", "-w", path("theirs")],
      // Stopped by a signal it may leave the kernel's last frames.
      ...["--time-stamp-precision=nano", "-c", String(FRAMES), "udp"],
    );
    await said(tcpdump.stderr, "listening on");
    const theirEnd = finished(tcpdump);
    const ours = await start("-i", "cable", "-F", "nsecpcap", "-C", "1", "-w", path("ours"), "udp");
    await send();
    await counts(ours, captured(FRAMES));
    ours.kill("SIGINT");
    const { err, code } = await finished(ours);
    expect({ err, code }).toEqual({
      err: `${FRAMES} packets captured\n${FRAMES} packets received by filter\n0 packets dropped by kernel\n`,
      code: 0,
    });
    expect((await theirEnd).code).toBe(0);
    const parts = readdirSync(folder).filter((name) => name.startsWith("theirs"));
    expect(parts).toHaveLength(Math.ceil((FRAMES * RECORD_SIZE) / 1_000_000));
    for (const name of parts)
      expect(readFileSync(path(name)).equals(readFileSync(path(name.replace("theirs", "ours"))))).toBe(true);
  });

  it("rotates as nobody, with no rights left in any thread, and keeps a ring that tshark reads", async () => {
    const child = await start(
      ...["-i", "cable", "-Z", "nobody", "-w", path("ring.pcapng"), "-b", "filesize:200", "-b", "files:3"],
      ...["--capture-comment", "a ring", "udp port 9"],
    );
    for (const thread of readdirSync(`/proc/${child.pid}/task`)) {
      const status = readFileSync(`/proc/${child.pid}/task/${thread}/status`, "utf8");
      expect(/^Uid:\s+(.*)$/m.exec(status)![1]!.split("\t").map(Number)).toEqual(Array(4).fill(NOBODY));
      expect(Number(`0x${/^CapPrm:\s+(\w+)$/m.exec(status)![1]}`)).toBe(0);
    }
    await send();
    await counts(child, captured(FRAMES));
    child.kill("SIGTERM");
    expect((await finished(child)).code).toBe(0);
    const ring = readdirSync(folder).filter((name) => name.startsWith("ring"));
    expect(ring).toHaveLength(3);
    for (const name of ring) {
      expect(name).toMatch(/^ring_000\d\d_\d{14}\.pcapng$/);
      const file = readFileSync(path(name));
      const types: number[] = [];
      const { frames, error } = await readAll(file, (block) => types.push(Number.parseInt(block.slice(0, 2), 16)));
      expect(error).toBe("");
      expect(statSync(path(name)).uid).toBe(NOBODY);
      for (const text of ["a ring", "cable", "udp port 9"]) expect(file.includes(text)).toBe(true);
      expect(types.at(-1)).toBe(STATISTICS);
      const theirs = execFileSync("tshark", ["-nr", path(name)], { encoding: "utf8", stdio: "pipe", maxBuffer: 1e9 });
      expect(theirs.split("\n")).toHaveLength(frames.length + 1);
    }
  });

  it("starts the next file by time, runs a command on each and ends by itself", async () => {
    writeFileSync(path("mark"), '#!/bin/sh\ntouch "$1.done"\n', { mode: 0o755 });
    const child = await start(
      ...["-i", "cable", "-w", path("timed"), "-b", "duration:0.2", "-a", "files:2", "--post-rotate", path("mark")],
    );
    expect(await finished(child)).toMatchObject({ code: 0 });
    const names = () => readdirSync(folder).filter((name) => name.startsWith("timed"));
    await expect.poll(() => names().filter((name) => name.endsWith(".done")).length, { timeout: 5000 }).toBe(2);
    expect(names()).toHaveLength(4);
  });

  it("stops after so many packets, bytes or seconds", async () => {
    const ended = (...args: string[]) =>
      start("-i", "cable", "-F", "pcap", "-w", path("stop"), ...args).then(async (child) => {
        const done = finished(child);
        await send(1000);
        const { err, code } = await done;
        expect(code).toBe(0);
        return Number(/(\d+) packets? captured/.exec(err)![1]);
      });
    expect(await ended("-a", "packets:10", "udp")).toBe(10);
    expect(await ended("-a", "filesize:1", "udp")).toBe(Math.ceil((1000 - FILE_HEADER) / RECORD_SIZE));
    expect(statSync(path("stop")).size).toBe(FILE_HEADER + Math.ceil((1000 - FILE_HEADER) / RECORD_SIZE) * RECORD_SIZE);
    expect(await ended("-a", "duration:1", "udp")).toBe(1000);
  });

  it("leaves a file that tcpdump reads when it is killed", async () => {
    const child = await start("-i", "cable", "-F", "pcap", "-w", path("killed"), "udp");
    const sent = send();
    await expect.poll(() => statSync(path("killed")).size, { interval: 1 }).toBeGreaterThan(FILE_HEADER);
    child.kill("SIGKILL");
    await Promise.all([sent, finished(child)]);
    // The system itself may have been in the middle of the last frame.
    const { out } = await finished(spawn("tcpdump", ["-nr", path("killed")]));
    const whole = Math.floor((statSync(path("killed")).size - FILE_HEADER) / RECORD_SIZE);
    expect(out.trimEnd().split("\n")).toHaveLength(whole);
  });

  it("says so in one line when the disk is full", async () => {
    const limited = ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", process.execPath, SNIFF];
    const child = within(far, ...limited, "-i", "cable", "-F", "pcap", "-w", path("full"), "udp");
    await said(child.stderr, "capturing on");
    const done = finished(child);
    await send();
    const { err, code } = await done;
    expect(code).toBe(1);
    expect(err.split("\n").slice(-2)).toEqual([`sniff: -w ${path("full")}: file too large`, ""]);
    expect((await readAll(readFileSync(path("full")))).error).toBe("");
  });

  it("leaves frames to the kernel, which counts its drops, while the reader of the lines is behind", async () => {
    execFileSync("mkfifo", [path("gate")]);
    // The shell's pipe is one whose writer may be told to wait; the reader begins when the gate opens.
    const script = `"$@" | { read -r _ < ${path("gate")}; wc -l; }`;
    const child = within(far, "sh", "-c", script, "sh", process.execPath, SNIFF, "-i", "cable", "-B", "1", "udp");
    await said(child.stderr, "capturing on");
    const [pid = ""] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ");
    expect(Number(pid)).toBeGreaterThan(1);
    const process_ = { stderr: child.stderr, kill: (signal: string) => process.kill(Number(pid), signal) };
    await send();
    const [, received = 0, dropped = 0] = await counts(process_ as never, ([, all = 0]) => all === FRAMES);
    expect(received).toBe(FRAMES);
    expect(dropped).toBeGreaterThan(0);
    writeFileSync(path("gate"), "\n");
    process_.kill("SIGINT");
    const { out, err, code } = await finished(child);
    expect(code).toBe(0);
    expect(Number(out)).toBe(Number(/(\d+) packets captured/.exec(err)![1]));
  });

  it("ends quietly when a terminal or the reader has gone", async () => {
    const hung = await start("-i", "cable", "-w", path("hung"), "udp");
    hung.kill("SIGHUP");
    expect(await finished(hung)).toMatchObject({ code: 0, err: expect.stringMatching(/^0 packets captured\n/) });
    const script = '"$@" | head -n 1; wait';
    const child = within(far, "sh", "-c", script, "sh", process.execPath, SNIFF, "-i", "cable", "udp");
    await said(child.stderr, "capturing on");
    const done = finished(child);
    await send(2000);
    const { out, err } = await done;
    expect(out.split("\n")).toHaveLength(2);
    expect(bare(err)).toMatch(
      /^\d+ packets captured\n\d+ packets received by filter\n\d+ packets dropped by kernel\n$/,
    );
  });

  it("goes on when an interface comes back, and keeps what there is when it is gone", async () => {
    ip("-n", far, "link", "add", "plug", "type", "veth", "peer", "name", "socket");
    for (const name of ["plug", "socket"]) ip("-n", far, "link", "set", name, "up");
    const child = await start("-i", "plug", "-i", "cable", "-w", path("gone"), "udp");
    const done = finished(child);
    await send(500);
    ip("-n", far, "link", "set", "cable", "down");
    ip("-n", far, "link", "set", "cable", "up");
    await send(500);
    ip("-n", far, "link", "del", "plug");
    const { err, code } = await done;
    expect(code).toBe(1);
    expect(err).toMatch(/^1000 packets captured\n(.*\n){2}sniff: plug: The interface disappeared\n$/);
    expect((await readAll(readFileSync(path("gone")))).frames).toHaveLength(1000);
  });

  it("says what a device can do, and takes it by number or pattern", async () => {
    const { out } = await finished(within(far, process.execPath, SNIFF, "-L", "-i", "cab*"));
    expect(out).toMatch(/^Data link types of interface cable .*\n {2}EN10MB \(Ethernet\)\n/);
    const { err, code } = await finished(within(far, process.execPath, SNIFF, "-i", "wlan*"));
    expect({ err, code }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^sniff: -i wlan\*: matches no device; /),
    });
    const type = await finished(within(far, process.execPath, SNIFF, "-i", "cable", "--time-stamp-type", "adapter"));
    expect(type).toMatchObject({ code: 2, err: expect.stringContaining("has no time stamps of type adapter") });
  });

  it("checks what capturing needs", async () => {
    expect(await finished(sniff("--doctor"))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ok {7}Node\.js: /),
    });
  });
});

const noCap = (() => {
  try {
    engineVersion("cap");
    return why;
  } catch (error) {
    return (error as Error).message;
  }
})();

describe.skipIf(noCap !== undefined)(
  `--engine cap${noCap ? ` (skipped: ${noCap})` : ""}`,
  { timeout: GENEROUS },
  () => {
    it("captures, with times it calls approximate", async () => {
      const child = await start("-i", "cable", "--engine", "cap", "-c", "20", "-F", "pcap", "-w", path("cap"), "udp");
      const done = finished(child);
      await send(20);
      expect(await done).toMatchObject({ code: 0, err: expect.stringContaining("are not counted") });
      const { frames, error } = await readAll(readFileSync(path("cap")));
      expect(error).toBe("");
      expect(frames.map(({ data }) => data)).toEqual(
        (await readAll(readFileSync(traffic))).frames.slice(0, 20).map(({ data }) => data),
      );
    });

    it("says in one line what it cannot do", async () => {
      const child = within(far, process.execPath, SNIFF, "-i", "cable", "--engine", "cap", "-Q", "in");
      expect(await finished(child)).toMatchObject({
        code: 2,
        err: "sniff: the engine cap has no choice of direction; the other engine has\n",
      });
    });
  },
);
