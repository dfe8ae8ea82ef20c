import { expect, test } from "vitest";
import { ByteWriter, dissect, open, TreeSink } from "../../src/index.ts";
import { fixture } from "../library/fixtures.ts";

type Dissected = ReturnType<typeof dissect>;

/** What `show` makes of each frame of a fixture that `displayFilter` matches. */
async function frames<T>(path: string, displayFilter: string, show: (frame: Dissected) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of open(fixture(path), { displayFilter })) for (const frame of batch) found.push(show(frame));
  return found;
}

/** A record of TLS in which a server sends one certificate, `der` in hexadecimal. */
function certificate(der: string): Dissected {
  const size = (extra: number, digits: number) => (der.length / 2 + extra).toString(16).padStart(digits, "0");
  const record = `160303${size(10, 4)}0b${size(6, 6)}${size(3, 6)}${size(0, 6)}${der}`;
  const total = (40 + record.length / 2).toString(16).padStart(4, "0");
  const head = `4500${total}0001000040060000c0000201c6336405${"01bbc000"}00000001000000005018200000000000`;
  return dissect(Buffer.from(head + record, "hex"), "raw");
}

test("tells whose certificates a server shows, and who signed them", async () => {
  const [chain] = await frames("x509/chain.pcap", "tls.handshake.type == 11 && tcp.srcport == 4434", (frame) => [
    frame.value("x509sat.uTF8String"),
    frame.value("x509sat.CountryName"),
    frame.value("x509sat.IA5String"),
    frame.value("x509af.utcTime")?.length,
  ]);
  const [texts, countries, others, times] = chain!;
  expect(texts).toEqual(expect.arrayContaining(["www.example.test", "Päron", "Middle", "Root", "Orchard"]));
  expect(new Set(countries as string[])).toEqual(new Set(["FI"]));
  expect(others).toEqual(expect.arrayContaining(["root@example.test", "test"]));
  expect(times).toBe(5);
});

test("tells people whom a name is of, and what identifiers mean, in one line", async () => {
  const out = new ByteWriter();
  const capture = open(fixture("x509/chain.pcap"), {
    displayFilter: "tls.handshake.type == 11 && tcp.srcport == 4434",
  });
  const tree = new TreeSink(out, capture.rows());
  while (await capture.read((frame) => tree.frame(frame)));
  capture.close();
  const text = out.toString();
  expect(text).toContain(
    "rdnSequence: 3 items (id-at-commonName=Middle,id-at-organizationName=Orchard,id-at-countryName=FI)",
  );
  expect(text).toContain("signature (ecdsa-with-SHA256)");
  expect(text).toContain("Extension Id: 2.5.29.17 (id-ce-subjectAltName)");
});

test("shows names of every kind, and addresses as such", async () => {
  const [names] = await frames("x509/chain.pcap", "x509ce.dNSName", (frame) => [
    frame.value("x509ce.dNSName"),
    frame.value("x509ce.IPAddress.ipv4"),
    frame.value("x509ce.IPAddress.ipv6"),
    frame.value("x509ce.rfc822Name"),
    frame.value("x509ce.registeredID"),
  ]);
  expect(names).toEqual([
    ["www.example.test", "example.test"],
    ["10.77.0.2"],
    ["2001:db8::1"],
    ["web@example.test"],
    ["1.3.6.1.4.1.5555.3"],
  ]);
});

test("names the protocols that read parts of a certificate", async () => {
  const [protocols] = await frames("x509/chain.pcap", "tls.handshake.type == 13", (frame) =>
    String(frame.value("frame.protocols")),
  );
  expect(protocols).toMatch(/^eth:ethertype:ip:tcp:tls:ocsp:x509sat:.*:x509ce:/);
  expect(await frames("x509/ocsp.pcap", "ocsp", (frame) => frame.toObject().info)).toEqual(["Request", "Response"]);
});

test("tells which certificates are revoked, since when and why", async () => {
  const [revoked] = await frames("x509/revoked.pcap", "x509af.userCertificate", (frame) => [
    Buffer.from(frame.value("x509af.userCertificate")![0]!).toString("hex"),
    frame.value("x509ce.CRLReason"),
  ]);
  expect(revoked).toEqual(["01", [1]]);
  const answers = await frames("x509/ocsp.pcap", "ocsp.certStatus", (frame) => frame.value("ocsp.certStatus"));
  expect(answers).toEqual([[1, 2]]);
});

test("keeps what does not fit its place in sight", () => {
  const strange = certificate("300a0201013003020102aabb");
  expect(strange.has("tls.handshake.certificate")).toBe(true);
  expect(strange.has("_ws.malformed")).toBe(false);
  for (const der of ["", "30", "3082", "30820400a003", "30803080", "1f1f1f1f", "308000"])
    expect(certificate(der).has("x509af.serialNumber"), der).toBe(false);
});
