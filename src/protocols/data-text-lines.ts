import type { Cursor } from "../core/cursor.ts";
import { text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { writeMediaType } from "./shared/media.ts";

const LF = 10;
const line = fields("data-text-lines", { line: text("Line", { many: true }) });

function expandLines(c: Cursor): void {
  while (c.at < c.end) {
    const lf = c.bytes.subarray(c.at, c.end).indexOf(LF);
    const next = lf < 0 ? c.end : c.at + lf + 1;
    c.add(line.line, c.at, next);
    c.at = next;
  }
}

const lines = group("Lines", { expand: expandLines });

/** Bodies of text, shown line by line. */
export default protocol({
  name: "data-text-lines",
  title: "Line-based text data",
  expands: [line],
  on: {
    media_type: [
      "text/plain",
      "text/html",
      "text/css",
      "text/javascript",
      "text/richtext",
      "text/enriched",
      "text/parameters",
      "application/x-javascript",
      "application/x-ns-proxy-autoconfig",
    ],
  },
  dissect(c) {
    const row = c.open(lines);
    c.close(row, c.at + c.captured);
  },
  appends: true,
  summary: writeMediaType,
});
