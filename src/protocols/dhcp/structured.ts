import {
  bit,
  bits,
  bytes,
  computed,
  ether,
  type Field,
  ipv4,
  ipv6,
  octets,
  type Reading,
  text,
  u8,
  u16,
  u32,
  u64,
} from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { ByteWriter } from "../../core/writer.ts";
import { nameAsText, nameEnd } from "../shared/domain-names.ts";
import { list, optional, type Part, repeated, rest, take, unread, within } from "../shared/parts.ts";
import { several, wrongLength } from "./options.ts";

const ETHERNET = 1;
const DUID = 255;

/** A hardware address as text. */
const addressText = (r: Reading) => new ByteWriter(64).hexBytes(r.bytes, r.start, r.end, 58).toString();
const hexText = (r: Reading) => new ByteWriter(64).hexBytes(r.bytes, r.start, r.end).toString();

/** RFC 2132 section 9.14, RFC 4361 section 6.1 */
const hardware = layout(
  "dhcp",
  7,
  repeated({
    "hw.type": u8(0, "Hardware type", { show: "hex" }),
    "hw.mac_addr": ether(1, "Client MAC address"),
  }),
);
const identity = fields(
  "dhcp",
  repeated({
    "client_id.type": u8("Type"),
    "client_id.undef": text("Client Identifier"),
    "client_id.iaid": computed("string", "IAID", hexText),
    "client_id.duid_type": u16("DUID Type"),
    "client_id.duid_llt_hw_type": u16("Hardware type"),
    "client_id.duid_ll_hw_type": u16("Hardware type"),
    "client_id.time": u32("Time"),
    "client_id.link_layer_address": computed("string", "Link layer address", addressText),
    "client_id.enterprise_num": u32("Enterprise-number"),
    client_id: bytes("Identifier"),
    "client_id.uuid": computed("string", "Client Identifier (UUID)", uuid),
    client_network_id_major: u8("Major Version"),
    client_network_id_minor: u8("Minor Version"),
  }),
);

/** A UUID whose first three parts have their least significant byte first. */
function uuid(r: Reading): string {
  const order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15];
  return order.map((i) => (i < 0 ? "-" : r.bytes[r.start + i]!.toString(16).padStart(2, "0"))).join("");
}

const duids: Readonly<Record<number, Part>> = {
  1: (c) =>
    c.take(identity["client_id.duid_llt_hw_type"], 2) &&
    c.take(identity["client_id.time"], 4) &&
    c.take(identity["client_id.link_layer_address"], c.left),
  2: (c) => c.take(identity["client_id.enterprise_num"], 4) && c.take(identity.client_id, c.left),
  3: (c) =>
    c.take(identity["client_id.duid_ll_hw_type"], 2) && c.take(identity["client_id.link_layer_address"], c.left),
};

const clientIdentifier: Part = (c) => {
  if (c.captured < 2) return true;
  const type = c.u8(c.at);
  if (type === ETHERNET && c.left === 7) return c.place(hardware) >= 0;
  if (type === DUID && c.captured >= 7) {
    c.at++;
    const kind = c.u16(c.at + 4);
    return (
      c.take(identity["client_id.iaid"], 4) && c.take(identity["client_id.duid_type"], 2) && (duids[kind]?.(c) ?? true)
    );
  }
  return type !== 0 || (c.take(identity["client_id.type"], 1) && c.take(identity["client_id.undef"], c.left));
};

/** RFC 4578 section 2.2: a type, of which there is one, then the version. */
const networkInterface: Part = (c) => {
  if (!c.has(3)) return false;
  c.at++;
  return c.take(identity.client_network_id_major, 1) && c.take(identity.client_network_id_minor, 1);
};

/** RFC 4578 section 2.3: a type, of which there is one, then the UUID. */
const machine: Part = (c) => {
  if (c.left !== 17) return true;
  c.at++;
  return c.take(identity["client_id.uuid"], 16);
};

/** RFC 4702 section 2 */
const fqdn = layout(
  "dhcp.fqdn",
  3,
  repeated({
    flags: u8(0, "Flags", { show: "hex" }),
    "flags.mbz": bits(0, 4, "Reserved flags", { show: "hex", width: 8, name: "dhcp.fqdn.mbz" }),
    "flags.n": bit(4, "Server DDNS", { name: "dhcp.fqdn.n" }),
    "flags.e": bit(5, "Encoding", { name: "dhcp.fqdn.e" }),
    "flags.o": bit(6, "Server overrides", { name: "dhcp.fqdn.o" }),
    "flags.s": bit(7, "Server", { name: "dhcp.fqdn.s" }),
    rcode1: u8(1, "A-RR result"),
    rcode2: u8(2, "PTR-RR result"),
  }),
);
const ENCODED = 4;
/** In wire format the name may be partial: it need not end with the root. */
function fqdnText(r: Reading): string {
  const labels: string[] = [];
  for (let at = r.start; at < r.end && r.bytes[at] !== 0; at += 1 + r.bytes[at]!) {
    labels.push(String.fromCharCode(...r.bytes.subarray(at + 1, Math.min(r.end, at + 1 + r.bytes[at]!))));
  }
  return labels.join(".");
}
const fqdnNames = fields("dhcp.fqdn", { name: text("Client name", { many: true }) });
const encodedNames = fields("dhcp.fqdn", { name: computed("string", "Client name", fqdnText, { many: true }) });

