import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { finished, GENEROUS, sniff } from "./sniff.ts";

const HELLO = new URL("../../fixtures/http/hello.pcap", import.meta.url).pathname;

test("a statistic is a table, and frames are shown only where that is asked for", { timeout: GENEROUS }, async () => {
  const { out, code } = await finished(sniff("-r", HELLO, "-z", "io,phs", "-z", "endpoints,ip"));
  expect(code).toBe(0);
  expect(out).toBe(
    [
      "Protocol hierarchy",
      "Protocol                 Frames    %  Bytes       %",
      "eth                          10  100   1044  100.00",
      "  ip                         10  100   1044  100.00",
      "    tcp                      10  100   1044  100.00",
      "      http                    2   20    500   47.89",
      "        data-text-lines       1   10    351   33.62",
      "",
      "IPv4 endpoints",
      "Address    Frames  Bytes  Sent  Bytes  Received  Bytes",
      "10.77.0.1      10   1044     6    487         4    557",
      "10.77.0.2      10   1044     4    557         6    487",
      "",
    ].join("\n"),
  );
  const lines = await finished(sniff("-r", HELLO, "-P", "-z", "endpoints,ip"));
  expect(lines.out).toMatch(/^ {4}1 .*\n(.*\n){9}IPv4 endpoints\n/);
});

test("programs get JSON", async () => {
  const { out } = await finished(sniff("-r", HELLO, "-z", "io,phs", "-z", "count,ip.src,tcp.len,http", "-T", "json"));
  expect(JSON.parse(out)).toMatchObject([
    { statistic: "io,phs", rows: [{ protocol: "eth", frames: 10 }, { protocol: "eth:ip" }, {}, {}, {}] },
    {
      statistic: "count,ip.src,tcp.len,http",
      rows: [{ "ip.src": "10.77.0.1", count: 1 }, { "tcp.len": "83" }, {}, {}],
    },
  ]);
});

test("of a capture that is cut short, what is there is counted", async () => {
  const child = sniff("-r", "-", "-z", "endpoints,ip");
  child.stdin.end(readFileSync(HELLO).subarray(0, 930));
  const { out, err, code } = await finished(child);
  expect(out).toContain("10.77.0.1       6");
  expect(err).toContain("cut short in the middle of a frame");
  expect(code).toBe(2);
});

test.each([
  [["-z", "conv,tpc"], "sniff: conv,tpc: no such statistic (did you mean conv,tcp?); -z help lists all\n"],
  [
    ["-z", "conv,tcp", "-T", "fields", "-e", "ip.src"],
    "sniff: -z with -T fields: statistics are printed as text, json, ndjson\n",
  ],
  [["-z", "count,htp.host"], "sniff: Unknown field: htp.host (did you mean http.host?)\n"],
])("%j is refused", async (args, message) => {
  const { out, err, code } = await finished(sniff("-r", HELLO, ...args));
  expect([out, err, code]).toEqual(["", message, 2]);
});
