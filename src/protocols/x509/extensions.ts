import { bytes, type Field, none } from "../../core/field.ts";
import {
  choice,
  explicit,
  GENERALIZED_TIME,
  implicit,
  primitive,
  sequence,
  sequenceOf,
  setOf,
  type Type,
} from "../shared/asn1.ts";
import { BOOLEAN, ENUMERATED, INTEGER, integer, OCTETS, OID, truthValue } from "../shared/ber.ts";
import { bitString } from "./bits.ts";
import { generalName, generalNames, namesOf } from "./general-names.ts";
import { attribute } from "./names.ts";
import { certificatePolicies, policyMappings } from "./policies.ts";
import { chosen, count, flag, identifier, longTime, rows } from "./rows.ts";

/** Why a certificate was revoked (RFC 5280 section 5.3.1). */
export const CRL_REASONS = {
  0: "unspecified",
  1: "keyCompromise",
  2: "cACompromise",
  3: "affiliationChanged",
  4: "superseded",
  5: "cessationOfOperation",
  6: "certificateHold",
  8: "removeFromCRL",
  9: "privilegeWithdrawn",
  10: "aaCompromise",
};

/** Extensions of certificates and of lists of revoked ones. */
export const x509ce = rows("x509ce", {
  AuthorityKeyIdentifier_element: none("AuthorityKeyIdentifier"),
  keyIdentifier: bytes("keyIdentifier"),
  authorityCertIssuer: count("authorityCertIssuer"),
  authorityCertSerialNumber: bytes("authorityCertSerialNumber"),
  SubjectKeyIdentifier: bytes("SubjectKeyIdentifier"),
  KeyUsage: bytes("KeyUsage"),
  "KeyUsage.digitalSignature": flag(0, "digitalSignature"),
  "KeyUsage.contentCommitment": flag(1, "contentCommitment"),
  "KeyUsage.keyEncipherment": flag(2, "keyEncipherment"),
  "KeyUsage.dataEncipherment": flag(3, "dataEncipherment"),
  "KeyUsage.keyAgreement": flag(4, "keyAgreement"),
  "KeyUsage.keyCertSign": flag(5, "keyCertSign"),
  "KeyUsage.cRLSign": flag(6, "cRLSign"),
  "KeyUsage.encipherOnly": flag(7, "encipherOnly"),
  "KeyUsage.decipherOnly": flag(8, "decipherOnly"),
  PrivateKeyUsagePeriod_element: none("PrivateKeyUsagePeriod"),
  notBefore: longTime("notBefore"),
  notAfter: longTime("notAfter"),
  BasicConstraintsSyntax_element: none("BasicConstraintsSyntax"),
  cA: truthValue("cA"),
  pathLenConstraint: integer("pathLenConstraint"),
  NameConstraintsSyntax_element: none("NameConstraintsSyntax"),
  permittedSubtrees: count("permittedSubtrees"),
  excludedSubtrees: count("excludedSubtrees"),
  GeneralSubtree_element: none("GeneralSubtree"),
  base: chosen("base", { 2: "dNSName", 4: "directoryName", 7: "iPAddress" }),
  minimum: integer("minimum"),
  maximum: integer("maximum"),
  PolicyConstraintsSyntax_element: none("PolicyConstraintsSyntax"),
  requireExplicitPolicy: integer("requireExplicitPolicy"),
  inhibitPolicyMapping: integer("inhibitPolicyMapping"),
  SkipCerts: integer("SkipCerts"),
  KeyPurposeIDs: count("KeyPurposeIDs"),
  KeyPurposeId: identifier("KeyPurposeId"),
  CRLDistPointsSyntax: count("CRLDistPointsSyntax"),
  DistributionPoint_element: none("DistributionPoint"),
  distributionPoint: chosen("distributionPoint", { 0: "fullName", 1: "nameRelativeToCRLIssuer" }),
  fullName: count("fullName"),
  nameRelativeToCRLIssuer: count("nameRelativeToCRLIssuer"),
  reasons: bytes("reasons"),
  "ReasonFlags.unused": flag(0, "unused"),
  "ReasonFlags.keyCompromise": flag(1, "keyCompromise"),
  "ReasonFlags.cACompromise": flag(2, "cACompromise"),
  "ReasonFlags.affiliationChanged": flag(3, "affiliationChanged"),
  "ReasonFlags.superseded": flag(4, "superseded"),
  "ReasonFlags.cessationOfOperation": flag(5, "cessationOfOperation"),
  "ReasonFlags.certificateHold": flag(6, "certificateHold"),
  "ReasonFlags.privilegeWithdrawn": flag(7, "privilegeWithdrawn"),
  "ReasonFlags.aACompromise": flag(8, "aACompromise"),
  cRLIssuer: count("cRLIssuer"),
  CRLNumber: integer("CRLNumber"),
  BaseCRLNumber: integer("BaseCRLNumber"),
  CRLReason: integer("CRLReason", { names: CRL_REASONS }),
  id_ce_invalidityDate: longTime("invalidityDate"),
  IssuingDistPointSyntax_element: none("IssuingDistPointSyntax"),
  onlyContainsUserPublicKeyCerts: truthValue("onlyContainsUserPublicKeyCerts"),
  onlyContainsCACerts: truthValue("onlyContainsCACerts"),
  onlySomeReasons: bytes("onlySomeReasons"),
  indirectCRL: truthValue("indirectCRL"),
  CertificateTemplate_element: none("CertificateTemplate"),
  templateID: identifier("templateID"),
  templateMajorVersion: integer("templateMajorVersion"),
  templateMinorVersion: integer("templateMinorVersion"),
});

