import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { NameError } from "../../src/core/error.ts";
import { ByteWriter, dissect, type Frame, JsonSink, open, Resolver, TreeSink } from "../../src/index.ts";
import { block, bytes, concat, description, enhanced, halves, NAMES, section } from "../capture/build.ts";
import { fixture } from "../library/fixtures.ts";
import { readAll } from "../loopback.ts";

const named = fixture("dns/named.pcap");
const folder = mkdtempSync(join(tmpdir(), "names-"));
afterAll(() => rmSync(folder, { recursive: true }));

const mac = (text: string) => Uint8Array.from(text.split(":"), (byte) => Number.parseInt(byte, 16));

/** What something asks of every frame of a capture. */
async function ask<T>(input: string | Uint8Array, names: Resolver | undefined, read: (frame: Frame) => T) {
  const answers: T[] = [];
  await readAll(open(input, names && { names }), (frame) => answers.push(read(frame)));
  return answers;
}

const sources = (frame: Frame) => frame.value("ip.src_host");

test.each([
  ["ff:ff:ff:ff:ff:ff", "Broadcast"],
  ["01:80:c2:00:00:0e", "LLDP_Multicast"],
  ["01:80:c2:00:00:21", "Spanning-tree-(for-bridges)_21"],
  ["01:00:5e:7f:ff:fa", "IPv4mcast_7f:ff:fa"],
  ["01:00:5e:00:00:16", "IPv4mcast_16"],
  ["33:33:00:00:00:fb", "IPv6mcast_fb"],
  ["00:00:0c:07:ac:01", "All-HSRP-routers_01"],
  ["02:03:93:01:02:03", "MS-NLB-PhysServer-03_93:01:02:03"],
  ["00:00:00:00:00:00", "00:00:00_00:00:00"],
  ["00:03:93:00:00:05", "Apple_00:00:05"],
  // A group address of the same maker.
  ["01:03:93:01:02:03", "Apple_01:02:03"],
  // Blocks of 28 and 36 bits inside one of the registration authority's.
  ["10:06:48:11:22:33", "Kytronic_01:22:33"],
  ["00:1b:c5:00:01:00", "Convergi_01:00"],
  // Administered locally: nobody's.
  ["06:03:93:01:02:03", undefined],
])("the MAC address %s is called %s", (address, name) => {
  expect(new Resolver("m").address(1, mac(address), 0, 6)?.text).toBe(name);
  expect(new Resolver("nt").address(1, mac(address), 0, 6)).toBeUndefined();
});

test("whom a MAC address was assigned to is known whatever is shown", async () => {
  const vendors = await ask(named, undefined, (frame) => frame.value("eth.addr.oui_resolved"));
  expect(vendors[1]).toEqual(["Apple, Inc.", "Cisco Systems, Inc"]);
  const [shown] = await ask(named, undefined, (frame) => frame.value("eth.src_resolved"));
  expect(shown).toBe("00:03:93:0a:0b:0c");
});

test.each([
  ["tcp", 80, "http"],
  ["tcp", 443, "https"],
  ["udp", 53, "domain"],
  ["tcp", 6001, "x11"],
  ["tcp", 172, "cl-1"],
  ["udp", 172, "cl-1"],
  ["tcp", 4, undefined],
  ["sctp", 36412, "s1-control"],
] as const)("port %s/%i is %s", (transport, port, name) => {
  expect(new Resolver("t").service(transport, port)?.text).toBe(name);
  expect(new Resolver("mnd").service(transport, port)).toBeUndefined();
});

