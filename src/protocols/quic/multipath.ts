import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, ipv4, ipv6, none, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { all, type Part, repeated } from "../shared/parts.ts";
import { takeVarint, variable, variables, varint } from "../shared/varint.ts";

/** In the first byte: the version of IP, of which only 6 differs, and whether a port follows. */
const IPV6 = 6;
const HAS_PORT = 0x10;

/** How an address is told. */
const config = layout(
  "quic",
  1,
  repeated({
    mp_first_byte: u8(0, "Config", { show: "hex" }),
    "mp_first_byte.reserved": bits(0, 3, "Reserved", { name: "quic.mp_reserved_bit" }),
    "mp_first_byte.port": bit(3, "Port presence", { name: "quic.port_presence_bit" }),
    "mp_first_byte.version": bits(4, 4, "IP Version", { name: "quic.ip_version" }),
  }),
);

const part = fields(
  "quic",
  repeated({
    mp_address_id: varint("Address ID"),
    mp_sequence_number: varint("Sequence Number"),
    mp_interface_type: varint("Interface Type"),
    mp_ip_address: ipv4("IP Address"),
    mp_ip_address_v6: ipv6("IP Address"),
    mp_port: u16("Port"),
    mp_uniflow_id: varint("Uniflow ID"),
    mp_receiving_uniflows: varint("Receiving uniflows"),
    mp_act_send_uf: varint("Active sending uniflows"),
    mp_receiving_uniflows_section: none("Receiving uniflows"),
    mp_act_send_uf_section: none("Active sending uniflows"),
    mp_uniflow_info_section: none("Uniflow Info Section"),
    mp_add_local_address_id: varint("Local address id"),
  }),
);

/** Every set of fields that frames of several paths can place. */
export const multipathFields = [config, part];

/** The uniflow a frame is about, which stands in front of what the frame has without uniflows. */
export const uniflow: Part = variable(part.mp_uniflow_id);

/** ADD_ADDRESS (draft-deconinck-quic-multipath-07 section 9.5) */
export const addAddress: Part = (c) => {
  const { at } = c;
  if (c.place(config) < 0) return false;
  const first = c.u8(at);
  if (!variables(part.mp_address_id, part.mp_sequence_number, part.mp_interface_type)(c)) return false;
  const isLong = (first & IPV6) === IPV6;
  if (!(isLong ? c.take(part.mp_ip_address_v6, 16) : c.take(part.mp_ip_address, 4))) return false;
  return (first & HAS_PORT) === 0 || c.take(part.mp_port, 2);
};

/** REMOVE_ADDRESS (section 9.6) */
export const removeAddress: Part = variables(part.mp_address_id, part.mp_sequence_number);

const info: Part = all(variable(part.mp_uniflow_id), variable(part.mp_add_local_address_id));

/** A section of as many uniflows as were announced. */
function readSection(c: Cursor, section: typeof part.mp_act_send_uf_section, count: number): boolean {
  const row = c.open(section);
  for (let left = count; left > 0 && !c.broken; left--) {
    const entry = c.open(part.mp_uniflow_info_section);
    info(c);
    c.close(entry);
  }
  c.close(row);
  return !c.broken;
}

/** UNIFLOWS (section 9.7) */
export const uniflows: Part = (c) => {
  if (takeVarint(c, part.mp_sequence_number) < 0) return false;
  const receiving = takeVarint(c, part.mp_receiving_uniflows);
  const sending = receiving < 0 ? -1 : takeVarint(c, part.mp_act_send_uf);
  return (
    sending >= 0 &&
    readSection(c, part.mp_receiving_uniflows_section, receiving) &&
    readSection(c, part.mp_act_send_uf_section, sending)
  );
};
