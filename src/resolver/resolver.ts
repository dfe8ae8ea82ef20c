import { readFileSync } from "node:fs";
import { bigAt } from "../core/field.ts";
import { HOSTS, MACS, type Name, type Names, PORTS, type Transport } from "../core/names.ts";
import { hostsIn, systemHosts } from "./hosts.ts";
import { Reverse } from "./reverse.ts";
import { Services } from "./services.ts";
import { Vendors } from "./vendors.ts";

const IPV4 = 4;
const MAC = 6;
/** Bytes of a name, at most: as many as DNS allows (RFC 1035 section 2.3.4). */
const LONGEST = 255;
/** Names that are kept of hosts, and of MAC addresses; the oldest go first. */
const MOST = 1 << 17;
/** Frames that may be dissected before the first of them is looked at, at most. */
const AHEAD = 64;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** What {@link Resolver} resolves when nobody says: tshark's default. */
export const defaultClasses = "mNd";

/** The letters {@link Resolver} knows, with what each stands for. */
export const nameClasses: Readonly<Record<string, string>> = {
  m: "MAC addresses, by vendor",
  n: "IP addresses",
  d: "IP addresses from DNS answers in the capture",
  N: "IP addresses from the system: its hosts file and resolver",
  t: "ports, by service",
};

/** A name learnt from a frame that is not looked at yet. */
interface Lesson {
  readonly frame: number;
  readonly key: number | string;
  readonly name: Name;
}

/** The key of an IP address: a number for IPv4, eight characters for IPv6. */
function hostKey(bytes: Uint8Array, at: number, size: number): number | string {
  if (size === IPV4) return bigAt(bytes, at, IPV4);
  let key = "";
  for (let i = 0; i < size; i += 2) key += String.fromCharCode((bytes[at + i]! << 8) | bytes[at + i + 1]!);
  return key;
}

/** Makes room in a map whose oldest entry may go. */
function bound(map: Map<unknown, unknown>): void {
  if (map.size >= MOST) map.delete(map.keys().next().value);
}

/**
 * Names of addresses and ports for one capture: `open("x.pcap", { names: new Resolver("mnd") })`. Each letter switches
 * on one class, as those of tshark's `-N` do: see {@link nameClasses}. `d` and `N` say where the names of IP addresses
 * come from; they are shown with `n`. Without letters everything is shown as it is in the frames.
 */
export class Resolver implements Names {
  readonly shown: number;
  readonly learns: boolean;
  private readonly hosts = new Map<number | string, Name>();
  private readonly macs = new Map<number, Name | undefined>();
  private readonly vendors = new Vendors();
  private readonly services = new Services();
  private readonly reverse: Reverse | undefined;
  /** Names of frames to come, in their order, and the number of the first such frame. */
  private readonly lessons: Lesson[] = [];
  private next = Number.POSITIVE_INFINITY;

  constructor(classes = "") {
    const has = (letter: string) => classes.includes(letter);
    this.shown = (has("m") ? MACS : 0) | (has("n") ? HOSTS : 0) | (has("t") ? PORTS : 0);
    this.learns = has("n") && has("d");
    if (!has("n") || !has("N")) return;
    this.reverse = new Reverse((address, name) => this.add(address, name));
    try {
      this.readHosts(systemHosts());
    } catch {
      // A system without the file has nothing to say.
    }
  }

  /** Takes the names in a hosts file. Throws where it cannot be read. */
  readHosts(path: string): void {
    for (const [address, name] of hostsIn(readFileSync(path, "utf8"))) this.add(address, name);
  }

  /** Names an IP address (its 4 or 16 bytes), from now on. */
  add(address: Uint8Array, text: string): void {
    const name = nameOf(text);
    if (name !== undefined) this.keep(hostKey(address, 0, address.length), name);
  }

  address(frame: number, bytes: Uint8Array, at: number, size: number): Name | undefined {
    if (size === MAC) return (this.shown & MACS) === 0 ? undefined : this.mac(bytes, at);
    if ((this.shown & HOSTS) === 0 || size < IPV4) return undefined;
    if (this.next <= frame) this.reach(frame);
    if (this.hosts.size === 0 && this.reverse === undefined) return undefined;
    const name = this.hosts.get(hostKey(bytes, at, size));
    if (name === undefined) this.reverse?.ask(bytes, at, size);
    return name;
  }

  service(transport: Transport, port: number): Name | undefined {
    return (this.shown & PORTS) === 0 ? undefined : this.services.service(transport, port);
  }

  vendor(bytes: Uint8Array, at: number): string | undefined {
    return this.vendors.vendor(bytes, at);
  }

  learn(frame: number, bytes: Uint8Array, at: number, size: number, text: string): void {
    const name = (this.shown & HOSTS) === 0 ? undefined : nameOf(text);
    if (name === undefined) return;
    this.reach(frame - AHEAD);
    if (this.lessons.length === 0) this.next = frame;
    this.lessons.push({ frame, key: hostKey(bytes, at, size), name });
  }

  /** Calls off what is asked of the system, so that nothing waits for it. */
  close(): void {
    this.reach(Number.POSITIVE_INFINITY);
    this.reverse?.close();
  }

  private mac(bytes: Uint8Array, at: number): Name | undefined {
    const key = bigAt(bytes, at, MAC);
    const known = this.macs.get(key);
    if (known !== undefined || this.macs.has(key)) return known;
    const text = this.vendors.addressName(bytes, at);
    const name = text === undefined ? undefined : nameOf(text);
    bound(this.macs);
    this.macs.set(key, name);
    return name;
  }

  private keep(key: number | string, name: Name): void {
    this.hosts.delete(key);
    bound(this.hosts);
    this.hosts.set(key, name);
  }

  /** Takes in what the frames up to number `frame` told. */
  private reach(frame: number): void {
    const { lessons } = this;
    let taken = 0;
    for (; taken < lessons.length && lessons[taken]!.frame <= frame; taken++)
      this.keep(lessons[taken]!.key, lessons[taken]!.name);
    if (taken > 0) lessons.splice(0, taken);
    this.next = lessons[0]?.frame ?? Number.POSITIVE_INFINITY;
  }
}

/** A name as it is printed; undefined for one that is too long or empty. */
function nameOf(text: string): Name | undefined {
  const plain = text.replace(CONTROL, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const bytes = new TextEncoder().encode(plain);
  return bytes.length === 0 || bytes.length > LONGEST ? undefined : { text: plain, bytes };
}
