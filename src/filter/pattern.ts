/** A regular expression as a tree. Sets hold 256 flags, one a byte. */
export type Pattern =
  | { readonly kind: "set"; readonly set: Uint8Array }
  | { readonly kind: "sequence" | "choice"; readonly of: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly of: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: "assert"; readonly what: Assertion };

/** What must be true between two bytes. */
export type Assertion = "start" | "end" | "line start" | "line end" | "very end" | "word edge" | "no word edge";

/** The pattern cannot be read, or is of a kind that could run for ever. */
export class PatternError extends Error {}

interface Flags {
  readonly anyCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

const setOf = (test: (byte: number) => boolean) => Uint8Array.from({ length: 256 }, (_, byte) => (test(byte) ? 1 : 0));
const ofChars = (pattern: RegExp) => setOf((byte) => byte < 128 && pattern.test(String.fromCharCode(byte)));
const classes: Readonly<Record<string, Uint8Array>> = {
  d: ofChars(/\d/),
  w: ofChars(/\w/),
  s: ofChars(/[ \t-\r]/),
  h: ofChars(/[ \t]/),
};
const posix: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /\s/,
  xdigit: /[0-9A-Fa-f]/,
  punct: /[!-/:-@[-`{-~]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  word: /\w/,
  blank: /[ \t]/,
};
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27, 0: 0 };
const assertions: Readonly<Record<string, Assertion>> = {
  b: "word edge",
  B: "no word edge",
  A: "start",
  z: "very end",
  Z: "end",
};
/** The class of a word character, for word edges. */
export const wordBytes = classes["w"]!;

const invert = (set: Uint8Array) => set.map((flag) => 1 - flag);
const MOST_REPEATS = 1000;
const DEEPEST = 100;

/**
 * Reads the part of PCRE2 that never needs to go back: sets, groups, choices, repeats, anchors, word edges and the
 * flags i, s and m, which stand anywhere. Letters fit in either case until `(?-i)`. Throws {@link PatternError}.
 * `source` holds one byte a char.
 */
export function parsePattern(source: string): Pattern {
  const reader = new PatternReader(source);
  const pattern = reader.choice();
  if (!reader.atEnd) throw new PatternError('")" without "("');
  return pattern;
}

class PatternReader {
  private readonly source: string;
  private at = 0;
  private depth = 0;
  private flags: Flags = { anyCase: true, dotAll: false, multiline: false };

  constructor(source: string) {
    this.source = source;
  }

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  private accept(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, "y");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.source) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  choice(): Pattern {
    const of = [this.sequence()];
    while (this.accept("|")) of.push(this.sequence());
    return of.length === 1 ? of[0]! : { kind: "choice", of };
  }

  private sequence(): Pattern {
    const of: Pattern[] = [];
    while (!this.atEnd && this.source[this.at] !== "|" && this.source[this.at] !== ")") {
      const item = this.item();
      if (item) of.push(this.repeated(item));
    }
    return { kind: "sequence", of };
  }

  private repeated(item: Pattern): Pattern {
    let pattern = item;
    for (;;) {
      const found = this.match(/([*+?])|\{(\d*)(,?)(\d*)\}/);
      if (!found || found[0] === "{,}" || found[0] === "{}") {
        if (found) throw new PatternError(`"${found[0]}" repeats nothing`);
        return pattern;
      }
      if (this.accept("+")) throw new PatternError("possessive repeats are not supported");
      this.accept("?");
      const [, sign, low, comma, high] = found;
      const least = sign ? (sign === "+" ? 1 : 0) : Number(low || 0);
      const most = sign === "?" ? 1 : sign || (comma && !high) ? Number.POSITIVE_INFINITY : Number(high || low);
      if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY)) {
        throw new PatternError(`more than ${MOST_REPEATS} repeats`);
      }
      if (most < least) throw new PatternError(`"${found[0]}" ends before it begins`);
      pattern = { kind: "repeat", of: pattern, least, most };
    }
  }

  private item(): Pattern | undefined {
    const char = this.source[this.at++]!;
    switch (char) {
      case "(":
        return this.group();
      case "[":
        return { kind: "set", set: this.set() };
      case ".":
        return { kind: "set", set: setOf((byte) => this.flags.dotAll || byte !== 10) };
      case "^":
        return { kind: "assert", what: this.flags.multiline ? "line start" : "start" };
      case "$":
        return { kind: "assert", what: this.flags.multiline ? "line end" : "end" };
      case "\\":
        return this.escape();
      case "*":
      case "+":
      case "?":
        throw new PatternError(`"${char}" repeats nothing`);
      default:
        return this.byte(char.charCodeAt(0));
    }
  }

  private byte(value: number): Pattern {
    return { kind: "set", set: this.eitherCase(setOf((byte) => byte === value)) };
  }

  private eitherCase(set: Uint8Array): Uint8Array {
    if (!this.flags.anyCase) return set;
    for (let upper = 65; upper <= 90; upper++) set[upper] = set[upper + 32] = set[upper]! | set[upper + 32]!;
    return set;
  }

  private group(): Pattern | undefined {
    const outer = this.flags;
    if (this.accept("?")) {
      if (this.match(/[=!>|]|<[=!]|[PR&\d+]/) && !this.source.startsWith("P<", this.at - 1)) {
        throw new PatternError("look-around, atomic groups and references are not supported");
      }
      const flags = this.match(/([ism]*)(?:-([ism]*))?(?=[:)])/);
      if (flags) this.setFlags(flags[1]!, flags[2] ?? "");
      if (flags && this.accept(")")) return undefined;
      if (!this.accept(":") && !this.match(/<\w+>|'\w+'/))
        throw new PatternError("this kind of group is not supported");
    } else if (this.accept("*")) throw new PatternError("verbs are not supported");
    if (++this.depth > DEEPEST) throw new PatternError("the pattern is nested too deeply");
    const inside = this.choice();
    this.depth--;
    if (!this.accept(")")) throw new PatternError('")" is missing');
    this.flags = outer;
    return inside;
  }

  private setFlags(on: string, off: string): void {
    const flag = (letter: string, now: boolean) => (on.includes(letter) || now) && !off.includes(letter);
    const { anyCase, dotAll, multiline } = this.flags;
    this.flags = { anyCase: flag("i", anyCase), dotAll: flag("s", dotAll), multiline: flag("m", multiline) };
  }

  private escape(): Pattern {
    if (this.atEnd) throw new PatternError("the pattern ends with a backslash");
    const quoted = this.match(/Q([^]*?)(?:\\E|$)/);
    if (quoted) return { kind: "sequence", of: [...quoted[1]!].map((char) => this.byte(char.charCodeAt(0))) };
    const what = assertions[this.source[this.at]!];
    if (what) {
      this.at++;
      return { kind: "assert", what };
    }
    const found = this.classOrByte();
    return typeof found === "number" ? this.byte(found) : { kind: "set", set: found };
  }

  /** What an escape stands for that may also stand in a set. */
  private classOrByte(): Uint8Array | number {
    const hex = this.match(/x(?:([0-9A-Fa-f]{1,2})|\{([0-9A-Fa-f]{1,2})\})/);
    if (hex) return Number.parseInt(hex[1] ?? hex[2]!, 16);
    const octal = this.match(/0[0-7]{1,2}/);
    if (octal) return Number.parseInt(octal[0], 8);
    const letter = this.source[this.at++]!;
    const known = classes[letter.toLowerCase()];
    if (known) return letter === letter.toLowerCase() ? known : invert(known);
    const control = controls[letter];
    if (control !== undefined) return control;
    if (/[A-Za-z0-9]/.test(letter)) throw new PatternError(`"\\${letter}" is not supported`);
    return letter.charCodeAt(0);
  }

  private set(): Uint8Array {
    const set = new Uint8Array(256);
    const negative = this.accept("^");
    for (let first = true; first || this.source[this.at] !== "]"; first = false) {
      if (this.atEnd) throw new PatternError('"]" is missing');
      const low = this.setItem();
      if (typeof low !== "number") low.forEach((flag, byte) => (set[byte]! |= flag));
      else {
        const range = /^-[^\]]/.test(this.source.slice(this.at, this.at + 2));
        if (range) this.at++;
        const high = range ? this.setItem() : low;
        if (typeof high !== "number" || high < low) throw new PatternError("a range in [...] ends before it begins");
        set.fill(1, low, high + 1);
      }
    }
    this.at++;
    this.eitherCase(set);
    return negative ? invert(set) : set;
  }

  private setItem(): Uint8Array | number {
    const named = this.match(/\[:(\^?)(\w+):\]/);
    if (named) {
      const found = posix[named[2]!];
      if (!found) throw new PatternError(`there is no class ${named[2]}`);
      return named[1] ? invert(ofChars(found)) : ofChars(found);
    }
    if (this.accept("\\")) return this.accept("b") ? 8 : this.classOrByte();
    return this.source.charCodeAt(this.at++);
  }
}
