import { alignRight, ascii, padTo, putBytes, putHexBytes, putIpv4, putIpv6, putPadded } from "../core/encode.ts";
import { type Frame, NO_ADDRESSES } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import type { Tape } from "../core/tape.ts";
import type { ByteWriter, Info } from "../core/writer.ts";
import type { Sink } from "./sink.ts";
import { plain } from "./text.ts";
import { colorEnd, colorOf } from "./theme.ts";
import { TimeColumn, type TimeMode } from "./time.ts";

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const TABBED_ARROW = Uint8Array.of(9, 0xe2, 0x86, 0x92, 9);
const TAB = 9;
const MALFORMED = ascii("[Malformed Packet]");
const TRUNCATED = ascii("[Packet size limited during capture]");
const NOT_APPLICABLE = ascii("N/A");
const BLANK = 32;
const COLON = 58;
const NEW_LINE = 10;
/** More than the columns before Protocol can take: two names are the most of it. */
const LONGEST_PREFIX = 1024;
const DELETE = 127;
/** UTF-8: the first byte of U+0080..U+00BF, of which those below U+00A0 are control characters; and a following byte. */
const C1_LEAD = 0xc2;
const C1_END = 0xa0;
const CONTINUATION = 0x80;
/** Widths of the columns before Protocol. */
const NUMBER_WIDTH = 5;
const ADDRESS_WIDTH = 12;

/** Writes the Source or Destination column at `at`: the address or its name; nothing where there is none. */
function putEndpoint(to: Uint8Array, at: number, frame: Frame, addressAt: number): number {
  const { names } = frame;
  if (names.shown !== 0 && addressAt >= 0) {
    const name = names.address(frame.number, frame.addressBytes, addressAt, frame.addressSize);
    if (name !== undefined) return putBytes(to, at, name.bytes);
  }
  return putAddress(to, at, frame, addressAt);
}

/** Writes the address of the Source or Destination column at `at`: IPv4, IPv6 or MAC; nothing where it is missing. */
function putAddress(to: Uint8Array, at: number, frame: Frame, addressAt: number): number {
  const { addressBytes, addressSize } = frame;
  if (addressAt < 0) return addressSize === NO_ADDRESSES ? putBytes(to, at, NOT_APPLICABLE) : at;
  if (addressSize === 4) return putIpv4(to, at, addressBytes, addressAt);
  if (addressSize === 16) return putIpv6(to, at, addressBytes, addressAt);
  return addressSize === 6 ? putHexBytes(to, at, addressBytes, addressAt, addressAt + 6, COLON) : at;
}

/** Writes the Source or Destination column: the address or its name. */
export function writeEndpoint(w: ByteWriter, frame: Frame, addressAt: number): void {
  w.reserve(LONGEST_PREFIX);
  w.at = putEndpoint(w.buffer, w.at, frame, addressAt);
}

/** Writes the address of the Source or Destination column, whatever its name. */
export function writeEndpointAddress(w: ByteWriter, frame: Frame, addressAt: number): void {
  w.reserve(LONGEST_PREFIX);
  w.at = putAddress(w.buffer, w.at, frame, addressAt);
}

/** True for the first row of a layer that may write columns. */
function speaks(frame: Frame, row: number): boolean {
  return frame.tape.nodes[row]!.kind === PROTOCOL && frame.tape.flags(row) === 0;
}

/** True for the first row of a layer that writes Info of its own. */
function informs(tape: Tape, row: number): boolean {
  return tape.flags(row) === 0 && (tape.nodes[row] as Protocol).informs;
}

