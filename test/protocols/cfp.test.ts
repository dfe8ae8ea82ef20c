import { expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

test("FabricPath carries a frame of Ethernet, and a check sequence behind it", () => {
  const outer = "02000000000202000000000189034020";
  const inner = "02000000000402000000000308004500001400010000401100000a0000010a000002";
  const { layers } = dissect(Buffer.from(`${outer}${inner}01030307`, "hex"), "ethernet").toObject();
  expect(layers.map(({ protocol }) => protocol)).toEqual(["eth", "cfp", "eth", "ip"]);
  expect(layers[1]!.fields).toMatchObject({ "cfp.ftag": 256, "cfp.ttl": 32, "cfp.fcs": 0x01030307 });
});
