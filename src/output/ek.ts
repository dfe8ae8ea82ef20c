import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import type { NameEntry, Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { numberOf, stringOf, timeOf, writeNumber, writeValue } from "../core/value.ts";
import { ascii, type ByteWriter, Info } from "../core/writer.ts";
import { type Column, columnNamed } from "./columns.ts";
import { JsonLayers, type LayerStyle } from "./json-layers.ts";
import { closeList, jsonKey, nextKey, writeJsonBytes, writeJsonText } from "./json-text.ts";
import type { Sink } from "./sink.ts";

const QUOTE = 34;
const COMMA = 44;
const POINT = 46;
const COLON = 58;
const DAY = 86_400;
/** The last second that a date can be made of. */
const LAST_SECOND = 8.64e12;
/** Room made for a frame at once, so that what is written seldom has to ask. */
const ROOM = 1 << 14;
const TIMESTAMP = jsonKey("timestamp");
const LAYERS = jsonKey("layers");
const OPEN = ascii("{");
const NEXT = ascii(",");
const CLOSE = ascii("}}\n");

/** A point in time down to the second, `2026-11-22T19:08:20`, in UTC. */
function isoText(seconds: number): string {
  return new Date(Math.min(seconds, LAST_SECOND) * 1000).toISOString().slice(0, -".000Z".length);
}

/** A name as Elasticsearch takes it: dots would make objects of it. */
const undotted = (name: string) => name.replaceAll(".", "_");

/** Names Elasticsearch's keys: the protocol a field is declared by, then the field, `ip_ip_src`. */
function keyNames(registry: Registry): LayerStyle["nameOf"] {
  const protocols = new Set(registry.protocols.map(({ name }) => name));
  return (name, field) => {
    let owner = field.protocol ? "" : field.name;
    while (owner !== "" && !protocols.has(owner)) owner = owner.slice(0, Math.max(0, owner.lastIndexOf(".")));
    return undotted(owner === "" ? name : `${owner}_${name}`);
  };
}

/** Writes a value as tshark does for Elasticsearch: truth values as such, no value as null, all else as text. */
function writeEkValue(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  switch ((rows.nodes[i] as Field).type) {
    case "bool":
      w.text(numberOf(frame, rows, i) === 0 ? "false" : "true");
      return;
    case "none":
      w.text("null");
      return;
    case "string": {
      const text = stringOf(frame, rows, i);
      const zero = text.indexOf("\0");
      writeJsonText(w, zero < 0 ? text : text.slice(0, zero));
      return;
    }
    default:
      w.byte(QUOTE);
      writePlain(w, frame, rows, i);
      w.byte(QUOTE);
  }
}

/** Writes a value that needs no escaping. */
function writePlain(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  switch ((rows.nodes[i] as Field).type) {
    case "bytes": {
      const given = rows.computed[i];
      if (given instanceof Uint8Array) w.hexBytes(given, 0, given.length, COLON);
      else w.hexBytes(frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]!, COLON);
      return;
    }
    case "time": {
      const { seconds, nanoseconds } = timeOf(rows, i);
      w.text(isoText(seconds)).byte(POINT).digits(nanoseconds, 9).text("Z");
      return;
    }
    default:
      writeValue(w, frame, rows, i);
  }
}

function writeEkNumber(w: ByteWriter, field: Field, value: number): void {
  w.byte(QUOTE);
  writeNumber(w, field, value, field.size);
  w.byte(QUOTE);
}

/** A layer's key, and the last frame that had it. */
interface LayerKey {
  readonly key: Uint8Array;
  frame: number;
}

/** One name asked for: its key and what finds its values. */
interface Asked {
  readonly key: Uint8Array;
  readonly entry: NameEntry | undefined;
  readonly column: Column | undefined;
}

/** What `-T ek` keeps; empty lists keep all. */
export interface EkFormat {
  /** Names of the protocols whose layers are kept. */
  layers: readonly string[];
  /** Names of the fields that are kept; they then stand outside of layers, as text. */
  fields: readonly string[];
}

/**
 * Prints frames as Elasticsearch's bulk interface takes them: a line that names the index of the frame's day (UTC), then
 * the frame. A name stands once, with an array where it has several values; layers of the same protocol are an array.
 */
