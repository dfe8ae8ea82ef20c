import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, octets, time32, u8, u16 } from "../../core/field.ts";
import { tlsVersions } from "../../names/tls.ts";
import { all, optional, type Part, take } from "../shared/parts.ts";
import { applicationOf } from "./applications.ts";
import { clientExtensions, extensionsOf, retryExtensions, serverExtensions } from "./extensions.ts";
import { clientFingerprint, digest, serverFingerprint } from "./ja3.ts";
import { lists, numbers } from "./lists.ts";
import { block, free, numbersOf, opaque, vector } from "./parts.ts";
import { type Session, sideOf, TLS13 } from "./sessions.ts";

const RANDOM_SIZE = 32;
const ALPN = 16;
const ENCRYPT_THEN_MAC = 22;
const SUPPORTED_VERSIONS = 43;
const SERVER_HELLO = 2;
const HEAD_SIZE = 4;
/** Drafts of TLS 1.3 before this one have neither session nor compression in the server's hello. */
const DRAFT_WITH_SESSION = 22;

const hello = free({
  "handshake.version": u16("Version", { show: "hex", names: tlsVersions }),
  "handshake.random": bytes("Random"),
  "handshake.session_id_length": u8("Session ID Length", { unit: "bytes" }),
  "handshake.session_id": bytes("Session ID"),
  "handshake.cipher_suites_length": u16("Cipher Suites Length", { unit: "bytes" }),
  "handshake.comp_methods_length": u8("Compression Methods Length", { unit: "bytes" }),
  "handshake.ja3_full": computed("string", "JA3 Fullstring", clientFingerprint),
  "handshake.ja3": computed("string", "JA3", (r) => digest(clientFingerprint(r))),
  "handshake.ja3s_full": computed("string", "JA3S Fullstring", serverFingerprint),
  "handshake.ja3s": computed("string", "JA3S", (r) => digest(serverFingerprint(r))),
});

/** The first bytes of a random were a clock before TLS 1.3 (RFC 5246 section 7.4.1.2). */
const clock = block(RANDOM_SIZE, {
  "handshake.random_time": time32(0, "GMT Unix Time"),
  "handshake.random_bytes": octets(4, RANDOM_SIZE - 4, "Random Bytes"),
});

/** The session a client resumes, or a server lets it resume later. */
export const sessionId = hello["handshake.session_id"];

/** Every set of fields a hello can place. */
export const helloFields = [hello, clock];

/** The random that makes a server's hello a request to try again: SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3). */
const RETRY = Uint8Array.from(
  "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c".match(/../g)!,
  (pair) => Number.parseInt(pair, 16),
);

/** True for the hello whose handshake message begins at `at` and ends at `end` if it is a request to try again. */
export function isRetry(b: Uint8Array, at: number, end: number): boolean {
  const random = at + HEAD_SIZE + 2;
  if (b[at] !== SERVER_HELLO || random + RANDOM_SIZE > end) return false;
  for (let i = 0; i < RANDOM_SIZE; i++) if (b[random + i] !== RETRY[i]) return false;
  return true;
}

const version = take(hello["handshake.version"], 2);
const session = opaque(hello["handshake.session_id_length"], sessionId);

/** A random whose first bytes are shown as a clock. */
const datedRandom: Part = (c) => {
  const { at } = c;
  if (!c.has(RANDOM_SIZE)) return c.take(hello["handshake.random"], RANDOM_SIZE);
  const row = c.open(hello["handshake.random"], at);
  c.place(clock);
  c.close(row);
  return true;
};

const random = take(hello["handshake.random"], RANDOM_SIZE);

/** RFC 8446 section 4.1.2 */
const offer = all(
  session,
  vector(hello["handshake.cipher_suites_length"], numbersOf(lists["handshake.ciphersuites"], 2)),
  vector(hello["handshake.comp_methods_length"], numbersOf(lists["handshake.comp_methods"], 1)),
  optional(extensionsOf(clientExtensions)),
);

