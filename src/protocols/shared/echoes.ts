import type { Frame } from "../../core/frame.ts";
import type { Memory } from "../../core/memory.ts";
import { Conversations } from "../../streams/conversations.ts";
import { type Column, Table } from "../../streams/table.ts";

/** Words of a request: the sum of its data and its frame, 0 once it has its reply. */
const SUM = 0;
const FRAME = 1;
const WORDS = 2;
/** Times of a request. */
const SECONDS = 0;
const NANOSECONDS = 1;
const TIMES = 2;

/** Finds the request of an echo reply: same endpoints, identifier and sequence number, same data. */
export class Echoes {
  /** After {@link reply}: nanoseconds since the request. */
  elapsed = Number.NaN;
  private readonly conversations: Conversations;
  private readonly table: Table;
  private readonly requests: Column<Int32Array>;
  private readonly times: Column<Float64Array>;

  constructor(memory: Memory) {
    this.conversations = new Conversations(memory, "echo conversations");
    this.table = new Table(memory, "echo requests", 2);
    this.requests = this.table.ints(WORDS);
    this.times = this.table.floats(TIMES);
  }

  /** Notes a request. `id` is identifier and sequence number as one word, `sum` tells its data from other data. */
  request(frame: Frame, id: number, sum: number): void {
    this.name(frame, id);
    const place = this.table.find(2, frame.number);
    this.requests.data[place * WORDS + SUM] = sum;
    this.requests.data[place * WORDS + FRAME] = frame.number;
    this.times.data[place * TIMES + SECONDS] = frame.seconds;
    this.times.data[place * TIMES + NANOSECONDS] = frame.nanoseconds;
  }

  /** The number of the frame that asked for this reply, 0 where there is none or another reply was here before. */
  reply(frame: Frame, id: number, sum: number): number {
    this.name(frame, id);
    const place = this.table.get(2);
    const { data: requests } = this.requests;
    if (place < 0 || requests[place * WORDS + SUM] !== sum) return 0;
    const request = requests[place * WORDS + FRAME]!;
    requests[place * WORDS + FRAME] = 0;
    const at = place * TIMES;
    const { data: times } = this.times;
    this.elapsed = (frame.seconds - times[at + SECONDS]!) * 1e9 + frame.nanoseconds - times[at + NANOSECONDS]!;
    return request;
  }

  /** Fills in the key of a request. */
  private name(frame: Frame, id: number): void {
    this.table.key[0] = this.conversations.number(this.conversations.between(frame, 0, 0));
    this.table.key[1] = id;
  }
}

/** The sum of an ICMP message's words but for type and checksum, worked out from its checksum: equal for equal data. */
export function dataSum(type: number, checksum: number): number {
  return (0x1fffe - checksum - (type << 8)) % 0xffff;
}
