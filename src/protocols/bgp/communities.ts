import type { Cursor } from "../../core/cursor.ts";
import { bit, computed, type Field, ipv4, none, u8, u16, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import {
  as2Communities,
  as4Communities,
  communityTypes,
  evpnCommunities,
  experimentalCommunities,
  ipv4Communities,
  localAs2Communities,
  localOpaqueCommunities,
  opaqueCommunities,
  tunnelTypes,
} from "../../names/bgp.ts";

const SIZE = 8;
const ENCAPSULATION = 12;
const many = { many: true };
const subtype = (label: string, names: Readonly<Record<number, string>>) =>
  u8(label, { many: true, show: "hex", names });

/** The type of an extended community (RFC 4360 section 2). */
export const communityType = layout("bgp.ext_com", 1, {
  type: u8(0, "Type", { many: true, show: "hex", names: communityTypes }),
  "type.auth": bit(0, "IANA Authority", many),
  "type.tran": bit(1, "Transitive across ASes", many),
});
export const extended = fields("bgp", {
  ext_communities: none("Carried extended communities", many),
  ext_community: none("Community", many),
  "ext_com.stype_unknown": u8("Subtype", { many: true, show: "hex" }),
  "ext_com.stype_tr_as2": subtype("Subtype (AS2)", as2Communities),
  "ext_com.stype_ntr_as2": subtype("Subtype (Non-transitive AS2)", localAs2Communities),
  "ext_com.stype_tr_as4": subtype("Subtype (AS4)", as4Communities),
  "ext_com.stype_tr_IP4": subtype("Subtype (IPv4)", ipv4Communities),
  "ext_com.stype_tr_opaque": subtype("Subtype (Opaque)", opaqueCommunities),
  "ext_com.stype_ntr_opaque": subtype("Subtype (Non-transitive Opaque)", localOpaqueCommunities),
  "ext_com.stype_tr_exp": subtype("Subtype (Experimental)", experimentalCommunities),
  "ext_com.stype_tr_evpn": subtype("Subtype (EVPN)", evpnCommunities),
  "ext_com.value_as2": u16("2-Octet AS", many),
  "ext_com.value_as4": u32("4-Octet AS", many),
  "ext_com.value_IP4": ipv4("IPv4 address", many),
  "ext_com.value_an2": u16("2-Octet AN", many),
  "ext_com.value_an4": u32("4-Octet AN", many),
  "ext_com.tunnel_type": u16("Tunnel type", { many: true, names: tunnelTypes }),
  "ext_com.value_raw": computed(
    "uint",
    "Raw Value",
    (r) => {
      let value = 0n;
      for (let i = r.start; i < r.end; i++) value = value * 256n + BigInt(r.bytes[i]!);
      return value;
    },
    { many: true, show: "hex", width: 64 },
  ),
});

/** The subtype's field and the parts of the value for each type. */
type Shape = readonly [subtype: Field, parts: readonly (readonly [Field, number])[]];
const raw: Shape[1] = [[extended["ext_com.value_raw"], 6]];
const shapes: Readonly<Record<number, Shape>> = {
  0: [
    extended["ext_com.stype_tr_as2"],
    [
      [extended["ext_com.value_as2"], 2],
      [extended["ext_com.value_an4"], 4],
    ],
  ],
  1: [
    extended["ext_com.stype_tr_IP4"],
    [
      [extended["ext_com.value_IP4"], 4],
      [extended["ext_com.value_an2"], 2],
    ],
  ],
  2: [
    extended["ext_com.stype_tr_as4"],
    [
      [extended["ext_com.value_as4"], 4],
      [extended["ext_com.value_an2"], 2],
    ],
  ],
  3: [extended["ext_com.stype_tr_opaque"], raw],
  6: [extended["ext_com.stype_tr_evpn"], raw],
  64: [
    extended["ext_com.stype_ntr_as2"],
    [
      [extended["ext_com.value_as2"], 2],
      [extended["ext_com.value_an4"], 4],
    ],
  ],
  67: [extended["ext_com.stype_ntr_opaque"], raw],
  128: [extended["ext_com.stype_tr_exp"], raw],
};
const unknown: Shape = [extended["ext_com.stype_unknown"], raw];
const OPAQUE = 3;

/** Reads extended communities of eight bytes each (RFC 4360 section 2). */
export function readExtended(c: Cursor): void {
  const row = c.open(extended.ext_communities);
  c.items(c.end, c.limitedBy, (inside) => {
    const { at } = inside;
    const community = inside.open(extended.ext_community);
    if (inside.has(SIZE)) {
      inside.place(communityType);
      const type = inside.u8(at);
      const [field, parts] = shapes[type] ?? unknown;
      inside.take(field, 1);
      if (type === OPAQUE && inside.u8(at + 1) === ENCAPSULATION) {
        inside.at += 4;
        inside.take(extended["ext_com.tunnel_type"], 2);
      } else for (const [part, size] of parts) inside.take(part, size);
    }
    inside.close(community);
  });
  c.close(row);
}
