import { setImmediate } from "node:timers/promises";
import { type Capture, LiveCapture, type OpenOptions, open, type Sink } from "../index.ts";
import { type Arguments, fileMeant, UsageError } from "./arguments.ts";
import { deviceTable } from "./devices.ts";
import { captureLive, closingWords, filterProgram } from "./live.ts";
import type { Output } from "./output.ts";
import { type Savefile, savefileFor } from "./savefile.ts";
import { printing, sinkFor } from "./sinks.ts";

/** Reads or captures as the options say, prints and writes. Throws what the exit code is made of. */
export async function run(args: Arguments, output: Output): Promise<void> {
  const makeSink = sinkFor(args);
  if (args.has("D")) {
    output.writer.text(await deviceTable());
    return;
  }
  const meant = fileMeant(args);
  const dump = args.value("dump-filter");
  if (dump !== undefined) {
    output.writer.text(await filterProgram(captureFilter(args, meant), dump, args.value("r") ?? meant));
    return;
  }
  const savefile = savefileFor(args, args.value("r") ?? meant);
  const prints = savefile === undefined || printing.some((flag) => args.has(flag));
  const capture = openCapture(args, meant, savefile, prints);
  const sinks: Sink[] = prints ? [makeSink(output.writer, capture)] : [];
  if (savefile !== undefined) sinks.push(savefile);
  const interruption = new Interruption(capture);
  try {
    await Promise.race([pass(capture, sinks, output, args.has("l")), interruption.came]);
    for (const sink of sinks) sink.end?.();
    output.flush();
  } finally {
    interruption.release();
    try {
      capture.close();
      savefile?.close();
    } finally {
      if (capture instanceof LiveCapture) {
        output.flush();
        process.stderr.write(closingWords(capture.counts));
      }
    }
  }
  // Reading standard input cannot be called off.
  if (interruption.isOver) process.exit();
}

/** Hands all frames of the capture to the sinks. */
async function pass(capture: Capture, sinks: readonly Sink[], output: Output, atOnce: boolean): Promise<void> {
  const each: Parameters<Capture["read"]>[0] = (frame) => {
    for (const sink of sinks) sink.frame(frame);
    if (atOnce) output.flush();
    else output.flushFull();
  };
  while (await capture.read(each)) {
    if (!capture.ready) {
      output.flush();
      for (const sink of sinks) sink.flush?.();
    }
    // Files never make it wait: signals must get their turn all the same.
    if (!(capture instanceof LiveCapture)) await setImmediate();
  }
}

/** What SIGINT and SIGTERM do: a live capture is stopped and ends by itself, a file is left where reading it stands. */
class Interruption {
  /** Resolves when a file is to be left. */
  readonly came: Promise<void>;
  isOver = false;
  private stop = () => {};

  constructor(capture: Capture) {
    this.came = new Promise((resolve) => {
      this.stop = () => {
        if (capture instanceof LiveCapture) capture.stop();
        else {
          this.isOver = true;
          resolve();
        }
      };
    });
    process.once("SIGINT", this.stop).once("SIGTERM", this.stop);
  }

  release(): void {
    process.removeListener("SIGINT", this.stop).removeListener("SIGTERM", this.stop);
  }
}

function openCapture(args: Arguments, meant: string | undefined, savefile: Savefile | undefined, prints: boolean) {
  const options: OpenOptions = {};
  const count = args.number("c", 1);
  const displayFilter = args.value("Y");
  if (count !== undefined) options.count = count;
  if (displayFilter !== undefined) options.displayFilter = displayFilter;
  if (savefile !== undefined) options.tap = savefile.tap;
  options.dissect = prints || displayFilter !== undefined;
  if (meant !== undefined && !args.has("q")) process.stderr.write(`sniff: reading ${meant} (-r ${meant} was meant)\n`);
  const path = args.value("r") ?? meant;
  const filter = captureFilter(args, meant);
  if (filter !== "") options.filter = filter;
  if (path === undefined) return captureLive(args, options, savefile);
  if (args.has("i")) throw new UsageError("-r and -i: frames come from a file or from an interface, not both");
  const capture = open(path, options);
  savefile?.copy(capture);
  return capture;
}

/** `-f`, or the words after the options. */
function captureFilter(args: Arguments, meant: string | undefined): string {
  const words = args.words.slice(meant === undefined ? 0 : 1).join(" ");
  const given = args.value("f");
  if (given !== undefined && words !== "")
    throw new UsageError(`a capture filter is given twice: -f "${given}" and "${words}"`);
  return given ?? words;
}
