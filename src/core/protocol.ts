import type { Cursor } from "./cursor.ts";
import type { Field } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Layout } from "./layout.ts";
import type { Memory } from "./memory.ts";
import { type Expand, GROUP, MENTION, type Node, PROTOCOL } from "./node.ts";
import type { Preference, Settings } from "./preference.ts";
import { ascii, type Info } from "./writer.ts";

/** How a protocol over a byte stream finds its next message without parsing it. */
export interface Framing {
  /** What must be there before `length` can be asked: a layout, placed first in the message, or only its size. */
  header: Layout | number;
  /** The message's length in bytes, its header included, or -1 where more must be there to tell; the cursor stands at its first byte. */
  length(c: Cursor): number;
  /** The Info of the segment a message begins in tells nothing of the segment, though the message is not complete. */
  claimsInfo?: boolean;
  /** What Info says of the segment a message begins in, while it is not complete; absent: what TCP does. */
  waiting?(c: Cursor): string;
  /** TCP tells how long each message is; absent: unless they claim Info. */
  sized?: boolean;
  /** Whether users want messages put together that span several segments; absent: always. */
  joins?: Preference<boolean>;
}

/** A key of a dispatch table: a number on the wire, or a text such as a media type. */
export type Key = number | string;

/** What a protocol's file says about it. */
export interface ProtocolSpec<S extends object = object> {
  /** Wireshark's filter prefix. */
  readonly name: string;
  /** Full name, as the tree shows it. */
  title: string;
  /** Where it is specified. */
  spec?: string;
  /** The Protocol column; a function where it depends on the frame. Absent: the outer layer's stays. */
  column?: string | ((frame: Frame, row: number) => string);
  /** Every field and list it can place, so that filters, `-e`, `-G` and the library's types know them. */
  fields?: readonly object[];
  /** The same for fields that only appear when a row is expanded. */
  expands?: readonly object[];
  /** Dispatch tables and the keys it claims there: `{ "ip.proto": 17 }`. */
  on?: Readonly<Record<string, Key | readonly Key[]>>;
  /**
   * The values it reads inside fields of others, by table and key: attributes of a name by their object identifier.
   * Their rows stand where the value does, in the layer around. Asked for when the first value is.
   */
  reads?(): Readonly<Record<string, Readonly<Record<Key, Expand>>>>;
  /** The table whose unclaimed payload it may recognise by content. */
  sniffsOn?: string | readonly string[];
  /** Recognition by content; must not move the cursor. */
  sniffs?(c: Cursor): boolean;
  /** Recognised by content, it begins its conversation anew: the segments that follow are another stream. */
  renews?: boolean;
  /** Set for messages over a byte stream that announce their length. */
  stream?: Framing;
  /** What users may decide about it. */
  preferences?: Readonly<Record<string, Preference>>;
  /**
   * Fresh state for one run: conversations, counters, and what of its preferences dissection asks. What grows in it
   * keeps to `memory`.
   */
  state?(memory: Memory, settings: Settings): S;
  /** Reads one message at the cursor. `false` says "not mine": the next claimant is asked. */
  dissect(c: Cursor): void | false;
  /** Writes Info. `row` is the protocol's row on the frame's tape. */
  summary?(frame: Frame, row: number, info: Info): void;
  /** Writes what stands in front of Info, whatever the layers inside say, where `Frame.preface` names this layer. */
  preface?(frame: Frame, row: number, info: Info): void;
  /** `summary` adds to the Info of the layer around it instead of replacing it. */
  appends?: boolean;
  /** What its line of the tree tells of it behind the title, by what that is called there: `Src: 10.0.0.1`. */
  headline?: Readonly<Record<string, Field>>;
  /** Only counted in frame.protocols; neither tree nor JSON shows it. */
  hidden?: boolean;
  /** Takes what nobody claims, as this layout over all of it. */
  fallback?: Layout;
}

