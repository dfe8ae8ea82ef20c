import { NameError, unknownName } from "./core/error.ts";
import type { Value } from "./core/field.ts";
import type { Frame } from "./core/frame.ts";
import type { NameEntry, Registry } from "./core/registry.ts";
import type { Rows } from "./core/rows.ts";
import { valueOf } from "./core/value.ts";
import type { FrameObject, FrameReader } from "./core/view.ts";
import { ByteWriter } from "./core/writer.ts";
import { JsonSink } from "./output/json.ts";

/** Reads the frames of one capture by the names of `registry`. */
export class FieldReader implements FrameReader {
  private readonly registry: Registry;
  private readonly rows: Rows;
  private readonly text = new ByteWriter();
  private json: JsonSink | undefined;

  constructor(registry: Registry, rows: Rows) {
    this.registry = registry;
    this.rows = rows;
  }

  value(frame: Frame, name: string): Value | Value[] | undefined {
    const entry = this.field(name);
    const { rows } = this;
    if (rows.select(frame, entry).count === 0) return undefined;
    return entry.many ? this.all(frame) : valueOf(frame, rows, 0);
  }

  values(frame: Frame, name: string): Value[] {
    this.rows.select(frame, this.field(name));
    return this.all(frame);
  }

  has(frame: Frame, name: string): boolean {
    return this.rows.select(frame, this.entry(name)).count > 0;
  }

  object(frame: Frame): FrameObject {
    this.text.at = 0;
    this.json ??= new JsonSink(this.text, this.rows, this.registry);
    this.json.frame(frame);
    return JSON.parse(this.text.toString()) as FrameObject;
  }

  private all(frame: Frame): Value[] {
    return Array.from({ length: this.rows.count }, (_, i) => valueOf(frame, this.rows, i));
  }

  private entry(name: string): NameEntry {
    const entry = this.registry.find(name);
    if (entry !== undefined) return entry;
    throw unknownName(
      "field",
      name,
      [...this.registry.all()].map((known) => known.name),
    );
  }

  private field(name: string): NameEntry {
    const entry = this.entry(name);
    if (entry.origins.length > 0) return entry;
    throw new NameError(`${name} is a protocol and has no value: has("${name}") tells whether it is there`);
  }
}
