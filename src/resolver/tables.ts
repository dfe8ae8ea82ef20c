import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const TAB = 9;
const NEW_LINE = 10;

/** A file of the package, made when it was built: lines of a key, a tab and a text, in the order of the keys' bytes. */
export type Table = "vendors.txt" | "services.txt";

/** The bytes of a table. Read when somebody asks for it: most runs need none. */
export function readTable(name: Table): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(`wiresniff/${name}`));
}

/** The text of `key` (ASCII) in a table; undefined where it has none. */
export function lookUp(table: Uint8Array, key: string): string | undefined {
  let low = 0;
  let high = table.length;
  while (low < high) {
    let line = (low + high) >>> 1;
    while (line > low && table[line - 1] !== NEW_LINE) line--;
    let end = line;
    while (table[end] !== NEW_LINE) end++;
    const order = compare(table, line, key);
    if (order === 0) return new TextDecoder().decode(table.subarray(line + key.length + 1, end));
    if (order < 0) low = end + 1;
    else high = line;
  }
  return undefined;
}

/** How the key of the line at `at` stands to `key`: below 0 before it, 0 the same. */
function compare(table: Uint8Array, at: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const difference = table[at + i]! - key.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return table[at + key.length]! - TAB;
}
