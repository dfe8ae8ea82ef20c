import type { Frame } from "../core/frame.ts";
import { type ByteWriter, Info } from "../core/writer.ts";
import { writeEndpoint, writeInfo, writeProtocol } from "./line.ts";
import { TimeColumn, type TimeMode } from "./time.ts";

const BLANK = 32;
/** More than any time takes. */
const ROOM = 64;

/** Writes one column of the packet line, without what aligns it. */
export type Column = (w: ByteWriter, frame: Frame) => void;

function written(write: (info: Info, frame: Frame) => void): Column {
  const info = new Info(512);
  return (w, frame) => {
    info.at = 0;
    write(info, frame);
    w.copy(info.buffer, 0, info.at);
  };
}

/** The columns of the packet line, by the names tshark gives them. */
const columns: Readonly<Record<string, Column>> = {
  "_ws.col.No.": (w, frame) => w.decimal(frame.number),
  "_ws.col.Source": (w, frame) => writeEndpoint(w, frame, frame.sourceAt),
  "_ws.col.Destination": (w, frame) => writeEndpoint(w, frame, frame.destinationAt),
  "_ws.col.Protocol": written(writeProtocol),
  "_ws.col.Length": (w, frame) => w.decimal(frame.originalLength),
  "_ws.col.Info": written(writeInfo),
};

/** What writes a column of the packet line, by the name tshark gives it; undefined where it is none. */
export const columnNamed = (name: string): Column | undefined => (isColumn(name) ? columns[name] : undefined);

/** True for a name `-e` takes beside the fields. */
export const isColumn = (name: string): boolean => Object.hasOwn(columns, name);

/** The columns of the packet line, in order, by the names that head them. */
export function lineColumns(mode: TimeMode): readonly { name: string; write: Column }[] {
  const time = new TimeColumn(mode);
  const writeTime: Column = (w, frame) => {
    w.reserve(ROOM);
    const { buffer, at } = w;
    const end = time.put(buffer, at, frame);
    let from = at;
    while (from < end && buffer[from] === BLANK) from++;
    buffer.copyWithin(at, from, end);
    w.at = end - (from - at);
  };
  return ["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"].map((name) => ({
    name,
    write: columnNamed(`_ws.col.${name}`) ?? writeTime,
  }));
}
