import type { Cursor } from "../../core/cursor.ts";
import { computed, type Field, none, type Reading, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import {
  compressionMethods,
  groupNames,
  hashAlgorithms,
  pointFormats,
  signatureAlgorithms,
  signatureSchemes,
  tlsVersions,
} from "../../names/tls.ts";
import { cipherSuites } from "../../names/tls-ciphers.ts";
import { repeated } from "../shared/parts.ts";
import { free } from "./parts.ts";

/** Numbers that stand alone as well as in lists. */
export const numbers = free({
  "handshake.ciphersuite": u16("Cipher Suite", { show: "hex", names: cipherSuites }),
  "handshake.comp_method": u8("Compression Method", { names: compressionMethods }),
  "handshake.extensions_supported_group": u16("Supported Group", { show: "hex", names: groupNames }),
  "handshake.extensions_ec_point_format": u8("EC point format", { names: pointFormats }),
  "handshake.extensions.supported_version": u16("Supported Version", { show: "hex", names: tlsVersions }),
});

const whole = (r: Reading) => (r.bytes[r.start]! << 8) | r.bytes[r.start + 1]!;

/** A signature scheme (RFC 8446 section 4.2.3), in TLS 1.2 a hash and a signature algorithm (RFC 5246 section 7.4.1.4.1). */
export const scheme = layout(
  "tls",
  2,
  repeated({
    "handshake.sig_hash_alg": computed("uint", "Signature Algorithm", whole, {
      show: "hex",
      width: 16,
      names: signatureSchemes,
    }),
    "handshake.sig_hash_hash": u8(0, "Signature Hash Algorithm Hash", { names: hashAlgorithms }),
    "handshake.sig_hash_sig": u8(1, "Signature Hash Algorithm Signature", { names: signatureAlgorithms }),
  }),
);

/** One row for each number of a list. */
const expandTo = (field: Field) => (c: Cursor) => {
  while (c.at < c.end) {
    c.add(field, c.at, c.at + field.size);
    c.at += field.size;
  }
};

function expandSchemes(c: Cursor): void {
  while (c.at < c.end) c.place(scheme);
}

const many = { many: true };

/** Lists of numbers, which are rows of their own once somebody looks. */
export const lists = fields("tls", {
  "handshake.ciphersuites": none("Cipher Suites", { ...many, expand: expandTo(numbers["handshake.ciphersuite"]) }),
  "handshake.comp_methods": none("Compression Methods", {
    ...many,
    expand: expandTo(numbers["handshake.comp_method"]),
  }),
  "handshake.extensions_supported_groups": none("Supported Groups", {
    ...many,
    expand: expandTo(numbers["handshake.extensions_supported_group"]),
  }),
  "handshake.extensions_ec_point_formats": none("EC point formats", {
    ...many,
    expand: expandTo(numbers["handshake.extensions_ec_point_format"]),
  }),
  "handshake.sig_hash_algs": none("Signature Hash Algorithms", { ...many, expand: expandSchemes }),
});
