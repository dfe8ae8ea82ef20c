import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, i32, ipv4, none, type Reading, text, u8, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { dhcpMessages, dhcpOptions } from "../../names/dhcp.ts";
import { type Part, repeated, rest } from "../shared/parts.ts";

const overloads = { 1: "Boot file name holds options", 2: "Server host name holds options", 3: "Both hold options" };
const flag = (label: string) => computed("bool", label, (r: Reading) => r.bytes[r.start] !== 0);

/** Options whose value is one field, or the same field again and again. */
export const values = fields(
  "dhcp.option",
  repeated({
    subnet_mask: ipv4("Subnet Mask"),
    time_offset: i32("Time Offset"),
    router: ipv4("Router"),
    time_server: ipv4("Time Server"),
    name_server: ipv4("Name Server"),
    domain_name_server: ipv4("Domain Name Server"),
    log_server: ipv4("Log Server"),
    quotes_server: ipv4("Quotes Server"),
    lpr_server: ipv4("LPR Server"),
    impress_server: ipv4("Impress Server"),
    resource_location_server: ipv4("Resource Location Server"),
    hostname: text("Host Name"),
    boot_file_size: u16("Boot File Size"),
    merit_dump_file: text("Merit Dump File"),
    domain_name: text("Domain Name"),
    swap_server: ipv4("Swap Server"),
    root_path: text("Root Path"),
    extension_path: text("Extensions Path"),
    ip_forwarding: flag("IP Forwarding"),
    non_local_source_routing: flag("Non-Local Source Routing"),
    max_datagram_reassembly_size: u16("Maximum Datagram Reassembly Size"),
    default_ip_ttl: u8("Default IP Time-to-Live"),
    path_mtu_aging_timeout: u32("Path MTU Aging Timeout"),
    path_mtu_plateau_table_item: u16("Path MTU Plateau Table Item"),
    interface_mtu: u16("Interface MTU"),
    all_subnets_are_local: flag("All Subnets are Local"),
    broadcast_address: ipv4("Broadcast Address"),
    perform_mask_discovery: flag("Perform Mask Discovery"),
    mask_supplier: flag("Mask Supplier"),
    perform_router_discover: flag("Perform Router Discover"),
    router_solicitation_address: ipv4("Router Solicitation Address"),
    trailer_encapsulation: flag("Trailer Encapsulation"),
    arp_cache_timeout: u32("ARP Cache Timeout"),
    ethernet_encapsulation: flag("Ethernet Encapsulation"),
    tcp_default_ttl: u8("TCP Default TTL"),
    tcp_keepalive_interval: u32("TCP Keepalive Interval"),
    tcp_keepalive_garbage: flag("TCP Keepalive Garbage"),
    nis_domain: text("Network Information Service Domain"),
    nis_server: ipv4("Network Information Service Server"),
    ntp_server: ipv4("Network Time Protocol Server"),
    netbios_over_tcpip_name_server: ipv4("NetBIOS over TCP/IP Name Server"),
    netbios_over_tcpip_dd_name_server: ipv4("NetBIOS over TCP/IP Datagram Distribution Name Server"),
    netbios_over_tcpip_node_type: u8("NetBIOS over TCP/IP Node Type"),
    netbios_over_tcpip_scope: text("NetBIOS over TCP/IP Scope"),
    xwindows_system_font_server: ipv4("X Window System Font Server"),
    xwindows_system_display_manager: ipv4("X Window System Display Manager"),
    requested_ip_address: ipv4("Requested IP Address"),
    ip_address_lease_time: u32("IP Address Lease Time"),
    option_overload: u8("Option Overload", { names: overloads }),
    dhcp: u8("DHCP", { names: dhcpMessages }),
    dhcp_server_id: ipv4("DHCP Server Identifier"),
    request_list_item: u8("Parameter Request List Item", { names: dhcpOptions }),
    message: text("Message"),
    dhcp_max_message_size: u16("Maximum DHCP Message Size"),
    renewal_time_value: u32("Renewal Time Value"),
    rebinding_time_value: u32("Rebinding Time Value"),
    vendor_class_id: text("Vendor class identifier"),
    nis_plus_domain: text("Network Information Service+ Domain"),
    nis_plus_server: ipv4("Network Information Service+ Server"),
    tftp_server_name: text("TFTP Server Name"),
    bootfile_name: text("Bootfile name"),
    mobile_ip_home_agent: ipv4("Mobile IP Home Agent"),
    smtp_server: ipv4("SMTP Server"),
    pop3_server: ipv4("POP3 Server"),
    nntp_server: ipv4("NNTP Server"),
    default_www_server: ipv4("Default WWW Server"),
    default_finger_server: ipv4("Default Finger Server"),
    default_irc_server: ipv4("Default IRC Server"),
    streettalk_server: ipv4("StreetTalk Server"),
    streettalk_da_server: ipv4("StreetTalk Directory Assistance Server"),
    "novell_dss.ip": ipv4("IP Address"),
    novell_ds_tree_name: text("Novell Directory Services Tree Name"),
    novell_ds_context: text("Novell Directory Services Context"),
    client_last_transaction_time: u32("Client last transaction time"),
    associated_ip_option: ipv4("Associated IP option"),
    client_system_architecture: u16("Client System Architecture"),
    tz_pcode: text("TZ PCode"),
    tz_tcode: text("TZ TCode"),
    netinfo_parent_server_address: ipv4("NetInfo Parent Server Address"),
    netinfo_parent_server_tag: text("NetInfo Parent Server Tag"),
    captive_portal: text("Captive Portal"),
    dhcp_auto_configuration: u8("DHCP Auto-Configuration"),
    subnet_selection_option: ipv4("Subnet Selection Option"),
    pana_agent: ipv4("PAA IPv4 Address"),
    lost_server_domain_name: text("LoST Server Domain Name"),
    capwap_access_controller: ipv4("CAPWAP Access Controllers"),
    andsf_server: ipv4("ANDSF Server"),
    "forcerenew_nonce.algorithm": u8("Algorithm"),
    tftp_server_address: ipv4("TFTP Server Address"),
    "bulk_lease.start_time_of_state": u32("Start Time Of State"),
    "bulk_lease.dhcp_state": u8("Dhcp State"),
    "bulk_lease.data_source": flag("Data Source"),
    mudurl: text("MUDURL"),
    pxe_config_file: text("PXELINUX configuration file"),
    pxe_path_prefix: text("PXELINUX path prefix"),
    private_proxy_autodiscovery: text("Private Proxy Autodiscovery"),
    "vendor.value": bytes("Value"),
  }),
);

