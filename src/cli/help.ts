import { dashed, type Flag, flags, groups } from "./flags.ts";

/** Columns of an option and what it takes. */
const OPTION_WIDTH = 22;

const typed = ({ name, long, takes }: Flag): string =>
  `${dashed(name)}${long === undefined ? "" : `, --${long}`}${takes === undefined ? "" : ` ${takes}`}`;

/** The options of a group, one a line but for those that are joined. */
function lines(group: string): string[] {
  const names: string[] = [];
  const abouts: string[] = [];
  return flags
    .filter((flag) => flag.group === group)
    .flatMap((flag) => {
      names.push(typed(flag));
      abouts.push(flag.about);
      if (flag.joined) return [];
      return [`  ${names.splice(0).join(", ").padEnd(OPTION_WIDTH)} ${abouts.splice(0).join("; ")}`];
    });
}

/** The help page: one screen, options by purpose. */
export function help(): string {
  const parts = groups.map((group) => `${group}:\n${lines(group).join("\n")}`);
  return `Usage: sniff [options] [capture filter]      sniff -r FILE [options]\n${parts.join("\n")}\n`;
}
