import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { FIELD, type Node, PROTOCOL } from "../core/node.ts";
import type { Group } from "../core/protocol.ts";
import type { Rows } from "../core/rows.ts";
import { absoluteText, bytesOf, numberOf, stringOf, writeSeconds, writeValue } from "../core/value.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import type { Sink } from "./sink.ts";
import { writeBits, writeLabel, writeText } from "./text.ts";
import { writeXml, XML } from "./xml.ts";

const COLON = 58;
const INDENT = "  ";

/**
 * Prints every field as XML, in the shape of tshark's packet details (PDML): fields nest as in the tree, other names of
 * a field follow it with `hide="yes"`. A position counts in the frame, or in the buffer that was reassembled or decoded.
 */
export class PdmlSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly scratch = new Info(1024);
  /** The nodes the row at hand is nested in, by depth, and how many of them are open elements. */
  private readonly parents: Node[] = [];
  private open = 0;

  constructor(out: ByteWriter, rows: Rows) {
    this.out = out;
    this.rows = rows;
    out.text(`${XML}<pdml version="0" creator="sniff">\n`);
  }

  frame(frame: Frame): void {
    const rows = this.rows.unroll(frame);
    this.out.text("<packet>\n");
    this.general(frame);
    for (let i = 0; i < rows.count; i++) {
      this.close(rows.depth[i]!);
      this.parents[rows.depth[i]!] = rows.nodes[i]!;
      if (rows.nodes[i]!.kind === PROTOCOL) this.protocol(frame, i);
      else this.row(frame, i);
    }
    this.close(0);
    this.out.text("</packet>\n\n");
  }

  end(): void {
    this.out.text("\n</pdml>\n");
  }

  /** What the capture says of the frame, which tshark gives a protocol of its own. */
  private general(frame: Frame): void {
    const { out } = this;
    const size = frame.capturedLength;
    out.text(`  <proto name="geninfo" pos="0" showname="General information" size="${size}">\n`);
    const field = (name: string, label: string, show: string, value: string) =>
      out.text(
        `    <field name="${name}" pos="0" show="${show}" showname="${label}" value="${value}" size="${size}"/>\n`,
      );
    const counted = (name: string, label: string, value: number) =>
      field(name, label, String(value), value.toString(16));
    counted("num", "Number", frame.number);
    counted("len", "Frame Length", frame.originalLength);
    counted("caplen", "Captured Length", frame.capturedLength);
    if (frame.hasTime) {
      writeSeconds(this.scratch, frame.seconds, frame.nanoseconds, 9);
      field("timestamp", "Captured Time", absoluteText(frame), this.scratch.toString());
      this.scratch.at = 0;
    }
    out.text("  </proto>\n");
  }

  private protocol(frame: Frame, i: number): void {
    const { out, rows } = this;
    this.begin("proto", rows.nodes[i]!.name, 0);
    this.attribute(" showname", () => writeLabel(this.scratch, rows, i));
    if (i > 0) this.place(frame, i);
    else out.text(' size="').decimal(frame.capturedLength).text('" pos="0"');
    out.text(">\n");
    this.open = 1;
  }

  private row(frame: Frame, i: number): void {
    const { rows } = this;
    const node = rows.nodes[i]!;
    const depth = rows.depth[i]!;
    if (node.kind === FIELD) this.field(frame, i, node.name, false);
    else this.group(frame, i, node as Group);
    const nests = i + 1 < rows.count && rows.depth[i + 1]! > depth;
    this.out.text(nests ? ">\n" : "/>\n");
    if (nests) this.open = depth + 1;
    if (node.kind !== FIELD) return;
    for (const name of (node as Field).also) {
      this.field(frame, i, name, true);
      this.out.text("/>\n");
    }
  }

  private group(frame: Frame, i: number, node: Group): void {
    const { rows, scratch } = this;
    this.begin("field", "", rows.depth[i]!);
    this.attribute(" show", () => {
      writeLabel(scratch, rows, i);
      const title = node.title?.(frame, rows.row[i]!);
      if (title) scratch.text(": ").text(title);
    });
    this.place(frame, i);
    this.bytes(frame, i, " value");
  }

  private field(frame: Frame, i: number, name: string, alias: boolean): void {
    const { out, rows, scratch } = this;
    const field = rows.nodes[i] as Field;
    this.begin("field", name, rows.depth[i]! + (alias && this.open > rows.depth[i]! ? 1 : 0));
    this.attribute(" showname", () => {
      const parent = this.parents[rows.depth[i]! - 1];
      writeBits(scratch, frame, rows, i, parent?.kind === FIELD ? (parent as Field) : undefined);
      scratch.text(field.label);
      if (field.type === "none") return;
      scratch.text(": ");
      writeText(scratch, frame, rows, i);
    });
    if (alias) out.text(' hide="yes"');
    this.place(frame, i);
    this.attribute(" show", () => this.show(frame, i));
    if (field.bitCount > 0 && !field.generated) {
      this.attribute(" value", () => scratch.text((numberOf(frame, rows, i) / field.scale).toString(16)));
      this.bytes(frame, i, " unmaskedvalue");
    } else this.bytes(frame, i, " value");
  }

  /** The value as `-T fields` prints it, bytes with colons between them, and nothing for a field without a value. */
  private show(frame: Frame, i: number): void {
    const { rows, scratch } = this;
    const { type } = rows.nodes[i] as Field;
    if (type === "none") return;
    if (type === "string") scratch.text(stringOf(frame, rows, i));
    else if (type === "bytes") {
      const bytes = bytesOf(frame, rows, i);
      scratch.hexBytes(bytes, 0, bytes.length, COLON);
    } else writeValue(scratch, frame, rows, i);
  }

  private begin(element: "proto" | "field", name: string, depth: number): void {
    const { out } = this;
    for (let d = 0; d <= depth; d++) out.text(INDENT);
    out.text("<").text(element).text(' name="').text(name).text('"');
  }

  /** Writes an attribute, given with the blank before it, whose value `write` writes to the scratch. */
  private attribute(name: string, write: () => void): void {
    const { out } = this;
    out.text(name).text('="');
    write();
    writeXml(out, this.scratch);
    out.text('"');
  }

  private place(frame: Frame, i: number): void {
    const { rows } = this;
    const start = rows.start[i]!;
    this.out
      .text(' size="')
      .decimal(rows.end[i]! - start)
      .text('" pos="');
    this.out.decimal(start - frame.source(rows.source[i]!).start).text('"');
  }

  /** The bytes a row lies in, in hexadecimal; nothing where there are none. */
  private bytes(frame: Frame, i: number, name: string): void {
    const { rows, out } = this;
    const [start, end] = [rows.start[i]!, rows.end[i]!];
    if (end > start) out.text(name).text('="').hexBytes(frame.source(rows.source[i]!).bytes, start, end).text('"');
  }

  /** Ends the open elements that are nested `depth` deep or deeper. */
  private close(depth: number): void {
    for (; this.open > depth; this.open--) {
      for (let d = 0; d < this.open; d++) this.out.text(INDENT);
      this.out.text(this.open === 1 ? "</proto>\n" : "</field>\n");
    }
  }
}
