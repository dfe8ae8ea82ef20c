import { Announced } from "./announced.ts";
import type { Field } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Memory } from "./memory.ts";
import { Placer } from "./placer.ts";
import type { Framing, Key, Protocol } from "./protocol.ts";
import type { DispatchTable, Registry, TableName } from "./registry.ts";
import { inSource, layerOf, placeOf, QUOTED } from "./tape.ts";

/** What a stream dissector still lacks: a number of bytes, or one of these. */
export const ENOUGH = 0;
/** One more segment, however long. */
export const MORE = -1;
/** Everything until the stream closes. */
export const UNTIL_CLOSE = -2;
/** None: the bytes are the dissector's, but there is nothing in them to show. */
export const NOTHING = -3;

/** Protocols nested deeper than this are not asked: a hostile frame could exhaust the stack. */
const DEEPEST = 200;

/**
 * Where dissection stands in a frame, and the way on: to the next layer, to a packet quoted, to a reassembled source.
 * One instance serves all frames of a run.
 */
export class Cursor extends Placer<Cursor> {
  /** True where the bytes are a stream: a dissector may say that it needs more of them, unless they stand {@link alone}. */
  streaming = false;
  /** True in a stream that is not put together: what is missing of a message never comes. */
  alone = false;
  /** Set by stream dissectors: {@link ENOUGH}, {@link MORE}, {@link UNTIL_CLOSE} or bytes missing. */
  wanted = ENOUGH;
  /** The conversation the bytes belong to and its direction: twice its number (tcp.stream), plus 1 one way; -1 for none. */
  conversation = -1;
  /** True where the dissector has seen the first bytes of the message at the cursor before, and wanted more. */
  resumed = false;
  /** What Info says of the message that is not complete, set by the dissector that wants more; undefined: what TCP does. */
  line: string | undefined = undefined;
  /** True in a stream whose end was seen: what is there is all there will be. */
  closing = false;
  /** True in the first fragment of a packet that is not put together: what is missing is in others. */
  partial = false;
  /** What was agreed on for the conversation, as the protocol that hands it on tells the one that takes it. */
  terms = "";
  /** The ports {@link nextPort} was last given: the innermost conversation's. */
  sourcePort = 0;
  destinationPort = 0;

  /** The key {@link next} was last given: what whoever claims several of them was asked for. */
  key: Key = 0;

  /** What conversations announced for others, in the frames so far. */
  readonly announced = new Announced();

  /** How many protocols are inside each other at the cursor. */
  private nested = 0;
  readonly registry: Registry;
  private readonly memory: Memory;
  private readonly stateOwners: Protocol[] = [];
  private readonly states: object[] = [];

  constructor(registry: Registry, frame: Frame, memory: Memory) {
    super(frame);
    this.registry = registry;
    this.memory = memory;
  }

  /** Stands at the first byte of a frame's bytes. `end` is where the frame ended on the wire. */
  begin(frame: Frame, bytes: Uint8Array, start: number, have: number, end: number): void {
    this.frame = frame;
    this.tape = frame.tape;
    this.bytes = bytes;
    this.at = start;
    this.have = have;
    this.end = end;
    this.limitedBy = undefined;
    this.wanted = ENOUGH;
    this.conversation = -1;
    this.resumed = false;
    this.streaming = this.closing = this.partial = this.alone = false;
    this.broken = false;
    this.nested = 0;
    this.rowPlace = 0;
  }

  /** Opens the frame's own row and dissects what is in it. */
  start(root: Protocol): void {
    this.rowPlace = this.tape.open(root, this.at, this.have, 0);
    root.dissect(this);
  }

  /** Makes this the cursor of an expansion: its rows belong to a row of `layer`, and marks are not its business. */
  expanding(source: number, layer: number, flags: number): void {
    this.rowPlace = placeOf(layer, 0, source, flags | QUOTED);
  }

