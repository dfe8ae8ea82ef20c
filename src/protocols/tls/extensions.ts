import type { Cursor } from "../../core/cursor.ts";
import { bytes, none, text, u8, u16, u24, u32 } from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import {
  certificateCompressions,
  certificateFormats,
  extensionNames,
  fragmentLengths,
  groupNames,
  heartbeatModes,
  pskModes,
  statusTypes,
} from "../../names/tls.ts";
import { cipherSuites } from "../../names/tls-ciphers.ts";
import { readingNamed } from "../shared/asn1.ts";
import { all, list, optional, type Part, rest, string, take, within } from "../shared/parts.ts";
import { lists, numbers } from "./lists.ts";
import { block, free, numbersOf, opaque, passOver, under, vector } from "./parts.ts";
import { timestamps } from "./timestamps.ts";
import { draftParameters, transportParameters } from "./transport-parameters.ts";

/**  0                16                31
 *  +-----------------+-----------------+
 *  |      type       |     length      |   RFC 8446 section 4.2
 *  +-----------------+-----------------+ */
export const extensionHead = block(4, {
  "handshake.extension.type": u16(0, "Type", { names: extensionNames }),
  "handshake.extension.len": u16(2, "Length", { unit: "bytes" }),
});

/** Fields of extensions. */
export const extension = free({
  "handshake.extensions_length": u16("Extensions Length", { unit: "bytes" }),
  "handshake.extension.data": bytes("Data"),
  "handshake.extensions_server_name_list_len": u16("Server Name list length", { unit: "bytes" }),
  "handshake.extensions_server_name_type": u8("Server Name Type", { names: { 0: "host_name" } }),
  "handshake.extensions_server_name_len": u16("Server Name length", { unit: "bytes" }),
  "handshake.extensions_server_name": text("Server Name"),
  "handshake.max_fragment_length": u8("Maximum Fragment Length", { names: fragmentLengths }),
  "handshake.extensions_status_request_type": u8("Certificate Status Type", { names: statusTypes }),
  "handshake.extensions_status_request_list_len": u16("Certificate Status List Length", { unit: "bytes" }),
  "handshake.extensions_status_request_len": u16("Certificate Status Length", { unit: "bytes" }),
  "handshake.extensions_status_request_responder_ids_len": u16("Responder ID list Length", { unit: "bytes" }),
  "handshake.extensions_status_request_exts_len": u16("Request Extensions Length", { unit: "bytes" }),
  "handshake.ocsp_response_len": u24("OCSP Response Length", { unit: "bytes" }),
  "handshake.extensions_supported_groups_length": u16("Supported Groups List Length", { unit: "bytes" }),
  "handshake.extensions_ec_point_formats_length": u8("EC point formats Length", { unit: "bytes" }),
  "handshake.extensions_srp_len": u8("SRP username length", { unit: "bytes" }),
  "handshake.extensions_srp_username": text("SRP username"),
  "handshake.sig_hash_alg_len": u16("Signature Hash Algorithms Length", { unit: "bytes" }),
  "handshake.extension.heartbeat.mode": u8("Mode", { names: heartbeatModes }),
  "handshake.extensions_alpn_len": u16("ALPN Extension Length", { unit: "bytes" }),
  "handshake.extensions_alpn_list": none("ALPN Protocol"),
  "handshake.extensions_alpn_str_len": u8("ALPN string length", { unit: "bytes" }),
  "handshake.extensions_alpn_str": text("ALPN Next Protocol"),
  "handshake.cert_type.types_len": u8("Certificate Type List Length", { unit: "bytes" }),
  "handshake.cert_type.types": none("Certificate Type List"),
  "handshake.cert_type.type": u8("Certificate Type", { show: "hex", names: certificateFormats }),
  "handshake.extensions_padding_data": bytes("Padding Data"),
  "compress_certificate.algorithms_length": u8("Algorithms Length", { unit: "bytes" }),
  "compress_certificate.algorithm": u16("Algorithm", { names: certificateCompressions }),
  record_size_limit: u16("Record Size Limit", { unit: "bytes" }),
  "handshake.extensions.psk.identities.length": u16("Identities Length", { unit: "bytes" }),
  "handshake.extensions.psk.identity.identity_length": u16("Identity Length", { unit: "bytes" }),
  "handshake.extensions.psk.identity.identity": bytes("Identity"),
  "handshake.extensions.psk.identity.obfuscated_ticket_age": u32("Obfuscated Ticket Age"),
  "handshake.extensions.psk.binders_len": u16("PSK Binders length", { unit: "bytes" }),
  "handshake.extensions.psk.binders": none("PSK Binders"),
  "handshake.extensions.psk.identity.selected": u16("Selected Identity"),
  "early_data.max_early_data_size": u32("Maximum Early Data Size"),
  "handshake.extensions.supported_versions_len": u8("Supported Versions length", { unit: "bytes" }),
  "handshake.extensions.cookie_len": u16("Cookie length", { unit: "bytes" }),
  "handshake.extensions.cookie": bytes("Cookie"),
  "extension.psk_ke_modes_length": u8("PSK Key Exchange Modes Length", { unit: "bytes" }),
  "extension.psk_ke_mode": u8("PSK Key Exchange Mode", { names: pskModes }),
  "handshake.extensions_key_share_client_length": u16("Client Key Share Length", { unit: "bytes" }),
  "handshake.extensions_key_share_group": u16("Group", { names: groupNames }),
  "handshake.extensions_key_share_key_exchange_length": u16("Key Exchange Length", { unit: "bytes" }),
  "handshake.extensions_key_share_key_exchange": bytes("Key Exchange"),
  "handshake.extensions_key_share_selected_group": u16("Selected Group", { names: groupNames }),
  "handshake.extensions_npn_str_len": u8("Protocol string length", { unit: "bytes" }),
  "handshake.extensions_npn": text("Next Protocol"),
  "handshake.extensions_alps_len": u16("ALPS Extension Length", { unit: "bytes" }),
  "handshake.extensions_alps_alpn_list": none("Supported ALPN List"),
  "handshake.extensions_alps_alpn_str_len": u8("Supported ALPN Length", { unit: "bytes" }),
  "handshake.extensions_alps_alpn_str": text("Supported ALPN"),
  "handshake.extensions_reneg_info_len": u8("Renegotiation info extension length", { unit: "bytes" }),
  "handshake.extensions_reneg_info": bytes("Renegotiation info"),
  "esni.suite": u16("Cipher Suite", { show: "hex", names: cipherSuites }),
  "esni.record_digest_length": u16("Record Digest Length", { unit: "bytes" }),
  "esni.record_digest": bytes("Record Digest"),
  "esni.encrypted_sni_length": u16("Encrypted SNI Length", { unit: "bytes" }),
  "esni.encrypted_sni": bytes("Encrypted SNI"),
});

