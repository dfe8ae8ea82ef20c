import { closeSync, fstatSync, ftruncateSync, openSync, type Stats, statSync, unlinkSync } from "node:fs";
import { cpus, release, type } from "node:os";
import {
  type BlockTap,
  type Capture,
  CaptureError,
  type Frame,
  LiveCapture,
  type SavefileFormat,
  SavefileSink,
  type Sink,
} from "../index.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { dashed } from "./flags.ts";
import { ClosedPipe, say } from "./output.ts";
import { type Autostop, type Rotation, rotationOf } from "./rotation.ts";
import { printing } from "./sinks.ts";

const formats = ["pcapng", "pcap", "nsecpcap"] as const satisfies readonly SavefileFormat[];
const STDIN = 0;
const STDOUT = 1;
/** The descriptor of a file that is not open yet. */
const NONE = -1;
/** The longest a timer can wait, milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** The last file is full: nothing more is to be read. */
export class Finished extends Error {
  /** The number of the frame it ends with. */
  readonly frame: number;

  constructor(frame: number) {
    super("the last file is full");
    this.frame = frame;
  }
}

/** How a capture is written. */
export interface SavefileStyle {
  readonly format: SavefileFormat;
  /** Most bytes kept of each frame, for the headers; 0 for what the capture says. */
  readonly snaplen: number;
  /** Hands each frame to the file at once. */
  readonly flushesAlways: boolean;
  /** When the next file begins; absent: never. */
  readonly rotation: Rotation | undefined;
  /** Is started with the name of each file of several that is complete. */
  readonly command: string | undefined;
  readonly comment: string | undefined;
  readonly filter: string;
}

/** What the options say is written; undefined where nothing is. Throws {@link UsageError}. */
export function savefileFor(
  args: Arguments,
  input: string | undefined,
  filter: string,
  stop: Autostop,
): Savefile | undefined {
  const path = args.value("w");
  const typed = args.value("F");
  const format = typed === undefined ? "pcapng" : formats.find((name) => name === typed);
  if (format === undefined) throw new UsageError(`-F ${typed}: there is ${formats.join(", ")}`);
  if (path === undefined) {
    const without = ["F", "C", "G", "W", "b", "post-rotate", "capture-comment"].find((flag) => args.has(flag));
    if (without === undefined) return undefined;
    throw new UsageError(`${dashed(without)} ${args.value(without)}: the file to write is missing (-w FILE)`);
  }
  if (path === "-" && printing.some((flag) => args.has(flag)))
    throw new UsageError("-w -: frames and text cannot both go to standard output");
  if (path === "-" && process.stdout.isTTY) throw new UsageError("-w -: standard output is a terminal");
  if (input !== undefined && isSame(input, path)) throw new UsageError(`-w ${path}: that is the file that is read`);
  const comment = args.value("capture-comment");
  if (comment !== undefined && format !== "pcapng")
    throw new UsageError(`--capture-comment: only pcapng holds one, not -F ${format}`);
  const command = args.value("post-rotate");
  const rotation = rotationOf(args, path, stop);
  if (command !== undefined && rotation === undefined)
    throw new UsageError("--post-rotate: when a file is full is missing (-C MB, -G SECONDS or -b WHEN)");
  const snaplen = args.number("s", 0) ?? 0;
  return new Savefile(path, { format, snaplen, flushesAlways: args.has("U"), rotation, command, comment, filter });
}

/** True when both are one file, by whatever names. */
function isSame(input: string, output: string): boolean {
  const stat = (path: string, standard: number): Stats | undefined =>
    path === "-" ? fstatSync(standard) : statSync(path, { throwIfNoEntry: false });
  const [from, to] = [stat(input, STDIN), stat(output, STDOUT)];
  return from?.isFile() === true && to?.isFile() === true && from.dev === to.dev && from.ino === to.ino;
}

/**
 * The file that `-w` names, or one after the other. It is made when it is begun, or by the first frame: not before the
 * input proved readable.
 */
