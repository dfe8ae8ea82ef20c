import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { mqtt, VARIED, varied } from "./fields.ts";

/** Octets of a number whose size varies at most, and the bit that says that one more follows. */
const LENGTH_OCTETS = 4;
const GOES_ON = 0x80;

/** Takes the value of a property; false where it is cut short. */
type Take = (c: Cursor) => boolean;

/** One past the last octet of the number at `at`, whose size varies (MQTT 5.0 section 1.5.5), or -1 where it is not whole. */
export function variedEnd(c: Cursor, at: number): number {
  const most = Math.min(c.at + c.captured, at + LENGTH_OCTETS);
  for (let i = at; i < most; i++) if (c.u8(i) < GOES_ON || i === at + LENGTH_OCTETS - 1) return i + 1;
  return -1;
}

/** Takes a number whose size varies as `field`; the number, or -1 where it is cut short. */
export function takeVaried(c: Cursor, field: Field): number {
  const { at } = c;
  const end = variedEnd(c, at);
  if (end < 0) {
    c.fault(c.captured + 1);
    return -1;
  }
  c.take(field, end - at);
  return varied(c.bytes, at, end);
}

/** Takes octets with their number, of 16 bits, before them. */
export function takeCounted(c: Cursor, length: Field, value: Field): boolean {
  return c.take(length, 2) && c.take(value, c.u16(c.at - 2));
}

const numbered =
  (size: number, field: Field = mqtt.prop_number): Take =>
  (c) =>
    c.take(field, size);
const counted: Take = (c) => takeCounted(c, mqtt.prop_string_len, mqtt.prop_string);
const pair: Take = (c) =>
  takeCounted(c, mqtt.prop_key_len, mqtt.prop_key) && takeCounted(c, mqtt.prop_value_len, mqtt.prop_value);
const identifier: Take = (c) => {
  const row = c.tape.count;
  if (takeVaried(c, mqtt.prop_number) < 0) return false;
  c.tape.setValue(row, VARIED);
  return true;
};
const contentType: Take = (c) => c.has(2) && c.take(mqtt["property.content_type"], 2 + c.u16(c.at));

/** What stands behind each identifier (MQTT 5.0 section 2.2.2.2). */
const values: Readonly<Record<number, Take>> = {
  1: numbered(1),
  2: numbered(4),
  3: contentType,
  8: counted,
  9: counted,
  11: identifier,
  17: numbered(4),
  18: counted,
  19: numbered(2),
  21: counted,
  22: counted,
  23: numbered(1),
  24: numbered(4),
  25: numbered(1),
  26: counted,
  28: counted,
  31: counted,
  33: numbered(2),
  34: numbered(2),
  35: numbered(2, mqtt["property.topic_alias"]),
  36: numbered(1, mqtt["property.max_qos"]),
  37: numbered(1),
  38: pair,
  39: numbered(4),
  40: numbered(1),
  41: numbered(1),
  42: numbered(1),
};
const unknown: Take = (c) => c.take(mqtt.prop_unknown, c.left);
const TOPIC_ALIAS = 35;

/**
 * Reads properties under a row of `field`; the topic alias among them, 0 for none, -1 where they are cut short. The last
 * one may be longer than their length says: what follows begins where that says all the same.
 */
export function readProperties(c: Cursor, field: Field): number {
  let alias = 0;
  const row = c.open(field);
  const length = takeVaried(c, mqtt.property_len);
  const end = c.at + length;
  let isWhole = length >= 0;
  while (isWhole && c.at < end) {
    const id = c.captured > 0 ? c.u8(c.at) : 0;
    const take = values[id] ?? unknown;
    isWhole = c.take(mqtt.property_id, 1) && take(c);
    if (isWhole && id === TOPIC_ALIAS) alias = c.u16(c.at - 2);
  }
  if (isWhole) c.at = end;
  c.close(row);
  return isWhole ? alias : -1;
}
