import { Dissector } from "./core/dissector.ts";
import { unknownName } from "./core/error.ts";
import type { Time } from "./core/field.ts";
import { Frame } from "./core/frame.ts";
import { decodingAs } from "./decode-as.ts";
import { type LinkTypeName, linkTypes } from "./names/link-types.ts";
import { configured, type OpenOptions } from "./open.ts";
import { FieldReader } from "./reader.ts";
import { Resolver } from "./resolver/resolver.ts";

const numbers = new Map(Object.entries(linkTypes).map(([number, name]) => [name.toLowerCase(), Number(number)]));

/** Options of {@link dissect}. */
export interface DissectOptions extends Pick<OpenOptions, "registry" | "preferences"> {
  /** Bytes the frame had on the wire; default all there are. */
  originalLength?: number;
  /** When it arrived; default not known. */
  time?: Time;
  /** Names of addresses and ports; default none. */
  names?: Resolver;
  /** Who decodes what, before what protocols claim: `tcp.port==8888,http`. Throws `DecodeAsError`. */
  decodeAs?: readonly string[];
}

/** The LINKTYPE_ value of a name. Throws {@link NameError}. */
export function linkTypeOf(name: LinkTypeName): number {
  const number = numbers.get(name.toLowerCase());
  if (number === undefined) throw unknownName("link type", name, numbers.keys());
  return number;
}

/**
 * Dissects one frame by itself, as if no other came before: `dissect(bytes).value("ip.src")`.
 * `linkType` is what it begins with: a name or a LINKTYPE_ value. The frame reads from `bytes`, and stays.
 * Throws {@link NameError} for a link type that is not known by that name.
 */
export function dissect(
  bytes: Uint8Array,
  linkType: LinkTypeName | number = "ethernet",
  options: DissectOptions = {},
): Frame {
  const { originalLength = bytes.length, time, decodeAs = [] } = options;
  const registry = decodingAs(decodeAs, configured(options));
  const dissector = new Dissector(registry);
  const frame = new Frame();
  frame.reader = new FieldReader(registry, dissector.rows());
  frame.names = options.names ?? new Resolver();
  frame.number = 1;
  frame.hasTime = time !== undefined;
  frame.seconds = time?.seconds ?? 0;
  frame.nanoseconds = time?.nanoseconds ?? 0;
  frame.linkType = typeof linkType === "number" ? linkType : linkTypeOf(linkType);
  frame.capturedLength = bytes.length;
  frame.originalLength = originalLength;
  dissector.dissect(frame, bytes, 0);
  return frame;
}
