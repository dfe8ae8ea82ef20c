/** Bits of a segment's flags (RFC 9293 section 3.1). */
export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;
export const URG = 32;

/** No window scale option: what {@link Segment.scale} holds then. */
export const NO_SCALE = -1;

/** What streams need to know of one TCP segment. One instance serves a run. */
export class Segment {
  sourcePort = 0;
  destinationPort = 0;
  /** Sequence and acknowledgement numbers as signed 32-bit integers, as which they compare quickest. */
  seq = 0;
  ack = 0;
  /** The number its direction counts from. */
  base = 0;
  /** The twelve flag bits. */
  flags = 0;
  /** The window as it stands in the header. */
  window = 0;
  /** Bytes of payload on the wire. */
  length = 0;
  /** The shift its window scale option offers; {@link NO_SCALE} where it has none. */
  scale = NO_SCALE;
  /** Edges of the first blocks of its SACK option, left and right in turn, and how many these are. */
  readonly edges = new Int32Array(6);
  blocks = 0;

  /** Sequence number of the first byte of payload: a SYN takes one of its own. */
  get payloadSeq(): number {
    return this.flags & SYN ? this.seq + 1 : this.seq;
  }

  /** Sequence numbers the segment takes: its bytes, and one for a SYN or FIN. */
  get span(): number {
    return this.flags & (SYN | FIN) ? this.length + 1 : this.length;
  }
}
