import { describe, expect, it } from "vitest";
import { Memory } from "../../src/core/memory.ts";
import { Reassembly, Unfinished } from "../../src/streams/reassembly.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (message: Reassembly) => new TextDecoder().decode(message.bytes.subarray(0, message.length));

/** Adds `text` at `offset`, as the whole payload of frame `frame`. */
function add(message: Reassembly, offset: number, text: string, frame: number): boolean {
  return message.add(offset, bytes(text), 0, text.length, frame);
}

describe("a message", () => {
  it("is complete when every gap is filled, in whatever order", () => {
    const message = new Reassembly(100, 10, false);
    add(message, 6, "ghij", 3);
    add(message, 0, "abc", 1);
    expect(message.complete).toBe(false);
    add(message, 3, "def", 7);
    expect(message.complete).toBe(true);
    expect(textOf(message)).toBe("abcdefghij");
    expect(message.parts.map((part) => part.frame)).toEqual([1, 7, 3]);
  });

  it("keeps what came first where parts overlap, and names no frame that brought nothing", () => {
    const message = new Reassembly(0, 8, false);
    add(message, 0, "abcd", 1);
    expect(add(message, 1, "XX", 2)).toBe(false);
    expect(add(message, 2, "YYefgh", 3)).toBe(true);
    expect(textOf(message)).toBe("abcdefgh");
    expect(message.parts.map((part) => part.frame)).toEqual([1, 3]);
  });

  it("finds its place across the wrap of sequence numbers", () => {
    const message = new Reassembly(0xfffffffe, 6, false);
    expect(message.offsetOf(0xfffffffe)).toBe(0);
    expect(message.offsetOf(2)).toBe(4);
    expect(message.offsetOf(4)).toBe(-1);
    expect(message.offsetOf(0xfffffffd)).toBe(-1);
  });

  it("of unknown length takes only what follows without a gap", () => {
    const message = new Reassembly(0, Number.POSITIVE_INFINITY, true);
    add(message, 0, "abc", 1);
    expect(message.offsetOf(3)).toBe(3);
    expect(message.offsetOf(4)).toBe(-1);
  });
});

describe("the unfinished messages of a run", () => {
  it("are found by the sequence number of a byte, the latest first", () => {
    const unfinished = new Unfinished(new Memory());
    const early = new Reassembly(0, 100, false);
    const late = new Reassembly(50, 10, false);
    unfinished.keep(4, early);
    unfinished.keep(4, late);
    expect(unfinished.find(4, 55)).toBe(late);
    expect(unfinished.find(4, 70)).toBe(early);
    expect(unfinished.find(5, 55)).toBeUndefined();
    unfinished.take(4, late);
    expect(unfinished.find(4, 55)).toBe(early);
  });

  it("of one direction are few, however many are begun", () => {
    const unfinished = new Unfinished(new Memory());
    for (let i = 0; i < 100; i++) unfinished.keep(0, new Reassembly(i * 10, 10, false));
    expect(unfinished.find(0, 5)).toBeUndefined();
    expect(unfinished.find(0, 995)).toBeDefined();
  });
});
