import { closeSync, fstatSync, ftruncateSync, openSync, type Stats, statSync } from "node:fs";
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
import { ClosedPipe } from "./output.ts";
import { printing } from "./sinks.ts";

const formats = ["pcapng", "pcap", "nsecpcap"] as const satisfies readonly SavefileFormat[];
const STDIN = 0;
const STDOUT = 1;

/** What the options say is written; undefined where nothing is. Throws {@link UsageError}. */
export function savefileFor(args: Arguments, input: string | undefined): Savefile | undefined {
  const path = args.value("w");
  const typed = args.value("F");
  const format = typed === undefined ? "pcapng" : formats.find((name) => name === typed);
  if (format === undefined) throw new UsageError(`-F ${typed}: there is ${formats.join(", ")}`);
  if (path === undefined) {
    if (typed === undefined) return undefined;
    throw new UsageError(`-F ${typed}: the file to write is missing (-w FILE)`);
  }
  if (path === "-" && printing.some((flag) => args.has(flag)))
    throw new UsageError("-w -: frames and text cannot both go to standard output");
  if (path === "-" && process.stdout.isTTY) throw new UsageError("-w -: standard output is a terminal");
  if (input !== undefined && isSame(input, path)) throw new UsageError(`-w ${path}: that is the file that is read`);
  return new Savefile(path, format, args.number("s", 0) ?? 0, args.has("U"));
}

/** True when both are one file, by whatever names. */
function isSame(input: string, output: string): boolean {
  const stat = (path: string, standard: number): Stats | undefined =>
    path === "-" ? fstatSync(standard) : statSync(path, { throwIfNoEntry: false });
  const [from, to] = [stat(input, STDIN), stat(output, STDOUT)];
  return from?.isFile() === true && to?.isFile() === true && from.dev === to.dev && from.ino === to.ino;
}

/** The file that `-w` names. It is made when it is begun, or by the first frame: not before the input proved readable. */
export class Savefile implements Sink {
  private readonly path: string;
  private readonly format: SavefileFormat;
  private readonly snaplen: number;
  private readonly flushesAlways: boolean;
  private capture: Capture | undefined;
  private descriptor = -1;
  private sink: SavefileSink | undefined;
  private failed = false;

  constructor(path: string, format: SavefileFormat, snaplen: number, flushesAlways: boolean) {
    this.path = path;
    this.format = format;
    this.snaplen = snaplen;
    this.flushesAlways = flushesAlways;
  }

  /** Sees what a pcapng capture holds besides frames. */
  readonly tap: BlockTap = (bytes, start, end) => this.guard((sink) => sink.tap(bytes, start, end));

  /** The capture that is written. Throws {@link UsageError} where it cannot be written in this format. */
  copy(capture: Capture): void {
    this.capture = capture;
    if (!(capture instanceof LiveCapture)) return;
    const types = [...new Set(capture.devices.map(({ linkType }) => linkType))];
    if (this.format !== "pcapng" && types.length > 1)
      throw new UsageError(`-F ${this.format} holds one link type only, and these devices have ${types.join(" and ")}`);
    this.sink = this.open();
  }

  frame(frame: Frame): void {
    this.guard((sink) => sink.frame(frame));
    if (this.flushesAlways) this.flush();
  }

  /** Writes what is known by now, the head included, so that whoever reads the file while it grows sees it. */
  flush(): void {
    if ((this.capture?.header?.linkType ?? -1) < 0) return;
    this.guard((sink) => {
      sink.begin();
      sink.flush();
    });
  }

  /** Completes the file, where there is anything to write. After a failure it is cut after its last whole frame. */
  close(): void {
    const begun = this.sink !== undefined || this.capture?.header !== undefined;
    try {
      if (begun && !this.failed) this.guard((sink) => sink.end());
    } finally {
      if (this.failed) this.cut();
      if (this.descriptor > STDOUT) closeSync(this.descriptor);
    }
  }

  private open(): SavefileSink {
    this.descriptor = this.path === "-" ? STDOUT : this.opened();
    return new SavefileSink(this.descriptor, this.format, {
      snaplen: this.snaplen,
      header: () => this.capture?.header,
    });
  }

  private opened(): number {
    try {
      return openSync(this.path, "w");
    } catch (error) {
      const given = (error as NodeJS.ErrnoException).code === "EACCES" && process.env["SUDO_UID"] !== undefined;
      const hint = given ? " (root's rights are given up before; -Z root keeps them)" : "";
      throw new UsageError(`-w ${this.path}: ${systemText(error)}${hint}`);
    }
  }

  private guard(write: (sink: SavefileSink) => void): void {
    const sink = (this.sink ??= this.open());
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

/** What the system says went wrong, without its code and call: `no space left on device`. */
function systemText(error: unknown): string {
  return (error as Error).message.replace(/^E[A-Z0-9]+: /, "").replace(/, \w+( '.*')?$/, "");
}
