import { type Cursor, MORE, UNTIL_CLOSE } from "../core/cursor.ts";
import { text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { StreamStates } from "../streams/stream-states.ts";
import { lineLimit } from "./shared/lines.ts";
import { firstLine } from "./shared/text-messages.ts";

const PORT = 43;
const LF = 10;
/** About how many bytes a conversation takes. */
const SIZE = 100;
/** As much of a query as is kept. */
const LONGEST_QUERY = 256;

const whois = fields("whois", {
  query: text("Query", { many: true }),
  answer: text("Answer", { many: true }),
});

/** What is known of one conversation. */
class Conversation {
  query = "";
}

const isQuery = (c: Cursor) => c.destinationPort === PORT;

/** The first line of what is at the cursor, without its end. */
function lineAt(c: Cursor): string {
  return firstLine(c.bytes, c.at, c.at + Math.min(c.captured, LONGEST_QUERY));
}

const conversationOf = (c: Cursor) => c.state(protocolWhois).of(c.conversation >> 1, c.frame.number);

/** Says that the message goes on: a query to the end of its line, an answer to the end of the stream. */
function wait(c: Cursor): false {
  c.line = isQuery(c) ? `Query: ${lineAt(c)}` : `Answer: ${conversationOf(c).query || lineAt(c)}`;
  return c.need(isQuery(c) ? MORE : UNTIL_CLOSE);
}

/** Takes all there is, line by line, with the query as Info tells it. */
function read(c: Cursor, conversation: Conversation): void {
  const value = c.frame.addText(conversation.query || lineAt(c));
  const end = c.at + c.captured;
  while (c.at < end) {
    const last = lineLimit(c.bytes, c.at, end);
    c.add(isQuery(c) ? whois.query : whois.answer, c.at, last, value);
    c.at = last;
  }
}

const protocolWhois: Protocol<StreamStates<Conversation>> = protocol({
  name: "whois",
  title: "whois",
  spec: "RFC 3912",
  column: "WHOIS",
  fields: [whois],
  on: { "tcp.port": PORT },
  state: (memory) => new StreamStates(memory, "whois conversations", SIZE, () => new Conversation()),
  dissect(c) {
    if (c.captured < 1) return void c.has(1);
    const isWhole = isQuery(c) ? c.u8(c.at + c.captured - 1) === LF : c.closing;
    const conversation = conversationOf(c);
    if (isQuery(c)) conversation.query ||= lineAt(c);
    return c.streaming && !c.alone && !isWhole ? wait(c) : read(c, conversation);
  },
  summary(frame, row, info) {
    const at = row + 1;
    const node = frame.tape.nodes[at];
    if (node !== whois.query && node !== whois.answer) return;
    info.set().text(`${node === whois.query ? "Query" : "Answer"}: ${frame.texts[frame.tape.value(at)]}`);
  },
});

export default protocolWhois;
