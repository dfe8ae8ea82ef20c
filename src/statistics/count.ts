import { unknownName } from "../core/error.ts";
import type { Frame } from "../core/frame.ts";
import { writeValue } from "../core/value.ts";
import { ByteWriter } from "../core/writer.ts";
import { Branch, rowsOf } from "./branch.ts";
import { splitAtCommas } from "./split.ts";
import {
  type Definition,
  FieldValues,
  filtered,
  percent,
  type Report,
  type Statistic,
  StatisticError,
  type Tools,
} from "./statistic.ts";

/** The part of all memory for values, and about how many bytes one takes. */
const SHARE = 1 / 4;
const VALUE_BYTES = 256;
/** The longest text of a value that is told apart. */
const LONGEST = 256;
const OTHERS = "(others)";

/** How often each value of a field occurs, and in the same frames each value of the fields after it. */
class CountStatistic implements Statistic {
  private readonly names: readonly string[];
  private readonly fields: readonly FieldValues[];
  private readonly root = new Branch();
  private readonly text = new ByteWriter();
  private left: number;

  constructor(names: readonly string[], tools: Tools) {
    this.names = names;
    this.fields = names.map((name) => new FieldValues(tools, name));
    this.left = tools.memory.share(SHARE) / VALUE_BYTES;
  }

  frame(frame: Frame): void {
    this.add(this.root, frame, 0);
  }

  private add(branch: Branch, frame: Frame, level: number): void {
    branch.count++;
    const field = this.fields[level];
    for (let i = 0, count = field?.load(frame) ?? 0; i < count; i++) {
      this.add(this.inside(branch, this.textOf(frame, field!, i)), frame, level + 1);
    }
  }

  private textOf(frame: Frame, { rows }: FieldValues, i: number): string {
    this.text.at = 0;
    writeValue(this.text, frame, rows, i);
    return this.text.toString().slice(0, LONGEST);
  }

  /** The branch of a value; once there is no room for further ones, that of all others. */
  private inside(branch: Branch, value: string): Branch {
    if (branch.inside.has(value)) return branch.part(value);
    return branch.part(this.left-- > 0 ? value : OTHERS);
  }

  report(): Report {
    return {
      title: `Values of ${this.names.join(", ")}`,
      columns: [
        { name: "value", title: "Value" },
        { name: "count", title: "Count" },
        { name: "percent", title: "%" },
      ],
      ...rowsOf(
        this.root,
        ({ inside }) => [...inside].sort(([, a], [, b]) => b.count - a.count),
        (whole) => {
          const all = sumOf(whole);
          return (value, { count }) => [value, count, percent(count, all)];
        },
      ),
      levels: this.names,
    };
  }
}

/** How often the values inside a branch were there, all together. */
function sumOf({ inside }: Branch): number {
  let sum = 0;
  for (const { count } of inside.values()) sum += count;
  return sum;
}

/** `count,http.host`: the most frequent values first. Several fields: the values of each inside those of the one before. */
export const count: readonly Definition[] = [
  {
    name: "count",
    takes: ",field[,field]...[,filter]",
    about: "how often each value of a field occurs: count,http.host,http.request.method",
    begin(argument, tools) {
      const parts = splitAtCommas(argument);
      const end = parts.findIndex((part) => !isField(part, tools));
      const names = end < 0 ? parts : parts.slice(0, end);
      if (names.length === 0) throw noField(parts[0]!, tools);
      return filtered(end < 0 ? "" : parts.slice(end).join(","), tools, new CountStatistic(names, tools));
    },
  },
];

function noField(name: string, { registry }: Tools): Error {
  if (name === "") return new StatisticError("count: the name of a field is needed, as in count,http.host");
  return unknownName(
    "field",
    name,
    [...registry.all()].map((entry) => entry.name),
  );
}

function isField(name: string, { registry }: Tools): boolean {
  return (registry.find(name)?.origins.length ?? 0) > 0;
}