const data = rest(extension["handshake.extension.data"]);
const nothing = optional(data);

/** Signature schemes with their length in front. */
export const schemes = vector(extension["handshake.sig_hash_alg_len"], numbersOf(lists["handshake.sig_hash_algs"], 2));

const serverName = all(
  take(extension["handshake.extensions_server_name_type"], 1),
  vector(extension["handshake.extensions_server_name_len"], rest(extension["handshake.extensions_server_name"])),
);

const protocolNames = under(
  extension["handshake.extensions_alpn_list"],
  list(string(extension["handshake.extensions_alpn_str_len"], extension["handshake.extensions_alpn_str"])),
);
const settingsNames = under(
  extension["handshake.extensions_alps_alpn_list"],
  list(string(extension["handshake.extensions_alps_alpn_str_len"], extension["handshake.extensions_alps_alpn_str"])),
);

/** RFC 6066 section 8; in the certificate of a server the response itself. */
const statusRequest = all(
  take(extension["handshake.extensions_status_request_type"], 1),
  vector(extension["handshake.extensions_status_request_responder_ids_len"]),
  vector(extension["handshake.extensions_status_request_exts_len"]),
);
/** RFC 6961 section 2.2 */
const statusRequests = vector(
  extension["handshake.extensions_status_request_list_len"],
  list(
    all(
      take(extension["handshake.extensions_status_request_type"], 1),
      vector(
        extension["handshake.extensions_status_request_len"],
        vector(extension["handshake.extensions_status_request_responder_ids_len"]),
        vector(extension["handshake.extensions_status_request_exts_len"]),
      ),
    ),
  ),
);
const ocspResponse = group("OCSP Response", { expand: readingNamed("OCSPResponse"), mentions: true });

/** The status of a certificate (RFC 6066 section 8). */
export const certificateStatus = all(
  take(extension["handshake.extensions_status_request_type"], 1),
  vector(extension["handshake.ocsp_response_len"], under(ocspResponse, passOver)),
);

const keyShare = under(
  group("Key Share Entry"),
  take(extension["handshake.extensions_key_share_group"], 2),
  opaque(
    extension["handshake.extensions_key_share_key_exchange_length"],
    extension["handshake.extensions_key_share_key_exchange"],
  ),
);

const identity = under(
  group("PSK Identity"),
  opaque(
    extension["handshake.extensions.psk.identity.identity_length"],
    extension["handshake.extensions.psk.identity.identity"],
  ),
  take(extension["handshake.extensions.psk.identity.obfuscated_ticket_age"], 4),
);

const encryptedName = all(
  take(extension["esni.suite"], 2),
  keyShare,
  opaque(extension["esni.record_digest_length"], extension["esni.record_digest"]),
  opaque(extension["esni.encrypted_sni_length"], extension["esni.encrypted_sni"]),
);

