import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";
import { oneLine } from "../shared/text.ts";
import { lineEnd } from "./lines.ts";
import { start } from "./message.ts";

/** Writes the first line, its line end as one blank; several messages of a frame stand one behind the other. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const line = frame.find(row, start.chat);
  const bytes = frame.bytesOf(line < 0 ? row : line);
  const from = tape.start(line);
  const end = line < 0 ? -1 : lineEnd(bytes, from, tape.end(line));
  if (line < 0 || (end < 0 && frame.faults.some((fault) => fault.truncated))) {
    info.text("Continuation");
    return;
  }
  info.text(oneLine(bytes, from, end < 0 ? tape.end(line) : end)).text(" ");
}
