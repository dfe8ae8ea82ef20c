import {
  type Capture,
  type Cell,
  followed,
  type Info,
  type Report,
  type Sink,
  type Statistic,
  statistic,
  statisticNames,
} from "../index.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import type { MakeSink } from "./sinks.ts";
import { loadTable } from "./table.ts";

const formats = ["text", "json", "ndjson"] as const;

/** Prints a report of the statistic that was asked for as `text`. */
type Print = (out: Info, text: string, report: Report, index: number) => void;

/** What `-z help` prints: every statistic, one a line. */
export function statisticsHelp(): string {
  return statisticNames.map(([usage, about]) => `${usage}\n    ${about}\n`).join("");
}

/** The sinks of the statistics that the options ask for. Throws {@link UsageError}. */
export async function statisticsFor(args: Arguments): Promise<MakeSink[]> {
  const wanted = args.all("z");
  if (wanted.length === 0) return [];
  const format = args.value("T") ?? "text";
  if (!(formats as readonly string[]).includes(format))
    throw new UsageError(`-z with -T ${format}: statistics are printed as ${formats.join(", ")}`);
  const isFollowing = wanted.some((text) => text.startsWith("follow,"));
  if (isFollowing && format !== "text")
    throw new UsageError(`-z follow with -T ${format}: it is text, raw for programs`);
  const print = format === "text" ? await textPrinter() : jsonPrinter(format === "json", wanted.length);
  return wanted.map((text, index) => (out, capture) => sinkOf(text, index, out, capture, print));
}

function sinkOf(text: string, index: number, out: Info, capture: Capture, print: Print): Sink {
  const following = followed(text, out, capture);
  if (following !== undefined) return following;
  const counting: Statistic = statistic(text, capture);
  return {
    frame: (frame) => counting.frame(frame),
    end: () => print(out, text, counting.report(), index),
  };
}

/** A table with its title above it; what belongs to a row is indented below it. */
async function textPrinter(): Promise<Print> {
  const table = await loadTable();
  return (out, _text, { title, columns, rows, depths }, index) => {
    const decimals = columns.map((_, column) => decimalsOf(rows.map((row) => row[column])));
    const texts = rows.map((row, i) =>
      row.map((cell, column) => {
        const text = typeof cell === "number" ? cell.toFixed(decimals[column]) : (cell ?? "");
        return column === 0 ? "  ".repeat(depths?.[i] ?? 0) + text : text;
      }),
    );
    const numeric = new Set([...columns.keys()].filter((column) => decimals[column] !== undefined));
    const head = columns.map((column) => column.title);
    out.text(`${index > 0 ? "\n" : ""}${title}\n${rows.length === 0 ? "none\n" : table(head, texts, numeric)}`);
  };
}

/** The most decimals that a number of a column has; undefined where one is none. */
function decimalsOf(cells: readonly Cell[]): number | undefined {
  let most = 0;
  for (const cell of cells) {
    const text = String(cell ?? 0);
    if (Number.isNaN(Number(text))) return undefined;
    most = Math.max(most, text.split(".")[1]?.length ?? 0);
  }
  return most;
}

/** One object a statistic; `array` puts all `count` of them into one. */
function jsonPrinter(array: boolean, count: number): Print {
  return (out, text, report, index) => {
    if (array) out.text(index === 0 ? "[\n" : ",\n");
    out.text(JSON.stringify({ statistic: text, title: report.title, rows: objectsOf(report) })).text(array ? "" : "\n");
    if (array && index === count - 1) out.text("\n]\n");
  };
}

/** The rows by the names of their columns; a row of a tree says what it is inside of. */
function objectsOf({ columns, rows, depths, levels }: Report): object[] {
  const path: Cell[] = [];
  return rows.map((row, i) => {
    const cells = columns.map(({ name }, column) => [name, row[column]] as const);
    if (depths === undefined) return Object.fromEntries(cells);
    path.splice(depths[i]!, path.length, row[0]);
    const own = levels?.slice(0, path.length).map((name, depth) => [name, path[depth]] as const);
    return Object.fromEntries([...(own ?? [[columns[0]!.name, path.join(":")] as const]), ...cells.slice(1)]);
  });
}
