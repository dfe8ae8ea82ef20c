import { expect, test } from "vitest";
import { dissect } from "../../src/index.ts";
import { ipv4, tcp } from "../packets.ts";

test("takes as many mails and commands in turn as a segment holds", () => {
  const mails = 9000;
  const segment = tcp([40000, 25], 1, 1, 0x18, "DATA\n.\n".repeat(mails));
  const frame = dissect(ipv4(6, 1, 2, segment), "raw");
  expect(frame.values("smtp.req.command")).toEqual(Array.from({ length: mails }, () => "DATA"));
});
