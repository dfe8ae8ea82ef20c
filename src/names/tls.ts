/** Content types of records (IANA, TLS ContentType). */
export const contentTypes: Readonly<Record<number, string>> = {
  20: "Change Cipher Spec",
  21: "Alert",
  22: "Handshake",
  23: "Application Data",
  24: "Heartbeat",
};

/** True for a value senders mix in so that receivers learn to ignore what they do not know (RFC 8701 section 2). */
export function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 255);
}

/** Names of all values {@link isGrease} knows. */
export const grease: Readonly<Record<number, string>> = Object.fromEntries(
  Array.from({ length: 16 }, (_, i) => [0x0a0a + 0x1010 * i, "Reserved (GREASE)"]),
);

const DRAFTS = 28;

/** Protocol versions (RFC 8446 section 4.2.1), among them the drafts of TLS 1.3. */
export const tlsVersions: Readonly<Record<number, string>> = {
  2: "SSL 2.0",
  0x0300: "SSL 3.0",
  0x0301: "TLS 1.0",
  0x0302: "TLS 1.1",
  0x0303: "TLS 1.2",
  0x0304: "TLS 1.3",
  ...Object.fromEntries(Array.from({ length: DRAFTS }, (_, i) => [0x7f01 + i, `TLS 1.3 (draft ${i + 1})`])),
  ...grease,
};

/** Types of handshake messages (IANA, TLS HandshakeType). */
export const handshakeTypes: Readonly<Record<number, string>> = {
  0: "Hello Request",
  1: "Client Hello",
  2: "Server Hello",
  3: "Hello Verify Request",
  4: "New Session Ticket",
  5: "End of Early Data",
  6: "Hello Retry Request",
  8: "Encrypted Extensions",
  11: "Certificate",
  12: "Server Key Exchange",
  13: "Certificate Request",
  14: "Server Hello Done",
  15: "Certificate Verify",
  16: "Client Key Exchange",
  20: "Finished",
  21: "Client Certificate URL",
  22: "Certificate Status",
  23: "Supplemental Data",
  24: "Key Update",
  25: "Compressed Certificate",
  67: "Encrypted Extensions",
};

/** Levels of alerts (RFC 8446 section 6). */
export const alertLevels: Readonly<Record<number, string>> = {
  1: "Warning",
  2: "Fatal",
};

/** What alerts say (IANA, TLS Alerts). */
export const alertDescriptions: Readonly<Record<number, string>> = {
  0: "Close Notify",
  1: "End of Early Data",
  10: "Unexpected Message",
  20: "Bad Record MAC",
  21: "Decryption Failed",
  22: "Record Overflow",
  30: "Decompression Failure",
  40: "Handshake Failure",
  41: "No Certificate",
  42: "Bad Certificate",
  43: "Unsupported Certificate",
  44: "Certificate Revoked",
  45: "Certificate Expired",
  46: "Certificate Unknown",
  47: "Illegal Parameter",
  48: "Unknown CA",
  49: "Access Denied",
  50: "Decode Error",
  51: "Decrypt Error",
  60: "Export Restriction",
  70: "Protocol Version",
  71: "Insufficient Security",
  80: "Internal Error",
  86: "Inappropriate Fallback",
  90: "User Canceled",
  100: "No Renegotiation",
  109: "Missing Extension",
  110: "Unsupported Extension",
  111: "Certificate Unobtainable",
  112: "Unrecognized Name",
  113: "Bad Certificate Status Response",
  114: "Bad Certificate Hash Value",
  115: "Unknown PSK Identity",
  116: "Certificate Required",
  120: "No application Protocol",
  121: "ECH Required",
};

