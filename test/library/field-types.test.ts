import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { registry } from "../../src/index.ts";
import { fieldTypes } from "../../src/output/field-types.ts";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

test("the types of fields are those of the tables (npm run build writes them)", () => {
  expect(fieldTypes(registry)).toBe(readFileSync(`${src}field-types.ts`, "utf8"));
});

test("every list of records is declared among its protocol's fields", () => {
  const files = readdirSync(`${src}protocols`, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));
  const named = files.flatMap((file) =>
    [...readFileSync(`${src}protocols/${file}`, "utf8").matchAll(/\blist: "([^"]+)"/g)].map((match) => match[1]!),
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...registry.lists]).toEqual(expect.arrayContaining(named));
});
