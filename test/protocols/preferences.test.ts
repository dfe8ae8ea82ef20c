import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type FieldName, NameError, open, SniffError } from "../../src/index.ts";
import { GENEROUS, SNIFF } from "../cli/sniff.ts";
import { fixture } from "../library/fixtures.ts";

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** Where the identification of an IPv4 packet lies in an Ethernet frame: only the checksum tells that it changed. */
const IDENTIFICATION = 19;
const LAST = -1;

const scratch = mkdtempSync(join(tmpdir(), "sniff-preferences-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A copy of a classic capture with one bit of every third frame flipped: that of the byte at `offset`. */
function damaged(path: string, offset: number): string {
  const bytes = readFileSync(fixture(path));
  for (let at = FILE_HEADER, frame = 1; at < bytes.length; frame++) {
    const length = bytes.readUInt32LE(at + 8);
    at += RECORD_HEADER;
    if (frame % 3 === 0) bytes[at + (offset < 0 ? length + offset : offset)]! ^= 1;
    at += length;
  }
  const file = join(scratch, path.replaceAll("/", "-"));
  writeFileSync(file, bytes);
  return file;
}

const program = (name: string, ...args: string[]) =>
  spawnSync(name, args, { encoding: "utf8", env: { ...process.env, TZ: "UTC" } });

/** The values of fields in each frame of a capture. */
async function values(path: string, preferences: Record<string, boolean | string | number[]>, ...names: FieldName[]) {
  const found: unknown[][] = [];
  for await (const batch of open(path, { preferences }))
    found.push(...batch.map((frame) => names.map((name) => frame.value(name))));
  return found;
}

const sequence = ["tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.options.sack_le", "tcp.analysis.flags"];
const verdicts = (name: string) => [`${name}.checksum.status`, `${name}.checksum_calculated`];

describe.runIf(program("tshark", "-v").status === 0)("as tshark has them", () => {
  test.each<[preference: string, file: string, fields: readonly string[]]>([
    ["tcp.relative_sequence_numbers:FALSE", fixture("tcp/loss.pcap"), sequence],
    ["tcp.analyze_sequence_numbers:FALSE", fixture("tcp/loss.pcap"), sequence],
    ["tcp.calculate_timestamps:FALSE", fixture("tcp/loss.pcap"), ["tcp.time_delta", "tcp.time_relative"]],
    ["tcp.track_bytes_in_flight:false", fixture("tcp/loss.pcap"), ["tcp.analysis.bytes_in_flight"]],
    ["tcp.desegment_tcp_streams:FALSE", fixture("dns/tcp.pcap"), ["tcp.segment", "dns.length", "dns.qry.name"]],
    ["tcp.check_checksum:TRUE", damaged("http/gzip-segments.pcap", LAST), verdicts("tcp")],
    ["udp.check_checksum:true", damaged("dns/udp.pcap", LAST), [...verdicts("udp"), "udp.checksum.bad"]],
    ["ip.check_checksum:TRUE", damaged("icmp/ping.pcap", IDENTIFICATION), verdicts("ip")],
    ["ip.defragment:FALSE", fixture("icmp/ping.pcap"), ["ip.fragment", "icmp.seq", "data.len"]],
    ["ipv6.defragment:FALSE", fixture("ipv6/conversation.pcap"), ["ipv6.fragment", "udp.stream", "icmpv6.type"]],
    ["http.decompress_body:FALSE", fixture("http/gzip-segments.pcap"), ["http.chunk_size", "data.len"]],
    ["http.dechunk_body:FALSE", fixture("http/gzip-segments.pcap"), ["http.chunk_size", "data.len"]],
    ["http.desegment_body:FALSE", fixture("http/gzip-segments.pcap"), ["http.response.code", "data.len"]],
    ["http.tcp.port:8888", fixture("http/hello.pcap"), ["http.host"]],
  ])(
    "%s",
    (preference, file, fields) => {
      const names = ["frame.protocols", "_ws.col.Info", ...fields].flatMap((name) => ["-e", name]);
      const args = ["-n", "-r", file, "-o", preference, "-T", "fields", ...names];
      const theirs = program("tshark", ...args);
      const ours = program(process.execPath, SNIFF, ...args);
      expect(ours.stderr).toBe("");
      expect(ours.stdout).toBe(theirs.stdout);
    },
    GENEROUS,
  );
});

test("a segment whose checksum is wrong is not put together with others", async () => {
  const [file, names] = [
    damaged("http/gzip-segments.pcap", LAST),
    ["http.response.code", "tcp.checksum.status"],
  ] as const;
  const trusting = await values(file, {}, ...names);
  const strict = await values(file, { "tcp.check_checksum": true }, ...names);
  expect(trusting.map(([code]) => code)).toContain(200);
  expect(new Set(trusting.map(([, status]) => status))).toEqual(new Set([2]));
  expect(strict.map(([, status]) => status)).toEqual(strict.map((_, i) => (i % 3 === 2 ? 0 : 1)));
});

test("the ports of a protocol are a preference", async () => {
  const names = ["dns.qry.name"] as const;
  const asked = await values(
    fixture("dns/udp.pcap"),
    { "dns.udp.port": [5300, 5301], "mdns.udp.port": "50-60" },
    ...names,
  );
  expect(asked).toEqual(await values(fixture("dns/udp.pcap"), {}, ...names));
  for await (const [frame] of open(fixture("dns/udp.pcap"), { preferences: { "mdns.udp.port": "50-60" } }))
    expect(frame!.has("mdns")).toBe(true);
});

test("a preference that is not known, or a value that cannot be, is refused", () => {
  const path = fixture("http/hello.pcap");
  expect(() => open(path, { preferences: { "tcp.chek_checksum": true } })).toThrow(
    new NameError("Unknown preference: tcp.chek_checksum (did you mean tcp.check_checksum?)"),
  );
  expect(() => open(path, { preferences: { "tcp.check_checksum": "maybe" } })).toThrow(
    new SniffError('tcp.check_checksum takes TRUE or FALSE, not "maybe"'),
  );
  for (const ports of ["80-", "90-80", "65536", "http"])
    expect(() => open(path, { preferences: { "http.tcp.port": ports } })).toThrow(SniffError);
});

test("the command says what was meant and exits with 2", () => {
  for (const [typed, message] of [
    ["tcp.check_checksum", "-o tcp.check_checksum: NAME:VALUE is needed, such as tcp.check_checksum:TRUE"],
    [
      "ip.defragmemt:FALSE",
      "Unknown preference: ip.defragmemt (did you mean ip.defragment?); sniff -G defaultprefs lists all",
    ],
  ] as const) {
    const { status, stderr } = program(process.execPath, SNIFF, "-r", fixture("http/hello.pcap"), "-o", typed);
    expect([status, stderr]).toEqual([2, `sniff: ${message}\n`]);
  }
});