export class Savefile implements Sink {
  private readonly named: string;
  private readonly style: SavefileStyle;
  private capture: Capture | undefined;
  private sink: SavefileSink | undefined;
  private descriptor = NONE;
  /** The file being written, and those written before that were not deleted. */
  private path: string;
  private readonly paths: string[] = [];
  private number = 0;
  private frames = 0;
  /** Bytes of the files before this one. */
  private before = 0;
  /** When the next file begins, seconds since 1970. */
  private deadline = Number.POSITIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private failed = false;
  private reject: (error: unknown) => void = () => {};
  /** Rejects when a file cannot be begun at its time. */
  readonly trouble = new Promise<never>((_, reject) => {
    this.reject = reject;
  });

  constructor(path: string, style: SavefileStyle) {
    this.named = this.path = path;
    this.style = style;
    this.trouble.catch(() => {});
  }

  /** Bytes written so far, of all files. */
  get size(): number {
    return this.before + (this.sink?.size ?? 0);
  }

  /** Sees what a pcapng capture holds besides frames. */
  readonly tap: BlockTap = (bytes, start, end) => this.guard((sink) => sink.tap(bytes, start, end));

  /** The capture that is written. Throws {@link UsageError} where it cannot be written in this format. */
  copy(capture: Capture): void {
    this.capture = capture;
    if (!(capture instanceof LiveCapture)) return;
    const types = [...new Set(capture.devices.map(({ linkType }) => linkType))];
    if (this.style.format !== "pcapng" && types.length > 1)
      throw new UsageError(
        `-F ${this.style.format} holds one link type only, and these devices have ${types.join(" and ")}`,
      );
    this.begin(Date.now() / 1000);
    this.flush();
    this.wait();
  }

  /** Throws {@link Finished} when it was the last that is to be written. */
  frame(frame: Frame): void {
    const { rotation, flushesAlways } = this.style;
    const now = rotation === undefined || this.capture instanceof LiveCapture ? Number.NaN : timeOf(frame);
    if (this.descriptor === NONE) this.begin(now);
    else if (now > 0 && this.deadline === Number.POSITIVE_INFINITY) this.deadline = this.after(now);
    if (rotation !== undefined) {
      if (this.isFull(rotation)) this.turn(now, this.deadline);
      else if (now >= this.deadline) {
        if (this.isLast(rotation)) throw new Finished(frame.number - 1);
        this.turn(now, this.after(now));
      }
    }
    this.guard((sink) => sink.frame(frame));
    this.frames++;
    if (flushesAlways) this.flush();
    if (rotation !== undefined && this.isFull(rotation) && this.isLast(rotation)) throw new Finished(frame.number);
  }

  /** Writes what is known by now, the head included, so that whoever reads the file while it grows sees it. */
  flush(): void {
    if ((this.capture?.header?.linkType ?? -1) < 0) return;
    if (this.descriptor === NONE) this.begin(Number.NaN);
    this.guard((sink) => {
      sink.begin();
      sink.flush();
    });
  }

  /** Completes the file, where there is anything to write. After a failure it is cut after its last whole frame. */
  close(): void {
    clearTimeout(this.timer);
    const begun = this.sink !== undefined || this.capture?.header !== undefined;
    if (!begun) return;
    if (this.descriptor === NONE && !this.failed) this.begin(Number.NaN);
    this.complete();
  }

  private isFull({ bytes, frames }: Rotation): boolean {
    return this.frames >= frames || this.sink!.size >= bytes;
  }

  private isLast({ files }: Rotation): boolean {
    return this.number >= files;
  }

  /** The first deadline after `now`. */
  private after(now: number): number {
    const { seconds = Number.POSITIVE_INFINITY, from } = this.style.rotation ?? {};
    if (seconds === Number.POSITIVE_INFINITY) return seconds;
    const start = from === "epoch" ? 0 : this.deadline === Number.POSITIVE_INFINITY ? now : this.deadline;
    return start + (Math.floor((now - start) / seconds) + 1) * seconds;
  }

  /** Opens the first file; `time` is what its name may say, now where it is no number. */
  private begin(time: number): void {
    const now = Number.isNaN(time) ? Date.now() / 1000 : time;
    this.open(now);
    if (!Number.isNaN(time)) this.deadline = this.after(now);
    this.made().turnTo(this.descriptor);
  }

