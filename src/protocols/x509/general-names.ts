import type { Cursor } from "../../core/cursor.ts";
import { bytes, type Field, ipv4, ipv6, none } from "../../core/field.ts";
import {
  choice,
  definedByOid,
  explicit,
  IA5_STRING,
  implicit,
  primitive,
  sequence,
  sequenceOf,
  type Type,
} from "../shared/asn1.ts";
import { OCTETS, OID } from "../shared/ber.ts";
import { asciiText } from "../shared/text.ts";
import { name, nameRow } from "./names.ts";
import { chosen, count, identifier, rows } from "./rows.ts";

const KINDS = {
  0: "otherName",
  1: "rfc822Name",
  2: "dNSName",
  3: "x400Address",
  4: "directoryName",
  5: "ediPartyName",
  6: "uniformResourceIdentifier",
  7: "iPAddress",
  8: "registeredID",
};

/** Names of any kind. */
export const generalNames = rows("x509ce", {
  GeneralNames: count("GeneralNames"),
  GeneralName: chosen("GeneralName", KINDS),
  otherName_element: none("otherName"),
  type_id: identifier("type-id"),
  rfc822Name: asciiText("rfc822Name"),
  dNSName: asciiText("dNSName"),
  x400Address_element: none("x400Address"),
  directoryName: nameRow("directoryName"),
  ediPartyName_element: none("ediPartyName"),
  uniformResourceIdentifier: asciiText("uniformResourceIdentifier"),
  "IPAddress.ipv4": ipv4("iPAddress"),
  "IPAddress.ipv6": ipv6("iPAddress"),
  iPAddress: bytes("iPAddress"),
  registeredID: identifier("registeredID"),
});

/** An address by its size; others are addresses with masks, of name constraints. */
const ipAddress: Type = {
  is: (tag) => tag === OCTETS,
  read(c: Cursor) {
    const size = c.end - c.at;
    const row = size === 4 ? generalNames["IPAddress.ipv4"] : size === 16 ? generalNames["IPAddress.ipv6"] : undefined;
    c.add(row ?? generalNames.iPAddress, c.at, c.end);
  },
};

/** OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY DEFINED BY type-id } */
const otherName = sequence(
  generalNames.otherName_element,
  primitive(OID, generalNames.type_id),
  explicit(0, definedByOid),
);

/** GeneralName ::= CHOICE (RFC 5280 section 4.2.1.6) */
export const generalName = (row: Field): Type =>
  choice(row, {
    0: implicit(0, otherName),
    1: implicit(1, primitive(IA5_STRING, generalNames.rfc822Name)),
    2: implicit(2, primitive(IA5_STRING, generalNames.dNSName)),
    3: implicit(3, sequence(generalNames.x400Address_element)),
    4: explicit(4, name(generalNames.directoryName)),
    5: implicit(5, sequence(generalNames.ediPartyName_element)),
    6: implicit(6, primitive(IA5_STRING, generalNames.uniformResourceIdentifier)),
    7: implicit(7, ipAddress),
    8: implicit(8, primitive(OID, generalNames.registeredID)),
  });

/** GeneralNames ::= SEQUENCE OF GeneralName */
export const namesOf = (row: Field): Type => sequenceOf(row, generalName(generalNames.GeneralName));
