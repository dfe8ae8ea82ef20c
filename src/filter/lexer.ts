import { FilterError } from "./error.ts";

/** What a token is. */
export type TokenKind = "word" | "string" | "raw" | "char" | "symbol" | "end";

/** One piece of a filter. */
export interface Token {
  readonly kind: TokenKind;
  /** A word or symbol as it stands; a string or character without quotes and with its escapes read. */
  readonly text: string;
  /** The bytes of a string or character, one a char: `"\\xff"` is one byte, `"ÿ"` two. Otherwise the text. */
  readonly binary: string;
  /** Offset of its first character and one past its last. */
  readonly at: number;
  readonly end: number;
}

/** Longest first, so that `==` is not two of something. */
const SYMBOLS = [
  "===",
  "!==",
  "==",
  "!=",
  "~=",
  ">=",
  "<=",
  "&&",
  "||",
  "..",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ",",
  "#",
  "<",
  ">",
  "!",
  "~",
  "&",
  "+",
  "*",
  "/",
  "%",
  "-",
];
/** Names, numbers, addresses with their prefix length, bytes. */
const WORD = /[A-Za-z0-9_:](?:[A-Za-z0-9_:/]|\.(?!\.)|-(?=[A-Za-z0-9_]))*/y;
/** Words that continue where a sign or a dot begins them. */
const SIGNED = /-(?=\d)[A-Za-z0-9_.]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "?": "?",
};

/** Splits a filter into tokens, the last of which is `end`. Throws {@link FilterError}. */
export function tokens(filter: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(filter[at] ?? "")) at++;
    const token = tokenAt(filter, at, found.at(-1));
    found.push(token);
    if (token.kind === "end") return found;
    at = token.end;
  }
}

function tokenAt(filter: string, at: number, before: Token | undefined): Token {
  const first = filter[at];
  if (first === undefined) return { kind: "end", text: "", binary: "", at, end: at };
  if (first === '"') return quoted(filter, at, at + 1, "string");
  if (first === "'") return quoted(filter, at, at + 1, "char");
  if (/^[rR]"/.test(filter.slice(at, at + 2))) return rawString(filter, at);
  const operand = before !== undefined && (before.kind !== "symbol" || [")", "]", "}"].includes(before.text));
  const word = match(WORD, filter, at) ?? (operand ? undefined : match(SIGNED, filter, at));
  if (word !== undefined) return { kind: "word", text: word, binary: word, at, end: at + word.length };
  const symbol = SYMBOLS.find((text) => filter.startsWith(text, at));
  if (symbol === undefined) throw new FilterError(`"${first}" means nothing here`, filter, at);
  return { kind: "symbol", text: symbol, binary: symbol, at, end: at + symbol.length };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The UTF-8 bytes of a text, one a char. */
const binaryOf = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");

function literal(kind: TokenKind, binary: string, at: number, end: number): Token {
  const text = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  return { kind, text, binary, at, end };
}

/** r"...": nothing but the closing quote is special. */
function rawString(filter: string, at: number): Token {
  const close = filter.indexOf('"', at + 2);
  if (close < 0) throw new FilterError("the string has no end", filter, at, filter.length - at);
  return literal("raw", binaryOf(filter.slice(at + 2, close)), at, close + 1);
}

function quoted(filter: string, at: number, from: number, kind: "string" | "char"): Token {
  const quote = filter[at]!;
  let binary = "";
  for (let i = from; i < filter.length; ) {
    if (filter[i] === quote) {
      if (kind === "char" && binary.length !== 1)
        throw new FilterError("'' holds one character", filter, at, i + 1 - at);
      return literal(kind, binary, at, i + 1);
    }
    if (filter[i] === "\\") {
      const [bytes, size] = escapeAt(filter, i);
      binary += bytes;
      i += size;
    } else {
      const char = String.fromCodePoint(filter.codePointAt(i)!);
      binary += binaryOf(char);
      i += char.length;
    }
  }
  throw new FilterError("the string has no end", filter, at, filter.length - at);
}

/** What an escape stands for and how many characters it takes: `\n`, `\x41`, `\101`. */
function escapeAt(filter: string, at: number): [bytes: string, size: number] {
  const hex = /^\\x([0-9A-Fa-f]{1,2})/.exec(filter.slice(at, at + 4));
  if (hex) return [String.fromCharCode(Number.parseInt(hex[1]!, 16)), hex[0].length];
  const octal = /^\\([0-7]{1,3})/.exec(filter.slice(at, at + 4));
  if (octal) return [String.fromCharCode(Number.parseInt(octal[1]!, 8) & 255), octal[0].length];
  const next = String.fromCodePoint(filter.codePointAt(at + 1) ?? 0);
  // An unknown escape stays as it is: in a pattern it means something.
  return [ESCAPES[next] ?? `\\${binaryOf(next)}`, 1 + next.length];
}
