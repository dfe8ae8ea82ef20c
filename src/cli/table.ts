/** Makes a table people read, its columns two blanks apart; columns that `numeric` names by index end flush. */
export type MakeTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric?: ReadonlySet<number>,
) => string;

const NO_BORDERS = Object.fromEntries(
  ["top", "bottom", "left", "right"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
  ),
);
/** Rows that are laid out together: the library compares each with all before it. */
const TOGETHER = 64;

/** Loads what makes tables, which most runs never need. */
export async function loadTable(): Promise<MakeTable> {
  const [{ default: Table }, { default: width }] = await Promise.all([import("cli-table3"), import("string-width")]);
  return (head, rows, numeric = new Set()) => {
    const all = [head, ...rows];
    const colWidths = head.map((_, i) => all.reduce((most, row) => Math.max(most, width(row[i] ?? "")), 1));
    const texts: string[] = [];
    for (let from = 0; from < all.length; from += TOGETHER) {
      const part = new Table({
        chars: { ...NO_BORDERS, mid: "", "mid-mid": "", middle: "  " },
        style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
        colAligns: head.map((_, i) => (numeric.has(i) ? "right" : "left")),
        colWidths,
      });
      part.push(...all.slice(from, from + TOGETHER).map((row) => [...row]));
      texts.push(part.toString().replace(/ +$/gm, ""));
    }
    return `${texts.join("\n")}\n`;
  };
}
