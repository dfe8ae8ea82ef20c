import type { Cursor } from "../../core/cursor.ts";
import { protocol } from "../../core/protocol.ts";
import { RST } from "../../streams/segment.ts";
import { INCOMPLETE, pseudoSum, verdict, verify } from "../shared/checksum.ts";
import { details, marks, preface, putMarks } from "./analysis.ts";
import { dissectBogus, dissectUnmeasured, putFound } from "./found.ts";
import { found, header, headers, payload, reassembly } from "./header.ts";
import { optionFields, relateBlocks } from "./options.ts";
import { dissectPayload, finishPayload } from "./payload.ts";
import { preferred } from "./preferences.ts";
import { readHeader, readSegment } from "./read.ts";
import { putSigns, signs } from "./signs.ts";
import { State } from "./state.ts";
import { summary } from "./summary.ts";

const PROTOCOL = 6;
const verified = verdict("tcp", 16, "checksum_bad.expert");

/** Verifies the checksum of the segment whose header is at `at`, in row `row`; true unless it is wrong. */
function isVerified(c: Cursor, row: number, at: number): boolean {
  const isWhole = !c.partial && c.end <= c.have;
  return verify(c, verified, row, at, c.end, isWhole ? pseudoSum(c, c.end - at, PROTOCOL) : INCOMPLETE);
}

const tcp = protocol({
  name: "tcp",
  title: "Transmission Control Protocol",
  spec: "RFC 9293",
  column: "TCP",
  headline: { "Src Port": header.srcport, "Dst Port": header.dstport, Seq: found.seq, Ack: found.ack, Len: found.len },
  fields: [...headers, found, signs, marks, details, payload, reassembly, verified, ...optionFields],
  preferences: preferred,
  on: { "ip.proto": 6 },
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const row = c.tape.count;
    const { at } = c;
    const payloadAt = readHeader(c);
    if (payloadAt < 0) return;
    const streams = c.state(tcp);
    readSegment(c, streams, at, row, payloadAt);
    if (payloadAt < at + header.$node.size) {
      dissectBogus(c, streams);
      return;
    }
    const isRight = !streams.verifies || isVerified(c, row, at);
    if (payloadAt > c.end || c.isQuoted) {
      dissectUnmeasured(c, streams, at, row, payloadAt);
      return;
    }
    streams.follow(c.frame, c.announced);
    const { segment } = streams;
    if (segment.blocks > 0) relateBlocks(c, row, segment, segment.ack - streams.relativeAck);
    putSigns(c, streams, at, row);
    putFound(c, streams);
    if (streams.analysis.marks !== 0 && !c.broken) putMarks(c, streams);
    // What comes with a reset says why, and belongs to nobody's stream (RFC 9293 section 3.5.3).
    if (c.captured > 0 && segment.flags & RST) c.add(payload.reset_cause, c.at, c.at + c.captured);
    else if (c.captured > 0) {
      c.add(payload.payload, c.at, c.at + c.captured);
      dissectPayload(c, streams, isRight && streams.joins && !c.partial);
    } else if (streams.closes && segment.length === 0) finishPayload(c, streams);
  },
  summary,
  preface,
});

export default tcp;
