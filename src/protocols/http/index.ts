import { type Cursor, MORE } from "../../core/cursor.ts";
import { text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { essence, media, mediaTypes } from "../shared/media.ts";
import { decode } from "./body.ts";
import { Connection } from "./exchanges.ts";
import { Head, OTHER, REQUEST } from "./head.ts";
import { headerFields, requestHeaders, responseHeaders } from "./headers.ts";
import { exchange, start } from "./message.ts";
import { summary } from "./summary.ts";
import { uri } from "./uri.ts";

const entity = fields("http", { file_data: text("File Data") });

class State {
  readonly head = new Head();
  private readonly connections = new Map<number, Connection>();

  connection(stream: number): Connection {
    let found = this.connections.get(stream);
    if (!found) this.connections.set(stream, (found = new Connection()));
    return found;
  }
}

const http: Protocol<State> = protocol({
  name: "http", title: "Hypertext Transfer Protocol", spec: "RFC 9112",
  column: "HTTP",
  fields: [start, exchange, entity, media],
  expands: [...headerFields, uri],
  on: { "tcp.port": [80, 3128, 3132, 5985, 8080, 8088, 11371, 1900, 2869, 2710] },
  state: () => new State(),
  dissect(c) {
    const { head } = c.state(http);
    const to = c.at + c.captured;
    const whole = head.readLine(c.bytes, c.at, to);
    if (head.kind === OTHER) return c.rest();
    if (!whole || !head.read(c.bytes, to)) {
      if (c.streaming && !c.closing) return c.need(MORE);
      head.end = to;
    }
    const bodyLength = Math.max(0, head.contentLength);
    if (c.streaming && !c.closing && c.end - head.end < bodyLength) return c.need(bodyLength - (c.end - head.end));
    c.end = Math.min(c.end, head.end + bodyLength);
    message(c, head);
  },
  summary,
});

function message(c: Cursor, head: Head): void {
  const isRequest = head.kind === REQUEST;
  const [first, second, third] = head.words as [Head["type"], Head["type"], Head["type"]];
  c.add(isRequest ? start.request : start.response, c.at, c.at, c.frame.addNumber(1));
  const row = c.open(start.chat);
  if (isRequest) {
    c.add(start["request.method"], first.from, first.to);
    c.add(start["request.uri"], second.from, second.to);
    c.add(start["request.version"], third.from, third.to);
  } else {
    c.add(start["response.version"], first.from, first.to);
    c.add(start["response.code"], second.from, second.to);
    c.add(start["response.code.desc"], second.from, second.to);
    c.add(start["response.phrase"], third.from, third.to);
  }
  c.close(row, head.lineEnd);
  c.at = head.lineEnd;
  const headers = c.open(isRequest ? requestHeaders : responseHeaders);
  c.close(headers, head.end);
  c.at = head.end;
  body(c, head);
}

function body(c: Cursor, head: Head): void {
  if (c.captured <= 0) return;
  const decoded = head.encoding.isEmpty ? undefined : decode(c.bytes, c.at, c.at + c.captured, head.encoding);
  if (!head.type.isEmpty) c.add(media.type, head.type.from, head.type.to);
  const type = head.type.isEmpty ? undefined : essence(c.bytes, head.type.from, head.type.to);
  const hand = (inner: Cursor) => {
    inner.add(entity.file_data, inner.at, inner.at + inner.captured);
    if (type === undefined) inner.rest();
    else inner.next(mediaTypes, type);
  };
  if (decoded === undefined) hand(c);
  else c.inSource("Uncompressed entity body", decoded, 0, decoded.length, hand);
}

export default http;
