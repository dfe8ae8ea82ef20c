import { half } from "./records.ts";

/** Block type: the names of addresses (draft-ietf-opsawg-pcapng section 4.5). */
export const NAMES = 4;

const IPV4_RECORD = 1;
const IPV6_RECORD = 2;
/** Type and length in front of a record's value. */
const RECORD_HEADER = 4;

/** Takes the name that the capture gives to an IP address of `size` bytes at `at`. */
export type TakeName = (bytes: Uint8Array, at: number, size: number, name: string) => void;

/**
 * Reads the records of a name resolution block, `at..to`: an address, then its names, each ended by a zero; the first
 * counts. A record that does not fit ends it.
 */
export function readNames(bytes: Uint8Array, at: number, to: number, little: boolean, take: TakeName): void {
  while (at + RECORD_HEADER <= to) {
    const type = half(bytes, at, little);
    const length = half(bytes, at + 2, little);
    const start = at + RECORD_HEADER;
    const end = start + length;
    if (end > to || (type !== IPV4_RECORD && type !== IPV6_RECORD && length === 0)) return;
    const size = type === IPV4_RECORD ? 4 : type === IPV6_RECORD ? 16 : 0;
    if (size > 0 && length > size) {
      const zero = bytes.indexOf(0, start + size);
      const name = bytes.subarray(start + size, zero < 0 ? end : Math.min(zero, end));
      take(bytes, start, size, new TextDecoder().decode(name));
    }
    at = start + ((length + 3) & ~3);
  }
}
