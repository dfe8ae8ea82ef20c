import { computed, type Reading } from "../../core/field.ts";

const TEREDO = 0x20010000;
const SIX_TO_FOUR = 0x2002;
const WELL_KNOWN = 0x0064ff9b;
const ISATAP = 0x5efe;

type Make<T> = (b: Uint8Array, at: number) => T | undefined;

const u16 = (b: Uint8Array, at: number) => (b[at]! << 8) | b[at + 1]!;
const u32 = (b: Uint8Array, at: number) => u16(b, at) * 0x10000 + u16(b, at + 2);

/** The MAC address an interface identifier was made from (RFC 4291 appendix A). */
const slaacMac: Make<Uint8Array> = (b, at) => {
  if ((b[at + 8]! & 2) === 0 || b[at + 11] !== 0xff || b[at + 12] !== 0xfe) return undefined;
  return Uint8Array.of(b[at + 8]! ^ 2, b[at + 9]!, b[at + 10]!, b[at + 13]!, b[at + 14]!, b[at + 15]!);
};

/** RFC 5214 section 6.1: 0000:5efe or 0200:5efe, then an IPv4 address. */
const isatap: Make<Uint8Array> = (b, at) =>
  (u16(b, at + 8) & 0xfdff) === 0 && u16(b, at + 10) === ISATAP ? b.subarray(at + 12, at + 16) : undefined;

const in6to4 =
  <T>(make: Make<T>): Make<T> =>
  (b, at) =>
    u16(b, at) === SIX_TO_FOUR ? make(b, at) : undefined;
const inTeredo =
  <T>(make: Make<T>): Make<T> =>
  (b, at) =>
    u32(b, at) === TEREDO ? make(b, at) : undefined;

/** RFC 6052 section 2.1: 64:ff9b::/96. */
const inWellKnown =
  <T>(make: Make<T>): Make<T> =>
  (b, at) =>
    u32(b, at) === WELL_KNOWN && u32(b, at + 4) === 0 && u32(b, at + 8) === 0 ? make(b, at) : undefined;

/** Teredo keeps the client's address and port inverted (RFC 4380 section 4). */
const inverted = (b: Uint8Array, start: number) => b.slice(start, start + 4).map((byte) => byte ^ 0xff);

const derived = {
  slaac_mac: ["ether", "SLAAC MAC", slaacMac],
  isatap_ipv4: ["ipv4", "ISATAP IPv4", isatap],
  "6to4_gw_ipv4": ["ipv4", "6to4 Gateway IPv4", in6to4((b, at) => b.subarray(at + 2, at + 6))],
  "6to4_sla_id": ["uint", "6to4 SLA ID", in6to4((b, at) => u16(b, at + 6))],
  ts_ipv4: ["ipv4", "Teredo Server IPv4", inTeredo((b, at) => b.subarray(at + 4, at + 8))],
  tc_port: ["uint", "Teredo Port", inTeredo((b, at) => u16(b, at + 10) ^ 0xffff)],
  tc_ipv4: ["ipv4", "Teredo Client IPv4", inTeredo((b, at) => inverted(b, at + 12))],
  embed_ipv4: ["ipv4", "Embedded IPv4", inWellKnown((b, at) => b.subarray(at + 12, at + 16))],
} as const;

type Side = "src" | "dst";

/**
 * What the address at byte `at` of the header was made from: MAC and IPv4 addresses, ports. Typed as no rows at all,
 * because nobody names them in code.
 */
export function derivedFrom(side: Side, at: number): object {
  const label = side === "src" ? "Source" : "Destination";
  return Object.fromEntries(
    Object.entries(derived).map(([key, [type, text, make]]) => [
      `${side}_${key}`,
      computed(type, `${label} ${text}`, (r: Reading) => make(r.bytes, r.start + at), { also: `ipv6.${key}` }),
    ]),
  );
}
