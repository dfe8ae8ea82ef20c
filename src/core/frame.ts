import { SniffError } from "./error.ts";
import type { Field } from "./field.ts";
import { grown } from "./grown.ts";
import type { Layout } from "./layout.ts";
import type { Fault } from "./marks.ts";
import { type Names, noNames } from "./names.ts";
import { noSecrets, type Secret } from "./secrets.ts";
import { MAX_SOURCE, Tape } from "./tape.ts";
import type { FieldName, FieldTypes, FrameObject, FrameReader, One, ProtocolName } from "./view.ts";

/**
 * Frames that may be dissected before the first of them is looked at. Dissecting and printing by turns costs a third
 * more: the code of both does not fit the processor's instruction cache.
 */
export const BATCH = 32;

/** {@link Frame.addressSize} of a frame whose link has no addresses, until a packet inside has some. */
export const NO_ADDRESSES = -1;

/** Bytes that rows count from: the frame itself, or a reassembled or decoded buffer. */
export class Source {
  name = "Frame";
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the source's first byte lies in `bytes`, and one past its last. */
  start = 0;
  end = 0;
}

/**
 * One frame: what the capture says of it, and the tape of what dissection found. Frames are reused: everything
 * read from one is dead once its batch is left.
 */
export class Frame {
  /** 1 for the first frame of the capture. */
  number = 0;
  // NaN below: numbers that can pass 2^31 begin as doubles, or the first large one would make the engine change the
  // object's layout and compile everything that reads frames once more.
  /** Arrival time. */
  seconds = Number.NaN;
  nanoseconds = Number.NaN;
  /** False where the capture holds no time for the frame (pcapng's simple packet block). */
  hasTime = true;
  /** Decimals of the second that its time is worth: 0 to 3, 6 or 9. */
  decimals = 6;
  /** Bytes held, and bytes on the wire. */
  capturedLength = 0;
  originalLength = Number.NaN;
  /** LINKTYPE_ value. */
  linkType = 1;
  /** Number of the capture's section, from 1; 0 where it has none. */
  section = 0;
  /** Index of the interface within its section, -1 where it is unknown, and its name where it is known. */
  interfaceId = -1;
  interfaceName: string | undefined;
  /** Bytes of frame check sequence at the end of the frame; -1 where the capture does not say. */
  fcsLength = -1;
  /** Comments on the frame in the capture; undefined where there are none. */
  comments: readonly string[] | undefined;
  /** The capture's flags word for the frame (pcapng's epb_flags); -1 where there is none. */
  packetFlags = -1;
  /** Set where this is no frame of a link but a block of an organization's own in the capture; the link type is -1. */
  custom: { readonly enterprise: number; readonly copied: boolean } | undefined;
  /** Where the capture's record of the frame begins and ends, in the buffer of source 0. */
  recordAt = 0;
  recordEnd = 0;
  /** Arrival time of the first frame and of the frame before. */
  firstSeconds = Number.NaN;
  firstNanoseconds = Number.NaN;
  previousSeconds = Number.NaN;
  previousNanoseconds = Number.NaN;

  /** What dissection found, row by row. */
  readonly tape = new Tape();
  /** Why layers could not be read to their end; the marks' rows point here. */
  readonly faults: Fault[] = [];
  /** Texts that came with rows, by the row's value. */
  readonly texts: string[] = [];
  /** Numbers that came with rows, `NaN` for one that does not apply; a row's value is the index of its first. */
  numbers = new Float64Array(64);
  private numberCount = 0;
  private readonly pool: Source[] = [new Source()];
  /** How many of the sources are this frame's. */
  sourceCount = 1;
  /** The layer whose `preface` stands in front of Info, whatever the layers inside say; -1 for none. */
  preface = -1;

  /** Where the innermost addresses lie, -1 for none, and their bytes each: {@link NO_ADDRESSES} on a link without any. */
  addressBytes: Uint8Array = new Uint8Array(0);
  sourceAt = -1;
  destinationAt = -1;
  addressSize = 0;
  /** What addresses and ports are called. */
  names: Names = noNames;
  /** What the capture held so far to decrypt what frames hold. */
  secrets: readonly Secret[] = noSecrets;

  /** Reads the fields by their names; undefined where nobody may: the capture was closed. */
  reader: FrameReader | undefined;