/** Reads the client's hello; the second one of TLS 1.3 has no clock. */
export function readClientHello(c: Cursor, { version: known, decryption }: Session): boolean {
  const { at } = c;
  if (c.captured >= 2 + RANDOM_SIZE) decryption?.begin(sideOf(c), c.bytes.slice(at + 2, at + 2 + RANDOM_SIZE));
  if (!version(c) || !(known === TLS13 ? random : datedRandom)(c) || !offer(c)) return false;
  c.add(hello["handshake.ja3_full"], at, c.at);
  c.add(hello["handshake.ja3"], at, c.at);
  return true;
}

const choice = all(take(numbers["handshake.ciphersuite"], 2), take(numbers["handshake.comp_method"], 1));
const answer = optional(extensionsOf(serverExtensions));
const oldServer = all(version, datedRandom, session, choice, answer);
const server = all(version, random, session, choice, answer);
const retry = all(version, random, session, choice, optional(extensionsOf(retryExtensions)));
const draftServer = all(version, random, take(numbers["handshake.ciphersuite"], 2), answer);
const draftRetry = all(version, optional(extensionsOf(retryExtensions)));

/** True for the versions the drafts of TLS 1.3 went by. */
const isDraft = (code: number) => code >> 8 === 0x7f || code >> 8 === 0xfb;

const wasShort = (code: number) => code >> 8 === 0x7f && (code & 255) < DRAFT_WITH_SESSION;

/** Reads the server's hello, and learns from it what the session is: version, cipher suite, what is inside. */
export function readServerHello(c: Cursor, learnt: Session): boolean {
  const { at, bytes } = c;
  const end = at + c.captured;
  const code = end - at >= 2 ? c.u16(at) : 0;
  const short = wasShort(code);
  const suite = at + 2 + RANDOM_SIZE + (short ? 0 : 1 + (bytes[at + 2 + RANDOM_SIZE] ?? 0));
  learnVersion(code, learnt);
  learnt.cipher = suite + 2 <= end ? c.u16(suite) : -1;
  learnExtensions(c, suite + (short ? 2 : 3) + 2, end, learnt);
  const retries = isRetry(bytes, at - HEAD_SIZE, end);
  if (learnt.decryption !== undefined && !retries && learnt.cipher >= 0) settle(c, at, code, learnt);
  if (!serverPart(short, retries, learnt)(c)) return false;
  c.add(hello["handshake.ja3s_full"], at, c.at);
  c.add(hello["handshake.ja3s"], at, c.at);
  return true;
}

function serverPart(short: boolean, retries: boolean, { version: known }: Session): Part {
  if (short) return draftServer;
  if (retries) return retry;
  return known === TLS13 ? server : oldServer;
}

/** Reads the request to try again as drafts of TLS 1.3 had it. */
export const readRetry: Part = draftRetry;

/** Tells what decrypts the session what the hello at `at` settles. */
function settle(
  { bytes }: Cursor,
  at: number,
  code: number,
  { version: known, cipher: suite, decryption, macLast }: Session,
) {
  const chosen = known === TLS13 ? TLS13 : code;
  decryption!.settle({ random: bytes.slice(at + 2, at + 2 + RANDOM_SIZE), version: chosen, suite, macLast });
}

/** Learns from the server's extensions at `at..end`: the version, and what is inside. */
export function learnExtensions(c: Cursor, at: number, end: number, learnt: Session): void {
  for (let from = at; from + HEAD_SIZE <= end; from += HEAD_SIZE + c.u16(from + 2)) {
    const type = c.u16(from);
    const data = from + HEAD_SIZE;
    const to = data + c.u16(from + 2);
    if (to > end) return;
    if (type === SUPPORTED_VERSIONS && to - data === 2) learnVersion(c.u16(data), learnt);
    else if (type === ALPN && to - data > 3) {
      const id = String.fromCharCode(...c.bytes.subarray(data + 3, to));
      learnt.application = applicationOf(id) || learnt.application;
      learnt.alpn = id;
    } else if (type === ENCRYPT_THEN_MAC) learnt.macLast = true;
  }
}

function learnVersion(code: number, learnt: Session): void {
  if (code === TLS13 || isDraft(code)) learnt.version = TLS13;
}
