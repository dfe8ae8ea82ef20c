import { describe, expect, test } from "vitest";
import { followed, Info, open, type Report, statistic } from "../../src/index.ts";
import { readAll } from "../loopback.ts";
import { capture as captureOf, icmpError, ipv4, tcp, udp } from "../packets.ts";

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url).pathname;

const UDP = 17;
const TCP = 6;
const ICMP = 1;
const SYN = 2;
const ACK = 16;
const [CLIENT, SERVER] = [0x0a000001, 0x0a000002];

/** What a statistic says of a capture. */
async function reportOf(text: string, input: string | Uint8Array, maxMemory?: number): Promise<Report> {
  const capture = open(input, maxMemory === undefined ? {} : { maxMemory });
  const counting = statistic(text, capture);
  await readAll(capture, (frame) => counting.frame(frame));
  return counting.report();
}

/** The same by the names of the columns. */
async function rowsOf(text: string, input: string | Uint8Array) {
  const { columns, rows } = await reportOf(text, input);
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])));
}

async function following(text: string, input: string | Uint8Array): Promise<string> {
  const capture = open(input);
  const out = new Info();
  const sink = followed(text, out, capture)!;
  await readAll(capture, (frame) => sink.frame(frame));
  sink.end();
  return out.toString();
}

const segment = (from: number, seq: number, ack: number, flags: number, text = "") =>
  from === CLIENT
    ? ipv4(TCP, CLIENT, SERVER, tcp([1111, 2222], seq, ack, flags, text))
    : ipv4(TCP, SERVER, CLIENT, tcp([2222, 1111], seq, ack, flags, text));

