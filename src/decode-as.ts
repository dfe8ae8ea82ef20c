import { closest } from "./core/closest.ts";
import { SniffError } from "./core/error.ts";
import type { Key, Protocol } from "./core/protocol.ts";
import type { Registry } from "./core/registry.ts";

/** A rule that says who decodes what cannot be followed; the message is for people. */
export class DecodeAsError extends SniffError {
  override readonly name = "DecodeAsError";
}

const RULE = /^([^=,]+)==?([^,]+),(.+)$/;
const SELECTOR = /^(0x[\da-f]+|\d+)(?:([-:])(0x[\da-f]+|\d+))?$/i;
/** The most keys one rule names: all ports. */
const MOST = 0x10000;
const LARGEST = 0xffffffff;

/**
 * The registry in which each rule, as `tcp.port==8888,http`, wins over what protocols claim. A rule names a dispatch
 * table, a key (a range `8000-8010`, or so many from one on, `8000:3`) and a protocol that can stand there. Throws
 * {@link DecodeAsError}.
 */
export function decodingAs(rules: readonly string[], registry: Registry): Registry {
  if (rules.length === 0) return registry;
  return registry.with(rules.flatMap((rule) => claimsOf(rule, registry)));
}

function claimsOf(rule: string, registry: Registry): { table: string; key: Key; protocol: Protocol }[] {
  const [, table, selector, name] = RULE.exec(rule) ?? [];
  if (table === undefined) throw new DecodeAsError(`${rule}: LAYER==SELECTOR,PROTOCOL is needed: tcp.port==8888,http`);
  const tables = registry.tableNames;
  if (!tables.includes(table)) throw unknown(rule, "layer", table, tables);
  const takers = takersOf(table, registry);
  const protocol = takers.find((taker) => taker.name === name);
  if (protocol === undefined)
    throw unknown(rule, `protocol in ${table}`, name!, takers.map((taker) => taker.name).sort());
  const isText = [...registry.table(table).entries()].some(([key]) => typeof key === "string");
  const keys = isText ? [selector!] : numbersIn(rule, selector!);
  return keys.map((key) => ({ table, key, protocol }));
}

/** The protocols that can stand in a table: those that claim keys of it or look at what nobody claims, and plain data. */
function takersOf(table: string, registry: Registry): Protocol[] {
  return registry.protocols.filter((p) => table in p.on || p.sniffsOn.includes(table) || p === registry.fallback);
}

function numbersIn(rule: string, selector: string): number[] {
  const [, from, sign, other] = SELECTOR.exec(selector) ?? [];
  const first = Number(from);
  const count = other === undefined ? 1 : sign === ":" ? Number(other) : Number(other) - first + 1;
  if (!(first <= LARGEST && count >= 1 && count <= MOST))
    throw new DecodeAsError(`${rule}: ${selector} is no number, range (8000-8010) or count (8000:3)`);
  return Array.from({ length: count }, (_, i) => first + i);
}

function unknown(rule: string, kind: string, typed: string, known: readonly string[]): DecodeAsError {
  const near = closest(typed, known);
  const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
  return new DecodeAsError(`${rule}: unknown ${kind}: ${typed}${hint}; there is ${known.join(", ")}`);
}
