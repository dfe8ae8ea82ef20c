import { type Libpcap, LiveError, loadLibpcap, messageBuffer, messageText, type Pointer } from "./libpcap.ts";

/** PCAP_IF_ flags (pcap/pcap.h). */
const LOOPBACK = 0x01;
const UP = 0x02;
const RUNNING = 0x04;
const WIRELESS = 0x08;
const CONNECTION = 0x30;
const CONNECTED = 0x10;
const DISCONNECTED = 0x20;

/** AF_INET everywhere; AF_INET6 on Linux, and on macOS. */
const INET = 2;
const INET6: Partial<Record<NodeJS.Platform, number>> = { darwin: 30, win32: 23 };
const INET6_LINUX = 10;
/** Where a socket address keeps its IPv4 and its IPv6 address. */
const IPV4_AT = 4;
const IPV6_AT = 8;

/** A device that frames can be captured on. */
export interface DeviceInfo {
  readonly name: string;
  readonly description: string | undefined;
  /** IPv4 and IPv6 addresses, as text. */
  readonly addresses: readonly string[];
  readonly up: boolean;
  readonly running: boolean;
  readonly loopback: boolean;
  readonly wireless: boolean;
  /** Whether it is attached to a network; undefined where that is not known or makes no sense. */
  readonly connected: boolean | undefined;
}

/** The devices there are, best first, as libpcap sorts them. Needs no privileges. Throws {@link LiveError}. */
export function devices(): DeviceInfo[] {
  return listDevices(loadLibpcap());
}

/** The device to capture on when none is named: libpcap's first. Throws {@link LiveError} where there is none. */
export function defaultDevice(pcap: Libpcap): string {
  const first = listDevices(pcap)[0];
  if (first === undefined) throw new LiveError("device", "there is no device to capture on");
  return first.name;
}

/** The error for a name that is no device's: it lists those there are. */
export function noSuchDevice(pcap: Libpcap, name: string): LiveError {
  const names = listDevices(pcap).map((device) => device.name);
  return new LiveError("device", `${name}: no such device; there are: ${names.join(", ")}`);
}

/** The same as {@link devices}, with a libpcap that is loaded already. */
export function listDevices(pcap: Libpcap): DeviceInfo[] {
  const cell = Buffer.alloc(8);
  const message = messageBuffer();
  if (pcap.pcap_findalldevs(cell, message) < 0) throw new LiveError("device", messageText(message));
  const first = pcap.koffi.decode(cell, "void *") as Pointer | null;
  const found = [
    ...chain<PcapInterface>(pcap, first, {
      next: "void *",
      name: "str",
      description: "str",
      addresses: "void *",
      flags: "uint",
    }),
  ].map((entry) => describe(pcap, entry));
  pcap.pcap_freealldevs(first);
  return found;
}

/** pcap_if_t and pcap_addr_t, as C lays them out. */
interface PcapInterface {
  next: Pointer | null;
  name: string;
  description: string | null;
  addresses: Pointer | null;
  flags: number;
}
interface PcapAddress {
  next: Pointer | null;
  address: Pointer | null;
}

/** The structures of a C list that are linked by their `next`. */
function* chain<T extends { next: Pointer | null }>(
  pcap: Libpcap,
  first: Pointer | null,
  members: Record<keyof T & string, string>,
): Generator<T> {
  const type = pcap.koffi.struct(members);
  for (let at = first; at !== null; ) {
    const entry = pcap.koffi.decode(at, type) as T;
    yield entry;
    at = entry.next;
  }
}

function describe(pcap: Libpcap, { name, description, addresses, flags }: PcapInterface): DeviceInfo {
  const connection = flags & CONNECTION;
  return {
    name,
    description: description ?? undefined,
    addresses: [...chain<PcapAddress>(pcap, addresses, { next: "void *", address: "void *" })].flatMap(({ address }) =>
      address === null ? [] : (addressText(pcap, address) ?? []),
    ),
    up: (flags & UP) !== 0,
    running: (flags & RUNNING) !== 0,
    loopback: (flags & LOOPBACK) !== 0,
    wireless: (flags & WIRELESS) !== 0,
    connected: connection === CONNECTED ? true : connection === DISCONNECTED ? false : undefined,
  };
}

/** The text of a socket address; undefined where it is neither IPv4 nor IPv6. */
function addressText(pcap: Libpcap, address: Pointer): string | undefined {
  const bytes = Buffer.alloc(IPV6_AT + 16);
  pcap.memcpy(bytes, address, 2);
  const family = process.platform === "darwin" ? bytes[1]! : bytes.readUInt16LE(0);
  if (family === INET) {
    pcap.memcpy(bytes, address, IPV4_AT + 4);
    return bytes.subarray(IPV4_AT, IPV4_AT + 4).join(".");
  }
  if (family !== (INET6[process.platform] ?? INET6_LINUX)) return undefined;
  pcap.memcpy(bytes, address, IPV6_AT + 16);
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(IPV6_AT + i * 2).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
