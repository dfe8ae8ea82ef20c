import type { Cursor } from "../../core/cursor.ts";
import type { Frame } from "../../core/frame.ts";
import { PROTOCOL } from "../../core/node.ts";
import { deferred, group, type Protocol, protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { addedColumn } from "../shared/column.ts";
import { lineLimit } from "../shared/lines.ts";
import { MAIL } from "../shared/mail.ts";
import { essence, mediaType, mediaTypes, writeMediaType } from "../shared/media.ts";
import { blanked, oneLine } from "../shared/text.ts";
import { body, headers, parts } from "./fields.ts";
import { type Header, headerAt, knownField, placeHeader } from "./headers.ts";

const SEMICOLON = 59;

/** Calls `each` for every header field of the mail in `at..end`; returns where its body begins, `at` where header fields do not end. */
function readHeaders(b: Uint8Array, at: number, end: number, each: (header: Header) => void): number {
  for (let from = at; from < end; ) {
    const header = headerAt(b, from, end);
    if (header === undefined) return at;
    each(header);
    from = header.next;
    if (header.isLast) return from;
  }
  return end;
}

/** The header fields, one row each. */
const head = deferred((c: Cursor) => {
  readHeaders(c.bytes, c.at, c.end, (header) => placeHeader(c, header));
});

const line = group("Line");
const lines = deferred((c: Cursor) => {
  while (c.at < c.end) {
    const row = c.open(line);
    c.at = lineLimit(c.bytes, c.at, c.end);
    c.close(row);
  }
});

/** Mails: header fields, an empty line, and a body of any media type (RFC 5322 section 2.1). */
const imf: Protocol = protocol({
  name: "imf",
  title: "Internet Message Format",
  spec: "RFC 5322",
  column: addedColumn("/IMF"),
  fields: [body],
  expands: [headers, parts],
  on: { mail: MAIL, media_type: "message/rfc822" },
  dissect(c) {
    const { bytes: b, at, tape } = c;
    const own = tape.top;
    const end = at + c.captured;
    let type: Header | undefined;
    const from = readHeaders(b, at, end, (header) => {
      if (knownField(b, header) === headers["content.type"]) type = header;
    });
    const headEnd = from > at ? from : end;
    c.close(c.open(head, at), headEnd);
    c.at = from;
    if (type !== undefined && b.subarray(type.valueAt, type.valueEnd).includes(SEMICOLON)) {
      c.close(c.open(mediaType, type.valueAt), type.valueEnd);
      if (from < end) c.next(mediaTypes, essence(b, type.valueAt, type.valueEnd));
      tape.setEnd(own, end);
      return;
    }
    const row = c.open(body.message_text, from);
    c.close(c.open(lines, from), end);
    c.close(row, end);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const b = frame.bytesOf(row);
    const isNext = tape.nodes[tape.layerBefore(row)] === imf;
    if (!isNext) info.set();
    tell(frame, row, info);
    const at = frame.find(row, body.message_text);
    // Of a mail without a body only the header fields tell what it would be.
    if (at < 0 && tape.layerEnd(row) === tape.count) writeMediaType(frame, tape.count - 1, info);
    if (at < 0) return;
    const end = tape.end(at);
    for (let from = tape.start(at); from < end; ) {
      const next = lineLimit(b, from, end);
      if (!info.isEmpty) info.text(", ");
      info.text(blanked(b, from, next));
      from = next;
    }
  },
});

/** Tells who wrote a mail and what about. */
function tell(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const b = frame.bytesOf(row);
  // The end of a layer is where the next one begins, which may count in another source.
  const own = row + 1;
  if (own >= tape.count || tape.nodes[own]!.kind === PROTOCOL) return;
  readHeaders(b, tape.start(own), tape.end(own), (header) => {
    const field = knownField(b, header);
    const said = field === headers.from ? "from: " : field === headers.subject ? "subject: " : "";
    if (said !== "")
      info
        .text(said)
        .text(oneLine(b, header.valueAt, header.valueEnd))
        .text(", ");
  });
}

export default imf;
