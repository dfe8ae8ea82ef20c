import { type Capture, capture, devices, open, type OpenOptions } from "../index.ts";
import { type Arguments, fileMeant, UsageError } from "./arguments.ts";
import { Live } from "./live.ts";
import type { Output } from "./output.ts";
import { sinkFor } from "./sinks.ts";

/** Reads or captures as the options say and prints. Throws what the exit code is made of. */
export async function run(args: Arguments, output: Output): Promise<void> {
  const makeSink = sinkFor(args);
  if (args.has("D")) {
    for (const [i, { name, description }] of devices().entries()) {
      output.writer.text(`${i + 1}. ${name}${description ? ` (${description})` : ""}\n`);
    }
    return;
  }
  const opened = openCapture(args);
  const live = opened instanceof Live ? opened : undefined;
  const source = live?.capture ?? (opened as Capture);
  const sink = makeSink(output.writer, source);
  const flush = args.has("l") ? () => output.flush() : () => output.flushFull();
  const stop = live ? () => live.capture.stop() : () => process.exit(0);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    while (
      await source.read((frame) => {
        sink.frame(frame);
        flush();
      })
    ) {
      if (!source.ready) output.flush();
    }
  } finally {
    sink.end?.();
    output.flush();
    live?.close();
    source.close();
    process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop);
  }
}

function openCapture(args: Arguments): Capture | Live {
  const options: OpenOptions = {};
  const count = args.number("c", 1);
  const displayFilter = args.value("Y");
  if (count !== undefined) options.count = count;
  if (displayFilter !== undefined) options.displayFilter = displayFilter;
  const meant = fileMeant(args);
  if (meant !== undefined && !args.has("q")) process.stderr.write(`sniff: reading ${meant} (-r ${meant} was meant)\n`);
  const path = args.value("r") ?? meant;
  const filter = captureFilter(args, meant);
  if (filter !== "") options.filter = filter;
  if (path === undefined) return openLive(args, options);
  if (args.has("i")) throw new UsageError("-r and -i: frames come from a file or from an interface, not both");
  return open(path, options);
}

/** `-f`, or the words after the options. */
function captureFilter(args: Arguments, meant: string | undefined): string {
  const words = meant === undefined ? args.words.join(" ") : "";
  const given = args.value("f");
  if (given !== undefined && words !== "") throw new UsageError(`a capture filter is given twice: -f "${given}" and "${words}"`);
  return given ?? words;
}

function openLive(args: Arguments, options: OpenOptions): Live {
  const interfaces = args.all("i");
  const snaplen = args.number("s", 0);
  const bufferMiB = args.number("B", 1);
  const started = capture({
    ...options,
    promiscuous: !args.has("p"),
    ...(interfaces.length > 0 && { interface: [...interfaces] }),
    ...(snaplen && { snaplen }),
    ...(bufferMiB !== undefined && { bufferMiB }),
  });
  return new Live(started);
}
