import type { Cursor } from "../core/cursor.ts";
import { computed, none, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { lineLimit, textEnd, wordEnd } from "./shared/lines.ts";
import { asciiIn, escaped } from "./shared/text.ts";

const PORTS = [6667, 57000];
const SPACE = 32;
const COLON = 58;
const ZERO = 48;
const NINE = 57;
/** What texts for programs stand between (https://modern.ircdocs.horse/ctcp.html). */
const TAG = 1;

const many = { many: true };
const irc = fields("irc", {
  request: text("Request", many),
  "request.prefix": text("Prefix", many),
  "request.command": text("Command", many),
  "request.command.missing": none("Request has no command", many),
  "request.command.numeric": none("Numeric command not allowed in request", many),
  "request.command_parameter": text("Parameter", many),
  "request.trailer": text("Trailer", many),
  response: text("Response", many),
  "response.prefix": text("Prefix", many),
  "response.command": text("Command", many),
  "response.command.missing": none("Response has no command", many),
  "response.num_command": computed("uint", "Command", (r) => Number(asciiIn(r.bytes, r.start, r.end)), {
    many: true,
    hidden: true,
  }),
  "response.command_parameter": text("Parameter", many),
  "response.trailer": text("Trailer", many),
  ctcp: text("CTCP Data", many),
  missing_end_delimiter: none("Missing ending tag delimiter (0x01)", many),
  prefix_missing_ending_space: none("Prefix missing ending <space>", many),
});
const parameters = group("Command parameters");
/** Whose messages they are. */
const requests = group("Requests");
const responses = group("Responses");

/** One past the last byte that is not blank of `at..end`, from the front. */
function pastBlanks(b: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && b[i] === SPACE) i++;
  return i;
}

function isNumeric(b: Uint8Array, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (b[i]! < ZERO || b[i]! > NINE) return false;
  return end - at === 3;
}

/** Texts between tags in `at..end`. */
function readTagged(c: Cursor, at: number, end: number): void {
  const b = c.bytes.subarray(0, end);
  for (let from = b.indexOf(TAG, at); from >= 0; ) {
    const to = b.indexOf(TAG, from + 1);
    if (to < 0) return void c.add(irc.missing_end_delimiter, from, end);
    c.add(irc.ctcp, from + 1, to);
    from = b.indexOf(TAG, to + 1);
  }
}

/** Reads the message in `at..end` (RFC 2812 section 2.3.1). */
function readMessage(c: Cursor, kind: "request" | "response", at: number, end: number): void {
  const { bytes: b } = c;
  const row = c.open(irc[kind], at);
  let i = pastBlanks(b, at, end);
  if (b[i] === COLON && i < end) {
    const to = wordEnd(b, i, end);
    if (to === end) {
      c.add(irc.prefix_missing_ending_space, i, end);
      return c.close(row, end);
    }
    c.add(irc[`${kind}.prefix`], i + 1, to);
    i = pastBlanks(b, to, end);
  }
  if (i === end) {
    c.add(irc[`${kind}.command.missing`], end, end);
    return c.close(row, end);
  }
  const to = wordEnd(b, i, end);
  c.add(irc[`${kind}.command`], i, to);
  if (isNumeric(b, i, to)) c.add(irc[kind === "request" ? "request.command.numeric" : "response.num_command"], i, to);
  readParameters(c, kind, pastBlanks(b, to, end), end);
  c.close(row, end);
}

function readParameters(c: Cursor, kind: "request" | "response", at: number, end: number): void {
  if (at === end) return;
  const { bytes: b } = c;
  let trailer = at;
  while (trailer < end && !(b[trailer] === COLON && b[trailer - 1] === SPACE)) trailer++;
  if (trailer > at) {
    const row = c.open(parameters, at);
    for (let i = pastBlanks(b, at, trailer); i < trailer; ) {
      const to = wordEnd(b, i, trailer);
      c.add(irc[`${kind}.command_parameter`], i, to);
      i = pastBlanks(b, to, trailer);
    }
    c.close(row, trailer);
  }
  if (trailer + 1 >= end) return;
  c.add(irc[`${kind}.trailer`], trailer + 1, end);
  readTagged(c, trailer + 1, end);
}

/** Messages of Internet Relay Chat, one a line. */
export default protocol({
  name: "irc",
  title: "Internet Relay Chat",
  spec: "RFC 2812",
  column: "IRC",
  fields: [irc],
  on: { "tcp.port": PORTS },
  dissect(c) {
    const kind = PORTS.includes(c.destinationPort) ? "request" : "response";
    const to = c.at + c.captured;
    c.close(c.open(kind === "request" ? requests : responses), to);
    while (c.at < to) {
      const next = lineLimit(c.bytes, c.at, to);
      const last = textEnd(c.bytes, c.at, next);
      if (last > c.at) readMessage(c, kind, c.at, last);
      c.at = next;
    }
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const b = frame.bytesOf(row);
    info.set().text(tape.nodes[row + 1] === requests ? "Request" : "Response");
    for (let i = row + 1; i < tape.layerEnd(row); i++) {
      const node = tape.nodes[i];
      if (node !== irc["request.command"] && node !== irc["response.command"]) continue;
      info.text(` (${escaped(asciiIn(b, tape.start(i), tape.end(i)))})`);
    }
  },
});
