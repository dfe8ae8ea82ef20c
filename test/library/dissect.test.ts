import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dissect, open } from "../../src/index.ts";
import { fixture, fixtures } from "./fixtures.ts";

/** A query for `example.test A` in UDP in IPv4, without a link. */
const query = Uint8Array.from(
  Buffer.from(
    "4500003a00010000401100000a4d00010a4d0002c00000350026000000010100000100000000000007657861" +
      "6d706c650474657374000001000100",
    "hex",
  ),
);

test("dissects one frame, which stays", () => {
  const frame = dissect(query, "raw");
  dissect(readFileSync(fixture("dns/udp.pcap")).subarray(40));
  expect([frame.value("ip.src"), frame.value("udp.dstport"), frame.value("dns.qry.name")]).toEqual([
    "10.77.0.1",
    53,
    ["example.test"],
  ]);
  expect(frame.toObject()).toMatchObject({
    number: 1,
    length: query.length,
    protocol: "DNS",
    info: "Standard query 0x0001 A example.test",
    layers: [{ protocol: "raw" }, { protocol: "ip" }, { protocol: "udp" }, { protocol: "dns" }],
  });
  expect(frame.toObject()).not.toHaveProperty("time");
});

test("takes link types by name and number", () => {
  const [byName, byNumber] = [dissect(query, "ipv4"), dissect(query, 228)];
  expect(byName.toObject()).toEqual(byNumber.toObject());
  expect(dissect(query, 9999).has("data")).toBe(true);
  // @ts-expect-error: no such link type
  expect(() => dissect(query, "etherent")).toThrow("Unknown link type: etherent (did you mean ethernet?)");
});

test("tells what the capture has cut from what is malformed", () => {
  expect(dissect(query.subarray(0, 40), "raw", { originalLength: query.length }).has("_ws.short")).toBe(true);
  expect(dissect(query.subarray(0, 40), "raw").has("_ws.malformed")).toBe(true);
  expect(dissect(new Uint8Array(0)).toObject()).toMatchObject({ length: 0 });
});

test.each(fixtures)("the first frame of %s is the same by itself", async (path) => {
  for await (const batch of open(fixture(path), { count: 1 })) {
    const [first] = batch;
    const { linkType, originalLength, bytes } = first!;
    const time = { seconds: first!.seconds, nanoseconds: first!.nanoseconds };
    expect(dissect(bytes, linkType, { originalLength, time }).toObject()).toEqual(first!.toObject());
  }
});
