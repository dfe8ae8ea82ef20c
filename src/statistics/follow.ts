import { parseIpv4, parseIpv6 } from "../core/addresses.ts";
import type { Frame } from "../core/frame.ts";
import { numberOf } from "../core/value.ts";
import type { ByteWriter } from "../core/writer.ts";
import { Direction } from "./direction.ts";
import { addressOf, END_WORDS, Ends, endOf, kinds, portOf } from "./ends.ts";
import { FieldValues, StatisticError, type Tools } from "./statistic.ts";
import { type StreamMode, StreamWriter, streamModes } from "./stream-writer.ts";

/** The part of all memory for bytes that wait for those before them, in each direction. */
const SHARE = 1 / 8;
const SYN = 2;

/** What `-z follow,` may be followed by. */
export const followUsage = "tcp|udp,ascii|hex|raw,STREAM or ADDRESS:PORT,ADDRESS:PORT";

/** Prints what the two ends of one conversation said to each other, in the order of the stream, while it is read. */
export class FollowSink {
  private readonly title: string;
  private readonly ends: Ends;
  private readonly payloads: FieldValues;
  private readonly segments: SegmentValues | undefined;
  /** The number of the stream, or its ends, either way round. */
  private readonly wanted: number | readonly Int32Array[];
  private readonly writer: StreamWriter;
  private readonly sides: readonly Direction[];
  /** The ends of the layer that is looked at, and those of the first one. */
  private readonly pair = new Int32Array(2 * END_WORDS);
  private first: Int32Array | undefined;

  /**
   * `argument` is what is followed, and how: `tcp,ascii,0`, the number of the stream, or its ends:
   * `udp,hex,10.0.0.1:53,10.0.0.2:4000`. Throws {@link StatisticError}.
   */
  constructor(out: ByteWriter, argument: string, tools: Tools) {
    const [name = "", mode = "", ...which] = argument.split(",").map((part) => part.trim());
    const kind = kinds.find((known) => known.name === name && known.stream !== undefined);
    const wanted = wantedBy(which);
    if (kind === undefined || wanted === undefined || !(streamModes as readonly string[]).includes(mode))
      throw new StatisticError(`follow,${argument}: follow,${followUsage} is needed`);
    this.title = `${name},${mode}`;
    this.ends = new Ends(kind, tools);
    this.payloads = new FieldValues(tools, `${name}.payload`);
    this.segments = name === "tcp" ? new SegmentValues(tools) : undefined;
    this.wanted = wanted;
    this.writer = new StreamWriter(out, mode as StreamMode);
    this.sides = [0, 1].map((side) => {
      const print = (bytes: Uint8Array, start: number, end: number, missing: number) => {
        if (missing > 0) this.writer.gap(side, missing);
        this.writer.chunk(side, bytes, start, end);
      };
      return new Direction(tools.memory.share(SHARE), print);
    });
  }

  /** Takes one frame in, and prints what it adds to the stream. */
  frame(frame: Frame): void {
    const { ends, pair } = this;
    for (let i = 0, count = ends.load(frame); i < count; i++) {
      if (!ends.put(frame, i, pair, 0, END_WORDS) || !this.isWanted(frame, i)) continue;
      if (this.first === undefined) this.begin();
      this.follow(frame, ends.layer(i), this.first!.every((word, at) => word === pair[at]) ? 0 : 1);
    }
  }

  /** Prints what waited for bytes that never came. Throws {@link StatisticError} where there was no such stream. */
  end(): void {
    if (this.first === undefined) throw new StatisticError(`follow,${this.title}: there is no ${this.filter()}`);
    for (const side of this.sides) side.finish();
    this.writer.end();
  }

  private isWanted(frame: Frame, i: number): boolean {
    const { wanted, pair } = this;
    if (typeof wanted === "number") return this.ends.stream(frame, i) === wanted;
    return wanted.some((ends) => ends.every((word, at) => word === pair[at]));
  }

  private begin(): void {
    this.first = this.pair.slice();
    this.writer.begin(this.title, this.filter(), [nameOf(this.first, 0), nameOf(this.first, END_WORDS)]);
  }

  private filter(): string {
    const { wanted } = this;
    if (typeof wanted === "number") return `${this.ends.kind.stream} eq ${wanted}`;
    const [ends] = wanted as [Int32Array];
    return `${this.ends.kind.name} between ${nameOf(ends, 0)} and ${nameOf(ends, END_WORDS)}`;
  }

  /** Takes the payload of the layer at row `layer`, which `side` sent. */
  private follow(frame: Frame, layer: number, side: number): void {
    const { payloads, segments, sides } = this;
    payloads.load(frame);
    const i = payloads.inside(layer);
    const { rows } = payloads;
    if (segments === undefined) {
      if (i >= 0) this.writer.chunk(side, frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]!);
      return;
    }
    if (!segments.load(frame, layer)) return;
    // A SYN counts as a byte in front of what comes with it (RFC 9293 section 3.4).
    const seq = segments.seq + (segments.flags & SYN ? 1 : 0);
    if (segments.flags & SYN) sides[side]!.begin(seq);
    sides[1 - side]!.acknowledge(segments.ack);
    if (i >= 0) sides[side]!.add(seq, frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]!);
  }
}

/** What orders a segment in its stream. */
class SegmentValues {
  seq = 0;
  ack = 0;
  flags = 0;
  private readonly values: readonly FieldValues[];

  constructor(tools: Tools) {
    this.values = ["tcp.seq_raw", "tcp.ack_raw", "tcp.flags"].map((name) => new FieldValues(tools, name));
  }

  /** Looks at the segment at row `layer`; false where its header was cut short. */
  load(frame: Frame, layer: number): boolean {
    const [seq, ack, flags] = this.values.map((values) => {
      values.load(frame);
      const i = values.inside(layer);
      return i < 0 ? undefined : numberOf(frame, values.rows, i);
    });
    if (seq === undefined || ack === undefined || flags === undefined) return false;
    this.seq = seq;
    this.ack = ack;
    this.flags = flags;
    return true;
  }
}

/** The stream's number, or its ends both ways round; undefined where neither is meant. */
function wantedBy(which: readonly string[]): number | Int32Array[] | undefined {
  if (which.length === 1 && /^\d+$/.test(which[0]!)) return Number(which[0]);
  const ends = which.map((text) => {
    const [, host = "", port = ""] = /^\[?([^\]]*)\]?:(\d+)$/.exec(text) ?? [];
    const address = parseIpv4(host) ?? parseIpv6(host);
    return address && endOf(address, Number(port));
  });
  const [a, b] = ends;
  return ends.length === 2 && a && b ? [Int32Array.of(...a, ...b), Int32Array.of(...b, ...a)] : undefined;
}

/** The end at word `from`, as people write it. */
function nameOf(pair: Int32Array, from: number): string {
  const word = (i: number) => pair[from + i]!;
  const address = addressOf(word);
  return `${address.includes(":") ? `[${address}]` : address}:${portOf(word)}`;
}
