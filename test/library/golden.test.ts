import { AssertionError } from "node:assert";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { golden, matchGolden } from "../../src/index.ts";
import { fixture } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "golden-"));
const path = join(folder, "case.v1.pcap");
copyFileSync(fixture("icmp/ping.pcap"), path);
afterAll(() => rmSync(folder, { recursive: true }));

test("golden text is the fixture's", async () => {
  const expected = readFileSync(fixture("icmp/ping.golden"), "utf8");
  expect(await golden(path)).toBe(expected);
  expect(await golden(readFileSync(path))).toBe(expected);
  expect(await golden(path, { count: 1 })).toBe(expected.slice(0, expected.indexOf("\n\n") + 2));
});

test("a file beside the capture is compared, and written when asked", async () => {
  const file = join(folder, "case.v1.golden");
  await expect(matchGolden(path)).rejects.toThrow(`${file}: no such file (UPDATE_GOLDEN=1 writes`);
  await matchGolden(path, { update: true });
  expect(readFileSync(file, "utf8")).toBe(await golden(path));
  await matchGolden(path);
  const error: unknown = await matchGolden(path, { count: 1 }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(AssertionError);
  const { message, actual, expected } = error as AssertionError;
  expect(message).toContain(`${path} is not dissected as ${file} says (UPDATE_GOLDEN=1 writes what is found now)`);
  expect([actual, expected]).toEqual([await golden(path, { count: 1 }), await golden(path)]);
  await matchGolden(path, { file: fixture("icmp/ping.golden") });
});
