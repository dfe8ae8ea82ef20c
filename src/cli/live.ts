import {
  abilities,
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
const ENGINES = ["libpcap", "cap"] as const;
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
    for (const text of started.warnings) say(`warning: ${text}`);
    if (remark !== undefined && !args.has("q")) say(remark);
    const on = started.devices.map(({ name, linkType }) => `${name}, link type ${linkType}`).join("; ");
    if (!args.has("q")) say(`capturing on ${on}`);
    return started;
  } catch (error) {
    started.close();
    throw error;
  }
}

function liveOptions(args: Arguments): CaptureOptions {
  const interfaces = args.all("i").flatMap(devicesNamed);
  const timestampType = args.value("time-stamp-type");
  const engine = args.value("engine");
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
    ...(timestampType !== undefined && { timestampType }),
    ...(engine !== undefined && { engine: oneOf("--engine", engine, ENGINES) }),
    ...(direction !== undefined && { direction: oneOf("-Q", direction, DIRECTIONS) }),
  };
}

function oneOf<T extends string>(option: string, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new UsageError(`${option} ${given}: there is ${choices.join(", ")}`);
  return found;
}

/** Devices by their number in the list, by a pattern of names (`eth*`), or one by its name. */
function devicesNamed(text: string): string[] {
  const isNumber = /^\d+$/.test(text);
  if (!isNumber && !/[*?[]/.test(text)) return [text];
  const names = devices().map(({ name }) => name);
  const found = isNumber ? names.slice(Number(text) - 1).slice(0, 1) : names.filter(matcher(text));
  if (found.length === 0 || text === "0") {
    const list = names.map((name, i) => `${i + 1} ${name}`).join(", ");
    throw new UsageError(`-i ${text}: ${isNumber ? "no such device" : "matches no device"}; there are: ${list}`);
  }
  say(`-i ${text} is ${found.join(", ")}`);
  return found;
}

/** What a shell's pattern matches: all devices at once is a device of its own and never meant. */
function matcher(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  let expression: RegExp;
  try {
    expression = new RegExp(`^${source}$`, "s");
  } catch {
    throw new UsageError(`-i ${pattern}: the bracket is not closed`);
  }
  return (name) => name !== "any" && expression.test(name);
}

/** What `-L` prints: what can be given to -y and to --time-stamp-type, for each device. */
export function abilitiesList(args: Arguments): string {
  const names = args.all("i").flatMap(devicesNamed);
  const lists = (names.length > 0 ? names : [undefined]).map((given) => {
    const { name, linkTypes, timestampTypes } = abilities(given, args.has("I") ? { monitor: true } : {});
    const lines = [`Data link types of interface ${name} (use option -y to set):`, ...linkTypes.map(indented)];
    if (timestampTypes.length > 0)
      lines.push(
        `Timestamp types of interface ${name} (use --time-stamp-type to set):`,
        ...timestampTypes.map(indented),
      );
    return `${lines.join("\n")}\n`;
  });
  return lists.join("");
}

const indented = (text: string): string => `  ${text}`;

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

function words({ captured, received, dropped, droppedByInterface, shed }: Counts): string[] {
  const packets = (count: number) => `${count} packet${count === 1 ? "" : "s"}`;
  const found = [
    `${packets(captured)} captured`,
    `${packets(received)} received by filter`,
    Number.isNaN(dropped) ? "packets dropped by kernel are not counted" : `${packets(dropped)} dropped by kernel`,
  ];
  if (shed > 0) found.push(`${packets(shed)} given up by sniff`);
  if (droppedByInterface > 0) found.push(`${packets(droppedByInterface)} dropped by interface`);
  return found;
}
