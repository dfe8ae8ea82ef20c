import { describe, expect, it } from "vitest";
import { Memory } from "../../src/core/memory.ts";
import { ACK, FIN, PSH, Segment, SYN } from "../../src/streams/segment.ts";
import { Table } from "../../src/streams/table.ts";
import * as judged from "../../src/streams/tcp-analysis.ts";
import { Unacknowledged } from "../../src/streams/unacknowledged.ts";

const MILLISECOND = 1_000_000;
const CLIENT = 0;
const SERVER = 1;
/** What client and server count from. */
const START = [1000, 5000];
const NAMES = Object.entries({ ...judged, TcpAnalysis: 0 });

/** A conversation whose segments are judged one after the other; numbers are relative, one frame a millisecond. */
class Talk {
  private readonly memory = new Memory();
  readonly analysis = new judged.TcpAnalysis(new Table(this.memory, "streams", 1), this.memory);
  frame = 0;
  now = 0;

  constructor() {
    this.analysis.begin(CLIENT);
    this.send(CLIENT, 0, 0, 0, SYN);
    this.send(SERVER, 0, 1, 0, SYN | ACK);
    this.send(CLIENT, 1, 1, 0);
  }

  /** Sends `length` bytes at `seq`; returns the names of the marks. */
  send(direction: number, seq: number, ack: number, length: number, flags = ACK, window = 5000, blocks: number[] = []) {
    const segment = new Segment();
    segment.seq = (START[direction]! + seq) | 0;
    segment.ack = flags & ACK ? (START[direction ^ 1]! + ack) | 0 : 0;
    segment.flags = flags;
    segment.window = window;
    segment.length = length;
    segment.blocks = blocks.length / 2;
    segment.edges.set(blocks.map((edge) => START[direction ^ 1]! + edge));
    this.now += MILLISECOND;
    this.analysis.judge(segment, direction, ++this.frame, this.now, -2, 0);
    return NAMES.filter(([, bit]) => this.analysis.marks & bit)
      .map(([name]) => name)
      .sort();
  }

  /** Lets time pass. */
  wait(milliseconds: number): this {
    this.now += milliseconds * MILLISECOND;
    return this;
  }
}

describe("a segment is judged by those before it", () => {
  it("and is nothing special where all goes well", () => {
    const talk = new Talk();
    expect(talk.send(CLIENT, 1, 1, 100)).toEqual([]);
    expect(talk.analysis.inFlight).toBe(100);
    expect(talk.send(SERVER, 1, 101, 0)).toEqual([]);
    expect(talk.analysis.ackedFrame).toBe(4);
    expect(talk.analysis.roundTrip).toBe(MILLISECOND);
    expect(talk.send(SERVER, 1, 101, 50, ACK | PSH)).toEqual([]);
    expect(talk.analysis.sincePush).toBe(50);
  });

  it("lost and acknowledged without having been captured", () => {
    const talk = new Talk();
    expect(talk.send(CLIENT, 101, 1, 100)).toEqual(["LOST_SEGMENT"]);
    expect(talk.analysis.inFlight).toBe(0);
    expect(talk.send(SERVER, 1, 201, 0)).toEqual(["ACK_LOST_SEGMENT"]);
    expect(talk.send(CLIENT, 201, 1, 100)).toEqual([]);
    expect(talk.analysis.inFlight).toBe(100);
  });

  it("out of order where it is late by less than a round trip, else sent again", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    talk.send(CLIENT, 201, 1, 100);
    expect(talk.send(CLIENT, 101, 1, 100)).toEqual(["OUT_OF_ORDER"]);
    expect(talk.wait(200).send(CLIENT, 1, 1, 100)).toEqual(["RETRANSMISSION"]);
    expect(talk.analysis.originalFrame).toBe(4);
    expect(talk.analysis.timeout).toBe(203 * MILLISECOND);
  });

  it("and said to acknowledge more than was captured once, until the peer acknowledges more or leaves a gap", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    expect(talk.send(SERVER, 1, 201, 0)).toEqual(["ACK_LOST_SEGMENT"]);
    talk.send(CLIENT, 101, 1, 150);
    expect(talk.send(SERVER, 1, 301, 0)).toEqual([]);
    talk.send(SERVER, 1, 301, 50);
    talk.send(CLIENT, 251, 51, 50);
    expect(talk.send(SERVER, 51, 401, 0)).toEqual(["ACK_LOST_SEGMENT"]);
    talk.send(CLIENT, 401, 51, 100);
    expect(talk.send(SERVER, 51, 501, 0)).toEqual(["ACK_LOST_SEGMENT"]);
    expect(talk.send(SERVER, 51, 601, 0)).toEqual([]);
  });

  it("sent again at once after duplicate ACKs", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    talk.send(SERVER, 1, 101, 0);
    talk.send(CLIENT, 201, 1, 100);
    talk.send(CLIENT, 301, 1, 100);
    expect(talk.send(SERVER, 1, 101, 0)).toEqual(["DUPLICATE_ACK"]);
    expect(talk.send(SERVER, 1, 101, 0)).toEqual(["DUPLICATE_ACK"]);
    expect([talk.analysis.repeats, talk.analysis.repeatedFrame]).toEqual([2, 5]);
    expect(talk.send(CLIENT, 101, 1, 100)).toEqual(["FAST_RETRANSMISSION"]);
  });

  it("sent again, not at once, where the duplicate ACKs ask for another", () => {
    const talk = new Talk();
    for (let i = 0; i < 6; i++) talk.send(CLIENT, 1 + i * 100, 1, 100);
    const blocks = [201, 301, 401, 601];
    for (let i = 0; i < 3; i++) talk.send(SERVER, 1, 1, 0, ACK, 5000, blocks);
    expect(talk.wait(5).send(CLIENT, 301, 1, 100)).toEqual(["RETRANSMISSION"]);
    expect(talk.analysis.inFlight).toBe(600 - 300);
    expect(talk.send(CLIENT, 1, 1, 100)).toEqual(["FAST_RETRANSMISSION"]);
  });

  it("sent again at once where acknowledgements that ask for it may not have been captured", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    talk.send(SERVER, 1, 51, 10);
    expect(talk.send(CLIENT, 101, 41, 0)).toEqual(["ACK_LOST_SEGMENT"]);
    expect(talk.wait(5).send(CLIENT, 51, 41, 50)).toEqual(["FAST_RETRANSMISSION"]);
  });

  it("needless where its bytes are acknowledged", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    talk.send(SERVER, 1, 101, 0);
    expect(talk.send(CLIENT, 1, 1, 100)).toEqual(["SPURIOUS_RETRANSMISSION"]);
  });

  it("only asking whether the peer is there", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 100);
    talk.send(SERVER, 1, 101, 0);
    expect(talk.wait(1000).send(CLIENT, 100, 1, 0)).toEqual(["KEEP_ALIVE"]);
    expect(talk.send(SERVER, 1, 101, 0)).toEqual(["KEEP_ALIVE_ACK"]);
  });

  it("about the window", () => {
    const talk = new Talk();
    talk.send(SERVER, 1, 1, 0, ACK, 100);
    expect(talk.send(CLIENT, 1, 1, 100)).toEqual(["WINDOW_FULL"]);
    expect(talk.send(SERVER, 1, 101, 0, ACK, 0)).toEqual(["ZERO_WINDOW"]);
    expect(talk.send(CLIENT, 101, 1, 1)).toEqual(["ZERO_WINDOW_PROBE"]);
    expect(talk.send(SERVER, 1, 101, 0, ACK, 0)).toEqual(["ZERO_WINDOW", "ZERO_WINDOW_PROBE_ACK"]);
    expect(talk.send(SERVER, 1, 101, 0, ACK, 400)).toEqual(["WINDOW_UPDATE"]);
  });

  it("and a FIN sent again is a retransmission, however soon", () => {
    const talk = new Talk();
    talk.send(CLIENT, 1, 1, 0, FIN | ACK);
    expect(talk.send(CLIENT, 1, 1, 0, FIN | ACK)).toEqual(["RETRANSMISSION"]);
  });
});

