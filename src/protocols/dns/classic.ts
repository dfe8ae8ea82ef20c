import {
  bit,
  bits,
  bytes,
  computed,
  ether,
  eui64,
  ipv4,
  ipv6,
  type Reading,
  text,
  u8,
  u16,
  u32,
} from "../../core/field.ts";
import { ipProtocols } from "../../names/ip-protocols.ts";
import { list, optional, type Part, place, rest, string, take } from "../shared/parts.ts";
import { endOfName, nameSize } from "./names.ts";
import { block, domain, free, name } from "./parts.ts";

const families = { 1: "IPv4", 2: "IPv6" };

/** RFC 1035 section 3.4.1, RFC 3596 section 2.2 */
export const a = block(4, { a: ipv4(0, "Address") });
export const aaaa = block(16, { aaaa: ipv6(0, "AAAA Address") });

/** Names that are all of a record's data, or part of it. */
export const names = free({
  ns: domain("Name Server"),
  md: domain("Mail Destination"),
  mf: domain("Mail Forwarder"),
  cname: domain("CNAME"),
  "soa.mname": domain("Primary name server"),
  "soa.rname": domain("Responsible authority's mailbox"),
  mb: domain("MailBox Domaine"),
  mg: domain("Mail Group member"),
  mr: domain("Mail Rename domaine"),
  "ptr.domain_name": domain("Domain Name"),
  "minfo.r": domain("Responsible Mailbox"),
  "minfo.e": domain("Error Mailbox"),
  "mx.mail_exchange": domain("Mail Exchange"),
  "rp.mailbox": domain("Mailbox"),
  "rp.txt_rr": domain("TXT RR"),
  "afsdb.hostname": domain("Hostname"),
  "rt.intermediate_host": domain("Intermediate Hostname"),
  "nsap_ptr.owner": domain("Owner"),
  "px.map822": domain("MAP822"),
  "px.map400": domain("MAPX400"),
  "kx.key_exchange": domain("Key Exchange"),
  "a6.prefix_name": domain("Prefix name"),
  dname: domain("Dname"),
  "hip.rendezvous_server": domain("Rendezvous Server"),
  "ilnp.lp": domain("Locator FQDN"),
  "winsr.name_result_domain": domain("Name Result Domain"),
  "srv.target": domain("Target"),
  "naptr.replacement": domain("Replacement"),
});

/** RFC 1035 section 3.3.13 */
const soa = block(20, {
  "soa.serial_number": u32(0, "Serial Number"),
  "soa.refresh_interval": u32(4, "Refresh Interval"),
  "soa.retry_interval": u32(8, "Retry Interval"),
  "soa.expire_limit": u32(12, "Expire limit"),
  "soa.minimum_ttl": u32(16, "Minimum TTL"),
});

/** Preferences and what else stands before a name. */
export const mx = block(2, { "mx.preference": u16(0, "Preference") });
export const kx = block(2, { "kx.preference": u16(0, "Preference") });
const rt = block(2, { "rt.subtype": u16(0, "Preference") });
const px = block(2, { "px.preference": u16(0, "Preference") });
const afsdb = block(2, { "afsdb.subtype": u16(0, "Subtype") });
const nid = block(2, { "ilnp.nid.preference": u16(0, "Preference") });
const l32 = block(2, { "ilnp.l32.preference": u16(0, "Preference") });
const l64 = block(2, { "ilnp.l64.preference": u16(0, "Preference") });
const lp = block(2, { "ilnp.lp.preference": u16(0, "Preference") });

/** RFC 2782 */
export const srv = block(6, {
  "srv.priority": u16(0, "Priority"),
  "srv.weight": u16(2, "Weight"),
  "srv.port": u16(4, "Port"),
});

/** RFC 3403 section 4.1 */
export const naptr = block(4, { "naptr.order": u16(0, "Order"), "naptr.preference": u16(2, "Preference") });

/** RFC 1035 section 3.4.2 */
export const wks = block(5, {
  "wks.address": ipv4(0, "Address"),
  "wks.protocol": u8(4, "Protocol", { names: ipProtocols }),
});

/** RFC 1876 section 2 */
const loc = block(16, {
  "loc.version": u8(0, "Version"),
  "loc.size": u8(1, "Size"),
  "loc.horizontal_precision": u8(2, "Horizontal Precision"),
  "loc.vertical_precision": u8(3, "Vertical Precision"),
  "loc.latitude": u32(4, "Latitude"),
  "loc.longitude": u32(8, "Longitude"),
  "loc.altitude": u32(12, "Altitude"),
});

/** An address of which only the bytes that matter are written, from the front or (A6) the back. */
const padded =
  (size: number, back = false) =>
  (r: Reading) => {
    const address = new Uint8Array(size);
    const given = r.bytes.subarray(r.start, Math.min(r.end, r.start + size));
    address.set(given, back ? size - given.length : 0);
    return address;
  };

/** RFC 3123 section 4 */
const apl = block(4, {
  "apl.address_family": u16(0, "Address Family", { names: families }),
  "apl.coded_prefix": u8(2, "Prefix Length"),
  "apl.negation": bit(24, "Negation Flag"),
  "apl.afdlength": bits(25, 7, "Address Length"),
});

