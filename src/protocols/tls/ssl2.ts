import type { Cursor } from "../../core/cursor.ts";
import { bits, blank, computed, none, u8, u16, u24 } from "../../core/field.ts";
import { handshakeTypes, tlsVersions } from "../../names/tls.ts";
import { cipherSuites, ssl2CipherSpecs } from "../../names/tls-ciphers.ts";
import { list, take, within } from "../shared/parts.ts";
import { sessionId } from "./hello.ts";
import { block, free, under } from "./parts.ts";

/** SSL 2.0, as records and hellos name it. */
export const SSL2 = 0x0002;
const CLIENT_HELLO = 1;
const HEAD_SIZE = 2;
const SPEC_SIZE = 3;

/**  0                16       24                40
 *  +-+---------------+--------+-----------------+
 *  |1|    length     |  type  |     version     |
 *  +-+---------------+--------+-----------------+
 *  |  cipher specs   |   session id    |    challenge    |   lengths; RFC 5246 appendix E.2
 *  +-----------------+-----------------+-----------------+ */
export const oldHello = block(11, {
  record: blank(0, 2, "Record Layer"),
  "record.version": computed("uint", "Version", () => SSL2, { show: "hex", width: 16, names: tlsVersions }),
  "record.length": bits(1, 15, "Length", { unit: "bytes" }),
  "handshake.type": u8(2, "Handshake Message Type", { names: handshakeTypes }),
  "handshake.version": u16(3, "Version", { show: "hex", names: tlsVersions }),
  "handshake.cipher_spec_len": u16(5, "Cipher Spec Length", { unit: "bytes" }),
  "handshake.session_id_length": u16(7, "Session ID Length", { unit: "bytes" }),
  "handshake.challenge_length": u16(9, "Challenge Length", { unit: "bytes" }),
});

const parts = free({
  "handshake.ciphersuites": none("Cipher Specs"),
  "handshake.cipherspec": u24("Cipher Spec", { show: "hex", names: { ...cipherSuites, ...ssl2CipherSpecs } }),
  "handshake.challenge": none("Challenge"),
});

/** Every set of fields the hello can place. */
export const oldHelloFields = [oldHello, parts];

const specs = under(parts["handshake.ciphersuites"], list(take(parts["handshake.cipherspec"], SPEC_SIZE)));

/** True for a client's hello in the form of SSL 2.0, which clients of SSL 3.0 and TLS 1.0 sent, too. */
export function isOldHello(c: Cursor): boolean {
  const { at } = c;
  if (c.captured < oldHello.$node.size || c.u8(at) < 0x80 || c.u8(at + 2) !== CLIENT_HELLO) return false;
  const version = c.u16(at + 3);
  const specSize = c.get(at, oldHello["handshake.cipher_spec_len"]);
  return (
    (version === SSL2 || version >> 8 === 3) &&
    specSize > 0 &&
    specSize % SPEC_SIZE === 0 &&
    oldHelloSize(c) ===
      oldHello.$node.size +
        specSize +
        c.get(at, oldHello["handshake.session_id_length"]) +
        c.get(at, oldHello["handshake.challenge_length"])
  );
}

/** The length of the hello at the cursor, with its head. */
export function oldHelloSize(c: Cursor): number {
  return HEAD_SIZE + c.get(c.at, oldHello["record.length"]);
}

/** Reads the hello {@link isOldHello} found. */
export function readOldHello(c: Cursor): void {
  const at = c.place(oldHello);
  if (at < 0) return;
  const specLength = oldHello["handshake.cipher_spec_len"];
  within(c, c.at + c.get(at, specLength), specLength, specs);
  if (c.broken) return;
  const idSize = c.get(at, oldHello["handshake.session_id_length"]);
  if (idSize > 0 && !c.take(sessionId, idSize)) return;
  c.take(parts["handshake.challenge"], c.get(at, oldHello["handshake.challenge_length"]));
}
