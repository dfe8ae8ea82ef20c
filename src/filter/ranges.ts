import { FilterError } from "./error.ts";
import type { Range } from "./syntax.ts";

const RANGE = /^(-?\d+)?(?:(:|-)(-?\d+)?)?$/;

/**
 * Reads `[...]` that opens at `open`: `[4]`, `[0:2]` (from and length), `[1-3]` (first and last), `[:4]`, `[2:]`,
 * several with commas. Returns them and the offset after the bracket.
 */
export function rangesAt(filter: string, open: number): [ranges: Range[], end: number] {
  const close = filter.indexOf("]", open);
  if (close < 0) throw new FilterError('"]" is missing', filter, open);
  let at = open + 1;
  const ranges = filter
    .slice(at, close)
    .split(",")
    .map((piece) => {
      const found = RANGE.exec(piece.trim());
      if (!found || piece.trim() === "" || piece.trim() === "-") {
        throw new FilterError(
          "a range such as [4], [0:2], [1-3], [:4] or [2:] was expected",
          filter,
          at,
          Math.max(1, piece.length),
        );
      }
      const range = rangeOf(found);
      if (!range.length && range.from >= 0 && range.to !== undefined && range.to >= 0 && range.from >= range.to)
        throw new FilterError("a range such as [1-3] goes from a lower to a higher number", filter, at, piece.length);
      at += piece.length + 1;
      return range;
    });
  return [ranges, close + 1];
}

function rangeOf([, from, sign, to]: RegExpExecArray): Range {
  const first = from === undefined ? 0 : Number(from);
  if (sign === undefined) return { from: first, to: 1, length: true };
  return { from: first, to: to === undefined ? undefined : Number(to), length: sign === ":" };
}

/** First index and one past the last that a range means among `count` things; undefined where it lies outside. */
export function resolve(range: Range, count: number): [from: number, to: number] | undefined {
  const from = range.from < 0 ? count + range.from : range.from;
  let to = count;
  if (range.to !== undefined) {
    if (range.length) to = from + range.to;
    else to = (range.to < 0 ? count + range.to : range.to) + 1;
  }
  return from < 0 || to > count || from >= to ? undefined : [from, to];
}
