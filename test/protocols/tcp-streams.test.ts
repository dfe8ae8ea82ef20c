import { describe, expect, test } from "vitest";
import { dissect, type FieldName, open } from "../../src/index.ts";
import { capture, icmpError, ipv4, tcp } from "../packets.ts";

const FIN = 1;
const SYN = 2;
const RST = 4;
const PSH = 8;
const ACK = 16;
const ICMP = 1;
const TCP = 6;
const HTTP = 80;
const SIZE_AND_SCALE = "020405b401030302";

const A = 0x0a000001;
const B = 0x0a000002;
const ROUTER = 0x0a000009;

const fromClient = (seq: number, ack: number, flags: number, text = "", options = "") =>
  ipv4(TCP, A, B, tcp([40000, HTTP], seq, ack, flags, text, options));
const fromServer = (seq: number, ack: number, flags: number, text = "", options = "") =>
  ipv4(TCP, B, A, tcp([HTTP, 40000], seq, ack, flags, text, options));
const quoting = (packet: Uint8Array, type = 3) => ipv4(ICMP, ROUTER, A, icmpError(type, packet));

/** A packet whose segment says that its header is longer than it. */
function short(packet: Uint8Array): Uint8Array {
  packet[32] = 0x80;
  return packet;
}

/** What these fields of each packet are. */
async function told(packets: Uint8Array[], ...names: FieldName[]): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const batch of open(capture(packets))) {
    for (const frame of batch) rows.push(names.map((name) => frame.value(name)));
  }
  return rows;
}

const handshake = [
  fromClient(100, 0, SYN, "", SIZE_AND_SCALE),
  fromServer(900, 101, SYN | ACK, "", SIZE_AND_SCALE),
  fromClient(101, 901, ACK),
];

describe("a segment quoted by an ICMP error", () => {
  test("tells its stream, and numbers as they stand; no analysis knows it", async () => {
    const data = fromClient(101, 901, ACK | PSH, "hello");
    const rows = await told(
      [...handshake, data, quoting(data), fromServer(901, 106, ACK)],
      "tcp.stream",
      "tcp.seq",
      "tcp.seq_raw",
      "tcp.len",
      "tcp.window_size",
      "tcp.completeness",
      "tcp.analysis.flags",
    );
    expect(rows.slice(3)).toEqual([
      [0, 1, 101, 5, 4000, 7, undefined],
      [0, 101, undefined, undefined, 1000, 15, undefined],
      [0, 1, 901, 0, 4000, 15, undefined],
    ]);
  });

  test("counts for what was seen of the stream, and for its times", async () => {
    const rows = await told(
      [
        ...handshake,
        quoting(fromClient(101, 901, FIN | ACK)),
        quoting(fromClient(102, 0, RST)),
        fromServer(901, 101, ACK),
      ],
      "tcp.completeness",
      "tcp.connection.fin_active",
      "tcp.time_delta",
    );
    const millisecond = { seconds: 0, nanoseconds: 1e6 };
    expect(rows.slice(3)).toEqual([
      [7, true, millisecond],
      [23, undefined, millisecond],
      [55, undefined, millisecond],
    ]);
  });

  test("begins a stream with a SYN of another number", async () => {
    const rows = await told(
      [...handshake, quoting(fromClient(5000, 0, SYN)), fromClient(101, 901, ACK | PSH, "x")],
      "tcp.stream",
      "tcp.analysis.reused_ports",
    );
    expect(rows.slice(3)).toEqual([
      [1, true],
      [1, undefined],
    ]);
  });

  test("has its payload dissected by itself", async () => {
    const request = fromClient(101, 901, ACK | PSH, "GET /a HTTP/1.0\r\n\r\n");
    expect(await told([quoting(request)], "http.request.uri")).toEqual([["/a"]]);
  });

  test("tells ports and number where no more than 8 bytes of it are there, as in a redirect (RFC 792)", async () => {
    const segment = fromClient(101, 901, ACK, "hello");
    const names = ["tcp.srcport", "tcp.seq", "tcp.ack_raw", "tcp.stream", "_ws.malformed"] as const;
    const eight = [40000, 101, undefined, undefined, undefined];
    expect(await told([quoting(segment.subarray(0, 28))], ...names)).toEqual([eight]);
    expect(await told([quoting(segment, 5)], ...names)).toEqual([eight]);
    expect((await told([quoting(segment)], ...names))[0]!.slice(2, 4)).toEqual([901, 0]);
  });
});

