import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { PcapFormat } from "../src/capture/pcap.ts";
import { PcapngFormat } from "../src/capture/pcapng.ts";
import { NEED_MORE } from "../src/capture/records.ts";
import { Dissector } from "../src/core/dissector.ts";
import type { Field } from "../src/core/field.ts";
import { Frame } from "../src/core/frame.ts";
import type { Rows } from "../src/core/rows.ts";
import type { Secret } from "../src/core/secrets.ts";
import { writeValue } from "../src/core/value.ts";
import { compileFilter } from "../src/filter/compile.ts";
import {
  ByteWriter,
  Info,
  JsonSink,
  jsonFormat,
  LineSink,
  matchGolden,
  open,
  registry,
  TreeSink,
} from "../src/index.ts";

const folder = fileURLToPath(new URL("../fixtures/", import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.pcap(ng)?$/.test(file))
  .sort();

/** A frame of a fixture: where its bytes start in the file, and how many there are. */
interface Held {
  start: number;
  captured: number;
  original: number;
}

function framesOf(bytes: Uint8Array): { linkType: number; frames: Held[]; secrets: Secret[] } {
  const pcapng = PcapngFormat.open(bytes, 0);
  const format = pcapng ?? PcapFormat.open(bytes, 0)!;
  const secrets: Secret[] = [];
  if (pcapng !== undefined) pcapng.takeSecret = (secret) => secrets.push(secret);
  const target = new Frame();
  const frames: Held[] = [];
  for (
    let start = format.next(bytes, bytes.length, target);
    start !== NEED_MORE;
    start = format.next(bytes, bytes.length, target)
  ) {
    frames.push({ start, captured: target.capturedLength, original: target.originalLength });
  }
  return { linkType: format.linkType, frames, secrets };
}

/** Every row lies inside its source, and inside the row it is nested under when both lie in the same source. */
function expectRowsToNest(frame: Frame, rows: Rows): void {
  const open: number[] = [];
  for (let i = 0; i < rows.count; i++) {
    const source = frame.source(rows.source[i]!);
    const [start, end] = [rows.start[i]!, rows.end[i]!];
    if (!(source.start <= start && start <= end && end <= source.end)) {
      throw new Error(`${rows.nodes[i]!.name} ${start}..${end} leaves its source ${source.start}..${source.end}`);
    }
    while (open.length > 0 && rows.depth[open.at(-1)!]! >= rows.depth[i]!) open.pop();
    if (rows.depth[i]! > 0 && open.length === 0) throw new Error(`${rows.nodes[i]!.name} is nested under nothing`);
    open.push(i);
  }
}

/** Looks at a frame in every way a user can; throws where one of them fails. */
function lookAt(dissector: Dissector, rows: Rows, frame: Frame, bytes: Uint8Array, held: Held, linkType: number): void {
  frame.number = 2;
  frame.seconds = frame.nanoseconds = 0;
  frame.linkType = linkType;
  frame.capturedLength = held.captured;
  frame.originalLength = held.original;
  dissector.dissect(frame, bytes, held.start);
  expectRowsToNest(frame, rows.unroll(frame));
  new LineSink(new Info(256)).frame(frame);
}

describe.each(fixtures)("%s", (file) => {
  const bytes = new Uint8Array(readFileSync(folder + file));
  const { linkType, frames, secrets } = framesOf(bytes);

  test("prints its golden text", () => matchGolden(folder + file));

  test("is dissected as far as it goes when it is cut after any byte", () => {
    const dissector = new Dissector(registry);
    const rows = dissector.rows();
    const frame = new Frame();
    frame.secrets = secrets;
    for (const held of frames) {
      for (let captured = 0; captured < held.captured; captured++) {
        lookAt(dissector, rows, frame, bytes, { ...held, captured }, linkType);
      }
    }
  });

  test("survives every changed byte", () => {
    const dissector = new Dissector(registry);
    const rows = dissector.rows();
    const frame = new Frame();
    frame.secrets = secrets;
    for (const held of frames) {
      for (let at = held.start; at < held.start + held.captured; at++) {
        const before = bytes[at]!;
        for (const changed of [before ^ 0xff, before ^ 1, 0]) {
          bytes[at] = changed;
          lookAt(dissector, rows, frame, bytes, held, linkType);
        }
        bytes[at] = before;
      }
    }
  });

  test("finds every field it shows by its name and by a filter", async () => {
    const capture = open(bytes);
    const rows = capture.rows();
    const one = capture.rows();
    const text = (from: Rows, i: number, frame: Frame) => {
      const w = new ByteWriter();
      writeValue(w, frame, from, i);
      return w.toString();
    };
    while (
      await capture.read((frame) => {
        rows.unroll(frame);
        const shown = new Map<string, string[]>();
        for (let i = 0; i < rows.count; i++) {
          const { name } = rows.nodes[i]!;
          if (rows.isField(i)) shown.set(name, [...(shown.get(name) ?? []), text(rows, i, frame)]);
        }
        for (const [name, texts] of shown) {
          const entry = registry.find(name);
          if (entry === undefined) throw new Error(`${name} is not declared`);
          one.select(frame, entry);
          const found = Array.from({ length: one.count }, (_, i) => text(one, i, frame));
          for (const value of texts) expect(found, `${name} in frame ${frame.number}`).toContain(value);
          expect(compileFilter(name, registry, one)(frame), name).toBe(true);
        }
      })
    );
  });

  test("says the same in tree and JSON", async () => {
    const capture = open(bytes);
    const rows = capture.rows();
    const treeText = new ByteWriter();
    const jsonText = new ByteWriter();
    const tree = new TreeSink(treeText, capture.rows());
    const json = new JsonSink(jsonText, capture.rows(), registry, { ...jsonFormat, array: false });
    while (
      await capture.read((frame) => {
        treeText.at = jsonText.at = 0;
        tree.frame(frame);
        json.frame(frame);
        rows.unroll(frame);
        const shown = rows.nodes.slice(0, rows.count).filter((_, i) => rows.isField(i)) as Field[];
        const visible = shown.filter((field) => !field.hidden && !field.name.startsWith("frame."));
        const names = new Set(visible.flatMap((field) => [field.name, ...field.also]));
        const object = JSON.parse(jsonText.toString()) as { number: number; layers: { fields: object }[] };
        expect(object.number).toBe(frame.number);
        expect(leafNames(object.layers.map((layer) => layer.fields))).toEqual([...names].sort());
        const text = treeText.toString();
        for (const field of visible) expect(text).toContain(field.label);
      })
    );
  });
});

/** The names of all values in a JSON layer, those in lists of objects too. */
function leafNames(layers: readonly object[]): string[] {
  const names = new Set<string>();
  const walk = (fields: object) => {
    for (const [name, value] of Object.entries(fields)) {
      const records = Array.isArray(value) && value.some((item) => item !== null && typeof item === "object");
      if (records) value.forEach(walk);
      else if (!Array.isArray(value) || value.length > 0) names.add(name);
    }
  };
  layers.forEach(walk);
  return [...names].sort();
}
