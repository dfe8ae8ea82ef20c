import type { Frame } from "../../core/frame.ts";

/** A request and its response; frame numbers are 0 where one was not seen. */
interface Exchange {
  readonly number: number;
  requestFrame: number;
  responseFrame: number;
  seconds: number;
  nanoseconds: number;
}

/** The exchanges of one connection: the last two, because a message refers to nothing older. */
export class Connection {
  current: Exchange | undefined;
  previous: Exchange | undefined;
  /** Target of the last request, as an absolute URI where its host is known. */
  uri = "";

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