  /** Completes the file and goes on with the next. */
  private turn(time: number, deadline: number): void {
    const now = Number.isNaN(time) ? Date.now() / 1000 : time;
    this.before += this.sink!.size;
    this.complete();
    this.open(now);
    this.sink!.turnTo(this.descriptor);
    const { from, seconds } = this.style.rotation!;
    this.deadline = from === "file" ? now + seconds : deadline;
    if (this.capture instanceof LiveCapture) {
      this.flush();
      this.wait();
    }
  }

  /** Waits for the time of the next file. */
  private wait(): void {
    clearTimeout(this.timer);
    if (this.deadline === Number.POSITIVE_INFINITY) return;
    this.timer = setTimeout(() => this.timeUp(), Math.min(LONGEST, this.deadline * 1000 - Date.now()));
    this.timer.unref();
  }

  private timeUp(): void {
    const now = Date.now() / 1000;
    if (now < this.deadline) this.wait();
    else if (this.isLast(this.style.rotation!)) (this.capture as LiveCapture).stop();
    else {
      try {
        this.turn(now, this.after(now));
      } catch (error) {
        this.reject(error);
      }
    }
  }

  private made(): SavefileSink {
    const { format, snaplen, comment, filter } = this.style;
    const { capture } = this;
    const live = capture instanceof LiveCapture;
    this.sink ??= new SavefileSink(this.descriptor, format, {
      snaplen,
      header: () => this.capture?.header,
      notes: {
        ...(comment !== undefined && { comment }),
        ...(live && { hardware: cpus()[0]?.model ?? process.arch, system: `${type()} ${release()}` }),
        ...(live && { interfaces: capture.interfaces }),
        ...(live && filter !== "" && { filter }),
      },
    });
    return this.sink;
  }

  private open(now: number): void {
    const { rotation } = this.style;
    this.path = rotation?.name(this.number, new Date(now * 1000)) ?? this.named;
    this.descriptor = this.path === "-" ? STDOUT : this.opened();
    this.number++;
    this.frames = 0;
    if (rotation === undefined) return;
    this.paths.push(this.path);
    if (this.paths.length > rotation.kept) remove(this.paths.shift()!);
  }

  private opened(): number {
    try {
      return openSync(this.path, "w");
    } catch (error) {
      this.failed = true;
      const given = (error as NodeJS.ErrnoException).code === "EACCES" && process.env["SUDO_UID"] !== undefined;
      const hint = given ? " (root's rights are given up before; -Z root keeps them)" : "";
      const text = `-w ${this.path}: ${systemText(error)}${hint}`;
      throw this.number === 0 ? new UsageError(text) : new Error(text);
    }
  }

  /** Ends the file and closes it. */
  private complete(): void {
    const { descriptor } = this;
    try {
      if (!this.failed) this.guard((sink) => sink.end());
    } finally {
      if (this.failed) this.cut();
      this.descriptor = NONE;
      if (descriptor > STDOUT) closeSync(descriptor);
    }
    const { command, rotation } = this.style;
    if (!this.failed && command !== undefined && rotation !== undefined) run(command, this.path);
  }

  private guard(write: (sink: SavefileSink) => void): void {
    const sink = this.made();
    try {
      write(sink);
    } catch (error) {
      if (error instanceof CaptureError) throw error;
      this.failed = true;
      if ((error as NodeJS.ErrnoException).code === "EPIPE") throw new ClosedPipe();
      throw new Error(`-w ${this.path}: ${systemText(error)}`);
    }
  }

  private cut(): void {
    if (this.descriptor > STDOUT && fstatSync(this.descriptor).isFile())
      ftruncateSync(this.descriptor, this.sink?.whole ?? 0);
  }
}

const timeOf = ({ seconds, nanoseconds }: Frame): number => seconds + nanoseconds / 1e9;

/** Deletes the oldest file of a ring; somebody may have been there before. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") say(`warning: ${path} stays: ${systemText(error)}`);
  }
}

/** Starts the command that is to do something with a complete file, and leaves it to itself. */
function run(command: string, path: string): void {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(command, [path], { detached: true, stdio: ["ignore", "ignore", "inherit"] });
  child.on("error", (error) => say(`warning: --post-rotate ${command}: ${systemText(error)}`));
  child.unref();
}

/** What the system says went wrong, without its code and call: `no space left on device`. */
function systemText(error: unknown): string {
  return (error as Error).message.replace(/^E[A-Z0-9]+: /, "").replace(/, \w+( '.*')?$/, "");
}
