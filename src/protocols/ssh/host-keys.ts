import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import { all, optional, type Part, rest, under, within } from "../shared/parts.ts";
import { asciiIn } from "../shared/text.ts";
import { exchange, keys } from "./fields.ts";
import { blob, mpint } from "./numbers.ts";

const LENGTH_SIZE = 4;

/** How the rest of a key or signature is made, by what its type begins with; the whole type where it ends in a blank. */
type Kinds = readonly (readonly [prefix: string, part: Part])[];

const publicKeys: Kinds = [
  ["ssh-rsa ", all(mpint(keys["host_key.rsa.e"]), mpint(keys["host_key.rsa.n"]))],
  [
    "ssh-dss ",
    all(
      mpint(keys["host_key.dsa.p"]),
      mpint(keys["host_key.dsa.q"]),
      mpint(keys["host_key.dsa.g"]),
      mpint(keys["host_key.dsa.y"]),
    ),
  ],
  [
    "ecdsa-sha2-",
    all(
      blob(keys["host_key.ecdsa.id_length"], keys["host_key.ecdsa.id"]),
      blob(keys["host_key.ecdsa.q_length"], keys["host_key.ecdsa.q"]),
    ),
  ],
  ["ssh-ed", blob(keys["host_key.eddsa.key_length"], keys["host_key.eddsa.key"])],
];

const signatures: Kinds = [
  ["ssh-rsa ", mpint(keys["host_sig.rsa"])],
  ["ssh-dss ", mpint(keys["host_sig.dsa"])],
];
/** Their signatures have no rows of their own. */
const OPAQUE = ["ecdsa-sha2-", "ssh-ed"];

const matches = (type: string, prefix: string) => `${type} `.startsWith(prefix);

/** The type at the cursor; "" where it is not whole. */
function typeAt(c: Cursor): string {
  if (c.captured < LENGTH_SIZE) return "";
  const from = c.at + LENGTH_SIZE;
  const size = c.u32(c.at);
  return size > c.captured - LENGTH_SIZE ? "" : asciiIn(c.bytes, from, from + size);
}

/** What a length in front bounds. */
const bounded =
  (length: Field, part: Part): Part =>
  (c) => {
    const { at } = c;
    if (!c.take(length, LENGTH_SIZE)) return false;
    within(c, c.at + c.u32(at), length, part);
    return !c.broken;
  };

const keyType = blob(keys["host_key.type_length"], keys["host_key.type"]);
const keyData = optional(rest(keys["host_key.data"]));
const signatureType = blob(keys["host_sig.type_length"], keys["host_sig.type"]);
const signatureData = optional(rest(keys["host_sig.data"]));

/** The key of a server, as its type has it; what follows that is passed over. */
export const hostKey: Part = under(
  group("KEX host key"),
  bounded(keys["host_key.length"], (c) => {
    const type = typeAt(c);
    const part = publicKeys.find(([prefix]) => matches(type, prefix))?.[1] ?? keyData;
    return keyType(c) && part(c) && c.has(c.left);
  }),
);

/** What the server signed. */
export const hostSignature: Part = under(group("KEX host signature"), (c) => {
  const { at } = c;
  if (!c.take(keys["host_sig.length"], LENGTH_SIZE)) return false;
  within(c, c.at + c.u32(at), keys["host_sig.length"], (inner) => signature(inner, at));
  return !c.broken;
});

/** The signature whose length stands at `head`; one that is not shown in full says so. */
function signature(c: Cursor, head: number): boolean {
  const type = typeAt(c);
  const part = signatures.find(([prefix]) => matches(type, prefix))?.[1];
  if (part === undefined) c.add(exchange["packet_decode.error"], head, head + LENGTH_SIZE);
  if (!signatureType(c)) return false;
  if (part !== undefined) return part(c) && c.has(c.left);
  return OPAQUE.some((prefix) => matches(type, prefix)) ? c.has(c.left) : signatureData(c);
}
