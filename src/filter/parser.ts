import { closest } from "../core/closest.ts";
import { FilterError } from "./error.ts";
import { type Token, tokens } from "./lexer.ts";
import { rangesAt } from "./ranges.ts";
import {
  type Comparison,
  type Condition,
  type Element,
  functions,
  type Operand,
  type Quantifier,
  type Range,
} from "./syntax.ts";

const comparisons: Readonly<Record<string, Comparison>> = {
  "==": "==",
  eq: "==",
  any_eq: "==",
  "!=": "!=",
  ne: "!=",
  all_ne: "!=",
  "===": "===",
  all_eq: "===",
  "!==": "!==",
  any_ne: "!==",
  "~=": "!==",
  "<": "<",
  lt: "<",
  "<=": "<=",
  le: "<=",
  ">": ">",
  gt: ">",
  ">=": ">=",
  ge: ">=",
};
/** Arithmetic by precedence, loosest first. */
const arithmetic: readonly (readonly string[])[] = [
  ["&", "bitwise_and", "bitand"],
  ["+", "-"],
  ["*", "/", "%"],
];
/** Filters nest no deeper, so that none exhausts the stack. */
const DEEPEST = 200;

/** Reads a filter. `isName` tells fields and protocols from values. Throws {@link FilterError}. */
export function parse(filter: string, isName: (name: string) => boolean): Condition {
  return new Parser(filter, isName).whole();
}

class Parser {
  private readonly filter: string;
  private readonly isName: (name: string) => boolean;
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(filter: string, isName: (name: string) => boolean) {
    this.filter = filter;
    this.isName = isName;
    this.tokens = tokens(filter);
  }

  whole(): Condition {
    if (this.tokens.length === 1) this.fail("the filter is empty");
    const condition = this.or();
    if (this.token.kind !== "end") this.fail(`"${this.token.text}" was unexpected`);
    return condition;
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private fail(reason: string, token = this.token): never {
    throw new FilterError(reason, this.filter, token.at, token.end - token.at);
  }

  /** Takes the token when it is one of these symbols or unquoted words. */
  private accept(...texts: string[]): Token | undefined {
    const { token } = this;
    if ((token.kind !== "symbol" && token.kind !== "word") || !texts.includes(token.text)) return undefined;
    this.at++;
    return token;
  }

  private expect(text: string, opened: Token): void {
    if (!this.accept(text)) this.fail(`"${text}" is missing for the "${opened.text}" at ${opened.at + 1}`);
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > DEEPEST) this.fail("the filter is nested too deeply");
    const value = read();
    this.depth--;
    return value;
  }

  private or(): Condition {
    let left = this.and();
    while (this.accept("or", "||")) left = { kind: "or", left, right: this.and() };
    return left;
  }

  private and(): Condition {
    let left = this.not();
    while (this.accept("and", "&&")) left = { kind: "and", left, right: this.not() };
    return left;
  }

  private not(): Condition {
    if (this.accept("not", "!")) return { kind: "not", of: this.nested(() => this.not()) };
    const open = this.accept("(");
    if (!open) return this.test();
    const inside = this.nested(() => this.or());
    this.expect(")", open);
    return inside;
  }

  private quantifier(): Quantifier | undefined {
    const { token } = this;
    const next = this.tokens[this.at + 1];
    // A word of its own, and not a value that is compared.
    if ((token.text !== "any" && token.text !== "all") || token.kind !== "word" || next?.kind !== "word")
      return undefined;
    this.at++;
    return token.text;
  }

  private test(): Condition {
    const quantifier = this.quantifier();
    const left = this.sum();
    const token = this.token;
    const negated = token.kind === "word" && token.text === "not" && this.tokens[this.at + 1]?.text === "in";
    if (negated) this.at++;
    if (this.accept("in")) {
      const condition: Condition = { kind: "in", operand: left, elements: this.set(), quantifier, token };
      return negated ? { kind: "not", of: condition } : condition;
    }
    if (this.accept("contains")) return { kind: "contains", left, right: this.sum(), quantifier, token };
    if (this.accept("matches", "~")) return { kind: "matches", left, right: this.sum(), quantifier, token };
    const comparison = this.relation(left, quantifier);
    if (comparison) return comparison;
    if (quantifier) this.fail(`"${quantifier}" needs a comparison`);
    return { kind: "exists", operand: left, token: left.token };
  }

