import { writeFileSync } from "node:fs";
import { classic, MICRO } from "./build.ts";

/** Bytes of each frame: Ethernet, IPv4, UDP and a payload that begins with the frame's number. */
export const FRAME_SIZE = 106;
/** Bytes of a record of a classic file that holds one. */
export const RECORD_SIZE = 16 + FRAME_SIZE;

const ETHERNET = "020000000002" + "020000000001" + "0800";
const IP = "4500005c" + "00000000" + "40110000" + "c0000201" + "c0000202";
const UDP = "00090009" + "00480000";
const HEADERS = Buffer.from(ETHERNET + IP + UDP, "hex");

/** Writes a capture of `count` datagrams from 192.0.2.1 to 192.0.2.2, port 9, for tcpreplay to send. */
export function writeTraffic(path: string, count: number): void {
  const record = Buffer.alloc(RECORD_SIZE, "x");
  record.fill(0, 0, 8);
  record.writeUInt32LE(FRAME_SIZE, 8);
  record.writeUInt32LE(FRAME_SIZE, 12);
  HEADERS.copy(record, 16);
  const records = Buffer.alloc(count * RECORD_SIZE);
  for (let i = 0; i < count; i++) {
    record.writeUInt32BE(i, 16 + HEADERS.length);
    record.copy(records, i * RECORD_SIZE);
  }
  writeFileSync(path, Buffer.concat([classic(MICRO, true, 1, []), records]));
}
