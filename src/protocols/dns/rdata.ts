import type { Cursor } from "../../core/cursor.ts";
import { bytes, type Field, none } from "../../core/field.ts";
import { type Part, within } from "../shared/parts.ts";
import { classicFields, classicTypes } from "./classic.ts";
import { dnssecFields, dnssecTypes } from "./dnssec.ts";
import { optionFields, optionList } from "./edns.ts";
import { free } from "./parts.ts";
import { serviceFields, serviceTypes } from "./services.ts";

const other = free({ data: bytes("Data"), "undecoded.type": none("Undecoded option") });

/** Data of a type that has no table here. */
const undecoded: readonly Part[] = [
  (c) => {
    c.add(other["undecoded.type"], c.at, c.at + c.captured);
    return c.take(other.data, c.left);
  },
];

const types: Readonly<Record<number, readonly Part[]>> = {
  ...classicTypes,
  ...dnssecTypes,
  ...serviceTypes,
  41: optionList,
};

/** The steps of each type as one. */
const readers = new Map(Object.entries(types).map(([type, parts]) => [Number(type), inTurn(parts)]));
const readUndecoded = inTurn(undecoded);

function inTurn(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!;
  return (c) => {
    for (let i = 0; i < parts.length; i++) if (!parts[i]!(c)) return false;
    return true;
  };
}

/** Every set of fields RDATA can place. */
export const dataFields = [...classicFields, ...dnssecFields, ...serviceFields, ...optionFields, other];

/** Reads the data of a record of `type` up to `end`, as told by `by`; what a type does not need is passed over. */
export function readData(c: Cursor, type: number, end: number, by: Field): void {
  if (end > c.at) within(c, end, by, readers.get(type) ?? readUndecoded);
}
