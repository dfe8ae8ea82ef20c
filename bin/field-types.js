// Writes src/field-types.ts from the tables of the protocols, where it is out of date, and its declarations in dist.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fieldTypes } from "../dist/output/field-types.js";
import { registry } from "../dist/protocols/index.js";

const file = new URL("../src/field-types.ts", import.meta.url);
const text = fieldTypes(registry);
if (readFileSync(file, "utf8") !== text) {
  writeFileSync(file, text);
  const root = fileURLToPath(new URL("..", import.meta.url));
  const compile = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"];
  const { status } = spawnSync(process.execPath, compile, { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
