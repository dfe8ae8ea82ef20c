import type { Frame } from "../../core/frame.ts";
import type { Memory } from "../../core/memory.ts";
import type { Protocol } from "../../core/protocol.ts";
import { StreamStates } from "../../streams/stream-states.ts";
import type { Progress } from "./chunks.ts";

/** A request and its response; frame numbers are 0 where one was not seen. */
interface Exchange {
  readonly number: number;
  requestFrame: number;
  responseFrame: number;
  seconds: number;
  nanoseconds: number;
}

/** About how many bytes a connection takes, its texts not counted. */
const SIZE = 600;

/** What is known of one connection: its last two exchanges, because a message refers to nothing older. */
export class Connection {
  current: Exchange | undefined;
  previous: Exchange | undefined;
  /** True once a request was seen. */
  asked = false;
  /** The last request's method has no body in its answer. */
  asksHead = false;
  /** The last whole URI that was asked for; the last target while there was none. */
  uri = "";
  private isWhole = false;
  /** The target of a CONNECT that waits for its answer. */
  connects = "";
  /** Set once the bytes are no longer HTTP: the connection behind a proxy, or the protocol switched to. */
  tunnel: Tunnel | undefined;
  upgrade = "";
  /** What was agreed on for it. */
  terms = "";
  /** How far the incomplete chunked message of either direction was measured. */
  readonly progress: readonly [Progress, Progress] = [{ at: 0 }, { at: 0 }];

  /** Bytes of its texts. */
  get textSize(): number {
    return (
      2 *
      (this.uri.length +
        this.connects.length +
        this.upgrade.length +
        this.terms.length +
        (this.tunnel?.host.length ?? 0))
    );
  }

  /** Notes what is asked for: the whole URI, "" where it is not known, and the target. */
  ask(uri: string, target: string): void {
    if (uri !== "") this.uri = uri;
    else if (!this.isWhole) this.uri = target;
    this.isWhole ||= uri !== "";
  }

  /** Counts a request in. */
  request(frame: Frame): Exchange {
    const exchange = this.begin();
    exchange.requestFrame = frame.number;
    exchange.seconds = frame.seconds;
    exchange.nanoseconds = frame.nanoseconds;
    return exchange;
  }

  /** Counts a response in: it answers the last request, unless that has its answer. */
  response(frame: Frame): Exchange {
    const exchange = this.current === undefined || this.current.responseFrame > 0 ? this.begin() : this.current;
    exchange.responseFrame = frame.number;
    return exchange;
  }

  private begin(): Exchange {
    this.previous = this.current;
    const number = (this.previous?.number ?? 0) + 1;
    this.current = { number, requestFrame: 0, responseFrame: 0, seconds: 0, nanoseconds: 0 };
    return this.current;
  }
}

/** A connection that a proxy passes through (RFC 9110 section 9.3.6). */
export class Tunnel {
  readonly host: string;
  /** Undefined where the target names none: then nobody knows what the bytes are. */
  readonly port: number | undefined;
  readonly proxyPort: number;
  /** Who reads the bytes, once that is known. */
  taker: Protocol | undefined;
  /** What is known of them, if they are HTTP. */
  connection: Connection | undefined;

  /** `target` is the CONNECT's, `proxyPort` the TCP port it was sent to. */
  constructor(target: string, proxyPort: number) {
    const colon = target.lastIndexOf(":");
    const port = colon < 0 ? Number.NaN : Number.parseInt(target.slice(colon + 1), 10);
    this.host = target.slice(0, colon < 0 ? undefined : colon);
    this.port = colon < 0 ? undefined : port || 0;
    this.proxyPort = proxyPort;
  }
}

/** The connections of a run, by stream number. */
export const connections = (memory: Memory): StreamStates<Connection> =>
  new StreamStates(memory, "HTTP connections", SIZE, () => new Connection());
