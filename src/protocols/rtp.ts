import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, frameNumber, none, number, type Reading, text, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { payloadTypes } from "../names/rtp.ts";
import { announcedStream, generated, type MediaStream } from "./shared/media-streams.ts";

const payloads = table("rtp.pt");
const named = table("rtp_dyn_payload_type");
const SIZE = 12;
const VERSION = 2;
const WORD = 4;
const FIRST_DYNAMIC = 96;
/** Profiles whose header extensions are elements with a head of one byte, or of two with any last four bits. */
const ONE_BYTE = 0xbede;
const TWO_BYTES = 0x1000;
const HALF = 0x8000;
const ROUND = 0x10000;
const many = { many: true } as const;

/**  0 1 2 3 4      8 9          16                31
 *  +---+-+-+-------+-+----------+-----------------+
 *  |V=2|P|X|  CC   |M|    PT    | sequence number |
 *  |                   timestamp                  |   RFC 3550 section 5.1
 *  |     synchronization source (SSRC) identifier |
 *  +----------------------------------------------+ */
const header = layout("rtp", SIZE, {
  version: bits(0, 2, "Version"),
  padding: bit(2, "Padding"),
  ext: bit(3, "Extension"),
  cc: bits(4, 4, "Contributing source identifiers count"),
  marker: bit(8, "Marker"),
  p_type: bits(9, 7, "Payload type", { names: payloadTypes }),
  seq: u16(2, "Sequence number"),
  timestamp: u32(4, "Timestamp"),
  ssrc: u32(8, "Synchronization Source identifier", { show: "hex" }),
});

/** RFC 3550 section 5.3.1 */
const extension = layout("rtp", WORD, {
  "ext.profile": u16(0, "Defined by profile", { show: "hex" }),
  "ext.len": u16(2, "Extension length"),
});

const told = (r: Reading): string => r.frame.texts[r.value];

const free = fields("rtp", {
  "setup-frame": frameNumber("Setup frame"),
  "setup-method": text("Setup Method", { compute: told, generated: true }),
  extseq: number("Extended sequence number"),
  "csrc.items": none("Contributing Source identifiers"),
  "csrc.item": u32("CSRC item", { show: "hex", many: true }),
  hdr_exts: none("Header extensions"),
  hdr_ext: u32("Header extension", { show: "hex", many: true }),
  payload: bytes("Payload"),
  "padding.data": bytes("Padding data"),
  "padding.count": u8("Padding count"),
});

/** Elements of a header extension: RFC 8285 section 4 */
const element = fields("rtp.ext.rfc5285", {
  id: number("Identifier", many),
  len: number("Length", many),
  data: bytes("Extension Data", many),
});

/** The sequence number `short` with its upper 16 bits, the one nearest to that of the stream's packet before. */
function extended(stream: MediaStream, short: number): number {
  const near = stream.sequence - (stream.sequence % ROUND) + short;
  const shift = near + HALF < stream.sequence ? ROUND : stream.sequence + HALF < near ? -ROUND : 0;
  return near + shift;
}

/** Reads what tells of the stream. */
function readSetup(c: Cursor, stream: MediaStream): void {
  c.put(free["setup-frame"], stream.frame);
  c.add(free["setup-method"], c.at, c.at, c.frame.addText(stream.method));
  for (const name of stream.calls) c.add(generated.call_id_generated, c.at, c.at, c.frame.addText(name));
}

/** Reads the list of sources that were mixed. */
function readSources(c: Cursor, count: number): boolean {
  if (count === 0) return true;
  const row = c.open(free["csrc.items"]);
  let isWhole = true;
  for (let i = 0; i < count && isWhole; i++) isWhole = c.take(free["csrc.item"], WORD);
  c.close(row);
  return isWhole;
}

/** Reads a header extension, as far as it is there. */
function readExtension(c: Cursor): boolean {
  const at = c.place(extension);
  if (at < 0) return false;
  const profile = c.get(at, extension["ext.profile"]);
  const end = Math.min(c.at + c.get(at, extension["ext.len"]) * WORD, c.at + c.captured);
  const row = c.open(free.hdr_exts);
  const size = profile === ONE_BYTE ? 1 : (profile & 0xfff0) === TWO_BYTES ? 2 : 0;
  while (c.at < end) {
    if (size === 0 && c.at + WORD <= end) c.take(free.hdr_ext, WORD);
    else if (size === 0) break;
    else if (c.u8(c.at) === 0) c.at++;
    else readElement(c, end, size);
  }
  c.at = end;
  c.close(row);
  return true;
}

