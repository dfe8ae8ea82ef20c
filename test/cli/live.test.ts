import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loopback } from "../capture/privilege.ts";

const { name: lo = "", why } = loopback();
const SNIFF = fileURLToPath(new URL("../../bin/sniff", import.meta.url));
/** Discard: nobody listens there, and nobody need. */
const PORT = 40009;

const sniff = (...args: string[]) => spawn(process.execPath, [SNIFF, "-n", ...args]);

/** Collects what a stream says until it has said `wanted`. */
function said(stream: NodeJS.ReadableStream, wanted: string): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    const listen = (data: Buffer) => {
      text += data;
      if (!text.includes(wanted)) return;
      stream.removeListener("data", listen);
      resolve(text);
    };
    stream.on("data", listen);
  });
}

/** Everything a process prints, and its exit code. */
async function finished(child: ChildProcessWithoutNullStreams): Promise<{ out: string; err: string; code: number }> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const [code] = await once(child, "close");
  return { out, err, code };
}

async function send(text: string): Promise<void> {
  const sender = createSocket("udp4");
  await new Promise((sent) => sender.send(text, PORT, "127.0.0.1", sent));
  sender.close();
}

describe.skipIf(why !== undefined)(`sniff -i${why ? ` (skipped: ${why})` : ""}`, () => {
  it.each(["SIGINT", "SIGTERM"] as const)("prints lines at once and ends with the counts on %s", async (signal) => {
    const child = sniff("-i", lo, "udp", "port", String(PORT));
    await said(child.stderr, "capturing on");
    await send("hello");
    const line = await said(child.stdout, "\n");
    expect(line).toMatch(/^ {4}1 0\.0{9} {4}127\.0\.0\.1 → 127\.0\.0\.1 {4}UDP 47 \d+ → 40009 Len=5\n$/);
    child.kill(signal);
    const { err, code } = await finished(child);
    expect(code).toBe(0);
    expect(err).toMatch(/^1 packet captured\n\d packets? received by filter\n0 packets dropped by kernel\n$/);
  });

  it("ends after -c frames", async () => {
    const child = sniff("-i", lo, "-c", "2", "-f", `udp port ${PORT}`);
    await said(child.stderr, "capturing on");
    const done = finished(child);
    await send("one");
    await send("two");
    expect(await done).toMatchObject({ code: 0, err: expect.stringMatching(/^2 packets captured\n/) });
  });

  it("exits with 2 for what it cannot start with", async () => {
    const device = await finished(sniff("-i", "nosuch0"));
    expect(device).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^sniff: nosuch0: no such device; there are: /),
    });
    const filter = await finished(sniff("-i", lo, "udp", "prot", "1"));
    expect(filter).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^sniff: capture filter "udp prot 1": /),
    });
  });
});
