import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { dissect, open } from "../../src/index.ts";
import { capture, ipv4, tcp } from "../packets.ts";

type Dissected = ReturnType<typeof dissect>;
type Part = string | Uint8Array;
/** Bytes of the IP and TCP headers. */
const HEADERS = 40;
const CLIENT = 0x0a000001;
const SERVER = 0x0a000002;
const ACK = 0x10;
const FIN = 0x11;
const request = "GET /x HTTP/1.1\r\nHost: h\r\n\r\n";
const answer = "HTTP/1.1 200 OK\r\n";
const chunks = `${answer}Transfer-Encoding: chunked\r\n\r\n`;

/**
 * Segments of a conversation with port 80: `>` what the client sends, `<` what the server does, `<.` with a FIN; of each
 * no more than `held` bytes are captured.
 */
function segments(steps: readonly (readonly [way: string, part: Part])[], held?: number): Uint8Array {
  const sent = { ">": 1, "<": 1 };
  return capture(
    steps.map(([way, part]) => {
      const payload = Buffer.from(part);
      const isAsked = way[0] === ">";
      const seq = sent[isAsked ? ">" : "<"];
      sent[isAsked ? ">" : "<"] += payload.length;
      const flags = way.endsWith(".") ? FIN : ACK;
      const segment = tcp(isAsked ? [40000, 80] : [80, 40000], seq, sent[isAsked ? "<" : ">"], flags, payload);
      return isAsked ? ipv4(6, CLIENT, SERVER, segment) : ipv4(6, SERVER, CLIENT, segment);
    }),
    held === undefined ? undefined : HEADERS + held,
  );
}

/** What `show` makes of each frame. */
async function each<T>(steps: readonly (readonly [string, Part])[], show: (frame: Dissected) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of open(segments(steps))) for (const frame of batch) found.push(show(frame));
  return found;
}

const protocols = (frame: Dissected) => frame.value("frame.protocols")?.replace("raw:ip:tcp", "");

/** The frame of an answer in one segment, behind a request. */
async function answered(part: Part): Promise<object> {
  const [, found] = await each(
    [
      [">", request],
      ["<", part],
    ],
    (frame) => ({
      protocols: protocols(frame),
      sizes: frame.values("http.chunk_size"),
      body: frame.values("http.file_data"),
      trailer: frame.values("http.chunked_trailer_part"),
      lengths: frame.values("data.len"),
      unknown: frame.values("http.te_unknown").length,
      contradictions: frame.values("http.te_and_length").length,
      failed: frame.has("http.decompression_failed"),
      malformed: frame.has("_ws.malformed"),
    }),
  );
  return found!;
}

describe("a body in chunks", () => {
  test.each([
    ["an extension", "5;a=b\r\nhello\r\n0\r\n\r\n"],
    ["blanks and a sign", " +5 \r\nhello\r\n 0\r\n\r\n"],
    ["a prefix", "0x5\r\nhello\r\n0\r\n\r\n"],
    ["more than 32 bits", "100000005\r\nhello\r\n0\r\n\r\n"],
  ])("has sizes with %s", async (_, body) => {
    expect(await answered(chunks + body)).toMatchObject({ protocols: ":http:data", sizes: [5, 0], body: ["hello"] });
  });

  test("ends with its trailer fields, though the empty line is not there", async () => {
    const found = await answered(`${chunks}5\r\nhello\r\n0\r\na: b\r\n`);
    expect(found).toMatchObject({ sizes: [5, 0], body: ["hello"], trailer: ["a: b\r\n"] });
  });

  test("ends at an empty line in place of a size", async () => {
    const found = await answered(`${chunks}5\r\nhello\r\n\r\n5\r\nworld\r\n0\r\n\r\n`);
    expect(found).toMatchObject({ sizes: [5], body: ["hello", "5\r\nworld\r\n0\r\n\r\n"] });
  });

  test("is none where it begins with an empty line", async () => {
    expect(await answered(`${chunks}\r\n5\r\nhello\r\n0\r\n\r\n`)).toMatchObject({ protocols: ":http", body: [] });
  });

  test("counts two bytes behind each chunk, whatever they are", async () => {
    const found = await answered(`${chunks}4\r\nhello\r\n0\r\n\r\n`);
    expect(found).toMatchObject({ sizes: [4], body: ["hell"], lengths: [4, 6] });
  });

  test("is malformed where a chunk reaches past the message", async () => {
    const found = await answered(`${chunks}5\r\nhello\r\n0\n\n`);
    expect(found).toMatchObject({ protocols: ":http", sizes: [5], body: [], malformed: true });
  });

  test("may be empty", async () => {
    expect(await answered(`${chunks}0\r\n\r\nmore\r\n`)).toMatchObject({ sizes: [0], body: ["", "more\r\n"] });
  });
});

