import { closest } from "./core/closest.ts";
import type { ByteWriter } from "./core/writer.ts";
import { compileFilter } from "./filter/compile.ts";
import type { Capture } from "./open.ts";
import { FollowSink, followUsage } from "./statistics/follow.ts";
import { definitions } from "./statistics/index.ts";
import { type Statistic, StatisticError, type Tools } from "./statistics/statistic.ts";

const FOLLOW = "follow,";

/** The names of all statistics, with what may follow them and what they are. */
export const statisticNames: readonly (readonly [usage: string, about: string])[] = [
  ...definitions.map(({ name, takes, about }) => [name + takes, about] as const),
  [FOLLOW + followUsage, "what was said in a conversation"],
];

/**
 * Begins a statistic over the frames of `capture`: `conv,tcp` or `io,stat,1,http`, as `-z` takes it. Hand it each
 * frame; it can report at any time. Throws {@link StatisticError} for what is unknown, `FilterError` for its filter.
 */
export function statistic(text: string, capture: Capture): Statistic {
  const found = definitions.find(({ name }) => text === name || text.startsWith(`${name},`));
  if (found === undefined) {
    const names = definitions.map(({ name }) => name);
    const near = closest(text.split(",", 2).join(","), names);
    throw new StatisticError(`${text}: no such statistic${near ? ` (did you mean ${near}?)` : ""}; -z help lists all`);
  }
  return found.begin(text.slice(found.name.length + 1), toolsOf(capture));
}

/**
 * Follows one conversation: prints what its ends say to each other to `out`. `text` is as `-z` takes it:
 * `follow,tcp,ascii,0`. Undefined where it is another statistic. Throws {@link StatisticError}.
 */
export function followed(text: string, out: ByteWriter, capture: Capture): FollowSink | undefined {
  if (!text.startsWith(FOLLOW)) return undefined;
  return new FollowSink(out, text.slice(FOLLOW.length), toolsOf(capture));
}

function toolsOf(capture: Capture): Tools {
  const { registry, memory } = capture;
  return {
    registry,
    memory,
    rows: () => capture.rows(),
    filter: (text) => (text.trim() === "" ? () => true : compileFilter(text, registry, capture.rows())),
  };
}