/** The flags under one name, in the order of their bits. */
function flagsOf(prefix: string): Field[] {
  return Object.entries<Field>(x509ce).flatMap(([name, row]) => (name.startsWith(prefix) ? row : []));
}

const keyIdentifier = primitive(OCTETS, x509ce.keyIdentifier);

/** AuthorityKeyIdentifier ::= SEQUENCE (RFC 5280 section 4.2.1.1) */
const authorityKeyIdentifier = sequence(
  x509ce.AuthorityKeyIdentifier_element,
  implicit(0, keyIdentifier),
  implicit(1, namesOf(x509ce.authorityCertIssuer)),
  implicit(2, primitive(INTEGER, x509ce.authorityCertSerialNumber)),
);

/** KeyUsage ::= BIT STRING (RFC 5280 section 4.2.1.3) */
const keyUsage = bitString(x509ce.KeyUsage, ...flagsOf("KeyUsage."));

/** PrivateKeyUsagePeriod ::= SEQUENCE (RFC 3280 section 4.2.1.4) */
const privateKeyUsagePeriod = sequence(
  x509ce.PrivateKeyUsagePeriod_element,
  implicit(0, primitive(GENERALIZED_TIME, x509ce.notBefore)),
  implicit(1, primitive(GENERALIZED_TIME, x509ce.notAfter)),
);

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } */
const basicConstraints = sequence(
  x509ce.BasicConstraintsSyntax_element,
  primitive(BOOLEAN, x509ce.cA),
  primitive(INTEGER, x509ce.pathLenConstraint),
);

/** GeneralSubtree ::= SEQUENCE { base GeneralName, minimum [0] DEFAULT 0, maximum [1] OPTIONAL } */
const subtree = sequence(
  x509ce.GeneralSubtree_element,
  generalName(x509ce.base),
  implicit(0, primitive(INTEGER, x509ce.minimum)),
  implicit(1, primitive(INTEGER, x509ce.maximum)),
);

/** NameConstraints ::= SEQUENCE (RFC 5280 section 4.2.1.10) */
const nameConstraints = sequence(
  x509ce.NameConstraintsSyntax_element,
  implicit(0, sequenceOf(x509ce.permittedSubtrees, subtree)),
  implicit(1, sequenceOf(x509ce.excludedSubtrees, subtree)),
);

