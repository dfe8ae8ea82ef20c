import type { Cursor } from "../../core/cursor.ts";
import { bigAt, type Field } from "../../core/field.ts";
import { attributeTypes } from "../../names/bgp.ts";
import { readExtended } from "./communities.ts";
import { attribute, bgp, content, lists, path, update } from "./fields.ts";
import { readPrefix, readReached, readUnreached } from "./routes.ts";

const EXTENDED_LENGTH = 0x10;
/** Attributes are inside each other no deeper than this. */
const DEEPEST = 4;
const IPV4_BITS = 32;

/** Reads the value of an attribute, which the cursor ends at. */
type Read = (c: Cursor, depth: number) => void;

const one =
  (field: Field, size: number): Read =>
  (c) =>
    void c.take(field, size);

/** True where the path at the cursor is segments of AS numbers of `size` bytes. */
function fits(c: Cursor, size: number): boolean {
  let at = c.at;
  while (at + 2 <= c.end) at += 2 + c.u8(at + 1) * size;
  return at === c.end;
}

/** How many bytes AS numbers have: four, where they cannot have two, or would then be zero (RFC 6793). */
function numberSize(c: Cursor): 2 | 4 {
  if (!fits(c, 2)) return 4;
  if (!fits(c, 4)) return 2;
  for (let at = c.at; at + 2 <= c.end; at += 2 + c.u8(at + 1) * 2) {
    for (let i = 0; i < c.u8(at + 1); i++) if (c.u16(at + 2 + i * 2) === 0) return 4;
  }
  return 2;
}

/** Segments of the path (RFC 4271 section 4.3). */
const asPath =
  (sizeOf: (c: Cursor) => 2 | 4): Read =>
  (c) => {
    if (c.captured < c.left) return c.takeRest(content);
    const size = sizeOf(c);
    c.items(c.end, c.limitedBy, (inside) => {
      const row = inside.open(path.as_path_segment);
      if (inside.take(path["as_path_segment.type"], 1) && inside.take(path["as_path_segment.length"], 1)) {
        const field = path[size === 2 ? "as_path_segment.as2" : "as_path_segment.as4"];
        for (let left = inside.u8(inside.at - 1); left > 0 && inside.take(field, size); left--);
      }
      inside.close(row);
    });
  };

const aggregator: Read = (c) => {
  const size = c.left - 4;
  if (size !== 2 && size !== 4) return c.takeRest(content);
  if (!c.has(size + 4)) return;
  c.add(path.aggregator_as, c.at, c.at + size, bigAt(c.bytes, c.at, size));
  c.at += size;
  c.take(path.aggregator_origin, 4);
};

/** Communities of an AS number and a value of its own (RFC 1997). */
const communities: Read = (c) => {
  const row = c.open(path.communities);
  c.items(c.end, c.limitedBy, (inside) => {
    if (!inside.has(4)) return;
    if (isWellKnown(inside)) {
      inside.take(path.community_wellknown, 4);
      return;
    }
    const community = inside.open(path.community);
    inside.take(path.community_as, 2);
    inside.take(path.community_value, 2);
    inside.close(community);
  });
  c.close(row);
};

/** Communities of the highest AS number and of none are for everybody to know. */
const isWellKnown = (c: Cursor) => c.u16(c.at) === 0 || c.u16(c.at) === 0xffff;

const clusters: Read = (c) => {
  const row = c.open(lists["path_attribute.cluster_list"]);
  c.items(c.end, c.limitedBy, (inside) => void inside.take(lists["path_attribute.cluster_id"], 4));
  c.close(row);
};

/** Communities of three numbers (RFC 8092). */
const large: Read = (c) => {
  const row = c.open(lists.large_communities);
  c.items(c.end, c.limitedBy, (inside) => {
    for (const part of ["ga", "ldp1", "ldp2"] as const) if (!inside.take(lists[`large_communities.${part}`], 4)) return;
  });
  c.close(row);
};

/** Attributes of a customer's own (RFC 6368 section 5). */
const attributeSet: Read = (c, depth) => {
  if (!c.take(path["attr_set.origin_as"], 4)) return;
  readAttributes(c, depth + 1);
};

/** How to read the value of each attribute (IANA, BGP Path Attributes). */
const values: Readonly<Record<number, Read>> = {
  1: one(path.origin, 1),
  2: asPath(numberSize),
  3: one(path.next_hop, 4),
  4: one(path.multi_exit_disc, 4),
  5: one(path.local_pref, 4),
  7: aggregator,
  8: communities,
  9: one(path.originator_id, 4),
  10: clusters,
  14: readReached,
  15: readUnreached,
  16: readExtended,
  17: asPath(() => 4),
  18: aggregator,
  32: large,
  128: attributeSet,
};
/** Those without a name, and those that are not read further. */
const unknown: Read = (c) => c.takeRest(update["path_attributes.unknown"]);
const unread: Read = (c) => c.takeRest(content);

/** Reads one attribute: flags, type, length and value (RFC 4271 section 4.3). */
function readAttribute(c: Cursor, depth: number): void {
  const row = c.open(update.path_attribute);
  const at = c.place(attribute);
  if (at >= 0) {
    const size = c.u8(at) & EXTENDED_LENGTH ? 2 : 1;
    if (c.has(size)) {
      const length = bigAt(c.bytes, c.at, size);
      c.add(path.length, c.at, c.at + size, length);
      c.at += size;
      readValue(c, c.u8(at + 1), length, depth);
    }
  }
  c.close(row);
}

function readValue(c: Cursor, type: number, length: number, depth: number): void {
  const { end: outer, limitedBy } = c;
  const end = c.at + length;
  if (end > outer) {
    c.add(bgp["length.invalid"], c.at, c.at);
    c.at = outer;
    return;
  }
  c.end = end;
  c.limitedBy = path.length;
  if (length > 0) (values[type] ?? (type in attributeTypes ? unread : unknown))(c, depth);
  c.end = outer;
  c.limitedBy = limitedBy;
  c.at = Math.min(end, c.have);
}

/** Reads attributes up to the cursor's end; false where one is cut short. */
function readAttributes(c: Cursor, depth: number): boolean {
  const row = c.open(update.path_attributes);
  const isWhole = depth < DEEPEST && c.items(c.end, c.limitedBy, (inside) => readAttribute(inside, depth));
  c.close(row);
  return isWhole;
}

/** Reads routes that are withdrawn, attributes, and routes that have them (RFC 4271 section 4.3). */
export function readUpdate(c: Cursor): void {
  if (!c.take(update["withdrawn_routes.length"], 2)) return;
  const withdrawn = c.u16(c.at - 2);
  if (withdrawn > 0) {
    const row = c.open(update.withdrawn_routes);
    const end = c.at + withdrawn;
    const isWhole = c.items(end, update["withdrawn_routes.length"], (inside) =>
      readPrefix(inside, bgp.withdrawn_prefix, IPV4_BITS),
    );
    c.close(row);
    if (!isWhole) return;
  }
  if (!c.take(update["path_attributes.length"], 2)) return;
  const size = c.u16(c.at - 2);
  const { end: outer, limitedBy } = c;
  if (size > 0) {
    c.end = Math.min(outer, c.at + size);
    c.limitedBy = update["path_attributes.length"];
    const isWhole = readAttributes(c, 0);
    c.end = outer;
    c.limitedBy = limitedBy;
    if (!isWhole) return;
  }
  if (c.left <= 0) return;
  const row = c.open(update.nlri);
  c.items(c.end, c.limitedBy, (inside) => readPrefix(inside, bgp.nlri_prefix, IPV4_BITS));
  c.close(row);
}
