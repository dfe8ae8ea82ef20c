import {
  bit,
  bits,
  bytes,
  computed,
  ipv4,
  ipv6,
  none,
  octets,
  type Reading,
  text,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { ByteWriter } from "../../core/writer.ts";
import {
  addressFamilies,
  attributeTypes,
  capabilityCodes,
  capabilityErrors,
  ceaseErrors,
  headerErrors,
  majorErrors,
  messageTypes,
  openErrors,
  refreshTypes,
  stateErrors,
  subsequentFamilies,
  updateErrors,
  wellKnownCommunities,
} from "../../names/bgp.ts";

const many = { many: true };
const afi = { many: true, names: addressFamilies };
const safi = { many: true, names: subsequentFamilies };

/** The bytes of a prefix, and zeros up to `size`. */
const padded = (size: number) => (r: Reading) => {
  const whole = new Uint8Array(size);
  whole.set(r.bytes.subarray(r.start, Math.min(r.end, r.start + size)));
  return whole;
};
const prefix4 = (label: string) => computed("ipv4", label, padded(4), many);
const prefix6 = (label: string) => computed("ipv6", label, padded(16), many);

/** A route distinguisher as text (RFC 4364 section 4.2): what it begins with depends on its type. */
function distinguisher({ bytes: b, start }: Reading): string {
  const at = (i: number, size: number) => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + b[start + i + k]!;
    return value;
  };
  switch (at(0, 2)) {
    case 0:
      return `${at(2, 2)}:${at(4, 4)}`;
    case 1:
      return `${new ByteWriter(16).ipv4(b, start + 2)}:${at(6, 2)}`;
    case 2:
      return `${at(2, 4)}:${at(6, 2)}`;
    default:
      return `Unknown (0x${at(0, 2).toString(16).padStart(4, "0")})`;
  }
}
const BOTTOM = 1;
const WITHDRAWN = 0x800000;

/** Labels as text, the last one marked (RFC 8277 section 2). */
function labels({ bytes: b, start, end }: Reading): string {
  const shown: string[] = [];
  for (let at = start; at + 3 <= end; at += 3) {
    const word = b[at]! * 65536 + b[at + 1]! * 256 + b[at + 2]!;
    if (word === 0 || word === WITHDRAWN) shown.push("0 (withdrawn)");
    else shown.push(`${word >>> 4}${word & BOTTOM ? " (bottom)" : ""}`);
  }
  return shown.join(" ");
}

/**  0               16      18       19
 *  +- - - - - - - - -+--------+--------+
 *  |  Marker of ones | Length |  Type  |   RFC 4271 section 4.1
 *  +- - - - - - - - -+--------+--------+ */
export const head = layout("bgp", 19, {
  marker: octets(0, 16, "Marker", many),
  length: u16(16, "Length", many),
  type: u8(18, "Type", { many: true, names: messageTypes }),
});
/** Who wants to talk (RFC 4271 section 4.2). */
export const open = layout("bgp.open", 10, {
  version: u8(0, "Version", many),
  myas: u16(1, "My AS", many),
  holdtime: u16(3, "Hold Time", many),
  identifier: ipv4(5, "BGP Identifier", many),
  "opt.len": u8(9, "Optional Parameters Length", many),
});
/** Which routes are to be told again (RFC 2918 section 3, RFC 7313 section 3.2). */
export const refresh = layout("bgp.route_refresh", 4, {
  afi: u16(0, "Address family identifier (AFI)", afi),
  subtype: u8(2, "Subtype", { many: true, names: refreshTypes }),
  safi: u8(3, "Subsequent address family identifier (SAFI)", safi),
});
/** Flags and type of a path attribute (RFC 4271 section 4.3). */
export const attribute = layout("bgp.update.path_attribute", 2, {
  flags: u8(0, "Flags", { many: true, show: "hex" }),
  "flags.optional": bit(0, "Optional", many),
  "flags.transitive": bit(1, "Transitive", many),
  "flags.partial": bit(2, "Partial", many),
  "flags.extended_length": bit(3, "Extended-Length", many),
  "flags.unused": bits(4, 4, "Unused", { many: true, show: "hex" }),
  type_code: u8(1, "Type Code", { many: true, names: attributeTypes }),
});
/** How long routes stay while a speaker restarts (RFC 4724 section 3). */
export const restart = layout("bgp.cap.gr", 2, {
  timers: u16(0, "Restart Timers", { many: true, show: "hex" }),
  "timers.restart_flag": bit(0, "Restart state", many),
  "timers.notification_flag": bit(1, "Graceful notification", many),
  "timers.restart_time": bits(4, 12, "Time", many),
});
export const restartFamily = layout("bgp.cap.gr", 4, {
  afi: u16(0, "AFI", afi),
  safi: u8(2, "SAFI", safi),
  flag: u8(3, "Flag", { many: true, show: "hex" }),
  "flag.pfs": bit(24, "Preserve forwarding state", many),
});

