import type { Cursor } from "../../core/cursor.ts";
import { asciiIn } from "../shared/text.ts";
import type { Connection } from "./connections.ts";
import { type Head, NOTIFICATION, RESPONSE } from "./head.ts";
import type { Span } from "./lines.ts";
import { exchange, start } from "./message.ts";

/** Places the first line of a message and, once its header fields are whole, where it stands among the others of its connection. */
export function putMessage(c: Cursor, head: Head, connection: Connection): void {
  if (head.kind === RESPONSE) putResponse(c, head, connection);
  else putRequest(c, head, connection);
}

function putRequest(c: Cursor, head: Head, connection: Connection): void {
  const { first, second, third } = head;
  const row = c.open(start.chat, head.start);
  c.add(start["request.method"], first.from, first.to);
  if (!second.isEmpty) c.add(start["request.uri"], second.from, second.to);
  if (!third.isEmpty) c.add(start["request.version"], third.from, third.to);
  c.close(row, head.lineEnd);
  const uri = head.isCut ? "" : fullUri(c.bytes, head, isSecured(c) ? "https" : "http");
  connection.ask(uri, ascii(c.bytes, second));
  if (head.isCut) return;
  if (uri !== "") c.add(exchange["request.full_uri"], second.from, second.to, c.frame.addText(uri));
  if (head.kind === NOTIFICATION) {
    c.put(start.notification, 1);
    return;
  }
  c.put(start.request, 1);
  if (c.conversation < 0) return;
  const { number } = connection.request(c.frame);
  c.put(exchange.request_number, number);
  const { previous } = connection;
  if (previous !== undefined && previous.requestFrame > 0) c.put(exchange.prev_request_in, previous.requestFrame);
}

function putResponse(c: Cursor, head: Head, connection: Connection): void {
  const { first, second, third } = head;
  const row = c.open(start.chat, head.start);
  c.add(start["response.version"], first.from, first.to);
  if (second.to - second.from >= 3) {
    c.add(start["response.code"], second.from, second.to);
    c.add(start["response.code.desc"], second.from, second.to);
    if (!third.isEmpty) c.add(start["response.phrase"], third.from, third.to);
  }
  c.close(row, head.lineEnd);
  if (head.isCut) return;
  c.put(start.response, 1);
  if (c.conversation >= 0) putAnswer(c, connection);
}

/** Which request this answers, and when that was. */
function putAnswer(c: Cursor, connection: Connection): void {
  const { frame } = c;
  const { number, requestFrame, seconds, nanoseconds } = connection.response(frame);
  const { previous, uri } = connection;
  c.put(exchange.response_number, number);
  if (requestFrame > 0) c.put(exchange.time, (frame.seconds - seconds) * 1e9 + frame.nanoseconds - nanoseconds);
  if (previous !== undefined && previous.requestFrame > 0) c.put(exchange.prev_request_in, previous.requestFrame);
  if (previous !== undefined && previous.responseFrame > 0) c.put(exchange.prev_response_in, previous.responseFrame);
  if (requestFrame > 0) c.put(exchange.request_in, requestFrame);
  if (uri !== "") c.add(exchange["response_for.uri"], c.at, c.at, frame.addText(uri));
}

/** True for a message that TLS carried. */
function isSecured({ tape }: Cursor): boolean {
  return tape.nodes[tape.layerBefore(tape.top)]?.name === "tls";
}

/** The target as an absolute URI where the host is told (RFC 9112 section 3.3), otherwise "". */
function fullUri(bytes: Uint8Array, { second, host, first }: Head, scheme: string): string {
  if (host.isAbsent) return "";
  const target = ascii(bytes, second);
  if (/^https?:\/\//i.test(target) || ascii(bytes, first) === "CONNECT") return target;
  return `${scheme}://${ascii(bytes, host).trimEnd()}${target}`;
}

const ascii = (bytes: Uint8Array, { from, to }: Span): string => asciiIn(bytes, from, to);
