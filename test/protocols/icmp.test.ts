import { describe, expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

const hex = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, "0");
const VERSION_2 = "2000";

/** The fields and Info of an extended echo request (RFC 8335) with these objects behind its extension header. */
function request(objects: string, { version = VERSION_2, missing = 0 } = {}) {
  const message = `2a00000000010100${version}0000${objects}`;
  const size = 20 + message.length / 2;
  const bytes = Buffer.from(`4500${hex(size, 2)}00010000400100000a0000010a000002${message}`, "hex");
  const { layers, info } = dissect(bytes.subarray(0, size - missing), "ipv4", { originalLength: size }).toObject();
  return { info, fields: layers.find(({ protocol }) => protocol === "icmp")?.fields as Record<string, unknown> };
}

describe("extensions of ICMP messages", () => {
  const index = "000802080000000f";

  test("that are cut tell their version only", () => {
    const { fields, info } = request(index, { missing: 1 });
    expect(fields).toMatchObject({ "icmp.ext.version": 2 });
    expect(fields).not.toHaveProperty(["icmp.ext.checksum"]);
    expect(info).toContain("[Packet size limited during capture]");
  });

  test("of a version that is not known have no objects", () => {
    expect(request(index, { version: "3000" }).fields).not.toHaveProperty(["icmp.ext_list"]);
    expect(request(index, { version: "1000" }).fields).toHaveProperty(
      ["icmp.ext_list", 0, "icmp.int_info.index"],
      [15],
    );
  });

  test("go on where an object says that it ends, though its index lies past that", () => {
    const { fields, info } = request("0006020c1122deadbeefcafe");
    expect(fields).toMatchObject({
      "icmp.ext_list": [
        { "icmp.ext.length": [6], "icmp.int_info.index": [0x1122dead] },
        { "icmp.ext.length": [0xdead], "icmp.ext.class": [0xbe], "icmp.ext.data": ["cafe"] },
      ],
    });
    expect(info).not.toContain("Malformed");
  });

  test("hold an address whole or not at all", () => {
    expect(request("000b0204000100000a0a0a").fields).not.toHaveProperty(["icmp.ext_list", 0, "icmp.int_info.afi"]);
    const { fields } = request("000c0204000100000a0a0a0a");
    expect(fields).toHaveProperty(["icmp.ext_list", 0, "icmp.int_info.ipv4"], ["10.10.10.10"]);
  });

  test("hold labels, and what is no label as data", () => {
    const { fields } = request("000b010100010203040506");
    expect(fields).toHaveProperty(["icmp.ext_list", 0, "icmp.mpls.label"], [16]);
    expect(fields).toHaveProperty(["icmp.ext_list", 0, "icmp.mpls.data"], ["040506"]);
  });

  test("end behind an object that is shorter than its head", () => {
    expect(request(`00030208${index}`).fields).toMatchObject({ "icmp.ext.length": [3] });
  });
});
