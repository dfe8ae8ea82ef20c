import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";
import { stunAttributes, stunClasses, stunErrors, stunMethods } from "../../names/stun.ts";
import { ERROR_CODE, HEAD_SIZE, head, USERNAME } from "./attributes.ts";

const METHOD = 0x3eef;
const FIRST_BITS = 0xc000;
const IPV4 = 1;
const UTF8 = new TextDecoder();

/** Attributes whose address Info shows as it is, and those that have a mask. */
const PLAIN = new Set([0x0001, 0x000e, 0x8023, 0x802b, 0x802c, 0x8090]);
const MASKED = new Set([0x0012, 0x0016, 0x0020, 0x8020]);

/** What Info tells of an attribute: its value is in bytes `at..end`, and the message begins at `message`. */
type Shown = (info: Info, b: Uint8Array, at: number, end: number, message: number) => void;

const textIn = (b: Uint8Array, at: number, end: number) => UTF8.decode(b.subarray(at, end));
const word = (b: Uint8Array, at: number) => (b[at]! << 8) | b[at + 1]!;
const long = (b: Uint8Array, at: number) => word(b, at) * 0x10000 + word(b, at + 2);

const others: Readonly<Record<number, Shown>> = {
  [USERNAME]: (info, b, at, end) => info.text(` user: ${textIn(b, at, end)}`),
  [ERROR_CODE]: (info, b, at, end) => {
    if (end - at < 4) return;
    const code = (b[at + 2]! & 7) * 100 + b[at + 3]!;
    info.text(` error-code: ${code} (${stunErrors[code] ?? "*Unknown error code*"})`);
    if (end - at > 4) info.text(` ${textIn(b, at + 4, end)}`);
  },
  12: (info, b, at, end) => {
    if (end - at >= 2) info.text(` ChannelNumber=0x${word(b, at).toString(16)}`);
  },
  13: (info, b, at, end) => {
    if (end - at >= 4) info.text(` lifetime: ${long(b, at)}`);
  },
  16: (info, b, at, end) => {
    if (end - at >= 4) info.text(` bandwidth: ${long(b, at)}`);
  },
  20: (info, b, at, end) => info.text(` realm: ${textIn(b, at, end)}`),
  21: (info) => info.text(" with nonce"),
  25: (info, b, at, end) => {
    if (end > at) info.text(` ${{ 6: "TCP", 17: "UDP" }[b[at]!] ?? "Unknown"}`);
  },
};

function writeAddress(info: Info, name: string, b: Uint8Array, at: number, end: number, mask: number): void {
  const size = b[at + 1] === IPV4 ? 4 : 16;
  if (end - at < 4 + size || (size === 16 && b[at + 1] !== 2)) return;
  const plain = (i: number) => b[at + i]! ^ (mask < 0 ? 0 : b[mask + (i < 4 ? i - 2 : i - 4)]!);
  const address = Uint8Array.from({ length: size }, (_, i) => plain(4 + i));
  info.text(` ${name}: `);
  if (size === 4) info.ipv4(address, 0);
  else info.ipv6(address, 0);
  info.text(`:${plain(2) * 256 + plain(3)}`);
}

/** Writes `Binding Success Response XOR-MAPPED-ADDRESS: 192.0.2.1:32853`. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const start = row + 1;
  if (tape.layerEnd(row) === start || tape.end(start) - tape.start(start) < 4) return;
  const b = frame.bytesOf(start);
  const message = tape.start(start);
  const type = word(b, message);
  if ((type & FIRST_BITS) !== 0) return void info.set().text("ChannelData TURN Message");
  info.set().text(`${stunMethods[type & METHOD] ?? "Unknown"} ${stunClasses[(type & 0x110) >> 4]}`);
  for (let i = start + 1; i < tape.count; i++) {
    if (tape.nodes[i] === head.$node && frame.holds(i, head.length)) writeAttribute(frame, i, info, message);
  }
}

function writeAttribute(frame: Frame, row: number, info: Info, message: number): void {
  const { tape } = frame;
  const b = frame.bytesOf(row);
  const type = frame.get(row, head.type);
  const at = tape.end(row);
  const end = Math.min(at + frame.get(row, head.length), tape.end(tape.layer(row)), b.length);
  if (at - tape.start(row) < HEAD_SIZE) return;
  if (PLAIN.has(type)) writeAddress(info, stunAttributes[type]!, b, at, end, -1);
  else if (MASKED.has(type)) writeAddress(info, stunAttributes[type]!, b, at, end, message + 4);
  else others[type]?.(info, b, at, end, message);
}
