import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";
import { start } from "./message.ts";

/** Writes the first line, its line end as one blank. */
export function summary(frame: Frame, row: number, info: Info): void {
  const line = frame.find(row, start.chat);
  info.set();
  if (line < 0) {
    info.text("Continuation");
    return;
  }
  const bytes = frame.bytesOf(line);
  const { tape } = frame;
  let end = tape.end(line);
  if (bytes[end - 1] === 10) end--;
  if (bytes[end - 1] === 13) end--;
  for (let i = tape.start(line); i < end; i++) info.byte(bytes[i]! < 32 ? 32 : bytes[i]!);
  info.byte(32);
}
