const LETTER_A = 65;
const LETTER_Z = 90;
const BLANK = 32;
const LAST_PRINTABLE = 126;
const DOT = 46;
/** Characters of a name, the last of them the kind of service. */
const NAME_LENGTH = 16;

const hex = (code: number) => `<${code.toString(16).padStart(2, "0")}>`;

/** Characters of a NetBIOS name as text, blanks behind them left out. */
export function netbiosText(codes: Iterable<number>): string {
  const shown = Array.from(codes, (code) => {
    return code >= BLANK && code <= LAST_PRINTABLE ? String.fromCharCode(code) : hex(code);
  });
  return shown.join("").trimEnd();
}

/** A NetBIOS name of 16 characters as text; the last, the kind of service, is in hexadecimal. */
export function netbiosName(codes: readonly number[]): string {
  return netbiosText(codes.slice(0, NAME_LENGTH - 1)) + hex(codes[NAME_LENGTH - 1]!);
}

/** The character that two letters stand for (RFC 1001 section 14.1). */
export function letterPair(high: number, low: number): number {
  return (((high - LETTER_A) << 4) | (low - LETTER_A)) & 255;
}

/**
 * The NetBIOS name encoded in a domain name whose text this is (RFC 1001 section 14.1), its scope behind a dot; where it
 * is none, what is wrong with it.
 */
export function decodedName(domain: string): string {
  const codes: number[] = [];
  let at = 0;
  const ends = () => at >= domain.length || domain.charCodeAt(at) === DOT;
  const isLetter = (place: number) => domain.charCodeAt(place) >= LETTER_A && domain.charCodeAt(place) <= LETTER_Z;
  for (; !ends(); at += 2) {
    if (!isLetter(at)) return illegal("1st character not between A and Z in first-level encoding");
    if (at + 1 >= domain.length || domain.charCodeAt(at + 1) === DOT) return illegal("odd number of bytes");
    if (!isLetter(at + 1)) return illegal("2nd character not between A and Z in first-level encoding");
    codes.push(letterPair(domain.charCodeAt(at), domain.charCodeAt(at + 1)));
  }
  if (codes.length < NAME_LENGTH) return illegal(`${codes.length} bytes long`);
  return netbiosName(codes) + domain.slice(at);
}

const illegal = (why: string) => `Illegal NetBIOS name (${why})`;
