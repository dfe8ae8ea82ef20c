import { expect, test } from "vitest";
import { open } from "../../src/index.ts";
import { capture, ipv4, tcp } from "../packets.ts";

const SYN = 2;
const ACK = 16;
const TCP = 6;
const CLIENT = 0x0a000001;
const SERVER = 0x0a000002;

const fromClient = (ports: [number, number], flags: number, text = "") =>
  ipv4(TCP, CLIENT, SERVER, tcp(ports, 100, flags & ACK ? 900 : 0, flags, text));
const fromServer = (ports: [number, number], flags: number, text = "") =>
  ipv4(TCP, SERVER, CLIENT, tcp(ports, 900, flags & ACK ? 100 : 0, flags, text));

/** What was seen of a stream after its SYN, where this was said before, by the client or the server. */
async function seenAfter(said: string, syn: Uint8Array, answer: Uint8Array, isAnswer = false): Promise<unknown> {
  const control = isAnswer ? fromServer([21, 40000], ACK, said) : fromClient([40000, 21], ACK, said);
  let seen: unknown;
  for await (const batch of open(capture([control, syn, answer]))) {
    for (const frame of batch) seen = frame.value("tcp.completeness");
  }
  return seen;
}

test("commands and answers are read line by line", async () => {
  const packets = [
    fromServer([21, 40000], ACK, "220-Hello\r\n220 Ready\r\n"),
    fromClient([40000, 21], ACK, "USER me\r\n"),
  ];
  const rows: unknown[] = [];
  for await (const batch of open(capture(packets))) {
    for (const frame of batch) {
      const { info, layers } = frame.toObject();
      rows.push([info, layers.at(-1)!.fields]);
    }
  }
  expect(rows).toEqual([
    [
      "Response: 220-Hello",
      { "ftp.response": true, "ftp.response.code": ["220", "220"], "ftp.response.arg": ["Hello", "Ready"] },
    ],
    ["Request: USER me", { "ftp.request": true, "ftp.request.command": ["USER"], "ftp.request.arg": ["me"] }],
  ]);
});

test("a connection for data that was announced is there before its SYN, which therefore does not begin it", async () => {
  const active = [fromServer([20, 5001], SYN), fromClient([5001, 20], SYN | ACK)] as const;
  expect(await seenAfter("PORT 10,0,0,1,19,137\r\n", ...active)).toBe(0);
  expect(await seenAfter("PORT 10,0,0,1,19,138\r\n", ...active)).toBe(1);
  const passive = [fromClient([40001, 5001], SYN), fromServer([5001, 40001], SYN | ACK)] as const;
  expect(await seenAfter("227 Entering Passive Mode (10,0,0,2,19,137).\r\n", ...passive, true)).toBe(0);
  expect(await seenAfter("229 Entering Extended Passive Mode (|||5001|)\r\n", ...passive, true)).toBe(0);
  expect(await seenAfter("229 Entering Extended Passive Mode (|||5002|)\r\n", ...passive, true)).toBe(1);
});
