import { Buffer } from "node:buffer";

/** What a version does in a way of its own. */
export interface Dialect {
  /** The salt of the keys of Initial packets (RFC 9001 section 5.2). */
  readonly salt: Uint8Array;
  /** What the labels of keys begin with: "quic", "quicv2" (RFC 9369 section 3.3). */
  readonly label: string;
  /** Initial, 0-RTT, Handshake and Retry packets by the type in their header are numbered as in RFC 9369. */
  readonly isSecond: boolean;
  /** Key and nonce that authenticate Retry packets (RFC 9001 section 5.8); undefined where they are not authenticated. */
  readonly retry: readonly [key: Uint8Array, nonce: Uint8Array] | undefined;
  /** Frames are Google's own. */
  readonly isGoogle: boolean;
}

const bytes = (text: string): Uint8Array => Buffer.from(text, "hex");

const first: Dialect = {
  salt: bytes("38762cf7f55934b34d179ae6a4c80cadccbb7f0a"),
  label: "quic",
  isSecond: false,
  retry: [bytes("be0c690b9f66575a1d766b54e368c84e"), bytes("461599d35d632bf2239825bb")],
  isGoogle: false,
};

const second: Dialect = {
  ...first,
  salt: bytes("0dede3def700a6db819381be6e269dcbf9bd2ed9"),
  label: "quicv2",
  isSecond: true,
  retry: [bytes("8fb4b01b56ac48e260fbcbcead7ccc92"), bytes("d86969bc2d7c6d9990efb04a")],
};

const draft29: Dialect = {
  ...first,
  salt: bytes("afbfec289993d24c9e9786f19c6111e04390a899"),
  retry: [bytes("ccce187ed09a09d05728155a6cb96be1"), bytes("e54930f97f2136f0530a8c1c")],
};

const draft25: Dialect = {
  ...first,
  salt: bytes("c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
  retry: [bytes("4d32ecdb2a2133c841e4043df27d4430"), bytes("4d1611d05513a552c587d575")],
};

const draft23: Dialect = { ...draft25, retry: undefined };
const draft22: Dialect = { ...draft23, salt: bytes("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a") };

/** Drafts by the first of them that did as those after it; the last that the first version did not take over. */
const drafts: readonly (readonly [number, Dialect])[] = [
  [33, first],
  [29, draft29],
  [25, draft25],
  [23, draft23],
  [11, draft22],
];

const google = (salt: string): Dialect => ({ ...draft29, salt: bytes(salt), isGoogle: true });

const others: ReadonlyMap<number, Dialect> = new Map([
  [1, first],
  [0x6b3343cf, second],
  [0xfaceb001, draft22],
  [0xfaceb002, draft25],
  [0xfaceb00e, draft25],
  [0x51303530, google("504574efd066fe2f9d945cfcdbd3a7f0d3b56b45")],
  [0x54303530, google("7ff579e5acd072915580304c43a2367c60488310")],
  [0x54303531, google("7a4edef4e7ccee5fa4506c19124fc8ccda6e033d")],
]);

const DRAFTS = 0xff0000;
/** Versions that make the other side negotiate (RFC 9000 section 15). */
const isForcing = (version: number) => (version & 0x0f0f0f0f) === 0x0a0a0a0a;

/** How a version speaks; undefined for one that nothing is known of. */
export function dialectOf(version: number): Dialect | undefined {
  const found = others.get(version);
  if (found !== undefined) return found;
  if (version >>> 8 === DRAFTS) return drafts.find(([draft]) => (version & 255) >= draft)?.[1];
  return isForcing(version) ? draft29 : undefined;
}
