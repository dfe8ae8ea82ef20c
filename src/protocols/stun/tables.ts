import { octets, u8, u16, u32 } from "../../core/field.ts";
import { layout } from "../../core/layout.ts";

const many = { many: true } as const;

/** An error: RFC 8489 section 14.8 */
export const errorCode = layout("stun.att", 4, {
  reserved: octets(0, 2, "Reserved", many),
  class: u8(2, "Error Class", { name: "stun.att.error.class", compute: (r) => r.bytes[r.start]! & 7, many: true }),
  error: u8(3, "Error Code", many),
});
/** An error without its code. */
export const errorStart = layout("stun.att", 3, {
  reserved: octets(0, 2, "Reserved", many),
  class: u8(2, "Error Class", { name: "stun.att.error.class", compute: (r) => r.bytes[r.start]! & 7, many: true }),
});
/** A channel: RFC 8656 section 18.1 */
export const channel = layout("stun.att", 4, {
  channelnum: u16(0, "Channel-Number", { show: "hex", many: true }),
  reserved: octets(2, 2, "Reserved", many),
});
/** A transport: RFC 8656 section 18.7 */
export const transport = layout("stun.att", 4, {
  transp: u8(0, "Transport", { show: "hex", names: { 6: "TCP", 17: "UDP" }, many: true }),
  reserved: octets(1, 3, "Reserved", many),
});
/** How a password is used: RFC 8489 section 14.12 */
export const algorithm = layout("stun.att", 4, {
  pw_alg: u16(0, "Password Algorithm", { names: { 0: "Reserved", 1: "MD5", 2: "SHA-256" }, many: true }),
  pw_alg_len: u16(2, "Password Algorithm Length", many),
});
/** [MS-TURN] section 2.2.2.18 */
export const sequence = layout("stun.att", 24, {
  "ms.connection_id": octets(0, 20, "Connection ID", many),
  "ms.sequence_number": u32(20, "Sequence Number", many),
});
/** [MS-TURN] section 2.2.2.20 */
export const quality = layout("stun.att", 4, {
  "ms.stream_type": u16(0, "Stream Type", {
    names: { 1: "Audio", 2: "Video", 3: "Supplemental Video", 4: "Data" },
    many: true,
  }),
  "ms.service_quality": u16(2, "Service Quality", {
    names: { 0: "Best effort delivery", 1: "Reliable delivery" },
    many: true,
  }),
});
/** What Google tells of a network. */
export const network = layout("stun.att", 4, {
  "google.network_id": u16(0, "Google Network ID", many),
  "google.network_cost": u16(2, "Google Network Cost", {
    names: {
      0: "Min",
      10: "Low",
      50: "Unknown",
      250: "Cellular5G",
      500: "Cellular4G",
      900: "Cellular",
      910: "Cellular3G",
      980: "Cellular2G",
      999: "Max",
    },
    many: true,
  }),
});
