import { createSocket } from "node:dgram";
import { describe, expect, it } from "vitest";
import { devices, engineVersion } from "../../src/index.ts";
import { loopback, whyNoLibpcap } from "../capture/privilege.ts";
import { finished, GENEROUS, said, sniff } from "./sniff.ts";

const { name: lo = "", why } = loopback();
/** Discard: nobody listens there, and nobody need. */
const PORT = 40009;

async function send(text: string): Promise<void> {
  const sender = createSocket("udp4");
  await new Promise((sent) => sender.send(text, PORT, "127.0.0.1", sent));
  sender.close();
}

const noLibpcap = whyNoLibpcap();
/** The second engine is an optional part, which needs a compiler; where it must be there, its absence fails. */
const engines = process.env["CI"] || hasCap() ? ["libpcap", "cap"] : ["libpcap"];

function hasCap(): boolean {
  try {
    return engineVersion("cap") !== "";
  } catch {
    return false;
  }
}

it.skipIf(noLibpcap !== undefined)(
  "lists the devices as a table, numbered as -i takes them",
  { timeout: GENEROUS },
  async () => {
    const { out, code } = await finished(sniff("-D"));
    const [head = "", ...rows] = out.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(head).toMatch(/^No\. {2}Name +State +Addresses +Description$/);
    expect(rows.map((row) => row.split(/ {2,}/)[1])).toEqual(devices().map((device) => device.name));
    expect(rows.map((row) => Number.parseInt(row, 10))).toEqual(rows.map((_, i) => i + 1));
    for (const row of rows) expect(row.slice(head.indexOf("State"))).toMatch(/^(up|down)/);
  },
);

describe.skipIf(why !== undefined)(`sniff -i${why ? ` (skipped: ${why})` : ""}`, { timeout: GENEROUS }, () => {
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

  it.each(engines)("ends after -c frames, with %s", async (engine) => {
    const child = sniff("-i", lo, "--engine", engine, "-c", "2", "-f", `udp port ${PORT}`);
    await said(child.stderr, "capturing on");
    const done = finished(child);
    await send("one");
    await send("two");
    expect(await done).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^.* UDP 45 .* Len=3\n.* UDP 45 .* Len=3\n$/),
      err: expect.stringMatching(/^2 packets captured\n/),
    });
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
