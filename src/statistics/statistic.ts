import { SniffError } from "../core/error.ts";
import type { Frame } from "../core/frame.ts";
import type { Memory } from "../core/memory.ts";
import type { NameEntry, Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { durationParts, writeSeconds } from "../core/value.ts";
import { ByteWriter } from "../core/writer.ts";

/** A statistic that cannot be made: the message says what there is. */
export class StatisticError extends SniffError {
  override readonly name = "StatisticError";
}

/** A column of a {@link Report}: its key in JSON, and what stands over it. */
export interface ReportColumn {
  readonly name: string;
  readonly title: string;
}

/** What stands in a column: a number, a text, or nothing. Times are seconds with nanoseconds, as decimal text. */
export type Cell = number | string | undefined;

/** What a statistic found: a table. */
export interface Report {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where rows are a tree, named by their first cell: how deep each row is, 0 for the outermost. */
  readonly depths?: readonly number[];
  /** What the first cell names at each depth, where that differs. */
  readonly levels?: readonly string[];
}

/** Counts something over all frames of a capture. */
export interface Statistic {
  /** Takes one frame in. */
  frame(frame: Frame): void;
  /** What was found so far. */
  report(): Report;
}

/** What statistics work with. */
export interface Tools {
  readonly registry: Registry;
  /** For what grows with the capture. */
  readonly memory: Memory;
  /** A buffer that unrolls the frames to come. */
  rows(): Rows;
  /** Compiles a display filter; an empty one lets everything pass. Throws `FilterError`. */
  filter(text: string): (frame: Frame) => boolean;
}

/** A statistic by its name. */
export interface Definition {
  /** As it is asked for: `conv,tcp`. */
  readonly name: string;
  /** What may follow the name: `[,filter]`. */
  readonly takes: string;
  readonly about: string;
  /** Begins to count; `argument` is what followed the name. Throws {@link StatisticError} and `FilterError`. */
  begin(argument: string, tools: Tools): Statistic;
}

/** A statistic over the frames that a display filter lets pass. */
export function filtered(filter: string, tools: Tools, statistic: Statistic): Statistic {
  if (filter.trim() === "") return statistic;
  const passes = tools.filter(filter);
  return {
    frame(frame) {
      if (passes(frame)) statistic.frame(frame);
    },
    report() {
      const report = statistic.report();
      return { ...report, title: `${report.title} (${filter})` };
    },
  };
}

/** The values of one field in a frame. */
export class FieldValues {
  readonly rows: Rows;
  private readonly entry: NameEntry;

  /** `name` is a field that the tools' registry knows. */
  constructor(tools: Tools, name: string) {
    this.rows = tools.rows();
    this.entry = tools.registry.find(name)!;
  }

  /** Looks at a frame; returns how many values there are. */
  load(frame: Frame): number {
    return this.rows.select(frame, this.entry).count;
  }

  /** The index of the value in the layer headed by row `layer`, or -1. */
  inside(layer: number): number {
    let i = this.rows.count - 1;
    while (i >= 0 && this.rows.layer[i] !== layer) i--;
    return i;
  }

  /** The index of the last value in a layer before row `layer`, or -1. */
  before(layer: number): number {
    let i = this.rows.count - 1;
    while (i >= 0 && this.rows.layer[i]! >= layer) i--;
    return i;
  }
}

/** Nanoseconds of a second. */
export const NANOS = 1_000_000_000;

/** Nanoseconds from the capture's first frame to this one. */
export function sinceFirst(frame: Frame): number {
  return (frame.seconds - frame.firstSeconds) * NANOS + frame.nanoseconds - frame.firstNanoseconds;
}

/** Nanoseconds as decimal seconds, to the nanosecond. */
export function secondsText(duration: number): string {
  const text = new ByteWriter(32);
  const { seconds, nanoseconds } = durationParts(duration);
  writeSeconds(text, seconds, nanoseconds, 9);
  return text.toString();
}

/** The part of all, in percent to the hundredth. */
export function percent(part: number, all: number): number {
  return all === 0 ? 0 : Number(((100 * part) / all).toFixed(2));
}