export const bgp = fields("bgp", {
  continuation: none("Continuation"),
  marker_invalid: none("Marker is not all ones"),
  "length.invalid": none("Length is invalid", many),
  prefix_length: u8("Prefix Length", many),
  withdrawn_prefix: prefix4("Withdrawn prefix"),
  nlri_prefix: prefix4("NLRI prefix"),
  mp_reach_nlri_ipv4_prefix: prefix4("MP Reach NLRI IPv4 prefix"),
  mp_unreach_nlri_ipv4_prefix: prefix4("MP Unreach NLRI IPv4 prefix"),
  mp_reach_nlri_ipv6_prefix: prefix6("MP Reach NLRI IPv6 prefix"),
  mp_unreach_nlri_ipv6_prefix: prefix6("MP Unreach NLRI IPv6 prefix"),
  label_stack: computed("string", "Label Stack", labels, many),
  rd: computed("string", "Route Distinguisher", distinguisher, many),
});
export const openFields = fields("bgp.open", {
  opt: none("Optional Parameters", many),
  "opt.param": none("Optional Parameter", many),
  "opt.param.type": u8("Parameter Type", { many: true, names: { 1: "Authentication", 2: "Capability" } }),
  "opt.param.len": u8("Parameter Length", many),
  "opt.param.auth": bytes("Authentication Data", many),
  "opt.param.unknown": bytes("Unknown", many),
});
export const cap = fields("bgp", {
  cap: none("Capability", many),
  "cap.type": u8("Type", { many: true, names: capabilityCodes }),
  "cap.length": u8("Length", many),
  "cap.length.bad": none("Capability length is wrong", many),
  "cap.action": u8("Action", { many: true, names: { 0: "advertising a capability", 1: "removing a capability" } }),
  "cap.unknown": bytes("Unknown", many),
  "cap.reserved": bytes("Reserved", many),
  "cap.mp.afi": u16("AFI", afi),
  "cap.mp.safi": u8("SAFI", safi),
  "cap.enh.afi": u16("AFI", afi),
  "cap.enh.safi": u16("SAFI", safi),
  "cap.enh.nhafi": u16("Next hop AFI", afi),
  "cap.gr.helper_mode_only": none("Graceful Restart Capability supported in Helper mode only", many),
  "cap.4as": u32("AS Number", many),
  "cap.ap.afi": u16("AFI", afi),
  "cap.ap.safi": u8("SAFI", safi),
  "cap.ap.sendreceive": u8("Send/Receive", { many: true, names: { 1: "Receive", 2: "Send", 3: "Both" } }),
  "cap.orf.fqdn.hostname.len": u8("Hostname Length", many),
  "cap.orf.fqdn.hostname": text("Hostname", many),
  "cap.orf.fqdn.domain_name.len": u8("Domain Name Length", many),
  "cap.orf.fqdn.domain_name": text("Domain Name", { many: true, empty: "" }),
});
export const notify = fields("bgp.notify", {
  major_error: u8("Major error Code", { many: true, names: majorErrors }),
  minor_error: u8("Minor error Code (Message Header)", { many: true, names: headerErrors }),
  minor_error_open: u8("Minor error Code (Open Message)", { many: true, names: openErrors }),
  minor_error_update: u8("Minor error Code (Update Message)", { many: true, names: updateErrors }),
  minor_error_expired: u8("Minor error Code (Hold Timer Expired)", many),
  minor_error_state: u8("Minor error Code (State Machine)", { many: true, names: stateErrors }),
  minor_error_cease: u8("Minor error Code (Cease)", { many: true, names: ceaseErrors }),
  minor_error_capability: u8("Minor error Code (Capability Message)", { many: true, names: capabilityErrors }),
  minor_error_unknown: u8("Minor error Code (Unknown)", many),
  "error_open.bad_peer_as": computed(
    "uint",
    "Bad Peer AS",
    (r) => r.bytes[r.start]! * 256 + r.bytes[r.start + 1]!,
    many,
  ),
  communication_length: u8("BGP Shutdown Communication Length", many),
  communication: text("Shutdown Communication", many),
  minor_data: bytes("Data", many),
});
export const update = fields("bgp.update", {
  "withdrawn_routes.length": u16("Withdrawn Routes Length", many),
  withdrawn_routes: none("Withdrawn Routes", many),
  "path_attributes.length": u16("Total Path Attribute Length", many),
  path_attributes: none("Path attributes", many),
  "path_attributes.unknown": none("Unknown Path attributes", many),
  path_attribute: none("Path Attribute", many),
  nlri: none("Network Layer Reachability Information (NLRI)", many),
});
/** A length that the dissector has read, of one byte or two. */
const told = (label: string) => computed("uint", label, (r) => r.value, many);
export const path = fields("bgp.update.path_attribute", {
  length: told("Length"),
  origin: u8("Origin", { many: true, names: { 0: "IGP", 1: "EGP", 2: "INCOMPLETE" } }),
  as_path_segment: none("AS Path segment", many),
  "as_path_segment.type": u8("Segment type", {
    many: true,
    names: { 1: "AS_SET", 2: "AS_SEQUENCE", 3: "AS_CONFED_SEQUENCE", 4: "AS_CONFED_SET" },
  }),
  "as_path_segment.length": u8("Segment length (number of ASN)", many),
  "as_path_segment.as2": u16("AS2", many),
  "as_path_segment.as4": u32("AS4", many),
  next_hop: ipv4("Next hop", many),
  multi_exit_disc: u32("Multiple exit discriminator", many),
  local_pref: u32("Local preference", many),
  aggregator_as: computed("uint", "Aggregator AS", (r) => r.value, many),
  aggregator_origin: ipv4("Aggregator origin", many),
  communities: none("Communities", many),
  community: none("Community", many),
  community_wellknown: u32("Community Well-known", { many: true, show: "hex", names: wellKnownCommunities }),
  community_as: u16("Community AS", many),
  community_value: u16("Community value", many),
  originator_id: ipv4("Originator identifier", many),
  "attr_set.origin_as": u32("Origin AS", many),
  "mp_reach_nlri.afi": u16("Address family identifier (AFI)", afi),
  "mp_reach_nlri.safi": u8("Subsequent address family identifier (SAFI)", safi),
  "mp_reach_nlri.next_hop": bytes("Next hop", many),
  "mp_reach_nlri.next_hop.rd": computed("string", "Route Distinguisher", distinguisher, many),
  "mp_reach_nlri.next_hop.ipv4": ipv4("IPv4 Address", many),
  "mp_reach_nlri.next_hop.ipv6": ipv6("IPv6 Address", many),
  "mp_reach_nlri.next_hop.ipv6.link_local": ipv6("Link-local Address", many),
  "mp_reach_nlri.nbr_snpa": u8("Number of Subnetwork points of attachment (SNPA)", many),
  "mp_reach_nlri.snpa_length": u8("SNPA Length", many),
  "mp_reach_nlri.snpa": bytes("SNPA", many),
  mp_reach_nlri: none("Network Layer Reachability Information (NLRI)", many),
  "mp_unreach_nlri.afi": u16("Address family identifier (AFI)", afi),
  "mp_unreach_nlri.safi": u8("Subsequent address family identifier (SAFI)", safi),
  mp_unreach_nlri: none("Withdrawn Routes", many),
});
export const lists = fields("bgp", {
  "path_attribute.cluster_list": none("Cluster List", many),
  "path_attribute.cluster_id": ipv4("Cluster ID", many),
  large_communities: text("Large communities", { many: true, compute: () => "[ Null ]" }),
  "large_communities.ga": u32("Global Administrator", many),
  "large_communities.ldp1": u32("Local Data Part 1", many),
  "large_communities.ldp2": u32("Local Data Part 2", many),
});
export const route = group("Route");
export const content = group("Content");
