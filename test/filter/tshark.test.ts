import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { compileFilter } from "../../src/filter/compile.ts";
import { FilterError, open, registry } from "../../src/index.ts";
import { readAll } from "../loopback.ts";

/** Hundreds of filters make many lines: a name in a certificate alone adds one for each of its parts. */
const MOST_OUTPUT = 1 << 26;
const program = (name: string, ...args: string[]) =>
  spawnSync(name, args, { encoding: "utf8", maxBuffer: MOST_OUTPUT });
const installed = ["tshark", "mergecap"].every((name) => program(name, "-v").status === 0);

/** Milliseconds tshark may take for hundreds of filters. */
const PATIENCE = 120_000;
const scratch = mkdtempSync(join(tmpdir(), "sniff-filters-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
/** Fixtures of which tshark and sniff say the same: what is cut or broken they take differently. */
const captures = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".pcap") && !/snaplen|malformed/.test(file))
  .map((file) => fixtures + file);

const lines = readFileSync(new URL("filters.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** How many frames of a capture each filter keeps and how many bytes they had, or why it is refused. */
async function weKeep(file: string): Promise<Map<string, string>> {
  const capture = open(file);
  const rows = capture.rows();
  const kept = new Map<string, string>();
  const sums = new Map<string, { frames: number; bytes: number; test: ReturnType<typeof compileFilter> }>();
  for (const filter of lines) {
    try {
      sums.set(filter, { frames: 0, bytes: 0, test: compileFilter(filter, registry, rows) });
    } catch (error) {
      expect(error).toBeInstanceOf(FilterError);
      kept.set(filter, "refused");
    }
  }
  await readAll(capture, (frame) => {
    for (const sum of sums.values()) {
      if (!sum.test(frame)) continue;
      sum.frames++;
      sum.bytes += frame.originalLength;
    }
  });
  for (const [filter, { frames, bytes }] of sums) kept.set(filter, `${frames} frames, ${bytes} bytes`);
  return kept;
}

/** The same from tshark, which counts what many filters keep in one run. */
function tsharkKeeps(file: string, filters: readonly string[]): Map<string, string> {
  const { stdout, stderr, status } = program(
    "tshark",
    "-n",
    "-q",
    "-r",
    file,
    ...filters.flatMap((f) => ["-z", `io,phs,${f}`]),
  );
  expect(status, stderr).toBe(0);
  const reports = stdout.split("Protocol Hierarchy Statistics\nFilter: ").slice(1);
  return new Map(
    reports.map((report): [string, string] => {
      const [, frames = 0, bytes = 0] = /^frame +frames:(\d+) bytes:(\d+)/m.exec(report) ?? [];
      return [report.slice(0, report.indexOf("\n")), `${frames} frames, ${bytes} bytes`];
    }),
  );
}

describe.runIf(installed)("as tshark reads them", () => {
  test(
    "display filters keep the same frames",
    async () => {
      const file = join(scratch, "all.pcap");
      expect(program("mergecap", "-F", "pcap", "-w", file, ...captures).status).toBe(0);
      const ours = await weKeep(file);
      const accepted = lines.filter((filter) => ours.get(filter) !== "refused");
      const theirs = tsharkKeeps(file, accepted);
      for (const filter of accepted) expect(`${filter}: ${ours.get(filter)}`).toBe(`${filter}: ${theirs.get(filter)}`);
    },
    PATIENCE,
  );

  test(
    "display filters are refused by both",
    async () => {
      const [file] = captures;
      const ours = await weKeep(file!);
      const refused = lines.filter((filter) => ours.get(filter) === "refused");
      expect(refused.length).toBeGreaterThan(50);
      // tshark stops at the first that it refuses: each needs a run, of which a sample will do.
      for (const filter of refused.filter((_, i) => i % 10 === 0))
        expect([filter, program("tshark", "-n", "-r", file!, "-c", "1", "-Y", filter).status]).not.toEqual([filter, 0]);
    },
    PATIENCE,
  );
});

test("every display filter is read or refused with its place, tshark or not", async () => {
  for (const filter of lines) {
    try {
      compileFilter(filter, registry, open(captures[0]!).rows());
    } catch (error) {
      expect(error).toBeInstanceOf(FilterError);
      expect((error as FilterError).at).toBeLessThanOrEqual(filter.length);
    }
  }
});
