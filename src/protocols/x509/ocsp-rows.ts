import { bytes, none } from "../../core/field.ts";
import { integer } from "../shared/ber.ts";
import { CRL_REASONS } from "./extensions.ts";
import { firstNamed } from "./name-text.ts";
import { nameRow } from "./names.ts";
import { chosen, count, identifier, longTime, rows } from "./rows.ts";

/** Questions about the status of certificates, and answers. */
export const ocspRows = rows("ocsp", {
  tbsRequest_element: none("tbsRequest"),
  version: integer("version", { names: { 0: "v1" } }),
  requestorName: chosen("requestorName", { 1: "rfc822Name", 4: "directoryName" }),
  requestList: count("requestList"),
  Request_element: none("Request"),
  reqCert_element: none("reqCert"),
  singleRequestExtensions: count("singleRequestExtensions"),
  requestExtensions: count("requestExtensions"),
  optionalSignature_element: none("optionalSignature"),
  responseStatus: integer("responseStatus", {
    names: {
      0: "successful",
      1: "malformedRequest",
      2: "internalError",
      3: "tryLater",
      5: "sigRequired",
      6: "unauthorized",
    },
  }),
  responseBytes_element: none("responseBytes"),
  "responseType.id": identifier("ResponseType Id"),
  BasicOCSPResponse_element: none("BasicOCSPResponse"),
  tbsResponseData_element: none("tbsResponseData"),
  responderID: chosen("responderID", { 1: "byName", 2: "byKey" }),
  byName: nameRow("byName"),
  byKey: bytes("byKey"),
  producedAt: longTime("producedAt"),
  responses: count("responses"),
  SingleResponse_element: none("SingleResponse"),
  certID_element: none("certID"),
  hashAlgorithm_element: none("hashAlgorithm", { about: firstNamed }),
  issuerNameHash: bytes("issuerNameHash"),
  issuerKeyHash: bytes("issuerKeyHash"),
  serialNumber: bytes("serialNumber"),
  certStatus: chosen("certStatus", { 0: "good", 1: "revoked", 2: "unknown" }),
  good_element: none("good"),
  revoked_element: none("revoked"),
  unknown_element: none("unknown"),
  revocationTime: longTime("revocationTime"),
  revocationReason: integer("revocationReason", { names: CRL_REASONS }),
  thisUpdate: longTime("thisUpdate"),
  nextUpdate: longTime("nextUpdate"),
  singleExtensions: count("singleExtensions"),
  responseExtensions: count("responseExtensions"),
  signatureAlgorithm_element: none("signatureAlgorithm", { about: firstNamed }),
  signature: bytes("signature"),
  certs: count("certs"),
  Certificate_element: none("Certificate"),
  NULL_element: none("NULL"),
  ReOcspNonce: bytes("ReOcspNonce"),
  AcceptableResponses: count("AcceptableResponses"),
  AcceptableResponses_item: identifier("AcceptableResponses item"),
  ArchiveCutoff: longTime("ArchiveCutoff"),
});
