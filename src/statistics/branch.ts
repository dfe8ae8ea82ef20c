import type { Cell, Report } from "./statistic.ts";

/** A part of a whole that was counted, and its own parts by their names. */
export class Branch {
  count = 0;
  bytes = 0;
  readonly inside = new Map<string, Branch>();

  /** The part of this name, made where there was none. */
  part(name: string): Branch {
    let found = this.inside.get(name);
    if (found === undefined) this.inside.set(name, (found = new Branch()));
    return found;
  }
}

/**
 * The rows of a report for everything inside `root`: each part below the one it belongs to, in the order `parts` gives
 * those of one, with the cells that what `cellsIn` makes of the whole makes of it.
 */
export function rowsOf(
  root: Branch,
  parts: (branch: Branch) => Iterable<[string, Branch]>,
  cellsIn: (whole: Branch) => (name: string, branch: Branch) => Cell[],
): Pick<Report, "rows"> & { readonly depths: readonly number[] } {
  const rows: Cell[][] = [];
  const depths: number[] = [];
  const list = (whole: Branch, depth: number) => {
    const cells = cellsIn(whole);
    for (const [name, branch] of parts(whole)) {
      rows.push(cells(name, branch));
      depths.push(depth);
      list(branch, depth + 1);
    }
  };
  list(root, 0);
  return { rows, depths };
}
