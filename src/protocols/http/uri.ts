import type { Cursor } from "../../core/cursor.ts";
import { text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";

const QUESTION = 63;
const AMPERSAND = 38;

/** The parts of a request target (RFC 3986 section 3). */
export const uri = fields("http", {
  "request.uri.path": text("Request URI Path"),
  "request.uri.query": text("Request URI Query"),
  "request.uri.query.parameter": text("Request URI Query Parameter", { many: true }),
});

/** Splits the request target under the cursor, where it has a query. */
export function uriParts(c: Cursor): void {
  const { bytes, at, end } = c;
  const mark = bytes.subarray(at, end).indexOf(QUESTION);
  if (mark < 0) return;
  c.add(uri["request.uri.path"], at, at + mark);
  const row = c.open(uri["request.uri.query"], at + mark + 1);
  for (let from = at + mark + 1; from < end; ) {
    const next = bytes.subarray(from, end).indexOf(AMPERSAND);
    const to = next < 0 ? end : from + next;
    c.add(uri["request.uri.query.parameter"], from, to);
    from = to + 1;
  }
  c.close(row, end);
}
