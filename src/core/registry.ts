import { unknownName } from "./error.ts";
import { Field } from "./field.ts";
import { grown } from "./grown.ts";
import type { LayoutNode } from "./layout.ts";
import { marks } from "./marks.ts";
import type { Expand, Node } from "./node.ts";
import { type Preference, type PreferenceValue, ports, Settings } from "./preference.ts";
import type { Group, Key, Protocol } from "./protocol.ts";

/** Numbers below this, the usual width of a key, are looked up in an array. */
const DENSE = 0x10000;
/** The least size of that array. */
const LEAST = 0x100;

/** Who claims which key. */
export class DispatchTable {
  /** Protocols that may recognise an unclaimed payload by content. */
  readonly sniffers: Protocol[] = [];
  private readonly claims = new Map<Key, Protocol>();
  /** Claimants of small numbers, and their index by number; 0 for none. */
  private readonly claimants: (Protocol | undefined)[] = [undefined];
  private dense: Uint16Array = new Uint16Array(LEAST);
  /** What the user chose for a key; undefined where there is nothing of the kind. */
  choices: Map<Key, Protocol> | undefined;

  get(key: Key): Protocol | undefined {
    if (typeof key !== "number" || key >= DENSE) return this.claims.get(key);
    return key < this.dense.length ? this.claimants[this.dense[key]!] : undefined;
  }

  /** Claims `key`; throws when another protocol has it. */
  claim(key: Key, protocol: Protocol, table: string): void {
    const holder = this.get(key);
    if (holder) throw new Error(`${table} ${key} is claimed by both ${holder.name} and ${protocol.name}`);
    this.set(key, protocol);
  }

  /** Gives `key` to `protocol`, whoever had it. */
  set(key: Key, protocol: Protocol): void {
    this.claims.set(key, protocol);
    if (typeof key !== "number" || key >= DENSE) return;
    while (key >= this.dense.length) this.dense = grown(this.dense);
    const known = this.claimants.indexOf(protocol);
    this.dense[key] = known > 0 ? known : this.claimants.push(protocol) - 1;
  }

  /** Gives `key` to `protocol` because the user says so: it is asked before others. */
  choose(key: Key, protocol: Protocol): void {
    this.set(key, protocol);
    this.choices ??= new Map();
    this.choices.set(key, protocol);
  }

  /** Every key with its claimant. */
  entries(): IterableIterator<[Key, Protocol]> {
    return this.claims.entries();
  }
}

/**
 * The name of a dispatch table, as the protocols that dispatch into it keep it. It remembers the table of the registry
 * that asked last, because a look-up by name for every layer of every frame is what would cost.
 */
export class TableName {
  readonly name: string;
  private registry: Registry | undefined;
  private found: DispatchTable | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** The table of that name in `registry`. */
  in(registry: Registry): DispatchTable {
    if (this.registry !== registry) {
      this.registry = registry;
      this.found = registry.table(this.name);
    }
    return this.found!;
  }
}

/** Names a dispatch table that a protocol hands its payload to. */
export function table(name: string): TableName {
  return new TableName(name);
}

/** One place a name's values come from: a field of a layout, or (holder undefined) a row of its own. */
export interface Origin {
  readonly field: Field;
  /** What stands on the tape: the layout, or the field itself. */
  readonly node: Node;
  /** Set where the row only appears when a row of this protocol is expanded. */
  readonly expandedBy: Protocol | undefined;
}

/** Everything known under one name. */
export interface NameEntry {
  readonly name: string;
  /** Small number, dense over all names: an index for a consumer's own tables. */
  readonly id: number;
  readonly origins: readonly Origin[];
  /** Set when the name is a protocol's. */
  readonly protocol: Protocol | undefined;
  /** JSON: always an array. */
  readonly many: boolean;
  /** Protocols in whose rows the name appears only once they are expanded. */
  readonly expandedBy: readonly Protocol[];
}

/** How a protocol reads a value inside another's field. */
export interface Reader {
  readonly protocol: Protocol;
  readonly read: Expand;
}

