import { type Assertion, type Pattern, PatternError, wordBytes } from "./pattern.ts";

/** Instructions of a compiled pattern. */
const SET = 0;
const SPLIT = 1;
const ASSERT = 2;
const MATCH = 3;
/** A pattern has no more instructions, which bounds the work for each byte. */
const MOST_STEPS = 2000;
const NEWLINE = 10;

/**
 * Finds a pattern in bytes. All ways to match go forward together, so that the time is the bytes times the pattern's
 * size at most, whatever the pattern: nothing is ever tried again.
 */
export class Matcher {
  private readonly ops: number[] = [];
  /** The next instruction, and for a split the other one. */
  private readonly to: number[] = [];
  private readonly other: number[] = [];
  private readonly sets: (Uint8Array | undefined)[] = [];
  private readonly asserts: (Assertion | undefined)[] = [];
  private readonly start: number;
  /** Bytes a match can begin with; undefined where it can also begin otherwise. */
  private readonly first: Uint8Array | undefined;
  /** The ways that are open before and after a byte, each instruction once. */
  private now: Uint16Array;
  private later: Uint16Array;
  private readonly seen: Float64Array;
  private readonly stack: number[] = [];
  private stamp = 0;
  private count = 0;

  /** Throws {@link PatternError} where the pattern is too large. */
  constructor(pattern: Pattern) {
    const end = this.emit(MATCH, 0);
    this.start = this.compile(pattern, end);
    this.now = new Uint16Array(this.ops.length);
    this.later = new Uint16Array(this.ops.length);
    this.seen = new Float64Array(this.ops.length);
    this.first = this.firstBytes();
  }

  private emit(op: number, to: number, other = 0): number {
    if (this.ops.length >= MOST_STEPS) throw new PatternError("the pattern is too large");
    this.to.push(to);
    this.other.push(other);
    this.sets.push(undefined);
    this.asserts.push(undefined);
    return this.ops.push(op) - 1;
  }

  /** Adds a pattern that goes on at `next`; returns where it begins. */
  private compile(pattern: Pattern, next: number): number {
    switch (pattern.kind) {
      case "set": {
        const at = this.emit(SET, next);
        this.sets[at] = pattern.set;
        return at;
      }
      case "assert": {
        const at = this.emit(ASSERT, next);
        this.asserts[at] = pattern.what;
        return at;
      }
      case "sequence":
        return pattern.of.reduceRight((after, item) => this.compile(item, after), next);
      case "choice":
        return pattern.of
          .map((item) => this.compile(item, next))
          .reduceRight((after, at) => this.emit(SPLIT, at, after));
      case "repeat":
        return this.repeat(pattern.of, pattern.least, pattern.most, next);
    }
  }

  private repeat(of: Pattern, least: number, most: number, next: number): number {
    let at = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop = this.emit(SPLIT, 0, next);
      this.to[loop] = this.compile(of, loop);
      at = loop;
    } else for (let i = least; i < most; i++) at = this.emit(SPLIT, this.compile(of, at), next);
    for (let i = 0; i < least; i++) {
      const before = at;
      at = this.compile(of, before);
      if (at === before) break;
    }
    return at;
  }

  private firstBytes(): Uint8Array | undefined {
    const first = new Uint8Array(256);
    this.begin();
    const plain = !this.asserts.some((what) => what !== undefined);
    if (!plain || this.follow(this.start, new Uint8Array(0), 0, 0, 0)) return undefined;
    for (let i = 0; i < this.count; i++) this.sets[this.now[i]!]!.forEach((flag, byte) => (first[byte]! |= flag));
    return first;
  }

  private begin(): void {
    this.stamp++;
    this.count = 0;
  }

  /** True when the pattern occurs in bytes `start..end`. */
  test(bytes: Uint8Array, start: number, end: number): boolean {
    this.begin();
    const { first } = this;
    for (let at = start; ; at++) {
      if (this.count === 0 && first !== undefined) while (at < end && first[bytes[at]!] === 0) at++;
      if (this.follow(this.start, bytes, start, at, end)) return true;
      if (at >= end) return false;
      if (this.step(bytes, start, at, end)) return true;
    }
  }

  /** Takes the byte at `at` along all ways that are open; true when one arrives. */
  private step(bytes: Uint8Array, start: number, at: number, end: number): boolean {
    const { now, count } = this;
    const byte = bytes[at]!;
    this.now = this.later;
    this.later = now;
    this.begin();
    for (let i = 0; i < count; i++) {
      const state = now[i]!;
      if (this.sets[state]![byte] !== 0 && this.follow(this.to[state]!, bytes, start, at + 1, end)) return true;
    }
    return false;
  }

  /** Opens all ways from an instruction that need no byte; true when one arrives. */
  private follow(from: number, bytes: Uint8Array, start: number, at: number, end: number): boolean {
    const { stack, seen, stamp } = this;
    stack.push(from);
    while (stack.length > 0) {
      const state = stack.pop()!;
      if (seen[state] === stamp) continue;
      seen[state] = stamp;
      switch (this.ops[state]) {
        case SET:
          this.now[this.count++] = state;
          break;
        case SPLIT:
          stack.push(this.other[state]!, this.to[state]!);
          break;
        case ASSERT:
          if (holds(this.asserts[state]!, bytes, start, at, end)) stack.push(this.to[state]!);
          break;
        default:
          stack.length = 0;
          return true;
      }
    }
    return false;
  }
}

/** True when an assertion holds before byte `at` of `start..end`. */
function holds(what: Assertion, bytes: Uint8Array, start: number, at: number, end: number): boolean {
  switch (what) {
    case "start":
      return at === start;
    case "line start":
      return at === start || bytes[at - 1] === NEWLINE;
    case "very end":
      return at === end;
    case "end":
      return at === end || (at === end - 1 && bytes[at] === NEWLINE);
    case "line end":
      return at === end || bytes[at] === NEWLINE;
    default: {
      const before = at > start && wordBytes[bytes[at - 1]!] === 1;
      const after = at < end && wordBytes[bytes[at]!] === 1;
      return (before !== after) === (what === "word edge");
    }
  }
}
