import { describe, expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

const address = "0a4d00010a4d0002";
const ports = "9c4000b3";

/** An IPv4 packet of `size` bytes as its header says, with a segment of these hexadecimal digits behind it. */
function packet(size: number, segment: string) {
  const total = size.toString(16).padStart(4, "0");
  return dissect(Buffer.from(`4500${total}0001000040060000${address}${segment}`, "hex"), "ipv4").toObject();
}

describe("a segment", () => {
  test("tells that it is signed (RFC 2385)", () => {
    const signature = `1312${"ab".repeat(16)}0101`;
    const { info, layers } = packet(60, `${ports}0000000100000001a010200000000000${signature}`);
    expect(info).toBe("40000 → 179 [ACK] Seq=1 Ack=1 Win=8192 Len=0 MD5");
    const options = layers.at(-1)!.fields["tcp.option_list"];
    expect(options).toContainEqual(expect.objectContaining({ "tcp.options.md5.digest": ["ab".repeat(16)] }));
  });

  test("whose options reach past the packet is malformed, and takes nothing of what follows", () => {
    const { info, layers } = packet(40, `${ports}000000010000000170102000000000000101080a00000000`);
    expect(info).toBe("[Malformed Packet]");
    expect(layers.at(-1)!.fields["tcp.options"]).toBe("");
  });
});
