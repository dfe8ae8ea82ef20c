import { bytes, u8, u16 } from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import { curveTypes, groupNames } from "../../names/tls.ts";
import { cipherSuites } from "../../names/tls-ciphers.ts";
import { all, type Part, place, rest } from "../shared/parts.ts";
import { scheme } from "./lists.ts";
import { free, opaque, under } from "./parts.ts";
import { type Session, SSL3, TLS12 } from "./sessions.ts";

/** Fields of key exchanges. */
export const keys = free({
  "handshake.modulus_len": u16("Modulus Length", { unit: "bytes" }),
  "handshake.modulus": bytes("Modulus"),
  "handshake.exponent_len": u16("Exponent Length", { unit: "bytes" }),
  "handshake.exponent": bytes("Exponent"),
  "handshake.p_len": u16("p Length", { unit: "bytes" }),
  "handshake.p": bytes("p"),
  "handshake.g_len": u16("g Length", { unit: "bytes" }),
  "handshake.g": bytes("g"),
  "handshake.ys_len": u16("Pubkey Length", { unit: "bytes" }),
  "handshake.ys": bytes("Pubkey"),
  "handshake.yc_len": u16("Pubkey Length", { unit: "bytes" }),
  "handshake.yc": bytes("Pubkey"),
  "handshake.server_curve_type": u8("Curve Type", { show: "hex", names: curveTypes }),
  "handshake.server_named_curve": u16("Named Curve", { show: "hex", names: groupNames }),
  "handshake.server_point_len": u8("Pubkey Length", { unit: "bytes" }),
  "handshake.server_point": bytes("Pubkey"),
  "handshake.client_point_len": u8("Pubkey Length", { unit: "bytes" }),
  "handshake.client_point": bytes("Pubkey"),
  "handshake.sig_len": u16("Signature Length", { unit: "bytes" }),
  "handshake.sig": bytes("Signature"),
  "handshake.epms_len": u16("Encrypted PreMaster length", { unit: "bytes" }),
  "handshake.epms": bytes("Encrypted PreMaster"),
  "handshake.hint_len": u16("Hint Length", { unit: "bytes" }),
  "handshake.hint": bytes("Hint"),
  "handshake.identity_len": u16("Identity Length", { unit: "bytes" }),
  "handshake.identity": bytes("Identity"),
});

const NAMED_CURVE = 3;

/** A signature; TLS 1.2 says before it how it was made. */
const signature = opaque(keys["handshake.sig_len"], keys["handshake.sig"]);
const namedSignature = all(place(scheme), signature);
const unsigned: Part = () => true;

/** Parameters of which only the named ones are read (RFC 8422 section 5.4). */
const curve: Part = (c) => {
  const { at } = c;
  if (!c.take(keys["handshake.server_curve_type"], 1)) return false;
  if (c.u8(at) !== NAMED_CURVE) return true;
  return (
    c.take(keys["handshake.server_named_curve"], 2) &&
    opaque(keys["handshake.server_point_len"], keys["handshake.server_point"])(c)
  );
};
const finite = all(
  opaque(keys["handshake.p_len"], keys["handshake.p"]),
  opaque(keys["handshake.g_len"], keys["handshake.g"]),
  opaque(keys["handshake.ys_len"], keys["handshake.ys"]),
);
const modulus = all(
  opaque(keys["handshake.modulus_len"], keys["handshake.modulus"]),
  opaque(keys["handshake.exponent_len"], keys["handshake.exponent"]),
);
const hint = opaque(keys["handshake.hint_len"], keys["handshake.hint"]);
const identity = opaque(keys["handshake.identity_len"], keys["handshake.identity"]);
const preMaster = opaque(keys["handshake.epms_len"], keys["handshake.epms"]);

/** The three ways a server ends its parameters: signed as of TLS 1.2, signed before, not signed at all. */
const signedBy = (label: string, params: Part) =>
  [namedSignature, signature, unsigned].map((end) => under(group(label), params, end));

/** One way to agree on keys. */
interface Exchange {
  /** What the names of its cipher suites begin with. */
  readonly prefix: string;
  /** What the server sends: signed as of TLS 1.2, signed before, not signed. */
  readonly server: readonly Part[];
  readonly client: Part;
}

const ellipticClient = under(
  group("EC Diffie-Hellman Client Params"),
  opaque(keys["handshake.client_point_len"], keys["handshake.client_point"]),
);
const finiteClient = under(
  group("Diffie-Hellman Client Params"),
  opaque(keys["handshake.yc_len"], keys["handshake.yc"]),
);
const elliptic = signedBy("EC Diffie-Hellman Server Params", curve);
const diffieHellman = signedBy("Diffie-Hellman Server Params", finite);
const hinted = signedBy("PSK Server Params", hint);
const RSA_LABEL = "RSA Encrypted PreMaster Secret";

/** The first whose prefix fits is the one. RFC 5246 section 7.4.3 and 7.4.7, RFC 8422, RFC 4279, RFC 5489. */
const exchanges: readonly Exchange[] = [
  {
    prefix: "TLS_ECDHE_PSK_",
    server: signedBy("EC Diffie-Hellman Server Params", all(hint, curve)),
    client: under(
      group("EC Diffie-Hellman Client Params"),
      identity,
      opaque(keys["handshake.client_point_len"], keys["handshake.client_point"]),
    ),
  },
  { prefix: "TLS_ECDH", server: elliptic, client: ellipticClient },
  {
    prefix: "TLS_DHE_PSK_",
    server: signedBy("Diffie-Hellman Server Params", all(hint, finite)),
    client: under(
      group("Diffie-Hellman Client Params"),
      identity,
      opaque(keys["handshake.yc_len"], keys["handshake.yc"]),
    ),
  },
  { prefix: "TLS_DH", server: diffieHellman, client: finiteClient },
  {
    prefix: "TLS_RSA_PSK_",
    server: hinted,
    client: under(group(RSA_LABEL), identity, preMaster),
  },
  { prefix: "TLS_PSK_", server: hinted, client: under(group("PSK Client Params"), identity) },
  {
    prefix: "TLS_RSA_",
    server: signedBy("RSA-EXPORT Server Params", modulus),
    client: under(group(RSA_LABEL), preMaster),
  },
];

/** SSL 3.0 sends it without a length. */
const oldPreMaster = under(group(RSA_LABEL), rest(keys["handshake.epms"]));

/** How the session agrees on its keys; undefined where that is not known. */
function exchangeOf(session: Session): Exchange | undefined {
  const name = (session.cipher >= 0 ? cipherSuites[session.cipher] : undefined) ?? "";
  return exchanges.find(({ prefix }) => name.startsWith(prefix));
}

/** What the server's key exchange message consists of; undefined where that is not known. */
export function serverKeys(session: Session): Part | undefined {
  const found = exchangeOf(session);
  if (found === undefined) return undefined;
  const name = cipherSuites[session.cipher]!;
  if (name.includes("_anon_") || name.includes("PSK_")) return found.server[2];
  return found.server[session.version >= TLS12 ? 0 : 1];
}

/** What the client's key exchange message consists of; undefined where that is not known. */
export function clientKeys(session: Session): Part | undefined {
  const found = exchangeOf(session);
  return found?.prefix === "TLS_RSA_" && session.version === SSL3 ? oldPreMaster : found?.client;
}
