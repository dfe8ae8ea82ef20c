import { type Arguments, UsageError } from "./arguments.ts";
import { dashed } from "./flags.ts";
import { strftime } from "./strftime.ts";

/** When the file that is written is full, and what the files are called. */
export interface Rotation {
  /** Bytes and frames that fill a file. */
  readonly bytes: number;
  readonly frames: number;
  /** Seconds after which the next file begins. */
  readonly seconds: number;
  /** What they count from: the file's first moment, the capture's, or 1970, so that files begin on the minute or hour. */
  readonly from: "file" | "capture" | "epoch";
  /** Files kept, this one included: older ones are deleted. */
  readonly kept: number;
  /** Files written in all: the capture ends when the last is full. */
  readonly files: number;
  /** The name of the `number`th file, from 0, begun at `time`. Called once a file, in order. */
  name(number: number, time: Date): string;
}

/** When the options say that the capture ends by itself. */
export interface Autostop {
  readonly seconds: number;
  readonly frames: number;
  /** Of the file that is written, and how many files. */
  readonly bytes: number;
  readonly files: number;
}

const NEVER = Number.POSITIVE_INFINITY;
/** tshark's kB, tcpdump's millions of bytes, and the letters that may follow those. */
const KB = 1000;
const MB = 1_000_000;
const UNITS: Readonly<Record<string, number>> = { "": MB, k: 1 << 10, m: 1 << 20, g: 1 << 30 };
/** Digits of the numbers tshark gives files. */
const NUMBER_DIGITS = 5;

/** `-a`: `duration:SECONDS`, `filesize:KB`, `files:N`, `packets:N`. Throws {@link UsageError}. */
export function autostopOf(args: Arguments): Autostop {
  const { duration, filesize, files, packets } = conditions(args, "a", ["duration", "filesize", "files", "packets"]);
  if ((filesize ?? files) !== undefined && !args.has("w"))
    throw new UsageError(`-a ${filesize ? "filesize" : "files"}: the file to write is missing (-w FILE)`);
  if (files !== undefined && !args.has("b")) throw new UsageError("-a files: when a file is full is missing (-b WHEN)");
  if (duration !== undefined && args.has("r")) throw new UsageError("-a duration: a file is read to its end");
  return {
    seconds: duration ?? NEVER,
    frames: packets ?? NEVER,
    bytes: (filesize ?? NEVER) * KB,
    files: files ?? NEVER,
  };
}

/** tcpdump's `-C`, `-G`, `-W` or tshark's `-b`; undefined where one file holds all. Throws {@link UsageError}. */
export function rotationOf(args: Arguments, path: string, stop: Autostop): Rotation | undefined {
  const given = ["b", "C", "G", "W", "post-rotate"].filter((flag) => args.has(flag));
  const theirs = given.filter((flag) => flag.length === 1 && flag !== "b");
  if (given.length > 0 && path === "-")
    throw new UsageError(`${dashed(given[0]!)}: standard output is not rotated; name a file with -w`);
  if (theirs.length > 0 && args.has("b"))
    throw new UsageError(`${dashed(theirs[0]!)} and -b: rotate in one way or the other`);
  if (args.has("b")) return ringOf(args, path, stop);
  if (theirs.length > 0) return sizedOrTimed(args, path, stop);
  if (stop.bytes === NEVER) return undefined;
  return { ...never, bytes: stop.bytes, files: 1, name: () => path };
}

const never = { bytes: NEVER, frames: NEVER, seconds: NEVER, from: "file", kept: NEVER, files: NEVER } as const;

/** tshark's `-b`: `duration:SECONDS`, `interval:SECONDS`, `filesize:KB`, `packets:N` and `files:N` to keep. */
function ringOf(args: Arguments, path: string, stop: Autostop): Rotation {
  const told = conditions(args, "b", ["duration", "interval", "filesize", "packets", "files"]);
  const { duration, interval, filesize, packets, files } = told;
  if ((duration ?? interval ?? filesize ?? packets) === undefined)
    throw new UsageError(
      "-b files: when a file is full is missing (-b filesize:KB, duration:SECONDS, interval:SECONDS)",
    );
  if (duration !== undefined && interval !== undefined)
    throw new UsageError("-b duration and -b interval: files begin by one or the other");
  const [, stem = path, suffix = ""] = /^(.*[^/])(\.[^./]+)$/s.exec(path) ?? [];
  return {
    bytes: Math.min((filesize ?? NEVER) * KB, stop.bytes),
    frames: packets ?? NEVER,
    seconds: duration ?? interval ?? NEVER,
    from: interval === undefined ? "file" : "epoch",
    kept: files ?? NEVER,
    files: stop.bytes < NEVER ? 1 : stop.files,
    name: (number, time) =>
      `${stem}_${String(number + 1).padStart(NUMBER_DIGITS, "0")}_${strftime("%Y%m%d%H%M%S", time)}${suffix}`,
  };
}

/** tcpdump's `-C` and `-G`, and `-W`: with -C the numbers go round, with -G alone the capture ends after so many files. */
function sizedOrTimed(args: Arguments, path: string, stop: Autostop): Rotation {
  const size = args.value("C");
  const seconds = args.has("G") ? args.number("G", 1) : undefined;
  const count = args.number("W", 1);
  if ((size ?? seconds) === undefined) throw new UsageError("-W: when a file is full is missing (-C MB or -G SECONDS)");
  const digits = String((count ?? 1) - 1).length;
  let number = -1;
  let period = "";
  return {
    ...never,
    // Theirs is full when it is larger than that, not when it has reached it.
    bytes: Math.min(size === undefined ? NEVER : bytesIn(size) + 1, stop.bytes),
    seconds: seconds ?? NEVER,
    from: "capture",
    files: stop.bytes < NEVER ? 1 : size === undefined ? (count ?? NEVER) : NEVER,
    name: (_, time) => {
      const base = seconds === undefined ? path : strftime(path, time);
      number = base === period ? number + 1 : 0;
      period = base;
      if (size === undefined) return base;
      if (count !== undefined) return `${base}${String(number % count).padStart(digits, "0")}`;
      return number === 0 ? base : `${base}${number}`;
    },
  };
}

/** A size as tcpdump takes it: millions of bytes, or KiB, MiB, GiB by its letter. */
function bytesIn(text: string): number {
  const [, digits, letter = ""] = /^(\d+)([kmg]?)$/i.exec(text) ?? [];
  if (!Number(digits)) throw new UsageError(`-C ${text}: a size in millions of bytes is needed, or with k, m or g`);
  return Number(digits) * UNITS[letter.toLowerCase()]!;
}

/** The values of an option that takes `what:number`. */
function conditions<T extends string>(args: Arguments, flag: string, known: readonly T[]): Partial<Record<T, number>> {
  const found: Partial<Record<T, number>> = {};
  for (const text of args.all(flag)) {
    const [what, number = ""] = text.split(":", 2);
    const name = known.find((one) => one === what);
    const value = Number(number);
    if (name === undefined || !(value > 0) || !(Number.isInteger(value) || what === "duration"))
      throw new UsageError(`-${flag} ${text}: there is ${known.map((one) => `${one}:N`).join(", ")}`);
    found[name] = value;
  }
  return found;
}
