import type { Cursor } from "../core/cursor.ts";
import { text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { SILENT } from "../core/tape.ts";
import { ascii } from "../core/writer.ts";
import { lineLimit } from "./shared/lines.ts";
import { mediaTypes, writeMediaType } from "./shared/media.ts";

/** How a document in XML begins, whatever type it was sent as, its least length, and the type that is read as XML. */
const DECLARATION = ascii("<?xml");
const LEAST_DOCUMENT = 39;
const XML = "text/xml";
const line = fields("data-text-lines", { line: text("Line", { many: true }) });

function expandLines(c: Cursor): void {
  while (c.at < c.end) {
    const next = lineLimit(c.bytes, c.at, c.end);
    c.add(line.line, c.at, next);
    c.at = next;
  }
}

const lines = group("Lines", { expand: expandLines });

function isXml(c: Cursor): boolean {
  if (c.captured < LEAST_DOCUMENT) return false;
  for (let i = 0; i < DECLARATION.length; i++) if (c.u8(c.at + i) !== DECLARATION[i]) return false;
  return true;
}

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
    const own = c.tape.top;
    const end = c.at + c.captured;
    c.close(c.open(lines), end);
    if (!isXml(c)) return;
    c.tape.flag(own, SILENT);
    c.next(mediaTypes, XML);
    c.tape.setEnd(own, end);
  },
  appends: true,
  summary: writeMediaType,
});
