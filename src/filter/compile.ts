import type { Frame } from "../core/frame.ts";
import type { Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import type { Expected } from "./literal.ts";
import { Matcher } from "./matcher.ts";
import { type Compiled, Operands } from "./operands.ts";
import { parse } from "./parser.ts";
import { PatternError, parsePattern } from "./pattern.ts";
import { isFixed, scan } from "./scan.ts";
import type { Comparison, Condition, Element, Operand, Quantifier } from "./syntax.ts";
import { classOf, order, type Value } from "./values.ts";

/** True for a frame that passes. */
export type FrameTest = (frame: Frame) => boolean;

/**
 * Compiles a display filter, as tshark 4.0 reads them, to a test that looks at the fields it names and at nothing
 * else. `rows` must unroll the frames that will be tested. Throws {@link FilterError}.
 */
export function compileFilter(filter: string, registry: Registry, rows: Rows): FrameTest {
  const condition = parse(filter, (name) => registry.find(name) !== undefined);
  return new Compiler(filter, registry, rows).test(condition);
}

const accepts: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "==": (o) => o === 0,
  "===": (o) => o === 0,
  "!=": (o) => o !== 0,
  "!==": (o) => o !== 0,
  "<": (o) => o < 0,
  "<=": (o) => o <= 0,
  ">": (o) => o > 0,
  ">=": (o) => o >= 0,
};
/** Comparisons that all values must pass unless the filter says `any`. */
const strict: readonly Comparison[] = ["!=", "==="];

class Compiler {
  private readonly operands: Operands;

  constructor(filter: string, registry: Registry, rows: Rows) {
    this.operands = new Operands(filter, registry, rows);
  }

  test(condition: Condition): FrameTest {
    switch (condition.kind) {
      case "and":
      case "or": {
        const left = this.test(condition.left);
        const right = this.test(condition.right);
        return condition.kind === "and"
          ? (frame) => left(frame) && right(frame)
          : (frame) => left(frame) || right(frame);
      }
      case "not": {
        const inner = this.test(condition.of);
        return (frame) => !inner(frame);
      }
      case "exists":
        return this.exists(condition.operand);
      case "compare":
        return this.compare(condition.op, condition.left, condition.right, condition.quantifier);
      case "in":
        return this.membership(condition.operand, condition.elements, condition.quantifier === "all");
      case "contains":
        return this.contains(condition.left, condition.right, condition.quantifier === "all");
      case "matches":
        return this.matches(condition.left, condition.right, condition.quantifier === "all");
    }
  }

  private exists(operand: Operand): FrameTest {
    const { operands } = this;
    if (operand.kind === "literal") operands.unknown(operand.token);
    if (operand.kind === "field" && operand.layers === undefined) {
      const entry = operands.entry(operand);
      const { protocol } = entry;
      if (protocol && entry.origins.length === 0) return (frame) => frame.tape.has(protocol);
      if (!protocol && isFixed(entry)) return scan(entry, () => true, false);
    }
    const expected = operands.required(operand);
    const { collect } = operands.compile(operand, expected);
    const nonzero = operand.kind === "arithmetic";
    return (frame) => {
      const values: Value[] = [];
      collect(frame, values);
      return nonzero ? values.some(isNonzero) : values.length > 0;
    };
  }

  private compare(op: Comparison, left: Operand, right: Operand, quantifier: Quantifier | undefined): FrameTest {
    const all = quantifier ? quantifier === "all" : strict.includes(op);
    const [a, b] = this.operands.pair(left, right);
    if (classOf(a.expected.type) === "none")
      this.operands.fail(`${a.expected.name} has no value: only its presence can be asked`, left.token);
    return this.fixed(left, b, accepts[op], all) ?? compareAll(a, b, accepts[op], all);
  }

  /** The quick way, for a number or IPv4 address at a fixed place and a literal. */
  private fixed(
    operand: Operand,
    { constant }: Compiled,
    accept: (order: number) => boolean,
    all: boolean,
  ): FrameTest | undefined {
    if (constant === undefined || operand.kind !== "field" || operand.layers) return undefined;
    const entry = this.operands.entry(operand);
    if (!isFixed(entry) || entry.protocol) return undefined;
    const mask = constant.prefix === undefined ? 0xffffffff : maskOf(constant.prefix);
    const value = asNumber(constant.value);
    if (value === undefined) return undefined;
    if (constant.prefix === undefined) return scan(entry, (n) => accept(n < value ? -1 : n > value ? 1 : 0), all);
    const network = (value & mask) >>> 0;
    return scan(
      entry,
      (n) => {
        const masked = (n & mask) >>> 0;
        return accept(masked < network ? -1 : masked > network ? 1 : 0);
      },
      all,
    );
  }

