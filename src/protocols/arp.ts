import type { Cursor } from "../core/cursor.ts";
import { bigAt, bytes, ether, type Field, frameNumber, ipv4, none, number, truth, u8, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { arpOpcodes, hardwareTypes } from "../names/arp.ts";
import { etherTypes } from "../names/ethertypes.ts";
import { AddressUse } from "../streams/addresses.ts";

const ETHERNET = 1;
const IEEE_802 = 6;
const IPV4 = 0x0800;
const MAC_SIZE = 6;
const IPV4_SIZE = 4;
const REQUEST = 1;
const REPLY = 2;
/** Set in the first byte of an address of a group, which nobody has as their own. */
const GROUP = 1;

/**  0                16                31
 *  +-----------------+-----------------+
 *  |  Hardware type  |  Protocol type  |
 *  |  HLen  |  PLen  |     Opcode      |   RFC 826
 *  +-----------------+-----------------+ */
const header = layout("arp", 8, {
  "hw.type": u16(0, "Hardware type", { names: hardwareTypes }),
  "proto.type": u16(2, "Protocol type", { show: "hex", names: etherTypes }),
  "hw.size": u8(4, "Hardware size"),
  "proto.size": u8(5, "Protocol size"),
  opcode: u16(6, "Opcode", { names: arpOpcodes }),
});

/** The addresses of ARP for IPv4 over Ethernet. */
const addresses = layout("arp", 20, {
  "src.hw_mac": ether(0, "Sender MAC address"),
  "src.proto_ipv4": ipv4(6, "Sender IP address"),
  "dst.hw_mac": ether(10, "Target MAC address"),
  "dst.proto_ipv4": ipv4(16, "Target IP address"),
});

/** The addresses of other sizes, and what is learnt from them (RFC 5227 section 1.2). */
const found = fields("arp", {
  isgratuitous: truth("Is gratuitous"),
  isprobe: truth("Is probe"),
  isannouncement: truth("Is announcement"),
  "src.hw_mac": ether("Sender MAC address"),
  "src.hw": bytes("Sender hardware address"),
  "src.proto_ipv4": ipv4("Sender IP address"),
  "src.proto": bytes("Sender protocol address"),
  "dst.hw_mac": ether("Target MAC address"),
  "dst.hw": bytes("Target hardware address"),
  "dst.proto_ipv4": ipv4("Target IP address"),
  "dst.proto": bytes("Target protocol address"),
  "duplicate-address-detected": none("Duplicate IP address configured", { many: true }),
  "duplicate-address-frame": frameNumber("Frame showing earlier use of IP address", { many: true }),
  "seconds-since-duplicate-address-frame": number("Seconds since earlier frame seen", { many: true }),
});

/** Offsets of an ARP packet's four addresses, one past the last, and what kind they are. */
interface Shape {
  readonly senderHardware: number;
  readonly sender: number;
  readonly targetHardware: number;
  readonly target: number;
  readonly end: number;
  readonly isMac: boolean;
  readonly isIpv4: boolean;
}

function shapeOf(b: Uint8Array, at: number): Shape {
  const hardware = header["hw.size"].read(b, at);
  const size = header["proto.size"].read(b, at);
  const type = header["hw.type"].read(b, at);
  const sender = at + header.opcode.offset + 2 + hardware;
  const target = sender + size + hardware;
  return {
    senderHardware: sender - hardware,
    sender,
    targetHardware: sender + size,
    target,
    end: target + size,
    isMac: hardware === MAC_SIZE && (type === ETHERNET || type === IEEE_802),
    isIpv4: size === IPV4_SIZE && header["proto.type"].read(b, at) === IPV4,
  };
}

/** True when the sender's and the target's protocol address are the same. */
function isSame(b: Uint8Array, { sender, targetHardware, target }: Shape): boolean {
  const size = targetHardware - sender;
  for (let i = 0; i < size; i++) if (b[sender + i] !== b[target + i]) return false;
  return size > 0;
}

function isZero(b: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (b[i] !== 0) return false;
  return true;
}

/** What an ARP request or reply is beyond its opcode. */
function kindOf(b: Uint8Array, opcode: number, shape: Shape): "announcement" | "gratuitous" | "probe" | "plain" {
  if (opcode !== REQUEST && opcode !== REPLY) return "plain";
  if (isSame(b, shape))
    return opcode === REQUEST && isZero(b, shape.targetHardware, shape.target) ? "announcement" : "gratuitous";
  // Sender's protocol address and target's hardware address lie side by side.
  const isProbe = opcode === REQUEST && shape.isIpv4 && isZero(b, shape.sender, shape.target);
  return isProbe ? "probe" : "plain";
}

function takeAddresses(c: Cursor, shape: Shape): void {
  const take = (field: Field, size: number) => size === 0 || c.take(field, size);
  const hardware = shape.sender - shape.senderHardware;
  const size = shape.targetHardware - shape.sender;
  const { isMac, isIpv4 } = shape;
  take(isMac ? found["src.hw_mac"] : found["src.hw"], hardware);
  take(isIpv4 ? found["src.proto_ipv4"] : found["src.proto"], size);
  take(isMac ? found["dst.hw_mac"] : found["dst.hw"], hardware);
  take(isIpv4 ? found["dst.proto_ipv4"] : found["dst.proto"], size);
}

/** Marks the address at `address` when another hardware address than that at `hardware` was seen to use it. */
function noteUse(c: Cursor, hardware: number, address: number): void {
  const mac = bigAt(c.bytes, hardware, MAC_SIZE);
  const ip = c.u32(address);
  if (mac === 0 || c.u8(hardware) & GROUP || ip === 0) return;
  const { frame } = c;
  const earlier = c.state(arp);
  if (!earlier.note(ip, mac, frame.number, frame.seconds)) return;
  c.put(found["duplicate-address-frame"], earlier.frame);
  c.add(found["duplicate-address-detected"], address, address + IPV4_SIZE);
  c.put(found["seconds-since-duplicate-address-frame"], Math.max(0, frame.seconds - earlier.seconds));
}

function columnOf(frame: Frame, row: number): string {
  const opcode = frame.holds(row + 1, header.opcode) ? frame.get(row + 1, header.opcode) : 0;
  return opcode === 3 || opcode === 4
    ? "RARP"
    : opcode >= 5 && opcode <= 7
      ? "DRARP"
      : opcode === 8 || opcode === 9
        ? "Inverse ARP"
        : "ARP";
}

const arp = protocol({
  name: "arp",
  title: "Address Resolution Protocol",
  spec: "RFC 826",
  column: columnOf,
  headline: { Opcode: header.opcode },
  fields: [header, addresses, found],
  on: { ethertype: [0x0806, 0x8035] },
  state: (memory) => new AddressUse(memory),
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    const shape = shapeOf(c.bytes, at);
    if (!c.has(shape.end - c.at)) return;
    const opcode = c.get(at, header.opcode);
    const kind = kindOf(c.bytes, opcode, shape);
    if (kind === "probe") c.put(found.isprobe, 1);
    else if (kind !== "plain") c.put(found.isgratuitous, 1);
    if (kind === "announcement") c.put(found.isannouncement, 1);
    if (shape.isMac && shape.isIpv4) c.place(addresses);
    else takeAddresses(c, shape);
    c.end = c.at;
    if (!shape.isMac || !shape.isIpv4 || c.isQuoted || (opcode !== REQUEST && opcode !== REPLY)) return;
    noteUse(c, shape.senderHardware, shape.sender);
    if (opcode === REPLY && kind === "plain") noteUse(c, shape.targetHardware, shape.target);
  },
  summary(frame: Frame, row: number, info: Info) {
    const { tape } = frame;
    const head = row + 1;
    if (head >= tape.count || !frame.holds(head, header.opcode)) return;
    const b = frame.bytesOf(head);
    const shape = shapeOf(b, tape.start(head));
    if (shape.end > tape.end(row)) return;
    info.set();
    writeSummary(info, b, frame.get(head, header.opcode), shape);
    let duplicate = -1;
    const end = tape.layerEnd(row);
    for (let i = head; i < end; i++) if (tape.nodes[i] === found["duplicate-address-detected"]) duplicate = i;
    if (duplicate >= 0) info.text(" (duplicate use of ").ipv4(b, tape.start(duplicate)).text(" detected!)");
  },
});

