import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { closest } from "../index.ts";
import { aliases, dashed, type Flag, flags, habits } from "./flags.ts";

/** The command line cannot be followed; the message is for people, one line each. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was typed: switches, values in order, and the words after the options. */
export interface Arguments {
  /** True for a switch that was given. */
  has(name: string): boolean;
  /** The last value given for an option. */
  value(name: string): string | undefined;
  /** All values given for an option. */
  all(name: string): readonly string[];
  /** The one of these options that was given last. */
  last(...names: readonly string[]): string | undefined;
  /** A whole number given for an option. */
  number(name: string, least: number): number | undefined;
  /** A number of bytes given for an option, in K, M or G (of 1024) as well: `256M`. */
  bytes(name: string): number | undefined;
  /** Words after the options. */
  readonly words: readonly string[];
}

const byName = new Map(flags.map((flag) => [flag.name, flag]));

/** Every spelling there is, with what it means. */
const known = new Map<string, Flag>([
  ...byName,
  ...flags.flatMap((flag) => (flag.long ? [[flag.long, flag] as const] : [])),
  ...Object.entries(aliases).map(([long, name]) => [long, byName.get(name)!] as const),
]);

const options = Object.fromEntries(
  [...known].map(([name, { takes }]) => {
    const type = takes === undefined ? ("boolean" as const) : ("string" as const);
    return [name, { type, multiple: true, ...(name.length === 1 && { short: name }) }];
  }),
);

/** Throws a {@link UsageError} that says what was meant. */
function unknown(typed: string): never {
  const name = typed.replace(/^-+/, "").replace(/=.*/, "");
  const habit = habits[name];
  if (habit !== undefined) throw new UsageError(`${typed}: ${habit}`);
  const near = closest(
    name,
    flags
      .filter((flag) => flag.name.length > 1)
      .map((flag) => flag.name)
      .concat("help", "version"),
  );
  throw new UsageError(`unknown option ${typed}${near ? ` (did you mean --${near}?)` : ""}; sniff --help lists all`);
}

/** Reads the command line. Throws {@link UsageError} for what is unknown, incomplete or not built. */
export function parse(args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const order: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flag = known.get(token.name);
    if (flag === undefined || (token.rawName.startsWith("--") && token.name.length === 1)) unknown(token.rawName);
    if (flag.group === undefined) throw new UsageError(`${dashed(flag.name)}: ${flag.about} is not built yet`);
    if (flag.takes !== undefined && token.value === undefined)
      throw new UsageError(`${token.rawName} needs ${flag.takes}: ${flag.about}`);
    if (flag.takes === undefined && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
    const values = given.get(flag.name) ?? [];
    given.set(flag.name, values);
    values.push(token.value ?? "");
    order.push(flag.name);
  }
  if ((given.get("v")?.length ?? 0) > 1) throw new UsageError("-vv: every field of each frame is -V");
  const value = (name: string) => given.get(name)?.at(-1);
  return {
    words,
    value,
    has: (name) => given.has(name),
    all: (name) => given.get(name) ?? [],
    last: (...names) => order.findLast((name) => names.includes(name)),
    number(name, least) {
      const text = value(name);
      if (text === undefined) return undefined;
      const n = Number(text);
      if (!/^\d+$/.test(text) || n < least || !Number.isSafeInteger(n)) {
        throw new UsageError(`${dashed(name)} ${text}: a whole number from ${least} up is needed`);
      }
      return n;
    },
    bytes(name) {
      const text = value(name);
      if (text === undefined) return undefined;
      const [, digits, unit] = /^(\d+)([KMG]?)(?:i?B)?$/i.exec(text) ?? [];
      const n = Number(digits) * 1024 ** " KMG".indexOf(unit?.toUpperCase() || " ");
      if (n > 0 && Number.isSafeInteger(n)) return n;
      throw new UsageError(`${dashed(name)} ${text}: a number of bytes is needed, such as 256M or 1G`);
    },
  };
}

/** The names in the values of an option, separated by commas or blanks. */
export const namesIn = (values: readonly string[]): string[] =>
  values.flatMap((value) => value.split(/[\s,]+/)).filter(Boolean);

/** How capture files are called: nobody's capture filter is one such word. */
const CAPTURE_NAME = /\.(pcap|pcapng|cap|dmp|ntar|gz|zst|lz4)$/;

/**
 * The file that is meant by the first word: `sniff capture.pcap`, `sniff capture.pcap port 80`. Throws
 * {@link UsageError} where there is no such file.
 */
export function fileMeant(args: Arguments): string | undefined {
  const [word] = args.words;
  if (word === undefined || args.has("r") || args.has("i")) return undefined;
  const looksSo = CAPTURE_NAME.test(word);
  if (args.words.length > 1 && !looksSo) return undefined;
  if (statSync(word, { throwIfNoEntry: false })?.isDirectory() === false) return word;
  if (looksSo) throw new UsageError(`${word}: no such file`);
  return undefined;
}
