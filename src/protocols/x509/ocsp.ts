import type { Cursor } from "../../core/cursor.ts";
import { type Field, none } from "../../core/field.ts";
import { deferred, protocol } from "../../core/protocol.ts";
import {
  bareSequence,
  choice,
  explicit,
  GENERALIZED_TIME,
  implicit,
  primitive,
  readers,
  reading,
  sequence,
  sequenceOf,
  type Type,
  wrapped,
} from "../shared/asn1.ts";
import { BOOLEAN, ENUMERATED, headSize, INTEGER, NULL, OCTETS, OID, truthValue } from "../shared/ber.ts";
import { algorithmIdentifier } from "./algorithms.ts";
import { bitString } from "./bits.ts";
import { certificate } from "./certificate.ts";
import { generalName } from "./general-names.ts";
import { name } from "./names.ts";
import { ocspRows } from "./ocsp-rows.ts";
import { identifier, rows } from "./rows.ts";

/** Extensions as OCSP has them. */
const plainExtensions = rows("pkix1explicit", {
  Extension_element: none("Extension"),
  id: identifier("Id"),
  critical: truthValue("critical"),
});

/** Extension ::= SEQUENCE (RFC 5280 section 4.1) */
const plainExtension = sequence(
  plainExtensions.Extension_element,
  primitive(OID, plainExtensions.id),
  primitive(BOOLEAN, plainExtensions.critical),
  wrapped,
);
const extensionsOf = (row: Field) => sequenceOf(row, plainExtension);

/** CertID ::= SEQUENCE (RFC 6960 section 4.1.1) */
const certId = (row: Field) =>
  sequence(
    row,
    algorithmIdentifier(ocspRows.hashAlgorithm_element),
    primitive(OCTETS, ocspRows.issuerNameHash),
    primitive(OCTETS, ocspRows.issuerKeyHash),
    primitive(INTEGER, ocspRows.serialNumber),
  );

const certs = explicit(0, sequenceOf(ocspRows.certs, certificate(ocspRows.Certificate_element)));
const signature = [
  algorithmIdentifier(ocspRows.signatureAlgorithm_element),
  bitString(ocspRows.signature),
  certs,
] as const;

/** TBSRequest ::= SEQUENCE (RFC 6960 section 4.1.1) */
const tbsRequest = sequence(
  ocspRows.tbsRequest_element,
  explicit(0, primitive(INTEGER, ocspRows.version)),
  explicit(1, generalName(ocspRows.requestorName)),
  sequenceOf(
    ocspRows.requestList,
    sequence(
      ocspRows.Request_element,
      certId(ocspRows.reqCert_element),
      explicit(0, extensionsOf(ocspRows.singleRequestExtensions)),
    ),
  ),
  explicit(2, extensionsOf(ocspRows.requestExtensions)),
);

/** OCSPRequest ::= SEQUENCE { tbsRequest, optionalSignature [0] EXPLICIT Signature OPTIONAL } */
const request = bareSequence(tbsRequest, explicit(0, sequence(ocspRows.optionalSignature_element, ...signature)));

/** CertStatus ::= CHOICE (RFC 6960 section 4.2.1) */
const certStatus = choice(ocspRows.certStatus, {
  0: implicit(0, primitive(NULL, ocspRows.good_element)),
  1: implicit(
    1,
    sequence(
      ocspRows.revoked_element,
      primitive(GENERALIZED_TIME, ocspRows.revocationTime),
      explicit(0, primitive(ENUMERATED, ocspRows.revocationReason)),
    ),
  ),
  2: implicit(2, primitive(NULL, ocspRows.unknown_element)),
});

/** SingleResponse ::= SEQUENCE */
const singleResponse = sequence(
  ocspRows.SingleResponse_element,
  certId(ocspRows.certID_element),
  certStatus,
  primitive(GENERALIZED_TIME, ocspRows.thisUpdate),
  explicit(0, primitive(GENERALIZED_TIME, ocspRows.nextUpdate)),
  explicit(1, extensionsOf(ocspRows.singleExtensions)),
);

/** ResponseData ::= SEQUENCE */
const responseData = sequence(
  ocspRows.tbsResponseData_element,
  explicit(0, primitive(INTEGER, ocspRows.version)),
  choice(ocspRows.responderID, {
    1: explicit(1, name(ocspRows.byName)),
    2: explicit(2, primitive(OCTETS, ocspRows.byKey)),
  }),
  primitive(GENERALIZED_TIME, ocspRows.producedAt),
  sequenceOf(ocspRows.responses, singleResponse),
  explicit(1, extensionsOf(ocspRows.responseExtensions)),
);

/** BasicOCSPResponse ::= SEQUENCE */
const basicResponse = sequence(ocspRows.BasicOCSPResponse_element, responseData, ...signature);

/** OCSPResponse ::= SEQUENCE { responseStatus, responseBytes [0] EXPLICIT ResponseBytes OPTIONAL } */
const response = bareSequence(
  primitive(ENUMERATED, ocspRows.responseStatus),
  explicit(0, sequence(ocspRows.responseBytes_element, primitive(OID, ocspRows["responseType.id"]), wrapped)),
);

/** What stands behind an object identifier of OCSP (RFC 6960 section 4.4). */
const identified: Readonly<Record<string, Type>> = {
  "1.3.6.1.5.5.7.48.1.1": basicResponse,
  "1.3.6.1.5.5.7.48.1.2": primitive(OCTETS, ocspRows.ReOcspNonce),
  "1.3.6.1.5.5.7.48.1.4": sequenceOf(ocspRows.AcceptableResponses, primitive(OID, ocspRows.AcceptableResponses_item)),
  "1.3.6.1.5.5.7.48.1.5": primitive(NULL, ocspRows.NULL_element),
  "1.3.6.1.5.5.7.48.1.6": primitive(GENERALIZED_TIME, ocspRows.ArchiveCutoff),
};

const readRequest = reading(request);
const readResponse = reading(response);

/** The content of a message, told apart by what it begins with. */
const message = deferred(
  (c: Cursor) => (isResponse(c.bytes, c.at, c.end) ? readResponse(c, 0) : readRequest(c, 0)),
  true,
);

function isResponse(b: Uint8Array, at: number, end: number): boolean {
  const size = headSize(b, at, end);
  return size > 0 && b[at + size] === ENUMERATED;
}

/** OCSP over HTTP (RFC 6960 appendix A), and responses inside TLS. */
export const ocsp = protocol({
  name: "ocsp",
  title: "Online Certificate Status Protocol",
  spec: "RFC 6960",
  column: "OCSP",
  expands: [ocspRows, plainExtensions],
  on: { media_type: ["application/ocsp-request", "application/ocsp-response"] },
  reads: () => readers({ OCSPResponse: response }, identified),
  dissect: (c) => c.takeRest(message),
  summary(frame, row, info) {
    const { bytes } = frame.source(frame.tape.source(row));
    info.set().text(isResponse(bytes, frame.tape.start(row), frame.tape.end(row)) ? "Response" : "Request");
  },
});