  /** Tells whose addresses these are: `size` bytes each (4, 16, 6), -1 for one that is not there. Innermost wins. */
  endpoints(source: number, destination: number, size: number): void {
    const { frame } = this;
    frame.addressBytes = this.bytes;
    frame.sourceAt = source;
    frame.destinationAt = destination;
    frame.addressSize = size;
  }

  /** The state `protocol` keeps during this run. */
  state<S extends object>(protocol: Protocol<S>): S {
    const asked = protocol as unknown as Protocol;
    for (let i = 0; i < this.stateOwners.length; i++) if (this.stateOwners[i] === asked) return this.states[i] as S;
    this.stateOwners.push(asked);
    this.states.push(protocol.state!(this.memory, this.registry.settings));
    return this.states.at(-1) as S;
  }

  /**
   * Hands the rest of the layer to whoever claims `key` in `table`, or to the fallback. Returns where the claimant
   * says its data ends: what follows, up to this layer's end, is a footer. `refused` tells of a claimant that refused.
   */
  next(table: TableName, key: Key, refused?: Field): number {
    const { streaming } = this;
    const claims = table.in(this.registry);
    const claimant = claims.get(key);
    this.key = key;
    this.streaming = false;
    let end = this.try(claimant);
    if (end === undefined) {
      if (refused !== undefined && claimant !== undefined) this.put(refused, 1);
      end = this.unclaimed(claims);
    }
    this.streaming = streaming;
    return end;
  }

  /** As {@link next} for a payload named by two ports: what the user chose, the lower, the higher, then recognition by content. */
  nextPort(table: TableName, source: number, destination: number, known?: Protocol): number {
    const claims = table.in(this.registry);
    const low = source < destination ? source : destination;
    const high = source < destination ? destination : source;
    this.sourcePort = source;
    this.destinationPort = destination;
    return (
      this.try(known) ??
      (claims.choices === undefined
        ? undefined
        : (this.try(claims.choices.get(low)) ?? this.try(claims.choices.get(high)))) ??
      this.try(claims.get(low)) ??
      (low === high ? undefined : this.try(claims.get(high))) ??
      this.unclaimed(claims)
    );
  }

  private unclaimed(claims: DispatchTable): number {
    const { sniffers } = claims;
    for (let i = 0; i < sniffers.length; i++) {
      const candidate = sniffers[i]!;
      if (!candidate.sniffs!(this)) continue;
      const end = this.try(candidate);
      if (end !== undefined) return end;
    }
    this.rest();
    return this.end;
  }

  /** Shows what is left of the layer as data. */
  rest(): void {
    const { fallback } = this.registry;
    const end = this.end < this.have ? this.end : this.have;
    if (fallback === undefined || end <= this.at) return;
    const { tape, rowPlace, at } = this;
    tape.setEnd(layerOf(rowPlace), at);
    const inside = tape.open(fallback, at, end, rowPlace);
    tape.push(fallback.fallback!.$node, at, end, 0, inside);
  }

  /**
   * Runs a dissector on the rest of the layer; undefined when there is none or it refuses. What it placed is gone then,
   * or when it says that it needs more.
   */
  try(protocol: Protocol | undefined): number | undefined {
    if (protocol === undefined || this.nested === DEEPEST) return undefined;
    const { tape, at, end, limitedBy, rowPlace } = this;
    const { count, top } = tape;
    const layer = layerOf(rowPlace);
    const outerEnd = tape.end(layer);
    tape.setEnd(layer, at);
    this.rowPlace = tape.open(protocol, at, end < this.have ? end : this.have, rowPlace);
    const framed = !this.streaming || protocol.stream === undefined || this.frameMessage(protocol.stream);
    this.nested++;
    const verdict = framed ? protocol.dissect(this) : this.unframed(protocol);
    this.nested--;
    const claimed = this.end;
    this.rowPlace = rowPlace;
    this.end = end;
    this.limitedBy = limitedBy;
    if (verdict !== false) return claimed;
    tape.count = count;
    tape.top = top;
    tape.setEnd(layer, outerEnd);
    this.at = at;
    return this.wanted === ENOUGH ? undefined : at;
  }

