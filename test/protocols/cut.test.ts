import { describe, expect, test } from "vitest";
import { dissect, type LinkTypeName } from "../../src/index.ts";

const MALFORMED = "[Malformed Packet]";
const SHORT = "[Packet size limited during capture]";
const TCP = "c001005000000001000000005018020000000000";
const ECHO = "0800000000010001";

const hex = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, "0");

/** Protocol and Info of an IPv4 or IPv6 packet that says it holds `size` bytes, and holds these hexadecimal digits. */
function line(protocol: number, payload: string, { version = 4, size = payload.length / 2 } = {}): string {
  const head =
    version === 4
      ? `4500${hex(20 + size, 2)}0001000040${hex(protocol, 1)}00000a0000010a000002`
      : `60000000${hex(size, 2)}${hex(protocol, 1)}40${"20010db8".padEnd(32, "0")}${"20010db8".padEnd(32, "0")}`;
  const bytes = Buffer.from(head + payload, "hex");
  const originalLength = bytes.length - payload.length / 2 + size;
  const { protocol: name, info = "" } = dissect(bytes, version === 4 ? "ipv4" : "ipv6", { originalLength }).toObject();
  return `${name} ${info}`;
}

describe("a header cut before it can say anything leaves the columns to the packet around it", () => {
  test.each([
    ["TCP", 6, "c00100"],
    ["UDP", 17, "c00100"],
    ["GRE", 47, "000008"],
  ])("%s", (_, protocol, start) => {
    expect(line(protocol, start)).toBe(`IPv4 ${MALFORMED}`);
    expect(line(protocol, start, { size: 60 })).toBe(`IPv4 ${SHORT}`);
    expect(line(protocol, start, { version: 6 })).toBe(`IPv6 ${MALFORMED}`);
    expect(line(protocol, start, { version: 6, size: 60 })).toBe(`IPv6 ${SHORT}`);
  });

  test("which tells of its extension headers", () => {
    const fragment = "060000000000abcd";
    expect(line(44, `${fragment}c00100`, { version: 6 })).toBe(
      `IPv6 IPv6 fragment (off=0 more=n ident=0x0000abcd nxt=6)${MALFORMED}`,
    );
    expect(line(60, "1100010400000000c001", { version: 6 })).toBe(`IPv6 IPv6 destination options${MALFORMED}`);
  });

  test("but not ICMP, which is known without a byte", () => {
    expect(line(1, ECHO.slice(0, 10))).toBe(`ICMP ${MALFORMED}`);
    expect(line(1, ECHO.slice(0, 12))).toBe(`ICMP Echo (ping) request ${MALFORMED}`);
    expect(line(58, "80", { version: 6 })).toBe(`ICMPv6 Echo (ping) request${MALFORMED}`);
  });
});

test("an IPv4 packet without a payload says nothing of it", () => {
  expect(line(6, "")).toBe("IPv4 ");
  expect(line(250, "00")).toBe("IPv4 Unknown (250)");
});

test("what there is of an IPv6 header is counted", () => {
  const bytes = Buffer.from("6000000000", "hex");
  expect(dissect(bytes, "ipv6").toObject().info).toBe(`Invalid IPv6 header (5 bytes, need exactly 40)${MALFORMED}`);
});

describe("a TCP segment of which the capture holds", () => {
  const options = "0101080a0000000100000002";
  const segment = TCP.replace("5018", "8018") + options;
  const info = (bytes: number) => line(6, segment.slice(0, bytes * 2), { size: 50 });

  test("the ports, tells them", () => {
    expect(info(4)).toBe(`TCP 49153 → 80${SHORT}`);
    expect(info(15)).toBe(`TCP 49153 → 80${SHORT}`);
  });
  test("no urgent pointer, tells its flags and numbers", () => {
    expect(info(16)).toBe(`TCP 49153 → 80 [PSH, ACK] Seq=1 Ack=1 Win=512${SHORT}`);
  });
  test("a part of the options, tells its length and whole options", () => {
    expect(info(20)).toBe(`TCP 49153 → 80 [PSH, ACK] Seq=1 Ack=1 Win=512 Len=18${SHORT}`);
    expect(info(31)).toBe(`TCP 49153 → 80 [PSH, ACK] Seq=1 Ack=1 Win=512 Len=18${SHORT}`);
  });
});

