import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, ipv4, ipv6 } from "../../core/field.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { nameEnd, nameText } from "./names.ts";

const many = { many: true } as const;
const domain = (label: string) => computed("string", label, nameText, many);

/** RFC 1035 section 3.4.1, RFC 3596 section 2.2 */
export const a = layout("dns", 4, { a: ipv4(0, "Address", many) });
export const aaaa = layout("dns", 16, { aaaa: ipv6(0, "AAAA Address", many) });

/** Data without a constant place. */
export const data = fields("dns", {
  cname: domain("CNAME"), ns: domain("Name Server"), "ptr.domain_name": domain("Domain Name"),
  data: bytes("Data", many),
});

/** One step through a record's data; false when it is cut short. */
type Part = (c: Cursor) => boolean;

const place = (node: Layout): Part => (c) => c.place(node) >= 0;
const name = (field: Field): Part => (c) => {
  const end = nameEnd(c);
  if (end < 0) return false;
  c.add(field, c.at, end);
  c.at = end;
  return true;
};

const parts: Readonly<Record<number, readonly Part[]>> = {
  1: [place(a)], 2: [name(data.ns)], 5: [name(data.cname)], 12: [name(data["ptr.domain_name"])], 28: [place(aaaa)],
};
const unknown: readonly Part[] = [(c) => c.take(data.data, c.left)];

export const dataFields = [a, aaaa, data];

/** Reads the data of a record of `type` up to `end`, as told by `by`; what a type does not need is passed over. */
export function readData(c: Cursor, type: number, end: number, by: Field): void {
  const { end: outer, limitedBy } = c;
  if (end === c.at || !c.limit(end, by)) return;
  if (end > c.end) return c.fault(end - c.at);
  const steps = parts[type] ?? unknown;
  for (let i = 0; i < steps.length && steps[i]!(c); i++);
  if (!c.broken) c.at = end;
  c.end = outer;
  c.limitedBy = limitedBy;
}
