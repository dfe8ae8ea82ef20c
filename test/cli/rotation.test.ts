import { execFileSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import { parse } from "../../src/cli/arguments.ts";
import { autostopOf, rotationOf } from "../../src/cli/rotation.ts";
import { strftime } from "../../src/cli/strftime.ts";

const START = new Date(2026, 10, 22, 21, 5, 9);
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

/** What `args` say of the files. */
function rotation(path: string, ...args: string[]) {
  const parsed = parse(["-w", path, ...args]);
  return rotationOf(parsed, path, autostopOf(parsed));
}

describe("the names of files", () => {
  test.each<[string[], string, string[]]>([
    [["-C", "1"], "a.pcap", ["a.pcap", "a.pcap1", "a.pcap2"]],
    [["-C", "1", "-W", "2"], "a.pcap", ["a.pcap0", "a.pcap1", "a.pcap0"]],
    [["-C", "1", "-W", "11"], "a", ["a00", "a01", "a02"]],
    [["-G", "60"], "a-%H%M%S", ["a-210509", "a-210609", "a-210709"]],
    [["-G", "60"], "a", ["a", "a", "a"]],
    [["-G", "60", "-C", "1"], "%F", ["2026-11-22", "2026-11-221", "2026-11-222"]],
    [
      ["-b", "filesize:1"],
      "/x.y/a.pcapng",
      [
        "/x.y/a_00001_20261122210509.pcapng",
        "/x.y/a_00002_20261122210609.pcapng",
        "/x.y/a_00003_20261122210709.pcapng",
      ],
    ],
    [["-b", "files:2", "-b", "packets:9"], "/x.y/a", ["/x.y/a_00001_20261122210509", "/x.y/a_00002_20261122210609"]],
    [["-a", "filesize:1"], "a", ["a"]],
  ])("%j %s", (args, path, names) => {
    const found = rotation(path, ...args)!;
    expect(names.map((_, i) => found.name(i, later(60 * i)))).toEqual(names);
  });
});

test.each<[string[], object]>([
  [["-C", "2"], { bytes: 2_000_001, seconds: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY }],
  [["-C", "2k"], { bytes: 2049 }],
  [["-G", "5", "-W", "3"], { seconds: 5, files: 3, from: "capture" }],
  [["-b", "duration:1.5", "-b", "files:4"], { seconds: 1.5, kept: 4, from: "file" }],
  [["-b", "interval:60", "-a", "files:2"], { seconds: 60, files: 2, from: "epoch" }],
  [["-a", "filesize:3"], { bytes: 3000, files: 1 }],
])("%j fills files", (args, expected) => expect(rotation("a", ...args)).toMatchObject(expected));

test.each<[string[], string]>([
  [["-W", "3"], "-W: when a file is full is missing (-C MB or -G SECONDS)"],
  [["-C", "1", "-b", "files:3"], "-C and -b: rotate in one way or the other"],
  [["-C", "none"], "-C none: a size in millions of bytes is needed, or with k, m or g"],
  [["-b", "files:3"], "-b files: when a file is full is missing"],
  [["-b", "age:3"], "-b age:3: there is duration:N, interval:N, filesize:N, packets:N, files:N"],
  [["-a", "files:3"], "-a files: when a file is full is missing (-b WHEN)"],
  [["-a", "packets:0.5"], "-a packets:0.5: there is"],
])("%j is refused", (args, message) => expect(() => rotation("a", ...args)).toThrow(message));

it("stands alone where nothing rotates", () => expect(rotation("a")).toBeUndefined());

test.skipIf(process.platform !== "linux")("times are put into names as date(1) does", () => {
  const format = "%Y|%C|%y|%m|%d|%e|%j|%H|%I|%p|%M|%S|%s|%a|%A|%b|%h|%B|%u|%w|%U|%W|%F|%T|%R|%D|%z|%%";
  for (let i = 0; i < 40; i++) {
    const time = later(i * 1_234_567);
    const seconds = Math.floor(time.getTime() / 1000);
    const theirs = execFileSync("date", ["-d", `@${seconds}`, `+${format}`], { env: { ...process.env, LC_ALL: "C" } });
    expect(strftime(format, time)).toBe(theirs.toString().trimEnd());
  }
});