describe("a segment that ends before its header", () => {
  test("leaves the numbers of its stream to others", async () => {
    const rows = await told(
      [short(fromClient(100, 0, SYN)), fromClient(300, 0, SYN), short(fromServer(900, 301, SYN | ACK))],
      "tcp.stream",
      "tcp.seq",
      "tcp.completeness",
      "tcp.short_segment",
    );
    expect(rows).toEqual([
      [0, 100, 0, true],
      [0, 0, 1, undefined],
      [0, 900, 1, true],
    ]);
  });

  test("before what tells its stream, tells its ports", async () => {
    const packet = ipv4(TCP, A, B, tcp([40000, HTTP], 1, 1, ACK).subarray(0, 12));
    expect(await told([packet], "tcp.dstport", "tcp.seq_raw", "tcp.stream")).toEqual([[HTTP, undefined, undefined]]);
  });
});

describe("windows are scaled", () => {
  const SIZE = "020405b4";
  const scales = async (...options: string[]) => {
    const packets = options.map((option, i) =>
      i % 2 ? fromServer(900, 101, SYN | ACK, "", option) : fromClient(100, 0, SYN, "", option),
    );
    const after = [fromClient(101, 901, ACK), fromServer(901, 101, ACK)];
    const rows = await told([...packets, ...after], "tcp.window_size_scalefactor");
    return rows.slice(-2).flat();
  };

  test("where both sides say so (RFC 7323 section 2.2)", async () => {
    expect(await scales(SIZE_AND_SCALE, SIZE_AND_SCALE)).toEqual([4, 4]);
    expect(await scales(SIZE_AND_SCALE, SIZE)).toEqual([-2, -2]);
    expect(await scales(SIZE, SIZE_AND_SCALE)).toEqual([-2, -2]);
    expect(await scales(SIZE_AND_SCALE)).toEqual([4, -1]);
  });

  test("as before by a SYN that is sent again without the option", async () => {
    expect(await scales(SIZE_AND_SCALE, SIZE_AND_SCALE, SIZE, SIZE)).toEqual([4, 4]);
  });
});

describe("what was seen of a stream", () => {
  const seen = async (packet: Uint8Array, first = fromServer(900, 0, PSH)) => {
    const rows = await told([first, packet, fromServer(900, 0, PSH)], "tcp.completeness");
    return rows.at(-1)![0];
  };

  test.each([
    ["a FIN that acknowledges", FIN | ACK, "", 20],
    ["data", ACK, "x", 8],
    ["no data with a SYN that acknowledges", SYN | ACK, "x", 2],
    ["a reset alone", FIN | RST, "x", 32],
    ["nothing of what acknowledges nothing", FIN | PSH, "x", 0],
  ])("is %s", async (_, flags, text, expected) => {
    expect(await seen(fromClient(100, flags & ACK ? 900 : 0, flags, text))).toBe(expected);
  });

  test("is a SYN with its data, and nothing else, where that begins the stream", async () => {
    const rows = await told([fromClient(100, 0, SYN | FIN, "x"), fromServer(900, 0, PSH)], "tcp.completeness");
    expect(rows.flat()).toEqual([0, 9]);
  });
});

describe("segments of one message that overlap", () => {
  const joined = async (second: string) => {
    const rows = await told(
      [...handshake, fromClient(101, 901, ACK, "GET / HT"), fromClient(105, 901, ACK, second)],
      "tcp.segment",
      "tcp.segment.error",
      "tcp.segment.overlap",
      "tcp.segment.overlap.conflict",
      "tcp.reassembled.length",
    );
    return rows.at(-1);
  };

  test("say so", async () => {
    expect(await joined("/ HTTP/1.0\r\n")).toEqual([[4, 5], undefined, [true], undefined, [16]]);
  });

  test("and that they are at odds", async () => {
    expect(await joined("/ http/1.0\r\n")).toEqual([[4], [5], [true], [true], [16]]);
  });
});

