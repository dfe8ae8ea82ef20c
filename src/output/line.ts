import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import { ascii, type Info } from "../core/writer.ts";
import type { Sink } from "./sink.ts";

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const MALFORMED = ascii("[Malformed Packet]");
const TRUNCATED = ascii("[Packet size limited during capture]");
const BLANK = 32;
const MINUS = 45;
const POINT = 46;
/** Widths of the columns before Protocol. */
const NUMBER_WIDTH = 5;
const TIME_WIDTH = 10;
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

/** Prints one line a frame: number, time, endpoints, protocol, length, Info. */
export class LineSink implements Sink {
  private readonly out: Info;
  private readonly decimals: () => number;

  /** `decimals`: digits of the time's fraction, known once the capture is open. */
  constructor(out: Info, decimals: () => number) {
    this.out = out;
    this.decimals = decimals;
  }

  frame(frame: Frame): void {
    const { out } = this;
    out.reserve(4096);
    out.padded(frame.number, NUMBER_WIDTH).byte(BLANK);
    this.time(frame);
    out.byte(BLANK);
    const source = out.at;
    writeEndpoint(out, frame, frame.sourceAt);
    out.alignRight(source, ADDRESS_WIDTH).put(ARROW);
    const destination = out.at;
    writeEndpoint(out, frame, frame.destinationAt);
    out.padTo(destination, ADDRESS_WIDTH).byte(BLANK);
    writeProtocol(out, frame);
    out.byte(BLANK).decimal(frame.originalLength).byte(BLANK);
    writeInfo(out, frame);
    out.byte(10);
  }

  private time(frame: Frame): void {
    const { out } = this;
    const from = out.at;
    if (frame.hasTime) {
      let seconds = frame.seconds - frame.firstSeconds;
      let nanoseconds = frame.nanoseconds - frame.firstNanoseconds;
      if (seconds < 0 || (seconds === 0 && nanoseconds < 0)) {
        out.byte(MINUS);
        seconds = -seconds;
        nanoseconds = -nanoseconds;
      }
      if (nanoseconds < 0) {
        seconds--;
        nanoseconds += 1e9;
      }
      const decimals = this.decimals();
      const negative = out.at > from;
      if (negative || seconds > 0x7fffffff) out.decimal(seconds);
      else out.padded(seconds, TIME_WIDTH - 1 - decimals);
      out.byte(POINT);
      if (decimals === 9) out.digits(nanoseconds, 9);
      else out.digits((nanoseconds / 1000) | 0, 6);
      if (negative) out.alignRight(from, TIME_WIDTH);
    } else out.padTo(from, TIME_WIDTH);
  }
}
