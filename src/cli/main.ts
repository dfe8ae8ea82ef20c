import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { CaptureError, FieldsSink, fieldsFormat, type FilterDump, Info, isColumn, LineSink, LiveError, open, registry, type Sink } from "../index.ts";

import { captureLive, closingWords, deviceList, filterProgram } from "./live.ts";

/** Runs the command line; resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: {
      r: { type: "string", short: "r" }, n: { type: "boolean", short: "n" }, c: { type: "string", short: "c" },
      T: { type: "string", short: "T" }, e: { type: "string", short: "e", multiple: true },
      E: { type: "string", short: "E", multiple: true },
      i: { type: "string", short: "i", multiple: true }, f: { type: "string", short: "f" }, s: { type: "string", short: "s" },
      p: { type: "boolean", short: "p" }, B: { type: "string", short: "B" }, I: { type: "boolean", short: "I" },
      y: { type: "string", short: "y" }, Q: { type: "string", short: "Q" }, Z: { type: "string", short: "Z" },
      D: { type: "boolean", short: "D" }, "dump-filter": { type: "string" },
    },
  });
  const names = values.e ?? [];
  const unknown = names.filter((name) => !registry.find(name) && !isColumn(name));
  if (unknown.length > 0) {
    for (const name of unknown) process.stderr.write(`sniff: Unknown field: ${name}\n`);
    return 2;
  }
  const format = { ...fieldsFormat };
  for (const pair of values.E ?? []) {
    const [key, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    Object.assign(format, { [key]: value === "/t" ? "\t" : value === "/s" ? " " : value });
  }
  const words = values.f ?? positionals.join(" ");
  const common = { ...(values.c && { count: Number(values.c) }), ...(words && { filter: words }) };
  let live: ReturnType<typeof captureLive> | undefined;
  try {
    if (values.D) {
      process.stdout.write(deviceList());
      return 0;
    }
    if (values["dump-filter"] !== undefined) {
      process.stdout.write(await filterProgram(words, values["dump-filter"] as FilterDump, values.r));
      return 0;
    }
    if (values.r === undefined) live = captureLive(values, common);
  } catch (error) {
    process.stderr.write(`sniff: ${(error as Error).message}\n`);
    return 2;
  }
  const capture = live ?? open(values.r!, common);
  const out = new Info(1 << 17);
  const sink: Sink = values.T === "fields"
    ? new FieldsSink(out, capture.rows(), registry, names, format)
    : new LineSink(out, () => capture.decimals);
  const flush = () => {
    for (let at = 0; at < out.at; ) at += writeSync(1, out.buffer, at, out.at - at);
    out.at = 0;
  };
  try {
    const each = (frame: Parameters<Sink["frame"]>[0]) => {
      sink.frame(frame);
      if (out.at > 65536) flush();
    };
    while (await capture.read(each)) if (!capture.ready) flush();
  } catch (error) {
    if (!(error instanceof CaptureError || error instanceof LiveError)) throw error;
    flush();
    if (live) process.stderr.write(closingWords(live.counts));
    process.stderr.write(`sniff: ${error.message}\n`);
    return error instanceof LiveError && error.reason === "gone" ? 1 : 2;
  } finally {
    capture.close();
  }
  flush();
  if (live) process.stderr.write(closingWords(live.counts));
  return 0;
}
