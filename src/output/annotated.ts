import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { FIELD } from "../core/node.ts";
import type { Rows } from "../core/rows.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import { jsonKey, nextKey, writeJsonBytes, writeJsonText } from "./json-text.ts";
import { writeJsonValue } from "./json-value.ts";
import { writeLabel, writeText } from "./text.ts";

const COMMA = 44;
const KEYS = {
  name: jsonKey("name"),
  unnamed: jsonKey("label"),
  label: nextKey("label"),
  value: nextKey("value"),
  text: nextKey("text"),
  offset: nextKey("offset"),
  length: nextKey("length"),
  source: nextKey("source"),
  fields: nextKey("fields"),
};

/** Writes where bytes `start..end` of a source lie: `,"offset":34,"length":8`, and the source's name where it is not the frame. */
export function writePlace(w: ByteWriter, frame: Frame, source: number, start: number, end: number): void {
  const { name, start: first } = frame.source(source);
  w.put(KEYS.offset)
    .decimal(start - first)
    .put(KEYS.length)
    .decimal(end - start);
  if (source !== 0) writeJsonText(w.put(KEYS.source), name);
}

/** Writes rows as ordered lists of `{name, label, value, text, offset, length, fields}`. */
export class Annotated {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly kept: ReadonlySet<string>;
  private readonly maxBytes: number;
  private readonly scratch = new Info(1024);

  /** `kept`: names of the fields to write; empty for all. */
  constructor(out: ByteWriter, rows: Rows, kept: ReadonlySet<string>, maxBytes: number) {
    this.out = out;
    this.rows = rows;
    this.kept = kept;
    this.maxBytes = maxBytes;
  }

  /** Writes rows `from..to`; those nested under another are its `fields`. False when none of them is kept. */
  list(frame: Frame, from: number, to: number): boolean {
    const { out, rows } = this;
    out.text("[");
    const begun = out.at;
    for (let i = from; i < to; ) {
      const end = groupEnd(rows, i, to);
      const before = out.at;
      if (before > begun) out.byte(COMMA);
      if (!this.entry(frame, i, end)) out.at = before;
      i = end;
    }
    const empty = out.at === begun;
    out.text("]");
    return !empty;
  }

  private entry(frame: Frame, i: number, end: number): boolean {
    const { out, rows } = this;
    const node = rows.nodes[i]!;
    out.text("{");
    if (node.name !== "") writeJsonText(out.put(KEYS.name), node.name);
    out.put(node.name !== "" ? KEYS.label : KEYS.unnamed);
    this.quoted(() => writeLabel(this.scratch, rows, i));
    if (node.kind === FIELD) {
      writeJsonValue(out.put(KEYS.value), frame, rows, i, this.maxBytes);
      out.put(KEYS.text);
      this.quoted(() => writeText(this.scratch, frame, rows, i));
    }
    writePlace(out, frame, rows.source[i]!, rows.start[i]!, rows.end[i]!);
    let nested = false;
    if (end > i + 1) {
      const before = out.at;
      out.put(KEYS.fields);
      nested = this.list(frame, i + 1, end);
      if (!nested) out.at = before;
    }
    out.text("}");
    return nested || this.kept.size === 0 || (node.kind === FIELD && this.keeps(node as Field));
  }

  private keeps({ name, also }: Field): boolean {
    return this.kept.has(name) || also.some((alias) => this.kept.has(alias));
  }

  private quoted(write: () => void): void {
    this.scratch.at = 0;
    write();
    writeJsonBytes(this.out, this.scratch.buffer, 0, this.scratch.at);
  }
}

/** One past the rows nested under row `i`. */
function groupEnd({ depth }: Rows, i: number, to: number): number {
  let end = i + 1;
  while (end < to && depth[end]! > depth[i]!) end++;
  return end;
}
