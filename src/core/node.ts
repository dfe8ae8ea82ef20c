/**
 * What a tape row can point at. A dissector never writes names or values on the tape, only (node, start, end, value):
 * the node knows how to read and print the bytes when somebody asks.
 */

/** The kinds of {@link Node}; plain numbers, because the walk over the tape switches on them. */
export const PROTOCOL = 0;
export const LAYOUT = 1;
export const FIELD = 2;
export const GROUP = 3;
export const SOURCE = 4;
export const MENTION = 5;

/**
 * Anything a tape row can name: a protocol, a layout, a field, a group of rows, a source of bytes, or a protocol that
 * is only mentioned where it read a value of another's.
 */
export interface Node {
  /** {@link PROTOCOL}, {@link LAYOUT}, {@link FIELD}, {@link GROUP}, {@link SOURCE} or {@link MENTION}. */
  readonly kind: number;
  /** Wireshark's name (`tcp.srcport`), or the display name of a source or group. */
  readonly name: string;
  /** Rows that only verbose consumers need; see {@link Expand}. */
  readonly expand: Expand | undefined;
  /** The rows it expands to mention protocols. */
  readonly mentions?: boolean;
}

/**
 * Adds the rows nested under one row when a verbose consumer asks. It gets a cursor that stands at the row's first
 * byte and ends at its last; it must be pure: same bytes, same rows, and never a mark. Texts for its rows it leaves with
 * the frame.
 */
// biome-ignore lint/suspicious/noExplicitAny: the cursor's type lives above this file
export type Expand = (cursor: any, value: number) => void;
