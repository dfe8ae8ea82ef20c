import type { Frame } from "../core/frame.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import { lineColumns } from "./columns.ts";
import { makePlain } from "./line.ts";
import type { Sink } from "./sink.ts";
import type { TimeMode } from "./time.ts";

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;

/** Prints the columns of the packet line as comma-separated values (RFC 4180), every one quoted, names first. */
export class CsvSink implements Sink {
  private readonly out: ByteWriter;
  private readonly columns: ReturnType<typeof lineColumns>;
  private readonly scratch = new Info(1024);

  constructor(out: ByteWriter, time: TimeMode) {
    this.out = out;
    this.columns = lineColumns(time);
    out.text(`${this.columns.map(({ name }) => `"${name}"`).join()}\n`);
  }

  frame(frame: Frame): void {
    const { out, scratch, columns } = this;
    for (let i = 0; i < columns.length; i++) {
      scratch.at = 0;
      columns[i]!.write(scratch, frame);
      makePlain(scratch, 0);
      if (i > 0) out.byte(COMMA);
      out.reserve(2 * scratch.at + 2);
      out.byte(QUOTE);
      for (let k = 0; k < scratch.at; k++) {
        const byte = scratch.buffer[k]!;
        if (byte === QUOTE) out.byte(QUOTE);
        out.byte(byte);
      }
      out.byte(QUOTE);
    }
    out.byte(NEWLINE);
  }
}
