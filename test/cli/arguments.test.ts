import { describe, expect, test } from "vitest";
import { parse } from "../../src/cli/arguments.ts";
import { flags } from "../../src/cli/flags.ts";
import { help } from "../../src/cli/help.ts";
import { closest } from "../../src/index.ts";

describe("the command line", () => {
  test("takes letters together, values with or without a blank, and words", () => {
    const args = parse(["-nr", "x.pcap", "-c5", "-e", "ip.src", "-e", "ip.dst", "tcp", "port", "80"]);
    expect([args.has("n"), args.value("r"), args.number("c", 1), args.all("e"), args.words]).toEqual([
      true,
      "x.pcap",
      5,
      ["ip.src", "ip.dst"],
      ["tcp", "port", "80"],
    ]);
  });

  test.each<[string[], string]>([
    [["--colour", "x"], "unknown option --colour (did you mean --color?); sniff --help lists all"],
    [["-F"], "-F needs TYPE: its type: pcapng (as it is without -F), pcap or nsecpcap"],
    [["-2"], "-2: two passes is not built yet"],
    [["-r"], "-r needs FILE: read a capture file (- for standard input)"],
    [["-S"], "-S: sequence numbers as on the wire: -o tcp.relative_sequence_numbers:FALSE"],
    [["--annotate=x"], "--annotate takes no value"],
  ])("%j is refused", (args, message) => expect(() => parse(args)).toThrow(message));

  test("needs whole numbers where it says so", () => {
    expect(() => parse(["-c", "many"]).number("c", 1)).toThrow("-c many: a whole number from 1 up is needed");
  });

  test("has help on one screen that lists every option that is built", () => {
    const page = help();
    expect(page.split("\n").length).toBeLessThan(48);
    for (const line of page.split("\n")) expect(line.length).toBeLessThan(100);
    for (const { name, group } of flags) if (group) expect(page).toContain(` -${name.length > 1 ? "-" : ""}${name}`);
  });
});

test.each([
  ["tcp.prot", "tcp.port"],
  ["tpc", "tcp"],
  ["nothing", undefined],
])("%s was meant to be %s", (typed, meant) => {
  expect(closest(typed, ["udp", "tcp", "tcp.port"])).toBe(meant);
});