describe("names that the capture tells", () => {
  it("are known after the answer, and replaced by a later one", async () => {
    const hosts = await ask(named, new Resolver("nd"), (frame) => frame.values("ip.host").join());
    expect(hosts.slice(3, 6)).toEqual([
      "10.77.0.2,10.77.0.1",
      "10.77.0.1,front.example.test",
      "front.example.test,10.77.0.1",
    ]);
    expect(hosts.slice(14, 17)).toEqual([
      "10.77.0.1,front.example.test",
      "front.example.test,10.77.0.1",
      "10.77.0.1,back.example.test",
    ]);
  });

  it("are not learnt without d, and not shown without n", async () => {
    for (const classes of ["n", "d", "mNdt", ""])
      expect(new Set(await ask(named, new Resolver(classes), sources))).toEqual(
        new Set([undefined, "10.77.0.1", "10.77.0.2"]),
      );
  });

  it("are what filters see", async () => {
    const keep = async (displayFilter: string) => {
      const numbers: number[] = [];
      const names = new Resolver("mnd");
      await readAll(open(named, { displayFilter, names }), (frame) => numbers.push(frame.number));
      return numbers;
    };
    expect(await keep('ip.host == "back.example.test"')).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25, 26]);
    expect(await keep('eth.src_resolved contains "Cisco" && arp')).toEqual([2]);
  });

  it("come from name resolution blocks too, for the frames behind them", async () => {
    for (const little of [true, false]) {
      const frame = (await ask(named, undefined, ({ bytes: held }) => held.slice()))[4]!;
      const record = (type: number, address: number[], names: string) =>
        concat(
          halves(little, type, address.length + names.length),
          bytes(address),
          bytes(names),
          new Uint8Array(-(address.length + names.length) & 3),
        );
      const capture = concat(
        section(little),
        description(little, 1, 0),
        enhanced(little, 0, 1, frame),
        block(
          little,
          NAMES,
          record(1, [10, 77, 0, 1], "client\0alias\0"),
          record(7, [1, 2, 3], ""),
          record(2, [0xfd, 0x77, ...new Array(13).fill(0), 2], "six\0"),
          record(1, [10, 77, 0, 2], "bad\x1b[31m\0"),
          record(0, [], ""),
        ),
        enhanced(little, 0, 2, frame),
      );
      const names = new Resolver("n");
      expect(await ask(capture, names, (f) => f.values("ip.host"))).toEqual([
        ["10.77.0.1", "10.77.0.2"],
        ["client", "bad\\x1b[31m"],
      ]);
      const six = Uint8Array.of(0xfd, 0x77, ...new Array<number>(13).fill(0), 2);
      expect(names.address(2, six, 0, 16)?.text).toBe("six");
    }
  });

  it("are bounded: no flood of answers takes all memory", () => {
    const names = new Resolver("nd");
    const address = new Uint8Array(4);
    const view = new DataView(address.buffer);
    for (let i = 0; i < 200_000; i++) {
      view.setUint32(0, i);
      names.learn(i, address, 0, 4, `host-${i}`);
    }
    expect(names.address(200_000, address, 0, 4)?.text).toBe("host-199999");
    view.setUint32(0, 0);
    expect(names.address(200_000, address, 0, 4)).toBeUndefined();
    names.learn(200_001, address, 0, 4, "x".repeat(256));
    expect(names.address(200_001, address, 0, 4)).toBeUndefined();
  });
});

test("a hosts file names addresses, those of DNS come after it", async () => {
  const path = join(folder, "hosts");
  writeFileSync(path, "# ours\n10.77.0.1\tclient alias # me\n10.77.0.2 server\nno.address name\n::1\nfd77::2 six\n");
  const names = new Resolver("n");
  names.readHosts(path);
  expect((await ask(named, names, sources)).slice(2, 6)).toEqual(["client", "server", "client", "server"]);
  const both = new Resolver("nd");
  both.readHosts(path);
  expect((await ask(named, both, sources)).slice(2, 6)).toEqual(["client", "server", "client", "front.example.test"]);
  expect(() => names.readHosts(join(folder, "nothing"))).toThrow("ENOENT");
});

test("the system is asked while frames pass, and nobody waits for it", async () => {
  const names = new Resolver("nN");
  // What the system's hosts file says is known at once.
  expect(names.address(1, Uint8Array.of(127, 0, 0, 1), 0, 4)?.text).toMatch(/^[\w.-]+$/);
  const before = performance.now();
  expect(names.address(1, Uint8Array.of(192, 0, 2, 77), 0, 4)).toBeUndefined();
  names.close();
  expect(performance.now() - before).toBeLessThan(1000);
});

test("people are shown names with the addresses, JSON keeps the addresses", async () => {
  const writer = new ByteWriter();
  const capture = open(named, { names: new Resolver("mndt") });
  const tree = new TreeSink(writer, capture.rows(), ["eth", "ip", "tcp"]);
  const texts: string[] = [];
  await readAll(capture, (frame) => {
    writer.at = 0;
    tree.frame(frame);
    texts.push(writer.toString());
  });
  expect(texts[4]).toMatch(/Destination: Cisco_0d:0e:0f \(00:00:0c:0d:0e:0f\) {2}0..6/);
  expect(texts[4]).toMatch(/Source Address: 10\.77\.0\.1 {2}/);
  expect(texts[4]).toMatch(/Destination Address: front\.example\.test \(10\.77\.0\.2\) {2}/);
  expect(texts[4]).toMatch(/Source Port: 49490 {2}/);
  expect(texts[4]).toMatch(/Destination Port: http \(80\) {2}/);
  const json = async (names?: Resolver) => {
    const other = open(named, names && { names });
    const out = new ByteWriter();
    const sink = new JsonSink(out, other.rows(), other.registry);
    await readAll(other, (frame) => sink.frame(frame));
    return out.toString();
  };
  expect(await json(new Resolver("mnd"))).toBe(await json());
});

test("one frame is dissected with names as a capture is", () => {
  const names = new Resolver("mn");
  names.add(Uint8Array.of(10, 77, 0, 2), "server");
  const frame = Buffer.from(
    "00000c0d0e0f0003930a0b0c08004500001c0001000040110000" + "0a4d00010a4d000230399c4000080000",
    "hex",
  );
  expect(dissect(frame, "ethernet", { names }).values("ip.host")).toEqual(["10.77.0.1", "server"]);
  expect(dissect(frame, "ethernet", { names }).value("eth.src_resolved")).toBe("Apple_0a:0b:0c");
});

test("a class that does not exist is told", () => {
  expect(() => new Resolver("mx")).toThrow(NameError);
});
