import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { FIELD, GROUP, type Node, PROTOCOL } from "../core/node.ts";
import type { Group, Protocol } from "../core/protocol.ts";
import type { Rows } from "../core/rows.ts";
import type { ByteWriter } from "../core/writer.ts";
import type { Sink } from "./sink.ts";
import { plain, writeAbout, writeBits, writeLabel, writeRange, writeText } from "./text.ts";

const INDENT = "    ";

/** Prints every field of a frame, one a line, each protocol under its title. */
export class TreeSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly opened: ReadonlySet<string> | undefined;
  /** The nodes the row at hand is nested in, by depth. */
  private readonly parents: Node[] = [];

  /** `opened`: names of the protocols to show in full; the others are one line each. Default all. */
  constructor(out: ByteWriter, rows: Rows, opened?: readonly string[]) {
    this.out = out;
    this.rows = rows;
    this.opened = opened && new Set(opened);
  }

  frame(frame: Frame): void {
    const rows = this.rows.unroll(frame);
    let open = true;
    for (let i = 0; i < rows.count; i++) {
      const node = rows.nodes[i]!;
      if (node.kind === PROTOCOL) open = this.opened === undefined || this.opened.has(node.name);
      else if (!open) continue;
      this.line(frame, rows, i);
    }
    this.out.byte(10);
  }

  private line(frame: Frame, rows: Rows, i: number): void {
    const { out, parents } = this;
    const node = rows.nodes[i]!;
    const depth = rows.depth[i]!;
    parents[depth] = node;
    for (let d = 0; d < depth; d++) out.text(INDENT);
    if (node.kind === FIELD) this.field(frame, rows, i, parents[depth - 1]);
    else if (node.kind === PROTOCOL && i === 0) this.frameTitle(frame);
    else {
      writeLabel(out, rows, i);
      if (node.kind === PROTOCOL) this.headline(frame, rows, i);
      const title = node.kind === GROUP ? (node as Group).title?.(frame, rows.row[i]!) : undefined;
      if (title) out.text(": ").text(plain(title));
    }
    const before = out.at;
    out.text("  ");
    writeRange(out, frame, rows, i);
    if (out.at === before + 2) out.at = before;
    out.byte(10);
  }

  /** Adds what the protocol whose row is `i` has in its headline, as far as the frame holds it. */
  private headline(frame: Frame, rows: Rows, i: number): void {
    const { out } = this;
    for (const [label, field] of (rows.nodes[i] as Protocol).headline) {
      let row = i + 1;
      while (row < rows.count && rows.depth[row]! > 0 && rows.nodes[row]!.name !== field.name) row++;
      if (row < rows.count && rows.depth[row]! > 0) writeText(out.text(`, ${label}: `), frame, rows, row);
    }
  }

  private frameTitle(frame: Frame): void {
    this.out.text("Frame ").decimal(frame.number).text(": ").decimal(frame.originalLength).text(" bytes on wire, ");
    this.out.decimal(frame.capturedLength).text(" bytes captured");
    if (frame.interfaceName !== undefined) this.out.text(` on interface ${plain(frame.interfaceName)}`);
  }

  private field(frame: Frame, rows: Rows, i: number, parent: Node | undefined): void {
    const { out } = this;
    const field = rows.nodes[i] as Field;
    if (field.generated) out.byte(91);
    writeBits(out, frame, rows, i, parent?.kind === FIELD ? (parent as Field) : undefined);
    out.text(field.label);
    const before = out.at;
    out.text(": ");
    writeText(out, frame, rows, i);
    if (out.at === before + 2) out.at = before;
    if (field.type === "none") writeAbout(out, frame, rows, i);
    if (field.generated) out.byte(93);
  }
}
