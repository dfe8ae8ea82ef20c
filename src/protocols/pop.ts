import type { Cursor } from "../core/cursor.ts";
import { frameNumber, none, number, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, type Protocol, protocol } from "../core/protocol.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { lineLimit, textEnd } from "./shared/lines.ts";
import { MAIL, mails } from "./shared/mail.ts";
import { isUpgraded, type Upgradable } from "./shared/starttls.ts";
import { asciiIn, escaped } from "./shared/text.ts";

const PORT = 110;
const SPACE = 32;
/** A mail is kept up to this size, in bytes, and this many pieces. */
const LONGEST = 16 * 1024 * 1024;
const MOST_PIECES = 1 << 16;
/** About how many bytes a session takes, the mail not counted. */
const SIZE = 80;

const pop = fields("pop", {
  response: text("Response", { compute: () => "" }),
  "response.indicator": text("Response indicator"),
  "response.description": text("Response description"),
  "response.data": text("Data", { many: true, compute: () => "" }),
  request: text("Request", { compute: () => "" }),
  "request.command": text("Request command"),
  "request.parameter": text("Request parameter"),
  "request.data": text("Data", { many: true, compute: () => "" }),
  "data.fragments": none("DATA fragments"),
  "data.fragment": frameNumber("DATA fragment", { many: true }),
  "data.fragment.count": number("DATA fragment count"),
  "data.reassembled.length": number("Reassembled DATA length"),
});
const mail = group("DATA fragment");

/** What is known of one session. */
class Session implements Upgradable {
  usesTls = false;
  /** The client asked for a mail last. */
  asksMail = false;
  /** How many bytes of the mail are to come, where that was told. */
  missing = 0;
  pieces: { readonly bytes: Uint8Array; readonly frame: number }[] = [];
  size = 0;

  /** Keeps a piece of the mail. */
  keep(bytes: Uint8Array, frame: number): void {
    this.missing -= bytes.length;
    if (this.size + bytes.length > LONGEST || this.pieces.length === MOST_PIECES) return;
    this.pieces.push({ bytes, frame });
    this.size += bytes.length;
  }
}

/** Reads a command, or the indicator of a reply, and what follows it in the first line; more lines are data. */
function readLines(c: Cursor, kind: "request" | "response", first: "command" | "indicator"): void {
  const { bytes: b, at } = c;
  const to = at + c.captured;
  const end = lineLimit(b, at, to);
  const last = textEnd(b, at, end);
  const row = c.open(pop[kind]);
  let word = at;
  while (word < last && b[word] !== SPACE) word++;
  c.add(first === "command" ? pop["request.command"] : pop["response.indicator"], at, word);
  if (word + 1 < last)
    c.add(kind === "request" ? pop["request.parameter"] : pop["response.description"], word + 1, last);
  c.close(row, end);
  for (let from = end; from < to; ) {
    const next = lineLimit(b, from, to);
    c.add(pop[`${kind}.data`], from, next);
    from = next;
  }
}

/** Reads bytes of a mail: pieces of one whose size was told are put together, others stand by themselves. */
function readMail(c: Cursor, session: Session): void {
  const { at } = c;
  const end = at + c.captured;
  if (session.missing <= 0 || c.isQuoted) {
    const own = c.tape.top;
    c.next(mails, MAIL);
    c.tape.setEnd(own, end);
    return;
  }
  session.keep(c.bytes.slice(at, end), c.frame.number);
  if (session.missing > 0) return c.close(c.open(mail), end);
  const { pieces, size } = session;
  session.pieces = [];
  session.size = session.missing = 0;
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const { bytes } of pieces) {
    whole.set(bytes, filled);
    filled += bytes.length;
  }
  c.at = end;
  c.inSource("DATA", whole, 0, size, (inner) => {
    const row = inner.open(pop["data.fragments"]);
    for (const { frame } of pieces) inner.put(pop["data.fragment"], frame);
    inner.put(pop["data.fragment.count"], pieces.length);
    inner.put(pop["data.reassembled.length"], size);
    inner.close(row, size);
    inner.next(mails, MAIL);
  });
}

function readSegment(c: Cursor, session: Session): void {
  const { bytes: b, at } = c;
  const line = asciiIn(b, at, textEnd(b, at, lineLimit(b, at, at + c.captured)));
  if (c.destinationPort === PORT) {
    readLines(c, "request", "command");
    if (!c.isQuoted) session.asksMail = /^(?:RETR|TOP)\b/i.test(line);
    return;
  }
  if (!line.startsWith("+OK") && !line.startsWith("-ERR")) return readMail(c, session);
  readLines(c, "response", "indicator");
  if (c.isQuoted) return;
  if (session.asksMail) session.missing = Number.parseInt(line.slice(4), 10) || session.missing;
  session.asksMail = false;
}

/** Commands and replies, and the mails replies hold, segment by segment (RFC 1939). */
const protocolPop: Protocol<StreamStates<Session>> = protocol({
  name: "pop",
  title: "Post Office Protocol",
  spec: "RFC 1939",
  column: "POP",
  fields: [pop],
  on: { "tcp.port": PORT, "tls.port": 995 },
  state: (memory) => new StreamStates(memory, "POP sessions", SIZE, () => new Session()),
  dissect(c) {
    const states = c.state(protocolPop);
    const session = states.of(c.conversation >> 1, c.frame.number);
    if (isUpgraded(c, session)) return false;
    readSegment(c, session);
    return void states.holds(session.size);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const b = frame.bytesOf(row + 1);
    const [start, end] = [tape.start(row + 1), tape.end(row + 1)];
    info.set();
    if (tape.nodes[row + 1] === mail) info.text(`S: DATA fragment, ${end - start} bytes`);
    else {
      info.text(tape.nodes[row + 1] === pop.request ? "C: " : "S: ");
      info.text(escaped(asciiIn(b, start, textEnd(b, start, end))));
    }
  },
});

export default protocolPop;
