import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { fixture, fixtures } from "../library/fixtures.ts";
import { GENEROUS, SNIFF } from "./sniff.ts";

/** Milliseconds tshark may take for all of them. */
const PATIENCE = 120_000;
const folder = mkdtempSync(join(tmpdir(), "sniff-names-"));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env, TZ: "UTC", NO_COLOR: "1" };
const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: "utf8", env });
const sniff = (...args: string[]) => run(process.execPath, SNIFF, ...args);
const named = fixture("dns/named.pcap");
const sources = ["-r", named, "-c", "6", "-T", "fields", "-e", "_ws.col.Source"];

describe("what is shown by name", () => {
  it.each([
    [[], ["Apple_0a:0b:0c", "Cisco_0d:0e:0f", "10.77.0.1", "10.77.0.2", "10.77.0.1", "10.77.0.2"]],
    [["-n"], ["00:03:93:0a:0b:0c", "00:00:0c:0d:0e:0f", "10.77.0.1", "10.77.0.2", "10.77.0.1", "10.77.0.2"]],
    // Of -n and -N the last one counts.
    [
      ["-n", "-N", "nd"],
      ["00:03:93:0a:0b:0c", "00:00:0c:0d:0e:0f", "10.77.0.1", "front.example.test", "10.77.0.1", "front.example.test"],
    ],
    [
      ["-N", "mnd", "-n"],
      ["00:03:93:0a:0b:0c", "00:00:0c:0d:0e:0f", "10.77.0.1", "10.77.0.2", "10.77.0.1", "10.77.0.2"],
    ],
  ])(
    "with %j",
    (options, expected) => {
      const { stdout, stderr, status } = sniff(...options, ...sources);
      expect([stderr, status]).toEqual(["", 0]);
      expect(stdout.trimEnd().split("\n")).toEqual(expected);
    },
    GENEROUS,
  );
});

test.each([
  [["-N", "mx"], 2, /^sniff: -N mx: 'x' is no class of names; there is m \(MAC addresses.*t \(ports, by service\)\n$/],
  [["-N", "mv"], 0, /^sniff: -N v: VLANs have no names here\n$/],
  [["-N", "d"], 0, /^sniff: -N d: names of IP addresses are shown with n only \(-N dn\)\n$/],
  [["-H", join(folder, "nothing")], 2, /nothing: no such file\n$/],
])("%j is answered with one line", (options, code, line) => {
  const { stderr, status } = sniff(...options, ...sources);
  expect(stderr).toMatch(line);
  expect(status).toBe(code);
});

test("a hosts file names what is read", () => {
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, "10.77.0.2 server\n");
  expect(
    sniff("-H", hosts, "-N", "n", ...sources)
      .stdout.trimEnd()
      .split("\n")
      .at(-1),
  ).toBe("server");
  expect(sniff("-H", hosts, ...sources).stderr).toMatch(/are shown with -N n only/);
});

const installed = ["tshark", "mergecap"].every((name) => run(name, "-v").status === 0);

test("tshark is there to compare with where all tests must run", () => {
  if (process.env["CI"] === "true") expect(installed).toBe(true);
});

/**
 * Fixtures of which both say the same with -n: what is cut or broken they take differently, and of the vendor of the
 * address that is all zeros (in ERSPAN's) tshark has its own words.
 */
const same = fixtures.filter((file) => file.endsWith(".pcap") && !/snaplen|malformed|erspan/.test(file)).map(fixture);

/** What tshark says of the block of loopback's addresses, and who the registry says it belongs to. */
const REMARK = "Officially Xerox, but 0:0:0:0:0:0 is more common";
const REGISTERED = "Xerox Corporation";

describe.runIf(installed)("as tshark shows them", () => {
  const columns = ["_ws.col.Source", "_ws.col.Destination", "_ws.col.Info"];
  const fields = ["eth.src_resolved", "eth.addr_resolved", "eth.src.oui_resolved", "ip.host", "ipv6.src_host"];
  const asked = ["frame.number", ...columns, ...fields].flatMap((name) => ["-e", name]);
  const all = join(folder, "all.pcap");

  test.each([[[]], [["-N", "mndt"]]])(
    "with %j",
    (options) => {
      expect(run("mergecap", "-a", "-F", "pcap", "-w", all, ...same).status).toBe(0);
      const args = [...options, "-r", all, "-T", "fields", ...asked];
      const ours = sniff(...args).stdout.split("\n");
      expect(ours.length).toBeGreaterThan(200);
      const theirs = run("tshark", ...args).stdout.replaceAll(REMARK, REGISTERED);
      expect(ours).toEqual(theirs.split("\n"));
    },
    PATIENCE,
  );
});