function readElement(c: Cursor, end: number, head: number): void {
  const { at } = c;
  const first = c.u8(at);
  const identifier = head === 1 ? first >> 4 : first;
  const length = head === 1 ? (first & 15) + 1 : at + 1 < end ? c.u8(at + 1) : 0;
  c.add(element.id, at, at + 1, c.frame.addNumber(identifier));
  if (at + head <= end) c.add(element.len, at + head - 1, at + head, c.frame.addNumber(length));
  const from = Math.min(end, at + head);
  const to = Math.min(end, from + length);
  if (to > from) c.add(element.data, from, to);
  c.at = to;
}

/** Reads the payload and what pads it; `type` is what the payload is. */
function readPayload(c: Cursor, type: number, stream: MediaStream, isPadded: boolean): void {
  const { end } = c;
  const padding = isPadded && c.captured > 0 && c.end <= c.have ? c.u8(c.end - 1) : 0;
  const to = Math.max(c.at, end - padding);
  if (to > c.at) {
    c.end = to;
    const name = type < FIRST_DYNAMIC ? undefined : stream.formats.get(type)?.toLowerCase();
    const reader =
      (name === undefined ? undefined : named.in(c.registry).get(name)) ?? payloads.in(c.registry).get(type);
    c.add(free.payload, c.at, to);
    c.try(reader);
    c.end = end;
    c.at = to;
  }
  if (!isPadded || end > c.have) return;
  if (padding === 0) return c.malformed(1);
  if (end - 1 > to) c.add(free["padding.data"], to, end - 1);
  c.add(free["padding.count"], end - 1, end);
  c.at = end;
}

export default protocol({
  name: "rtp",
  title: "Real-Time Transport Protocol",
  spec: "RFC 3550",
  column: "RTP",
  fields: [header, extension, free, element, generated],
  on: {
    "sdp.proto": ["RTP/AVP", "RTP/AVPF", "RTP/SAVP", "RTP/SAVPF", "UDP/TLS/RTP/SAVP", "UDP/TLS/RTP/SAVPF"],
  },
  sniffsOn: "udp.port",
  sniffs: (c) => announcedStream(c) !== undefined && c.captured > 0 && c.u8(c.at) >> 6 === VERSION,
  dissect(c) {
    const stream = announcedStream(c);
    if (stream === undefined || c.streaming || c.captured <= 0) return false;
    if (!c.has(SIZE)) return c.silence();
    readSetup(c, stream);
    const at = c.place(header);
    const sequence = extended(stream, c.get(at, header.seq));
    if (!c.isQuoted) stream.sequence = sequence;
    c.add(free.extseq, at + 2, at + WORD, c.frame.addNumber(sequence));
    const type = c.get(at, header.p_type);
    // What Info calls it: the type's name for these media.
    const name = stream.formats.get(type);
    if (name !== undefined && type >= FIRST_DYNAMIC) c.tape.setValue(c.tape.top, 1 + c.frame.addText(name));
    if (!readSources(c, c.get(at, header.cc))) return;
    if (c.get(at, header.ext) === 1 && !readExtension(c)) return;
    readPayload(c, type, stream, c.get(at, header.padding) === 1);
  },
  summary(frame: Frame, row, info) {
    const head = frame.find(row, header);
    if (head < 0 || !frame.holds(head, header.ssrc)) return;
    const { tape } = frame;
    const type = frame.get(head, header.p_type);
    const told = tape.value(row);
    info
      .set()
      .text(`PT=${told > 0 ? frame.texts[told - 1] : payloadTypes(type)}`)
      .text(`, SSRC=0x${frame.get(head, header.ssrc).toString(16).toUpperCase()}`)
      .text(`, Seq=${frame.get(head, header.seq)}, Time=${frame.get(head, header.timestamp)}`);
    if (frame.get(head, header.marker) === 1) info.text(", Mark");
  },
});
