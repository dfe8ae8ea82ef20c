import type { Time, Value } from "./field.ts";
import type { Frame } from "./frame.ts";

/**
 * The type of each field's value, by the field's name; an array where the field may occur more than once in a layer.
 * Here are the marks alone: the fields of the protocols are added by what is generated from the registry.
 */
export interface FieldTypes {
  "_ws.malformed": string[];
  "_ws.short": string[];
}

/** The protocols there are, added as the fields of {@link FieldTypes} are. */
// biome-ignore lint/suspicious/noEmptyInterface: what is generated fills it
export interface ProtocolNames {}

/** The lists of records there are (`dns.queries`), added as the fields of {@link FieldTypes} are. */
// biome-ignore lint/suspicious/noEmptyInterface: what is generated fills it
export interface ListNames {}

/** The name of a field: Wireshark's. */
export type FieldName = keyof FieldTypes;
/** The name of a protocol: Wireshark's filter prefix. */
export type ProtocolName = keyof ProtocolNames;
/** The name of a list of records, whose leaves have the names of fields. */
export type ListName = keyof ListNames;

/** One value of a field of type `T`. */
export type One<T> = T extends readonly (infer V)[] ? V : T;

/**
 * A value as JSON holds it: bytes as lower-case hexadecimal, times as decimal seconds with nanoseconds, whole numbers
 * beyond 2^53 as decimal strings.
 */
export type Plain<V> = V extends readonly (infer E)[]
  ? Plain<E>[]
  : V extends Uint8Array | Time
    ? string
    : V extends bigint
      ? string
      : V;

/** The fields of a layer, or of one record of a list in it. What is not there is left out. */
export type FieldsObject = { [N in FieldName]?: Plain<FieldTypes[N]> } & { [N in ListName]?: FieldsObject[] };

/** One protocol's part of a frame. */
export interface LayerObject {
  protocol: ProtocolName;
  /** Where it begins, in bytes from the first byte of the frame or of its `source`. */
  offset: number;
  /** Bytes, without those of the layers inside. */
  length: number;
  /** The reassembled or decoded bytes it stands in; absent: the frame itself. */
  source?: string;
  fields: FieldsObject;
}

/** A frame as plain data: what one line of `-T ndjson` holds. */
export interface FrameObject {
  /** 1 for the first frame of the capture. */
  number: number;
  /** Arrival, in decimal seconds since 1970, and since the capture's first frame; absent where the capture has no times. */
  time?: string;
  time_relative?: string;
  /** Bytes on the wire, and bytes held. */
  length: number;
  captured_length: number;
  /** The interface's name, where it is known. */
  interface?: string;
  /** The columns of the packet line; absent where they are empty. */
  protocol?: string;
  source?: string;
  destination?: string;
  info?: string;
  /** Outermost first. */
  layers: LayerObject[];
}

/** Reads dissected frames by the names of their fields: what the methods of a frame ask. All throw `NameError`. */
export interface FrameReader {
  value(frame: Frame, name: string): Value | Value[] | undefined;
  values(frame: Frame, name: string): Value[];
  has(frame: Frame, name: string): boolean;
  object(frame: Frame): FrameObject;
}
