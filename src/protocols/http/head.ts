import { Framing } from "./framing.ts";
import { beginsWith, DIGITS_OF_STATUS, digitsOf, find, lineEnd, named, pastLineEnd, Span } from "./lines.ts";

const CR = 13;
const SPACE = 32;
const COLON = 58;

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
  /** The last line has no end and is no header field as far as it goes; it begins at {@link fieldsEnd}. */
  isCut = false;
  /** Where it ends. */
  readonly framing = new Framing();
  readonly host = new Span();
  readonly type = new Span();
  readonly encoding = new Span();
  readonly upgrade = new Span();
  readonly extensions = new Span();
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
    if (beginsWith(bytes, start, end, "HTTP/") || beginsWith(bytes, start, end, "ICY")) {
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
    this.framing.clear();
    this.isBroken = this.isCut = false;
    for (const span of [this.host, this.type, this.encoding, this.upgrade, this.extensions]) span.clear();
    let from = at;
    while (from < to) {
      const found = lineEnd(bytes, from, to);
      const end = found < 0 ? to : found;
      const colon = find(bytes, from, end, COLON);
      if (colon >= 0) this.framing.read(bytes, from, colon, end, !this.isBroken);
      if (colon >= 0 && !this.isBroken) this.spanOf(bytes, from, colon)?.setValue(bytes, colon + 1, end);
      if (found < 0 && (colon >= 0 || this.isBroken || bytes[to - 1] !== CR)) {
        this.isCut = colon < 0 && !this.isBroken;
        break;
      }
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
    if (!this.isBroken) this.fieldsEnd = this.end = this.isCut ? from : to;
    this.emptyEnd = to;
    return false;
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
      case 24:
        return named(bytes, at, colon, "sec-websocket-extensions") ? this.extensions : undefined;
      default:
        return undefined;
    }
  }
}
