import { type Cursor, MORE } from "../core/cursor.ts";
import { type Field, none } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { elementSize } from "./shared/ber.ts";
import { beginInfo } from "./shared/following.ts";

const FIRST = 0xa0;
const NUMBER = 0x1f;

const pdus = fields("z3950", {
  initRequest_element: none("initRequest"),
  initResponse_element: none("initResponse"),
  searchRequest_element: none("searchRequest"),
  searchResponse_element: none("searchResponse"),
  presentRequest_element: none("presentRequest"),
  presentResponse_element: none("presentResponse"),
  deleteResultSetRequest_element: none("deleteResultSetRequest"),
  deleteResultSetResponse_element: none("deleteResultSetResponse"),
});

/** What messages do, by the number of their tag (ANSI/NISO Z39.50 section 4.1). */
const known: Readonly<Record<number, Field>> = {
  20: pdus.initRequest_element,
  21: pdus.initResponse_element,
  22: pdus.searchRequest_element,
  23: pdus.searchResponse_element,
  24: pdus.presentRequest_element,
  25: pdus.presentResponse_element,
  26: pdus.deleteResultSetRequest_element,
  27: pdus.deleteResultSetResponse_element,
};

function sizeOf(c: Cursor): number {
  const size = elementSize(c.bytes, c.at, c.at + c.captured);
  return size < 0 ? MORE : size;
}

export default protocol({
  name: "z3950",
  title: "Z39.50 Protocol",
  spec: "ANSI/NISO Z39.50",
  column: "Z39.50",
  fields: [pdus],
  on: { "tcp.port": 210 },
  stream: { header: 2, length: sizeOf },
  dissect(c) {
    if (c.captured < 2) return void c.has(2);
    const field = c.u8(c.at) >= FIRST ? known[c.u8(c.at) & NUMBER] : undefined;
    if (field === undefined) c.rest();
    else c.take(field, c.captured);
  },
  summary(frame, row, info) {
    const field = frame.tape.nodes[row + 1] as Field | undefined;
    if (field === undefined || !Object.values(pdus).includes(field)) return;
    beginInfo(frame, row, info, ", ");
    info.text(field.label);
  },
});
