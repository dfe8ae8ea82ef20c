import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { FIELD, GROUP, type Node, PROTOCOL } from "../core/node.ts";
import type { Group, Protocol } from "../core/protocol.ts";
import type { Registry } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { writeSeconds } from "../core/value.ts";
import { ascii, type ByteWriter, Info } from "../core/writer.ts";
import { jsonKey, writeJsonBytes, writeJsonText } from "./json-text.ts";
import { writeJsonValue } from "./json-value.ts";
import { writeEndpoint, writeInfo, writeProtocol } from "./line.ts";
import type { Sink } from "./sink.ts";
import { writeLabel, writeText } from "./text.ts";
import { sinceFirst } from "./time.ts";

const COMMA = 44;
const QUOTE = 34;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const NEWLINE = 10;

const key = (name: string) => ascii(`"${name}":`);
const next = (name: string) => ascii(`,"${name}":`);
const KEYS = {
  number: key("number"), time: next("time"), relative: next("time_relative"), length: next("length"),
  captured: next("captured_length"), interface: next("interface"), protocol: next("protocol"), source: next("source"),
  destination: next("destination"), info: next("info"), layers: next("layers"), layer: key("protocol"),
  offset: next("offset"), fields: next("fields"), name: key("name"), label: next("label"), value: next("value"),
  text: next("text"), unnamed: key("label"),
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
  array: false, annotate: false, layers: [], fields: [], maxBytes: Number.POSITIVE_INFINITY,
};

/** A member of a JSON object that one field or list stands for. */
interface Member {
  readonly key: Uint8Array;
  readonly many: boolean;
}

/** Prints frames as JSON, written while they come; see OUTPUT for the shape. */
export class JsonSink implements Sink {
  private readonly out: ByteWriter;
  private readonly rows: Rows;
  private readonly registry: Registry;
  private readonly format: JsonFormat;
  private readonly layers: ReadonlySet<string>;
  private readonly kept: ReadonlySet<string>;
  private readonly members = new Map<Node, readonly Member[]>();
  private readonly scratch = new Info(1024);
  private first = true;
  /** Rows that wait for the end of their object, because they share an array: its member, and a chain of rows. */
  private readonly waiting: Member[] = [];
  private readonly heads: number[] = [];
  private readonly tails: number[] = [];
  private readonly links: number[] = [];
  private readonly linkRows: number[] = [];

  constructor(out: ByteWriter, rows: Rows, registry: Registry, format: JsonFormat = jsonFormat) {
    this.out = out;
    this.rows = rows;
    this.registry = registry;
    this.format = format;
    this.layers = new Set(format.layers);
    this.kept = new Set(format.fields);
  }

  frame(frame: Frame): void {
    const { out } = this;
    out.reserve(1 << 14);
    if (this.format.array) out.text(this.first ? "[\n" : ",\n");
    this.first = false;
    out.byte(OPEN);
    this.columns(frame);
    out.put(KEYS.layers).byte(OPEN_LIST);
    this.eachLayer(frame);
    out.byte(CLOSE_LIST).byte(CLOSE);
    if (!this.format.array) out.byte(NEWLINE);
  }

  end(): void {
    if (this.format.array) this.out.text(this.first ? "[]\n" : "\n]\n");
  }

