import { Buffer } from "node:buffer";
import type { Memory } from "../../core/memory.ts";
import { Table } from "../../streams/table.ts";
import { CryptoStream } from "./crypto-stream.ts";
import { type Protection, type Suite, suites } from "./protection.ts";

/** About how many bytes a connection takes, and each of its ids. */
const SIZE = 1500;
const ID_SIZE = 150;
/** The most ids of one side that are remembered. */
const MOST_IDS = 64;
/** The most conversations that are remembered; of more, those that began first are forgotten. */
const MOST_KNOWN = 1 << 15;
/** Bytes of the longest id (RFC 9000 section 17.2). */
export const LONGEST_ID = 20;

/** Who sent a packet. */
export const CLIENT = 0;
export const SERVER = 1;
export type Side = typeof CLIENT | typeof SERVER;

/** Levels of encryption, each with packet numbers and a stream of handshake messages of its own (RFC 9001 section 4). */
export const INITIAL = 0;
export const HANDSHAKE = 1;
export const APPLICATION = 2;
export type Level = typeof INITIAL | typeof HANDSHAKE | typeof APPLICATION;

/** Where a hello has its random and, behind it, its session id; how many bytes tell the cipher suite behind that. */
const RANDOM_AT = 6;
const SESSION_AT = 38;
const HELLO_SIZE = SESSION_AT + 1 + 32 + 2;

const NOTHING = new Uint8Array(0);

/** Whether `id` stands at the beginning of `bytes`. */
function begins(bytes: Uint8Array, id: Uint8Array): boolean {
  if (id.length > bytes.length) return false;
  for (let i = 0; i < id.length; i++) if (id[i] !== bytes[i]) return false;
  return true;
}

/** Whether two ids are the same. */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && begins(a, b);

/** The ids that packets to one side carry. */
export class Ids {
  /** The one the side chose first; empty while it is not known. */
  first: Uint8Array = NOTHING;
  readonly others: Uint8Array[] = [];

  /** Whatever the first one was, another takes its place. */
  forget(): void {
    if (this.first.length > 0) this.others.push(this.first);
    this.first = NOTHING;
  }

  /** The id that `bytes` begin with; undefined where it is none of these. */
  match(bytes: Uint8Array): Uint8Array | undefined {
    if (begins(bytes, this.first)) return this.first;
    return this.others.find((id) => begins(bytes, id));
  }
}

/** What protects one direction after the handshake: the key phase at hand, the one before it and the one after. */
export interface Phases {
  readonly phase: number;
  readonly current: Protection;
  readonly previous: Protection | undefined;
}

/** What is known of one connection. Indices of two are by {@link Side}. */
export class Connection {
  readonly number: number;
  version: number;
  /** The conversation of the datagrams the client sends, as `Cursor.conversation` numbers it. */
  readonly client: number;
  /** Ids that packets to client and server carry. */
  readonly ids: readonly [Ids, Ids] = [new Ids(), new Ids()];
  /** The ids that the client's first packets carry: the last one is the one their keys come from. */
  readonly initialIds: Uint8Array[] = [];
  /** False once the server asked to try again, until the client does. */
  isInitialSet = true;
  /** No secrets are there for what follows the handshake: nobody looks for them again. */
  isHidden = false;
  /** Where the connection is kept. */
  place = -1;

  /** The largest packet number by level and side. */
  readonly largest: number[] = [-1, -1, -1, -1, -1, -1];
  /** What protects the packets of the handshake, and what the client sends before it is over. */
  readonly handshake: [Protection | undefined, Protection | undefined] = [undefined, undefined];
  early: Protection | undefined;
  /** The beginning of either side's hello. */
  private readonly hellos: [Uint8Array, Uint8Array] = [NOTHING, NOTHING];
  /** What protects what either side sends after the handshake. */
  readonly phases: [Phases | undefined, Phases | undefined] = [undefined, undefined];
  /** The suite of an earlier connection between the same ends. */
  private earlier: Suite | undefined;
  private readonly streams: CryptoStream[] = [];

  constructor(number: number, version: number, client: number) {
    this.number = number;
    this.version = version;
    this.client = client;
  }

