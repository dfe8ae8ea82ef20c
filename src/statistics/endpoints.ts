import type { Frame } from "../core/frame.ts";
import { type Column, Table } from "../streams/table.ts";
import { END_WORDS, Ends, type Kind, kinds } from "./ends.ts";
import { type Definition, filtered, type Report, type Statistic, type Tools } from "./statistic.ts";

/** What is counted of an end: what it sent, what it received. */
const SENT = 0;
const RECEIVED = 2;
/** Behind either: how many bytes. */
const BYTES = 1;
const COUNTS = 4;

/** Who sent and received how much. */
class EndpointStatistic implements Statistic {
  private readonly ends: Ends;
  private readonly table: Table;
  private readonly counts: Column<Float64Array>;
  private readonly pair = new Int32Array(2 * END_WORDS);

  constructor(kind: Kind, tools: Tools) {
    this.ends = new Ends(kind, tools);
    this.table = new Table(tools.memory, `${kind.title} endpoints`, END_WORDS);
    this.counts = this.table.floats(COUNTS);
  }

  frame(frame: Frame): void {
    const { ends, pair } = this;
    for (let i = 0, count = ends.load(frame); i < count; i++) {
      if (!ends.put(frame, i, pair, 0, END_WORDS)) continue;
      this.add(frame, 0, SENT);
      this.add(frame, END_WORDS, RECEIVED);
    }
  }

  private add(frame: Frame, from: number, what: number): void {
    const { table, pair } = this;
    for (let i = 0; i < END_WORDS; i++) table.key[i] = pair[from + i]!;
    const at = table.find(END_WORDS, frame.number) * COUNTS + what;
    const counts = this.counts.data;
    counts[at]!++;
    counts[at + BYTES]! += frame.originalLength;
  }

  report(): Report {
    const { table, ends } = this;
    const counts = this.counts.data;
    const count = (place: number, what: number) => counts[place * COUNTS + what]!;
    const frames = (place: number) => count(place, SENT) + count(place, RECEIVED);
    return {
      title: `${ends.kind.title} endpoints`,
      columns: [
        { name: "address", title: "Address" },
        ...(ends.hasPorts ? [{ name: "port", title: "Port" }] : []),
        { name: "frames", title: "Frames" },
        { name: "bytes", title: "Bytes" },
        { name: "frames_sent", title: "Sent" },
        { name: "bytes_sent", title: "Bytes" },
        { name: "frames_received", title: "Received" },
        { name: "bytes_received", title: "Bytes" },
      ],
      rows: [...table.places()]
        .sort((a, b) => frames(b) - frames(a))
        .map((place) => [
          ...ends.cells((i) => table.keyWord(place, i)),
          frames(place),
          count(place, SENT + BYTES) + count(place, RECEIVED + BYTES),
          count(place, SENT),
          count(place, SENT + BYTES),
          count(place, RECEIVED),
          count(place, RECEIVED + BYTES),
        ]),
    };
  }
}

/** `endpoints,tcp` and its kind: the most frames first; of the same number, who was seen first. */
export const endpoints: readonly Definition[] = kinds.map((kind) => ({
  name: `endpoints,${kind.name}`,
  takes: "[,filter]",
  about: `${kind.title} endpoints`,
  begin: (filter, tools) => filtered(filter, tools, new EndpointStatistic(kind, tools)),
}));
