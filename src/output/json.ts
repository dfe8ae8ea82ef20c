import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import type { Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { writeSeconds } from "../core/value.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import { Annotated, writePlace } from "./annotated.ts";
import { JsonLayers } from "./json-layers.ts";
import { jsonKey, nextKey, writeJsonBytes, writeJsonText } from "./json-text.ts";
import { writeJsonValue } from "./json-value.ts";
import { writeEndpointAddress, writeInfo, writeProtocol } from "./line.ts";
import type { Sink } from "./sink.ts";
import { sinceFirst } from "./time.ts";

const COMMA = 44;
const QUOTE = 34;
const POINT = 46;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const NEWLINE = 10;
/** Room made for a frame at once, so that what is written seldom has to ask. */
const ROOM = 1 << 14;

const KEYS = {
  number: jsonKey("number"),
  time: nextKey("time"),
  relative: nextKey("time_relative"),
  length: nextKey("length"),
  captured: nextKey("captured_length"),
  interface: nextKey("interface"),
  protocol: nextKey("protocol"),
  source: nextKey("source"),
  destination: nextKey("destination"),
  info: nextKey("info"),
  layers: nextKey("layers"),
  fields: nextKey("fields"),
};

/** What `-T json` and `-T ndjson` print. */
export interface JsonFormat {
  /** One array of all frames instead of one object a line. */
  array: boolean;
  /** Fields as an ordered list with label, text and byte range. */
  annotate: boolean;
  /** Names of the protocols whose layers are kept; empty: all but `frame`, which the object itself stands for. */
  layers: readonly string[];
  /** Names of the fields that are kept; empty: all. Layers without one of them are left out. */
  fields: readonly string[];
  /** Bytes of a byte string that are printed. */
  maxBytes: number;
}

/** All layers, one object a line. */
export const jsonFormat: JsonFormat = {
  array: false,
  annotate: false,
  layers: [],
  fields: [],
  maxBytes: Number.POSITIVE_INFINITY,
};

/**
 * Prints frames as JSON while they come: number, times, lengths and the columns of the packet line, then the layers
 * outermost first. A name that can repeat is always an array, any other never. What is not there is left out.
 */
export class JsonSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly registry: Registry;
  private readonly format: JsonFormat;
  private readonly kept: ReadonlySet<string>;
  private readonly layers: JsonLayers;
  private readonly annotated: Annotated;
  private readonly wanted = new Map<Protocol, Uint8Array | undefined>();
  private readonly scratch = new Info(1024);
  private first = true;

  constructor(out: ByteWriter, rows: Rows, registry: Registry, format: JsonFormat = jsonFormat) {
    this.out = out;
    this.rows = rows;
    this.registry = registry;
    this.format = format;
    this.kept = new Set(format.fields);
    this.layers = new JsonLayers(out, rows, registry, this.kept, {
      nameOf: (name) => name,
      hidden: false,
      flat: false,
      number: (w, _field, value) => w.decimal(value),
      value: (w, frame, from, i) => writeJsonValue(w, frame, from, i, format.maxBytes),
    });
    this.annotated = new Annotated(out, rows, this.kept, format.maxBytes);
  }

  frame(frame: Frame): void {
    const { out } = this;
    out.reserve(ROOM);
    if (this.format.array) out.text(this.first ? "[\n" : ",\n");
    this.first = false;
    out.byte(OPEN);
    this.columns(frame);
    out.put(KEYS.layers).byte(OPEN_LIST);
    const begun = out.at;
    if (this.format.annotate) this.eachAnnotated(frame);
    else this.eachLayer(frame);
    if (out.at > begun && out.buffer[out.at - 1] === COMMA) out.at--;
    out.byte(CLOSE_LIST).byte(CLOSE);
    if (!this.format.array) out.byte(NEWLINE);
  }

  end(): void {
    if (this.format.array) this.out.text(this.first ? "[]\n" : "\n]\n");
  }

  /** What stands outside the layers. */
  private columns(frame: Frame): void {
    const { out, scratch } = this;
    out.put(KEYS.number).decimal(frame.number);
    if (frame.hasTime) {
      out.put(KEYS.time).byte(QUOTE).decimal(frame.seconds).byte(POINT).digits(frame.nanoseconds, 9).byte(QUOTE);
      const { seconds, nanoseconds } = sinceFirst(frame);
      out.put(KEYS.relative).byte(QUOTE);
      writeSeconds(out, seconds, nanoseconds, 9);
      out.byte(QUOTE);
    }
    out.put(KEYS.length).decimal(frame.originalLength).put(KEYS.captured).decimal(frame.capturedLength);
    if (frame.interfaceName !== undefined) writeJsonText(out.put(KEYS.interface), frame.interfaceName);
    scratch.at = 0;
    writeProtocol(scratch, frame);
    this.column(KEYS.protocol);
    writeEndpointAddress(scratch, frame, frame.sourceAt);
    this.column(KEYS.source);
    writeEndpointAddress(scratch, frame, frame.destinationAt);
    this.column(KEYS.destination);
    writeInfo(scratch, frame);
    this.column(KEYS.info);
  }

  /** Writes what stands in the scratch as one member and empties it; an empty column is left out. */
  private column(name: Uint8Array): void {
    const { out, scratch } = this;
    if (scratch.at > 0) writeJsonBytes(out.put(name), scratch.buffer, 0, scratch.at);
    scratch.at = 0;
  }

  /** `"protocol":"udp"` for a layer that is printed, undefined for one that is not. */
  private nameOf(protocol: Protocol): Uint8Array | undefined {
    if (this.wanted.has(protocol)) return this.wanted.get(protocol);
    const { layers } = this.format;
    const { root } = this.registry;
    const wanted = layers.length > 0 ? layers.includes(protocol.name) : protocol !== root || this.kept.size > 0;
    const name =
      wanted && !protocol.hidden ? new TextEncoder().encode(`{"protocol":${JSON.stringify(protocol.name)}`) : undefined;
    this.wanted.set(protocol, name);
    return name;
  }

  private eachLayer(frame: Frame): void {
    const { out } = this;
    const tape = this.rows.expanded(frame);
    for (let row = 0; row < tape.count; row++) {
      if (tape.nodes[row]!.kind !== PROTOCOL || tape.isNominal(row)) continue;
      const name = this.nameOf(tape.nodes[row] as Protocol);
      if (name === undefined) continue;
      const before = out.at;
      writePlace(out.put(name), frame, tape.source(row), tape.start(row), tape.end(row));
      out.put(KEYS.fields);
      if (this.layers.layer(frame, tape, row) || this.kept.size === 0) out.byte(CLOSE).byte(COMMA);
      else out.at = before;
    }
  }

  private eachAnnotated(frame: Frame): void {
    const { out } = this;
    const rows = this.rows.unroll(frame, (protocol) => this.nameOf(protocol) !== undefined);
    for (let i = 0, end = 0; i < rows.count; i = end) {
      for (end = i + 1; end < rows.count && rows.nodes[end]!.kind !== PROTOCOL; ) end++;
      const before = out.at;
      out.put(this.nameOf(rows.nodes[i] as Protocol)!);
      writePlace(out, frame, rows.source[i]!, rows.start[i]!, rows.end[i]!);
      out.put(KEYS.fields);
      if (this.annotated.list(frame, i + 1, end) || this.kept.size === 0) out.byte(CLOSE).byte(COMMA);
      else out.at = before;
    }
  }
}