/** Writes the Protocol column of the innermost protocol that has one; packets quoted in ICMP errors have none. */
export function writeProtocol(w: Info, frame: Frame): void {
  const { tape } = frame;
  for (let row = tape.top; row >= 0; row = tape.layerBefore(row)) {
    if (tape.flags(row) !== 0) continue;
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

/**
 * Writes the Info column: what the innermost protocol says, and where it has several messages in the frame all of them,
 * for what is further out would be overwritten. Then what is wrong with the frame.
 */
export function writeInfo(info: Info, frame: Frame): void {
  const { tape } = frame;
  info.begin();
  if (frame.preface >= 0) {
    (tape.nodes[frame.preface] as Protocol).preface!(frame, frame.preface, info);
    info.fence();
  }
  let last = tape.top;
  let appended = false;
  while (last >= 0 && !informs(tape, last)) {
    appended ||= (tape.nodes[last] as Protocol).appends;
    last = tape.layerBefore(last);
  }
  if (last >= 0) {
    const speaker = tape.nodes[last] as Protocol;
    let first = last;
    for (let row = tape.layerBefore(last); row >= 0; row = tape.layerBefore(row)) {
      if (tape.nodes[row] === speaker && speaks(frame, row)) first = row;
      else if (informs(tape, row)) break;
    }
    for (let row = first; row < last; row++) {
      const node = tape.nodes[row] as Protocol;
      if (node === speaker || (node.appends && speaks(frame, row))) node.summary!(frame, row, info);
    }
    speaker.summary!(frame, last, info);
  }
  if (appended) appendInfo(info, frame, last + 1);
  if (frame.faults.length === 0) return;
  info.put(frame.faults.some((fault) => fault.truncated) ? TRUNCATED : MALFORMED);
}

/** Lets the layers from row `from` on add to the Info of those around them. */
function appendInfo(info: Info, frame: Frame, from: number): void {
  const { tape } = frame;
  for (let row = from; row <= tape.top; row++) {
    if (speaks(frame, row)) (tape.nodes[row] as Protocol).summary?.(frame, row, info);
  }
}

/** How the packet line is shown. */
export interface LineFormat {
  /** What the Time column counts from. */
  time: TimeMode;
  /** Columns of the terminal the line is cut to; 0 never cuts. */
  width: number;
  /** Colour by protocol and trouble. */
  color: boolean;
  /** Tabs between the columns instead of blanks. */
  tabs: boolean;
}

/** As it is piped: nothing cut, no colour. */
export const lineFormat: LineFormat = { time: "r", width: 0, color: false, tabs: false };

/** Prints one line a frame: number, time, endpoints, protocol, length, Info. */
export class LineSink implements Sink {
  private readonly out: Info;
  private readonly format: LineFormat;
  private readonly time: TimeColumn;

  constructor(out: Info, format: LineFormat = lineFormat) {
    this.out = out;
    this.format = format;
    this.time = new TimeColumn(format.time);
  }

  frame(frame: Frame): void {
    const { out, format } = this;
    out.reserve(LONGEST_PREFIX);
    const color = format.color ? colorOf(frame) : undefined;
    if (color !== undefined) out.put(color);
    const from = out.at;
    const { buffer } = out;
    const gap = format.tabs ? TAB : BLANK;
    let at = putPadded(buffer, from, frame.number, NUMBER_WIDTH);
    buffer[at++] = gap;
    at = this.time.put(buffer, at, frame);
    buffer[at++] = gap;
    const source = at;
    at = alignRight(buffer, source, putEndpoint(buffer, at, frame, frame.sourceAt), ADDRESS_WIDTH);
    at = putBytes(buffer, at, format.tabs ? TABBED_ARROW : ARROW);
    const destination = at;
    at = padTo(buffer, destination, putEndpoint(buffer, at, frame, frame.destinationAt), ADDRESS_WIDTH);
    buffer[at++] = gap;
    out.at = at;
    writeProtocol(out, frame);
    out.byte(gap).decimal(frame.originalLength).byte(gap);
    const info = out.at;
    writeInfo(out, frame);
    if (out.foreign) makePlain(out, info);
    if (format.width > 0) cut(out, from, format.width);
    if (color !== undefined) out.put(colorEnd);
    out.byte(NEW_LINE);
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