export class EkSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly format: EkFormat;
  private readonly layers: JsonLayers;
  private readonly asked: readonly Asked[];
  private readonly keys = new Map<Protocol, LayerKey | undefined>();
  private readonly scratch = new Info(1024);
  private day = Number.NaN;
  private index = ascii("");
  private frames = 0;

  constructor(out: ByteWriter, rows: Rows, registry: Registry, format: EkFormat = { layers: [], fields: [] }) {
    this.out = out;
    this.rows = rows;
    this.format = format;
    this.layers = new JsonLayers(out, rows, registry, new Set(), {
      nameOf: keyNames(registry),
      hidden: true,
      flat: true,
      number: writeEkNumber,
      value: writeEkValue,
    });
    this.asked = format.fields.map((name) => ({
      key: nextKey(undotted(name)),
      entry: registry.find(name),
      column: columnNamed(name),
    }));
  }

  frame(frame: Frame): void {
    const { out } = this;
    out.reserve(ROOM);
    this.frames++;
    out.put(this.indexOf(frame)).put(OPEN);
    if (frame.hasTime) {
      out.put(TIMESTAMP).byte(QUOTE);
      out.decimal(frame.seconds * 1000 + Math.floor(frame.nanoseconds / 1e6));
      out.byte(QUOTE).put(NEXT);
    }
    out.put(LAYERS);
    const begun = out.at;
    if (this.asked.length > 0) this.eachAsked(frame);
    else this.eachLayer(frame);
    // Every member begins with a comma: the first one's place is the bracket's.
    if (out.at === begun) out.put(OPEN);
    else out.buffer[begun] = OPEN[0]!;
    out.put(CLOSE);
  }

  private indexOf({ hasTime, seconds }: Frame): Uint8Array {
    const day = hasTime ? Math.floor(seconds / DAY) : 0;
    if (day !== this.day) {
      const date = isoText(day * DAY).slice(0, -"T00:00:00".length);
      this.index = ascii(`{"index":{"_index":"packets-${date}","_type":"doc"}}\n`);
      this.day = day;
    }
    return this.index;
  }

  private eachLayer(frame: Frame): void {
    const { out } = this;
    const tape = this.rows.expanded(frame);
    for (let row = 0; row < tape.count; row++) {
      if (tape.nodes[row]!.kind !== PROTOCOL || tape.isNominal(row)) continue;
      const layer = this.keyOf(tape.nodes[row] as Protocol);
      if (layer === undefined || layer.frame === this.frames) continue;
      layer.frame = this.frames;
      out.put(layer.key);
      const begun = out.at;
      let count = 0;
      for (let same = row; same < tape.count; same++) {
        if (tape.nodes[same] !== tape.nodes[row]) continue;
        out.byte(COMMA);
        this.layers.layer(frame, tape, same);
        count++;
      }
      closeList(out, begun, count === 1);
    }
  }

  private keyOf(protocol: Protocol): LayerKey | undefined {
    if (this.keys.has(protocol)) return this.keys.get(protocol);
    const { layers } = this.format;
    const wanted = !protocol.hidden && (layers.length === 0 || layers.includes(protocol.name));
    const made = wanted ? { key: nextKey(undotted(protocol.name)), frame: 0 } : undefined;
    this.keys.set(protocol, made);
    return made;
  }

  /** What was asked for by name: arrays of texts, as `-T fields` prints them. */
  private eachAsked(frame: Frame): void {
    const { out, rows, scratch } = this;
    for (const { key, entry, column } of this.asked) {
      const before = out.at;
      out.put(key);
      const begun = out.at;
      if (entry !== undefined) rows.select(frame, entry);
      const count = entry === undefined ? 1 : rows.count;
      for (let i = 0; i < count; i++) {
        scratch.at = 0;
        if (column !== undefined) column(scratch, frame);
        else writeValue(scratch, frame, rows, i);
        writeJsonBytes(out.byte(COMMA), scratch.buffer, 0, scratch.at);
      }
      if (count === 0) out.at = before;
      else closeList(out, begun, false);
    }
  }
}
