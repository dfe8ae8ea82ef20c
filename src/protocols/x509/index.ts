import { deferred, protocol } from "../../core/protocol.ts";
import { readers, reading } from "../shared/asn1.ts";
import { algorithmId, parameters, pkcs1 as pkcs1Rows } from "./algorithms.ts";
import { x509sat as attributeRows, attributes } from "./attributes.ts";
import { ber } from "./bits.ts";
import { bareCertificate, bareCertificateList, x509af as certificateRows, dssParameters } from "./certificate.ts";
import { x509ce as extensionRows, extensions } from "./extensions.ts";
import { generalNames } from "./general-names.ts";
import { bareNames, x509if as nameRows } from "./names.ts";
import { netscapeExtensions, netscape as netscapeRows } from "./netscape.ts";
import {
  pkix1explicit as explicitRows,
  features,
  pkix1implicit as implicitRows,
  informationAccess,
  policies,
  practiceStatement,
  userNotice,
} from "./policies.ts";
import { proxyInformation, pkixproxy as proxyRows } from "./proxy.ts";

/** None of these stands alone: their values are parts of others. */
const dissect = () => false as const;

const revocations = deferred(reading(bareCertificateList), true);

/** Certificates inside other protocols, and lists of revoked ones over HTTP (X.509, RFC 5280 sections 4.1 and 5.1). */
export const x509af = protocol({
  name: "x509af",
  title: "X.509 Authentication Framework",
  spec: "RFC 5280",
  expands: [certificateRows, { algorithmId }, ber],
  reads: () => readers({ Certificate: bareCertificate }, { "1.2.840.10040.4.1": dssParameters }),
  on: { media_type: "application/pkix-crl" },
  column: "PKIX-CRL",
  dissect: (c) => c.takeRest(revocations),
  summary: (_frame, _row, info) => void info.set().text("Certificate Revocation List"),
});

/** Names (X.501, RFC 5280 section 4.1.2.4). */
export const x509if = protocol({
  name: "x509if",
  title: "X.509 Information Framework",
  spec: "RFC 5280",
  expands: [nameRows],
  reads: () => readers({ RDNSequence: bareNames }),
  dissect,
});

/** Attributes in names (X.520). */
export const x509sat = protocol({
  name: "x509sat",
  title: "X.509 Selected Attribute Types",
  spec: "RFC 5280",
  expands: [attributeRows],
  reads: () => readers({}, attributes),
  dissect,
});

/** Extensions (RFC 5280 section 4.2). */
export const x509ce = protocol({
  name: "x509ce",
  title: "X.509 Certificate Extensions",
  spec: "RFC 5280",
  expands: [extensionRows, generalNames, policies],
  reads: () => readers({}, extensions),
  dissect,
});

/** What RFC 5280 appendix A.1 defines. */
export const pkix1explicit = protocol({
  name: "pkix1explicit",
  title: "PKIX1Explicit",
  spec: "RFC 5280",
  expands: [explicitRows],
  reads: () => readers({}, { "1.3.6.1.5.5.7.1.24": features, "1.3.6.1.5.5.7.2.1": practiceStatement }),
  dissect,
});

/** What RFC 5280 appendix A.2 defines. */
export const pkix1implicit = protocol({
  name: "pkix1implicit",
  title: "PKIX1Implicit",
  spec: "RFC 5280",
  expands: [implicitRows],
  reads: () =>
    readers(
      {},
      {
        "1.3.6.1.5.5.7.1.1": informationAccess,
        "1.3.6.1.5.5.7.1.11": informationAccess,
        "1.3.6.1.5.5.7.2.2": userNotice,
      },
    ),
  dissect,
});

/** Parameters of algorithms (RFC 8017, RFC 5480). */
export const pkcs1 = protocol({
  name: "pkcs-1",
  title: "PKCS#1",
  spec: "RFC 8017",
  expands: [pkcs1Rows],
  reads: () => readers({}, parameters),
  dissect,
});

/** Certificates of those who act for another (RFC 3820). */
export const pkixproxy = protocol({
  name: "pkixproxy",
  title: "PKIXProxy (RFC3820)",
  spec: "RFC 3820",
  expands: [proxyRows],
  reads: () => readers({}, { "1.3.6.1.5.5.7.1.14": proxyInformation }),
  dissect,
});

/** Netscape's extensions. */
export const netscape = protocol({
  name: "ns_cert_exts",
  title: "NetScape Certificate Extensions",
  expands: [netscapeRows],
  reads: () => readers({}, netscapeExtensions),
  dissect,
});
