import type { Memory } from "../../core/memory.ts";
import type { Settings } from "../../core/preference.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import type { StreamStates } from "../../streams/stream-states.ts";
import { entity } from "./body.ts";
import { Chunks, chunkFields } from "./chunks.ts";
import { type Connection, connections } from "./connections.ts";
import { Head } from "./head.ts";
import { headerFields } from "./headers.ts";
import { message } from "./index.ts";
import { exchange, start } from "./message.ts";
import { Wishes } from "./preferences.ts";
import { summary } from "./summary.ts";
import { uri } from "./uri.ts";

/** What SSDP keeps during a run: exchanges are numbered by conversation, as HTTP's by connection. */
class State {
  readonly connections: StreamStates<Connection>;
  readonly head = new Head();
  readonly chunks = new Chunks();
  readonly wishes: Wishes;

  constructor(memory: Memory, settings: Settings) {
    this.connections = connections(memory);
    this.wishes = new Wishes(settings);
  }
}

/** HTTP's messages in datagrams: devices look for others and announce themselves. */
const ssdp: Protocol<State> = protocol({
  name: "ssdp",
  title: "Simple Service Discovery Protocol",
  spec: "UPnP Device Architecture section 1",
  column: "SSDP",
  fields: [start, exchange, entity],
  expands: [...headerFields, uri, chunkFields],
  on: { "udp.port": 1900 },
  state: (memory, settings) => new State(memory, settings),
  dissect(c) {
    const state = c.state(ssdp);
    const connection = state.connections.of(c.conversation >> 1, c.frame.number);
    connection.asked = true;
    message(c, state, connection);
    state.connections.holds(connection.textSize);
  },
  summary(frame, row, info) {
    info.set();
    summary(frame, row, info);
  },
});

export default ssdp;
