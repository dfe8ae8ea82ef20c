import { dashed, type Flag, flags, groups } from "./flags.ts";

/** Columns of an option and what it takes. */
const OPTION_WIDTH = 22;

const line = (flag: Flag): string => {
  const names = flag.long === undefined ? dashed(flag.name) : `${dashed(flag.name)}, --${flag.long}`;
  return `  ${`${names}${flag.takes ? ` ${flag.takes}` : ""}`.padEnd(OPTION_WIDTH)} ${flag.about}`;
};

/** The help page: one screen, options by purpose. */
export function help(): string {
  const parts = groups.map(
    (group) =>
      `${group}:\n${flags
        .filter((flag) => flag.group === group)
        .map(line)
        .join("\n")}`,
  );
  return `Usage: sniff [options] [capture filter]      sniff -r FILE [options]\n${parts.join("\n")}\n`;
}
