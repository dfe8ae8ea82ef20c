import { describe, expect, test } from "vitest";
import { ByteWriter } from "../../src/core/writer.ts";
import { type Frame, JsonSink, open, registry } from "../../src/index.ts";
import { fixture, fixtures } from "./fixtures.ts";

/** What `look` sees of the frames that a display filter keeps. */
async function seen<T>(path: string, displayFilter: string, look: (frame: Frame) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of open(path, { displayFilter })) for (const frame of batch) found.push(look(frame));
  return found;
}

describe("a frame's value", () => {
  test("has the type of its field", async () => {
    const [request] = await seen(fixture("http/hello.pcap"), "http.request", (frame) => ({
      host: frame.value("http.host") satisfies string[] | undefined,
      port: frame.value("tcp.dstport") satisfies number | undefined,
      isSyn: frame.value("tcp.flags.syn") satisfies boolean | undefined,
      time: frame.value("frame.time_relative"),
      payload: (frame.value("tcp.payload") satisfies Uint8Array | undefined) && frame.value("tcp.payload")!.length,
      none: frame.value("dns.qry.name") satisfies string[] | undefined,
    }));
    expect(request).toEqual({
      host: ["10.77.0.2"],
      port: 80,
      isSyn: false,
      time: { seconds: 0, nanoseconds: 152266 },
      payload: 83,
      none: undefined,
    });
  });

  test("is the first of those in several layers, and values are all", async () => {
    const [tunnelled] = await seen(fixture("ip/ipip.pcap"), "frame.number == 1", (frame) => [
      frame.value("ip.src"),
      frame.values("ip.src"),
      frame.value("ip.addr"),
      frame.values("dns.id"),
    ]);
    const all = ["10.77.0.1", "10.77.0.2", "192.168.7.1", "192.168.7.2"];
    expect(tunnelled).toEqual(["10.77.0.1", ["10.77.0.1", "192.168.7.1"], all, []]);
  });

  test("is found where the field only appears once a row is looked into", async () => {
    const hosts = await seen(fixture("http/gzip-segments.pcap"), "http", (frame) => frame.value("http.request.line"));
    expect(hosts[0]?.[0]).toMatch(/^Host: /);
  });

  test("knows which protocols and fields are there", async () => {
    const found = await seen(fixture("dns/udp.pcap"), "frame.number == 1", (frame) => [
      frame.has("dns"),
      frame.has("tcp"),
      frame.has("dns.qry.name"),
      frame.has("dns.time"),
    ]);
    expect(found).toEqual([[true, false, true, false]]);
  });

  test("needs a name that there is", async () => {
    const messages = await seen(fixture("dns/udp.pcap"), "frame.number == 1", (frame) => {
      const said: string[] = [];
      // @ts-expect-error: no such field
      for (const wrong of [() => frame.value("ip.sorc"), () => frame.has("dsn"), () => frame.values("dns")]) {
        expect(wrong).toThrow();
        try {
          wrong();
        } catch (error) {
          said.push(`${(error as Error).name}: ${(error as Error).message}`);
        }
      }
      return said;
    });
    expect(messages[0]).toEqual([
      "NameError: Unknown field: ip.sorc (did you mean ip.src?)",
      "NameError: Unknown field: dsn (did you mean dns?)",
      'NameError: dns is a protocol and has no value: has("dns") tells whether it is there',
    ]);
  });
});

describe.each(fixtures)("toObject of %s", (path) => {
  test("is what ndjson says", async () => {
    const capture = open(fixture(path));
    const out = new ByteWriter();
    const sink = new JsonSink(out, capture.rows(), registry);
    const objects: object[] = [];
    for await (const batch of capture) {
      for (const frame of batch) {
        sink.frame(frame);
        objects.push(frame.toObject());
      }
    }
    const lines = out.toString().trimEnd().split("\n");
    expect(objects).toEqual(lines.map((line) => JSON.parse(line)));
  });
});

test("an object outlives its frame, and is typed", async () => {
  const [object] = await seen(fixture("dns/udp.pcap"), "dns.flags.response == 1", (frame) => frame.toObject());
  const dns = object!.layers.find(({ protocol }) => protocol === "dns")!;
  const name: string | undefined = dns.fields["dns.queries"]?.[0]?.["dns.qry.name"]?.[0];
  expect([object!.info, name, dns.fields["dns.time"]]).toEqual([
    "Standard query response 0xd921 A web.example.test CNAME www.example.test A 192.0.2.80 OPT",
    "web.example.test",
    "0.000197000",
  ]);
  // @ts-expect-error: times are strings in objects
  const time: { seconds: number } | undefined = dns.fields["dns.time"];
  expect(time).toBeTypeOf("string");
});

test("a frame that outlived its capture says so", async () => {
  const kept: Frame[] = [];
  for await (const batch of open(fixture("dns/udp.pcap"))) kept.push(...batch);
  expect(() => kept[0]!.value("ip.src")).toThrow("the frame is gone: its batch was left (toObject() makes a copy");
});
