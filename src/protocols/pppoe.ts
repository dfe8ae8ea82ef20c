import type { Cursor } from "../core/cursor.ts";
import { bits, bytes, none, text, u8, u16, u32 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";
import { type Part, repeated, rest, within } from "./shared/parts.ts";

const sessions = table("pppoe.session");
/** The only key of the table "pppoe.session". */
const SESSION = 0;
const PPPOE = 51;
const QUOTE = 39;
const HEADER = 6;
const END_OF_LIST = 0;

const codes: Readonly<Record<number, string>> = {
  0: "Session Data",
  7: "Active Discovery Offer (PADO)",
  9: "Active Discovery Initiation (PADI)",
  10: "Active Discovery Session-Grant (PADG)",
  11: "Active Discovery Session-Credit Resp.(PADC)",
  12: "Active Discovery Quality (PADQ)",
  25: "Active Discovery Request (PADR)",
  101: "Active Discovery Session-confirmation (PADS)",
  167: "Active Discovery Terminate (PADT)",
  211: "Active Discovery Message (PADM)",
  212: "Active Discovery Network (PADN)",
};

/**  0     4      8                16                  32
 *  +-----+------+----------------+-------------------+
 *  | Ver | Type |      Code      |    Session ID     |
 *  |          Length             |                       RFC 2516 section 4
 *  +-----------------------------+ */
const header = layout("pppoe", HEADER, {
  version: bits(0, 4, "Version"),
  type: bits(4, 4, "Type"),
  code: u8(1, "Code", { show: "hex", names: codes }),
  session_id: u16(2, "Session ID", { show: "hex" }),
  payload_length: u16(4, "Payload Length", { unit: "bytes" }),
});

/** Places the header and ends the layer where it says. */
function takeHeader(c: Cursor): boolean {
  const at = c.place(header);
  if (at < 0) return false;
  return c.limit(c.at + c.get(at, header.payload_length), header.payload_length);
}

function writeCode(frame: Frame, row: number, info: Info): boolean {
  if (!frame.holds(row + 1, header.code)) return false;
  info.set().text(codes[frame.get(row + 1, header.code)] ?? "Unknown");
  return true;
}

const tags = fields("pppoed", {
  tags: none("PPPoE Tags"),
  tag: u16("Tag", { show: "hex", many: true }),
  tag_length: u16("Tag Length", { many: true }),
  "tag.unknown_data": bytes("Unknown Data", { many: true }),
});

/** What a tag holds is all of it. */
const values = fields(
  "pppoed.tags",
  repeated({
    service_name: text("Service-Name"),
    ac_name: text("AC-Name"),
    host_uniq: bytes("Host-Uniq"),
    ac_cookie: bytes("AC-Cookie"),
    vendor_id: u32("Vendor id"),
    vendor_unspecified: bytes("Vendor unspecified"),
    relay_session_id: bytes("Relay-Session-Id"),
    hurl: bytes("HURL"),
    motm: bytes("MOTM"),
    max_payload: bytes("PPP-Max-Payload"),
    ip_route_add: bytes("IP Route Add"),
    service_name_error: text("Service-Name-Error"),
    ac_system_error: text("AC-System-Error"),
    generic_error: text("Generic-Error"),
  }),
);

const vendor: Part = (c) => c.take(values.vendor_id, 4) && (c.left === 0 || c.take(values.vendor_unspecified, c.left));

/** RFC 2516 appendix A, RFC 4638 */
const parts: Readonly<Record<number, Part>> = {
  257: rest(values.service_name),
  258: rest(values.ac_name),
  259: rest(values.host_uniq),
  260: rest(values.ac_cookie),
  261: vendor,
  272: rest(values.relay_session_id),
  273: rest(values.hurl),
  274: rest(values.motm),
  288: rest(values.max_payload),
  289: rest(values.ip_route_add),
  513: rest(values.service_name_error),
  514: rest(values.ac_system_error),
  515: rest(values.generic_error),
};
const unknown = rest(tags["tag.unknown_data"]);

/**  0                16                32
 *  +----------------+-----------------+
 *  |    Tag type    |   Tag length    |   RFC 2516 section 4
 *  +----------------+-----------------+ */
function readTag(c: Cursor): void {
  if (!c.has(4)) return;
  const type = c.u16(c.at);
  const size = c.u16(c.at + 2);
  const part = parts[type];
  if (type === END_OF_LIST) {
    c.at = c.end;
  } else if (part === undefined) {
    c.take(tags.tag, 2);
    c.take(tags.tag_length, 2);
    within(c, c.at + size, tags.tag_length, unknown);
  } else {
    c.at += 4;
    if (size > 0) within(c, c.at + size, tags.tag_length, part);
  }
}

/** Finding whom to open a session with. */
export const pppoed = protocol({
  name: "pppoed",
  title: "PPP-over-Ethernet Discovery",
  spec: "RFC 2516 section 5",
  column: "PPPoED",
  fields: [header, tags, values],
  on: { ethertype: 0x8863 },
  dissect(c) {
    const { end } = c;
    if (takeHeader(c) && c.left > 0) {
      const row = c.open(tags.tags);
      c.items(c.end, header.payload_length, readTag);
      c.close(row, Math.min(c.at, c.have));
    }
    // What pads the frame is not told from what a later version may add.
    c.end = end;
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!writeCode(frame, row, info)) return;
    const { tape } = frame;
    for (let i = row; i < tape.layerEnd(row); i++) {
      if (tape.nodes[i] !== values.ac_name) continue;
      info.text(" AC-Name='").copy(frame.bytesOf(i), tape.start(i), tape.end(i)).byte(QUOTE);
    }
  },
});

/** Frames of a session, which hold PPP. */
export const pppoes = protocol({
  name: "pppoes",
  title: "PPP-over-Ethernet Session",
  spec: "RFC 2516 section 6",
  column: "PPPoES",
  fields: [header],
  on: { ethertype: 0x8864, linktype: PPPOE },
  dissect(c) {
    if (takeHeader(c)) c.next(sessions, SESSION);
  },
  summary: (frame, row, info) => void writeCode(frame, row, info),
});