  /** The id that the keys of Initial packets come from. */
  get initialId(): Uint8Array {
    return this.initialIds.at(-1) ?? NOTHING;
  }

  /** The client begins, or answers a request to try again: its packets carry another id from now on. */
  begin(id: Uint8Array): void {
    this.initialIds.push(id);
    this.isInitialSet = true;
  }

  /** Learns from the bytes `start..end` of a side's hello what secrets and cipher are known by. */
  learn(side: Side, bytes: Uint8Array, start: number, end: number): void {
    const known = this.hellos[side];
    const more = Math.min(end - start, HELLO_SIZE - known.length);
    if (more <= 0) return;
    const hello = (this.hellos[side] = new Uint8Array(known.length + more));
    hello.set(known);
    hello.set(bytes.subarray(start, start + more), known.length);
  }

  /** Goes on from what is known of an earlier connection between the same ends, until it has hellos of its own. */
  follow(earlier: Connection | undefined): void {
    if (earlier !== undefined) this.earlier = earlier.suite;
  }

  /** The client's random; undefined before its hello (RFC 8446 section 4.1.2). */
  get random(): Uint8Array | undefined {
    const hello = this.hellos[CLIENT];
    return hello.length < SESSION_AT ? undefined : hello.subarray(RANDOM_AT, SESSION_AT);
  }

  /** The cipher suite the server chose; undefined where it is none that is known (RFC 8446 section 4.1.3). */
  get suite(): Suite | undefined {
    const hello = this.hellos[SERVER];
    const at = SESSION_AT + 1 + (hello[SESSION_AT] ?? 0);
    return at + 2 > hello.length ? this.earlier : suites.get((hello[at]! << 8) | hello[at + 1]!);
  }

  /** The handshake messages of one side at one level. */
  stream(level: Level, side: Side): CryptoStream {
    return (this.streams[level * 2 + side] ??= new CryptoStream());
  }

  /** Bytes it holds besides the usual. */
  get held(): number {
    const ids = this.ids[CLIENT].others.length + this.ids[SERVER].others.length;
    return this.streams.reduce((sum, stream) => sum + stream.size, ids * ID_SIZE);
  }
}

const keyOf = (id: Uint8Array): string => Buffer.from(id.buffer, id.byteOffset, id.length).toString("latin1");

/** The connections of a run, by their ids and by the conversation they were last seen in. */
export class Connections extends Table {
  private readonly connections: (Connection | undefined)[];
  private readonly byInitialId = new Map<string, Connection>();
  private readonly byId = [new Map<string, Connection>(), new Map<string, Connection>()] as const;
  private readonly byStream = new Map<number, Connection>();
  /** Conversations over QUIC. */
  private readonly known = new Set<number>();
  /** Lengths that ids have had, and the first two bytes of all: most datagrams that are no QUIC begin otherwise. */
  private readonly lengths = new Set<number>();
  private readonly beginnings = new Set<number>();
  private count = 0;
  /** After {@link find}: who sent the packet. */
  side: Side = CLIENT;

  constructor(memory: Memory) {
    super(memory, "QUIC connections", 1);
    this.connections = this.objects(SIZE);
    this.onForget = (place) => this.drop(place);
  }

  /** True where the conversation is {@link know}n. */
  isKnown(conversation: number): boolean {
    return this.known.size > 0 && this.known.has(conversation >> 1);
  }

  /** Notes that a conversation is one over QUIC, whether or not its connection is known. */
  know(conversation: number): void {
    if (this.known.size === MOST_KNOWN) this.known.delete(this.known.values().next().value!);
    this.known.add(conversation >> 1);
  }

  /** Begins a connection with a client's first packet. */
  create(conversation: number, version: number, id: Uint8Array, own: Uint8Array, frame: number): Connection {
    const connection = new Connection(this.count, version, conversation);
    connection.follow(this.byStream.get(conversation >> 1));
    this.key[0] = this.count++;
    connection.place = this.find(1, frame);
    this.connections[connection.place] = connection;
    this.begin(connection, id);
    if (own.length > 0) this.add(connection, CLIENT, own);
    this.byStream.set(conversation >> 1, connection);
    return connection;
  }

