import { type Protocol, protocol } from "../../core/protocol.ts";
import { Conversations } from "../../streams/conversations.ts";
import { entity } from "./body.ts";
import { Chunks, chunkFields } from "./chunks.ts";
import { Connections } from "./connections.ts";
import { Head } from "./head.ts";
import { headerFields } from "./headers.ts";
import { message } from "./index.ts";
import { exchange, start } from "./message.ts";
import { summary } from "./summary.ts";
import { uri } from "./uri.ts";

/** What SSDP keeps during a run: exchanges are numbered by conversation, as HTTP's by connection. */
class State {
  readonly conversations = new Conversations();
  readonly connections = new Connections();
  readonly head = new Head();
  readonly chunks = new Chunks();
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
  state: () => new State(),
  dissect(c) {
    const state = c.state(ssdp);
    const stream = state.conversations.find(c.frame, c.sourcePort, c.destinationPort);
    const connection = state.connections.of(stream);
    connection.asked = true;
    const { conversation } = c;
    c.conversation = stream * 2;
    message(c, state, connection);
    c.conversation = conversation;
  },
  summary(frame, row, info) {
    info.set();
    summary(frame, row, info);
  },
});

export default ssdp;
