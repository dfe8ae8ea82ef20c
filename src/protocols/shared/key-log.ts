import { Buffer } from "node:buffer";
import { file, preferences } from "../../core/preference.ts";
import type { Secret } from "../../core/secrets.ts";

/** Where users say that the secrets of TLS stand, for all who decrypt with them. */
export const keyLogPreference = preferences("tls", {
  keylog_file: file("File of secrets, as programs write them to SSLKEYLOGFILE"),
});

/** "TLSK": secrets that are lines of a key log. */
const TLS_KEYS = 0x544c534b;
/** `LABEL <client random> <secret>`, the format of NSS and SSLKEYLOGFILE; what stands behind it is passed over. */
const LINE = /^([A-Z_0-9]+) ([0-9a-f]{64}) ((?:[0-9a-f]{2})+).*$/gim;

/** Files that grow while they are read, as key logs of programs do. */
function readFile(path: string): string {
  try {
    return process.getBuiltinModule("node:fs").readFileSync(path, "latin1");
  } catch {
    // The program that writes it has not begun yet.
    return "";
  }
}

/**
 * Secrets of TLS connections, by what they are for and the client's random: those a capture holds, and those of a key
 * log file, which is read again where a secret is missing.
 */
export class KeyLog {
  private readonly secrets = new Map<string, Uint8Array>();
  private readonly path: string;
  private blocks = 0;
  private size = -1;

  /** `path` is "" where there is no file. */
  constructor(path: string) {
    this.path = path;
  }

  /** True where there are secrets, or may be: `held` are those of the capture so far. */
  isKept(held: readonly Secret[]): boolean {
    for (; this.blocks < held.length; this.blocks++) {
      const { type, bytes } = held[this.blocks]!;
      if (type === TLS_KEYS) this.add(Buffer.from(bytes).toString("latin1"));
    }
    return this.path !== "" || this.secrets.size > 0;
  }

  /** The secret `label` of the connection whose client's hello has `random`, in hexadecimal; undefined where nobody told. */
  find(label: string, random: string): Uint8Array | undefined {
    const key = `${label} ${random}`;
    if (!this.secrets.has(key) && this.path !== "") this.update();
    return this.secrets.get(key);
  }

  private update(): void {
    const text = readFile(this.path);
    if (text.length === this.size) return;
    this.size = text.length;
    this.add(text);
  }

  private add(text: string): void {
    for (const [, label, random, secret] of text.matchAll(LINE)) {
      this.secrets.set(`${label} ${random!.toLowerCase()}`, Buffer.from(secret!, "hex"));
    }
  }
}
