import { describe, expect, test } from "vitest";
import { GoldenSink, HexSink, Info, LineSink, lineFormat, open, type Sink, TreeSink } from "../../src/index.ts";
import { bytes, concat, description, enhanced, option, section } from "../capture/build.ts";
import { loopback, readAll } from "../loopback.ts";

async function printed(number: number, make: (out: Info, capture: ReturnType<typeof open>) => Sink): Promise<string> {
  const capture = open(loopback, { displayFilter: `frame.number == ${number}` });
  const out = new Info(64);
  const sink = make(out, capture);
  await readAll(capture, (frame) => sink.frame(frame));
  return out.toString();
}

describe("the tree", () => {
  test("heads each protocol and shows values, bits and places", async () => {
    const tree = await printed(2, (out, capture) => new TreeSink(out, capture.rows()));
    expect(tree).toContain(
      "\nTransmission Control Protocol, Src Port: 8099, Dst Port: 55346, Seq: 0, Ack: 1, Len: 0  34..74\n" +
        "    Source Port: 8099  34..36\n",
    );
    expect(tree).toContain("\n        .... ...1 .... = Acknowledgment: Set  47..48\n");
    expect(tree).toContain("\n    Protocol: TCP (6)  23..24\n");
    expect(tree).toContain("\n    [Stream index: 0]\n");
    expect(tree).toMatch(
      /\n {4}Option: Maximum Segment Size {2}54\.\.58\n {8}Kind: Maximum Segment Size \(2\) {2}54\.\.55\n/,
    );
  });

  test("opens only the protocols asked for", async () => {
    const tree = await printed(4, (out, capture) => new TreeSink(out, capture.rows(), ["data"]));
    expect(tree).toBe(
      "Frame 4: 49 bytes on wire, 49 bytes captured\n" +
        "Ethernet, Src: 00:00:00:00:00:00, Dst: 00:00:00:00:00:00  0..14\n" +
        "Internet Protocol Version 4, Src: 127.0.0.1, Dst: 127.0.0.1  14..34\n" +
        "User Datagram Protocol, Src Port: 52182, Dst Port: 8098  34..42\nData  42..49\n    Data: 70696e6700c3bf  42..49\n    Length: 7 bytes  42..49\n\n",
    );
  });
});

test("golden text has one row a line", async () => {
  const golden = await printed(4, (out, capture) => new GoldenSink(out, capture.rows()));
  expect(golden).toContain("\n34..42  udp  User Datagram Protocol\n  34..36  udp.srcport  52182  Source Port\n");
});

describe("bytes", () => {
  test("stand in hexadecimal beside their characters", async () => {
    const hex = await printed(5, (out) => new HexSink(out, "hex"));
    expect(hex).toMatch(/^0000 {2}(00 ){12}08 00 45 00 {3}\.{14}E\.\n0010 /);
    expect(hex.endsWith("pong\n\n")).toBe(true);
  });

  test("stand as text", async () => {
    expect(await printed(6, (out) => new HexSink(out, "ascii"))).toContain(
      "GET /index.html HTTP/1.1 \nHost: 127.0.0.1:8099 \n",
    );
  });
});

describe("the packet line", () => {
  const line = (format: Partial<typeof lineFormat>) =>
    printed(4, (out) => new LineSink(out, { ...lineFormat, ...format }));

  test("is cut to the terminal's width", async () => {
    expect(await line({ width: 30 })).toBe("    4   0.011199    127.0.0.1 \n");
  });

  test("is coloured by protocol", async () => {
    expect(await line({ color: true })).toMatch(/^\u001b\[36m.*\u001b\[0m\n$/);
  });

  test.each([
    ["e", "1795376270.841919"],
    ["u", "19:37:50.841919"],
    ["ud", "2026-11-22 19:37:50.841919"],
    ["udoy", "2026/326 19:37:50.841919"],
    ["d", "  0.011165"],
    ["dd", "  0.000000"],
  ] as const)("shows time as -t %s asks", async (time, text) => {
    expect(await line({ time })).toContain(`    4 ${text}    127.0.0.1 →`);
  });

  test("shows as many decimals as the interface's clock has", async () => {
    const resolutions = [0, 1, 2, 3, 4, 6, 7, 9, 0x8a, 0x94, 0x9e];
    const parts = resolutions.flatMap((resolution, id) => {
      const units = resolution & 0x80 ? 2 ** (resolution & 0x7f) : 10 ** resolution;
      const described = description(true, 1, 0, option(true, 9, bytes([resolution])));
      return [described, enhanced(true, id, Math.floor(units * (100 + id + 0.123456789)), new Uint8Array(60))];
    });
    const out = new Info(64);
    const sink = new LineSink(out);
    await readAll(open(concat(section(true), ...parts)), (frame) => sink.frame(frame));
    const times = out.toString().matchAll(/^ +\d+ +(\S+)/gm);
    // As tshark has them; 2^10 units a second are worth milliseconds, 2^20 microseconds.
    expect([...times].map(([, time]) => time)).toEqual(
      "0 1.1 2.12 3.123 4.123 5.123456 6.123456 7.123456789 8.123 9.123456 10.123456788".split(" "),
    );
  });
});
