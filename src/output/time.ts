import type { Time } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";

/** `later - earlier`, the sign on both parts. */
export function difference(
  seconds: number, nanoseconds: number, earlierSeconds: number, earlierNanoseconds: number,
): Time {
  let s = seconds - earlierSeconds;
  let n = nanoseconds - earlierNanoseconds;
  if (s > 0 && n < 0) {
    s--;
    n += 1e9;
  } else if (s < 0 && n > 0) {
    s++;
    n -= 1e9;
  }
  return { seconds: s, nanoseconds: n };
}

/** A frame's time since the first frame, the sign on both parts. */
export function sinceFirst(frame: Frame): Time {
  return difference(frame.seconds, frame.nanoseconds, frame.firstSeconds, frame.firstNanoseconds);
}
