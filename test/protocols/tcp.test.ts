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
    expect(info).toBe("40000 → 179 [ACK] Seq=1 Ack=1 Win=8192[Malformed Packet]");
    expect(layers.at(-1)!.fields["tcp.options"]).toBe("");
  });

  test("that resets the connection may say why (RFC 9293 section 3.5.3)", () => {
    const { info, layers } = packet(
      49,
      `${ports}00000001000000015014200000000000${Buffer.from("Go away!\0").toString("hex")}`,
    );
    expect(info).toBe("40000 → 179 [RST, ACK] Seq=1 Ack=1 Win=8192 Len=9");
    expect(layers.at(-1)).toMatchObject({ protocol: "tcp", fields: { "tcp.reset_cause": "Go away!" } });
    expect(layers.at(-1)!.fields["tcp.payload"]).toBeUndefined();
  });

  test.each([
    [3, undefined],
    [4, true],
    [12, true],
  ])("with %i no-operations in a word tells whether that are too many", (count, told) => {
    const options = "01".repeat(count).padEnd(24, "00");
    const { layers } = packet(52, `${ports}00000001000000018010200000000000${options}`);
    expect(layers.at(-1)!.fields["tcp.nop"]).toBe(told);
  });

  test.each([
    ["shorter than itself", "0101810008000000", [1, 1], [], true],
    ["past the others", "0101050a00000000", [1, 1], [], true],
    ["that its kind never has", "0205000000010101", [2, 1, 1, 1], [5], true],
    ["as it should be", "0204000001010101", [2, 1, 1, 1, 1], [4], undefined],
  ])("an option of which has a length %s", (_, options, kinds, lengths, told) => {
    const { layers } = packet(48, `${ports}00000001000000017010200000000000${options}`);
    const { fields } = layers.at(-1)!;
    const list = fields["tcp.option_list"] ?? [];
    expect(list.flatMap((option) => option["tcp.option_kind"] ?? [])).toEqual(kinds);
    expect(list.flatMap((option) => option["tcp.option_len"] ?? [])).toEqual(lengths);
    const invalid = fields["tcp.option.len.invalid"] ?? list[0]!["tcp.option.len.invalid"];
    expect(invalid?.[0]).toBe(told);
  });

  test("with a SACK option that acknowledges nothing is malformed (RFC 2018 section 3)", () => {
    const { info } = packet(44, `${ports}0000000100000001601020000000000001010502`);
    expect(info).toBe("40000 → 179 [ACK] Seq=1 Ack=1 Win=8192 Len=0[Malformed Packet]");
  });

  test("tells its reserved flags, and where urgent data ends", () => {
    const { info, layers } = packet(40, `${ports}00000001000000015e30200000000007`);
    expect(info).toBe("40000 → 179 [ACK, URG, Reserved] Seq=1 Ack=1 Win=8192 Urg=7 Len=0");
    expect(layers.at(-1)!.fields).toMatchObject({ "tcp.flags.res": true, "tcp.flags.str": "RRR···UA····" });
  });
});
