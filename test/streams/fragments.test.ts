import { expect, test } from "vitest";
import { Frame } from "../../src/core/frame.ts";
import { Memory } from "../../src/core/memory.ts";
import { CONFLICTS, ENDS_ELSEWHERE, OVERLAPS, TOO_LONG } from "../../src/streams/fragment-parts.ts";
import { type Datagram, Fragments } from "../../src/streams/fragments.ts";

const SOURCE = [10, 0, 0, 1];
const DESTINATION = [10, 0, 0, 2];

/** One fragment: offset, text, whether more follow, and the identification of its datagram. */
type Sent = readonly [offset: number, text: string, more: boolean, id?: number];

/** Gives fragments to an assembler, as frames 1, 2, ...; what each completed. */
function send(
  into: Fragments,
  sent: readonly Sent[],
  addresses = [...SOURCE, ...DESTINATION],
): (Datagram | undefined)[] {
  const frame = new Frame();
  frame.addressBytes = Uint8Array.from(addresses);
  frame.sourceAt = 0;
  frame.destinationAt = 4;
  frame.addressSize = 4;
  return sent.map(([offset, text, more, id = 7], i) => {
    frame.number = i + 1;
    const bytes = new TextEncoder().encode(`<${text}>`);
    return into.add(frame, id, offset, more, bytes, 1, bytes.length - 1);
  });
}

/** What the last of some fragments completed: the text, the frames by offset, the marks of each. */
function joined(...sent: Sent[]) {
  const done = send(new Fragments(new Memory()), sent);
  expect(done.slice(0, -1).every((datagram) => datagram === undefined)).toBe(true);
  const last = done.at(-1);
  if (last === undefined) return undefined;
  return {
    text: new TextDecoder().decode(last.bytes),
    frames: last.parts.map((part) => part.frame),
    marks: last.parts.map((part) => part.marks),
  };
}

test("parts are joined by offset, in whatever order they come", () => {
  const whole = { text: "aaaaaaaabbbbbbbbcc", marks: [0, 0, 0] };
  const a: Sent = [0, "aaaaaaaa", true];
  const b: Sent = [8, "bbbbbbbb", true];
  const c: Sent = [16, "cc", false];
  expect(joined(a, b, c)).toEqual({ ...whole, frames: [1, 2, 3] });
  expect(joined(c, a, b)).toEqual({ ...whole, frames: [2, 3, 1] });
});

test("a part that comes twice overlaps and changes nothing", () => {
  const twice = joined([0, "aaaaaaaa", true], [0, "aaaaaaaa", true], [8, "b", false]);
  expect(twice).toEqual({ text: "aaaaaaaab", frames: [1, 2, 3], marks: [0, OVERLAPS, 0] });
});

test("where parts overlap the lower offset counts, then the first to come", () => {
  const shifted = joined([8, "bbbbbbbb", true], [0, "aaaaaaaaaaaa", true], [16, "c", false]);
  expect(shifted).toEqual({ text: "aaaaaaaaaaaabbbbc", frames: [2, 1, 3], marks: [0, OVERLAPS | CONFLICTS, 0] });
  const same = joined([0, "aaaaaaaa", true], [0, "xxxxxxxx", true], [8, "b", false]);
  expect(same).toEqual({ text: "aaaaaaaab", frames: [1, 2, 3], marks: [0, OVERLAPS | CONFLICTS, 0] });
});

test("the first of several last parts tells the length", () => {
  const longer = joined([8, "bb", false], [8, "bbbb", false], [0, "aaaaaaaa", true]);
  expect(longer).toEqual({
    text: "aaaaaaaabb",
    frames: [3, 1, 2],
    marks: [0, 0, OVERLAPS | ENDS_ELSEWHERE | TOO_LONG],
  });
  const shorter = joined([8, "bb", false], [8, "b", false], [0, "aaaaaaaa", true]);
  expect(shorter).toEqual({ text: "aaaaaaaabb", frames: [3, 1, 2], marks: [0, 0, OVERLAPS | ENDS_ELSEWHERE] });
});

test("a gap, another identification or another address keeps parts apart", () => {
  expect(joined([0, "aaaaaaaa", true], [16, "c", false])).toBeUndefined();
  expect(joined([0, "aaaaaaaa", true, 1], [8, "b", false, 2])).toBeUndefined();
  const fragments = new Fragments(new Memory());
  send(fragments, [[0, "aaaaaaaa", true]]);
  expect(send(fragments, [[8, "b", false]], [...SOURCE, 10, 0, 0, 3])).toEqual([undefined]);
});

test("a completed datagram is forgotten, so that its identification can be used again", () => {
  const done = send(new Fragments(new Memory()), [
    [0, "aaaaaaaa", true],
    [8, "b", false],
    [8, "d", false],
    [0, "cccccccc", true],
  ]);
  expect(done.map((datagram) => datagram && new TextDecoder().decode(datagram.bytes))).toEqual([
    undefined,
    "aaaaaaaab",
    undefined,
    "ccccccccd",
  ]);
});

test("the oldest datagrams are given up where too many are unfinished", () => {
  const fragments = new Fragments(new Memory());
  const starts = Array.from({ length: 4097 }, (_, id): Sent => [0, "aaaaaaaa", true, id]);
  send(fragments, starts);
  expect(send(fragments, [[8, "b", false, 0]])).toEqual([undefined]);
  expect(send(fragments, [[8, "b", false, 4096]])[0]?.length).toBe(9);
});

test("the oldest datagrams are given up where they hold too much, and one of too many parts", () => {
  const fragments = new Fragments(new Memory());
  const text = "a".repeat(32768);
  send(
    fragments,
    Array.from({ length: 129 }, (_, id): Sent => [0, text, true, id]),
  );
  expect(send(fragments, [[32768, "b", false, 0]])).toEqual([undefined]);
  expect(send(fragments, [[32768, "b", false, 128]])[0]?.length).toBe(32769);
  send(
    fragments,
    Array.from({ length: 8192 }, (): Sent => [8, "b", false, 9999]),
  );
  expect(send(fragments, [[0, "aaaaaaaa", true, 9999]])).toEqual([undefined]);
});
