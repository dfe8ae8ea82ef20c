import type { Cursor } from "../core/cursor.ts";
import { bit, bits, bytes, octets, u8, u16, u64 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";

const contents = table("eapol.type");
const KEY = 3;
const RC4 = 1;
const RSN = 2;
const WPA = 254;

const typeNames: Readonly<Record<number, string>> = {
  0: "EAP Packet",
  1: "Start",
  2: "Logoff",
  3: "Key",
  4: "Encapsulated ASF Alert",
  5: "MKA",
  6: "Announcement (Generic)",
  7: "Announcement (Specific)",
  8: "Announcement Request",
};

/**  0         8        16                  32
 *  +---------+---------+-------------------+
 *  | Version |  Type   |      Length       |   IEEE 802.1X section 11.3
 *  +---------+---------+-------------------+ */
const header = layout("eapol", 4, {
  version: u8(0, "Version", { names: { 1: "802.1X-2001", 2: "802.1X-2004", 3: "802.1X-2010" } }),
  type: u8(1, "Type", { names: typeNames }),
  len: u16(2, "Length"),
});

const found = fields("eapol", {
  "keydes.type": u8("Key Descriptor Type", {
    names: { [RC4]: "RC4 Descriptor", [RSN]: "EAPOL RSN Key", [WPA]: "EAPOL WPA Key" },
  }),
  "keydes.body": bytes("Key Descriptor Body"),
  "keydes.key": bytes("Key"),
});

/** IEEE 802.1X-2004 section 7.6 */
const rc4 = layout("eapol.keydes", 43, {
  key_len: u16(0, "Key Length"),
  replay_counter: u64(2, "Replay Counter"),
  key_iv: octets(10, 16, "Key IV"),
  key_index: u8(26, "Key Index", { show: "hex" }),
  "key_index.type": bit(208, "Type"),
  "key_index.number": bits(209, 7, "Number"),
  key_signature: octets(27, 16, "Key Signature"),
});

const own = (key: string) => ({ name: `wlan_rsna_eapol.keydes.${key}` });

/**  0           2            4                12                    44
 *  +-----------+------------+----------------+---------------------+
 *  | Key info  | Key length | Replay counter |        Nonce        |
 *  |        IV, 16 bytes       |    RSC, 8    |   Reserved, 8       |   IEEE 802.11 section 12.7.2
 *  |                 MIC, 16 bytes            | Key data length, 2  |
 *  +------------------------------------------+---------------------+ */
const rsn = layout("eapol.keydes", 94, {
  key_info: u16(0, "Key Information", { show: "hex", ...own("key_info") }),
  "key_info.keydes_version": bits(13, 3, "Key Descriptor Version", {
    names: {
      1: "RC4 Cipher, HMAC-MD5 MIC",
      2: "AES Cipher, HMAC-SHA1 MIC",
      3: "AES Cipher, AES-128-CMAC MIC",
    },
    ...own("key_info.keydes_version"),
  }),
  "key_info.key_type": bit(12, "Key Type", own("key_info.key_type")),
  "key_info.key_index": bits(10, 2, "Key Index", own("key_info.key_index")),
  "key_info.install": bit(9, "Install", own("key_info.install")),
  "key_info.key_ack": bit(8, "Key ACK", own("key_info.key_ack")),
  "key_info.key_mic": bit(7, "Key MIC", own("key_info.key_mic")),
  "key_info.secure": bit(6, "Secure", own("key_info.secure")),
  "key_info.error": bit(5, "Error", own("key_info.error")),
  "key_info.request": bit(4, "Request", own("key_info.request")),
  "key_info.encrypted_key_data": bit(3, "Encrypted Key Data", own("key_info.encrypted_key_data")),
  "key_info.smk_message": bit(2, "SMK Message", own("key_info.smk_message")),
  key_len: u16(2, "Key Length"),
  replay_counter: u64(4, "Replay Counter"),
  nonce: octets(12, 32, "WPA Key Nonce", own("nonce")),
  key_iv: octets(44, 16, "Key IV"),
  rsc: octets(60, 8, "WPA Key RSC", own("rsc")),
  id: octets(68, 8, "WPA Key ID", own("id")),
  mic: octets(76, 16, "WPA Key MIC", own("mic")),
  data_len: u16(92, "WPA Key Data Length", own("data_len")),
});
const handshake = fields("wlan_rsna_eapol.keydes", {
  msgnr: u8("Message number", { compute: (r) => messageOf(r.bytes, r.start) }),
  data: bytes("WPA Key Data", { expand: (c: Cursor) => void c.readValue("wlan.elements", "all", false) }),
  encrypted: bytes("WPA Key Data", { name: "wlan_rsna_eapol.keydes.data" }),
});

/** Which message of its handshake the key at `at` is, as its flags and its data tell (IEEE 802.11 section 12.7.6). */
function messageOf(b: Uint8Array, at: number): number {
  const isAnswer = rsn["key_info.key_ack"].read(b, at) === 0;
  if (rsn["key_info.key_type"].read(b, at) === 0) return isAnswer ? 2 : 1;
  if (isAnswer) return rsn.data_len.read(b, at) === 0 ? 4 : 2;
  return rsn["key_info.install"].read(b, at) === 0 ? 1 : 3;
}

function readKey(c: Cursor): void {
  if (!c.has(1)) return;
  const kind = c.u8(c.at);
  c.take(found["keydes.type"], 1);
  if (kind === RC4) {
    if (c.place(rc4) >= 0 && c.left > 0) c.take(found["keydes.key"], c.left);
  } else if (kind === RSN || kind === WPA) {
    const at = c.place(rsn);
    if (at < 0) return;
    c.add(handshake.msgnr, at, at + 2);
    const size = c.get(at, rsn.data_len);
    const isPlain = kind === RSN && c.get(at, rsn["key_info.encrypted_key_data"]) === 0;
    if (size > 0) c.take(isPlain ? handshake.data : handshake.encrypted, size);
  } else if (c.left > 0) c.take(found["keydes.body"], c.left);
}

export default protocol({
  name: "eapol",
  title: "802.1X Authentication",
  spec: "IEEE 802.1X",
  column: "EAPOL",
  fields: [header, found, rc4, rsn, handshake],
  on: { ethertype: [0x888e, 0x88c7] },
  dissect(c) {
    const at = c.place(header);
    if (at < 0 || !c.limit(c.at + c.get(at, header.len), header.len)) return;
    const type = c.get(at, header.type);
    if (type === KEY) readKey(c);
    else if (c.left > 0) c.next(contents, type);
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.type)) return;
    const type = frame.get(row + 1, header.type);
    info.set();
    if (typeNames[type] === undefined) info.text("Unknown Type (0x").hex(type, 2).text(")");
    else info.text(typeNames[type]!);
    const key = frame.find(row, rsn);
    if (key < 0 || !frame.holds(key, rsn.data_len)) return;
    const isPair = frame.get(key, rsn["key_info.key_type"]) === 1;
    info.text(isPair ? " (Message " : " (Group Message ").decimal(messageOf(frame.bytesOf(key), frame.tape.start(key)));
    info.text(isPair ? " of 4)" : " of 2)");
  },
});
