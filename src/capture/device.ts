import { Program } from "./bpf.ts";
import { noSuchDevice } from "./devices.ts";
import { type Libpcap, LiveError, messageBuffer, messageText, type Pointer } from "./libpcap.ts";
import { PcapFormat } from "./pcap.ts";
import { Queue } from "./queue.ts";
import type { CaptureHeader } from "./records.ts";

/** libpcap's error numbers (pcap/pcap.h). */
const ERROR = -1;
const NO_SUCH_DEVICE = -5;
const NO_MONITOR_MODE = -6;
const NO_PERMISSION = -8;
const NO_PROMISCUOUS_PERMISSION = -11;

const NANOSECONDS = 1;
const DIRECTIONS = { inout: 0, in: 1, out: 2 } as const;
/** Frames between two looks at libpcap's counters, which have 32 bits. */
const SAMPLE = 2 ** 30;
/** Linux's device of all interfaces, and the link type that keeps the interface's number (LINKTYPE_LINUX_SLL2). */
export const ANY = "any";
const SLL = 113;
const SLL2 = 276;

/** How long the kernel may keep frames back to hand them over together, milliseconds. */
export const READ_TIMEOUT = 100;

/** How a device is opened. */
export interface DeviceOptions {
  /** Capture filter, in pcap-filter(7)'s language. */
  filter?: string;
  /** Bytes kept of each frame; default 262144. */
  snaplen?: number;
  /** Also frames for others, where the device can; default true. */
  promiscuous?: boolean;
  /** Kernel's buffer a device, MiB; default 16. */
  bufferMiB?: number;
  /** 802.11 monitor mode. */
  monitor?: boolean;
  /** Link type by name, one that the device offers: `EN10MB`. */
  linkType?: string;
  /** Frames that came in, went out, or both (default). */
  direction?: "in" | "out" | "inout";
  /** Who stamps frames: `host`, `adapter` and others, as pcap-tstamp(7) names them. */
  timestampType?: string;
}

/** What became of a capture's frames. */
export interface Counts {
  /** Frames handed over. */
  captured: number;
  /** Frames that passed the capture filter; `dropped` ones are counted in. */
  received: number;
  /** Frames lost because the buffer was full. */
  dropped: number;
  /** Frames the network interface or its driver lost. */
  droppedByInterface: number;
  /** Frames that were handed over and given up, because whoever reads them was behind. */
  shed: number;
}

/** One open capture device. Its frames come as savefile records (draft-ietf-opsawg-pcap), stamped in nanoseconds. */
export class Device {
  readonly name: string;
  /** What libpcap remarked when the device was opened. */
  readonly warnings: readonly string[];
  /** Link type as libpcap names and describes it: `EN10MB (Ethernet)`. */
  readonly linkType: string;
  /** Becomes readable when frames are there. */
  readonly descriptor: number;
  /** A savefile: its header, then the records of the frames that were taken. */
  readonly queue = new Queue();
  /** What went wrong while capturing; no more frames come. */
  failure: string | undefined;
  /** What its savefile header says. */
  readonly header: CaptureHeader;
  readonly counts: Counts = { captured: 0, received: 0, dropped: 0, droppedByInterface: 0, shed: 0 };
  private readonly pcap: Libpcap;
  private readonly sink: Sink;
  private readonly last = new Uint32Array(3);
  private sampleAt = SAMPLE;
  private handle: Pointer | null;

  private constructor(pcap: Libpcap, name: string, handle: Pointer, warnings: string[]) {
    this.pcap = pcap;
    this.name = name;
    this.warnings = warnings;
    this.handle = handle;
    this.linkType = linkTypeText(pcap, pcap.pcap_datalink(handle));
    this.descriptor = pcap.pcap_get_selectable_fd(handle);
    this.sink = new Sink(pcap, handle);
    this.sink.moveTo(this.queue);
    this.header = PcapFormat.open(this.queue.bytes, this.queue.from)!;
  }

  /** Opens `name` for capturing. Throws {@link LiveError}. */
  static open(pcap: Libpcap, name: string, options: DeviceOptions): Device {
    const message = messageBuffer();
    const handle = pcap.pcap_create(name, message);
    if (handle === null) throw new LiveError("device", `${name}: ${messageText(message)}`);
    try {
      return new Device(pcap, name, handle, activate(pcap, name, handle, options));
    } catch (error) {
      pcap.pcap_close(handle);
      throw error;
    }
  }

