import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { dhcpMessages } from "../../names/dhcp.ts";
import { nameOrAddress } from "../shared/names.ts";
import { ethernet, header } from "./header.ts";
import { values } from "./options.ts";

const DHCP = ascii("DHCP ");
const TRANSACTION = ascii(" - Transaction ID 0x");
const REQUEST = 1;
const REPLY = 2;
/** The usual names stand in a column of their own. */
const NAMES = Array.from({ length: 32 }, (_, type) => ascii((dhcpMessages[type] ?? "").padEnd(8)));

function digits(value: number): number {
  return Math.max(1, Math.ceil(Math.log2(value + 1) / 4));
}

/** The row of the message type; -1 in BOOTP, and where the capture ended before the options did. */
export function messageType(frame: Frame, row: number): number {
  if (frame.faults.length > 0 && frame.faults.some((fault) => fault.truncated)) return -1;
  return frame.find(row, values.dhcp);
}

/** Writes `DHCP Discover - Transaction ID 0x3d1d`, or what BOOTP has to say. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const head = row + 1;
  info.set();
  if (tape.nodes[head] !== header.$node || !frame.holds(head, header["ip.relay"])) return;
  const kind = messageType(frame, row);
  if (kind < 0) {
    bootp(frame, row, info);
    return;
  }
  const type = frame.bytesOf(kind)[tape.start(kind)]!;
  info.put(DHCP);
  if (dhcpMessages[type] !== undefined) info.put(NAMES[type]!);
  else info.text("Unknown Message Type (0x").hex(type, 2).byte(41);
  const id = frame.get(head, header.id);
  info.put(TRANSACTION).hex(id, digits(id));
}

function bootp(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const operation = frame.get(row + 1, header.type);
  if (operation === REPLY) info.text("Boot Reply");
  else if (operation !== REQUEST) info.text("Unknown BOOTP message type (").decimal(operation).byte(41);
  else {
    info.text("Boot Request");
    const address = frame.find(row, ethernet);
    if (address < 0) return;
    const bytes = frame.bytesOf(address);
    const at = tape.start(address);
    info
      .text(" from ")
      .ether(bytes, at)
      .text(" (")
      .text(nameOrAddress(frame, bytes, at, 6))
      .byte(41);
  }
}
