import { defaultClasses, nameClasses, Resolver } from "../index.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { say } from "./output.ts";

/** Letters that tshark knows, of what has no names here. */
const others: Readonly<Record<string, string>> = { g: "places", s: "SS7 point codes", v: "VLANs" };

/**
 * What `-n`, `-N` and `-H` say is shown by name; of the first two the last one counts. Throws {@link UsageError}, or
 * what the system says of a hosts file that cannot be read.
 */
export function resolverFor(args: Arguments): Resolver {
  const typed = args.last("n", "N") === "N" ? args.value("N") : undefined;
  const classes = typed ?? (args.has("n") ? "" : defaultClasses);
  const wrong = [...classes].find((letter) => !Object.hasOwn(nameClasses, letter) && !Object.hasOwn(others, letter));
  if (wrong !== undefined) {
    const known = Object.entries(nameClasses).map(([letter, what]) => `${letter} (${what})`);
    throw new UsageError(`-N ${classes}: '${wrong}' is no class of names; there is ${known.join(", ")}`);
  }
  if (!args.has("q")) remark(args, typed ?? "", classes);
  const resolver = new Resolver(classes.replace(/[gsv]/g, ""));
  for (const path of args.all("H")) resolver.readHosts(path);
  return resolver;
}

/** Says what of the options shows nothing. */
function remark(args: Arguments, typed: string, classes: string): void {
  for (const letter of new Set(typed))
    if (Object.hasOwn(others, letter)) say(`-N ${letter}: ${others[letter]} have no names here`);
  if (classes.includes("n")) return;
  const source = [...typed].find((letter) => letter === "d" || letter === "N");
  if (source !== undefined) say(`-N ${typed}: names of IP addresses are shown with n only (-N ${typed}n)`);
  else if (args.has("H")) say(`-H ${args.value("H")}: names of IP addresses are shown with -N n only`);
}