describe("a protocol that begins its conversation anew", () => {
  const streams = (port: number) => {
    const there = (flags: number, seq: number, ack: number, text = "") =>
      ipv4(TCP, A, B, tcp([40000, port], seq, ack, flags, text));
    const back = (flags: number, seq: number, ack: number, text = "") =>
      ipv4(TCP, B, A, tcp([port, 40000], seq, ack, flags, text));
    const packets = [
      there(SYN, 100, 0),
      back(SYN | ACK, 900, 101),
      there(ACK, 101, 901),
      back(ACK | PSH, 901, 101, "RFB 003.008\n"),
      there(ACK | PSH, 101, 913, "RFB 003.007\n"),
      back(ACK | PSH, 913, 113, "\u0001\u0001"),
    ];
    return told(packets, "tcp.stream", "tcp.seq", "tcp.completeness", "vnc.server_proto_ver", "vnc.client_proto_ver");
  };

  test("lets another stream follow where its content tells it", async () => {
    expect((await streams(6900)).slice(3)).toEqual([
      [0, 1, 7, "003.008", undefined],
      [1, 1, 0, undefined, "003.007"],
      [1, 1, 8, undefined, undefined],
    ]);
  });

  test("goes on where its port tells it", async () => {
    expect((await streams(5900)).slice(3)).toEqual([
      [0, 1, 7, "003.008", undefined],
      [0, 1, 15, undefined, "003.007"],
      [0, 13, 15, undefined, undefined],
    ]);
  });
});

test("a handshake that begins at no time took nobody knows how long", async () => {
  const rows = await told([...handshake, fromClient(101, 901, ACK | PSH, "x")], "tcp.analysis.initial_rtt");
  expect(rows.at(-1)).toEqual([undefined]);
});

test("only the SYN that begins a stream counts as one seen", async () => {
  const packets = [fromServer(900, 101, SYN | ACK), fromClient(100, 0, SYN), fromClient(101, 901, ACK)];
  expect((await told(packets, "tcp.completeness")).flat()).toEqual([0, 0, 0]);
});

describe("bytes that come again", () => {
  const answer = "HTTP/1.1 204 No Content\r\n\r\n";
  const asked = [...handshake, fromClient(101, 901, ACK | PSH, "GET / HTTP/1.1\r\n\r\n")];
  const acks = Array.from({ length: 3 }, () => fromClient(119, 901, ACK));
  const names: FieldName[] = ["frame.protocols", "tcp.segment_data"];

  test("fast, because they were asked for, are dissected again", async () => {
    const data = fromServer(901, 119, ACK | PSH, answer);
    const rows = await told([...asked, data, ...acks, data], ...names, "tcp.analysis.fast_retransmission");
    expect(rows.at(-1)).toEqual(["raw:ip:tcp:http", undefined, true]);
  });

  test("fast, of a message of several segments, are not", async () => {
    const [first, last] = [fromServer(901, 119, ACK, answer.slice(0, 9)), fromServer(910, 119, ACK, answer.slice(9))];
    const rows = await told([...asked, first, last, ...acks, first], ...names, "tcp.analysis.fast_retransmission");
    expect(rows.at(-1)).toEqual(["raw:ip:tcp", [new TextEncoder().encode(answer.slice(0, 9))], true]);
  });

  test("without need, are shown where they begin a message of several segments", async () => {
    const [first, last] = [fromServer(901, 119, ACK, answer.slice(0, 9)), fromServer(910, 119, ACK, answer.slice(9))];
    const acked = fromClient(119, 901 + answer.length, ACK);
    const rows = await told(
      [...asked, first, last, acked, first, last],
      ...names,
      "tcp.analysis.spurious_retransmission",
    );
    expect(rows.slice(-2)).toEqual([
      ["raw:ip:tcp", [new TextEncoder().encode(answer.slice(0, 9))], true],
      ["raw:ip:tcp", undefined, true],
    ]);
  });
});

test("a request to a SOCKS proxy is not taken for a remote procedure call", () => {
  const request = Buffer.from("050100030e7777772e676f6f676c652e636f6d0050", "hex");
  const frame = dissect(ipv4(TCP, 1, 2, tcp([1637, 21477], 1, 1, PSH | ACK, request)), "raw");
  expect(frame.value("frame.protocols")).toBe("raw:ip:tcp:data");
});
