import { createCipheriv, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type FieldName, open } from "../../src/index.ts";
import { CryptoStream } from "../../src/protocols/quic/crypto-stream.ts";
import { capture, ipv4, udp, withoutSecrets } from "../packets.ts";

const UDP = 17;
const SALT = Buffer.from("38762cf7f55934b34d179ae6a4c80cadccbb7f0a", "hex");

/** Info of each frame, and all values of these fields. */
async function told<N extends FieldName>(input: string | Uint8Array, ...names: N[]) {
  const infos: string[] = [];
  const values: unknown[][] = [];
  const opened = open(input, { maxMemory: 1 << 20 });
  for await (const batch of opened) {
    for (const frame of batch) {
      infos.push(frame.toObject().info ?? "");
      values.push(names.map((name) => frame.values(name)));
    }
  }
  return { infos, values, forgotten: opened.forgotten };
}

const hmac = (key: Uint8Array, ...parts: Uint8Array[]) =>
  parts.reduce((made, part) => made.update(part), createHmac("sha256", key)).digest();

function expand(secret: Uint8Array, label: string, size: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.of(0, size, name.length), name, Buffer.of(0)]);
  return hmac(secret, info, Buffer.of(1)).subarray(0, size);
}

/** The datagram with a client's Initial packet (RFC 9001 section 5.2) to the server it calls `id`. */
function initial(id: Buffer, number: number, frames: Buffer, port = 50000): Uint8Array {
  const secret = expand(hmac(SALT, id), "client in", 32);
  const iv = expand(secret, "quic iv", 12);
  iv[11]! ^= number;
  const size = frames.length + 17;
  const head = Buffer.concat([
    Buffer.of(0xc0, 0, 0, 0, 1, id.length),
    id,
    Buffer.of(0, 0, 0x40 | (size >> 8), size & 255, number),
  ]);
  const cipher = createCipheriv("aes-128-gcm", expand(secret, "quic key", 16), iv).setAAD(head);
  const packet = Buffer.concat([head, cipher.update(frames), cipher.final(), cipher.getAuthTag()]);
  const sample = packet.subarray(head.length + 3, head.length + 19);
  const mask = createCipheriv("aes-128-ecb", expand(secret, "quic hp", 16), null).update(sample);
  packet[0]! ^= mask[0]! & 15;
  packet[head.length - 1]! ^= mask[1]!;
  return ipv4(UDP, 0x0a000001, 0x0a000002, udp([port, 4433], packet));
}

/** A client's hello without extensions. */
const hello = Buffer.concat([
  Buffer.of(1, 0, 0, 41, 3, 3),
  Buffer.alloc(32, 9),
  Buffer.of(0, 0, 2, 0x13, 1, 1, 0, 0, 0),
]);

/** CRYPTO frames with these stretches of the hello. */
const crypto = (...stretches: [from: number, to: number][]) =>
  Buffer.concat(
    stretches.map(([from, to]) => Buffer.concat([Buffer.of(6, from, to - from), hello.subarray(from, to)])),
  );

describe("a conversation with its secrets", () => {
  const path = "fixtures/quic/secrets.pcapng";

  test("is decrypted past a request to try again and a change of keys", async () => {
    const { infos, values } = await told(path, "tls.handshake.type", "quic.cc.error_code.app");
    expect(infos[1]).toMatch(/^Retry, DCID=.*, SCID=/);
    expect(infos[5]).toMatch(/^Handshake, .* ACK/);
    expect(infos[9]).toMatch(/^Protected Payload \(KP0\), DCID=[0-9a-f]{36}, PKN: 1, ACK_ECN$/);
    expect(infos[10]).toMatch(/^Protected Payload \(KP1\), .* STREAM\(6\), STREAM\(0\)$/);
    // The client's second hello repeats its first one.
    const types = values.flatMap(([found], i) => ((found as number[]).length > 0 ? [[i + 1, found]] : []));
    expect(types).toEqual([
      [1, [1]],
      [4, [2, 8, 11, 15, 20]],
      [7, [20]],
      [9, [4]],
    ]);
    expect(values.at(-1)![1]).toEqual([256]);
  });

  test("shows without them what everybody can read", async () => {
    const { infos, values } = await told(withoutSecrets(path).bytes, "tls.handshake.type", "quic.decryption_failed");
    expect(infos[10]).toMatch(/^Protected Payload \(KP0\), DCID=[0-9a-f]{36}$/);
    expect(values.map(([types]) => types)).toEqual(expect.arrayContaining([[1], [2]]));
    // What follows the handshake fails once; then nobody tries again.
    expect(values.slice(-6).flatMap(([, failed]) => failed)).toEqual([]);
  });
});

describe("handshake messages", () => {
  const id = Buffer.from("0011223344556677", "hex");

  test("are put together whatever the order of their parts", async () => {
    const packets = [crypto([30, 45]), crypto([10, 20], [0, 10]), crypto([20, 30])];
    const { values } = await told(
      capture(packets.map((frames, i) => initial(id, i, frames))),
      "tls.handshake.type",
      "quic.crypto.fragment",
    );
    expect(values).toEqual([
      [[], []],
      [[], []],
      [[1], [2, 2, 3, 1]],
    ]);
  });

  test("are read once, however often they come", async () => {
    const packets = [crypto([0, 45]), crypto([0, 45]), crypto([20, 45])];
    const { values } = await told(
      capture(packets.map((frames, i) => initial(id, i, frames))),
      "tls.handshake.type",
      "quic.retransmission",
    );
    expect(values).toEqual([
      [[1], []],
      [[], [true]],
      [[], [true]],
    ]);
  });

  test("that never become whole take a bounded amount of memory", () => {
    const stream = new CryptoStream();
    for (let i = 1; i < 100_000; i++) stream.add(i * 10, hello, 0, 5, i);
    expect(stream.size).toBeLessThan(1 << 19);
    expect(stream.delivered).toBe(0);
  });
});

test("packets with a short header belong to the conversation that they are part of", async () => {
  const id = Buffer.from("0011223344556677", "hex");
  const short = (port: number) =>
    ipv4(UDP, 0x0a000001, 0x0a000002, udp([port, 4433], Buffer.concat([Buffer.of(0x40), Buffer.alloc(28, 7)])));
  const { infos } = await told(capture([short(50000), initial(id, 0, crypto([0, 45])), short(50000), short(50001)]));
  expect(infos).toEqual([
    "50000 → 4433 Len=29",
    "Initial, DCID=0011223344556677, PKN: 0, CRYPTO",
    "Protected Payload (KP0)",
    "50001 → 4433 Len=29",
  ]);
});

test("of very many connections the oldest are forgotten", async () => {
  const ids = Array.from({ length: 1200 }, (_, i) => Buffer.from(String(i).padStart(8, "0")));
  const packets = ids.map((id, i) => initial(id, 0, crypto([0, 30]), 20000 + i));
  const { infos, forgotten } = await told(capture(packets));
  expect(infos.filter((info) => info.endsWith("PKN: 0, CRYPTO"))).toHaveLength(ids.length);
  expect(forgotten.get("QUIC connections")).toBeGreaterThan(0);
});
