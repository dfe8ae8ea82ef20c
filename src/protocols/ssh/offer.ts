import { createHash } from "node:crypto";
import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, type Reading, text, u8, u32 } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { all, type Part, repeated, take, under } from "../shared/parts.ts";
import { asciiIn } from "../shared/text.ts";
import { blob } from "./numbers.ts";
import type { Offer, Session, Side } from "./session.ts";

const COOKIE_SIZE = 16;
const LENGTH_SIZE = 4;

/** The lists of a message, in their order (RFC 4253 section 7.1). */
const LISTS = [
  "kex_algorithms",
  "server_host_key_algorithms",
  "encryption_algorithms_client_to_server",
  "encryption_algorithms_server_to_client",
  "mac_algorithms_client_to_server",
  "mac_algorithms_server_to_client",
  "compression_algorithms_client_to_server",
  "compression_algorithms_server_to_client",
  "languages_client_to_server",
  "languages_server_to_client",
] as const;

/** The lists in a message that begins at `start`, as far as they are whole before `end`. */
function listsIn(b: Uint8Array, start: number, end: number): string[] {
  const found: string[] = [];
  let at = start + COOKIE_SIZE;
  while (found.length < LISTS.length && at + LENGTH_SIZE <= end) {
    const size = u32At(b, at);
    at += LENGTH_SIZE;
    if (size > end - at) break;
    found.push(asciiIn(b, at, at + size));
    at += size;
  }
  return found;
}

const u32At = (b: Uint8Array, at: number) =>
  ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;

/** What a hassh is made of: methods, ciphers, MACs and compressions of the direction. */
const fingerprinted =
  (side: Side) =>
  ({ bytes: b, start, end }: Reading): string | undefined => {
    const lists = listsIn(b, start, end);
    if (lists.length < LISTS.length) return undefined;
    return [0, 2 + side, 4 + side, 6 + side].map((i) => lists[i]).join(";");
  };

const fingerprint = (side: Side) => (r: Reading) => {
  const lists = fingerprinted(side)(r);
  return lists === undefined ? undefined : createHash("md5").update(lists, "latin1").digest("hex");
};

/** What a side offers (RFC 4253 section 7.1). */
export const offered = fields(
  "ssh",
  repeated({
    cookie: bytes("Cookie"),
    kex_algorithms_length: u32("kex_algorithms length", { unit: "bytes" }),
    kex_algorithms: text("kex_algorithms string", { empty: "" }),
    server_host_key_algorithms_length: u32("server_host_key_algorithms length", { unit: "bytes" }),
    server_host_key_algorithms: text("server_host_key_algorithms string", { empty: "" }),
    encryption_algorithms_client_to_server_length: u32("encryption_algorithms_client_to_server length", {
      unit: "bytes",
    }),
    encryption_algorithms_client_to_server: text("encryption_algorithms_client_to_server string", { empty: "" }),
    encryption_algorithms_server_to_client_length: u32("encryption_algorithms_server_to_client length", {
      unit: "bytes",
    }),
    encryption_algorithms_server_to_client: text("encryption_algorithms_server_to_client string", { empty: "" }),
    mac_algorithms_client_to_server_length: u32("mac_algorithms_client_to_server length", { unit: "bytes" }),
    mac_algorithms_client_to_server: text("mac_algorithms_client_to_server string", { empty: "" }),
    mac_algorithms_server_to_client_length: u32("mac_algorithms_server_to_client length", { unit: "bytes" }),
    mac_algorithms_server_to_client: text("mac_algorithms_server_to_client string", { empty: "" }),
    compression_algorithms_client_to_server_length: u32("compression_algorithms_client_to_server length", {
      unit: "bytes",
    }),
    compression_algorithms_client_to_server: text("compression_algorithms_client_to_server string", { empty: "" }),
    compression_algorithms_server_to_client_length: u32("compression_algorithms_server_to_client length", {
      unit: "bytes",
    }),
    compression_algorithms_server_to_client: text("compression_algorithms_server_to_client string", { empty: "" }),
    languages_client_to_server_length: u32("languages_client_to_server length", { unit: "bytes" }),
    languages_client_to_server: text("languages_client_to_server string", { empty: "" }),
    languages_server_to_client_length: u32("languages_server_to_client length", { unit: "bytes" }),
    languages_server_to_client: text("languages_server_to_client string", { empty: "" }),
    first_kex_packet_follows: u8("First KEX Packet Follows"),
    "kex.reserved": bytes("Reserved"),
    "kex.hassh_algorithms": computed("string", "hasshAlgorithms", fingerprinted(0)),
    "kex.hassh": computed("string", "hassh", fingerprint(0)),
    "kex.hasshserver_algorithms": computed("string", "hasshServerAlgorithms", fingerprinted(1)),
    "kex.hasshserver": computed("string", "hasshServer", fingerprint(1)),
  }),
);

const lists = LISTS.map((name) => blob(offered[`${name}_length`], offered[name]));
const whole = all(
  take(offered.cookie, COOKIE_SIZE),
  ...lists,
  take(offered.first_kex_packet_follows, 1),
  take(offered["kex.reserved"], 4),
);
const algorithms = group("Algorithms");

/** SSH_MSG_KEXINIT: what a side offers; the session remembers it. */
export const offerOf = (session: Session, side: Side): Part =>
  under(algorithms, (c) => {
    const { at } = c;
    if (!whole(c)) return false;
    const [first, second] = fingerprints[side];
    c.add(first, at, c.at);
    c.add(second, at, c.at);
    session.takeOffer(side, readOffer(c, at));
    return true;
  });

const fingerprints: readonly (readonly [Field, Field])[] = [
  [offered["kex.hassh_algorithms"], offered["kex.hassh"]],
  [offered["kex.hasshserver_algorithms"], offered["kex.hasshserver"]],
];

function readOffer(c: Cursor, start: number): Offer {
  const named = listsIn(c.bytes, start, c.at).map((list) => list.split(","));
  return { methods: named[0]!, ciphers: [named[2]!, named[3]!], macs: [named[4]!, named[5]!] };
}
