import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import {
  alignRight, ascii, padTo, putBytes, putDigits, putHexBytes, putIpv4, putIpv6, putPadded, putUnsigned,
} from "../core/encode.ts";
import type { ByteWriter, Info } from "../core/writer.ts";
import type { Sink } from "./sink.ts";

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const MALFORMED = ascii("[Malformed Packet]");
const TRUNCATED = ascii("[Packet size limited during capture]");
const BLANK = 32;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const NEW_LINE = 10;
/** More than the columns before Protocol can take. */
const LONGEST_PREFIX = 256;
/** Widths of the columns before Protocol. */
const NUMBER_WIDTH = 5;
const TIME_WIDTH = 10;
const ADDRESS_WIDTH = 12;

/** Writes the Source or Destination column's address at `at`: IPv4, IPv6 or MAC; nothing where there is none. */
function putEndpoint(to: Uint8Array, at: number, frame: Frame, addressAt: number): number {
  if (addressAt < 0) return at;
  const { addressBytes, addressSize } = frame;
  if (addressSize === 4) return putIpv4(to, at, addressBytes, addressAt);
  if (addressSize === 16) return putIpv6(to, at, addressBytes, addressAt);
  return addressSize === 6 ? putHexBytes(to, at, addressBytes, addressAt, addressAt + 6, COLON) : at;
}

/** Writes the Source or Destination column's address. */
export function writeEndpoint(w: ByteWriter, frame: Frame, addressAt: number): void {
  w.reserve(LONGEST_PREFIX);
  w.at = putEndpoint(w.buffer, w.at, frame, addressAt);
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

/** True for the first row of a layer that writes Info of its own. */
function informs(frame: Frame, row: number): boolean {
  const { summary, appends } = frame.tape.nodes[row] as Protocol;
  return summary !== undefined && !appends && speaks(frame, row);
}

/**
 * Writes the Info column: what the innermost protocol says, and where it has several messages in the frame all of them,
 * for what is further out would be overwritten. Then what is wrong with the frame.
 */
export function writeInfo(info: Info, frame: Frame): void {
  const { tape } = frame;
  info.begin();
  const begun = info.at;
  let last = tape.top;
  let appended = false;
  while (last >= 0 && !informs(frame, last)) {
    appended ||= (tape.nodes[last] as Protocol).appends;
    last = tape.layerBefore(last);
  }
  if (last >= 0) {
    const speaker = tape.nodes[last] as Protocol;
    let first = last;
    for (let row = tape.layerBefore(last); row >= 0; row = tape.layerBefore(row)) {
      if (tape.nodes[row] === speaker && speaks(frame, row)) first = row;
      else if (informs(frame, row)) break;
    }
    for (let row = first; row < last; row++) if (tape.nodes[row] === speaker) speaker.summary!(frame, row, info);
    speaker.summary!(frame, last, info);
  }
  if (appended) appendInfo(info, frame, last + 1);
  if (frame.faults.length === 0) return;
  if (info.at > begun && info.buffer[info.at - 1] !== BLANK) info.byte(BLANK);
  info.put(frame.faults.some((fault) => fault.truncated) ? TRUNCATED : MALFORMED);
}

/** Lets the layers from row `from` on add to the Info of those around them. */
function appendInfo(info: Info, frame: Frame, from: number): void {
  const { tape } = frame;
  for (let row = from; row <= tape.top; row++) {
    if (speaks(frame, row)) (tape.nodes[row] as Protocol).summary?.(frame, row, info);
  }
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
    out.reserve(LONGEST_PREFIX);
    const { buffer } = out;
    let at = putPadded(buffer, out.at, frame.number, NUMBER_WIDTH);
    buffer[at++] = BLANK;
    at = frame.hasTime ? this.time(buffer, at, frame) : padTo(buffer, at, at, TIME_WIDTH);
    buffer[at++] = BLANK;
    const source = at;
    at = alignRight(buffer, source, putEndpoint(buffer, at, frame, frame.sourceAt), ADDRESS_WIDTH);
    at = putBytes(buffer, at, ARROW);
    const destination = at;
    at = padTo(buffer, destination, putEndpoint(buffer, at, frame, frame.destinationAt), ADDRESS_WIDTH);
    buffer[at++] = BLANK;
    out.at = at;
    writeProtocol(out, frame);
    out.byte(BLANK).decimal(frame.originalLength).byte(BLANK);
    writeInfo(out, frame);
    out.byte(NEW_LINE);
  }

  /** Seconds since the first frame. */
  private time(buffer: Uint8Array, from: number, frame: Frame): number {
    let seconds = frame.seconds - frame.firstSeconds;
    let nanoseconds = frame.nanoseconds - frame.firstNanoseconds;
    const negative = seconds < 0 || (seconds === 0 && nanoseconds < 0);
    if (negative) {
      seconds = -seconds;
      nanoseconds = -nanoseconds;
    }
    if (nanoseconds < 0) {
      seconds--;
      nanoseconds += 1e9;
    }
    let at = from;
    const decimals = this.decimals();
    if (negative) {
      buffer[at++] = MINUS;
      at = putUnsigned(buffer, at, seconds);
    } else if (seconds > 0x7fffffff) at = putUnsigned(buffer, at, seconds);
    else at = putPadded(buffer, at, seconds, TIME_WIDTH - 1 - decimals);
    buffer[at++] = POINT;
    at = decimals === 9 ? putDigits(buffer, at, nanoseconds, 9) : putDigits(buffer, at, (nanoseconds / 1000) | 0, 6);
    return negative ? alignRight(buffer, from, at, TIME_WIDTH) : at;
  }
}
