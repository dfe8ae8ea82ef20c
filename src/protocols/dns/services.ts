import type { Cursor } from "../../core/cursor.ts";
import { bit, bytes, type Field, ipv4, ipv6, none, text, u8, u16 } from "../../core/field.ts";
import { svcParamKeys } from "../../names/dns.ts";
import { list, type Part, place, rest, string, take, within } from "../shared/parts.ts";
import { block, domain, free, name } from "./parts.ts";

/** RFC 9460 section 2.2 */
const svcb = block(2, { "svcb.svcpriority": u16(0, "SvcPriority") });
const param = block(4, {
  "svcb.svcparam.key": u16(0, "SvcParamKey", { names: svcParamKeys }),
  "svcb.svcparam.value.length": u16(2, "SvcParamValue length"),
});

const values = free({
  "svcb.targetname": domain("TargetName"),
  "svcb.svcparam": none("SvcParam"),
  "svcb.svcparam.mandatory.key": u16("Mandatory key", { names: svcParamKeys }),
  "svcb.svcparam.alpn.length": u8("ALPN length"),
  "svcb.svcparam.alpn": text("ALPN"),
  "svcb.svcparam.port": u16("Port"),
  "svcb.svcparam.ipv4hint.ip": ipv4("IP"),
  "svcb.svcparam.ipv6hint.ip": ipv6("IP"),
  "svcb.svcparam.echconfig": bytes("ECHConfig"),
  "svcb.svcparam.odohconfig": bytes("ODoHConfig"),
  "svcb.svcparam.value": bytes("SvcParamValue"),
});

/** A port is two bytes and nothing else (RFC 9460 section 7.2): what follows is taken for the next parameter. */
const port: Part = (c) => c.take(values["svcb.svcparam.port"], 2) && c.left === 0;

/** What a parameter's value consists of, by key (RFC 9460 section 7). */
const params: Readonly<Record<number, Part>> = {
  0: list(take(values["svcb.svcparam.mandatory.key"], 2)),
  1: list(string(values["svcb.svcparam.alpn.length"], values["svcb.svcparam.alpn"])),
  2: () => true,
  3: port,
  4: list(take(values["svcb.svcparam.ipv4hint.ip"], 4)),
  5: rest(values["svcb.svcparam.echconfig"]),
  6: list(take(values["svcb.svcparam.ipv6hint.ip"], 16)),
  32769: rest(values["svcb.svcparam.odohconfig"]),
  65535: () => true,
};
const unknown = rest(values["svcb.svcparam.value"]);

/** One parameter: key, length, value. */
function readParam(c: Cursor): boolean {
  const row = c.open(values["svcb.svcparam"]);
  const at = c.place(param);
  if (at >= 0) {
    const end = c.at + c.get(at, param["svcb.svcparam.value.length"]);
    within(c, end, param["svcb.svcparam.value.length"], params[c.get(at, param["svcb.svcparam.key"])] ?? unknown);
  }
  c.close(row);
  return !c.broken;
}

/** RFC 8659 section 4.1 */
const caa = block(1, {
  "caa.flags": u8(0, "CAA Flags", { show: "hex" }),
  "caa.flags.issuer_critical": bit(0, "Issuer Critical"),
});
const properties = free({
  "caa.issue": text("Issue"),
  "caa.issuewild": text("Issue Wildcard"),
  "caa.iodef": text("Report URL"),
  "caa.unknown": text("Unknown tag"),
  "caa.tag_length": u8("Tag length"),
  "caa.tag": text("Tag"),
  "caa.value": text("Value"),
});

const tags: Readonly<Record<string, Field>> = {
  issue: properties["caa.issue"],
  issuewild: properties["caa.issuewild"],
  iodef: properties["caa.iodef"],
};

/** A property: its tag sized, its value to the end. */
const property: Part = (c) => {
  const size = c.at;
  if (!c.has(1)) return false;
  const value = size + 1 + c.u8(size);
  if (value > c.at + c.captured)
    return c.take(properties["caa.tag_length"], 1) && c.take(properties["caa.tag"], c.u8(size));
  let tag = "";
  for (let i = size + 1; i < value; i++) tag += String.fromCharCode(c.u8(i));
  const row = c.open(tags[tag] ?? properties["caa.unknown"], value);
  const whole =
    c.take(properties["caa.tag_length"], 1) &&
    c.take(properties["caa.tag"], value - size - 1) &&
    c.take(properties["caa.value"], c.left);
  c.close(row);
  return whole;
};

/** What records about services consist of, by type. */
export const serviceTypes: Readonly<Record<number, readonly Part[]>> = {
  64: [place(svcb), name(values["svcb.targetname"]), list(readParam)],
  65: [place(svcb), name(values["svcb.targetname"]), list(readParam)],
  257: [place(caa), property],
};

/** Every set of fields these records can place. */
export const serviceFields = [svcb, param, values, caa, properties];
