import type { Frame } from "../core/frame.ts";
import type { Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { writeValue } from "../core/value.ts";
import type { ByteWriter } from "../core/writer.ts";
import { type Column, columnNamed } from "./columns.ts";
import type { Sink } from "./sink.ts";

/** How `-T fields` lays out its table: tshark's -E options. */
export interface FieldsFormat {
  separator: string;
  aggregator: string;
  /** Which of several values are printed: all, the first or the last. */
  occurrence: "a" | "f" | "l";
  /** What each value is wrapped in: none, double or single quotes. */
  quote: "" | '"' | "'";
  /** Names of the fields as first line. */
  header: boolean;
  /** UTF-8 byte order mark in front. */
  bom: boolean;
}

/** tshark's defaults. */
export const fieldsFormat: FieldsFormat = {
  separator: "\t",
  aggregator: ",",
  occurrence: "a",
  quote: "",
  header: false,
  bom: false,
};

/** Prints a table: one line a frame, one column a field. */
export class FieldsSink implements Sink {
  private readonly out: ByteWriter;
  private readonly format: FieldsFormat;
  private readonly columns: readonly Column[];

  /** `names` must be known to `registry` or be line columns (`_ws.col.*`). */
  constructor(out: ByteWriter, rows: Rows, registry: Registry, names: readonly string[], format: FieldsFormat) {
    this.out = out;
    this.format = format;
    this.columns = names.map((name) => columnNamed(name) ?? this.values(registry, rows, name));
    if (format.bom) out.text("\ufeff");
    if (format.header) out.text(names.join(format.separator)).byte(10);
  }

  frame(frame: Frame): void {
    const { out, format } = this;
    for (let i = 0; i < this.columns.length; i++) {
      if (i > 0) out.text(format.separator);
      const from = out.at;
      out.text(format.quote);
      this.columns[i]!(out, frame);
      if (out.at === from + format.quote.length) out.at = from;
      else out.text(format.quote);
    }
    out.byte(10);
  }

  private values(registry: Registry, rows: Rows, name: string): Column {
    const entry = registry.find(name)!;
    const { aggregator, occurrence } = this.format;
    return (w, frame) => {
      rows.select(frame, entry);
      const first = occurrence === "l" ? Math.max(0, rows.count - 1) : 0;
      const last = occurrence === "f" ? Math.min(1, rows.count) : rows.count;
      for (let i = first; i < last; i++) {
        if (i > first) w.text(aggregator);
        writeValue(w, frame, rows, i);
      }
    };
  }
}