const clientName: Part = (c) => {
  if (c.left < 3) return wrongLength(c);
  const at = c.place(fqdn);
  if (at < 0) return false;
  return c.left === 0 || c.take((c.u8(at) & ENCODED ? encodedNames : fqdnNames).name, c.left);
};

/** RFC 3046 section 2.0 */
const agent = layout(
  "dhcp.option",
  2,
  repeated({
    "agent_information_option.suboption": u8(0, "Option 82 Suboption"),
    suboption_length: u8(1, "Length"),
  }),
);
const agentValues = fields("dhcp.option.agent_information_option", {
  value: bytes("Value", { many: true, hidden: true }),
  ...repeated({
    agent_circuit_id: bytes("Agent Circuit ID"),
    agent_remote_id: bytes("Agent Remote ID"),
    link_selection: ipv4("Link selection"),
    subscriber_id: text("Subscriber ID"),
    radius_attributes: bytes("RADIUS Attributes"),
    server_id_override: ipv4("Server ID Override"),
    relay_agent_id: bytes("Relay Agent Identifier"),
  }),
});
const agentParts: Readonly<Record<number, Part>> = {
  1: rest(agentValues.agent_circuit_id),
  2: rest(agentValues.agent_remote_id),
  5: take(agentValues.link_selection, 4),
  6: rest(agentValues.subscriber_id),
  7: rest(agentValues.radius_attributes),
  11: take(agentValues.server_id_override, 4),
  12: rest(agentValues.relay_agent_id),
};
const readAgent: Part = (c) => {
  const at = c.place(agent);
  if (at < 0) return false;
  const end = c.at + c.u8(at + 1);
  if (end <= c.at + c.captured) c.add(agentValues.value, c.at, end);
  within(c, end, agent.suboption_length, agentParts[c.u8(at)] ?? unread);
  return !c.broken;
};

/** RFC 3118 section 2 */
const authentication = layout(
  "dhcp.option.dhcp_authentication",
  11,
  repeated({
    protocol: u8(0, "Protocol"),
    alg_delay: u8(1, "Delay Algorithm"),
    rdm: u8(2, "Replay Detection Method"),
    rdm_replay_detection: u64(3, "RDM Replay Detection Value", { show: "hex" }),
  }),
);
/** RFC 3118 section 5.2 */
const delayed = layout(
  "dhcp.option.dhcp_authentication",
  20,
  repeated({
    secret_id: u32(0, "Secret ID", { show: "hex" }),
    hmac_md5_hash: octets(4, 16, "HMAC MD5 Hash"),
  }),
);
const DELAYED = 1;
const readAuthentication: Part = (c) => {
  if (c.left < authentication.$node.size) return wrongLength(c);
  const at = c.place(authentication);
  return at >= 0 && (c.u8(at) !== DELAYED || c.left < delayed.$node.size || c.place(delayed) >= 0);
};

/** RFC 3004 section 4; much-used clients write plain text instead. */
const userClass = fields(
  "dhcp.option.user_class",
  repeated({
    "": computed("uint", "Instance of User Class", (r) => r.value),
    length: u8("User Class Length"),
    data: bytes("User Class Data"),
    text: text("User Class Data (Text)"),
  }),
);
const readUserClasses: Part = (c) => {
  if (c.left < 2) return wrongLength(c);
  for (let instance = 0; c.left > 0; instance++) {
    const size = c.captured > 0 ? c.u8(c.at) : 0;
    if (size === 0 || 1 + size > c.left) return c.take(userClass.text, c.left);
    c.add(userClass[""], c.at, c.at + 1 + size, instance);
    if (!c.take(userClass.length, 1) || !c.take(userClass.data, size)) return false;
  }
  return true;
};

const names = fields(
  "dhcp.option",
  repeated({
    dhcp_dns_domain_search_list_fqdn: computed("string", "FQDN", (r) => nameAsText(r.bytes, r.start, r.value)),
    "sip_server.name": computed("string", "SIP Server Name", (r) => nameAsText(r.bytes, r.start, r.value)),
    "sip_server.encoding": u8("SIP Server Encoding"),
    "sip_server.address": ipv4("SIP Server Address"),
    classless_static_route: bytes("Subnet/MaskWidth-Router"),
    "slp_directory_agent.value": u8("Value"),
    "slp_directory_agent.slpda_address": ipv4("IP Address"),
    "slp_service_scope.value": u8("Value"),
    "slp_service_scope.string": text("SLP Service Scope"),
    "bulk_lease.status_code": u8("Status Code"),
    "bulk_lease.status_code_message": text("Status Code Message"),
  }),
);

