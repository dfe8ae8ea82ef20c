import type { Resolver as Dns } from "node:dns/promises";
import { ByteWriter } from "../core/writer.ts";

const IPV4 = 4;
/** Questions that are under way at once; more wait, and past that many none is taken. */
const AT_ONCE = 64;
const WAITING = 4096;
/** How long one try waits for the answer, in milliseconds, and how many there are. */
const PATIENCE = { timeout: 2000, tries: 2 };

/** Asks the system's DNS servers for the names of addresses. Nobody waits: what is answered is known from then on. */
export class Reverse {
  private readonly answered: (address: Uint8Array, name: string) => void;
  /** Addresses asked about before, as text. */
  private readonly asked = new Set<string>();
  private readonly waiting: { readonly text: string; readonly address: Uint8Array }[] = [];
  private readonly text = new ByteWriter(48);
  private running = 0;
  private closed = false;
  private dns: Dns | undefined;

  /** `answered` is told each name, later. */
  constructor(answered: (address: Uint8Array, name: string) => void) {
    this.answered = answered;
  }

  /** Asks for the name of the IP address of `size` bytes at `at`, once. */
  ask(bytes: Uint8Array, at: number, size: number): void {
    const { text, waiting, asked } = this;
    if (this.closed || waiting.length >= WAITING) return;
    text.at = 0;
    const address = (size === IPV4 ? text.ipv4(bytes, at) : text.ipv6(bytes, at)).toString();
    if (asked.has(address)) return;
    if (asked.size > 1 << 17) asked.clear();
    asked.add(address);
    waiting.push({ text: address, address: bytes.slice(at, at + size) });
    this.go();
  }

  /** Drops all questions. */
  close(): void {
    this.closed = true;
    this.waiting.length = 0;
    this.dns?.cancel();
  }

  private go(): void {
    this.dns ??= new (process.getBuiltinModule("node:dns/promises").Resolver)(PATIENCE);
    while (this.running < AT_ONCE && this.waiting.length > 0) {
      const { text, address } = this.waiting.shift()!;
      this.running++;
      this.dns
        .reverse(text)
        .then(
          ([name]) => name && !this.closed && this.answered(address, name),
          // Nobody knows a name.
          () => {},
        )
        .finally(() => {
          this.running--;
          this.go();
        });
    }
  }
}
