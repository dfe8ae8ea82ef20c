import type { Memory } from "../core/memory.ts";
import { Table } from "./table.ts";

/** What a protocol keeps of each stream it reads: an object, made when the stream is first asked for. */
export class StreamStates<T extends object> extends Table {
  private readonly states: (T | undefined)[];
  private readonly make: () => T;
  private place = 0;

  /** States of about `bytes` bytes; `what` is what users read of those that were forgotten. */
  constructor(memory: Memory, what: string, bytes: number, make: () => T) {
    super(memory, what, 1);
    this.states = this.objects(bytes);
    this.make = make;
  }

  /** The state of the stream numbered `stream`, looked at in frame `frame`. */
  of(stream: number, frame: number): T {
    this.key[0] = stream;
    this.place = this.find(1, frame);
    return (this.states[this.place] ??= this.make());
  }

  /** Says that the state {@link of} gave last holds `bytes` more than usual. */
  holds(bytes: number): void {
    this.weigh(this.place, bytes);
  }
}
