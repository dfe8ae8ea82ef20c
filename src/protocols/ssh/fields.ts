import { bytes, type FieldOptions, none, number, text, truth, u8, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { ssh1Messages, sshMessages } from "../../names/ssh.ts";
import { repeated } from "../shared/parts.ts";
import { asciiText } from "../shared/text.ts";

/**  0                              31      39
 *  +---------------------------------+-------+
 *  |          packet length          |padding|   RFC 4253 section 6
 *  +---------------------------------+-------+ */
export const packet = layout(
  "ssh",
  5,
  repeated({
    packet_length: u32(0, "Packet Length", { unit: "bytes" }),
    padding_length: u8(4, "Padding Length", { unit: "bytes" }),
  }),
);

const code = (names: Readonly<Record<number, string>>, options?: FieldOptions) =>
  u8("Message Code", { name: "ssh.message_code", names, ...options });

/** What a method of key exchange calls its messages. */
export const dhMessages = { 30: "Diffie-Hellman Key Exchange Init", 31: "Diffie-Hellman Key Exchange Reply" };
/** The same of RFC 4419. */
export const groupMessages = {
  30: "Diffie-Hellman Group Exchange Request (Old)",
  31: "Diffie-Hellman Group Exchange Group",
  32: "Diffie-Hellman Group Exchange Init",
  33: "Diffie-Hellman Group Exchange Reply",
  34: "Diffie-Hellman Group Exchange Request",
};
/** The same of RFC 5656 and RFC 8731. */
export const curveMessages = {
  30: "Elliptic Curve Diffie-Hellman Key Exchange Init",
  31: "Elliptic Curve Diffie-Hellman Key Exchange Reply",
};

/** The message's code, by who gives it a name. */
export const codes = fields(
  "ssh",
  repeated({
    code: code(sshMessages),
    dhCode: code(dhMessages),
    groupCode: code(groupMessages),
    curveCode: code(curveMessages),
    code1: code(ssh1Messages),
  }),
);

/** What stands around messages. */
export const ssh = fields("ssh", {
  protocol: asciiText("Protocol", { many: true }),
  direction: truth("Direction", { names: { 0: "client-to-server", 1: "server-to-client" } }),
  ...repeated({
    packet_length: u32("Packet Length", { unit: "bytes" }),
    padding_length: number("Padding Length", { unit: "bytes", width: 8 }),
    payload: bytes("Payload"),
    padding_string: bytes("Padding String"),
    seq_num: number("Sequence number"),
    packet_length_encrypted: bytes("Packet Length (encrypted)"),
    encrypted_packet: bytes("Encrypted Packet"),
    mac: bytes("MAC"),
  }),
});

/** Numbers and keys of key exchanges (RFC 4253 section 8, RFC 4419 section 3, RFC 5656 section 4). */
export const exchange = fields(
  "ssh",
  repeated({
    mpint_length: u32("Multi Precision Integer Length", { unit: "bytes" }),
    "key_length.error": none("Invalid key length"),
    "packet_decode.error": none("Packet decoded length not equal to packet length"),
    "dh.e": bytes("DH client e"),
    "dh.f": bytes("DH server f"),
    "dh_gex.min": u32("DH GEX Min"),
    "dh_gex.nbits": u32("DH GEX Number of Bits"),
    "dh_gex.max": u32("DH GEX Max"),
    "dh_gex.p": bytes("DH GEX modulus (P)"),
    "dh_gex.g": bytes("DH GEX base (G)"),
    "ecdh.q_c_length": u32("ECDH client's ephemeral public key length", { unit: "bytes" }),
    "ecdh.q_c": bytes("ECDH client's ephemeral public key (Q_C)"),
    "ecdh.q_s_length": u32("ECDH server's ephemeral public key length", { unit: "bytes" }),
    "ecdh.q_s": bytes("ECDH server's ephemeral public key (Q_S)"),
  }),
);

/** The key of a server, and what it signed (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4). */
export const keys = fields(
  "ssh",
  repeated({
    "host_key.length": u32("Host key length", { unit: "bytes" }),
    "host_key.type_length": u32("Host key type length", { unit: "bytes" }),
    "host_key.type": text("Host key type"),
    "host_key.data": bytes("Host key data"),
    "host_key.rsa.e": bytes("RSA public exponent (e)"),
    "host_key.rsa.n": bytes("RSA modulus (N)"),
    "host_key.dsa.p": bytes("DSA prime modulus (p)"),
    "host_key.dsa.q": bytes("DSA prime divisor (q)"),
    "host_key.dsa.g": bytes("DSA subgroup generator (g)"),
    "host_key.dsa.y": bytes("DSA public key (y)"),
    "host_key.ecdsa.id_length": u32("ECDSA elliptic curve identifier length", { unit: "bytes" }),
    "host_key.ecdsa.id": text("ECDSA elliptic curve identifier"),
    "host_key.ecdsa.q_length": u32("ECDSA public key length", { unit: "bytes" }),
    "host_key.ecdsa.q": bytes("ECDSA public key (Q)"),
    "host_key.eddsa.key_length": u32("EdDSA public key length", { unit: "bytes" }),
    "host_key.eddsa.key": bytes("EdDSA public key"),
    "host_sig.length": u32("Host signature length", { unit: "bytes" }),
    "host_sig.type_length": u32("Host signature type length", { unit: "bytes" }),
    "host_sig.type": text("Host signature type"),
    "host_sig.data": bytes("Host signature data"),
    "host_sig.rsa": bytes("RSA signature"),
    "host_sig.dsa": bytes("DSA signature"),
  }),
);
