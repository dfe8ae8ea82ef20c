import { bytes, frameNumber, none, number, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import type { Memory } from "../core/memory.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { type Column, Table } from "../streams/table.ts";

const SIZE = 8;

/**  0                                31
 *  +---------------------------------+
 *  |  Security Parameters Index      |
 *  |        Sequence Number          |   RFC 4303 section 2
 *  |       encrypted payload ...     |
 *  +---------------------------------+ */
const header = layout("esp", SIZE, {
  spi: u32(0, "ESP SPI", { show: "hex" }),
  sequence: u32(4, "ESP Sequence"),
});

const free = fields("esp", {
  encrypted_data: bytes("ESP Encrypted Data"),
  "sequence-analysis.expected-sn": number("Expected SN"),
  "sequence-analysis.previous-frame": frameNumber("Previous Frame"),
  "sequence-analysis.wrong-sequence-number": none("Wrong Sequence Number"),
});

/** The last packet of each security association: its sequence number and its frame. */
class Associations {
  readonly table: Table;
  readonly last: Column<Float64Array>;

  constructor(memory: Memory) {
    this.table = new Table(memory, "security associations", 1);
    this.last = this.table.floats(2);
  }
}

const esp: Protocol<Associations> = protocol({
  name: "esp",
  title: "Encapsulating Security Payload",
  spec: "RFC 4303",
  column: "ESP",
  headline: { SPI: header.spi },
  fields: [header, free],
  on: { "ip.proto": 50, udpencap: 0 },
  state: (memory) => new Associations(memory),
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    const { table, last } = c.state(esp);
    const sequence = c.get(at, header.sequence);
    table.key[0] = c.get(at, header.spi) | 0;
    const place = table.find(1, c.frame.number) * 2;
    if (!table.isNew && last.data[place]! + 1 !== sequence) {
      c.put(free["sequence-analysis.expected-sn"], last.data[place]! + 1);
      c.put(free["sequence-analysis.previous-frame"], last.data[place + 1]!);
      c.add(free["sequence-analysis.wrong-sequence-number"], at + 4, at + SIZE);
    }
    last.data[place] = sequence;
    last.data[place + 1] = c.frame.number;
    c.takeRest(free.encrypted_data);
  },
  summary(frame, row, info) {
    if (frame.holds(row + 1, header.sequence))
      info
        .set()
        .text("ESP (SPI=0x")
        .hex(frame.get(row + 1, header.spi), 8)
        .text(")");
    else info.set();
  },
});

export default esp;
