import type { Cursor } from "../core/cursor.ts";
import { putBytes } from "../core/encode.ts";
import { bytes, computed, duration, none, number, type Reading, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout, numbers } from "../core/layout.ts";
import type { Memory } from "../core/memory.ts";
import { preferences, type Settings, toggle } from "../core/preference.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import { ascii, type Info } from "../core/writer.ts";
import { Conversations } from "../streams/conversations.ts";
import { StreamTimes } from "../streams/times.ts";
import { INCOMPLETE, pseudoSum, statusNames, UNVERIFIED, verdict, verify, WRONG } from "./shared/checksum.ts";
import { putPort } from "./shared/names.ts";

const ports = table("udp.port");
const PROTOCOL = 17;
const SIZE = 8;
/** Bytes of the two ports. */
const PORTS = 4;
const CHECKSUM = 6;
/** Values of checksum.status for a checksum of 0: none was sent, which IPv6 forbids (RFC 8200 section 8.1). */
const NOT_PRESENT = 3;
const ILLEGAL = 4;
const IPV6_ADDRESS = 16;
/** The least length that needs a jumbogram. */
const JUMBO = 65536;

function statusOf({ bytes: b, start, frame, value }: Reading): number | undefined {
  if (value !== 0) return undefined;
  if (b[start + CHECKSUM] !== 0 || b[start + CHECKSUM + 1] !== 0) return UNVERIFIED;
  return (frame as Frame).addressSize === IPV6_ADDRESS ? ILLEGAL : NOT_PRESENT;
}

/**  0      7 8     15 16    23 24    31
 *  +--------+--------+--------+--------+
 *  |   Source Port   | Destination Port|
 *  |     Length      |    Checksum     |   RFC 768
 *  +--------+--------+--------+--------+ */
const header = layout("udp", SIZE, {
  srcport: u16(0, "Source Port", { also: "udp.port", service: "udp" }),
  dstport: u16(2, "Destination Port", { also: "udp.port", service: "udp" }),
  length: u16(4, "Length", { unit: "bytes" }),
  checksum: u16(CHECKSUM, "Checksum", { show: "hex" }),
  "checksum.status": computed("uint", "Checksum Status", statusOf, { names: { ...statusNames, [ILLEGAL]: "Illegal" } }),
});

/** What the conversation tells about a datagram. */
const found = numbers("udp", {
  stream: number("Stream index"),
  time_relative: duration("Time since first frame"),
  time_delta: duration("Time since previous frame"),
});

const free = fields("udp", {
  payload: bytes("Payload"),
  "length.bad": none("Bad length value"),
  "length.bad_zero": none("Length is zero but payload < 65536"),
  "checksum.zero": none("Illegal checksum value (0)"),
  possible_traceroute: none("Possible traceroute"),
});

const verified = verdict("udp", CHECKSUM, "checksum.bad");

/** What users may decide about UDP. */
const preferred = preferences("udp", {
  check_checksum: toggle("Verify the checksum", false),
  calculate_timestamps: toggle("Tell the time since the first and the previous frame of the conversation", true),
});

/** The ports traceroute counts through: three probes for each of ten hops. */
const FIRST_TRACED = 33435;
const TRACED = 30;
const isTraced = (port: number) => port >= FIRST_TRACED && port < FIRST_TRACED + TRACED;

const ARROW = Uint8Array.of(32, 0xe2, 0x86, 0x92, 32);
const LENGTH = ascii(" Len=");
/** More than two ports with their names take as text. */
const LONGEST_PORTS = 256;

/** Numbers the conversations of a run, and keeps their times, and what users want to know. */
class UdpStreams {
  readonly conversations: Conversations;
  readonly times: StreamTimes;
  readonly verifies: boolean;
  readonly tellsTime: boolean;

  constructor(memory: Memory, settings: Settings) {
    this.conversations = new Conversations(memory);
    this.times = new StreamTimes(this.conversations);
    this.verifies = settings.get(preferred.check_checksum);
    this.tellsTime = settings.get(preferred.calculate_timestamps);
  }
}

function putFound(
  c: Cursor,
  { conversations, times, tellsTime }: UdpStreams,
  source: number,
  destination: number,
): void {
  const base = c.found(found);
  const { numbers } = c.frame;
  const place = conversations.between(c.frame, source, destination);
  const { isNew } = conversations;
  const stream = conversations.number(place);
  numbers[base + found.stream.slot] = stream;
  c.conversation = stream * 2 + (conversations.forward ? 0 : 1);
  // What is quoted was sent before: it says that the conversation is there, not when it goes on.
  if (!c.isQuoted || isNew) times.note(place, isNew, c.frame);
  if (c.isQuoted || c.left <= 0 || !tellsTime) return;
  numbers[base + found.time_relative.slot] = times.sinceFirst;
  numbers[base + found.time_delta.slot] = times.sinceLast;
}