test("a line that tells no size ends the wait for more chunks", async () => {
  const found = await each([["<", `${chunks}5\r\nhello\r\nx\r\n`]], protocols);
  expect(found).toEqual([":http"]);
});

describe("where a message ends", () => {
  test.each([
    ["header fields", `${answer}Content-Type: x/y\r\n`, ""],
    ["a body", `${answer}Content-Length: 9\r\n\r\nhello`, ":http:data"],
    ["chunks", `${chunks}5\r\nhello\r\n`, ":http:data"],
  ])("is not waited for at the end of the stream, but for header fields: %s", async (_, part, expected) => {
    expect(
      (
        await each(
          [
            [">", request],
            ["<.", part],
          ],
          protocols,
        )
      )[1],
    ).toBe(expected);
  });

  test("is waited for by all header fields, and shown by those before a line that is none", async () => {
    const found = await each(
      [
        [">", request],
        ["<", `${answer}Content-Length: 5\r\nbroken\r\n\r\nhel`],
        ["<", "lo"],
      ],
      (frame) => [protocols(frame), frame.values("http.file_data")],
    );
    expect(found.slice(1)).toEqual([
      ["", []],
      [":http:data:data", ["broke", "n\r\n\r\nhello"]],
    ]);
  });

  test.each([
    ["5", [5, 2]],
    [" +5\t", [5, 2]],
    ["5\0x", [5, 2]],
    ["05", [5, 2]],
  ])("is told by a length of %j", async (length, lengths) => {
    expect(await answered(`${answer}Content-Length:${length}\r\n\r\nhello\0\n`)).toMatchObject({ lengths });
  });

  test("is not told by a length where a transfer coding is named", async () => {
    const found = await answered(`${answer}Transfer-Encoding: other\r\nContent-Length: 5\r\n\r\nhello\0\n`);
    expect(found).toMatchObject({ lengths: [7], unknown: 1, contradictions: 1 });
  });

  test("counts for answers that need no body, too", async () => {
    const found = await answered("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello");
    expect(found).toMatchObject({ body: ["hello"] });
  });

  test.each([
    ["chunked, gzip", { sizes: [5, 0], body: [], lengths: [5], unknown: 0 }],
    ["chunked foo", { sizes: [5, 0], body: ["hello"], unknown: 1 }],
    ["CHUNKED", { sizes: [], lengths: [15], unknown: 1 }],
    ["chunked\0foo", { sizes: [5, 0], body: ["hello"], unknown: 0 }],
  ])("and how the body is read: transfer coding %j", async (coding, expected) => {
    const found = await answered(`${answer}Transfer-Encoding: ${coding}\r\n\r\n5\r\nhello\r\n0\r\n\r\n`);
    expect(found).toMatchObject(expected);
  });
});

describe("a coded body", () => {
  const text = "hello world\n".repeat(9);
  const coded = (coding: string, body: Uint8Array) =>
    answered(
      Buffer.concat([
        Buffer.from(`${answer}Content-Encoding:${coding}\r\nContent-Length: ${body.length}\r\n\r\n`),
        body,
      ]),
    );
  const gzip = gzipSync(text);
  /** gzip's bytes with other flags, and `more` behind the fixed part of the header. */
  const flagged = (flags: number, more: string) =>
    Buffer.concat([gzip.subarray(0, 3), Buffer.of(flags), gzip.subarray(4, 10), Buffer.from(more), gzip.subarray(10)]);

  test.each([
    ["gzip", gzip],
    ["gzip with a name, a comment and an extra field", flagged(0x1c, "\x03\0abcname\0comment\0")],
    ["gzip with flags nobody knows", flagged(0xe0, "")],
    ["gzip with a wrong checksum", Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8)])],
    ["gzip, cut short", gzip.subarray(0, -8)],
    ["zlib", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
  ])("is decoded: %s", async (_, body) => {
    expect(await coded("gzip", body)).toMatchObject({ body: [text], failed: false });
  });

  test.each([
    ["an empty name", "", gzip],
    ["a blank behind the name", "gzip ", gzip],
    ["another method", "gzip", Buffer.concat([gzip.subarray(0, 2), Buffer.of(7), gzip.subarray(3)])],
    ["not even the header", "gzip", gzip.subarray(0, 9)],
    ["nothing coded", "deflate", Buffer.from("X5O!P%@AP")],
  ])("stays as it is: %s", async (_, coding, body) => {
    expect(await coded(coding, body)).toMatchObject({ protocols: ":http:data", body: [], failed: true });
  });

  test("may be empty", async () => {
    expect(await coded("gzip", gzipSync(""))).toMatchObject({ protocols: ":http", failed: false });
  });
});

