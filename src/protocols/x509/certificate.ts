import type { Cursor } from "../../core/cursor.ts";
import { bytes, type Field, none } from "../../core/field.ts";
import {
  BIT_STRING,
  bareSequence,
  choice,
  explicit,
  GENERALIZED_TIME,
  implicit,
  oidIn,
  primitive,
  reading,
  sequence,
  sequenceOf,
  type Type,
  UTC_TIME,
  wrapped,
} from "../shared/asn1.ts";
import { BOOLEAN, INTEGER, integer, OID, truthValue } from "../shared/ber.ts";
import { algorithmIdentifier, rsaPublicKey } from "./algorithms.ts";
import { bitString } from "./bits.ts";
import { firstNamed, nameText } from "./name-text.ts";
import { name, nameRow } from "./names.ts";
import { chosen, count, identifier, longTime, rows, shortTime } from "./rows.ts";

const TIME = { 0: "utcTime", 1: "generalizedTime" };
const RSA = "1.2.840.113549.1.1.1";

/** Certificates and lists of revoked ones. */
export const x509af = rows("x509af", {
  signedCertificate_element: none("signedCertificate"),
  signedCertificateList_element: none("signedCertificateList"),
  version: integer("version", { names: { 0: "v1", 1: "v2", 2: "v3" } }),
  serialNumber: bytes("serialNumber"),
  signature_element: none("signature", { about: firstNamed }),
  issuer: nameRow("issuer"),
  validity_element: none("validity"),
  notBefore: chosen("notBefore", TIME),
  notAfter: chosen("notAfter", TIME),
  utcTime: shortTime("utcTime"),
  generalizedTime: longTime("generalizedTime"),
  subject: nameRow("subject"),
  rdnSequence: count("rdnSequence", { about: nameText }),
  subjectPublicKeyInfo_element: none("subjectPublicKeyInfo"),
  algorithm_element: none("algorithm", { about: firstNamed }),
  subjectPublicKey: bytes("subjectPublicKey"),
  issuerUniqueIdentifier: bytes("issuerUniqueIdentifier"),
  subjectUniqueIdentifier: bytes("subjectUniqueIdentifier"),
  extensions: count("extensions"),
  Extension_element: none("Extension", { about: firstNamed }),
  "extension.id": identifier("Extension Id"),
  critical: truthValue("critical"),
  algorithmIdentifier_element: none("algorithmIdentifier", { about: firstNamed }),
  encrypted: bytes("encrypted"),
  thisUpdate: chosen("thisUpdate", TIME),
  nextUpdate: chosen("nextUpdate", TIME),
  revokedCertificates: count("revokedCertificates"),
  revokedCertificates_item_element: none("revokedCertificates item"),
  userCertificate: bytes("userCertificate"),
  revocationDate: chosen("revocationDate", TIME),
  crlEntryExtensions: count("crlEntryExtensions"),
  crlExtensions: count("crlExtensions"),
  DSS_Params_element: none("DSS-Params"),
  p: bytes("p"),
  q: bytes("q"),
  g: bytes("g"),
});

/** Time ::= CHOICE { utcTime UTCTime, generalTime GeneralizedTime } */
const time = (row: Field): Type =>
  choice(row, { 0: primitive(UTC_TIME, x509af.utcTime), 1: primitive(GENERALIZED_TIME, x509af.generalizedTime) });

const version = primitive(INTEGER, x509af.version);

/** Validity ::= SEQUENCE { notBefore Time, notAfter Time } */
const validity = sequence(x509af.validity_element, time(x509af.notBefore), time(x509af.notAfter));

/** The bits of a key; those of RSA hold a value of ASN.1 of their own (RFC 3279 section 2.3.1). */
const subjectPublicKey: Type = {
  is: (tag) => tag === BIT_STRING,
  read(c, start, first) {
    if (oidIn(c, first) === RSA) readRsaKey(c);
    else anyKey.read(c, start, first);
  },
};
const anyKey = bitString(x509af.subjectPublicKey);

function readRsaKey(c: Cursor): void {
  if (c.captured < 1) return;
  c.at++;
  const row = c.open(x509af.subjectPublicKey);
  reading(rsaPublicKey)(c, 0);
  c.close(row, c.end);
}

/** SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING } */
const subjectPublicKeyInfo = sequence(
  x509af.subjectPublicKeyInfo_element,
  algorithmIdentifier(x509af.algorithm_element),
  subjectPublicKey,
);

/** Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING } */
export const extension = sequence(
  x509af.Extension_element,
  primitive(OID, x509af["extension.id"]),
  primitive(BOOLEAN, x509af.critical),
  wrapped,
);

/** TBSCertificate ::= SEQUENCE (RFC 5280 section 4.1) */
const signedCertificate = sequence(
  x509af.signedCertificate_element,
  explicit(0, version),
  primitive(INTEGER, x509af.serialNumber),
  algorithmIdentifier(x509af.signature_element),
  name(x509af.issuer),
  validity,
  name(x509af.subject, x509af.rdnSequence),
  subjectPublicKeyInfo,
  implicit(1, bitString(x509af.issuerUniqueIdentifier)),
  implicit(2, bitString(x509af.subjectUniqueIdentifier)),
  explicit(3, sequenceOf(x509af.extensions, extension)),
);

const signature = [algorithmIdentifier(x509af.algorithmIdentifier_element), bitString(x509af.encrypted)];

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue BIT STRING } (RFC 5280 section 4.1) */
export const certificate = (row: Field): Type => sequence(row, signedCertificate, ...signature);

/** A certificate that fills a row of its own. */
export const bareCertificate = bareSequence(signedCertificate, ...signature);

/** revokedCertificates of TBSCertList (RFC 5280 section 5.1) */
const revoked = sequence(
  x509af.revokedCertificates_item_element,
  primitive(INTEGER, x509af.userCertificate),
  time(x509af.revocationDate),
  sequenceOf(x509af.crlEntryExtensions, extension),
);

/** TBSCertList ::= SEQUENCE (RFC 5280 section 5.1) */
const signedList = sequence(
  x509af.signedCertificateList_element,
  version,
  algorithmIdentifier(x509af.signature_element),
  name(x509af.issuer),
  time(x509af.thisUpdate),
  time(x509af.nextUpdate),
  sequenceOf(x509af.revokedCertificates, revoked),
  explicit(0, sequenceOf(x509af.crlExtensions, extension)),
);

/** CertificateList ::= SEQUENCE (RFC 5280 section 5.1) that fills a row of its own. */
export const bareCertificateList = bareSequence(signedList, ...signature);

/** Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER } (RFC 3279 section 2.3.2) */
export const dssParameters = sequence(
  x509af.DSS_Params_element,
  primitive(INTEGER, x509af.p),
  primitive(INTEGER, x509af.q),
  primitive(INTEGER, x509af.g),
);
