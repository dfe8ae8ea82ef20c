import { AssertionError } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ByteWriter } from "./core/writer.ts";
import { type Input, type OpenOptions, open } from "./open.ts";
import { GoldenSink } from "./output/golden.ts";

/**
 * All that dissection finds in a capture, as text for people to read and for tests to compare: one row a line,
 * `34..36  tcp.srcport  49152  Source Port` (byte range, field, value, label), indented by nesting, a blank line after
 * each frame. What `-T golden` prints.
 */
export async function golden(input: Input, options: OpenOptions = {}): Promise<string> {
  const capture = open(input, options);
  const out = new ByteWriter();
  const sink = new GoldenSink(out, capture.rows());
  for await (const batch of capture) for (const frame of batch) sink.frame(frame);
  return out.toString();
}

/** Options of {@link matchGolden}. */
export interface MatchGoldenOptions extends OpenOptions {
  /** The file that holds the expected text; default the capture's path with `.golden` for its ending. */
  file?: string;
  /** Writes that file instead of comparing; default: the environment variable UPDATE_GOLDEN is set to something. */
  update?: boolean;
}

/**
 * For tests, under any runner: compares the {@link golden} text of a capture file with the one in the file beside it.
 * Throws an `AssertionError` where they differ or there is none; `UPDATE_GOLDEN=1 npm test` writes it.
 */
export async function matchGolden(path: string, options: MatchGoldenOptions = {}): Promise<void> {
  const {
    file = path.replace(/(\.[^./\\]+)?$/, ".golden"),
    update = Boolean(process.env["UPDATE_GOLDEN"]),
    ...others
  } = options;
  const actual = await golden(path, others);
  if (update) {
    writeFileSync(file, actual);
    return;
  }
  const expected = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (actual === expected) return;
  const what = expected === undefined ? `${file}: no such file` : `${path} is not dissected as ${file} says`;
  throw new AssertionError({
    message: `${what} (UPDATE_GOLDEN=1 writes what is found now)`,
    actual,
    expected,
    operator: "strictEqual",
  });
}
