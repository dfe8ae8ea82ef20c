import type { Frame } from "../core/frame.ts";
import { SavefileWriter } from "./write.ts";

/**
 * Writes the frames it is given to a savefile: `const sink = new SavefileSink(descriptor, "pcapng")`, then
 * `open(path, { tap: sink.tap })` keeps what a pcapng capture holds besides frames; `header: () => capture.header`
 * among the sink's options keeps what a classic one says of all of them.
 */
export class SavefileSink extends SavefileWriter {
  frame(frame: Frame): void {
    const { bytes, start } = frame.source(0);
    this.write(frame, bytes, start);
  }
}
