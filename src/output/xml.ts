import { ascii, type ByteWriter } from "../core/writer.ts";
import { sequence } from "./json-text.ts";
import { makePlain } from "./line.ts";

/** U+FFFD, which stands for what XML cannot hold. */
const REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);
const ESCAPES: readonly (Uint8Array | undefined)[] = Object.assign(new Array(128), {
  34: ascii("&quot;"),
  38: ascii("&amp;"),
  39: ascii("&#x27;"),
  60: ascii("&lt;"),
  62: ascii("&gt;"),
});

/** The first line of an XML document. */
export const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * Writes what stands in `from`, which should be UTF-8, as XML text or attribute value. Control characters are spelled
 * out (`\n`, `\x01`), what is no UTF-8 or no character becomes U+FFFD. What stood in `from` is used up.
 */
export function writeXml(w: ByteWriter, from: ByteWriter): void {
  makePlain(from, 0);
  w.reserve(from.at * 6);
  const { buffer, at: end } = from;
  for (let i = 0; i < end; ) {
    const code = buffer[i]!;
    if (code < 128) {
      const escaped = ESCAPES[code];
      if (escaped === undefined) w.byte(code);
      else w.put(escaped);
      i++;
      continue;
    }
    const size = sequence(buffer, i, end);
    // U+FFFE and U+FFFF are no characters of XML.
    if (size === 0 || (code === 0xef && buffer[i + 1] === 0xbf && buffer[i + 2]! >= 0xbe)) w.put(REPLACEMENT);
    else w.copy(buffer, i, i + size);
    i += size || 1;
  }
  from.at = 0;
}
