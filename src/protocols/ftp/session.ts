import type { Memory } from "../../core/memory.ts";
import { StreamStates } from "../../streams/stream-states.ts";

/** The port servers connect from (RFC 959 section 5.2). */
export const DATA_PORT = 20;

/** About how many bytes a session takes, its texts not counted. */
const SIZE = 120;
/** Paths are followed up to this length. */
const LONGEST_PATH = 1024;
const DONE = 250;
const PATHNAME = 257;

/** A connection for data that was announced: how, in which frame, and what for. */
export class Transfer {
  readonly method: string;
  readonly frame: number;
  /** The command that followed, without its line end; undefined while there was none. */
  command: string | undefined;
  commandFrame = 0;
  directory = "";

  constructor(method: string, frame: number) {
    this.method = method;
    this.frame = frame;
  }
}

/** What is known of one control connection (RFC 959 section 2.3). */
export class Session {
  /** The working directory, as far as replies told it. */
  directory = "";
  /** The transfer that waits for the command it is for. */
  pending: Transfer | undefined;
  private word = "";
  private argument = "";

  /** Notes a command, the text of its line, and the frame that brought it. */
  command(word: string, argument: string, line: string, frame: number): void {
    this.word = word;
    this.argument = argument;
    const { pending } = this;
    if (pending === undefined || word === "") return;
    pending.command = line;
    pending.commandFrame = frame;
    pending.directory = this.directory;
    this.pending = undefined;
  }

  /** Notes a reply. False where it should tell a path and does not. */
  reply(code: number, text: string): boolean {
    if (code === DONE && this.word === "CWD" && this.argument !== "") this.enter(this.argument);
    if (code === DONE && this.word === "CDUP") this.enter("..");
    if (code !== PATHNAME) return true;
    const [, path] = /^"((?:[^"]|"")*)"/.exec(text) ?? [];
    if (path === undefined) return false;
    this.directory = path.replaceAll('""', '"').slice(0, LONGEST_PATH);
    return true;
  }

  private enter(path: string): void {
    const isAbsolute = path.startsWith("/") || this.directory.startsWith("/");
    const inside = path.startsWith("/") ? [] : this.directory.split("/").filter(Boolean);
    for (const part of path.split("/")) {
      if (part === "..") inside.pop();
      else if (part !== "" && part !== ".") inside.push(part);
    }
    const end = path.startsWith("/") && path.endsWith("/") && inside.length > 0 ? "/" : "";
    this.directory = `${isAbsolute ? "/" : ""}${inside.join("/")}${end}`.slice(0, LONGEST_PATH);
  }
}

/** The control connections of a run, by stream number. */
export const sessions = (memory: Memory): StreamStates<Session> =>
  new StreamStates(memory, "FTP sessions", SIZE, () => new Session());
