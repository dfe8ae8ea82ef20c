const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const COLON = 58;
const DIGIT_0 = 48;

/** The kinds of first lines. */
export const OTHER = 0;
export const REQUEST = 1;
export const RESPONSE = 2;

/** Request methods (IANA registry, UPnP, and others seen in the wild). A first line that begins otherwise is no request. */
const METHODS = new Set((
  "GET POST HEAD PUT DELETE OPTIONS CONNECT TRACE PATCH LINK UNLINK PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK POLL " +
  "BCOPY BMOVE SEARCH BDELETE BPROPFIND BPROPPATCH LABEL MERGE REPORT UPDATE CHECKIN CHECKOUT UNCHECKOUT MKACTIVITY " +
  "MKWORKSPACE VERSION-CONTROL BASELINE-CONTROL NOTIFY SUBSCRIBE UNSUBSCRIBE M-SEARCH GENA ICY CCM_POST BITS_POST " +
  "RPC_CONNECT RPC_IN_DATA RPC_OUT_DATA SSTP_DUPLEX_POST"
).split(" "));

/** Offset of the first byte `wanted` in `at..to`, or -1. */
export function find(bytes: Uint8Array, at: number, to: number, wanted: number): number {
  for (let i = at; i < to; i++) if (bytes[i] === wanted) return i;
  return -1;
}

/** True where the bytes `at..to` are `name`, upper or lower case; `name` is lower case. */
export function named(bytes: Uint8Array, at: number, to: number, name: string): boolean {
  if (to - at !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const byte = bytes[at + i]!;
    if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** One past the last byte of a line's text whose LF is at `lf`. */
export function textEnd(bytes: Uint8Array, at: number, lf: number): number {
  return lf > at && bytes[lf - 1] === CR ? lf - 1 : lf;
}

/** The bytes `from..to`, without blanks at either end. */
export class Span {
  from = 0;
  to = 0;

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  clear(): void {
    this.from = this.to = 0;
  }

  set(bytes: Uint8Array, from: number, to: number): void {
    while (from < to && isBlank(bytes[from]!)) from++;
    while (to > from && isBlank(bytes[to - 1]!)) to--;
    this.from = from;
    this.to = to;
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** What a message's first line and header fields say about its framing. Filled by {@link read}; offsets in its bytes. */
export class Head {
  kind = OTHER;
  /** One past the first line's LF. */
  lineEnd = 0;
  /** The words of the first line: method, target, version; or version, code, phrase. */
  readonly words = [new Span(), new Span(), new Span()];
  /** One past the empty line; -1 where the header does not end. */
  end = -1;
  /** -1 where there is none. */
  contentLength = -1;
  chunked = false;
  readonly type = new Span();
  readonly encoding = new Span();
  readonly host = new Span();

  /** Reads the first line; false where it has no end. */
  readLine(bytes: Uint8Array, at: number, to: number): boolean {
    const lf = find(bytes, at, to, LF);
    this.lineEnd = lf < 0 ? to : lf + 1;
    this.splitLine(bytes, at, lf < 0 ? to : textEnd(bytes, at, lf));
    this.kind = this.kindOf(bytes);
    return lf >= 0;
  }

  private splitLine(bytes: Uint8Array, at: number, to: number): void {
    let from = at;
    for (let i = 0; i < 3; i++) {
      const blank = i === 2 ? -1 : find(bytes, from, to, SPACE);
      const word = this.words[i]!;
      word.from = from;
      word.to = blank < 0 ? to : blank;
      from = blank < 0 ? to : blank + 1;
    }
  }

  private kindOf(bytes: Uint8Array): number {
    const { from, to } = this.words[0]!;
    if (to - from >= 5 && named(bytes, from, from + 5, "http/")) return RESPONSE;
    if (to - from < 3 || to - from > 16 || this.words[1]!.isEmpty) return OTHER;
    return METHODS.has(String.fromCharCode(...bytes.subarray(from, to))) ? REQUEST : OTHER;
  }

  /** Reads the header fields after the first line; false where the empty line is missing. */
  read(bytes: Uint8Array, to: number): boolean {
    this.contentLength = -1;
    this.chunked = false;
    this.type.clear();
    this.encoding.clear();
    this.host.clear();
    this.end = -1;
    for (let at = this.lineEnd; at < to; ) {
      const lf = find(bytes, at, to, LF);
      if (lf < 0) return false;
      const end = textEnd(bytes, at, lf);
      if (end === at) {
        this.end = lf + 1;
        return true;
      }
      this.readField(bytes, at, end);
      at = lf + 1;
    }
    return false;
  }

  private readField(bytes: Uint8Array, at: number, end: number): void {
    const colon = find(bytes, at, end, COLON);
    if (colon < 0) return;
    switch (colon - at) {
      case 4:
        if (named(bytes, at, colon, "host")) this.host.set(bytes, colon + 1, end);
        return;
      case 12:
        if (named(bytes, at, colon, "content-type")) this.type.set(bytes, colon + 1, end);
        return;
      case 14:
        if (named(bytes, at, colon, "content-length")) this.contentLength = decimal(bytes, colon + 1, end);
        return;
      case 16:
        if (named(bytes, at, colon, "content-encoding")) this.encoding.set(bytes, colon + 1, end);
        return;
      case 17:
        if (named(bytes, at, colon, "transfer-encoding")) this.readCoding(bytes, colon + 1, end);
    }
  }

  private readCoding(bytes: Uint8Array, at: number, end: number): void {
    const coding = new Span();
    coding.set(bytes, at, end);
    this.chunked = named(bytes, coding.from, coding.to, "chunked");
  }
}

/** A length in decimal; -1 where there is none. */
function decimal(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  while (from < end && isBlank(bytes[from]!)) from++;
  let value = -1;
  for (let i = from; i < end; i++) {
    const digit = bytes[i]! - DIGIT_0;
    if (digit < 0 || digit > 9) break;
    value = Math.max(value, 0) * 10 + digit;
  }
  return value;
}
