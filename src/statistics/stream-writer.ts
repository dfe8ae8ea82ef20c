import type { ByteWriter } from "../core/writer.ts";

/** How a stream is printed. */
export const streamModes = ["ascii", "hex", "raw"] as const;
export type StreamMode = (typeof streamModes)[number];

const RULE = "=".repeat(67);
const TAB = 9;
const NEW_LINE = 10;
const RETURN = 13;
const BLANK = 32;
const DOT = 46;
const TILDE = 126;
/** Bytes of a line of hexadecimal, and where its second half and the text begin. */
const PER_LINE = 16;
const HALF = 8;
const OFFSET_DIGITS = 8;
const TEXT_AT = 60;

/** Prints what two nodes said by turns, as tshark's `-z follow` does; what node 1 said is indented. */
export class StreamWriter {
  private readonly out: ByteWriter;
  private readonly mode: StreamMode;
  /** Bytes that each node said so far. */
  private readonly said = [0, 0];

  constructor(out: ByteWriter, mode: StreamMode) {
    this.out = out;
    this.mode = mode;
  }

  /** Prints what is followed, and who the nodes are. */
  begin(what: string, filter: string, nodes: readonly string[]): void {
    this.out.text(`\n${RULE}\nFollow: ${what}\nFilter: ${filter}\n`);
    for (const [i, node] of nodes.entries()) this.out.text(`Node ${i}: ${node}\n`);
  }

  end(): void {
    this.out.text(`${RULE}\n`);
  }

  /** Prints that bytes of a node are missing. */
  gap(node: number, count: number): void {
    const text = `[${count} bytes missing in capture file].`;
    this.indent(node);
    if (this.mode === "ascii") this.out.decimal(text.length).byte(NEW_LINE);
    this.out.text(text).byte(NEW_LINE);
  }

  /** Prints bytes `start..end`, which node `node` said. */
  chunk(node: number, bytes: Uint8Array, start: number, end: number): void {
    const { out, mode } = this;
    if (mode === "hex") this.hex(node, bytes, start, end);
    else {
      this.indent(node);
      if (mode === "raw") out.hexBytes(bytes, start, end);
      else this.text(out.decimal(end - start).byte(NEW_LINE), bytes, start, end);
      out.byte(NEW_LINE);
    }
    this.said[node]! += end - start;
  }

  private indent(node: number): void {
    if (node > 0) this.out.byte(TAB);
  }

  private text(out: ByteWriter, bytes: Uint8Array, start: number, end: number): void {
    out.reserve(end - start);
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      out.byte((byte >= BLANK && byte <= TILDE) || byte === NEW_LINE || byte === RETURN ? byte : DOT);
    }
  }

  private hex(node: number, bytes: Uint8Array, start: number, end: number): void {
    const { out } = this;
    for (let at = start; at < end; at += PER_LINE) {
      const stop = Math.min(end, at + PER_LINE);
      this.indent(node);
      const from = out.at;
      out.text((this.said[node]! + at - start).toString(16).toUpperCase().padStart(OFFSET_DIGITS, "0")).byte(BLANK);
      for (let i = at; i < stop; i++) out.text(i - at === HALF ? "  " : " ").hex(bytes[i]!, 2);
      out.padTo(from, TEXT_AT);
      for (let i = at; i < stop; i++) {
        const byte = bytes[i]!;
        if (i - at === HALF) out.byte(BLANK);
        out.byte(byte >= BLANK && byte <= TILDE ? byte : DOT);
      }
      out.byte(NEW_LINE);
    }
  }
}
