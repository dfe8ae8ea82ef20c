import { bit, bits, bytes, computed, ipv4, type Reading, u16, u8 } from "../core/field.ts";
import type { Cursor } from "../core/cursor.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { ByteWriter, type Info } from "../core/writer.ts";
import { ipProtocolName, ipProtocols } from "../names/ip-protocols.ts";
import { nextHeader } from "./shared/ip-payload.ts";

const MORE_FRAGMENTS = 1;
const UNVERIFIED = 2;

const hostAt = (offset: number) => (r: Reading) => new ByteWriter(16).ipv4(r.bytes, r.start + offset).toString();

/**  0       4       8              16  19                   31
 *  +-------+-------+---------------+------------------------+
 *  |Version|  IHL  | Diff. services|      Total Length      |
 *  |        Identification         |Flags|  Fragment Offset |
 *  | Time to Live  |   Protocol    |    Header Checksum     |   RFC 791 section 3.1
 *  |                    Source Address                      |
 *  |                 Destination Address                    |
 *  +-------+-------+---------------+------------------------+ */
const header = layout("ip", 20, {
  version: bits(0, 4, "Version"),
  hdr_len: bits(4, 4, "Header Length", { scale: 4, unit: "bytes" }),
  dsfield: u8(1, "Differentiated Services Field", { show: "hex" }),
  "dsfield.dscp": bits(8, 6, "Differentiated Services Codepoint"),
  "dsfield.ecn": bits(14, 2, "Explicit Congestion Notification"),
  len: u16(2, "Total Length"),
  id: u16(4, "Identification", { show: "hex" }),
  flags: bits(48, 3, "Flags", { show: "hex" }),
  "flags.rb": bit(48, "Reserved bit"),
  "flags.df": bit(49, "Don't fragment"),
  "flags.mf": bit(50, "More fragments"),
  frag_offset: bits(51, 13, "Fragment Offset", { scale: 8 }),
  ttl: u8(8, "Time to Live"),
  proto: u8(9, "Protocol", { names: ipProtocols }),
  checksum: u16(10, "Header Checksum", { show: "hex" }),
  "checksum.status": computed("uint", "Header checksum status", () => UNVERIFIED, { names: { 2: "Unverified" } }),
  src: ipv4(12, "Source Address", { also: "ip.addr" }),
  src_host: computed("string", "Source Host", hostAt(12), { also: "ip.host", hidden: true }),
  dst: ipv4(16, "Destination Address", { also: "ip.addr" }),
  dst_host: computed("string", "Destination Host", hostAt(16), { also: "ip.host", hidden: true }),
});

const option = layout("ip.opt", 1, {
  type: u8(0, "Type", { many: true }),
  "type.copy": bit(0, "Copy on fragmentation", { many: true }),
  "type.class": bits(1, 2, "Class", { many: true }),
  "type.number": bits(3, 5, "Number", { many: true }),
});
const rest = fields("ip.opt", { len: u8("Length", { many: true }), data: bytes("Data", { many: true }) });

/** One option (RFC 791 section 3.1): type, and for all but two a length that counts both. */
function readOption(c: Cursor): void {
  const at = c.place(option);
  if (at < 0 || c.u8(at) <= 1 || !c.has(1)) return;
  const size = c.u8(c.at);
  c.take(rest.len, 1);
  if (size < 2) c.malformed(2);
  else if (size > 2) c.take(rest.data, size - 2);
}

export default protocol({
  name: "ip", title: "Internet Protocol Version 4", spec: "RFC 791",
  column: "IPv4",
  fields: [header, option, rest],
  on: { ethertype: 0x0800, "ip.proto": 4, linktype: [228] },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    c.endpoints(at + 12, at + 16, 4);
    const headerEnd = at + c.get(at, header.hdr_len);
    if (headerEnd < c.at) return c.malformed(20);
    if (headerEnd > c.at && !c.items(headerEnd, header.hdr_len, readOption)) return;
    // Zero: the sender left segmentation to its network card, and the frame tells the length.
    if (c.get(at, header.len) !== 0 && !c.bound(at, header.len)) return;
    const fragment = c.get(at, header.frag_offset) !== 0 || (c.get(at, header.flags) & MORE_FRAGMENTS) !== 0;
    if (fragment && !c.isQuoted) c.rest();
    else nextHeader(c, c.get(at, header.proto));
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = frame.find(row, header);
    if (head < 0 || !frame.holds(head, header.dst)) return;
    const proto = frame.get(head, header.proto);
    const offset = frame.get(head, header.frag_offset);
    const name = ipProtocolName(proto);
    info.set();
    if (offset === 0 && (frame.get(head, header.flags) & MORE_FRAGMENTS) === 0) {
      info.text(name).text(" (").decimal(proto).byte(41);
      return;
    }
    info.text("Fragmented IP protocol (proto=").text(name).byte(32).decimal(proto).text(", off=").decimal(offset);
    info.text(", ID=").hex(frame.get(head, header.id), 4).byte(41);
  },
});
