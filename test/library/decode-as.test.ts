import { expect, test } from "vitest";
import { DecodeAsError, dissect, open } from "../../src/index.ts";
import { finished, GENEROUS, sniff } from "../cli/sniff.ts";
import { ipv4, tcp, udp } from "../packets.ts";
import { fixture } from "./fixtures.ts";

const TCP = 6;
const UDP = 17;
const REQUEST = "GET / HTTP/1.1\r\n\r\n";
const QUERY = Buffer.from("00010100000100000000000001610000010001", "hex").toString("latin1");

/** The layers of a segment between these ports, decoded by rules. */
function layers(ports: [number, number], ...decodeAs: string[]): string[] {
  const packet = ipv4(TCP, 1, 2, tcp(ports, 1, 1, 0x18, REQUEST));
  return dissect(packet, "raw", { decodeAs })
    .toObject()
    .layers.map(({ protocol }) => protocol)
    .slice(3);
}

test.each<[string, string[], [number, number]]>([
  ["one port, whoever's it is", ["tcp.port==80,data"], [5000, 80]],
  ["a port that is not the lower one", ["tcp.port==5000,data"], [5000, 80]],
  ["the lower of two ports, both of which are told", ["tcp.port==5000,http", "tcp.port==80,data"], [5000, 80]],
  ["the last rule for a port", ["tcp.port==80,dns", "tcp.port==80,data"], [5000, 80]],
  ["a range", ["tcp.port==70-80,data"], [5000, 80]],
  ["so many from one on", ["tcp.port==78:3,data"], [5000, 80]],
  ["a hexadecimal number", ["tcp.port==0x50,data"], [5000, 80]],
])("a rule is for %s", (_, rules, ports) => {
  expect(layers(ports)).toEqual(["http"]);
  expect(layers(ports, ...rules)).toEqual(["data"]);
});

test("ports outside a range are left alone", () => {
  expect(layers([5000, 80], "tcp.port==81-90,data", "tcp.port==77:3,data")).toEqual(layers([5000, 80]));
});

test("what is not decoded by itself is, in any table", () => {
  const query = ipv4(UDP, 1, 2, udp([5000, 6000], QUERY));
  const decodeAs = ["udp.port==6000,mdns"];
  expect(dissect(query, "raw", { decodeAs }).has("mdns")).toBe(true);
  expect(dissect(query, "raw").has("mdns")).toBe(false);
  const inner = ipv4(200, 1, 2, tcp([5000, 6000], 1, 1, 2));
  expect(dissect(inner, "raw", { decodeAs: ["ip.proto==200,tcp"] }).value("tcp.dstport")).toBe(6000);
});

test("a whole capture is decoded by the rules", async () => {
  const found: string[] = [];
  const capture = open(fixture("http/hello.pcap"), { decodeAs: ["tcp.port==80,data"], displayFilter: "data" });
  while (await capture.read((frame) => found.push(frame.value("frame.protocols") as string)));
  expect(new Set(found)).toEqual(new Set(["eth:ethertype:ip:tcp:data"]));
});

test.each([
  ["http", "http: LAYER==SELECTOR,PROTOCOL is needed: tcp.port==8888,http"],
  ["tcp.prot==80,http", "tcp.prot==80,http: unknown layer: tcp.prot (did you mean tcp.port?); there is "],
  [
    "tcp.port==80,htttp",
    "tcp.port==80,htttp: unknown protocol in tcp.port: htttp (did you mean http?); there is bgp, bitcoin, data, dcerpc, ",
  ],
  ["udp.port==80,http", "udp.port==80,http: unknown protocol in udp.port: http; there is classicstun, data, "],
  ["tcp.port==90-80,http", "tcp.port==90-80,http: 90-80 is no number, range (8000-8010) or count (8000:3)"],
  ["tcp.port==x,http", "tcp.port==x,http: x is no number, range (8000-8010) or count (8000:3)"],
  ["ip.proto==0-4294967295,tcp", "ip.proto==0-4294967295,tcp: 0-4294967295 is no number"],
])("the rule %s is refused", (rule, message) => {
  expect(() => dissect(new Uint8Array(1), "raw", { decodeAs: [rule] })).toThrow(DecodeAsError);
  expect(() => dissect(new Uint8Array(1), "raw", { decodeAs: [rule] })).toThrow(message);
});

test("the command line says in one line what is wrong with a rule", { timeout: GENEROUS }, async () => {
  const { out, err, code } = await finished(sniff("-r", fixture("http/hello.pcap"), "-d", "tcp.port==80,htttp"));
  expect([out, code]).toEqual(["", 2]);
  expect(err).toMatch(
    /^sniff: -d tcp\.port==80,htttp: unknown protocol in tcp\.port: htttp \(did you mean http\?\); .*\n$/,
  );
});
