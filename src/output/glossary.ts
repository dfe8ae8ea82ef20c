import type { Field } from "../core/field.ts";
import { Settings } from "../core/preference.ts";
import type { NameEntry, Registry } from "../core/registry.ts";
import type { ByteWriter } from "../core/writer.ts";
import { truthNames } from "./text.ts";

const TYPES: Readonly<Record<string, string>> = {
  uint: "FT_UINT",
  int: "FT_INT",
  bool: "FT_BOOLEAN",
  double: "FT_DOUBLE",
  ipv4: "FT_IPv4",
  ipv6: "FT_IPv6",
  ether: "FT_ETHER",
  eui64: "FT_EUI64",
  bytes: "FT_BYTES",
  string: "FT_STRING",
  none: "FT_NONE",
  time: "FT_ABSOLUTE_TIME",
  duration: "FT_RELATIVE_TIME",
  frame: "FT_FRAMENUM",
};
const SIZES = [8, 16, 24, 32, 40, 48, 56, 64];

function typeOf({ type, size }: Field): string {
  const sized = type === "uint" || type === "int";
  return `${TYPES[type]}${sized ? (SIZES[size - 1] ?? 32) : ""}`;
}

const BASES = { dec: "DEC", hex: "HEX", oct: "OCT", dec_hex: "DEC_HEX", hex_dec: "HEX_DEC" } as const;

/** How a number prints, or for bits how many they are picked from. */
function baseOf(field: Field): string {
  if (field.type === "bool") return String(field.size * 8 || 0);
  return field.type === "uint" || field.type === "int" ? `BASE_${BASES[field.show]}` : "";
}

const maskOf = ({ mask, shift }: Field) => `0x${(mask * 2 ** shift).toString(16)}`;

/** Reports `-G` prints, by name. Lines are tab-separated, for grep and cut. */
export const glossaries: Readonly<Record<string, (w: ByteWriter, registry: Registry) => void>> = {
  /** `P title name`, then its fields: `F label name type protocol base mask`, as in tshark's report. */
  fields(w, registry) {
    for (const protocol of registry.protocols) {
      if (!protocol.hidden) w.text(`P\t${protocol.title}\t${protocol.name}\n`);
    }
    for (const { name, origins } of registry.all()) {
      const field = origins[0]?.field;
      if (field)
        w.text(
          `F\t${field.label}\t${name}\t${typeOf(field)}\t${name.split(".")[0]}\t${baseOf(field)}\t${maskOf(field)}\n`,
        );
    }
  },

  /** `title column name specification` of each protocol; the first three are tshark's. */
  protocols(w, registry) {
    for (const { title, columnBytes, name, spec, hidden } of registry.protocols) {
      if (hidden) continue;
      w.text(`${title}\t`);
      if (columnBytes === undefined) w.text(name);
      else w.put(columnBytes);
      w.text(`\t${name}\t${spec}\n`);
    }
  },

  /** Every preference as it would be typed, below what it means and takes. */
  defaultprefs: (w, registry) => preferences(w, registry, new Settings()),

  /** The same, with the values that were decided on; a preference nobody decided on is commented out. */
  currentprefs: (w, registry) => preferences(w, registry, registry.settings),

  /** `V name value text` of each field whose values have names, `T name true false` of each truth value. */
  values(w, registry) {
    for (const entry of registry.all()) values(w, entry);
  },
};

function preferences(w: ByteWriter, { preferences: all }: Registry, settings: Settings): void {
  for (const preference of all) {
    const { name, label, takes } = preference;
    const value = preference.print(settings.get(preference));
    w.text(`# ${label}\n# ${takes}\n${settings.has(name) ? "" : "#"}${name}: ${value}\n\n`);
  }
}

function values(w: ByteWriter, { name, origins }: NameEntry): void {
  const truth = origins.find(({ field }) => field.type === "bool")?.field;
  if (truth !== undefined) {
    const [yes, no] = truthNames(truth);
    w.text(`T\t${name}\t${yes}\t${no}\n`);
    return;
  }
  const hex = origins[0]?.field.show.startsWith("hex");
  const names = origins.find(({ field }) => typeof field.names === "object")?.field.names;
  if (typeof names !== "object") return;
  for (const [value, text] of Object.entries(names))
    w.text(`V\t${name}\t${hex ? `0x${Number(value).toString(16)}` : value}\t${text}\n`);
}
