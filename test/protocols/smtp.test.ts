import { expect, test } from "vitest";
import { dissect, open } from "../../src/index.ts";
import { capture, ipv4, tcp } from "../packets.ts";

test("takes as many commands as a segment holds", () => {
  const commands = 9000;
  const segment = tcp([40000, 25], 1, 1, 0x18, "NOOP\r\n".repeat(commands));
  const frame = dissect(ipv4(6, 1, 2, segment), "raw");
  expect(frame.values("smtp.req.command")).toEqual(Array.from({ length: commands }, () => "NOOP"));
});

test("a mail is put together from what came before its dot, and read by its media type", async () => {
  const said = [
    "DATA\r\n",
    "Subject: pears\r\nContent-Type: text/plain; x=y\r\n\r\nripe\r\n",
    "and sweet\r\n.\r\nQUIT\r\n",
  ];
  let sequence = 1;
  const packets = said.map((text) => {
    const packet = ipv4(6, 1, 2, tcp([40000, 25], sequence, 1, 0x18, text));
    sequence += text.length;
    return packet;
  });
  const seen: unknown[] = [];
  for await (const batch of open(capture(packets))) {
    for (const frame of batch)
      seen.push([frame.values("smtp.data.fragment"), frame.value("imf.subject"), frame.toObject().info]);
  }
  expect(seen).toEqual([
    [[], undefined, "C: DATA"],
    [[], undefined, "C: DATA fragment, 55 bytes"],
    [[2, 3], ["pears"], "subject: pears,  (text/plain)"],
  ]);
});
