import { bytes, none, u8, u16, u24, u32 } from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import { certificateTypes, handshakeTypes } from "../../names/tls.ts";
import { readingNamed } from "../shared/asn1.ts";
import { all, list, type Part, place, rest, take } from "../shared/parts.ts";
import {
  certificateExtensions,
  certificateStatus,
  extension,
  extensionsOf,
  schemes,
  serverExtensions,
  ticketExtensions,
} from "./extensions.ts";
import { learnExtensions, readClientHello, readRetry, readServerHello } from "./hello.ts";
import { clientKeys, serverKeys } from "./keys.ts";
import { scheme } from "./lists.ts";
import { block, free, opaque, passOver, under, vector } from "./parts.ts";
import { type Session, SSL3, TLS12, TLS13 } from "./sessions.ts";

const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
export const FINISHED = 20;
export const KEY_UPDATE = 24;

/**  0        7 8                              31
 *  +----------+--------------------------------+
 *  |   type   |             length             |   RFC 8446 section 4
 *  +----------+--------------------------------+ */
export const handshakeHead = block(4, {
  "handshake.type": u8(0, "Handshake Message Type", { names: handshakeTypes }),
  "handshake.length": u24(1, "Length", { unit: "bytes" }),
});

/** Fields of handshake messages other than hellos and key exchanges. */
export const handshake = free({
  handshake: none("Handshake Protocol"),
  "handshake.certificates_length": u24("Certificates Length", { unit: "bytes" }),
  "handshake.certificates": none("Certificates"),
  "handshake.certificate_length": u24("Certificate Length", { unit: "bytes" }),
  "handshake.certificate": bytes("Certificate", { expand: readingNamed("Certificate"), mentions: true }),
  "handshake.certificate_request_context_length": u8("Certificate Request Context Length", { unit: "bytes" }),
  "handshake.certificate_request_context": bytes("Certificate Request Context"),
  "handshake.cert_types_count": u8("Certificate types count"),
  "handshake.cert_types": none("Certificate types"),
  "handshake.cert_type": u8("Certificate type", { names: certificateTypes }),
  "handshake.dnames_len": u16("Distinguished Names Length", { unit: "bytes" }),
  "handshake.dnames": none("Distinguished Names"),
  "handshake.dname_len": u16("Distinguished Name Length", { unit: "bytes" }),
  "handshake.dname": none("Distinguished Name", { expand: readingNamed("RDNSequence"), mentions: true }),
  "handshake.client_cert_vrfy.sig_len": u16("Signature length", { unit: "bytes" }),
  "handshake.client_cert_vrfy.sig": bytes("Signature"),
  "handshake.verify_data": none("Verify Data"),
  "handshake.md5_hash": none("MD5 Hash"),
  "handshake.sha_hash": none("SHA-1 Hash"),
  "handshake.session_ticket_lifetime_hint": u32("Session Ticket Lifetime Hint", { unit: "seconds" }),
  "handshake.session_ticket_age_add": u32("Session Ticket Age Add"),
  "handshake.session_ticket_nonce_length": u8("Session Ticket Nonce Length", { unit: "bytes" }),
  "handshake.session_ticket_nonce": bytes("Session Ticket Nonce"),
  "handshake.session_ticket_length": u16("Session Ticket Length", { unit: "bytes" }),
  "handshake.session_ticket": bytes("Session Ticket"),
  "handshake.key_update.request_update": u8("Key Update Request"),
  "compress_certificate.uncompressed_length": u24("Uncompressed Length", { unit: "bytes" }),
  "compress_certificate.compressed_certificate_message.length": u24("Length", { unit: "bytes" }),
  "compress_certificate.compressed_certificate_message": bytes("Compressed Certificate Message"),
});

