import type { Cursor } from "../../core/cursor.ts";
import { group } from "../../core/protocol.ts";
import { within } from "../shared/parts.ts";
import { codes, packet, ssh } from "./fields.ts";
import { countedAfter, exchangeCode, readExchange } from "./key-exchange.ts";
import { offerOf } from "./offer.ts";
import type { Session, Side, Speaker } from "./session.ts";

const KEXINIT = 20;
const NEWKEYS = 21;
const LENGTH_SIZE = 4;
const version1 = group("SSH Version 1");
const version2 = group("SSH Version 2");
const keyExchange = group("Key Exchange");
const sealed = group("Encrypted packet");

/** Ciphers whose packets are held back until somebody knows the keys: nothing in them can be told apart. */
const READABLE = /^(aes(128|192|256)-(cbc|ctr)|aes(128|256)-gcm@openssh\.com|chacha20-poly1305@openssh\.com)$/;

/** MACs whose name does not tell how many bits they have. */
const MAC_SIZES: Readonly<Record<string, number>> = {
  "hmac-sha1": 20,
  "hmac-md5": 16,
  "hmac-ripemd160": 20,
  "hmac-ripemd160@openssh.com": 20,
};
const MAC_BITS = /-(\d+)(?:@.*)?$/;
const ENCRYPT_FIRST = "-etm@openssh.com";

/** How many bytes a MAC takes; 0 where that is not known. */
function macSize(name: string): number {
  const plain = name.replace(ENCRYPT_FIRST, "");
  return MAC_SIZES[plain] ?? Number(MAC_BITS.exec(plain)?.[1] ?? 0) / 8;
}

/** Reads a packet of version 2 (RFC 4253 section 6), in the clear until keys are new. */
export function readPacket(c: Cursor, session: Session, side: Side): void {
  const speaker = session.speakers[side];
  const row = c.open(version2);
  if (!speaker.isEncrypted) readPlain(c, session, side);
  else if (READABLE.test(speaker.cipher)) c.takeRest(sealed);
  else readEncrypted(c, speaker);
  c.close(row);
}

function readPlain(c: Cursor, session: Session, side: Side): void {
  const at = c.place(packet);
  if (at < 0) return;
  const padding = c.get(at, packet.padding_length);
  const end = at + LENGTH_SIZE + c.get(at, packet.packet_length);
  within(c, end, packet.packet_length, (inner) => {
    const row = inner.open(keyExchange);
    const number = readMessage(inner, session, side, Math.max(inner.at, end - padding));
    inner.close(row);
    if (number === undefined || !inner.take(ssh.padding_string, padding)) return false;
    inner.put(ssh.seq_num, number);
    return true;
  });
}

/** Reads the message that ends at `end`; returns its packet's number, undefined where it is cut. */
function readMessage(c: Cursor, session: Session, side: Side, end: number): number | undefined {
  const speaker = session.speakers[side];
  const code = c.captured < 1 ? 0 : c.u8(c.at);
  const exchanged = exchangeCode(session, code);
  if (!c.take(exchanged ?? codes.code, 1)) return undefined;
  let number: number | undefined = 0;
  within(c, end, packet.padding_length, (inner) => {
    if (exchanged !== undefined) number = readExchange(inner, session, speaker, code);
    else if (code === KEXINIT) number = offerOf(session, side)(inner) ? countedAfter(speaker) : undefined;
    else if (code === NEWKEYS) number = changeKeys(speaker);
    return number !== undefined && (inner.left === 0 || inner.take(ssh.payload, inner.left));
  });
  return c.broken ? undefined : number;
}

function changeKeys(speaker: Speaker): number {
  speaker.isEncrypted = true;
  return countedAfter(speaker);
}

/**
 * Shows bytes that cannot be read: what would be a length, its row with how many bytes there are, what a MAC may be, and
 * what is between.
 */
export function readEncrypted(c: Cursor, { mac }: Speaker): void {
  const size = macSize(mac);
  if (c.captured > 0) c.add(ssh.packet_length_encrypted, c.at, Math.min(c.at + LENGTH_SIZE, c.end), c.left);
  if (!c.has(LENGTH_SIZE)) return;
  c.at += LENGTH_SIZE;
  if (c.left <= size) return c.malformed(size + 1);
  if (c.take(ssh.encrypted_packet, c.left - size) && size > 0) c.take(ssh.mac, size);
}

/** How many bytes the packet at the cursor takes, as its length says; 0 while that is not there. */
export function packetSize(c: Cursor, version: number): number {
  if (c.captured < LENGTH_SIZE) return 0;
  const length = c.u32(c.at);
  return LENGTH_SIZE + length + (version === 1 ? paddingOf(length) : 0);
}

/** Packets of version 1 are padded in front, to a multiple of 8 bytes. */
const paddingOf = (length: number) => 8 - (length % 8);

/** Reads a packet of version 1: only the first of each side is in the clear. */
export function readOldPacket(c: Cursor, session: Session, side: Side): void {
  const speaker = session.speakers[side];
  const row = c.open(version1);
  const { at } = c;
  if (c.take(ssh.packet_length, LENGTH_SIZE)) {
    const length = c.u32(at);
    const padding = paddingOf(length);
    within(c, c.at + padding + length, ssh.packet_length, (inner) => readOld(inner, speaker, padding, length));
  }
  c.close(row);
  speaker.isEncrypted = true;
}

function readOld(c: Cursor, speaker: Speaker, padding: number, length: number): boolean {
  if (!c.has(padding)) return false;
  c.put(ssh.padding_length, padding);
  c.at += padding;
  if (!speaker.isEncrypted && !c.take(codes.code1, 1)) return false;
  return length === 0 || c.take(ssh.payload, c.left);
}
