import { readFileSync } from "node:fs";
import { unknownName } from "../core/error.ts";
import { bigAt } from "../core/field.ts";
import { HOSTS, MACS, type Name, type Names, PORTS, type Transport } from "../core/names.ts";
import { hostsIn, systemHosts } from "./hosts.ts";
import { Recent } from "./recent.ts";
import { Reverse } from "./reverse.ts";
import { Services } from "./services.ts";
import { Vendors } from "./vendors.ts";

const IPV4 = 4;
const MAC = 6;
/** Bytes of a name, at most: as many as DNS allows (RFC 1035 section 2.3.4). */
const LONGEST = 255;
/** Hosts, and MAC addresses, whose names are kept. */
const MOST = 1 << 16;
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
  readonly moment: number;
  readonly key: number | string;
  readonly name: Name;
}

/** What an IP address is called: from the moment `since` on, and what it was called before. */
interface Host {
  readonly since: number;
  readonly name: Name;
  readonly before: Name | undefined;
}

/** The key of an IP address: a number for IPv4, eight characters for IPv6. */
function hostKey(bytes: Uint8Array, at: number, size: number): number | string {
  if (size === IPV4) return bigAt(bytes, at, IPV4);
  let key = "";
  for (let i = 0; i < size; i += 2) key += String.fromCharCode((bytes[at + i]! << 8) | bytes[at + i + 1]!);
  return key;
}

/**
 * Names of addresses and ports for one capture: `open("x.pcap", { names: new Resolver("mnd") })`. Each letter switches
 * on one class, as those of tshark's `-N` do: see {@link nameClasses}. `d` and `N` say where the names of IP addresses
 * come from; they are shown with `n`. Without letters everything is shown as it is in the frames.
 */
export class Resolver implements Names {
  readonly shown: number;
  readonly learns: boolean;
  private readonly hosts = new Recent<number | string, Host>(MOST);
  /** False: the address has no name. */
  private readonly macs = new Recent<number, Name | false>(MOST);
  private readonly vendors = new Vendors();
  private readonly services = new Services();
  private readonly reverse: Reverse | undefined;
  /** Names that are told later, in their order, and the moment of the first. */
  private readonly lessons: Lesson[] = [];
  private next = Number.POSITIVE_INFINITY;

  /** Throws {@link NameError} for a letter that stands for no class. */
  constructor(classes = "") {
    const wrong = [...classes].find((letter) => !Object.hasOwn(nameClasses, letter));
    if (wrong !== undefined) throw unknownName("class of names", wrong, Object.keys(nameClasses));
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
    if (name !== undefined) this.keep(hostKey(address, 0, address.length), name, 0);
  }

  address(moment: number, bytes: Uint8Array, at: number, size: number): Name | undefined {
    if (size === MAC) return (this.shown & MACS) === 0 ? undefined : this.mac(bytes, at);
    if ((this.shown & HOSTS) === 0 || size < IPV4) return undefined;
    if (this.next <= moment) this.reach(moment);
    if (this.hosts.isEmpty && this.reverse === undefined) return undefined;
    const host = this.hosts.get(hostKey(bytes, at, size));
    if (host !== undefined) return host.since <= moment ? host.name : host.before;
    this.reverse?.ask(bytes, at, size);
    return undefined;
  }

  service(transport: Transport, port: number): Name | undefined {
    return (this.shown & PORTS) === 0 ? undefined : this.services.service(transport, port);
  }

  vendor(bytes: Uint8Array, at: number): string | undefined {
    return this.vendors.vendor(bytes, at);
  }

  learn(moment: number, bytes: Uint8Array, at: number, size: number, text: string): void {
    const name = (this.shown & HOSTS) === 0 ? undefined : nameOf(text);
    if (name === undefined) return;
    this.reach(moment - AHEAD);
    if (this.lessons.length === 0) this.next = moment;
    this.lessons.push({ moment, key: hostKey(bytes, at, size), name });
  }

  /** Calls off what is asked of the system, so that nothing waits for it. */
  close(): void {
    this.reach(Number.POSITIVE_INFINITY);
    this.reverse?.close();
  }

  private mac(bytes: Uint8Array, at: number): Name | undefined {
    const key = bigAt(bytes, at, MAC);
    let name = this.macs.get(key);
    if (name === undefined) {
      const text = this.vendors.addressName(bytes, at);
      name = (text !== undefined && nameOf(text)) || false;
      this.macs.set(key, name);
    }
    return name || undefined;
  }

  private keep(key: number | string, name: Name, since: number): void {
    const before = this.hosts.get(key)?.name;
    this.hosts.set(key, { since, name, before });
  }

  /** Takes in what was told by that moment. */
  private reach(moment: number): void {
    const { lessons } = this;
    let taken = 0;
    for (; taken < lessons.length && lessons[taken]!.moment <= moment; taken++) {
      const { key, name, moment: since } = lessons[taken]!;
      this.keep(key, name, since);
    }
    if (taken > 0) lessons.splice(0, taken);
    this.next = lessons[0]?.moment ?? Number.POSITIVE_INFINITY;
  }
}

/** A name as it is printed; undefined for one that is too long or empty. */
function nameOf(text: string): Name | undefined {
  const plain = text.replace(CONTROL, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const bytes = new TextEncoder().encode(plain);
  return bytes.length === 0 || bytes.length > LONGEST ? undefined : { text: plain, bytes };
}
