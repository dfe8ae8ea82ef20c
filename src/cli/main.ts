import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { CaptureError, FieldsSink, fieldsFormat, Info, isColumn, LineSink, open, registry, type Sink } from "../index.ts";

/** Runs the command line; resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args, allowPositionals: true,
    options: {
      r: { type: "string", short: "r" }, n: { type: "boolean", short: "n" }, c: { type: "string", short: "c" },
      T: { type: "string", short: "T" }, e: { type: "string", short: "e", multiple: true },
      E: { type: "string", short: "E", multiple: true },
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
  const capture = open(values.r ?? "-", values.c ? { count: Number(values.c) } : {});
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
    if (!(error instanceof CaptureError)) throw error;
    flush();
    process.stderr.write(`sniff: ${error.message}\n`);
    return 2;
  }
  flush();
  return 0;
}
