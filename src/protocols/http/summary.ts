import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";
import { oneLine } from "../shared/text.ts";
import { lineEnd } from "./lines.ts";
import { start } from "./message.ts";

/** Writes the first line, its line end as one blank; several messages of a frame stand one behind the other. */
export function summary(frame: Frame, row: number, info: Info): void {
  const line = frame.find(row, start.chat);
  if (line < 0) {
    info.text("Continuation");
    return;
  }
  const { tape } = frame;
  const bytes = frame.bytesOf(line);
  const from = tape.start(line);
  const end = lineEnd(bytes, from, tape.end(line));
  info.text(oneLine(bytes, from, end < 0 ? tape.end(line) : end)).text(" ");
}