  /** Moves what the kernel has, at most `limit` frames, to the queue, without waiting; returns how many. */
  take(limit: number): number {
    if (this.handle === null || this.failure !== undefined) return 0;
    const count = this.pcap.pcap_dispatch(this.handle, limit, this.pcap.pcapDump, this.sink.dumper);
    if (count === ERROR) this.failure = this.pcap.pcap_geterr(this.handle);
    if (count !== 0) this.sink.moveTo(this.queue);
    if (count <= 0) return 0;
    this.counts.captured += count;
    if (this.counts.captured >= this.sampleAt) this.sample();
    return count;
  }

  /** The link types it can be set to, as libpcap names and describes them. */
  get linkTypes(): string[] {
    const { pcap } = this;
    return this.list(pcap.pcap_list_datalinks, pcap.pcap_free_datalinks).map((dlt) => linkTypeText(pcap, dlt));
  }

  /** Who can stamp its frames, in the same way. */
  get timestampTypes(): string[] {
    const { pcap } = this;
    return this.list(pcap.pcap_list_tstamp_types, pcap.pcap_free_tstamp_types).map(
      (type) => `${pcap.pcap_tstamp_type_val_to_name(type)} (${pcap.pcap_tstamp_type_val_to_description(type)})`,
    );
  }

  private list(ask: Libpcap["pcap_list_datalinks"], free: Libpcap["pcap_free_datalinks"]): number[] {
    const cell = Buffer.alloc(8);
    const count = this.handle === null ? 0 : ask(this.handle, cell);
    if (count <= 0) return [];
    const first = cell.readBigUInt64LE(0);
    const values = Buffer.alloc(4 * count);
    this.pcap.memcpy(values, first, values.length);
    free(first);
    return Array.from({ length: count }, (_, i) => values.readInt32LE(4 * i));
  }

  /** Brings `counts` up to date. */
  sample(): void {
    this.sampleAt = this.counts.captured + SAMPLE;
    if (this.handle === null) return;
    const now = new Uint32Array(3);
    if (this.pcap.pcap_stats(this.handle, new Uint8Array(now.buffer)) < 0) return;
    const { counts, last } = this;
    counts.received += (now[0]! - last[0]!) >>> 0;
    counts.dropped += (now[1]! - last[1]!) >>> 0;
    counts.droppedByInterface += (now[2]! - last[2]!) >>> 0;
    last.set(now);
  }

  /** Closes the device; `counts` stay. */
  close(): void {
    if (this.handle === null) return;
    this.sample();
    this.sink.close();
    this.pcap.pcap_close(this.handle);
    this.handle = null;
  }
}

const linkTypeText = (pcap: Libpcap, dlt: number): string =>
  `${pcap.pcap_datalink_val_to_name(dlt)} (${pcap.pcap_datalink_val_to_description(dlt)})`;

/** A C stream in memory that libpcap writes savefile records to. */
class Sink {
  /** pcap_dumper_t. */
  readonly dumper: Pointer;
  private readonly pcap: Libpcap;
  private readonly stream: Pointer;
  /** Where open_memstream says what it holds: address and size. */
  private readonly cell = Buffer.alloc(16);

  constructor(pcap: Libpcap, handle: Pointer) {
    this.pcap = pcap;
    const address = pcap.koffi.address(this.cell);
    const stream = pcap.open_memstream(address, address + 8n);
    const dumper = stream === null ? null : pcap.pcap_dump_fopen(handle, stream);
    if (stream === null || dumper === null) throw new LiveError("device", pcap.pcap_geterr(handle));
    this.stream = stream;
    this.dumper = dumper;
  }

  /** Moves what was written to the end of a queue. */
  moveTo(queue: Queue): void {
    const { pcap, cell } = this;
    pcap.fflush(this.stream);
    const address = cell.readBigUInt64LE(0);
    const size = Number(cell.readBigUInt64LE(8));
    queue.reserve(size);
    pcap.memcpy(queue.bytes.subarray(queue.to), address, size);
    queue.to += size;
    pcap.rewind(this.stream);
  }

  close(): void {
    this.pcap.pcap_dump_close(this.dumper);
    this.pcap.free(this.cell.readBigUInt64LE(0));
  }
}

