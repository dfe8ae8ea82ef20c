import type { Cursor } from "../core/cursor.ts";
import { bytes, ipv4, none, octets, type Reading, text, u8, u16, u32 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";

const ENTRY = 20;
const VERSION_2 = 2;
const UNSPECIFIED = 0;
const INTERNET = 2;
const AUTHENTICATION = 0xffff;
const PASSWORD = 2;
/** Bytes of an MD5 digest. */
const MD5 = 16;
const DIGEST = 3;
const many = { many: true } as const;

const commands: Readonly<Record<number, string>> = {
  1: "Request",
  2: "Response",
  3: "Traceon",
  4: "Traceoff",
  5: "Vendor specific (Sun)",
};

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |Command |Version |   must be zero  |   RFC 2453 section 3.6
 *  +--------+--------+-----------------+ */
const header = layout("rip", 4, {
  command: u8(0, "Command", { names: commands }),
  version: u8(1, "Version", { names: { 1: "RIPv1", [VERSION_2]: "RIPv2" } }),
  routing_domain: octets(2, 2, "Routing Domain", { hidden: true }),
});

const route = group("Route", { list: "rip.routes" });
const family = u16(0, "Address Family", {
  names: { [UNSPECIFIED]: "Unspecified", [INTERNET]: "IP" },
  many: true,
});
const metric = u32(16, "Metric", many);

/** A route of version 2, and one that is asked for without an address. */
const current = layout("rip", ENTRY, {
  family,
  route_tag: u16(2, "Route Tag", many),
  ip: ipv4(4, "IP Address", many),
  netmask: ipv4(8, "Netmask", many),
  next_hop: ipv4(12, "Next Hop", many),
  metric,
});
const every = layout("rip", ENTRY, {
  family,
  route_tag: u16(2, "Route Tag", many),
  address: octets(4, 4, "Reserved", { hidden: true, many: true }),
  netmask: ipv4(8, "Netmask", many),
  next_hop: ipv4(12, "Next Hop", many),
  metric,
});

/** The same of version 1: RFC 1058 section 3.1 */
const old = layout("rip", ENTRY, {
  family,
  tag: octets(2, 2, "Reserved", { hidden: true, many: true }),
  ip: ipv4(4, "IP Address", many),
  reserved: octets(8, 8, "Reserved", { hidden: true, many: true }),
  metric,
});
const oldEvery = layout("rip", ENTRY, {
  family,
  reserved: octets(2, 14, "Reserved", { hidden: true, many: true }),
  metric,
});

/** RFC 2453 section 4.1, RFC 4822 section 2.1 */
const authentication = layout("rip", 4, {
  marker: octets(0, 2, "Reserved", { hidden: true }),
  "auth.type": u16(2, "Authentication type", {
    names: { 1: "IP Route", [PASSWORD]: "Simple Password", [DIGEST]: "Keyed Message Digest" },
  }),
});
const digest = layout("rip", 16, {
  digest_offset: u16(0, "Digest Offset"),
  key_id: u8(2, "Key ID"),
  auth_data_len: u8(3, "Auth Data Len"),
  seq_num: u32(4, "Seq num"),
  zero_padding: { ...octets(8, 8, "Zero adding", { compute: untilNul }), type: "string" as const },
});

const free = fields("rip", {
  "auth.passwd": text("Password", { compute: untilNul }),
  authentication_data: bytes("Authentication Data"),
  unknown_address_family: none("Unknown address family", many),
});

function untilNul({ bytes: b, start, end }: Reading): string {
  const nul = b.subarray(start, end).indexOf(0);
  return new TextDecoder().decode(b.subarray(start, nul < 0 ? end : start + nul));
}

/** Reads who sent it; a digest stands behind all routes. */
function readAuthentication(c: Cursor, message: number): void {
  const at = c.place(authentication);
  if (at < 0) return;
  const type = c.get(at, authentication["auth.type"]);
  if (type === PASSWORD) c.take(free["auth.passwd"], ENTRY - 4);
  else if (type === DIGEST) {
    const place = c.place(digest);
    if (place < 0) return;
    const data = message + c.get(place, digest.digest_offset) + 4;
    const end = data + c.get(place, digest.auth_data_len);
    if (data < c.at || data > c.have) return;
    c.add(free.authentication_data, data, Math.min(c.end, Math.max(data, end)));
    // Wireshark takes the head of a digest that is not MD5's for a route.
    if (end - data !== MD5) c.add(free.unknown_address_family, data - 4, Math.min(c.have, data));
    c.end = data - 4;
  } else c.take(free.authentication_data, ENTRY - 4);
}

export default protocol({
  name: "rip",
  title: "Routing Information Protocol",
  spec: "RFC 2453",
  column: (frame, row) => {
    if (!frame.holds(row + 1, header.version)) return "RIP";
    return { 1: "RIPv1", [VERSION_2]: "RIPv2" }[frame.get(row + 1, header.version)] ?? "RIP";
  },
  fields: [header, route, current, every, old, oldEvery, authentication, digest, free],
  on: { "udp.port": 520 },
  dissect(c) {
    const message = c.at;
    const at = c.place(header);
    if (at < 0) return;
    const isCurrent = c.get(at, header.version) === VERSION_2;
    while (c.left > 0) {
      if (!c.has(2)) return;
      const family = c.u16(c.at);
      const row = c.open(route);
      if (family === AUTHENTICATION && isCurrent && c.at === message + header.$node.size)
        readAuthentication(c, message);
      else if (family === INTERNET) c.place(isCurrent ? current : old);
      else if (family === UNSPECIFIED) c.place(isCurrent ? every : oldEvery);
      else c.take(free.unknown_address_family, Math.max(2, Math.min(ENTRY, c.left)));
      c.close(row, Math.min(c.at, c.have));
      if (c.broken) return;
    }
  },
  summary(frame, row, info) {
    if (!frame.holds(row + 1, header.command)) return void info.set();
    const command = frame.get(row + 1, header.command);
    info.set().text(commands[command] ?? `Unknown command (${command})`);
  },
});