/** Ends the layer where its length says. False where that is shorter than the header: then nothing else stands up. */
function limit(c: Cursor, at: number): boolean {
  const length = c.get(at, header.length);
  if (length === 0 && c.frame.addressSize === IPV6_ADDRESS) {
    // A jumbogram, whose length IPv6 tells (RFC 2675 section 4).
    if (c.end - at < JUMBO) c.add(free["length.bad_zero"], at + 4, at + CHECKSUM);
    return true;
  }
  const isCut = at + length > c.end && !c.isQuoted && !c.partial;
  if (length < SIZE || isCut) c.add(free["length.bad"], at + 4, at + CHECKSUM);
  return length >= SIZE && c.limit(at + length, header.length);
}

/** Shows what there is of a header that is cut short. The ports stand together; a length too short for it comes first. */
function readCut(c: Cursor): void {
  const { at } = c;
  if (c.captured < PORTS) {
    c.silence();
    c.fault(SIZE);
  } else if (c.captured < CHECKSUM || c.get(at, header.length) >= SIZE) c.place(header);
  else {
    c.span(header, at, c.have);
    limit(c, at);
  }
}

function payloadSize(frame: Frame, row: number): number {
  const data = frame.find(row, free.payload);
  return data < 0 ? 0 : frame.tape.end(data) - frame.tape.start(data);
}

const udp = protocol({
  name: "udp",
  title: "User Datagram Protocol",
  spec: "RFC 768",
  column: "UDP",
  headline: { "Src Port": header.srcport, "Dst Port": header.dstport },
  fields: [header, found, free, verified],
  preferences: preferred,
  on: { "ip.proto": 17 },
  state: (memory, settings) => new UdpStreams(memory, settings),
  dissect(c) {
    if (c.captured < SIZE) return readCut(c);
    const row = c.tape.count;
    const at = c.place(header);
    const packetEnd = c.end;
    if (!limit(c, at)) {
      c.tape.setEnd(row, at + CHECKSUM);
      return;
    }
    if (c.u16(at + CHECKSUM) === 0 && c.frame.addressSize === IPV6_ADDRESS && !c.isQuoted) {
      c.add(free["checksum.zero"], at + CHECKSUM, at + SIZE);
    }
    const source = c.get(at, header.srcport);
    const destination = c.get(at, header.dstport);
    const streams = c.state(udp);
    if (streams.verifies && c.u16(at + CHECKSUM) !== 0) {
      const length = packetEnd - at;
      const isWhole = c.get(at, header.length) <= length && c.end <= c.have;
      verify(c, verified, row, at, c.end, isWhole ? pseudoSum(c, c.end - at, PROTOCOL) : INCOMPLETE);
    }
    putFound(c, streams, source, destination);
    if (isTraced(source) || isTraced(destination)) c.add(free.possible_traceroute, at, at + 4);
    // Wireshark counts what the packet holds past the datagram's length in.
    if (c.captured > 0) c.add(free.payload, c.at, packetEnd);
    if (c.captured > 0) c.nextPort(ports, source, destination);
    else if (!c.isQuoted && at + c.get(at, header.length) > c.at) c.fault(at + c.get(at, header.length) - c.at);
  },
  summary(frame: Frame, row: number, info: Info) {
    const head = frame.find(row, header);
    if (head < 0 || !frame.holds(head, header.dstport)) return;
    info.set().reserve(LONGEST_PORTS);
    const to = putPort(info.buffer, info.at, frame, "udp", frame.get(head, header.srcport));
    info.at = putPort(info.buffer, putBytes(info.buffer, to, ARROW), frame, "udp", frame.get(head, header.dstport));
    if (!frame.holds(head, header.length)) return;
    const length = frame.get(head, header.length);
    const isJumbo = length === 0 && frame.addressSize === IPV6_ADDRESS;
    if (frame.find(row, free["length.bad"]) >= 0) {
      info.text(` [BAD UDP LENGTH ${length} ${length < SIZE ? `< ${SIZE}` : "> IP PAYLOAD LENGTH"}]`);
      if (length < SIZE) return;
    }
    info.put(LENGTH).decimal(isJumbo ? payloadSize(frame, row) : length - SIZE);
    if (frame.tape.value(head) === WRONG) info.text(" [UDP CHECKSUM INCORRECT]");
    if (isJumbo) info.text(" [Jumbogram]");
    if (frame.find(row, free["checksum.zero"]) >= 0) info.text(" [ILLEGAL CHECKSUM (0)]");
  },
});

export default udp;