/** Two addresses an entry (RFC 2132 sections 4.3 and 5.8). */
const filter = layout(
  "dhcp.option",
  8,
  repeated({
    "policy_filter.ip": ipv4(0, "IP Address"),
    "policy_filter.subnet_mask": ipv4(4, "Subnet Mask"),
  }),
);
const route = layout(
  "dhcp.option",
  8,
  repeated({
    "static_route.ip": ipv4(0, "Destination IP Address"),
    "static_route.router": ipv4(4, "Destination Router"),
  }),
);

/** The length of an option is not one its kind can have. */
export const wrong = fields("dhcp", { bad_length: none("Length is wrong for the option", { many: true }) });

/** Marks an option whose length its kind cannot have; its value stays undecoded. */
export function wrongLength(c: Cursor): boolean {
  c.add(wrong.bad_length, c.at, c.end);
  return true;
}

/** A value of exactly `size` bytes. */
const exact =
  (field: Field, size = field.size): Part =>
  (c) =>
    c.left === size ? c.take(field, size) : wrongLength(c);

/** A field of its own size for as long as there are bytes. */
export const several =
  (field: Field): Part =>
  (c) => {
    while (c.left >= field.size) if (!c.take(field, field.size)) return false;
    return c.left === 0 || wrongLength(c);
  };

/** Entries of a table for as long as there are bytes. */
const entries =
  (table: typeof filter | typeof route): Part =>
  (c) => {
    while (c.left >= table.$node.size) if (c.place(table) < 0) return false;
    return c.left === 0 || wrongLength(c);
  };