  /** What stands outside the layers: number, times, lengths and the columns of the packet line. */
  private columns(frame: Frame): void {
    const { out, scratch } = this;
    out.put(KEYS.number).decimal(frame.number);
    if (frame.hasTime) {
      out.put(KEYS.time).byte(QUOTE).decimal(frame.seconds).byte(46).digits(frame.nanoseconds, 9).byte(QUOTE);
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
    writeEndpoint(scratch, frame, frame.sourceAt);
    this.column(KEYS.source);
    writeEndpoint(scratch, frame, frame.destinationAt);
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

  private readonly wanted = (protocol: Protocol): boolean =>
    this.layers.size > 0 ? this.layers.has(protocol.name) : protocol !== this.registry.root || this.kept.size > 0;

  private eachLayer(frame: Frame): void {
    const { out } = this;
    const rows = this.rows.unroll(frame, this.wanted);
    const begun = out.at;
    for (let i = 0; i < rows.count; ) {
      let end = i + 1;
      while (end < rows.count && rows.nodes[end]!.kind !== PROTOCOL) end++;
      const before = out.at;
      if (before > begun) out.byte(COMMA);
      if (!this.layer(frame, i, end)) out.at = before;
      i = end;
    }
  }

  private layer(frame: Frame, i: number, end: number): boolean {
    const { out, rows } = this;
    out.byte(OPEN).put(KEYS.layer);
    writeJsonText(out, rows.nodes[i]!.name);
    this.place(frame, i);
    out.put(KEYS.fields);
    const before = out.at;
    if (this.format.annotate) this.annotated(frame, i + 1, end);
    else this.object(frame, i + 1, end);
    const empty = out.at === before + 2;
    out.byte(CLOSE);
    return !empty || this.kept.size === 0;
  }

  /** Writes where row `i` lies. */
  private place(frame: Frame, i: number): void {
    const { out, rows } = this;
    const source = frame.source(rows.source[i]!);
    out.put(KEYS.offset).decimal(rows.start[i]! - source.start);
    out.put(KEYS.length).decimal(rows.end[i]! - rows.start[i]!);
    if (rows.source[i] !== 0) writeJsonText(out.put(KEYS.source), source.name);
  }

  private membersOf(node: Node): readonly Member[] {
    const known = this.members.get(node);
    if (known) return known;
    const names = node.kind === GROUP ? [(node as Group).list ?? ""] : [node.name, ...(node as Field).also];
    const made = names
      .filter((name) => name !== "" && (node.kind === GROUP || this.kept.size === 0 || this.kept.has(name)))
      .map((name) => ({ key: jsonKey(name), many: node.kind === GROUP || (this.registry.find(name)?.many ?? false) }));
    // Names that share an array share the member, which is how rows that wait are told apart.
    const shared = made.map((member) => this.shared.get(String(member.key)) ?? member);
    for (const member of shared) this.shared.set(String(member.key), member);
    this.members.set(node, shared);
    return shared;
  }
  private readonly shared = new Map<string, Member>();

  /** Writes rows `from..to` as one object; what can repeat comes last, gathered into arrays. */
  private object(frame: Frame, from: number, to: number): void {
    const { out, rows, waiting } = this;
    const base = waiting.length;
    const linksBase = this.links.length;
    out.byte(OPEN);
    const begun = out.at;
    for (let i = from; i < to; i++) {
      const node = rows.nodes[i]!;
      const members = this.membersOf(node);
      for (let m = 0; m < members.length; m++) {
        const member = members[m]!;
        if (member.many) this.wait(member, i, base);
        else {
          if (out.at > begun) out.byte(COMMA);
          writeJsonValue(out.put(member.key), frame, rows, i, this.format.maxBytes);
        }
      }
      if (node.kind === GROUP && members.length > 0) i = this.groupEnd(i, to) - 1;
    }
    for (let w = base; w < waiting.length; w++) this.array(frame, w, to, begun);
    waiting.length = this.heads.length = this.tails.length = base;
    this.links.length = this.linkRows.length = linksBase;
    out.byte(CLOSE);
  }

  /** One past the rows nested under row `i`. */
  private groupEnd(i: number, to: number): number {
    const { depth } = this.rows;
    let end = i + 1;
    while (end < to && depth[end]! > depth[i]!) end++;
    return end;
  }

  private wait(member: Member, row: number, base: number): void {
    const link = this.links.length;
    this.links.push(-1);
    this.linkRows.push(row);
    for (let w = base; w < this.waiting.length; w++) {
      if (this.waiting[w] !== member) continue;
      this.links[this.tails[w]!] = link;
      this.tails[w] = link;
      return;
    }
    this.waiting.push(member);
    this.heads.push(link);
    this.tails.push(link);
  }

  private array(frame: Frame, w: number, to: number, begun: number): void {
    const { out, rows } = this;
    const before = out.at;
    if (before > begun) out.byte(COMMA);
    out.put(this.waiting[w]!.key).byte(OPEN_LIST);
    const first = out.at;
    for (let link = this.heads[w]!; link >= 0; link = this.links[link]!) {
      const i = this.linkRows[link]!;
      const item = out.at;
      if (item > first) out.byte(COMMA);
      const start = out.at;
      if (rows.nodes[i]!.kind !== GROUP) writeJsonValue(out, frame, rows, i, this.format.maxBytes);
      else this.object(frame, i + 1, this.groupEnd(i, to));
      if (this.kept.size > 0 && out.at === start + 2 && rows.nodes[i]!.kind === GROUP) out.at = item;
    }
    if (out.at > first) out.byte(CLOSE_LIST);
    else out.at = before;
  }

  /** Writes rows `from..to` as an ordered list; rows nested under another are its `fields`. */
  private annotated(frame: Frame, from: number, to: number): void {
    const { out, rows } = this;
    out.byte(OPEN_LIST);
    const begun = out.at;
    for (let i = from; i < to; ) {
      const end = this.groupEnd(i, to);
      const before = out.at;
      if (before > begun) out.byte(COMMA);
      const kept = this.kept.size === 0 || this.membersOf(rows.nodes[i]!).length > 0 && rows.nodes[i]!.kind === FIELD;
      this.entry(frame, i);
      if (end > i + 1) {
        out.put(KEYS.fields);
        const inner = out.at;
        this.annotated(frame, i + 1, end);
        if (!kept && out.at === inner + 2) out.at = before;
      } else if (!kept) out.at = before;
      if (out.at > before) out.byte(CLOSE);
      i = end;
    }
    out.byte(CLOSE_LIST);
  }

  private entry(frame: Frame, i: number): void {
    const { out, rows, scratch } = this;
    const node = rows.nodes[i]!;
    out.byte(OPEN);
    if (node.name !== "") writeJsonText(out.put(KEYS.name), node.name);
    out.put(node.name !== "" ? KEYS.label : KEYS.unnamed);
    scratch.at = 0;
    writeLabel(scratch, rows, i);
    writeJsonBytes(out, scratch.buffer, 0, scratch.at);
    if (node.kind === FIELD) {
      writeJsonValue(out.put(KEYS.value), frame, rows, i, this.format.maxBytes);
      scratch.at = 0;
      writeText(scratch, frame, rows, i);
      this.column(KEYS.text);
    }
    scratch.at = 0;
    this.place(frame, i);
  }
}
