import { describe, expect, test } from "vitest";
import { CsvSink, Info, open, PdmlSink, PsmlSink, type Sink } from "../../src/index.ts";
import { writeXml } from "../../src/output/xml.ts";
import { readAll } from "../loopback.ts";

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url).pathname;

async function printed(file: string, make: (out: Info, capture: ReturnType<typeof open>) => Sink, count = 1) {
  const capture = open(fixture(file), { count });
  const out = new Info(64);
  const sink = make(out, capture);
  await readAll(capture, (frame) => sink.frame(frame));
  sink.end?.();
  return out.toString();
}

test("csv has the packet line's columns, every one quoted", async () => {
  expect(await printed("ipv6/conversation.pcap", (out) => new CsvSink(out, "e"))).toMatch(
    /^"No\.","Time","Source","Destination","Protocol","Length","Info"\n"1","\d+\.\d{6}","[0-9a-f:]+","[0-9a-f:]+","ICMPv6","\d+","[^"]+"\n$/,
  );
  const first = await printed("tcp/malformed-option.pcap", (out) => new CsvSink(out, "r"));
  expect(first.split("\n")[1]).toMatch(
    /^"1","0\.000000","10\.77\.0\.1","10\.77\.0\.2","TCP","62","40000 → 9999 \[SYN\] /,
  );
});

test("psml has the packet line's columns as sections", async () => {
  const psml = await printed("dns/udp.pcap", (out) => new PsmlSink(out, "r"));
  expect(psml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<psml version="0" creator="sniff">\n<structure>\n/);
  expect(psml).toContain(
    "<packet>\n<section>1</section>\n<section>0.000000</section>\n<section>10.77.0.1</section>\n" +
      "<section>10.77.0.2</section>\n<section>DNS</section>\n<section>99</section>\n" +
      "<section>Standard query 0xd921 A web.example.test OPT</section>\n</packet>\n\n</psml>\n",
  );
});

/** Throws where elements do not nest, or an attribute or a text holds what XML forbids. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replace(/<(\/?)(\w+)((?: \w+="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, empty) => {
    if (end) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
    return "";
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|&(?!(quot|amp|lt|gt|#x27);)/);
}

describe("pdml", () => {
  const pdml = (file: string) => printed(file, (out, capture) => new PdmlSink(out, capture.rows()), 1000);

  test("has each field with name, place, value and bytes, nested as in the tree", async () => {
    const xml = await pdml("dns/udp.pcap");
    expect(xml).toContain(`  <proto name="udp" showname="User Datagram Protocol" size="8" pos="34">
    <field name="udp.srcport" showname="Source Port: 33821" size="2" pos="34" show="33821" value="841d"/>
    <field name="udp.port" showname="Source Port: 33821" hide="yes" size="2" pos="34" show="33821" value="841d"/>
`);
    expect(
      xml,
    ).toContain(`    <field name="ip.flags" showname="000. .... = Flags: 0x00" size="1" pos="20" show="0x00" value="0" unmaskedvalue="00">
      <field name="ip.flags.rb" `);
    expect(xml).toContain(
      '<field name="ip.flags.df" showname=".0.. .... = Don&#x27;t fragment: Not set" size="1" pos="20" show="0" value="0" unmaskedvalue="00"/>',
    );
  });

  test.each(["dns/udp.pcap", "http/gzip-segments.pcap", "ipv6/conversation.pcap", "tcp/malformed-option.pcap"])(
    "of %s is well formed",
    async (file) => expectWellFormed((await pdml(file)).slice('<?xml version="1.0" encoding="utf-8"?>\n'.length)),
  );
});

test("XML text holds no byte that XML forbids", () => {
  const xml = (...bytes: number[]) => {
    const [from, to] = [new Info(4), new Info(4)];
    from.copy(Uint8Array.from(bytes), 0, bytes.length);
    writeXml(to, from);
    return to.toString();
  };
  expect(xml(...Buffer.from('<a b=\'"&">'))).toBe("&lt;a b=&#x27;&quot;&amp;&quot;&gt;");
  expect(xml(0, 1, 10, 13, 27, 127)).toBe("\\x00\\x01\\n\\r\\x1b\\x7f");
  expect(xml(0xff, 0xc3, 0x41, 0xed, 0xa0, 0x80)).not.toMatch(/[^A\ufffd]/);
  expect(xml(0xef, 0xbf, 0xbf, 0xef, 0xbf, 0xbe)).toBe("\ufffd\ufffd");
  expect(xml(...Buffer.from("grüße 𝄞"))).toBe("grüße 𝄞");
});
