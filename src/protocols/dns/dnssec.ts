import type { Cursor } from "../../core/cursor.ts";
import {
  bigAt,
  bit,
  bits,
  bytes,
  computed,
  type Field,
  ipv4,
  ipv6,
  none,
  type Reading,
  time32,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { dnsRcodes, dnssecAlgorithms, dnsTypes } from "../../names/dns.ts";
import { list, optional, type Part, place, rest, take } from "../shared/parts.ts";
import { block, domain, free, name } from "./parts.ts";

const algorithm = (at: number) => u8(at, "Algorithm", { names: dnssecAlgorithms });
const digests = { 0: "Reserved digest", 1: "SHA-1", 2: "SHA-256", 3: "GOST R 34.11-94", 4: "SHA-384" };

/** RFC 4034 section 3.1; SIG (RFC 2535 section 4.1) is the same. */
const rrsig = block(18, {
  "rrsig.type_covered": u16(0, "Type Covered", { names: dnsTypes }),
  "rrsig.algorithm": algorithm(2),
  "rrsig.labels": u8(3, "Labels"),
  "rrsig.original_ttl": u32(4, "Original TTL"),
  "rrsig.signature_expiration": time32(8, "Signature Expiration"),
  "rrsig.signature_inception": time32(12, "Signature Inception"),
  "rrsig.key_tag": u16(16, "Key Tag"),
});

/** The key tag of the record's whole data (RFC 4034 appendix B). */
function keyTag(r: Reading): number {
  if (r.bytes[r.start + 3] === 1) return ((r.bytes[r.end - 3]! << 8) | r.bytes[r.end - 2]!) & 0xffff;
  let sum = 0;
  for (let i = r.start; i < r.end; i++) sum += (i - r.start) & 1 ? r.bytes[i]! : r.bytes[i]! << 8;
  return (sum + (sum >> 16)) & 0xffff;
}

/** Flags of a key that mean nothing. */
const RESERVED = 0xfe7e;

/** RFC 4034 section 2.1, RFC 5011 section 3 */
const dnskey = block(4, {
  "dnskey.flags": u16(0, "Flags", { show: "hex" }),
  "dnskey.flags.zone_key": bit(7, "Zone Key"),
  "dnskey.flags.key_revoked": bit(8, "Key Revoked"),
  "dnskey.flags.secure_entry_point": bit(15, "Key Signing Key"),
  "dnskey.flags.reserved": computed("uint", "Reserved", (r) => bigAt(r.bytes, r.start, 2) & RESERVED, {
    show: "hex",
    width: 16,
  }),
  "dnskey.protocol": u8(2, "Protocol"),
  "dnskey.algorithm": algorithm(3),
});

/** RFC 2535 section 3.1 */
const key = block(4, {
  "key.flags": u16(0, "Flags", { show: "hex" }),
  "key.flags.authentication": bit(0, "Key allowed for authentication"),
  "key.flags.confidentiality": bit(1, "Key allowed for confidentiality"),
  "key.flags.required": bit(2, "Key required"),
  "key.flags.associated_user": bit(5, "Key is associated with a user"),
  "key.flags.associated_named_entity": bit(6, "Key is associated with the named entity"),
  "key.flags.ipsec": bit(8, "Key use with IPSEC"),
  "key.flags.mime": bit(9, "Key use with MIME security multiparts"),
  "key.flags.signatory": bits(12, 4, "Signatory"),
  "key.protocol": u8(2, "Protocol"),
  "key.algorithm": algorithm(3),
});

/** RFC 4034 section 5.1 */
const ds = block(4, {
  "ds.key_id": u16(0, "Key id", { show: "hex" }),
  "ds.algorithm": algorithm(2),
  "ds.digest_type": u8(3, "Digest Type", { names: digests }),
});

/** RFC 4255 section 3.1 */
const sshfp = block(2, {
  "sshfp.algorithm": u8(0, "Algorithm", { names: { 1: "RSA", 2: "DSA", 3: "ECDSA", 4: "Ed25519" } }),
  "sshfp.fingerprint.type": u8(1, "Fingerprint type", { names: { 1: "SHA1", 2: "SHA256" } }),
});

/** RFC 6698 section 2.1 */
const tlsa = block(3, {
  "tlsa.certificate_usage": u8(0, "Certificate Usage"),
  "tlsa.selector": u8(1, "Selector"),
  "tlsa.matching_type": u8(2, "Matching Type"),
});

const hash = u8(0, "Hash algorithm", { names: { 1: "SHA-1" } });
const hashFlags = u8(1, "NSEC3 flags");
const iterations = u16(2, "NSEC3 iterations");

/** RFC 5155 sections 3.2 and 4.2 */
const nsec3 = block(4, {
  "nsec3.algo": hash,
  "nsec3.flags": hashFlags,
  "nsec3.flags.opt_out": bit(15, "NSEC3 Opt-out flag"),
  "nsec3.iterations": iterations,
});
const nsec3param = block(4, { "nsec3.algo": hash, "nsec3.flags": hashFlags, "nsec3.iterations": iterations });

/** RFC 4398 section 2 */
const cert = block(5, {
  "cert.type": u16(0, "Type"),
  "cert.key_tag": u16(2, "Key Tag", { show: "hex" }),
  "cert.algorithm": algorithm(4),
});

/** RFC 4025 section 2.1 */
const ipseckey = block(3, {
  "ipseckey.gateway_precedence": u8(0, "Gateway Precedence"),
  "ipseckey.gateway_type": u8(1, "Gateway Type"),
  "ipseckey.gateway_algorithm": u8(2, "Gateway Algorithm"),
});

/** RFC 7477 section 2.1.1 */
const csync = block(6, {
  "csync.soa": u32(0, "SOA"),
  "csync.flags": u16(4, "Flags", { show: "hex" }),
  "csync.flags.immediate": bit(47, "immediate"),
  "csync.flags.soaminimum": bit(46, "soaminimum"),
});

/** RFC 8976 section 2.2 */
const zonemd = block(6, {
  "zonemd.serial": u32(0, "Serial"),
  "zonemd.scheme": u8(4, "Scheme", { names: { 1: "SIMPLE" } }),
  "zonemd.hash_algo": u8(5, "Hash Algorithm", { names: { 1: "SHA-384", 2: "SHA-512" } }),
});

/** RFC 2930 section 2 */
const tkey = block(14, {
  "tkey.signature_inception": time32(0, "Signature Inception"),
  "tkey.signature_expiration": time32(4, "Signature Expiration"),
  "tkey.mode": u16(8, "Mode"),
  "tkey.error": u16(10, "Error", { names: dnsRcodes }),
  "tkey.key_size": u16(12, "Key Size"),
});

/** RFC 8945 section 4.2, after the time */
const tsig = block(4, { "tsig.fudge": u16(0, "Fudge"), "tsig.mac_size": u16(2, "MAC Size") });
const tsigEnd = block(6, {
  "tsig.original_id": u16(0, "Original Id"),
  "tsig.error": u16(2, "Error", { names: dnsRcodes }),
  "tsig.other_len": u16(4, "Other Len"),
});

/** 48 bits of seconds since 1970. */
const longTime = (r: Reading) => ({ seconds: bigAt(r.bytes, r.start, 6), nanoseconds: 0 });

/** Base 32 with the extended hex alphabet (RFC 4648 section 7), as NSEC3 names its hashes. */
function base32(r: Reading): string {
  let digits = "";
  for (let bit = 0; bit < (r.end - r.start) * 8; bit += 5) {
    const at = r.start + (bit >> 3);
    const word = (r.bytes[at]! << 8) | (at + 1 < r.end ? r.bytes[at + 1]! : 0);
    digits += ((word >> (11 - (bit & 7))) & 31).toString(32);
  }
  return digits;
}

/** Names in these records. */
export const signedNames = free({
  "rrsig.signers_name": domain("Signer's name"),
  "nxt.next_domain_name": domain("Next Domain Name"),
  "nsec.next_domain_name": domain("Next Domain Name"),
  "tkey.algo_name": domain("Algorithm name"),
  "tsig.algorithm_name": domain("Algorithm Name"),
  "ipseckey.gateway_dns": domain("DNS Gateway"),
});

const loose = free({
  "rrsig.signature": bytes("Signature"),
  "dnskey.key_id": computed("uint", "Key id", keyTag),
  "dnskey.public_key": bytes("Public Key"),
  "key.key_id": computed("uint", "Key ID", keyTag),
  "key.public_key": bytes("Public Key"),
  "ds.digest": bytes("Digest"),
  "sshfp.fingerprint": bytes("Fingerprint"),
  "tlsa.certificate_association_data": bytes("Certificate Association Data"),
  "nsec3.salt_length": u8("Salt length"),
  "nsec3.salt_value": bytes("Salt value"),
  "nsec3.hash_length": u8("Hash length"),
  "nsec3.hash_value": computed("string", "Next hashed owner", base32),
  "cert.certificate": bytes("Certificate (or CRL)"),
  "csync.type_bitmap": bytes("Type Bitmap"),
  "zonemd.digest": bytes("Digest"),
  "ipseckey.gateway_ipv4": ipv4("IPv4 Gateway"),
  "ipseckey.gateway_ipv6": ipv6("IPv6 Gateway"),
  "ipseckey.public_key": bytes("Public Key"),
  "tkey.key_data": bytes("Key Data"),
  "tkey.other_size": u16("Other Size"),
  "tkey.other_data": bytes("Other Data"),
  "tsig.time_signed": computed("time", "Time Signed", longTime),
  "tsig.mac": none("MAC"),
  "tsig.noalg": none("No dissector for algorithm"),
  "tsig.other_data": bytes("Other Data"),
});

const mapped = free({ "resp.type": computed("uint", "RR type in bit map", (r) => r.value, { names: dnsTypes }) });

/** Key data, whose tag is worked out over all of the record's. */
const publicKey =
  (tag: Field, value: Field): Part =>
  (c) => {
    c.add(tag, c.at - 4, c.end);
    return c.take(value, c.left);
  };

/** The types of the bits set in `size` bytes of a map, of which the first bit is type `first`. */
function readBits(c: Cursor, first: number, size: number): void {
  for (let bit = 0; bit < size * 8; bit++) {
    const at = c.at + (bit >> 3);
    if (c.u8(at) & (128 >> (bit & 7))) c.add(mapped["resp.type"], at, at + 1, first + bit);
  }
  c.at += size;
}

/** One window of a map of types (RFC 4034 section 4.1.2): number, size, bits. */
const bitmapWindow: Part = (c) => {
  if (!c.has(2)) return false;
  const first = c.u8(c.at) << 8;
  const size = c.u8(c.at + 1);
  c.at += 2;
  const isWhole = c.has(size);
  readBits(c, first, Math.min(size, c.captured));
  return isWhole;
};

/** The map of NXT, which has no windows (RFC 2535 section 5.2). */
const plainBitmap: Part = (c) => {
  if (!c.has(c.left)) return false;
  readBits(c, 0, c.left);
  return true;
};

/** The sized strings of NSEC3, absent rows where they are empty. */
const sized =
  (length: Field, value: Field): Part =>
  (c) => {
    const { at } = c;
    if (!c.take(length, 1)) return false;
    const size = c.u8(at);
    return size === 0 || c.take(value, size);
  };

const gateways: readonly (Part | undefined)[] = [
  undefined,
  take(loose["ipseckey.gateway_ipv4"], 4),
  take(loose["ipseckey.gateway_ipv6"], 16),
  name(signedNames["ipseckey.gateway_dns"]),
];
const gateway: Part = (c) => {
  const at = c.place(ipseckey);
  return at >= 0 && (gateways[c.get(at, ipseckey["ipseckey.gateway_type"])]?.(c) ?? true);
};

const typeBitmap: Part = (c) => {
  c.add(loose["csync.type_bitmap"], c.at, c.at + c.captured);
  return c.items(c.end, c.limitedBy, bitmapWindow as (c: Cursor) => void);
};

const keyExchange: Part = (c) => {
  const at = c.place(tkey);
  if (at < 0 || !c.take(loose["tkey.key_data"], c.get(at, tkey["tkey.key_size"]))) return false;
  const other = c.at;
  return c.take(loose["tkey.other_size"], 2) && (c.u16(other) === 0 || c.take(loose["tkey.other_data"], c.u16(other)));
};

const authentication: Part = (c) => {
  const at = c.place(tsig);
  if (at < 0) return false;
  const mac = c.at;
  if (!c.take(loose["tsig.mac"], c.get(at, tsig["tsig.mac_size"]))) return false;
  if (c.at > mac) c.add(loose["tsig.noalg"], mac, c.at);
  const end = c.place(tsigEnd);
  if (end < 0) return false;
  const size = c.get(end, tsigEnd["tsig.other_len"]);
  return size === 0 || c.take(loose["tsig.other_data"], size);
};

const signature = [place(rrsig), name(signedNames["rrsig.signers_name"]), rest(loose["rrsig.signature"])];
const keys = [place(dnskey), publicKey(loose["dnskey.key_id"], loose["dnskey.public_key"])];
const delegation = [place(ds), rest(loose["ds.digest"])];
const salt = sized(loose["nsec3.salt_length"], loose["nsec3.salt_value"]);

/** What records about keys, signatures and denial of existence consist of, by type. */
export const dnssecTypes: Readonly<Record<number, readonly Part[]>> = {
  24: signature,
  25: [place(key), publicKey(loose["key.key_id"], loose["key.public_key"])],
  30: [name(signedNames["nxt.next_domain_name"]), optional(plainBitmap)],
  37: [place(cert), rest(loose["cert.certificate"])],
  43: delegation,
  44: [place(sshfp), rest(loose["sshfp.fingerprint"])],
  45: [gateway, optional(rest(loose["ipseckey.public_key"]))],
  46: signature,
  47: [name(signedNames["nsec.next_domain_name"]), list(bitmapWindow)],
  48: keys,
  50: [place(nsec3), salt, sized(loose["nsec3.hash_length"], loose["nsec3.hash_value"]), list(bitmapWindow)],
  51: [place(nsec3param), salt],
  52: [place(tlsa), rest(loose["tlsa.certificate_association_data"])],
  59: delegation,
  60: keys,
  62: [place(csync), typeBitmap],
  63: [place(zonemd), rest(loose["zonemd.digest"])],
  249: [name(signedNames["tkey.algo_name"]), keyExchange],
  250: [name(signedNames["tsig.algorithm_name"]), take(loose["tsig.time_signed"], 6), authentication],
  32769: delegation,
};

/** Every set of fields these records can place. */
export const dnssecFields = [
  rrsig,
  dnskey,
  key,
  ds,
  sshfp,
  tlsa,
  nsec3,
  nsec3param,
  cert,
  ipseckey,
  csync,
  zonemd,
  tkey,
  tsig,
  tsigEnd,
  signedNames,
  loose,
  mapped,
];
