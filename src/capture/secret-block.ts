import type { Secret } from "../core/secrets.ts";
import { word } from "./records.ts";

/** Block type: secrets that decrypt what frames hold (draft-ietf-opsawg-pcapng section 4.7). */
export const SECRETS = 10;

/** Type and length in front of the secrets. */
const HEADER = 8;

/** Takes secrets that the capture holds. */
export type TakeSecret = (secret: Secret) => void;

/** Reads the body `at..to` of a block of secrets; one whose length does not fit holds none. */
export function readSecret(bytes: Uint8Array, at: number, to: number, little: boolean, take: TakeSecret): void {
  if (at + HEADER > to) return;
  const start = at + HEADER;
  const end = start + word(bytes, at + 4, little);
  if (end <= to) take({ type: word(bytes, at, little), bytes: bytes.slice(start, end) });
}