const STREAMS = 20_000;

/** Nothing that waits, and room for so many streams. */
function unacknowledged(): Unacknowledged {
  const memory = new Memory(2 ** 25);
  const table = new Table(memory, "streams", 1);
  const waiting = new Unacknowledged(table, memory);
  for (let stream = 0; stream < STREAMS; stream++) {
    table.key[0] = stream;
    table.find(1, 1);
  }
  return waiting;
}

describe("segments that wait for an acknowledgement", () => {
  it("are acknowledged in part, and in any order", () => {
    const waiting = unacknowledged();
    waiting.add(0, 100, 200, 1, 10);
    waiting.add(0, 300, 400, 2, 20);
    waiting.add(0, 200, 300, 3, 30);
    waiting.acknowledge(0, 150);
    expect([waiting.frame, waiting.inFlight(0, 0)]).toEqual([0, 250]);
    waiting.acknowledge(0, 300);
    expect([waiting.frame, waiting.time, waiting.inFlight(0, 0)]).toEqual([3, 30, 100]);
    waiting.acknowledge(0, 400);
    expect([waiting.frame, waiting.inFlight(0, 0)]).toEqual([2, 0]);
  });

  it("cross the wrap of sequence numbers", () => {
    const waiting = unacknowledged();
    waiting.add(0, -100, 100, 1, 0);
    expect(waiting.inFlight(0, -1000)).toBe(200);
    waiting.acknowledge(0, 100);
    expect([waiting.frame, waiting.inFlight(0, 0)]).toEqual([1, 0]);
  });

  it("are not measured where they lie on both sides of what their direction counts from, or too far apart", () => {
    const waiting = unacknowledged();
    waiting.add(0, -100, -50, 1, 0);
    expect(waiting.inFlight(0, 0)).toBe(50);
    waiting.add(0, 0, 100, 2, 0);
    expect(waiting.inFlight(0, 0)).toBe(0);
    waiting.add(1, 0, 10, 3, 0);
    waiting.add(1, 2_000_000_000, 2_000_000_001, 4, 0);
    expect(waiting.inFlight(1, 0)).toBe(0);
  });

  it("are few in memory, whoever floods", () => {
    const waiting = unacknowledged();
    for (let i = 0; i < 20_000; i++) waiting.add(0, i, i + 1, i, i);
    expect(waiting.inFlight(0, 0)).toBe(10_000);
    const last = 2 * STREAMS - 1;
    for (let direction = 2; direction <= last; direction++) waiting.add(direction, 1, 2, direction, 0);
    waiting.acknowledge(last, 2);
    expect(waiting.frame).toBe(last);
    waiting.acknowledge(0, 10);
    expect(waiting.frame).toBe(0);
  });
});
