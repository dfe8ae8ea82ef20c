import { describe, expect, test } from "vitest";
import { dissect, open } from "../../src/index.ts";
import { capture } from "../packets.ts";

const hex = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, "0");
const DATAGRAM = "03e807d0001000000000000000000000";

interface Ipv4 {
  options?: string;
  protocol?: number;
  id?: number;
  fragment?: number;
  ttl?: number;
  to?: string;
}

/** An IPv4 packet from 10.0.0.1 to 10.0.0.2 of these hexadecimal digits. */
function ipv4(payload: string, { options = "", protocol = 17, id = 1, fragment = 0, ttl = 64, to }: Ipv4 = {}): Buffer {
  const size = 20 + options.length / 2;
  const head = `4${(size / 4).toString(16)}00${hex(size + payload.length / 2, 2)}${hex(id, 2)}${hex(fragment, 2)}`;
  const addresses = `0a000001${to ?? "0a000002"}`;
  return Buffer.from(`${head}${hex(ttl, 1)}${hex(protocol, 1)}0000${addresses}${options}${payload}`, "hex");
}

/** An IPv6 packet of these hexadecimal digits. */
function ipv6(next: number, payload: string): Buffer {
  const address = "20010db8".padEnd(30, "0");
  return Buffer.from(`60000000${hex(payload.length / 2, 2)}${hex(next, 1)}40${address}01${address}02${payload}`, "hex");
}

const fieldsOf = (packet: Buffer, link: "ipv4" | "ipv6", protocol: string = link, originalLength = packet.length) =>
  dissect(packet, link, { originalLength })
    .toObject()
    .layers.find((layer) => layer.protocol === protocol)?.fields as Record<string, unknown> | undefined;

describe("a source route that is not used up", () => {
  const routed = (pointer: string) => ipv4(DATAGRAM, { options: `830b${pointer}0a0001010a00010200` });

  test("tells where the packet goes in the end", () => {
    const packet = routed("04");
    const { destination } = dissect(packet, "ipv4").toObject();
    expect(destination).toBe("10.0.1.2");
    const fields = fieldsOf(packet, "ipv4", "ip");
    expect(fields).toMatchObject({ "ip.cur_rt": "10.0.0.2" });
    expect(fields).toHaveProperty(["ip.opt_list", 0, "ip.src_rt"], ["10.0.1.1"]);
    expect(fields).toHaveProperty(["ip.opt_list", 0, "ip.dst"], "10.0.1.2");
  });

  test("and one that is leaves that to the header", () => {
    expect(dissect(routed("0c"), "ipv4").toObject().destination).toBe("10.0.0.2");
  });

  test("and where options are cut, nobody knows", () => {
    const packet = routed("04");
    const fields = fieldsOf(packet.subarray(0, 24), "ipv4", "ip", packet.length);
    expect(fields).toMatchObject({ "ip.src": "10.0.0.1" });
    expect(fields).not.toHaveProperty(["ip.dst"]);
  });
});

test("an option without the data it is made of ends the packet", () => {
  const { layers, info } = dissect(ipv4(DATAGRAM, { options: "82020000" }), "ipv4").toObject();
  expect(layers.map(({ protocol }) => protocol)).toEqual(["ip"]);
  expect(info).toContain("[Malformed Packet]");
});

test("IGMP stays on the link, whatever its group asks for", () => {
  const sent = (ttl: number) => fieldsOf(ipv4("1600000000000000", { protocol: 2, ttl, to: "e00000fb" }), "ipv4", "ip");
  expect(sent(1)).not.toHaveProperty(["ip.ttl.lncb"]);
  expect(sent(255)).toHaveProperty(["ip.ttl.lncb"]);
});

describe("fragments in packets that ICMP errors quote", () => {
  const MORE = 0x2000;
  const first = ipv4(DATAGRAM.slice(0, 16), { id: 7, fragment: MORE });
  const last = ipv4(DATAGRAM.slice(16), { id: 7, fragment: 1 });
  const error = (quoted: Buffer) => ipv4(`0303000000000000${quoted.toString("hex")}`, { protocol: 1 });
  const ports = async (...packets: Buffer[]) => {
    const found: unknown[] = [];
    for await (const batch of open(capture(packets))) for (const frame of batch) found.push(frame.value("udp.dstport"));
    return found;
  };

  test("are put together with others", async () => {
    expect(await ports(first, error(last))).toEqual([undefined, 2000]);
  });
  test("if they are whole", async () => {
    expect(await ports(first, error(last.subarray(0, -1)), last)).toEqual([undefined, undefined, 2000]);
  });
});

describe("options of IPv6", () => {
  const options = (header: string, size = 0) => {
    const packet = ipv6(0, header);
    return fieldsOf(packet, "ipv6", "ipv6.hopopts", packet.length + size);
  };

  test("are read in a header that is not whole", () => {
    expect(options("11017304abcd")).toHaveProperty(["ipv6.opt_list", 0, "ipv6.opt.length"], [4]);
    expect(options("11017302abcd")).toHaveProperty(["ipv6.opt_list", 0, "ipv6.opt.unknown"], ["abcd"]);
  });

  test("that are not known have data, if only none", () => {
    expect(options("11007300730073001100730073007300")).toHaveProperty(["ipv6.opt_list", 2, "ipv6.opt.unknown"], [""]);
  });

  test("that go on past their header are read to their end", () => {
    const fields = options("11007306000000000304050600000000");
    expect(fields).toHaveProperty(["ipv6.opt_list", 0, "ipv6.opt.unknown"], ["000000000304"]);
  });
});

test("the length of a jumbogram stands in an option", () => {
  const packet = ipv6(0, `3b00c20400010000${"00".repeat(8)}`);
  packet.writeUInt16BE(0, 4);
  expect(fieldsOf(packet, "ipv6")).toHaveProperty(["ipv6.plen_exceeds_framing"]);
});
