import type { Cursor } from "../../core/cursor.ts";
import { textEnd } from "../shared/lines.ts";
import { MAIL, mails } from "../shared/mail.ts";
import { mediaTypes } from "../shared/media.ts";
import { asciiIn } from "../shared/text.ts";
import type { Conversation } from "./conversation.ts";
import { credentials, mail, smtp } from "./fields.ts";
import { beginsWith, isCommand, lineLimit, mailEnd, WORD_SIZE } from "./lines.ts";

/** True where all of what is at the cursor is commands, or answers to AUTH. */
function holdsCommands(c: Cursor, state: Conversation): boolean {
  if (state.inData) return false;
  const { bytes: b } = c;
  const end = c.at + c.captured;
  let awaited = state.awaited.length;
  for (let at = c.at; at < end; ) {
    const next = lineLimit(b, at, end);
    const last = textEnd(b, at, next);
    if (awaited > 0) awaited--;
    else if (!isCommand(b, at, last)) return false;
    // What follows is text of a mail, whose beginning then is not told apart.
    else if (next < end && announcesMail(b, at, last)) return false;
    at = next;
  }
  return true;
}

function announcesMail(b: Uint8Array, at: number, last: number): boolean {
  return beginsWith(b, at, last, "DATA") || beginsWith(b, at, last, "BDAT");
}

/** Reads what a client sends: commands line by line, or text of a mail, which may end. */
export function readClient(c: Cursor, state: Conversation): void {
  if (holdsCommands(c, state)) {
    while (c.captured > 0) readLine(c, state);
    return;
  }
  const { bytes: b, at } = c;
  const end = at + c.captured;
  if (!c.isQuoted) lookForMail(b, at, end, state);
  // More than was told came: where the mail ends is not known any more.
  const stop = state.told < 0 ? undefined : mailEnd(b, at, end, state.endsLine);
  if (stop !== undefined) return readEnd(c, state, stop.text);
  if (!c.isQuoted) {
    state.keep(b, at, end, c.frame.number);
    count(state, end - at);
    state.endsLine = textEnd(b, at, end) < end;
  }
  const own = c.tape.top;
  c.close(c.open(mail), end);
  c.next(mediaTypes, "text/plain");
  c.tape.setEnd(own, end);
}

/** Finds the command that announces the mail among the commands before it in the same segment. */
function lookForMail(b: Uint8Array, at: number, end: number, state: Conversation): void {
  for (let from = at; !state.inData && from < end; ) {
    const next = lineLimit(b, from, end);
    const last = textEnd(b, from, next);
    if (isCommand(b, from, last)) follow(b, from, last, state);
    if (state.told !== Number.POSITIVE_INFINITY) state.told += next - at;
    from = next;
  }
}

/** Counts text of a mail that tells how long it is. */
function count(state: Conversation, size: number): void {
  state.told -= size;
  if (state.told !== 0) return;
  state.inData = state.endsLine = false;
  state.told = Number.POSITIVE_INFINITY;
  state.drop();
}

/** Reads the last bytes of a mail, and then all of it. */
function readEnd(c: Cursor, state: Conversation, textEnd: number): void {
  const { bytes: b, at } = c;
  c.add(smtp.eom, at, Math.min(at + 1, c.have));
  if (c.isQuoted) return;
  state.keep(b, at, textEnd, c.frame.number);
  state.inData = state.endsLine = false;
  state.told = Number.POSITIVE_INFINITY;
  const { pieces } = state;
  if (pieces.length === 0) return;
  const whole = state.join();
  state.drop();
  c.at += c.captured;
  c.inSource("DATA", whole, 0, whole.length, (inner) => {
    const row = inner.open(smtp["data.fragments"]);
    for (const { frame } of pieces) inner.put(smtp["data.fragment"], frame);
    inner.put(smtp["data.fragment.count"], pieces.length);
    inner.put(smtp["data.reassembled.length"], whole.length);
    inner.close(row, whole.length);
    inner.next(mails, MAIL);
  });
}

/** Reads one line: a command, or what AUTH asked for. */
function readLine(c: Cursor, state: Conversation): void {
  const { bytes: b, at } = c;
  const end = lineLimit(b, at, at + c.captured);
  const last = textEnd(b, at, end);
  c.put(smtp.req, 1);
  const [secret, ...awaited] = state.awaited;
  if (secret !== undefined) {
    state.awaited = awaited;
    const row = c.open(secret);
    if (secret === smtp["auth.username_password"]) c.add(smtp.base64_decode, at, last);
    c.close(row, last);
    c.at = end;
    return;
  }
  const row = c.open(smtp.command_line);
  const word = Math.min(at + WORD_SIZE, last);
  c.add(smtp["req.command"], at, word);
  if (word + 1 < last) c.add(smtp["req.parameter"], word + 1, last);
  if (!c.isQuoted) follow(b, at, last, state);
  readCredentials(c, state, at, last);
  c.at = end;
  c.close(row);
}

/** What AUTH's own line holds of what it asks for: the first part. */
function readCredentials(c: Cursor, state: Conversation, at: number, last: number): void {
  if (state.awaited.length === 0) return;
  const [, , initial] = asciiIn(c.bytes, at, last).split(" ", 3);
  if (initial === undefined || initial === "") return;
  const [first, ...others] = state.awaited;
  const row = c.open(first!, last - initial.length);
  if (first === smtp["auth.username_password"]) c.add(smtp.base64_decode, last - initial.length, last);
  c.close(row, last);
  state.awaited = others;
}

/** Notes what the command `at..last` means for what the client sends next. */
function follow(b: Uint8Array, at: number, last: number, state: Conversation): void {
  if (beginsWith(b, at, last, "DATA")) state.inData = true;
  else if (beginsWith(b, at, last, "BDAT")) {
    state.told = Number.parseInt(asciiIn(b, at + WORD_SIZE, last), 10) || 0;
    state.inData = state.told > 0;
    if (!state.inData) state.told = Number.POSITIVE_INFINITY;
  } else if (beginsWith(b, at, last, "AUTH")) {
    const mechanism = asciiIn(b, at, last).toUpperCase().split(" ", 2)[1] ?? "";
    state.awaited = Object.hasOwn(credentials, mechanism) ? credentials[mechanism]! : [];
  }
}
