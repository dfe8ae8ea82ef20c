import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { found, header, reassembly } from "./header.ts";
import { sackBlock, sackPermitted, segmentSize, timestamps, windowScale } from "./options.ts";

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const ACK = ascii(" Ack=");
const WIN = ascii(" Win=");
const LEN = ascii(" Len=");
const MSS = ascii(" MSS=");
const WS = ascii(" WS=");
const SACK_PERM = ascii(" SACK_PERM");
const TSVAL = ascii(" TSval=");
const TSECR = ascii(" TSecr=");
const SLE = ascii(" SLE=");
const SRE = ascii(" SRE=");
const SEGMENT = ascii(" [TCP segment of a reassembled PDU]");
const NAMES = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"];
/** " [PSH, ACK] Seq=" for every set of flags. */
const FLAGS = Array.from({ length: 512 }, (_, flags) => {
  const set = NAMES.filter((_, i) => flags & (1 << i));
  return ascii(` [${set.length > 0 ? set.join(", ") : "<None>"}] Seq=`);
});

/** Writes `50153 → 80 [SYN] Seq=0 Win=65535 Len=0 MSS=1460 ...`. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape, numbers } = frame;
  const at = row + 1;
  const last = tape.layerEnd(row);
  if (last <= at || !frame.holds(at, header.urgent_pointer)) return;
  const known = frame.find(row, found);
  if (known < 0) return;
  const base = tape.value(known);
  const bytes = frame.bytesOf(at);
  const start = tape.start(at);
  const flags = header.flags.read(bytes, start);
  info.set().decimal(header.srcport.read(bytes, start)).put(ARROW).decimal(header.dstport.read(bytes, start));
  info.put(FLAGS[flags & 511]!).decimal(numbers[base + found.seq.slot]!);
  if (flags & 16) info.put(ACK).decimal(numbers[base + found.ack.slot]!);
  info.put(WIN).decimal(numbers[base + found.window_size.slot]!);
  info.put(LEN).decimal(numbers[base + found.len.slot]!);
  for (let i = at + 1; i < known; i++) option(frame, i, info);
  for (let i = known + 1; i < last; i++) if (tape.nodes[i] === reassembly.segment_data) info.put(SEGMENT);
}

function option(frame: Frame, row: number, info: Info): void {
  const node = frame.tape.nodes[row]!;
  if (node === timestamps.$node) {
    info.put(TSVAL).decimal(frame.get(row, timestamps["options.timestamp.tsval"]));
    info.put(TSECR).decimal(frame.get(row, timestamps["options.timestamp.tsecr"]));
  } else if (node === segmentSize.$node) info.put(MSS).decimal(frame.get(row, segmentSize["options.mss_val"]));
  else if (node === windowScale.$node) info.put(WS).decimal(1 << frame.get(row, windowScale["options.wscale.shift"]));
  else if (node === sackPermitted.$node) info.put(SACK_PERM);
  else if (node === sackBlock.$node) {
    info.put(SLE).decimal(frame.get(row, sackBlock["options.sack_le"]));
    info.put(SRE).decimal(frame.get(row, sackBlock["options.sack_re"]));
  }
}
