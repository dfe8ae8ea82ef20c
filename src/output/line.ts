import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import { ascii, type ByteWriter, type Info } from "../core/writer.ts";
import type { Sink } from "./sink.ts";
import { plain } from "./text.ts";
import { colorEnd, colorOf } from "./theme.ts";
import { TimeColumn, type TimeMode } from "./time.ts";

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const MALFORMED = ascii("[Malformed Packet]");
const TRUNCATED = ascii("[Packet size limited during capture]");
const BLANK = 32;
const DELETE = 127;
/** UTF-8: the first byte of U+0080..U+00BF, of which those below U+00A0 are control characters; and a following byte. */
const C1_LEAD = 0xc2;
const C1_END = 0xa0;
const CONTINUATION = 0x80;
/** Widths of the columns before Protocol. */
const NUMBER_WIDTH = 5;
const ADDRESS_WIDTH = 12;

/** Writes the Source or Destination column's address: IPv4, IPv6 or MAC; nothing where there is none. */
export function writeEndpoint(w: Info, frame: Frame, at: number): void {
  if (at < 0) return;
  if (frame.addressSize === 4) w.ipv4(frame.addressBytes, at);
  else if (frame.addressSize === 16) w.ipv6(frame.addressBytes, at);
  else if (frame.addressSize === 6) w.ether(frame.addressBytes, at);
}

/** True for the first row of a layer that may write columns. */
function speaks(frame: Frame, row: number): boolean {
  return frame.tape.nodes[row]!.kind === PROTOCOL && frame.tape.flags(row) === 0;
}

/** Writes the Protocol column of the innermost protocol that has one; packets quoted in ICMP errors have none. */
export function writeProtocol(w: Info, frame: Frame): void {
  const { tape } = frame;
  for (let row = tape.top; row >= 0; row = tape.layerBefore(row)) {
    if (!speaks(frame, row)) continue;
    const { columnBytes, columnOf } = tape.nodes[row] as Protocol;
    if (columnBytes !== undefined) {
      w.put(columnBytes);
      return;
    }
    if (columnOf !== undefined) {
      w.text(columnOf(frame, row));
      return;
    }
  }
}

/** The row to start Info from: the outermost of the innermost protocol's messages, for what is further out is overwritten. */
function firstSpeaker(frame: Frame): number {
  const { tape } = frame;
  let first = -1;
  let speaker: unknown;
  for (let row = tape.top; row >= 0; row = tape.layerBefore(row)) {
    const node = tape.nodes[row] as Protocol;
    if (!speaks(frame, row) || node.summary === undefined) continue;
    if (speaker !== undefined && node !== speaker) break;
    speaker = node;
    first = row;
  }
  return first;
}

/** Writes the Info column, outermost protocol first, then what is wrong with the frame. */
export function writeInfo(info: Info, frame: Frame): void {
  const { tape } = frame;
  info.begin();
  const begun = info.at;
  const first = firstSpeaker(frame);
  if (first >= 0) {
    for (let row = first; row <= tape.top; row++) {
      if (speaks(frame, row)) (tape.nodes[row] as Protocol).summary?.(frame, row, info);
    }
  }
  if (frame.faults.length === 0) return;
  if (info.at > begun && info.buffer[info.at - 1] !== BLANK) info.byte(BLANK);
  info.put(frame.faults.some((fault) => fault.truncated) ? TRUNCATED : MALFORMED);
}

/** How the packet line is shown. */
export interface LineFormat {
  /** What the Time column counts from. */
  time: TimeMode;
  /** Columns of the terminal the line is cut to; 0 never cuts. */
  width: number;
  /** Colour by protocol and trouble. */
  color: boolean;
}

/** As it is piped: nothing cut, no colour. */
export const lineFormat: LineFormat = { time: "r", width: 0, color: false };

/** Prints one line a frame: number, time, endpoints, protocol, length, Info. */
export class LineSink implements Sink {
  private readonly out: Info;
  private readonly decimals: () => number;
  private readonly format: LineFormat;
  private readonly time: TimeColumn;

  /** `decimals`: digits of the time's fraction, known once the capture is open. */
  constructor(out: Info, decimals: () => number, format: LineFormat = lineFormat) {
    this.out = out;
    this.decimals = decimals;
    this.format = format;
    this.time = new TimeColumn(format.time);
  }

  frame(frame: Frame): void {
    const { out, format } = this;
    out.reserve(4096);
    const color = format.color ? colorOf(frame) : undefined;
    if (color !== undefined) out.put(color);
    const from = out.at;
    out.padded(frame.number, NUMBER_WIDTH).byte(BLANK);
    this.time.write(out, frame, this.decimals());
    out.byte(BLANK);
    const source = out.at;
    writeEndpoint(out, frame, frame.sourceAt);
    out.alignRight(source, ADDRESS_WIDTH).put(ARROW);
    const destination = out.at;
    writeEndpoint(out, frame, frame.destinationAt);
    out.padTo(destination, ADDRESS_WIDTH).byte(BLANK);
    writeProtocol(out, frame);
    out.byte(BLANK).decimal(frame.originalLength).byte(BLANK);
    const info = out.at;
    writeInfo(out, frame);
    makePlain(out, info);
    if (format.width > 0) cut(out, from, format.width);
    if (color !== undefined) out.put(colorEnd);
    out.byte(10);
  }
}

/** Spells out control characters written since `from`, so that no frame can drive the reader's terminal. */
export function makePlain(w: ByteWriter, from: number): void {
  const { buffer, at } = w;
  for (let i = from; i < at; i++) {
    const code = buffer[i]!;
    if (code >= BLANK && code !== DELETE && !(code === C1_LEAD && buffer[i + 1]! < C1_END)) continue;
    const text = plain(w.toString(from));
    w.at = from;
    w.text(text);
    return;
  }
}

/** Cuts what was written since `from` to `width` characters. */
function cut(w: ByteWriter, from: number, width: number): void {
  const { buffer, at } = w;
  let shown = 0;
  for (let i = from; i < at; i++) {
    if ((buffer[i]! & 0xc0) === CONTINUATION || ++shown <= width) continue;
    w.at = i;
    return;
  }
}
