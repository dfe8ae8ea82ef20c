import type { Cursor } from "../../core/cursor.ts";
import { fields } from "../../core/layout.ts";
import { asciiText } from "../shared/text.ts";
import { find } from "./lines.ts";

const QUESTION = 63;
const AMPERSAND = 38;

/** The parts of a request target that has a query (RFC 3986 section 3). */
export const uri = fields("http", {
  "request.uri.path": asciiText("Request URI Path"),
  "request.uri.query": asciiText("Request URI Query"),
  "request.uri.query.parameter": asciiText("Request URI Query Parameter", { many: true }),
});

/** Splits the request target under the cursor. */
export function uriParts(c: Cursor): void {
  const { bytes, at, end } = c;
  const mark = find(bytes, at, end, QUESTION);
  if (mark <= at || mark + 1 === end) return;
  c.add(uri["request.uri.path"], at, mark);
  const row = c.open(uri["request.uri.query"], mark + 1);
  for (let from = mark + 1; from < end; ) {
    const next = find(bytes, from, end, AMPERSAND);
    const to = next < 0 ? end : next;
    if (to > from) c.add(uri["request.uri.query.parameter"], from, to);
    from = to + 1;
  }
  c.close(row, end);
}