/** RFC 5205 section 5 */
const hip = block(4, {
  "hip.hit.length": u8(0, "HIT length"),
  "hip.hit.pk.algo": u8(1, "Public key algorithm"),
  "hip.pk.length": u16(2, "PK length"),
});

const wins = block(12, {
  "wins.lookup_timeout": u32(0, "Lookup timeout"),
  "wins.cache_timeout": u32(4, "Cache timeout"),
  "wins.nb_wins_servers": u32(8, "Number of WINS servers"),
});
const winsr = block(8, {
  "winsr.lookup_timeout": u32(0, "Lookup timeout"),
  "winsr.cache_timeout": u32(4, "Cache timeout"),
});

const xpf = block(2, {
  "xpf.ip_version": u8(0, "IP Version"),
  "xpf.protocol": u8(1, "Protocol", { names: ipProtocols }),
});
const xpf4 = block(8, {
  "xpf.source_ipv4": ipv4(0, "IPv4 Source"),
  "xpf.destination_ipv4": ipv4(4, "IPv4 Destination"),
});
const xpf6 = block(32, {
  "xpf.source_ipv6": ipv6(0, "IPv6 Source"),
  "xpf.destination_ipv6": ipv6(16, "IPv6 Destination"),
});
const xpfPorts = block(4, { "xpf.sport": u16(0, "Source port"), "xpf.dport": u16(2, "Destination port") });
const mac48 = block(6, { eui48: ether(0, "EUI48 Address") });
const mac64 = block(8, { eui64: eui64(0, "EUI64 Address") });

const localFlag = (r: Reading) => (r.bytes[r.start + 3]! & 1) !== 0;

/** Fields of no constant place that are no names. */
export const plain = free({
  null: bytes("Null (data)"),
  "wks.bits": u8("Bits", { show: "hex" }),
  "hinfo.cpu_length": u8("CPU Length"),
  "hinfo.cpu": text("CPU"),
  "hinfo.os_length": u8("OS Length"),
  "hinfo.os": text("OS"),
  "txt.length": u8("TXT Length"),
  txt: text("TXT"),
  "spf.length": u8("SPF Length"),
  spf: text("SPF"),
  "x25.length": u8("Length"),
  "x25.psdn_address": text("PSDN-Address"),
  "idsn.length": u8("Length"),
  "idsn.address": text("ISDN Address"),
  "idsn.sa.length": u8("Length"),
  "idsn.sa.address": text("Sub Address"),
  "gpos.longitude_length": u8("Longitude length"),
  "gpos.longitude": text("Longitude"),
  "gpos.latitude_length": u8("Latitude length"),
  "gpos.latitude": text("Latitude"),
  "gpos.altitude_length": u8("Altitude length"),
  "gpos.altitude": text("Altitude"),
  "naptr.flags_length": u8("Flags Length"),
  "naptr.flags": text("Flags"),
  "naptr.service_length": u8("Service Length"),
  "naptr.service": text("Service"),
  "naptr.regex_length": u8("Regex Length"),
  "naptr.regex": text("Regex"),
  "naptr.replacement_length": computed("uint", "Replacement Length", (r) => nameSize(r).length),
  "nsap.rdata": bytes("NSAP Data"),
  "dhcid.rdata": bytes("DHCID Data"),
  openpgpkey: text("OpenPGP Key"),
  "apl.afdpart.ipv4": computed("ipv4", "Address", padded(4)),
  "apl.afdpart.ipv6": computed("ipv6", "Address", padded(16)),
  "apl.afdpart.data": bytes("Address"),
  "a6.prefix_len": u8("Prefix len"),
  "a6.address_suffix": computed("ipv6", "Address Suffix", padded(16, true)),
  "hip.hit": bytes("Host Identity Tag"),
  "hip.pk": bytes("HIP Public Key"),
  "ilnp.nid": bytes("NodeID"),
  "ilnp.l32": ipv4("Locator32"),
  "ilnp.l64": bytes("Locator64"),
  "loc.unknown_data": bytes("Unknown data"),
  "wins.local_flag": computed("bool", "Local Flag", localFlag),
  "wins.wins_server": ipv4("WINS Server Address"),
  "winsr.local_flag": computed("bool", "Local Flag", localFlag),
});

/** One byte of the bit map of ports; those without a bit tell nothing. */
const wksBits: Part = (c) => {
  if (c.u8(c.at) !== 0) return c.take(plain["wks.bits"], 1);
  c.at++;
  return true;
};

const prefix: Part = (c) => {
  const at = c.place(apl);
  if (at < 0) return false;
  const family = c.get(at, apl["apl.address_family"]);
  const size = c.get(at, apl["apl.afdlength"]);
  const known =
    family === 1 ? plain["apl.afdpart.ipv4"] : family === 2 ? plain["apl.afdpart.ipv6"] : plain["apl.afdpart.data"];
  return c.take(known, size);
};

