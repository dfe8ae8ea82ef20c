import { bytes, u8, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";
import { eapTypes } from "../names/eap.ts";
import { list, optional, type Part, rest, string, take } from "./shared/parts.ts";
import { asciiText } from "./shared/text.ts";

const REQUEST = 1;
const RESPONSE = 2;
const codes: Readonly<Record<number, string>> = {
  1: "Request",
  2: "Response",
  3: "Success",
  4: "Failure",
  5: "Initiate",
  6: "Finish",
};

/**  0        8            16                  32
 *  +--------+------------+-------------------+
 *  |  Code  | Identifier |      Length       |   RFC 3748 section 4
 *  +--------+------------+-------------------+ */
const header = layout("eap", 4, {
  code: u8(0, "Code", { names: codes }),
  id: u8(1, "Id"),
  len: u16(2, "Length"),
});
const found = fields("eap", {
  type: u8("Type", { names: eapTypes }),
  identity: asciiText("Identity"),
  notification: asciiText("Notification"),
  desired_type: u8("Desired Auth Type", { names: eapTypes, many: true }),
  "md5.value_size": u8("EAP-MD5 Value-Size"),
  "md5.value": bytes("EAP-MD5 Value"),
  "md5.extra_data": bytes("EAP-MD5 Extra Data"),
});

const value = string(found["md5.value_size"], found["md5.value"]);
/** RFC 3748 section 5 */
const parts: Readonly<Record<number, Part>> = {
  1: rest(found.identity),
  2: rest(found.notification),
  3: list(take(found.desired_type, 1)),
  4: (c) => value(c) && optional(rest(found["md5.extra_data"]))(c),
};

/** Authentication by a method both ends agree on. */
export default protocol({
  name: "eap",
  title: "Extensible Authentication Protocol",
  spec: "RFC 3748",
  column: "EAP",
  fields: [header, found],
  on: { "eapol.type": 0, "ppp.protocol": 0xc227 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    const end = at + c.get(at, header.len);
    if (end > c.end) return c.malformed(end - c.at);
    const code = c.get(at, header.code);
    if (!c.limit(end, header.len) || (code !== REQUEST && code !== RESPONSE) || !c.has(1)) return;
    const type = c.u8(c.at);
    c.take(found.type, 1);
    if (c.left > 0) parts[type]?.(c);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.code)) return;
    const code = frame.get(row + 1, header.code);
    info.set();
    if (codes[code] === undefined) info.text("Unknown code (0x").hex(code, 2).text(")");
    else info.text(codes[code]!);
    const type = frame.find(row, found.type);
    if (type >= 0) info.text(", ").text(eapTypes[frame.bytesOf(type)[frame.tape.start(type)]!] ?? "Unknown");
  },
});
