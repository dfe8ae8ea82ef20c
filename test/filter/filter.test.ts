import { describe, expect, test } from "vitest";
import { FilterError, open } from "../../src/index.ts";
import { kept, loopback } from "../loopback.ts";

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const tcp = all.filter((n) => n !== 4 && n !== 5);
const server = [2, 7, 8, 11];

describe("a display filter keeps", () => {
  test.each<[string, number[]]>([
    ["tcp", tcp],
    ["!tcp", [4, 5]],
    ["udp or arp", [4, 5]],
    ["tcp.port == 8099", tcp],
    ["tcp.srcport == 8099", [2, 7, 8, 11]],
    ["tcp.flags.syn", tcp],
    ["tcp.flags.syn == 1", [1, 2]],
    ["tcp.flags.syn == 1 and not tcp.flags.ack == 1", [1]],
    ["tcp.flags.syn == true && tcp.flags.ack == False", [1]],
    ["tcp.flags & 2", [1, 2]],
    ["tcp.flags & 0x12 == 0x12", [2]],
    ["tcp[13] & 2", [1, 2]],
    ["tcp.len > 0", [6, 8]],
    ["0 < tcp.len < 100", [6]],
    ["tcp.srcport in {80, 8000..8099}", server],
    ["tcp.srcport not in {80, 8000..8099}", all.filter((n) => !server.includes(n))],
    ["ip.src == 127.0.0.0/8", all],
    ["ip.src == 10.0.0.0/8", []],
    ["ip.addr in {10.0.0.0/8, 127.0.0.0/24}", all],
    ["ip.src == ip.dst", all],
    ["tcp.srcport > tcp.dstport", tcp.filter((n) => !server.includes(n))],
    ["ip.proto == TCP", tcp],
    ["ip.proto == udp", [4, 5]],
    ["tcp.dstport == http-alt", []],
    ["tcp.port != domain", tcp],
    ["tcp.port in {http, https, 8099}", tcp],
    ["udp.srcport > http", [4, 5]],
    ["ip#2", []],
    ["ip.src#1", all],
    ["ip.src#[-1]", all],
    ["frame.number <= 2 || udp && frame.number == 5", [1, 2, 5]],
    ["(frame.number <= 2 || udp) && frame.number >= 2", [2, 4, 5]],
    ["frame.number == 0b11", [3]],
    ["frame.number == 010", [8]],
    ["tcp.len == 'd'", [8]],
    ['frame.time > "2000-01-01T00:00:00Z" and frame.time_relative == 0', [1]],
  ])("%s", async (filter, numbers) => expect(await kept(filter)).toEqual(numbers));

  test.each<[string, number[]]>([
    ["tcp.port == 8099 and tcp.port != 8099", []],
    ["tcp.port !== 8099", tcp],
    ["tcp.port === 8099", []],
    ["!(tcp.port == 8099)", [4, 5]],
    ["tcp.port != 1", tcp],
    ["all tcp.port > 8000", tcp],
    ["all tcp.port in {8000..9000}", []],
    ["any tcp.port != 8099", tcp],
  ])("by any or all values: %s", async (filter, numbers) => expect(await kept(filter)).toEqual(numbers));

  test.each<[string, number[]]>([
    ['udp contains "ong"', [5]],
    ["udp.payload contains 6f:6e:67", [5]],
    ['udp.payload contains "\\x00"', [4]],
    ['udp contains "ÿ"', [4]],
    ['tcp contains "INDEX"', []],
    ['tcp matches "INDEX"', [6]],
    ['tcp matches "(?-i)INDEX"', []],
    ['tcp.payload matches r"^HTTP/1\\.[01] \\d{3} "', [8]],
    ['tcp ~ "hello\\n$"', [8]],
    ['tcp.payload[:3] == "GET"', [6]],
    ["tcp.payload[0-2] == 47:45:54", [6]],
    ["tcp.payload[-1] == 0a", [6, 8]],
    ['tcp.payload[0,1,2] == "GET"', [6]],
    ['udp.payload[1:2] == "on"', [5]],
    ["eth.src[0:2] == 00:00", all],
    ["len(udp.payload) == 4", [5]],
    ["count(ip.addr) == 2", all],
    ['upper(frame.protocols) contains ":UDP"', [4, 5]],
    ['string(tcp.srcport) == "8099"', server],
    ["max(tcp.srcport, tcp.dstport) == 8099", []],
    ["ip.hdr_len + 20 == 40", all],
    ["frame.number % {1 + 3} == 0", [4, 8, 12]],
    ["abs(ip.ttl - 100) == 36", all],
  ])("by content: %s", async (filter, numbers) => expect(await kept(filter)).toEqual(numbers));
});

describe("a display filter is refused", () => {
  test.each<[string, string, number, number]>([
    ["tcp.prot == 80", '"tcp.prot" is not a field or protocol (did you mean tcp.port?)', 0, 8],
    ["tcp.port == 65536", "65536 is out of range: tcp.port holds 0 to 65535", 12, 5],
    ["tcp.port == htttp", '"htttp" is no value of tcp.port (did you mean http?)', 12, 5],
    ["eth.src == ip.src", "eth.src and ip.src cannot be compared", 11, 6],
    ["eth.src[2-1] == 0a", "a range such as [1-3] goes from a lower to a higher number", 8, 3],
    ["tcp.port ==", "a field or value is missing at the end", 11, 0],
    ["(tcp", '")" is missing for the "(" at 1', 4, 0],
    ["tcp.port in {80 443}", '"," or "}" was expected', 16, 3],
    [
      "ip.addr == 10.0.0.256",
      '"10.0.0.256" is not an IPv4 address such as 10.0.0.1 or 10.0.0.0/8, as ip.addr needs',
      11,
      10,
    ],
    ["tcp.port contains 1", "tcp.port holds neither text nor bytes", 0, 8],
    ["lenn(udp) == 1", "there is no function lenn (did you mean len?)", 0, 4],
    ['tcp contains "x', "the string has no end", 13, 2],
    [
      'tcp matches "(?=x)"',
      "the pattern cannot be used: look-around, atomic groups and references are not supported",
      12,
      7,
    ],
    ["", "the filter is empty", 0, 0],
  ])("%s", (filter, reason, at, length) => {
    let error: unknown;
    try {
      open(loopback, { displayFilter: filter });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FilterError);
    expect(error).toMatchObject({ reason, at, length });
  });

  test("with a caret under the place", () => {
    expect(() => open(loopback, { displayFilter: "tcp and udp.prot" })).toThrow(
      "\n    tcp and udp.prot\n            ^~~~~~~~",
    );
  });

  test("when it nests without end", () => {
    expect(() => open(loopback, { displayFilter: `${"(".repeat(5000)}tcp${")".repeat(5000)}` })).toThrow("too deeply");
  });
});
