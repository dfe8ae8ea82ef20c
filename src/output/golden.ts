import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { FIELD, PROTOCOL } from "../core/node.ts";
import type { Rows } from "../core/rows.ts";
import { stringOf, writeValue } from "../core/value.ts";
import type { ByteWriter } from "../core/writer.ts";
import type { Sink } from "./sink.ts";
import { plain, writeLabel, writeRange } from "./text.ts";

const GAP = "  ";

/**
 * Prints what a fixture is compared with, one row a line, indented by nesting: byte range, field, value, label, as in
 * `34..36  tcp.srcport  49152  Source Port`. A row that lies in no byte has `-` for its range.
 */
export class GoldenSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;

  constructor(out: ByteWriter, rows: Rows) {
    this.out = out;
    this.rows = rows;
  }

  frame(frame: Frame): void {
    const rows = this.rows.unroll(frame);
    for (let i = 0; i < rows.count; i++) this.line(frame, rows, i);
    this.out.byte(10);
  }

  private line(frame: Frame, rows: Rows, i: number): void {
    const { out } = this;
    const node = rows.nodes[i]!;
    for (let d = 0; d < rows.depth[i]!; d++) out.text(GAP);
    const from = out.at;
    writeRange(out, frame, rows, i);
    if (out.at === from) out.byte(45);
    if (node.name !== "") out.text(GAP).text(node.name);
    if (node.kind === PROTOCOL && i === 0) out.text(GAP).decimal(frame.number);
    if (node.kind === FIELD && (node as Field).type !== "none") {
      out.text(GAP);
      if ((node as Field).type === "string") out.text(plain(stringOf(frame, rows, i)));
      else writeValue(out, frame, rows, i);
    }
    out.text(GAP);
    writeLabel(out, rows, i);
    out.byte(10);
  }
}
