import { setImmediate } from "node:timers/promises";
import { type Capture, CaptureError, LiveCapture, LiveError, type OpenOptions, open, type Sink } from "../index.ts";
import { type Arguments, fileMeant, UsageError } from "./arguments.ts";
import { deviceTable } from "./devices.ts";
import { Interruption } from "./interruption.ts";
import { abilitiesList, captureLive, filterProgram } from "./live.ts";
import { resolverFor } from "./names.ts";
import { type Output, say } from "./output.ts";
import { registryFor } from "./preferences.ts";
import { autostopOf } from "./rotation.ts";
import { Finished, type Savefile, savefileFor } from "./savefile.ts";
import { printing, sinkFor } from "./sinks.ts";
import { statisticsFor } from "./statistics.ts";
import { Watch } from "./watch.ts";

/** Reads or captures as the options say, prints and writes. Throws what the exit code is made of. */
export async function run(args: Arguments, output: Output): Promise<void> {
  const makeStatistics = await statisticsFor(args);
  const makeSink = sinkFor(args);
  if (args.has("D")) {
    output.writer.text(await deviceTable());
    return;
  }
  if (args.has("L")) {
    output.writer.text(abilitiesList(args));
    return;
  }
  const meant = fileMeant(args);
  const dump = args.value("dump-filter");
  if (dump !== undefined) {
    output.writer.text(await filterProgram(captureFilter(args, meant), dump, args.value("r") ?? meant));
    return;
  }
  const stop = autostopOf(args);
  const savefile = savefileFor(args, args.value("r") ?? meant, captureFilter(args, meant), stop);
  const isAsked = printing.some((flag) => args.has(flag) && !(flag === "T" && args.has("z")));
  const prints = isAsked || (savefile === undefined && makeStatistics.length === 0);
  const interruption = new Interruption();
  const capture = openCapture(args, meant, savefile, prints || makeStatistics.length > 0, stop.frames);
  interruption.watch(capture);
  const isLive = capture instanceof LiveCapture;
  const watch = isLive && new Watch(capture, savefile, !prints && !args.has("q"), stop.seconds);
  if (isLive) output.unblock();
  let last: number | undefined;
  let fault: unknown;
  try {
    const makers = prints ? [makeSink, ...makeStatistics] : makeStatistics;
    const sinks: Sink[] = makers.map((make) => make(output.writer, capture));
    if (savefile !== undefined) sinks.push(savefile);
    const passed = isLive
      ? passLive(capture, sinks, output, () => interruption.isOver)
      : passFile(capture, sinks, output, args.has("l"));
    await Promise.race([passed, interruption.came, savefile?.trouble ?? passed]).catch((error: unknown) => {
      if (error instanceof Finished) last = error.frame;
      else if (error instanceof CaptureError || error instanceof LiveError) fault = error;
      else throw error;
    });
    for (const sink of sinks) sink.end?.();
    if (isLive) await output.drain(() => interruption.isOver);
    else output.flush();
    if (fault !== undefined) throw fault;
  } finally {
    try {
      capture.close();
      savefile?.close();
    } finally {
      if (watch) watch.end(last);
      sayForgotten(capture, args.value("max-memory") ?? "256M");
      interruption.release();
    }
  }
  // Reading standard input cannot be called off.
  if (interruption.isOver && !isLive) process.exit();
}

/** Says what was forgotten to stay inside `most`, where that is anything. */
function sayForgotten({ forgotten }: Capture, most: string): void {
  const parts = [...forgotten].map(([what, count]) => `${count.toLocaleString("en")} ${what}`);
  if (parts.length > 0) say(`${parts.join(", ")} forgotten to stay inside --max-memory ${most}`);
}

/** Hands all frames of a file to the sinks. */
async function passFile(capture: Capture, sinks: readonly Sink[], output: Output, atOnce: boolean): Promise<void> {
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
    await setImmediate();
  }
}

/** The same for a live capture. While the reader of the lines is behind, frames stay in the kernel's buffer. */
async function passLive(
  capture: Capture,
  sinks: readonly Sink[],
  output: Output,
  isOver: () => boolean,
): Promise<void> {
  const each: Parameters<Capture["read"]>[0] = (frame) => {
    for (const sink of sinks) sink.frame(frame);
  };
  while (await capture.read(each)) {
    if (!capture.ready) for (const sink of sinks) sink.flush?.();
    await output.drain(isOver);
  }
}

function openCapture(
  args: Arguments,
  meant: string | undefined,
  savefile: Savefile | undefined,
  prints: boolean,
  most: number,
) {
  const options: OpenOptions = { registry: registryFor(args) };
  const count = Math.min(args.number("c", 1) ?? most, most);
  const displayFilter = args.value("Y");
  if (count < Number.POSITIVE_INFINITY) options.count = count;
  if (displayFilter !== undefined) options.displayFilter = displayFilter;
  if (args.has("d")) options.decodeAs = args.all("d");
  const maxMemory = args.bytes("max-memory");
  if (maxMemory !== undefined) options.maxMemory = maxMemory;
  options.dissect = prints || displayFilter !== undefined;
  if (meant !== undefined && !args.has("q")) process.stderr.write(`sniff: reading ${meant} (-r ${meant} was meant)\n`);
  options.names = resolverFor(args);
  const path = args.value("r") ?? meant;
  const filter = captureFilter(args, meant);
  if (filter !== "") options.filter = filter;
  if (path === undefined) return captureLive(args, options, savefile);
  if (args.has("i")) throw new UsageError("-r and -i: frames come from a file or from an interface, not both");
  if (savefile !== undefined) options.tap = savefile.tap;
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
