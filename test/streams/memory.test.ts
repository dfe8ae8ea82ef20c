import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Memory } from "../../src/core/memory.ts";
import { open } from "../../src/index.ts";
import { ACK, PSH, SYN } from "../../src/streams/segment.ts";
import { Table } from "../../src/streams/table.ts";
import { finished, GENEROUS, sniff } from "../cli/sniff.ts";
import { capture, ipv4, tcp, udp } from "../packets.ts";

const MIB = 2 ** 20;
const SERVER = 0x0a000001;
const TCP = 6;
const UDP = 17;
const FLOOD = 20_000;
/** A frame of this conversation comes after so many of the flood. */
const EVERY = 100;

const client = (i: number) => 0x0b000000 + i;

/** SYNs of as many conversations, and between them those of one that goes on. */
function* flood(): Generator<Uint8Array> {
  for (let i = 0; i < FLOOD; i++) {
    if (i % EVERY === 0) yield ipv4(TCP, SERVER, client(FLOOD), tcp([80, 5000], i, 1, ACK));
    yield ipv4(TCP, client(i), SERVER, tcp([5000, 80], 7, 0, SYN));
  }
}

/** What a field is in each frame of a capture, and what was forgotten. */
async function values(bytes: Uint8Array, name: "tcp.stream" | "udp.stream", maxMemory: number) {
  const found: unknown[] = [];
  const opened = open(bytes, { maxMemory });
  while (await opened.read((frame) => found.push(frame.value(name))));
  return { found, forgotten: opened.forgotten };
}

describe("a flood of conversations", () => {
  test("is forgotten in part, and numbers count on", async () => {
    const { found, forgotten } = await values(capture(flood()), "tcp.stream", MIB);
    const unbounded = await values(capture(flood()), "tcp.stream", 256 * MIB);
    expect(unbounded.forgotten.size).toBe(0);
    expect(found).toEqual(unbounded.found);
    expect([...forgotten.keys()]).toEqual(["conversations"]);
    expect(forgotten.get("conversations")).toBeGreaterThan(FLOOD / 2);
    expect(forgotten.get("conversations")).toBeLessThan(FLOOD);
  });

  test("makes one that comes back another", async () => {
    const again = ipv4(UDP, client(0), SERVER, udp([5000, 9], "again"));
    const packets = Array.from({ length: FLOOD }, (_, i) => ipv4(UDP, client(i), SERVER, udp([5000, 9], "x")));
    const { found } = await values(capture([...packets, again, again]), "udp.stream", MIB);
    expect(found.slice(-3)).toEqual([FLOOD - 1, FLOOD, FLOOD]);
  });
});

test("a stream with a gap that nothing fills is given up, whatever it holds", async () => {
  function* lossy(): Generator<Uint8Array> {
    const head = "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n";
    yield ipv4(TCP, SERVER, client(0), tcp([80, 5000], 1, 1, ACK | PSH, head));
    for (let i = 0; i < 2000; i++)
      yield ipv4(TCP, SERVER, client(0), tcp([80, 5000], 1000 + i * 1000, 1, ACK, "x".repeat(1000)));
  }
  const { forgotten } = await values(capture(lossy()), "tcp.stream", 2 * MIB);
  expect(forgotten.get("unfinished messages")).toBeGreaterThan(0);
});

describe("a table", () => {
  test("forgets what was seen least recently, and clears its place", () => {
    const table = new Table(new Memory(1), "things", 1);
    const column = table.ints(1);
    const forgot: number[] = [];
    table.onForget = (place) => forgot.push(column.data[place]!);
    for (let i = 1; i <= 1000; i++) {
      for (const key of [1, i]) {
        table.key[0] = key;
        const place = table.find(1, i);
        expect(table.isNew).toBe(column.data[place] === 0);
        column.data[place] = key;
      }
    }
    expect(forgot).not.toContain(1);
    expect(forgot.sort((a, b) => a - b)).toEqual(Array.from(forgot, (_, i) => i + 2));
    table.key[0] = 2;
    expect(table.get(1)).toBe(-1);
  });

  test("forgets entries that hold too much", () => {
    const memory = new Memory(32 * 1000);
    const table = new Table(memory, "things", 1);
    for (let i = 1; i <= 20; i++) {
      table.key[0] = i;
      table.weigh(table.find(1, i), 100);
    }
    expect(memory.forgotten.get("things")).toBe(10);
  });
});

describe("the command line", () => {
  const folder = mkdtempSync(join(tmpdir(), "sniff-memory-"));
  const file = join(folder, "flood.pcap");
  beforeAll(() => writeFileSync(file, capture(flood())));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("says in one line what was forgotten", { timeout: GENEROUS }, async () => {
    const { out, err, code } = await finished(
      sniff("-r", file, "--max-memory", "1m", "-T", "fields", "-e", "tcp.stream"),
    );
    expect(out.trimEnd().split("\n").at(-1)).toBe(String(FLOOD));
    expect(err).toMatch(/^sniff: 1\d,\d{3} conversations forgotten to stay inside --max-memory 1m\n$/);
    expect(code).toBe(0);
  });

  test("takes bytes as people write them", { timeout: GENEROUS }, async () => {
    const { err, code } = await finished(sniff("-r", file, "--max-memory", "much"));
    expect([err, code]).toEqual(["sniff: --max-memory much: a number of bytes is needed, such as 256M or 1G\n", 2]);
  });
});
