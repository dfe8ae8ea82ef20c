import { ascii, putBytes, putDecimal, putUnsigned } from "../../core/encode.ts";
import { bigAt } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import type { LayoutNode } from "../../core/layout.ts";
import type { Tape } from "../../core/tape.ts";
import type { Info } from "../../core/writer.ts";
import { URG } from "../../streams/segment.ts";
import { WRONG } from "../shared/checksum.ts";
import { putPort } from "../shared/names.ts";
import { bogus, bogusNumbers, found, header, reassembly } from "./header.ts";
import { duplicateBlock, list, sackBlock, sackPermitted, segmentSize, timestamps, windowScale } from "./options.ts";
import { WAITING } from "./payload.ts";

/** More than ports, flags, numbers and 40 bytes of options take as text. */
const LONGEST = 1024;
/** Bytes of a header without options. */
const SHORTEST = 20;
/** The largest window shift that means anything (RFC 7323 section 2.3). */
const MAX_SHIFT = 14;
const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const ACK = ascii(" Ack=");
const WIN = ascii(" Win=");
const INCORRECT = ascii(" [TCP CHECKSUM INCORRECT]");
const BOGUS = ascii(", bogus TCP header length (");
const AT_LEAST = ascii(`, must be at least ${SHORTEST})`);
const URGENT = ascii(" Urg=");
const LEN = ascii(" Len=");
const MSS = ascii(" MSS=");
const WS = ascii(" WS=");
const SACK_PERM = ascii(" SACK_PERM");
const TSVAL = ascii(" TSval=");
const TSECR = ascii(" TSecr=");
const SLE = ascii(" SLE=");
const COOKIE = ascii(" TFO=C");
const COOKIE_REQUEST = ascii(" TFO=R");
const MD5 = ascii(" MD5");
const SRE = ascii(" SRE=");
const ILLEGAL = ascii("[Illegal Segments]");
const SEGMENT = ascii(" [TCP segment of a reassembled PDU]");
const NAMES = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE", "Reserved"];
/** The flags with a name each; any of those above is "Reserved". */
const NAMED = 511;
/** " [PSH, ACK] Seq=" for these flags. */
function flagsText(flags: number): Uint8Array {
  const set = NAMES.filter((_, i) => flags & (1 << i));
  return ascii(` [${set.length > 0 ? set.join(", ") : "<None>"}] Seq=`);
}
/** The same for every set of flags that have names. */
const FLAGS = Array.from({ length: NAMED + 1 }, (_, flags) => flagsText(flags));

/** Writes `50153 → 80 [SYN] Seq=0 Win=65535 Len=0 MSS=1460 ...`. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape, numbers } = frame;
  const at = row + 1;
  const last = tape.layerEnd(row);
  if (last <= at || !frame.holds(at, header.dstport)) return;
  const known = frame.find(row, found);
  const bytes = frame.bytesOf(at);
  const start = tape.start(at);
  info.set().reserve(LONGEST);
  const { buffer } = info;
  let to = putPort(buffer, info.at, frame, "tcp", header.srcport.read(bytes, start));
  to = putBytes(buffer, to, ARROW);
  to = putPort(buffer, to, frame, "tcp", header.dstport.read(bytes, start));
  if (known < 0) {
    info.at = to;
    return;
  }
  const base = tape.value(known);
  const flags = header.flags.read(bytes, start);
  to = putBytes(buffer, to, FLAGS[flags] ?? flagsText((flags & NAMED) | (NAMED + 1)));
  to = putUnsigned(buffer, to, numbers[base + found.seq.slot]!);
  const window = numbers[base + found.window_size.slot]!;
  if (Number.isNaN(window)) {
    info.at = putBogus(frame, row, at, buffer, to);
    return;
  }
  if (flags & 16) to = putUnsigned(buffer, putBytes(buffer, to, ACK), numbers[base + found.ack.slot]!);
  to = putUnsigned(buffer, putBytes(buffer, to, WIN), window);
  if (tape.value(at) === WRONG) to = putBytes(buffer, to, INCORRECT);
  if (flags & URG && frame.holds(at, header.urgent_pointer)) {
    to = putDecimal(buffer, putBytes(buffer, to, URGENT), header.urgent_pointer.read(bytes, start));
  }
  if (frame.faults.length > 0) to = cut(frame, at, known, info, to);
  else {
    to = putDecimal(buffer, putBytes(buffer, to, LEN), numbers[base + found.len.slot]!);
    for (let i = at + 1; i < known; i++) to = option(tape, i, bytes, buffer, to);
  }
  info.at = to;
  const end = tape.footers ? tape.count : last;
  for (let i = known + 1; i < end; i++) {
    if (tape.nodes[i] === reassembly["segment.error"] && i < last) info.set().put(ILLEGAL);
    if (tape.nodes[i] !== reassembly.segment_data || tape.value(i) < WAITING) continue;
    // Behind layers inside, it matters only where they are of the same bytes: then they say nothing.
    if (i < last || tape.start(i) === tape.start(last)) segment(frame, tape.value(i), info);
  }
}

/** Writes the rest of what a header tells that says that it ends in the middle of itself. */
function putBogus(frame: Frame, row: number, at: number, buffer: Uint8Array, start: number): number {
  const { tape, numbers } = frame;
  const bytes = frame.bytesOf(at);
  const told = tape.value(frame.find(row, bogus.bogus_header_length));
  let to = start;
  if (header["flags.ack"].read(bytes, tape.start(at)) !== 0) {
    to = putUnsigned(buffer, putBytes(buffer, to, ACK), numbers[told + bogusNumbers.ack]!);
  }
  to = putUnsigned(buffer, putBytes(buffer, to, WIN), numbers[told + bogusNumbers.window]!);
  to = putDecimal(buffer, putBytes(buffer, to, BOGUS), header.hdr_len.read(bytes, tape.start(at)));
  return putBytes(buffer, to, AT_LEAST);
}

