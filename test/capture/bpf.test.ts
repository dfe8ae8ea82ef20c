import { describe, expect, it } from "vitest";
import { CaptureFilter, captureFilter, dumpFilter, type Instruction, toFunction } from "../../src/capture/bpf.ts";
import { loadLibpcap } from "../../src/capture/libpcap.ts";
import { RecordSlot } from "../../src/capture/records.ts";
import { open } from "../../src/index.ts";
import { readAll } from "../loopback.ts";
import { everything } from "./build.ts";
import { whyNoLibpcap } from "./privilege.ts";

const ETHERNET = 1;
const NULL = 0;
const ACCEPT = { code: 0x06, jt: 0, jf: 0, k: 262144 };

/** A number below `limit`, the same sequence for the same seed. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Instructions that libpcap's validator lets through, in any order, ending in a decision; memory is set first. */
function randomProgram(pick: (limit: number) => number): Instruction[] {
  const codes = [
    0x00, 0x01, 0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x60, 0x61, 0x80, 0x81, 0xb1, 0x02, 0x03, 0x07, 0x87, 0x04, 0x0c,
    0x14, 0x1c, 0x24, 0x2c, 0x34, 0x3c, 0x44, 0x4c, 0x54, 0x5c, 0x64, 0x6c, 0x74, 0x7c, 0x84, 0x94, 0x9c, 0xa4, 0xac,
    0x05, 0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d,
  ];
  const stores = Array.from({ length: 16 }, (_, k): Instruction => ({ code: 0x02, jt: 0, jf: 0, k }));
  const size = 2 + pick(24);
  const program = Array.from({ length: size }, (_, i): Instruction => {
    const code = codes[pick(codes.length)]!;
    const left = size - i;
    const constants = [pick(8), pick(64), pick(256), 0x7fffffff + pick(3), 0xffffffff - pick(40), pick(2 ** 32)];
    let k = constants[pick(constants.length)]!;
    if ([0x60, 0x61, 0x02, 0x03].includes(code)) k %= 16;
    if (code === 0x05) k = pick(left);
    if ([0x64, 0x74].includes(code)) k %= 32;
    if ([0x34, 0x94].includes(code) && k === 0) k = 1;
    return { code, jt: pick(left), jf: pick(left), k };
  });
  return [...stores, ...program, pick(2) === 0 ? ACCEPT : { code: 0x16, jt: 0, jf: 0, k: 0 }];
}

const why = whyNoLibpcap();
describe.skipIf(why !== undefined)(`capture filters${why ? ` (skipped: ${why})` : ""}`, () => {
  it("run every program as libpcap's bpf_filter does", () => {
    const { koffi } = loadLibpcap();
    const library = koffi.load(process.platform === "darwin" ? "libpcap.A.dylib" : "libpcap.so.0.8");
    const bpfFilter = library.func("bpf_filter", "uint", ["void *", "void *", "uint", "uint"]);
    const pick = random(7);
    const packet = Buffer.from(Array.from({ length: 96 }, () => pick(256)));
    let accepted = 0;
    for (let i = 0; i < 3000; i++) {
      const program = randomProgram(pick);
      const code = Buffer.alloc(program.length * 8);
      program.forEach(({ code: op, jt, jf, k }, j) => {
        code.writeUInt16LE(op, j * 8);
        code.set([jt, jf], j * 8 + 2);
        code.writeUInt32LE(k, j * 8 + 4);
      });
      const captured = pick(64);
      const original = captured + pick(2) * 1400;
      const expected = bpfFilter(code, packet.subarray(16), original, captured) !== 0;
      expect(toFunction(program)(packet, 16, captured, original), JSON.stringify(program)).toBe(expected);
      if (expected) accepted++;
    }
    expect(accepted).toBeGreaterThan(300);
  });

  it("reject a frame that ends before the bytes they look at", () => {
    const test = captureFilter("ether[20] = 0", { linkType: ETHERNET });
    expect(test(new Uint8Array(64), 0, 21, 64)).toBe(true);
    expect(test(new Uint8Array(64), 0, 20, 64)).toBe(false);
  });

  it("go by the length on the wire", () => {
    const test = captureFilter("greater 1000", { linkType: ETHERNET });
    expect(test(new Uint8Array(64), 0, 64, 1000)).toBe(true);
    expect(test(new Uint8Array(64), 0, 64, 999)).toBe(false);
  });

  it("read the loopback header in the capture's byte order", () => {
    const filter = new CaptureFilter("ip");
    const frame = Object.assign(new RecordSlot(), { linkType: NULL, capturedLength: 24, originalLength: 24 });
    const bytes = new Uint8Array(24);
    bytes[0] = 2;
    expect(filter.selects(bytes, 0, frame, true)).toBe(true);
    expect(filter.selects(bytes, 0, frame, false)).toBe(false);
  });

  it("select no block that is no frame of a link", async () => {
    const capture = open(everything(true), { filter: "len >= 0" });
    const linkTypes: number[] = [];
    await readAll(capture, (frame) => linkTypes.push(frame.linkType));
    expect(linkTypes.length).toBeGreaterThan(1);
    expect(linkTypes).not.toContain(-1);
  });

  it("may be very long", () => {
    const compare = (k: number): Instruction[] => [
      { code: 0x20, jt: 0, jf: 0, k: 0 },
      { code: 0x15, jt: 0, jf: 1, k },
      ACCEPT,
    ];
    const program = Array.from({ length: 1300 }, (_, i) => compare(i * 3)).flat();
    const test = toFunction([...program, { ...ACCEPT, k: 0 }]);
    const frame = (value: number) => Uint8Array.of(0, 0, value >> 8, value);
    expect(test(frame(1299 * 3), 0, 4, 4)).toBe(true);
    expect(test(frame(1299 * 3 + 1), 0, 4, 4)).toBe(false);
  });

  it("say what is wrong with them", () => {
    expect(() => captureFilter("tcp prot 80", { linkType: ETHERNET })).toThrow(
      'capture filter "tcp prot 80": can\'t parse filter expression',
    );
  });

  it("are shown as tcpdump shows them", () => {
    const ethernet = { linkType: ETHERNET };
    expect(dumpFilter("ip", ethernet, "asm")).toMatch(/^\(000\) ldh +\[12\]\n\(001\) jeq +#0x800 +jt 2\tjf 3\n/);
    expect(dumpFilter("ip", ethernet, "c")).toContain("{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000800 },\n");
    expect(dumpFilter("ip", ethernet, "decimal")).toBe("4\n40 0 0 12\n21 0 1 2048\n6 0 0 262144\n6 0 0 0\n");
  });
});
