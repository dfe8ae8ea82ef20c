import { readFileSync } from "node:fs";

/** Captures made byte by byte, of many packets with few bytes each. */

const LINKTYPE_RAW = 101;
const IP_SIZE = 20;
const RECORD_SIZE = 16;
/** The type of a block of secrets. */
const SECRETS = 10;

/** A pcap capture of these packets, which begin with IP, cut to `most` bytes each; a millisecond lies between two. */
export function capture(packets: Iterable<Uint8Array>, most = Number.POSITIVE_INFINITY): Uint8Array {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(0x40000, 16);
  head.writeUInt32LE(LINKTYPE_RAW, 20);
  const parts: Uint8Array[] = [head];
  let milliseconds = 0;
  for (const packet of packets) {
    const record = Buffer.alloc(RECORD_SIZE);
    record.writeUInt32LE(Math.floor(milliseconds / 1000), 0);
    record.writeUInt32LE((milliseconds++ % 1000) * 1000, 4);
    record.writeUInt32LE(Math.min(packet.length, most), 8);
    record.writeUInt32LE(packet.length, 12);
    parts.push(record, packet.subarray(0, most));
  }
  return Buffer.concat(parts);
}

/** An IPv4 packet; addresses are numbers. */
export function ipv4(protocol: number, source: number, destination: number, payload: Uint8Array): Uint8Array {
  const head = Buffer.alloc(IP_SIZE);
  head[0] = 0x45;
  head.writeUInt16BE(IP_SIZE + payload.length, 2);
  head[8] = 64;
  head[9] = protocol;
  head.writeUInt32BE(source, 12);
  head.writeUInt32BE(destination, 16);
  return Buffer.concat([head, payload]);
}

/** A segment; `options` are hexadecimal digits. */
export function tcp(
  ports: [number, number],
  seq: number,
  ack: number,
  flags: number,
  text: string | Uint8Array = "",
  options = "",
): Uint8Array {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(ports[0], 0);
  head.writeUInt16BE(ports[1], 2);
  head.writeUInt32BE(seq, 4);
  head.writeUInt32BE(ack, 8);
  head[12] = 0x50 + options.length * 2;
  head[13] = flags;
  head.writeUInt16BE(1000, 14);
  return Buffer.concat([head, Buffer.from(options, "hex"), typeof text === "string" ? Buffer.from(text) : text]);
}

/** An ICMP error of this type that quotes a packet. */
export function icmpError(type: number, quoted: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([type, 1, 0, 0, 0, 0, 0, 0]), quoted]);
}

/** A datagram. */
export function udp(ports: [number, number], text: string | Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(ports[0], 0);
  head.writeUInt16BE(ports[1], 2);
  head.writeUInt16BE(8 + text.length, 4);
  return Buffer.concat([head, typeof text === "string" ? Buffer.from(text) : text]);
}

/** A pcapng capture without its blocks of secrets, and what stood in them. */
export function withoutSecrets(path: string): { bytes: Buffer; keys: string } {
  const all = readFileSync(path);
  const kept: Buffer[] = [];
  let keys = "";
  for (let at = 0; at < all.length; at += all.readUInt32LE(at + 4)) {
    const block = all.subarray(at, at + all.readUInt32LE(at + 4));
    if (block.readUInt32LE(0) !== SECRETS) kept.push(block);
    else keys += block.toString("latin1", 16, 16 + block.readUInt32LE(12));
  }
  return { bytes: Buffer.concat(kept), keys };
}
