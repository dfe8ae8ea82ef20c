import { unknownName } from "../core/error.ts";
import type { Frame } from "../core/frame.ts";
import { writeValue } from "../core/value.ts";
import { ByteWriter } from "../core/writer.ts";
import { splitAtCommas } from "./split.ts";
import {
  type Cell,
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

/** A value, how often it was there, and the values of the next field in the same frames. */
class Branch {
  count = 0;
  readonly inside = new Map<string, Branch>();
}

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

  private inside(branch: Branch, value: string): Branch {
    const name = this.left > 0 || branch.inside.has(value) ? value : OTHERS;
    let found = branch.inside.get(name);
    if (found === undefined) {
      branch.inside.set(name, (found = new Branch()));
      this.left--;
    }
    return found;
  }

  report(): Report {
    const rows: Cell[][] = [];
    const depths: number[] = [];
    const list = ({ inside }: Branch, depth: number) => {
      const branches = [...inside].sort(([, a], [, b]) => b.count - a.count);
      const all = branches.reduce((sum, [, { count }]) => sum + count, 0);
      for (const [value, branch] of branches) {
        rows.push([value, branch.count, percent(branch.count, all)]);
        depths.push(depth);
        list(branch, depth + 1);
      }
    };
    list(this.root, 0);
    return {
      title: `Values of ${this.names.join(", ")}`,
      columns: [
        { name: "value", title: "Value" },
        { name: "count", title: "Count" },
        { name: "percent", title: "%" },
      ],
      rows,
      depths,
      levels: this.names,
    };
  }
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
