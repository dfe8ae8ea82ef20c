import type { ByteWriter } from "../core/writer.ts";

const QUOTE = 34;
const BACKSLASH = 92;
const BLANK = 32;
const DELETE = 127;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
/** U+FFFD, which stands for bytes that are no UTF-8. */
const REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);
const UTF8 = new TextEncoder();

/** For each byte below 128 its escaped form; undefined where it stands for itself. */
const ESCAPES: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const text = code === 127 ? '"\\u007f"' : JSON.stringify(String.fromCharCode(code));
  return text.length > 3 ? UTF8.encode(text.slice(1, -1)) : undefined;
});

/** Writes bytes `start..end`, which should be UTF-8, as a JSON string; what is no UTF-8 becomes U+FFFD. */
export function writeJsonBytes(w: ByteWriter, from: Uint8Array, start: number, end: number): void {
  w.reserve((end - start) * 6 + 2);
  w.byte(QUOTE);
  for (let i = start; i < end; ) {
    const code = from[i]!;
    if (code < 128) {
      const escaped = ESCAPES[code];
      if (escaped === undefined) w.buffer[w.at++] = code;
      else w.put(escaped);
      i++;
      continue;
    }
    const size = sequence(from, i, end);
    if (size === 0) w.put(REPLACEMENT);
    else w.copy(from, i, i + size);
    i += size || 1;
  }
  w.byte(QUOTE);
}

/** The size of the UTF-8 sequence of several bytes at `i`, or 0 where there is none (RFC 3629 section 4). */
export function sequence(b: Uint8Array, i: number, end: number): number {
  const first = b[i]!;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || i + size > end) return 0;
  const second = b[i + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < size; k++) if ((b[i + k]! & 0xc0) !== 0x80) return 0;
  return size;
}

/** Writes a string as a JSON string. */
export function writeJsonText(w: ByteWriter, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= BLANK && code !== QUOTE && code !== BACKSLASH && code !== DELETE) continue;
    const bytes = UTF8.encode(text);
    writeJsonBytes(w, bytes, 0, bytes.length);
    return;
  }
  w.byte(QUOTE).text(text).byte(QUOTE);
}

/** A key and its colon as bytes: `"tcp.srcport":`. */
export function jsonKey(name: string): Uint8Array {
  return UTF8.encode(`${JSON.stringify(name)}:`);
}

/** As {@link jsonKey}, with the comma after what stands before it. */
export function nextKey(name: string): Uint8Array {
  return UTF8.encode(`,${JSON.stringify(name)}:`);
}

/**
 * Makes an array of the values written since `begun`, each of which has a comma before it; with `bare`, leaves the only
 * one of them as it is.
 */
export function closeList(w: ByteWriter, begun: number, bare: boolean): void {
  if (bare) {
    w.buffer.copyWithin(begun, begun + 1, w.at);
    w.at--;
  } else {
    w.buffer[begun] = OPEN_LIST;
    w.byte(CLOSE_LIST);
  }
}