test("a body whose type is claimed by one who does not know it is read by another", async () => {
  const image = Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(34)]);
  const head = (type: string) => Buffer.from(`${answer}Content-Type: image/${type}\r\nContent-Length: 40\r\n\r\n`);
  const show = (frame: Dissected) => [protocols(frame), frame.has("http.subdissector_failed")];
  const found = await each(
    [
      ["<", Buffer.concat([head("gif"), image])],
      ["<", Buffer.concat([head("png"), image])],
      ["<", Buffer.concat([head("webp"), image])],
    ],
    show,
  );
  expect(found).toEqual([
    [":http:image-gif", false],
    [":http:image-gif", true],
    [":http:image-gif", false],
  ]);
});

describe("behind a proxy", () => {
  const connect = (target: string, ...steps: [string, Part][]): [string, Part][] => [
    [">", `CONNECT ${target} HTTP/1.1\r\n\r\n`],
    ["<", `${answer}\r\n`],
    ...steps,
  ];
  const show = (frame: Dissected) => [protocols(frame), frame.values("http.proxy_connect_host")];
  /** A record of TLS with 100 bytes of application data. */
  const record = Buffer.concat([Buffer.from("1703030064", "hex"), Buffer.alloc(100)]);

  test("all records of a segment are of one tunnel", async () => {
    const found = await each(connect("a:443", [">", Buffer.concat([record, record])]), show);
    expect(found[2]).toEqual([":http:tls", ["a"]]);
  });

  test("a record may span segments", async () => {
    const steps = connect("a:443", [">", Buffer.concat([record, record.subarray(0, 9)])], [">", record.subarray(9)]);
    const found = await each(steps, (frame) => [...show(frame), frame.values("tls.record.length")]);
    expect(found.slice(2)).toEqual([
      [":http:tls", ["a"], [100]],
      [":http:tls", ["a"], [100]],
    ]);
  });

  test("HTTP is read once, with numbers of its own", async () => {
    const steps = connect("a:9999", [">", request + request], ["<", `${answer}\r\n`], [">", request]);
    const found = await each(steps, (frame) => [protocols(frame), frame.values("http.request_number")]);
    expect(found.slice(2)).toEqual([
      [":http:http", [1, 2]],
      [":http:data", []],
      [":http:data", []],
    ]);
  });

  test("a message that waits for more is told in the tunnel's line", async () => {
    const steps = connect("a:9999", [">", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nhello"]);
    const found = await each(steps, (frame) => [...show(frame), frame.toObject().info]);
    expect(found[2]).toEqual([":http", ["a"], "POST / HTTP/1.1  [TCP segment of a reassembled PDU]"]);
  });

  test("bytes are nobody's where the target has no port", async () => {
    expect((await each(connect("/", [">", "hello\r\n"]), show))[2]).toEqual(["", []]);
  });

  test("there is nothing unless the answer is 200", async () => {
    const found = await each(
      [
        [">", "CONNECT a:9999 HTTP/1.1\r\n\r\n"],
        ["<", "HTTP/1.1 204 No Content\r\n\r\n"],
        [">", request],
      ],
      (frame) => frame.values("http.request_number"),
    );
    expect(found).toEqual([[1], [], [2]]);
  });
});

test("part of a record stands in the list of protocols", async () => {
  const record = Buffer.from("1703030064", "hex");
  const frame = dissect(ipv4(6, CLIENT, SERVER, tcp([40000, 443], 1, 1, ACK, record)), "ipv4");
  expect([frame.value("frame.protocols"), frame.toObject().protocol, frame.toObject().info]).toEqual([
    "ip:tcp:tls",
    "TCP",
    "[TCP segment of a reassembled PDU]",
  ]);
});

test.each([
  ["GET", "/a", "Host: h \r\n", "http://h/a"],
  ["GET", "HTTP://A/b", "Host: h\r\n", "HTTP://A/b"],
  ["GET", "ftp://a", "Host: h\r\n", "http://hftp://a"],
  ["GET", "http://a/b", "", undefined],
  ["CONNECT", "a:1", "Host: h\r\n", "a:1"],
  ["CONNECT", "a:1", "", undefined],
])("the whole URI of %s %s with %j", async (method, target, host, uri) => {
  const [found] = await each([[">", `${method} ${target} HTTP/1.1\r\n${host}\r\n`]], (frame) =>
    frame.value("http.request.full_uri"),
  );
  expect(found).toBe(uri);
});

test.each([
  ["HTTP/1.1 \t200 OK", 20],
  ["ICY 200 OK", 200],
  ["Http/1.1 200 OK", undefined],
])("%j is a status line, or is not", async (line, code) => {
  const [, found] = await each(
    [
      [">", request],
      ["<", `${line}\r\nContent-Length: 0\r\n\r\n`],
    ],
    (frame) => frame.value("http.response.code"),
  );
  expect(found).toBe(code);
});

test("header fields tell of a body, though the message's first line was lost", async () => {
  const fields = "Content-Length: 5\r\nContent-Type: text/plain\r\nTransfer-Encoding:\r\n";
  const [, lines, unread] = await each(
    [
      [">", request],
      ["<", "Content-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello\0\n"],
      ["<", `${fields}\r\nhello\0\n`],
    ],
    (frame) => [protocols(frame), frame.values("http.file_data"), frame.values("http.te_and_length").length],
  );
  expect(lines).toEqual([":http:data-text-lines:data", ["hello"], 0]);
  expect(unread).toEqual([":http:data-text-lines", ["hello"], 1]);
});

test("a header field that is not known stands on one line, unless its name is none", async () => {
  const [found] = await each([[">", "NOTIFY / HTTP/1.1\r\nA: \x01\x7f\u0558\r\nA b: \x01\r\n\r\n"]], (frame) =>
    frame.value("http.unknown_header"),
  );
  expect(found).toEqual(["A: \\001\\177\\u0558\\r\\n", "A b: \x01\r\n"]);
});

test("a last line that is cut short is malformed, unless it has a colon", async () => {
  const show = (frame: Dissected) => [frame.values("http.unknown_header").length, frame.has("_ws.malformed")];
  const found = await each(
    [
      [">", request],
      ["<", "A: b\r\nC"],
      ["<", "A: b\r\nC:"],
    ],
    show,
  );
  expect(found.slice(1)).toEqual([
    [1, true],
    [2, false],
  ]);
});

test("what follows a body that lasted until the end of the stream waits for nothing", async () => {
  const found = await each(
    [
      [">", request],
      ["<", `${answer}Content-Length: 5 or so\r\n\r\nhello`],
      ["<", "HTTP/1.1 200 OK\r\nContent-Le"],
      ["<.", ""],
    ],
    (frame) => [protocols(frame), frame.values("http.file_data"), frame.values("http.response_number")],
  );
  expect(found[3]).toEqual([":http:data", ["hello"], [1]]);
});

test("an answer names the last whole URI that was asked for", async () => {
  const found = await each(
    [
      [">", request],
      [">", "GET /y HTTP/1.1\r\n\r\n"],
      ["<", `${answer}Content-Length: 0\r\n\r\n`],
    ],
    (frame) => frame.value("http.response_for.uri"),
  );
  expect(found[2]).toBe("http://h/x");
});

test("an empty line before bytes that continue a message is shown", async () => {
  const found = await answered(`${answer}Content-Length: 5\r\n\r\nhello\r\nworld\r\n`);
  expect(found).toMatchObject({ body: ["hello", "world\r\n"] });
});

describe("of messages that the capture cut, the line tells", () => {
  const lines = async (held: number) => {
    const found: string[] = [];
    const steps = [
      [">", request],
      ["<", `${answer}Content-Length: 9\r\n\r\nlong body`],
      ["<", Uint8Array.of(0xab, ...Buffer.from("binary"))],
    ] as const;
    for await (const batch of open(segments(steps, held))) {
      for (const frame of batch) found.push(`${frame.toObject().protocol} ${frame.toObject().info}`);
    }
    return found;
  };
  const short = "[Packet size limited during capture]";

  test("nothing where the first line is not whole", async () => {
    const [asked, answered, more] = await lines(6);
    expect(asked).toBe(`TCP 40000 → 80 [ACK] Seq=1 Ack=1 Win=1000 Len=28${short}`);
    expect(answered).toBe(`HTTP Continuation${short}`);
    expect(more).toBe("HTTP Continuation");
  });
  test("the first line where that is whole", async () => {
    expect((await lines(20)).slice(0, 2)).toEqual([`HTTP GET /x HTTP/1.1 ${short}`, `HTTP HTTP/1.1 200 OK ${short}`]);
  });
});