/** A protocol as the registry and the tape know it: its spec, with every property in place. */
export class Protocol<S extends object = object> implements Node {
  readonly kind = PROTOCOL;
  readonly expand = undefined;
  readonly name: string;
  readonly title: string;
  readonly spec: string;
  /** The Protocol column as bytes, where it is always the same. */
  readonly columnBytes: Uint8Array | undefined;
  /** The Protocol column, where it depends on the frame. */
  readonly columnOf: ((frame: Frame, row: number) => string) | undefined;
  readonly renews: boolean;
  readonly stream: Framing | undefined;
  readonly dissect: ProtocolSpec["dissect"];
  readonly summary: ProtocolSpec["summary"];
  readonly preface: ProtocolSpec["preface"];
  readonly sniffs: ProtocolSpec["sniffs"];
  readonly preferences: readonly Preference[];
  readonly state: ((memory: Memory, settings: Settings) => S) | undefined;
  readonly on: NonNullable<ProtocolSpec["on"]>;
  readonly reads: ProtocolSpec["reads"];
  /** What stands on the tape where it read a value of another protocol's. */
  readonly mention: Node;
  readonly sniffsOn: readonly string[];
  readonly fields: readonly object[];
  readonly expands: readonly object[];
  readonly appends: boolean;
  /** It writes Info of its own. */
  readonly informs: boolean;
  readonly headline: readonly (readonly [string, Field])[];
  readonly hidden: boolean;
  readonly fallback: Layout | undefined;

  constructor(spec: ProtocolSpec<S>) {
    this.name = spec.name;
    this.title = spec.title;
    this.spec = spec.spec ?? "";
    this.columnBytes = typeof spec.column === "string" ? ascii(spec.column) : undefined;
    this.columnOf = typeof spec.column === "function" ? spec.column : undefined;
    this.renews = spec.renews ?? false;
    this.stream = spec.stream;
    this.dissect = spec.dissect;
    this.summary = spec.summary;
    this.preface = spec.preface;
    this.sniffs = spec.sniffs;
    this.preferences = Object.values(spec.preferences ?? {});
    this.state = spec.state;
    this.on = spec.on ?? {};
    this.reads = spec.reads;
    this.mention = { kind: MENTION, name: spec.name, expand: undefined };
    this.sniffsOn = [spec.sniffsOn ?? []].flat();
    this.fields = spec.fields ?? [];
    this.expands = spec.expands ?? [];
    this.appends = spec.appends ?? false;
    this.informs = spec.summary !== undefined && !this.appends;
    this.headline = Object.entries(spec.headline ?? {});
    this.hidden = spec.hidden ?? false;
    this.fallback = spec.fallback;
  }
}

/** Declares a protocol. */
export function protocol<S extends object = object>(spec: ProtocolSpec<S>): Protocol<S> {
  return new Protocol(spec);
}

/** A row that only nests others. With `list`, JSON makes an array of objects of it: `dns.queries`. */
export interface Group extends Node {
  readonly kind: typeof GROUP;
  readonly label: string;
  /** The name of the JSON array whose objects these groups are; absent: the rows inside stand flat in the layer. */
  readonly list: string | undefined;
  /** Text after the label, from the rows inside. */
  readonly title: ((frame: Frame, row: number) => string) | undefined;
  /** It only stands for the rows it expands to: they take its place. */
  readonly deferred: boolean;
  readonly mentions: boolean;
}

/** Declares a group of rows. */
export function group(
  label: string,
  options: { list?: string; expand?: Expand; mentions?: boolean; title?: Group["title"] } = {},
): Group {
  return {
    kind: GROUP,
    name: options.list ?? "",
    label,
    list: options.list,
    expand: options.expand,
    title: options.title,
    deferred: false,
    mentions: options.mentions ?? false,
  };
}

/**
 * Declares a row that stands for rows nobody has asked for yet, made by `expand` where somebody does; some of them may
 * mention protocols.
 */
export function deferred(expand: Expand, mentions = false): Group {
  return { ...group("", { expand, mentions }), deferred: true };
}
