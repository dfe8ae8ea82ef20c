import {
  type CaptureOptions,
  type Counts,
  capture,
  devices,
  dumpFilter,
  type FilterDump,
  type LiveCapture,
  type OpenOptions,
  open,
} from "../index.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { say } from "./output.ts";
import { dropPrivileges } from "./privileges.ts";
import type { Savefile } from "./savefile.ts";

const LINKTYPE_ETHERNET = 1;
const DIRECTIONS = ["in", "out", "inout"] as const;
const STYLES = ["asm", "c", "decimal"] as const;

/**
 * Starts capturing as the options say, gives up root's rights, makes the file to write and says on what it captures.
 * Throws `LiveError`, or `UsageError` for what cannot be meant.
 */
export function captureLive(args: Arguments, common: OpenOptions, savefile: Savefile | undefined): LiveCapture {
  const started = capture({ ...common, ...liveOptions(args) });
  try {
    const remark = dropPrivileges(args.value("Z"));
    savefile?.copy(started);
    for (const text of [...started.warnings, ...(remark ? [remark] : [])]) say(`warning: ${text}`);
    const on = started.devices.map(({ name, linkType }) => `${name}, link type ${linkType}`).join("; ");
    if (!args.has("q")) say(`capturing on ${on}`);
    return started;
  } catch (error) {
    started.close();
    throw error;
  }
}

function liveOptions(args: Arguments): CaptureOptions {
  const interfaces = args.all("i").map(deviceNamed);
  const snaplen = args.number("s", 0);
  const bufferMiB = args.number("B", 1);
  const linkType = args.value("y");
  const direction = args.value("Q");
  return {
    promiscuous: !args.has("p"),
    ...(interfaces.length > 0 && { interface: interfaces }),
    ...(snaplen && { snaplen }),
    ...(bufferMiB !== undefined && { bufferMiB }),
    ...(args.has("I") && { monitor: true }),
    ...(linkType !== undefined && { linkType }),
    ...(direction !== undefined && { direction: oneOf("-Q", direction, DIRECTIONS) }),
  };
}

function oneOf<T extends string>(option: string, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new UsageError(`${option} ${given}: there is ${choices.join(", ")}`);
  return found;
}

/** A device by its number in the list of devices, or by its name. */
function deviceNamed(text: string): string {
  return /^\d+$/.test(text) ? (devices()[Number(text) - 1]?.name ?? text) : text;
}

/** The program a capture filter compiles to, for the link type of a file's first frame, or for Ethernet. */
export async function filterProgram(text: string, style: string, path: string | undefined): Promise<string> {
  let linkType = LINKTYPE_ETHERNET;
  if (path !== undefined) {
    const file = open(path, { count: 1 });
    await file.read((frame) => {
      linkType = frame.linkType;
    });
    file.close();
  }
  return dumpFilter(text, { linkType }, oneOf<FilterDump>("--dump-filter", style, STYLES));
}

/** What became of the frames, in tcpdump's words: a line each. */
export const closingWords = (counts: Counts): string => `${words(counts).join("\n")}\n`;

/** The same in one line. */
export const summary = (counts: Counts): string => words(counts).join(", ");

function words({ captured, received, dropped, droppedByInterface }: Counts): string[] {
  const packets = (count: number) => `${count} packet${count === 1 ? "" : "s"}`;
  const found = [
    `${packets(captured)} captured`,
    `${packets(received)} received by filter`,
    `${packets(dropped)} dropped by kernel`,
  ];
  if (droppedByInterface > 0) found.push(`${packets(droppedByInterface)} dropped by interface`);
  return found;
}
