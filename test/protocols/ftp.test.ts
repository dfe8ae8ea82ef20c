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

test("the first line of a segment is a command or an answer", async () => {
  const packets = [
    fromServer([21, 40000], ACK, "220-Hello\r\n220 Ready\r\n"),
    fromClient([40000, 21], ACK, "USER me\r\n"),
  ];
  const rows: unknown[] = [];
  for await (const batch of open(capture(packets))) {
    for (const frame of batch) {
      const isRequest = frame.value("ftp.request");
      rows.push([
        frame.toObject().info,
        isRequest ? frame.value("ftp.request.command") : frame.value("ftp.response.code"),
        isRequest ? frame.value("ftp.request.arg") : frame.value("ftp.response.arg"),
      ]);
    }
  }
  expect(rows).toEqual([
    ["Response: 220-Hello", 220, "Hello"],
    ["Request: USER me", "USER", "me"],
  ]);
});

test("the working directory is what answers make of the commands before them", async () => {
  const said: [string, string][] = [
    ["PWD", '257 "/a/b" is it'],
    ["CWD ../c", "250 ok"],
    ["CDUP", "250 ok"],
    ["CWD d", "550 no"],
  ];
  const packets = said.flatMap(([command, answer]) => [
    fromClient([40000, 21], ACK, `${command}\r\n`),
    fromServer([21, 40000], ACK, `${answer}\r\n`),
  ]);
  const seen: unknown[] = [];
  for await (const batch of open(capture(packets), { preferences: { "tcp.analyze_sequence_numbers": false } })) {
    for (const frame of batch) if (frame.value("ftp.response")) seen.push(frame.value("ftp.current-working-directory"));
  }
  expect(seen).toEqual(["/a/b", "/a/c", "/a", "/a"]);
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