describe("conversations", () => {
  test("count both directions from whoever spoke first", async () => {
    expect(await rowsOf("conv,tcp", fixture("http/hello.pcap"))).toEqual([
      {
        address_a: "10.77.0.1",
        port_a: 60868,
        address_b: "10.77.0.2",
        port_b: 80,
        frames: 10,
        bytes: 1044,
        frames_a_to_b: 6,
        bytes_a_to_b: 487,
        frames_b_to_a: 4,
        bytes_b_to_a: 557,
        start: "0.000000000",
        duration: "0.001441028",
        stream: 0,
      },
    ]);
  });

  test("have no ports below the transport", async () => {
    const [row] = await rowsOf("conv,eth", fixture("http/hello.pcap"));
    expect(row).toMatchObject({ address_a: "22:d7:f8:f0:89:00", address_b: "6e:4a:66:26:95:9e", frames: 10 });
    expect(row).not.toHaveProperty("port_a");
  });

  test("go by a display filter", async () => {
    const [row] = await rowsOf("conv,ip,http.response", fixture("http/hello.pcap"));
    expect(row).toMatchObject({ address_a: "10.77.0.2", frames: 1, bytes: 351 });
  });

  test("leave out packets that others quote", async () => {
    const quoting = ipv4(ICMP, SERVER, CLIENT, icmpError(3, ipv4(UDP, CLIENT, SERVER, udp([5, 6], "x"))));
    const input = captureOf([quoting]);
    expect(await rowsOf("conv,udp", input)).toEqual([]);
    expect(await rowsOf("conv,ip", input)).toMatchObject([{ address_a: "10.0.0.2", frames: 1 }]);
  });

  test("tell streams apart that use the same ports one after the other", async () => {
    const input = captureOf([
      segment(CLIENT, 100, 0, SYN),
      segment(SERVER, 500, 101, SYN | ACK),
      segment(CLIENT, 99_000, 0, SYN),
    ]);
    expect((await rowsOf("conv,tcp", input)).map(({ frames, stream }) => [stream, frames])).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  test("stay inside the memory there is, and say what was forgotten", async () => {
    const packets = Array.from({ length: 30_000 }, (_, i) => ipv4(UDP, CLIENT + i, SERVER, udp([5, 6], "x")));
    const capture = open(captureOf(packets), { maxMemory: 2 ** 21 });
    const counting = statistic("conv,ip", capture);
    await readAll(capture, (frame) => counting.frame(frame));
    const forgotten = capture.forgotten.get("IPv4 conversations")!;
    expect(forgotten).toBeGreaterThan(0);
    expect(counting.report().rows.length).toBe(packets.length - forgotten);
  });
});

test("endpoints count what each sent and received", async () => {
  expect(await rowsOf("endpoints,tcp", fixture("http/hello.pcap"))).toEqual([
    {
      address: "10.77.0.1",
      port: 60868,
      frames: 10,
      bytes: 1044,
      frames_sent: 6,
      bytes_sent: 487,
      frames_received: 4,
      bytes_received: 557,
    },
    {
      address: "10.77.0.2",
      port: 80,
      frames: 10,
      bytes: 1044,
      frames_sent: 4,
      bytes_sent: 557,
      frames_received: 6,
      bytes_received: 487,
    },
  ]);
});

test("the hierarchy shows which protocol is inside which", async () => {
  const { rows, depths } = await reportOf("io,phs", fixture("http/hello.pcap"));
  expect(rows.map((row, i) => [depths![i], ...row])).toEqual([
    [0, "eth", 10, 100, 1044, 100],
    [1, "ip", 10, 100, 1044, 100],
    [2, "tcp", 10, 100, 1044, 100],
    [3, "http", 2, 20, 500, 47.89],
    [4, "data-text-lines", 1, 10, 351, 33.62],
  ]);
});

describe("frames over time", () => {
  const second = captureOf(Array.from({ length: 2500 }, () => ipv4(UDP, CLIENT, SERVER, udp([5, 6], "hello"))));

  test("are counted in intervals, the last as long as the capture", async () => {
    expect((await reportOf("io,stat,1", second)).rows).toEqual([
      ["0.000000000", "1.000000000", 1000, 33_000],
      ["1.000000000", "2.000000000", 1000, 33_000],
      ["2.000000000", "2.499000000", 500, 16_500],
    ]);
  });

  test("have a column for each filter and each calculation", async () => {
    const text =
      "io,stat,0,tcp.len > 0,SUM(tcp.len)tcp.dstport == 80,AVG(tcp.len)tcp.len in {83, 285},COUNT(tcp.len),MAX(http.time),MIN(http.time)udp";
    const { rows } = await reportOf(text, fixture("http/hello.pcap"));
    expect(rows).toEqual([["0.000000000", "0.001441028", 2, 500, 83, 184, 10, "0.000089212", undefined]]);
  });

  test("that lie years apart make no rows for the time between", async () => {
    const input = Buffer.from(captureOf([udp([5, 6], "a"), udp([5, 6], "b")]));
    input.writeUInt32LE(4_000_000_000, 24 + 16 + 9);
    expect((await reportOf("io,stat,0.001", input)).rows.length).toBe(2);
  });

  test.each([
    ["io,stat,x", "io,stat,x: a number of seconds is needed, 0 for one interval"],
    ["io,stat,1,SUM(http.host)", "SUM(http.host): http.host is no number: it can only be counted"],
    ["io,stat,1,SUM(tcp.length)", "SUM(tcp.length): tcp.length is no field"],
    ["io,stat,1,TOTAL(tcp.len)", "TOTAL(tcp.len): there is COUNT, SUM, MIN, MAX, AVG"],
  ])("%s is refused", (text, message) => expect(reportOf(text, second)).rejects.toThrow(message));
});

test("values are counted, those of the next field inside", async () => {
  const { rows, depths, levels } = await reportOf("count,ip.src,tcp.len,tcp.len > 0", fixture("http/hello.pcap"));
  expect(levels).toEqual(["ip.src", "tcp.len"]);
  expect(rows.map((row, i) => [depths![i], ...row])).toEqual([
    [0, "10.77.0.1", 1, 50],
    [1, "83", 1, 100],
    [0, "10.77.0.2", 1, 50],
    [1, "285", 1, 100],
  ]);
});

test.each([
  ["conv,tpc", "no such statistic (did you mean conv,tcp?)"],
  ["count,http.hots", "(did you mean http.host?)"],
  ["count", "the name of a field is needed"],
  ["conv,tcp,tcp.prot", "did you mean"],
])("%s is refused", (text, message) => expect(reportOf(text, fixture("http/hello.pcap"))).rejects.toThrow(message));

describe("following", () => {
  const head = (mode: string) =>
    `\n${"=".repeat(67)}\nFollow: tcp,${mode}\nFilter: tcp.stream eq 0\nNode 0: 10.0.0.1:1111\nNode 1: 10.0.0.2:2222\n`;
  const foot = `${"=".repeat(67)}\n`;
  const talk = captureOf([
    segment(CLIENT, 1000, 0, SYN),
    segment(SERVER, 5000, 1001, SYN | ACK),
    segment(CLIENT, 1001, 5001, ACK, "one\ttwo\r\n"),
    segment(CLIENT, 1014, 5001, ACK, "later"),
    segment(CLIENT, 1010, 5001, ACK, "four"),
    segment(CLIENT, 1010, 5001, ACK, "four"),
    segment(SERVER, 5001, 1019, ACK, "answer"),
    segment(CLIENT, 1030, 5007, ACK, "after a gap"),
    segment(SERVER, 5007, 1041, ACK),
    segment(CLIENT, 1050, 5007, ACK, "end"),
  ]);

  test("puts segments in order, leaves out what comes again and says what is missing", async () => {
    expect(await following("follow,tcp,ascii,0", talk)).toBe(
      `${head("ascii")}9\none.two\r\n\n4\nfour\n5\nlater\n\t6\nanswer\n` +
        "35\n[11 bytes missing in capture file].\n11\nafter a gap\n34\n[9 bytes missing in capture file].\n3\nend\n" +
        foot,
    );
  });

  test("prints hexadecimal with each node's own offsets", async () => {
    const text = await following("follow,tcp,hex,0", talk);
    expect(text).toContain(
      "00000000  6f 6e 65 09 74 77 6f 0d  0a                       one.two. .\n" +
        "00000009  66 6f 75 72                                       four\n",
    );
    expect(text).toContain("\t00000000  61 6e 73 77 65 72                                 answer\n");
  });

  test("prints raw bytes a line for each segment", async () => {
    expect(await following("follow,tcp,raw,0", talk)).toContain("\n666f7572\n6c61746572\n\t616e73776572\n");
  });

  test("finds a conversation by its ends, either way round", async () => {
    const text = await following("follow,tcp,raw,10.0.0.2:2222,10.0.0.1:1111", talk);
    expect(text).toContain("Node 0: 10.0.0.1:1111\n");
    expect(text).toContain("\t616e73776572\n");
  });

  test("follows datagrams as they come", async () => {
    const input = captureOf([
      ipv4(UDP, CLIENT, SERVER, udp([5, 6], "ping")),
      ipv4(UDP, SERVER, CLIENT, udp([6, 5], "pong")),
    ]);
    expect(await following("follow,udp,ascii,0", input)).toContain("4\nping\n\t4\npong\n");
  });

  test.each([
    ["follow,tcp,ascii,7", "there is no tcp.stream eq 7"],
    ["follow,tcp,ebcdic,0", "is needed"],
    ["follow,sctp,ascii,0", "is needed"],
    ["follow,tcp,ascii", "is needed"],
  ])("%s is refused", (text, message) => expect(following(text, talk)).rejects.toThrow(message));
});