/** A key that is given to a protocol whoever declares it: "decode as". */
interface Claim {
  readonly table: string;
  readonly key: Key;
  readonly protocol: Protocol;
}

/** How the tables of ports are called. */
const PORTS = /\.port$/;

/** All protocols, their dispatch tables and the names of their fields. Built once, then only read. */
export class Registry {
  readonly protocols: readonly Protocol[];
  /** What users decided about the protocols. */
  readonly settings: Settings;
  /** The protocol that takes what nobody claims. */
  readonly fallback: Protocol | undefined;
  private readonly tables = new Map<string, DispatchTable>();
  /** What every frame begins with. */
  readonly root: Protocol;
  private found: Map<string, NameEntry> | undefined;
  private known: Map<string, Map<Key, Reader>> | undefined;

  private readonly claims: readonly Claim[];

  /** Throws when two protocols claim the same key. */
  constructor(protocols: readonly Protocol[], settings = new Settings(), claims: readonly Claim[] = []) {
    this.protocols = protocols;
    this.settings = settings;
    this.claims = claims;
    this.fallback = protocols.find((p) => p.fallback);
    for (const protocol of protocols) this.claim(protocol);
    for (const { table, key, protocol } of this.decided()) this.table(table).set(key, protocol);
    for (const { table, key, protocol } of claims) this.table(table).choose(key, protocol);
    const root = this.table("root").get(0);
    if (!root) throw new Error("no protocol claims root 0");
    this.root = root;
  }

  /** All names; gathered when the first is asked for, which printing lines never does. */
  private get names(): Map<string, NameEntry> {
    this.found ??= this.gatherNames();
    return this.found;
  }

  /** The table of that name; empty where nobody claims. */
  table(name: string): DispatchTable {
    let found = this.tables.get(name);
    if (!found) this.tables.set(name, (found = new DispatchTable()));
    return found;
  }

  /** Who reads the value that has `key` in `table`, wherever it stands. */
  reader(table: string, key: Key): Reader | undefined {
    this.known ??= this.gatherReaders();
    return this.known.get(table)?.get(key);
  }

  /** Throws when two protocols read the same. */
  private gatherReaders(): Map<string, Map<Key, Reader>> {
    const known = new Map<string, Map<Key, Reader>>();
    for (const protocol of this.protocols) {
      for (const [table, reads] of Object.entries(protocol.reads?.() ?? {})) {
        const readers = known.get(table) ?? new Map<Key, Reader>();
        known.set(table, readers);
        for (const [key, read] of Object.entries(reads)) {
          const holder = readers.get(key)?.protocol;
          if (holder) throw new Error(`${table} ${key} is read by both ${holder.name} and ${protocol.name}`);
          readers.set(key, { protocol, read });
        }
      }
    }
    return known;
  }

  /** The names of the dispatch tables that decide what comes next inside a frame. */
  get tableNames(): readonly string[] {
    return [...this.tables.keys()].filter((name) => name !== "root").sort();
  }

  /** What is known under a field's or protocol's name. */
  find(name: string): NameEntry | undefined {
    return this.names.get(name);
  }

  /** Every name, in order of declaration. */
  all(): IterableIterator<NameEntry> {
    return this.names.values();
  }

  /** The names of the lists of records that protocols declare among their fields. */
  get lists(): ReadonlySet<string> {
    return new Set(this.protocols.flatMap(({ fields, expands }) => [...fields, ...expands].flatMap(listOf)));
  }

  /** A registry with further claims that win over the declared ones: "decode as". */
  with(claims: readonly Claim[]): Registry {
    return new Registry(this.protocols, this.settings, [...this.claims, ...claims]);
  }

  /**
   * A registry with further decisions of the user. Throws `NameError` for a name that is no preference's and
   * `SniffError` for a value that it cannot have.
   */
  preferring(decisions: Readonly<Record<string, PreferenceValue>>): Registry {
    const known = new Map(this.preferences.map((preference) => [preference.name, preference]));
    let { settings } = this;
    for (const [name, value] of Object.entries(decisions)) {
      const preference = known.get(name);
      if (preference === undefined) throw unknownName("preference", name, known.keys());
      settings = settings.with(preference, value);
    }
    return new Registry(this.protocols, settings, this.claims);
  }

