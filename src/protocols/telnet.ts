import type { Cursor } from "../core/cursor.ts";
import { bytes, text, u8, u16 } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { ascii } from "../core/writer.ts";
import { commands, options } from "../names/telnet.ts";
import { lineLimit } from "./shared/lines.ts";

/** What commands begin with; twice, it stands for the byte itself (RFC 854, page 13). */
const IAC = 255;
const SB = 250;
const WILL = 251;
const DONT = 254;
const TERMINAL_TYPE = 24;
const WINDOW_SIZE = 31;
const FLOW_CONTROL = 33;
const DISPLAY_LOCATION = 35;

const many = { many: true };
const telnet = fields("telnet", {
  cmd: u8("Command", { many: true, names: commands }),
  subcmd: u8("Subcommand", { many: true, names: options }),
  data: text("Data", many),
  "string_subopt.value": text("Value", many),
  "naws_subopt.width": u16("Width", many),
  "naws_subopt.height": u16("Height", many),
  "rfc_subopt.cmd": u8("Command", {
    many: true,
    names: { 0: "Off", 1: "On", 2: "Restart Any", 3: "Restart XON" },
  }),
  option_data: bytes("Option data", many),
});
const command = group("Command");

/** Where the next command at or after `at` begins, or `end`. */
function nextCommand(b: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (b[i] !== IAC) continue;
    if (b[i + 1] !== IAC || i + 1 >= end) return i;
    i++;
  }
  return end;
}

/** Takes text up to `end`, line by line. */
function readText(c: Cursor, end: number): void {
  while (c.at < end) {
    const next = lineLimit(c.bytes, c.at, end);
    c.add(telnet.data, c.at, next);
    c.at = next;
  }
}

/** Takes the parameters of an option up to `end` (RFC 855). */
function readParameters(c: Cursor, option: number, end: number): void {
  const size = end - c.at;
  if (option === WINDOW_SIZE && size === 4) {
    c.take(telnet["naws_subopt.width"], 2);
    c.take(telnet["naws_subopt.height"], 2);
  } else if (option === FLOW_CONTROL && size === 1) c.take(telnet["rfc_subopt.cmd"], 1);
  else if ((option === TERMINAL_TYPE || option === DISPLAY_LOCATION) && size > 0) {
    c.take(telnet.subcmd, 1);
    if (c.at < end) c.take(telnet["string_subopt.value"], end - c.at);
  } else if (size > 0) c.take(telnet.option_data, size);
}

function readCommand(c: Cursor): void {
  const { at, bytes: b } = c;
  const end = at + c.captured;
  const row = c.open(command);
  c.at++;
  if (c.take(telnet.cmd, 1)) {
    const code = b[at + 1]!;
    if (code >= WILL && code <= DONT) c.take(telnet.subcmd, 1);
    else if (code === SB && c.has(1)) {
      const option = c.open(telnet.subcmd);
      c.at++;
      readParameters(c, b[at + 2]!, nextCommand(b, c.at, end));
      c.close(option, at + 3);
    }
  }
  c.close(row);
}

/** Text and commands between it, segment by segment (RFC 854). */
export default protocol({
  name: "telnet",
  title: "Telnet",
  spec: "RFC 854",
  column: "TELNET",
  fields: [telnet],
  on: { "tcp.port": 23 },
  dissect(c) {
    const end = c.at + c.captured;
    c.items(end, undefined, (inside) => {
      const next = nextCommand(inside.bytes, inside.at, end);
      if (next > inside.at) readText(inside, next);
      else readCommand(inside);
    });
  },
  summary(_frame, _row, info) {
    info.set().put(INFO);
  },
});

const INFO = ascii("Telnet Data ...");
