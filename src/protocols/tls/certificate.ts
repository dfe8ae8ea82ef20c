import type { Cursor } from "../../core/cursor.ts";
import { timestamps } from "./timestamps.ts";

/** Tags of the ASN.1 values on the way to a certificate's extensions (X.690 section 8, RFC 5280 section 4.1). */
const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;
const EXTENSIONS = 0xa3;
/** Lengths below are their own byte; others say how many bytes they take. */
const LONG_FORM = 0x80;
const MOST_LENGTH_BYTES = 3;
/** 1.3.6.1.4.1.11129.2.4.2: timestamps of certificate logs (RFC 6962 section 3.3). */
const TIMESTAMPS = Uint8Array.of(6, 10, 0x2b, 6, 1, 4, 1, 0xd6, 0x79, 2, 4, 2);

/** Enters the value at the cursor: afterwards it stands at the first byte inside. Returns where the value ends; -1 for none. */
function enter(c: Cursor, end: number): number {
  if (c.at + 2 > end) return -1;
  const first = c.u8(c.at + 1);
  c.at += 2;
  if (first < LONG_FORM) return c.at + first <= end ? c.at + first : -1;
  const count = first - LONG_FORM;
  if (count === 0 || count > MOST_LENGTH_BYTES || c.at + count > end) return -1;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + c.u8(c.at++);
  return c.at + length <= end ? c.at + length : -1;
}

/** Passes over values in `at..end` to the first with `tag`, and enters it; returns its end, -1 where there is none. */
function seek(c: Cursor, end: number, tag: number): number {
  while (c.at < end) {
    const found = c.u8(c.at) === tag;
    const to = enter(c, end);
    if (found || to < 0) return to;
    c.at = to;
  }
  return -1;
}

function isTimestamps(c: Cursor, end: number): boolean {
  if (c.at + TIMESTAMPS.length > end) return false;
  for (let i = 0; i < TIMESTAMPS.length; i++) if (c.u8(c.at + i) !== TIMESTAMPS[i]) return false;
  return true;
}

/** Shows the timestamps in a certificate's extensions (RFC 5280 section 4.1: Certificate, tbsCertificate, extensions). */
export function expandCertificate(c: Cursor): void {
  const { end } = c;
  const inside = seek(c, seek(c, seek(c, seek(c, end, SEQUENCE), SEQUENCE), EXTENSIONS), SEQUENCE);
  for (let to = seek(c, inside, SEQUENCE); to >= 0; to = seek(c, inside, SEQUENCE)) {
    if (isTimestamps(c, to)) {
      c.end = seek(c, seek(c, to, OCTET_STRING), OCTET_STRING);
      if (c.end >= 0) timestamps(c);
      return;
    }
    c.at = to;
  }
}
