import { SniffError } from "./error.ts";

/** A preference before it has a name; what {@link toggle} and its kin return. */
interface Kind<T> {
  readonly label: string;
  readonly initial: T;
  /** The value a text stands for; undefined where it stands for none. */
  parse(text: string): T | undefined;
  /** The value as it is typed. */
  print(value: T): string;
  /** What {@link parse} takes, for people. */
  readonly takes: string;
}

/** Something about a protocol that users decide: its name, what it means, and its value where nobody says otherwise. */
export interface Preference<T = unknown> extends Kind<T> {
  /** Wireshark's: `tcp.check_checksum`. */
  readonly name: string;
}

/** A preference as users of the library give it: the value, or the text that would be typed. */
export type PreferenceValue = boolean | number | string | readonly number[];

type Named<K> = { readonly [N in keyof K]: K[N] extends Kind<infer T> ? Preference<T> : never };

/** Declares preferences under one prefix. Keys are Wireshark's names without it. */
export function preferences<const K extends Readonly<Record<string, Kind<unknown>>>>(
  prefix: string,
  kinds: K,
): Named<K> {
  return Object.fromEntries(
    Object.entries(kinds).map(([key, kind]) => [key, { ...kind, name: `${prefix}.${key}` }]),
  ) as object as Named<K>;
}

/** A preference that is on or off. */
export const toggle = (label: string, initial: boolean): Kind<boolean> => ({
  label,
  initial,
  parse: (text) => ({ true: true, false: false })[text.toLowerCase()],
  print: (value) => (value ? "TRUE" : "FALSE"),
  takes: "TRUE or FALSE",
});

const LAST_PORT = 0xffff;

/** The ports in `80,8000-8010`; undefined where it is no such list. */
function portsIn(text: string): number[] | undefined {
  const found: number[] = [];
  for (const range of text.split(",").filter(Boolean)) {
    const [, low, high = low] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(range) ?? [];
    if (low === undefined || Number(high) > LAST_PORT || Number(low) > Number(high)) return undefined;
    for (let port = Number(low); port <= Number(high); port++) found.push(port);
  }
  return found;
}

/** A list of ports. */
export const ports = (label: string, initial: readonly number[]): Kind<readonly number[]> => ({
  label,
  initial,
  parse: portsIn,
  print: String,
  takes: "ports such as 80,8000-8010",
});

/** The path of a file, "" for none. */
export const file = (label: string): Kind<string> => ({
  label,
  initial: "",
  parse: (text) => (text === "" || isReadable(text) ? text : undefined),
  print: String,
  takes: "the path of a file that can be read",
});

function isReadable(path: string): boolean {
  const { accessSync, constants } = process.getBuiltinModule("node:fs");
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** What users decided; where they did not, a preference has its initial value. */
export class Settings {
  private readonly values = new Map<string, unknown>();

  /** The value of a preference. */
  get<T>(preference: Preference<T>): T {
    return (this.values.get(preference.name) as T | undefined) ?? preference.initial;
  }

  /** True where users gave the preference of that name a value. */
  has(name: string): boolean {
    return this.values.has(name);
  }

  /** A copy with one more decision. Throws {@link SniffError} where it is no value of the preference. */
  with(preference: Preference, value: PreferenceValue): Settings {
    const parsed = preference.parse(String(value));
    if (parsed === undefined) {
      throw new SniffError(`${preference.name} takes ${preference.takes}, not "${value}"`);
    }
    const copy = new Settings();
    for (const [name, given] of this.values) copy.values.set(name, given);
    copy.values.set(preference.name, parsed);
    return copy;
  }
}
