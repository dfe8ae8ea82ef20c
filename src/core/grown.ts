/** A copy of an array of numbers with room for `length` of them; default twice as many. What is new is 0. */
export function grown<T extends Uint8Array | Uint16Array | Int32Array | Float64Array>(
  from: T,
  length = from.length * 2,
): T {
  const to = new (from.constructor as new (length: number) => T)(length);
  to.set(from);
  return to;
}
