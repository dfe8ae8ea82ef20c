import { bytes, none } from "../../core/field.ts";
import { primitive, sequence } from "../shared/asn1.ts";
import { INTEGER, integer, OCTETS, OID } from "../shared/ber.ts";
import { identifier, rows } from "./rows.ts";

/** Who acts for whom, and how far. */
export const pkixproxy = rows("pkixproxy", {
  ProxyCertInfoExtension_element: none("ProxyCertInfoExtension"),
  pCPathLenConstraint: integer("pCPathLenConstraint"),
  proxyPolicy_element: none("proxyPolicy"),
  policyLanguage: identifier("policyLanguage"),
  policy: bytes("policy"),
});

/** ProxyCertInfoExtension ::= SEQUENCE (RFC 3820 section 3.8) */
export const proxyInformation = sequence(
  pkixproxy.ProxyCertInfoExtension_element,
  primitive(INTEGER, pkixproxy.pCPathLenConstraint),
  sequence(
    pkixproxy.proxyPolicy_element,
    primitive(OID, pkixproxy.policyLanguage),
    primitive(OCTETS, pkixproxy.policy),
  ),
);
