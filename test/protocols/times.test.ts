import { expect, test } from "vitest";
import { open } from "../../src/index.ts";
import { ipv4, udp } from "../packets.ts";

const RAW = 101;
const SIMPLE = 3;
const ENHANCED = 6;
const CUSTOM = 0x0bad;

/** A block of pcapng, body padded. */
function block(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = 12 + ((body.length + 3) & ~3);
  const made = Buffer.alloc(size);
  made.writeUInt32LE(type, 0);
  made.writeUInt32LE(size, 4);
  body.copy(made, 8);
  made.writeUInt32LE(size, size - 4);
  return made;
}

function words(...numbers: readonly number[]): Buffer {
  const made = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, i) => {
    made.writeUInt32LE(number, i * 4);
  });
  return made;
}

test("a packet without a time counts as of 1970 for its conversation, and a block that is none does not count", async () => {
  const packet = ipv4(17, 1, 2, udp([1000, 2000], "pear"));
  const size = packet.length;
  const seconds = (n: number) => block(ENHANCED, words(0, 0, n * 1e6, size, size), packet);
  const capture = Buffer.concat([
    block(0x0a0d0d0a, words(0x1a2b3c4d, 1, 0xffffffff, 0xffffffff)),
    block(1, words(RAW, 0)),
    seconds(5),
    block(CUSTOM, words(32473), Buffer.from("note")),
    seconds(7),
    block(SIMPLE, words(size), packet),
  ]);
  const found: unknown[] = [];
  for await (const batch of open(capture))
    for (const frame of batch) found.push([frame.value("frame.time_delta"), frame.value("udp.time_delta")]);
  const after = (n: number) => ({ seconds: n, nanoseconds: 0 });
  expect(found).toEqual([
    [after(0), after(0)],
    [undefined, undefined],
    [after(2), after(2)],
    [undefined, after(-7)],
  ]);
});