  /** Empties the frame for the bytes `start..start + capturedLength` of `bytes`. */
  reset(bytes: Uint8Array, start: number): void {
    this.tape.clear();
    // What the frame before was made of would be kept alive.
    for (let i = 1; i < this.sourceCount; i++) this.pool[i]!.bytes = bytes;
    this.sourceCount = 1;
    this.numberCount = 0;
    this.preface = -1;
    this.sourceAt = this.destinationAt = -1;
    this.addressSize = 0;
    if (this.faults.length > 0) this.faults.length = 0;
    if (this.texts.length > 0) this.texts.length = 0;
    const own = this.pool[0]!;
    own.bytes = bytes;
    own.start = start;
    own.end = start + this.capturedLength;
  }

  /** Source `index`: 0 is the frame itself. */
  source(index: number): Source {
    return this.pool[index]!;
  }

  /** Adds a source for this frame and returns its index; past 63 the last one is reused. */
  addSource(name: string, bytes: Uint8Array, start: number, end: number): number {
    const index = Math.min(this.sourceCount, MAX_SOURCE);
    this.sourceCount = index + 1;
    while (this.pool.length <= index) this.pool.push(new Source());
    const source = this.pool[index]!;
    source.name = name;
    source.bytes = bytes;
    source.start = start;
    source.end = end;
    return index;
  }

  /** Makes room for `count` numbers, all `NaN`; returns the index of the first. */
  takeNumbers(count: number): number {
    const base = this.numberCount;
    this.numberCount = base + count;
    if (this.numberCount > this.numbers.length) {
      this.numbers = grown(this.numbers, this.numbers.length * 2 + count);
    }
    for (let i = base; i < this.numberCount; i++) this.numbers[i] = Number.NaN;
    return base;
  }

  /** Keeps a number for a row of this frame; the result is the row's value. */
  addNumber(value: number): number {
    const index = this.takeNumbers(1);
    this.numbers[index] = value;
    return index;
  }

  /** Keeps a text for a row of this frame; the result is the row's value. */
  addText(text: string): number {
    return this.texts.push(text) - 1;
  }

  /** The bytes the row's offsets point into. */
  bytesOf(row: number): Uint8Array {
    return this.pool[this.tape.source(row)]!.bytes;
  }

  /** The first row of `node` in the layer headed by `layer`, or -1. */
  find(layer: number, node: Field | Layout): number {
    const { tape } = this;
    const wanted = (node as Layout).$node ?? (node as Field);
    for (let i = layer + 1; i < tape.count; i++) {
      if (tape.layer(i) === layer) {
        if (tape.nodes[i] === wanted) return i;
      } else if (!tape.footers) return -1;
    }
    return -1;
  }

  /** The number in a fixed field of the layout placed in row `row`; the caller knows that it lies inside. */
  get(row: number, field: Field): number {
    return field.read(this.bytesOf(row), this.tape.start(row));
  }

  /** True when the layout's row reaches to the end of `field`: it was not cut short before. */
  holds(row: number, field: Field): boolean {
    return this.tape.start(row) + field.offset + field.size <= this.tape.end(row);
  }

  /** The bytes held of the frame, without copying: dead once the batch is left. */
  get bytes(): Uint8Array {
    const { bytes, start, end } = this.source(0);
    return bytes.subarray(start, end);
  }

  /**
   * The value of a field: the first, where the layers have several; all of them in an array, where it may occur more
   * than once in a layer. Undefined where the frame does not have it. Throws `NameError` for a name that is no field's.
   */
  value<N extends FieldName>(name: N): FieldTypes[N] | undefined {
    return this.living.value(this, name) as FieldTypes[N] | undefined;
  }

  /** All values of a field, those of every layer: the addresses of a packet and of the one tunnelled in it. */
  values<N extends FieldName>(name: N): One<FieldTypes[N]>[] {
    return this.living.values(this, name) as One<FieldTypes[N]>[];
  }

  /** True where the frame has the field or the protocol. */
  has(name: FieldName | ProtocolName): boolean {
    return this.living.has(this, name);
  }

  /** A copy of all that dissection found, as one line of `-T ndjson` has it; it outlives the frame. */
  toObject(): FrameObject {
    return this.living.object(this);
  }

  private get living(): FrameReader {
    if (this.reader !== undefined) return this.reader;
    throw new SniffError("the frame is gone: its batch was left (toObject() makes a copy that stays)");
  }
}
