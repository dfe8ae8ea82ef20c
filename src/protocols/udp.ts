import { bytes, computed, number, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ascii, type Info } from "../core/writer.ts";
import { Conversations } from "../streams/conversations.ts";

const ports = table("udp.port");
const UNVERIFIED = 2;

/**  0      7 8     15 16    23 24    31
 *  +--------+--------+--------+--------+
 *  |   Source Port   | Destination Port|
 *  |     Length      |    Checksum     |   RFC 768
 *  +--------+--------+--------+--------+ */
const header = layout("udp", 8, {
  srcport: u16(0, "Source Port", { also: "udp.port" }),
  dstport: u16(2, "Destination Port", { also: "udp.port" }),
  length: u16(4, "Length", { unit: "bytes" }),
  checksum: u16(6, "Checksum", { show: "hex" }),
  "checksum.status": computed("uint", "Checksum Status", () => UNVERIFIED, { names: { 2: "Unverified" } }),
});

const found = fields("udp", { stream: number("Stream index"), payload: bytes("Payload") });

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const LENGTH = ascii(" Len=");

const udp = protocol({
  name: "udp",
  title: "User Datagram Protocol",
  spec: "RFC 768",
  column: "UDP",
  fields: [header, found],
  on: { "ip.proto": 17 },
  state: () => new Conversations(),
  dissect(c) {
    const at = c.place(header);
    if (at < 0 || !c.bound(at, header.length)) return;
    const source = c.get(at, header.srcport);
    const destination = c.get(at, header.dstport);
    if (!c.isQuoted) c.put(found.stream, c.state(udp).find(c.frame, source, destination));
    if (c.captured > 0) c.add(found.payload, c.at, c.at + c.captured);
    c.nextPort(ports, source, destination);
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = frame.find(row, header);
    if (head < 0 || !frame.holds(head, header.length)) return;
    info.set().decimal(frame.get(head, header.srcport)).put(ARROW).decimal(frame.get(head, header.dstport));
    info.put(LENGTH).decimal(frame.get(head, header.length) - 8);
  },
});

export default udp;