/** Marks bytes that wait for more; the message's first line, where it is known, says more than TCP could. */
function segment(frame: Frame, value: number, info: Info): void {
  if (value > WAITING) info.set().text(frame.texts[value - WAITING - 1]!);
  info.put(info.isEmpty ? SEGMENT.subarray(1) : SEGMENT);
}

/** Writes what there is of length and options of a segment whose header, in row `at`, may be cut or wrong. */
function cut(frame: Frame, at: number, known: number, { buffer }: Info, to: number): number {
  const { tape } = frame;
  const bytes = frame.bytesOf(at);
  if (!frame.holds(at, header.urgent_pointer)) return to;
  const length = frame.numbers[frame.tape.value(known) + found.len.slot]!;
  let end = Number.isNaN(length) ? to : putDecimal(buffer, putBytes(buffer, to, LEN), length);
  const options = wholeOptions(tape, at + 1, known);
  for (let i = at + 1; i < options; i++) end = option(tape, i, bytes, buffer, end);
  return end;
}

/** The first of rows `from..to` that was cut short, or `to`. */
function wholeOptions(tape: Tape, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { size } = tape.nodes[i] as LayoutNode;
    if (size > tape.end(i) - tape.start(i)) return i;
  }
  return to;
}

/** Writes the option in row `row` at `to`. */
function option(tape: Tape, row: number, bytes: Uint8Array, buffer: Uint8Array, to: number): number {
  const node = tape.nodes[row];
  const start = tape.start(row);
  if (node === timestamps.$node) {
    const at = putUnsigned(buffer, putBytes(buffer, to, TSVAL), bigAt(bytes, start + 2, 4));
    return putUnsigned(buffer, putBytes(buffer, at, TSECR), bigAt(bytes, start + 6, 4));
  }
  if (node === segmentSize.$node) return putDecimal(buffer, putBytes(buffer, to, MSS), bigAt(bytes, start + 2, 2));
  if (node === windowScale.$node) {
    return putDecimal(buffer, putBytes(buffer, to, WS), 1 << Math.min(bytes[start + 2]!, MAX_SHIFT));
  }
  if (node === sackPermitted.$node) return putBytes(buffer, to, SACK_PERM);
  if (node === list["options.md5.digest"]) return putBytes(buffer, to, MD5);
  if (node === list["options.tfo.cookie"]) return putBytes(buffer, to, COOKIE);
  if (node === list["options.tfo.request"]) return putBytes(buffer, to, COOKIE_REQUEST);
  if (node !== sackBlock.$node && node !== duplicateBlock.$node) return to;
  const base = tape.value(row);
  const at = putUnsigned(buffer, putBytes(buffer, to, SLE), (bigAt(bytes, start, 4) - base) >>> 0);
  return putUnsigned(buffer, putBytes(buffer, at, SRE), (bigAt(bytes, start + 4, 4) - base) >>> 0);
}