/** How the value of each option reads, by code (RFC 2132 and its successors). */
export const plainOptions: Readonly<Record<number, Part>> = {
  1: exact(values.subnet_mask),
  2: exact(values.time_offset),
  3: several(values.router),
  4: several(values.time_server),
  5: several(values.name_server),
  6: several(values.domain_name_server),
  7: several(values.log_server),
  8: several(values.quotes_server),
  9: several(values.lpr_server),
  10: several(values.impress_server),
  11: several(values.resource_location_server),
  12: rest(values.hostname),
  13: exact(values.boot_file_size),
  14: rest(values.merit_dump_file),
  15: rest(values.domain_name),
  16: exact(values.swap_server),
  17: rest(values.root_path),
  18: rest(values.extension_path),
  19: exact(values.ip_forwarding, 1),
  20: exact(values.non_local_source_routing, 1),
  21: entries(filter),
  22: exact(values.max_datagram_reassembly_size),
  23: exact(values.default_ip_ttl),
  24: exact(values.path_mtu_aging_timeout),
  25: several(values.path_mtu_plateau_table_item),
  26: exact(values.interface_mtu),
  27: exact(values.all_subnets_are_local, 1),
  28: exact(values.broadcast_address),
  29: exact(values.perform_mask_discovery, 1),
  30: exact(values.mask_supplier, 1),
  31: exact(values.perform_router_discover, 1),
  32: exact(values.router_solicitation_address),
  33: entries(route),
  34: exact(values.trailer_encapsulation, 1),
  35: exact(values.arp_cache_timeout),
  36: exact(values.ethernet_encapsulation, 1),
  37: exact(values.tcp_default_ttl),
  38: exact(values.tcp_keepalive_interval),
  39: exact(values.tcp_keepalive_garbage, 1),
  40: rest(values.nis_domain),
  41: several(values.nis_server),
  42: several(values.ntp_server),
  43: rest(values["vendor.value"]),
  44: several(values.netbios_over_tcpip_name_server),
  45: several(values.netbios_over_tcpip_dd_name_server),
  46: exact(values.netbios_over_tcpip_node_type),
  47: rest(values.netbios_over_tcpip_scope),
  48: several(values.xwindows_system_font_server),
  49: several(values.xwindows_system_display_manager),
  50: exact(values.requested_ip_address),
  51: exact(values.ip_address_lease_time),
  53: (c) => c.take(values.dhcp, 1),
  54: exact(values.dhcp_server_id),
  55: several(values.request_list_item),
  56: rest(values.message),
  57: exact(values.dhcp_max_message_size),
  58: exact(values.renewal_time_value),
  59: exact(values.rebinding_time_value),
  60: rest(values.vendor_class_id),
  64: rest(values.nis_plus_domain),
  65: several(values.nis_plus_server),
  66: rest(values.tftp_server_name),
  67: rest(values.bootfile_name),
  68: several(values.mobile_ip_home_agent),
  69: several(values.smtp_server),
  70: several(values.pop3_server),
  71: several(values.nntp_server),
  72: several(values.default_www_server),
  73: several(values.default_finger_server),
  74: several(values.default_irc_server),
  75: several(values.streettalk_server),
  76: several(values.streettalk_da_server),
  85: several(values["novell_dss.ip"]),
  86: rest(values.novell_ds_tree_name),
  87: rest(values.novell_ds_context),
  91: exact(values.client_last_transaction_time),
  92: several(values.associated_ip_option),
  93: several(values.client_system_architecture),
  100: rest(values.tz_pcode),
  101: rest(values.tz_tcode),
  112: several(values.netinfo_parent_server_address),
  113: rest(values.netinfo_parent_server_tag),
  114: rest(values.captive_portal),
  116: exact(values.dhcp_auto_configuration),
  118: several(values.subnet_selection_option),
  136: several(values.pana_agent),
  137: rest(values.lost_server_domain_name),
  138: several(values.capwap_access_controller),
  142: several(values.andsf_server),
  145: several(values["forcerenew_nonce.algorithm"]),
  150: several(values.tftp_server_address),
  153: exact(values["bulk_lease.start_time_of_state"]),
  156: exact(values["bulk_lease.dhcp_state"]),
  157: exact(values["bulk_lease.data_source"], 1),
  160: rest(values.captive_portal),
  161: rest(values.mudurl),
  209: rest(values.pxe_config_file),
  210: rest(values.pxe_path_prefix),
  252: rest(values.private_proxy_autodiscovery),
};

/** Every set of fields these options can place. */
export const plainFields = [values, filter, route, wrong];
