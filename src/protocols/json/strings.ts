import { Buffer } from "node:buffer";

const UTF8 = new TextDecoder();
const BACKSLASH = 92;

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The text of a string without its quotes, at `from..to`: escapes undone (RFC 8259 section 7). */
export function unescaped(bytes: Uint8Array, from: number, to: number): string {
  const raw = bytes.subarray(from, to);
  const text = UTF8.decode(raw);
  if (!raw.includes(BACKSLASH)) return text;
  return wellFormed(
    text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex?: string, char?: string) =>
      hex === undefined ? (escapes[char!] ?? char!) : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

/** Half a surrogate pair is no character. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
