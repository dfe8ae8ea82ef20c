import type { Frame } from "../../core/frame.ts";
import type { Info } from "../../core/writer.ts";
import { textEnd } from "../shared/lines.ts";
import { oneLine } from "../shared/text.ts";
import { continuation, mail, noReply, smtp } from "./fields.ts";

/** Bytes of a code and what stands behind it. */
const CODE_SIZE = 4;

/** Writes the lines of a segment, or how much of a mail it holds. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const b = frame.bytesOf(row + 1);
  info.set();
  if (tape.nodes[row + 1] === mail)
    return void info.text(`C: DATA fragment, ${tape.end(row + 1) - tape.start(row + 1)} bytes`);
  info.text(frame.find(row, smtp.rsp) >= 0 ? "S: " : "C: ");
  let isFirst = true;
  for (let i = row + 1; i < tape.layerEnd(row); i++) {
    const text = textOf(frame, b, i);
    if (text === undefined) continue;
    info.text(`${isFirst ? "" : " | "}${text}`);
    isFirst = false;
  }
}

/** What a row says in Info; undefined for rows that are part of others. */
function textOf(frame: Frame, b: Uint8Array, row: number): string | undefined {
  const { tape } = frame;
  const start = tape.start(row);
  const end = tape.end(row);
  const line = () => oneLine(b, start, textEnd(b, start, end));
  switch (tape.nodes[row]) {
    case smtp.command_line:
      return tape.nodes[row + 3] === smtp["auth.username"]
        ? `${oneLine(b, start, tape.start(row + 3))}User: ${oneLine(b, tape.start(row + 3), tape.end(row + 3))}`
        : line();
    case smtp.response:
      return line();
    case continuation:
      return oneLine(b, Math.min(start + CODE_SIZE, end), textEnd(b, Math.min(start + CODE_SIZE, end), end));
    case noReply:
      return "";
    case smtp["auth.username"]:
      return tape.depth(row) === 1 ? `User: ${line()}` : undefined;
    case smtp["auth.password"]:
      return `Pass: ${line()}`;
    case smtp["auth.username_password"]:
      return tape.depth(row) === 1 ? line() : undefined;
    default:
      return undefined;
  }
}