describe("a TCP header length", () => {
  test("that is less than the header is bogus", () => {
    expect(line(6, TCP.replace("5018", "4018"))).toBe(
      "TCP 49153 → 80 [PSH, ACK] Seq=1 Ack=1 Win=512, bogus TCP header length (16, must be at least 20)",
    );
  });
  test("past the packet leaves sequence numbers as they are", () => {
    expect(line(6, TCP.replace("00000001", "00000005").replace("5018", "6018"))).toBe(
      `TCP 49153 → 80 [PSH, ACK] Seq=5 Ack=0 Win=512${MALFORMED}`,
    );
  });
});

test("an Ethernet header that is cut tells the addresses that are there in the columns, and no field", () => {
  const bytes = Buffer.from("6e4a6626959e22d7f8f089000800", "hex");
  const cut = dissect(bytes.subarray(0, 13), "ethernet", { originalLength: 60 }).toObject();
  expect(cut).toMatchObject({ source: "22:d7:f8:f0:89:00", destination: "6e:4a:66:26:95:9e" });
  expect(cut.layers[0]!.fields).not.toHaveProperty(["eth.dst"]);
});

test("of a GRE header that is cut nothing stands up", () => {
  const packet = Buffer.from("4500001600010000402f0000010101010202020200000800", "hex").subarray(0, 22);
  expect(dissect(packet, "ipv4").toObject().layers[1]!.fields).not.toHaveProperty(["gre.flags_and_version"]);
});

test("a PPP frame of a protocol that nobody knows is PPP all the same", () => {
  const frame = dissect(Buffer.from("ff035f7e0001", "hex"), "ppp");
  expect(frame.value("frame.protocols")).toBe("ppp:data");
});

test("a UDP datagram without a byte of its payload is cut", () => {
  expect(line(17, "c0010035001b0000", { size: 27 })).toBe(`UDP 49153 → 53 Len=19${SHORT}`);
  expect(line(17, "c0010035001b0000")).toBe(
    `UDP 49153 → 53 [BAD UDP LENGTH 27 > IP PAYLOAD LENGTH] Len=19${MALFORMED}`,
  );
});

test("a packet quoted by an ICMP error may be quoted in part, but not be cut by the capture", () => {
  const quoted = "450000200000000040110000010203040506070800350035000c0000";
  const error = `0303000000000000${quoted}`;
  expect(line(1, error)).toBe("ICMP Destination unreachable (Port unreachable)");
  expect(line(1, error.slice(0, 60), { size: 40 })).toBe(`ICMP Destination unreachable (Port unreachable)${SHORT}`);
});

describe("the endpoints of", () => {
  const ends = (digits: string, link: LinkTypeName = "ethernet") => {
    const { source, destination } = dissect(Buffer.from(digits, "hex"), link, { originalLength: 60 }).toObject();
    return [source, destination];
  };

  test("an Ethernet header are told as far as they were captured", () => {
    expect(ends("0202020202")).toEqual([undefined, undefined]);
    expect(ends("0202020202020404040404")).toEqual([undefined, "02:02:02:02:02:02"]);
    expect(ends("02020202020204040404040408")).toEqual(["04:04:04:04:04:04", "02:02:02:02:02:02"]);
  });
  test("a link without addresses do not apply", () => {
    expect(ends("0000000041", "null")).toEqual(["N/A", "N/A"]);
  });
});

test("an IPv4 option that says nothing of what it is for is malformed, and leaves what follows alone", () => {
  const head = (option: string) => `4600002c0001000040060000${"0a0000010a000002"}${option}0000`;
  const { info, layers } = dissect(Buffer.from(head("8202") + TCP, "hex"), "ipv4").toObject();
  expect(info).toBe(MALFORMED);
  expect(layers.at(-1)!.protocol).toBe("ip");
  const { layers: whole } = dissect(Buffer.from(head("9502") + TCP, "hex"), "ipv4").toObject();
  expect(whole.at(-1)!.protocol).toBe("tcp");
});