/** The suffix holds the bits the prefix leaves open; a prefix has a name (RFC 2874 section 3.1). */
const a6: Part = (c) => {
  const { at } = c;
  if (!c.take(plain["a6.prefix_len"], 1)) return false;
  const length = Math.min(c.u8(at), 128);
  return c.take(plain["a6.address_suffix"], (135 - length) >> 3) && (length === 0 || name(names["a6.prefix_name"])(c));
};

const location: Part = (c) => (c.u8(c.at) === 0 ? c.place(loc) >= 0 : c.take(plain["loc.unknown_data"], c.left));

const hostIdentity: Part = (c) => {
  const at = c.place(hip);
  return (
    at >= 0 &&
    c.take(plain["hip.hit"], c.get(at, hip["hip.hit.length"])) &&
    c.take(plain["hip.pk"], c.get(at, hip["hip.pk.length"]))
  );
};

const replacement: Part = (c) => {
  const end = endOfName(c);
  if (end < 0) return false;
  c.add(plain["naptr.replacement_length"], c.at, end);
  c.add(names["naptr.replacement"], c.at, end);
  c.at = end;
  return true;
};

const forwarded: Part = (c) => {
  const at = c.place(xpf);
  if (at < 0) return false;
  const version = c.get(at, xpf["xpf.ip_version"]);
  return (version === 4 ? c.place(xpf4) >= 0 : version !== 6 || c.place(xpf6) >= 0) && c.place(xpfPorts) >= 0;
};

/** What the records of RFC 1035 and later plain ones consist of, by type. */
export const classicTypes: Readonly<Record<number, readonly Part[]>> = {
  1: [place(a)],
  2: [name(names.ns)],
  3: [name(names.md)],
  4: [name(names.mf)],
  5: [name(names.cname)],
  6: [name(names["soa.mname"]), name(names["soa.rname"]), place(soa)],
  7: [name(names.mb)],
  8: [name(names.mg)],
  9: [name(names.mr)],
  10: [rest(plain.null)],
  11: [place(wks), list(wksBits)],
  12: [name(names["ptr.domain_name"])],
  13: [string(plain["hinfo.cpu_length"], plain["hinfo.cpu"]), string(plain["hinfo.os_length"], plain["hinfo.os"])],
  14: [name(names["minfo.r"]), name(names["minfo.e"])],
  15: [place(mx), name(names["mx.mail_exchange"])],
  16: [list(string(plain["txt.length"], plain.txt))],
  17: [name(names["rp.mailbox"]), name(names["rp.txt_rr"])],
  18: [place(afsdb), name(names["afsdb.hostname"])],
  19: [string(plain["x25.length"], plain["x25.psdn_address"])],
  20: [
    string(plain["idsn.length"], plain["idsn.address"]),
    optional(string(plain["idsn.sa.length"], plain["idsn.sa.address"])),
  ],
  21: [place(rt), name(names["rt.intermediate_host"])],
  22: [rest(plain["nsap.rdata"])],
  23: [name(names["nsap_ptr.owner"])],
  26: [place(px), name(names["px.map822"]), name(names["px.map400"])],
  27: [
    string(plain["gpos.longitude_length"], plain["gpos.longitude"]),
    string(plain["gpos.latitude_length"], plain["gpos.latitude"]),
    string(plain["gpos.altitude_length"], plain["gpos.altitude"]),
  ],
  28: [place(aaaa)],
  29: [location],
  33: [place(srv), name(names["srv.target"])],
  35: [
    place(naptr),
    string(plain["naptr.flags_length"], plain["naptr.flags"]),
    string(plain["naptr.service_length"], plain["naptr.service"]),
    string(plain["naptr.regex_length"], plain["naptr.regex"]),
    replacement,
  ],
  36: [place(kx), name(names["kx.key_exchange"])],
  38: [a6],
  39: [name(names.dname)],
  42: [list(prefix)],
  49: [rest(plain["dhcid.rdata"])],
  55: [hostIdentity, list(name(names["hip.rendezvous_server"]))],
  61: [rest(plain.openpgpkey)],
  99: [list(string(plain["spf.length"], plain.spf))],
  104: [place(nid), take(plain["ilnp.nid"], 8)],
  105: [place(l32), take(plain["ilnp.l32"], 4)],
  106: [place(l64), take(plain["ilnp.l64"], 8)],
  107: [place(lp), name(names["ilnp.lp"])],
  108: [place(mac48)],
  109: [place(mac64)],
  65281: [take(plain["wins.local_flag"], 4), place(wins), list(take(plain["wins.wins_server"], 4))],
  65282: [take(plain["winsr.local_flag"], 4), place(winsr), name(names["winsr.name_result_domain"])],
  65422: [forwarded],
};

/** Every set of fields these records can place. */
export const classicFields = [
  a,
  aaaa,
  names,
  soa,
  mx,
  kx,
  rt,
  px,
  afsdb,
  nid,
  l32,
  l64,
  lp,
  srv,
  naptr,
  wks,
  loc,
  apl,
  hip,
  wins,
  winsr,
  xpf,
  xpf4,
  xpf6,
  xpfPorts,
  mac48,
  mac64,
  plain,
];