/** PolicyConstraints ::= SEQUENCE (RFC 5280 section 4.2.1.11) */
const policyConstraints = sequence(
  x509ce.PolicyConstraintsSyntax_element,
  implicit(0, primitive(INTEGER, x509ce.requireExplicitPolicy)),
  implicit(1, primitive(INTEGER, x509ce.inhibitPolicyMapping)),
);

/** ReasonFlags ::= BIT STRING (RFC 5280 section 4.2.1.13) */
const reasonFlags = (row: Field) => bitString(row, ...flagsOf("ReasonFlags."));

/** DistributionPointName ::= CHOICE (RFC 5280 section 4.2.1.13) */
const distributionPointName: Type = choice(x509ce.distributionPoint, {
  0: implicit(0, namesOf(x509ce.fullName)),
  1: implicit(1, setOf(x509ce.nameRelativeToCRLIssuer, attribute)),
});

/** CRLDistributionPoints ::= SEQUENCE OF DistributionPoint (RFC 5280 section 4.2.1.13) */
const distributionPoints = sequenceOf(
  x509ce.CRLDistPointsSyntax,
  sequence(
    x509ce.DistributionPoint_element,
    explicit(0, distributionPointName),
    implicit(1, reasonFlags(x509ce.reasons)),
    implicit(2, namesOf(x509ce.cRLIssuer)),
  ),
);

/** IssuingDistributionPoint ::= SEQUENCE (RFC 5280 section 5.2.5) */
const issuingDistributionPoint = sequence(
  x509ce.IssuingDistPointSyntax_element,
  explicit(0, distributionPointName),
  implicit(1, primitive(BOOLEAN, x509ce.onlyContainsUserPublicKeyCerts)),
  implicit(2, primitive(BOOLEAN, x509ce.onlyContainsCACerts)),
  implicit(3, reasonFlags(x509ce.onlySomeReasons)),
  implicit(4, primitive(BOOLEAN, x509ce.indirectCRL)),
);

/** CertificateTemplateOID ::= SEQUENCE { templateID, major version, minor version }, of Microsoft */
const certificateTemplate = sequence(
  x509ce.CertificateTemplate_element,
  primitive(OID, x509ce.templateID),
  primitive(INTEGER, x509ce.templateMajorVersion),
  primitive(INTEGER, x509ce.templateMinorVersion),
);

const anyNames = namesOf(generalNames.GeneralNames);

/** What an extension holds, by its object identifier. */
export const extensions: Readonly<Record<string, Type>> = {
  "2.5.29.14": primitive(OCTETS, x509ce.SubjectKeyIdentifier),
  "2.5.29.15": keyUsage,
  "2.5.29.16": privateKeyUsagePeriod,
  "2.5.29.17": anyNames,
  "2.5.29.18": anyNames,
  "2.5.29.19": basicConstraints,
  "2.5.29.20": primitive(INTEGER, x509ce.CRLNumber),
  "2.5.29.21": primitive(ENUMERATED, x509ce.CRLReason),
  "2.5.29.24": primitive(GENERALIZED_TIME, x509ce.id_ce_invalidityDate),
  "2.5.29.27": primitive(INTEGER, x509ce.BaseCRLNumber),
  "2.5.29.28": issuingDistributionPoint,
  "2.5.29.29": anyNames,
  "2.5.29.30": nameConstraints,
  "2.5.29.31": distributionPoints,
  "2.5.29.32": certificatePolicies,
  "2.5.29.33": policyMappings,
  "2.5.29.35": authorityKeyIdentifier,
  "2.5.29.36": policyConstraints,
  "2.5.29.37": sequenceOf(x509ce.KeyPurposeIDs, primitive(OID, x509ce.KeyPurposeId)),
  "2.5.29.46": distributionPoints,
  "2.5.29.54": primitive(INTEGER, x509ce.SkipCerts),
  "1.3.6.1.4.1.311.21.7": certificateTemplate,
  "1.3.6.1.4.1.311.21.10": certificatePolicies,
};
