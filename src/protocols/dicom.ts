import type { Cursor } from "../core/cursor.ts";
import { text, u8, u16, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { asciiIn } from "./shared/text.ts";

const HEAD_SIZE = 6;
const TITLE_SIZE = 16;
const REQUEST = 1;
const ACCEPT = 2;
const DATA = 4;
const ABORT = 7;
/** Bytes that tell a request to associate: the head, and the version behind it. */
const TELLING = 10;
const VERSION = 1;
const COMMAND = 1;

const types: Readonly<Record<number, string>> = {
  [REQUEST]: "ASSOC Request",
  [ACCEPT]: "ASSOC Accept",
  3: "ASSOC Reject",
  [DATA]: "Data",
  5: "RELEASE Request",
  6: "RELEASE Response",
  [ABORT]: "ABORT",
};
const lines: Readonly<Record<number, string>> = {
  [REQUEST]: "A-ASSOCIATE request",
  [ACCEPT]: "A-ASSOCIATE accept ",
  3: "A-ASSOCIATE reject",
  [DATA]: "P-DATA",
  5: "A-RELEASE request",
  6: "A-RELEASE response",
  [ABORT]: "ABORT",
};

/**  0        8        16                                48
 *  +--------+--------+----------------------------------+- - -
 *  |  Type  |Reserved|              Length              | Items   DICOM PS3.8 section 9.3
 *  +--------+--------+----------------------------------+- - - */
const head = fields("dicom.pdu", {
  type: u8("PDU Type", { names: types, show: "hex" }),
  len: u32("PDU Length"),
});
const association = fields("dicom.assoc", {
  version: u16("Protocol Version"),
  "ae.called": text("Called  AE Title"),
  "ae.calling": text("Calling AE Title"),
  "abort.source": u8("Source"),
  "abort.reason": u8("Reason"),
});
/** DICOM PS3.8 section 9.3.5.1 */
const value = layout("dicom.pdv", 6, {
  len: u32(0, "PDV Length", { many: true }),
  ctx: u8(4, "PDV Context", { many: true }),
  flags: u8(5, "PDV Flags", { show: "hex", many: true }),
});
const items = group("Items");
const fragment = group("Message fragment");

/** True for a request to associate that does not end before the segment does. */
function sniffs(c: Cursor): boolean {
  if (c.captured < TELLING || c.u8(c.at) !== REQUEST || c.u16(c.at + HEAD_SIZE) !== VERSION) return false;
  return c.left <= HEAD_SIZE + c.u32(c.at + 2);
}

function readAssociation(c: Cursor): void {
  if (!c.take(association.version, 2) || !c.has(2)) return;
  c.at += 2;
  if (c.take(association["ae.called"], TITLE_SIZE)) c.take(association["ae.calling"], TITLE_SIZE);
}

function readValue(c: Cursor): void {
  const at = c.place(value);
  if (at < 0) return;
  const row = c.open(fragment);
  c.at = Math.min(Math.max(c.at, at + 4 + c.get(at, value.len)), c.end);
  c.close(row, Math.min(c.at, c.have));
}

function readAbort(c: Cursor): void {
  if (!c.has(4)) return;
  c.at += 2;
  c.take(association["abort.source"], 1);
  c.take(association["abort.reason"], 1);
}

export default protocol({
  name: "dicom",
  title: "DICOM",
  spec: "DICOM PS3.8",
  column: "DICOM",
  fields: [head, association, value],
  on: { "tcp.port": 104 },
  sniffsOn: "tcp.port",
  sniffs,
  stream: { header: HEAD_SIZE, length: (c) => HEAD_SIZE + c.u32(c.at + 2), sized: false },
  dissect(c) {
    if (!c.take(head.type, 1) || !c.has(HEAD_SIZE - 1)) return;
    const type = c.u8(c.at - 1);
    c.at++;
    c.take(head.len, 4);
    if (type === REQUEST || type === ACCEPT) readAssociation(c);
    else if (type === ABORT) readAbort(c);
    else if (type === DATA) c.items(c.end, undefined, readValue);
    c.takeRest(items);
  },
  summary(frame, row, info) {
    const at = frame.find(row, head.type);
    if (at < 0) return;
    const { tape } = frame;
    const b = frame.bytesOf(at);
    const type = b[tape.start(at)]!;
    const titled = (field: typeof association.version) => {
      const found = frame.find(row, field);
      return found < 0 ? "" : asciiIn(b, tape.start(found), tape.end(found)).trim();
    };
    const [called, calling] = [titled(association["ae.called"]), titled(association["ae.calling"])];
    const arrow = type === ACCEPT ? "<--" : "-->";
    info.set().text(`${lines[type] ?? "Unknown"}${calling === "" ? "" : ` ${calling} ${arrow} ${called}`}`);
    const data = frame.find(row, value);
    if (data >= 0 && frame.holds(data, value.flags)) {
      info.text(frame.get(data, value.flags) & COMMAND ? ", Command" : ", Data");
    }
  },
});