const certificates = vector(
  handshake["handshake.certificates_length"],
  under(
    handshake["handshake.certificates"],
    list(opaque(handshake["handshake.certificate_length"], handshake["handshake.certificate"])),
  ),
);
/** RFC 8446 section 4.4.2: each with extensions of its own. */
const datedCertificates = all(
  opaque(handshake["handshake.certificate_request_context_length"], handshake["handshake.certificate_request_context"]),
  vector(
    handshake["handshake.certificates_length"],
    under(
      handshake["handshake.certificates"],
      list(
        all(
          opaque(handshake["handshake.certificate_length"], handshake["handshake.certificate"]),
          extensionsOf(certificateExtensions),
        ),
      ),
    ),
  ),
);

/** RFC 5246 section 7.4.4; before TLS 1.2 without signature schemes. */
const requestTypes = vector(
  handshake["handshake.cert_types_count"],
  under(handshake["handshake.cert_types"], list(take(handshake["handshake.cert_type"], 1))),
);
const requestNames = vector(
  handshake["handshake.dnames_len"],
  (c) =>
    c.left === 0 ||
    under(
      handshake["handshake.dnames"],
      list(opaque(handshake["handshake.dname_len"], handshake["handshake.dname"])),
    )(c),
);
const certificateRequest = all(requestTypes, requestNames);
const signedRequest = all(requestTypes, schemes, requestNames);
const extendedRequest = all(
  opaque(handshake["handshake.certificate_request_context_length"], handshake["handshake.certificate_request_context"]),
  extensionsOf(certificateExtensions),
);

const signature = opaque(handshake["handshake.client_cert_vrfy.sig_len"], handshake["handshake.client_cert_vrfy.sig"]);
const signedVerify = all(place(scheme), signature);

/** RFC 5077 section 3.3 */
const ticket = under(
  group("TLS Session Ticket"),
  take(handshake["handshake.session_ticket_lifetime_hint"], 4),
  opaque(handshake["handshake.session_ticket_length"], handshake["handshake.session_ticket"]),
);
/** RFC 8446 section 4.6.1 */
const extendedTicket = under(
  group("TLS Session Ticket"),
  take(handshake["handshake.session_ticket_lifetime_hint"], 4),
  take(handshake["handshake.session_ticket_age_add"], 4),
  opaque(handshake["handshake.session_ticket_nonce_length"], handshake["handshake.session_ticket_nonce"]),
  opaque(handshake["handshake.session_ticket_length"], handshake["handshake.session_ticket"]),
  extensionsOf(ticketExtensions),
);

const finished = rest(handshake["handshake.verify_data"]);
const oldFinished = all(take(handshake["handshake.md5_hash"], 16), take(handshake["handshake.sha_hash"], 20));

/** RFC 8879 section 4 */
const compressed = all(
  take(extension["compress_certificate.algorithm"], 2),
  take(handshake["compress_certificate.uncompressed_length"], 3),
  opaque(
    handshake["compress_certificate.compressed_certificate_message.length"],
    handshake["compress_certificate.compressed_certificate_message"],
  ),
);
const keyUpdate = take(handshake["handshake.key_update.request_update"], 1);
const encryptedExtensions = extensionsOf(serverExtensions);

/** What a message of `type` consists of. */
export function partOf(type: number, session: Session): Part {
  const { version } = session;
  switch (type) {
    case CLIENT_HELLO:
      return (c) => readClientHello(c, session);
    case SERVER_HELLO:
      return (c) => readServerHello(c, session);
    case 4:
      return version === TLS13 ? extendedTicket : ticket;
    case 6:
      return readRetry;
    case 8:
      return (c) => {
        learnExtensions(c, c.at + 2, c.end, session);
        return encryptedExtensions(c);
      };
    case 11:
      return version === TLS13 ? datedCertificates : certificates;
    case 12:
      return serverKeys(session) ?? passOver;
    case 13:
      return version === TLS13 ? extendedRequest : version === TLS12 ? signedRequest : certificateRequest;
    case 15:
      return version >= TLS12 ? signedVerify : signature;
    case 16:
      return clientKeys(session) ?? passOver;
    case FINISHED:
      return version === SSL3 ? oldFinished : finished;
    case 22:
      return certificateStatus;
    case KEY_UPDATE:
      return keyUpdate;
    case 25:
      return compressed;
    default:
      return passOver;
  }
}
