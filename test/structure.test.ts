import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Which folders of src a folder may import from, besides itself; files of src itself are named by their file name. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  names: [],
  capture: ["core"],
  streams: ["core"],
  protocols: ["core", "names", "streams"],
  filter: ["core", "names"],
  output: ["core", "names"],
  resolver: ["core", "names"],
  statistics: ["core", "names", "streams"],
  cli: ["index.ts"],
};

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1]!);
  return found.map((path) => relative(src, resolve(src, dirname(file), path)));
}

const folderOf = (file: string) => file.split("/")[0]!;

/** The protocol family a file of src/protocols belongs to: its folder or its own name. */
const familyOf = (file: string) => file.split("/")[1]!.replace(/\.ts$/, "");

test.each(files.filter((file) => folderOf(file) in allowed))("%s imports only what its folder may", (file) => {
  const folder = folderOf(file);
  const forbidden = importsOf(file).filter((to) => folderOf(to) !== folder && !allowed[folder]!.includes(folderOf(to)));
  expect(forbidden).toEqual([]);
});

const families = files.filter((file) => folderOf(file) === "protocols" && file !== "protocols/index.ts");

test.each(families)("%s imports no other protocol family", (file) => {
  const others = importsOf(file)
    .filter((to) => folderOf(to) === "protocols" && familyOf(to) !== familyOf(file))
    .filter((to) => familyOf(to) !== "shared");
  expect(others).toEqual([]);
});

test.each(files.filter((file) => folderOf(file) !== "names" && file !== "field-types.ts"))(
  "%s stays readable in one sitting",
  (file) => {
    expect(readFileSync(join(src, file), "utf8").split("\n").length).toBeLessThanOrEqual(401);
  },
);

test("only the command line touches the process", () => {
  const users = files
    .filter((file) => folderOf(file) !== "cli")
    .filter((file) => /\bprocess\.(argv|stdout|stderr|exit|on)\b/.test(readFileSync(join(src, file), "utf8")));
  expect(users).toEqual([]);
});

const exported = [
  ...readFileSync(join(src, "index.ts"), "utf8").matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g),
];

test.each(exported.flatMap(([, names, file]) => names!.match(/\b(?!type\b)\w+/g)!.map((name) => [name, file!])))(
  "%s, which the library exports from %s, is explained",
  (name, file) => {
    const declaration = new RegExp(
      `\\*/\\n(//.*\\n)?export (abstract |async )*(class|const|function|interface|type) ${name}\\b`,
    );
    expect(readFileSync(join(src, file), "utf8")).toMatch(declaration);
  },
);
