import * as library from "../index.ts";
import { type Capture, open, type OpenOptions } from "../index.ts";
import { type Arguments, fileMeant, UsageError } from "./arguments.ts";
import type { Output } from "./output.ts";
import { sinkFor } from "./sinks.ts";

/** What `-i` and its kin say; see `openLive`. */
export interface LiveOptions extends OpenOptions {
  /** Interfaces to capture on; empty: the default one. */
  interfaces: readonly string[];
  /** Capture filter as libpcap reads it; empty: everything. */
  filter: string;
  promiscuous: boolean;
  /** Bytes kept of each frame; undefined: all. */
  snaplen: number | undefined;
  /** The kernel's buffer in MiB; undefined: the engine's default. */
  bufferSize: number | undefined;
  signal: AbortSignal;
}

/** The live engine, where this build has one. */
interface Engine {
  openLive?(options: LiveOptions): Capture | Promise<Capture>;
  listInterfaces?(): string | Promise<string>;
}
const engine: Engine = library as Engine;

/** Reads or captures as the options say and prints. Throws what the exit code is made of. */
export async function run(args: Arguments, output: Output): Promise<void> {
  const makeSink = sinkFor(args);
  if (args.has("D")) {
    if (!engine.listInterfaces) throw new UsageError("-D: live capture is not built yet");
    output.writer.text(await engine.listInterfaces());
    return;
  }
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const capture = await openCapture(args, stop.signal);
  const sink = makeSink(output.writer, capture);
  const each: Parameters<Capture["read"]>[0] = args.has("l")
    ? (frame) => {
        sink.frame(frame);
        output.flush();
      }
    : (frame) => {
        sink.frame(frame);
        output.flushFull();
      };
  try {
    while (!stop.signal.aborted && (await capture.read(each))) if (!capture.ready) output.flush();
  } finally {
    sink.end?.();
    capture.close();
    process.removeListener("SIGINT", interrupt).removeListener("SIGTERM", interrupt);
  }
}

async function openCapture(args: Arguments, signal: AbortSignal): Promise<Capture> {
  const options: OpenOptions = {};
  const count = args.number("c", 1);
  const displayFilter = args.value("Y");
  if (count !== undefined) options.count = count;
  if (displayFilter !== undefined) options.displayFilter = displayFilter;
  const meant = fileMeant(args);
  if (meant !== undefined && !args.has("q")) process.stderr.write(`sniff: reading ${meant} (-r ${meant} was meant)\n`);
  const path = args.value("r") ?? meant;
  if (path === undefined) return openLive(args, options, signal);
  if (args.has("i")) throw new UsageError("-r and -i: frames come from a file or from an interface, not both");
  const filter = captureFilter(args, meant);
  if (filter !== "") throw new UsageError(`capture filter "${filter}": for files it is not built yet; -Y takes a display filter`);
  return open(path, options);
}

/** `-f`, or the words after the options. */
function captureFilter(args: Arguments, meant: string | undefined): string {
  const words = meant === undefined ? args.words.join(" ") : "";
  const given = args.value("f");
  if (given !== undefined && words !== "") throw new UsageError(`a capture filter is given twice: -f "${given}" and "${words}"`);
  return given ?? words;
}

async function openLive(args: Arguments, options: OpenOptions, signal: AbortSignal): Promise<Capture> {
  if (!engine.openLive) throw new UsageError("live capture is not built yet; -r FILE reads a capture file");
  return engine.openLive({
    ...options, signal,
    interfaces: args.all("i"), filter: captureFilter(args, undefined), promiscuous: !args.has("p"),
    snaplen: args.number("s", 0) || undefined, bufferSize: args.number("B", 1),
  });
}
