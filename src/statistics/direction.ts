import { distance } from "../streams/reassembly.ts";

/** Takes bytes `start..end`, which come after `missing` bytes that the capture does not hold. */
export type Take = (bytes: Uint8Array, start: number, end: number, missing: number) => void;

/** Bytes that came before their turn. */
interface Early {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** One direction of a TCP stream, put in order: what comes again is left out, what comes early waits. */
export class Direction {
  private next: number | undefined;
  private readonly early: Early[] = [];
  private held = 0;
  private readonly most: number;
  private readonly take: Take;

  /** No more than `most` bytes wait for those before them. */
  constructor(most: number, take: Take) {
    this.most = most;
    this.take = take;
  }

  /** The stream begins at sequence number `seq`. */
  begin(seq: number): void {
    this.next = seq | 0;
  }

  /** Takes a segment's bytes `start..end`, the first with sequence number `seq`. */
  add(seq: number, bytes: Uint8Array, start: number, end: number): void {
    this.next ??= seq | 0;
    const ahead = distance(seq, this.next);
    if (ahead <= 0) {
      this.pass(bytes, start - ahead, end, 0);
      this.catchUp();
      return;
    }
    let i = this.early.length;
    while (i > 0 && distance(this.early[i - 1]!.seq, seq) > 0) i--;
    this.early.splice(i, 0, { seq: seq | 0, bytes: bytes.slice(start, end) });
    this.held += end - start;
    while (this.held > this.most) this.skip();
  }

  /** The other end has everything before sequence number `ack`: what the capture lacks of it will not come. */
  acknowledge(ack: number): void {
    while (this.early.length > 0 && distance(ack, this.next!) > 0) this.skip();
  }

  /** Nothing more will come. */
  finish(): void {
    while (this.early.length > 0) this.skip();
  }

  /** Gives up what lacks before the first bytes that wait. */
  private skip(): void {
    const missing = distance(this.early[0]!.seq, this.next!);
    this.next = this.early[0]!.seq;
    this.catchUp(missing);
  }

  /** Passes on what waited for the bytes that came. */
  private catchUp(missing = 0): void {
    for (let [first] = this.early; first !== undefined && distance(first.seq, this.next!) <= 0; [first] = this.early) {
      this.early.shift();
      this.held -= first.bytes.length;
      this.pass(first.bytes, distance(this.next!, first.seq), first.bytes.length, missing);
      missing = 0;
    }
  }

  private pass(bytes: Uint8Array, start: number, end: number, missing: number): void {
    if (start >= end) return;
    this.next = (this.next! + end - start) | 0;
    this.take(bytes, start, end, missing);
  }
}