const certificateFormat = take(extension["handshake.cert_type.type"], 1);
const pointFormats = vector(
  extension["handshake.extensions_ec_point_formats_length"],
  numbersOf(lists["handshake.extensions_ec_point_formats"], 1),
);
const groups = vector(
  extension["handshake.extensions_supported_groups_length"],
  numbersOf(lists["handshake.extensions_supported_groups"], 2),
);
const protocols = vector(extension["handshake.extensions_alpn_len"], protocolNames);
const renegotiation = under(
  group("Renegotiation Info extension"),
  opaque(extension["handshake.extensions_reneg_info_len"], extension["handshake.extensions_reneg_info"]),
);
const nextProtocols = list(
  string(extension["handshake.extensions_npn_str_len"], extension["handshake.extensions_npn"]),
);

/** What an extension's data consist of, by type; any other is shown as bytes. */
export type Extensions = Readonly<Record<number, Part>>;

/** Those that are the same in every message. */
const common: Extensions = {
  1: take(extension["handshake.max_fragment_length"], 1),
  10: groups,
  11: pointFormats,
  12: opaque(extension["handshake.extensions_srp_len"], extension["handshake.extensions_srp_username"]),
  13: schemes,
  15: take(extension["handshake.extension.heartbeat.mode"], 1),
  16: protocols,
  21: rest(extension["handshake.extensions_padding_data"]),
  22: nothing,
  23: nothing,
  27: vector(
    extension["compress_certificate.algorithms_length"],
    list(take(extension["compress_certificate.algorithm"], 2)),
  ),
  28: take(extension.record_size_limit, 2),
  34: schemes,
  49: nothing,
  44: opaque(extension["handshake.extensions.cookie_len"], extension["handshake.extensions.cookie"]),
  50: schemes,
  57: transportParameters,
  13172: nextProtocols,
  65281: renegotiation,
  65445: draftParameters,
  65486: encryptedName,
};

/** Those of a client's hello. */
export const clientExtensions: Extensions = {
  ...common,
  0: under(
    group("Server Name Indication extension"),
    vector(extension["handshake.extensions_server_name_list_len"], list(serverName)),
  ),
  5: statusRequest,
  17: statusRequests,
  18: nothing,
  19: vector(
    extension["handshake.cert_type.types_len"],
    under(extension["handshake.cert_type.types"], list(certificateFormat)),
  ),
  20: vector(
    extension["handshake.cert_type.types_len"],
    under(extension["handshake.cert_type.types"], list(certificateFormat)),
  ),
  40: under(
    group("Key Share extension"),
    vector(extension["handshake.extensions_key_share_client_length"], list(keyShare)),
  ),
  41: under(
    group("Pre-Shared Key extension"),
    vector(extension["handshake.extensions.psk.identities.length"], list(identity)),
    vector(extension["handshake.extensions.psk.binders_len"], rest(extension["handshake.extensions.psk.binders"])),
  ),
  42: nothing,
  43: vector(
    extension["handshake.extensions.supported_versions_len"],
    list(take(numbers["handshake.extensions.supported_version"], 2)),
  ),
  45: vector(extension["extension.psk_ke_modes_length"], list(take(extension["extension.psk_ke_mode"], 1))),
  51: under(
    group("Key Share extension"),
    vector(extension["handshake.extensions_key_share_client_length"], list(keyShare)),
  ),
  17513: vector(extension["handshake.extensions_alps_len"], settingsNames),
};

const serverKeyShare = under(group("Key Share extension"), keyShare);

/** Those of a server's hello, and of what it sends encrypted. */
export const serverExtensions: Extensions = {
  ...common,
  0: nothing,
  5: nothing,
  13: optional(schemes),
  17: nothing,
  18: optional(timestamps),
  19: certificateFormat,
  20: certificateFormat,
  40: serverKeyShare,
  41: under(group("Pre-Shared Key extension"), take(extension["handshake.extensions.psk.identity.selected"], 2)),
  42: nothing,
  43: take(numbers["handshake.extensions.supported_version"], 2),
  51: serverKeyShare,
};

const selectedGroup = under(
  group("Key Share extension"),
  take(extension["handshake.extensions_key_share_selected_group"], 2),
);

/** Those of a request to try again with other parameters. */
export const retryExtensions: Extensions = { ...serverExtensions, 40: selectedGroup, 51: selectedGroup };

/** Those of a session ticket. */
export const ticketExtensions: Extensions = { 42: take(extension["early_data.max_early_data_size"], 4) };

/** Those of a certificate, and of the request for one. */
export const certificateExtensions: Extensions = { ...common, 5: certificateStatus, 18: optional(timestamps) };

/** One extension; JSON makes a list of them. */
export const entry = group("Extension", { list: "tls.extensions" });

/** One extension: type, length, data. */
const readExtension = (known: Extensions) => (c: Cursor) => {
  const row = c.open(entry);
  const at = c.place(extensionHead);
  if (at >= 0) {
    const end = c.at + c.get(at, extensionHead["handshake.extension.len"]);
    const part = known[c.get(at, extensionHead["handshake.extension.type"])] ?? data;
    within(c, end, extensionHead["handshake.extension.len"], part);
  }
  c.close(row);
  return !c.broken;
};

/** Extensions with their length in front. */
export const extensionsOf = (known: Extensions): Part =>
  vector(extension["handshake.extensions_length"], list(readExtension(known)));
