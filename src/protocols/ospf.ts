import type { Cursor } from "../core/cursor.ts";
import { bytes, computed, ipv4, none, octets, u8, u16, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";

const VERSION_2 = 2;
const VERSION_3 = 3;
const PASSWORD = 1;
const DIGEST = 2;
const SECRET = 8;

const messages: Readonly<Record<number, string>> = {
  1: "Hello Packet",
  2: "DB Description",
  3: "LS Request",
  4: "LS Update",
  5: "LS Acknowledge",
};

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |Version | Type   |  Packet length  |
 *  |             Router ID             |
 *  |              Area ID              |   RFC 2328 section A.3.1, RFC 5340 section A.3.1
 *  |    Checksum     |  ...            |
 *  +-----------------+-----------------+ */
const header = layout("ospf", 14, {
  version: u8(0, "Version"),
  msg: u8(1, "Message Type", { names: messages }),
  packet_length: u16(2, "Packet Length"),
  srcrouter: ipv4(4, "Source OSPF Router"),
  area_id: ipv4(8, "Area ID"),
  checksum: u16(12, "Checksum", { show: "hex" }),
});

/** Who sent it, in version 2: RFC 2328 section D.3 */
const cryptographic = layout("ospf.auth.crypt", SECRET, {
  zero: octets(0, 2, "Reserved", { name: "ospf.reserved" }),
  key_id: u8(2, "Auth Crypt Key id"),
  data_length: u8(3, "Auth Crypt Data Length"),
  seq_nbr: u32(4, "Auth Crypt Sequence Number"),
});

const free = fields("ospf", {
  header: none("OSPF Header"),
  "auth.type": u16("Auth Type", { names: { 0: "Null", [PASSWORD]: "Simple password", [DIGEST]: "Cryptographic" } }),
  "auth.none": bytes("Auth Data (none)"),
  "auth.unknown": bytes("Auth Unknown"),
  "auth.crypt.data": bytes("Auth Crypt Data"),
  instance_id: u8("Instance ID"),
  reserved: bytes("Reserved"),
});

/** What packets hold, by their kind. */
const contents = fields("ospf", {
  hello: none("OSPF Hello Packet"),
  "msg.dbdesc": computed("bool", "Database Description", () => true),
  "msg.lsreq": computed("bool", "Link State Adv Request", () => true),
  "msg.lsupdate": computed("bool", "Link State Adv Update", () => true),
  "msg.lsack": computed("bool", "Link State Adv Acknowledgement", () => true),
});
const kinds = [undefined, ...Object.values(contents)];

/** Reads what is left of version 2's header. Returns where the data end: before the digest that follows them. */
function readAuthentication(c: Cursor, end: number): number {
  if (!c.has(2)) return c.at;
  const type = c.u16(c.at);
  if (!c.take(free["auth.type"], 2)) return c.at;
  if (type !== DIGEST) {
    c.take(free[type === 0 ? "auth.none" : "auth.unknown"], SECRET);
    return end;
  }
  const at = c.place(cryptographic);
  const size = at < 0 ? 0 : c.get(at, cryptographic.data_length);
  if (size > 0 && end + size <= c.end && end + size <= c.have) c.add(free["auth.crypt.data"], end, end + size);
  return end;
}

export default protocol({
  name: "ospf",
  title: "Open Shortest Path First",
  spec: "RFC 2328, RFC 5340",
  column: "OSPF",
  fields: [header, cryptographic, free, contents],
  on: { "ip.proto": 89 },
  dissect(c) {
    const start = c.at;
    const row = c.open(free.header);
    const at = c.place(header);
    const type = at < 0 ? 0 : c.get(at, header.msg);
    let end = at < 0 ? c.at : Math.min(c.end, start + c.get(at, header.packet_length));
    if (at >= 0 && c.get(at, header.version) === VERSION_2) end = readAuthentication(c, end);
    else if (at >= 0 && c.get(at, header.version) === VERSION_3) {
      if (c.take(free.instance_id, 1)) c.take(free.reserved, 1);
    }
    c.close(row, Math.min(c.at, c.have));
    if (at < 0 || c.broken || !c.limit(Math.max(end, c.at), header.packet_length)) return;
    const kind = kinds[type];
    if (kind === undefined) c.rest();
    else c.takeRest(kind);
  },
  summary(frame, row, info) {
    const head = frame.find(row, header);
    info.set();
    if (head < 0 || !frame.holds(head, header.msg)) return;
    const type = frame.get(head, header.msg);
    info.text(messages[type] ?? `Unknown (${type})`);
  },
});
