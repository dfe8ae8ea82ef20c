import { expect, test } from "vitest";
import { ByteWriter, glossaries, registry } from "../../src/index.ts";

function report(name: string): string[] {
  const out = new ByteWriter();
  glossaries[name]!(out, registry);
  return out.toString().trimEnd().split("\n");
}

test("-G fields has tshark's columns: label, name, type, protocol, base, mask", () => {
  const lines = report("fields");
  expect(lines).toContain("P\tUser Datagram Protocol\tudp");
  expect(lines).toContain("F\tSource Port\tudp.srcport\tFT_UINT16\tudp\tBASE_DEC\t0x0");
  expect(lines).toContain("F\tSource Address\tip.src\tFT_IPv4\tip\t\t0x0");
  expect(lines).toContain("F\tDifferentiated Services Codepoint\tip.dsfield.dscp\tFT_UINT8\tip\tBASE_DEC\t0xfc");
});

test("-G values names numbers as they print, and truth values", () => {
  const lines = report("values");
  expect(lines).toContain("V\tarp.opcode\t1\trequest");
  expect(lines).toContain("V\teth.type\t0x800\tIPv4");
  expect(lines).toContain("T\ttcp.flags.syn\tSet\tNot set");
});

test("-G protocols begins with title, column and name", () => {
  expect(report("protocols")).toContain("Domain Name System\tDNS\tdns\tRFC 1035");
});

test("-G currentprefs has every preference as it is typed, with what is decided", () => {
  const out = new ByteWriter();
  glossaries["currentprefs"]!(out, registry.preferring({ "tcp.check_checksum": true, "dns.udp.port": "53,5300-5301" }));
  const lines = out.toString().split("\n");
  expect(lines).toContain("tcp.check_checksum: TRUE");
  expect(lines).toContain("dns.udp.port: 53,5300,5301");
  expect(lines).toContain("#ip.defragment: TRUE");
  expect(report("defaultprefs")).toContain("#tcp.check_checksum: FALSE");
});
