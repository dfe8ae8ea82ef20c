import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dissect, open } from "../../src/index.ts";
import { fixture } from "../library/fixtures.ts";

/** What `show` makes of each frame of a fixture that `displayFilter` matches. */
async function frames<T>(path: string, displayFilter: string, show: (frame: Dissected) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of open(fixture(path), { displayFilter })) for (const frame of batch) found.push(show(frame));
  return found;
}
type Dissected = ReturnType<typeof dissect>;
const columns = (frame: Dissected) => [frame.toObject().protocol, frame.toObject().info];

/** A segment to port 443 with `payload` in hexadecimal, in IPv4 without a link. */
function segment(payload: string): Dissected {
  const total = (40 + payload.length / 2).toString(16).padStart(4, "0");
  const head = `4500${total}0001000040060000c0000201c63364059c4001bb00000001000000005018200000000000`;
  return dissect(Buffer.from(head + payload, "hex"), "raw");
}

test("tells the name a connection goes to, and what it may speak", async () => {
  const hellos = await frames("tls/tls12.pcap", "tls.handshake.type == 1", (frame) => [
    frame.value("tls.handshake.extensions_server_name"),
    frame.value("tls.handshake.extensions_alpn_str"),
  ]);
  expect(hellos).toEqual([[["www.example.test"], ["h2", "http/1.1"]]]);
});

test("tells of a record that the capture cut what is whole", async () => {
  const [opening, answer] = await frames("tls/tls12.pcap", "tls.handshake", ({ bytes }) => Buffer.from(bytes));
  const cut = (frame: Buffer | undefined, held: number) =>
    columns(dissect(frame!.subarray(0, held), "ethernet", { originalLength: frame!.length }));
  const short = "[Packet size limited during capture]";
  expect(cut(opening, 70)).toEqual(["SSL", short]);
  expect(cut(opening, 71)).toEqual(["SSL", short]);
  expect(cut(opening, 90)).toEqual(["TLSv1", short]);
  expect(cut(answer, 90)).toEqual(["TLSv1.2", short]);
  expect(cut(answer, 200)).toEqual(["TLSv1.2", `Server Hello${short}`]);
});

test("learns the version of a connection from its handshake", async () => {
  expect((await frames("tls/tls13.pcap", "tls", columns)).slice(0, 5)).toEqual([
    ["TLSv1", "Client Hello"],
    ["TLSv1.3", "Hello Retry Request, Change Cipher Spec"],
    ["TLSv1.3", "Change Cipher Spec, Client Hello"],
    ["TLSv1.3", "Server Hello, Application Data, Application Data, Application Data, Application Data"],
    ["TLSv1.3", "Application Data"],
  ]);
  const applications = await frames("tls/tls12.pcap", "tls.app_data", (frame) => frame.value("tls.app_data_proto"));
  expect(new Set(applications.flat())).toEqual(new Set(["HyperText Transfer Protocol 2"]));
});

test("puts a message together that takes several records", async () => {
  const [found] = await frames("tls/split.pcap", "tls.handshake.fragment", (frame) => [
    frame.toObject().info,
    frame.value("tls.handshake.fragment.count"),
    frame.value("tls.handshake.certificate")?.map(({ length }) => length),
    frame.value("tls.handshake.certificate_length"),
  ]);
  expect(found![0]).toBe("Server Hello, [Certificate Fragment], Certificate, Server Key Exchange, Server Hello Done");
  expect(found![1]).toEqual([2]);
  expect(found![2]).toEqual(found![3]);
});

test("lists the extensions of a hello", async () => {
  const [layer] = await frames("tls/tls12.pcap", "tls.handshake.type == 1", (frame) =>
    frame.toObject().layers.find(({ protocol }) => protocol === "tls"),
  );
  const extensions = (layer!.fields as Record<string, unknown>)["tls.extensions"] as object[];
  expect(extensions[0]).toEqual({
    "tls.handshake.extension.type": [0],
    "tls.handshake.extension.len": [21],
    "tls.handshake.extensions_server_name_list_len": [19],
    "tls.handshake.extensions_server_name_type": [0],
    "tls.handshake.extensions_server_name_len": [16],
    "tls.handshake.extensions_server_name": ["www.example.test"],
  });
  expect(extensions.length).toBeGreaterThan(5);
});

test("marks a length that does not fit, and keeps what is before it", () => {
  const extension = "0000 0009 0007 00 ffff 61626364".replaceAll(" ", "");
  const hello = `0303${"00".repeat(32)}00${"0002"}002f${"01"}00${"000d"}${extension}`;
  const size = (extra: number, digits: number) => (hello.length / 2 + extra).toString(16).padStart(digits, "0");
  const frame = segment(`160301${size(4, 4)}01${size(0, 6)}${hello}`);
  expect(frame.value("tls.handshake.extensions_server_name_len")).toEqual([0xffff]);
  expect(frame.has("_ws.malformed")).toBe(true);
  expect(columns(frame)).toEqual(["TLSv1", "Client Hello[Malformed Packet]"]);
});

test("leaves words on its port to others, and shows what else is no record", () => {
  expect(segment(Buffer.from("SSH-2.0-x\r\n").toString("hex")).has("tls")).toBe(false);
  expect(columns(segment("818283848586"))).toEqual(["SSL", "Continuation Data"]);
});

test("reads a hello in the form of SSL 2.0", () => {
  const frame = segment(`802b010301001200000010${"00002f00000a010080000035060040"}000000${"cc".repeat(16)}`);
  expect(columns(frame)).toEqual(["SSLv2", "Client Hello"]);
  expect(frame.value("tls.handshake.cipherspec")).toEqual([0x2f, 0x0a, 0x010080, 0x35, 0x060040, 0]);
});

test("keeps the mark of bytes that are no record in a session whose version is known", async () => {
  const bytes = readFileSync(fixture("tls/tls12.pcap"));
  const [record] = await frames("tls/tls12.pcap", "frame.number == 15", ({ recordAt, recordEnd }) => [
    recordAt,
    recordEnd,
  ]);
  const [at, end] = record!;
  const captured = end! - at! - 16 - 20;
  bytes.writeUInt32LE(captured, at! + 8);
  bytes[at! + 16 + 66] = 0x50;
  const cut = Buffer.concat([bytes.subarray(0, end! - 20), bytes.subarray(end!)]);
  const found: unknown[] = [];
  for await (const batch of open(cut, { displayFilter: "frame.number == 15" }))
    for (const frame of batch) found.push([...columns(frame), frame.value("_ws.short")]);
  expect(found).toEqual([
    [
      "TLSv1.2",
      "Ignored Unknown Record[Packet size limited during capture]",
      ["tls: 153 more bytes needed, 133 left by ip.len"],
    ],
  ]);
});
