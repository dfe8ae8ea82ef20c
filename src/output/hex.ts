import type { Frame } from "../core/frame.ts";
import type { ByteWriter } from "../core/writer.ts";
import type { Sink } from "./sink.ts";

/** Bytes in a line. */
const WIDTH = 16;
/** Columns of a line before its text: two digits and a blank a byte. */
const HEX_WIDTH = WIDTH * 3 + 2;
const BLANK = 32;
const DOT = 46;
const LAST_PRINTABLE = 126;

/**
 * Prints a frame's bytes, then those of each further source (reassembled, decoded) under its name: in hexadecimal
 * with their characters beside them, or as text alone.
 */
export class HexSink implements Sink {
  private readonly out: ByteWriter;
  private readonly style: "hex" | "ascii";

  constructor(out: ByteWriter, style: "hex" | "ascii") {
    this.out = out;
    this.style = style;
  }

  frame(frame: Frame): void {
    const { out } = this;
    for (let i = 0; i < frame.sourceCount; i++) {
      const { name, bytes, start, end } = frame.source(i);
      if (frame.sourceCount > 1)
        out
          .text(name)
          .text(" (")
          .decimal(end - start)
          .text(" bytes):\n");
      if (this.style === "ascii") this.text(bytes, start, end);
      else this.dump(bytes, start, end);
    }
    out.byte(10);
  }

  private dump(bytes: Uint8Array, start: number, end: number): void {
    const { out } = this;
    for (let at = start; at < end; at += WIDTH) {
      const to = Math.min(at + WIDTH, end);
      out
        .hex(at - start, at - start > 0xffff ? 8 : 4)
        .byte(BLANK)
        .byte(BLANK);
      const from = out.at;
      out.hexBytes(bytes, at, to, BLANK);
      out.padTo(from, HEX_WIDTH);
      for (let i = at; i < to; i++) out.byte(printable(bytes[i]!));
      out.byte(10);
    }
  }

  private text(bytes: Uint8Array, start: number, end: number): void {
    const { out } = this;
    for (let i = start; i < end; i++) {
      const value = bytes[i]!;
      out.byte(value === 10 || value === 9 ? value : value === 13 && bytes[i + 1] === 10 ? BLANK : printable(value));
    }
    if (end > start && bytes[end - 1] !== 10) out.byte(10);
  }
}

const printable = (value: number) => (value >= BLANK && value <= LAST_PRINTABLE ? value : DOT);