  /** Every preference: those that protocols declare, and for each table of ports they claim keys in, the ports. */
  get preferences(): readonly Preference[] {
    return this.protocols.flatMap((protocol) => [
      ...protocol.preferences,
      ...Object.keys(protocol.on).flatMap((table) => portsOf(protocol, table) ?? []),
    ]);
  }

  /** The ports users gave to protocols. */
  private *decided(): Generator<Claim> {
    for (const protocol of this.protocols) {
      for (const table of Object.keys(protocol.on)) {
        if (!this.settings.has(nameOf(protocol, table))) continue;
        for (const key of this.settings.get(portsOf(protocol, table)!)) yield { table, key, protocol };
      }
    }
  }

  private claim(protocol: Protocol): void {
    for (const [table, keys] of Object.entries(protocol.on)) {
      if (this.settings.has(nameOf(protocol, table))) continue;
      for (const key of [keys].flat()) this.table(table).claim(key, protocol, table);
    }
    for (const table of protocol.sniffsOn) this.table(table).sniffers.push(protocol);
  }

  /** Throws when protocols declare the same name with different types. */
  private gatherNames(): Map<string, NameEntry> {
    const names = new Map<string, NameEntry>();
    const origins = new Map<string, { origin: Origin; alias: boolean }[]>();
    const add = (name: string, origin: Origin, alias: boolean) => {
      const list = origins.get(name);
      // Protocols may share a set of fields; it is one origin all the same.
      if (list?.some((known) => known.origin.node === origin.node && known.origin.field === origin.field)) return;
      if (list) list.push({ origin, alias });
      else origins.set(name, [{ origin, alias }]);
    };
    for (const origin of this.declared()) {
      add(origin.field.name, origin, false);
      for (const alias of origin.field.also) add(alias, origin, true);
    }
    const protocols = new Map(this.protocols.map((p) => [p.name, p]));
    for (const name of new Set([...protocols.keys(), ...origins.keys()])) {
      const found = origins.get(name) ?? [];
      const types = new Set(found.map(({ origin }) => origin.field.type));
      if (types.size > 1) throw new Error(`${name} is declared as ${[...types].join(" and ")}`);
      names.set(name, {
        name,
        id: names.size,
        origins: found.map(({ origin }) => origin),
        protocol: protocols.get(name),
        many: found.some(({ origin, alias }) => alias || origin.field.many),
        expandedBy: [...new Set(found.flatMap(({ origin }) => origin.expandedBy ?? []))],
      });
    }
    return names;
  }

  private *declared(): Generator<Origin> {
    yield* originsOf([marks], undefined);
    for (const protocol of this.protocols) {
      yield* originsOf(protocol.fields, undefined);
      yield* originsOf(protocol.expands, protocol);
    }
  }
}

function* originsOf(sets: readonly object[], expandedBy: Protocol | undefined): Generator<Origin> {
  for (const set of sets) {
    const layout = (set as { $node?: LayoutNode }).$node;
    for (const field of Object.values(set))
      if (field instanceof Field) yield { field, node: layout ?? field, expandedBy };
  }
}

/** What the preference for the keys a protocol claims in a table is called. */
const nameOf = ({ name }: Protocol, table: string) => `${name}.${table}`;

/** That preference, where the keys are ports. */
function portsOf(protocol: Protocol, table: string): Preference<readonly number[]> | undefined {
  if (!PORTS.test(table)) return undefined;
  const claimed = [protocol.on[table]!].flat().map(Number);
  return { ...ports(`Ports of ${protocol.title}`, claimed), name: nameOf(protocol, table) };
}

/** The list of records that a group, or the layout of one record, belongs to. */
function listOf(declared: object): string[] {
  const { list } = (declared as { $node?: LayoutNode }).$node?.group ?? (declared as Partial<Group>);
  return typeof list === "string" ? [list] : [];
}
