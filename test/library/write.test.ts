import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { open, type SavefileFormat, SavefileSink } from "../../src/index.ts";
import { fixture } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "write-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each<SavefileFormat>(["pcap", "nsecpcap", "pcapng"])("frames are kept in %s", async (format) => {
  const path = join(folder, format);
  const descriptor = openSync(path, "w");
  const sink = new SavefileSink(descriptor, format);
  const written: Uint8Array[] = [];
  for await (const batch of open(fixture("dns/udp.pcap"), { displayFilter: "dns.flags.response == 1" })) {
    for (const frame of batch) {
      sink.frame(frame);
      written.push(frame.bytes.slice());
    }
  }
  sink.end();
  closeSync(descriptor);
  const read: Uint8Array[] = [];
  for await (const batch of open(readFileSync(path))) read.push(...batch.map((frame) => frame.bytes.slice()));
  expect(read.length).toBeGreaterThan(0);
  expect(read).toEqual(written);
});
