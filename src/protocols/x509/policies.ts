import { type Field, none, text } from "../../core/field.ts";
import { extensionNames } from "../../names/tls.ts";
import {
  BMP_STRING,
  choice,
  definedByOid,
  IA5_STRING,
  primitive,
  sequence,
  sequenceOf,
  UTF8_STRING,
  VISIBLE_STRING,
} from "../shared/asn1.ts";
import { INTEGER, integer, OID } from "../shared/ber.ts";
import { asciiText } from "../shared/text.ts";
import { generalName } from "./general-names.ts";
import { chosen, count, identifier, rows, units } from "./rows.ts";

/** Policies under which certificates are issued. */
export const policies = rows("x509ce", {
  CertificatePoliciesSyntax: count("CertificatePoliciesSyntax"),
  PolicyInformation_element: none("PolicyInformation"),
  policyIdentifier: identifier("policyIdentifier"),
  policyQualifiers: count("policyQualifiers"),
  PolicyQualifierInfo_element: none("PolicyQualifierInfo"),
  id: identifier("Id"),
  PolicyMappingsSyntax: count("PolicyMappingsSyntax"),
  PolicyMappingsSyntax_item_element: none("PolicyMappingsSyntax item"),
  issuerDomainPolicy: identifier("issuerDomainPolicy"),
  subjectDomainPolicy: identifier("subjectDomainPolicy"),
});

/** PolicyQualifierInfo ::= SEQUENCE { policyQualifierId OBJECT IDENTIFIER, qualifier ANY DEFINED BY policyQualifierId } */
const qualifier = sequence(policies.PolicyQualifierInfo_element, primitive(OID, policies.id), definedByOid);

/** PolicyInformation ::= SEQUENCE { policyIdentifier OBJECT IDENTIFIER, policyQualifiers SEQUENCE OF PolicyQualifierInfo } */
const information = sequence(
  policies.PolicyInformation_element,
  primitive(OID, policies.policyIdentifier),
  sequenceOf(policies.policyQualifiers, qualifier),
);

/** CertificatePolicies ::= SEQUENCE OF PolicyInformation (RFC 5280 section 4.2.1.4) */
export const certificatePolicies = sequenceOf(policies.CertificatePoliciesSyntax, information);

/** PolicyMappings ::= SEQUENCE OF SEQUENCE { issuerDomainPolicy, subjectDomainPolicy } (RFC 5280 section 4.2.1.5) */
export const policyMappings = sequenceOf(
  policies.PolicyMappingsSyntax,
  sequence(
    policies.PolicyMappingsSyntax_item_element,
    primitive(OID, policies.issuerDomainPolicy),
    primitive(OID, policies.subjectDomainPolicy),
  ),
);

/** A text of the explicitly tagged part of RFC 5280. */
export const pkix1explicit = rows("pkix1explicit", {
  DirectoryString: asciiText("DirectoryString"),
  Features: count("Features"),
  Features_item: integer("Features item", { names: extensionNames }),
});

/** TLS Feature ::= SEQUENCE OF INTEGER (RFC 7633 section 4.1) */
export const features = sequenceOf(pkix1explicit.Features, primitive(INTEGER, pkix1explicit.Features_item));

/** CPSuri ::= IA5String */
export const practiceStatement = primitive(IA5_STRING, pkix1explicit.DirectoryString);

const TEXTS = { 0: "ia5String", 1: "visibleString", 2: "bmpString", 3: "utf8String" };

/** Values of the implicitly tagged part of RFC 5280. */
export const pkix1implicit = rows("pkix1implicit", {
  UserNotice_element: none("UserNotice"),
  noticeRef_element: none("noticeRef"),
  organization: chosen("organization", TEXTS),
  noticeNumbers: count("noticeNumbers"),
  noticeNumbers_item: integer("noticeNumbers item"),
  explicitText: chosen("explicitText", TEXTS),
  ia5String: asciiText("ia5String"),
  visibleString: asciiText("visibleString"),
  bmpString: units("bmpString"),
  utf8String: text("utf8String"),
  AuthorityInfoAccessSyntax: count("AuthorityInfoAccessSyntax"),
  AccessDescription_element: none("AccessDescription"),
  accessMethod: identifier("accessMethod"),
  accessLocation: chosen("accessLocation", { 6: "uniformResourceIdentifier", 4: "directoryName" }),
});

/** DisplayText ::= CHOICE */
const displayText = (row: Field) =>
  choice(row, {
    0: primitive(IA5_STRING, pkix1implicit.ia5String),
    1: primitive(VISIBLE_STRING, pkix1implicit.visibleString),
    2: primitive(BMP_STRING, pkix1implicit.bmpString),
    3: primitive(UTF8_STRING, pkix1implicit.utf8String),
  });

/** UserNotice ::= SEQUENCE { noticeRef NoticeReference, explicitText DisplayText } (RFC 5280 section 4.2.1.4) */
export const userNotice = sequence(
  pkix1implicit.UserNotice_element,
  sequence(
    pkix1implicit.noticeRef_element,
    displayText(pkix1implicit.organization),
    sequenceOf(pkix1implicit.noticeNumbers, primitive(INTEGER, pkix1implicit.noticeNumbers_item)),
  ),
  displayText(pkix1implicit.explicitText),
);

/** AccessDescription ::= SEQUENCE { accessMethod OBJECT IDENTIFIER, accessLocation GeneralName } */
const access = sequence(
  pkix1implicit.AccessDescription_element,
  primitive(OID, pkix1implicit.accessMethod),
  generalName(pkix1implicit.accessLocation),
);

/** AuthorityInfoAccessSyntax ::= SEQUENCE OF AccessDescription (RFC 5280 section 4.2.2.1) */
export const informationAccess = sequenceOf(pkix1implicit.AuthorityInfoAccessSyntax, access);
