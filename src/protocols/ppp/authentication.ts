import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { bytes, none, u8, u16 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import type { Info } from "../../core/writer.ts";
import { optional, rest, string } from "../shared/parts.ts";
import { asciiText } from "../shared/text.ts";

const QUOTE = 39;
const REQUEST = 1;
const CHALLENGE = 1;
const RESPONSE = 2;

const papCodes: Readonly<Record<number, string>> = {
  1: "Authenticate-Request",
  2: "Authenticate-Ack",
  3: "Authenticate-Nak",
};
const chapCodes: Readonly<Record<number, string>> = { 1: "Challenge", 2: "Response", 3: "Success", 4: "Failure" };

/**  0        8            16                  32
 *  +--------+------------+-------------------+
 *  |  Code  | Identifier |      Length       |   RFC 1334 section 2.2, RFC 1994 section 4
 *  +--------+------------+-------------------+ */
const headerOf = (prefix: string, codes: Readonly<Record<number, string>>) =>
  layout(prefix, 4, {
    code: u8(0, "Code", { names: codes }),
    identifier: u8(1, "Identifier"),
    length: u16(2, "Length"),
  });

const papHeader = headerOf("pap", papCodes);
const papData = fields("pap", {
  data: none("Data"),
  "peer_id.length": u8("Peer-ID-Length"),
  peer_id: asciiText("Peer-ID"),
  "password.length": u8("Password-Length"),
  password: asciiText("Password"),
  "message.length": u8("Message-Length"),
  message: asciiText("Message"),
});
const peer = string(papData["peer_id.length"], papData.peer_id);
const password = string(papData["password.length"], papData.password);
const answer = string(papData["message.length"], papData.message);

/** Ends the layer where the length of the packet at `at` says; false where that cannot be. */
function limit(c: Cursor, at: number, length: Field): boolean {
  const end = at + c.get(at, length);
  if (end > c.end) c.malformed(end - c.at);
  return end <= c.end && c.limit(end, length);
}

/** Writes ` (Name='value', ...` for each of the fields that the layer has. */
function writeTexts(
  frame: Frame,
  row: number,
  info: Info,
  texts: readonly (readonly [name: string, field: Field])[],
): void {
  let before = " (";
  for (const [name, field] of texts) {
    const at = frame.find(row, field);
    if (at < 0) continue;
    info.text(before).text(name).text("='");
    info.copy(frame.bytesOf(at), frame.tape.start(at), frame.tape.end(at)).byte(QUOTE);
    before = ", ";
  }
  if (before === ", ") info.text(")");
}

/** Names and passwords in the clear. */
export const pap = protocol({
  name: "pap",
  title: "PPP Password Authentication Protocol",
  spec: "RFC 1334",
  column: "PPP PAP",
  fields: [papHeader, papData],
  on: { "ppp.protocol": 0xc023 },
  dissect(c) {
    const at = c.place(papHeader);
    if (at < 0 || !limit(c, at, papHeader.length) || c.left === 0) return;
    const row = c.open(papData.data);
    if (c.get(at, papHeader.code) === REQUEST ? peer(c) && password(c) : answer(c)) c.close(row);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, papHeader.code)) return;
    info.set().text(papCodes[frame.get(row + 1, papHeader.code)] ?? "Unknown");
    const { peer_id, password: secret, message } = papData;
    writeTexts(frame, row, info, [
      ["Peer-ID", peer_id],
      ["Password", secret],
      ["Message", message],
    ]);
  },
});

const chapHeader = headerOf("chap", chapCodes);
const chapData = fields("chap", {
  data: none("Data"),
  value_size: u8("Value Size"),
  value: bytes("Value"),
  name: asciiText("Name"),
  message: asciiText("Message"),
});
const value = string(chapData.value_size, chapData.value);
const name = optional(rest(chapData.name));
const text = optional(rest(chapData.message));

/** A secret proven, not told. */
export const chap = protocol({
  name: "chap",
  title: "PPP Challenge Handshake Authentication Protocol",
  spec: "RFC 1994",
  column: "PPP CHAP",
  fields: [chapHeader, chapData],
  on: { "ppp.protocol": 0xc223 },
  dissect(c) {
    const at = c.place(chapHeader);
    if (at < 0 || !limit(c, at, chapHeader.length)) return;
    const code = c.get(at, chapHeader.code);
    if (code !== CHALLENGE && code !== RESPONSE) return void text(c);
    const row = c.open(chapData.data);
    if (value(c) && name(c)) c.close(row);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, chapHeader.code)) return;
    info.set().text(chapCodes[frame.get(row + 1, chapHeader.code)] ?? "Unknown");
    writeTexts(frame, row, info, [["MESSAGE", chapData.message]]);
    writeTexts(frame, row, info, [["NAME", chapData.name]]);
    const secret = frame.find(row, chapData.value);
    if (secret < 0 || frame.find(row, chapData.name) < 0) return;
    info.at--;
    const { tape } = frame;
    info.text(", VALUE=0x").hexBytes(frame.bytesOf(secret), tape.start(secret), tape.end(secret)).text(")");
  },
});