/** Extensions (IANA, TLS ExtensionType Values). */
export const extensionNames: Readonly<Record<number, string>> = {
  0: "server_name",
  1: "max_fragment_length",
  2: "client_certificate_url",
  3: "trusted_ca_keys",
  4: "truncated_hmac",
  5: "status_request",
  6: "user_mapping",
  7: "client_authz",
  8: "server_authz",
  9: "cert_type",
  10: "supported_groups",
  11: "ec_point_formats",
  12: "srp",
  13: "signature_algorithms",
  14: "use_srtp",
  15: "heartbeat",
  16: "application_layer_protocol_negotiation",
  17: "status_request_v2",
  18: "signed_certificate_timestamp",
  19: "client_certificate_type",
  20: "server_certificate_type",
  21: "padding",
  22: "encrypt_then_mac",
  23: "extended_master_secret",
  24: "token_binding",
  25: "cached_info",
  27: "compress_certificate",
  28: "record_size_limit",
  34: "delegated_credentials",
  35: "session_ticket",
  40: "Reserved (key_share)",
  41: "pre_shared_key",
  42: "early_data",
  43: "supported_versions",
  44: "cookie",
  45: "psk_key_exchange_modes",
  46: "Reserved (ticket_early_data_info)",
  47: "certificate_authorities",
  48: "oid_filters",
  49: "post_handshake_auth",
  50: "signature_algorithms_cert",
  51: "key_share",
  52: "transparency_info",
  53: "connection_id (deprecated)",
  54: "connection_id",
  55: "external_id_hash",
  56: "external_session_id",
  57: "quic_transport_parameters",
  58: "ticket_request",
  59: "dnssec_chain",
  13172: "next_protocol_negotiation",
  17513: "application_settings",
  17613: "application_settings",
  30031: "channel_id_old",
  30032: "channel_id",
  65037: "encrypted_client_hello",
  65281: "renegotiation_info",
  65445: "quic_transport_parameters (drafts version)",
  65486: "encrypted_server_name",
  ...grease,
};

/** Groups for key exchange (IANA, TLS Supported Groups). */
export const groupNames: Readonly<Record<number, string>> = {
  0x0001: "sect163k1",
  0x0002: "sect163r1",
  0x0003: "sect163r2",
  0x0004: "sect193r1",
  0x0005: "sect193r2",
  0x0006: "sect233k1",
  0x0007: "sect233r1",
  0x0008: "sect239k1",
  0x0009: "sect283k1",
  0x000a: "sect283r1",
  0x000b: "sect409k1",
  0x000c: "sect409r1",
  0x000d: "sect571k1",
  0x000e: "sect571r1",
  0x000f: "secp160k1",
  0x0010: "secp160r1",
  0x0011: "secp160r2",
  0x0012: "secp192k1",
  0x0013: "secp192r1",
  0x0014: "secp224k1",
  0x0015: "secp224r1",
  0x0016: "secp256k1",
  0x0017: "secp256r1",
  0x0018: "secp384r1",
  0x0019: "secp521r1",
  0x001a: "brainpoolP256r1",
  0x001b: "brainpoolP384r1",
  0x001c: "brainpoolP512r1",
  0x001d: "x25519",
  0x001e: "x448",
  0x001f: "brainpoolP256r1tls13",
  0x0020: "brainpoolP384r1tls13",
  0x0021: "brainpoolP512r1tls13",
  0x0022: "GC256A",
  0x0023: "GC256B",
  0x0024: "GC256C",
  0x0025: "GC256D",
  0x0026: "GC512A",
  0x0027: "GC512B",
  0x0028: "GC512C",
  0x0029: "curveSM2",
  0x0100: "ffdhe2048",
  0x0101: "ffdhe3072",
  0x0102: "ffdhe4096",
  0x0103: "ffdhe6144",
  0x0104: "ffdhe8192",
  0x0200: "MLKEM512",
  0x0201: "MLKEM768",
  0x0202: "MLKEM1024",
  0x11eb: "SecP256r1MLKEM768",
  0x11ec: "X25519MLKEM768",
  0x11ed: "SecP384r1MLKEM1024",
  0x6399: "X25519Kyber768Draft00",
  0x639a: "SecP256r1Kyber768Draft00",
  0xff01: "arbitrary_explicit_prime_curves",
  0xff02: "arbitrary_explicit_char2_curves",
  ...grease,
};

