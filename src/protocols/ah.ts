import { bytes, octets, u8, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ipProtocols } from "../names/ip-protocols.ts";

const payloads = table("ip.proto");
const SIZE = 12;
/** The length counts words of 4 bytes after the first two. */
const WORD = 4;
const UNCOUNTED = 8;

/**  0          8          16                31
 *  +----------+----------+-----------------+
 *  |   Next   |  Length  |    Reserved     |
 *  |      Security Parameters Index        |   RFC 4302 section 2
 *  |            Sequence Number            |
 *  |         Integrity Check Value ...     |
 *  +---------------------------------------+ */
const header = layout("ah", SIZE, {
  next_header: u8(0, "Next header", { names: ipProtocols }),
  length: u8(1, "Length"),
  reserved: octets(2, 2, "Reserved"),
  spi: u32(4, "AH SPI", { show: "hex" }),
  sequence: u32(8, "AH Sequence"),
});
const free = fields("ah", { icv: bytes("AH ICV") });

export default protocol({
  name: "ah",
  title: "Authentication Header",
  spec: "RFC 4302",
  column: "AH",
  headline: { SPI: header.spi },
  fields: [header, free],
  on: { "ip.proto": 51 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    const size = c.get(at, header.length) * WORD + UNCOUNTED - SIZE;
    if (size > 0 && !c.take(free.icv, size)) return;
    c.next(payloads, c.get(at, header.next_header));
  },
  summary(frame, row, info) {
    if (frame.holds(row + 1, header.spi))
      info
        .set()
        .text("AH (SPI=0x")
        .hex(frame.get(row + 1, header.spi), 8)
        .text(")");
  },
});
