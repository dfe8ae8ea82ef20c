const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const COLON = 58;
const DIGIT_0 = 48;
const DIGITS_OF_STATUS = 3;

/** The kinds of first lines. */
export const OTHER = 0;
export const REQUEST = 1;
export const RESPONSE = 2;
/** A request that tells rather than asks (UPnP): it gets no number. */
export const NOTIFICATION = 3;

/** Request methods: the IANA registry, WebDAV and its drafts, RPC over HTTP. Any other first word is no request. */
const METHODS = new Set(
  (
    "GET POST HEAD PUT DELETE OPTIONS CONNECT TRACE PATCH LINK UNLINK PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK POLL " +
    "BCOPY BMOVE SEARCH BDELETE BPROPFIND BPROPPATCH LABEL MERGE REPORT UPDATE CHECKIN CHECKOUT UNCHECKOUT MKACTIVITY " +
    "MKWORKSPACE VERSION-CONTROL BASELINE-CONTROL M-SEARCH CCM_POST BITS_POST RPC_CONNECT RPC_IN_DATA RPC_OUT_DATA " +
    "SSTP_DUPLEX_POST"
  ).split(" "),
);
/** Methods of UPnP eventing and discovery. */
const TELLING = new Set(["NOTIFY", "SUBSCRIBE", "UNSUBSCRIBE"]);

/** Transfer codings (RFC 9112 section 7). */
const CODINGS = new Set(["chunked", "compress", "deflate", "gzip", "identity"]);

/** Offset of the first byte `wanted` in `at..to`, or -1. */
export function find(bytes: Uint8Array, at: number, to: number, wanted: number): number {
  for (let i = at; i < to; i++) if (bytes[i] === wanted) return i;
  return -1;
}

/** True where `name`, in lower case, stands at `at`, in upper or lower case. */
export function startsWith(bytes: Uint8Array, at: number, to: number, name: string): boolean {
  if (to - at < name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const byte = bytes[at + i]!;
    if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** True where the bytes `at..to` are `name`, which is in lower case. */
export function named(bytes: Uint8Array, at: number, to: number, name: string): boolean {
  return to - at === name.length && startsWith(bytes, at, to, name);
}

/** Offset of the first CR or LF in `at..to`: where a line's text ends; -1 where the line does not. */
export function lineEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let i = at; i < to; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && i + 1 < to)) return i;
  }
  return -1;
}

/** One past the CR, LF or both that may stand at `at`. */
export function pastLineEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at < to && bytes[at] === LF) return at + 1;
  if (at >= to || bytes[at] !== CR) return at;
  return at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** The number the first three bytes of a status code spell; 0 where they are no digits. */
export function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let i = from; i < Math.min(to, from + DIGITS_OF_STATUS); i++) {
    const digit = bytes[i]! - DIGIT_0;
    if (digit < 0 || digit > 9) break;
    code = code * 10 + digit;
  }
  return code;
}

/** The bytes `from..to`. */
export class Span {
  from = 0;
  to = 0;

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  set(from: number, to: number): void {
    this.from = from;
    this.to = to;
  }

  /** Leaves out blanks at either end. */
  trim(bytes: Uint8Array): void {
    while (this.from < this.to && isBlank(bytes[this.from]!)) this.from++;
    while (this.to > this.from && isBlank(bytes[this.to - 1]!)) this.to--;
  }
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/**
 * What a message's first line and header fields say about its framing (RFC 9112 section 6); offsets are in its bytes.
 * One instance serves all messages of a run.
 */
export class Head {
  kind = OTHER;
  /** First byte of the first line, one past its text, and one past its line end. */
  start = 0;
  textEnd = 0;
  lineEnd = 0;
  /** The words of the first line: method, target, version; or version, code, phrase. */
  readonly first = new Span();
  readonly second = new Span();
  readonly third = new Span();
  /** Status code of a response, otherwise 0. */
  code = 0;
  /** One past the last header field, where the body begins, and one past the empty line between them. */
  fieldsEnd = 0;
  end = 0;
  emptyEnd = 0;
  /** A line that is no header field stands before the empty line; the body begins there. */
  isBroken = false;
  /** -1 where there is none. */
  contentLength = -1;
  hasCoding = false;
  chunked = false;
  /** How many header fields name a transfer coding that is not known. */
  unknownCodings = 0;
  /** How often a length and a transfer coding were both there when one of them was read. */
  contradictions = 0;
  hasHost = false;
  readonly host = new Span();
  readonly type = new Span();
  readonly encoding = new Span();
  readonly upgrade = new Span();
  /** One past the body; set once the body was measured. */
  bodyEnd = 0;

  /** Reads the first line; false where it has no end. */
  readLine(bytes: Uint8Array, at: number, to: number): boolean {
    const end = lineEnd(bytes, at, to);
    this.start = at;
    this.textEnd = end < 0 ? to : end;
    this.lineEnd = end < 0 ? to : pastLineEnd(bytes, end, to);
    this.code = 0;
    this.kind = this.kindOf(bytes);
    return end >= 0;
  }