/** Sets the handle up and starts it, in the order libpcap needs; returns its warnings. */
function activate(pcap: Libpcap, name: string, handle: Pointer, options: DeviceOptions): string[] {
  const promiscuous = (options.promiscuous ?? true) && name !== ANY;
  pcap.pcap_set_snaplen(handle, options.snaplen ?? 262144);
  pcap.pcap_set_promisc(handle, promiscuous ? 1 : 0);
  pcap.pcap_set_timeout(handle, READ_TIMEOUT);
  pcap.pcap_set_buffer_size(handle, (options.bufferMiB ?? 16) << 20);
  pcap.pcap_set_tstamp_precision(handle, NANOSECONDS);
  if (options.monitor) check(pcap, name, handle, pcap.pcap_set_rfmon(handle, 1));
  if (options.timestampType !== undefined) setTimestampType(pcap, name, handle, options.timestampType);
  const status = pcap.pcap_activate(handle);
  check(pcap, name, handle, status);
  setLinkType(pcap, name, handle, options.linkType);
  if (options.direction !== undefined)
    check(pcap, name, handle, pcap.pcap_setdirection(handle, DIRECTIONS[options.direction]));
  if (options.filter) setFilter(pcap, name, handle, options.filter);
  check(pcap, name, handle, pcap.pcap_setnonblock(handle, 1, messageBuffer()));
  return status > 0 ? [`${name}: ${explanation(pcap, handle, status)}`] : [];
}

function explanation(pcap: Libpcap, handle: Pointer, status: number): string {
  const general = pcap.pcap_statustostr(status);
  const detail = pcap.pcap_geterr(handle);
  if (status === ERROR) return detail;
  return detail === "" || detail === general ? general : `${general} (${detail})`;
}

function check(pcap: Libpcap, name: string, handle: Pointer, status: number): void {
  if (status >= 0) return;
  if (status === NO_SUCH_DEVICE) throw noSuchDevice(pcap, name);
  if (status === NO_PERMISSION || status === NO_PROMISCUOUS_PERMISSION) {
    throw new LiveError(
      "permission",
      `${name}: no permission to capture (${pcap.pcap_geterr(handle)}). Run with sudo ` +
        "(privileges are dropped once the device is open), or grant CAP_NET_RAW. Reading files with -r needs no privileges.",
    );
  }
  if (status === NO_MONITOR_MODE) throw new LiveError("device", `${name}: has no monitor mode`);
  throw new LiveError("device", `${name}: ${explanation(pcap, handle, status)}`);
}

function setTimestampType(pcap: Libpcap, name: string, handle: Pointer, type: string): void {
  const value = pcap.pcap_tstamp_type_name_to_val(type);
  if (value < 0) throw new LiveError("device", `${name}: ${type}: no such time stamp type; -L lists those it has`);
  // A warning means that it keeps the type it has.
  if (pcap.pcap_set_tstamp_type(handle, value) !== 0)
    throw new LiveError("device", `${name}: has no time stamps of type ${type}; -L lists those it has`);
}

/** Linux's `any` gives SLL unless asked for SLL2, which keeps the interface's number. */
function setLinkType(pcap: Libpcap, name: string, handle: Pointer, wanted: string | undefined): void {
  if (wanted === undefined) {
    if (pcap.pcap_datalink(handle) === SLL && name === ANY) pcap.pcap_set_datalink(handle, SLL2);
    return;
  }
  const value = pcap.pcap_datalink_name_to_val(wanted);
  if (value < 0) throw new LiveError("device", `${name}: ${wanted}: no such link type`);
  if (pcap.pcap_set_datalink(handle, value) < 0) throw new LiveError("device", `${name}: ${pcap.pcap_geterr(handle)}`);
}

function setFilter(pcap: Libpcap, name: string, handle: Pointer, filter: string): void {
  const network = Buffer.alloc(4);
  const mask = Buffer.alloc(4);
  if (pcap.pcap_lookupnet(name, network, mask, messageBuffer()) < 0) mask.fill(0);
  const program = new Program(pcap, handle, filter, mask.readUInt32LE(0));
  const status = pcap.pcap_setfilter(handle, program.memory);
  program.free();
  check(pcap, name, handle, status);
}