/** Writes what is asked or answered. */
function writeSummary(info: Info, b: Uint8Array, opcode: number, shape: Shape): void {
  const { senderHardware, sender, targetHardware, target, end, isMac, isIpv4 } = shape;
  const hardware = (start: number, stop: number) => writeAddress(info, b, start, stop, isMac ? "mac" : "");
  const address = (start: number, stop: number) => writeAddress(info, b, start, stop, isIpv4 ? "ipv4" : "");
  const kind = kindOf(b, opcode, shape);
  if (kind === "announcement" || kind === "gratuitous") {
    info.text(kind === "announcement" ? "ARP Announcement for " : "Gratuitous ARP for ");
    address(target, end);
    if (kind === "gratuitous") info.text(opcode === REQUEST ? " (Request)" : " (Reply)");
    return;
  }
  switch (opcode) {
    case REQUEST:
      info.text("Who has ");
      address(target, end);
      info.text(kind === "probe" ? "? (ARP Probe)" : "? Tell ");
      if (kind !== "probe") address(sender, targetHardware);
      return;
    case REPLY:
    case 9:
      if (opcode === REPLY) address(sender, targetHardware);
      else hardware(senderHardware, sender);
      info.text(" is at ");
      if (opcode === REPLY) hardware(senderHardware, sender);
      else address(sender, targetHardware);
      return;
    case 3:
    case 5:
    case 8:
      info.text("Who is ");
      hardware(targetHardware, target);
      info.text("? Tell ");
      hardware(senderHardware, sender);
      return;
    case 4:
    case 6:
      hardware(targetHardware, target);
      info.text(" is at ");
      address(target, end);
      return;
    case 7:
      info.text("DRARP Error");
      return;
    case 10:
      info.text("ARP NAK");
      return;
    default:
      info.text("Unknown ARP opcode 0x").hex(opcode, 4);
  }
}

function writeAddress(info: Info, b: Uint8Array, start: number, end: number, kind: "mac" | "ipv4" | ""): void {
  if (start === end) info.text("<No address>");
  else if (kind === "mac") info.ether(b, start);
  else if (kind === "ipv4") info.ipv4(b, start);
  else info.hexBytes(b, start, end);
}

export default arp;