  private membership(operand: Operand, elements: readonly Element[], all: boolean): FrameTest {
    const { operands } = this;
    const expected = operands.required(operand);
    const of = operands.compile(operand, expected);
    const sets = elements.map(({ low, high }) => {
      const [, from] = operands.pair(operand, low);
      return { from, to: high && operands.pair(operand, high)[1] };
    });
    const inside = (value: Value, frame: Frame) =>
      sets.some(({ from, to }) => {
        const lows: Value[] = [];
        from.collect(frame, lows);
        if (!to) return lows.some((low) => orderUnder(value, low, from.constant?.prefix) === 0);
        const highs: Value[] = [];
        to.collect(frame, highs);
        return lows.some((low) => order(value, low) >= 0) && highs.some((high) => order(value, high) <= 0);
      });
    return this.fixedSet(operand, sets, all) ?? each(of, all, inside);
  }

  private fixedSet(
    operand: Operand,
    sets: readonly { from: Compiled; to: Compiled | undefined }[],
    all: boolean,
  ): FrameTest | undefined {
    if (operand.kind !== "field" || operand.layers) return undefined;
    const entry = this.operands.entry(operand);
    const ranges: [low: number, high: number][] = [];
    for (const { from, to } of sets) {
      const low = from.constant && asNumber(from.constant.value);
      const high = to ? to.constant && asNumber(to.constant.value) : low;
      if (low === undefined || high === undefined || from.constant?.prefix !== undefined) return undefined;
      ranges.push([low, high]);
    }
    if (!isFixed(entry) || entry.protocol) return undefined;
    return scan(entry, (n) => ranges.some(([low, high]) => n >= low && n <= high), all);
  }

  private contains(left: Operand, right: Operand, all: boolean): FrameTest {
    this.searchable(this.operands.required(left), left);
    const [a, b] = this.operands.pair(left, right, "to the end");
    return compareAll(a, b, undefined, all);
  }

  private matches(left: Operand, right: Operand, all: boolean): FrameTest {
    const { operands } = this;
    const expected = operands.required(left);
    this.searchable(expected, left);
    const a = operands.compile(left, expected, "to the end");
    if (right.kind !== "literal") operands.fail("a pattern in quotes was expected", right.token);
    try {
      const matcher = new Matcher(parsePattern(right.token.binary));
      const utf8 = new TextEncoder();
      return each(a, all, (value) => {
        const bytes = typeof value === "string" ? utf8.encode(value) : (value as Uint8Array);
        return matcher.test(bytes, 0, bytes.length);
      });
    } catch (error) {
      if (error instanceof PatternError) operands.fail(`the pattern cannot be used: ${error.message}`, right.token);
      throw error;
    }
  }

  private searchable(expected: Expected, operand: Operand): void {
    const kind = classOf(expected.type);
    if (kind !== "string" && kind !== "bytes")
      this.operands.fail(`${expected.name} holds neither text nor bytes`, operand.token);
  }
}

const isNonzero = (value: Value) =>
  typeof value === "object" ? value.some((byte) => byte !== 0) : Number(value) !== 0;

/** An IPv4 address as the number it is, and numbers that are exact; undefined for the rest. */
function asNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value.length !== 4) return undefined;
  return value.reduce((number, byte) => number * 256 + byte, 0);
}

const maskOf = (prefix: number) => (prefix === 0 ? 0 : (0xffffffff << (32 - prefix)) >>> 0);

/** As {@link order}, with only the first `prefix` bits of addresses compared. */
function orderUnder(a: Value, b: Value, prefix: number | undefined): number {
  return prefix === undefined ? order(a, b) : order(masked(a as Uint8Array, prefix), masked(b as Uint8Array, prefix));
}

function masked(bytes: Uint8Array, prefix: number): Uint8Array {
  return bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * i))) & 0xff);
}

/** One value that fits, or with `all` nothing but values that fit. */
function each({ collect }: Compiled, all: boolean, fits: (value: Value, frame: Frame) => boolean): FrameTest {
  return (frame) => {
    const values: Value[] = [];
    collect(frame, values);
    return all
      ? values.length > 0 && values.every((value) => fits(value, frame))
      : values.some((value) => fits(value, frame));
  };
}

/** Compares any value with any, or all with all; without `accept` looks for the right ones inside the left ones. */
function compareAll(
  a: Compiled,
  b: Compiled,
  accept: ((order: number) => boolean) | undefined,
  all: boolean,
): FrameTest {
  const prefix = b.constant?.prefix;
  const fits = (x: Value, y: Value) => (accept ? accept(orderUnder(x, y, prefix)) : holds(x, y));
  return (frame) => {
    const lefts: Value[] = [];
    const rights: Value[] = [];
    a.collect(frame, lefts);
    if (lefts.length === 0) return false;
    b.collect(frame, rights);
    if (rights.length === 0) return false;
    const fitting = (x: Value) => (all ? rights.every((y) => fits(x, y)) : rights.some((y) => fits(x, y)));
    return all ? lefts.every(fitting) : lefts.some(fitting);
  };
}

/** True when the text or bytes of `y` stand in those of `x`. */
function holds(x: Value, y: Value): boolean {
  if (typeof x === "string") return x.includes(String(y));
  const bytes = x as Uint8Array;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(y as Uint8Array) >= 0;
}
