import { type Field, none } from "../../core/field.ts";
import {
  bareSequenceOf,
  choice,
  definedByOid,
  primitive,
  sequence,
  sequenceOf,
  setOf,
  type Type,
} from "../shared/asn1.ts";
import { OID } from "../shared/ber.ts";
import { nameText } from "./name-text.ts";
import { chosen, count, identifier, rows } from "./rows.ts";

/** Names of a directory. */
export const x509if = rows("x509if", {
  rdnSequence: count("rdnSequence", { about: nameText }),
  RDNSequence_item: count("RDNSequence item", { about: nameText }),
  RelativeDistinguishedName_item_element: none("RelativeDistinguishedName item", { about: nameText }),
  oid: identifier("Object Id"),
});

/** The alternatives of Name. */
const NAME = { 0: "rdnSequence" };

/** A field of a Name. */
export const nameRow = (label: string) => chosen(label, NAME);

/** AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY DEFINED BY type } (RFC 5280 section 4.1.2.4) */
export const attribute = sequence(
  x509if.RelativeDistinguishedName_item_element,
  primitive(OID, x509if.oid),
  definedByOid,
);

/** RelativeDistinguishedName ::= SET OF AttributeTypeAndValue */
const relativeName = setOf(x509if.RDNSequence_item, attribute);

/** RDNSequence ::= SEQUENCE OF RelativeDistinguishedName, that fills a row of its own. */
export const bareNames = bareSequenceOf(relativeName);

/** Name ::= CHOICE { rdnSequence RDNSequence } */
export const name = (row: Field, inside: Field = x509if.rdnSequence): Type =>
  choice(row, { 0: sequenceOf(inside, relativeName) });
