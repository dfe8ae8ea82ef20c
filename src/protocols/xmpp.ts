import { type Cursor, MORE } from "../core/cursor.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { isUpgraded, type Upgradable } from "./shared/starttls.ts";
import { asciiIn } from "./shared/text.ts";

const bodies = table("media_type");
const SPACE = 32;
const GREATER = 62;
const FIRST_NOT_ASCII = 128;
/** As far as the name of a stanza is looked for, and its type. */
const HEAD = 256;

/** How elements stand in Info; others are unknown. */
const stanzas: Readonly<Record<string, string>> = {
  iq: "IQ",
  message: "MESSAGE ",
  presence: "PRESENCE ",
  auth: "AUTH",
  challenge: "CHALLENGE",
  response: "RESPONSE",
  success: "SUCCESS",
  failure: "FAILURE",
  starttls: "STARTTLS",
  proceed: "PROCEED",
  "stream:features": "FEATURES ",
  "stream:stream": "STREAM",
};

/** True where the last character ends a tag; blanks, and what is no ASCII, count as not there. */
function isWhole(c: Cursor): boolean {
  let last = c.at + c.captured - 1;
  while (last > c.at && (c.u8(last) <= SPACE || c.u8(last) >= FIRST_NOT_ASCII)) last--;
  return c.u8(last) === GREATER;
}

/** About how many bytes a connection takes. */
const SIZE = 40;

class Connection implements Upgradable {
  usesTls = false;
}

const xmpp: Protocol<StreamStates<Connection>> = protocol({
  name: "xmpp",
  title: "XMPP Protocol",
  spec: "RFC 6120",
  column: "XMPP",
  on: { "tcp.port": 5222 },
  state: (memory) => new StreamStates(memory, "XMPP connections", SIZE, () => new Connection()),
  dissect(c) {
    if (c.captured === 1 && c.u8(c.at) === SPACE) return;
    if (isUpgraded(c, c.state(xmpp).of(c.conversation >> 1, c.frame.number))) return false;
    if (c.streaming && !c.alone && !isWhole(c)) return c.need(MORE);
    return void c.next(bodies, "text/xml");
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const start = tape.start(row);
    const end = tape.end(row + 1 < tape.count ? row + 1 : row);
    const text = asciiIn(frame.bytesOf(row), start, Math.min(end, start + HEAD));
    const [, name, attributes = "", child] = /^(?:<\?xml[^>]*\?>\s*)?<(\/?[\w:]+)([^>]*)>?(?:<(\w+))?/.exec(text) ?? [];
    info.set();
    if (text === " ") return void info.text("Whitespace Keepalive");
    if (name === "/stream:stream") return void info.text("STREAM END");
    info.text(stanzas[name ?? ""] ?? (/^<\?xml[^>]*\?>\s*$/.test(text) ? "XML " : "UNKNOWN PACKET "));
    const value = (attribute: string) => new RegExp(`\\s${attribute}=["']([^"']*)`).exec(attributes)?.[1];
    if (name === "iq") info.text(`(${value("type") ?? ""}) ${child === undefined ? "" : `${child.toUpperCase()} `}`);
    if (name !== "stream:stream") return;
    const from = value("from");
    info.text(from === undefined ? ` > ${value("to") ?? ""} ` : ` < ${from} `);
  },
});

export default xmpp;
