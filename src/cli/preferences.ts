import { type Registry, registry, SniffError } from "../index.ts";
import { type Arguments, UsageError } from "./arguments.ts";

/** The protocols as `-o NAME:VALUE` wants them. Throws {@link UsageError} for a name or value that is none. */
export function registryFor(args: Arguments): Registry {
  const given = args.all("o").map((typed) => {
    const colon = typed.indexOf(":");
    if (colon < 0) throw new UsageError(`-o ${typed}: NAME:VALUE is needed, such as tcp.check_checksum:TRUE`);
    return [typed.slice(0, colon).trim(), typed.slice(colon + 1).trim()] as const;
  });
  if (given.length === 0) return registry;
  try {
    return registry.preferring(Object.fromEntries(given));
  } catch (error) {
    if (!(error instanceof SniffError)) throw error;
    throw new UsageError(`${error.message}; sniff -G defaultprefs lists all`);
  }
}
