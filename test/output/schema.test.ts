import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { dissect, Info, JsonSink, jsonFormat, jsonSchema, open, registry } from "../../src/index.ts";
import { readAll } from "../loopback.ts";

const LINKTYPE_PPP = 9;
const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.pcap$/.test(file));

// Ajv's own optimization of the code it makes takes seconds for a schema of this size.
const compile = (annotate: boolean) =>
  new Ajv2020({ strictTypes: false, inlineRefs: false, code: { optimize: false } }).compile(
    jsonSchema(registry, annotate),
  );

describe.each([false, true])("the JSON Schema, annotated: %s", (annotate) => {
  const validate = compile(annotate);

  test.each(fixtures)("describes every frame of %s", async (file) => {
    const capture = open(folder + file);
    const out = new Info(64);
    const sink = new JsonSink(out, capture.rows(), registry, { ...jsonFormat, annotate });
    await readAll(capture, (frame) => sink.frame(frame));
    for (const line of out.toString().trimEnd().split("\n")) {
      validate(JSON.parse(line));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("refuses what sniff never prints", async () => {
    const frame = { number: 1, length: 60, captured_length: 60, layers: [] };
    expect(validate(frame)).toBe(true);
    expect(validate({ ...frame, number: 0 })).toBe(false);
    expect(validate({ ...frame, time: 1795376270.8 })).toBe(false);
    expect(validate({ ...frame, lenght: 60 })).toBe(false);
    expect(
      validate({ ...frame, layers: [{ protocol: "upd", offset: 0, length: 8, fields: annotate ? [] : {} }] }),
    ).toBe(false);
  });
});

test("the JSON Schema knows the options of each control protocol of PPP", () => {
  const validate = compile(false);
  for (const protocol of ["c021", "8021", "8057", "80fd"]) {
    const frame = dissect(Buffer.from(`${protocol}01010008010405dc`, "hex"), LINKTYPE_PPP).toObject();
    validate(frame);
    expect(validate.errors ?? []).toEqual([]);
    expect(Object.keys(frame.layers.at(-1)!.fields)).toContainEqual(expect.stringMatching(/\.options$/));
  }
});

test("the JSON Schema tells one value from many", () => {
  const validate = compile(false);
  const withFields = (fields: object) =>
    validate({
      number: 1,
      length: 60,
      captured_length: 60,
      layers: [{ protocol: "udp", offset: 34, length: 8, fields }],
    });
  expect(withFields({ "udp.srcport": 53, "udp.port": [53, 1024] })).toBe(true);
  expect(withFields({ "udp.srcport": [53] })).toBe(false);
  expect(withFields({ "udp.port": 53 })).toBe(false);
  expect(withFields({ "udp.srcport": "53" })).toBe(false);
});
