import type { Memory } from "../../core/memory.ts";
import type { Settings } from "../../core/preference.ts";
import { KeyLog, keyLogPreference } from "../shared/key-log.ts";
import { CLIENT, type Connection, Connections, type Side } from "./connections.ts";
import { Outline } from "./outline.ts";
import { Secrets } from "./secrets.ts";

/** The connections of a run, and the datagram that is being read. */
export class State {
  readonly connections: Connections;
  readonly secrets: Secrets;
  /** The packet at hand. */
  readonly outline = new Outline();
  /** The connection and the sender of the datagram, and the id its first packet carries. */
  connection: Connection | undefined;
  side: Side = CLIENT;
  id: Uint8Array = new Uint8Array(0);
  /** The id the client used when the server asked it to try again; undefined where that is not known. */
  asked: Uint8Array | undefined;
  /** True for the packets behind the first one. */
  isInside = false;

  constructor(memory: Memory, settings: Settings) {
    this.connections = new Connections(memory);
    this.secrets = new Secrets(new KeyLog(settings.get(keyLogPreference.keylog_file)));
  }
}
