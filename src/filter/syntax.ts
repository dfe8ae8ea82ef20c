import type { Token } from "./lexer.ts";

/** Comparisons, by the symbol they are told as; words such as `eq` are the same. */
export type Comparison = "==" | "!=" | "===" | "!==" | "<" | "<=" | ">" | ">=";

/** Whether one value that fits is enough, or all must. */
export type Quantifier = "any" | "all";

/** A range of a slice or of layers, as typed: `[from:length]`, `[from-to]`; undefined: to the end. */
export interface Range {
  readonly from: number;
  readonly to: number | undefined;
  /** True where `to` is a length instead of the last index. */
  readonly length: boolean;
}

/** A field or protocol, with the layers and the bytes of it that are meant. */
export interface FieldOperand {
  readonly kind: "field";
  readonly name: string;
  readonly layers: readonly Range[] | undefined;
  readonly token: Token;
}

/** A value as typed; its type comes from what it is compared with. */
export interface Literal {
  readonly kind: "literal";
  readonly token: Token;
}

/** What can be compared. */
export type Operand =
  | FieldOperand
  | Literal
  | { readonly kind: "slice"; readonly of: Operand; readonly ranges: readonly Range[]; readonly token: Token }
  | {
      readonly kind: "arithmetic";
      readonly op: string;
      readonly left: Operand;
      readonly right: Operand;
      readonly token: Token;
    }
  | { readonly kind: "negative"; readonly of: Operand; readonly token: Token }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Operand[]; readonly token: Token };

/** One element of a set: a value, or a range with both ends in it. */
export interface Element {
  readonly low: Operand;
  readonly high: Operand | undefined;
}

/** What is true or false of a frame. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "exists"; readonly operand: Operand; readonly token: Token }
  | {
      readonly kind: "compare";
      readonly op: Comparison;
      readonly quantifier: Quantifier | undefined;
      readonly left: Operand;
      readonly right: Operand;
      readonly token: Token;
    }
  | {
      readonly kind: "in";
      readonly operand: Operand;
      readonly elements: readonly Element[];
      readonly quantifier: Quantifier | undefined;
      readonly token: Token;
    }
  | {
      readonly kind: "contains" | "matches";
      readonly left: Operand;
      readonly right: Operand;
      readonly quantifier: Quantifier | undefined;
      readonly token: Token;
    };

/** The functions of the filter language. */
export const functions = ["upper", "lower", "len", "count", "string", "min", "max", "abs"] as const;
