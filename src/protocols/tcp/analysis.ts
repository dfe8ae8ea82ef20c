import type { Cursor } from "../../core/cursor.ts";
import { computed, duration, frameNumber, none, number, type Reading } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { ascii, type Info } from "../../core/writer.ts";
import type { TcpStreams } from "../../streams/tcp.ts";
import * as judged from "../../streams/tcp-analysis.ts";

const { DUPLICATE_ACK, RETRANSMISSION } = judged;

const marked = (label: string, ...marks: number[]) => {
  const wanted = marks.reduce((all, mark) => all | mark, 0);
  return computed("none", label, (r: Reading) => (r.value & wanted ? true : undefined));
};

/** What the segments before a segment make of it: one row, whose value is what was judged. */
export const marks = layout("tcp", 0, {
  "analysis.flags": computed("none", "TCP Analysis Flags", () => true),
  "analysis.retransmission": marked(
    "This frame is a (suspected) retransmission",
    RETRANSMISSION,
    judged.FAST_RETRANSMISSION,
    judged.SPURIOUS_RETRANSMISSION,
  ),
  "analysis.fast_retransmission": marked("This frame is a (suspected) fast retransmission", judged.FAST_RETRANSMISSION),
  "analysis.spurious_retransmission": marked(
    "This frame is a (suspected) spurious retransmission",
    judged.SPURIOUS_RETRANSMISSION,
  ),
  "analysis.out_of_order": marked("This frame is a (suspected) out-of-order segment", judged.OUT_OF_ORDER),
  "analysis.reused_ports": marked(
    "A new tcp session is started with the same ports as an earlier session in this trace",
    judged.REUSED_PORTS,
  ),
  "analysis.lost_segment": marked("Previous segment(s) not captured (common at capture start)", judged.LOST_SEGMENT),
  "analysis.ack_lost_segment": marked(
    "ACKed segment that wasn't captured (common at capture start)",
    judged.ACK_LOST_SEGMENT,
  ),
  "analysis.window_update": marked("TCP window update", judged.WINDOW_UPDATE),
  "analysis.window_full": marked("TCP window specified by the receiver is now completely full", judged.WINDOW_FULL),
  "analysis.keep_alive": marked("TCP keep-alive segment", judged.KEEP_ALIVE),
  "analysis.keep_alive_ack": marked("ACK to a TCP keep-alive segment", judged.KEEP_ALIVE_ACK),
  "analysis.zero_window_probe": marked("TCP Zero Window Probe", judged.ZERO_WINDOW_PROBE),
  "analysis.zero_window": marked("TCP Zero Window segment", judged.ZERO_WINDOW),
  "analysis.zero_window_probe_ack": marked("ACK to a TCP Zero Window Probe", judged.ZERO_WINDOW_PROBE_ACK),
});

/** What belongs to some of the marks, each a row. */
export const details = fields("tcp", {
  "analysis.duplicate_ack": none("Duplicate ACK", { many: true }),
  "analysis.duplicate_ack_num": number("Duplicate ACK #"),
  "analysis.duplicate_ack_frame": frameNumber("Duplicate to the ACK in frame"),
  "analysis.rto": duration("The RTO for this segment was"),
  "analysis.rto_frame": frameNumber("RTO based on delta from frame"),
});

/** Writes down what was judged of a segment of which there is something to say. */
export function putMarks(c: Cursor, { analysis }: TcpStreams): void {
  if (!c.isQuoted) c.frame.preface = c.tape.top;
  c.tape.setValue(c.span(marks, c.at, c.at), analysis.marks);
  if (analysis.marks & RETRANSMISSION && analysis.timeout !== 0) {
    c.put(details["analysis.rto"], analysis.timeout);
    c.put(details["analysis.rto_frame"], analysis.originalFrame);
  }
  if ((analysis.marks & DUPLICATE_ACK) === 0) return;
  c.add(details["analysis.duplicate_ack"], c.at, c.at);
  c.put(details["analysis.duplicate_ack_num"], analysis.repeats);
  c.put(details["analysis.duplicate_ack_frame"], analysis.repeatedFrame);
  c.add(details["analysis.duplicate_ack"], c.at, c.at);
}

/** How each mark but the duplicate ACK stands in front of Info, in the order of the line. */
const texts: readonly (readonly [mark: number, text: Uint8Array])[] = [
  [judged.ZERO_WINDOW_PROBE_ACK, ascii("[TCP ZeroWindowProbeAck] ")],
  [judged.ZERO_WINDOW, ascii("[TCP ZeroWindow] ")],
  [judged.ZERO_WINDOW_PROBE, ascii("[TCP ZeroWindowProbe] ")],
  [DUPLICATE_ACK, ascii("[TCP Dup ACK ")],
  [judged.KEEP_ALIVE_ACK, ascii("[TCP Keep-Alive ACK] ")],
  [judged.KEEP_ALIVE, ascii("[TCP Keep-Alive] ")],
  [judged.WINDOW_FULL, ascii("[TCP Window Full] ")],
  [judged.WINDOW_UPDATE, ascii("[TCP Window Update] ")],
  [judged.ACK_LOST_SEGMENT, ascii("[TCP ACKed unseen segment] ")],
  [judged.LOST_SEGMENT, ascii("[TCP Previous segment not captured] ")],
  [judged.OUT_OF_ORDER, ascii("[TCP Out-Of-Order] ")],
  [judged.SPURIOUS_RETRANSMISSION, ascii("[TCP Spurious Retransmission] ")],
  [judged.FAST_RETRANSMISSION, ascii("[TCP Fast Retransmission] ")],
  [RETRANSMISSION, ascii("[TCP Retransmission] ")],
  [judged.REUSED_PORTS, ascii("[TCP Port numbers reused] ")],
];
const HASH = ascii("#");
const CLOSED = ascii("] ");

/** Writes the marks of the layer at `row`: `[TCP Dup ACK 12#1] `. */
export function preface(frame: Frame, row: number, info: Info): void {
  const { tape, numbers } = frame;
  const found = tape.value(frame.find(row, marks));
  for (let i = 0; i < texts.length; i++) {
    const mark = texts[i]![0];
    if ((found & mark) === 0) continue;
    info.put(texts[i]![1]);
    if (mark !== DUPLICATE_ACK) continue;
    info.decimal(numbers[tape.value(frame.find(row, details["analysis.duplicate_ack_frame"]))]!).put(HASH);
    info.decimal(numbers[tape.value(frame.find(row, details["analysis.duplicate_ack_num"]))]!).put(CLOSED);
  }
}
