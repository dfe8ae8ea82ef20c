import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** The captures among the fixtures, by their path in that folder. */
export const fixtures: readonly string[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.pcap(ng)?$/.test(file))
  .sort();

/** Where a fixture lies. */
export const fixture = (path: string): string => folder + path;
