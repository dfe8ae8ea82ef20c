import { describe, expect, test } from "vitest";
import { Info, type JsonFormat, JsonSink, jsonFormat, open, registry } from "../../src/index.ts";
import { writeJsonBytes, writeJsonText } from "../../src/output/json-text.ts";
import { loopback, readAll } from "../loopback.ts";

interface Layer {
  protocol: string;
  offset: number;
  length: number;
  fields: Record<string, unknown>;
}

async function json(format: Partial<JsonFormat>) {
  const capture = open(loopback);
  const out = new Info(64);
  const sink = new JsonSink(out, capture.rows(), registry, { ...jsonFormat, ...format });
  await readAll(capture, (frame) => sink.frame(frame));
  sink.end();
  return out.toString();
}
const lines = async (format: Partial<JsonFormat> = {}) =>
  (await json(format))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown> & { layers: Layer[] });

/** A name and value of every member, nested ones too. */
function* members(value: unknown): Generator<[string, unknown]> {
  if (Array.isArray(value)) for (const item of value) yield* members(item);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield [name, inner];
      yield* members(inner);
    }
  }
}

describe("ndjson", () => {
  test("begins with the packet line's columns", async () => {
    const { layers, ...columns } = (await lines())[3]!;
    expect(columns).toEqual({
      number: 4,
      time: "1795376270.841919000",
      time_relative: "0.011199000",
      length: 49,
      captured_length: 49,
      protocol: "UDP",
      source: "127.0.0.1",
      destination: "127.0.0.1",
      info: "52182 → 8098 Len=7",
    });
    expect(layers.map(({ protocol, offset, length }) => [protocol, offset, length])).toEqual([
      ["eth", 0, 14],
      ["ip", 14, 20],
      ["udp", 34, 8],
      ["data", 42, 7],
    ]);
  });

  test("holds values as numbers, booleans, addresses and bytes", async () => {
    const [, ip, udp, data] = (await lines())[3]!.layers;
    expect(ip!.fields).toMatchObject({
      "ip.ttl": 64,
      "ip.flags.df": true,
      "ip.src": "127.0.0.1",
      "ip.addr": ["127.0.0.1", "127.0.0.1"],
    });
    expect(udp!.fields).toMatchObject({ "udp.srcport": 52182, "udp.port": [52182, 8098] });
    expect(data!.fields).toEqual({ "data.data": "70696e6700c3bf", "data.len": 7 });
  });

  test("makes an array of every name that can repeat, and of no other", async () => {
    const layers = (await lines()).flatMap((frame) => frame.layers.map(({ fields }) => fields));
    for (const [name, value] of members(layers)) {
      const entry = registry.find(name);
      if (entry) expect([name, Array.isArray(value)]).toEqual([name, entry.many]);
    }
  });

  test("makes records of lists", async () => {
    const [, , tcp] = (await lines())[0]!.layers;
    expect(tcp!.fields["tcp.option_list"]).toMatchObject([
      { "tcp.option_kind": [2], "tcp.options.mss_val": [65495] },
      { "tcp.option_kind": [4] },
      { "tcp.option_kind": [8] },
      { "tcp.option_kind": [1] },
      { "tcp.option_kind": [3], "tcp.options.wscale.shift": [10] },
    ]);
  });

  test("leaves hidden fields out", async () => {
    expect(await json({})).not.toContain("ip.src_host");
  });

  test("keeps only the layers asked for", async () => {
    const frames = await lines({ layers: ["ip", "udp"] });
    expect(frames.map(({ layers }) => layers.map(({ protocol }) => protocol).join())).toEqual([
      "ip",
      "ip",
      "ip",
      "ip,udp",
      "ip,udp",
      "ip",
      "ip",
      "ip",
      "ip",
      "ip",
      "ip",
      "ip",
    ]);
  });

  test("keeps only the fields asked for, and layers that have them", async () => {
    const [first, , , datagram] = await lines({ fields: ["tcp.options.mss_val", "tcp.port", "frame.number"] });
    expect(first!.layers.map(({ fields }) => fields)).toEqual([
      { "frame.number": 1 },
      { "tcp.port": [55346, 8099], "tcp.option_list": [{ "tcp.options.mss_val": [65495] }] },
    ]);
    expect(datagram!.layers.map(({ fields }) => fields)).toEqual([{ "frame.number": 4 }]);
  });

  test("bounds bytes", async () => {
    const [, , , data] = (await lines({ maxBytes: 2 }))[3]!.layers;
    expect(data!.fields["data.data"]).toBe("7069");
  });
});

test("json is the same objects in one array", async () => {
  expect(JSON.parse(await json({ array: true }))).toEqual(await lines());
});

test("annotated fields say where they lie and nest as in the tree", async () => {
  const udp = (await lines({ annotate: true }))[3]!.layers[2]!;
  expect(udp.fields).toMatchObject([
    { name: "udp.srcport", label: "Source Port", value: 52182, text: "52182", offset: 34, length: 2 },
    { name: "udp.dstport" },
    { name: "udp.length", text: "15 bytes" },
    { name: "udp.checksum", text: expect.stringMatching(/^0x[0-9a-f]{4}$/), fields: [{ name: "udp.checksum.status" }] },
    { name: "udp.stream" },
    { name: "udp.time_relative" },
    { name: "udp.time_delta" },
    { name: "udp.payload", offset: 42, length: 7 },
  ]);
});

describe("a JSON string", () => {
  test.each(["", "plain", '"\\/\b\f\n\r\t\u0000\u001f\u007f', "grüße → 𝄞", "\ud800"])("%j comes back", (text) => {
    const w = new Info(4);
    writeJsonText(w, text);
    expect(JSON.parse(w.toString())).toBe(Buffer.from(text).toString());
  });

  test.each([
    [0xff],
    [0xc3],
    [0xe2, 0x86],
    [0xed, 0xa0, 0x80],
    [0xc0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0x61, 0x80, 0x62],
  ])("of the bytes %i %i %i %i is valid UTF-8", (...bytes) => {
    const w = new Info(4);
    writeJsonBytes(w, Uint8Array.from(bytes), 0, bytes.length);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(w.buffer.subarray(0, w.at));
    expect(JSON.parse(text)).toContain("\ufffd");
  });
});
