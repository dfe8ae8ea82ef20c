import { createRequire } from "node:module";
import {
  CaptureError,
  DecodeAsError,
  FilterError,
  glossaries,
  jsonSchema,
  LiveError,
  NameError,
  registry,
  StatisticError,
} from "../index.ts";
import { type Arguments, parse, UsageError } from "./arguments.ts";
import { doctor } from "./doctor.ts";
import { help } from "./help.ts";
import { ClosedPipe, leaveClosedTerminal, Output, say } from "./output.ts";
import { registryFor } from "./preferences.ts";
import { run } from "./run.ts";
import { statisticsHelp } from "./statistics.ts";

const DONE = 0;
const FAILED = 1;
const USAGE = 2;

/** What the user can put right by typing something else. */
const usageErrors = [UsageError, CaptureError, FilterError, DecodeAsError, StatisticError, NameError] as const;

/** What is wrong with an input that cannot be read, by the system's code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "no permission to read it",
  EISDIR: "a folder is no capture file",
};

/** Runs the command line; resolves to the exit code: 0 done, 1 failed while running, 2 usage or unreadable input. */
export async function main(args: readonly string[]): Promise<number> {
  const output = new Output();
  try {
    const parsed = parse(args);
    if (!answer(parsed, output)) await run(parsed, output);
    output.flush();
    return DONE;
  } catch (error) {
    return report(error, output);
  } finally {
    leaveClosedTerminal();
  }
}

/** Prints what needs no capture; true when that was asked for. */
function answer(args: Arguments, { writer }: Output): boolean {
  if (args.has("h")) writer.text(help());
  else if (args.has("doctor")) doctor((text) => writer.text(text));
  else if (args.has("v")) {
    const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
    writer.text(`sniff ${version}\n`);
  } else if (args.all("z").includes("help")) writer.text(statisticsHelp());
  else if (args.has("schema")) writer.text(`${JSON.stringify(jsonSchema(registry, args.has("annotate")), null, 1)}\n`);
  else if (args.has("G") && !/^\d+$/.test(args.value("G")!)) glossary(args, writer);
  else return false;
  return true;
}

function glossary(args: Arguments, writer: Output["writer"]): void {
  const name = args.value("G")!;
  const write = Object.hasOwn(glossaries, name) ? glossaries[name] : undefined;
  if (write === undefined) throw new UsageError(`-G ${name}: there is ${Object.keys(glossaries).join(", ")}`);
  write(writer, registryFor(args));
}

/** Says what went wrong, after what was printed before; resolves to the exit code. */
function report(error: unknown, output: Output): number {
  if (error instanceof ClosedPipe) return DONE;
  try {
    output.flush();
  } catch (closed) {
    if (closed instanceof ClosedPipe) return DONE;
  }
  const { message, code = "", path } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  const lines = reason
    ? [path ? `${path}: ${reason}` : reason]
    : error instanceof UsageError
      ? message.split("\n")
      : [error instanceof DecodeAsError ? `-d ${message}` : message];
  for (const line of lines) say(line);
  if (error instanceof LiveError) return error.reason === "gone" ? FAILED : USAGE;
  const isUsage = usageErrors.some((type) => error instanceof type);
  return isUsage || reason !== undefined ? USAGE : FAILED;
}
