import { computed, duration, frameNumber, none, number, type Reading, text, truth } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { statusCodes } from "../../names/http.ts";
import { asciiText } from "../shared/text.ts";
import { digitsOf } from "./lines.ts";
import { uriParts } from "./uri.ts";

const statusCode = (r: Reading) => digitsOf(r.bytes, r.start, r.end);

function description(r: Reading): string {
  const code = statusCode(r);
  return statusCodes[code] ?? `Unknown (${code})`;
}

/** Request line and status line (RFC 9112 sections 3 and 4), and what they make of the message. */
export const start = fields("http", {
  leading_crlf: none("Leading CRLF"),
  chat: none("First line"),
  request: truth("Request"),
  response: truth("Response"),
  notification: truth("Notification"),
  "request.method": asciiText("Request Method"),
  "request.uri": asciiText("Request URI", { expand: uriParts }),
  "request.version": asciiText("Request Version"),
  "response.version": asciiText("Response Version"),
  "response.code": computed("uint", "Status Code", statusCode),
  "response.code.desc": computed("string", "Status Code Description", description),
  "response.phrase": asciiText("Response Phrase"),
  te_unknown: none("Unknown transfer coding name in Transfer-Encoding header", { many: true }),
  te_and_length: none("The Content-Length and Transfer-Encoding header must not be set together", { many: true }),
});

/** Where the message stands among the requests and responses of its connection. */
export const exchange = fields("http", {
  "request.full_uri": text("Full request URI", { generated: true }),
  request_number: number("Request number"),
  response_number: number("Response number"),
  time: duration("Time since request"),
  prev_request_in: frameNumber("Prev request in frame"),
  prev_response_in: frameNumber("Prev response in frame"),
  request_in: frameNumber("Request in frame"),
  "response_for.uri": text("Request URI", { generated: true }),
});

/** What is behind a proxy that passes bytes through (RFC 9110 section 9.3.6). */
export const proxied = fields("http", {
  proxy_connect_host: text("Proxy-Connect-Hostname", { generated: true }),
  proxy_connect_port: number("Proxy-Connect-Port"),
});
