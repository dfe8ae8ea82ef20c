import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CaptureError, capture, FilterError, type Input, LiveError, open, SniffError } from "../../src/index.ts";
import { fixture } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "library-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is thrown when a capture is opened and read to its end. */
async function failure(input: Input, options = {}): Promise<unknown> {
  try {
    for await (const _ of open(input, options));
  } catch (error) {
    expect(error).toBeInstanceOf(SniffError);
    return error;
  }
  throw new Error("nothing was thrown");
}

test("a file that is not there", async () => {
  const error = await failure(join(folder, "none.pcap"));
  expect(error).toBeInstanceOf(CaptureError);
  expect((error as Error).message).toBe(`${folder}/none.pcap: no such file`);
});

test("a folder", async () => {
  expect(await failure(folder)).toMatchObject({
    name: "CaptureError",
    message: `${folder}: a folder is no capture file`,
  });
});

test("a file that is no capture", async () => {
  const path = join(folder, "notes.txt");
  writeFileSync(path, "These are no packets, but words.");
  const message = `${path}: not a capture file (first bytes 54 68 65 73)`;
  expect(await failure(path)).toMatchObject({ name: "CaptureError", message });
});

test("a stream of text, and what is no input at all", async () => {
  async function* text() {
    yield "words";
  }
  const words = text() as unknown as AsyncIterable<Uint8Array>;
  expect(await failure(words)).toMatchObject({ message: "capture: the stream holds something else than bytes" });
  for (const wrong of [5, null, undefined, {}]) expect(() => open(wrong as unknown as Input)).toThrow(TypeError);
});

test("a display filter", async () => {
  const error = await failure(fixture("dns/udp.pcap"), { displayFilter: "dns.qry.nam" });
  expect(error).toBeInstanceOf(FilterError);
  expect((error as FilterError).reason).toContain("did you mean");
});

test("a capture filter", async () => {
  const error = await failure(fixture("dns/udp.pcap"), { filter: "prot 53" });
  expect(error).toMatchObject({ name: "LiveError", reason: "filter" });
  expect(error).toBeInstanceOf(LiveError);
});

test("an interface", () => {
  expect(() => capture({ interface: "nosuch0" })).toThrow(SniffError);
});
