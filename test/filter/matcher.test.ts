import { describe, expect, test } from "vitest";
import { Matcher } from "../../src/filter/matcher.ts";
import { PatternError, parsePattern } from "../../src/filter/pattern.ts";

const found = (pattern: string, text: string) => {
  const bytes = Buffer.from(text, "latin1");
  return new Matcher(parsePattern(pattern)).test(bytes, 0, bytes.length);
};

/** Patterns the engine's own regular expressions read the same way. */
const patterns = [
  "abc",
  "a|b|cd",
  "^a",
  "b$",
  "a.c",
  "a+b*c?",
  "(ab)+",
  "(?:ab|a)b",
  "[a-c]x",
  "[^a-c]x",
  "a{2}",
  "a{2,}b",
  "a{1,3}b",
  "\\d+\\s\\w",
  "\\bfoo\\b",
  "fo\\Bo",
  "x*",
  "(a*)*b",
  "(|a)+c",
  "[\\]\\-x]+",
  "\\x41\\n",
  "[\\w.]+@[\\w.]+",
  "^$",
  "a*?b",
  "(a|ab)(c|bcd)(d*)$",
];
const texts = [
  "",
  "abc",
  "xabcx",
  "ABC",
  "aab",
  "aaab c",
  "foo",
  "a foo b",
  "foobar",
  "fooo",
  "cx",
  "12 a",
  "]-x",
  "A\n",
  "me@home.org",
  "abcd",
  "a\nc",
  "aaaa",
];

describe("a pattern", () => {
  test.each(patterns)("%s finds what the engine's own finds", (pattern) => {
    for (const text of texts) expect([text, found(pattern, text)]).toEqual([text, new RegExp(pattern, "i").test(text)]);
  });

  test("heeds letters' case after (?-i), in its group only", () => {
    expect(found("(?-i)Foo", "foo")).toBe(false);
    expect(found("(?:(?-i)F)oo", "FOO")).toBe(true);
    expect(found("(?-i:F)oo", "foo")).toBe(false);
  });

  test.each(["(a+)+$", "(a|a)*$", "(.*)*(.*)*(.*)*x$", "(a?){30}a{30}b", "([a-z]+)*\\d"])(
    "%s comes to an end",
    (pattern) => {
      const started = performance.now();
      found(pattern, `${"a".repeat(3000)}!`);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );

  test.each([
    "(",
    ")",
    "[a",
    "a**+",
    "*a",
    "(?=a)",
    "(a)\\1",
    "(?<!a)b",
    "a{5000}",
    "((a{100}){100}){100}",
    "\\p{L}",
    "(".repeat(500),
  ])("%s is refused", (pattern) => expect(() => new Matcher(parsePattern(pattern))).toThrow(PatternError));
});