  /**
   * Ends the layer where the message at the cursor ends and places its header; false when more bytes are needed, or
   * would be.
   */
  private frameMessage(framing: Framing): boolean {
    const { header } = framing;
    const size = typeof header === "number" ? header : header.$node.size;
    const isAlone = this.alone || (framing.joins !== undefined && !this.registry.settings.get(framing.joins));
    if (this.captured < size && isAlone) {
      if (typeof header !== "number") return this.place(header) >= 0;
      return this.left >= size && this.has(size);
    }
    if (this.left < size) return this.waitFor(MORE, framing);
    const length = framing.length(this);
    if (length === MORE) {
      if (!isAlone) return this.waitFor(MORE, framing);
    } else if (length < size) this.malformed(size);
    else if (this.left >= length) this.end = this.at + length;
    else if (!isAlone) return this.waitFor(length - this.left, framing);
    return (length >= size || length === MORE) && (typeof header === "number" || this.place(header) >= 0);
  }

  /** Says that `bytes` of the message are missing, and what Info tells of it meanwhile. */
  private waitFor(bytes: number, { claimsInfo, waiting }: Framing): false {
    this.line = claimsInfo ? "" : waiting?.(this);
    return this.need(bytes);
  }

  /** What becomes of a message that is not framed: it waits for more bytes, or its length is wrong, which stays visible. */
  private unframed({ stream }: Protocol): false | void {
    if (this.wanted === ENOUGH) return;
    if (stream?.claimsInfo !== true) return false;
    this.silence();
  }

  /**
   * Says that the message at the cursor is not complete: `bytes` are missing, {@link MORE} or {@link UNTIL_CLOSE}. A
   * dissector returns what this does, unless what it placed is to stay while the bytes wait.
   */
  need(bytes: number): false {
    this.wanted = bytes;
    return false;
  }

  /** Adds a layer that only stands in the list of protocols; `value` is the key it passes on. */
  passing(protocol: Protocol, value = 0): void {
    this.tape.open(protocol, this.at, this.at, this.rowPlace, value);
  }

  /**
   * Reads the value at the cursor, which fills the row that is expanded, as whoever knows it by `key` in `table` does;
   * false where nobody does. The reader is mentioned in the list of protocols, unless the row itself says whose it is.
   */
  readValue(table: string, key: Key, isMentioned = true): boolean {
    const reader = this.registry.reader(table, key);
    if (reader === undefined) return false;
    if (isMentioned) this.push(reader.protocol.mention, this.at, this.at, 0);
    reader.read(this, 0);
    return true;
  }

  /**
   * Runs `inner` on the packet quoted at the cursor: no analysis, no Info, running out of bytes is no fault, and its
   * addresses are not the frame's.
   */
  quoted(inner: (c: Cursor) => void): void {
    const { rowPlace, frame } = this;
    const { addressBytes, sourceAt, destinationAt, addressSize } = frame;
    this.rowPlace |= QUOTED;
    inner(this);
    this.rowPlace = rowPlace;
    frame.addressBytes = addressBytes;
    frame.sourceAt = sourceAt;
    frame.destinationAt = destinationAt;
    frame.addressSize = addressSize;
  }

  /** Runs `inner` with the cursor over another buffer, which must live until the next frame. */
  inSource(name: string, bytes: Uint8Array, start: number, end: number, inner: (c: Cursor) => void): void {
    const { bytes: outer, at, end: outerEnd, have, limitedBy, rowPlace, tape } = this;
    const layer = layerOf(rowPlace);
    this.rowPlace = inSource(rowPlace, this.frame.addSource(name, bytes, start, end));
    this.bytes = bytes;
    this.at = start;
    this.end = this.have = end;
    this.limitedBy = undefined;
    inner(this);
    // A layer inside ends the one around it where it begins, but here that offset counts in another source.
    tape.setEnd(layer, at);
    this.bytes = outer;
    this.at = at;
    this.end = outerEnd;
    this.have = have;
    this.limitedBy = limitedBy;
    this.rowPlace = rowPlace;
  }
}
