import type { Frame } from "../core/frame.ts";
import { type Column, Table } from "../streams/table.ts";
import { END_WORDS, Ends, type Kind, kinds } from "./ends.ts";
import {
  type Cell,
  type Definition,
  filtered,
  type Report,
  type ReportColumn,
  type Statistic,
  secondsText,
  sinceFirst,
  type Tools,
} from "./statistic.ts";

/** Words of a key: both ends, the number of the stream. */
const STREAM = 2 * END_WORDS;
const KEY = STREAM + 1;

/** What is counted of a conversation: from its first sender to the other end, back, and when. */
const FRAMES = 0;
const BYTES = 1;
const BACK = 2;
const BEGAN = 4;
const ENDED = 5;
const COUNTS = 6;

/** Who talked to whom, how much in which direction, and when. */
class ConversationStatistic implements Statistic {
  private readonly ends: Ends;
  private readonly table: Table;
  private readonly counts: Column<Float64Array>;

  constructor(kind: Kind, tools: Tools) {
    this.ends = new Ends(kind, tools);
    this.table = new Table(tools.memory, `${kind.title} conversations`, KEY);
    this.counts = this.table.floats(COUNTS);
  }

  frame(frame: Frame): void {
    const { ends, table } = this;
    const now = sinceFirst(frame);
    for (let i = 0, count = ends.load(frame); i < count; i++) {
      if (!ends.put(frame, i, table.key, 0, END_WORDS)) continue;
      table.key[STREAM] = ends.stream(frame, i);
      const isBack = table.get(KEY) < 0 && this.isAnswer(frame, i);
      const at = table.find(KEY, frame.number) * COUNTS;
      const counts = this.counts.data;
      counts[at + BEGAN] = table.isNew ? now : Math.min(now, counts[at + BEGAN]!);
      counts[at + ENDED] = table.isNew ? now : Math.max(now, counts[at + ENDED]!);
      const way = at + (isBack ? BACK : 0);
      counts[way + FRAMES]!++;
      counts[way + BYTES]! += frame.originalLength;
    }
  }

  /** True where the conversation is known by its other end; the key then says so, too. */
  private isAnswer(frame: Frame, i: number): boolean {
    const { ends, table } = this;
    ends.put(frame, i, table.key, END_WORDS, 0);
    if (table.get(KEY) >= 0) return true;
    ends.put(frame, i, table.key, 0, END_WORDS);
    return false;
  }

  report(): Report {
    const { table, ends } = this;
    const frames = (place: number) => this.count(place, FRAMES) + this.count(place, BACK + FRAMES);
    const places = [...table.places()].sort((a, b) => frames(b) - frames(a));
    return {
      title: `${ends.kind.title} conversations`,
      columns: columnsOf(ends.hasPorts),
      rows: places.map((place) => this.row(place)),
    };
  }

  private row(place: number): Cell[] {
    const { table, ends } = this;
    const end = (from: number) => ends.cells((i) => table.keyWord(place, from + i));
    const count = (what: number) => this.count(place, what);
    return [
      ...end(0),
      ...end(END_WORDS),
      count(FRAMES) + count(BACK + FRAMES),
      count(BYTES) + count(BACK + BYTES),
      count(FRAMES),
      count(BYTES),
      count(BACK + FRAMES),
      count(BACK + BYTES),
      secondsText(count(BEGAN)),
      secondsText(count(ENDED) - count(BEGAN)),
      ...(ends.hasPorts ? [table.keyWord(place, STREAM)] : []),
    ];
  }

  private count(place: number, what: number): number {
    return this.counts.data[place * COUNTS + what]!;
  }
}

function columnsOf(hasPorts: boolean): ReportColumn[] {
  const end = (name: string): ReportColumn[] => [
    { name: `address_${name.toLowerCase()}`, title: `Address ${name}` },
    ...(hasPorts ? [{ name: `port_${name.toLowerCase()}`, title: "Port" }] : []),
  ];
  return [
    ...end("A"),
    ...end("B"),
    { name: "frames", title: "Frames" },
    { name: "bytes", title: "Bytes" },
    { name: "frames_a_to_b", title: "A → B" },
    { name: "bytes_a_to_b", title: "Bytes" },
    { name: "frames_b_to_a", title: "B → A" },
    { name: "bytes_b_to_a", title: "Bytes" },
    { name: "start", title: "Start" },
    { name: "duration", title: "Duration" },
    ...(hasPorts ? [{ name: "stream", title: "Stream" }] : []),
  ];
}

/** `conv,tcp` and its kind: the most frames first; of the same number, who began first. */
export const conversations: readonly Definition[] = kinds.map((kind) => ({
  name: `conv,${kind.name}`,
  takes: "[,filter]",
  about: `${kind.title} conversations`,
  begin: (filter, tools) => filtered(filter, tools, new ConversationStatistic(kind, tools)),
}));
