import { expect, test } from "vitest";
import { type dissect, open } from "../../src/index.ts";
import { fixture } from "../library/fixtures.ts";

type Dissected = ReturnType<typeof dissect>;

/** What `show` makes of each frame of a fixture that `displayFilter` matches. */
async function frames<T>(path: string, displayFilter: string, show: (frame: Dissected) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of open(fixture(path), { displayFilter })) for (const frame of batch) found.push(show(frame));
  return found;
}
const info = (frame: Dissected) => frame.toObject().info;
const protocol = (frame: Dissected) => frame.toObject().protocol;

test("names each message by the method of key exchange, and whose it is", async () => {
  expect((await frames("ssh/curve.pcap", "ssh", info)).slice(2, 7)).toEqual([
    "Client: Key Exchange Init",
    "Server: Key Exchange Init",
    "Client: Elliptic Curve Diffie-Hellman Key Exchange Init",
    "Server: Elliptic Curve Diffie-Hellman Key Exchange Reply, New Keys",
    "Client: New Keys",
  ]);
  expect((await frames("ssh/group.pcap", "ssh.dh_gex.min || ssh.dh_gex.p || ssh.dh.e", info)).map(String)).toEqual([
    "Client: Diffie-Hellman Group Exchange Request",
    "Server: Diffie-Hellman Group Exchange Group",
    "Client: Diffie-Hellman Group Exchange Init",
  ]);
});

test("knows the version once the client has said it", async () => {
  expect((await frames("ssh/curve.pcap", "ssh", protocol)).slice(0, 3)).toEqual(["SSH", "SSHv2", "SSHv2"]);
});

test("tells what client and server can do, and their fingerprints", async () => {
  const [client, server] = await frames("ssh/curve.pcap", "ssh.cookie", (frame) => [
    frame.value("ssh.kex_algorithms"),
    frame.value("ssh.kex.hassh")?.[0],
    frame.value("ssh.kex.hasshserver")?.[0],
  ]);
  expect(client![0]![0]).toMatch(/^curve25519-sha256,/);
  expect(client![1]).toMatch(/^[0-9a-f]{32}$/);
  expect(client![2]).toBeUndefined();
  expect(server![1]).toBeUndefined();
  expect(server![2]).toMatch(/^[0-9a-f]{32}$/);
});

test("reads keys of servers of every kind", async () => {
  const types = (path: string) => frames(path, "ssh.host_key.type", (frame) => frame.value("ssh.host_key.type"));
  expect(await types("ssh/curve.pcap")).toEqual([["ssh-ed25519"]]);
  expect(await types("ssh/group.pcap")).toEqual([["ssh-rsa"]]);
  expect(await types("ssh/fixed.pcap")).toEqual([["ecdsa-sha2-nistp256"]]);
});

test("parts what a cipher hides from what authenticates it, where that is known", async () => {
  const [first] = await frames("ssh/fixed.pcap", "ssh.mac && tcp.srcport != 22", (frame) => [
    info(frame),
    frame.value("ssh.encrypted_packet")?.map(({ length }) => length),
    frame.value("ssh.mac")?.map(({ length }) => length),
  ]);
  expect(first).toEqual(["Client: Encrypted packet (len=52)", [28], [20]]);
});
