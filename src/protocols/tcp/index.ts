import type { Cursor } from "../../core/cursor.ts";
import { protocol } from "../../core/protocol.ts";
import { TcpStreams } from "../../streams/tcp.ts";
import { found, header, payload, reassembly } from "./header.ts";
import { optionFields, readOptions, windowScale } from "./options.ts";
import { dissectPayload, finishPayload } from "./payload.ts";
import { summary } from "./summary.ts";

const FIN = 1;
const SYN = 2;

/** The shift a window scale option among the rows from `row` on offers, -1 where there is none. */
function offeredScale(c: Cursor, row: number): number {
  for (let i = row; i < c.tape.count; i++) {
    if (c.tape.nodes[i] === windowScale.$node) return c.u8(c.tape.start(i) + 2);
  }
  return -1;
}

/** Writes down what the conversation tells about the segment. */
function putFound(c: Cursor, streams: TcpStreams, at: number, length: number): void {
  const base = c.found(found);
  const { numbers } = c.frame;
  const flags = c.get(at, header.flags);
  const window = c.get(at, header.window_size_value);
  const { windowShift: shift } = streams;
  numbers[base + found.stream.slot] = streams.stream;
  numbers[base + found.len.slot] = length;
  numbers[base + found.seq.slot] = streams.relativeSeq;
  numbers[base + found.nxtseq.slot] = (streams.relativeSeq + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0;
  numbers[base + found.ack.slot] = streams.relativeAck;
  numbers[base + found.window_size.slot] = shift > 0 ? window << shift : window;
  if ((flags & SYN) === 0) numbers[base + found.window_size_scalefactor.slot] = shift < 0 ? shift : 1 << shift;
}

const tcp = protocol({
  name: "tcp",
  title: "Transmission Control Protocol",
  spec: "RFC 9293",
  column: "TCP",
  fields: [header, found, payload, reassembly, ...optionFields],
  on: { "ip.proto": 6 },
  state: () => new TcpStreams(),
  dissect(c) {
    const row = c.tape.count;
    const at = c.place(header);
    if (at < 0) return;
    const headerEnd = at + c.get(at, header.hdr_len);
    if (headerEnd < c.at) return c.malformed(20);
    if (headerEnd > c.at && !readOptions(c, headerEnd)) {
      if (headerEnd > c.have || headerEnd > c.end) return;
      c.at = headerEnd;
    }
    const length = c.left;
    if (c.isQuoted) return;
    const flags = c.get(at, header.flags);
    const seq = c.get(at, header.seq_raw);
    const source = c.get(at, header.srcport);
    const destination = c.get(at, header.dstport);
    const streams = c.state(tcp);
    const scale = flags & SYN ? offeredScale(c, row) : -1;
    streams.follow(c.frame, source, destination, seq, c.get(at, header.ack_raw), flags, scale);
    putFound(c, streams, at, length);
    streams.advance(length, flags);
    if (c.captured > 0) {
      c.add(payload.payload, c.at, c.at + c.captured);
      dissectPayload(c, streams);
    } else if (streams.closes && length === 0) finishPayload(c, streams);
  },
  summary,
});

export default tcp;
