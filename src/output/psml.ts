import type { Frame } from "../core/frame.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import { lineColumns } from "./columns.ts";
import type { Sink } from "./sink.ts";
import type { TimeMode } from "./time.ts";
import { writeXml, XML } from "./xml.ts";

/** Prints the columns of the packet line as XML, in the shape of tshark's packet summary (PSML). */
export class PsmlSink implements Sink {
  private readonly out: ByteWriter;
  private readonly columns: ReturnType<typeof lineColumns>;
  private readonly scratch = new Info(1024);

  constructor(out: ByteWriter, time: TimeMode) {
    this.out = out;
    this.columns = lineColumns(time);
    const names = this.columns.map(({ name }) => `<section>${name}</section>\n`).join("");
    out.text(`${XML}<psml version="0" creator="sniff">\n<structure>\n${names}</structure>\n\n`);
  }

  frame(frame: Frame): void {
    const { out, scratch, columns } = this;
    out.text("<packet>\n");
    for (let i = 0; i < columns.length; i++) {
      out.text("<section>");
      columns[i]!.write(scratch, frame);
      writeXml(out, scratch);
      out.text("</section>\n");
    }
    out.text("</packet>\n\n");
  }

  end(): void {
    this.out.text("</psml>\n");
  }
}
