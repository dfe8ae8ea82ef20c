import type { FieldType } from "../core/field.ts";
import type { NameEntry, Registry } from "../core/registry.ts";

type Schema = { [key: string]: unknown };

const MOST = Number.MAX_SAFE_INTEGER;
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: Schema): Schema => ({ type: "array", items });

/** What the values of each type of field are; a number past 2^53 is a decimal string. */
const TYPES: Readonly<Record<FieldType, string>> = {
  uint: "unsigned",
  int: "integer",
  frame: "unsigned",
  double: "double",
  bool: "boolean",
  none: "present",
  bytes: "bytes",
  string: "string",
  ipv4: "ipv4",
  ipv6: "ipv6",
  ether: "ether",
  eui64: "eui64",
  time: "seconds",
  duration: "seconds",
};

const OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const definitions: Readonly<Record<string, Schema>> = {
  unsigned: {
    anyOf: [
      { type: "integer", minimum: 0, maximum: MOST },
      { type: "string", pattern: "^[0-9]{16,20}$" },
    ],
  },
  integer: {
    anyOf: [
      { type: "integer", minimum: -MOST, maximum: MOST },
      { type: "string", pattern: "^-?[0-9]{16,19}$" },
    ],
  },
  double: { anyOf: [{ type: "number" }, { enum: ["NaN", "Infinity", "-Infinity"] }] },
  boolean: { type: "boolean" },
  present: { const: true },
  string: { type: "string" },
  bytes: { description: "bytes as hexadecimal", type: "string", pattern: "^[0-9a-f]*$" },
  ipv4: { type: "string", pattern: `^${OCTET}(\\.${OCTET}){3}$` },
  ipv6: { type: "string", pattern: "^[0-9a-f:]{2,39}$|^[0-9a-f:]{2,30}:[0-9.]{7,15}$" },
  ether: { type: "string", pattern: "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$" },
  eui64: { type: "string", pattern: "^[0-9a-f]{2}(:[0-9a-f]{2}){7}$" },
  seconds: { description: "decimal seconds with nanoseconds", type: "string", pattern: "^-?[0-9]+\\.[0-9]{9}$" },
};

/** The columns an object begins with; those that are not required are left out where there is nothing to say. */
const columns: Readonly<Record<string, Schema>> = {
  number: { description: "1 for the first frame of the capture", type: "integer", minimum: 1 },
  time: { description: "arrival, since 1970", ...ref("seconds") },
  time_relative: { description: "arrival, since the first frame", ...ref("seconds") },
  length: { description: "bytes on the wire", type: "integer", minimum: 0 },
  captured_length: { description: "bytes held", type: "integer", minimum: 0 },
  interface: { type: "string" },
  protocol: { description: "the innermost protocol, as the packet line names it", type: "string" },
  source: { description: "the innermost address", type: "string" },
  destination: { description: "the innermost address", type: "string" },
  info: { description: "the packet line's Info", type: "string" },
};
const REQUIRED = ["number", "length", "captured_length", "layers"];

/** Where a layer or field lies: bytes from the start of the frame, or of the reassembled or decoded `source`. */
const place: Readonly<Record<string, Schema>> = {
  offset: { type: "integer", minimum: 0 },
  length: { type: "integer", minimum: 0 },
  source: { description: "the reassembled or decoded bytes it lies in; absent: the frame", type: "string" },
};

function exactly(properties: Schema, required: readonly string[] = Object.keys(properties)): Schema {
  return { type: "object", properties, required, additionalProperties: false };
}

function propertyOf({ name, many, origins }: NameEntry): Schema {
  const field = (origins.find((origin) => origin.field.name === name) ?? origins[0]!).field;
  const value = ref(TYPES[field.type]);
  return { title: field.label, ...(many ? listOf(value) : value) };
}

/** The definition that holds a field's schema: fields stand together by the first part of their names. */
const familyOf = (name: string): string => `fields of ${name.split(".", 1)[0]}`;

/**
 * The fields of a layer by name; a list of records holds objects of the same fields. They are split by family, because
 * a validator that makes code makes one function of one object, and thousands of names are too many for that.
 */
function fieldsOf(registry: Registry): Record<string, Schema> {
  const families = new Map<string, Schema>();
  const names: string[] = [];
  const add = (name: string, schema: Schema) => {
    const family = familyOf(name);
    names.push(name);
    families.set(family, { ...families.get(family), [name]: schema });
  };
  for (const entry of registry.all()) if (entry.origins.length > 0) add(entry.name, propertyOf(entry));
  for (const name of registry.lists) add(name, listOf(ref("fields")));
  const definitions = [...families].map(([family, properties]) => [family, { properties }]);
  const allOf = [...families.keys()].map((family) => ref(encodeURI(family)));
  return { fields: { type: "object", propertyNames: { enum: names }, allOf }, ...Object.fromEntries(definitions) };
}

/** A row of an annotated layer: a field with its value, or a group without one, and what is nested in it. */
function rowOf(registry: Registry): Schema {
  const kinds = [...new Set(Object.values(TYPES))].map(ref);
  return exactly(
    {
      name: { enum: [...registry.all()].map(({ name }) => name).concat([...registry.lists]) },
      label: { type: "string" },
      value: { anyOf: kinds },
      text: { description: "the value as people read it", type: "string" },
      ...place,
      fields: listOf(ref("row")),
    },
    ["label", "offset", "length"],
  );
}

/**
 * The JSON Schema (2020-12) of one object of `-T ndjson`; with `annotate`, of one whose layers list their fields in order
 * with label, text and byte range.
 */
export function jsonSchema(registry: Registry, annotate = false): Schema {
  const layer = {
    protocol: { enum: registry.protocols.filter(({ hidden }) => !hidden).map(({ name }) => name) },
    ...place,
    fields: annotate ? listOf(ref("row")) : ref("fields"),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A frame as sniff prints it",
    ...exactly({ ...columns, layers: { description: "outermost first", ...listOf(ref("layer")) } }, REQUIRED),
    $defs: {
      layer: exactly(layer, ["protocol", "offset", "length", "fields"]),
      ...(annotate ? { row: rowOf(registry) } : fieldsOf(registry)),
      ...definitions,
    },
  };
}
