import type { Memory } from "../../core/memory.ts";
import { StreamStates } from "../../streams/stream-states.ts";

/** About how many bytes a session takes, its topics not counted, and one of those. */
const SIZE = 80;
const TOPIC = 60;
/** Aliases with higher numbers are not remembered. */
const MOST_ALIASES = 1024;

/** What is known of one connection. */
export class Session {
  /** The version that the client asked for; 0 where that was not seen. */
  version = 0;
  /** How many bytes its topics take. */
  size = 0;
  private readonly topics: readonly [Map<number, Uint8Array>, Map<number, Uint8Array>] = [new Map(), new Map()];

  /** The topic that `alias` stands for in a direction. */
  topic(direction: number, alias: number): Uint8Array | undefined {
    return this.topics[direction === 0 ? 0 : 1].get(alias);
  }

  /** Lets `alias` stand for a topic. */
  alias(direction: number, alias: number, topic: Uint8Array): void {
    if (alias > MOST_ALIASES) return;
    const known = this.topics[direction === 0 ? 0 : 1];
    this.size += topic.length - (known.get(alias)?.length ?? -TOPIC);
    known.set(alias, topic);
  }
}

/** The sessions of a run, by stream number. */
export const sessions = (memory: Memory): StreamStates<Session> =>
  new StreamStates(memory, "MQTT sessions", SIZE, () => new Session());
