const LF = 10;
const CR = 13;
const SPACE = 32;
const DOT = 46;
/** Letters of a command, but for STARTTLS. */
export const WORD_SIZE = 4;
const STARTTLS = "STARTTLS";

/** One past the end of the line at `at`, or -1 where it goes on beyond `end`. A CR may be the first half of a CR LF. */
export function lineEnd(b: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (b[i] === LF) return i + 1;
    if (b[i] === CR && i + 1 < end) return b[i + 1] === LF ? i + 2 : i + 1;
  }
  return -1;
}

/** Where the line at `at` ends, or what there is of it. */
export function lineLimit(b: Uint8Array, at: number, end: number): number {
  const to = lineEnd(b, at, end);
  return to < 0 ? end : to;
}

/** True where the text `at..last` begins with `word`, given in capitals. */
export function beginsWith(b: Uint8Array, at: number, last: number, word: string): boolean {
  if (last - at < word.length) return false;
  for (let i = 0; i < word.length; i++) if ((b[at + i]! & ~SPACE) !== word.charCodeAt(i)) return false;
  return true;
}

/** True where the text `at..last` has the form of a command: four letters, and a blank behind them; or a dot alone. */
export function isCommand(b: Uint8Array, at: number, last: number): boolean {
  if (last - at === 1) return b[at] === DOT;
  if (last - at < WORD_SIZE) return false;
  return last - at === WORD_SIZE || b[at + WORD_SIZE] === SPACE || beginsWith(b, at, last, STARTTLS);
}

/** True for the line of a dot alone at `at`. */
function isDot(b: Uint8Array, at: number, end: number): boolean {
  return at + 3 <= end && b[at] === DOT && b[at + 1] === CR && b[at + 2] === LF;
}

/** Where the text of a mail in `at..end` ends, and one past the dot that ends it (RFC 5321 section 4.1.1.4). */
export interface MailEnd {
  readonly text: number;
  readonly dot: number;
}

/** Looks for the end of a mail; `endsLine`: a line may end it right at `at`. An empty line before the dot is its, too. */
export function mailEnd(b: Uint8Array, at: number, end: number, endsLine: boolean): MailEnd | undefined {
  if (endsLine && isDot(b, at, end)) return { text: at, dot: at + 3 };
  for (let i = at; i < end; i++) {
    const isStart = i === at || b[i - 1] === LF;
    if (isStart && b[i] === CR && b[i + 1] === LF && isDot(b, i + 2, end)) return { text: i, dot: i + 5 };
    if (b[i] === LF && isDot(b, i + 1, end)) return { text: i + 1, dot: i + 4 };
  }
  return undefined;
}
