import { blockNames, etherBlocks, etherNames } from "../names/ethers.ts";
import { lookUp, readTable } from "./tables.ts";

const MAC = 6;
/** Hexadecimal digits of the blocks IEEE assigns: MA-L, and MA-S and MA-M inside some of them. */
const OUI = 6;
const SMALL_BLOCKS = [9, 7] as const;
/** The bit of a MAC address's first byte that makes it a group address. */
const GROUP = 1;
/** Characters of an organization's name in that of an address. */
const SHORT = 8;

/** What says of an organization only what kind it is: left out of the short name. */
const FORMS = new Set(
  (
    "ab ag bv co company corp corporation gmbh holding inc incorporated jsc k kg l limited llc ltd nv oao of oo ooo " +
    "oy oyj plc pty pvt sa sarl spa srl systems the z zao zoo"
  ).split(" "),
);

/** An organization's name as it is written where the registry has it in capitals: `XEROX CORPORATION`. */
function written(registered: string): string {
  const name = registered.replace(/\s+/g, " ").trim();
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The name's first characters, without blanks, punctuation and legal forms: `Cisco Systems, Inc` is `Cisco`. */
function shortened(name: string): string {
  const words = name
    .replace(/[.'"’`]/g, "")
    .replace(/[(),;:/\\?!*+]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "&" && word !== "-" && !FORMS.has(word.toLowerCase()));
  return [...(words.join("") || name)].slice(0, SHORT).join("");
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whom IEEE assigned MAC addresses to. The registry is read when the first is asked for. */
export class Vendors {
  private table: Uint8Array | undefined;
  private readonly known = new Map<string, string | undefined>();

  /** The organization of a block of addresses, by the hexadecimal digits it begins with. */
  organization(block: string): string | undefined {
    if (this.known.has(block)) return this.known.get(block);
    this.table ??= readTable("vendors.txt");
    const found = lookUp(this.table, block.toUpperCase());
    const name = found === undefined ? undefined : written(found);
    this.known.set(block, name);
    return name;
  }

  /** The organization that the MAC address at `at` was assigned to, by its first three bytes alone. */
  vendor(bytes: Uint8Array, at: number): string | undefined {
    return this.organization(hexOf(bytes.subarray(at, at + OUI / 2)));
  }

  /** What the MAC address at `at` is called: `Broadcast`, `IPv4mcast_fb`, `Apple_12:34:56`; undefined for no name. */
  addressName(bytes: Uint8Array, at: number): string | undefined {
    const address = bytes.slice(at, at + MAC);
    const name = wellKnown(address) ?? this.assigned(address);
    if (name !== undefined || (address[0]! & GROUP) === 0) return name;
    address[0]! &= ~GROUP;
    return this.assigned(address);
  }

  private assigned(address: Uint8Array): string | undefined {
    const hex = hexOf(address);
    for (const digits of SMALL_BLOCKS) {
      const name = this.organization(hex.slice(0, digits));
      if (name !== undefined) return named(shortened(name), address, digits * 4);
    }
    const block = hex.slice(0, OUI);
    const name = this.organization(block);
    const short = blockNames[block] ?? (name && shortened(name));
    return short && `${short}_${withColons(hex.slice(OUI))}`;
  }
}

const withColons = (hex: string): string => hex.replace(/..(?=.)/g, "$&:");

function wellKnown(address: Uint8Array): string | undefined {
  const own = etherNames[hexOf(address)];
  if (own !== undefined) return own;
  for (let bits = MAC * 8 - 1; bits > 0; bits--) {
    const name = etherBlocks[hexOf(masked(address, bits))];
    if (name !== undefined) return named(name, address, bits);
  }
  return undefined;
}

/** The first `bits` bits of an address, zeros after them. */
function masked(address: Uint8Array, bits: number): Uint8Array {
  return address.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * i))));
}

/** A block's name, and what of the address its `bits` bits leave open, from the first byte on that is not 0. */
function named(name: string, address: Uint8Array, bits: number): string {
  const block = masked(address, bits);
  const open = address.map((byte, i) => byte ^ block[i]!).subarray(bits >> 3);
  const first = open.findIndex((byte) => byte !== 0);
  const shown = open.subarray(first < 0 ? open.length - 1 : first);
  return `${name}_${withColons(hexOf(shown))}`;
}