  /** `a < b`, or chained: `a < b < c`. */
  private relation(left: Operand, quantifier: Quantifier | undefined): Condition | undefined {
    const { token } = this;
    const op = token.kind === "symbol" || token.kind === "word" ? comparisons[token.text] : undefined;
    if (op === undefined || !Object.hasOwn(comparisons, token.text)) return undefined;
    this.at++;
    const right = this.sum();
    const first: Condition = { kind: "compare", op, quantifier, left, right, token };
    const rest = this.relation(right, quantifier);
    return rest ? { kind: "and", left: first, right: rest } : first;
  }

  private set(): Element[] {
    const open = this.token;
    if (!this.accept("{")) this.fail("a set such as {80, 443, 8000..8100} was expected");
    const elements: Element[] = [];
    do {
      const low = this.sum();
      elements.push({ low, high: this.accept("..") ? this.sum() : undefined });
    } while (this.accept(","));
    if (this.token.text !== "}") this.fail('"," or "}" was expected');
    this.expect("}", open);
    return elements;
  }

  /** Arithmetic of one level of precedence and those that bind tighter. */
  private sum(level = 0): Operand {
    const operators = arithmetic[level];
    if (operators === undefined) return this.sliced();
    let left = this.sum(level + 1);
    for (;;) {
      const token = this.accept(...operators);
      if (!token) return left;
      const op = token.kind === "word" ? "&" : token.text;
      left = { kind: "arithmetic", op, left, right: this.sum(level + 1), token };
    }
  }

  private sliced(): Operand {
    let operand = this.factor();
    while (this.token.text === "[" && this.token.kind === "symbol") {
      const { token } = this;
      operand = { kind: "slice", of: operand, ranges: this.ranges(), token };
    }
    return operand;
  }

  private factor(): Operand {
    const { token } = this;
    if (this.accept("-")) return { kind: "negative", of: this.nested(() => this.sliced()), token };
    if (this.accept("+")) return this.nested(() => this.sliced());
    if (this.accept("{")) {
      const inside = this.nested(() => this.sum());
      this.expect("}", token);
      return inside;
    }
    if (token.kind === "end") this.fail("a field or value is missing at the end");
    if (token.kind === "symbol") this.fail("a field or value was expected");
    this.at++;
    if (token.kind !== "word") return { kind: "literal", token };
    if (this.token.text === "(" && this.token.kind === "symbol") return this.call(token);
    if (!this.isName(token.text)) return { kind: "literal", token };
    return { kind: "field", name: token.text, layers: this.layers(), token };
  }

  private call(token: Token): Operand {
    if (!(functions as readonly string[]).includes(token.text)) {
      const near = closest(token.text, functions);
      this.fail(`there is no function ${token.text}${near ? ` (did you mean ${near}?)` : ""}`, token);
    }
    const open = this.token;
    this.at++;
    const args: Operand[] = [];
    do args.push(this.nested(() => this.sum()));
    while (this.accept(","));
    this.expect(")", open);
    return { kind: "call", name: token.text, args, token };
  }

  /** `#1`, `#[1-2]`, `#[-1]` after a field. */
  private layers(): readonly Range[] | undefined {
    if (!this.accept("#")) return undefined;
    if (this.token.text === "[") return this.ranges();
    const { token } = this;
    if (!/^\d+$/.test(token.text)) this.fail("the number of a layer was expected", token);
    this.at++;
    return [{ from: Number(token.text), to: 1, length: true }];
  }

  /** Reads `[...]` from the filter's text, for `1-2` and `1:2` would be words. */
  private ranges(): readonly Range[] {
    const [ranges, end] = rangesAt(this.filter, this.token.at);
    while (this.token.at < end && this.token.kind !== "end") this.at++;
    return ranges;
  }
}