  private kindOf(bytes: Uint8Array): number {
    const { start, textEnd: end } = this;
    if (isUpper(bytes[start]!) && (startsWith(bytes, start, end, "http/") || startsWith(bytes, start, end, "icy "))) {
      this.splitStatus(bytes);
      return RESPONSE;
    }
    this.splitRequest(bytes);
    const { from, to } = this.first;
    if (to - from < 3 || to - from > 16) return OTHER;
    const method = String.fromCharCode(...bytes.subarray(from, to));
    return METHODS.has(method) ? REQUEST : TELLING.has(method) ? NOTIFICATION : OTHER;
  }

  private splitRequest(bytes: Uint8Array): void {
    const { start, textEnd: end } = this;
    const one = find(bytes, start, end, SPACE);
    this.first.set(start, one < 0 ? end : one);
    const two = one < 0 ? -1 : find(bytes, one + 1, end, SPACE);
    this.second.set(one < 0 ? end : one + 1, one < 0 || two < 0 ? end : two);
    this.third.set(two < 0 ? end : two + 1, end);
  }

  private splitStatus(bytes: Uint8Array): void {
    let at = this.start;
    for (const word of [this.first, this.second]) {
      const blank = find(bytes, at, this.textEnd, SPACE);
      word.set(at, blank < 0 ? this.textEnd : blank);
      at = word.to;
      while (at < this.textEnd && bytes[at] === SPACE) at++;
    }
    this.third.set(at, this.textEnd);
    if (this.second.to - this.second.from >= DIGITS_OF_STATUS)
      this.code = digitsOf(bytes, this.second.from, this.second.to);
  }

  /** True where the first line is no start of a message, but a header field. */
  isField(bytes: Uint8Array): boolean {
    return find(bytes, this.start, this.textEnd, COLON) >= 0;
  }

  /**
   * Reads the header fields from `at` on; false where the empty line is missing. A line that is no header field ends
   * them like an empty one and belongs to the body, but how long the message is may still stand behind it.
   */
  readFields(bytes: Uint8Array, at: number, to: number): boolean {
    this.contentLength = -1;
    this.unknownCodings = this.contradictions = 0;
    this.hasCoding = this.chunked = this.hasHost = this.isBroken = false;
    for (const span of [this.host, this.type, this.encoding, this.upgrade]) span.set(0, 0);
    let from = at;
    while (from < to) {
      const found = lineEnd(bytes, from, to);
      const end = found < 0 ? to : found;
      const colon = find(bytes, from, end, COLON);
      if (colon >= 0) this.readFraming(bytes, from, colon, end);
      if (colon >= 0 && !this.isBroken) this.readField(bytes, from, colon, end);
      if (found < 0) break;
      const next = pastLineEnd(bytes, end, to);
      if (colon < 0 && !this.isBroken) {
        this.fieldsEnd = from;
        this.end = end === from ? next : from;
        this.isBroken = end > from;
      }
      if (end === from) {
        this.emptyEnd = next;
        return true;
      }
      from = next;
    }
    if (!this.isBroken) this.fieldsEnd = this.end = to;
    this.emptyEnd = to;
    return false;
  }

  private readFraming(bytes: Uint8Array, at: number, colon: number, end: number): void {
    const size = colon - at;
    if (size === 14 && named(bytes, at, colon, "content-length")) {
      this.contentLength = lengthOf(bytes, colon + 1, end);
      if (this.hasCoding && this.contentLength >= 0) this.contradictions++;
    } else if (size === 17 && named(bytes, at, colon, "transfer-encoding")) this.readCoding(bytes, colon, end);
  }

  private readField(bytes: Uint8Array, at: number, colon: number, end: number): void {
    const span = this.spanOf(bytes, at, colon);
    if (span === undefined) return;
    if (span === this.host) this.hasHost = true;
    this.keep(span, bytes, colon, end);
  }

  /** Where the value of the header field whose name is `at..colon` is kept. */
  private spanOf(bytes: Uint8Array, at: number, colon: number): Span | undefined {
    switch (colon - at) {
      case 4:
        return named(bytes, at, colon, "host") ? this.host : undefined;
      case 7:
        return named(bytes, at, colon, "upgrade") ? this.upgrade : undefined;
      case 12:
        return named(bytes, at, colon, "content-type") ? this.type : undefined;
      case 16:
        return named(bytes, at, colon, "content-encoding") ? this.encoding : undefined;
      default:
        return undefined;
    }
  }

  private keep(span: Span, bytes: Uint8Array, colon: number, end: number): void {
    span.set(colon + 1, end);
    span.trim(bytes);
  }

  /** The last coding decides whether the body says itself where it ends (RFC 9112 section 6.1). */
  private readCoding(bytes: Uint8Array, colon: number, end: number): void {
    this.hasCoding = true;
    if (this.contentLength >= 0) this.contradictions++;
    const list = String.fromCharCode(...bytes.subarray(colon + 1, end));
    const codings = list.split(/[ \t,]+/).filter(Boolean);
    this.chunked ||= codings.some((name) => name.startsWith("chunked"));
    if (codings.some((name) => !CODINGS.has(name))) this.unknownCodings++;
  }
}

/** A length in decimal; -1 where there is none, or more behind it than blanks. */
export function lengthOf(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  let to = end;
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  let value = from < to ? 0 : -1;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - DIGIT_0;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value <= Number.MAX_SAFE_INTEGER ? value : -1;
}