/** Signature schemes (IANA, TLS SignatureScheme). */
export const signatureSchemes: Readonly<Record<number, string>> = {
  0x0201: "rsa_pkcs1_sha1",
  0x0202: "dsa_sha1",
  0x0203: "ecdsa_sha1",
  0x0401: "rsa_pkcs1_sha256",
  0x0402: "dsa_sha256",
  0x0403: "ecdsa_secp256r1_sha256",
  0x0420: "rsa_pkcs1_sha256_legacy",
  0x0501: "rsa_pkcs1_sha384",
  0x0502: "dsa_sha384",
  0x0503: "ecdsa_secp384r1_sha384",
  0x0520: "rsa_pkcs1_sha384_legacy",
  0x0601: "rsa_pkcs1_sha512",
  0x0602: "dsa_sha512",
  0x0603: "ecdsa_secp521r1_sha512",
  0x0620: "rsa_pkcs1_sha512_legacy",
  0x0708: "sm2sig_sm3",
  0x0804: "rsa_pss_rsae_sha256",
  0x0805: "rsa_pss_rsae_sha384",
  0x0806: "rsa_pss_rsae_sha512",
  0x0807: "ed25519",
  0x0808: "ed448",
  0x0809: "rsa_pss_pss_sha256",
  0x080a: "rsa_pss_pss_sha384",
  0x080b: "rsa_pss_pss_sha512",
  0x081a: "ecdsa_brainpoolP256r1tls13_sha256",
  0x081b: "ecdsa_brainpoolP384r1tls13_sha384",
  0x081c: "ecdsa_brainpoolP512r1tls13_sha512",
  0x0904: "mldsa44",
  0x0905: "mldsa65",
  0x0906: "mldsa87",
};

/** Hash algorithms of TLS 1.2 (IANA, TLS HashAlgorithm). */
export const hashAlgorithms: Readonly<Record<number, string>> = {
  0: "None",
  1: "MD5",
  2: "SHA1",
  3: "SHA224",
  4: "SHA256",
  5: "SHA384",
  6: "SHA512",
  7: "SM3",
};

/** Signature algorithms of TLS 1.2 (IANA, TLS SignatureAlgorithm). */
export const signatureAlgorithms: Readonly<Record<number, string>> = {
  0: "Anonymous",
  1: "RSA",
  2: "DSA",
  3: "ECDSA",
  4: "SM2",
};

/** Elliptic curve point formats (IANA, TLS EC Point Formats). */
export const pointFormats: Readonly<Record<number, string>> = {
  0: "uncompressed",
  1: "ansiX962_compressed_prime",
  2: "ansiX962_compressed_char2",
};

/** Elliptic curve types (IANA, TLS EC Curve Types). */
export const curveTypes: Readonly<Record<number, string>> = {
  1: "explicit_prime",
  2: "explicit_char2",
  3: "named_curve",
};

/** Compression methods (IANA, TLS Compression Method Identifiers). */
export const compressionMethods: Readonly<Record<number, string>> = {
  0: "null",
  1: "DEFLATE",
  64: "LZS",
};

/** Certificate compression algorithms (IANA, TLS Certificate Compression Algorithm IDs). */
export const certificateCompressions: Readonly<Record<number, string>> = {
  1: "zlib",
  2: "brotli",
  3: "zstd",
};

/** How a pre-shared key is used (RFC 8446 section 4.2.9). */
export const pskModes: Readonly<Record<number, string>> = {
  0: "PSK-only key establishment (psk_ke)",
  1: "PSK with (EC)DHE key establishment (psk_dhe_ke)",
};

/** Maximum fragment lengths in bytes (RFC 6066 section 4). */
export const fragmentLengths: Readonly<Record<number, string>> = {
  1: "512",
  2: "1024",
  3: "2048",
  4: "4096",
};

/** What certificates are for (IANA, TLS ClientCertificateType Identifiers). */
export const certificateTypes: Readonly<Record<number, string>> = {
  1: "X.509 Certificate",
  2: "DSS Sign",
  3: "RSA Fixed DH",
  4: "DSS Fixed DH",
  21: "GOST R 34.10-94",
  22: "GOST R 34.10-2001",
  64: "ECDSA Sign",
  65: "RSA Fixed ECDH",
  66: "ECDSA Fixed ECDH",
  80: "IBC Params",
};

/** Formats of certificates (IANA, TLS Certificate Types). */
export const certificateFormats: Readonly<Record<number, string>> = {
  0: "X.509",
  1: "OpenPGP",
  2: "Raw Public Key",
};

/** Types of heartbeats (RFC 6520 section 4). */
export const heartbeatTypes: Readonly<Record<number, string>> = {
  1: "Request",
  2: "Response",
};

/** Who may send heartbeats (RFC 6520 section 2). */
export const heartbeatModes: Readonly<Record<number, string>> = {
  1: "Peer allowed to send requests",
  2: "Peer not allowed to send requests",
};

/** Certificate status types (IANA, TLS Certificate Status Types). */
export const statusTypes: Readonly<Record<number, string>> = {
  1: "OCSP",
  2: "OCSP Multi",
};