/** Names in wire format up to the end; pointers count from the option's value (RFC 3397 section 2). */
const domains =
  (field: Field): Part =>
  (c) => {
    for (const start = c.at; c.left > 0; ) {
      const end = nameEnd(c, start);
      if (end < 0) return false;
      c.add(field, c.at, end, start);
      c.at = end;
    }
    return true;
  };

/** RFC 3361 section 3 */
const sipServers: Part = (c) => {
  const { at } = c;
  if (!c.take(names["sip_server.encoding"], 1)) return false;
  return c.u8(at) === 0 ? domains(names["sip_server.name"])(c) : several(names["sip_server.address"])(c);
};

/** One route: mask width, as many bytes of the network as it covers, router (RFC 3442). */
const classlessRoute: Part = (c) => {
  if (!c.has(1)) return false;
  const width = c.u8(c.at);
  const size = 1 + ((width + 7) >> 3) + 4;
  return c.take(names.classless_static_route, width <= 32 ? size : c.left);
};

/** RFC 3925 sections 3 and 4 */
const vendorClass = layout(
  "dhcp.option.vi_class",
  5,
  repeated({ enterprise: u32(0, "Enterprise"), length: u8(4, "Length") }),
);
const vendorInformation = layout(
  "dhcp.option.vi",
  5,
  repeated({ enterprise: u32(0, "Enterprise"), length: u8(4, "Length") }),
);
const vendorOption = layout(
  "dhcp",
  2,
  repeated({
    "vendor.suboption": u8(0, "Option 125 Suboption"),
    "option.suboption_length": u8(1, "Length"),
  }),
);
const vendor = fields("dhcp", repeated({ "option.vi_class.data": text("Data"), "vendor.data": bytes("Data") }));
const readVendorClass: Part = (c) => {
  const at = c.place(vendorClass);
  return at >= 0 && c.take(vendor["option.vi_class.data"], c.u8(at + 4));
};
const readVendorOption: Part = (c) => {
  const at = c.place(vendorOption);
  return at >= 0 && c.take(vendor["vendor.data"], c.u8(at + 1));
};
const readVendorInformation: Part = (c) => {
  const at = c.place(vendorInformation);
  if (at >= 0) within(c, c.at + c.u8(at + 4), vendorInformation.length, list(readVendorOption));
  return !c.broken;
};

/** RFC 5969 section 7.1.1 */
const sixRd = layout(
  "dhcp.option.6RD",
  18,
  repeated({
    ipv4_mask_len: u8(0, "6RD IPv4 Mask Length"),
    prefix_len: u8(1, "6RD Prefix Length"),
    prefix: ipv6(2, "6RD Prefix"),
  }),
);
const relays = fields("dhcp.option.6RD", repeated({ border_relay_ip: ipv4("Border Relay IP") }));

/** A byte, then what it introduces. */
const after =
  (first: Field, then: Part): Part =>
  (c) =>
    c.take(first, 1) && then(c);
const atLeast =
  (size: number, part: Part): Part =>
  (c) =>
    c.left >= size ? part(c) : wrongLength(c);

/** How the value of each option with a structure of its own reads, by code. */
export const structuredOptions: Readonly<Record<number, Part>> = {
  61: clientIdentifier,
  77: readUserClasses,
  78: after(names["slp_directory_agent.value"], several(names["slp_directory_agent.slpda_address"])),
  79: after(names["slp_service_scope.value"], rest(names["slp_service_scope.string"])),
  81: clientName,
  82: list(readAgent),
  90: readAuthentication,
  94: networkInterface,
  97: machine,
  119: domains(names.dhcp_dns_domain_search_list_fqdn),
  120: atLeast(2, sipServers),
  121: atLeast(5, list(classlessRoute)),
  124: atLeast(5, list(readVendorClass)),
  125: atLeast(5, list(readVendorInformation)),
  151: after(names["bulk_lease.status_code"], optional(rest(names["bulk_lease.status_code_message"]))),
  212: (c) => c.place(sixRd) >= 0 && several(relays.border_relay_ip)(c),
  249: atLeast(5, list(classlessRoute)),
};

/** Every set of fields these options can place. */
export const structuredFields = [
  hardware,
  identity,
  fqdn,
  fqdnNames,
  encodedNames,
  agent,
  agentValues,
  authentication,
  delayed,
  userClass,
  names,
  vendorClass,
  vendorInformation,
  vendorOption,
  vendor,
  sixRd,
  relays,
];
