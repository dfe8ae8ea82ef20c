import type { Field, Time } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import type { NameEntry } from "../core/registry.ts";
import { valueOf } from "../core/value.ts";
import { splitAtCommas } from "./split.ts";
import {
  type Cell,
  type Definition,
  FieldValues,
  NANOS,
  type Report,
  type ReportColumn,
  type Statistic,
  StatisticError,
  secondsText,
  sinceFirst,
  type Tools,
} from "./statistic.ts";

/** With more intervals than this, those without any frame are left out. */
const MOST_ROWS = 100_000;

/** What is kept of an interval, for each column: how many, their sum, the least and the most. */
const COUNT = 0;
const SUM = 1;
const MIN = 2;
const MAX = 3;
const STATE = 4;

/** What is told of the values of a field. */
const calculations = {
  COUNT: (state: Float64Array, at: number) => state[at + COUNT]!,
  SUM: (state: Float64Array, at: number) => state[at + SUM]!,
  MIN: (state: Float64Array, at: number) => state[at + MIN]!,
  MAX: (state: Float64Array, at: number) => state[at + MAX]!,
  AVG: (state: Float64Array, at: number) => state[at + SUM]! / state[at + COUNT]!,
} as const;
type Calculation = keyof typeof calculations;

const numeric: readonly Field["type"][] = ["uint", "int", "frame", "double", "duration"];

/** A column: the frames that pass a filter, or what their values of a field amount to. */
interface Measure {
  readonly title: string;
  readonly passes: (frame: Frame) => boolean;
  readonly values?: FieldValues;
  readonly calculation?: Calculation;
  /** The values are seconds. */
  readonly isTime?: boolean;
}

/** How much there was in each interval of time. */
class IoStatistic implements Statistic {
  /** Nanoseconds; 0: one interval for all. */
  private readonly interval: number;
  private readonly measures: readonly Measure[];
  private readonly intervals = new Map<number, Float64Array>();
  private last = 0;

  constructor(interval: number, measures: readonly Measure[]) {
    this.interval = interval;
    this.measures = measures;
  }

  frame(frame: Frame): void {
    const { measures } = this;
    const now = sinceFirst(frame);
    this.last = Math.max(this.last, now);
    const state = this.stateAt(this.interval === 0 ? 0 : Math.floor(now / this.interval));
    for (let i = 0; i < measures.length; i++) {
      const { passes, values } = measures[i]!;
      if (!passes(frame)) continue;
      if (values === undefined) add(state, i * STATE, frame.originalLength);
      else for (let j = 0, count = values.load(frame); j < count; j++) add(state, i * STATE, amount(frame, values, j));
    }
  }

  private stateAt(index: number): Float64Array {
    let state = this.intervals.get(index);
    if (state === undefined) {
      state = new Float64Array(this.measures.length * STATE);
      this.intervals.set(index, state);
    }
    return state;
  }

  report(): Report {
    const { intervals, interval, measures } = this;
    const known = [...intervals.keys()].sort((a, b) => a - b);
    const first = known[0] ?? 0;
    const count = (known.at(-1) ?? -1) - first + 1;
    const indexes = count > MOST_ROWS ? known : Array.from({ length: count }, (_, i) => first + i);
    const none = new Float64Array(measures.length * STATE);
    return {
      title: `Frames over time, ${interval === 0 ? "all at once" : `every ${interval / NANOS} s`}`,
      columns: [{ name: "from", title: "From" }, { name: "to", title: "To" }, ...measures.flatMap(columnsOf)],
      rows: indexes.map((index) => {
        const state = intervals.get(index) ?? none;
        const to = interval === 0 ? this.last : (index + 1) * interval;
        return [
          secondsText(index * interval),
          secondsText(Math.min(to, this.last)),
          ...measures.flatMap((measure, i) => cellsOf(measure, state, i * STATE)),
        ];
      }),
    };
  }
}

function add(state: Float64Array, at: number, value: number): void {
  const isFirst = state[at + COUNT]!++ === 0;
  state[at + SUM]! += value;
  state[at + MIN] = isFirst ? value : Math.min(state[at + MIN]!, value);
  state[at + MAX] = isFirst ? value : Math.max(state[at + MAX]!, value);
}

/** Value `i` as a number; times in nanoseconds; 0 for what can only be counted. */
function amount(frame: Frame, { rows }: FieldValues, i: number): number {
  if (!numeric.includes((rows.nodes[i] as Field).type)) return 0;
  const value = valueOf(frame, rows, i) as number | bigint | Time;
  return typeof value === "object" ? value.seconds * NANOS + value.nanoseconds : Number(value);
}

function columnsOf({ title, values }: Measure): ReportColumn[] {
  if (values !== undefined) return [{ name: title, title }];
  const suffix = title === "" ? "" : ` ${title}`;
  return [
    { name: `frames${suffix}`, title: `Frames${suffix}` },
    { name: `bytes${suffix}`, title: "Bytes" },
  ];
}

function cellsOf({ calculation, isTime }: Measure, state: Float64Array, at: number): Cell[] {
  if (calculation === undefined) return [state[at + COUNT], state[at + SUM]];
  if (calculation !== "COUNT" && state[at + COUNT] === 0) return [undefined];
  const value = calculations[calculation](state, at);
  if (isTime && calculation !== "COUNT") return [secondsText(Math.round(value))];
  return [calculation === "AVG" ? Number(value.toFixed(6)) : value];
}

const CALCULATION = /^([A-Za-z]+)\(\s*([\w.-]+)\s*\)(.*)$/s;

/** The column that `text` asks for: a display filter, or `SUM(tcp.len)tcp.port==80`. */
function measureOf(text: string, tools: Tools): Measure {
  const [, word = "", name = "", filter = ""] = CALCULATION.exec(text) ?? [];
  const calculation = word.toUpperCase();
  if (!Object.hasOwn(calculations, calculation)) {
    if (word !== "" && word === calculation && tools.registry.find(word) === undefined)
      throw new StatisticError(`${word}(${name}): there is ${Object.keys(calculations).join(", ")}`);
    return { title: text, passes: tools.filter(text) };
  }
  const entry = tools.registry.find(name);
  if (entry === undefined || entry.origins.length === 0) throw new StatisticError(`${text}: ${name} is no field`);
  if (calculation !== "COUNT" && !isNumeric(entry))
    throw new StatisticError(`${text}: ${name} is no number: it can only be counted`);
  return {
    title: text,
    passes: tools.filter(filter),
    values: new FieldValues(tools, name),
    calculation: calculation as Calculation,
    isTime: entry.origins[0]!.field.type === "duration",
  };
}

function isNumeric({ origins }: NameEntry): boolean {
  return origins.every(({ field }) => numeric.includes(field.type));
}

/** `io,stat,INTERVAL`: frames and bytes, or columns of its own for each filter or calculation that follows. */
export const io: readonly Definition[] = [
  {
    name: "io,stat",
    takes: ",seconds[,filter or SUM(field)filter]...",
    about: "frames and bytes over time; COUNT SUM MIN MAX AVG of a field",
    begin(argument, tools) {
      const [seconds = "", ...columns] = splitAtCommas(argument);
      const interval = Math.round(Number(seconds) * NANOS);
      if (!/^\d*\.?\d+$/.test(seconds) || (interval === 0 && Number(seconds) !== 0))
        throw new StatisticError(`io,stat,${seconds}: a number of seconds is needed, 0 for one interval`);
      const measures = columns.filter(Boolean).map((text) => measureOf(text, tools));
      return new IoStatistic(interval, measures.length > 0 ? measures : [{ title: "", passes: () => true }]);
    },
  },
];
