import { type Capture, LiveCapture, type OpenOptions, open } from "../index.ts";
import { type Arguments, fileMeant, UsageError } from "./arguments.ts";
import { captureLive, closingWords, deviceList, filterProgram } from "./live.ts";
import type { Output } from "./output.ts";
import { sinkFor } from "./sinks.ts";

/** Reads or captures as the options say and prints. Throws what the exit code is made of. */
export async function run(args: Arguments, output: Output): Promise<void> {
  const makeSink = sinkFor(args);
  if (args.has("D")) {
    output.writer.text(deviceList());
    return;
  }
  const meant = fileMeant(args);
  const dump = args.value("dump-filter");
  if (dump !== undefined) {
    output.writer.text(await filterProgram(captureFilter(args, meant), dump, args.value("r")));
    return;
  }
  const capture = openCapture(args, meant);
  const sink = makeSink(output.writer, capture);
  const flush = args.has("l") ? () => output.flush() : () => output.flushFull();
  const stop = capture instanceof LiveCapture ? () => capture.stop() : () => process.exit(0);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const each: Parameters<Capture["read"]>[0] = (frame) => {
    sink.frame(frame);
    flush();
  };
  try {
    while (await capture.read(each)) if (!capture.ready) output.flush();
    sink.end?.();
  } finally {
    capture.close();
    process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop);
    if (capture instanceof LiveCapture) {
      output.flush();
      process.stderr.write(closingWords(capture.counts));
    }
  }
}

function openCapture(args: Arguments, meant: string | undefined): Capture {
  const options: OpenOptions = {};
  const count = args.number("c", 1);
  const displayFilter = args.value("Y");
  if (count !== undefined) options.count = count;
  if (displayFilter !== undefined) options.displayFilter = displayFilter;
  if (meant !== undefined && !args.has("q")) process.stderr.write(`sniff: reading ${meant} (-r ${meant} was meant)\n`);
  const path = args.value("r") ?? meant;
  const filter = captureFilter(args, meant);
  if (filter !== "") options.filter = filter;
  if (path === undefined) return captureLive(args, options);
  if (args.has("i")) throw new UsageError("-r and -i: frames come from a file or from an interface, not both");
  return open(path, options);
}

/** `-f`, or the words after the options. */
function captureFilter(args: Arguments, meant: string | undefined): string {
  const words = meant === undefined ? args.words.join(" ") : "";
  const given = args.value("f");
  if (given !== undefined && words !== "")
    throw new UsageError(`a capture filter is given twice: -f "${given}" and "${words}"`);
  return given ?? words;
}
