import type { Cursor } from "../../core/cursor.ts";
import { bytes, frameNumber, type none, number, truth } from "../../core/field.ts";
import { type FieldSet, fields } from "../../core/layout.ts";
import { CONFLICTS, ENDS_ELSEWHERE, OVERLAPS, type Part, TOO_LONG } from "../../streams/fragment-parts.ts";
import type { Datagram } from "../../streams/fragments.ts";

/** What makes a part illegal, or a whole datagram that has such a part. */
const ILLEGAL = CONFLICTS | ENDS_ELSEWHERE | TOO_LONG;

const many = { many: true } as const;

const rowsOf = (name: string) => ({
  fragment: frameNumber(`${name} Fragment`, many),
  "fragment.error": frameNumber("Defragmentation error", many),
  "fragment.overlap": truth("Fragment overlap", many),
  "fragment.overlap.conflict": truth("Conflicting data in fragment overlap", many),
  "fragment.multipletails": truth("Multiple tail fragments found", many),
  "fragment.toolongfragment": truth("Fragment too long", many),
  "fragment.count": number("Fragment count", many),
  "reassembled.length": number(`Reassembled ${name} length`, { many: true, unit: "bytes" }),
  "reassembled.data": bytes(`Reassembled ${name} data`, many),
});

/** The rows that tell how a datagram of the protocol `prefix` was put together; `list` is the type of the row around them. */
export function fragmentFields(prefix: string, name: string, list: typeof bytes | typeof none) {
  return fields(prefix, { fragments: list(`${name} Fragments`, many), ...rowsOf(name) });
}

type FragmentFields = FieldSet<ReturnType<typeof rowsOf>> & ReturnType<typeof fragmentFields>;

/** True where the parts of a datagram contradict each other. */
export function isIllegal({ parts }: Datagram): boolean {
  return parts.some((part) => (part.marks & ILLEGAL) !== 0);
}

/** Says how the datagram was put together and runs `inner` over it, as source `Reassembled NAME`. */
export function inDatagram(
  c: Cursor,
  rows: FragmentFields,
  name: string,
  datagram: Datagram,
  inner: (c: Cursor) => void,
): void {
  const { length, parts } = datagram;
  c.inSource(`Reassembled ${name}`, datagram.bytes, datagram.start, datagram.start + length, () => {
    const row = c.open(rows.fragments);
    c.tape.setValue(row, isIllegal(datagram) ? 1 : 0);
    for (let i = 0; i < parts.length; i++) readPart(c, rows, parts[i]!);
    c.put(rows["fragment.count"], parts.length);
    c.put(rows["reassembled.length"], length);
    c.add(rows["reassembled.data"], c.at, c.end);
    c.close(row, c.end);
    inner(c);
  });
}

function readPart(c: Cursor, rows: FragmentFields, { offset, size, frame, marks }: Part): void {
  const row = c.open((marks & ILLEGAL) === 0 ? rows.fragment : rows["fragment.error"], Math.min(c.at + offset, c.end));
  c.tape.setValue(row, c.frame.addNumber(frame));
  if (marks & OVERLAPS) c.put(rows["fragment.overlap"], 1);
  if (marks & CONFLICTS) c.put(rows["fragment.overlap.conflict"], 1);
  if (marks & ENDS_ELSEWHERE) c.put(rows["fragment.multipletails"], 1);
  if (marks & TOO_LONG) c.put(rows["fragment.toolongfragment"], 1);
  c.close(row, Math.min(c.at + offset + size, c.end));
}
