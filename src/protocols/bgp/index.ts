import { type Cursor, MORE } from "../../core/cursor.ts";
import { protocol } from "../../core/protocol.ts";
import { messageTypes } from "../../names/bgp.ts";
import { beginInfo } from "../shared/following.ts";
import { communityType, extended } from "./communities.ts";
import {
  attribute,
  bgp,
  cap,
  content,
  head,
  lists,
  notify,
  open,
  openFields,
  path,
  refresh,
  restart,
  restartFamily,
  update,
} from "./fields.ts";
import { readNotification } from "./notification.ts";
import { readCapability, readOpen } from "./open.ts";
import { readUpdate } from "./update.ts";

const PORT = 179;
const MARKER_SIZE = 16;
const HEAD_SIZE = 19;
const ONES = 0xff;

/** How many bytes at `at` are ones, up to the size of a marker. */
function onesAt(c: Cursor, at: number, end: number): number {
  let size = 0;
  while (size < MARKER_SIZE && at + size < end && c.u8(at + size) === ONES) size++;
  return size;
}

/** Where the next marker begins, or the end. */
function nextMarker(c: Cursor): number {
  const end = c.at + c.captured;
  for (let at = c.at; at < end; at++) {
    const size = onesAt(c, at, end);
    if (size === MARKER_SIZE) return at;
    at += size;
  }
  return end;
}

/** How long the message at the cursor is; bytes before a marker are none. */
function sizeOf(c: Cursor): number {
  const ones = onesAt(c, c.at, c.at + c.captured);
  if (ones < MARKER_SIZE) return ones === c.captured ? MORE : nextMarker(c) - c.at;
  if (c.left < HEAD_SIZE) return MORE;
  const length = c.u16(c.at + MARKER_SIZE);
  return length < HEAD_SIZE ? MARKER_SIZE : length;
}

const readers: Readonly<Record<number, (c: Cursor) => void>> = {
  1: readOpen,
  2: readUpdate,
  3: readNotification,
  5: (c) => void c.place(refresh),
  6: (c) => void c.items(c.end, head.length, (inside) => readCapability(inside, true)),
  128: (c) => void c.place(refresh),
};

/** Messages of the Border Gateway Protocol. */
export default protocol({
  name: "bgp",
  title: "Border Gateway Protocol",
  spec: "RFC 4271",
  column: "BGP",
  fields: [
    head,
    open,
    refresh,
    attribute,
    restart,
    restartFamily,
    communityType,
    bgp,
    openFields,
    cap,
    notify,
    update,
    path,
    lists,
    extended,
  ],
  on: { "tcp.port": PORT },
  stream: { header: 1, length: sizeOf, sized: false, waiting: () => "" },
  dissect(c) {
    const end = c.at + c.captured;
    if (c.captured < HEAD_SIZE || onesAt(c, c.at, end) < MARKER_SIZE) {
      const { tape } = c;
      const isNext = tape.nodes[tape.layerBefore(tape.top)] === tape.nodes[tape.top];
      c.takeRest(isNext ? content : bgp.continuation);
      return;
    }
    const { faults } = c.frame;
    const marked = faults.length;
    const at = c.place(head);
    if (at < 0) return;
    readers[c.get(at, head.type)]?.(c);
    if (faults.length === marked) c.takeRest(content);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const isMessage = tape.nodes[row + 1] === head.$node && frame.holds(row + 1, head.type);
    beginInfo(frame, row, info, isMessage ? ", " : "");
    if (!isMessage) return;
    const type = frame.get(row + 1, head.type);
    info.text(messageTypes[type] ?? `Unknown message type (0x${type.toString(16).padStart(2, "0")})`);
  },
});