  /** The connection's Initial packets carry `id`; false where it has begun too often. */
  begin(connection: Connection, id: Uint8Array): boolean {
    if (connection.initialIds.length === MOST_IDS) return false;
    connection.begin(new Uint8Array(id));
    if (id.length > 0) this.byInitialId.set(keyOf(id), connection);
    return true;
  }

  /** Packets to `side` may carry `id`. */
  add(connection: Connection, side: Side, id: Uint8Array): void {
    const ids = connection.ids[side];
    if (ids.first.length === 0) ids.first = new Uint8Array(id);
    else if (ids.others.length === MOST_IDS) return;
    else if (ids.match(id)?.length !== id.length) ids.others.push(new Uint8Array(id));
    this.byId[side].set(keyOf(id), connection);
    this.lengths.add(id.length);
    const first = (id[0] ?? 0) << 8;
    if (id.length > 1) this.beginnings.add(first | id[1]!);
    else for (let second = 0; second < 256; second++) this.beginnings.add(first | second);
  }

  /** True where an id of some connection may begin with this number of two bytes. */
  mayBegin(bytes: number): boolean {
    return this.beginnings.has(bytes);
  }

  /** The connection of a packet with a long header that carries `id`. */
  ofLong(conversation: number, id: Uint8Array, isInitial: boolean, isEarly: boolean): Connection | undefined {
    if (isEarly && id.length > 0) {
      this.side = CLIENT;
      return this.byInitialId.get(keyOf(id));
    }
    const found = this.ofId(conversation, id);
    if (!isInitial) return found;
    if (found === undefined) return this.byInitialId.get(keyOf(id));
    // A client goes on with an id it chose itself or was given; with any other it begins anew.
    if (this.side === SERVER || id.length === 0 || isSame(id, found.initialId)) return found;
    return found.ids[SERVER].match(id) === undefined ? undefined : found;
  }

  /** The connection of a packet with a short header; `bytes` stand where its id may be. */
  ofShort(conversation: number, bytes: Uint8Array): Connection | undefined {
    const near = this.ofStream(conversation);
    if (near?.ids[this.side === CLIENT ? SERVER : CLIENT].match(bytes) !== undefined) return near;
    for (let size = Math.min(LONGEST_ID, bytes.length); size > 0; size--) {
      const found = this.lengths.has(size) ? this.ofId(conversation, bytes.subarray(0, size)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private ofStream(conversation: number): Connection | undefined {
    const found = this.byStream.get(conversation >> 1);
    this.side = found === undefined || conversation === found.client ? CLIENT : SERVER;
    return found;
  }

  private ofId(conversation: number, id: Uint8Array): Connection | undefined {
    if (id.length === 0) return this.ofStream(conversation);
    const key = keyOf(id);
    const client = this.byId[CLIENT].get(key);
    const server = this.byId[SERVER].get(key);
    const found = client ?? server;
    // An id both sides chose tells nothing of who sent it.
    if (client !== undefined && server !== undefined) this.side = conversation === client.client ? CLIENT : SERVER;
    else this.side = client === undefined ? CLIENT : SERVER;
    return found;
  }

  /** Says that the connection was seen, and how much it holds. */
  touch({ number, place, held }: Connection, frame: number): void {
    this.key[0] = number;
    if (this.get(1) !== place) return;
    this.find(1, frame);
    this.weigh(place, held);
  }

  private drop(place: number): void {
    const gone = this.connections[place];
    this.connections[place] = undefined;
    if (gone === undefined) return;
    for (const map of [this.byInitialId, ...this.byId]) {
      // Few are forgotten at a time; most maps have few ids of each.
      for (const id of idsOf(gone)) if (map.get(keyOf(id)) === gone) map.delete(keyOf(id));
    }
    if (this.byStream.get(gone.client >> 1) === gone) this.byStream.delete(gone.client >> 1);
  }
}

function idsOf({ ids: [client, server], initialIds }: Connection): Uint8Array[] {
  return [...initialIds, client.first, ...client.others, server.first, ...server.others];
}
