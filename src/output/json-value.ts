import type { Field } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import type { Rows } from "../core/rows.ts";
import { bigOf, bytesOf, isWide, numberOf, stringOf, timeOf, writeAddress, writeSeconds } from "../core/value.ts";
import type { ByteWriter } from "../core/writer.ts";
import { writeJsonBytes, writeJsonText } from "./json-text.ts";

const QUOTE = 34;

/** Writes the value of row `i` as JSON; byte strings as hexadecimal, no more than `maxBytes` of them. */
export function writeJsonValue(w: ByteWriter, frame: Frame, rows: Rows, i: number, maxBytes: number): void {
  switch ((rows.nodes[i] as Field).type) {
    case "uint":
    case "int":
      if (isWide(rows, i)) writeWide(w, bigOf(frame, rows, i));
      else w.decimal(numberOf(frame, rows, i));
      return;
    case "frame":
      w.decimal(numberOf(frame, rows, i));
      return;
    case "double":
      writeDouble(w, numberOf(frame, rows, i));
      return;
    case "bool":
      w.text(numberOf(frame, rows, i) === 0 ? "false" : "true");
      return;
    case "none":
      w.text("true");
      return;
    case "string":
      writeString(w, frame, rows, i);
      return;
    case "bytes":
      writeBytes(w, frame, rows, i, maxBytes);
      return;
    case "time":
    case "duration": {
      const { seconds, nanoseconds } = timeOf(rows, i);
      w.byte(QUOTE);
      writeSeconds(w, seconds, nanoseconds, 9);
      w.byte(QUOTE);
      return;
    }
    default:
      w.byte(QUOTE);
      writeAddress(w, frame, rows, i);
      w.byte(QUOTE);
  }
}

/** Numbers past 2^53, which many readers of JSON would round, are decimal strings. */
function writeWide(w: ByteWriter, value: bigint): void {
  const exact = value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
  w.text(exact ? String(value) : `"${value}"`);
}

function writeDouble(w: ByteWriter, value: number): void {
  w.text(Number.isFinite(value) ? String(value) : `"${value}"`);
}

function writeString(w: ByteWriter, frame: Frame, rows: Rows, i: number): void {
  if (rows.computed[i] !== undefined || (rows.nodes[i] as Field).generated) writeJsonText(w, stringOf(frame, rows, i));
  else writeJsonBytes(w, frame.source(rows.source[i]!).bytes, rows.start[i]!, rows.end[i]!);
}

function writeBytes(w: ByteWriter, frame: Frame, rows: Rows, i: number, maxBytes: number): void {
  w.byte(QUOTE);
  if (rows.computed[i] === undefined) {
    const start = rows.start[i]!;
    w.hexBytes(frame.source(rows.source[i]!).bytes, start, Math.min(rows.end[i]!, start + maxBytes));
  } else {
    const bytes = bytesOf(frame, rows, i);
    w.hexBytes(bytes, 0, Math.min(bytes.length, maxBytes));
  }
  w.byte(QUOTE);
}
