import { bytes, text } from "../../core/field.ts";
import {
  BMP_STRING,
  choice,
  IA5_STRING,
  PRINTABLE_STRING,
  primitive,
  sequenceOf,
  TELETEX_STRING,
  type Type,
  UNIVERSAL_STRING,
  UTF8_STRING,
} from "../shared/asn1.ts";
import { INTEGER, integer, OCTETS } from "../shared/ber.ts";
import { asciiText } from "../shared/text.ts";
import { bitString } from "./bits.ts";
import { chosen, count, latin, rows, units, wideUnits } from "./rows.ts";

/** The kinds of text in a name (RFC 5280 section 4.1.2.4, X.520). */
const KINDS = { 0: "teletexString", 1: "printableString", 2: "universalString", 3: "bmpString", 4: "uTF8String" };

/** Attributes of a name, and their texts. */
export const x509sat = rows("x509sat", {
  DirectoryString: chosen("DirectoryString", KINDS),
  teletexString: latin("teletexString"),
  printableString: asciiText("printableString"),
  universalString: wideUnits("universalString"),
  bmpString: units("bmpString"),
  uTF8String: text("uTF8String"),
  CountryName: asciiText("CountryName"),
  IA5String: asciiText("IA5String"),
  PrintableString: asciiText("PrintableString"),
  BMPString: units("BMPString"),
  UniqueIdentifier: bytes("UniqueIdentifier"),
  PostalAddress: count("PostalAddress"),
  TelephoneNumber: asciiText("TelephoneNumber"),
  OctetString: bytes("OctetString"),
  Integer: integer("Integer"),
});

/** DirectoryString ::= CHOICE (RFC 5280 section 4.1.2.4) */
const directoryString = choice(x509sat.DirectoryString, {
  0: primitive(TELETEX_STRING, x509sat.teletexString),
  1: primitive(PRINTABLE_STRING, x509sat.printableString),
  2: primitive(UNIVERSAL_STRING, x509sat.universalString),
  3: primitive(BMP_STRING, x509sat.bmpString),
  4: primitive(UTF8_STRING, x509sat.uTF8String),
});
const ia5String = primitive(IA5_STRING, x509sat.IA5String);
const printableString = primitive(PRINTABLE_STRING, x509sat.PrintableString);
const countryName = primitive(PRINTABLE_STRING, x509sat.CountryName);

/** Of which type an attribute is, by its object identifier (X.520, RFC 4519, RFC 2985, CA/Browser Forum EV guidelines). */
export const attributes: Readonly<Record<string, Type>> = {
  "2.5.4.2": directoryString,
  "2.5.4.3": directoryString,
  "2.5.4.4": directoryString,
  "2.5.4.5": printableString,
  "2.5.4.6": countryName,
  "2.5.4.7": directoryString,
  "2.5.4.8": directoryString,
  "2.5.4.9": directoryString,
  "2.5.4.10": directoryString,
  "2.5.4.11": directoryString,
  "2.5.4.12": directoryString,
  "2.5.4.13": directoryString,
  "2.5.4.15": directoryString,
  "2.5.4.16": sequenceOf(x509sat.PostalAddress, directoryString),
  "2.5.4.17": directoryString,
  "2.5.4.18": directoryString,
  "2.5.4.19": directoryString,
  "2.5.4.20": primitive(PRINTABLE_STRING, x509sat.TelephoneNumber),
  "2.5.4.41": directoryString,
  "2.5.4.42": directoryString,
  "2.5.4.43": directoryString,
  "2.5.4.44": directoryString,
  "2.5.4.45": bitString(x509sat.UniqueIdentifier),
  "2.5.4.46": printableString,
  "2.5.4.51": directoryString,
  "2.5.4.65": directoryString,
  "2.5.4.97": directoryString,
  "0.9.2342.19200300.100.1.1": directoryString,
  "0.9.2342.19200300.100.1.3": ia5String,
  "0.9.2342.19200300.100.1.25": ia5String,
  "1.2.840.113549.1.9.1": ia5String,
  "1.2.840.113549.1.9.2": directoryString,
  "1.2.840.113549.1.9.7": directoryString,
  "1.2.840.113549.1.9.8": directoryString,
  "1.3.6.1.4.1.311.20.2": primitive(BMP_STRING, x509sat.BMPString),
  "1.3.6.1.4.1.311.21.1": primitive(INTEGER, x509sat.Integer),
  "1.3.6.1.4.1.311.21.2": primitive(OCTETS, x509sat.OctetString),
  "1.3.6.1.4.1.311.60.2.1.1": directoryString,
  "1.3.6.1.4.1.311.60.2.1.2": directoryString,
  "1.3.6.1.4.1.311.60.2.1.3": countryName,
};
