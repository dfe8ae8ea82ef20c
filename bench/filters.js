// Compares what our capture filters select with what libpcap's own select, frame by frame and byte by byte:
//   node bench/filters.js FOLDER...      (every capture below the folders, 44 expressions each)
// Prints each difference and a closing count; exit code 1 when there was any. Times are not compared, and frames are cut
// to the file's snaplen, because libpcap does so.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CaptureFilter } from "../dist/capture/bpf.js";
import { loadLibpcap, messageBuffer } from "../dist/capture/libpcap.js";
import { CaptureReader, MemorySource } from "../dist/capture/source.js";

const EXPRESSIONS = [
  "ip",
  "ip6",
  "arp",
  "tcp",
  "udp",
  "icmp",
  "icmp6",
  "not ip",
  "tcp port 80",
  "udp port 53",
  "port 443 or port 80",
  "portrange 1024-2048",
  "src portrange 0-1023",
  "host 10.0.0.1",
  "src host 192.168.1.1 or dst host 192.168.1.1",
  "net 192.168.0.0/16",
  "ip6 net fe80::/10",
  "src net 10.0.0.0/8 and not dst net 10.0.0.0/8",
  "ip host 127.0.0.1",
  "greater 200",
  "less 100",
  "len >= 64 and len < 128",
  "len % 7 = 3",
  "len * 3 - 7 > 1000",
  "len / 3 ^ 5 & 1 != 0",
  "vlan",
  "vlan 100 and tcp",
  "mpls",
  "pppoes and ip",
  "ip multicast",
  "ip6 multicast",
  "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0",
  "tcp[tcpflags] & tcp-syn != 0 and tcp[tcpflags] & tcp-ack = 0",
  "tcp[((tcp[12] & 0xf0) >> 2):4] = 0x47455420",
  "ip[8] < 64",
  "ip[6:2] & 0x1fff != 0",
  "(ip[0] & 0xf) << 2 != 20",
  "icmp[icmptype] = icmp-echo or icmp[icmptype] = icmp-echoreply",
  "udp[4:2] > 100 and udp[8:4] & 0x8000 = 0",
  "ip proto 47 or ip proto 50 or sctp or igmp",
  "ether[12:2] = 0x0800 and ether[0] & 1 = 0",
  "ip6[6] = 58 and ip6[40] = 135",
  "not (port 22 or port 23) and (tcp or udp) and ip",
  "-len < 4294966996 and -(ip[2:2]) >> 3 != 12",
];

const pcap = loadLibpcap();
const library = pcap.koffi.load(process.platform === "darwin" ? "libpcap.A.dylib" : "libpcap.so.0.8");
const openOffline = library.func("pcap_open_offline_with_tstamp_precision", "void *", ["str", "uint", "void *"]);
const NANOSECONDS = 1;

/** The frames that libpcap selects, as savefile records; undefined where it cannot read the file or use the filter. */
function libpcapSelects(path, expression) {
  const handle = openOffline(path, NANOSECONDS, messageBuffer());
  if (handle === null) return undefined;
  const program = Buffer.alloc(16);
  if (pcap.pcap_compile(handle, program, expression, 1, 0) < 0) {
    pcap.pcap_close(handle);
    return undefined;
  }
  pcap.pcap_setfilter(handle, program);
  pcap.pcap_freecode(program);
  const cell = Buffer.alloc(16);
  const stream = pcap.open_memstream(pcap.koffi.address(cell), pcap.koffi.address(cell) + 8n);
  const dumper = pcap.pcap_dump_fopen(handle, stream);
  const complete = pcap.pcap_dispatch(handle, -1, pcap.pcapDump, dumper) >= 0;
  pcap.fflush(stream);
  const bytes = Buffer.alloc(Number(cell.readBigUInt64LE(8)));
  pcap.memcpy(bytes, cell.readBigUInt64LE(0), bytes.length);
  pcap.pcap_dump_close(dumper);
  pcap.free(cell.readBigUInt64LE(0));
  pcap.pcap_close(handle);
  for (let at = 24; at < bytes.length; at += 16 + bytes.readUInt32LE(at + 8)) bytes.fill(0, at, at + 8);
  return complete ? bytes.subarray(24) : undefined;
}

/** The frames that we select, as the same records. */
async function weSelect(path, expression) {
  const reader = new CaptureReader(new MemorySource(readFileSync(path)), path);
  const filter = new CaptureFilter(expression);
  const records = [];
  const frame = {};
  while (await reader.fill()) {
    for (let at = reader.next(frame); at >= 0; at = reader.next(frame)) {
      frame.capturedLength = Math.min(frame.capturedLength, reader.format.snaplen || Number.POSITIVE_INFINITY);
      if (!filter.selects(reader.bytes, at, frame, reader.format.little)) continue;
      const header = Buffer.alloc(16);
      header.writeUInt32LE(frame.capturedLength, 8);
      header.writeUInt32LE(frame.originalLength, 12);
      records.push(header, Buffer.from(reader.bytes.subarray(at, at + frame.capturedLength)));
    }
  }
  return Buffer.concat(records);
}

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);
let [compared, selected, different, refused] = [0, 0, 0, 0];
for (const path of files) {
  for (const expression of EXPRESSIONS) {
    const theirs = libpcapSelects(path, expression);
    if (theirs === undefined) {
      refused++;
      continue;
    }
    const ours = await weSelect(path, expression).catch((error) => error);
    compared++;
    if (theirs.length > 0) selected++;
    if (ours instanceof Error || !ours.equals(theirs)) {
      different++;
      console.log(
        `${path}\t${expression}\t${ours instanceof Error ? ours.message : `${ours.length} bytes, libpcap ${theirs.length}`}`,
      );
    }
  }
}
console.log(
  `${files.length} files, ${EXPRESSIONS.length} expressions: ${compared} compared, ${selected} of them selected frames, ${different} different; libpcap refused ${refused}`,
);
process.exitCode = different > 0 ? 1 : 0;
