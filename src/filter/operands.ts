import { closest } from "../core/closest.ts";
import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import type { NameEntry, Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { isWide, numberOf, writeValue } from "../core/value.ts";
import { ByteWriter } from "../core/writer.ts";
import { FilterError } from "./error.ts";
import type { Token } from "./lexer.ts";
import { type Constant, type Expected, isPort, readLiteral } from "./literal.ts";
import { resolve } from "./ranges.ts";
import type { FieldOperand, Operand, Range } from "./syntax.ts";
import {
  type Collect,
  classOf,
  collectName,
  type Extent,
  order,
  type Value,
  type ValueClass,
  type ValueType,
} from "./values.ts";

/** An operand whose type is known and whose values can be collected. */
export interface Compiled {
  readonly expected: Expected;
  readonly collect: Collect;
  /** Set where the operand is one literal. */
  readonly constant: Constant | undefined;
}

/** Compiles operands for one registry; the values of all are read through the same rows. */
export class Operands {
  readonly registry: Registry;
  private readonly rows: Rows;
  private readonly filter: string;

  constructor(filter: string, registry: Registry, rows: Rows) {
    this.filter = filter;
    this.registry = registry;
    this.rows = rows;
  }

  /** Throws with a caret under the token. */
  fail(reason: string, { at, end }: Token): never {
    throw new FilterError(reason, this.filter, at, end - at);
  }

  /** The entry of a field operand's name. */
  entry({ name, token }: FieldOperand): NameEntry {
    return this.registry.find(name) ?? this.unknown(token);
  }

  /** Throws for a word that is no name, saying what was probably meant. */
  unknown(token: Token): never {
    const near =
      token.kind === "word"
        ? closest(
            token.text,
            [...this.registry.all()].map(({ name }) => name),
          )
        : undefined;
    this.fail(`"${token.text}" is not a field or protocol${near ? ` (did you mean ${near}?)` : ""}`, token);
  }

  /** Two operands that are compared: a literal is read as what the other one is. */
  pair(left: Operand, right: Operand, extent: Extent = "own"): [Compiled, Compiled] {
    const leftType = this.expected(left);
    const rightType = this.expected(right);
    if (leftType === undefined && rightType === undefined) this.unknown(firstWord(left) ?? left.token);
    const label = leftType && this.labelled(right, leftType);
    if (label) return [this.compile(left, leftType, extent), label];
    const a = this.compile(left, leftType ?? rightType!, extent);
    const b = this.compile(right, rightType ?? leftType!, extent);
    if (!comparable(a.expected.type, b.expected.type)) {
      this.fail(`${a.expected.name} and ${b.expected.name} cannot be compared`, right.token);
    }
    return [a, b];
  }

  /** A protocol's name where a field's value is asked for: `ip.proto == tcp`. */
  private labelled(operand: Operand, expected: Expected): Compiled | undefined {
    if (operand.kind !== "field" || !this.registry.find(operand.name)?.protocol) return undefined;
    if (!expected.fields.some(({ names }) => names !== undefined) && !isPort(expected.fields)) return undefined;
    return this.literal(operand.token, expected);
  }

  /** What an operand's values are; undefined for a literal, which is what it is compared with. */
  expected(operand: Operand): Expected | undefined {
    switch (operand.kind) {
      case "field":
        return this.fieldType(operand);
      case "literal":
        return undefined;
      case "slice": {
        const type = this.expected(operand.of);
        return (
          type && { type: type.type === "string" ? "string" : "bytes", fields: [], name: `a slice of ${type.name}` }
        );
      }
      case "arithmetic":
        return this.expected(operand.left) ?? this.expected(operand.right);
      case "negative":
        return this.expected(operand.of);
      case "call":
        return this.callType(operand.name, operand.args);
    }
  }

  /** As {@link expected}; throws for a literal, where a field is needed. */
  required(operand: Operand): Expected {
    return this.expected(operand) ?? this.unknown(operand.token);
  }

  private fieldType(operand: FieldOperand): Expected {
    const { origins, protocol, name } = this.entry(operand);
    const fields = origins.map(({ field }) => field);
    return { type: fields[0]?.type ?? (protocol ? "protocol" : "bytes"), fields, name };
  }

  private callType(name: string, args: readonly Operand[]): Expected | undefined {
    if (name === "len" || name === "count") return { type: "uint", fields: [], name: `${name}()` };
    if (name === "upper" || name === "lower" || name === "string")
      return { type: "string", fields: [], name: `${name}()` };
    for (const arg of args) {
      const found = this.expected(arg);
      if (found) return found;
    }
    return undefined;
  }

  /** Compiles an operand; literals are read as `expected`. */
  compile(operand: Operand, expected: Expected, extent: Extent = "own"): Compiled {
    switch (operand.kind) {
      case "literal":
        return this.literal(operand.token, expected);
      case "field":
        return this.field(operand, extent);
      case "slice":
        return this.slice(operand.of, operand.ranges, operand.token);
      case "negative":
        return this.mapped(operand.of, expected, operand.token, ["number", "duration"], (value) => -(value as number));
      case "arithmetic":
        return this.arithmetic(operand.op, operand.left, operand.right, expected, operand.token);
      case "call":
        return this.call(operand.name, operand.args, expected, operand.token);
    }
  }

  private literal(token: Token, expected: Expected): Compiled {
    const constant = readLiteral(token, expected);
    if (typeof constant === "string") {
      const name =
        token.kind === "word" && /^[a-z][\w-]*\.[a-z]/.test(token.text) && expected.fields.every(({ names }) => !names);
      return name ? this.unknown(token) : this.fail(constant, token);
    }
    return { expected, constant, collect: (_, into) => into.push(constant.value) };
  }

  private field(operand: FieldOperand, extent: Extent): Compiled {
    const entry = this.entry(operand);
    const collect = collectName(this.registry, this.rows, entry, operand.layers, extent);
    return { expected: this.fieldType(operand), collect, constant: undefined };
  }

  private slice(of: Operand, ranges: readonly Range[], token: Token): Compiled {
    const expected = this.required({ kind: "slice", of, ranges, token });
    return {
      ...this.mapped(of, expected, token, ["bytes", "string"], (value) => sliced(value as Uint8Array | string, ranges)),
      expected,
    };
  }

  /** Applies a function to each value; values it gives nothing for are left out. */
  private mapped(
    of: Operand,
    expected: Expected,
    token: Token,
    allowed: readonly ValueClass[],
    apply: (value: Value) => Value | undefined,
  ): Compiled {
    const inner = this.compile(of, this.expected(of) ?? expected);
    if (!allowed.includes(classOf(inner.expected.type)))
      this.fail(`${inner.expected.name} does not hold ${allowed.join(" or ")}`, token);
    const collect: Collect = (frame, into) => {
      const from = into.length;
      inner.collect(frame, into);
      let kept = from;
      for (let i = from; i < into.length; i++) {
        const value = apply(into[i]!);
        if (value !== undefined) into[kept++] = value;
      }
      into.length = kept;
    };
    return { expected: inner.expected, collect, constant: undefined };
  }

  private arithmetic(op: string, left: Operand, right: Operand, expected: Expected, token: Token): Compiled {
    const wide: Expected = { ...expected, fields: [] };
    const a = this.compile(left, this.expected(left) ?? wide);
    const b = this.compile(right, this.expected(right) ?? wide);
    for (const { expected: type } of [a, b]) {
      const reckonable = ["number", "duration", ...(op === "&" ? ["bytes"] : [])];
      if (!reckonable.includes(classOf(type.type))) this.fail(`${type.name} cannot be reckoned with`, token);
    }
    const collect: Collect = (frame, into) => {
      const lefts: Value[] = [];
      const rights: Value[] = [];
      a.collect(frame, lefts);
      b.collect(frame, rights);
      for (const x of lefts) {
        for (const y of rights) {
          const value = reckon(op, x, y);
          if (value !== undefined) into.push(value);
        }
      }
    };
    return { expected: wide, collect, constant: undefined };
  }

  private call(name: string, args: readonly Operand[], expected: Expected, token: Token): Compiled {
    const [first] = args;
    const type = this.callType(name, args) ?? expected;
    if (args.length > 1 && name !== "min" && name !== "max") this.fail(`${name}() takes one value`, args[1]!.token);
    switch (name) {
      case "upper":
        return this.mapped(first!, type, token, ["string"], (value) => (value as string).toUpperCase());
      case "lower":
        return this.mapped(first!, type, token, ["string"], (value) => (value as string).toLowerCase());
      case "len":
        return { ...this.length(first!, type, token), expected: type };
      case "abs":
        return this.mapped(first!, type, token, ["number", "duration"], (value) =>
          (value as number) < 0 ? -(value as number) : value,
        );
      case "count":
        return { ...this.gathered([this.compile(first!, type)], (values) => values.length), expected: type };
      case "string":
        return this.texts(first!, type, token);
      default: {
        const sign = name === "min" ? 1 : -1;
        const compiled = args.map((arg) => this.compile(arg, type));
        return this.gathered(compiled, (values) => values.reduce((a, b) => (order(a, b) * sign <= 0 ? a : b)));
      }
    }
  }

  /** Bytes of a text or of bytes; of a whole number as many as it takes on the wire. */
  private length(operand: Operand, type: Expected, token: Token): Compiled {
    const { type: of, fields } = this.required(operand);
    if (of !== "uint" && of !== "int") return this.mapped(operand, type, token, ["string", "bytes"], lengthOf);
    const size = Math.max(...fields.map((field) => field.size)) || 4;
    return this.mapped(operand, type, token, ["number"], () => size);
  }

  /** One value from all values of the operands; none where there are none. */
  private gathered(operands: readonly Compiled[], make: (values: readonly Value[]) => Value): Compiled {
    const collect: Collect = (frame, into) => {
      const values: Value[] = [];
      for (const operand of operands) operand.collect(frame, values);
      if (values.length > 0) into.push(make(values));
    };
    return { expected: operands[0]!.expected, collect, constant: undefined };
  }

  /** The values of a field as `-T fields` prints them, numbers always in decimal. */
  private texts(operand: Operand, expected: Expected, token: Token): Compiled {
    if (operand.kind !== "field") this.fail("string() takes a field", token);
    const { rows } = this;
    const entry = this.entry(operand);
    const writer = new ByteWriter(256);
    const collect = (frame: Frame, into: Value[]) => {
      rows.select(frame, entry);
      for (let i = 0; i < rows.count; i++) {
        if (!rows.isField(i)) continue;
        writer.at = 0;
        if (isWhole(rows, i)) writer.decimal(numberOf(frame, rows, i));
        else writeValue(writer, frame, rows, i);
        into.push(writer.toString());
      }
    };
    return { expected, collect, constant: undefined };
  }
}

/** True for a row that holds a whole number a double can. */
function isWhole(rows: Rows, i: number): boolean {
  const { type } = rows.nodes[i] as Field;
  return (type === "uint" || type === "int") && !isWide(rows, i);
}

const isIp = (type: ValueType) => type === "ipv4" || type === "ipv6";

/** True for types of one class, of which IP addresses are compared with their like only. */
const comparable = (a: ValueType, b: ValueType) => (isIp(a) || isIp(b) ? a === b : classOf(a) === classOf(b));

function firstWord(operand: Operand): Token | undefined {
  return operand.kind === "literal" && operand.token.kind === "word" ? operand.token : undefined;
}

const lengthOf = (value: Value) =>
  typeof value === "string" ? new TextEncoder().encode(value).length : (value as Uint8Array).length;

/** The pieces of a value, joined; undefined where one lies outside. */
function sliced(value: Uint8Array | string, ranges: readonly Range[]): Value | undefined {
  const pieces: (Uint8Array | string)[] = [];
  for (const range of ranges) {
    const found = resolve(range, value.length);
    if (found === undefined) return undefined;
    pieces.push(value.slice(...found));
  }
  if (pieces.length === 1) return pieces[0]!;
  if (typeof value === "string") return pieces.join("");
  return Uint8Array.from(pieces.flatMap((piece) => [...(piece as Uint8Array)]));
}

/** Arithmetic on two numbers, or `&` on bytes; undefined for a division by zero. */
function reckon(op: string, x: Value, y: Value): Value | undefined {
  if (typeof x === "object") return x.map((byte, i) => byte & ((y as Uint8Array)[i] ?? 0));
  const exact = typeof x === "bigint" || typeof y === "bigint" || op === "&" || op === "*";
  if (exact && Number.isInteger(Number(x)) && Number.isInteger(Number(y)))
    return whole(op, BigInt(x as bigint), BigInt(y as bigint));
  const [a, b] = [Number(x), Number(y)];
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "&":
      return undefined;
    default:
      if (b === 0) return undefined;
      return op === "%" ? a % b : Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
  }
}

function whole(op: string, a: bigint, b: bigint): bigint | undefined {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "&":
      return a & b;
    default:
      if (b === 0n) return undefined;
      return op === "%" ? a % b : a / b;
  }
}
