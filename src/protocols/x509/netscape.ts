import { bytes } from "../../core/field.ts";
import { IA5_STRING, primitive, type Type } from "../shared/asn1.ts";
import { asciiText } from "../shared/text.ts";
import { bitString } from "./bits.ts";
import { flag, rows } from "./rows.ts";

const typeFlag = (number: number, label: string) =>
  flag(number, label, { name: `ns.cert.exts.CertType.${label.replaceAll("-", ".")}` });

/** Netscape's extensions. */
export const netscape = rows("ns_cert_exts", {
  CertType: bytes("CertType"),
  sslClient: typeFlag(0, "ssl-client"),
  sslServer: typeFlag(1, "ssl-server"),
  smime: typeFlag(2, "smime"),
  objectSigning: typeFlag(3, "object-signing"),
  reserved: typeFlag(4, "reserved-for-future-use"),
  sslCa: typeFlag(5, "ssl-ca"),
  smimeCa: typeFlag(6, "smime-ca"),
  objectSigningCa: typeFlag(7, "object-signing-ca"),
  BaseUrl: asciiText("BaseUrl"),
  RevocationUrl: asciiText("RevocationUrl"),
  CaRevocationUrl: asciiText("CaRevocationUrl"),
  CertRenewalUrl: asciiText("CertRenewalUrl"),
  CaPolicyUrl: asciiText("CaPolicyUrl"),
  SslServerName: asciiText("SslServerName"),
  Comment: asciiText("Comment"),
});

const { CertType, sslClient, sslServer, smime, objectSigning, reserved, sslCa, smimeCa, objectSigningCa } = netscape;

/** What they hold, by their object identifiers. */
export const netscapeExtensions: Readonly<Record<string, Type>> = {
  "2.16.840.1.113730.1.1": bitString(
    CertType,
    sslClient,
    sslServer,
    smime,
    objectSigning,
    reserved,
    sslCa,
    smimeCa,
    objectSigningCa,
  ),
  "2.16.840.1.113730.1.2": primitive(IA5_STRING, netscape.BaseUrl),
  "2.16.840.1.113730.1.3": primitive(IA5_STRING, netscape.RevocationUrl),
  "2.16.840.1.113730.1.4": primitive(IA5_STRING, netscape.CaRevocationUrl),
  "2.16.840.1.113730.1.7": primitive(IA5_STRING, netscape.CertRenewalUrl),
  "2.16.840.1.113730.1.8": primitive(IA5_STRING, netscape.CaPolicyUrl),
  "2.16.840.1.113730.1.12": primitive(IA5_STRING, netscape.SslServerName),
  "2.16.840.1.113730.1.13": primitive(IA5_STRING, netscape.Comment),
};
