import { bytes, type Field, none } from "../../core/field.ts";
import { bareSequence, choice, definedByOid, explicit, primitive, sequence, type Type } from "../shared/asn1.ts";
import { INTEGER, integer, OID } from "../shared/ber.ts";
import { chosen, identifier, rows } from "./rows.ts";

/** Which algorithm it is; every family of ASN.1 shows it by this name. */
export const { "algorithm.id": algorithmId } = rows("x509af", { "algorithm.id": identifier("Algorithm Id") });

/** AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY DEFINED BY algorithm OPTIONAL } */
export const algorithmIdentifier = (row: Field): Type => sequence(row, primitive(OID, algorithmId), definedByOid);

/** Keys and parameters of RSA and elliptic curves. */
export const pkcs1 = rows("pkcs1", {
  modulus: bytes("modulus"),
  publicExponent: integer("publicExponent"),
  ECParameters: chosen("ECParameters", { 0: "specifiedCurve", 1: "namedCurve", 2: "implicitCurve" }),
  namedCurve: identifier("namedCurve"),
  RSASSA_PSS_params_element: none("RSASSA-PSS-params"),
  hashAlgorithm_element: none("hashAlgorithm"),
  maskGenAlgorithm_element: none("maskGenAlgorithm"),
  saltLength: integer("saltLength"),
  trailerField: integer("trailerField"),
  HashAlgorithm_element: none("HashAlgorithm"),
});

/** RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017 appendix A.1.1) */
export const rsaPublicKey = bareSequence(primitive(INTEGER, pkcs1.modulus), primitive(INTEGER, pkcs1.publicExponent));

/** ECParameters ::= CHOICE { namedCurve OBJECT IDENTIFIER ... } (RFC 5480 section 2.1.1) */
const ecParameters = choice(pkcs1.ECParameters, { 1: primitive(OID, pkcs1.namedCurve) });

/** RSASSA-PSS-params (RFC 4055 section 3.1) */
const pssParameters = sequence(
  pkcs1.RSASSA_PSS_params_element,
  explicit(0, algorithmIdentifier(pkcs1.hashAlgorithm_element)),
  explicit(1, algorithmIdentifier(pkcs1.maskGenAlgorithm_element)),
  explicit(2, primitive(INTEGER, pkcs1.saltLength)),
  explicit(3, primitive(INTEGER, pkcs1.trailerField)),
);

/** What the parameters of an algorithm are, by its object identifier. */
export const parameters: Readonly<Record<string, Type>> = {
  "1.2.840.10045.2.1": ecParameters,
  "1.2.840.113549.1.1.8": algorithmIdentifier(pkcs1.HashAlgorithm_element),
  "1.2.840.113549.1.1.10": pssParameters,
};
