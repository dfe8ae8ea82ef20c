import type { Cursor } from "../../core/cursor.ts";
import { bigAt } from "../../core/field.ts";

/** What is shorter is no image, whatever it begins with. */
const LEAST = 20;

/**
 * True where the body is long enough for an image and has the bytes of the number `signature` at `offset`. Images
 * are known by that and not by their media type, which servers often mistake.
 */
export function has(c: Cursor, offset: number, signature: number, size: number): boolean {
  return c.captured >= LEAST && bigAt(c.bytes, c.at + offset, size) === signature;
}
