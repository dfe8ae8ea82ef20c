import { expect, test } from "vitest";
import { type EkFormat, EkSink, Info, open, registry } from "../../src/index.ts";
import { readAll } from "../loopback.ts";

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url).pathname;

async function ek(file: string, format: Partial<EkFormat> = {}) {
  const capture = open(fixture(file));
  const out = new Info(64);
  const sink = new EkSink(out, capture.rows(), registry, { layers: [], fields: [], ...format });
  await readAll(capture, (frame) => sink.frame(frame));
  return out
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { index?: object; timestamp: string; layers: Record<string, unknown> });
}

test("Elasticsearch gets a line that names the day's index before each frame", async () => {
  const lines = await ek("dns/udp.pcap");
  for (let i = 0; i < lines.length; i += 2) {
    expect(lines[i]).toEqual({ index: { _index: "packets-2026-11-22", _type: "doc" } });
    expect(lines[i + 1]!.timestamp).toMatch(/^17953745\d{5}$/);
  }
});

test("Elasticsearch gets texts, truth values and nulls under names without dots", async () => {
  const [, first] = await ek("dns/udp.pcap");
  expect(first!.layers).toMatchObject({
    frame: { frame_frame_time: "2026-11-22T19:08:20.104820000Z", frame_frame_protocols: "eth:ethertype:ip:udp:dns" },
    eth: { eth_eth_lg: [true, true], eth_eth_dst_oui: "7228006", eth_eth_type: "0x0800" },
    ip: { ip_ip_flags_df: false, ip_ip_addr: ["10.77.0.1", "10.77.0.2"], ip_ip_src_host: "10.77.0.1" },
    udp: { udp_udp_payload: expect.stringMatching(/^d9:21:01:20:/) },
    dns: { dns_dns_qry_name: "web.example.test", dns_dns_opt: null, dns_dns_opt_cookie_server: "" },
  });
});

test("Elasticsearch gets layers of one protocol as an array and options under their own names", async () => {
  const [, tunnelled] = await ek("ip/ipip.pcap");
  expect(tunnelled!.layers["ip"]).toMatchObject([{ ip_ip_proto: "4" }, { ip_ip_proto: expect.any(String) }]);
  const [, segment] = await ek("tcp/snaplen.pcap");
  expect(segment!.layers["tcp"]).toMatchObject({
    tcp_options_mss: expect.stringMatching(/^02:04:/),
    tcp_tcp_options_mss_val: expect.any(String),
  });
  const [, six] = await ek("ipv6/conversation.pcap", { layers: ["ipv6"] });
  expect(Object.keys(six!.layers)).toEqual(["ipv6"]);
  expect(six!.layers["ipv6"]).toMatchObject({ ipv6_ip_version: "6" });
});

test("Elasticsearch gets the fields asked for as arrays of texts", async () => {
  const [, first] = await ek("dns/udp.pcap", { fields: ["ip.addr", "dns.flags.response", "tcp.port", "_ws.col.Info"] });
  expect(first!.layers).toEqual({
    ip_addr: ["10.77.0.1", "10.77.0.2"],
    dns_flags_response: ["0"],
    _ws_col_Info: ["Standard query 0xd921 A web.example.test OPT"],
  });
});
