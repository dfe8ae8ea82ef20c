/** Error codes (RFC 4120 section 7.5.9, RFC 4556, and what implementations added). */
export const errors: Readonly<Record<number, string>> = {
  0: "eRR-NONE",
  1: "eRR-NAME-EXP",
  2: "eRR-SERVICE-EXP",
  3: "eRR-BAD-PVNO",
  4: "eRR-C-OLD-MAST-KVNO",
  5: "eRR-S-OLD-MAST-KVNO",
  6: "eRR-C-PRINCIPAL-UNKNOWN",
  7: "eRR-S-PRINCIPAL-UNKNOWN",
  8: "eRR-PRINCIPAL-NOT-UNIQUE",
  9: "eRR-NULL-KEY",
  10: "eRR-CANNOT-POSTDATE",
  11: "eRR-NEVER-VALID",
  12: "eRR-POLICY",
  13: "eRR-BADOPTION",
  14: "eRR-ETYPE-NOSUPP",
  15: "eRR-SUMTYPE-NOSUPP",
  16: "eRR-PADATA-TYPE-NOSUPP",
  17: "eRR-TRTYPE-NOSUPP",
  18: "eRR-CLIENT-REVOKED",
  19: "eRR-SERVICE-REVOKED",
  20: "eRR-TGT-REVOKED",
  21: "eRR-CLIENT-NOTYET",
  22: "eRR-SERVICE-NOTYET",
  23: "eRR-KEY-EXP",
  24: "eRR-PREAUTH-FAILED",
  25: "eRR-PREAUTH-REQUIRED",
  26: "eRR-SERVER-NOMATCH",
  27: "eRR-MUST-USE-USER2USER",
  28: "eRR-PATH-NOT-ACCEPTED",
  29: "eRR-SVC-UNAVAILABLE",
  31: "eRR-BAD-INTEGRITY",
  32: "eRR-TKT-EXPIRED",
  33: "eRR-TKT-NYV",
  34: "eRR-REPEAT",
  35: "eRR-NOT-US",
  36: "eRR-BADMATCH",
  37: "eRR-SKEW",
  38: "eRR-BADADDR",
  39: "eRR-BADVERSION",
  40: "eRR-MSG-TYPE",
  41: "eRR-MODIFIED",
  42: "eRR-BADORDER",
  43: "eRR-ILL-CR-TKT",
  44: "eRR-BADKEYVER",
  45: "eRR-NOKEY",
  46: "eRR-MUT-FAIL",
  47: "eRR-BADDIRECTION",
  48: "eRR-METHOD",
  49: "eRR-BADSEQ",
  50: "eRR-INAPP-CKSUM",
  51: "pATH-NOT-ACCEPTED",
  52: "eRR-RESPONSE-TOO-BIG",
  60: "eRR-GENERIC",
  61: "eRR-FIELD-TOOLONG",
  62: "eRROR-CLIENT-NOT-TRUSTED",
  63: "eRROR-KDC-NOT-TRUSTED",
  64: "eRROR-INVALID-SIG",
  65: "eRR-KEY-TOO-WEAK",
  66: "eRR-CERTIFICATE-MISMATCH",
  67: "eRR-NO-TGT",
  68: "eRR-WRONG-REALM",
  69: "eRR-USER-TO-USER-REQUIRED",
  70: "eRR-CANT-VERIFY-CERTIFICATE",
  71: "eRR-INVALID-CERTIFICATE",
  72: "eRR-REVOKED-CERTIFICATE",
  73: "eRR-REVOCATION-STATUS-UNKNOWN",
  74: "eRR-REVOCATION-STATUS-UNAVAILABLE",
  75: "eRR-CLIENT-NAME-MISMATCH",
  76: "eRR-KDC-NAME-MISMATCH",
};

/** What messages do, by the number that is their tag and their type (RFC 4120 section 5.10). */
export const messages: Readonly<Record<number, string>> = {
  10: "AS-REQ",
  11: "AS-REP",
  12: "TGS-REQ",
  13: "TGS-REP",
  14: "AP-REQ",
  15: "AP-REP",
  20: "KRB-SAFE",
  21: "KRB-PRIV",
  22: "KRB-CRED",
  30: "KRB-ERROR",
};

const FIRST_OF_APPLICATIONS = 31;
const TOO_BIG = 52;
const GENERIC = 60;
const TOO_LONG = 61;

/** An error as it stands in Info, by its code: `KRB5KDC_ERR_PREAUTH_REQUIRED`. */
export function errorName(code: number): string {
  const name = errors[code];
  if (name === undefined) return String(code);
  const isGeneral = code === TOO_BIG || code === GENERIC || code === TOO_LONG;
  const owner = code < FIRST_OF_APPLICATIONS ? "KDC" : isGeneral ? "KRB" : "KRB_AP";
  return `KRB5${owner}_${name.replace(/^eRR/, "ERR").replaceAll("-", "_")}`;
}
