import { computed, duration, frameNumber, none, number, type Reading, text, truth } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { statusCodes } from "../../names/http.ts";
import { uriParts } from "./uri.ts";

/** The three digits of a status code as a number; undefined where they are none. */
function statusCode(r: Reading): number | undefined {
  let code = 0;
  for (let i = r.start; i < r.end; i++) {
    const digit = r.bytes[i]! - 48;
    if (digit < 0 || digit > 9 || i - r.start > 4) return i === r.start ? undefined : code;
    code = code * 10 + digit;
  }
  return code;
}

/** Request line and status line (RFC 9112 sections 3 and 4), and what they make of the message. */
export const start = fields("http", {
  chat: none("Formatted text", { many: true }),
  request: truth("Request"),
  response: truth("Response"),
  notification: truth("Notification"),
  "request.method": text("Request Method"),
  "request.uri": text("Request URI", { expand: uriParts }),
  "request.version": text("Request Version"),
  "response.version": text("Response Version"),
  "response.code": computed("uint", "Status Code", statusCode),
  "response.code.desc": computed("string", "Status Code Description", (r) => statusCodes[statusCode(r) ?? -1]),
  "response.phrase": text("Response Phrase"),
});

/** Where the message stands among the requests and responses of its connection. */
export const exchange = fields("http", {
  "request.full_uri": text("Full request URI", { generated: true }),
  request_number: number("Request number"),
  response_number: number("Response number"),
  request_in: frameNumber("Request in frame"),
  prev_request_in: frameNumber("Prev request in frame"),
  prev_response_in: frameNumber("Prev response in frame"),
  time: duration("Time since request"),
  "response_for.uri": text("Request URI", { generated: true }),
});
