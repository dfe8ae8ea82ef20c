import { describe, expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

const SHORT = "[Packet size limited during capture]";

/** The answer to a question for the address of www.example.test, with an OPT record (fixtures/dns/udp.pcap, frame 4). */
const question = "03777777076578616d706c65047465737400001c0001";
const record = "c00c001c0001000000000010";
const answer = `b00985000001000100000001${question}${record}20010db8000000000000000000000080`;
const MESSAGE = `${answer}00002904d0000000000000`;

/** The message of these hexadecimal digits in a datagram, of which the capture holds the first `bytes`. */
function message(digits: string, bytes = digits.length / 2) {
  const size = digits.length / 2;
  const length = (more: number) => (size + more).toString(16).padStart(4, "0");
  const head = `4500${length(28)}00010000401100000a0000010a0000020035c001${length(8)}0000`;
  const held = Buffer.from(head + digits.slice(0, bytes * 2), "hex");
  const { layers, info } = dissect(held, "ipv4", { originalLength: 28 + size }).toObject();
  return { info, dns: layers.at(-1)?.fields as Record<string, unknown> };
}

const held = (digits: string) => digits.length / 2;
const hex = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, "0");

describe("of a message that is cut", () => {
  test("flags are known with all of theirs", () => {
    expect(message(MESSAGE, 3).dns).not.toHaveProperty(["dns.id"]);
    expect(message(MESSAGE, 4).dns).toHaveProperty(["dns.id"]);
  });

  test("a question is whole or not there", () => {
    const before = 12 + held(question);
    expect(message(MESSAGE, before - 1).dns).not.toHaveProperty(["dns.queries"]);
    expect(message(MESSAGE, before).dns).toHaveProperty(["dns.queries", 0, "dns.qry.name"], ["www.example.test"]);
  });

  test("a record is whole or only its type is known", () => {
    const all = held(answer);
    const head = all - 16;
    expect(message(MESSAGE, head - 1).info).toBe(`Standard query response 0xb009 AAAA www.example.test${SHORT}`);
    expect(message(MESSAGE, head).info).toBe(`Standard query response 0xb009 AAAA www.example.test AAAA${SHORT}`);
    expect(message(MESSAGE, all - 1).dns).not.toHaveProperty(["dns.answers"]);
    expect(message(MESSAGE, all).dns).toHaveProperty(["dns.answers", 0, "dns.aaaa"], ["2001:db8::80"]);
  });
});

test("an option that goes on past its record is told", () => {
  const head = `b00901000001000000000001${question}`;
  const { dns } = message(`${head}0000291000000000000001000a0008`);
  expect(dns).toHaveProperty(["dns.additionals", 0, "dns.opt.code"], [10]);
  expect(dns).toHaveProperty(["dns.additionals", 0, "dns.opt.len"], [8]);
});

describe("in the data of records", () => {
  const https = `b00985000001000100000000${question}c00c0041000100000000`;
  const service = (params: string) =>
    message(`${https}${(3 + held(params)).toString(16).padStart(4, "0")}000100${params}`);

  test("a port longer than two bytes is two bytes and another parameter", () => {
    const { dns } = service("0003000301bb00");
    expect(dns).toHaveProperty(["dns.answers", 0, "dns.svcb.svcparam.port"], [443]);
  });

  test("a text is whole or not there", () => {
    const { dns } = service("00010006026832086833");
    expect(dns).toHaveProperty(["dns.answers", 0, "dns.svcb.svcparam.alpn"], ["h2"]);
    expect(dns).toHaveProperty(["dns.answers", 0, "dns.svcb.svcparam.alpn.length"], [2, 8]);
  });

  test("a map of types longer than its record tells those that are there", () => {
    const { dns } = message(`b00985000001000100000000${question}c00c002f0001000000000007c00c0022600000`);
    expect(dns).toHaveProperty(["dns.answers", 0, "dns.resp.type"], [47, 1, 2]);
  });
});

test("a message that an ICMP error quotes belongs to no exchange", () => {
  const size = held(MESSAGE);
  const ip = (length: number, protocol: string, addresses: string) =>
    `4500${hex(length, 2)}0001000040${protocol}0000${addresses}`;
  const quoted = `${ip(28 + size, "11", "0a0000010a000002")}0035c001${hex(8 + size, 2)}0000${MESSAGE}`;
  const error = `${ip(56 + size, "01", "0a0000020a000001")}0303000000000000${quoted}`;
  const { layers } = dissect(Buffer.from(error, "hex"), "ipv4").toObject();
  expect(layers.at(-1)).toMatchObject({ protocol: "dns", fields: { "dns.unsolicited": true } });
});
