import type { Field, FieldType } from "../core/field.ts";
import type { NameEntry, Registry } from "../core/registry.ts";

const TYPES: Readonly<Record<FieldType, string>> = {
  uint: "number",
  int: "number",
  frame: "number",
  double: "number",
  bool: "boolean",
  none: "true",
  bytes: "Uint8Array",
  time: "Time",
  duration: "Time",
  string: "string",
  ipv4: "string",
  ipv6: "string",
  ether: "string",
  eui64: "string",
};

/** Bytes of the widest number that a double holds exactly. */
const EXACT = 6;

const isWide = ({ type, size }: Field) => (type === "uint" || type === "int") && size > EXACT;

function typeOf({ many, origins }: NameEntry): string {
  const one = TYPES[origins[0]!.field.type];
  const wide = origins.some(({ field }) => isWide(field));
  return `${wide ? `(${one} | bigint)` : one}${many ? "[]" : ""}`.replace(/^\((.*)\)$/, "$1");
}

/** The label of a field and its unit, or the fields another name stands for. */
function aboutOf({ name, origins }: NameEntry): string {
  const own = origins.find(({ field }) => field.name === name)?.field;
  if (own === undefined) return [...new Set(origins.map(({ field }) => field.name))].join(" or ");
  return own.unit === "" ? own.label : `${own.label} (${own.unit})`;
}

const comment = (text: string) => (text === "" ? "" : `    /** ${text.replaceAll("*/", "* /")} */\n`);
const key = (name: string) => (/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name));
const member = (name: string, type: string, about: string) => `${comment(about)}    ${key(name)}: ${type};\n`;

/** `src/field-types.ts` for a registry: its fields with the types of their values, its protocols and its lists. */
export function fieldTypes(registry: Registry): string {
  const fields = [...registry.all()].filter(({ origins }) => origins.length > 0);
  return `// Written by \`npm run build\` from the tables of the protocols. Do not edit.
import type { Time } from "./core/field.ts";

declare module "./core/view.ts" {
  interface FieldTypes {
${fields.map((entry) => member(entry.name, typeOf(entry), aboutOf(entry))).join("")}  }

  interface ProtocolNames {
${registry.protocols.map(({ name, title }) => member(name, "true", title)).join("")}  }

  interface ListNames {
${[...registry.lists].map((name) => member(name, "true", "")).join("")}  }
}
`;
}
